package returns

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

const (
	startSheet = "Start here"
	fontName   = "Arial"
	ink        = "0B0C0C"
	navy       = "12436D"
	lockedFill = "E9ECEF"
	edge       = "B1B4B6"
	lateInk    = "942514"
	dayFormat  = "dd/mm/yyyy"
	// madeOn is the date in the file's properties, fixed so that the same
	// facts give the same bytes.
	madeOn = "2026-01-01T00:00:00Z"
)

// requestBook draws one request. The first error stops what follows from
// counting; it is looked at once, at the end.
type requestBook struct {
	x       *excelize.File
	facts   *facts.Facts
	request *Request
	actions []*facts.Action
	asked   []string // everybody who is asked in this run
	columns []column
	styles  map[string]int
	words   string // where the status words stand
	err     error
}

func drawRequest(f *facts.Facts, r *Request, actions []*facts.Action, asked []string) ([]byte, error) {
	b := &requestBook{x: excelize.NewFile(), facts: f, request: r, actions: actions, asked: asked, columns: askedColumns(f.Plan), styles: map[string]int{}}
	defer b.x.Close()
	b.do(b.x.SetDefaultFont(fontName))
	b.makeStyles()
	b.do(b.x.SetSheetName("Sheet1", startSheet))
	for _, name := range []string{workbook.SheetActions, workbook.SheetSent} {
		_, err := b.x.NewSheet(name)
		b.do(err)
	}
	b.drawStart()
	b.drawActions()
	b.keepBaseline()
	b.do(b.x.SetDocProps(&excelize.DocProperties{Title: "Actions for " + r.Owner, Creator: "actionplan", LastModifiedBy: "actionplan",
		Created: madeOn, Modified: madeOn, Language: "en-GB"}))
	b.do(b.x.SetAppProps(&excelize.AppProperties{Application: "actionplan"}))
	b.x.SetActiveSheet(0)
	if b.err != nil {
		return nil, b.err
	}
	p, err := xlsx.PackageOf(b.x)
	if err != nil {
		return nil, err
	}
	p.Edit(freeHeights)
	return p.Zip()
}

// freeHeights lets the rows of actions grow with what is typed into them: the
// heights they have are where they start.
func freeHeights(part string, content []byte) []byte {
	if part != "xl/worksheets/sheet2.xml" {
		return content
	}
	return bytes.ReplaceAll(content, []byte(` customHeight="true"`), nil)
}

func (b *requestBook) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *requestBook) makeStyles() {
	lines := []excelize.Border{{Type: "left", Color: edge, Style: 1}, {Type: "right", Color: edge, Style: 1}, {Type: "top", Color: edge, Style: 1}, {Type: "bottom", Color: edge, Style: 1}}
	top := &excelize.Alignment{Horizontal: "left", Vertical: "top", WrapText: true}
	grey := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{lockedFill}}
	font := func(size float64, colour string, bold bool) *excelize.Font {
		return &excelize.Font{Family: fontName, Size: size, Color: colour, Bold: bold}
	}
	text, day := "@", dayFormat
	open := &excelize.Protection{Locked: false}
	for _, s := range []struct {
		name string
		look excelize.Style
	}{
		{"title", excelize.Style{Font: font(18, ink, true), Alignment: &excelize.Alignment{Vertical: "center"}}},
		{"lead", excelize.Style{Font: font(11, ink, false), Alignment: top}},
		{"section", excelize.Style{Font: font(13, navy, true), Alignment: &excelize.Alignment{Vertical: "bottom"}}},
		{"cell", excelize.Style{Font: font(11, ink, false), Alignment: top, Border: lines}},
		{"head", excelize.Style{Font: font(11, "FFFFFF", true), Alignment: top, Border: lines, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{navy}}}},
		{"headOwn", excelize.Style{Font: font(11, ink, true), Alignment: top, Border: lines, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFD659"}}}},
		{"locked", excelize.Style{Font: font(11, ink, false), Alignment: top, Border: lines, Fill: grey, CustomNumFmt: &text}},
		{"day", excelize.Style{Font: font(11, ink, false), Alignment: top, Border: lines, Fill: grey, CustomNumFmt: &day}},
		{"late", excelize.Style{Font: font(11, lateInk, true), Alignment: top, Border: lines, Fill: grey}},
		// Text that is typed stays what it is: general, not the text format,
		// so that a date typed into a note or 60% looks as typed.
		{"open", excelize.Style{Font: font(11, ink, false), Alignment: top, Border: lines, Protection: open}},
		{"openDay", excelize.Style{Font: font(11, ink, false), Alignment: top, Border: lines, Protection: open, CustomNumFmt: &day}},
	} {
		id, err := b.x.NewStyle(&s.look)
		b.do(err)
		b.styles[s.name] = id
	}
}

// escapedCode is what the format takes for an escaped character; the library
// writes it as it is.
var escapedCode = words.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// write puts a text into a cell, where it stays a text whatever it looks like.
func (b *requestBook) write(sheet, at, value string) {
	if value != "" {
		b.do(b.x.SetCellStr(sheet, at, escapedCode.ReplaceAllString(value, "_x005F_$1")))
	}
}

func (b *requestBook) text(sheet string, col, row int, value, style string) {
	at := xlsx.Cell{Col: col, Row: row}.Name()
	b.write(sheet, at, value)
	b.do(b.x.SetCellStyle(sheet, at, at, b.styles[style]))
}

// drawStart says what to do and by when, and explains the status words.
func (b *requestBook) drawStart() {
	b.do(b.x.SetColWidth(startSheet, "A", "A", 24))
	b.do(b.x.SetColWidth(startSheet, "B", "B", 22))
	b.do(b.x.SetColWidth(startSheet, "C", "C", wordsWidth))
	row := 1
	line := func(value, style string, height float64) {
		b.do(b.x.MergeCell(startSheet, fmt.Sprintf("A%d", row), fmt.Sprintf("C%d", row)))
		b.text(startSheet, 1, row, value, style)
		b.do(b.x.SetRowHeight(startSheet, row, height))
		row++
	}
	line("Actions for "+b.request.Owner, "title", 30)
	for _, s := range b.lead() {
		line(s, "lead", heightOf(s, startWidth))
	}
	row++
	line("What to do", "section", 24)
	for i, s := range b.steps() {
		s = fmt.Sprintf("%d. %s", i+1, s)
		line(s, "lead", heightOf(s, startWidth))
	}
	row++
	b.drawWords(row)
	b.finish(startSheet, 3, row+len(b.facts.Plan.Key.Words)+1, false)
}

// startWidth is the width of the joined cells of the first sheet, and
// wordsWidth that of its last column, in characters.
const startWidth, wordsWidth = 110, 64

// heightOf estimates how high a row has to be for a text in a column of that
// width; Excel takes up to 409 points.
func heightOf(s string, width float64) float64 {
	lines := 0
	for _, part := range strings.Split(s, "\n") {
		lines += 1 + int(float64(utf8.RuneCountInString(part))/(width*1.05))
	}
	return min(409, 14.5*float64(lines)+4)
}

func (b *requestBook) lead() []string {
	info := b.facts.Plan.Info
	plan := strings.Join(filled(info.Organisation, info.Title), ": ")
	if plan == "" {
		plan = b.facts.Plan.File
	}
	return []string{plan + ". The position is at " + b.facts.AsOf.Long() + ".", b.howMany()}
}

func filled(values ...string) []string {
	var list []string
	for _, v := range values {
		if v != "" {
			list = append(list, v)
		}
	}
	return list
}

func (b *requestBook) howMany() string {
	late, soon := 0, 0
	for _, a := range b.actions {
		if a.Late {
			late++
		}
		if a.DueSoon {
			soon++
		}
	}
	s := words.Capital(words.Count(len(b.actions), "open action is", "open actions are")) + " in this workbook"
	var parts []string
	if late > 0 {
		parts = append(parts, words.Count(late, "is late", "are late"))
	}
	if soon > 0 {
		parts = append(parts, fmt.Sprintf("%s in the next %d days", words.Count(soon, "is due", "are due"), b.facts.DueSoon))
	}
	if len(parts) > 0 {
		s += ": " + strings.Join(parts, ", ")
	}
	return s + "."
}

func (b *requestBook) steps() []string {
	return []string{
		"Open the sheet Actions. The columns with yellow headings are yours to fill in; grey cells are locked.",
		"For each action choose its status, and say in the progress note what has happened since the last board, with figures. If the date has to move, give the new date and the reason. If it is done, give the day and the evidence.",
		"Leave a cell as it is if nothing has changed.",
		b.sendBack(),
	}
}

// sendBack says to whom and by when, as far as the plan says it.
func (b *requestBook) sendBack() string {
	info := b.facts.Plan.Info
	to := "to the person who sent it to you"
	if info.ReportAuthor != "" {
		to = "to " + info.ReportAuthor
	}
	when := " as soon as you have filled it in"
	if !info.MeetingDate.IsZero() && !info.MeetingDate.Before(b.facts.AsOf) {
		when = ", in good time before the board meets on " + info.MeetingDate.Long()
	}
	return "Save the workbook and send it back " + to + when + "."
}

// drawWords lists the key; the dropdown of the status leads to it.
func (b *requestBook) drawWords(row int) {
	b.text(startSheet, 1, row, "Status words", "head")
	b.text(startSheet, 2, row, "What it means", "head")
	b.text(startSheet, 3, row, "When to use it", "head")
	first := row + 1
	for _, w := range b.facts.Plan.Key.Words {
		if w.Word == "" {
			continue
		}
		row++
		b.text(startSheet, 1, row, w.Word, "cell")
		b.text(startSheet, 2, row, w.Means.String(), "cell")
		b.text(startSheet, 3, row, w.Definition, "cell")
		b.do(b.x.SetRowHeight(startSheet, row, heightOf(w.Definition, wordsWidth)))
	}
	b.words = fmt.Sprintf("'%s'!$A$%d:$A$%d", startSheet, first, row)
}

func (b *requestBook) drawActions() {
	sheet := workbook.SheetActions
	timing := 3
	col := 0
	place := func() int { // the columns of the plan, with ours after the third
		if col++; col == timing+1 {
			col++
		}
		return col
	}
	b.text(sheet, timing+1, 1, timingHeading, "head")
	b.do(b.x.SetColWidth(sheet, xlsx.ColumnLetters(timing+1), xlsx.ColumnLetters(timing+1), 14))
	for i, a := range b.actions {
		words, style := timingOf(a, b.facts.AsOf)
		b.text(sheet, timing+1, i+2, words, style)
	}
	heights := make([]float64, len(b.actions))
	for _, c := range b.columns {
		at := place()
		head := "head"
		if c.open {
			head = "headOwn"
		}
		b.text(sheet, at, 1, c.heading, head)
		letters := xlsx.ColumnLetters(at)
		b.do(b.x.SetColWidth(sheet, letters, letters, c.width))
		for i, a := range b.actions {
			b.value(at, i+2, c, a)
		}
		for i, a := range b.actions {
			heights[i] = max(heights[i], heightOf(sentValue(a, c.heading), c.width))
		}
		if c.open {
			b.helpWith(c, fmt.Sprintf("%s2:%[1]s%d", letters, len(b.actions)+1))
		}
	}
	b.do(b.x.SetRowHeight(sheet, 1, 34))
	for i, h := range heights {
		b.do(b.x.SetRowHeight(sheet, i+2, h))
	}
	last := xlsx.Cell{Col: len(b.columns) + 1, Row: len(b.actions) + 1}
	b.do(b.x.AutoFilter(sheet, "A1:"+last.Name(), nil))
	b.do(b.x.SetPanes(sheet, &excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}))
	b.do(b.x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: sheet + "!$A:$A," + sheet + "!$1:$1", Scope: sheet}))
	b.finish(sheet, last.Col, last.Row, true)
}

// value writes one cell: what is sent, so that reading it back gives the same.
func (b *requestBook) value(col, row int, c column, a *facts.Action) {
	at := xlsx.Cell{Col: col, Row: row}.Name()
	style := "locked"
	if c.open {
		style = "open"
	}
	if schemaColumn(c.heading).Kind == workbook.Day {
		style = map[bool]string{true: "openDay", false: "day"}[c.open]
		if d := dayOf(a.Action, c.heading); !d.IsZero() {
			b.do(b.x.SetCellInt(workbook.SheetActions, at, int64(d.Serial())))
			b.do(b.x.SetCellStyle(workbook.SheetActions, at, at, b.styles[style]))
			return
		}
	}
	b.text(workbook.SheetActions, col, row, sentValue(a, c.heading), style)
}

// sentValue is what stands in a cell that is sent. The area and the measures are
// named, since few owners know their refs by heart.
func sentValue(a *facts.Action, heading string) string {
	switch {
	case heading == workbook.ColArea && a.Area != nil:
		return strings.Join(filled(a.Area.Ref, a.Area.Name), " ")
	case heading == workbook.ColSuccessMeasure && len(a.Measures) > 0:
		names := make([]string, len(a.Measures))
		for i, m := range a.Measures {
			names[i] = strings.Join(filled(m.Ref, m.Name), " ")
		}
		return strings.Join(names, "; ")
	}
	return written(a.Action, heading)
}

func timingOf(a *facts.Action, asOf workbook.Date) (said, style string) {
	switch {
	case a.Late:
		return words.Count(a.DaysLate, "day late", "days late"), "late"
	case a.NoDate:
		return "no date", "late"
	case a.EffectiveDue == asOf:
		return "due today", "locked"
	case a.DueSoon:
		return "due in " + words.Count(a.EffectiveDue.Sub(asOf), "day", "days"), "locked"
	}
	return "", "locked"
}

// helpWith gives a column its dropdown or limits, and its help while typing.
func (b *requestBook) helpWith(c column, cells string) {
	schema := schemaColumn(c.heading)
	v := excelize.NewDataValidation(true)
	v.SetSqref(cells)
	help := schema.Help
	switch schema.Kind {
	case workbook.StatusWord:
		v.SetSqrefDropList(b.words)
		v.SetError(excelize.DataValidationErrorStyleStop, "Not a status word", "Choose one of the words in the list; the sheet Start here explains them.")
		help = "Choose a word from the list; the sheet Start here explains them."
	case workbook.Day:
		b.do(v.SetRange(workbook.MustDate("2000-01-01").Serial(), workbook.MustDate("2099-12-31").Serial(), excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		v.SetError(excelize.DataValidationErrorStyleStop, "Not a date", "Type a date such as "+schema.Example+".")
		help += " Type it as " + schema.Example + "."
	default:
		// A length that Excel keeps in any case: the rule is there for the help.
		b.do(v.SetRange(0, 32767, excelize.DataValidationTypeTextLength, excelize.DataValidationOperatorBetween))
	}
	v.SetInput(c.heading, help)
	b.do(b.x.AddDataValidation(workbook.SheetActions, v))
}

// finish protects a sheet without a password, lets people filter it and
// change its widths and heights, and sets its printed page.
func (b *requestBook) finish(sheet string, lastCol, lastRow int, wide bool) {
	b.do(b.x.ProtectSheet(sheet, &excelize.SheetProtectionOptions{AutoFilter: true, Sort: true, FormatColumns: true, FormatRows: true,
		SelectLockedCells: true, SelectUnlockedCells: true}))
	orientation, across := "portrait", 1
	if wide {
		orientation, across = "landscape", 2
	}
	many, a4, fit, grid := 0, 9, true, false
	b.do(b.x.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.do(b.x.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &across, FitToHeight: &many}))
	b.do(b.x.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddFooter: "&L&A&RPage &P of &N"}))
	b.do(b.x.SetSheetView(sheet, 0, &excelize.ViewOptions{ShowGridLines: &grid}))
	b.do(b.x.SetSheetDimension(sheet, "A1:"+xlsx.Cell{Col: lastCol, Row: lastRow}.Name()))
}

func (b *requestBook) keepBaseline() {
	var headings []string
	for _, c := range b.columns {
		headings = append(headings, c.heading)
	}
	kept := newBaseline(b.facts.Plan, b.request.Owner, b.facts.AsOf, headings)
	kept.asked = b.asked
	for _, a := range b.actions {
		values := make(map[string]string, len(headings))
		for _, h := range headings {
			values[h] = sentValue(a, h)
		}
		kept.add(a.Ref, values)
	}
	rows := kept.rows()
	for r, row := range rows {
		for c, v := range row {
			b.write(workbook.SheetSent, xlsx.Cell{Col: c + 1, Row: r + 1}.Name(), v)
		}
	}
	b.do(b.x.SetSheetDimension(workbook.SheetSent, "A1:"+xlsx.Cell{Col: max(2+len(kept.asked), len(headings)), Row: len(rows)}.Name()))
	b.do(b.x.SetSheetVisible(workbook.SheetSent, false, true))
}
