package check

import "actionplan/workbook"

var readingAhead = Rule{
	Name: "reading-ahead", Severity: workbook.Warning, Doc: doc("reading-ahead"),
	Run: func(p *Pass) {
		for _, r := range p.Plan.Readings {
			if r.PeriodEnd.After(p.AsOf) {
				p.report(r.Source, workbook.ColPeriodEnd, r.Measure,
					"The period ends on "+r.PeriodEnd.Long()+", after "+p.AsOf.Long()+", the date of this check. The reading is left out.",
					"Correct the date, or enter the reading when its period is over. Targets belong on "+p.sheet(workbook.SheetMeasures)+".")
			}
		}
	},
}
