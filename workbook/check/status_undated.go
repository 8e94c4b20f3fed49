package check

import "actionplan/workbook"

var statusUndated = Rule{
	Name: "status-undated", Severity: workbook.Advice, Doc: doc("status-undated"),
	Run: func(p *Pass) {
		dated, undated := 0, 0
		for _, a := range p.Facts.Actions {
			if !a.LastTouched.IsZero() {
				dated++
			} else if a.Open && a.Meaning != workbook.NotStarted && !a.Bad(workbook.ColUpdated) {
				undated++
			}
		}
		if undated == 0 {
			return
		}
		if dated == 0 {
			first := p.Facts.Actions[0]
			p.Report(workbook.Problem{
				Cell:    workbook.Cell{File: first.At(workbook.ColRef).File, Sheet: first.SheetName()},
				Message: "No status has a date, so nobody can tell how fresh any of them is.",
				Hint:    "Fill in the Updated column each time a status is looked at.",
			})
			return
		}
		for _, a := range p.Facts.Actions {
			if a.Open && a.Meaning != workbook.NotStarted && a.LastTouched.IsZero() && !a.Bad(workbook.ColUpdated) {
				p.report(a.Source, workbook.ColUpdated, a.Ref,
					"Nothing says when this status was last looked at.",
					"Enter the day the status and the progress note were last changed.")
			}
		}
	},
}
