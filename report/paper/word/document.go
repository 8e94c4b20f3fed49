package word

import (
	"cmp"
	"fmt"
	"strings"

	"actionplan/report/paper/block"
)

func (d *document) blocks(blocks []block.Block) {
	last := d.endNoted
	d.endNoted = false
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		d.leads = introduces(blocks, i)
		d.noted = noteFollows(blocks, i, last)
		d.belowLines = i > 0 && isLines(blocks[i-1])
		if h, l, is := d.headed(blocks[i:]); is {
			i++
			d.noted = noteFollows(blocks, i, last)
			d.endNoted = d.noted
			d.headedList(h, l)
			continue
		}
		d.endNoted = d.noted
		d.block(b)
	}
	d.endNoted = false
}

// noteFollows says whether a note on block i comes after it; last whether one does after
// all of them.
func noteFollows(blocks []block.Block, i int, last bool) bool {
	if i+1 == len(blocks) {
		return last
	}
	return isNote(blocks[i+1])
}

// headed is a list on a page on one of many, or the words used, with the heading that stands
// right above, where blocks begin with both.
func (d *document) headed(blocks []block.Block) (h block.Heading, l listed, is bool) {
	if len(blocks) < 2 {
		return h, l, false
	}
	h, is = blocks[0].(block.Heading)
	if !is {
		return h, l, false
	}
	switch b := blocks[1].(type) {
	case block.List:
		return h, listOf(b), d.one.name != nil && !b.Numbered
	case block.Terms:
		return h, termsOf(b), b.As == block.Glossary && len(b.Items) > short
	}
	return h, l, false
}

// introduces says whether a block is one of the sentences between a heading and
// what it is about, which stay together.
func introduces(blocks []block.Block, i int) bool {
	isPara := func(b block.Block) bool { _, is := b.(block.Para); return is }
	from, to := i, i
	for from > 0 && isPara(blocks[from]) {
		from--
	}
	for to+1 < len(blocks) && isPara(blocks[to]) {
		to++
	}
	if _, headed := blocks[from].(block.Heading); !headed || from == i {
		return false
	}
	switch b := blocks[to].(type) {
	case block.Terms:
		return staysWhole(b)
	case block.Table, block.Timeline, block.Panels, block.Card, block.Bar, block.Figures, block.SideBySide, block.Box:
		return true
	}
	return false
}

func isNote(b block.Block) bool {
	p, is := b.(block.Para)
	return is && (p.As == block.Note || p.As == block.Closing)
}

func (d *document) block(b block.Block) {
	switch b := b.(type) {
	case block.Heading:
		d.heading(b)
	case block.Para:
		d.para(paragraph{style: d.paraStyle(b.As), keepNext: leads(b.As) || d.leads || d.noted}, besideMarks(b.Runs, d.dress.wide)...)
	case block.List:
		d.list(b, "", "")
	case block.Terms:
		d.terms(b, staysWhole(b))
	case block.Table:
		d.table(b)
	case block.Status:
		d.open(paragraph{style: "fields", keepNext: true}) // it is of what comes next
		d.status(b)
		d.close()
	case block.Marks:
		d.open(paragraph{style: "fields"})
		d.marks(b, d.dress.wide)
		d.close()
	case block.Figures:
		d.figures(b)
	case block.Bar:
		d.bar(b, d.dress.wide)
	case block.Timeline:
		d.timeline(b)
	case block.Panels:
		d.panels(b)
	case block.Card:
		d.card(b)
	case block.Record:
		d.record(b)
	case block.Box:
		d.box(b)
	case block.Key:
		d.key(b)
	case block.SideBySide:
		d.abreast(b)
	case block.Page:
		begins := d.turn(func() bool { return d.beginsOneOfMany(b) })
		d.breakFirst = d.breakFirst || begins
		d.ruled = !begins && !b.Alone
		d.onePage(b.Blocks)
	case block.Closer:
		d.blocks(b.Ways[d.way(b)])
	case block.Turn: // Word turns pages itself, and repeats the headings of tables
	default:
		panic(fmt.Sprintf("word: no way to write %T", b))
	}
}

// way is which way of a closer is written: the one that the writer for paper
// had room for with a line to spare, because another program's lines may be a little
// higher.
func (d *document) way(c block.Closer) int {
	const spare = 3.5 // mm
	switch {
	case d.laid != nil:
		return d.laid.WayWith(spare, len(c.Ways))
	case c.Long():
		return len(c.Ways) - 1
	}
	return 0
}

// paraStyles are the styles of paragraphs by what they are for.
var paraStyles = map[block.ParaAs]string{
	block.Body: "normal", block.Headline: "headline", block.Statement: "statement", block.Subtitle: "fields",
	block.Signature: "signature", block.Place: "note", block.About: "fields", block.Legend: "note", block.Note: "note",
	block.Remark: "note", block.First: "first", block.Working: "note", block.Closing: "normal",
}

// paraStyle is the style of a paragraph: a note on a table of small lines is as
// small.
func (d *document) paraStyle(as block.ParaAs) string {
	if as == block.Note && d.belowLines {
		return "line note"
	}
	return paraStyles[as]
}

// besideMarks are runs with the line broken before a shape whose words have no room
// beside it: Word's own lines would break between the two.
func besideMarks(runs []block.Run, textWidth float64) []block.Run {
	const mark = 3.4 + 1            // mm of a shape and the space after it
	out, used := []block.Run{}, 0.0 // used of the line
	for i, r := range runs {
		if r.Mark == nil {
			small := letters{10, r.Bold, ink}
			for n, word := range strings.Split(r.Text, " ") {
				wide := width(word, small)
				if n > 0 {
					wide += width(" ", small)
				}
				if used += wide; used > textWidth { // Word begins a line
					used = wide
				}
			}
			out = append(out, r)
			continue
		}
		wide := mark
		if i+1 < len(runs) {
			wide += width(strings.TrimRight(runs[i+1].Text, " "), letters{10, runs[i+1].Bold, ink})
		}
		if used > 0 && used+wide > textWidth {
			out, used = append(out, words("\n")), 0
		}
		used += mark
		out = append(out, r)
	}
	return out
}

func isLines(b block.Block) bool {
	t, is := b.(block.Table)
	return is && t.As == block.Lines
}

// leads says whether a paragraph explains what comes after it.
func leads(as block.ParaAs) bool {
	return as == block.Place || as == block.About || as == block.Legend || as == block.First || as == block.Statement
}

func (d *document) heading(h block.Heading) { d.headingAs(d.named(h)) }

func (d *document) headingAs(h block.Heading) {
	d.under = cmp.Or(h.Bookmark, plain(h.Runs))
	d.para(paragraph{style: fmt.Sprintf("heading %d", h.Level), id: h.ID, keepNext: true}, h.Runs...)
}

// list is a list, with marks for the flow at its first and its last item.
func (d *document) list(l block.List, from, to string) {
	number := bulletList
	if l.Numbered {
		d.numbered++
		number = bulletList + d.numbered
	}
	style := "list"
	if l.Small {
		style = "small list"
	}
	for i, item := range l.Items {
		if i == 0 {
			d.flow.leadHere(from)
		}
		if i == len(l.Items)-1 {
			d.flow.leadHere(to)
		}
		d.para(paragraph{style: style, number: number, keepNext: staysWithNext(i, len(l.Items)) || d.noted && i == len(l.Items)-1}, item...)
	}
}

// termWidths are how wide the terms of a list are, in mm.
var termWidths = map[block.TermsAs]float64{
	block.TitleLines: 34, block.Fields: 30, block.Details: 44, block.Glossary: 44, block.Groups: 34,
}

// termsWide is how wide the terms of a list are: more than usual where the longest
// of them needs it and leaves room for what they say.
func termsWide(t block.Terms) float64 {
	const between, most = 3.0, 75.0
	wide := termWidths[t.As]
	for _, item := range t.Items {
		term := ""
		for _, r := range item.Term {
			term += r.Text
		}
		if need := width(term, letters{11, true, ink}) + between; need <= most {
			wide = max(wide, need)
		}
	}
	return wide
}

// terms are lines of a term and what it says, the words in a column of their
// own. Whole keeps them on one page.
func (d *document) terms(t block.Terms, whole bool) {
	style := "fields"
	if t.As == block.Details {
		style = "note"
	}
	hang := termsWide(t)
	for n, item := range t.Items {
		d.term(item, style, hang, func(i int) bool {
			last := n == len(t.Items)-1 && i == len(item.Says)-1
			return t.As == block.TitleLines || whole && !last || last && d.noted
		})
	}
}

// term is one of them; keep says which of its paragraphs stays with the next.
func (d *document) term(t block.Term, style string, hang float64, keep func(i int) bool) {
	for i, says := range t.Says {
		d.open(paragraph{style: style, hang: hang, keepNext: keep(i)})
		if i == 0 {
			for _, r := range t.Term {
				r.Bold = true
				d.run(r)
			}
		}
		d.text("\t", "")
		d.runs(says)
		d.close()
	}
}

// staysWhole says whether a list of terms stays on one page: one that is not long
// and says little in parts.
func staysWhole(t block.Terms) bool {
	const usual = 60.0 // mm
	return (t.As == block.Details || t.As == block.Fields) && fieldsHigh(t) <= usual
}

// card is one action that the reader needs to know of, beside a bar.
func (d *document) card(c block.Card) {
	d.entry(c.Heading, c.Fields, true, func(keep bool) {
		d.open(paragraph{style: "fields", keepNext: keep})
		d.status(c.Status)
		d.close()
	})
}

// gap is the space after something that has none of its own.
func (d *document) gap() { d.para(paragraph{style: "gap"}) }

// endTable puts the space after a table or card, unless next comes a paragraph that has
// its own: LibreOffice leaves a heading behind at a page's foot where an empty
// paragraph stands before it.
func (d *document) endTable(next string) {
	if !d.tableEnds {
		return
	}
	d.tableEnds = false
	if strings.HasPrefix(next, "heading ") || strings.HasSuffix(next, "note") {
		return
	}
	own := *d
	d.breakFirst, d.together, d.boxed = false, false, false
	d.para(paragraph{style: "gap", keepNext: next != ""}) // else what comes next may stand alone
	d.breakFirst, d.together, d.boxed = own.breakFirst, own.together, own.boxed
}

func (d *document) record(r block.Record) {
	d.entry(r.Heading, r.Fields, false, func(keep bool) {
		d.recordState(r, keep)
		if r.Text != "" {
			d.para(paragraph{style: "fields", keepNext: keep}, words(r.Text))
		}
	})
}

func (d *document) recordState(r block.Record, keep bool) {
	if r.Status == nil && r.State == "" && r.Flags == "" {
		return
	}
	d.open(paragraph{style: "fields", keepNext: keep})
	if r.Status != nil {
		d.status(*r.Status)
		d.text(" ", "")
	}
	d.text(r.State, "")
	if r.Flags != "" {
		if r.State != "" {
			d.text(" ", "")
		}
		d.text(r.Flags, `<w:b/>`)
	}
	d.close()
}

func (d *document) box(b block.Box) {
	d.boxed = true
	d.blocks(b.Blocks)
	d.boxed = false
	d.gap()
}
