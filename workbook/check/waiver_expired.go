package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var waiverExpired = Rule{
	Name: "waiver-expired", Severity: workbook.Warning, OfWaivers: true, AfterWaivers: true, Doc: doc("waiver-expired"),
	Run: func(p *Pass) {
		for _, w := range p.Plan.Waivers {
			if w.Bad(workbook.ColUntil) {
				continue
			}
			switch {
			case !w.Until.IsZero() && w.Until.Before(p.AsOf):
				p.report(w.Source, workbook.ColUntil, w.Ref,
					"The waiver of "+quote(w.Rule)+" ran out on "+w.Until.Long()+".",
					"Look at the problem again: fix it, or give a new date and reason.")
			case w.Until.IsZero() && p.publication[words.Fold(w.Rule)]:
				p.report(w.Source, workbook.ColUntil, w.Ref,
					"A waiver of "+quote(w.Rule)+" needs a last day, because it lets text be published that may identify a child.",
					"Enter the last day on which it holds.")
			}
		}
	},
}
