package word

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// ownWidth is the width of the text on our own page, in mm: A4 with a margin
// of 20.
const ownWidth = 170.0

// ownHigh is how high the text on it may be, in mm.
const ownHigh = 297.0 - 20 - 22

// tableStyles are the styles of a table's words by what it is for.
var tableStyles = map[block.TableAs]string{
	block.Dense: "dense cell", block.Roomy: "cell", block.Statuses: "cell", block.Readings: "dense cell", block.Months: "dense cell", block.Close: "timeline cell", block.Strip: "timeline cell", block.Lines: "line cell",
}

// typeSizes are the sizes of those styles, in points.
var typeSizes = map[string]float64{"cell": 10.5, "dense cell": 10, "timeline cell": 9.5, "line cell": 8.5}

// grid is a table in the making.
type grid struct {
	widths  []float64 // mm
	indents []float64 // mm of space at the left of each; nil for none
	style   string    // of its words
	caption string
	tight   bool   // rows stand close, so that all are on one page
	plain   string // the style of one with no rules and no heading row, which only places things; "" for others
}

func (d *document) openTable(g grid) {
	d.endTable("")
	b := &d.body
	style := "table"
	if g.plain != "" {
		style = g.plain
	}
	total := 0
	for _, w := range g.widths {
		total += twips(w)
	}
	d.flow.openTable(g)
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/>`, d.dress.style(style), total)
	if g.tight {
		pad, right := 14, twips(cellPad)
		if g.style == "line cell" {
			pad, right = 0, twips(linePad)
		}
		fmt.Fprintf(b, `<w:tblCellMar><w:top w:w="%d" w:type="dxa"/><w:bottom w:w="%[1]d" w:type="dxa"/><w:right w:w="%d" w:type="dxa"/></w:tblCellMar>`, pad, right)
	}
	b.WriteString(`<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>`)
	if g.caption != "" {
		b.WriteString(`<w:tblCaption w:val="` + escape(g.caption) + `"/>`)
	}
	b.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, w := range g.widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	b.WriteString(`</w:tblGrid>`)
}

func (d *document) closeTable() {
	d.body.WriteString(`</w:tbl>`)
	d.tableEnds = true
}

// openRow begins a row, which never breaks over a page; a heading row comes
// again on each.
func (d *document) openRow(heading bool) {
	d.flow.openRow(heading, true)
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if heading {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
}

func (d *document) closeRow() {
	d.flow.closeRow()
	d.body.WriteString(`</w:tr>`)
}

func (d *document) openCell(width float64) {
	d.flow.openCell(width)
	fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, twips(width))
}

func (d *document) closeCell() {
	d.endTable("")
	d.flow.closeCell()
	d.body.WriteString(`</w:tc>`)
}

func (d *document) table(t block.Table) {
	columns := d.shown(t.Columns)
	g := grid{style: tableStyles[t.As], caption: t.Caption, tight: block.IsStrip(t), widths: make([]float64, len(columns)), indents: d.indents(t.Columns, columns)}
	var total float64
	for _, i := range columns {
		total += t.Columns[i].Width
	}
	for at, i := range columns {
		g.widths[at] = t.Columns[i].Width * d.across() / total
	}
	from, to := d.mark(), d.mark()
	over := d.over(from, to)
	if t.Within != "" {
		over = ""
	}
	g.widths = roomFor(g.widths, d.leastWidths(t, columns, g))
	d.small = t.As == block.Lines
	defer func() { d.small = false }()
	d.openTable(g)
	d.flow.leadHere(from)
	d.openRow(true)
	for at, i := range columns {
		d.openCell(g.widths[at])
		if at == 0 {
			d.overTitle(over, g.style)
		}
		d.para(paragraph{style: g.style, right: t.Columns[i].Number, in: g.indents[at], keepNext: true}, bold(title(t, t.Columns[i])))
		d.closeCell()
	}
	d.closeRow()
	noted := d.noted
	for n, row := range t.Rows {
		d.together = rowStays(n, len(t.Rows)) || whole(t) && n+1 < len(t.Rows) || noted && n == len(t.Rows)-1
		if n == len(t.Rows)-1 {
			d.flow.leadHere(to)
		}
		d.openRow(false)
		for at, i := range columns {
			d.openCell(g.widths[at])
			id := ""
			if at == 0 {
				id = row.ID
			}
			d.cell(row.Cells[i], g, at, t.Columns[i], id)
			d.closeCell()
		}
		d.closeRow()
	}
	d.together = false
	d.closeTable()
}

// title is what a column is called: with what all rows belong to where the table may
// go on over a page, whose heading row is all that stands above it there.
func title(t block.Table, c block.Column) string {
	if c.RowHeader && t.Within != "" && !whole(t) {
		return c.Title + ", " + t.Within
	}
	return c.Title
}

// across is how wide a table may be, in mm: half of the page where it stands beside another.
func (d *document) across() float64 {
	if d.half {
		return d.dress.wide/2 - 2*cellPad
	}
	return d.dress.wide
}

// wider is how much wider than ours the letters of the widest common typefaces are.
const wider = 1.25

// usuallyWider is how much wider they are in running text, about.
const usuallyWider = 1.1

// leastWidths are what the columns need for their longest tags, and in a typeface of
// the reference's, whose letters nobody has measured, for their longest words. A date
// stays whole; an address or such may break.
func (d *document) leastWidths(t block.Table, columns []int, g grid) []float64 {
	const mostWhole = 16
	least := make([]float64, len(columns))
	for at, i := range columns {
		longest := longestTag(t, i, g.style)
		if !d.dress.foreign {
			if longest > 0 {
				least[at] = longest + cellPad + g.indents[at]
			}
			continue
		}
		measure := func(s string) {
			for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
				if utf8.RuneCountInString(word) <= mostWhole {
					longest = max(longest, width(word, letters{typeSizes[g.style], true, ink}))
				}
			}
		}
		measure(title(t, t.Columns[i]))
		for _, row := range t.Rows {
			for _, b := range row.Cells[i].Blocks {
				if s, is := b.(block.Status); is && !s.Tag && s.Look.Shape != chart.NoShape {
					first, _, _ := strings.Cut(s.Word, " ")
					longest = max(longest, shapeSize+width("\u00a0"+first, letters{typeSizes[g.style], true, ink}))
				}
				if p, is := b.(block.Para); is {
					for _, r := range p.Runs {
						if r.Day != "" {
							r.Text = unbroken(r.Text)
						}
						measure(r.Text)
					}
				}
			}
		}
		least[at] = wider*longest + cellPad + g.indents[at]
	}
	return least
}

// longestTag is how wide the longest tag of a column is, 0 where it has none: its words
// stand on one line, because a box that breaks looks like two. One too long for a column
// breaks between its words.
func longestTag(t block.Table, column int, style string) float64 {
	const most = 20    // letters that the narrowest column of tags has room for
	const border = 1.0 // mm of the box's lines, and of what another program rounds up
	longest, set := 0.0, letters{typeSizes[style], true, ink}
	for _, row := range t.Rows {
		for _, b := range row.Cells[column].Blocks {
			s, is := b.(block.Status)
			if !is || !s.Tag || utf8.RuneCountInString(s.Word) > most {
				continue
			}
			wide := width("0"+s.Word+"0", set) + border // as wide as with the spaces
			if s.Look.Shape != chart.NoShape {
				wide += shapeSize + width("\u00a0", set)
			}
			longest = max(longest, wide)
		}
	}
	return longest
}

// roomFor widens columns to what each needs at least; the others give way by what
// they have to spare. Where all need more than there is, all stay as they are.
func roomFor(widths, least []float64) []float64 {
	lacking, spare := 0.0, 0.0
	for i, w := range widths {
		lacking += max(0, least[i]-w)
		spare += max(0, w-least[i])
	}
	if lacking == 0 || lacking > spare {
		return widths
	}
	out := make([]float64, len(widths))
	for i, w := range widths {
		out[i] = max(least[i], w-max(0, w-least[i])*lacking/spare)
	}
	return out
}

// short is how many rows a table has at most that stays on one page for that alone.
const short = 4

// staysWithNext says whether row n of a table stays on the page of the one
// after it: all of a short table, and of a longer one the first two and the last
// two, so that no row stands alone.
func staysWithNext(n, rows int) bool {
	return n+1 < rows && (rows <= short || n == 0 || n == rows-2)
}

// rowStays is staysWithNext of a table that may break, but for its first row: of
// one that breaks behind a first row kept with the second, LibreOffice (7.4) shows
// none of the rows after it.
func rowStays(n, rows int) bool { return staysWithNext(n, rows) && (n > 0 || rows <= short) }

// whole says whether a table stays on one page: one of few rows, which say little
// without what stands above them, unless they are so high that it may leave the page
// before it nearly empty; more where they are short or are summed up.
func whole(t block.Table) bool {
	const few, fewShort, more = 6, 9, 14
	const half, third = 120.0, 80.0 // of a page, in mm
	if t.As == block.Readings || t.As == block.Statuses {
		return len(t.Rows) <= fewShort
	}
	return len(t.Rows) <= few && rowsHigh(t) <= half || mostlyNumbers(t) && len(t.Rows) <= more && rowsHigh(t) <= third
}

// mostlyNumbers says whether a table is a matrix, whose last row sums up the others.
func mostlyNumbers(t block.Table) bool {
	numbers := 0
	for _, c := range t.Columns {
		if c.Number {
			numbers++
		}
	}
	return 2*numbers > len(t.Columns)
}

// rowsHigh is about how high the rows of a table are, in mm.
func rowsHigh(t block.Table) float64 {
	const letter, line, between = 1.8, 4.6, 1.4 // mm, about
	total, all := 0.0, 0.0
	for _, c := range t.Columns {
		total += c.Width
	}
	for _, row := range t.Rows {
		lines := 0.0
		for i, c := range row.Cells {
			in := 0.0
			for _, b := range c.Blocks {
				letters := 0
				if p, is := b.(block.Para); is {
					for _, r := range p.Runs {
						letters += utf8.RuneCountInString(r.Text)
					}
				}
				in += math.Max(1, math.Ceil(float64(letters)*letter*total/(t.Columns[i].Width*ownWidth)))
			}
			lines = math.Max(lines, in)
		}
		all += line*lines + between
	}
	return all
}

// shown are the columns that Word shows: one of page numbers has nothing to say
// where nobody laid the paper out.
func (d *document) shown(columns []block.Column) []int {
	var at []int
	for i, c := range columns {
		if d.laid != nil || !c.OnPaper {
			at = append(at, i)
		}
	}
	return at
}

// indents are the space at the left of each column: words that follow a column of
// numbers would read as part of them.
func (d *document) indents(all []block.Column, shown []int) []float64 {
	const afterNumbers = 2.5
	in := make([]float64, len(shown))
	for at, i := range shown {
		in[at] = all[i].Indent
		if at > 0 && all[shown[at-1]].Number && !all[i].Number {
			in[at] = max(in[at], afterNumbers)
		}
	}
	return in
}

// cellPad is how much of a cell's width is no room for a picture, in mm.
const cellPad = 2.0

// linePad is the same in a table of small lines, where it is less than on paper: so
// no line breaks that does not break there.
const linePad = 1.0

func (d *document) cell(c block.Cell, g grid, at int, column block.Column, id string) {
	heads := column.RowHeader && !someBold(c.Blocks)
	for _, b := range c.Blocks {
		p := paragraph{style: g.style, right: column.Number, in: g.indents[at], id: id}
		id = ""
		switch b := b.(type) {
		case block.Para:
			if heads {
				b.Runs = inBold(b.Runs)
			}
			if column.Number {
				b.Runs = unbrokenRuns(b.Runs)
			}
			d.para(p, b.Runs...)
		case block.Status:
			d.open(p)
			d.status(b)
			d.close()
		case block.Marks:
			d.open(p)
			d.marks(b, g.widths[at]-cellPad-g.indents[at])
			d.close()
		case block.Bar:
			d.open(p)
			widened := d.barPicture(b, g.widths[at]-cellPad-g.indents[at])
			d.close()
			if widened && b.Widened != "" {
				d.para(p, words(b.Widened))
			}
		default:
			panic(fmt.Sprintf("word: no way to write %T in a cell", b))
		}
	}
	if len(c.Blocks) == 0 {
		d.para(paragraph{style: g.style})
	}
}

// someBold is true of a cell that says itself what of it is bold, such as a ref
// before a whole sentence.
func someBold(blocks []block.Block) bool {
	return slices.ContainsFunc(blocks, func(b block.Block) bool {
		para, is := b.(block.Para)
		return is && slices.ContainsFunc(para.Runs, func(r block.Run) bool { return r.Bold })
	})
}

func inBold(runs []block.Run) []block.Run {
	out := make([]block.Run, len(runs))
	for i, r := range runs {
		r.Bold = true
		out[i] = r
	}
	return out
}

// sideBySide sets parts beside one another, so many to a row, without rules.
func (d *document) sideBySide(perRow, count int, put func(i int)) {
	if count == 0 {
		return
	}
	perRow = max(1, min(perRow, count))
	g := grid{plain: "plain table", widths: make([]float64, perRow)}
	for i := range g.widths {
		g.widths[i] = d.dress.wide / float64(perRow)
	}
	const few = 9 // that stay on one page
	noted := d.noted
	d.openTable(g)
	for from := 0; from < count; from += perRow {
		d.together = noted && (from+perRow >= count || count <= few)
		d.openRow(false)
		for i := from; i < from+perRow; i++ {
			d.openCell(g.widths[0])
			if i < count {
				put(i)
			} else {
				d.para(paragraph{style: "cell"})
			}
			d.closeCell()
		}
		d.closeRow()
	}
	d.together = false
	d.closeTable()
}

// abreast sets narrow parts two to a row, each with its table, and wide ones alone. A row
// keeps together what is in it: paragraphs that did so themselves would keep all rows
// on one page.
func (d *document) abreast(s block.SideBySide) {
	noted := d.noted
	for rest := s.Parts; len(rest) > 0; {
		n := 0
		for n < len(rest) && rest[n].PerRow > 1 {
			n++
		}
		if n > 1 {
			d.sideBySide(2, n, func(i int) {
				d.apart, d.half = true, true
				d.blocks(rest[i].Blocks)
				d.apart, d.half = false, false
			})
			rest = rest[n:]
			continue
		}
		d.endNoted = noted && len(rest) == 1
		d.blocks(rest[0].Blocks)
		rest = rest[1:]
	}
}

func (d *document) figures(f block.Figures) {
	d.sideBySide(f.PerRow, len(f.Items), func(i int) {
		d.para(paragraph{style: "figure"}, words(f.Items[i].Figure))
		d.para(paragraph{style: "cell"}, words(f.Items[i].Words))
	})
}

func (d *document) key(k block.Key) {
	d.sideBySide(k.PerRow(), len(k.Items), func(i int) {
		const beside = 7.5 // mm from a swatch's left edge to its words
		item := k.Items[i]
		d.open(paragraph{style: "dense cell", hang: beside})
		d.place(swatch(item.Status.Look), "")
		d.text("\t", "")
		d.text(item.Status.Word, `<w:b/>`)
		d.text(item.After(), "")
		d.close()
	})
}

// status is a status in words, with its shape before it; of a tag the words stand
// in a box of its colour, within spaces as wide as a figure: LibreOffice draws a line
// through the box at a common one that may not break. The shape stands outside: it draws
// no box round a picture in a line.
func (d *document) status(s block.Status) {
	if s.Look.Shape != chart.NoShape {
		d.shape(s.Look)
		d.text("\u00a0", "")
	}
	switch {
	case s.Tag:
		line := "single"
		if s.Look.Shape == chart.NoShape {
			line = "dashed"
		}
		d.text(boxSpace+s.Word+boxSpace, `<w:b/><w:color w:val="`+hex(s.Look.Ink)+`"/><w:bdr w:val="`+line+`" w:sz="4" w:space="0" w:color="0B0C0C"/><w:shd w:val="clear" w:color="auto" w:fill="`+hex(s.Look.Fill)+`"/>`)
	case s.None:
		d.text(s.Word, `<w:b/>`)
	default:
		d.text(s.Word, "")
	}
}

// boxSpace stands between a tag's words and the sides of its box.
const boxSpace = "\u2007"

// unbroken keeps a few words on one line.
func unbroken(word string) string {
	const most = 20 // letters that a narrow column has room for
	if len(word) > most {
		return word
	}
	return strings.ReplaceAll(word, " ", "\u00a0")
}

// unbrokenRuns keeps a count with what it is of: "67 of 110".
func unbrokenRuns(runs []block.Run) []block.Run {
	out := slices.Clone(runs)
	for i := range out {
		out[i].Text = unbroken(out[i].Text)
	}
	return out
}

// hex is a colour as Word writes it.
func hex(colour string) string { return strings.ToUpper(strings.TrimPrefix(colour, "#")) }
