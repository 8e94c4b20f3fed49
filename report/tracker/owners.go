package tracker

import (
	"strconv"
	"time"

	"actionplan/report"
	"actionplan/workbook"
)

func (k *book) drawOwners() {
	all := k.b.Owners
	l := list{sheet: sheetOwners, table: "OwnerList", title: "Owners", rows: len(all), frozen: 1,
		note: "Every figure follows the Actions sheet. To see one owner's actions, filter the Owner column there. The months count open actions by the date now due."}
	of := func(heading string, width float64, l look, v func(o report.Owner) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	counted := func(heading, formula string, n func(o report.Owner) int) column {
		return column{heading: heading, width: 9, look: number, fills: true, cell: func(i int) content {
			return k.counted(n(all[i]), `SUMPRODUCT((ActionList[Owner]=A%[1]d)*`+formula+`)`, i)
		}}
	}
	l.columns = []column{
		{heading: workbook.ColOwner, width: 34, look: wordy, cell: func(i int) content { return k.ownerLink(all[i]) }},
		of("Accountable for areas", 13, wordy, func(o report.Owner) any { return joined(o.AreaRefs) }),
		counted("Open", `((ActionList[When]<>"Done")*(ActionList[When]<>"Withdrawn"))`, func(o report.Owner) int { return o.Open }),
		counted(report.WhenLate, `(ActionList[When]="Late")`, func(o report.Owner) int { return o.Late }),
		counted(report.WhenDueSoon, `(ActionList[When]="Due soon")`, func(o report.Owner) int { return o.DueSoon }),
		counted(report.WhenLater, `(ActionList[When]="Later")`, func(o report.Owner) int { return o.Later }),
		counted(report.WhenNoDate, `(ActionList[When]="No date")`, func(o report.Owner) int { return o.NoDate }),
		counted(report.WhenDone, `(ActionList[When]="Done")`, func(o report.Owner) int { return o.Done }),
		of("Late actions", 36, wordy, func(o report.Owner) any { return lateWords(o) }),
	}
	for j, m := range k.b.Tracked.Months {
		l.columns = append(l.columns, k.loadColumn(j, m))
	}
	k.draw(l)
}

// ownerWidth is that of a column of owners: more than usual where a post's name
// would stand there in a word or two a line.
func (k *book) ownerWidth(usual float64) float64 {
	const lines, more = 3, 12
	for _, o := range k.b.Owners {
		if cellLines(o.Name, usual, 1) > lines {
			return usual + more
		}
	}
	return usual
}

// ownerLink leads to the owner's first action.
func (k *book) ownerLink(o report.Owner) content {
	c := orGap(o.Name, noOwner)
	if len(o.Refs) > 0 {
		if c.to = k.toAction(o.Refs[0]); c.to != "" {
			c.tip = "Go to the first of these actions: " + o.Refs[0]
			if o.Name != "" {
				c.look = linked
			}
		}
	}
	return c
}

func lateWords(o report.Owner) string {
	if o.Late == 0 {
		return "None"
	}
	return o.LateWords
}

func (k *book) loadColumn(j int, m workbook.Date) column {
	formula := `SUMPRODUCT((ActionList[Owner]=A%[1]d)*(ActionList[When]<>"Done")*(ActionList[When]<>"Withdrawn")*(ActionList[Due now]>=` + strconv.Itoa(m.Serial()) +
		`)*(ActionList[Due now]<` + strconv.Itoa(nextMonth(m).Serial()) + `))`
	return column{heading: "Due in " + m.Time().Format("Jan 2006"), width: 9, look: numberOrBlank, fills: true, cell: func(i int) content {
		return k.counted(k.b.Tracked.Load[i][j], formula, i)
	}}
}

func nextMonth(d workbook.Date) workbook.Date {
	return workbook.DateOf(time.Date(d.Year(), d.Month()+1, 1, 0, 0, 0, 0, time.UTC))
}
