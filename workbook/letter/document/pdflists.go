package document

import (
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Word tags some lists wrongly: where a page or line ends, a piece of one
// item's text becomes the label of another. Such a list is read by where its
// lines stand and where its bullets are.

// brokenList tells whether a label of the list holds more than a label, and
// which labels are whole.
func (w *tagWalk) brokenList(k pdf.Value, at place) (labels map[string]bool, broken bool) {
	labels = map[string]bool{}
	each(k, func(item pdf.Value) {
		if !isElement(item) || w.role(item.Key("S").Name()) != "LI" {
			return
		}
		each(item.Key("K"), func(part pdf.Value) {
			if isElement(part) && w.role(part.Key("S").Name()) == "Lbl" {
				text := oneLine(w.peek(part, at, 0))
				if isLabel(text) {
					labels[text] = true
				}
				broken = broken || text != "" && !isLabel(text)
			}
		})
	})
	return labels, broken
}

// peek is the text of an element, which stays where it is.
func (w *tagWalk) peek(v pdf.Value, at place, depth int) string {
	if depth > 10 {
		return ""
	}
	if page, ok := w.pages[v.Key("Pg").Key(ownKey).Int64()]; ok {
		at.page = page
	}
	var text pieces
	var inner strings.Builder
	each(v.Key("K"), func(kid pdf.Value) {
		id := kid
		if kid.Kind() == pdf.Dict {
			id = kid.Key("MCID")
		}
		switch {
		case isElement(kid):
			inner.WriteString(w.peek(kid, at, depth+1))
		case id.Kind() == pdf.Integer && at.page >= 0:
			for _, r := range w.marked[at.page][int(id.Int64())] {
				text.add(r, at.page+1)
			}
		}
	})
	return text.join() + inner.String()
}

// listByLines writes the items of a list by its lines. Text before the first
// bullet goes on with what stands before the list.
func (w *tagWalk) listByLines(v pdf.Value, labels map[string]bool, at place) {
	var all pieces
	w.gatherAll(v, at, &all)
	byPage := map[int][]run{}
	first, last := all.pages()
	for _, r := range all.runs {
		byPage[r.page] = append(byPage[r.page], r.run)
		first, last = min(first, r.page), max(last, r.page)
	}
	var b Block
	for page := first; page <= last; page++ {
		for _, l := range pageLines(byPage[page], page) {
			if label, rest := splitLabel(l.text); label != "" && (isBullet(label) || labels[label] || follows(w.lastNumber(b), label)) || b.Text == "" {
				w.item(b, at)
				b = Block{Kind: Item, Level: at.list, Label: label, Text: rest, Bold: l.bold, Page: page}
			} else {
				b.Text, b.Bold = joined(b.Text, l.text), b.Bold && l.bold
			}
			b.Last = page
		}
	}
	w.item(b, at)
	for _, note := range all.apart {
		w.element(note, at)
	}
}

// lastNumber is the number of an item, or of the last that has one before it.
func (w *tagWalk) lastNumber(b Block) string {
	for n := len(w.doc.Blocks) - 1; b.Label == "" && n >= 0; n-- {
		b = w.doc.Blocks[n]
	}
	return b.Label
}

// follows tells that a number is the next after that of the item before: a
// line may begin with a number that is none.
func follows(before, label string) bool {
	a, errA := strconv.Atoi(strings.Trim(before, "(.)"))
	b, errB := strconv.Atoi(strings.Trim(label, "(.)"))
	return errA == nil && errB == nil && b == a+1
}

func (w *tagWalk) item(b Block, at place) {
	if strings.TrimSpace(b.Text) == "" || len(w.doc.Blocks) >= maxBlocks {
		return
	}
	b.Table, b.Row, b.Col = at.table, at.row, at.col
	w.doc.Blocks = append(w.doc.Blocks, b)
}

// gatherAll adds the text of everything below an element.
func (w *tagWalk) gatherAll(v pdf.Value, at place, text *pieces) {
	if at.depth++; at.depth > maxDepth {
		return
	}
	each(v.Key("K"), func(kid pdf.Value) {
		inner := at
		switch {
		case !isElement(kid):
			w.gather(kid, inner, text)
		case w.apart(kid):
			text.apart = append(text.apart, kid)
		case w.visit(kid, &inner):
			w.gatherAll(kid, inner, text)
		}
	})
}
