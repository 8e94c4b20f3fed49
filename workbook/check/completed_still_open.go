package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

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

// closing says how the status of what is done is to be changed, in the plan's own
// words where it has any for that.
func (p *Pass) closing() string {
	var done []string
	for _, w := range p.Plan.Key.Words {
		if w.Means.Done() && !blank(w.Word) {
			done = append(done, quote(w.Word))
		}
	}
	if len(done) == 0 {
		return "Change the status"
	}
	return "Change the status to " + words.Or(slices.Compact(done))
}
