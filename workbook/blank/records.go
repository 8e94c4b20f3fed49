package blank

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// checkedSheets have a Check column.
var checkedSheets = []string{workbook.SheetAreas, workbook.SheetFindings, workbook.SheetActions, workbook.SheetMeasures}

// fillRecords writes a sheet with one record a row.
func (b *blankBook) fillRecords(s *workbook.Sheet) {
	for i := range s.Columns {
		b.setColumn(s, i)
	}
	lastCol := len(s.Columns)
	check := ""
	if hasCheck(s) {
		lastCol++
		check = b.fillCheck(s, lastCol)
	}
	b.do(b.x.SetRowHeight(s.Name, 1, 36))
	for i, row := range b.rows(s) {
		b.fillRow(s, i+2, row)
	}
	for _, extra := range b.content.Extra[s.Name] {
		lastCol++
		b.fillExtra(s, lastCol, extra)
	}
	b.addTable(s, lastCol, check)
	b.colourRows(s)
	last := xlsx.ColumnLetters(lastCol)
	area := fmt.Sprintf("%[1]s!$A$1:INDEX(%[1]s!$%[2]s$1:$%[2]s$%[3]d,MAX(2,%[4]s))", xlsx.QuoteSheet(s.Name), last, b.reach.help(s.Name), b.lastFilledRow(s))
	tab := otherTab
	if s.Required {
		tab = requiredTab
	}
	b.finish(page{sheet: s.Name, lastCol: lastCol, lastRow: b.reach.table(s.Name), freezeCols: 1, freezeRows: 1, tab: tab, printArea: area})
}

// fillExtra writes a column that is not one of ours.
func (b *blankBook) fillExtra(s *workbook.Sheet, col int, extra Extra) {
	letter := xlsx.ColumnLetters(col)
	b.do(b.x.SetColWidth(s.Name, letter, letter, extra.Width))
	b.do(b.x.SetColStyle(s.Name, letter, b.looks.words))
	b.say(s.Name, col, 1, extra.Heading)
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", b.looks.headCheck))
	b.note(s.Name, letter+"1", extra.note())
	for i, row := range b.rows(s) {
		if value := row[extra.Heading]; value != "" {
			b.do(b.x.SetCellStr(s.Name, xlsx.Cell{Col: col, Row: i + 2}.Name(), value))
		}
	}
	if extra.Mark != "" {
		b.format(s.Name, fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.help(s.Name)), fmt.Sprintf("$%s2=%s", letter, literal(extra.Mark)), b.looks.checkBad)
	}
}

func (b *blankBook) fillRow(s *workbook.Sheet, row int, values ContentRow) {
	texts, widths := make([]string, len(s.Columns)), make([]float64, len(s.Columns))
	for i := range s.Columns {
		c := &s.Columns[i]
		texts[i], widths[i] = values[c.Heading], columnWidth(c)
		b.put(s.Name, i+1, row, c, texts[i])
	}
	b.fitRow(s.Name, row, texts, widths)
}

// lastFilledRow counts from the heading to the last row with a telling cell;
// what prints ends there, although formulas go on.
func (b *blankBook) lastFilledRow(s *workbook.Sheet) string {
	r := columnRange(s, tellingHeading(s), b.reach.help(s.Name))
	return fmt.Sprintf("SUMPRODUCT(MAX((%[1]s<>\"\")*ROW(%[1]s)))", r)
}

// tellingHeading is the column that is filled in wherever there is a record.
func tellingHeading(s *workbook.Sheet) string {
	for _, c := range s.Columns {
		if c.Required && c.Kind != workbook.Ref && c.Kind != workbook.RefTo {
			return c.Heading
		}
	}
	return s.Columns[0].Heading
}

func hasCheck(s *workbook.Sheet) bool { return slices.Contains(checkedSheets, s.Name) }

// setColumn writes a column's heading with its note, and its width, format
// and dropdown. The format belongs to the column, so it has no last row.
func (b *blankBook) setColumn(s *workbook.Sheet, i int) {
	c := &s.Columns[i]
	letter := xlsx.ColumnLetters(i + 1)
	b.do(b.x.SetColWidth(s.Name, letter, letter, columnWidth(c)))
	b.do(b.x.SetColStyle(s.Name, letter, b.cellLook(c)))
	b.say(s.Name, i+1, 1, c.Heading)
	look := b.looks.headOptional
	if c.Required {
		look = b.looks.headRequired
	}
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", look))
	b.note(s.Name, letter+"1", columnNote(c))
	b.help(s.Name, fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.help(s.Name)), s, c)
	if c.Kind == workbook.Ref || c.Kind == workbook.RefTo || c.Kind == workbook.RefsTo {
		b.do(b.x.AddIgnoredErrors(s.Name, fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.help(s.Name)), excelize.IgnoredErrorsNumberStoredAsText))
	}
}

// columnWidth leaves room for the heading's longest word and the filter
// button.
func columnWidth(c *workbook.Column) float64 {
	width := max(c.Width, 10)
	for _, word := range strings.Fields(c.Heading) {
		width = max(width, float64(utf8.RuneCountInString(word))*1.2+4)
	}
	return width
}

func (b *blankBook) cellLook(c *workbook.Column) int {
	switch c.Kind {
	case workbook.Ref, workbook.RefTo, workbook.RefsTo, workbook.RefsOrText:
		return b.looks.ref
	case workbook.Day:
		return b.looks.date
	case workbook.Figure, workbook.Amount:
		return b.looks.number
	case workbook.Whole:
		return b.looks.whole
	}
	return b.looks.words
}

// put writes a value as its column's kind has it; what does not fit is
// written as words.
func (b *blankBook) put(sheet string, col, row int, c *workbook.Column, value string) {
	if value == "" {
		return
	}
	cell := xlsx.Cell{Col: col, Row: row}.Name()
	if n, ok := asNumber(c, value); ok {
		b.do(b.x.SetCellFloat(sheet, cell, n, -1, 64))
		return
	}
	b.do(b.x.SetCellStr(sheet, cell, value))
}

func asNumber(c *workbook.Column, value string) (float64, bool) {
	switch c.Kind {
	case workbook.Day:
		d, err := workbook.ParseISO(value)
		return float64(d.Serial()), err == nil
	case workbook.Figure, workbook.Amount, workbook.Whole:
		n, err := strconv.ParseFloat(value, 64)
		return n, err == nil
	}
	return 0, false
}

// addTable makes the sheet a native table, which Excel grows and filters.
func (b *blankBook) addTable(s *workbook.Sheet, lastCol int, check string) {
	name := "tbl" + s.Name
	b.tables[name] = check
	last := b.reach.table(s.Name)
	b.do(b.x.AddTable(s.Name, &excelize.Table{Range: fmt.Sprintf("A1:%s%d", xlsx.ColumnLetters(lastCol), last), Name: name,
		StyleName: "TableStyleLight1", ShowRowStripes: ptr(false)}))
}

// colourRows sets the conditional formats. An earlier one wins over a later.
func (b *blankBook) colourRows(s *workbook.Sheet) {
	started := "COUNTA(" + rowCells(s) + ")>0"
	for i := range s.Columns {
		c := &s.Columns[i]
		letter := xlsx.ColumnLetters(i + 1)
		area := fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.help(s.Name))
		if c.Kind == workbook.StatusWord || s.Name == workbook.SheetKey && c.Heading == workbook.ColWord {
			b.colourStatus(s.Name, area, "$"+letter+"2")
		}
		if s.Name == workbook.SheetActions && (c.Heading == workbook.ColDue || c.Heading == workbook.ColRevisedDue) {
			b.format(s.Name, area, overdueCell(s, c), b.looks.overdue)
		}
		if c.Required {
			b.format(s.Name, area, fmt.Sprintf("AND(%s,LEN(%s)=0)", started, cleaned("$"+letter+"2")), b.looks.missing)
		}
	}
	if hasCheck(s) {
		letter := xlsx.ColumnLetters(len(s.Columns) + 1)
		area := fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.help(s.Name))
		b.format(s.Name, area, "LEFT($"+letter+"2,2)=\"OK\"", b.looks.checkOK)
		b.format(s.Name, area, "LEN($"+letter+"2)>0", b.looks.checkBad)
	}
	b.format(s.Name, fmt.Sprintf("A2:%s%d", xlsx.ColumnLetters(len(s.Columns)), b.reach.help(s.Name)), started, b.looks.started)
}

// overdueCell marks the date that counts: Revised due where there is one.
func overdueCell(s *workbook.Sheet, c *workbook.Column) string {
	revised := "$" + xlsx.ColumnLetters(s.ColumnIndex(workbook.ColRevisedDue)+1) + "2"
	if c.Heading == workbook.ColRevisedDue {
		return fmt.Sprintf("AND(%s=1,ISNUMBER(%s))", own(actionLate), revised)
	}
	return fmt.Sprintf("AND(%s=1,NOT(ISNUMBER(%s)))", own(actionLate), revised)
}

// colourStatus gives a status word the colour that the key has for it, also
// when the key is changed later.
func (b *blankBook) colourStatus(sheet, area, cell string) {
	for _, name := range workbook.Colours {
		b.format(sheet, area, lookUp(cleaned(cell), keyWord, keyColour)+"="+literal(name), b.looks.status[name])
	}
}

func (b *blankBook) format(sheet, area, formula string, look int) {
	b.do(b.x.SetConditionalFormat(sheet, area, []excelize.ConditionalFormatOptions{{Type: "formula", Criteria: formula, Format: &look}}))
}

// rowCells is the record's cells in row 2, relative downwards, without Check.
func rowCells(s *workbook.Sheet) string {
	return fmt.Sprintf("$A2:$%s2", xlsx.ColumnLetters(len(s.Columns)))
}
