package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var submissionSentLate = Rule{
	Name: "submission-sent-late", Severity: workbook.Warning, OnlySubmission: true, Doc: doc("submission-sent-late"),
	Run: func(p *Pass) {
		if len(p.Facts.Clocks) == 0 {
			return
		}
		c := p.Facts.Clocks[len(p.Facts.Clocks)-1]
		if c.NotRecorded || c.Met || c.DaysLate <= 0 {
			return
		}
		p.report(p.Plan.Info.Source, workbook.FieldPlanSent, workbook.FieldPlanSent,
			"The plan was sent on "+c.Sent.Long()+", "+words.Figures(c.DaysLate, "working day", "working days")+" after it was due on "+c.Due.Long()+".",
			"Check both dates. If another date was agreed, enter it under Plan due override with its reason.")
	},
}
