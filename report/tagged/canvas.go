package tagged

import (
	"math"
	"strconv"
)

// Canvas is where drawings are made. Its origin is the top left corner of what
// is drawn, y goes down.
type Canvas struct {
	doc         *Doc
	x, y, scale float64
	elem        *element // what is drawn belongs to it; nil: artifact
	artifact    string
}

// Stroke is a pen. Dash is lengths on and off.
type Stroke struct {
	Width float64
	Color Color
	Dash  []float64
	Round bool // ends and corners
}

// Point is a place on a canvas.
type Point struct{ X, Y float64 }

// Align says which end of a text stands at its place.
type Align int

// The ends of a text.
const (
	Left Align = iota
	Centre
	Right
)

func (d *Doc) artifactCanvas(x, y float64) *Canvas {
	return &Canvas{doc: d, x: x, y: y, scale: 1, artifact: layoutArtifact}
}

// Sub is a canvas within this one, its origin at x, y and its units scaled,
// widths of lines too. Type keeps its size.
func (c *Canvas) Sub(x, y, scale float64) *Canvas {
	sub := *c
	sub.x, sub.y, sub.scale = c.x+x*c.scale, c.y+y*c.scale, c.scale*scale
	return &sub
}

// Artifact draws what is not content within a figure.
func (c *Canvas) Artifact(draw func()) {
	elem, artifact := c.elem, c.artifact
	c.elem = nil
	if artifact == "" {
		c.artifact = layoutArtifact
	}
	draw()
	c.elem, c.artifact = elem, artifact
}

func (c *Canvas) raw(s string) {
	c.doc.tag(c.elem, orLayout(c.artifact))
	c.doc.page().raw(s)
}

func (c *Canvas) stroke(s Stroke) Stroke {
	scaled := Stroke{Width: s.Width * c.scale, Color: s.Color, Round: s.Round}
	for _, d := range s.Dash {
		scaled.Dash = append(scaled.Dash, d*c.scale)
	}
	return scaled
}

// at turns a point of the canvas into points on the page.
func (c *Canvas) at(x, y float64) (float64, float64) {
	return pt(c.x + x*c.scale), fromBottom(c.y + y*c.scale)
}

// Line draws a straight line.
func (c *Canvas) Line(x1, y1, x2, y2 float64, s Stroke) {
	c.raw(linePath(c.stroke(s), c.x+x1*c.scale, c.y+y1*c.scale, c.x+x2*c.scale, c.y+y2*c.scale))
}

// linePath is a line between places of the page, in mm.
func linePath(s Stroke, x1, y1, x2, y2 float64) string {
	b := penOperators(s)
	b = append(operands(b, pt(x1), fromBottom(y1)), "m "...)
	b = append(operands(b, pt(x2), fromBottom(y2)), "l S Q"...)
	return string(b)
}

// Polyline draws a line through points.
func (c *Canvas) Polyline(s Stroke, points []Point) {
	c.raw(string(append(c.path(penOperators(c.stroke(s)), points), "S Q"...)))
}

// StrokePolygon draws the outline of a polygon.
func (c *Canvas) StrokePolygon(s Stroke, points []Point) {
	c.raw(string(append(c.path(penOperators(c.stroke(s)), points), "s Q"...)))
}

// FillPolygon fills a polygon.
func (c *Canvas) FillPolygon(color Color, points []Point) {
	c.raw(string(append(c.path(fillOperators(color), points), "f Q"...)))
}

// StrokeRect draws the outline of a rectangle; half the pen lies outside.
func (c *Canvas) StrokeRect(x, y, w, h float64, s Stroke) {
	c.StrokePolygon(s, corners(x, y, w, h))
}

// FillRect fills a rectangle.
func (c *Canvas) FillRect(x, y, w, h float64, color Color) {
	c.FillPolygon(color, corners(x, y, w, h))
}

func corners(x, y, w, h float64) []Point {
	return []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
}

// StrokeCircle draws a circle.
func (c *Canvas) StrokeCircle(x, y, radius float64, s Stroke) {
	c.raw(string(append(c.circle(penOperators(c.stroke(s)), x, y, radius), "s Q"...)))
}

// FillCircle fills a circle.
func (c *Canvas) FillCircle(x, y, radius float64, color Color) {
	c.raw(string(append(c.circle(fillOperators(color), x, y, radius), "f Q"...)))
}

func (c *Canvas) path(b []byte, points []Point) []byte {
	for i, p := range points {
		x, y := c.at(p.X, p.Y)
		b = operands(b, x, y)
		if i == 0 {
			b = append(b, "m "...)
		} else {
			b = append(b, "l "...)
		}
	}
	return b
}

// circle is four curves; k is how far their handles reach.
func (c *Canvas) circle(b []byte, x, y, r float64) []byte {
	const k = 0.5523
	curve := func(points ...Point) {
		for _, p := range points {
			px, py := c.at(x+p.X*r, y+p.Y*r)
			b = operands(b, px, py)
		}
	}
	curve(Point{1, 0})
	b = append(b, "m "...)
	for _, quarter := range [][3]Point{
		{{1, k}, {k, 1}, {0, 1}},
		{{-k, 1}, {-1, k}, {-1, 0}},
		{{-1, -k}, {-k, -1}, {0, -1}},
		{{k, -1}, {1, -k}, {1, 0}},
	} {
		curve(quarter[:]...)
		b = append(b, "c "...)
	}
	return b
}

// Clip draws only what falls into a rectangle.
func (c *Canvas) Clip(x, y, w, h float64, draw func()) { c.ClipPolygon(corners(x, y, w, h), draw) }

// ClipPolygon draws only what falls into a polygon.
func (c *Canvas) ClipPolygon(points []Point, draw func()) {
	c.raw(string(append(c.path([]byte("q "), points), "W n"...)))
	draw()
	c.raw("Q")
}

// Diagonals fills a rectangle with lines at 45 degrees that rise to the right,
// one every so many mm along x.
func (c *Canvas) Diagonals(x, y, w, h, every float64, s Stroke) {
	c.Clip(x, y, w, h, func() {
		for at := x - h + every/2; at < x+w; at += every {
			c.Line(at-1, y+h+1, at+h+1, y-1, s)
		}
	})
}

// Horizontals fills a rectangle with level lines, the first so far from its top.
func (c *Canvas) Horizontals(x, y, w, h, first, every float64, s Stroke) {
	c.Clip(x, y, w, h, func() {
		for at := first; at < h; at += every {
			c.Line(x, y+at, x+w, y+at, s)
		}
	})
}

// Text draws one line of text with its baseline at y. A space follows, so that
// what is drawn next is another word to a screen reader.
func (c *Canvas) Text(x, y float64, text string, style Style, align Align) {
	glyphs := c.doc.glyphs(Text(text), style)
	if len(glyphs) == 0 {
		return
	}
	shift := [...]float64{Left: 0, Centre: 0.5, Right: 1}[align] * lineWidth(glyphs)
	drawn, face, w, _ := c.doc.faceFor(' ', style.Bold)
	glyphs = append(glyphs, glyph{r: drawn, face: face, width: float64(w) * style.Size * mmPerPt / 1000})
	c.doc.drawGlyphs(c.elem, orLayout(c.artifact), glyphs, style.Size, style.Color, c.x+x*c.scale-shift, c.y+y*c.scale)
}

// TextWidth is the width of a line of text.
func (c *Canvas) TextWidth(text string, style Style) float64 { return c.doc.Width(style, text) }

func penOperators(s Stroke) []byte {
	b := append([]byte("q "), colorOperands(s.Color)...)
	b = append(b, "RG "...)
	b = append(operands(b, pt(s.Width)), "w "...)
	if s.Round {
		b = append(b, "1 J 1 j "...)
	}
	if len(s.Dash) > 0 {
		b = append(b, '[')
		for _, d := range s.Dash {
			b = operands(b, pt(d))
		}
		b = append(b, "] 0 d "...)
	}
	return b
}

func fillOperators(color Color) []byte {
	return append(append([]byte("q "), colorOperands(color)...), "rg "...)
}

func colorOperands(c Color) []byte {
	var b []byte
	for _, v := range [...]uint8{c.R, c.G, c.B} {
		b = strconv.AppendFloat(b, math.Round(float64(v)/255*1000)/1000, 'f', -1, 64)
		b = append(b, ' ')
	}
	return b
}
