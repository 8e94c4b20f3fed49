package pdf

import (
	"cmp"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

const (
	cardBar   = 2.4
	cardInset = 4.0
)

// card is one exception.
func (w *writer) card(c block.Card) tagged.Block {
	inner := textWidth - cardBar - 2*cardInset
	list := w.termsIn(c.Fields, table)
	list.LabelWidth = 26
	return tagged.Box{
		Before: 3.5, After: 3.5,
		Pad: tagged.Inset{Top: 2.5, Right: cardInset, Bottom: 2, Left: cardBar + cardInset},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.125, 0.125, w-0.25, h-0.25, outline)
			c.FillRect(0, 0, cardBar, h, ink)
		},
		Blocks:    []tagged.Block{w.besideHeading(c.Heading, inner, tag(c.Status), w.tagWidthOf(c.Status)), list},
		Continued: continued(c.Heading), ContinuedStyle: h3Card,
	}
}

// continued is what a page says where it goes on with what stands under h.
func continued(h block.Heading) string { return cmp.Or(h.Bookmark, textOf(h.Runs)) + ", continued" }

// besideHeading is a heading with what stands at its right.
func (w *writer) besideHeading(h block.Heading, width float64, aside tagged.Block, asideWidth float64) tagged.Block {
	heading := w.heading(h)
	heading.Before, heading.After = 0, 0
	return tagged.Columns{Gap: 4, After: 1, Cells: []tagged.Col{
		{Width: width - asideWidth - 4, Blocks: one(heading)},
		{Width: asideWidth, Blocks: one(aside)},
	}}
}

// record is everything on one action or finding in a block of its own: a
// table would need 21 columns.
func (w *writer) record(r block.Record) tagged.Block {
	const above, stateWidth = 2.0, 42.0 // the rule's top to the heading
	head := w.besideHeading(r.Heading, textWidth, tagged.Para{Runs: []tagged.Run{tagged.Bold(r.State)}, Style: h3Card, Right: true}, stateWidth)
	if r.Status != nil {
		head = w.besideHeading(r.Heading, textWidth, tag(*r.Status), w.tagWidthOf(*r.Status))
	}
	blocks := []tagged.Block{
		tagged.Drawn{H: above, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, textWidth, 0.5, ink) }},
		head,
	}
	if r.Flags != "" {
		blocks = append(blocks, tagged.Para{Runs: []tagged.Run{tagged.Bold(r.Flags)}, Style: fields, After: 0.6, Width: readWidth})
	}
	if r.Text != "" {
		blocks = append(blocks, tagged.Para{Runs: tagged.Text(r.Text), Style: fields, After: 1, Width: readWidth})
	}
	return tagged.Box{Before: 3.5, After: 2, Blocks: append(blocks, w.terms(r.Fields)), Continued: continued(r.Heading), ContinuedStyle: h3Card}
}

// box is blocks with a line round them.
func (w *writer) box(b block.Box) tagged.Block {
	made := tagged.Box{
		Before: 4, After: 5,
		Pad: tagged.Inset{Top: 3, Right: 4, Bottom: 2, Left: 4},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.25, 0.25, w-0.5, h-0.5, tagged.Stroke{Width: 0.5, Color: ink})
		},
		Blocks: w.blocks(b.Blocks),
	}
	if b.As == block.Draft {
		made.Before, made.After, made.Pad = 1.5, 0, tagged.Inset{Top: 1.2, Right: 2, Bottom: 1.2, Left: 2}
	}
	for i, inner := range made.Blocks {
		switch inner := inner.(type) {
		case tagged.Heading:
			inner.Style, inner.Before, inner.After = h2Box, 0, 1
			made.Blocks[i] = inner
		case tagged.List:
			if b.As == block.Draft {
				inner.LabelWidth = 24
				made.Blocks[i] = inner
			}
		}
	}
	return made
}
