package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var clockUnset = Rule{
	Name: "clock-unset", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("clock-unset"),
	Run: func(p *Pass) {
		info := p.Plan.Info
		v := latestOfInspectorate(p.Facts.Visits)
		if !info.PlanSent.IsZero() || !info.PlanDueOverride.IsZero() || v == nil {
			return
		}
		if !v.StartsClock() || !v.LetterReceived.IsZero() || v.Bad(workbook.ColLetterReceived) {
			return
		}
		p.report(v.Source, workbook.ColLetterReceived, v.Ref,
			"The day on which the letter reached the council is missing, so the date by which the plan is due can't be worked out.",
			"Enter that day. The 70 working days run from receipt, not from the date on the letter.")
	},
}

// latestOfInspectorate is the latest visit under the framework that has the
// clock, nil without one: what came before it is history. A peer review, an
// audit or another inspectorate's visit makes no letter history.
func latestOfInspectorate(visits []*facts.Visit) *facts.Visit {
	for i := len(visits) - 1; i >= 0; i-- {
		switch visits[i].Kind {
		case workbook.KindInspection, workbook.KindFocusedVisit, workbook.KindMonitoring, workbook.KindJTAI:
			return visits[i]
		}
	}
	return nil
}
