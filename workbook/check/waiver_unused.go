package check

import "actionplan/workbook"

var waiverUnused = Rule{
	Name: "waiver-unused", Severity: workbook.Warning, OfWaivers: true, AfterWaivers: true, Doc: doc("waiver-unused"),
	Run: func(p *Pass) {
		for _, w := range p.Plan.Waivers {
			if p.used[w] || p.unclear[w] || !p.holds(w) {
				continue
			}
			p.report(w.Source, workbook.ColRule, w.Ref,
				"The waiver of "+quote(w.Rule)+" waives nothing: there is no such problem now.",
				"Take this row out, or correct its ref.")
		}
	},
}
