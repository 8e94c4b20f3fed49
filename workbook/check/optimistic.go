package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var optimistic = Rule{
	Name: "optimistic", Severity: workbook.Error, Doc: doc("optimistic"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Optimistic || a.Bad(workbook.ColStatus) {
				continue
			}
			heading := workbook.ColDue
			if !a.RevisedDue.IsZero() {
				heading = workbook.ColRevisedDue
			}
			p.report(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but the action was due on "+a.EffectiveDue.Long()+" and is "+words.Figures(a.DaysLate, "day", "days")+" late.",
				"Change the status, record when it was completed, or agree a new date and say why.", a.At(heading))
		}
	},
}
