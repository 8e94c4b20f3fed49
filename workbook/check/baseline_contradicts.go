package check

import (
	"math"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var baselineContradicts = Rule{
	Name: "baseline-contradicts", Severity: workbook.Error, Doc: doc("baseline-contradicts"),
	Run: func(p *Pass) {
		twice := refsTwice(p.Facts.Measures, func(m *facts.Measure) string { return m.Ref })
		for _, m := range p.Facts.Measures {
			if !m.Baseline.Set || twice[words.Fold(m.Ref)] || m.BaselineDate.IsZero() || m.Bad(workbook.ColBaseline) {
				continue
			}
			for _, r := range m.Readings {
				if r.PeriodEnd != m.BaselineDate || math.Abs(r.Value.Value-m.Baseline.Value) <= roundingOf(m.Unit, m.Baseline.Value) || r.Bad(workbook.ColValue) {
					continue
				}
				p.report(m.Source, workbook.ColBaseline, m.Ref,
					"The baseline of "+m.BaselineDate.Long()+" is "+figure(m.Baseline.Value, m.Unit)+", but the reading of that day says "+figure(r.Value.Value, m.Unit)+".",
					"Make the two agree.", r.At(workbook.ColValue))
			}
		}
	},
}

// roundingOf is the difference that rounding alone explains: a point of a
// percentage, or a hundredth of any other figure.
func roundingOf(unit string, value float64) float64 {
	m := workbook.Measure{Unit: unit}
	if m.Percent() {
		return 1
	}
	return math.Abs(value) / 100
}
