package facts

import (
	"math"
	"slices"

	"actionplan/workbook"
)

// readMeasures gives each measure its readings up to AsOf and judges it.
func (f *Facts) readMeasures() {
	for _, r := range f.Plan.Readings {
		m := f.index.measures.to(r.Measure)
		switch {
		case m == nil || r.PeriodEnd.After(f.AsOf):
		case unread(r.Source, workbook.ColValue, r.Value.Set) || unread(r.Source, workbook.ColPeriodEnd, !r.PeriodEnd.IsZero()):
			m.ReadingsUnread++
		case r.Value.Set && !r.PeriodEnd.IsZero():
			m.Readings = append(m.Readings, r)
		}
	}
	for _, m := range f.Measures {
		m.BaselineUnread = unread(m.Source, workbook.ColBaseline, m.Baseline.Set)
		m.TargetUnread = unread(m.Source, workbook.ColTarget, m.Target.Set)
		m.Readings = distinctPeriods(m.Readings)
		if n := len(m.Readings); n > 0 {
			m.Latest = m.Readings[n-1]
		}
		m.Doubt = m.doubt()
		m.judgePosition(f.AsOf)
		m.Silence, m.MetOn = m.silence(f.AsOf), m.metOn()
		m.judgeDirection()
	}
}

// unread is true of a cell that holds something which could not be read.
func unread(s workbook.Source, heading string, read bool) bool {
	return !read && s.Bad(heading) && s.Raw(heading) != ""
}

// distinctPeriods sorts readings by period end; of two for one period the
// lower row of the sheet, which was typed later, holds.
func distinctPeriods(readings []*workbook.Reading) []*workbook.Reading {
	slices.SortStableFunc(readings, func(a, b *workbook.Reading) int { return a.PeriodEnd.Compare(b.PeriodEnd) })
	var distinct []*workbook.Reading
	for _, r := range readings {
		if n := len(distinct); n > 0 && distinct[n-1].PeriodEnd == r.PeriodEnd {
			distinct[n-1] = r
		} else {
			distinct = append(distinct, r)
		}
	}
	return distinct
}

// judgePosition says where the latest reading stands; the first that holds:
//
//   - cannot say: no reading, no target, or Better when not filled in
//   - no reading since: the target date is before the day, and the latest
//     reading is of an earlier date
//   - cannot say: the figures contradict one another, see Doubt
//   - met: at or better than the target
//   - missed: its period ended on or after the target date
//   - cannot say: without both dates and a baseline there is no line
//   - on course: no worse than the straight line from the baseline on its date
//     to the target on its date, less the tolerance; equal counts
//   - behind: otherwise
//
// One person never turns a position: of a percentage with a denominator the
// tolerance is at least one person's share of it.
func (m *Measure) judgePosition(asOf workbook.Date) {
	m.Expected = m.expected()
	better := m.better()
	if m.Latest == nil || !m.Target.Set || better == 0 {
		return
	}
	value := m.Latest.Value.Value
	if m.Doubt == NoDoubt {
		m.ToGo = workbook.Number{Value: better * (m.Target.Value - value), Set: true}
	}
	switch {
	case !m.TargetDate.IsZero() && m.TargetDate.Before(asOf) && m.Latest.PeriodEnd.Before(m.TargetDate):
		m.Position = NoReadingSince
	case m.Doubt != NoDoubt:
		m.Position = CannotSay
	case sign(m.ToGo.Value) <= 0:
		m.Position = Met
	case !m.TargetDate.IsZero() && !m.Latest.PeriodEnd.Before(m.TargetDate):
		m.Position = Missed
	case !m.Expected.Set:
		m.Position = CannotSay
	case sign(better*(value-m.Expected.Value)+m.tolerance()) >= 0:
		m.Position = OnCourse
	default:
		m.Position = Behind
	}
}

// tolerance is how far behind the line still counts as on course, in the
// measure's unit: as the workbook says, and of a percentage with a denominator
// at least 100/denominator, which is one person.
func (m *Measure) tolerance() float64 {
	if m.Percent() && counted(m.Latest) {
		return max(m.Tolerance.Value, 100/m.Latest.Denominator.Value)
	}
	return m.Tolerance.Value
}

// expected is the value on the line to the target at the latest period end:
// the baseline up to its date, the target from its date on.
func (m *Measure) expected() workbook.Number {
	if m.Latest == nil || !m.Baseline.Set || !m.Target.Set || m.BaselineDate.IsZero() || m.TargetDate.IsZero() {
		return workbook.Number{}
	}
	from, at, to := m.BaselineDate, m.Latest.PeriodEnd, m.TargetDate
	switch {
	case !at.Before(to):
		return m.Target
	case !at.After(from):
		return m.Baseline
	}
	gone := float64(at.Sub(from)) / float64(to.Sub(from))
	return workbook.Number{Value: m.Baseline.Value + gone*(m.Target.Value-m.Baseline.Value), Set: true}
}

// better is +1 where a higher value is better, −1 where a lower one is, and 0
// where the workbook does not say.
func (m *Measure) better() float64 {
	switch m.BetterWhen {
	case workbook.HigherBetter:
		return 1
	case workbook.LowerBetter:
		return -1
	}
	return 0
}

// ContradictsGreen is true of a measure that a good status of a linked action
// does not agree with: it moves the wrong way, has missed its target, or is
// behind and not getting better.
func (m *Measure) ContradictsGreen() bool {
	return m.Direction == Worse || m.Position == Missed || m.Position == Behind && m.Direction != Better
}

// ComeFrom is how far the latest reading has come from a figure towards what is
// better, in the measure's unit; negative where it has gone the other way, and 0
// without a reading or where nothing says which way is better.
func (m *Measure) ComeFrom(figure float64) float64 {
	if m.Latest == nil {
		return 0
	}
	return m.better() * (m.Latest.Value.Value - figure)
}

// GreenAgainst is the linked measures that contradict the status of an action
// that is stated on track, delivered or embedded; nil for any other status.
func (a *Action) GreenAgainst() []*Measure {
	if a.Meaning != workbook.OnTrack && !a.Meaning.Done() {
		return nil
	}
	var against []*Measure
	for _, m := range a.Measures {
		if m.ContradictsGreen() {
			against = append(against, m)
		}
	}
	return against
}

// sign compares a difference of figures with 0. Differences that only come
// from writing decimal figures in binary are none.
func sign(difference float64) int {
	const noise = 1e-9
	switch {
	case math.Abs(difference) <= noise:
		return 0
	case difference > 0:
		return 1
	}
	return -1
}
