package facts

import (
	"math"
	"strings"
	"unicode"

	"actionplan/workbook"
)

const (
	directionMost  = 6 // readings that the direction of travel rests on, at most
	directionLeast = 4 // and at least: of three even the clearest run comes by chance one time in three
)

// trendBound is, by number of readings, the least |S| that counts as a trend:
// the exact two-sided bounds of Mann's and Kendall's statistic at 10 %. Where
// nothing changes, |S| gets there in 8.3 % of cases at four readings, 8.3 % at
// five and 5.6 % at six.
var trendBound = [directionMost + 1]int{4: 6, 5: 8, 6: 11}

// judgeDirection says whither a measure moves over its last readings, at most
// 6, with distinct period ends.
//
// S is the number of pairs of readings of which the later is better, less the
// number of which the later is worse: the statistic of Mann (1945),
// "Nonparametric tests against trend", Econometrica 13, and Kendall (1975),
// Rank Correlation Methods, whose tables give the exact bounds for few
// readings. Better if S reaches the bound and the last reading is better than
// the first; worse the other way round; else no clear change. Of a sample the
// change must also exceed what drawing other records could have done; where
// everybody is counted every change is real.
func (m *Measure) judgeDirection() {
	m.Window = m.window()
	n, better := len(m.Window), m.better()
	if n < directionLeast {
		m.Direction = TooFew
		return
	}
	if better == 0 || m.Doubt != NoDoubt {
		m.Direction = UnknownDirection
		return
	}
	s := 0
	for i, earlier := range m.Window {
		for _, later := range m.Window[i+1:] {
			s += sign(better * (later.Value.Value - earlier.Value.Value))
		}
	}
	change, band := better*m.Change(), m.band()
	switch {
	case s >= trendBound[n] && sign(change-band) > 0:
		m.Direction = Better
	case -s >= trendBound[n] && sign(-change-band) > 0:
		m.Direction = Worse
	default:
		m.Direction = NoClearChange
	}
}

// window is the last readings, as many as the direction may rest on.
func (m *Measure) window() []*workbook.Reading {
	return m.Readings[max(0, len(m.Readings)-directionMost):]
}

// Change is the latest value less the first of the window, in the measure's
// unit and whichever way is better; 0 without readings.
func (m *Measure) Change() float64 {
	if len(m.Window) == 0 {
		return 0
	}
	return m.Window[len(m.Window)-1].Value.Value - m.Window[0].Value.Value
}

// Sample says whether the readings rest on records that were chosen, as in an
// audit, and not on everybody: the column Counts says so, or is blank and the
// source speaks of an audit, a sample, a survey or dipping.
func (m *Measure) Sample() bool {
	switch m.Counts {
	case workbook.CountsSample:
		return true
	case workbook.CountsEveryone:
		return false
	}
	for _, w := range strings.FieldsFunc(strings.ToLower(m.From), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "audit", "audits", "audited", "auditing", "sample", "samples", "sampled", "sampling", "survey", "surveys", "surveyed", "dip":
			return true
		}
	}
	return false
}

// band is the change, in the measure's unit, that drawing another sample may
// have made: of a percentage that rests on a sample, whose first and last
// readings say out of how many, the 90 % band for the difference of two
// proportions with pooled p̄:
//
//	1.64 · √(p̄(1−p̄)(1/n₁+1/nₙ)) · 100
//
// It is 0 where everybody is counted.
func (m *Measure) band() float64 {
	first, last := m.Window[0], m.Window[len(m.Window)-1]
	if !m.Sample() || !m.Percent() || !counted(first) || !counted(last) {
		return 0
	}
	n1, n2 := first.Denominator.Value, last.Denominator.Value
	pooled := (n1*first.Value.Value + n2*last.Value.Value) / (n1 + n2) / 100
	pooled = min(max(pooled, 0), 1) // a figure above 100 % has no spread
	return 1.64 * math.Sqrt(pooled*(1-pooled)*(1/n1+1/n2)) * 100
}

func counted(r *workbook.Reading) bool { return r.Denominator.Set && r.Denominator.Value > 0 }
