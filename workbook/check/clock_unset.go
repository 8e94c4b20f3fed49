package check

import "actionplan/workbook"

var clockUnset = Rule{
	Name: "clock-unset", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("clock-unset"),
	Run: func(p *Pass) {
		info := p.Plan.Info
		if !info.PlanSent.IsZero() || !info.PlanDueOverride.IsZero() || len(p.Facts.Visits) == 0 {
			return
		}
		v := p.Facts.Visits[len(p.Facts.Visits)-1] // the latest: what came before it is history
		if !v.StartsClock() || !v.LetterReceived.IsZero() || v.Bad(workbook.ColLetterReceived) {
			return
		}
		p.report(v.Source, workbook.ColLetterReceived, v.Ref,
			"The day on which the letter reached the council is missing, so the date by which the plan is due can't be worked out.",
			"Enter that day. The 70 working days run from receipt, not from the date on the letter.")
	},
}
