package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var updateContradicts = Rule{
	Name: "update-contradicts", Severity: workbook.Error, Doc: doc("update-contradicts"),
	Run: func(p *Pass) {
		twice := p.actionsTwice()
		for _, a := range p.Facts.Actions {
			last := lastUpdates(a)
			if len(last) == 0 || twice[words.Fold(a.Action.Ref)] || a.Meaning == workbook.MeaningUnknown || a.Bad(workbook.ColStatus) || a.Updated.After(last[0].Date) {
				continue
			}
			if p.agrees(a, last) {
				continue
			}
			update := last[len(last)-1]
			p.report(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but the latest update, of "+update.Date.Long()+", says "+quote(update.Status)+".",
				"Make the two agree. If the status has changed since, add an update or correct the date under Updated.",
				update.At(workbook.ColStatus))
		}
	},
}

// lastUpdates are the updates of the latest day.
func lastUpdates(a *facts.Action) []*workbook.Update {
	n := len(a.Updates)
	if n == 0 {
		return nil
	}
	first := n - 1
	for first > 0 && a.Updates[first-1].Date == a.Updates[n-1].Date {
		first--
	}
	return a.Updates[first:]
}

// agrees is true if an update of the day gives the action's own meaning, or
// can't be judged because its word could not be read.
func (p *Pass) agrees(a *facts.Action, updates []*workbook.Update) bool {
	for _, u := range updates {
		meaning := p.Plan.Key.Meaning(u.Status)
		if meaning == a.Meaning || meaning == workbook.MeaningUnknown {
			return true
		}
	}
	return false
}
