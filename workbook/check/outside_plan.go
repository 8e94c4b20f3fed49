package check

import "actionplan/workbook"

var outsidePlan = Rule{
	Name: "outside-plan", Severity: workbook.Warning, Doc: doc("outside-plan"),
	Run: func(p *Pass) {
		ends := p.Plan.Info.PlanEnds
		if ends.IsZero() {
			return
		}
		for _, a := range p.Facts.Actions {
			if !a.Open || !a.EffectiveDue.After(ends) {
				continue
			}
			heading := workbook.ColDue
			if !a.RevisedDue.IsZero() {
				heading = workbook.ColRevisedDue
			}
			p.report(a.Source, heading, a.Ref,
				"The action is due on "+a.EffectiveDue.Long()+", after the plan ends on "+ends.Long()+".",
				"Bring the date forward, or move "+p.Plan.Info.Heading(workbook.FieldPlanEnds)+" if the board has agreed a longer plan.",
				p.Plan.Info.At(workbook.FieldPlanEnds))
		}
		for _, a := range p.Facts.Areas {
			if a.TargetDate.After(ends) && a.Meaning.Open() {
				p.report(a.Source, workbook.ColTargetDate, a.Ref,
					"The area's target date, "+a.TargetDate.Long()+", is after the plan ends on "+ends.Long()+".",
					"Bring the date forward, or move "+p.Plan.Info.Heading(workbook.FieldPlanEnds)+" if the board has agreed a longer plan.",
					p.Plan.Info.At(workbook.FieldPlanEnds))
			}
		}
	},
}
