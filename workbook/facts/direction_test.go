package facts

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"actionplan/workbook"
)

func TestDirection(t *testing.T) {
	bare := workbook.Measure{Unit: "days", BetterWhen: workbook.HigherBetter}
	lower := workbook.Measure{Unit: "days", BetterWhen: workbook.LowerBetter}
	everyone := workbook.Measure{Unit: "%", BetterWhen: workbook.HigherBetter, Baseline: num(40), Target: num(60)}
	sample := everyone
	sample.Counts = workbook.CountsSample
	census := everyone
	census.BetterWhen, census.Target = workbook.LowerBetter, num(30)
	of334 := func(n float64) float64 { return 100 * n / 334 }
	tests := []struct {
		reason  string
		measure workbook.Measure
		values  []float64
		outOf   []float64 // denominators, 0: blank
		want    Direction
		n       int
	}{
		{"no readings", bare, nil, nil, TooFew, 0},
		{"three are too few, however clear", bare, []float64{1, 2, 30}, nil, TooFew, 3},
		{"four, each better than the last: S is 6", bare, []float64{1, 2, 3, 4}, nil, Better, 4},
		{"four falling", bare, []float64{4, 3, 2, 1}, nil, Worse, 4},
		{"lower is better: four falling", lower, []float64{4, 3, 2, 1}, nil, Better, 4},
		{"lower is better: four rising", lower, []float64{1, 2, 3, 4}, nil, Worse, 4},
		{"four, one pair against: S is 4", bare, []float64{1, 3, 2, 4}, nil, NoClearChange, 4},
		{"four, one pair equal: S is 5", bare, []float64{1, 2, 2, 3}, nil, NoClearChange, 4},
		{"all equal", bare, []float64{2, 2, 2, 2}, nil, NoClearChange, 4},
		{"five, one pair against: S is 8", bare, []float64{1, 2, 4, 3, 5}, nil, Better, 5},
		{"five, two pairs against: S is 6", bare, []float64{2, 1, 3, 5, 4}, nil, NoClearChange, 5},
		{"six, two pairs against: S is 11", bare, []float64{1, 2, 3, 6, 5, 4.5}, nil, NoClearChange, 6},
		{"six, one pair against and one equal: S is 12", bare, []float64{1, 2, 3, 5, 4, 5}, nil, Better, 6},
		{"six, S is 11", bare, []float64{1, 3, 2, 2.5, 4, 5}, nil, Better, 6},
		{"only the last six count", bare, []float64{99, 98, 1, 2, 3, 4, 5, 6}, nil, Better, 6},
		{"a census of 334 that goes from 124 to 113 is better", census, []float64{of334(124), of334(121), of334(118), of334(113)}, []float64{334, 334, 334, 334}, Better, 4},
		{"a sample, a small one: 10 points may be chance", sample, []float64{50, 53, 55, 60}, []float64{40, 40, 40, 40}, NoClearChange, 4},
		{"a sample, a large one: 10 points are more", sample, []float64{50, 53, 55, 60}, []float64{400, 400, 400, 400}, Better, 4},
		{"a sample, the wrong way", sample, []float64{60, 55, 53, 50}, []float64{400, 400, 400, 400}, Worse, 4},
		{"a sample that does not say out of how many has no band", sample, []float64{50, 53, 55, 56}, []float64{40, 40, 40, 0}, Better, 4},
		{"everyone at 100 throughout: no change", everyone, []float64{100, 100, 100, 100}, []float64{9, 9, 9, 9}, NoClearChange, 4},
		{"which way is better is not filled in", workbook.Measure{Unit: "days"}, []float64{1, 2, 3, 4}, nil, UnknownDirection, 4},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			test.measure.Ref = "M1"
			p := &workbook.Plan{Measures: []*workbook.Measure{&test.measure}}
			for i, v := range test.values {
				r := &workbook.Reading{Measure: "M1", PeriodEnd: day(30 * (i + 1 - len(test.values))), Value: num(v)}
				if test.outOf != nil && test.outOf[i] > 0 {
					r.Denominator = num(test.outOf[i])
				}
				p.Readings = append(p.Readings, r)
			}
			m := derive(p).Measures[0]
			if m.Direction != test.want || len(m.Window) != test.n {
				t.Errorf("%v is %q over %d, want %q over %d", test.values, m.Direction, len(m.Window), test.want, test.n)
			}
		})
	}
}

func TestReadingsAfterTheDayDoNotMoveAMeasure(t *testing.T) {
	p := &workbook.Plan{Measures: []*workbook.Measure{{Ref: "M1", BetterWhen: workbook.HigherBetter}}}
	for i, v := range []float64{4, 3, 2, 1, 50, 60, 70} {
		p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: day(i - 3), Value: num(v)})
	}
	m := derive(p).Measures[0]
	if m.Direction != Worse || m.Change() != -3 {
		t.Errorf("direction %q with a change of %g, want worse and -3", m.Direction, m.Change())
	}
}

// TestBand compares with figures worked out by hand from the formula.
func TestBand(t *testing.T) {
	reading := func(value, outOf float64) *workbook.Reading {
		return &workbook.Reading{Value: num(value), Denominator: num(outOf)}
	}
	tests := []struct {
		reason      string
		first, last *workbook.Reading
		want        float64
	}{
		{"equal cohorts: p̄ = 0.55, 1.64·√(0.55·0.45·(1/40+1/40))·100", reading(50, 40), reading(60, 40), 18.24385},
		{"unequal cohorts: p̄ = (100·40+300·60)/400 = 0.55, 1/100+1/300", reading(40, 100), reading(60, 300), 9.42108},
	}
	for _, test := range tests {
		m := &Measure{Measure: &workbook.Measure{Unit: "%", Counts: workbook.CountsSample}, Window: []*workbook.Reading{test.first, test.last}}
		if got := m.band(); math.Abs(got-test.want) > 0.00001 {
			t.Errorf("%s: band %.6f, want %.6f", test.reason, got, test.want)
		}
	}
}

// TestFalseTrends draws readings in which nothing changes, by turns as figures
// of a continuous kind and as shares of a few hundred, and counts how often a
// direction is found: at most one time in ten, at each number of readings.
func TestFalseTrends(t *testing.T) {
	const draws = 20000
	random := rand.New(rand.NewPCG(1945, 1975))
	continuous := func() (value, outOf float64) { return 60 + 5*random.NormFloat64(), 0 }
	share := func() (value, outOf float64) {
		n := 0
		for range 300 {
			n += one(random.Float64() < 0.6)
		}
		return 100 * float64(n) / 300, 300
	}
	for _, kind := range []struct {
		name  string
		draw  func() (float64, float64)
		draws int
	}{{"figures", continuous, draws}, {"shares", share, draws / 4}} {
		for n := directionLeast; n <= directionMost; n++ {
			found := 0
			for range kind.draws {
				m := &Measure{Measure: &workbook.Measure{Unit: "%", BetterWhen: workbook.HigherBetter}}
				for range n {
					value, outOf := kind.draw()
					m.Readings = append(m.Readings, &workbook.Reading{Value: num(value), Denominator: workbook.Number{Value: outOf, Set: outOf > 0}})
				}
				m.judgeDirection()
				found += one(m.Direction != NoClearChange)
			}
			if rate := 100 * float64(found) / float64(kind.draws); rate > 10 {
				t.Errorf("%d %s in which nothing changes: a direction in %.1f %% of cases", n, kind.name, rate)
			} else {
				t.Logf("%d %s: %.1f %%", n, kind.name, rate)
			}
		}
	}
}

// The bounds are those of all orders of n different readings: the least S that
// at most 5 % of them reach.
func TestTrendBoundsAreExact(t *testing.T) {
	for n := directionLeast; n <= directionMost; n++ {
		reach, below, all := 0, 0, 0
		var walk func(left, taken []int)
		walk = func(left, taken []int) {
			if len(left) == 0 {
				s := 0
				for i, x := range taken {
					for _, y := range taken[i+1:] {
						s += sign(float64(y - x))
					}
				}
				all++
				reach += one(s >= trendBound[n])
				below += one(s >= trendBound[n]-2) // S moves in steps of two
				return
			}
			for i := range left {
				rest := slices.Delete(slices.Clone(left), i, i+1)
				walk(rest, append(slices.Clone(taken), left[i]))
			}
		}
		walk([]int{1, 2, 3, 4, 5, 6}[:n], nil)
		if 20*reach > all || 20*below <= all {
			t.Errorf("%d readings: %d of %d orders reach %d, and %d the one below", n, reach, all, trendBound[n], below)
		}
	}
}

func TestSample(t *testing.T) {
	for _, test := range []struct {
		counts, source string
		want           bool
	}{
		{"", "Case system, monthly report", false}, {"", "Quarterly audit of 50 records", true}, {"", "Monthly sample of 60 records", true},
		{"", "Survey of foster carers", true}, {"", "Dip sampling by the practice lead", true}, {"", "Auditor general's return", false},
		{workbook.CountsEveryone, "Quarterly audit", false}, {workbook.CountsSample, "Case system", true},
	} {
		m := &Measure{Measure: &workbook.Measure{Counts: test.counts, From: test.source}}
		if m.Sample() != test.want {
			t.Errorf("counts %q, source %q: sample %t", test.counts, test.source, !test.want)
		}
	}
}
