package check

import "actionplan/workbook"

var deliveredEvidence = Rule{
	Name: "delivered-evidence", Severity: workbook.Advice, Doc: doc("delivered-evidence"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Delivered || !blank(a.Evidence) || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColEvidence, a.Ref,
				"The action is done, and no evidence is named yet.",
				"Name the document, audit or data that shows it is done.")
		}
	},
}
