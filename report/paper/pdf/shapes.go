package pdf

import (
	"math"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// Sizes of a shape.
const (
	shapeInTag   = 3.6
	shapeInText  = 3.4
	shapeInMarks = 4.0
)

// drawShape draws a look's shape with its top left corner at x, y: fg is its
// colour, bg that of what shows through it. A status that is not known has
// none.
func drawShape(c *tagged.Canvas, l block.Look, x, y, size float64, fg, bg tagged.Color) {
	c = c.Sub(x, y, size/chart.ShapeSize)
	for _, p := range l.Shape.Pieces() {
		color := fg
		if p.Back {
			color = bg
		}
		drawPiece(c, p, color)
	}
}

func drawPiece(c *tagged.Canvas, p chart.Piece, color tagged.Color) {
	pen := tagged.Stroke{Width: p.Pen, Color: color}
	switch {
	case p.Radius > 0 && p.Pen > 0:
		c.StrokeCircle(p.Centre.X, p.Centre.Y, p.Radius, pen)
	case p.Radius > 0:
		c.FillCircle(p.Centre.X, p.Centre.Y, p.Radius, color)
	case p.Pen > 0:
		c.Polyline(pen, onCanvas(p.Points))
	default:
		c.FillPolygon(color, onCanvas(p.Points))
	}
}

func onCanvas(all []chart.Point) []tagged.Point {
	out := make([]tagged.Point, len(all))
	for i, p := range all {
		out[i] = tagged.Point(p)
	}
	return out
}

// inlineShape is a look's shape in a line of text, with room after it.
func inlineShape(l block.Look) tagged.Run {
	const gap = 1.0
	return tagged.Run{Shape: &tagged.Shape{W: shapeInText + gap, H: shapeInText, Draw: func(c *tagged.Canvas) {
		drawShape(c, l, 0, 0, shapeInText, ink, white)
	}}}
}

const (
	marksPerLine = 3
	markStep     = 5.6
	markLine     = 5.0
)

// marks are a shape for each action; one whose status is not known is a dash,
// so that no action goes missing from the row.
func marks(m block.Marks) tagged.Block {
	lines := math.Ceil(float64(len(m.Looks)) / marksPerLine)
	return tagged.Figure{Alt: m.Alt, W: 17, H: lines * markLine, Draw: func(c *tagged.Canvas) {
		for i, l := range m.Looks {
			x := 0.2 + markStep*float64(i%marksPerLine)
			y := markLine * float64(i/marksPerLine)
			if l.Shape == chart.NoShape {
				c.Line(x, y+shapeInMarks/2, x+shapeInMarks, y+shapeInMarks/2, tagged.Stroke{Width: 0.5, Color: ink})
				continue
			}
			drawShape(c, l, x, y, shapeInMarks, ink, white)
		}
	}}
}
