package pdf

import (
	"math"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

const (
	tagWidth  = 28.0
	tagHeight = 6.0
	tagMost   = 75.0 // the widest a tag beside a heading gets
	besideTag = 8.2  // what a tag is wider than its word
)

// tag is a status in a box, with its shape. A longer word widens it up to its
// cell, then wraps. It has no pattern: words stand on it.
func tag(s block.Status) tagged.Box {
	fill, text, textLeft := colour(s.Look.Fill), colour(s.Look.Ink), 6.6
	if s.Look.Shape == chart.NoShape {
		textLeft = 3
	}
	return tagged.Box{
		Fit: true, MinWidth: tagWidth, MinHeight: tagHeight,
		Pad: tagged.Inset{Top: 0.735, Right: besideTag - 6.6, Bottom: 0.67, Left: textLeft},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.FillRect(0, 0, w, h, fill)
			pen := edge(s.Look)
			half := pen.Width / 2
			c.StrokeRect(half, half, w-2*half, h-2*half, pen)
			drawShape(c, s.Look, 1.6, 1.2, shapeInTag, text, fill)
		},
		Blocks: one(tagged.Para{Runs: tagged.Text(s.Word), Style: coloured(tagWord, text)}),
	}
}

// tagWidthOf is how wide a tag will be where there is room for it.
func (w *writer) tagWidthOf(s block.Status) float64 {
	return math.Min(tagMost, math.Max(tagWidth, w.Width(tagWord, s.Word)+besideTag+0.01))
}

// inWords is a status in a dense table: shape and word, further lines below the
// word.
func inWords(s block.Status, style tagged.Style) tagged.Block {
	word := tagged.Para{Runs: []tagged.Run{{Text: s.Word, Bold: s.None}}, Style: style}
	if s.Look.Shape == chart.NoShape {
		return word
	}
	return tagged.Box{
		Pad: tagged.Inset{Left: shapeInTag + 1.5},
		Behind: func(c *tagged.Canvas, _, _ float64) {
			drawShape(c, s.Look, 0, (style.Height()-shapeInTag)/2, shapeInTag, ink, white)
		},
		Blocks: one(word),
	}
}

const (
	swatchWidth  = 6.0
	swatchHeight = 5.6
)

// key is every status word in short, three to a row.
func key(k block.Key) []tagged.Block {
	const gap = 4.0
	perRow := k.PerRow()
	width := (textWidth - gap*float64(perRow-1)) / float64(perRow)
	list := tagged.Box{Role: "L"}
	for rest := k.Items; len(rest) > 0; rest = rest[min(perRow, len(rest)):] {
		row := tagged.Columns{Gap: gap, After: 1.2}
		for _, item := range rest[:min(perRow, len(rest))] {
			row.Cells = append(row.Cells, tagged.Col{Width: width, Role: "LI", Blocks: one(swatchAndWords(item))})
		}
		list.Blocks = append(list.Blocks, row)
	}
	return one(list)
}

func swatchAndWords(item block.KeyItem) tagged.Block {
	l := item.Status.Look
	return tagged.Box{
		MinHeight: swatchHeight,
		Pad:       tagged.Inset{Left: swatchWidth + 2, Top: math.Max(0, (swatchHeight-table.Height())/2)},
		Behind: func(c *tagged.Canvas, _, _ float64) {
			drawBlock(c, l, 0, 0, swatchWidth, swatchHeight)
			x, y := (swatchWidth-shapeInTag)/2, (swatchHeight-shapeInTag)/2
			if l.Pattern.Plated() {
				c.FillRect(x-0.4, y-0.4, shapeInTag+0.8, shapeInTag+0.8, colour(l.Fill))
			}
			drawShape(c, l, x, y, shapeInTag, colour(l.Ink), colour(l.Fill))
		},
		Blocks: one(tagged.Para{Role: "LBody", Style: table, Runs: []tagged.Run{tagged.Bold(item.Status.Word), {Text: item.After()}}}),
	}
}
