package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var dueBeforeStart = Rule{
	Name: "due-before-start", Severity: workbook.Error, Doc: doc("due-before-start"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			switch {
			case a.Start.IsZero():
				p.movedBack(a)
			case !a.Due.IsZero() && a.Due.Before(a.Start):
				p.report(a.Source, workbook.ColDue, a.Ref,
					"The action is due on "+a.Due.Long()+", before it starts on "+a.Start.Long()+".",
					"Correct the date that is wrong.", a.At(workbook.ColStart))
			case !a.RevisedDue.IsZero() && a.RevisedDue.Before(a.Start):
				p.report(a.Source, workbook.ColRevisedDue, a.Ref,
					"The action is now due on "+a.RevisedDue.Long()+", before it starts on "+a.Start.Long()+".",
					"Correct the date that is wrong.", a.At(workbook.ColStart))
			default:
				p.movedBack(a)
			}
		}
	},
}

// movedBack reports a revised date that lies before the first and has passed
// while the action is open: more often the year is wrong than that an action was
// brought forward and is late all the same.
func (p *Pass) movedBack(a *facts.Action) {
	if !a.Open || a.RevisedDue.IsZero() || a.Due.IsZero() || !a.RevisedDue.Before(a.Due) || !a.RevisedDue.Before(p.AsOf) {
		return
	}
	problem := at(a.Source, workbook.ColRevisedDue, a.Ref,
		"The revised date, "+a.RevisedDue.Long()+", lies before the first, "+a.Due.Long()+", and has passed.",
		"Correct the date; look at the year. If the action was brought forward, say under Reason for revision why it is late.", a.At(workbook.ColDue))
	problem.Severity = workbook.Warning
	p.Report(problem)
}
