package tagged

import "fmt"

// mmPerPt turns points, which only type is measured in, into millimetres.
const mmPerPt = 25.4 / 72

// Color is a device RGB colour. The zero value is black.
type Color struct{ R, G, B uint8 }

// Hex reads "#1d4f91". Anything else is a mistake in the program and panics;
// a colour that somebody typed belongs in a check of its own.
func Hex(s string) Color {
	var c Color
	if n, err := fmt.Sscanf(s, "#%02x%02x%02x", &c.R, &c.G, &c.B); n != 3 || err != nil || len(s) != 7 {
		panic("pdf: not a colour: " + s)
	}
	return c
}

// Style says how text looks. Size and Leading are points.
type Style struct {
	Size, Leading float64
	Bold          bool
	Color         Color
}

// Height is the height of one line, in mm.
func (s Style) Height() float64 { return s.Leading * mmPerPt }

// baseline is the distance from the top of a line to its baseline: the line's
// ascent and descent (0.905 and 0.212 of the size, as in Liberation Sans)
// are set in the middle of the leading.
func (s Style) baseline() float64 {
	return ((s.Leading-1.117*s.Size)/2 + 0.905*s.Size) * mmPerPt
}

// Run is a stretch of text in one look. Runs are joined as they stand, without
// a space; "\n" in the text breaks the line.
type Run struct {
	Text      string
	Bold      bool
	Color     *Color // nil: the style's
	Underline bool

	// To (an ID in this document) or URI makes the run a link. Says is what a
	// screen reader announces; empty means Text.
	To, URI, Says string

	// Shape, if not nil, is drawn in place of the text. It is an artifact: the
	// words beside it must say the same.
	Shape *Shape
}

// Shape is a small drawing that stands in a line of text, its middle at the
// middle of the capitals.
type Shape struct {
	W, H float64
	Draw func(*Canvas)
}

// Text is a paragraph's runs when there is only one.
func Text(s string) []Run { return []Run{{Text: s}} }

// Bold is a run in bold.
func Bold(s string) Run { return Run{Text: s, Bold: true} }

func (r Run) isLink() bool { return r.To != "" || r.URI != "" }

func (r Run) says() string {
	if r.Says != "" {
		return r.Says
	}
	return r.Text
}
