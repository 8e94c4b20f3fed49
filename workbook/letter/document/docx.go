package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// readDocx reads a Word document: its body, in order, without what has been
// struck out by tracked changes.
func readDocx(data []byte) (*Document, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errCut
	}
	body, err := wordPart(archive, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if body == nil {
		if slices.ContainsFunc(archive.File, func(f *zip.File) bool { return strings.HasPrefix(f.Name, "xl/") }) {
			return nil, errWorkbook
		}
		return nil, errNotWord
	}
	styles, err := wordPart(archive, "word/styles.xml")
	if err != nil {
		return nil, err
	}
	w := &wordReader{doc: &Document{Tagged: true}, styles: readStyles(styles)}
	if err := w.read(body); err != nil {
		return nil, err
	}
	return w.doc, nil
}

// wordPart is the text of a part, nil where the package hasn't got it.
func wordPart(archive *zip.Reader, name string) ([]byte, error) {
	for _, f := range archive.File {
		if f.Name != name {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, errCut
		}
		defer r.Close()
		text, err := io.ReadAll(io.LimitReader(r, maxUnpacked+1))
		if err != nil {
			return nil, errCut
		}
		if len(text) > maxUnpacked {
			return nil, errHuge
		}
		return text, nil
	}
	return nil, nil
}

// wordStyle is what a paragraph style says that matters here.
type wordStyle struct {
	name, basedOn string
	outline       int // heading level from 1, 0 for none
	list, bold    bool
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// on tells whether a switch such as <w:b/> is on.
func on(e xml.StartElement) bool {
	v := attr(e, "val")
	return v != "0" && v != "false" && v != "off" && v != "none"
}

func readStyles(text []byte) map[string]wordStyle {
	styles := map[string]wordStyle{}
	d := xml.NewDecoder(bytes.NewReader(text))
	id := ""
	for {
		token, err := d.Token()
		if err != nil {
			return styles
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		s := styles[id]
		switch e.Name.Local {
		case "style":
			id = attr(e, "styleId")
			s = wordStyle{}
		case "name":
			s.name = strings.ToLower(attr(e, "val"))
		case "basedOn":
			s.basedOn = attr(e, "val")
		case "outlineLvl":
			if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
				s.outline = n + 1
			}
		case "numPr":
			s.list = true
		case "b":
			s.bold = on(e)
		}
		if id != "" {
			styles[id] = s
		}
	}
}

// wordReader goes through a document's body.
type wordReader struct {
	doc    *Document
	styles map[string]wordStyle
	tables []wordPlace // the tables that are open, inmost last
	count  int
}

type wordPlace struct{ table, row, col int }

// wordParagraph is the paragraph that is being read.
type wordParagraph struct {
	text            strings.Builder
	style           string
	list, level     int
	outline         int
	bold, plainRuns int // letters in bold, and not
	runBold         *bool
}

// skipped are elements whose text is not part of the document as it stands.
var skipped = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "rPrChange": true,
	"pPrChange": true, "sectPr": true, "footnoteReference": true, "tblPrChange": true, "fldData": true}

func (w *wordReader) read(text []byte) error {
	d := xml.NewDecoder(bytes.NewReader(text))
	var open []*wordParagraph
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return errCut
		}
		if len(w.doc.Blocks) > maxBlocks || len(open) > maxDepth || len(w.tables) > maxDepth {
			return errHuge
		}
		switch e := token.(type) {
		case xml.StartElement:
			if skipped[e.Name.Local] {
				if d.Skip() != nil {
					return errCut
				}
				continue
			}
			if e.Name.Local == "p" {
				open = append(open, &wordParagraph{})
				continue
			}
			w.start(e, last(open), d)
		case xml.EndElement:
			if e.Name.Local == "p" && len(open) > 0 {
				w.paragraph(open[len(open)-1])
				open = open[:len(open)-1]
			}
			w.endElement(e.Name.Local)
		}
	}
}

func last(open []*wordParagraph) *wordParagraph {
	if len(open) == 0 {
		return nil
	}
	return open[len(open)-1]
}

func (w *wordReader) start(e xml.StartElement, p *wordParagraph, d *xml.Decoder) {
	switch e.Name.Local {
	case "tbl":
		w.count++
		w.tables = append(w.tables, wordPlace{table: w.count})
	case "tr":
		if n := len(w.tables); n > 0 {
			w.tables[n-1].row++
			w.tables[n-1].col = 0
		}
	case "tc":
		if n := len(w.tables); n > 0 {
			w.tables[n-1].col++
		}
	}
	if p != nil {
		w.inParagraph(e, p, d)
	}
}

func (w *wordReader) endElement(name string) {
	if n := len(w.tables); name == "tbl" && n > 0 {
		w.tables = w.tables[:n-1]
	}
}

func (w *wordReader) inParagraph(e xml.StartElement, p *wordParagraph, d *xml.Decoder) {
	switch e.Name.Local {
	case "pStyle":
		p.style = attr(e, "val")
	case "numPr":
		p.list = max(p.list, 1)
	case "ilvl":
		p.level, _ = strconv.Atoi(attr(e, "val"))
	case "numId":
		if attr(e, "val") == "0" {
			p.list = -1
		}
	case "outlineLvl":
		if n, err := strconv.Atoi(attr(e, "val")); err == nil && n < 9 {
			p.outline = n + 1
		}
	case "r":
		p.runBold = nil
	case "b":
		bold := on(e)
		p.runBold = &bold
	case "tab":
		p.text.WriteByte(' ')
	case "br", "cr":
		p.text.WriteByte('\n')
	case "noBreakHyphen":
		p.text.WriteByte('-')
	case "sym":
		if n, err := strconv.ParseUint(attr(e, "char"), 16, 32); err == nil {
			p.text.WriteRune(rune(n))
		}
	case "t":
		var text string
		if d.DecodeElement(&text, &e) == nil {
			p.text.WriteString(text)
			if p.runBold != nil && *p.runBold || p.runBold == nil && w.style(p.style).bold {
				p.bold += len(strings.TrimSpace(text))
			} else {
				p.plainRuns += len(strings.TrimSpace(text))
			}
		}
	}
}

// style is a style with what it takes from those that it is based on.
func (w *wordReader) style(id string) wordStyle {
	s := w.styles[id]
	for base, depth := s.basedOn, 0; base != "" && depth < 10; depth++ {
		b := w.styles[base]
		if s.outline == 0 {
			s.outline = b.outline
		}
		s.list = s.list || b.list
		s.bold = s.bold || b.bold
		base = b.basedOn
	}
	return s
}

// addressLines parts a paragraph whose lines are broken by hand and short, as
// those of an address are; nil for any other.
func addressLines(text string) []string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = oneLine(line); line != "" {
			lines = append(lines, line)
		}
	}
	if len(lines) < 2 || slices.ContainsFunc(lines, func(l string) bool { return len(l) > 60 || opensLow(l) }) {
		return nil
	}
	return lines
}

func (w *wordReader) paragraph(p *wordParagraph) {
	if lines := addressLines(p.text.String()); lines != nil && p.list < 1 {
		for _, line := range lines {
			one := *p
			one.text = strings.Builder{}
			one.text.WriteString(line)
			w.paragraph(&one)
		}
		return
	}
	b := Block{Text: oneLine(p.text.String()), Bold: p.bold > 0 && p.plainRuns == 0}
	if b.Text == "" {
		return
	}
	style := w.style(p.style)
	outline := max(p.outline, style.outline)
	if outline == 0 && strings.HasPrefix(style.name, "heading ") {
		outline, _ = strconv.Atoi(strings.TrimPrefix(style.name, "heading "))
	}
	switch {
	case outline > 0 || style.name == "title":
		b.Kind, b.Level = Heading, max(outline, 1)
	case strings.HasPrefix(style.name, "toc "):
		return
	case p.list > 0 || p.list == 0 && (style.list || strings.HasPrefix(style.name, "list ")):
		b.Kind, b.Level, b.Label = Item, p.level+1, "•"
	case strings.HasPrefix(style.name, "footnote"):
		b.Kind = Note
	}
	if n := len(w.tables); n > 0 {
		at := w.tables[n-1]
		b.Table, b.Row, b.Col = at.table, at.row, at.col
	}
	w.doc.Blocks = append(w.doc.Blocks, b)
}
