package pdfua

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// A pageText is what a page shows: its marked content and what is wrong in it.
type pageText struct {
	number   int // from 1
	dict     dict
	texts    map[int]*strings.Builder // by marked content ID
	problems []string
	said     map[string]bool
}

func (p *pageText) problem(format string, args ...any) {
	message := fmt.Sprintf("page %d: ", p.number) + fmt.Sprintf(format, args...)
	if !p.said[message] { // once a page is enough
		p.said[message] = true
		p.problems = append(p.problems, message)
	}
}

// A mark is an open stretch of marked content.
type mark struct {
	artifact  bool
	id        int // or -1
	hasActual bool
}

// painting operators put something on the page that isn't text.
var painting = map[operator]bool{"S": true, "s": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true, "Do": true, "sh": true, "BI": true}

type reader struct {
	file  *file
	page  *pageText
	fonts map[string]*pageFont
	marks []mark
	font  *pageFont
	saved []*pageFont
}

func (f *file) readPage(number int, page dict, fonts map[ref]*pageFont) *pageText {
	p := &pageText{number: number, dict: page, texts: map[int]*strings.Builder{}, said: map[string]bool{}}
	r := &reader{file: f, page: p, fonts: f.pageFonts(page, fonts)}
	var content []byte
	for _, part := range f.list(page["Contents"]) {
		if s, ok := f.get(part).(stream); ok {
			content = append(append(content, f.decode(s)...), '\n')
		}
	}
	l := &lexer{data: content}
	var operands array
	for l.at < len(l.data) {
		switch v := l.object(0).(type) {
		case operator:
			r.run(v, operands)
			operands = operands[:0]
		case end:
		default:
			operands = append(operands, v)
		}
	}
	if len(r.marks) > 0 {
		p.problem("marked content is not closed")
	}
	return p
}

func (r *reader) run(op operator, operands array) {
	last := func() any {
		if len(operands) == 0 {
			return nil
		}
		return operands[len(operands)-1]
	}
	switch op {
	case "q":
		r.saved = append(r.saved, r.font)
	case "Q":
		if n := len(r.saved); n > 0 {
			r.font, r.saved = r.saved[n-1], r.saved[:n-1]
		}
	case "Tf":
		if len(operands) >= 2 {
			font, _ := operands[len(operands)-2].(name)
			r.font = r.fonts[string(font)]
		}
	case "BMC", "BDC":
		r.open(op, operands)
	case "EMC":
		if len(r.marks) == 0 {
			r.page.problem("EMC closes nothing")
			return
		}
		r.marks = r.marks[:len(r.marks)-1]
	case "Tj", "'", "\"":
		if s, ok := last().(text); ok {
			r.show(s)
		}
	case "TJ":
		parts, _ := last().(array)
		for _, part := range parts {
			if s, ok := part.(text); ok {
				r.show(s)
			}
		}
	default:
		if painting[op] && len(r.marks) == 0 {
			r.page.problem("a drawing is neither tagged nor an artifact")
		}
	}
}

func (r *reader) open(op operator, operands array) {
	m := mark{id: -1}
	var tag name
	if len(operands) > 0 {
		tag, _ = operands[0].(name)
	}
	var properties dict
	if op == "BDC" && len(operands) > 1 {
		properties, _ = operands[1].(dict)
	}
	m.artifact = tag == "Artifact"
	if id, ok := properties["MCID"].(float64); ok {
		m.id = int(id)
	}
	for _, around := range r.marks {
		if around.artifact && m.id >= 0 {
			r.page.problem("tagged content inside an artifact")
		}
		if around.id >= 0 && m.artifact {
			r.page.problem("an artifact inside tagged content")
		}
		if around.id >= 0 && m.id >= 0 {
			r.page.problem("tagged content inside tagged content")
		}
	}
	r.marks = append(r.marks, m)
	if m.id >= 0 {
		if r.page.texts[m.id] != nil {
			r.page.problem("marked content ID %d is used twice", m.id)
		} else {
			r.page.texts[m.id] = &strings.Builder{}
		}
	}
	if s, ok := properties["ActualText"].(text); ok {
		r.add(textString(s))
		r.marks[len(r.marks)-1].hasActual = true
	}
}

// add puts text to the marked content it stands in, unless that says itself
// what its text is.
func (r *reader) add(s string) {
	id := -1
	for _, m := range r.marks {
		if m.hasActual {
			return
		}
		if m.id >= 0 {
			id = m.id
		}
	}
	if b := r.page.texts[id]; b != nil {
		b.WriteString(s)
	}
}

func (r *reader) show(s text) {
	covered := false
	for _, m := range r.marks {
		covered = covered || m.artifact || m.id >= 0
	}
	if !covered {
		r.page.problem("text is neither tagged nor an artifact")
	}
	if r.font == nil {
		r.page.problem("text without a font")
		return
	}
	shown, problem := r.font.text(s)
	if problem != "" {
		r.page.problem("%s", problem)
	}
	r.add(shown)
}

// textString reads a string that is meant for people.
func textString(s text) string {
	if !bytes.HasPrefix(s, []byte("\xFE\xFF")) {
		return string(s)
	}
	s = s[2:]
	units := make([]uint16, len(s)/2)
	for i := range units {
		units[i] = uint16(s[2*i])<<8 | uint16(s[2*i+1])
	}
	return string(utf16.Decode(units))
}
