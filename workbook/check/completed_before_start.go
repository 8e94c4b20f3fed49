package check

import "actionplan/workbook"

var completedBeforeStart = Rule{
	Name: "completed-before-start", Severity: workbook.Error, Doc: doc("completed-before-start"),
	Run: func(p *Pass) {
		for _, a := range p.Plan.Actions {
			if a.Start.IsZero() || a.Completed.IsZero() || !a.Completed.Before(a.Start) {
				continue
			}
			p.report(a.Source, workbook.ColCompleted, a.Ref,
				"The action was completed on "+a.Completed.Long()+", before it started on "+a.Start.Long()+".",
				"Correct the date that is wrong.", a.At(workbook.ColStart))
		}
	},
}
