package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var readingTwice = Rule{
	Name: "reading-twice", Severity: workbook.Error, Doc: doc("reading-twice"),
	Run: func(p *Pass) {
		type period struct {
			measure string
			end     workbook.Date
		}
		first := make(map[period]*workbook.Reading)
		for _, r := range p.Plan.Readings {
			if !r.Value.Set || r.PeriodEnd.IsZero() || p.Plan.FindMeasure(r.Measure) == nil || r.Bad(workbook.ColValue) {
				continue
			}
			key := period{words.Fold(r.Measure), r.PeriodEnd}
			other, taken := first[key]
			if !taken {
				first[key] = r
				continue
			}
			if other.Value != r.Value {
				p.report(r.Source, workbook.ColPeriodEnd, r.Measure,
					"The measure "+r.Measure+" has two values for the period ending "+r.PeriodEnd.Long()+".",
					"Keep the right one. If one is of another period, correct its date.", other.At(workbook.ColPeriodEnd))
			}
		}
	},
}
