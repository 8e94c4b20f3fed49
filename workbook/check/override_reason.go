package check

import "actionplan/workbook"

var overrideReason = Rule{
	Name: "override-reason", Severity: workbook.Error, Doc: doc("override-reason"),
	Run: func(p *Pass) {
		info := p.Plan.Info
		if info.PlanDueOverride.IsZero() || !blank(info.OverrideReason) || info.Bad(workbook.FieldOverrideReason) {
			return
		}
		p.report(info.Source, workbook.FieldOverrideReason, workbook.FieldOverrideReason,
			"The date by which the plan is due was changed to "+info.PlanDueOverride.Long()+", and no reason is given.",
			"Say who agreed that date, and why.", info.At(workbook.FieldDueOverride))
	},
}
