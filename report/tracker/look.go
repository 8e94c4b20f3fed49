package tracker

import (
	"actionplan/workbook"

	"github.com/xuri/excelize/v2"
)

const (
	fontName   = "Arial"
	ink        = string(workbook.Ink)
	paper      = string(workbook.Paper)
	grey       = "505A5F"
	rule       = "8A9297"
	linkInk    = "1D4F91"
	headFill   = "E8EAEC"
	dateFormat = "d mmm yyyy"
	longFormat = `"Position at "d mmmm yyyy`
	// blankZero shows no zero: most actions are not late.
	blankZero = "#,##0;-#,##0;"
	plural    = "#,##0"
)

// unknownFill stands in charts for the dashed outline that has no equal there:
// white is not started.
const unknownFill = "D9DCDE"

// chartPatterns are the patterns that charts draw on a fill, as the format
// names them. It has none for a frame inside the edge.
var chartPatterns = map[workbook.Pattern]string{workbook.Diagonals: "wdUpDiag", workbook.Horizontals: "ltHorz"}

// fillOf is a meaning's colour in cells and charts.
func fillOf(m workbook.Meaning) string {
	if m == workbook.MeaningUnknown {
		return unknownFill
	}
	return string(m.Look().Fill)
}

func inkOn(m workbook.Meaning) string { return string(m.Look().Ink) }

// look is how a cell looks; each is one style of the workbook.
type look int

const (
	plain look = iota
	bold
	wordy     // words, in a table
	boldWords // the same, bold: a gap that is the news
	refText
	date
	number
	numberOrBlank
	decimal
	status // word in bold, thin ink border; the fill comes from the key
	linked
	linkedRef
	head
	title
	subtitle
	position
	headline
	section
	figure
	figureWords
	note
	linkedPlain
	yearHead
	monthHead
	todayMark
	today // a cell of the timeline in the position's month
	headCentre
	draftMark
	looksCount
)

// Looks that only a workbook of many plans has.
const (
	calm look = looksCount + iota
	watched
	concern
	allLooks
)

// looks is the style ID of every look.
type looks struct {
	of       [allLooks]int
	status   map[workbook.Meaning]int // conditional: fill and text
	bar      map[workbook.Meaning]int // conditional: fill and outline
	moved    int                      // conditional: dashed box
	barNow   map[workbook.Meaning]int // conditional: bar, in the position's month
	movedNow int
	current  int // conditional: the position's month
	grid     int // conditional: a month of the timeline without a bar
}

func makeLooks(k *book) looks {
	l := looks{status: map[workbook.Meaning]int{}, bar: map[workbook.Meaning]int{}, barNow: map[workbook.Meaning]int{}}
	frame := edges(ink, 1, "left", "right")
	for i := range looksCount {
		style := styles[i]
		if style.Font == nil {
			style.Font = font(11, ink, false)
		}
		id, err := k.x.NewStyle(&style)
		k.do(err)
		l.of[i] = id
	}
	for _, m := range workbook.Meanings {
		fill, onFill := fillOf(m), &excelize.Font{Bold: true, Color: inkOn(m)}
		l.status[m] = k.conditional(excelize.Style{Fill: solid(fill), Font: onFill, Border: box(ink, 1)})
		if m == workbook.NotStarted {
			fill = headFill // white would look like no bar
		}
		l.bar[m] = k.conditional(excelize.Style{Fill: solid(fill), Font: onFill, Border: edges(ink, 1, "top", "bottom")})
		l.barNow[m] = k.conditional(excelize.Style{Fill: solid(fill), Font: onFill, Border: box(ink, 1)})
	}
	l.moved = k.conditional(excelize.Style{Fill: solid(paper), Font: &excelize.Font{Color: ink}, Border: edges(ink, 3, "top", "bottom")})
	l.movedNow = k.conditional(excelize.Style{Fill: solid(paper), Font: &excelize.Font{Color: ink}, Border: append(edges(ink, 3, "top", "bottom"), frame...)})
	l.grid = k.conditional(excelize.Style{Border: append(edges(rule, 4, "left"), rowRule...)})
	l.current = k.conditional(excelize.Style{Fill: solid(ink), Font: &excelize.Font{Bold: true, Color: paper}})
	return l
}

func (k *book) conditional(s excelize.Style) int {
	id, err := k.x.NewConditionalStyle(&s)
	k.do(err)
	return id
}

var (
	rowRule   = edges(rule, 1, "bottom")
	topLeft   = align("left", "top", true)
	inTable   = &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true, Indent: 1} // clear of what stands before it
	topRight  = &excelize.Alignment{Horizontal: "right", Vertical: "top", Indent: 1}
	topCentre = align("center", "top", false)
	styles    = [looksCount]excelize.Style{
		plain:         {Alignment: align("left", "top", false)},
		bold:          {Font: font(11, ink, true), Alignment: align("left", "top", false)},
		wordy:         {Alignment: inTable, Border: rowRule},
		boldWords:     {Font: font(11, ink, true), Alignment: inTable, Border: rowRule},
		refText:       {Font: font(11, ink, true), Alignment: inTable, Border: rowRule, NumFmt: 49},
		date:          {Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "top", Indent: 1}, Border: rowRule, CustomNumFmt: text(dateFormat)},
		number:        {Alignment: topCentre, Border: rowRule, CustomNumFmt: text(plural)},
		numberOrBlank: {Alignment: topCentre, Border: rowRule, CustomNumFmt: text(blankZero)},
		decimal:       {Alignment: topRight, Border: rowRule, CustomNumFmt: text("General")},
		status:        {Font: font(11, ink, true), Alignment: inTable, Border: box(ink, 1)},
		linked:        {Font: linkFont(false), Alignment: inTable, Border: rowRule},
		linkedRef:     {Font: linkFont(true), Alignment: inTable, Border: rowRule, NumFmt: 49},
		head:          {Font: font(11, ink, true), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "bottom", WrapText: true, Indent: 1}, Border: edges(ink, 2, "bottom"), Fill: solid(headFill)},
		title:         {Font: font(18, ink, true), Alignment: align("left", "center", false)},
		subtitle:      {Font: font(11, grey, false), Alignment: align("left", "top", true)},
		position:      {Font: font(11, grey, true), Alignment: align("left", "top", false), CustomNumFmt: text(longFormat)},
		headline:      {Font: font(13, ink, true), Alignment: topLeft},
		section:       {Font: font(13, ink, true), Alignment: align("left", "bottom", false)},
		figure:        {Font: font(20, ink, true), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", Indent: 1}, Border: edges(ink, 5, "top")},
		figureWords:   {Alignment: inTable},
		note:          {Font: font(10, grey, false), Alignment: topLeft},
		linkedPlain:   {Font: linkFont(false), Alignment: align("left", "center", false)},
		yearHead:      {Font: font(11, ink, true), Alignment: align("left", "bottom", false), Fill: solid(headFill)},
		monthHead:     {Font: font(10, ink, true), Alignment: align("center", "bottom", false), Border: edges(ink, 2, "bottom"), Fill: solid(headFill), CustomNumFmt: text("mmm")},
		todayMark:     {Font: font(10, ink, true), Alignment: align("center", "bottom", false)},
		today:         {Border: append(edges(ink, 1, "left", "right"), rowRule...)},
		headCentre:    {Font: font(11, ink, true), Alignment: align("center", "bottom", true), Border: edges(ink, 2, "bottom"), Fill: solid(headFill)},
		draftMark:     {Font: linkFont(true), Alignment: &excelize.Alignment{Horizontal: "left", Vertical: "center", WrapText: true, Indent: 1}, Border: box(ink, 2)},
	}
)

func font(size float64, colour string, bold bool) *excelize.Font {
	return &excelize.Font{Family: fontName, Size: size, Color: colour, Bold: bold}
}

func linkFont(bold bool) *excelize.Font {
	return &excelize.Font{Family: fontName, Size: 11, Color: linkInk, Underline: "single", Bold: bold}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func align(horizontal, vertical string, wrap bool) *excelize.Alignment {
	return &excelize.Alignment{Horizontal: horizontal, Vertical: vertical, WrapText: wrap}
}

func box(colour string, line int) []excelize.Border {
	return edges(colour, line, "left", "right", "top", "bottom")
}

func edges(colour string, line int, sides ...string) []excelize.Border {
	var all []excelize.Border
	for _, side := range sides {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: line})
	}
	return all
}

func text(s string) *string { return &s }
