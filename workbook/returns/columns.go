package returns

import (
	"actionplan/workbook"
)

// column is one column of the sheet that an owner fills in. Headings are the
// plan's own, so that a return is read exactly as a plan is.
type column struct {
	heading string
	open    bool // the owner may fill it in
	width   float64
}

// requestColumns stand in this order: what it is about, what is asked, and
// what helps to answer.
var requestColumns = []column{
	{workbook.ColRef, false, 8},
	{workbook.ColAction, false, 44},
	{workbook.ColDue, false, 12},
	{workbook.ColStatus, true, 15},
	{workbook.ColProgressNote, true, 48},
	{workbook.ColRevisedDue, true, 12},
	{workbook.ColRevisionReason, true, 32},
	{workbook.ColCompleted, true, 12},
	{workbook.ColEvidence, true, 32},
	{workbook.ColImpactChildren, true, 34},
	{workbook.ColIfItSlips, true, 32},
	{workbook.ColArea, false, 24},
	{workbook.ColSuccessMeasure, false, 26},
}

// timingHeading is a column that only helps: it is not read back.
const timingHeading = "Timing"

// askedColumns are the columns that the plan has too.
func askedColumns(p *workbook.Plan) []column {
	var list []column
	for _, c := range requestColumns {
		if len(p.Actions) > 0 && p.Actions[0].Has(c.heading) {
			list = append(list, c)
		}
	}
	return list
}

func schemaColumn(heading string) *workbook.Column {
	return workbook.FindSheet(workbook.SheetActions).Column(heading)
}

// dayOf is the day in a column of days.
func dayOf(a *workbook.Action, heading string) workbook.Date {
	switch heading {
	case workbook.ColDue:
		return a.Due
	case workbook.ColRevisedDue:
		return a.RevisedDue
	case workbook.ColCompleted:
		return a.Completed
	}
	return workbook.Date{}
}

// written is a cell of an action as it is compared: a day that could be read
// as yyyy-mm-dd, all else as it was typed.
func written(a *workbook.Action, heading string) string {
	if d := dayOf(a, heading); !d.IsZero() {
		return d.String()
	}
	return a.Raw(heading)
}

// inWords is written for people: days as 31 Dec 2026.
func inWords(heading, value string) string {
	if schemaColumn(heading).Kind == workbook.Day {
		if d, err := workbook.ParseISO(value); err == nil {
			return d.Short()
		}
	}
	return value
}
