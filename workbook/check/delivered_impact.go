package check

import "actionplan/workbook"

var deliveredImpact = Rule{
	Name: "delivered-impact", Severity: workbook.Warning, Doc: doc("delivered-impact"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Meaning.Done() || !blank(a.Impact) || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColImpactChildren, a.Ref,
				"The action is done, and nothing says what it changes for children.",
				"Say in a sentence what children or families notice, or will notice.")
		}
	},
}
