package check

import "actionplan/workbook"

var concernWithoutArea = Rule{
	Name: "concern-without-area", Severity: workbook.Error, Doc: doc("concern-without-area"),
	Run: func(p *Pass) {
		for _, f := range p.Plan.Findings {
			if !f.NeedsAnswer() || len(f.Areas) > 0 || f.Bad(workbook.ColAreas) || f.Bad(workbook.ColKind) {
				continue
			}
			p.report(f.Source, workbook.ColAreas, f.Ref,
				"No improvement area takes up "+thisFinding(f.Kind)+".",
				"Type the ref of the area that answers it. If none does, the plan needs an area or an action for it.")
		}
	},
}
