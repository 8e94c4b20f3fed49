package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// refList is the refs of one sheet, in its order.
type refList struct {
	table  *table
	order  []refAt
	first  map[string]int // folded ref → place in order
	names  []nameOf
	called *likeRefs // see like
}

type refAt struct {
	ref  string
	cell xlsx.Cell
}

type nameOf struct{ name, ref string }

// likeRefs is what else may be meant by a ref of the sheet.
type likeRefs struct {
	named  map[string]string // folded name or title → ref
	loose  map[string]string // ref without what people leave out → ref
	shapes map[string]bool
}

func newRefList(t *table, rows int) *refList {
	if !isIdentity(t.sheet) {
		rows = 0
	}
	return &refList{table: t, first: make(map[string]int, rows), order: make([]refAt, 0, rows)}
}

// like is worked out when it is first asked for: where every ref leads somewhere
// nobody asks.
func (l *refList) like() *likeRefs {
	if l.called != nil {
		return l.called
	}
	l.called = &likeRefs{named: map[string]string{}, loose: map[string]string{}, shapes: map[string]bool{}}
	for _, at := range l.order {
		l.called.shapes[refShape(foldIdentity(l.table.sheet, at.ref))] = true
		if loose := looseRef(at.ref); isRefShape(at.ref) && l.called.loose[loose] == "" {
			l.called.loose[loose] = at.ref
		}
	}
	for _, n := range l.names {
		l.called.named[words.Fold(n.name)] = n.ref
	}
	return l.called
}

// isIdentity is true of the sheets whose first column names its row once.
func isIdentity(s *Sheet) bool {
	return s.Columns[0].Kind == Ref || s.Name == SheetPeople || s.Name == SheetGlossary || s.Name == SheetKey
}

// foldIdentity compares refs as refs, posts as posts and words as words.
func foldIdentity(s *Sheet, text string) string {
	switch {
	case s.Columns[0].Kind == Ref:
		return words.Fold(text)
	case s.Name == SheetPeople:
		return words.FoldName(text)
	}
	return words.Fold(text)
}

// identify enters a record's ref or name and reports one that is there
// already.
func (r *rowReader) identify(src *Source, c xlsx.RawCell) {
	s, text := r.in.sheet, src.raw[0]
	key := foldIdentity(s, text)
	if key == "" || src.Bad(s.Columns[0].Heading) && c.Kind == xlsx.NumberCell {
		r.last = ""
		return
	}
	here := src.At(s.Columns[0].Heading)
	first, twice := r.list.first[key]
	meant := ""
	if s.Columns[0].Kind == Ref && c.Kind == xlsx.NumberCell {
		meant = lostZero(r.last, text)
		if twice && meant == "" && strings.Contains(text, ".") {
			meant = text + "0"
		}
	}
	r.last = text
	switch {
	case meant != "":
		var related []xlsx.Cell
		if twice {
			related = []xlsx.Cell{r.list.order[first].cell}
		}
		r.l.report(src, 0, faulty(RuleRefNumber, fmt.Sprintf("If you mean %s, format the cell as Text and type %s.", meant, meant),
			"Excel keeps the ref as the number %s, so %s would look the same.", text, meant), related...)
		r.last = meant
	case twice:
		r.l.report(src, 0, faulty(RuleRefDuplicate, duplicateHint(s), "%s %s is there already, in %s.", s.Columns[0].Heading, quoted(text), r.list.order[first].cell.Name()), r.list.order[first].cell)
	}
	if !twice {
		r.list.enter(key, text, here)
		if i := r.about; i > 0 && src.raw[i] != "" {
			r.list.names = append(r.list.names, nameOf{src.raw[i], text})
		}
	}
}

func duplicateHint(s *Sheet) string {
	if s.Columns[0].Kind == Ref {
		return fmt.Sprintf("Give every %s its own ref, or delete the second row.", singular(s))
	}
	return "Delete one of the two rows, or tell them apart."
}

func (l *refList) enter(key, ref string, cell xlsx.Cell) {
	l.first[key] = len(l.order)
	l.order = append(l.order, refAt{ref, cell})
}

func (l *refList) has(ref string) bool {
	_, ok := l.first[words.Fold(ref)]
	return ok
}

// nameColumn is the column that people write instead of a ref: an area's
// name, a visit's title.
func nameColumn(s *Sheet) int {
	return slices.IndexFunc(s.Columns, func(c Column) bool { return c.Required && (c.Kind == Text || c.Kind == LongText) })
}

// lostZero is the ref that was meant where a number follows in the order of
// rows as 1.1 follows 1.9: Excel turned 1.10 into 1.1, and 1.20 into 1.2.
func lostZero(last, text string) string {
	before, minor, ok := strings.Cut(last, ".")
	if !ok {
		return ""
	}
	n, err := strconv.Atoi(minor)
	if err != nil || n < 1 {
		return ""
	}
	next := before + "." + strconv.Itoa(n+1)
	if next != text && strings.TrimRight(next, "0") == text {
		return next
	}
	return ""
}

// refShape is what a folded ref looks like: its letters, with # for digits
// and @ for a letter after a digit. M1 and M12 are alike, and so are M1a and
// M1b.
func refShape(folded string) string {
	var b strings.Builder
	var last rune
	for _, r := range folded {
		switch {
		case unicode.IsDigit(r):
			if last != '#' {
				b.WriteByte('#')
			}
			last = '#'
			continue
		case unicode.IsLetter(r) && last == '#':
			b.WriteByte('@')
			last = '@'
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// looseRef drops what people leave out or mistype in a ref: leading zeros,
// punctuation, O for 0, I and l for 1.
func looseRef(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range words.Fold(s) {
		switch r {
		case 'o':
			r = '0'
		case 'i', 'l':
			r = '1'
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			last = 0
			continue
		}
		if unicode.IsDigit(last) && last == '0' && unicode.IsDigit(r) && strings.HasSuffix(b.String(), "#0") {
			trimmed := strings.TrimSuffix(b.String(), "0")
			b.Reset()
			b.WriteString(trimmed)
		}
		if unicode.IsDigit(r) && !unicode.IsDigit(last) {
			b.WriteByte('#')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
