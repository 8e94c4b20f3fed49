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
				p.closing()+", or clear the date if it is not done.", a.At(workbook.ColCompleted))
		}
	},
}

// closing says how the status of what is done is to be changed: to the plan's word
// for delivered, or to that for embedded where its key has no other.
func (p *Pass) closing() string {
	for _, done := range []workbook.Meaning{workbook.Delivered, workbook.Embedded} {
		for _, w := range p.Plan.Key.Words {
			if w.Means == done && !blank(w.Word) {
				return "Change the status to " + quote(w.Word)
			}
		}
	}
	return "Change the status"
}
