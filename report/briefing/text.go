package briefing

import (
	"strings"

	"actionplan/report/tagged"
)

// ownText is a section that a template words itself: paragraphs, and lines
// that begin with a hyphen as a list. A blank line ends a paragraph.
func (p *paper) ownText() []tagged.Block {
	blocks := []tagged.Block{p.heading()}
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
	for _, line := range strings.Split(p.now.Text, "\n") {
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
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

// bullets is a list in running text.
func bullets(items []string) tagged.List {
	list := tagged.List{Numbering: "Disc", Style: body, LabelWidth: 4, Gap: 1.5, Between: 1, After: 2}
	for _, text := range items {
		list.Items = append(list.Items, tagged.Item{
			Label: tagged.Text("•"),
			Body:  []tagged.Block{tagged.Para{Runs: tagged.Text(text), Style: body, Width: readWidth}},
		})
	}
	return list
}
