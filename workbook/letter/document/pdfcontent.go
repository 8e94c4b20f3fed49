package document

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

// run is text that a page shows in one go, and where. Lengths are points,
// y grows upwards.
type run struct {
	text     string
	x0, x1   float64
	y, size  float64
	bold     bool
	mark     int  // its number in the page's marked content, -1 for none
	artifact bool // furniture of the page, such as a footer
}

// matrix is a PDF matrix [a b c d e f].
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// textState is what q saves and Q brings back, the font included.
type textState struct {
	ctm                          matrix
	font                         *font
	size, leading                float64
	charSpace, wordSpace, scaled float64
	rise                         float64
	mode                         int64
}

type marked struct {
	mark     int
	artifact bool
	actual   string // what the marked text really says
	hasText  bool   // actual has been given
}

const maxOperators = 3_000_000

// pageReader follows the drawing of a page and gathers its text.
type pageReader struct {
	file      *pdfFile
	resources pdf.Value
	state     textState
	saved     []textState
	text      matrix
	line      matrix
	marks     []marked
	runs      []run
	depth     int
}

func (p *pageReader) read(content pdf.Value) {
	pdf.Interpret(content, func(stack *pdf.Stack, op string) {
		if p.file.operators++; p.file.operators > maxOperators {
			panic("too many operators")
		}
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		p.operate(op, args)
	})
}

func arg(args []pdf.Value, i int) float64 {
	if i < 0 || i >= len(args) {
		return 0
	}
	return args[i].Float64()
}

func argMatrix(args []pdf.Value) matrix {
	var m matrix
	for i := range m {
		m[i] = arg(args, i)
	}
	return m
}

func (p *pageReader) operate(op string, args []pdf.Value) {
	s := &p.state
	switch op {
	case "q":
		if len(p.saved) < 1000 {
			p.saved = append(p.saved, p.state)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			p.state, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		s.ctm = argMatrix(args).times(s.ctm)
	case "Do":
		p.form(args)
	case "BMC", "BDC":
		p.begin(args)
	case "EMC":
		if n := len(p.marks); n > 0 {
			p.marks = p.marks[:n-1]
		}
	default:
		p.operateText(op, args)
	}
}

func (p *pageReader) operateText(op string, args []pdf.Value) {
	s := &p.state
	switch op {
	case "BT":
		p.text, p.line = identity, identity
	case "Tf":
		if len(args) == 2 {
			s.font, s.size = p.font(args[0].Name()), args[1].Float64()
		}
	case "Tc":
		s.charSpace = arg(args, 0)
	case "Tw":
		s.wordSpace = arg(args, 0)
	case "Tz":
		s.scaled = arg(args, 0) / 100
	case "TL":
		s.leading = arg(args, 0)
	case "Ts":
		s.rise = arg(args, 0)
	case "Tr":
		s.mode = int64(arg(args, 0))
	case "Tm":
		p.line = argMatrix(args)
		p.text = p.line
	case "Td":
		p.move(arg(args, 0), arg(args, 1))
	case "TD":
		s.leading = -arg(args, 1)
		p.move(arg(args, 0), arg(args, 1))
	case "T*":
		p.move(0, -s.leading)
	case "Tj":
		p.show(args)
	case "TJ":
		if len(args) > 0 {
			p.showSpaced(args[len(args)-1])
		}
	case "'":
		p.move(0, -s.leading)
		p.show(args)
	case "\"":
		s.wordSpace, s.charSpace = arg(args, 0), arg(args, 1)
		p.move(0, -s.leading)
		p.show(args)
	}
}

func (p *pageReader) move(x, y float64) {
	p.line = matrix{1, 0, 0, 1, x, y}.times(p.line)
	p.text = p.line
}

func (p *pageReader) font(name string) *font {
	return p.file.font(p.resources.Key("Font").Key(name))
}

func (p *pageReader) show(args []pdf.Value) {
	if len(args) > 0 {
		p.showText(args[len(args)-1].RawString())
	}
}

// showSpaced shows the strings of an array; its numbers move along the line.
func (p *pageReader) showSpaced(list pdf.Value) {
	for i := range list.Len() {
		if v := list.Index(i); v.Kind() == pdf.String {
			p.showText(v.RawString())
		} else {
			p.advance(-v.Float64() / 1000 * p.state.size * p.state.scaled)
		}
	}
}

func (p *pageReader) advance(x float64) {
	p.text = matrix{1, 0, 0, 1, x, 0}.times(p.text)
}

func (p *pageReader) showText(raw string) {
	s := &p.state
	if s.font == nil {
		return
	}
	at := p.text.times(s.ctm)
	start, y := at[4], at[5]
	scale := math.Hypot(at[2], at[3])
	var text strings.Builder
	for _, code := range s.font.codes(raw) {
		text.WriteString(s.font.text(code))
		width := s.font.width(code)/1000*s.size + s.charSpace
		if code == " " {
			width += s.wordSpace
		}
		p.advance(width * s.scaled)
	}
	r := run{text: text.String(), x0: start, x1: p.text.times(s.ctm)[4], y: y + s.rise*scale, size: s.size * scale,
		bold: s.font.bold || s.mode == 2, mark: -1}
	p.place(r)
}

// place puts a run into the marked content that it stands in.
func (p *pageReader) place(r run) {
	for i := range p.marks {
		m := &p.marks[i]
		if m.mark >= 0 {
			r.mark = m.mark
		}
		r.artifact = r.artifact || m.artifact
		if m.actual != "" {
			if r.text = m.actual; m.hasText {
				r.text = ""
			}
			m.hasText = true
		}
	}
	p.runs = append(p.runs, r)
}

func (p *pageReader) begin(args []pdf.Value) {
	m := marked{mark: -1}
	if len(args) > 0 {
		m.artifact = args[0].Name() == "Artifact"
	}
	if len(args) > 1 {
		properties := args[1]
		if properties.Kind() == pdf.Name {
			properties = p.resources.Key("Properties").Key(properties.Name())
		}
		if id := properties.Key("MCID"); id.Kind() == pdf.Integer {
			m.mark = int(id.Int64())
		}
		m.actual = properties.Key("ActualText").Text()
	}
	if len(p.marks) < 1000 {
		p.marks = append(p.marks, m)
	}
}

// form follows a drawing that a page uses.
func (p *pageReader) form(args []pdf.Value) {
	if len(args) == 0 || p.depth > 8 {
		return
	}
	x := p.resources.Key("XObject").Key(args[0].Name())
	if x.Key("Subtype").Name() != "Form" {
		return
	}
	inner := pageReader{file: p.file, resources: x.Key("Resources"), state: p.state, text: identity, line: identity, depth: p.depth + 1, marks: p.marks}
	if inner.resources.IsNull() {
		inner.resources = p.resources
	}
	if m := x.Key("Matrix"); m.Len() == 6 {
		var form matrix
		for i := range form {
			form[i] = m.Index(i).Float64()
		}
		inner.state.ctm = form.times(inner.state.ctm)
	}
	inner.read(x)
	p.runs = append(p.runs, inner.runs...)
}

// readPageRuns gives what a page shows, also where its drawing ends in an
// error half way.
func readPageRuns(file *pdfFile, pg pdfPage) (runs []run) {
	p := &pageReader{file: file, resources: pg.resources, text: identity, line: identity}
	p.state = textState{ctm: identity, scaled: 1}
	defer func() {
		if recover() != nil {
			file.damaged = true
			runs = p.runs
		}
	}()
	p.read(pg.content)
	return p.runs
}
