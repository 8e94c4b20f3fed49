package briefing

import (
	"actionplan/report/tagged"
	"actionplan/workbook"
)

// Colours of text and rules.
var (
	ink   = tagged.Hex("#0b0c0c")
	muted = tagged.Hex("#505a5f") // grey text
	grey  = tagged.Hex("#8a9297") // rules
	link  = tagged.Hex("#1d4f91")
	white = tagged.Hex("#ffffff")
)

// A pattern lies over a block's fill, so that it can be told in grey.
type pattern int

const (
	plain pattern = iota
	innerFrame
	diagonals
	horizontals
	dashedOutline // no status: nothing to show
)

// A look is how a meaning is shown. It never follows the user's own colour, so
// that every paper reads alike, in grey too.
type look struct {
	fill, text tagged.Color
	pattern    pattern
}

// looks are in the palette's order: neighbours in a status bar differ most.
var looks = map[workbook.Meaning]look{
	workbook.Embedded:       {tagged.Hex("#1f5597"), white, innerFrame},
	workbook.Delivered:      {tagged.Hex("#8fbae6"), ink, plain},
	workbook.OnTrack:        {tagged.Hex("#1b824e"), white, plain},
	workbook.AtRisk:         {tagged.Hex("#ffd659"), ink, diagonals},
	workbook.OffTrack:       {tagged.Hex("#760b1a"), white, plain},
	workbook.NotStarted:     {white, ink, plain},
	workbook.Withdrawn:      {tagged.Hex("#8f9499"), ink, horizontals},
	workbook.MeaningUnknown: {white, ink, dashedOutline},
}

// onDiagonals is the colour of at risk's lines.
var onDiagonals = tagged.Hex("#c98f00")

// outline is round every block and tag.
var outline = tagged.Stroke{Width: 0.25, Color: ink}

var dashes = tagged.Stroke{Width: 0.3, Color: ink, Dash: []float64{1, 0.8}}

// drawBlock draws a block of a bar: fill, pattern, outline inside the edge.
func drawBlock(c *tagged.Canvas, m workbook.Meaning, x, y, w, h float64) {
	drawPolygon(c, m, []tagged.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}, x, y, w, h)
}

// drawPolygon draws a block whose ends may be points; x, y, w, h enclose it.
func drawPolygon(c *tagged.Canvas, m workbook.Meaning, points []tagged.Point, x, y, w, h float64) {
	l := looks[m]
	c.FillPolygon(l.fill, points)
	c.ClipPolygon(points, func() {
		switch l.pattern {
		case diagonals:
			c.Diagonals(x, y, w, h, 2, tagged.Stroke{Width: 0.4, Color: onDiagonals})
		case horizontals:
			c.Horizontals(x, y, w, h, 0.9, 1.2, tagged.Stroke{Width: 0.35, Color: white})
		case innerFrame:
			if w > 3 && h > 3 {
				c.StrokeRect(x+0.85, y+0.85, w-1.7, h-1.7, tagged.Stroke{Width: 0.3, Color: white})
			}
		}
		// Twice the width: the half outside the edge is clipped away.
		edge := outline
		if l.pattern == dashedOutline {
			edge = dashes
		}
		edge.Width *= 2
		c.StrokePolygon(edge, points)
	})
}
