package check

import "actionplan/workbook"

var deliveredImpactReview = Rule{
	Name: "delivered-impact-review", Severity: workbook.Warning, Doc: doc("delivered-impact-review"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Delivered || !a.ImpactReview.IsZero() || a.Bad(workbook.ColImpactReview) || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColImpactReview, a.Ref,
				"The action is done, and no day is set to look whether it has made a difference.",
				"Enter the day on which somebody will look, usually two to six months after it was done.")
		}
	},
}
