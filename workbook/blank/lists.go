package blank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The Lists sheet is hidden. Its first columns are the fixed lists that
// dropdowns offer; then come columns that are worked out from the other
// sheets, row by row, so that the formulas people see stay short. A worked
// column is reached by a defined name. Its row n belongs to row n of its sheet
// however rows are sorted, added or deleted there.

// workedColumn is one column of the Lists sheet that formulas fill.
type workedColumn struct {
	name    string // also the defined name
	to      int    // last row
	formula string // the same in every row
}

// Defined names of the worked columns.
const (
	keyWord        = "KeyWord"      // the key's words, or the seven where it is empty
	keyMeaning     = "KeyMeaning"   // one of the seven, or "not known"
	keyColour      = "KeyColour"    // a name of Colours, or ""
	meaningWord    = "MeaningWord"  // the first word with each meaning, as chartMeanings
	meaningCount   = "MeaningCount" // how many actions have it
	actionArea     = "ActionArea"
	actionWord     = "ActionWord"
	actionMeaning  = "ActionMeaning"  // "" for a blank row
	actionFindings = "ActionFindings" // refs with a space between
	actionDue      = "ActionDue"      // Revised due, else Due, else 0
	actionOpen     = "ActionOpen"     // 1 or 0
	actionLate     = "ActionLate"     // 1 or 0
	actionAhead    = "ActionAhead"    // farOff less the due date of an open action that is not late, else 0
	actionSignal   = "ActionSignal"   // what the action says about its area
	actionOwner    = "ActionOwner"
	ownerOrder     = "OwnerOrder" // on an owner's first row with late actions: how many, plus a tie-break
	boardEvery     = "BoardEvery" // days
	dueSoon        = "DueSoon"    // days

	noBreak = "NoBreak" // the non-breaking space, which pasted text brings

	notKnown = "not known"
	farOff   = 100000 // later than any date
)

// refNames are the worked columns of the refs and names that others point to:
// cleaned, so that 1.1 typed as a number or with a stray space is still found.
var refNames = map[string]string{workbook.SheetVisits: "VisitRef", workbook.SheetAreas: "AreaRef", workbook.SheetFindings: "FindingRef",
	workbook.SheetActions: "ActionRef", workbook.SheetMeasures: "MeasureRef", workbook.SheetPeople: "PersonName"}

// pickNames are the dropdowns of refs and names: what has been typed so far.
var pickNames = map[string]string{workbook.SheetVisits: "PickVisit", workbook.SheetAreas: "PickArea", workbook.SheetFindings: "PickFinding",
	workbook.SheetActions: "PickAction", workbook.SheetMeasures: "PickMeasure", workbook.SheetPeople: "PickPerson"}

const pickStatus = "PickStatus"

// chartMeanings is the order of the chart's bars, which ends with the actions
// whose status is blank or not on the Key sheet.
func chartMeanings() []string {
	return append(workbook.Names(workbook.Meanings), notKnown)
}

func workedColumns(r reach) []workedColumn {
	return slices.Concat(keyColumns(r.key()), refColumns(r), actionColumns(r.help(workbook.SheetActions)))
}

func keyColumns(to int) []workedColumn {
	key := workbook.FindSheet(workbook.SheetKey)
	empty := "COUNTA(" + columnRange(key, workbook.ColWord, to) + ")<2"
	word, means, colour := cleaned(sameRow(key, workbook.ColWord)), cleaned(sameRow(key, workbook.ColMeans)), "LOWER("+cleaned(sameRow(key, workbook.ColColour))+")"
	return []workedColumn{
		{keyWord, to, choose(empty, fmt.Sprintf(`IFERROR(INDEX(%s,ROW()-1)&"","")`, defaultWordRange()), word)},
		{keyMeaning, to, choose(empty, orElse(fmt.Sprintf("INDEX(%s,ROW()-1)", meaningRange()), notKnown),
			choose(own(keyWord)+`=""`, literal(notKnown), orElse(lookUp(means, meaningRange(), meaningRange()), notKnown)))},
		{keyColour, to, choose(own(keyWord)+`=""`, `""`, choose(isIn(colour, colourRange()), colour,
			orElse(lookUp(own(keyMeaning), meaningRange(), meaningColourRange()), "")))},
		{meaningWord, len(chartMeanings()) + 1, fmt.Sprintf(`IF(%[1]s="%[2]s","Not known",IFERROR(%[3]s,UPPER(LEFT(%[1]s,1))&MID(%[1]s,2,20)))`,
			chartMeaning(), notKnown, lookUp(chartMeaning(), keyMeaning, keyWord))},
		{meaningCount, len(chartMeanings()) + 1, fmt.Sprintf("COUNTIF(%s,%s)", actionMeaning, chartMeaning())},
	}
}

func chartMeaning() string { return fmt.Sprintf("INDEX(%s,ROW()-1)", listRange(chartMeanings())) }

func refColumns(r reach) []workedColumn {
	var all []workedColumn
	for _, sheet := range []string{workbook.SheetVisits, workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures} {
		all = append(all, workedColumn{refNames[sheet], r.refs(sheet), asRef(sameRow(workbook.FindSheet(sheet), workbook.ColRef))})
	}
	return append(all, workedColumn{refNames[workbook.SheetPeople], r.refs(workbook.SheetPeople), spaceless(sameRow(workbook.FindSheet(workbook.SheetPeople), workbook.ColName))})
}

func actionColumns(to int) []workedColumn {
	actions := workbook.FindSheet(workbook.SheetActions)
	row := fmt.Sprintf("INDEX(%s!$A:$%s,ROW(),0)", workbook.SheetActions, xlsx.ColumnLetters(len(actions.Columns)))
	due, revised, start := sameRow(actions, workbook.ColDue), sameRow(actions, workbook.ColRevisedDue), sameRow(actions, workbook.ColStart)
	ahead := fmt.Sprintf("AND(%s=1,%s=0,%s>0)", own(actionOpen), own(actionLate), own(actionDue))
	lateOfOwner := fmt.Sprintf("COUNTIFS(%s,%s,%s,1)", actionOwner, own(actionOwner), actionLate)
	return []workedColumn{
		{actionArea, to, asRef(sameRow(actions, workbook.ColArea))},
		{actionWord, to, cleaned(sameRow(actions, workbook.ColStatus))},
		{actionMeaning, to, choose("COUNTA("+row+")=0", `""`, choose(own(actionWord)+`=""`, literal(notKnown), orElse(lookUp(own(actionWord), keyWord, keyMeaning), notKnown)))},
		{actionFindings, to, spacedRefs(sameRow(actions, workbook.ColFindings))},
		{actionDue, to, choose("ISNUMBER("+revised+")", revised, choose("ISNUMBER("+due+")", due, "0"))},
		{actionOpen, to, choose("OR("+own(actionMeaning)+`={"","delivered","embedded","withdrawn"})`, "0", "1")},
		{actionLate, to, fmt.Sprintf("IF(AND(%s=1,%s>0,%[2]s<TODAY()),1,0)", own(actionOpen), own(actionDue))},
		{actionAhead, to, choose(ahead, fmt.Sprintf("%d-%s", farOff, own(actionDue)), "0")},
		{actionSignal, to, choose(own(actionOpen)+"=0", own(actionMeaning),
			choose(fmt.Sprintf(`OR(%s="off track",AND(%s=1,TODAY()-%s>%s))`, own(actionMeaning), own(actionLate), own(actionDue), boardEvery), `"off track"`,
				choose(fmt.Sprintf(`OR(%[1]s="at risk",%[1]s="%[2]s",%[3]s=1,%[4]s=0,AND(%[1]s="not started",ISNUMBER(%[5]s),%[5]s<TODAY()))`,
					own(actionMeaning), notKnown, own(actionLate), own(actionDue), start), `"at risk"`, own(actionMeaning))))},
		{actionOwner, to, cleaned(sameRow(actions, workbook.ColOwner))},
		{ownerOrder, to, choose(own(actionOwner)+`=""`, "0", choose(fmt.Sprintf("MATCH(%s,%s,0)<ROW()-1", own(actionOwner), actionOwner), "0",
			choose(lateOfOwner+"=0", "0", fmt.Sprintf("%s+(%d-ROW())/%d", lateOfOwner, to, max(10000, to)))))},
	}
}

// The words of formulas.

// own is a worked column's value for the row of the formula that asks.
func own(name string) string { return "INDEX(" + name + ",ROW()-1)" }

func choose(when, then, otherwise string) string {
	return "IF(" + when + "," + then + "," + otherwise + ")"
}

func literal(words string) string { return `"` + strings.ReplaceAll(words, `"`, `""`) + `"` }

// orElse is a formula, or words where it has no result.
func orElse(formula, words string) string { return "IFERROR(" + formula + "," + literal(words) + ")" }

// lookUp finds a value in one range and gives its neighbour in the other.
func lookUp(value, in, give string) string {
	return "INDEX(" + give + ",MATCH(" + value + "," + in + ",0))"
}

func isIn(value, list string) string { return "ISNUMBER(MATCH(" + value + "," + list + ",0))" }

// spacedRefs is several refs of one cell with a single space between.
func spacedRefs(value string) string {
	for _, separator := range []string{";", ","} {
		value = "SUBSTITUTE(" + value + "," + literal(separator) + `," ")`
	}
	return asRef(value)
}

// sameRow is a column's cell in the row of the formula that asks. Deleting or
// adding rows does not break it as a plain reference would.
func sameRow(s *workbook.Sheet, heading string) string {
	letter := xlsx.ColumnLetters(s.ColumnIndex(heading) + 1)
	return fmt.Sprintf("INDEX(%s!$%s:$%s,ROW())", xlsx.QuoteSheet(s.Name), letter, letter)
}

// columnRange starts at the heading, so that a row inserted right under the
// heading is inside.
func columnRange(s *workbook.Sheet, heading string, to int) string {
	letter := xlsx.ColumnLetters(s.ColumnIndex(heading) + 1)
	return fmt.Sprintf("%s!$%s$1:$%s$%d", xlsx.QuoteSheet(s.Name), letter, letter, to)
}

// cleaned is a value as check compares words: without outer and double
// spaces, with non-breaking spaces and line breaks as plain ones, and with the
// apostrophe that Word bends as that of the keyboard.
func cleaned(value string) string {
	return "TRIM(" + straight(oneLine(value)) + ")"
}

// asRef is a value as check compares refs: any dash is a hyphen.
func asRef(value string) string {
	return `SUBSTITUTE(SUBSTITUTE(` + cleaned(value) + `,"–","-"),"‑","-")`
}

func straight(value string) string {
	return `SUBSTITUTE(SUBSTITUTE(` + value + `,"’","'"),"‘","'")`
}

func oneLine(value string) string {
	return "SUBSTITUTE(SUBSTITUTE(" + value + "," + noBreak + `," "),CHAR(10)," ")`
}

// spaceless is how names are compared.
func spaceless(value string) string {
	return "SUBSTITUTE(" + straight(oneLine(value)) + `," ","")`
}

// fixedList is one column of values on the Lists sheet.
type fixedList struct {
	title  string
	values []string
}

// fixedLists are the schema's lists, each once, then the colours, and by
// meaning the colour and the default word.
func fixedLists() []fixedList {
	var all []fixedList
	for _, s := range workbook.Sheets {
		for _, c := range s.Columns {
			known := slices.ContainsFunc(all, func(l fixedList) bool { return slices.Equal(l.values, c.List) })
			if c.Kind == workbook.List && !known {
				all = append(all, fixedList{s.Name + ": " + c.Heading, c.List})
			}
		}
	}
	var colours, words []string
	for _, m := range workbook.KeyOrder {
		colours = append(colours, m.Colour())
		words = append(words, m.Word())
	}
	return append(all, fixedList{"Colours", workbook.Colours}, fixedList{"Colour by meaning", colours}, fixedList{"Default word", words},
		fixedList{"Meanings of the chart", chartMeanings()})
}

// meaningList is the seven meanings in the order in which the key offers
// them.
func meaningList() []string {
	return workbook.FindSheet(workbook.SheetKey).Column(workbook.ColMeans).List
}

// listRange is where a list stands on the Lists sheet.
func listRange(values []string) string {
	return fixedRange(func(l fixedList) bool { return slices.Equal(l.values, values) })
}

func meaningRange() string       { return listRange(meaningList()) }
func colourRange() string        { return listRange(workbook.Colours) }
func meaningColourRange() string { return titledRange("Colour by meaning") }
func defaultWordRange() string   { return titledRange("Default word") }

func titledRange(title string) string {
	return fixedRange(func(l fixedList) bool { return l.title == title })
}

func fixedRange(is func(fixedList) bool) string {
	lists := fixedLists()
	i := slices.IndexFunc(lists, is)
	letter := xlsx.ColumnLetters(i + 1)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, letter, letter, len(lists[i].values)+1)
}

// fillLists writes the Lists sheet.
func (b *blankBook) fillLists() {
	lists, worked := fixedLists(), workedColumns(b.reach)
	for i, l := range lists {
		b.say(listsSheet, i+1, 1, l.title)
		for j, v := range l.values {
			b.say(listsSheet, i+1, j+2, v)
		}
	}
	for i, w := range worked {
		col := len(lists) + i + 1
		b.say(listsSheet, col, 1, w.name)
		letter := xlsx.ColumnLetters(col)
		b.formulaDown(listsSheet, col, w.to, w.formula)
		b.name(w.name, fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, letter, letter, w.to))
	}
	last := len(lists) + len(worked)
	b.do(b.x.SetCellStyle(listsSheet, "A1", xlsx.ColumnLetters(last)+"1", b.looks.tableHead))
	b.do(b.x.SetColWidth(listsSheet, "A", xlsx.ColumnLetters(last), 18))
	b.finish(page{sheet: listsSheet, lastCol: last, lastRow: b.reach.longest(), freezeRows: 1, tab: otherTab})
}

// nameRanges makes the dropdowns that show what has been typed so far.
func (b *blankBook) nameRanges() {
	for _, s := range workbook.Sheets {
		if name := pickNames[s.Name]; name != "" {
			heading := workbook.ColRef
			if s.Name == workbook.SheetPeople {
				heading = workbook.ColName
			}
			b.name(name, typedSoFar(columnRange(s, heading, b.reach.help(s.Name))))
		}
	}
	b.name(pickStatus, fmt.Sprintf("INDEX(%[1]s,1):INDEX(%[1]s,MAX(1,SUMPRODUCT(MAX((%[1]s<>\"\")*(ROW(%[1]s)-1)))))", keyWord))
	b.name(noBreak, "_xlfn.UNICHAR(160)")
	b.name(boardEvery, threshold(workbook.FieldBoardEvery))
	b.name(dueSoon, threshold(workbook.FieldDueSoon))
}

// threshold is a number of the Plan sheet, or its default.
func threshold(field string) string {
	value := fieldValue(field)
	return fmt.Sprintf("IF(ISNUMBER(%s),%[1]s,%s)", value, workbook.FindSheet(workbook.SheetPlan).Column(field).Default)
}

// fieldValue is the value beside a field of the Plan sheet.
func fieldValue(field string) string {
	return lookUp(literal(field), workbook.SheetPlan+"!$A$1:$A$100", workbook.SheetPlan+"!$B$1:$B$100")
}

// typedSoFar is a range from the cell under the heading to the last cell with
// something in it.
func typedSoFar(r string) string {
	return fmt.Sprintf("INDEX(%[1]s,2):INDEX(%[1]s,MAX(2,SUMPRODUCT(MAX((%[1]s<>\"\")*(ROW(%[1]s)-MIN(ROW(%[1]s))+1)))))", r)
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

// formulaDown writes the formula of row 2 into a column down to a last row.
// {row} in it is the row. The file could say it once for all rows, but Excel
// does not take a shared formula that looks at another sheet.
func (b *blankBook) formulaDown(sheet string, col, last int, formula string) {
	for row := 2; row <= last; row++ {
		b.formula(sheet, col, row, strings.ReplaceAll(formula, "{row}", strconv.Itoa(row)))
	}
}
