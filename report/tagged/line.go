package tagged

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/bidi"
)

// textBlock is text laid out in lines, shared by all that draws text.
type textBlock struct {
	runs  []Run
	style Style
	elem  *element         // nil in an artifact
	links map[int]*element // Link elements by run, made when first drawn
}

// drawLine draws one line with its top left corner at x, y. The spaces at its
// end are drawn too, so that readers don't join the words on either side.
func (d *Doc) drawLine(t *textBlock, line []glyph, x, y float64, artifact string) {
	baseline := y + t.style.baseline()
	for len(line) > 0 {
		run := int(line[0].run)
		n := 1
		for n < len(line) && int(line[n].run) == run {
			n++
		}
		x += d.drawRun(t, run, line[:n], x, baseline, artifact)
		line = line[n:]
	}
}

// drawRun draws the part of a line that belongs to one run and returns its width.
func (d *Doc) drawRun(t *textBlock, index int, part []glyph, x, baseline float64, artifact string) float64 {
	run := t.runs[index]
	width := 0.0
	for _, g := range part {
		width += g.width
	}
	if run.Shape != nil {
		middle := baseline - 0.344*t.style.Size*mmPerPt // half the height of capitals
		run.Shape.Draw(&Canvas{doc: d, x: x, y: middle - run.Shape.H/2, scale: 1, artifact: orLayout(artifact)})
		return width
	}
	elem := t.elem
	if run.isLink() && elem != nil {
		elem = t.link(index)
	}
	color := t.style.Color
	if run.Color != nil {
		color = *run.Color
	}
	d.drawGlyphs(elem, orLayout(artifact), part, t.style.Size, color, x, baseline)
	seen := lineWidth(part)
	if run.Underline && seen > 0 {
		d.tag(elem, orLayout(artifact))
		thick := 0.06 * t.style.Size * mmPerPt
		d.page().raw(linePath(Stroke{Width: thick, Color: color}, x, baseline+2*thick, x+seen, baseline+2*thick))
	}
	if run.isLink() && seen > 0 {
		d.addLink(elem, run, x, baseline-t.style.baseline(), seen, t.style.Height())
	}
	return width
}

func (t *textBlock) link(run int) *element {
	if t.links == nil {
		t.links = map[int]*element{}
	}
	if t.links[run] == nil {
		t.links[run] = t.elem.child("Link")
	}
	return t.links[run]
}

func orLayout(artifact string) string {
	if artifact == "" {
		return layoutArtifact
	}
	return artifact
}

// drawGlyphs draws part of a line, face by face. Where what is seen differs from
// what is written (no font has it, or it runs from right to left) the written
// text goes along as ActualText, in a mark of its own: some readers lose what
// follows a mark inside a mark.
func (d *Doc) drawGlyphs(e *element, artifact string, part []glyph, size float64, color Color, x, baseline float64) {
	if hasRightToLeft(part) {
		// Not a Span: readers that take actual text from spans only turn
		// right-to-left text round themselves.
		role := ""
		if e != nil {
			role = e.role
		}
		d.tagActual(e, artifact, role, part)
		d.drawFaces(visualOrder(part), size, color, x, baseline)
		d.closeMark()
		return
	}
	for len(part) > 0 {
		n := 1
		for n < len(part) && (part[n].actual == 0) == (part[0].actual == 0) {
			n++
		}
		if part[0].actual == 0 {
			d.tag(e, artifact)
			x += d.drawFaces(part[:n], size, color, x, baseline)
		} else {
			d.tagActual(e, artifact, "Span", part[:n])
			x += d.drawFaces(part[:n], size, color, x, baseline)
			d.closeMark()
		}
		part = part[n:]
	}
}

// An actualText is what a mark really says, where that is not what it shows.
type actualText struct{ tag, text string }

// tagActual opens a mark with its actual text.
func (d *Doc) tagActual(e *element, artifact, tag string, part []glyph) {
	written := make([]rune, len(part))
	for i, g := range part {
		written[i] = g.written()
		if g.r == '\n' {
			written[i] = ' '
		}
	}
	d.closeMark()
	d.actual = &actualText{tag, string(written)}
	d.tag(e, artifact)
	d.actual = nil
}

func (g glyph) written() rune {
	if g.actual != 0 {
		return g.actual
	}
	return g.r
}

func (d *Doc) drawFaces(part []glyph, size float64, color Color, x, baseline float64) float64 {
	width := 0.0
	for len(part) > 0 {
		var text strings.Builder
		text.Grow(len(part))
		n, w := 0, 0.0
		for n < len(part) && (part[n].face == part[0].face || part[n].r == '\n') {
			r := part[n].r
			if r == '\n' {
				r = ' ' // a line that is broken on purpose still ends a word
			}
			text.WriteRune(r)
			w += part[n].width
			n++
		}
		d.put(text.String(), part[0].face, size, color, x+width, baseline)
		width += w
		part = part[n:]
	}
	return width
}

const hexDigits = "0123456789ABCDEF"

// hexText is a PDF text string in UTF-16.
func hexText(s string) string {
	units := utf16.Encode([]rune(s))
	b := make([]byte, 0, 6+4*len(units))
	b = append(b, "<FEFF"...)
	for _, u := range units {
		b = append(b, hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15])
	}
	return string(append(b, '>'))
}

func hasRightToLeft(part []glyph) bool {
	const hebrew = 0x0590 // the first script that does
	var all rune
	for _, g := range part {
		all |= g.r | g.actual
	}
	if all < hebrew { // as a rule, and told without looking at each letter
		return false
	}
	for _, g := range part {
		r := g.written()
		if r < hebrew {
			continue
		}
		switch p, _ := bidi.LookupRune(r); p.Class() {
		case bidi.R, bidi.AL, bidi.AN:
			return true
		}
	}
	return false
}

// visualOrder puts a line with right-to-left text into the order in which it is
// drawn. Letters are not joined: Arabic is drawn in its separate forms.
func visualOrder(part []glyph) []glyph {
	// A left-to-right mark in front makes the line run from left to right, as
	// the paragraph does, whatever its first letter is.
	const mark = '\u200E'
	text := []rune{mark}
	for _, g := range part {
		if g.r == '\n' {
			g.r = ' '
		}
		text = append(text, g.written())
	}
	var p bidi.Paragraph
	if _, err := p.SetString(string(text)); err != nil {
		return part
	}
	order, err := p.Order()
	if err != nil {
		return part
	}
	out := make([]glyph, 0, len(part))
	for i := range order.NumRuns() {
		run := order.Run(i)
		from, to := run.Pos() // runes, both inclusive
		from, to = max(from-1, 0), to-1
		if run.Direction() == bidi.LeftToRight {
			out = append(out, part[from:to+1]...)
			continue
		}
		for j := to; j >= from; j-- {
			g := part[j]
			if m, ok := mirrored[g.r]; ok {
				g.r = m
			}
			out = append(out, g)
		}
	}
	if len(out) != len(part) {
		return part
	}
	return out
}

// mirrored are the brackets that turn round in right-to-left text; each pair
// has one width.
var mirrored = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«'}
