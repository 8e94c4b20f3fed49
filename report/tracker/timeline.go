package tracker

import (
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// The timeline is a row for each action and a column for each month. Its
// cells take ref, name, status and dates from the same row of the Actions
// table and the bars are conditional formats, so that it follows what is
// edited and sorted there.
const (
	timelineFirst = 8 // first month's column
	mostMonths    = 36
	slotWidth     = 4.4
)

var timelineHeads = []struct {
	heading string
	width   float64
}{
	{workbook.ColRef, 8}, {workbook.ColAction, 25}, {workbook.ColStatus, 14}, {workbook.ColStart, 13}, {"First due", 13}, {headDueNow, 13}, {"In words", 20},
}

func (k *book) drawTimeline() {
	sheet, months, rows := sheetTimeline, k.months(), len(k.b.Actions)
	widths := timelineWidths(len(months))
	now := k.positionMonth(months)
	k.drawTop(sheet, "Timeline by month", "Bars run from start to due date in the colour of the status; a dashed box is time added by moving the date. A bar may go on before the first month or after the last."+k.positionNote(now), widths, onFirstPage(widths))
	k.drawTimelineHead(sheet, months)
	cols, last := timelineFirst-1+len(months), headRow+rows
	for i, a := range k.b.Actions {
		k.drawTimelineRow(sheet, i, a, widths)
		if now >= 0 {
			k.put(sheet, timelineFirst+now, firstRow+i, k.looks.of[today], content{})
		}
	}
	k.colourStatus(sheet, "C5:C"+strconv.Itoa(last), "$C5")
	for _, part := range [][2]int{{0, now}, {now, now + 1}, {now + 1, len(months)}} {
		if from, to := max(part[0], 0), part[1]; from < to {
			k.colourBars(sheet, timelineFirst+from, timelineFirst+to-1, last, from == now)
		}
	}
	k.setUpPrint(sheet, cols, last, headRow)
	k.printWide(sheet, widths, 2, headRow-1, headRow)
	k.freeze(sheet, 2, headRow)
	k.size[sheet] = size{cols, last}
}

// timelineWidths are the widths of the columns. Names of actions take what the
// months leave of a page.
func timelineWidths(months int) []float64 {
	const action, widest = 1, 46.0
	var widths []float64
	across := float64(months) * slotWidth
	for _, h := range timelineHeads {
		widths = append(widths, h.width)
		across += h.width
	}
	widths[action] = min(widest, widths[action]+max(0, widestPage-across-1))
	for range months {
		widths = append(widths, slotWidth)
	}
	return widths
}

// months are the first days of the months drawn.
func (k *book) months() []workbook.Date {
	var all []workbook.Date
	t := k.b.Timeline
	for d := t.From; d.Before(t.To) && len(all) < mostMonths; {
		all = append(all, d)
		d = nextMonth(d)
	}
	return all
}

// positionNote says how the position's month is known.
func (k *book) positionNote(month int) string {
	if month < 0 {
		return ""
	}
	return " The month with a black heading is that of the position, " + k.b.AsOf.Long() + "."
}

// positionMonth is which of the months the position is in, -1 for none.
func (k *book) positionMonth(months []workbook.Date) int {
	for i, m := range months {
		if !k.b.AsOf.Before(m) && k.b.AsOf.Before(nextMonth(m)) {
			return i
		}
	}
	return -1
}

func (k *book) drawTimelineHead(sheet string, months []workbook.Date) {
	for i, h := range timelineHeads {
		k.put(sheet, i+1, headRow, k.looks.of[head], content{v: h.heading})
	}
	for i, m := range months {
		col := timelineFirst + i
		k.put(sheet, col, headRow, k.looks.of[monthHead], content{v: m})
		year := content{}
		if i == 0 || m.Month() == time.January {
			year.v = m.Year()
		}
		k.put(sheet, col, headRow-1, k.looks.of[yearHead], year)
	}
	k.height(sheet, headRow, rowHeight(1))
	if len(months) == 0 {
		return
	}
	// The note above says what the position's month looks like.
	from, to := cellName(timelineFirst, headRow), cellName(timelineFirst+len(months)-1, headRow)
	k.do(k.x.SetConditionalFormat(sheet, from+":"+to, []excelize.ConditionalFormatOptions{{
		Type: "formula", Criteria: inMonth("AsOf", xlsx.ColumnLetters(timelineFirst)+"$4"), Format: &k.looks.current,
	}}))
}

// inMonth is the formula for "that day lies in the month that starts there".
func inMonth(day, month string) string {
	return "AND(" + day + ">=" + month + "," + day + "<EDATE(" + month + ",1))"
}

var (
	timelineRef    = rowFormula(`IFERROR(INDEX(ActionList[Ref],ROW()-4),"")`)
	timelineName   = rowFormula(`IFERROR(IF(INDEX(ActionList[Short name],ROW()-4)="",INDEX(ActionList[Action],ROW()-4),INDEX(ActionList[Short name],ROW()-4)),"")`)
	timelineStatus = rowFormula(`IFERROR(INDEX(ActionList[Status],ROW()-4),"")`)
	timelineStart  = rowFormula(`IF(N(IFERROR(INDEX(ActionList[Start],ROW()-4),0))>0,INDEX(ActionList[Start],ROW()-4),"")`)
	timelineDue    = rowFormula(`IF(N(IFERROR(INDEX(ActionList[Due],ROW()-4),0))>0,INDEX(ActionList[Due],ROW()-4),F%[1]d)`)
	timelineNow    = rowFormula(`IFERROR(INDEX(ActionList[Due now],ROW()-4),"")`)
	timelineWords  = rowFormula(`IF(AND(N(D%[1]d)>0,N(F%[1]d)>0,N(F%[1]d)<N(D%[1]d)),"Due before it starts",IF(N(IFERROR(INDEX(ActionList[Days late],ROW()-4),0))>0,INDEX(ActionList[Days late],ROW()-4)&IF(INDEX(ActionList[Days late],ROW()-4)=1," day late"," days late"),` +
		`IF(N(IFERROR(INDEX(ActionList[Slipped by (days)],ROW()-4),0))>0,"Moved by "&INDEX(ActionList[Slipped by (days)],ROW()-4)&IF(INDEX(ActionList[Slipped by (days)],ROW()-4)=1," day"," days"),IF(F%[1]d="","No date",""))))`)
)

func (k *book) drawTimelineRow(sheet string, i int, a *report.Action, widths []float64) {
	row := firstRow + i
	firstDue := a.Due
	if firstDue.IsZero() {
		firstDue = a.EffectiveDue
	}
	put := func(col int, l look, c content) { k.put(sheet, col, row, k.looks.of[l], c) }
	put(1, refText, content{v: a.Ref, formula: timelineRef(i)})
	put(2, wordy, content{v: a.Name, formula: timelineName(i)})
	put(3, status, content{v: statusWord(a.Status), formula: timelineStatus(i)})
	put(4, date, content{v: a.Start, formula: timelineStart(i)})
	put(5, date, content{v: firstDue, formula: timelineDue(i)})
	put(6, date, content{v: a.EffectiveDue, formula: timelineNow(i)})
	put(7, wordy, content{v: timelineSays(a), formula: timelineWords(i)})
	lines := max(cellLines(a.Ref, widths[0], 1.08), cellLines(a.Name, widths[1], 1), cellLines(statusWord(a.Status), widths[2], 1.08))
	k.height(sheet, row, rowHeight(lines))
}

// timelineSays is what the formula beside it says.
func timelineSays(a *report.Action) string {
	switch {
	case !a.EffectiveDue.IsZero() && a.EffectiveDue.Before(a.Start):
		return "Due before it starts"
	case a.DaysLate > 0:
		return words.Figures(a.DaysLate, "day", "days") + " late"
	case a.Slipped > 0:
		return "Moved by " + words.Figures(a.Slipped, "day", "days")
	case a.EffectiveDue.IsZero():
		return "No date"
	}
	return ""
}

// colourBars draws the bars: the status's colour from start to the first due
// date, a dashed box from there to the date now. Of what is due before it
// starts, only the month it is due in. The frame of the position's month goes on
// round the bars: a format may take the place of the cell's own.
func (k *book) colourBars(sheet string, from, to, last int, now bool) {
	cells := cellName(from, firstRow) + ":" + cellName(to, last)
	month := xlsx.ColumnLetters(from) + "$4"
	bars, moved := k.looks.bar, k.looks.moved
	if now {
		bars, moved = k.looks.barNow, k.looks.movedNow
	}
	block := "N($E5)>0,$E5>=" + month + ",IF(AND(N($D5)>0,N($D5)<=N($E5)),$D5,$E5)<EDATE(" + month + ",1)"
	var rules []excelize.ConditionalFormatOptions
	for _, m := range workbook.Meanings {
		rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", StopIfTrue: true, Format: ptr(bars[m]),
			Criteria: "AND(" + block + "," + meansOf("$C5") + `="` + m.String() + `")`})
	}
	rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", StopIfTrue: true, Format: &moved,
		Criteria: "AND(N($F5)>N($E5),N($E5)>0,$F5>=" + month + ",$E5<EDATE(" + month + ",1))"})
	// The grid is a format too: as cells it would be most of a large file.
	rules = append(rules, excelize.ConditionalFormatOptions{Type: "formula", Format: &k.looks.grid, Criteria: `$A5<>""`})
	if now {
		rules = rules[:len(rules)-1] // its frame is the cells' own
	}
	k.do(k.x.SetConditionalFormat(sheet, cells, rules))
}
