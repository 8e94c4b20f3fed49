package html

import (
	"slices"
	"strings"

	"actionplan/report/paper/block"
)

// places are the headings that IDs of a paper stand under: where a reader of the
// printed page turns to. A browser has no page numbers for what links lead to.
type places map[string]string

func placesOf(p *block.Paper) places {
	found := places{}
	under := ""
	for _, s := range p.Sections {
		found.walk(s.Blocks, &under)
	}
	return found
}

func (p places) walk(blocks []block.Block, under *string) {
	note := func(id string) {
		if id != "" && *under != "" {
			p[id] = *under
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case block.Heading:
			if b.Level == 2 {
				*under, _, _ = strings.Cut(textOf(b.Runs), ": ")
			}
			note(b.ID)
		case block.Table:
			for _, r := range b.Rows {
				note(r.ID)
			}
		case block.Timeline:
			for _, r := range b.Rows {
				note(r.ID)
			}
		case block.Card:
			note(b.Heading.ID)
		case block.Record:
			note(b.Heading.ID)
		case block.Box:
			p.walk(b.Blocks, under)
		case block.Page:
			p.walk(b.Blocks, under)
		case block.Closer:
			p.walk(b.Ways[0], under)
		case block.SideBySide:
			for _, part := range b.Parts {
				p.walk(part.Blocks, under)
			}
		}
	}
}

// of are the headings that all a link leads to stands under, each once.
func (p places) of(l block.Link) string {
	var all []string
	for _, id := range append([]string{l.To}, l.Also...) {
		if place := p[id]; place != "" && !slices.Contains(all, "“"+place+"”") {
			all = append(all, "“"+place+"”")
		}
	}
	return strings.Join(all, " and ")
}

func textOf(runs []block.Run) string {
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.Text)
	}
	return out.String()
}
