package blank

import (
	"fmt"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// startStep is one sheet in the order in which a plan is filled in: people
// come before the work they own. The tabs have the same order.
type startStep struct{ sheet, when string }

var startSteps = []startStep{
	{workbook.SheetPlan, "First, once"},
	{workbook.SheetKey, "Once: seven words are there already"},
	{workbook.SheetPeople, "Once, then when posts change"},
	{workbook.SheetVisits, "With each letter or report"},
	{workbook.SheetAreas, "Once, then before each board"},
	{workbook.SheetFindings, "With each letter or report"},
	{workbook.SheetActions, "Once, then before each board"},
	{workbook.SheetMeasures, "Once"},
	{workbook.SheetReadings, "Each time there is a new figure"},
	{workbook.SheetUpdates, "Each time an action is looked at"},
	{workbook.SheetRisks, "Before each board"},
	{workbook.SheetGlossary, "When a paper uses a short form"},
	{workbook.SheetWaivers, "Only when a check has to be answered"},
}

const startLead = "The board's briefing and tracker are made from this workbook, so what stands here is what the board reads."

var startHelp = []string{
	"A dark heading with white letters must be filled in on every row. A light heading may stay blank. Point at a heading to read what goes there.",
	"Dates are day/month/year, such as 30/11/2026. Several refs in one cell stand with a semicolon between them, such as A1; A2.",
	"Check, beside the ref on Areas, Findings, Actions and Measures, says in words the worst thing to fix in a row, or OK. The ref has its colour: red must be fixed, yellow may be right as it is. LibreOffice does not put the words into rows that are added below the table or inserted; the colour and the counts above are right there too.",
	"Seldom used columns are in a group at the end of a sheet: the plus sign above the columns opens it.",
	"You may sort and filter, and add rows, columns and sheets of your own. A column or sheet that you have no use for: hide it, don't delete it. If one is deleted all the same, the rest goes on working. Please keep the names of these sheets and headings.",
	"Write nothing here that could identify a child or a family.",
}

const (
	lastStep     = "Fix every row whose Check is not OK, save, and send this workbook to whoever prepares the board papers"
	startColumns = 6
)

// fillStart writes the sheet that explains the others. Its table of steps
// stands on the first screen of a laptop.
func (b *blankBook) fillStart() {
	for i, width := range []float64{7, 14, 62, 36, 13, 13} {
		letter := xlsx.ColumnLetters(i + 1)
		b.do(b.x.SetColWidth(startSheet, letter, letter, width))
	}
	row := b.startLine(1, "Improvement plan workbook", b.looks.title, 26)
	row = b.startText(row, startLead, b.looks.lead)
	row = b.startNotes(row, "", b.content.Notes[:min(1, len(b.content.Notes))])
	row = b.startTable(row)
	row = b.startBeyond(row)
	row = b.startLine(row, "How it helps you", b.looks.section, 24)
	for _, text := range startHelp {
		row = b.startText(row, text, b.looks.lead)
	}
	row = b.startNotes(row, "More about this example", b.content.Notes[min(1, len(b.content.Notes)):])
	b.hideGrid(startSheet)
	b.finish(page{sheet: startSheet, lastCol: startColumns, lastRow: row - 1, tab: startTab})
}

// startNotes writes the content's notes: the first near the top, where nobody
// overlooks it, the others at the end, so that the help stays on one screen.
func (b *blankBook) startNotes(row int, title string, notes []string) int {
	if len(notes) == 0 {
		return row
	}
	if title != "" {
		row = b.startLine(row, title, b.looks.section, 24)
	}
	for _, note := range notes {
		row = b.startText(row, note, b.looks.lead)
	}
	return row
}

func (b *blankBook) startLine(row int, text string, look int, height float64) int {
	cell := fmt.Sprintf("A%d", row)
	b.say(startSheet, 1, row, text)
	b.do(b.x.SetCellStyle(startSheet, cell, cell, look))
	b.do(b.x.SetRowHeight(startSheet, row, height))
	return row + 1
}

// startText is a sentence over the whole width. Excel does not fit the height
// of joined cells by itself.
func (b *blankBook) startText(row int, text string, look int) int {
	first, last := fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", xlsx.ColumnLetters(startColumns), row)
	b.say(startSheet, 1, row, text)
	b.do(b.x.MergeCell(startSheet, first, last))
	b.do(b.x.SetCellStyle(startSheet, first, last, look))
	lines := 1 + utf8.RuneCountInString(text)/155
	b.do(b.x.SetRowHeight(startSheet, row, float64(3+15*lines)))
	return row + 1
}

func (b *blankBook) startTable(row int) int {
	for i, h := range []string{"Step", "Sheet", "What goes there", "When", "Rows filled", "Left to fix"} {
		b.say(startSheet, i+1, row, h)
	}
	b.do(b.x.SetCellStyle(startSheet, fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", xlsx.ColumnLetters(startColumns), row), b.looks.tableHead))
	first := row + 1
	for i, step := range startSteps {
		row++
		b.startStep(row, i+1, step)
	}
	row++
	b.startRow(row, summarySheet, "Counts, overdue work and areas by status, right after every edit", "Whenever you want to know")
	row++
	b.do(b.x.SetCellInt(startSheet, fmt.Sprintf("A%d", row), int64(len(startSteps)+1)))
	b.say(startSheet, 2, row, lastStep)
	b.formula(startSheet, 6, row, fmt.Sprintf("SUM(%s:%s)", tallyCell(workbook.Sheets[0], tallyToFix), ownTally(workbook.Sheets[len(workbook.Sheets)-1], tallyToFix)))
	b.do(b.x.SetCellStyle(startSheet, fmt.Sprintf("A%d", row), fmt.Sprintf("F%d", row), b.looks.last))
	left := fmt.Sprintf("F%d:F%d", first, row)
	b.format(startSheet, left, fmt.Sprintf("N($F%d)>0", first), b.looks.checkBad)
	b.format(startSheet, left, fmt.Sprintf("AND(N($E%d)>0,$F%[1]d=0)", first), b.looks.checkOK)
	return row + 1
}

// startBeyond is a line that is blank unless a sheet with a Check has rows
// further down than its help looks: they are in the plan, and no count above has
// them.
func (b *blankBook) startBeyond(row int) int {
	sheets := ""
	for _, name := range checkedSheets {
		s := workbook.FindSheet(name)
		to := b.reach.refs(name)
		below := fmt.Sprintf("IFERROR(COUNTA(INDEX(%[1]s,%[2]d):INDEX(%[1]s,%[3]d)),0)", refsOf(s), to+1, xlsx.LastRow)
		sheets += "&" + choose(below+">0", literal(fmt.Sprintf("%s below row %d. ", name, to)), `""`)
	}
	sheets = sheets[1:]
	first, last := fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", xlsx.ColumnLetters(startColumns), row)
	b.do(b.x.MergeCell(startSheet, first, last))
	b.do(b.x.SetCellStyle(startSheet, first, last, b.looks.beyond))
	b.do(b.x.SetRowHeight(startSheet, row, 32)) // for two lines: the text grows with the sheets
	b.formula(startSheet, 1, row, choose("LEN("+sheets+")=0", `""`, literal("Not counted above, and without help: ")+"&"+sheets+"&"+literal("These rows are in the plan all the same: actionplan check reads them.")))
	return row + 1
}

// startRow is a row of the table: the sheet's link, and two texts.
func (b *blankBook) startRow(row int, sheet, purpose, when string) {
	b.say(startSheet, 2, row, sheet)
	b.say(startSheet, 3, row, purpose)
	b.say(startSheet, 4, row, when)
	b.do(b.x.SetCellStyle(startSheet, fmt.Sprintf("A%d", row), fmt.Sprintf("D%d", row), b.looks.wrapped))
	b.do(b.x.SetCellStyle(startSheet, fmt.Sprintf("E%d", row), fmt.Sprintf("F%d", row), b.looks.tally))
	b.link(startSheet, fmt.Sprintf("B%d", row), sheet)
}

func (b *blankBook) startStep(row, number int, step startStep) {
	s := workbook.FindSheet(step.sheet)
	purpose := s.Purpose
	if s.Required {
		purpose += " (required)"
	}
	b.startRow(row, s.Name, purpose, step.when)
	b.do(b.x.SetCellInt(startSheet, fmt.Sprintf("A%d", row), int64(number)))
	b.formula(startSheet, 5, row, tallyCell(s, tallyFilled))
	toFix := tallyCell(s, tallyToFix)
	if !hasCheck(s) {
		b.formula(startSheet, 6, row, toFix)
		return
	}
	b.formula(startSheet, 6, row, choose(toFix+">0", fmt.Sprintf(`HYPERLINK("#%s!A"&%s,%s)`, s.Name, tallyCell(s, tallyFirst), toFix), "0"))
}
