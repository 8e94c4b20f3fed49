package briefing

import (
	"actionplan/report/pdf"
	"actionplan/workbook"
)

// Colours of text and rules.
var (
	ink   = pdf.Hex("#0b0c0c")
	muted = pdf.Hex("#505a5f") // grey text
	grey  = pdf.Hex("#8a9297") // rules
	link  = pdf.Hex("#1d4f91")
	white = pdf.Hex("#ffffff")
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
	fill, text pdf.Color
	pattern    pattern
}

// looks are in the palette's order: neighbours in a status bar differ most.
var looks = map[workbook.Meaning]look{
	workbook.Embedded:       {pdf.Hex("#1f5597"), white, innerFrame},
	workbook.Delivered:      {pdf.Hex("#8fbae6"), ink, plain},
	workbook.OnTrack:        {pdf.Hex("#1b824e"), white, plain},
	workbook.AtRisk:         {pdf.Hex("#ffd659"), ink, diagonals},
	workbook.OffTrack:       {pdf.Hex("#760b1a"), white, plain},
	workbook.NotStarted:     {white, ink, plain},
	workbook.Withdrawn:      {pdf.Hex("#8f9499"), ink, horizontals},
	workbook.MeaningUnknown: {white, ink, dashedOutline},
}

// onDiagonals is the colour of at risk's lines.
var onDiagonals = pdf.Hex("#c98f00")

// outline is round every block and tag.
var outline = pdf.Stroke{Width: 0.25, Color: ink}

var dashes = pdf.Stroke{Width: 0.3, Color: ink, Dash: []float64{1, 0.8}}

// drawBlock draws a block of a bar: fill, pattern, outline inside the edge.
func drawBlock(c *pdf.Canvas, m workbook.Meaning, x, y, w, h float64) {
	drawPolygon(c, m, []pdf.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}, x, y, w, h)
}

// drawPolygon draws a block whose ends may be points; x, y, w, h enclose it.
func drawPolygon(c *pdf.Canvas, m workbook.Meaning, points []pdf.Point, x, y, w, h float64) {
	l := looks[m]
	c.FillPolygon(l.fill, points)
	c.ClipPolygon(points, func() {
		switch l.pattern {
		case diagonals:
			c.Diagonals(x, y, w, h, 2, pdf.Stroke{Width: 0.4, Color: onDiagonals})
		case horizontals:
			c.Horizontals(x, y, w, h, 0.9, 1.2, pdf.Stroke{Width: 0.35, Color: white})
		case innerFrame:
			if w > 3 && h > 3 {
				c.StrokeRect(x+0.85, y+0.85, w-1.7, h-1.7, pdf.Stroke{Width: 0.3, Color: white})
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
