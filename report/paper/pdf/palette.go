package pdf

import (
	"strconv"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// Colours of text and rules.
var (
	ink   = tagged.Hex("#0b0c0c")
	muted = tagged.Hex("#505a5f") // grey text
	grey  = tagged.Hex("#8a9297") // rules
	link  = tagged.Hex("#1d4f91")
	white = tagged.Hex("#ffffff")
)

// outline is round every block and tag.
var outline = tagged.Stroke{Width: 0.25, Color: ink}

var dashes = tagged.Stroke{Width: 0.3, Color: ink, Dash: []float64{1, 0.8}}

// colour reads "#1f5597"; ink where a paper gives another.
func colour(hex string) tagged.Color {
	if len(hex) != 7 || hex[0] != '#' {
		return ink
	}
	n, err := strconv.ParseUint(hex[1:], 16, 32)
	if err != nil {
		return ink
	}
	return tagged.Color{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n)}
}

// edge is what is drawn round a look.
func edge(l block.Look) tagged.Stroke {
	if l.Pattern == chart.Dashed {
		return dashes
	}
	return outline
}

// drawBlock draws a block of a bar: fill, pattern, outline inside the edge.
func drawBlock(c *tagged.Canvas, l block.Look, x, y, w, h float64) {
	drawPolygon(c, l, points(x, y, x+w, y, x+w, y+h, x, y+h), x, y, w, h)
}

// leastPattern is how wide a block with a pattern is: a narrower one could not
// be told from a flaw.
const leastPattern = 6.0

// drawPolygon draws a block whose ends may be points; x, y, w, h enclose it.
func drawPolygon(c *tagged.Canvas, l block.Look, points []tagged.Point, x, y, w, h float64) {
	c.FillPolygon(colour(l.Fill), points)
	c.ClipPolygon(points, func() {
		switch {
		case w < leastPattern:
		case l.Pattern == chart.Diagonals:
			c.Diagonals(x, y, w, h, 2, tagged.Stroke{Width: 0.4, Color: colour(l.Stripe)})
		case l.Pattern == chart.Horizontals:
			c.Horizontals(x, y, w, h, 0.9, 1.2, tagged.Stroke{Width: 0.35, Color: colour(l.Stripe)})
		case l.Pattern == chart.InnerFrame:
			c.StrokeRect(x+0.85, y+0.85, w-1.7, h-1.7, tagged.Stroke{Width: 0.3, Color: colour(l.Stripe)})
		}
		// Twice the width: the half outside the edge is clipped away.
		pen := edge(l)
		pen.Width *= 2
		c.StrokePolygon(pen, points)
	})
}

// points pairs x and y.
func points(xy ...float64) []tagged.Point {
	out := make([]tagged.Point, 0, len(xy)/2)
	for i := 0; i+1 < len(xy); i += 2 {
		out = append(out, tagged.Point{X: xy[i], Y: xy[i+1]})
	}
	return out
}
