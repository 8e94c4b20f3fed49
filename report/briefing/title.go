package briefing

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
)

const (
	logoTop    = 17.0
	logoWidth  = 40.0
	logoHeight = 14.0
	titleRight = 145.0 // from the page's left edge: a title beside a logo ends here
)

func readLogo(file []byte) (*tagged.Image, error) {
	if len(file) == 0 {
		return nil, nil
	}
	image, err := tagged.DecodeImage(file)
	if err != nil {
		return nil, fmt.Errorf("the logo can't be read as a picture: %w", err)
	}
	return &image, nil
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// brandColour is used for the rule on page 1 and the organisation's name, and
// for nothing else.
func brandColour(b report.Brand) tagged.Color {
	if !hexColour.MatchString(b.Colour) {
		return ink
	}
	return tagged.Hex(strings.ToLower(b.Colour))
}

// title is the title block: organisation, title, and the lines below it.
func (p *paper) title() []tagged.Block {
	name := tagged.Para{Runs: tagged.Text(p.brief.Organisation), Style: bold(coloured(body, brandColour(p.brief.Brand)))}
	h := tagged.Heading{Level: 1, Runs: tagged.Text(paperTitle(p.layout)), Style: h1, After: 1.5}
	var blocks []tagged.Block
	if p.logo == nil {
		blocks = []tagged.Block{name, h}
	} else {
		blocks = []tagged.Block{p.besideLogo(name, h)}
	}
	if p.layout.Subtitle != "" {
		blocks = append(blocks, tagged.Para{Runs: tagged.Text(p.layout.Subtitle), Style: fields})
		return p.withDraft(blocks)
	}
	width := 26.0
	for _, line := range p.brief.TitleLines {
		width = math.Max(width, math.Min(34, p.Width(bold(fields), line.Term)+0.01))
	}
	blocks = append(blocks, terms(p.brief.TitleLines, width, 2, fields, 0.6))
	return p.withDraft(blocks)
}

func (p *paper) withDraft(blocks []tagged.Block) []tagged.Block {
	if p.brief.Draft == "" {
		return blocks
	}
	return append(blocks, p.draft())
}

func (p *paper) besideLogo(name, h tagged.Block) tagged.Block {
	w, high := within(*p.logo, logoWidth, logoHeight)
	picture := tagged.Figure{Alt: strings.TrimSpace(p.brief.Organisation + " logo"), W: logoWidth, H: high, Draw: func(c *tagged.Canvas) {
		c.Image(logoWidth-w, 0, w, high, *p.logo)
	}}
	firstLine := tagged.Drawn{H: frame.FirstTop - logoTop, Draw: func(*tagged.Canvas) {}}
	return tagged.Columns{Gap: textWidth - logoWidth - (titleRight - left), After: 1.5, Cells: []tagged.Col{
		{Width: titleRight - left, Blocks: []tagged.Block{firstLine, name, h}},
		{Width: logoWidth, Blocks: []tagged.Block{picture}},
	}}
}

// within is the largest size within w × h that keeps a picture's proportions.
func within(image tagged.Image, w, h float64) (float64, float64) {
	ratio := float64(image.Width) / float64(image.Height)
	if ratio > w/h {
		return w, w / ratio
	}
	return h * ratio, h
}

// terms are lines of a term and what it says.
func terms(lines []report.Line, width, gap float64, style tagged.Style, between float64) tagged.List {
	list := tagged.List{Numbering: "None", Style: bold(style), LabelWidth: width, Gap: gap, Between: between}
	for _, line := range lines {
		list.Items = append(list.Items, tagged.Item{
			Label: tagged.Text(line.Term),
			Body:  []tagged.Block{tagged.Words(style, line.Text)},
		})
	}
	return list
}

// draft says in a box that the workbook has errors, and where to read of them.
func (p *paper) draft() tagged.Block {
	runs := tagged.Text(p.brief.Draft)
	if to := sectionID("quality"); p.PageOf(to) > 0 {
		runs = append(runs, tagged.Run{Text: ", "}, p.pageLink(to, "Go to how the figures were checked"))
	}
	item := tagged.Item{Label: tagged.Text("Draft"), Body: []tagged.Block{tagged.Para{Runs: runs, Style: fields}}}
	return tagged.Box{
		Before: 1.5,
		Pad:    tagged.Inset{Top: 1.2, Right: 2, Bottom: 1.2, Left: 2},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.25, 0.25, w-0.5, h-0.5, tagged.Stroke{Width: 0.5, Color: ink})
		},
		Blocks: []tagged.Block{tagged.List{
			Numbering: "None", Style: bold(fields), LabelWidth: 24, Gap: 2, Items: []tagged.Item{item},
		}},
	}
}

// pageLink is "page 2", linked. The ID must have a page.
func (p *paper) pageLink(to, says string) tagged.Run {
	page := "page " + strconv.Itoa(p.PageOf(to))
	return tagged.Run{Text: page, To: to, Says: says + ", " + page, Color: &link, Underline: true}
}

// headline is the one thing to remember.
func (p *paper) headline() []tagged.Block {
	if p.now.Text == "" {
		return nil
	}
	return []tagged.Block{tagged.Para{Runs: tagged.Text(p.now.Text), Style: lead, Before: 5, After: 4, Width: 165}}
}

// asks is what the board is asked to do, with the page to read on each.
func (p *paper) asks() []tagged.Block {
	if len(p.brief.Asks) == 0 {
		return nil
	}
	list := tagged.List{Numbering: "Decimal", Style: body, LabelWidth: 6, Gap: 1.5, LabelRight: true, Between: 1}
	for i, ask := range p.brief.Asks {
		runs := tagged.Text(ask.Text)
		if ask.Target != "" && p.PageOf(ask.Target) > 0 {
			text, stopped := strings.CutSuffix(ask.Text, ".")
			end := ")"
			if stopped {
				end = ")."
			}
			runs = []tagged.Run{{Text: text + " ("}, p.pageLink(ask.Target, ask.Says), {Text: end}}
		}
		list.Items = append(list.Items, tagged.Item{
			Label: tagged.Text(strconv.Itoa(i+1) + "."),
			Body:  []tagged.Block{tagged.Para{Runs: runs, Style: body}},
		})
	}
	return []tagged.Block{tagged.Box{
		Before: 4, After: 5,
		Pad: tagged.Inset{Top: 3, Right: 4, Bottom: 2, Left: 4},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.25, 0.25, w-0.5, h-0.5, tagged.Stroke{Width: 0.5, Color: ink})
		},
		Blocks: []tagged.Block{
			tagged.Heading{Level: 2, Runs: tagged.Text(p.now.Heading), Style: h2Box, After: 1, ID: p.claim(sectionID(p.now.ID))},
			list,
		},
	}}
}

// message is what the senior responsible owner says, in their own paragraphs.
func (p *paper) message() []tagged.Block {
	m := p.brief.Message
	if m == nil {
		return nil
	}
	blocks := p.withIntro()
	for _, para := range strings.Split(m.Text, "\n") {
		if para = strings.TrimSpace(para); para != "" {
			blocks = append(blocks, sentence(para))
		}
	}
	if m.From != "" {
		blocks = append(blocks, tagged.Para{Runs: []tagged.Run{tagged.Bold(m.From)}, Style: fields, After: 2})
	}
	return blocks
}
