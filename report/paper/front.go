package paper

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// title is the paper's, which an accessible document can't be without.
func (c *composer) title() string { return cmp.Or(c.layout.Title, "Briefing for the board") }

// front is the title block: organisation, title, and the lines below it.
func (c *composer) front(logo []byte) block.Front {
	b := c.brief
	f := block.Front{Organisation: b.Organisation, Brand: b.Brand.Colour, Title: c.title(), Logo: logo,
		LogoAlt: strings.TrimSpace(b.Organisation + " logo")}
	if c.layout.Subtitle != "" {
		f.Blocks = append(f.Blocks, block.Para{Runs: text(c.layout.Subtitle), As: block.Subtitle})
	} else if len(b.TitleLines) > 0 {
		f.Blocks = append(f.Blocks, terms(block.TitleLines, b.TitleLines))
	}
	if b.Draft != "" {
		f.Blocks = append(f.Blocks, c.draft())
	}
	return f
}

// draft says that the workbook has errors, and where to read of them.
func (c *composer) draft() block.Box {
	says := block.Run{Text: c.brief.Draft}
	switch {
	case !slices.ContainsFunc(c.brief.Quality.Problems, func(p report.ProblemLine) bool { return isError(p) > 0 }): // a public paper lists none
	case c.says("problems"):
		says.Link = c.link("section-problems", "Go to what needs attention in the workbook", block.InText)
	default:
		says.Link = c.link("section-quality", "Go to how the figures were checked", block.InText)
	}
	line := []block.Run{says}
	if t := c.brief.Telling; t != "" {
		line = append(line, block.Run{Text: "; " + t})
	}
	return block.Box{As: block.Draft, Blocks: []block.Block{
		block.Terms{As: block.TitleLines, Items: []block.Term{{Term: text("Draft"), Says: [][]block.Run{line}}}},
	}}
}

// headline is the one thing to remember.
func (c *composer) headline() []block.Block {
	if c.now.Text == "" {
		return nil
	}
	return []block.Block{block.Para{Runs: text(c.now.Text), As: block.Headline}}
}

// asks is what the board is asked to do, with where to read on each.
func (c *composer) asks() []block.Block {
	if len(c.brief.Asks) == 0 {
		return nil
	}
	list := block.List{Numbered: true}
	for _, ask := range c.brief.Asks {
		list.Items = append(list.Items, c.askRuns(ask))
	}
	return []block.Block{block.Box{As: block.Asks, Blocks: append(append(append(c.heading(), c.opening()...), list), notes(c.brief.AsksNote)...)}}
}

// askRuns is what is asked, with where to read on it.
func (c *composer) askRuns(ask report.Ask) []block.Run {
	l := c.linkAll(ask.Targets, ask.Refs, ask.Says)
	if l == nil {
		return text(ask.Text)
	}
	words, stopped := strings.CutSuffix(ask.Text, ".")
	runs := []block.Run{{Text: words}, {Link: l}}
	if stopped {
		runs = append(runs, block.Run{Text: "."})
	}
	return runs
}

// figures is the strip of key figures.
func (c *composer) figures() []block.Block { return figureStrip(c.brief.Figures, 4) }

// message is what the senior responsible owner says, in their own paragraphs.
func (c *composer) message() []block.Block {
	m := c.brief.Message
	if m == nil {
		return nil
	}
	var blocks []block.Block
	for _, para := range lines(m.Text) {
		blocks = append(blocks, sentence(para))
	}
	if m.From != "" {
		blocks = append(blocks, block.Para{Runs: bold(m.From), As: block.Signature})
	}
	return blocks
}

// ownText is a section that a template words itself: paragraphs, and lines
// that begin with a hyphen as a list. A blank line ends a paragraph.
func (c *composer) ownText() []block.Block {
	var blocks []block.Block
	var words, items []string
	end := func() {
		if len(words) > 0 {
			blocks = append(blocks, sentence(strings.Join(words, " ")))
		}
		if len(items) > 0 {
			blocks = append(blocks, bullets(items))
		}
		words, items = nil, nil
	}
	for _, line := range strings.Split(c.now.Text, "\n") {
		line = strings.TrimSpace(line)
		item, isItem := strings.CutPrefix(line, "- ")
		switch {
		case line == "":
			end()
		case isItem:
			if len(words) > 0 {
				end()
			}
			items = append(items, item)
		case len(items) > 0:
			items[len(items)-1] += " " + line
		default:
			words = append(words, line)
		}
	}
	end()
	return blocks
}
