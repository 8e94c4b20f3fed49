package check

import "actionplan/workbook"

var deliveredCompleted = Rule{
	Name: "delivered-completed", Severity: workbook.Error, Doc: doc("delivered-completed"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Meaning.Done() || !a.Completed.IsZero() || a.Bad(workbook.ColCompleted) || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColCompleted, a.Ref,
				"The status is "+quote(a.Word)+", but there is no date on which it was completed.",
				"Enter the day it was done.", a.At(workbook.ColStatus))
		}
	},
}
