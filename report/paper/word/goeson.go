package word

import (
	"fmt"
	"slices"

	"actionplan/report/paper/block"
)

// oneOfMany is what a page on one of many is about, whose name the pages say that it
// goes on over: which those are is known once the document has been written.
type oneOfMany struct {
	name []block.Run // nil outside such pages
	said []int       // the last page that says it, of each stand of the flow
}

// mark is an ID that only the flow knows of, the same whenever the document is written.
func (d *document) mark() string {
	d.marked++
	return fmt.Sprintf(" mark %d", d.marked)
}

// onePage is the blocks of a page on one of many.
func (d *document) onePage(blocks []block.Block) {
	for _, b := range blocks {
		if h, is := b.(block.Heading); is && h.Names() {
			d.one = oneOfMany{name: h.Runs, said: make([]int, len(d.stands))}
			break
		}
	}
	d.blocks(blocks)
	d.one = oneOfMany{}
}

// named is a heading with the name of what it belongs to, where it is the first on a
// page that does not say that.
func (d *document) named(h block.Heading) block.Heading {
	if d.one.name == nil {
		return h
	}
	mark := d.mark()
	d.flow.leadHere(mark)
	unsaid := false
	for i, s := range d.stands {
		unsaid = unsaid || i == asMeasured && s.pages[mark] > d.one.said[i]
		d.one.said[i] = max(d.one.said[i], s.pages[mark])
	}
	if unsaid && h.Level > 2 { // not the name itself
		return d.withName(h)
	}
	return h
}

func (d *document) withName(h block.Heading) block.Heading {
	h.Runs = append(h.Runs[:len(h.Runs):len(h.Runs)], block.Run{Text: " (" + plain(d.one.name) + ")", Quiet: true})
	return h
}

// goesOver says whether what has been given the two marks is on more pages than one.
// It says what it is of on all of them.
func (d *document) goesOver(from, to string) bool {
	over := slices.ContainsFunc(d.stands, func(s *stand) bool { return s.pages[to] > s.pages[from] })
	for i, s := range d.stands {
		if over && d.one.name != nil {
			d.one.said[i] = s.pages[to]
		}
	}
	return over
}

// over is what a table with the two marks says in its heading row that it is of: the heading
// above it, and whose page it is on; "" where it stays on one page.
func (d *document) over(from, to string) string {
	name := plain(d.one.name)
	switch over := d.goesOver(from, to); {
	case !over:
		return ""
	case name == "" || name == d.under:
		return d.under
	}
	return d.under + " (" + name + ")"
}

// overTitle writes that above the title of a table's first column.
func (d *document) overTitle(name, style string) {
	if name != "" {
		d.para(paragraph{style: style, keepNext: true}, block.Run{Text: name, Quiet: true})
	}
}

func plain(runs []block.Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

// headedList is a list or words used with their heading. One that goes on over a page is a
// table, whose heading row says there what the items are.
func (d *document) headedList(h block.Heading, l listed) {
	named := d.named(h)
	from, to := d.mark(), d.mark()
	if !d.goesOver(from, to) {
		d.headingAs(named)
		l.all(d, from, to)
		return
	}
	d.openTable(grid{plain: "record", widths: []float64{d.dress.wide}})
	d.openRow(true)
	d.openCell(d.dress.wide)
	if d.one.name != nil {
		h = d.withName(h)
	}
	d.headingAs(h)
	d.closeCell()
	d.closeRow()
	for i := range l.items {
		switch i {
		case 0:
			d.flow.leadHere(from)
		case l.items - 1:
			d.flow.leadHere(to)
		}
		d.together = rowStays(i, l.items)
		d.entryRow(true, func() { l.item(d, i) })
	}
	d.together = false
	d.closeTable()
}

// listed is a list or the words used, as one and item by item.
type listed struct {
	items int
	all   func(d *document, from, to string)
	item  func(d *document, i int)
}

func listOf(l block.List) listed {
	return listed{len(l.Items), func(d *document, from, to string) { d.list(l, from, to) }, func(d *document, i int) {
		d.list(block.List{Small: l.Small, Items: l.Items[i : i+1]}, "", "")
	}}
}

func termsOf(t block.Terms) listed {
	return listed{len(t.Items), func(d *document, from, to string) {
		d.flow.leadHere(from)
		d.termsIn(t, t.Items[:len(t.Items)-1])
		d.flow.leadHere(to)
		d.termsIn(t, t.Items[len(t.Items)-1:])
	}, func(d *document, i int) { d.termsIn(t, t.Items[i:i+1]) }}
}

// termsIn are some of the terms of a list, in its columns.
func (d *document) termsIn(t block.Terms, items []block.Term) {
	for _, item := range items {
		d.term(item, "fields", termsWide(t), func(int) bool { return false })
	}
}
