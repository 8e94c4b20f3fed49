package check

import "actionplan/workbook"

var repeatsLater = Rule{
	Name: "repeats-later", Severity: workbook.Error, Doc: doc("repeats-later"),
	Run: func(p *Pass) {
		loops := findLoops(p.Facts.Findings)
		for _, f := range p.Facts.Findings {
			if loops[f] || f.Visit == nil || f.Bad(workbook.ColRepeats) {
				continue
			}
			for _, earlier := range f.Earlier {
				if earlier.Visit != nil && f.Visit.SurelyBefore(earlier.Visit) {
					p.report(f.Source, workbook.ColRepeats, f.Ref,
						"The finding "+earlier.Ref+" that this one is said to repeat was raised at a later visit.",
						"Put the ref of the earlier finding on the row of the later one.",
						earlier.At(workbook.ColVisit))
				}
			}
		}
	},
}
