package check

import "actionplan/workbook"

var completedStillOpen = Rule{
	Name: "completed-still-open", Severity: workbook.Error, Doc: doc("completed-still-open"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Completed.IsZero() || a.Completed.After(p.AsOf) || !a.Open || a.Optimistic || a.Bad(workbook.ColStatus) || a.Meaning == workbook.MeaningUnknown {
				continue
			}
			p.report(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but the action was completed on "+a.Completed.Long()+".",
				"Change the status to the word for delivered, or clear the date if it is not done.", a.At(workbook.ColCompleted))
		}
	},
}
