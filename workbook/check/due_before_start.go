package check

import "actionplan/workbook"

var dueBeforeStart = Rule{
	Name: "due-before-start", Severity: workbook.Error, Doc: doc("due-before-start"),
	Run: func(p *Pass) {
		for _, a := range p.Plan.Actions {
			if a.Start.IsZero() {
				continue
			}
			switch {
			case !a.Due.IsZero() && a.Due.Before(a.Start):
				p.report(a.Source, workbook.ColDue, a.Ref,
					"The action is due on "+a.Due.Long()+", before it starts on "+a.Start.Long()+".",
					"Correct the date that is wrong.", a.At(workbook.ColStart))
			case !a.RevisedDue.IsZero() && a.RevisedDue.Before(a.Start):
				p.report(a.Source, workbook.ColRevisedDue, a.Ref,
					"The action is now due on "+a.RevisedDue.Long()+", before it starts on "+a.Start.Long()+".",
					"Correct the date that is wrong.", a.At(workbook.ColStart))
			}
		}
	},
}
