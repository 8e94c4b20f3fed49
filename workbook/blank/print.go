package blank

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// Every sheet prints whole: none has a print area, because staff add rows, and
// Excel turns an area that a formula gives into a fixed one as soon as somebody
// changes the page. So what prints ends with the last cell that holds anything,
// formulas that show nothing included, and these are set out so that no page
// has its headings only.

// Print is never smaller than 8 points: words of 11 points at 73 in a hundred.
// pageWidth is how many characters of the sheets' font then fit on an A4 page
// on its side; what is wider goes over several pages. pageHeight is how many
// points of rows fit, less what two programs differ by.
const (
	smallestPrint = 73
	pageWidth     = 175.0
	pageHeight    = 670.0
	headingHeight = 36
	blankHeight   = 15
)

// page is how a sheet prints and scrolls.
type page struct {
	sheet                  string
	lastCol, lastRow       int
	freezeCols, freezeRows int
	tab                    string  // colour of the tab
	width                  float64 // of all its columns, in characters; 0: they fit
}

// finish sets what every sheet has: its printed page, its frozen panes and
// the extent that other programs read first.
func (b *blankBook) finish(p page) {
	b.do(b.x.SetSheetDimension(p.sheet, "A1:"+xlsx.ColumnLetters(p.lastCol)+fmt.Sprint(p.lastRow)))
	b.do(b.x.SetPageMargins(p.sheet, &excelize.PageLayoutMarginsOptions{Left: ptr(0.4), Right: ptr(0.4), Top: ptr(0.5), Bottom: ptr(0.6), Header: ptr(0.3), Footer: ptr(0.3)}))
	b.do(b.x.SetHeaderFooter(p.sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"}))
	layout := excelize.PageLayoutOptions{Size: ptr(9), Orientation: ptr("landscape")}
	fits := p.width <= pageWidth && p.sheet != summarySheet // Excel keeps to page breaks only at a fixed scale
	if fits {
		layout.FitToWidth, layout.FitToHeight = ptr(1), ptr(0)
	} else {
		layout.AdjustTo, layout.PageOrder = ptr(uint(smallestPrint)), ptr("overThenDown")
	}
	b.do(b.x.SetPageLayout(p.sheet, &layout))
	b.do(b.x.SetSheetProps(p.sheet, &excelize.SheetPropsOptions{FitToPage: ptr(fits), TabColorRGB: ptr("FF" + p.tab)}))
	if p.freezeRows == 0 {
		return
	}
	b.do(b.x.SetPanes(p.sheet, freeze(p.freezeCols, p.freezeRows)))
	titles := fmt.Sprintf("%s!$1:$%d", xlsx.QuoteSheet(p.sheet), p.freezeRows)
	if !fits {
		titles = fmt.Sprintf("%s!$A:$A,%s", xlsx.QuoteSheet(p.sheet), titles)
	}
	b.repeat(p.sheet, titles)
}

// repeat prints some rows and columns on each page.
func (b *blankBook) repeat(sheet, titles string) {
	b.do(b.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: sheet}))
}

// spare is how many blank rows follow those of some heights, which stand below a
// heading, so that none of them begins a page that has no other: as many as fit
// behind the last, up to most. Where not even least of them fit, they do once
// the last row begins a page, and breaks says so.
func spare(heights []float64, least, most int) (rows int, breaks bool) {
	left := pageHeight - headingHeight
	for _, height := range heights {
		if height > left {
			left = pageHeight - headingHeight
		}
		left -= height
	}
	fit := int(max(0, left) / blankHeight)
	return max(least, min(fit, most)), fit < least && len(heights) > 1
}

// formRows is how many blank rows print of a sheet whose rows have no formula:
// few, so that they hardly ever begin a page once some are filled.
const formRows = 12

// ruleForm draws a line below each blank row of a table that has no other rows:
// printed, it is a form to write on.
func (b *blankBook) ruleForm(s *workbook.Sheet) {
	last := 1 + formRows
	if hasCheck(s) {
		last = b.reach.table(s.Name)
		b.rule(s, xlsx.ColumnLetters(checkCol), last, b.looks.check)
	}
	for i := range s.Columns {
		b.rule(s, sheetLetter(s, i), last, b.cellLook(&s.Columns[i]))
	}
}

func (b *blankBook) rule(s *workbook.Sheet, letter string, last, look int) {
	b.do(b.x.SetCellStyle(s.Name, letter+"2", fmt.Sprintf("%s%d", letter, last), b.looks.ruled[look]))
}

// fitRow gives a row the height that its texts need in their columns. Staff's
// own rows are fitted by Excel as they type.
func (b *blankBook) fitRow(sheet string, row int, texts []string, widths []float64) {
	b.do(b.x.SetRowHeight(sheet, row, fitted(texts, widths)))
}

// fitted is that height, in points.
func fitted(texts []string, widths []float64) float64 {
	lines := 1
	for i, text := range texts {
		n := 0
		for _, paragraph := range strings.Split(text, "\n") {
			n += xlsx.WrappedLines(paragraph, int(widths[i]*1.15))
		}
		lines = max(lines, n)
	}
	return min(float64(2+14*lines), 409)
}
