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
			if p.reachedLongAgo(m) {
				p.reached(m)
				continue
			}
			if !m.Comparable() || m.Stretch() <= 0 || m.AlreadyBest() || m.Bad(workbook.ColEngland) {
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

// reached is advice to set a new target: the old one asks for nothing any more.
func (p *Pass) reached(m *facts.Measure) {
	problem := at(m.Source, workbook.ColTarget, m.Ref,
		"The target, "+figure(m.Target.Value, m.Unit)+", is for "+m.TargetDate.Long()+", and has been reached already: the latest reading is "+figure(m.Latest.Value.Value, m.Unit)+".",
		"Agree a new target, or say under Data quality note that the aim is to hold it.", m.Latest.At(workbook.ColValue))
	problem.Severity = workbook.Advice
	p.Report(problem)
}

// reachedLongAgo is true of a target months ahead that the last two readings
// met, the latest by more than the tolerance and a twentieth of the way that a
// figure can still go.
func (p *Pass) reachedLongAgo(m *facts.Measure) bool {
	if !m.Comparable() || m.Stretch() <= 0 || m.AlreadyBest() || m.Latest == nil || !m.Latest.Value.Set || len(m.Readings) < 3 ||
		m.TargetDate.Sub(p.AsOf) < reachedBefore || m.ReadingsUnread > 0 || anyIn(toHold, lowerWords(m.DataQualityNote)) {
		return false
	}
	last := 0
	for i, r := range m.Readings {
		if r == m.Latest {
			last = i
		}
	}
	if last == 0 || !m.Readings[last-1].Value.Set || beyond(m, m.Readings[last-1].Value.Value) < 0 {
		return false
	}
	return beyond(m, m.Latest.Value.Value) > max(m.Tolerance.Value, math.Abs(m.Target.Value)/20)
}

// reachedBefore is how many days before its date a target is reached early.
const reachedBefore = 60

var toHold = setOf("hold holding maintain maintaining sustain keep keeping agreed")

// beyond is how far a value is better than the target.
func beyond(m *facts.Measure, v float64) float64 {
	if m.BetterWhen == workbook.LowerBetter {
		return m.Target.Value - v
	}
	return v - m.Target.Value
}

// rounded is true of a target that is the figure for England in round numbers.
func rounded(england, target float64) bool {
	return target == math.Round(target) && math.Round(england) == target
}

// hardlyBetter is true of a target that asks for less than two points of a
// percentage, or for less than a twentieth of another figure, or for no more
// than the plan tolerates anyway.
func hardlyBetter(m *facts.Measure) bool {
	if !blank(m.DataQualityNote) && anyIn(setOf("target baseline"), lowerWords(m.DataQualityNote)) {
		return false
	}
	asked := m.Stretch()
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
	worse := m.England.Value - m.Target.Value
	if m.BetterWhen == workbook.LowerBetter {
		worse = -worse
	}
	return worse > 0 && !rounded(m.England.Value, m.Target.Value)
}
