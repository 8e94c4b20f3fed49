// Package blank makes the workbook that staff fill in: a sheet for each kind of
// record with help, lists to choose from and a Check column that judges a row
// while somebody types, and the sheets Start here, Summary and Lists. It may be
// filled with content from the start.
package blank

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// Options says what a new workbook starts with.
type Options struct {
	Organisation string // written into the Plan sheet unless the content has one
}

// Names of the sheets that are ours; OurSheets lists them.
const (
	startSheet   = "Start here"
	summarySheet = "Summary"
	listsSheet   = "Lists"
)

// blankDate is the creation date in the file's properties, fixed so that the
// same content gives the same bytes.
const blankDate = "2026-01-01T00:00:00Z"

// Write is the workbook that staff fill in, with c's rows in it. The same
// content gives the same bytes.
func Write(c *Content, o Options) ([]byte, error) {
	if err := tooLong(c); err != nil {
		return nil, err
	}
	b := newBlankBook(c)
	defer b.x.Close()
	b.addSheets()
	b.fillStart()
	for _, s := range workbook.Sheets {
		if s.Fields {
			b.fillFields(s, o)
		} else {
			b.fillRecords(s)
		}
	}
	b.fillSummary()
	b.fillLists()
	b.nameRanges()
	b.setProperties(o)
	if b.err != nil {
		return nil, fmt.Errorf("write the workbook: %w", b.err)
	}
	p, err := xlsx.PackageOf(b.x)
	if err != nil {
		return nil, fmt.Errorf("write the workbook: %w", err)
	}
	p.Edit(b.finishPart)
	return p.Zip()
}

// tooLong refuses content that Excel has no rows for.
func tooLong(c *Content) error {
	const most = xlsx.LastRow - 1 - spareRows
	for _, s := range workbook.Sheets {
		if n := len(c.Rows[s.Name]); n > most {
			return fmt.Errorf("sheet %s has %d rows; a workbook takes %d", s.Name, n, most)
		}
	}
	return nil
}

// blankBook is a workbook being written. The first error stops what follows
// from counting: it is kept in err and looked at once, at the end.
type blankBook struct {
	x       *excelize.File
	content *Content
	reach   reach
	looks   looks
	tables  map[string]string // table name → its Check formula, "" without one
	worked  []worked
	err     error
}

func newBlankBook(c *Content) *blankBook {
	b := &blankBook{x: excelize.NewFile(), content: c, reach: reachOf(c), tables: map[string]string{}}
	b.do(b.x.SetDefaultFont(fontName))
	b.looks = b.makeLooks()
	return b
}

func (b *blankBook) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// addSheets makes the sheets in the order of their tabs.
func (b *blankBook) addSheets() {
	b.do(b.x.SetSheetName("Sheet1", startSheet))
	for _, step := range startSteps {
		b.addSheet(step.sheet)
	}
	b.addSheet(summarySheet)
	b.addSheet(listsSheet)
	b.do(b.x.SetSheetVisible(listsSheet, false))
}

func (b *blankBook) addSheet(name string) {
	_, err := b.x.NewSheet(name)
	b.do(err)
}

func (b *blankBook) setProperties(o Options) {
	title := "Improvement plan"
	if name := b.planValue(workbook.FieldOrganisation, o); name != "" {
		title += ": " + name
	}
	b.do(b.x.SetDocProps(&excelize.DocProperties{Title: title, Creator: "actionplan", LastModifiedBy: "actionplan",
		Created: blankDate, Modified: blankDate, Language: "en-GB"}))
	b.do(b.x.SetAppProps(&excelize.AppProperties{Application: "actionplan"}))
	b.do(b.x.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: ptr(true)}))
	b.do(b.x.SetWorkbookProps(&excelize.WorkbookPropsOptions{FilterPrivacy: ptr(false)}))
	b.x.SetActiveSheet(0)
}

// planValue is what the content says for a field of the Plan sheet.
func (b *blankBook) planValue(field string, o Options) string {
	for _, row := range b.content.Rows[workbook.SheetPlan] {
		if row[HeadingField] == field {
			return row[HeadingValue]
		}
	}
	if field == workbook.FieldOrganisation {
		return o.Organisation
	}
	return ""
}

// rows is what stands on a sheet: the content's rows, and on the Key sheet
// the seven words where the content has none.
func (b *blankBook) rows(s *workbook.Sheet) []ContentRow {
	rows := b.content.Rows[s.Name]
	if s.Name == workbook.SheetKey && len(rows) == 0 {
		return defaultKeyRows()
	}
	return rows
}

func defaultKeyRows() []ContentRow {
	var rows []ContentRow
	for _, w := range workbook.DefaultKey().Words {
		rows = append(rows, ContentRow{workbook.ColWord: w.Word, workbook.ColMeans: w.Means.String(),
			workbook.ColColour: w.Means.Colour(), workbook.ColDefinition: w.Means.Definition()})
	}
	return rows
}

func (b *blankBook) hideGrid(sheet string) {
	b.do(b.x.SetSheetView(sheet, -1, &excelize.ViewOptions{ShowGridLines: ptr(false)}))
}

// link leads from a cell to the top of another sheet.
func (b *blankBook) link(sheet, cell, to string) {
	b.do(b.x.SetCellHyperLink(sheet, cell, xlsx.QuoteSheet(to)+"!A1", "Location", excelize.HyperlinkOpts{Tooltip: ptr("Go to the " + to + " sheet")}))
	b.do(b.x.SetCellStyle(sheet, cell, cell, b.looks.link))
}

func freeze(cols, rows int) *excelize.Panes {
	corner := xlsx.ColumnLetters(cols+1) + fmt.Sprint(rows+1)
	pane := "bottomRight"
	if cols == 0 {
		pane = "bottomLeft"
	}
	return &excelize.Panes{Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}}}
}

// finishPart corrects what the writing library gets wrong or cannot say, and
// writes an element with nothing in it as one tag.
func (b *blankBook) finishPart(name string, part []byte) []byte {
	return closeEmpty(b.correctPart(name, part))
}

// closeEmpty writes <a></a> as <a/>: most of a blank workbook's cells are so.
func closeEmpty(part []byte) []byte {
	short := make([]byte, 0, len(part))
	for {
		before, after, found := bytes.Cut(part, []byte("></"))
		short = append(short, before...)
		if !found {
			return short
		}
		opens := before[bytes.LastIndexByte(before, '<')+1:]
		end := bytes.IndexByte(after, '>')
		name, _, _ := bytes.Cut(opens, []byte(" "))
		if end >= 0 && bytes.Equal(name, after[:end]) && !bytes.HasSuffix(opens, []byte("/")) {
			short, part = append(short, '/', '>'), after[end+1:]
			continue
		}
		short, part = append(short, '>'), part[len(part)-len(after)-2:]
	}
}

func (b *blankBook) correctPart(name string, part []byte) []byte {
	switch {
	case strings.HasPrefix(name, "xl/tables/"):
		return []byte(b.growTable(string(part)))
	case strings.HasPrefix(name, "xl/worksheets/sheet"):
		part = formulaText.ReplaceAllFunc(part, func(f []byte) []byte { return []byte(plainQuotes.Replace(string(f))) })
		part = finishFormulas(part)
		part = bytes.Replace(part, []byte("<colBreaks></colBreaks>"), nil, 1)
		if strings.HasPrefix(name, fmt.Sprintf("xl/worksheets/sheet%d.", b.listsIndex()+1)) {
			part = b.repeatWorked(part)
		}
		if name != "xl/worksheets/sheet1.xml" {
			part = fixedHeight.ReplaceAll(part, []byte(`$1`))
		}
		return part
	case name == "xl/workbook.xml":
		return writtenBy.ReplaceAll(part, nil)
	case strings.HasPrefix(name, "xl/charts/chart"):
		return []byte(finishChart(string(part)))
	}
	return part
}

// finishFormulas puts the cells right that hold a formula: none is said to be
// words before anybody has worked it out, and one that shares the formula of
// another is written as one tag, with no value. There are tens of thousands, of
// which a regular expression took a sixth of all writing.
func finishFormulas(part []byte) []byte {
	right := make([]byte, 0, len(part))
	for {
		before, after, found := bytes.Cut(part, []byte("><f"))
		if !found {
			return append(right, part...)
		}
		opens := max(0, bytes.LastIndexByte(before, '<'))
		cell, asWords := bytes.CutSuffix(before[opens:], []byte(` t="str"`))
		formula, rest, shares := cutShared(after)
		part = after
		switch {
		case !isPlainCell(cell) || !shares && !asWords:
			right = append(append(right, before...), "><f"...)
		case shares:
			right = append(append(append(right, before[:opens]...), cell...), "><f"...)
			right = append(append(right, formula...), "/></c>"...)
			part = rest
		default:
			right = append(append(append(right, before[:opens]...), cell...), "><f"...)
		}
	}
}

// isPlainCell is true of the start of a cell that says its place, its style or
// both, and nothing else.
func isPlainCell(start []byte) bool {
	attrs, isCell := bytes.CutPrefix(start, []byte("<c"))
	for isCell && len(attrs) > 0 {
		value, known := bytes.CutPrefix(attrs, []byte(` r="`))
		if !known {
			value, known = bytes.CutPrefix(attrs, []byte(` s="`))
		}
		_, after, ends := bytes.Cut(value, []byte(`"`))
		if !known || !ends {
			return false
		}
		attrs = after
	}
	return isCell
}

// cutShared takes a formula off that is that of another cell, so that it has no
// words: its attributes, and what stands behind its cell.
func cutShared(part []byte) (attrs, rest []byte, shares bool) {
	attrs, rest, _ = bytes.Cut(part, []byte(">"))
	rest, shares = bytes.CutPrefix(rest, []byte("</f>"))
	if !shares {
		return nil, nil, false
	}
	rest, shares = bytes.CutPrefix(bytes.TrimPrefix(rest, []byte("<v></v>")), []byte("</c>"))
	return attrs, rest, shares
}

func (b *blankBook) listsIndex() int {
	i, err := b.x.GetSheetIndex(listsSheet)
	b.do(err)
	return i
}

// formulaText is a formula, in which quotation marks need no escape.
var (
	formulaText = regexp.MustCompile(`<f[^>]*>[^<]+</f>`)
	plainQuotes = strings.NewReplacer("&#34;", `"`, "&#39;", "'")
)

// fixedHeight is what keeps a row from growing with what is typed into it.
// Heading rows keep it. Start here, the first sheet, has joined cells, whose
// rows Excel cannot fit.
var fixedHeight = regexp.MustCompile(`(<row r="(?:[2-9]|\d{2,})"[^>]*?) customHeight="true"`)

// writtenBy claims that Excel wrote the file. Other programs then trust it
// and neither fit the rows nor work out the formulas.
var writtenBy = regexp.MustCompile(`<fileVersion[^>]*></fileVersion>`)

// growTable lets Excel put the Check formula into rows that it adds.
func (b *blankBook) growTable(table string) string {
	for name, formula := range b.tables {
		if formula != "" && strings.Contains(table, ` name="`+name+`"`) {
			return addColumnFormula(table, workbook.CheckHeading, formula)
		}
	}
	return table
}

func addColumnFormula(table, heading, formula string) string {
	at := strings.Index(table, ` name="`+heading+`"`)
	if at < 0 {
		return table
	}
	end := at + strings.Index(table[at:], ">")
	open := strings.TrimSuffix(table[:end], "/")
	rest := strings.TrimPrefix(table[end+1:], "</tableColumn>")
	return open + "><calculatedColumnFormula>" + xmlText.Replace(formula) + "</calculatedColumnFormula></tableColumn>" + rest
}

var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func ptr[T any](v T) *T { return &v }
