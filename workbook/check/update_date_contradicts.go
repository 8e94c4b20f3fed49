package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var updateDateContradicts = Rule{
	Name: "update-date-contradicts", Severity: workbook.Error, Doc: doc("update-date-contradicts"),
	Run: func(p *Pass) {
		twice := p.actionsTwice()
		for _, a := range p.Facts.Actions {
			moved := lastMove(a)
			if moved == nil || twice[words.Fold(a.Action.Ref)] || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColRevisedDue) || moved.Date.Before(a.Updated) {
				continue
			}
			if moved.RevisedDue == a.EffectiveDue {
				continue
			}
			stands := "no new date stands here"
			if !a.RevisedDue.IsZero() {
				stands = a.RevisedDue.Long() + " stands here"
			}
			p.report(a.Source, workbook.ColRevisedDue, a.Ref,
				"The update of "+moved.Date.Long()+" moved the date to "+moved.RevisedDue.Long()+", but "+stands+".",
				"Make the two agree.", moved.At(workbook.ColRevisedDue))
		}
	},
}

// lastMove is the latest update that gives a new date.
func lastMove(a *facts.Action) *workbook.Update {
	for i := len(a.Updates) - 1; i >= 0; i-- {
		if !a.Updates[i].RevisedDue.IsZero() {
			return a.Updates[i]
		}
	}
	return nil
}
