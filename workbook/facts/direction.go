package facts

import (
	"math"

	"actionplan/workbook"
)

const (
	directionMost  = 6 // readings that the direction of travel rests on, at most
	directionLeast = 3 // and at least: two points always make a line
)

// judgeDirection says whither a measure moves over its last readings, at most
// 6, with distinct period ends.
//
// Of the P = n(n−1)/2 pairs of readings, G have the later one better and B
// the later one worse; c is the change from first to last, + for better, and
// b the band within which a change may be chance. Better if G − B is at least
// two thirds of P and c is above b; worse the other way round; else there is
// no clear change. Counting pairs is Kendall's test for a trend, which one
// freak month cannot carry.
func (m *Measure) judgeDirection() {
	m.Window = m.Readings[max(0, len(m.Readings)-directionMost):]
	n, better := len(m.Window), m.better()
	if n < directionLeast {
		m.Direction = TooFew
		return
	}
	if better == 0 {
		m.Direction = UnknownDirection
		return
	}
	balance := 0 // G − B
	for i, earlier := range m.Window {
		for _, later := range m.Window[i+1:] {
			balance += sign(better * (later.Value.Value - earlier.Value.Value))
		}
	}
	pairs := n * (n - 1) / 2
	change, band := better*m.Change(), m.band()
	switch {
	case 3*balance >= 2*pairs && sign(change-band) > 0:
		m.Direction = Better
	case -3*balance >= 2*pairs && sign(-change-band) > 0:
		m.Direction = Worse
	default:
		m.Direction = NoClearChange
	}
}

// Change is the latest value less the first of the window, in the measure's
// unit and whichever way is better; 0 without readings.
func (m *Measure) Change() float64 {
	if len(m.Window) == 0 {
		return 0
	}
	return m.Window[len(m.Window)-1].Value.Value - m.Window[0].Value.Value
}

// band is the change, in the measure's unit, that may be chance. Of a
// percentage whose first and last readings say out of how many, it is the
// 90 % band for the difference of two proportions with pooled p̄:
//
//	1.64 · √(p̄(1−p̄)(1/n₁+1/nₙ)) · 100
//
// so that a change in a small cohort has to be larger. Of other measures it
// is 5 % of the way from baseline to target, and 0 where that is not known.
func (m *Measure) band() float64 {
	first, last := m.Window[0], m.Window[len(m.Window)-1]
	if m.Percent() && counted(first) && counted(last) {
		n1, n2 := first.Denominator.Value, last.Denominator.Value
		pooled := (n1*first.Value.Value + n2*last.Value.Value) / (n1 + n2) / 100
		pooled = min(max(pooled, 0), 1) // a figure above 100 % has no spread
		return 1.64 * math.Sqrt(pooled*(1-pooled)*(1/n1+1/n2)) * 100
	}
	if m.Target.Set && m.Baseline.Set {
		return 0.05 * math.Abs(m.Target.Value-m.Baseline.Value)
	}
	return 0
}

func counted(r *workbook.Reading) bool { return r.Denominator.Set && r.Denominator.Value > 0 }
