package workbook

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook/xlsx"

	"actionplan/workbook/words"
)

// rowReader turns the rows under a heading row into records.
type rowReader struct {
	l      *loader
	t      *table
	in     *located
	g      *grid
	blocks map[int][]xlsx.Block // merged cells under the headings, by physical column
	told   map[xlsx.Block]bool
	list   *refList
	about  int       // the column that says what a record is about, see nameColumn
	last   string    // the ref of the record before
	ahead  []*Source // records of which only the ref is filled
	count  int

	hiddenRows []int // of records

	// What one row holds, by schema column; the next row takes the same room.
	cells   []xlsx.RawCell
	own     []int    // the columns that are filled where everybody can see it
	place   []int    // by physical column, the schema column and one; 0 for none
	titles  []string // the headings, folded
	rawRoom []string // for the texts of the next records
}

func newRows(l *loader, t *table, in *located, g *grid) *rowReader {
	r := &rowReader{l: l, t: t, in: in, g: g, blocks: map[int][]xlsx.Block{}, told: map[xlsx.Block]bool{}, list: newRefList(t, len(g.Rows)), about: nameColumn(in.sheet)}
	l.refs[in.sheet.Name] = r.list
	r.makeRoom()
	for _, m := range g.Merges {
		if m.Row <= in.row {
			continue
		}
		for _, col := range t.columns {
			if col >= m.Col && col <= m.LastCol {
				r.blocks[col] = append(r.blocks[col], m)
			}
		}
	}
	return r
}

func (r *rowReader) makeRoom() {
	r.cells = make([]xlsx.RawCell, len(r.t.columns))
	r.place = make([]int, 1+slices.Max(append([]int{0}, r.t.columns...)))
	r.titles = make([]string, len(r.t.columns))
	leading := 0 // columns that lead to other records
	for i, col := range r.t.columns {
		r.titles[i] = foldHeading(r.t.headings[i])
		if col == 0 {
			continue
		}
		r.place[col] = i + 1
		if r.in.sheet.Columns[i].Leads() {
			leading++
		}
	}
	r.l.links = slices.Grow(r.l.links, leading*len(r.g.Rows))
}

// lay puts the cells of a row where their columns stand in the schema.
func (r *rowReader) lay(row int, cells []xlsx.RawCell) {
	for i, col := range r.t.columns {
		r.cells[i] = xlsx.RawCell{Col: col}
	}
	for _, c := range cells {
		if c.Col < len(r.place) && r.place[c.Col] > 0 {
			r.cells[r.place[c.Col]-1] = c
		}
	}
	r.own = r.own[:0]
	for i, c := range r.cells {
		if c.Kind == xlsx.BlankCell {
			continue
		}
		if _, covered := r.covered(c, row); !covered {
			r.own = append(r.own, i)
		}
	}
}

func (r *rowReader) read() error {
	for i, row := range r.g.Rows {
		r.l.tell(r.in, i, len(r.g.Rows))
		if row.Number <= r.in.row {
			continue
		}
		cells := r.g.Row(row)
		r.lay(row.Number, cells)
		switch r.classify(row.Number, cells) {
		case rowRecord:
			r.record(row, false)
		case rowRefOnly:
			r.record(row, true)
		case rowStray:
			r.stray(row.Number, r.own[0])
		case rowTotal:
			r.tellTotal(row.Number, cells)
		}
		if most := r.l.mostActions; most > 0 && r.count > most && r.in.sheet.Name == SheetActions {
			return TooMany("it", most, "actions")
		}
	}
	if r.count == 0 {
		r.l.judgeEmpty(r.t)
	}
	r.reportAhead()
	r.tellHidden()
	return nil
}

// reportAhead says once of each run of rows that only their refs are filled:
// some number a sheet far ahead.
func (r *rowReader) reportAhead() {
	for from := 0; from < len(r.ahead); {
		to := from + 1
		for to < len(r.ahead) && r.ahead[to].Row == r.ahead[to-1].Row+1 {
			to++
		}
		first, last := r.ahead[from], r.ahead[to-1]
		f := faulty(RuleRowStray, fmt.Sprintf("Complete the row as %s, or clear the ref.", aOrAn(singular(r.in.sheet))), "Row %d holds only the ref %s.", first.Row, quoted(first.raw[0]))
		var related []xlsx.Cell
		if to-from > 1 {
			f = faulty(RuleRowStray, fmt.Sprintf("Complete the rows as %s, or clear the refs.", plural(r.in.sheet)), "Rows %d to %d hold only refs, %s to %s.", first.Row, last.Row, quoted(first.raw[0]), quoted(last.raw[0]))
			for _, src := range r.ahead[from+1 : to] {
				src.markBad(0)
				related = append(related, src.At(r.in.sheet.Columns[0].Heading))
			}
		}
		r.l.report(first, 0, f, related...)
		from = to
	}
}

type rowClass int

const (
	rowBlank   rowClass = iota // nothing of ours in it: also totals and group headings
	rowRecord                  // one record
	rowRefOnly                 // a ref typed ahead of everything else
	rowStray                   // a single value that is no record
	rowTotal                   // a total, by words that could be somebody's too
)

// classify decides whether a row is a record. What staff put between and
// under the rows of a table is not: totals, headings of groups, headings
// repeated for the next page, formulas copied down ahead of the data.
func (r *rowReader) classify(row int, cells []xlsx.RawCell) rowClass {
	switch {
	case len(r.own) == 0:
		return rowBlank
	case r.isTotal(cells):
		if namesBareTotal(cells) {
			return rowBlank
		}
		return rowTotal
	case r.isCopiedDown(), r.isHeadingAgain(), r.isGroupHeading(row, cells):
		return rowBlank
	case len(r.own) > 1 || !r.missesRequired():
		return rowRecord
	}
	col, c := &r.in.sheet.Columns[r.own[0]], r.cells[r.own[0]]
	switch {
	case col.Kind == Ref:
		return rowRefOnly
	case r.in.sheet.Name == SheetKey && col.Heading == ColWord:
		return rowRecord // staff use letters, digits and signs as status words
	case col.Required && isWords(col) && c.Kind == xlsx.TextCell && utf8.RuneCountInString(c.Text) > 2:
		return rowRecord
	}
	return rowStray
}

func isWords(col *Column) bool {
	return col.Kind == Text || col.Kind == LongText || col.Kind == Owner || col.Kind == RefsOrText
}

// totalName is what people write beside a total: "Total", "Grand total:",
// "Total number of actions". A longer text that begins so is a sentence, and a
// sentence is somebody's action or finding.
var totalName = words.MustCompile(`(?i)^(grand |overall |sub[- ]?)?(total|sum|count|average)s?\b[:.]?(\s+\S+){0,3}$`)

// IsTotalName is true of a text that names a total and nothing else.
func IsTotalName(text string) bool { return len(text) <= 40 && totalName.MatchString(text) }

// isTotal is true of a row in which one cell names a total and every other is
// a number or a formula, unless it is whole, holds a ref, or has a day of its
// own: the comment on a reading may begin with "Average", and its measure be
// called 1.
func (r *rowReader) isTotal(cells []xlsx.RawCell) bool {
	if !r.missesRequired() || r.holdsRef(cells) {
		return false
	}
	word := false
	for _, c := range cells {
		switch {
		case c.Formula:
		case c.Kind == xlsx.NumberCell && r.l.cells.format(c).Date:
			return false
		case c.Kind == xlsx.NumberCell:
		case c.Kind == xlsx.TextCell && IsTotalName(c.Text):
			word = true
		default:
			return false
		}
	}
	return word
}

// holdsRef is true of a row that is named by a ref of its own, typed or by a
// formula, or names another record by one. The count that a formula puts under
// a column of refs is none where the row says no more than "Total".
func (r *rowReader) holdsRef(cells []xlsx.RawCell) bool {
	for _, i := range r.own {
		c := r.cells[i]
		switch kind := r.in.sheet.Columns[i].Kind; {
		case kind != Ref && kind != RefTo && kind != RefsTo, c.Kind == xlsx.TextCell && IsTotalName(c.Text):
		case !c.Formula || kind == Ref && !namesBareTotal(cells):
			return true
		}
	}
	return false
}

// namesBareTotal is true of a row that says "Total" and no word more.
func namesBareTotal(cells []xlsx.RawCell) bool {
	return slices.ContainsFunc(cells, func(c xlsx.RawCell) bool { return c.Kind == xlsx.TextCell && bareTotal.MatchString(c.Text) })
}

var bareTotal = words.MustCompile(`(?i)^(grand |overall |sub[- ]?)?(total|sum|count|average)s?[:.]?$`)

// isCopiedDown is true of a row that holds nothing but formulas and is no
// whole record. Where the formulas bring what the record is about, such as
// the words of an action, it is one that lacks something: plans are kept as
// links to another workbook.
func (r *rowReader) isCopiedDown() bool {
	for _, i := range r.own {
		if c := &r.cells[i]; !c.Formula || i == r.about && c.Kind == xlsx.TextCell {
			return false
		}
	}
	return r.missesRequired()
}

// isHeadingAgain is true of a row that repeats the headings.
func (r *rowReader) isHeadingAgain() bool {
	for _, i := range r.own {
		if foldHeading(r.cells[i].Text) != r.titles[i] {
			return false
		}
	}
	return len(r.own) > 1
}

// isGroupHeading is true of a single text that is merged across the table, or
// stands in a column of refs and is several words: "Priority 1: Leadership".
func (r *rowReader) isGroupHeading(row int, cells []xlsx.RawCell) bool {
	i := r.own[0]
	c := r.cells[i]
	if len(r.own) != 1 || c.Kind != xlsx.TextCell || slices.ContainsFunc(cells, func(other xlsx.RawCell) bool { return other.Col != c.Col && !other.Formula }) {
		return false
	}
	for _, m := range r.blocks[c.Col] {
		if m.Row == row && m.Col == c.Col && m.LastCol-m.Col >= 2 {
			return true
		}
	}
	kind := r.in.sheet.Columns[i].Kind
	return (kind == Ref || kind == RefTo || kind == RefsTo) && strings.Contains(c.Text, " ")
}

// missesRequired is true if a required column that the file has is blank.
func (r *rowReader) missesRequired() bool {
	for i := range r.in.sheet.Columns {
		if r.in.sheet.Columns[i].Required && r.t.columns[i] > 0 && !slices.Contains(r.own, i) {
			return true
		}
	}
	return false
}

func (r *rowReader) cellAt(row, col int) xlsx.Cell {
	return xlsx.Cell{File: r.t.file, Sheet: r.t.name, Col: col, Row: row}
}

// tellTotal says that a row is left out as a total.
func (r *rowReader) tellTotal(row int, cells []xlsx.RawCell) {
	c := cells[slices.IndexFunc(cells, func(c xlsx.RawCell) bool { return c.Kind == xlsx.TextCell && IsTotalName(c.Text) })]
	r.l.add(Problem{Rule: RuleRowStray, Severity: Warning, Cell: r.cellAt(row, c.Col), Value: r.l.cells.words(c),
		Message: fmt.Sprintf("Row %d is taken for a row of totals and is not read, because it says %s beside nothing but numbers.", row, quoted(c.Text)),
		Hint:    fmt.Sprintf("If it is %s, complete the row. If it is a total, write only Total there.", aOrAn(singular(r.in.sheet)))})
}

func (r *rowReader) stray(row int, i int) {
	c := r.cells[i]
	place, words := r.cellAt(row, c.Col), r.l.cells.words(c)
	r.l.add(Problem{Rule: RuleRowStray, Severity: Error, Cell: place, Column: r.t.headings[i], Value: words,
		Message: fmt.Sprintf("Row %d holds only %s in %s.", row, quoted(words), place.Name()),
		Hint:    fmt.Sprintf("Clear the cell, or complete the row as %s.", aOrAn(singular(r.in.sheet)))})
}

// record reads one row. Of a row with nothing but a ref the blank cells are
// one problem, not one each.
func (r *rowReader) record(line xlsx.Row, refOnly bool) {
	s, row := r.in.sheet, line.Number
	filled, raw := r.cells, r.room(len(s.Columns))
	var inherited []int
	var under []hiddenCell
	for i, col := range r.t.columns {
		if col == 0 {
			continue
		}
		if m, ok := r.covered(filled[i], row); ok {
			under, filled[i] = append(under, hiddenCell{i, filled[i], m}), xlsx.RawCell{Col: col}
		}
		if filled[i].Kind == xlsx.BlankCell {
			if c, ok := r.inherit(i, row); ok && !refOnly {
				filled[i], inherited = c, append(inherited, i)
			}
		}
		raw[i] = r.l.cells.words(filled[i])
	}
	rec := s.store.add(r.l.plan, Source{table: r.t, Row: row, raw: raw})
	src := rec.source()
	r.count++
	for i := range s.Columns {
		if filled[i].Kind != xlsx.BlankCell {
			r.l.readColumn(rec, src, i, filled[i])
		} else if r.l.missesBlank(rec, src, i) {
			r.l.reportBlank(src, i, r.blankHint(i, row, refOnly))
		}
	}
	if refOnly {
		r.ahead = append(r.ahead, src)
	}
	for _, i := range inherited {
		r.tellMerged(src, i, row)
	}
	for _, c := range under {
		r.tellCovered(src, c.column, c.RawCell, c.under)
	}
	r.tellStruck(src, filled)
	if line.Hidden {
		r.hiddenRows = append(r.hiddenRows, row)
	}
	if isIdentity(s) && filled[0].Kind != xlsx.BlankCell {
		r.identify(src, filled[0])
	}
}

// hiddenCell is a cell whose value lies under merged cells.
type hiddenCell struct {
	column int
	xlsx.RawCell
	under xlsx.Block
}

// room is for the texts of a record. It is taken for many records at once, which
// costs a quarter of taking it for each.
func (r *rowReader) room(n int) []string {
	if len(r.rawRoom) < n {
		r.rawRoom = make([]string, n*min(64, len(r.g.Rows)))
	}
	raw := r.rawRoom[:n:n]
	r.rawRoom = r.rawRoom[n:]
	return raw
}

// readColumn reads one filled cell of a record.
func (l *loader) readColumn(rec Record, src *Source, i int, c xlsx.RawCell) {
	col := &src.table.sheet.Columns[i]
	v, f := l.cells.read(col, c)
	if f != nil && f.rule == RuleFormulaUncalculated {
		l.stale[src.table] = append(l.stale[src.table], staleCell{src, i})
		src.markBad(i)
		return
	}
	col.set(rec, v)
	if c.Lost.Turns {
		l.report(src, i, faultOf(RuleCellTurned, Warning, "The text holds invisible marks that make a part of it run backwards; they are left out, so it reads as it was typed.",
			"Type the text anew, or paste it without its formatting, and see that it says what is meant."))
	}
	if c.Lost.End {
		l.report(src, i, faultOf(RuleCellLong, Warning, "The text is longer than the 32,767 characters that a cell of Excel can hold; only its beginning is read.",
			"Shorten it to what a reader needs, and name the document that says the rest."))
	}
	if f != nil {
		l.report(src, i, f)
		if f.severity == Error {
			return
		}
	}
	switch col.Kind {
	case StatusWord:
		l.statuses = append(l.statuses, statusUse{src, i, v.Text})
	case RefTo, RefsTo, RefsOrText:
		l.links = append(l.links, link{rec, src, i, v.Text, v.Parts, c.Kind == xlsx.NumberCell})
	case Amount:
		q, _ := l.cells.amount(col, c)
		l.amounts = append(l.amounts, amount{rec, src, i, q})
	}
}

// missesBlank reads a blank cell of a record as what the column says that it
// means; it is true where a blank is wrong.
func (l *loader) missesBlank(rec Record, src *Source, i int) bool {
	col := &src.table.sheet.Columns[i]
	if col.Default != "" {
		if v, f := l.cells.read(col, xlsx.RawCell{Kind: xlsx.TextCell, Text: col.Default}); f == nil {
			col.set(rec, v)
		}
		return false
	}
	return col.Required
}

// reportBlank says that a cell is blank, and how to fix it: "" keeps silent,
// because it is reported otherwise.
func (l *loader) reportBlank(src *Source, i int, hint string) {
	col := &src.table.sheet.Columns[i]
	if hint == "" || !src.Has(col.Heading) {
		src.markBad(i)
		return
	}
	l.report(src, i, faultOf(RuleRequired, Error, fmt.Sprintf("%s is blank, and %s needs it.", col.Heading, everyOne(src.table.sheet)), hint))
}

func (r *rowReader) blankHint(i, row int, refOnly bool) string {
	if refOnly {
		return ""
	}
	col := &r.in.sheet.Columns[i]
	if m, ok := r.block(r.t.columns[i], row); ok {
		return fmt.Sprintf("The cell is part of the merged cells %s: unmerge them and fill in every row. %s", m, col.Help)
	}
	return col.fillIn()
}

// fillIn says what to put into a blank cell.
func (col *Column) fillIn() string {
	return fmt.Sprintf("Fill it in. %s For example: %s.", col.Help, strings.TrimSuffix(col.Example, "."))
}

// block is the merged cells that hold this place but not as their first cell.
func (r *rowReader) block(col, row int) (xlsx.Block, bool) {
	blocks := r.blocks[col]
	i, found := slices.BinarySearchFunc(blocks, row, func(m xlsx.Block, row int) int { return cmp.Compare(m.Row, row) })
	if !found {
		i--
	}
	if i < 0 || blocks[i].LastRow < row || blocks[i].Row == row && blocks[i].Col == col {
		return xlsx.Block{}, false
	}
	return blocks[i], true
}

// inherit is the value of a cell that is merged down over this row. A ref is
// never inherited: it names one row.
func (r *rowReader) inherit(i, row int) (xlsx.RawCell, bool) {
	col := r.t.columns[i]
	m, ok := r.block(col, row)
	if !ok || m.Col != col || r.in.sheet.Columns[i].Kind == Ref {
		return xlsx.RawCell{}, false
	}
	c := r.g.Cell(m.Col, m.Row)
	return c, c.Kind != xlsx.BlankCell
}

// tellMerged says once of each block that its value counts for every row.
func (r *rowReader) tellMerged(src *Source, i, row int) {
	m, ok := r.block(r.t.columns[i], row)
	if !ok || r.told[m] {
		return
	}
	r.told[m] = true
	r.l.add(Problem{Rule: RuleCellMerged, Severity: Advice, Cell: r.cellAt(m.Row, m.Col), Column: r.t.headings[i], Value: src.raw[i],
		Message: fmt.Sprintf("%s is one merged cell; %s is read for each of the rows %d to %d.", m, quoted(src.raw[i]), m.Row, m.LastRow),
		Hint:    "Unmerge it and fill in every row, so that sorting and filtering work."})
}

// staleCell is a formula whose result is not in the file.
type staleCell struct {
	src    *Source
	column int
}

// reportStale says once of each sheet that results of formulas are missing.
func (l *loader) reportStale(t *table) {
	stale := l.stale[t]
	if len(stale) == 0 {
		return
	}
	var others []xlsx.Cell
	for _, c := range stale[1:] {
		others = append(others, c.src.At(t.sheet.Columns[c.column].Heading))
	}
	more := ""
	switch n := len(others); {
	case n == 1:
		more = ", nor is that of one more cell of this sheet"
	case n > 1:
		more = fmt.Sprintf(", nor are those of %d more cells of this sheet", n)
	}
	l.report(stale[0].src, stale[0].column, faulty(RuleFormulaUncalculated, "Open the workbook in Excel and save it, or type the values in place of the formulas.",
		"The result of the formula is not stored in the file%s.", more), others...)
}

func aOrAn(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func everyOne(s *Sheet) string {
	if s.Fields {
		return "the plan"
	}
	return "every " + singular(s)
}
