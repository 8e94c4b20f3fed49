package upgrade

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Log says what became of an old workbook.
type Log struct {
	Loud    string   // one line that comes first; "" where all is well
	Notes   []Note   // what a person must look at, what harms most first
	Moves   []Move   // each old sheet and column, in the order of the file
	Changes []string // values that stand in the new workbook in other words, with the old ones
	Kept    int      // values that stand only on the sheet "Not carried over"
	Actions int      // in the new workbook
	Areas   int
	Map     []Entry // what somebody said, and that was used
	Unused  []Entry // what somebody said, and that fits nothing
}

// Note is something for a person to look at.
type Note struct {
	Kind string // what it is counted as, in the plural; "" needs no decision
	At   string // the place in the old workbook, "" for none
	Text string // a sentence
	harm harm
	n    int // how many cells it is about

	cells []place
}

// harm orders notes: what could mislead a board comes first.
type harm int

const (
	harmLost harm = iota
	harmNotLive
	harmStatus
	harmDate
	harmOwner
	harmColumn
	harmRef
	harmArea
	harmInfo
)

// Move is where one old sheet or column went.
type Move struct {
	Sheet   string // old sheet
	Column  string // its letters, "" for the whole sheet
	Heading string // as the old file spells it
	To      string // "Actions: Owner", or "Not carried over"
	Remark  string
	Values  int // how many filled cells
	doubt   how
}

// Names of the sheets that an upgrade adds.
const (
	sheetWentWhere  = "What went where"
	sheetNotCarried = "Not carried over"
)

// lines is the log for a terminal: the notes, then one line for each move.
func (l Log) lines() []string {
	var lines []string
	for _, n := range l.Notes {
		text := n.Text
		if n.At != "" {
			text = n.At + ": " + text
		}
		lines = append(lines, text)
	}
	for _, m := range l.Moves {
		from := m.Sheet
		if m.Column != "" {
			from += ", column " + m.Column
		}
		if m.Heading != "" {
			from += fmt.Sprintf(" (%s)", strings.Join(strings.Fields(m.Heading), " "))
		}
		line := from + " → " + m.To
		if m.Remark != "" {
			line += "; " + m.Remark
		}
		lines = append(lines, line)
	}
	return append(lines, l.Changes...)
}

// Decide is what a person must still decide, by kind: "2 dates to look at and
// 3 refs changed". It is "" where nothing is left.
func (l Log) Decide() string {
	counts, order := map[string]int{}, []string{}
	for _, n := range l.Notes {
		if n.Kind == "" {
			continue
		}
		if counts[n.Kind] == 0 {
			order = append(order, n.Kind)
		}
		counts[n.Kind] += max(1, n.n)
	}
	var parts []string
	for _, kind := range order {
		parts = append(parts, counted(counts[kind], kind))
	}
	return joinWords(parts)
}

// counted is a number and what it counts: "1 date to look at".
func counted(n int, kind string) string {
	if n == 1 {
		kind = oneOf(kind)
	}
	return fmt.Sprintf("%d %s", n, kind)
}

// oneOf is a kind in the singular: its first plural word loses the ending.
func oneOf(kind string) string {
	words := strings.Split(kind, " ")
	for i, w := range words {
		switch {
		case w == "status":
		case w == "statuses":
			words[i] = "status"
			return strings.Join(words, " ")
		case strings.HasSuffix(w, "s"):
			words[i] = strings.TrimSuffix(w, "s")
			return strings.Join(words, " ")
		}
	}
	return kind
}

func (u *upgrade) note(h harm, kind string, at place, format string, args ...any) {
	n := Note{Kind: kind, Text: fmt.Sprintf(format, args...), harm: h}
	if at.sheet != "" {
		n.cells = []place{at}
		n.At = at.String()
		if at.row == 0 {
			n.At = at.sheet
		}
	}
	if !slices.ContainsFunc(u.log.Notes, func(o Note) bool { return o.Text == n.Text && o.At == n.At }) {
		u.log.Notes = append(u.log.Notes, n)
	}
}

// noteCells says one thing of several cells.
func (u *upgrade) noteCells(h harm, kind string, cells []place, text string) {
	const most = 12
	var names []string
	for i, p := range cells {
		if i == most {
			names = append(names, fmt.Sprintf("and %d more", len(cells)-most))
			break
		}
		names = append(names, p.String())
	}
	u.log.Notes = append(u.log.Notes, Note{Kind: kind, At: strings.Join(names, ", "), Text: text + ".", harm: h, n: len(cells), cells: cells})
}

// change is a value that stands in the new workbook in other words.
type change struct {
	at                place
	heading, was, now string
	why               string
}

func (u *upgrade) changed(at place, heading, was, now, why string) {
	c := change{at, heading, was, now, why}
	u.changes = append(u.changes, c)
	u.log.Changes = append(u.log.Changes, at.String()+": "+c.String())
}

// String is the change as a sentence without its end.
func (c change) String() string {
	text := fmt.Sprintf("%s became %s", quoted(c.was), c.now)
	if c.why != "" {
		text += "; " + c.why
	}
	return text
}

// changedTo is changed for a date that the words plainly say.
func (u *upgrade) changedTo(at place, heading, was, iso string) {
	if d, err := workbook.ParseISO(iso); err == nil && uk(d) != was {
		u.changed(at, heading, was, uk(d), "")
	}
}

// undecidedDate is a date that nobody but a person can read.
func (u *upgrade) undecidedDate(at place, text string) {
	u.note(harmDate, "dates to type", at, "%s is no date that could be read; it stands as it was, and check says what to type.", quoted(text))
}

// carry notes that a cell's value stands in the new workbook.
func (u *upgrade) carry(p place) {
	if p.sheet != "" {
		u.carried[p] = true
	}
}

// leftValue is a value without a place in the new workbook.
type leftValue struct {
	place
	heading, beside, value, why string
}

// leave keeps a cell's value on the sheet of what was not carried over.
func (u *upgrade) leave(s *workbook.SurveyedSheet, row workbook.SurveyedRow, c workbook.SurveyedCell, heading string) {
	u.leaveBecause(s, row, c, heading, "")
}

func (u *upgrade) leaveBecause(s *workbook.SurveyedSheet, row workbook.SurveyedRow, c workbook.SurveyedCell, heading, why string) {
	at := place{s.Name, row.Number, c.Col}
	if c.Text == "" || u.placed[at] {
		return
	}
	u.placed[at] = true
	beside := ""
	for _, other := range row.Cells {
		if other.Col != c.Col && other.Text != "" {
			beside = other.Text
			break
		}
	}
	u.left = append(u.left, leftValue{at, heading, beside, c.Text, why})
}

func (u *upgrade) leaveRow(s *workbook.SurveyedSheet, row workbook.SurveyedRow) {
	for _, c := range row.Cells {
		u.leave(s, row, c, "")
	}
}

func (u *upgrade) leaveSheet(s *workbook.SurveyedSheet, why string) {
	for _, row := range s.Rows {
		u.leaveRow(s, row)
	}
	if why == "" {
		why = "no sheet of the new workbook is like it"
	}
	if n := filledCells(s); n > 0 {
		u.log.Moves = append(u.log.Moves, Move{Sheet: s.Name, To: sheetNotCarried, Remark: why, Values: n})
	}
}

// keepTheRest accounts for every cell of the old workbook. Of tables each cell
// that was not carried over is kept; of other sheets what stands nowhere in
// the new workbook. Of sheets that we write ourselves only what people typed
// counts.
func (u *upgrade) keepTheRest(out []byte) error {
	now, err := workbook.MakeSurvey("new.xlsx", out)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for i := range now.Sheets {
		for _, row := range now.Sheets[i].Rows {
			for _, c := range row.Cells {
				for _, key := range append(strings.Split(c.Text, "\n"), c.Text) {
					there[valueKey(workbook.SurveyedCell{Text: key, Date: c.Date})] = true
				}
			}
		}
	}
	for _, m := range u.log.Moves {
		there[valueKey(workbook.SurveyedCell{Text: m.Heading})] = true
	}
	for _, v := range u.views {
		for _, r := range v.rows {
			for _, c := range r.cells {
				if c.Text != "" {
					u.keepCell(v, r, c, there)
				}
			}
		}
	}
	return nil
}

func (u *upgrade) keepCell(v *view, r row, c cell, there map[string]bool) {
	tables := u.tables[v.s.Name]
	raw := workbook.SurveyedRow{Number: r.number}
	for _, o := range r.cells {
		raw.Cells = append(raw.Cells, o.SurveyedCell)
	}
	heading, inTable, isHeading := headingOf(tables, c)
	switch {
	case u.carried[c.at]:
	case c.covered && there[valueKey(c.SurveyedCell)] && u.sameAsShown(v, r, c):
	case c.covered:
		u.note(harmNotLive, "values hidden under merged cells", c.at, "%s lies under merged cells, where nobody sees it. It was not read and stands on Not carried over.", quoted(c.Text))
		u.leaveBecause(v.s, raw, c.SurveyedCell, heading, "hidden under merged cells")
	case c.Struck != "":
		u.leaveBecause(v.s, raw, c.SurveyedCell, heading, "struck out")
	case isHeading && there[valueKey(c.SurveyedCell)] || isHeading && u.headingWords(tables, c):
	case inTable:
		u.leave(v.s, raw, c.SurveyedCell, heading)
	case !there[valueKey(c.SurveyedCell)] && !(v.s.Ours && c.Formula && len(tables) == 0):
		u.leave(v.s, raw, c.SurveyedCell, heading)
	}
}

// headingOf is the heading over a cell of a table.
func headingOf(tables []*table, c cell) (heading string, inTable, isHeading bool) {
	for _, t := range tables {
		if t.view.form {
			continue
		}
		number, col := c.at.row, c.at.col
		if t.view.turned {
			number, col = col, number
		}
		if number < t.top || number > t.end {
			continue
		}
		for _, o := range t.columns {
			if o.col == col {
				heading = o.title()
			}
		}
		isHeading = number <= t.bottom || slices.ContainsFunc(t.columns, func(o *column) bool { return o.col == col && plainText(o.heading) == plainText(c.text()) })
		return heading, true, isHeading
	}
	return "", false, false
}

// headingWords is true of a heading whose words stand among those that the log
// names.
func (u *upgrade) headingWords(tables []*table, c cell) bool {
	for _, t := range tables {
		for _, o := range t.columns {
			if strings.Contains(plainText(o.title()), plainText(c.Text)) {
				return true
			}
		}
	}
	return false
}

// sameAsShown is true of a value under merged cells that is the one they show.
func (u *upgrade) sameAsShown(v *view, r row, c cell) bool {
	m, ok := v.block(r.number, c.Col)
	return ok && valueKey(v.cell(m.Row, m.Col).SurveyedCell) == valueKey(c.SurveyedCell)
}

// valueKey is the same for two spellings of one value: a date and the words
// for it, and texts that differ in their white space.
func valueKey(c workbook.SurveyedCell) string {
	if !c.Date.IsZero() {
		return c.Date.String()
	}
	if d, ok := workbook.ReadDate(c.Text); ok {
		return d.String()
	}
	return strings.Join(strings.Fields(c.Text), " ")
}

// count sums up: what was made, and the line that must not be overlooked.
func (u *upgrade) count() {
	u.log.Kept = len(u.left)
	actions := u.content.Rows[workbook.SheetActions]
	u.log.Areas, u.log.Actions = len(u.content.Rows[workbook.SheetAreas]), len(actions)
	for _, e := range u.mapping.entries {
		if e.used {
			u.log.Map = append(u.log.Map, e)
			continue
		}
		u.log.Unused = append(u.log.Unused, e)
		u.note(harmColumn, "mappings that fit nothing", place{}, "You said %s, but the workbook has no such heading or sheet.", words.Quote(e.String()))
	}
	u.tellBlanks()
	var parts []string
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus} {
		if n := u.notCarried(holds); 10*n > len(actions) {
			parts = append(parts, fmt.Sprintf("%s of %d", map[string]string{workbook.ColOwner: "the owner", workbook.ColDue: "the date", workbook.ColStatus: "the status"}[holds], n))
		}
	}
	if len(parts) > 0 && len(u.tables) > 0 {
		rows := "actions"
		if len(actions) == 1 {
			rows = "action"
		}
		u.log.Loud = fmt.Sprintf("LOOK FIRST: of %d %s, %s did not come over.", len(actions), rows, joinWords(parts))
	}
	slices.SortStableFunc(u.log.Notes, func(a, b Note) int { return cmp.Compare(a.harm, b.harm) })
}

// tellBlanks counts the actions of a table that have no owner, no date or no
// status there.
func (u *upgrade) tellBlanks() {
	kinds := map[string]string{workbook.ColOwner: "owners to fill in", workbook.ColDue: "due dates to fill in", workbook.ColStatus: "statuses to fill in"}
	for _, holds := range []string{workbook.ColOwner, workbook.ColDue, workbook.ColStatus} {
		kind, blank := kinds[holds], 0
		for _, a := range u.content.Rows[workbook.SheetActions] {
			if a[holds] == "" {
				blank++
			}
		}
		if blank > 0 && len(u.tables) > 0 && u.held[holds] != "" {
			u.log.Notes = append(u.log.Notes, Note{Kind: kind, harm: harmStatus, n: blank, Text: holds + " is blank in the new workbook for " + words.Part(blank, len(u.content.Rows[workbook.SheetActions]), "action", "actions") + "."})
		}
	}
}

// notCarried is how many actions have none of what the old plan should have
// said: all of those without it, where no column was found or its cells could
// not be read.
func (u *upgrade) notCarried(holds string) int {
	blank, left := 0, 0
	for _, a := range u.content.Rows[workbook.SheetActions] {
		if a[holds] == "" {
			blank++
		}
	}
	found := false
	for _, tables := range u.tables {
		for _, t := range tables {
			c := t.column(holds)
			if c == nil {
				continue
			}
			found = true
			for _, r := range t.rows() {
				if at := r.at(c.col); at.Text != "" && u.placed[at.at] && at.Struck == "" && !at.covered {
					left++
				}
			}
		}
	}
	if !found {
		return blank
	}
	return min(blank, left)
}

// Colours of what should be looked at: what could mislead a board, and what is
// to be checked.
const (
	harmFill  = "F8CBAD"
	checkFill = "FFE699"
)

// addedSheets are the two sheets that account for the old workbook.
func (u *upgrade) addedSheets() []xlsx.AddedSheet {
	return []xlsx.AddedSheet{u.wentWhere(), u.notCarriedSheet()}
}

func (u *upgrade) wentWhere() xlsx.AddedSheet {
	went := xlsx.AddedSheet{Name: sheetWentWhere,
		Intro:    []string{"What went where", "This workbook was made from " + u.name + ". The old file has not been changed. Notes on cells, pictures, charts and formulas stay in it.", "Delete this sheet and the next when you have looked through them."},
		Headings: []string{"Old sheet", "Column", "Old heading", "Went to", "Values", "Remark"},
		Widths:   []float64{24, 14, 34, 36, 9, 72}}
	if u.log.Loud != "" {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{"Look first", "", "", "", "", u.log.Loud}, Fill: harmFill})
	}
	for _, n := range u.log.Notes {
		what, fill := "Please check", checkFill
		switch {
		case n.Kind == "":
			what, fill = "For information", ""
		case n.harm <= harmNotLive:
			fill = harmFill
		}
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{what, n.At, "", "", "", n.Text}, Fill: fill})
	}
	for _, m := range u.log.Moves {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{m.Sheet, m.Column, m.Heading, m.To, fmt.Sprint(m.Values), m.Remark}})
	}
	for _, c := range u.changes {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{c.at.sheet, c.at.cell().Name(), c.heading, c.now, c.was, c.String()}})
	}
	for _, e := range u.log.Map {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{keptMark, "", e.String(), e.To, "", "kept for the next upgrade: give this workbook after --map"}})
	}
	return went
}

func (u *upgrade) notCarriedSheet() xlsx.AddedSheet {
	rest := xlsx.AddedSheet{Name: sheetNotCarried,
		Intro:    []string{"Not carried over", "What the old workbook holds and the new one has no place for, cell by cell."},
		Headings: []string{"Old sheet", "Cell", "Old heading", "What stood there", "In the row of", "Remark"},
		Widths:   []float64{24, 10, 34, 80, 40, 30}}
	order := map[string]int{}
	for i, s := range u.survey.Sheets {
		order[s.Name] = i
	}
	slices.SortStableFunc(u.left, func(a, b leftValue) int {
		return cmp.Or(cmp.Compare(order[a.sheet], order[b.sheet]), cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col))
	})
	for _, v := range u.left {
		rest.Rows = append(rest.Rows, xlsx.AddedRow{Values: []string{v.sheet, v.cell().Name(), v.heading, v.value, v.beside, v.why}})
	}
	return rest
}
