package check

import "actionplan/workbook"

var dateAhead = Rule{
	Name: "date-ahead", Severity: workbook.Error, Doc: doc("date-ahead"),
	Run: func(p *Pass) {
		judge := func(s workbook.Source, heading, ref string, day workbook.Date, what string) {
			if day.After(p.AsOf) {
				p.report(s, heading, ref,
					what+" "+day.Long()+", which is after "+p.AsOf.Long()+", the date of this check.",
					"It records something that has happened, so it can't lie ahead. Correct the date; what is planned belongs in a due date.")
			}
		}
		for _, a := range p.Plan.Areas {
			judge(a.Source, workbook.ColUpdated, a.Ref, a.Updated, "The status is said to have been updated on")
		}
		for _, a := range p.Plan.Actions {
			judge(a.Source, workbook.ColUpdated, a.Ref, a.Updated, "The status is said to have been updated on")
			judge(a.Source, workbook.ColCompleted, a.Ref, a.Completed, "The action is said to have been completed on")
		}
		for _, u := range p.Plan.Updates {
			judge(u.Source, workbook.ColDate, u.Action, u.Date, "The update is dated")
		}
		judge(p.Plan.Info.Source, workbook.FieldPlanSent, workbook.FieldPlanSent, p.Plan.Info.PlanSent, "The plan is said to have been sent on")
	},
}
