package tracker

import (
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

// keyWords is the key: the user's words in palette order, and after them the
// words that the Brief itself prints where the key has none for a meaning.
func (k *book) keyWords() []report.StatusRow {
	var rows []report.StatusRow
	for _, r := range k.b.Status.Rows {
		if r.Status.Meaning != workbook.MeaningUnknown {
			rows = append(rows, r)
		}
	}
	for _, a := range k.b.Areas {
		missing := !slices.ContainsFunc(rows, func(r report.StatusRow) bool { return strings.EqualFold(r.Status.Word, a.Status.Word) })
		if missing && a.FromActions && a.Status.Meaning != workbook.MeaningUnknown {
			rows = append(rows, report.StatusRow{Status: a.Status, Means: "Not a word of the plan's key; used where an area's status is worked out from its actions"})
		}
	}
	return rows
}

// Formulas of the Key sheet's figures: what a word counts as, and how many
// actions have it.
const workFormula = `IF(OR(B%[1]d="delivered",B%[1]d="embedded"),"Done",IF(B%[1]d="withdrawn","Withdrawn","Open"))`

func (k *book) drawKey() {
	rows := k.keyWords()
	l := list{sheet: workbook.SheetKey, table: "KeyList", title: "Key to the status words",
		note: "The plan's own words. Change what a word means here, and its colour and every figure follow.", rows: len(rows)}
	l.columns = []column{
		{heading: workbook.ColWord, width: 22, look: status, cell: func(i int) content { return content{v: rows[i].Status} }},
		{heading: workbook.ColMeans, width: 16, look: wordy, cell: func(i int) content { return content{v: rows[i].Status.Meaning.String()} }},
		{heading: "Counts as", width: 13, look: wordy, fills: true, cell: func(i int) content {
			return content{v: work(rows[i].Status.Meaning), formula: sprint(workFormula, firstRow+i)}
		}},
		{heading: workbook.ColDefinition, width: 66, look: wordy, cell: func(i int) content { return content{v: rows[i].Means} }},
	}
	if k.b.Status.WorkbookColours {
		l.columns = append(l.columns, column{heading: "Colour in the plan's workbook", width: 20, look: wordy,
			cell: func(i int) content { return content{v: rows[i].Colour} }})
	}
	if k.has(workbook.SheetActions) {
		l.columns = append(l.columns, column{heading: "Actions now", width: 12, look: number, fills: true, cell: func(i int) content {
			return content{v: rows[i].Now, formula: plus(sprint(`SUMPRODUCT(--(ActionList[Status]=A%d))`, firstRow+i), rows[i].Hidden)}
		}})
	}
	k.draw(l)
	k.colourStatus(workbook.SheetKey, "A5:"+cellName(1, k.keyRows[1]), "$A5")
	from, to := k.keyRows[0], k.keyRows[1]
	k.name("KeyWords", workbook.SheetKey, 1, from, 1, to)
	k.name("KeyMeans", workbook.SheetKey, 2, from, 2, to)
	k.name("KeyWork", workbook.SheetKey, 3, from, 3, to)
}

// work is what a status counts as.
func work(m workbook.Meaning) string {
	switch {
	case m.Done():
		return "Done"
	case m == workbook.Withdrawn:
		return "Withdrawn"
	}
	return "Open"
}
