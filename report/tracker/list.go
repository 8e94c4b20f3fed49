package tracker

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Every sheet but Summary starts alike: its name, the position, a sentence,
// and from headRow a table.
const (
	titleRow = 1
	notesRow = 2
	headRow  = 4
	firstRow = headRow + 1
)

// content is one cell: a value, and with it perhaps a formula that gives the
// same value, and a link.
type content struct {
	v       any    // nil, string, int, float64, workbook.Date or report.Status
	formula string // v is then its value as long as nobody edits anything
	to      string // where the cell leads: Sheet!A1, or an address with outside
	tip     string
	outside bool
	place   string // within what is outside
	look    look   // instead of the column's; plain: the column's
}

// column is one column of a list.
type column struct {
	heading string
	width   float64 // in digits
	look    look
	cell    func(i int) content
	fills   bool // the formula is the column's, so that new rows get it too
}

// list is a sheet that is one table.
type list struct {
	sheet, table string
	title, note  string
	columns      []column
	rows         int
	printed      int  // how many of the columns are printed; 0: all
	frozen       int  // how many columns stay in sight
	below        int  // rows below the table that are drawn on and printed too
	noHeads      bool // the heading row is not repeated on each page
}

// table is a native table, for what the library can't say of it.
type table struct {
	name    string
	columns map[string]string // heading → formula of its first row
}

const (
	mostHeadingLines = 2
	widestHeading    = 30.0
)

// draw writes a list: title, table, print setup.
func (k *book) draw(l list) {
	printed := len(l.columns)
	if l.printed > 0 {
		printed = l.printed
	}
	for i, c := range l.columns[printed:] { // no long heading of what is not printed makes the others' row high
		for headingLines(c) > mostHeadingLines && c.width < widestHeading {
			c.width++
		}
		l.columns[printed+i] = c
	}
	widths := columnWidths(l.columns)
	xlsx.FitPage(widths[:printed])
	for i, w := range widths {
		l.columns[i].width = w
	}
	k.drawTop(l.sheet, l.title, l.note, widths, max(1, onFirstPage(widths[:printed])))
	k.drawTable(l)
	last := headRow + max(l.rows, 1)
	heads := headRow
	if l.noHeads {
		heads = 0
	}
	k.setUpPrint(l.sheet, printed, last+l.below, heads)
	k.printWide(l.sheet, widths[:printed], max(1, l.frozen), headRow, headRow)
	k.freeze(l.sheet, l.frozen, headRow)
	k.size[l.sheet] = size{len(l.columns), last}
}

// drawTop writes a sheet's widths, its heading, and a sentence as wide as what
// is printed.
func (k *book) drawTop(sheet, heading, note string, widths []float64, printed int) {
	k.view(sheet)
	for i, w := range widths {
		letters := xlsx.ColumnLetters(i + 1)
		k.do(k.x.SetColWidth(sheet, letters, letters, w))
	}
	k.put(sheet, 1, titleRow, k.looks.of[title], content{v: heading})
	k.height(sheet, titleRow, 30)
	k.put(sheet, 1, notesRow, k.looks.of[subtitle], content{v: note})
	k.do(k.x.MergeCell(sheet, cellName(1, notesRow), cellName(printed, notesRow)))
	wide := 0.0
	for _, w := range widths[:printed] {
		wide += w
	}
	k.height(sheet, notesRow, rowHeight(lineCount(note, wide, 1)))
}

func columnWidths(columns []column) []float64 {
	widths := make([]float64, len(columns))
	for i, c := range columns {
		widths[i] = c.width
	}
	return widths
}

// drawTable writes headings, rows and heights, and makes it a native table.
func (k *book) drawTable(l list) {
	headings := 1
	for i, c := range l.columns {
		k.put(l.sheet, i+1, headRow, k.looks.of[headOf(c.look)], content{v: c.heading})
		headings = max(headings, headingLines(c))
	}
	k.height(l.sheet, headRow, rowHeight(headings))
	for i := range l.rows {
		row, lines := firstRow+i, 1
		for j, c := range l.columns {
			v := c.cell(i)
			look := c.look
			if v.look != plain {
				look = v.look
			}
			tall := contentLines(v.v, c.width, c.look)
			k.put(l.sheet, j+1, row, k.looks.of[look], v.wrapping(tall))
			lines = max(lines, tall)
		}
		k.height(l.sheet, row, rowHeight(lines))
	}
	k.addTable(l)
}

// headingLines leaves room for the filter's button, which stands beside the last
// line alone.
func headingLines(c column) int {
	const button = 2.5
	return min(lineCount(c.heading, c.width, 1.08)+1, lineCount(c.heading, c.width-button-indented, 1.08))
}

// headOf is the look of the heading over cells of a look: figures and their
// headings stand in the middle, clear of the filter's button.
func headOf(l look) look {
	if l == number || l == numberOrBlank {
		return headCentre
	}
	return head
}

func contentLines(v any, width float64, l look) int {
	scale := 1.0
	if l == status || l == refText || l == linkedRef || l == boldWords {
		scale = 1.08
	}
	switch v := v.(type) {
	case string:
		return cellLines(v, width, scale)
	case report.Status:
		return cellLines(statusWord(v), width, scale)
	}
	return 1
}

func (k *book) addTable(l list) {
	// The library looks for the names of the columns in the sheet.
	for i, c := range l.columns {
		k.do(k.x.SetCellStr(l.sheet, cellName(i+1, headRow), literal(c.heading)))
	}
	stripes := false
	k.do(k.x.AddTable(l.sheet, &excelize.Table{
		Range: "A" + strconv.Itoa(headRow) + ":" + cellName(len(l.columns), headRow+max(l.rows, 1)),
		Name:  l.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}))
	t := table{name: l.table, columns: map[string]string{}}
	for _, c := range l.columns {
		if c.fills && l.rows > 0 {
			t.columns[c.heading] = c.cell(0).formula
		}
	}
	k.tables = append(k.tables, t)
}

// letterCode is how the format writes a letter that XML can't hold; where
// somebody has typed just that, its underscore has to be written so.
var letterCode = words.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

func literal(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	return letterCode.ReplaceAllString(s, "_x005F_$1")
}

// statusWord is what a status cell says; it is never empty.
func statusWord(s report.Status) string {
	if s.Word == "" {
		return "No status"
	}
	return s.Word
}

// wrapping makes a link of several lines a formula: LibreOffice keeps the
// words of other links on one line. Excel takes up to 255 letters there.
func (c content) wrapping(lines int) content {
	words, isWords := c.v.(string)
	if lines < 2 || c.to == "" || c.outside || !isWords || c.formula != "" || len(words) > 200 || strings.ContainsAny(words, "\n\r") {
		return c
	}
	c.formula = `HYPERLINK("#` + c.to + `","` + strings.ReplaceAll(words, `"`, `""`) + `")`
	c.to = ""
	return c
}

// orGap is words, or the gap in bold.
func orGap(s, gap string) content {
	if s == "" {
		return content{v: gap, look: boldWords}
	}
	return content{v: s}
}

func joined(parts []string) string { return strings.Join(parts, "; ") }

func (k *book) view(sheet string) {
	off := false
	k.do(k.x.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &off}))
}

// freeze keeps the heading row, and some columns, in sight.
func (k *book) freeze(sheet string, cols, rows int) {
	pane := "bottomLeft"
	if cols > 0 {
		pane = "bottomRight"
	}
	k.do(k.x.SetPanes(sheet, &excelize.Panes{
		Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: cellName(cols+1, rows+1), ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: cellName(cols+1, rows+1), ActiveCell: cellName(cols+1, rows+1), Pane: pane}},
	}))
}

const (
	paperA4   = 9
	landscape = "landscape"
)

// Print is never smaller than 8 points: words of 11 points at 73 in a hundred, at
// which an A4 page on its side is widestPage characters wide.
const (
	smallestPrint = 73
	widestPage    = 175.0
)

// setUpPrint makes a sheet print to A4 pages that can be handed out: one page
// wide if its words can then be read, the heading rows on each, and on each what
// it is and from when.
func (k *book) setUpPrint(sheet string, cols, rows, headRows int) {
	size, orientation, wide, high, fit := paperA4, landscape, 1, 0, true
	k.do(k.x.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	k.do(k.x.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}))
	edge, top, foot := 0.4, 0.65, 0.3
	k.do(k.x.SetPageMargins(sheet, &excelize.PageLayoutMarginsOptions{Left: &edge, Right: &edge, Top: &top, Bottom: &top, Header: &foot, Footer: &foot}))
	k.do(k.x.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{
		OddHeader: `&L&10&"Arial,Bold"` + headerText(k.about.left) + `&R&10&"Arial,Regular"` + headerText(k.about.right),
		OddFooter: `&L&10&"Arial,Regular"` + headerText(k.about.foot) + ": " + sheet + `&R&10&"Arial,Regular"Page &P of &N`,
	}))
	k.do(k.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: sheet,
		RefersTo: quoted(sheet) + "!$A$1:$" + xlsx.ColumnLetters(cols) + "$" + strconv.Itoa(rows)}))
	if headRows > 0 {
		k.do(k.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet,
			RefersTo: quoted(sheet) + "!$" + strconv.Itoa(headRows) + ":$" + strconv.Itoa(headRows)}))
	}
}

// printWide makes a sheet print over several pages where one would be too small to
// read: its first columns stand on each, and the pages of a row follow each other.
func (k *book) printWide(sheet string, widths []float64, first, fromRow, toRow int) {
	across := 0.0
	for _, w := range widths {
		across += w
	}
	if across <= widestPage {
		return
	}
	fit, scale, order := false, uint(smallestPrint), "overThenDown"
	k.do(k.x.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	k.do(k.x.SetPageLayout(sheet, &excelize.PageLayoutOptions{AdjustTo: &scale, PageOrder: &order}))
	title := excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet}
	k.do(k.x.DeleteDefinedName(&title))
	title.RefersTo = fmt.Sprintf("%[1]s!$A:$%[2]s,%[1]s!$%[3]d:$%[4]d", quoted(sheet), xlsx.ColumnLetters(first), fromRow, toRow)
	k.do(k.x.SetDefinedName(&title))
}

// onFirstPage is how many columns of these widths stand on one page.
func onFirstPage(widths []float64) int {
	across := 0.0
	for i, w := range widths {
		if across += w; across > widestPage {
			return i
		}
	}
	return len(widths)
}

// quoted is a sheet's name as a reference takes it; none of ours has a quotation
// mark in it.
func quoted(sheet string) string {
	if strings.Contains(sheet, " ") {
		return "'" + sheet + "'"
	}
	return sheet
}

// headerText doubles the sign that starts a code in a header; the whole
// header must stay within 255 letters.
func headerText(s string) string {
	return strings.ReplaceAll(shortened(s, 80), "&", "&&")
}

// colourStatus colours a range of status cells by what the key says that
// their words mean; first is its first cell, as relative as the range needs.
func (k *book) colourStatus(sheet, cells, first string) {
	var rules []excelize.ConditionalFormatOptions
	for _, m := range workbook.Meanings {
		rules = append(rules, excelize.ConditionalFormatOptions{
			Type: "formula", Criteria: meansOf(first) + `="` + m.String() + `"`, Format: ptr(k.looks.status[m]), StopIfTrue: true,
		})
	}
	k.do(k.x.SetConditionalFormat(sheet, cells, rules))
}

// meansOf is the formula for what a status word means, from the Key sheet.
func meansOf(cell string) string { return "INDEX(KeyMeans,MATCH(" + cell + ",KeyWords,0))" }

func ptr[T any](v T) *T { return &v }
