package tracker

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

const (
	headTrend       = "Trend"
	trendColumn     = 5
	chartRows       = 18 // of lineHeight each, for one row of charts
	measureCharts   = 60 // past it only the table and the sparklines are drawn
	measuresInARow  = 2
	measuresOnAPage = 4
	secondChart     = 6 // its column
)

func (k *book) drawMeasures() {
	all := k.b.Measures.Items
	l := list{sheet: workbook.SheetMeasures, table: "MeasureList", title: "Is it making a difference?", rows: len(all), frozen: 2, printed: 11, note: chartNote(charted(all)),
		below: 1 + (len(charted(all))+1)/measuresInARow*chartRows, noHeads: true}
	of := func(heading string, width float64, l look, v func(m *report.Measure) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	l.columns = []column{
		of(workbook.ColRef, 8, refText, func(m *report.Measure) any { return m.Ref }),
		of(workbook.ColMeasure, 36, wordy, func(m *report.Measure) any { return m.Name }),
		{heading: workbook.ColArea, width: 8, look: linkedRef, cell: func(i int) content {
			return content{v: all[i].AreaRef, to: k.toArea(all[i].AreaRef)}
		}},
		of("Latest", 10, boldWords, func(m *report.Measure) any { return orNone(m.LatestWords, noReading(m)) }),
		of(headTrend, 18, wordy, func(m *report.Measure) any { return nil }),
		of("Direction", 24, wordy, func(m *report.Measure) any { return orNone(directionWords(m), "Too few readings") }),
		of("Against target", 16, wordy, func(m *report.Measure) any { return words.Capital(m.Against) }),
		of("Distance to target", 21, wordy, func(m *report.Measure) any { return m.DistanceWords }),
		of(workbook.ColTarget, 13, wordy, func(m *report.Measure) any { return targetWords(m) }),
		of(workbook.ColTargetDate, 13, date, func(m *report.Measure) any { return m.TargetDate }),
		of(workbook.ColBetterWhen, 17, wordy, func(m *report.Measure) any { return m.BetterWhen }),
		of("Comparators", 30, wordy, func(m *report.Measure) any { return m.Comparators }),
		of(workbook.ColDataQualityNote, 30, wordy, func(m *report.Measure) any { return m.Note }),
	}
	l.columns = append(l.columns, k.moreColumns(func(i int) []report.Cell { return all[i].More }, len(all))...)
	k.draw(l)
	k.drawSparklines(all)
	k.drawMeasureCharts(charted(all), firstRow+len(all)+1)
}

// chartNote says what the lines and marks of the charts are, and no others.
func chartNote(all []*report.Measure) string {
	if len(all) == 0 {
		return "The latest reading of each measure, and where it stands against its target."
	}
	var joined, dots, target, england, similar, baseline bool
	for _, m := range all {
		joined, dots = joined || isLine(m), dots || !isLine(m)
		target, baseline = target || m.Target != nil, baseline || m.Baseline != nil
		england, similar = england || m.England != nil, similar || m.Neighbours != nil
	}
	said := []string{"Charts are below."}
	for _, s := range []struct {
		is    bool
		words string
	}{
		{joined, "Solid line with dots: this plan."}, {dots && joined, "Dots alone: fewer than 3 readings, or a long time without one."}, {dots && !joined, "Dots: this plan."},
		{target, "Dashed: target."}, {england, "Dash and dot: England."}, {similar, "Dotted: similar councils."}, {baseline, "Grey diamond: baseline."},
	} {
		if s.is {
			said = append(said, s.words)
		}
	}
	return strings.Join(said, " ")
}

// isLine is true of readings that a line joins: over years without one it would
// show what nobody knows.
func isLine(m *report.Measure) bool { return m.Joined && m.Gap == 0 }

// directionWords are which way a measure goes, and that it is worse than where it began.
func directionWords(m *report.Measure) string {
	if m.Began == "" || m.DirectionWords == "" {
		return m.DirectionWords
	}
	return m.DirectionWords + "; " + m.Began
}

// noReading and targetWords tell a cell that could not be read from one with
// nothing in it.
func noReading(m *report.Measure) string {
	if m.Unread != "" {
		return "Not readable"
	}
	return "No reading"
}

func targetWords(m *report.Measure) string {
	if m.Target == nil && m.TargetWords == "None" {
		return "No target"
	}
	return m.TargetWords
}

func orNone(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

// drawSparklines draws a line of each measure's readings in its own cell.
func (k *book) drawSparklines(all []*report.Measure) {
	var places, ranges []string
	for i, m := range all {
		if rows := k.readingRows[m]; len(m.Readings) > 1 && !m.WordsOnly {
			places = append(places, cellName(trendColumn, firstRow+i))
			ranges = append(ranges, sheetRange(workbook.SheetReadings, 4, rows[0], rows[1]))
		}
	}
	if len(places) == 0 {
		return
	}
	k.do(k.x.AddSparkline(workbook.SheetMeasures, &excelize.SparklineOptions{
		Location: places, Range: ranges, Type: "line", Markers: true, Last: true,
		SeriesColor: "#" + ink, MarkersColor: "#" + ink, LastColor: "#" + ink,
	}))
}

func sheetRange(sheet string, col, row, toRow int) string {
	c := xlsx.ColumnLetters(col)
	return sheet + "!$" + c + "$" + strconv.Itoa(row) + ":$" + c + "$" + strconv.Itoa(toRow)
}

// charted are the measures that have a chart.
func charted(all []*report.Measure) []*report.Measure {
	var some []*report.Measure
	for _, m := range all {
		if len(m.Points) > 0 && !m.WordsOnly && len(some) < measureCharts {
			some = append(some, m)
		}
	}
	return some
}

// drawMeasureCharts draws a line chart of each measure below the table, two
// to a row.
func (k *book) drawMeasureCharts(all []*report.Measure, row int) {
	for i, m := range all {
		col := 1
		if i%measuresInARow == 1 {
			col = secondChart
		}
		at := row + i/measuresInARow*chartRows
		k.drawMeasureChart(m, cellName(col, at))
		if i%measuresOnAPage == 0 {
			// A chart must not run over the foot of a page.
			k.do(k.x.InsertPageBreak(workbook.SheetMeasures, cellName(1, at)))
		}
	}
}

func (k *book) drawMeasureChart(m *report.Measure, cell string) {
	rows := k.readingRows[m]
	dates := sheetRange(workbook.SheetReadings, 2, rows[0], rows[1])
	series := func(col int, dash excelize.LineDashType, colour string, width float64, marker string) excelize.ChartSeries {
		return excelize.ChartSeries{
			Name:       workbook.SheetReadings + "!$" + xlsx.ColumnLetters(col) + "$" + strconv.Itoa(headRow),
			Categories: dates, Values: sheetRange(workbook.SheetReadings, col, rows[0], rows[1]),
			Fill:   solid(colour),
			Line:   excelize.LineOptions{Type: excelize.LineSolid, Width: width, Dash: dash},
			Marker: excelize.ChartMarker{Symbol: marker, Size: 7, Fill: solid(colour)},
		}
	}
	mark := "none"
	if rows[0] == rows[1] {
		mark = "dash" // of a single reading a line has no length
	}
	all := []excelize.ChartSeries{series(4, excelize.LineDashSolid, ink, 2.25, "circle")}
	if !isLine(m) {
		all[0].Line.Type = excelize.LineNone
	}
	if m.Target != nil {
		all = append(all, series(6, excelize.LineDashDash, ink, 1.5, mark))
	}
	if m.England != nil {
		all = append(all, series(7, excelize.LineDashLgDashDot, grey, 1.5, mark))
	}
	if m.Neighbours != nil {
		all = append(all, series(8, excelize.LineDashSysDot, grey, 1.75, mark))
	}
	if m.Baseline != nil {
		start := series(9, excelize.LineDashSolid, grey, 1.5, "diamond")
		start.Categories = sheetRange(workbook.SheetReadings, 10, rows[0], rows[1])
		start.Line.Type, start.Marker.Size = excelize.LineNone, 10
		all = append(all, start)
	}
	k.do(k.x.AddChart(workbook.SheetMeasures, cell, &excelize.Chart{
		Type: excelize.Scatter, Series: all, Title: chartTitle(m.Ref + " " + m.Name), Legend: legend("bottom"),
		XAxis: timeAxis(m), YAxis: axis(unitName(m), &m.Low, &m.High),
		Dimension: excelize.ChartDimension{Width: 572, Height: 345},
		Format:    excelize.GraphicOptions{AltText: m.Alt, Name: "Chart of measure " + shortened(m.Ref, 40), Positioning: "oneCell"},
		Border:    excelize.LineOptions{Type: excelize.LineNone}, ShowBlanksAs: "gap",
	}))
}

// timeAxis runs to scale, from the baseline or the first reading to the last,
// with room for a mark at either end and up to four labels.
func timeAxis(m *report.Measure) excelize.ChartAxis {
	first, last := m.Points[0].Date.Serial(), m.Points[len(m.Points)-1].Date.Serial()
	if m.Baseline != nil {
		first = min(first, m.Baseline.Date.Serial())
	}
	clear := max(5, (last-first)/20)
	low, high := float64(first-clear), float64(last+clear)
	made := axis("Reading for the period to", &low, &high)
	made.MajorGridLines, made.MajorUnit = false, max(31, (high-low)/4)
	made.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "mmm yyyy"}
	return made
}

func unitName(m *report.Measure) string {
	if m.Unit == "%" {
		return "Percentage"
	}
	return words.Capital(orNone(m.Unit, "Value"))
}

func chartTitle(text string) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: font(11, ink, true)}}}
}

func legend(position string) excelize.ChartLegend {
	return excelize.ChartLegend{Position: position, Font: font(10, ink, false)}
}

func axis(name string, low, high *float64) excelize.ChartAxis {
	return excelize.ChartAxis{Font: *font(10, ink, false), Minimum: low, Maximum: high, MajorGridLines: low != nil,
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: name, Font: font(10, ink, false)}}}}
}

// drawReadings is what the charts draw: one row for each reading, those of
// one measure together.
func (k *book) drawReadings() {
	type row struct {
		m *report.Measure
		r report.Reading
	}
	var all []row
	for _, m := range k.b.Measures.Items {
		for _, r := range m.Readings {
			all = append(all, row{m, r})
		}
	}
	of := func(heading string, width float64, l look, v func(r row) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	figure := func(v *float64) any {
		if v == nil {
			return nil
		}
		return *v
	}
	k.draw(list{sheet: workbook.SheetReadings, table: "ReadingList", title: "Readings", rows: len(all), frozen: 1,
		note: "The charts and trends on Measures draw these rows. Please keep them in this order.",
		columns: []column{
			of(workbook.ColMeasure, 11, refText, func(r row) any { return r.m.Ref }),
			of(workbook.ColPeriodEnd, 13, date, func(r row) any { return r.r.PeriodEnd }),
			of("Month", 11, wordy, func(r row) any { return r.r.PeriodEnd.Time().Format("Jan 2006") }),
			of(workbook.ColValue, 10, decimal, func(r row) any { return r.r.Value }),
			of("Out of", 16, wordy, func(r row) any { return r.r.OutOf }),
			of(workbook.ColTarget, 10, decimal, func(r row) any { return figure(r.m.Target) }),
			of(workbook.ColEngland, 11, decimal, func(r row) any { return figure(r.m.England) }),
			of("Similar councils", 11, decimal, func(r row) any { return figure(r.m.Neighbours) }),
			of(workbook.ColBaseline, 10, decimal, func(r row) any {
				if r.m.Baseline == nil {
					return nil
				}
				return r.m.Baseline.Value
			}),
			of(workbook.ColBaselineDate, 13, date, func(r row) any {
				if r.m.Baseline == nil {
					return nil
				}
				return r.m.Baseline.Date
			}),
			of(workbook.ColComment, 50, wordy, func(r row) any { return r.r.Comment }),
		}})
}
