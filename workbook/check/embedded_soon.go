package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// settles is how many days something must have been in use before anybody can
// know that it has taken root.
const settles = 60

var embeddedSoon = Rule{
	Name: "embedded-soon", Severity: workbook.Warning, Doc: doc("embedded-soon"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Embedded || a.Completed.IsZero() || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColCompleted) {
				continue
			}
			day := p.embeddedBy(a)
			after := day.Sub(a.Completed)
			if after >= settles || after < 0 {
				continue
			}
			p.report(a.Source, workbook.ColStatus, a.Action.Ref,
				"The status is "+quote(a.Word)+" on "+day.Long()+", "+words.Figures(after, "day", "days")+" after the action was completed.",
				"Use the word for delivered until it has been in use for two months and somebody has looked whether it holds.", a.At(workbook.ColCompleted))
		}
	},
}

// embeddedBy is the first day on which the action is known to have been called
// embedded: that of its log, else the day the status was updated, else the day
// of the check.
func (p *Pass) embeddedBy(a *facts.Action) workbook.Date {
	for i, u := range a.Updates {
		if p.Plan.Key.Meaning(u.Status) == workbook.Embedded && (i == 0 || p.Plan.Key.Meaning(a.Updates[i-1].Status) != workbook.Embedded) {
			return u.Date
		}
	}
	if !a.Updated.IsZero() {
		return a.Updated
	}
	return p.AsOf
}
