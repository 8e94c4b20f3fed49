package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var targetNoBetter = Rule{
	Name: "target-no-better", Severity: workbook.Warning, Doc: doc("target-no-better"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if !comparable(m) || stretch(m) > 0 || alreadyBest(m) || movesToTarget(m) {
				continue
			}
			word := "is worse than"
			if stretch(m) == 0 {
				word = "is the same as"
			}
			p.report(m.Source, workbook.ColTarget, m.Ref,
				"The target, "+figure(m.Target.Value, m.Unit)+", "+word+" the baseline, "+figure(m.Baseline.Value, m.Unit)+".",
				"Set a target that is better than the baseline, or correct Baseline or Better when.",
				m.At(workbook.ColBaseline), m.At(workbook.ColBetterWhen))
		}
	},
}

// comparable is true if baseline, target and direction could all be read.
func comparable(m *facts.Measure) bool {
	return m.Baseline.Set && m.Target.Set && (m.BetterWhen == workbook.HigherBetter || m.BetterWhen == workbook.LowerBetter) &&
		!m.Bad(workbook.ColBaseline) && !m.Bad(workbook.ColTarget) && !m.Bad(workbook.ColBetterWhen)
}

// stretch is how much better the target is than the baseline.
func stretch(m *facts.Measure) float64 {
	if m.BetterWhen == workbook.LowerBetter {
		return m.Baseline.Value - m.Target.Value
	}
	return m.Target.Value - m.Baseline.Value
}

// alreadyBest is true of a baseline that can't be bettered much: holding it is
// an honest target.
func alreadyBest(m *facts.Measure) bool {
	if m.BetterWhen == workbook.LowerBetter {
		return m.Baseline.Value == 0 || m.Percent() && m.Baseline.Value <= 3
	}
	return m.Percent() && m.Baseline.Value >= 97
}
