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
	b.groupRare(s)
	check := ""
	if hasCheck(s) {
		check = b.fillCheck(s)
	}
	b.do(b.x.SetRowHeight(s.Name, 1, 36))
	for i, row := range b.rows(s) {
		b.fillRow(s, i+2, row)
	}
	if len(b.rows(s)) == 0 {
		b.ruleForm(s)
	}
	if b.reach.breaks[s.Name] {
		b.do(b.x.InsertPageBreak(s.Name, fmt.Sprintf("A%d", len(b.rows(s))+1)))
	}
	for i, extra := range b.content.Extra[s.Name] {
		b.fillExtra(s, lastCol(s)+1+i, extra)
	}
	b.addTable(s, check)
	b.colourRows(s)
	tab := otherTab
	if s.Required {
		tab = requiredTab
	}
	frozen := 1
	if hasCheck(s) {
		frozen = checkCol
	}
	b.finish(page{sheet: s.Name, lastCol: b.tableWidth(s), lastRow: b.reach.table(s.Name), freezeCols: frozen, freezeRows: 1, tab: tab, width: tableChars(s)})
}

// groupRare puts the columns that are seldom filled in into a group. It is
// closed unless something stands in them, so that nothing is out of sight.
func (b *blankBook) groupRare(s *workbook.Sheet) {
	closed := !b.rareFilled(s)
	for i, c := range s.Columns {
		if c.Rare {
			b.do(b.x.SetColOutlineLevel(s.Name, sheetLetter(s, i), 1))
			b.do(b.x.SetColVisible(s.Name, sheetLetter(s, i), !closed))
		}
	}
}

func (b *blankBook) rareFilled(s *workbook.Sheet) bool {
	return slices.ContainsFunc(b.rows(s), func(row ContentRow) bool {
		return slices.ContainsFunc(s.Columns, func(c workbook.Column) bool { return c.Rare && row[c.Heading] != "" })
	})
}

// tableChars is how wide a sheet is with its groups open, in characters.
func tableChars(s *workbook.Sheet) float64 {
	sum := 0.0
	if hasCheck(s) {
		sum = checkWidth
	}
	for i := range s.Columns {
		sum += columnWidth(&s.Columns[i])
	}
	return sum
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
		b.format(s.Name, downAll(letter), fmt.Sprintf("$%s2=%s", letter, literal(extra.Mark)), b.looks.checkBad)
	}
}

// tableWidth is how many columns a sheet's table has.
func (b *blankBook) tableWidth(s *workbook.Sheet) int {
	return lastCol(s) + len(b.content.Extra[s.Name])
}

func (b *blankBook) fillRow(s *workbook.Sheet, row int, values ContentRow) {
	for i := range s.Columns {
		c := &s.Columns[i]
		b.put(s.Name, sheetCol(s, i), row, c, values[c.Heading])
	}
	b.do(b.x.SetRowHeight(s.Name, row, heightOf(s, values)))
}

// heightsOf are the heights of some rows, in points.
func heightsOf(s *workbook.Sheet, rows []ContentRow) []float64 {
	heights := make([]float64, len(rows))
	for i, row := range rows {
		heights[i] = heightOf(s, row)
	}
	return heights
}

func heightOf(s *workbook.Sheet, row ContentRow) float64 {
	texts, widths := make([]string, len(s.Columns)), make([]float64, len(s.Columns))
	for i := range s.Columns {
		c := &s.Columns[i]
		texts[i], widths[i] = row[c.Heading], columnWidth(c)
	}
	return fitted(texts, widths)
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
	letter := sheetLetter(s, i)
	b.do(b.x.SetColWidth(s.Name, letter, letter, columnWidth(c)))
	b.do(b.x.SetColStyle(s.Name, letter, b.cellLook(c)))
	b.say(s.Name, sheetCol(s, i), 1, c.Heading)
	look := b.looks.headOptional
	if c.Required {
		look = b.looks.headRequired
	}
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", look))
	b.note(s.Name, letter+"1", columnNote(c))
	b.help(s.Name, b.helped(s, letter), s, c)
	if c.Kind == workbook.Ref || c.Kind == workbook.RefTo || c.Kind == workbook.RefsTo {
		b.do(b.x.AddIgnoredErrors(s.Name, downAll(letter), excelize.IgnoredErrorsNumberStoredAsText))
	}
}

// downAll is a column from under its heading to the end of the sheet: rows that
// are added, inserted or pasted have the same colours as the first.
func downAll(letter string) string {
	return fmt.Sprintf("%s2:%s%d", letter, letter, xlsx.LastRow)
}

// helped is where a column has its dropdown and prompt. It ends somewhere,
// because programs such as exceljs keep an entry for each cell.
func (b *blankBook) helped(s *workbook.Sheet, letter string) string {
	return fmt.Sprintf("%s2:%s%d", letter, letter, b.reach.helped(s.Name))
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

// addTable makes the sheet a native table, which Excel grows and filters. It
// ends soon after the rows that are filled: Excel makes it longer when somebody
// types or pastes below it, and rows that are not there do not print.
func (b *blankBook) addTable(s *workbook.Sheet, check string) {
	name := "tbl" + s.Name
	b.tables[name] = check
	b.do(b.x.AddTable(s.Name, &excelize.Table{Range: fmt.Sprintf("A1:%s%d", xlsx.ColumnLetters(b.tableWidth(s)), b.reach.table(s.Name)), Name: name,
		StyleName: "TableStyleLight1", ShowRowStripes: ptr(false)}))
}

// colourRows sets the conditional formats. An earlier one wins over a later.
func (b *blankBook) colourRows(s *workbook.Sheet) {
	if hasCheck(s) {
		b.colourCheck(s)
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		letter := sheetLetter(s, i)
		if c.Kind == workbook.StatusWord || s.Name == workbook.SheetKey && c.Heading == workbook.ColWord {
			b.colourStatus(s.Name, downAll(letter), "$"+letter+"2")
		}
		if s.Name == workbook.SheetActions && (c.Heading == workbook.ColDue || c.Heading == workbook.ColRevisedDue) {
			b.format(s.Name, downAll(letter), fmt.Sprintf("AND(%s=1,ISNUMBER($%s2),$%[2]s2=%s)", ownOn(actionLate), letter, ownOn(actionDue)), b.looks.overdue)
		}
		if c.Required {
			b.format(s.Name, downAll(letter), fmt.Sprintf("AND(%s,LEN(%s)=0)", started(s), cleaned("$"+letter+"2")), b.looks.missing)
		}
		if hasCheck(s) && i > 0 {
			b.colourTold(s, c.Heading, downAll(letter))
		}
	}
	b.format(s.Name, fmt.Sprintf("A2:%s%d", xlsx.ColumnLetters(lastCol(s)), xlsx.LastRow), started(s), b.looks.started)
}

// colourCheck gives Check, and the ref to the left of it, the colour of the
// worst thing in the row.
func (b *blankBook) colourCheck(s *workbook.Sheet) {
	level := "LEFT(" + ownOn(checkOf(s.Name)) + ")="
	both := fmt.Sprintf("A2:%s%d", xlsx.ColumnLetters(checkCol), xlsx.LastRow)
	b.format(s.Name, both, level+literal(levelError), b.looks.checkBad)
	b.format(s.Name, both, level+literal(levelWarning), b.looks.checkDoubt)
	check := downAll(xlsx.ColumnLetters(checkCol))
	b.format(s.Name, check, level+literal(levelLate), b.looks.checkLate)
	b.format(s.Name, check, level+literal(levelFine), b.looks.checkOK)
}

// colourTold gives a cell the colour of what Check says of it: where something
// is wrong with one cell, its words begin with the cell's heading.
func (b *blankBook) colourTold(s *workbook.Sheet, heading, area string) {
	behind := ownOn(checkOf(s.Name))
	begins := func(heading string) string {
		return fmt.Sprintf("MID(%s,2,%d)=%s", behind, len(heading)+1, literal(heading+" "))
	}
	told := begins(heading)
	for _, c := range s.Columns {
		if strings.HasPrefix(c.Heading, heading+" ") {
			told += ",NOT(" + begins(c.Heading) + ")"
		}
	}
	b.format(s.Name, area, fmt.Sprintf("AND(LEFT(%s)=%s,%s)", behind, literal(levelError), told), b.looks.missing)
	b.format(s.Name, area, fmt.Sprintf("AND(LEFT(%s)=%s,%s)", behind, literal(levelWarning), told), b.looks.checkDoubt)
}

// started is true of a row with something in it.
func started(s *workbook.Sheet) string {
	if hasCheck(s) {
		return "LEN(" + ownOn(checkOf(s.Name)) + ")>0"
	}
	return fmt.Sprintf("COUNTA($A2:$%s2)>0", xlsx.ColumnLetters(lastCol(s)))
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
