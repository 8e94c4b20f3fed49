package blank

import (
	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
)

// Colours of the workbook. Every pair of ink and fill has a contrast of at
// least 4.5 to 1.
const (
	fontName    = "Arial"
	ink         = string(workbook.Ink)
	paper       = string(workbook.Paper)
	navy        = "12436D" // heading of a column that must be filled in
	mist        = "DCE6F0" // heading of a column that may stay blank
	slate       = "484C50" // heading of a column that is worked out
	rule        = "B1B4B6"
	missingFill = "FDE3DF"
	missingEdge = "942514"
	doubtFill   = "FFF1C9"
	doubtInk    = "6B4A00"
	linkInk     = "1A4F8B"
	okInk       = "0F5C2E"
	paleFill    = "F3F5F7"
	startTab    = navy
	requiredTab = navy
	otherTab    = "8FA9C4"
	ownTab      = "1B824E"
	dateFormat  = "dd/mm/yyyy"
	textFormat  = "@"
	longDate    = "d mmmm yyyy"
)

// looks are the styles of the workbook, each made once.
type looks struct {
	title, lead, beyond, section, plain, wrapped, tally, last, link, count int

	headRequired, headOptional, headCheck   int
	words, ref, date, number, whole, check  int
	fieldRequired, fieldOptional, fieldHelp int
	tableHead                               int

	started, missing, overdue, checkOK, checkLate, checkDoubt, checkBad int // conditional
	status                                                              map[string]int

	ruled map[int]int // of a cell's look: the same with a line below it
}

func (b *blankBook) makeLooks() looks {
	l := looks{
		title:     b.style(excelize.Style{Font: font(18, ink, true), Alignment: align("left", "center", false)}),
		lead:      b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true)}),
		beyond:    b.style(excelize.Style{Font: font(11, missingEdge, true), Alignment: align("left", "top", true)}),
		section:   b.style(excelize.Style{Font: font(13, navy, true), Alignment: align("left", "bottom", false)}),
		plain:     b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", false)}),
		wrapped:   b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true), Border: edges(rule, 1, "bottom")}),
		tally:     b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", false), Border: edges(rule, 1, "bottom")}),
		last:      b.style(excelize.Style{Font: font(11, ink, true), Alignment: align("left", "top", false), Border: edges(rule, 1, "bottom")}),
		link:      b.style(excelize.Style{Font: &excelize.Font{Family: fontName, Size: 11, Color: linkInk, Underline: "single"}, Alignment: align("left", "top", false), Border: edges(rule, 1, "bottom")}),
		count:     b.style(excelize.Style{Font: font(11, ink, true), Alignment: align("left", "top", false)}),
		tableHead: b.style(excelize.Style{Font: font(11, paper, true), Fill: solid(navy), Alignment: align("left", "center", true), Border: edges(navy, 1, "bottom")}),

		headRequired: b.style(heading(navy, paper)),
		headOptional: b.style(heading(mist, ink)),
		headCheck:    b.style(heading(slate, paper)),

		words:  b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true)}),
		ref:    b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true), CustomNumFmt: ptr(textFormat)}),
		date:   b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true), CustomNumFmt: ptr(dateFormat)}),
		number: b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("right", "top", false)}),
		whole:  b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("right", "top", false), CustomNumFmt: ptr("0")}),
		check:  b.style(excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true)}),

		fieldRequired: b.style(field(navy, paper)),
		fieldOptional: b.style(field(mist, ink)),
		fieldHelp:     b.style(excelize.Style{Font: font(10, "3D4347", false), Alignment: align("left", "top", true), Border: edges(rule, 1, "bottom")}),

		started:    b.conditional(excelize.Style{Border: edges(rule, 1, "bottom")}),
		missing:    b.conditional(excelize.Style{Fill: solid(missingFill), Border: edges(missingEdge, 1, "left", "right", "top", "bottom")}),
		overdue:    b.conditional(excelize.Style{Fill: solid(missingFill), Font: &excelize.Font{Bold: true, Color: missingEdge}}),
		checkOK:    b.conditional(excelize.Style{Font: &excelize.Font{Color: okInk}}),
		checkLate:  b.conditional(excelize.Style{Font: &excelize.Font{Bold: true, Color: okInk}}),
		checkDoubt: b.conditional(excelize.Style{Fill: solid(doubtFill), Font: &excelize.Font{Bold: true, Color: doubtInk}}),
		checkBad:   b.conditional(excelize.Style{Fill: solid(missingFill), Font: &excelize.Font{Bold: true, Color: missingEdge}}),
		status:     b.statusLooks(),

		ruled: map[int]int{},
	}
	for _, cell := range []int{l.words, l.ref, l.date, l.number, l.whole, l.check} {
		style, err := b.x.GetStyle(cell)
		b.do(err)
		style.Border = edges(rule, 1, "bottom")
		l.ruled[cell] = b.style(*style)
	}
	return l
}

func (b *blankBook) statusLooks() map[string]int {
	looks := map[string]int{}
	for _, s := range workbook.Swatches {
		look := excelize.Style{Fill: solid(string(s.Fill)), Font: &excelize.Font{Color: string(s.Ink)}}
		if s.Fill == workbook.Paper {
			look.Border = edges(rule, 1, "left", "right", "top", "bottom")
		}
		looks[s.Name] = b.conditional(look)
	}
	return looks
}

func (b *blankBook) style(s excelize.Style) int {
	id, err := b.x.NewStyle(&s)
	b.do(err)
	return id
}

func (b *blankBook) conditional(s excelize.Style) int {
	id, err := b.x.NewConditionalStyle(&s)
	b.do(err)
	return id
}

func heading(fill, colour string) excelize.Style {
	return excelize.Style{Font: font(11, colour, true), Fill: solid(fill), Alignment: align("left", "center", true),
		Border: append(edges(paper, 1, "right"), edges(navy, 2, "bottom")...)}
}

func field(fill, colour string) excelize.Style {
	return excelize.Style{Font: font(11, colour, true), Fill: solid(fill), Alignment: align("left", "top", true), Border: edges(paper, 1, "bottom")}
}

func font(size float64, colour string, bold bool) *excelize.Font {
	return &excelize.Font{Family: fontName, Size: size, Color: colour, Bold: bold}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func align(horizontal, vertical string, wrap bool) *excelize.Alignment {
	return &excelize.Alignment{Horizontal: horizontal, Vertical: vertical, WrapText: wrap}
}

func edges(colour string, style int, sides ...string) []excelize.Border {
	var all []excelize.Border
	for _, side := range sides {
		all = append(all, excelize.Border{Type: side, Color: colour, Style: style})
	}
	return all
}
