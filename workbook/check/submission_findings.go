package check

import (
	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

var submissionFindings = Rule{
	Name: "submission-findings", Severity: workbook.Error, OnlySubmission: true, Doc: doc("submission-findings"),
	Run: func(p *Pass) {
		for _, f := range p.Plan.Findings {
			if f.NeedsAnswer() {
				return
			}
		}
		p.Report(workbook.Problem{
			Cell:    xlsx.Cell{File: p.Plan.File, Sheet: p.sheets[workbook.SheetFindings]},
			Message: "The plan lists no priority action, improvement needed or concern, so it can't be shown to answer the letter.",
			Hint:    "Enter each point of the letter on the Findings sheet with the area that answers it.",
		})
	},
}
