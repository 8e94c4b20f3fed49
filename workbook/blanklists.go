package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The Lists sheet is hidden. Its first columns are the fixed lists that
// dropdowns offer; then come columns that are worked out from the other
// sheets, row by row, so that the formulas people see stay short. A worked
// column is reached by a defined name that starts at row 1: row n of it
// belongs to row n of its sheet wherever rows are sorted, added or deleted.

// keyTo is the last row of the key that the workbook's own help looks at.
const keyTo = 41

// workedColumn is one column of the Lists sheet that formulas fill.
type workedColumn struct {
	name    string // also the defined name
	to      int    // last row
	formula string // the same in every row
}

// Defined names of the worked columns.
const (
	keyWord       = "KeyWord"    // the key's words, or the seven where it is empty
	keyMeaning    = "KeyMeaning" // one of the seven, or "not known"
	keyColour     = "KeyColour"  // a name of Colours, or ""
	actionArea    = "ActionArea"
	actionWord    = "ActionWord"
	actionMeaning = "ActionMeaning" // "" for a blank row
	actionDue     = "ActionDue"     // Revised due, else Due, else ""
	actionOpen    = "ActionOpen"    // 1 or 0
	actionLate    = "ActionLate"    // 1 or 0
	actionOwner   = "ActionOwner"
	ownerOrder    = "OwnerOrder" // on an owner's first row with late actions: how many, plus a tie-break
	notKnown      = "not known"
)

// refNames are the worked columns of the refs and names that others point to:
// cleaned, so that 1.1 typed as a number or with a stray space is still found.
var refNames = map[string]string{SheetVisits: "VisitRef", SheetAreas: "AreaRef", SheetFindings: "FindingRef",
	SheetActions: "ActionRef", SheetMeasures: "MeasureRef", SheetPeople: "PersonName"}

// pickNames are the dropdowns of refs and names: what has been typed so far.
var pickNames = map[string]string{SheetVisits: "PickVisit", SheetAreas: "PickArea", SheetFindings: "PickFinding",
	SheetActions: "PickAction", SheetMeasures: "PickMeasure", SheetPeople: "PickPerson"}

const pickStatus = "PickStatus"

func workedColumns() []workedColumn {
	key, actions := FindSheet(SheetKey), FindSheet(SheetActions)
	colour := "LOWER(" + cleaned(sameRow(key, ColColour)) + ")"
	all := []workedColumn{
		{keyWord, keyTo, fmt.Sprintf("IF(COUNTA(%s)<2,INDEX(%s,ROW()-1)&\"\",%s)", columnRange(key, ColWord, keyTo), defaultWordRange(), cleaned(sameRow(key, ColWord)))},
		{keyMeaning, keyTo, fmt.Sprintf("IF(COUNTA(%s)<2,IFERROR(INDEX(%s,ROW()-1),\"%s\"),IF(%s=\"\",\"%s\",IFERROR(INDEX(%s,MATCH(%s,%[6]s,0)),\"%[4]s\")))",
			columnRange(key, ColWord, keyTo), meaningRange(), cleaned(sameRow(key, ColWord)), notKnown, notKnown, meaningRange(), cleaned(sameRow(key, ColMeans)))},
		{keyColour, keyTo, fmt.Sprintf("IF(INDEX(%s,ROW())=\"\",\"\",IF(ISNUMBER(MATCH(%s,%s,0)),%[2]s,IFERROR(INDEX(%[4]s,MATCH(INDEX(%[5]s,ROW()),%[6]s,0)),\"\")))",
			keyWord, colour, colourRange(), meaningColourRange(), keyMeaning, meaningRange())},
	}
	for _, sheet := range []string{SheetVisits, SheetAreas, SheetFindings, SheetActions, SheetMeasures} {
		all = append(all, workedColumn{refNames[sheet], helpTo, cleaned(sameRow(FindSheet(sheet), ColRef))})
	}
	whole := fmt.Sprintf("INDEX(%s!$A:$%s,ROW(),0)", SheetActions, ColumnLetters(len(actions.Columns)))
	status := cleaned(sameRow(actions, ColStatus))
	due, revised := sameRow(actions, ColDue), sameRow(actions, ColRevisedDue)
	return append(all,
		workedColumn{refNames[SheetPeople], helpTo, spaceless(sameRow(FindSheet(SheetPeople), ColName))},
		workedColumn{actionArea, helpTo, cleaned(sameRow(actions, ColArea))},
		workedColumn{actionWord, helpTo, status},
		workedColumn{actionMeaning, helpTo, fmt.Sprintf("IF(COUNTA(%s)=0,\"\",IF(INDEX(%s,ROW())=\"\",\"%s\",IFERROR(INDEX(%s,MATCH(INDEX(%[2]s,ROW()),%[5]s,0)),\"%[3]s\")))", whole, actionWord, notKnown, keyMeaning, keyWord)},
		workedColumn{actionDue, helpTo, fmt.Sprintf("IF(ISNUMBER(%s),%[1]s,IF(ISNUMBER(%[2]s),%[2]s,\"\"))", revised, due)},
		workedColumn{actionOpen, helpTo, fmt.Sprintf("IF(OR(INDEX(%[1]s,ROW())={\"\",\"delivered\",\"embedded\",\"withdrawn\"}),0,1)", actionMeaning)},
		workedColumn{actionLate, helpTo, fmt.Sprintf("IF(AND(INDEX(%s,ROW())=1,ISNUMBER(INDEX(%s,ROW()))),IF(INDEX(%[2]s,ROW())<TODAY(),1,0),0)", actionOpen, actionDue)},
		workedColumn{actionOwner, helpTo, cleaned(sameRow(actions, ColOwner))},
		workedColumn{ownerOrder, helpTo, fmt.Sprintf("IF(INDEX(%[1]s,ROW())=\"\",0,IF(MATCH(INDEX(%[1]s,ROW()),%[1]s,0)<ROW(),0,IF(COUNTIFS(%[1]s,INDEX(%[1]s,ROW()),%[2]s,1)=0,0,COUNTIFS(%[1]s,INDEX(%[1]s,ROW()),%[2]s,1)+(%[3]d-ROW())/10000)))", actionOwner, actionLate, helpTo)},
	)
}

// sameRow is a column's cell in the row of the formula that asks. Deleting or
// adding rows does not break it as a plain reference would.
func sameRow(s *Sheet, heading string) string {
	letter := ColumnLetters(s.columnIndex(heading) + 1)
	return fmt.Sprintf("INDEX(%s!$%s:$%s,ROW())", quoteSheet(s.Name), letter, letter)
}

// columnRange starts at the heading, so that a row inserted right under the
// heading is inside.
func columnRange(s *Sheet, heading string, to int) string {
	letter := ColumnLetters(s.columnIndex(heading) + 1)
	return fmt.Sprintf("%s!$%s$1:$%s$%d", quoteSheet(s.Name), letter, letter, to)
}

// cleaned is a value as words, without outer and non-breaking spaces.
func cleaned(value string) string {
	return "TRIM(SUBSTITUTE(" + value + "&\"\",_xlfn.UNICHAR(160),\" \"))"
}

// spaceless is how names are compared.
func spaceless(value string) string {
	return "SUBSTITUTE(SUBSTITUTE(" + value + "&\"\",_xlfn.UNICHAR(160),\"\"),\" \",\"\")"
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
	for _, s := range Sheets {
		for _, c := range s.Columns {
			known := slices.ContainsFunc(all, func(l fixedList) bool { return slices.Equal(l.values, c.List) })
			if c.Kind == List && !known {
				all = append(all, fixedList{s.Name + ": " + c.Heading, c.List})
			}
		}
	}
	var colours, words []string
	for _, name := range meaningList() {
		m, _ := ParseMeaning(name)
		colours = append(colours, keyColours[m])
		words = append(words, Key{}.Word(m))
	}
	return append(all, fixedList{"Colours", Colours}, fixedList{"Colour by meaning", colours}, fixedList{"Default word", words})
}

// meaningList is the seven meanings in the order in which the key offers
// them.
func meaningList() []string { return FindSheet(SheetKey).Column(ColMeans).List }

// listRange is where a list stands on the Lists sheet.
func listRange(values []string) string {
	return fixedRange(func(l fixedList) bool { return slices.Equal(l.values, values) })
}

func meaningRange() string       { return listRange(meaningList()) }
func colourRange() string        { return listRange(Colours) }
func meaningColourRange() string { return titledRange("Colour by meaning") }
func defaultWordRange() string   { return titledRange("Default word") }

func titledRange(title string) string {
	return fixedRange(func(l fixedList) bool { return l.title == title })
}

func fixedRange(is func(fixedList) bool) string {
	lists := fixedLists()
	i := slices.IndexFunc(lists, is)
	letter := ColumnLetters(i + 1)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", listsSheet, letter, letter, len(lists[i].values)+1)
}

// fillLists writes the Lists sheet.
func (b *blankBook) fillLists() {
	lists, worked := fixedLists(), workedColumns()
	for i, l := range lists {
		b.say(listsSheet, i+1, 1, l.title)
		for j, v := range l.values {
			b.say(listsSheet, i+1, j+2, v)
		}
	}
	for i, w := range worked {
		col := len(lists) + i + 1
		b.say(listsSheet, col, 1, w.name)
		letter := ColumnLetters(col)
		b.do(b.x.SetCellFormula(listsSheet, letter+"2", w.formula, excelize.FormulaOpts{
			Type: ptr(excelize.STCellFormulaTypeShared), Ref: ptr(fmt.Sprintf("%s2:%s%d", letter, letter, w.to))}))
		b.name(w.name, fmt.Sprintf("%s!$%s$1:$%s$%d", listsSheet, letter, letter, w.to))
	}
	last := len(lists) + len(worked)
	b.do(b.x.SetCellStyle(listsSheet, "A1", ColumnLetters(last)+"1", b.looks.tableHead))
	b.do(b.x.SetColWidth(listsSheet, "A", ColumnLetters(last), 18))
	b.finish(page{sheet: listsSheet, lastCol: last, lastRow: helpTo, freezeRows: 1, tab: otherTab})
}

// nameRanges makes the dropdowns that show what has been typed so far.
func (b *blankBook) nameRanges() {
	for _, s := range Sheets {
		if name := pickNames[s.Name]; name != "" {
			heading := ColRef
			if s.Name == SheetPeople {
				heading = ColName
			}
			b.name(name, typedSoFar(columnRange(s, heading, helpTo)))
		}
	}
	b.name(pickStatus, typedSoFar(keyWord))
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
	b.do(b.x.SetCellStr(sheet, Cell{Col: col, Row: row}.Name(), words))
}

// formula writes a formula into a cell.
func (b *blankBook) formula(sheet string, col, row int, formula string) {
	b.do(b.x.SetCellFormula(sheet, Cell{Col: col, Row: row}.Name(), strings.TrimPrefix(formula, "=")))
}
