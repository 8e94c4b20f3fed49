package document

import (
	"math"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	maxNodes = 400_000
	maxDepth = 150
)

// tagWalk goes through the structure tree of a PDF in reading order.
type tagWalk struct {
	doc    *Document
	roles  pdf.Value
	pages  map[int64]int   // index of a page by its object's number
	marked []map[int][]run // by page and mark
	nodes  int
	tables int
	seen   map[int64]bool
	right  float64 // how far right the text of the document reaches
}

// place is where in the tree the walk stands.
type place struct {
	page            int // index, -1 where not said
	depth, list     int
	table, row, col int
	note            bool
	item            *itemParts
}

// itemParts gathers one item of a list, until its first block is written.
type itemParts struct {
	label string
	begun bool
}

// byStructure reads by the structure tree, nil where there is none or where
// it leaves out much of what the pages show.
func (f *pdfFile) byStructure() *Document {
	root := f.reader.Trailer().Key("Root").Key("StructTreeRoot")
	if root.Kind() != pdf.Dict {
		return nil
	}
	w := &tagWalk{doc: &Document{Tagged: true}, roles: root.Key("RoleMap"), pages: map[int64]int{}, seen: map[int64]bool{}}
	total := 0
	for i, p := range f.pages {
		w.pages[p.number] = i
		marks := map[int][]run{}
		for _, r := range p.runs {
			if r.mark >= 0 && !r.artifact {
				marks[r.mark] = append(marks[r.mark], r)
			}
			if !r.artifact {
				w.right = math.Max(w.right, r.x1)
				total += len(r.text)
			}
		}
		w.marked = append(w.marked, marks)
	}
	w.kids(root.Key("K"), place{page: -1})
	found := 0
	for _, b := range w.doc.Blocks {
		found += len(b.Text)
	}
	if found < total*7/10 {
		return nil
	}
	return w.doc
}

// role is the standard type of an element: authors' programs name their own.
func (w *tagWalk) role(name string) string {
	for range 5 {
		standard := w.roles.Key(name).Name()
		if standard == "" || standard == name {
			return name
		}
		name = standard
	}
	return name
}

// kids goes through the children that are elements; text outside paragraphs
// becomes a paragraph of its own.
func (w *tagWalk) kids(k pdf.Value, at place) {
	if at.depth++; at.depth > maxDepth {
		return
	}
	if k.Kind() != pdf.Array {
		w.kid(k, at)
		return
	}
	var loose pieces
	for i := range k.Len() {
		kid := k.Index(i)
		if isElement(kid) && !w.inline(kid) {
			w.paragraph(&loose, at)
			w.kid(kid, at)
			continue
		}
		w.gather(kid, at, &loose)
	}
	w.paragraph(&loose, at)
}

func (w *tagWalk) kid(kid pdf.Value, at place) {
	if !isElement(kid) || w.inline(kid) {
		var loose pieces
		w.gather(kid, at, &loose)
		w.paragraph(&loose, at)
		return
	}
	w.element(kid, at)
}

func isElement(v pdf.Value) bool { return v.Kind() == pdf.Dict && !v.Key("S").IsNull() }

func (w *tagWalk) inline(v pdf.Value) bool {
	switch w.role(v.Key("S").Name()) {
	case "Span", "Link", "Quote", "Reference", "Code", "Em", "Strong", "Annot", "BibEntry", "Sub", "Ruby", "Warichu":
		return true
	}
	return false
}

// visit counts an element and tells whether it is new.
func (w *tagWalk) visit(v pdf.Value, at *place) bool {
	w.nodes++
	number := v.Key(ownKey).Int64()
	if w.nodes > maxNodes || number != 0 && w.seen[number] {
		return false
	}
	w.seen[number] = true
	if page, ok := w.pages[v.Key("Pg").Key(ownKey).Int64()]; ok {
		at.page = page
	}
	return true
}

func (w *tagWalk) element(v pdf.Value, at place) {
	if !w.visit(v, &at) {
		return
	}
	k := v.Key("K")
	switch role := w.role(v.Key("S").Name()); role {
	case "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Caption", "Lbl":
		w.block(v, role, at)
	case "L":
		at.list++
		if labels, broken := w.brokenList(k, at); broken {
			w.listByLines(v, labels, at)
			return
		}
		w.kids(k, at)
	case "LI":
		at.item = &itemParts{}
		w.kids(k, at)
	case "LBody":
		w.kids(k, at)
	case "Table":
		w.tables++
		at.table, at.row, at.col = w.tables, 0, 0
		w.rows(k, &at)
	case "Note", "FENote":
		at.note = true
		w.kids(k, at)
	case "Figure", "Formula", "TOC", "TOCI", "Artifact", "Index":
	default:
		w.kids(k, at)
	}
}

// rows goes through a table. Bodies and heads of tables may stand between.
func (w *tagWalk) rows(k pdf.Value, at *place) {
	if k.Kind() != pdf.Array {
		w.rowPart(k, at)
		return
	}
	for i := range k.Len() {
		w.rowPart(k.Index(i), at)
	}
}

func (w *tagWalk) rowPart(v pdf.Value, at *place) {
	if at.depth > maxDepth || !isElement(v) {
		return
	}
	inner := *at
	if !w.visit(v, &inner) {
		return
	}
	inner.depth++
	switch w.role(v.Key("S").Name()) {
	case "TR":
		at.row++
		inner.row, inner.col = at.row, 0
		w.rows(v.Key("K"), &inner)
	case "TH", "TD":
		at.col++
		inner.col = at.col
		w.kids(v.Key("K"), inner)
	case "THead", "TBody", "TFoot":
		w.rows(v.Key("K"), &inner)
		at.row = inner.row
	default:
		w.kids(v.Key("K"), inner)
	}
}

// block is an element that holds text. What stands in it as a block of its
// own, such as a list that Word put into a paragraph, comes after it.
func (w *tagWalk) block(v pdf.Value, role string, at place) {
	var text pieces
	var inner []pdf.Value
	k := v.Key("K")
	each(k, func(kid pdf.Value) {
		if isElement(kid) && !w.inline(kid) && w.role(kid.Key("S").Name()) != "Lbl" {
			inner = append(inner, kid)
			return
		}
		w.gather(kid, at, &text)
	})
	switch {
	case role == "Lbl" && at.item != nil && !at.item.begun && at.item.label == "":
		at.item.label = oneLine(text.join())
	case strings.HasPrefix(role, "H") || role == "Title":
		w.write(&text, Block{Kind: Heading, Level: headingLevel(role)}, at)
	default:
		w.paragraph(&text, at)
	}
	for _, kid := range inner {
		at.depth++
		w.element(kid, at)
	}
}

// apart tells an element that stands within a line of text and is no part of
// it: a footnote, a picture.
func (w *tagWalk) apart(v pdf.Value) bool {
	switch w.role(v.Key("S").Name()) {
	case "Note", "FENote", "Figure", "Formula", "Artifact", "Table":
		return true
	}
	return false
}

// addressLines parts a paragraph whose lines all end long before the margin,
// as those of an address do, into one for each line.
func (w *tagWalk) addressLines(text *pieces, b Block, at place) []Block {
	if b.Kind != Paragraph || at.item != nil || b.Page != b.Last || b.Page != 1 {
		return nil
	}
	var runs []run
	for _, r := range text.runs {
		runs = append(runs, r.run)
	}
	var blocks []Block
	for _, l := range pageLines(runs, b.Page) {
		if l.x1 > 0.62*w.right || opensLow(l.text) {
			return nil
		}
		blocks = append(blocks, Block{Kind: Paragraph, Text: l.text, Bold: l.bold, Page: b.Page, Last: b.Page, Table: at.table, Row: at.row, Col: at.col})
	}
	return blocks
}

func headingLevel(role string) int {
	if n, err := strconv.Atoi(strings.TrimPrefix(role, "H")); err == nil {
		return n
	}
	return 1
}

func each(k pdf.Value, do func(pdf.Value)) {
	if k.Kind() != pdf.Array {
		do(k)
		return
	}
	for i := range k.Len() {
		do(k.Index(i))
	}
}

// gather adds the text that a child stands for: a mark of its page, or an
// element within the line.
func (w *tagWalk) gather(kid pdf.Value, at place, text *pieces) {
	if at.depth++; at.depth > maxDepth {
		return
	}
	switch kid.Kind() {
	case pdf.Integer:
		w.mark(int(kid.Int64()), at.page, text)
	case pdf.Dict:
		if id := kid.Key("MCID"); id.Kind() == pdf.Integer && !isElement(kid) {
			page := at.page
			if own, ok := w.pages[kid.Key("Pg").Key(ownKey).Int64()]; ok {
				page = own
			}
			w.mark(int(id.Int64()), page, text)
			return
		}
		if !isElement(kid) {
			return
		}
		if w.apart(kid) {
			text.apart = append(text.apart, kid)
			return
		}
		if w.visit(kid, &at) {
			each(kid.Key("K"), func(k pdf.Value) { w.gather(k, at, text) })
		}
	}
}

func (w *tagWalk) mark(id, page int, text *pieces) {
	if page < 0 || page >= len(w.marked) {
		return
	}
	for _, r := range w.marked[page][id] {
		text.add(r, page+1)
	}
	delete(w.marked[page], id)
}

// paragraph writes gathered text as a paragraph, or as an item or note where
// it stands in one.
func (w *tagWalk) paragraph(text *pieces, at place) {
	b := Block{Kind: Paragraph}
	switch {
	case at.note:
		b.Kind = Note
	case at.item != nil && !at.item.begun:
		b.Kind, b.Level, b.Label = Item, at.list, at.item.label
	case at.item != nil:
		b.Level = at.list
	}
	w.write(text, b, at)
}

func (w *tagWalk) write(text *pieces, b Block, at place) {
	b.Text, b.Bold = text.join(), text.bold()
	b.Page, b.Last = text.pages()
	apart := text.apart
	if lines := w.addressLines(text, b, at); len(lines) > 1 {
		w.doc.Blocks = append(w.doc.Blocks, lines...)
		b.Text = ""
	}
	*text = pieces{}
	if strings.TrimSpace(b.Text) != "" && len(w.doc.Blocks) < maxBlocks {
		if at.item != nil {
			at.item.begun = true
		}
		b.Table, b.Row, b.Col = at.table, at.row, at.col
		w.doc.Blocks = append(w.doc.Blocks, b)
	}
	at.depth++
	for _, v := range apart {
		if at.depth <= maxDepth {
			w.element(v, at)
		}
	}
}
