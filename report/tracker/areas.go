package tracker

import (
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

const headComesFrom = "Status comes from"

// areaCounts is where the columns with the number of actions of each status
// start on the Areas sheet; the chart on Summary draws them.
const areaCounts = 15

func (k *book) drawAreas() {
	all := k.b.Areas
	l := list{sheet: workbook.SheetAreas, table: "AreaList", title: "Improvement areas", rows: len(all), printed: 12, frozen: 2,
		note: "A status that comes from its actions is worked out; the others are stated in the plan. Done, Overdue and the counts follow the Actions sheet."}
	if k.b.NoArea != "" {
		l.note += " " + k.b.NoArea
	}
	of := func(heading string, width float64, l look, v func(a *report.Area) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	l.columns = []column{
		of(workbook.ColRef, 8, refText, func(a *report.Area) any { return a.Ref }),
		of(workbook.ColAreaName, 34, wordy, func(a *report.Area) any { return areaName(a) }),
		{heading: workbook.ColAccountable, width: k.ownerWidth(25), look: wordy, cell: func(i int) content { return orGap(all[i].Owner, noOwner) }},
		of(workbook.ColStatus, 14, status, func(a *report.Area) any { return a.Status }),
		of(headComesFrom, 18, wordy, func(a *report.Area) any { return comesFrom(a) }),
		{heading: workbook.ColStatusReason, width: 38, look: wordy, cell: func(i int) content { return statedReason(all[i]) }}, // the column before it says what its actions say
		{heading: "Done", width: 9, look: number, fills: true, cell: func(i int) content {
			return k.counted(all[i].Done, plus(`SUMPRODUCT((ActionList[Area]=A%[1]d)*(ActionList[When]="Done"))`, all[i].Hidden.Done), i)
		}},
		{heading: "Total", width: 9, look: number, fills: true, cell: func(i int) content {
			return k.counted(all[i].Total, plus(`SUMPRODUCT((ActionList[Area]=A%[1]d)*(ActionList[When]<>"Withdrawn"))`, all[i].Hidden.Total), i)
		}},
		{heading: "Overdue", width: 11, look: number, fills: true, cell: func(i int) content {
			return k.counted(all[i].Late, plus(`SUMPRODUCT((ActionList[Area]=A%[1]d)*(ActionList[When]="Late"))`, all[i].Hidden.Late), i)
		}},
		of("Next date", 13, date, func(a *report.Area) any { return a.Next.Date }),
		{heading: "Next action", width: 24, look: wordy, cell: func(i int) content { return k.nextAction(all[i]) }},
		of(workbook.ColTargetDate, 13, date, func(a *report.Area) any { return a.TargetDate }),
		of(workbook.ColPriority, 16, wordy, func(a *report.Area) any { return a.Priority }),
		of(workbook.ColAreaOutcome, 44, wordy, func(a *report.Area) any { return a.Outcome }),
	}
	seen := map[string]bool{}
	for w, b := range k.shownWords() {
		heading := headCount(b.Status)
		if seen[strings.ToLower(heading)] {
			heading += " " + strconv.Itoa(w+1) // cut short, two words may be alike
		}
		seen[strings.ToLower(heading)] = true
		l.columns = append(l.columns, column{heading: heading, width: 15, look: numberOrBlank, fills: true, cell: func(i int) content {
			return k.counted(report.CountOf(all[i].Words, b.Status), plus(`SUMPRODUCT((ActionList[Area]=A%[1]d)*(`+hasStatus(w, b.Status)+`))`, report.CountOf(all[i].Hidden.Words, b.Status)), i)
		}})
	}
	l.columns = append(l.columns,
		of(workbook.ColPartners, 28, wordy, func(a *report.Area) any { return joined(a.Partners) }),
		of(workbook.ColVisits, 14, wordy, func(a *report.Area) any { return joined(a.Visits) }),
		of(workbook.ColUpdated, 13, date, func(a *report.Area) any { return a.Updated }),
	)
	l.columns = append(l.columns, k.moreColumns(func(i int) []report.Cell { return all[i].More }, len(all))...)
	k.draw(l)
	last := strconv.Itoa(headRow + max(len(all), 1))
	k.colourStatus(l.sheet, "D5:D"+last, "$D5")
	k.chooseFromKey(l.sheet, "D5:D"+last)
}

// plus adds to a count of rows what counts but is in no row: an edition for
// the public leaves rows out and keeps the totals.
func plus(formula string, n int) string {
	if n == 0 {
		return formula
	}
	return formula + "+" + strconv.Itoa(n)
}

// counted is a figure of the Brief beside the formula that gives it.
func (k *book) counted(n int, formula string, i int) content {
	if !k.has(workbook.SheetActions) {
		return content{v: n}
	}
	return content{v: n, formula: sprint(formula, firstRow+i)}
}

// statedReason is why an area has its status. One that is worked out needs none.
func statedReason(a *report.Area) content {
	if a.FromActions && a.Reason == "" {
		return content{v: "Worked out from its actions"}
	}
	return orGap(a.Reason, "No reason given")
}

// reason is the same, and where its actions contradict the status it says so.
func reason(a *report.Area) content {
	c := statedReason(a)
	if a.Disagreement != "" {
		c.v = strings.TrimSuffix(c.v.(string), ".") + ". " + a.Disagreement + "."
	}
	return c
}

func areaName(a *report.Area) string {
	if a.Exempt {
		return "Area in the exempt part"
	}
	return a.Name
}

// comesFrom says whether a status is stated in the plan or worked out, and
// whether the two differ.
func comesFrom(a *report.Area) string {
	switch {
	case a.FromActions:
		return "Its actions"
	case a.Status.Word == "":
		return "Nothing: no actions"
	case a.Disagreement != "":
		return "The plan. " + a.Disagreement
	}
	return "The plan"
}

func (k *book) nextAction(a *report.Area) content {
	text := a.Next.Says()
	switch {
	case a.Next.Overdue:
		text = "Overdue: " + a.Next.Says()
	case a.Next.Own:
		text = "Target date"
	case text == "":
		text = "None"
	}
	c := content{v: text}
	if a.Next.Own || a.Next.Date.IsZero() {
		return c
	}
	ref, _, _ := strings.Cut(a.Next.What, " ")
	c.to = k.toAction(ref)
	if c.to != "" {
		c.look, c.tip = linked, "Go to action "+ref
	}
	return c
}

// shownWords are the words of the key that actions have, with how many have each, in
// palette order, and last what has none of them.
func (k *book) shownWords() []report.Block {
	var shown []report.Block
	for _, r := range k.b.Status.Rows {
		if r.Now > 0 {
			shown = append(shown, report.Block{Status: r.Status, Count: r.Now})
		}
	}
	return shown
}

// hasStatus is the test of the actions' statuses for one of the words shown, by
// their number: Summary has the word.
func hasStatus(i int, s report.Status) string {
	if s.Meaning == workbook.MeaningUnknown {
		return `ActionList[Means]="` + s.Meaning.String() + `"`
	}
	return "ActionList[Status]=" + sheetSummary + "!$C$" + strconv.Itoa(chartFirst+1+i)
}

// headCount heads a column of counts; a plain "Delivered" could pass for the
// status itself. A table's headings are short and one line.
func headCount(s report.Status) string {
	return "Actions: " + shortened(strings.Join(strings.Fields(s.Word), " "), 40)
}
