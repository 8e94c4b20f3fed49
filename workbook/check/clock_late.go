package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var clockLate = Rule{
	Name: "clock-late", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("clock-late"),
	Run: func(p *Pass) {
		for i := len(p.Facts.Clocks) - 1; i >= 0; i-- {
			c := p.Facts.Clocks[i]
			if !c.Overdue(p.AsOf) || p.isHistory(c) {
				continue
			}
			from := "the report"
			if c.Visit != nil {
				from = "the letter of " + c.Visit.Ref
			}
			why, hint := ", 70 working days after "+from+" was received,", "Enter the day the plan was sent. If another date was agreed, enter it under Plan due override with its reason."
			if c.Overridden {
				why = ", the date agreed in place of 70 working days after " + from + " was received,"
				if blank(p.Plan.Info.OverrideReason) {
					why = ", a date in place of 70 working days after " + from + " was received for which no reason is given,"
				}
				hint = "Enter the day the plan was sent. If a later date was agreed since, change Plan due override and its reason."
			}
			p.report(p.Plan.Info.Source, workbook.FieldPlanSent, workbook.FieldPlanSent,
				"The plan was due on "+c.Due.Long()+why+" and is not recorded as sent.", hint)
			return
		}
	},
}

// isHistory is true of a clock that ran out over a year ago and that a later
// visit has followed: nobody now sends the plan that it asked for.
func (p *Pass) isHistory(c facts.Clock) bool {
	visits := p.Facts.Visits
	return c.Visit != nil && c.Visit != visits[len(visits)-1] && p.AsOf.Sub(c.Due) > 365
}
