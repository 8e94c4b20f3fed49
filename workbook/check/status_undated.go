package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

var statusUndated = Rule{
	Name: "status-undated", Severity: workbook.Advice, Doc: doc("status-undated"),
	Run: func(p *Pass) {
		dated, undated := 0, 0
		for _, a := range p.Facts.Actions {
			if !a.LastTouched.IsZero() {
				dated++
			} else if lacksDate(a) {
				undated++
			}
		}
		if undated == 0 {
			return
		}
		if dated == 0 {
			first := p.Facts.Actions[0]
			p.Report(workbook.Problem{
				Cell:    xlsx.Cell{File: first.At(workbook.ColRef).File, Sheet: first.SheetName()},
				Column:  columnIfMissing(first.Source, workbook.ColUpdated),
				Message: "No status has a date, so nobody can tell how fresh any of them is.",
				Hint:    "Fill in the Updated column each time a status is looked at.",
			})
			return
		}
		for _, a := range p.Facts.Actions {
			if lacksDate(a) {
				p.report(a.Source, workbook.ColUpdated, a.Ref,
					"Nothing says when this status was last looked at.",
					"Enter the day the status and the progress note were last changed.")
			}
		}
	},
}

// lacksDate is true of an action under way with a status that nobody has
// dated. Where there is no status the blank is reported, and it has no date.
func lacksDate(a *facts.Action) bool {
	return a.Open && a.Meaning != workbook.NotStarted && !blank(a.Status) && a.LastTouched.IsZero() && !a.Bad(workbook.ColUpdated)
}
