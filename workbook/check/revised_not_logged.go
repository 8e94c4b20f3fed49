package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var revisedNotLogged = Rule{
	Name: "revised-not-logged", Severity: workbook.Warning, Doc: doc("revised-not-logged"),
	Run: func(p *Pass) {
		twice := p.actionsTwice()
		for _, a := range p.Facts.Actions {
			moved := lastMove(a)
			if moved == nil || a.RevisedDue.IsZero() || a.RevisedDue == moved.RevisedDue || !moved.Date.Before(a.Updated) ||
				twice[words.Fold(a.Action.Ref)] || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColRevisedDue) {
				continue
			}
			p.report(a.Source, workbook.ColRevisedDue, a.Action.Ref,
				"The date is now "+a.RevisedDue.Long()+", and the log explains only the move to "+moved.RevisedDue.Long()+", of "+moved.Date.Long()+".",
				"Add a line to the log for the day on which the date moved again, with the reason, or correct the date.", moved.At(workbook.ColRevisedDue))
		}
	},
}
