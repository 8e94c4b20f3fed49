package blank

import (
	"fmt"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// startStep is one sheet in the order in which a plan is filled in, which is
// not the order of the tabs: people come before the work they own.
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

var startLead = "This workbook holds the plan: what inspectors found, what has to improve, who does what by when, and how it is going. " +
	"The board's briefing and tracker are made from it, so what stands here is what the board reads."

var startHelp = []string{
	"A dark heading with white letters must be filled in on every row. A light heading may stay blank. Point at a heading to read what goes there.",
	"Dates are day/month/year, such as 30/11/2026. Several refs in one cell stand with a semicolon between them, such as A1; A2.",
	"Check, the last column of Areas, Findings, Actions and Measures, says in words the first thing to mend in a row, or OK.",
	"You may sort, filter and hide, and add rows, columns and sheets of your own. Please keep the names of these sheets and headings.",
	"Write nothing here that could identify a child or a family.",
}

var startEnd = []string{
	"Mend every row whose Check is not OK, and read the Summary sheet: it is always right for today.",
	"Save the workbook and send it to the person who prepares the board papers. They check all of it once more before the board sees it.",
}

const startColumns = 6

// fillStart writes the sheet that explains the others in one screen.
func (b *blankBook) fillStart() {
	for i, width := range []float64{7, 14, 62, 36, 12, 14} {
		letter := xlsx.ColumnLetters(i + 1)
		b.do(b.x.SetColWidth(startSheet, letter, letter, width))
	}
	row := b.startLine(1, "Improvement plan workbook", b.looks.title, 30)
	row = b.startText(row, startLead, b.looks.lead)
	row = b.startNotes(row, "About this example", b.content.Notes[:min(1, len(b.content.Notes))])
	row = b.startLine(row, "Fill in the sheets in this order", b.looks.section, 24)
	row = b.startTable(row)
	row = b.startLine(row, "How it helps you", b.looks.section, 24)
	for _, text := range startHelp {
		row = b.startText(row, text, b.looks.lead)
	}
	row = b.startLine(row, "When you have finished", b.looks.section, 24)
	for _, text := range startEnd {
		row = b.startText(row, text, b.looks.lead)
	}
	row = b.startNotes(row, "More about this example", b.content.Notes[min(1, len(b.content.Notes)):])
	b.hideGrid(startSheet)
	b.finish(page{sheet: startSheet, lastCol: startColumns, lastRow: row - 1, tab: startTab, pagesHigh: 1})
}

// startNotes writes the content's notes: the first near the top, where nobody
// overlooks it, the others at the end, so that the help stays on one screen.
func (b *blankBook) startNotes(row int, title string, notes []string) int {
	if len(notes) == 0 {
		return row
	}
	row = b.startLine(row, title, b.looks.section, 24)
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
	lines := 1 + utf8.RuneCountInString(text)/150
	b.do(b.x.SetRowHeight(startSheet, row, float64(3+15*lines)))
	return row + 1
}

func (b *blankBook) startTable(row int) int {
	for i, h := range []string{"Step", "Sheet", "What goes there", "When", "Rows filled", "Rows to mend"} {
		b.say(startSheet, i+1, row, h)
	}
	b.do(b.x.SetCellStyle(startSheet, fmt.Sprintf("A%d", row), fmt.Sprintf("%s%d", xlsx.ColumnLetters(startColumns), row), b.looks.tableHead))
	b.do(b.x.SetRowHeight(startSheet, row, 20))
	for i, step := range startSteps {
		row++
		b.startStep(row, i+1, step)
	}
	row++
	b.startRow(row, summarySheet, "Counts, overdue work and areas by status, right after every edit", "Whenever you want to know")
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
	b.formula(startSheet, 5, row, b.filledRows(s))
	b.formula(startSheet, 6, row, b.rowsToMend(s))
}

// filledRows is how many rows a sheet has; of the Plan sheet, how many fields
// have a value.
func (b *blankBook) filledRows(s *workbook.Sheet) string {
	if s.Fields {
		return fmt.Sprintf("COUNTA(%s!$B$2:$B$100)", s.Name)
	}
	return fmt.Sprintf("SUMPRODUCT(--(LEN(TRIM(%s))>0))-1", columnRange(s, tellingHeading(s), b.reach.help(s.Name)))
}

// rowsToMend is how many rows have something wrong: where there is a Check
// column, what it says, and on the other sheets the required cells missing in
// rows that are begun.
func (b *blankBook) rowsToMend(s *workbook.Sheet) string {
	last := len(s.Columns) + 1
	check := fmt.Sprintf("%[1]s!$%[2]s$2:$%[2]s$%[3]d", s.Name, xlsx.ColumnLetters(last), b.reach.help(s.Name))
	if hasCheck(s) {
		return fmt.Sprintf(`SUMPRODUCT((LEN(%[1]s)>0)*(LEFT(%[1]s,2)<>"OK"))`, check)
	}
	if s.Fields {
		return requiredFieldsMissing(s)
	}
	begun, whole := "", ""
	for i, c := range s.Columns {
		cells := fmt.Sprintf("%[1]s!$%[2]s$2:$%[2]s$%[3]d", s.Name, xlsx.ColumnLetters(i+1), b.reach.help(s.Name))
		begun += fmt.Sprintf("+(%s<>\"\")", cells)
		if c.Required {
			whole += fmt.Sprintf("*(LEN(TRIM(%s))>0)", cells)
		}
	}
	return fmt.Sprintf("SUMPRODUCT(((%s)>0)*(1-%s))", begun[1:], whole[1:])
}

func requiredFieldsMissing(s *workbook.Sheet) string {
	sum := ""
	for _, c := range s.Columns {
		if c.Required {
			sum += fmt.Sprintf("+(LEN(TRIM(IFERROR(%s,\"\")))=0)", fieldValue(c.Heading))
		}
	}
	return sum[1:]
}
