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

// Rows of Summary down to the charts; what comes below depends on the plan.
const (
	summaryHeadline = 3
	figureRow       = 5
	chartTitleRow   = 8
	chartFirst      = 9
	summaryRow      = 21.0 // points, of a row beside the charts
	leastChartRows  = 11
	mostListed      = 15 // rows of each list; a longer one ends with how many more there are
	wordsOfLegend   = 4  // in a line of the legend below a chart
	mostChartAreas  = 30 // past it the bars would be too thin to read
)

// Columns of Summary. A and I are margins.
const (
	colB = iota + 2
	colC
	colD
	colE
	colF
	colG
	colH
)

// Together they are no wider than prints in words of 8 points on A4.
var summaryWidths = []float64{1.5, 33, 28, 13, 14, 17, 25, 37, 1.5}

// width of a column of Summary, in digits.
func width(col int) float64 { return summaryWidths[col-1] }

func (k *book) drawSummary() {
	sheet := sheetSummary
	k.view(sheet)
	for i, w := range summaryWidths {
		letters := xlsx.ColumnLetters(i + 1)
		k.do(k.x.SetColWidth(sheet, letters, letters, w))
	}
	k.drawSummaryTop()
	k.drawFigures()
	row := k.drawCharts()
	row = k.drawSummaryAreas(row)
	row = k.drawOverdueAndDue(row)
	row = k.drawProvenance(row)
	k.setUpPrint(sheet, len(summaryWidths), row, 0)
	k.freeze(sheet, 0, summaryHeadline)
	k.size[sheet] = size{len(summaryWidths), row}
}

// at writes one cell of Summary with its look.
func (k *book) at(col, row int, l look, c content) {
	if c.to != "" {
		c = c.wrapping(contentLines(c.v, width(col), l))
	}
	k.put(sheetSummary, col, row, k.looks.of[l], c)
}

func (k *book) merge(col, row, toCol, toRow int) {
	k.do(k.x.MergeCell(sheetSummary, cellName(col, row), cellName(toCol, toRow)))
}

func (k *book) drawSummaryTop() {
	b := k.b
	k.at(colB, 1, title, content{v: k.about.title})
	k.height(sheetSummary, 1, 32)
	k.drawDraft()
	k.at(colB, 2, position, content{v: b.AsOf})
	k.name("AsOf", sheetSummary, colB, 2, colB, 2)
	about := []string{b.PlanTitle + "."}
	if b.Board != "" && !b.MeetingDate.IsZero() {
		about = append(about, "For "+b.ForBoard()+".")
	}
	if !b.NextBoard.IsZero() {
		about = append(about, "The board after that: about "+b.NextBoard.Long()+".")
	}
	if b.Public {
		about = append(about, "Public edition.")
	}
	k.at(colC, 2, subtitle, content{v: strings.Join(about, " ")})
	k.merge(colC, 2, colH, 2)
	right := width(colC) + width(colD) + width(colE) + width(colF) + width(colG) + width(colH)
	k.height(sheetSummary, 2, max(20, rowHeight(lineCount(strings.Join(about, " "), right, 1))))
	k.at(colB, summaryHeadline, headline, content{v: b.Headline})
	k.merge(colB, summaryHeadline, colH, summaryHeadline)
	k.height(sheetSummary, summaryHeadline, float64(lineCount(b.Headline, width(colB)+right, 1.28))*17.5+6)
}

// drawDraft marks a tracker of a workbook that has errors, where the eye falls
// first and scrolling does not take it away.
func (k *book) drawDraft() {
	if k.b.Draft == "" {
		return
	}
	mark := content{v: k.b.DraftMark()}
	if k.has(sheetProblems) {
		mark.to, mark.tip = sheetProblems+"!A1", "Go to the problems"
	}
	k.at(colH, 1, draftMark, mark)
}

// drawFigures is the strip of six figures. They count what stands on Actions,
// so that they follow what is edited there.
func (k *book) drawFigures() {
	b := k.b
	has := k.has(workbook.SheetActions)
	live := func(v any, formula string) content {
		if !has {
			return content{v: v}
		}
		return content{v: v, formula: formula}
	}
	left, then := b.Tracked.Hidden, b.Movement.Then
	done := content{v: b.Figures[0].Figure}
	if b.Figures[0].Of > 0 {
		done = live(b.Figures[0].Figure, plus(`SUMPRODUCT(--(ActionList[When]="Done"))`, left.Done)+`&" of "&`+plus(`SUMPRODUCT(--(ActionList[When]<>"Withdrawn"))`, left.Total))
	}
	overdueWords, overdueFormula := overdue(b)
	figures := []struct {
		col    int
		figure content
		under  content
	}{
		{colB, done, since(content{v: "actions done"}, then.Done)},
		{colC, live(figureOf(b, 1), plus(`SUMPRODUCT(--(ActionList[Means]="off track"))`, left.Of(workbook.OffTrack))), since(content{v: b.OffTrack}, then.OffTrack)},
		{colD, live(figureOf(b, 2), plus(`SUMPRODUCT(--(ActionList[When]="Late"))`, left.Late)), since(live(overdueWords, overdueFormula), then.Overdue)},
		{colF, live(len(b.Tracked.DueSoon)+left.DueSoon, plus(`SUMPRODUCT(--(ActionList[When]="Due soon"))`, left.DueSoon)), live(fmt.Sprintf("due in the next %d days", b.Tracked.DueSoonDays), `"due in the next "&DueSoonDays&" days"`)},
		{colG, content{v: b.Figures[3].Figure}, content{v: b.Figures[3].Under()}},
		{colH, content{v: b.Quality.Errors + b.Quality.Warnings}, k.toFix()},
	}
	for _, f := range figures {
		k.at(f.col, figureRow, figure, f.figure)
		k.at(f.col, figureRow+1, figureWords, f.under)
	}
	k.at(colE, figureRow, figure, content{})
	k.merge(colD, figureRow, colE, figureRow)
	k.merge(colD, figureRow+1, colE, figureRow+1)
	k.height(sheetSummary, 4, 8)
	k.height(sheetSummary, figureRow, 34)
	lines := 2
	if then.Done != "" {
		lines = 3
	}
	for _, f := range figures {
		across := width(f.col)
		if f.col == colD {
			across += width(colE)
		}
		if words, isWords := f.under.v.(string); isWords {
			lines = max(lines, cellLines(words, across, 1))
		}
	}
	k.height(sheetSummary, figureRow+1, float64(lines)*lineHeight+rowPadding)
	k.height(sheetSummary, figureRow+2, 8)
}

// figureOf is a figure of the Brief that is a plain number.
func figureOf(b *report.Brief, i int) any {
	if n, err := strconv.Atoi(b.Figures[i].Figure); err == nil {
		return n
	}
	return b.Figures[i].Figure
}

func overdue(b *report.Brief) (under, formula string) {
	formula = `IF(MAX(ActionList[Days late])=0,"overdue","overdue, "&IF(COUNTIF(ActionList[Days late],">0")=1,"","the longest ")&"by "&MAX(ActionList[Days late])&IF(MAX(ActionList[Days late])=1," day"," days"))`
	if b.Tracked.Hidden.Late > 0 {
		return "overdue", `"overdue"` // the longest may be among those that are left out
	}
	if b.Tracked.LongestLate == 0 {
		return "overdue", formula
	}
	longest := "the longest "
	if b.Figures[2].Figure == "1" {
		longest = ""
	}
	return "overdue, " + longest + "by " + words.Figures(b.Tracked.LongestLate, "day", "days"), formula
}

func (k *book) toFix() content {
	if !k.has(sheetProblems) {
		return content{v: "cells of the plan's workbook to fix"}
	}
	return content{v: k.b.Quality.Found() + " in the plan's workbook: see Problems" + k.moreProblems(), to: sheetProblems + "!A1", look: linked}
}

// moreProblems says what the sheet lists beside errors and warnings, so that
// its number of rows is no other count of the same.
func (k *book) moreProblems() string {
	q := k.b.Quality
	var also []string
	if n := len(q.Problems) - q.Errors - q.Warnings; n > 0 {
		also = append(also, words.Count(n, "piece of advice", "pieces of advice"))
	}
	if n := len(q.Waived); n > 0 {
		also = append(also, words.Count(n, "problem", "problems")+" that somebody answers for")
	}
	if len(also) == 0 {
		return ""
	}
	return ", which also lists " + words.And(also)
}

// drawCharts is the bars by status with their table, the bars by area, and the links
// to the other sheets. It says which row is free below.
func (k *book) drawCharts() int {
	blocks, areas := k.shownWords(), k.b.Areas
	k.at(colC, chartTitleRow, section, content{v: k.b.Status.Heading})
	k.height(sheetSummary, chartTitleRow, 24)
	rows := leastChartRows
	if len(areas) <= mostChartAreas {
		rows = max(rows, (len(areas)*20+150+20*((len(blocks)-1)/wordsOfLegend))/28+1)
	}
	links := k.drawLinks()
	rows = max(rows, len(blocks)+2, links+1)
	for row := chartFirst; row < chartFirst+rows; row++ {
		k.height(sheetSummary, row, summaryRow)
	}
	if len(blocks) > 0 {
		k.drawStatusTable(blocks)
		k.drawStatusBars(blocks, rows)
		if len(areas) > 0 && len(areas) <= mostChartAreas {
			k.drawBars(blocks, rows)
		}
	}
	return chartFirst + rows
}

// drawStatusTable is the data of the bars by status.
func (k *book) drawStatusTable(blocks []report.Block) {
	k.at(colC, chartFirst, head, content{v: "Status"})
	k.at(colD, chartFirst, headCentre, content{v: "Actions"})
	for i, b := range blocks {
		row := chartFirst + 1 + i
		k.at(colC, row, status, content{v: b.Status})
		k.height(sheetSummary, row, max(summaryRow, rowHeight(cellLines(b.Status.Word, width(colC), 1.08))))
		k.at(colD, row, number, content{v: b.Count, formula: plus(`SUMPRODUCT(--(`+hasStatus(i, b.Status)+`))`, report.CountOf(k.b.Tracked.Hidden.Words, b.Status))})
	}
	first, last := cellName(colC, chartFirst+1), cellName(colC, chartFirst+len(blocks))
	k.colourStatus(sheetSummary, first+":"+last, "$"+first)
}

// drawStatusBars is a bar for each status: of seven shares of a ring nobody can
// say which is the larger.
func (k *book) drawStatusBars(blocks []report.Block, rows int) {
	first, last := chartFirst+1, chartFirst+len(blocks)
	series := excelize.ChartSeries{
		Name:       sheetSummary + "!$D$" + strconv.Itoa(chartFirst),
		Categories: sheetRange(sheetSummary, colC, first, last),
		Values:     sheetRange(sheetSummary, colD, first, last),
		Fill:       solid(grey), // the table beside it has the colours
		DataLabel:  excelize.ChartDataLabel{Font: *font(11, ink, true)},
	}
	gap, vary := uint(35), false
	k.do(k.x.AddChart(sheetSummary, cellName(colB, chartTitleRow), &excelize.Chart{
		Type: excelize.Bar, Series: []excelize.ChartSeries{series}, GapWidth: &gap, VaryColors: &vary,
		Title: chartTitle("Number of actions by status"), Legend: excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: *font(11, ink, false)},
		YAxis:     excelize.ChartAxis{None: true, Minimum: new(float64)}, // bars begin at 0, or they lie
		PlotArea:  excelize.ChartPlotArea{ShowVal: true},
		Dimension: excelize.ChartDimension{Width: 250, Height: uint(rows)*28 + 12},
		Format:    excelize.GraphicOptions{AltText: statusBarsAlt(blocks), Name: "Actions by status", Positioning: "oneCell", OffsetX: 2, OffsetY: 4},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}

func statusBarsAlt(blocks []report.Block) string {
	parts := make([]string, len(blocks))
	for i, b := range blocks {
		parts[i] = fmt.Sprintf("%s %d", b.Status.Word, b.Count)
	}
	return "Bar chart. Number of actions by status: " + strings.Join(parts, ", ") + ". The table beside it has the same numbers."
}

func (k *book) drawBars(blocks []report.Block, rows int) {
	last := headRow + len(k.b.Areas)
	var all []excelize.ChartSeries
	for i, b := range blocks {
		col := areaCounts + i
		all = append(all, excelize.ChartSeries{
			Name:       sheetSummary + "!$C$" + strconv.Itoa(chartFirst+1+i), // the word itself
			Categories: sheetRange(workbook.SheetAreas, 1, firstRow, last),
			Values:     sheetRange(workbook.SheetAreas, col, firstRow, last),
			Fill:       solid(fillOf(b.Status.Meaning)),
			DataLabel:  excelize.ChartDataLabel{Font: *font(11, inkOn(b.Status.Meaning), true)},
		})
	}
	gap, overlap, vary := uint(40), 100, false // a legend names statuses, where there is one status too
	k.do(k.x.AddChart(sheetSummary, cellName(colE, chartTitleRow), &excelize.Chart{
		Type: excelize.BarStacked, Series: all, Title: chartTitle("Number of actions by status in each improvement area"), Legend: legend("bottom"),
		XAxis:    excelize.ChartAxis{ReverseOrder: true, Font: *font(11, ink, false), Title: chartAxisTitle("Area")},
		YAxis:    excelize.ChartAxis{Minimum: new(float64), Font: *font(11, ink, false), MajorUnit: wholeStep(k.b.Areas), TickLabelPosition: excelize.ChartTickLabelHigh, Title: chartAxisTitle("Number of actions"), NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		PlotArea: excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0;;"}},
		GapWidth: &gap, Overlap: &overlap, VaryColors: &vary,
		Dimension: excelize.ChartDimension{Width: 385, Height: uint(rows)*28 + 12},
		Format:    excelize.GraphicOptions{AltText: barsAlt(k.b.Areas), Name: "Actions by status in each area", Positioning: "oneCell", OffsetX: 2, OffsetY: 4},
		Border:    excelize.LineOptions{Type: excelize.LineNone},
	}))
}

func chartAxisTitle(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: font(11, ink, false)}}}
}

// wholeStep keeps the axis to whole actions where there are few.
func wholeStep(areas []*report.Area) float64 {
	most := 0
	for _, a := range areas {
		most = max(most, len(a.Actions))
	}
	if most <= 10 {
		return 1
	}
	return 0
}

func barsAlt(areas []*report.Area) string {
	parts := make([]string, len(areas))
	for i, a := range areas {
		var counts []string
		for _, c := range a.Words {
			counts = append(counts, fmt.Sprintf("%d %s", c.Count, strings.ToLower(c.Status.Word)))
		}
		parts[i] = a.Ref + ": " + strings.Join(counts, ", ")
		if len(counts) == 0 {
			parts[i] = a.Ref + ": no actions"
		}
	}
	return "Stacked bar chart. Number of actions by status in each area. " + strings.Join(parts, "; ") + "."
}

// drawLinks lists the other sheets with their number of rows, and says how
// many there are.
func (k *book) drawLinks() int {
	b := k.b
	k.at(colH, chartTitleRow, section, content{v: "Go to"})
	rows := map[string]int{
		workbook.SheetAreas: len(b.Areas), workbook.SheetActions: len(b.Actions), sheetOwners: len(b.Owners),
		workbook.SheetFindings: len(b.Coverage.All), workbook.SheetMeasures: len(b.Measures.Items),
		sheetProblems: len(b.Quality.Problems) + len(b.Quality.Waived), sheetChanges: len(b.Movement.All),
	}
	for i, name := range k.sheets[1:] {
		text := name
		if n, counted := rows[name]; counted {
			text += " (" + strconv.Itoa(n) + ")"
		}
		k.at(colH, chartFirst+i, linkedPlain, content{v: text, to: name + "!A1", tip: "Go to the sheet " + name})
	}
	return len(k.sheets) - 1
}

func (k *book) heads(row int, from int, headings ...string) {
	for i, h := range headings {
		l := head
		if h == "Days left" || h == "Done" {
			l = headCentre
		}
		k.at(from+i, row, l, content{v: h})
	}
	k.height(sheetSummary, row, rowHeight(1))
}

func (k *book) drawSummaryAreas(row int) int {
	if len(k.b.Areas) == 0 {
		return row
	}
	k.at(colB, row, section, content{v: "Improvement areas"})
	k.height(sheetSummary, row, 26)
	row++
	k.heads(row, colB, "Improvement area", "Accountable owner", "Status", "Done", "Next date", "Next action", "Reason for status")
	first := row + 1
	for i, a := range k.b.Areas {
		row++
		k.drawSummaryArea(row, i, a)
	}
	cells := cellName(colD, first)
	k.colourStatus(sheetSummary, cells+":"+cellName(colD, row), "$"+cells)
	if k.b.NoArea != "" {
		row++
		k.at(colB, row, note, content{v: k.b.NoArea})
		k.merge(colB, row, colH, row)
		k.height(sheetSummary, row, 16)
	}
	return row + 1
}

func (k *book) drawSummaryArea(row, i int, a *report.Area) {
	name := strings.TrimSpace(a.Ref + " " + areaName(a))
	next := k.nextAction(a)
	owner, why := orGap(a.Owner, noOwner), reason(a)
	place := workbook.SheetAreas + "!A" + strconv.Itoa(firstRow+i)
	k.putLooked(colB, row, linked, content{v: name, to: place, tip: "Go to this area"})
	k.putLooked(colC, row, wordy, owner)
	k.at(colD, row, status, content{v: a.Status})
	done := content{v: a.DoneWords}
	if !a.NoActions {
		from := workbook.SheetAreas + "!G" + strconv.Itoa(firstRow+i)
		done.formula = from + `&" of "&` + strings.Replace(from, "!G", "!H", 1)
	}
	k.at(colE, row, number, done)
	k.at(colF, row, date, content{v: a.Next.Date})
	k.putLooked(colG, row, wordy, next)
	k.putLooked(colH, row, wordy, why)
	lines := max(cellLines(name, width(colB), 1), cellLines(owner.v.(string), width(colC), 1.08), cellLines(statusWord(a.Status), width(colD), 1.08),
		cellLines(next.v.(string), width(colG), 1), cellLines(why.v.(string), width(colH), 1.02))
	k.height(sheetSummary, row, rowHeight(lines))
}

// putLooked writes a cell with its own look, or this one where it has none.
func (k *book) putLooked(col, row int, l look, c content) {
	if c.look != plain {
		l = c.look
	}
	k.at(col, row, l, c)
}

// drawOverdueAndDue is two tables beside each other.
func (k *book) drawOverdueAndDue(row int) int {
	if !k.has(workbook.SheetActions) {
		return row
	}
	k.height(sheetSummary, row, 10)
	row++
	k.at(colB, row, section, content{v: "Overdue by owner, " + k.b.AsOf.Short()})
	t := k.b.Tracked
	k.at(colE, row, section, content{v: fmt.Sprintf("Due in the next %d days, to %s", t.DueSoonDays, t.DueSoonTo.Long())})
	k.height(sheetSummary, row, 26)
	row++
	k.heads(row, colB, "Owner", "Overdue actions")
	k.heads(row, colE, "Days left", "Due", "Status", "Action")
	left, right := k.overdueRows(), t.DueSoon
	if len(left) > mostListed {
		more := content{v: fmt.Sprintf("%d more owners: see Owners", len(left)-mostListed), to: sheetOwners + "!A1", look: linked}
		left = append(left[:mostListed:mostListed], [2]content{more, {}})
	}
	moreDue := len(right) - mostListed
	if moreDue > 0 {
		right = right[:mostListed]
	}
	rows := max(len(left), len(right)+min(max(moreDue, 0), 1), 1)
	first := row + 1
	for i := range rows {
		row++
		lines := 1
		if i < len(left) {
			k.putLooked(colB, row, wordy, left[i][0])
			k.putLooked(colC, row, wordy, left[i][1])
			lines = max(contentLines(left[i][0].v, width(colB), wordy), contentLines(left[i][1].v, width(colC), wordy))
		}
		if i < len(right) {
			lines = max(lines, k.drawDueSoon(row, right[i]))
		} else if i == len(right) && moreDue > 0 {
			k.at(colH, row, linked, content{v: fmt.Sprintf("%d more: filter When on Actions for “Due soon”", moreDue), to: workbook.SheetActions + "!A1"})
		} else if i == 0 {
			k.at(colH, row, wordy, content{v: "No open action is due in this time."})
		}
		k.height(sheetSummary, row, rowHeight(lines))
	}
	cells := cellName(colG, first)
	k.colourStatus(sheetSummary, cells+":"+cellName(colG, row), "$"+cells)
	return row + 1
}

// overdueRows are the owners with something overdue.
func (k *book) overdueRows() [][2]content {
	var rows [][2]content
	for i, o := range k.b.Owners {
		if o.Late > 0 {
			owner := orGap(o.Name, noOwner)
			owner.to, owner.tip = sheetOwners+"!A"+strconv.Itoa(firstRow+i), "Go to this owner"
			if o.Name != "" {
				owner.look = linked
			}
			rows = append(rows, [2]content{owner, {v: o.LateWords}})
		}
	}
	if len(rows) == 0 {
		return [][2]content{{{v: "All owners"}, {v: "None"}}}
	}
	return rows
}

func (k *book) drawDueSoon(row int, a *report.Action) (lines int) {
	name := strings.TrimSpace(a.Ref + " " + a.Name)
	k.at(colE, row, number, content{v: a.DaysLeft, formula: "F" + strconv.Itoa(row) + "-AsOf"})
	k.at(colF, row, date, content{v: a.EffectiveDue})
	k.at(colG, row, status, content{v: a.Status})
	k.at(colH, row, linked, content{v: name, to: k.toAction(a.Ref), tip: "Go to action " + a.Ref})
	return max(cellLines(name, width(colH), 1), cellLines(statusWord(a.Status), width(colG), 1.08))
}

// drawProvenance says which workbook this came from, and what follows an edit.
func (k *book) drawProvenance(row int) int {
	q := k.b.Quality
	notes := []string{"Figures, charts, days late and the timeline follow what you change on Actions and Key. The headline, reasons, next dates and both lists above are as at " + k.b.AsOf.Long() + "."}
	if q.File != "" {
		notes = append(notes, "Made by actionplan from "+q.File+", SHA-256 "+q.SHA256+".")
	}
	k.height(sheetSummary, row, 10)
	row++
	k.at(colB, row, note, content{v: "Days that count as due soon"})
	k.at(colC, row, note, content{v: k.b.Tracked.DueSoonDays})
	k.name("DueSoonDays", sheetSummary, colC, row, colC, row)
	k.height(sheetSummary, row, 16)
	for _, n := range notes {
		row++
		k.at(colB, row, note, content{v: n})
		k.merge(colB, row, colH, row)
		k.height(sheetSummary, row, 16)
	}
	return row
}
