package briefing

import (
	"actionplan/report/tagged"
	"actionplan/workbook"
)

// Sizes of a shape, whose own box is 10 × 10.
const (
	shapeInTag   = 3.6
	shapeInText  = 3.4
	shapeInAreas = 4.0
)

// shapes draw a meaning in a box of 10 × 10: fg is the colour of the shape, bg
// of what shows through it. No two meanings share one.
var shapes = map[workbook.Meaning]func(c *tagged.Canvas, fg, bg tagged.Color){
	workbook.Embedded: func(c *tagged.Canvas, fg, bg tagged.Color) {
		c.FillCircle(5, 5, 5, fg)
		c.Polyline(tagged.Stroke{Width: 1.4, Color: bg}, points(2.6, 5.2, 4.4, 7, 7.6, 3.2))
	},
	workbook.Delivered: func(c *tagged.Canvas, fg, _ tagged.Color) {
		c.Polyline(tagged.Stroke{Width: 2, Color: fg}, points(1, 5.4, 3.8, 8.4, 9, 1.8))
	},
	workbook.OnTrack: func(c *tagged.Canvas, fg, _ tagged.Color) {
		c.FillPolygon(fg, points(1.5, 0.8, 9.2, 5, 1.5, 9.2))
	},
	workbook.AtRisk: func(c *tagged.Canvas, fg, bg tagged.Color) {
		c.FillPolygon(fg, points(5, 0.4, 10, 9.4, 0, 9.4))
		c.FillRect(4.4, 3.4, 1.2, 3, bg)
		c.FillRect(4.4, 7.1, 1.2, 1.2, bg)
	},
	workbook.OffTrack: func(c *tagged.Canvas, fg, bg tagged.Color) {
		c.FillPolygon(fg, points(3, 0.4, 7, 0.4, 9.6, 3, 9.6, 7, 7, 9.6, 3, 9.6, 0.4, 7, 0.4, 3))
		c.FillRect(2.3, 4.2, 5.4, 1.6, bg)
	},
	workbook.NotStarted: func(c *tagged.Canvas, fg, _ tagged.Color) {
		c.StrokeCircle(5, 5, 4.1, tagged.Stroke{Width: 1.4, Color: fg})
	},
	workbook.Withdrawn: func(c *tagged.Canvas, fg, _ tagged.Color) {
		c.Line(1.4, 1.4, 8.6, 8.6, tagged.Stroke{Width: 1.8, Color: fg})
		c.Line(8.6, 1.4, 1.4, 8.6, tagged.Stroke{Width: 1.8, Color: fg})
	},
}

// points pairs x and y.
func points(xy ...float64) []tagged.Point {
	out := make([]tagged.Point, 0, len(xy)/2)
	for i := 0; i+1 < len(xy); i += 2 {
		out = append(out, tagged.Point{X: xy[i], Y: xy[i+1]})
	}
	return out
}

// drawShape draws a meaning's shape with its top left corner at x, y. A status
// that is not known has none.
func drawShape(c *tagged.Canvas, m workbook.Meaning, x, y, size float64, fg, bg tagged.Color) {
	if draw := shapes[m]; draw != nil {
		draw(c.Sub(x, y, size/10), fg, bg)
	}
}

// inlineShape is a meaning's shape in a line of text, with room after it.
func inlineShape(m workbook.Meaning) tagged.Run {
	const gap = 1.0
	return tagged.Run{Shape: &tagged.Shape{W: shapeInText + gap, H: shapeInText, Draw: func(c *tagged.Canvas) {
		drawShape(c, m, 0, 0, shapeInText, ink, white)
	}}}
}
