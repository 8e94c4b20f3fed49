package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var readingsContradictDirection = Rule{
	Name: "readings-contradict-direction", Severity: workbook.Warning, Doc: doc("readings-contradict-direction"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if !m.Comparable() || m.AlreadyBest() || !movesToTarget(m) {
				continue
			}
			other := workbook.LowerBetter
			if m.BetterWhen == workbook.LowerBetter {
				other = workbook.HigherBetter
			}
			p.report(m.Source, workbook.ColBetterWhen, m.Ref,
				"Better when says "+quote(m.BetterWhen)+", but the target lies on the other side of the baseline and the readings move towards it.",
				"Did you mean "+quote(other)+"? Otherwise correct the baseline and the target.",
				m.At(workbook.ColBaseline), m.At(workbook.ColTarget))
		}
	},
}

// movesToTarget is true of a target worse than the baseline towards which the
// readings have moved: then it is the direction that is wrong.
func movesToTarget(m *facts.Measure) bool {
	if m.Stretch() >= 0 || len(m.Readings) < 2 {
		return false
	}
	moved := m.Latest.Value.Value - m.Readings[0].Value.Value
	wanted := m.Target.Value - m.Baseline.Value
	return moved*wanted > 0
}
