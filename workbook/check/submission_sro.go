package check

import "actionplan/workbook"

var submissionSRO = Rule{
	Name: "submission-sro", Severity: workbook.Error, OnlySubmission: true, Doc: doc("submission-sro"),
	Run: func(p *Pass) {
		info := p.Plan.Info
		if blank(info.SRO) || info.Bad(workbook.FieldSRO) {
			return
		}
		if why := p.unowned(info.SRO); why != "" {
			p.report(info.Source, workbook.FieldSRO, workbook.FieldSRO,
				"The senior responsible owner "+quote(info.SRO)+" is "+why+".",
				"Name the one post that answers for the whole plan.")
		}
	},
}
