package check

import (
	"slices"

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
			after, settled := p.embeddedBy(a).Sub(a.Completed), a.Completed.Add(settles)
			if after >= settles || after < 0 || p.checkedSince(a, settled) {
				continue
			}
			day := "on the day it was completed, " + a.Completed.Long()
			if after > 0 {
				day = words.Figures(after, "day", "days") + " after it was completed on " + a.Completed.Long()
			}
			hint := words.Capital(p.calledDelivered()) + " until it has been in use for two months and somebody has looked whether it holds."
			if !p.AsOf.Before(settled) {
				hint = "Name evidence from after " + settled.Long() + " that it still holds, and who looked at it; until there is some, " + p.calledDelivered() + "."
			}
			p.report(a.Source, workbook.ColStatus, a.Action.Ref, "The action was called "+quote(a.Word)+" "+day+".", hint, a.At(workbook.ColCompleted))
		}
	},
}

// checkedSince says whether somebody other than the owner is named who checked an
// action whose evidence, note or log tells of a day on or after this one.
func (p *Pass) checkedSince(a *facts.Action, day workbook.Date) bool {
	if blank(a.CheckedBy) || words.SameName(a.CheckedBy, a.Owner) {
		return false
	}
	for _, text := range []string{a.Evidence, a.ProgressNote} {
		for _, d := range p.datesIn(text) {
			if told := d.nearest(a.LastTouched); !told.Before(day) && !told.After(p.AsOf) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.Updates, func(u *workbook.Update) bool {
		return !u.Date.Before(day) && p.Plan.Key.Meaning(u.Status) == workbook.Embedded
	})
}

// calledDelivered says by which of the plan's words an action is done and not yet
// shown to work, or that its key has none.
func (p *Pass) calledDelivered() string {
	for _, w := range p.Plan.Key.Words {
		if w.Means == workbook.Delivered && !blank(w.Word) {
			return "use " + quote(w.Word)
		}
	}
	return "add a word for delivered to the sheet " + p.sheet(workbook.SheetKey) + " and use it"
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
