package check

import (
	"math"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var targetEasy = Rule{
	Name: "target-easy", Severity: workbook.Warning, Doc: doc("target-easy"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if !comparable(m) || stretch(m) <= 0 || alreadyBest(m) || m.Bad(workbook.ColEngland) {
				continue
			}
			switch {
			case hardlyBetter(m):
				p.report(m.Source, workbook.ColTarget, m.Ref,
					"The target, "+figure(m.Target.Value, m.Unit)+", is hardly better than the baseline, "+figure(m.Baseline.Value, m.Unit)+".",
					"Set a target at which children would notice a difference, or say under Data quality note why so little is right.", m.At(workbook.ColBaseline))
			case belowEngland(m):
				p.report(m.Source, workbook.ColTarget, m.Ref,
					"The target, "+figure(m.Target.Value, m.Unit)+", is worse than the figure for England, "+figure(m.England.Value, m.Unit)+".",
					"Set a target that is no worse than England, or say under Data quality note that it is a step on the way.", m.At(workbook.ColEngland))
			}
		}
	},
}

// hardlyBetter is true of a target that asks for less than two points of a
// percentage, or for less than a twentieth of another figure, or for no more
// than the plan tolerates anyway.
func hardlyBetter(m *facts.Measure) bool {
	if !blank(m.DataQualityNote) && anyIn(setOf("target baseline"), lowerWords(m.DataQualityNote)) {
		return false
	}
	asked := stretch(m)
	if m.Tolerance.Set && asked <= m.Tolerance.Value && m.Tolerance.Value > 0 {
		return true
	}
	if m.Percent() {
		return asked < 2
	}
	return asked < math.Abs(m.Baseline.Value)/20
}

// belowEngland is true of a target that even when it is met leaves children
// here worse off than elsewhere.
func belowEngland(m *facts.Measure) bool {
	if !m.England.Set || impossible(m, m.England.Value) != "" || anyIn(setOf("step steps interim milestone target staged first"), lowerWords(m.DataQualityNote)) {
		return false
	}
	if m.BetterWhen == workbook.LowerBetter {
		return m.Target.Value > m.England.Value
	}
	return m.Target.Value < m.England.Value
}
