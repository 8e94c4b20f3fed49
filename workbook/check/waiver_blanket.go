package check

import "actionplan/workbook"

var waiverBlanket = Rule{
	Name: "waiver-blanket", Severity: workbook.Advice, OfWaivers: true, AfterWaivers: true, Doc: doc("waiver-blanket"),
	Run: func(p *Pass) {
		for _, w := range p.Plan.Waivers {
			if !p.used[w] || !blank(w.Ref) || !w.Until.IsZero() || w.Bad(workbook.ColUntil) {
				continue
			}
			p.report(w.Source, workbook.ColRule, w.Ref,
				"The waiver of "+quote(w.Rule)+" names no record and has no last day, so it silences all that this rule will ever find.",
				"Type the ref of the record that is meant, or a last day under Until.", w.At(workbook.ColUntil))
		}
	},
}
