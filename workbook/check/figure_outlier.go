package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

const (
	outlierTimes = 7.5 // ten times, when the figure itself has moved a little
	outlierLeast = 10  // below that, counts of a few go up and down by chance
)

var figureOutlier = Rule{
	Name: "figure-outlier", Severity: workbook.Warning, Doc: doc("figure-outlier"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			for _, g := range outliers(m) {
				p.report(g.Source, g.heading, m.Ref,
					"The "+g.called()+" "+m.Ref+", "+figure(g.value, m.Unit)+", is about ten times as "+g.side+" as the figures beside it.",
					"Look whether a decimal point or a figure has slipped. If it is right, say in the comment or the data quality note what happened.")
			}
		}
	},
}

// outliers are the figures of a measure that are many times as large as the
// middle one of the others, or many times as small; of more than one nothing
// can be said.
func outliers(m *facts.Measure) []outlier {
	all := figuresOf(m)
	if len(m.Readings) < 2 || len(all) < 4 {
		return nil
	}
	var found []outlier
	for i, g := range all {
		if explained(m, g) || g.Bad(g.heading) || impossible(m, g.value) != "" {
			continue
		}
		middle := median(all, i)
		if near := nearestTo(m, g, middle); outlying(g.value, near) && (outlying(g.value, middle) || far(g.value, middle, outlierOfAll)) && !(g.heading == workbook.ColTarget && nearBest(m, g.value)) {
			side := "large"
			if g.value < middle {
				side = "small"
			}
			found = append(found, outlier{g, side})
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// outlierOfAll is how many times a figure has to be off the middle of all
// where it is ten times off those beside it: a series that moves has its
// middle elsewhere.
const outlierOfAll = 5

func outlying(a, b float64) bool { return max(a, b) >= outlierLeast && far(a, b, outlierTimes) }

// far is true of two figures of which one is at least so many times the other.
func far(a, b, times float64) bool {
	large, small := max(a, b), min(a, b)
	return small > 0 && large >= times*small
}

// nearestTo is the reading beside a figure in time that is closer to it, the
// middle of all where it is no reading.
func nearestTo(m *facts.Measure, g measured, middle float64) float64 {
	if g.heading != workbook.ColValue {
		return middle
	}
	best := 0.0
	for i, r := range m.Readings {
		if r.Row != g.Row || r.SheetName() != g.SheetName() {
			continue
		}
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(m.Readings) || !m.Readings[j].Value.Set {
				continue
			}
			if v := m.Readings[j].Value.Value; best == 0 || max(v, g.value)*min(best, g.value) < max(best, g.value)*min(v, g.value) {
				best = v
			}
		}
	}
	if best == 0 {
		return middle
	}
	return best
}

// outlier is a figure far from the others, and on which side.
type outlier struct {
	measured
	side string // large or small
}

// nearBest is true of a target that closes in on none or on all, which may
// well be a tenth of what is there now.
func nearBest(m *facts.Measure, v float64) bool {
	return m.BetterWhen == workbook.LowerBetter && v < m.Baseline.Value || m.Percent() && v >= 90
}

// explained is true of a figure with a comment of its own.
func explained(m *facts.Measure, g measured) bool {
	for _, r := range m.Readings {
		if r.Row == g.Row && r.SheetName() == g.SheetName() && g.heading == workbook.ColValue {
			return len(lowerWords(r.Comment)) > 3
		}
	}
	return false
}

// median is the middle figure without the one at place i.
func median(all []measured, i int) float64 {
	var values []float64
	for j, g := range all {
		if j != i {
			values = append(values, g.value)
		}
	}
	slices.Sort(values)
	n := len(values)
	if n%2 == 1 {
		return values[n/2]
	}
	return (values[n/2-1] + values[n/2]) / 2
}
