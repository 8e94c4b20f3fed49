package check

import "actionplan/workbook"

var revisedReason = Rule{
	Name: "revised-reason", Severity: workbook.Warning, Doc: doc("revised-reason"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Slipped <= 0 || a.TimesMoved > 1 || !blank(a.RevisionReason) || a.Meaning == workbook.Withdrawn {
				continue
			}
			p.report(a.Source, workbook.ColRevisionReason, a.Ref,
				"The date moved from "+a.Due.Long()+" to "+a.RevisedDue.Long()+" and no reason is given.",
				"Say in a sentence why it moved and who agreed.", a.At(workbook.ColRevisedDue))
		}
	},
}
