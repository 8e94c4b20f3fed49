package check

import "actionplan/workbook"

var resolvedRaisedAgain = Rule{
	Name: "resolved-raised-again", Severity: workbook.Warning, Doc: doc("resolved-raised-again"),
	Run: func(p *Pass) {
		for _, x := range p.Facts.Findings {
			if !x.NeedsAnswer() || x.Visit == nil {
				continue
			}
			for _, e := range x.Earlier {
				if e.ResolvedBy == nil || e.Bad(workbook.ColResolvedBy) || !e.NeedsAnswer() || x.Visit.Order < e.ResolvedBy.Order {
					continue
				}
				message := "The finding is said to be resolved by " + e.ResolvedBy.Ref + ", and " + x.Visit.Ref + " raised it again (" + x.Ref + ")."
				problem := at(e.Source, workbook.ColResolvedBy, e.Ref, message,
					"Clear Resolved by, or take the ref out of Repeats on "+x.Ref+" if that is another matter.", x.At(workbook.ColRepeats))
				if x.Visit != e.ResolvedBy { // it was resolved, and has come back
					problem.Severity = workbook.Advice
					problem.Hint = "Papers print it as open again; if it has come back, clear Resolved by. If " + x.Ref + " is another matter, take this ref out of its Repeats."
				}
				p.Report(problem)
			}
		}
	},
}
