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
	for i, s := range d.stands { // in one of them it may be the first on its page
		unsaid = unsaid || s.pages[mark] > d.one.said[i]
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
// It says its name on all of them.
func (d *document) goesOver(from, to string) bool {
	if d.one.name == nil {
		return false
	}
	over := slices.ContainsFunc(d.stands, func(s *stand) bool { return s.pages[to] > s.pages[from] })
	for i, s := range d.stands {
		if over {
			d.one.said[i] = s.pages[to]
		}
	}
	return over
}

func plain(runs []block.Run) string {
	s := ""
	for _, r := range runs {
		s += r.Text
	}
	return s
}

// headedList is a list with its heading. One on a page on one of many that goes on over
// a page is a table, whose heading row says there what the items are.
func (d *document) headedList(h block.Heading, l block.List) {
	named := d.named(h)
	from, to := d.mark(), d.mark()
	if !d.goesOver(from, to) {
		d.headingAs(named)
		d.list(l, from, to)
		return
	}
	d.openTable(grid{plain: "record", widths: []float64{d.dress.wide}})
	d.openRow(true)
	d.openCell(d.dress.wide)
	d.headingAs(d.withName(h))
	d.closeCell()
	d.closeRow()
	for i, item := range l.Items {
		switch i {
		case 0:
			d.flow.leadHere(from)
		case len(l.Items) - 1:
			d.flow.leadHere(to)
		}
		one := block.List{Small: l.Small, Items: [][]block.Run{item}}
		d.together = staysWithNext(i, len(l.Items))
		d.entryRow(true, func() { d.list(one, "", "") })
	}
	d.together = false
	d.closeTable()
}
