package briefing

import (
	"math"

	"actionplan/report"
	"actionplan/report/tagged"
)

// noStatus is printed where a status is missing.
const noStatus = "No status"

func word(s report.Status) string {
	if s.Word == "" {
		return noStatus
	}
	return s.Word
}

const (
	tagWidth  = 28.0
	tagHeight = 6.0
	tagMost   = 75.0 // the widest a tag beside a heading gets
	besideTag = 8.2  // what a tag is wider than its word
)

// tag is a status in a box, with the shape of its meaning. A longer word widens
// it up to its cell, then wraps.
func tag(s report.Status) tagged.Box {
	l, textLeft := looks[s.Meaning], 6.6
	if shapes[s.Meaning] == nil {
		textLeft = 3
	}
	return tagged.Box{
		Fit: true, MinWidth: tagWidth, MinHeight: tagHeight,
		Pad: tagged.Inset{Top: 0.735, Right: besideTag - 6.6, Bottom: 0.67, Left: textLeft},
		Behind: func(c *tagged.Canvas, w, h float64) {
			drawTag(c, l, w, h)
			drawShape(c, s.Meaning, 1.6, 1.2, shapeInTag, l.text, l.fill)
		},
		Blocks: []tagged.Block{tagged.Para{Runs: tagged.Text(word(s)), Style: coloured(tagWord, l.text)}},
	}
}

// drawTag fills a tag without its pattern: words stand on it.
func drawTag(c *tagged.Canvas, l look, w, h float64) {
	c.FillRect(0, 0, w, h, l.fill)
	edge := outline
	if l.pattern == dashedOutline {
		edge = dashes
	}
	half := edge.Width / 2
	c.StrokeRect(half, half, w-2*half, h-2*half, edge)
}

// tagWidthOf is how wide a tag will be where there is room for it.
func (p *paper) tagWidthOf(s report.Status) float64 {
	return math.Min(tagMost, math.Max(tagWidth, p.Width(tagWord, word(s))+besideTag+0.01))
}

// inWords is a status in a dense table: shape and word, further lines below the
// word.
func inWords(s report.Status, style tagged.Style) tagged.Block {
	runs := orMissing(s.Word, noStatus)
	if shapes[s.Meaning] == nil {
		return tagged.Para{Runs: runs, Style: style}
	}
	return tagged.Box{
		Pad: tagged.Inset{Left: shapeInTag + 1.5},
		Behind: func(c *tagged.Canvas, _, _ float64) {
			drawShape(c, s.Meaning, 0, (style.Height()-shapeInTag)/2, shapeInTag, ink, white)
		},
		Blocks: []tagged.Block{tagged.Para{Runs: runs, Style: style}},
	}
}
