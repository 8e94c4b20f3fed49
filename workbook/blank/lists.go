package blank

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The Lists sheet is hidden. It holds everything that formulas work out behind
// the other sheets, so that those hold next to none. From the left: single
// values and where each column stands; a tally of each sheet; the fixed lists
// that dropdowns offer; and columns that are worked out row by row. A worked
// column is reached by a defined name. Its row n belongs to row n of its sheet
// however rows are sorted, added or deleted there.
//
// A worked column is written once and shared by its rows, which keeps the
// workbook small. Excel shares a formula only if it names no other sheet but
// through a defined name, and has no list in braces and no range made by a
// colon between two functions.

// Defined names of single cells.
const (
	today      = "Today"
	boardEvery = "BoardEvery" // days
	dueSoon    = "DueSoon"    // days
	freshFrom  = "FreshFrom"  // the first row of the log that was written since the last board
)

// logSince is the defined name of the actions that the log names from that row
// on. A log is written in the order of time, so nearly all of it is older.
const logSince = "LogSince"

// Before a ref in logRef: whether the line was written since the last board. A
// date in words counts as fresh, so that nothing is said that check does not.
const (
	logFresh = "+"
	logOld   = "-"
)

const (
	notKnown = "not known"
	farOff   = 100000 // later than any date
)

// Columns of the Lists sheet, and the first row of its single values.
const (
	tallyCol     = 3 // sheet, and what is counted of it
	listsFrom    = tallyCol + 8
	singleFrom   = 2
	sheetDeleted = "sheet deleted"
)

// singles are the values that stand once.
func singles(r reach) []struct{ name, formula string } {
	return []struct{ name, formula string }{
		{today, "TODAY()"},
		{boardEvery, threshold(workbook.FieldBoardEvery)},
		{dueSoon, threshold(workbook.FieldDueSoon)},
		{freshFrom, firstFresh(r)},
	}
}

// firstFresh looks at the log as it is typed, which is longer than what is
// worked out from it.
func firstFresh(r reach) string {
	log := workbook.FindSheet(workbook.SheetUpdates)
	days := down(log, workbook.ColDate, r.help(log.Name))
	return fmt.Sprintf("IFERROR(%[1]d-SUMPRODUCT(MAX(ISNUMBER(%[2]s)*(%[2]s>=%[3]s-%[4]s)*(%[1]d-ROW(%[2]s)))),%[1]d)", xlsx.LastRow, days, today, boardEvery)
}

// refNames are the worked columns of the refs and names that others point to:
// cleaned, so that 1.1 typed as a number or with a stray space is still found.
var refNames = map[string]string{workbook.SheetVisits: "VisitRef", workbook.SheetAreas: "AreaRef", workbook.SheetFindings: "FindingRef",
	workbook.SheetActions: "ActionRef", workbook.SheetMeasures: "MeasureRef", workbook.SheetPeople: "PersonName"}

// pickNames are the dropdowns of refs and names: what has been typed so far.
var pickNames = map[string]string{workbook.SheetVisits: "PickVisit", workbook.SheetAreas: "PickArea", workbook.SheetFindings: "PickFinding",
	workbook.SheetActions: "PickAction", workbook.SheetMeasures: "PickMeasure", workbook.SheetPeople: "PickPerson"}

const pickStatus = "PickStatus"

// Worked columns as long as a dropdown: most rows that formulas look at are blank.
const (
	pickShape = "PickShape" // measureShape, of the measures
	pickTally = "PickTally" // areaTally and areaState, of the areas
	pickState = "PickState"
)

// repeatOf is the worked column that says which earlier row has a row's ref,
// counted from the heading; 0: none.
func repeatOf(sheet string) string { return refNames[sheet] + "Again" }

// checkOf is the worked column with what Check says, after its level.
func checkOf(sheet string) string { return "CheckOf" + sheet }

// chartMeanings is the order of the chart's bars, which ends with the actions
// whose status is blank or not on the Key sheet.
func chartMeanings() []string {
	return append(workbook.Names(workbook.Meanings), notKnown)
}

// fillLists writes the Lists sheet.
func (b *blankBook) fillLists() {
	b.fillSingles()
	b.fillTallies()
	lists := fixedLists()
	for i, l := range lists {
		b.say(listsSheet, listsFrom+i, 1, l.title)
		for j, v := range l.values {
			b.say(listsSheet, listsFrom+i, j+2, v)
		}
	}
	b.name(chartMeaningName, listRange(chartMeanings()))
	columns := workedColumns(b.reach)
	for i, name := range workedNames() {
		w := columns[slices.IndexFunc(columns, func(w workedColumn) bool { return w.name == name })]
		col, letter := listsFrom+len(lists)+i, workedLetter(name)
		b.say(listsSheet, col, 1, name)
		b.formula(listsSheet, col, firstWorked, atRow(w.formula, firstWorked))
		b.worked = append(b.worked, worked{col, w.to})
		b.name(name, fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, letter, letter, w.to))
	}
	last := listsFrom + len(lists) + len(workedNames()) - 1
	b.do(b.x.SetCellStyle(listsSheet, "A1", xlsx.ColumnLetters(last)+"1", b.looks.tableHead))
	b.do(b.x.SetColWidth(listsSheet, "A", xlsx.ColumnLetters(last), 18))
	b.finish(page{sheet: listsSheet, lastCol: last, lastRow: b.reach.longest(), freezeRows: 1, tab: otherTab})
}

// chartMeaningName is the defined name of the list chartMeanings.
const chartMeaningName = "ChartMeaning"

// fillSingles writes the single values, and where the columns stand.
func (b *blankBook) fillSingles() {
	b.say(listsSheet, 1, 1, "What")
	b.say(listsSheet, 2, 1, "Value, or which column")
	for i, v := range singles(b.reach) {
		b.say(listsSheet, 1, singleFrom+i, v.name)
		b.formula(listsSheet, 2, singleFrom+i, v.formula)
		b.name(v.name, fmt.Sprintf("%s!$B$%d", listsSheet, singleFrom+i))
	}
	row := foundFrom
	for _, s := range workbook.Sheets {
		if !s.Fields {
			b.nameSheet(s)
		}
		for i := range s.Columns {
			if inBlock(s, i) {
				b.say(listsSheet, 1, row, s.Name+": "+s.Columns[i].Heading)
				b.formula(listsSheet, 2, row, findHeading(s, &s.Columns[i]))
				row++
			}
		}
	}
	log := workbook.FindSheet(workbook.SheetUpdates)
	place := listsSheet + "!" + found(log, workbook.ColAction)
	b.name(logSince, fmt.Sprintf("INDEX(%[1]s,%[2]s,%[3]s):INDEX(%[1]s,MAX(%[2]s,%[4]d),%[3]s)", rowsOf(log), freshFrom, place, b.reach.help(log.Name)))
	for _, n := range foundNames() {
		b.name(n.name, listsSheet+"!"+n.at)
	}
}

// nameRanges makes the dropdowns that show what has been typed so far.
func (b *blankBook) nameRanges() {
	for _, s := range workbook.Sheets {
		if name := pickNames[s.Name]; name != "" {
			b.name(name, typedSoFar(pickFrom(s), tallyCell(s, tallyLast)))
		}
	}
	measures, areas := tallyCell(workbook.FindSheet(workbook.SheetMeasures), tallyLast), tallyCell(workbook.FindSheet(workbook.SheetAreas), tallyLast)
	b.name(pickShape, typedSoFar(measureShape, measures))
	b.name(pickTally, typedSoFar(areaTally, areas))
	b.name(pickState, typedSoFar(areaState, areas))
	b.name(pickStatus, typedSoFar(keyWord, tallyCell(workbook.FindSheet(workbook.SheetKey), tallyLast)))
}

// pickFrom is the worked column that a dropdown offers.
func pickFrom(s *workbook.Sheet) string {
	switch s.Name {
	case workbook.SheetPeople:
		return personShown
	case workbook.SheetKey:
		return keyWord
	}
	return refNames[s.Name]
}

// threshold is a number of the Plan sheet, or its default.
func threshold(field string) string {
	return fmt.Sprintf("IFERROR(IF(ISNUMBER(%s),%[1]s,%[2]s),%[2]s)", fieldValue(field), workbook.FindSheet(workbook.SheetPlan).Column(field).Default)
}

// fieldValue is the value beside a field of the Plan sheet.
func fieldValue(field string) string {
	return lookUp(literal(field), workbook.SheetPlan+"!$A$1:$A$100", workbook.SheetPlan+"!$B$1:$B$100")
}

// typedSoFar is a worked column down to the last row with something in it.
func typedSoFar(name, last string) string {
	return fmt.Sprintf("INDEX(%[1]s,1):INDEX(%[1]s,MAX(1,%[2]s))", name, last)
}

func (b *blankBook) name(name, refersTo string) {
	b.do(b.x.SetDefinedName(&excelize.DefinedName{Name: name, RefersTo: refersTo}))
}

// say writes words into a cell.
func (b *blankBook) say(sheet string, col, row int, words string) {
	b.do(b.x.SetCellStr(sheet, xlsx.Cell{Col: col, Row: row}.Name(), words))
}

// formula writes a formula into a cell.
func (b *blankBook) formula(sheet string, col, row int, formula string) {
	b.do(b.x.SetCellFormula(sheet, xlsx.Cell{Col: col, Row: row}.Name(), formula))
}

// firstWorked is the first row of a worked column.
const firstWorked = 2

// worked is where a worked column stands on the Lists sheet, and its last row.
// They are the last columns of the sheet, side by side.
type worked struct{ col, last int }

// repeatWorked makes every row of a worked column share the formula of its first.
// There are tens of thousands of such cells: the writing library looks through all
// that there are before it adds a column of them. A cell without a place stands
// right behind the one before it (ECMA-376 part 1, 18.3.1.4), so that the rows are
// all alike, which makes the file much smaller.
func (b *blankBook) repeatWorked(part []byte) []byte {
	out := make([]byte, 0, 8*len(part))
	row := 0
	for {
		before, after, found := bytes.Cut(part, []byte("</row>"))
		if !found {
			break
		}
		row = rowNumber(before)
		if row == firstWorked {
			before = b.shareWorked(before)
		}
		out, part = append(out, before...), after
		if row > firstWorked {
			out = b.appendWorked(out, row)
		}
		out = append(out, "</row>"...)
	}
	for last := b.lastWorked(); row < last; {
		row++
		out = append(b.appendWorked(fmt.Appendf(out, `<row r="%d">`, row), row), "</row>"...)
	}
	return append(out, part...)
}

func (b *blankBook) lastWorked() int {
	return slices.MaxFunc(b.worked, func(a, b worked) int { return a.last - b.last }).last
}

// rowNumber is that of the last row which begins in a part.
func rowNumber(part []byte) int {
	_, number, _ := bytes.Cut(part[bytes.LastIndex(part, []byte("<row ")):], []byte(` r="`))
	digits, _, _ := bytes.Cut(number, []byte(`"`))
	n, _ := strconv.Atoi(string(digits)) // the writing library numbers every row
	return n
}

// shareWorked says of the formulas of the first row how far down they are shared.
func (b *blankBook) shareWorked(row []byte) []byte {
	var out []byte
	for i, w := range b.worked {
		first := xlsx.Cell{Col: w.col, Row: firstWorked}.Name()
		before, after, _ := bytes.Cut(row, fmt.Appendf(nil, `<c r="%s"><f>`, first))
		out = fmt.Appendf(append(out, before...), `<c r="%s"><f t="shared" ref="%[1]s:%s" si="%d">`, first, xlsx.Cell{Col: w.col, Row: w.last}.Name(), i)
		row = after
	}
	return append(out, row...)
}

// appendWorked appends the cells of a row that share the formula of the first.
func (b *blankBook) appendWorked(out []byte, row int) []byte {
	before := 0
	for i, w := range b.worked {
		if row > w.last {
			continue
		}
		if out = append(out, "<c"...); w.col != before+1 {
			out = append(append(append(out, ` r="`...), xlsx.Cell{Col: w.col, Row: row}.Name()...), '"')
		}
		out = append(strconv.AppendInt(append(out, `><f t="shared" si="`...), int64(i), 10), `"/></c>`...)
		before = w.col
	}
	return out
}

// formulaDown writes a formula into a column from a first row to a last one.
// {row} in it is the row. It is written once and shared by all rows.
func (b *blankBook) formulaDown(sheet string, col, first, last int, formula string) {
	from, to := xlsx.Cell{Col: col, Row: first}.Name(), xlsx.Cell{Col: col, Row: last}.Name()
	b.do(b.x.SetCellFormula(sheet, from, atRow(formula, first), excelize.FormulaOpts{Type: ptr(excelize.STCellFormulaTypeShared), Ref: ptr(from + ":" + to)}))
}

func atRow(formula string, row int) string {
	return strings.NewReplacer("{row}", fmt.Sprint(row), "{before}", fmt.Sprint(row-1)).Replace(formula)
}
