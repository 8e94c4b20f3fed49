package facts

import (
	"slices"
	"strings"
	"unicode"

	"actionplan/workbook"
)

// Doubt says why a measure's figures can't be judged: they contradict one
// another. No position and no direction is made of such figures.
type Doubt int

const (
	NoDoubt Doubt = iota
	// TargetWorse: the target lies on the worse side of the baseline, so either
	// it or Better when is wrong.
	TargetWorse
	// FigureImpossible: a figure that is judged can't be, such as 900 %.
	FigureImpossible
)

// doubt looks at what position and direction are judged by.
func (m *Measure) doubt() Doubt {
	if m.Target.Set && m.Impossible(m.Target.Value) || m.Baseline.Set && m.Impossible(m.Baseline.Value) ||
		slices.ContainsFunc(m.window(), func(r *workbook.Reading) bool { return m.Impossible(r.Value.Value) }) {
		return FigureImpossible
	}
	if m.Comparable() && sign(m.Stretch()) < 0 && !m.AlreadyBest() {
		return TargetWorse
	}
	return NoDoubt
}

// Comparable is true if baseline, target and direction could all be read.
func (m *Measure) Comparable() bool {
	return m.Baseline.Set && m.Target.Set && m.better() != 0 &&
		!m.Bad(workbook.ColBaseline) && !m.Bad(workbook.ColTarget) && !m.Bad(workbook.ColBetterWhen)
}

// Stretch is how much better the target is than the baseline, in the measure's
// unit; below 0 where it is worse.
func (m *Measure) Stretch() float64 { return m.better() * (m.Target.Value - m.Baseline.Value) }

// AlreadyBest is true of a baseline that can't be bettered much: holding it is
// an honest target.
func (m *Measure) AlreadyBest() bool {
	if m.BetterWhen == workbook.LowerBetter {
		return m.Baseline.Value == 0 || m.Percent() && m.Baseline.Value <= 3
	}
	return m.Percent() && m.Baseline.Value >= 97
}

// ofChange are words of measures that can be below 0 or above 100 %: a change,
// a variance, a share of a budget or of a capacity.
const ofChange = ` change changes growth increase decrease reduction rise fall variance difference gap net against budget capacity occupancy utilisation spend overspend ` +
	`forecast year-on-year compared relative index score balance `

// Impossible is true of a figure that the measure can't have: below nothing, or
// a share above 100 %.
func (m *Measure) Impossible(v float64) bool {
	if v >= 0 && !(v > 100 && m.Percent()) {
		return false
	}
	return !slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(m.Name), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }),
		func(word string) bool { return strings.Contains(ofChange, " "+word+" ") })
}
