package facts

import (
	"math"
	"testing"

	"actionplan/workbook"
)

func TestDirection(t *testing.T) {
	// Without a target the band is 0, so that only the pairs decide.
	bare := workbook.Measure{Unit: "days", BetterWhen: workbook.HigherBetter}
	lower := workbook.Measure{Unit: "days", BetterWhen: workbook.LowerBetter}
	banded := workbook.Measure{Unit: "days", BetterWhen: workbook.HigherBetter, Baseline: num(40), Target: num(80)}
	percent := workbook.Measure{Unit: "%", BetterWhen: workbook.HigherBetter, Baseline: num(40), Target: num(60)}
	tests := []struct {
		reason  string
		measure workbook.Measure
		values  []float64
		outOf   []float64 // denominators, 0: blank
		want    Direction
		n       int
	}{
		{"no readings", bare, nil, nil, TooFew, 0},
		{"two are too few", bare, []float64{1, 2}, nil, TooFew, 2},
		{"three are enough", bare, []float64{1, 2, 3}, nil, Better, 3},
		{"three falling", bare, []float64{3, 2, 1}, nil, Worse, 3},
		{"lower is better: three falling", lower, []float64{3, 2, 1}, nil, Better, 3},
		{"lower is better: three rising", lower, []float64{1, 2, 3}, nil, Worse, 3},
		{"all equal", bare, []float64{2, 2, 2}, nil, NoClearChange, 3},
		{"three, one pair against: G−B is 1 of 3, less than two thirds", bare, []float64{1, 3, 2}, nil, NoClearChange, 3},
		{"three, one pair equal: G−B is 2 of 3, exactly two thirds", bare, []float64{1, 1, 2}, nil, Better, 3},
		{"three, exactly two thirds the other way", bare, []float64{2, 1, 1}, nil, Worse, 3},
		{"four, one pair against: 5−1 is 4 of 6, exactly two thirds", bare, []float64{1, 3, 2, 4}, nil, Better, 4},
		{"four, one against and one equal: 4−1 is 3 of 6", bare, []float64{2, 2, 1, 3}, nil, NoClearChange, 4},
		{"six, 12−2 is 10 of 15, exactly two thirds", bare, []float64{1, 2, 3, 5, 4, 4}, nil, Better, 6},
		{"only the last six count", bare, []float64{99, 98, 1, 2, 3, 4, 5, 6}, nil, Better, 6},
		{"pairs agree but the change is exactly the band of 5 % of 40", banded, []float64{40, 41, 42}, nil, NoClearChange, 3},
		{"pairs agree and the change is above that band", banded, []float64{40, 41, 42.1}, nil, Better, 3},
		{"pairs agree the other way, exactly the band", banded, []float64{42, 41, 40}, nil, NoClearChange, 3},
		{"pairs agree the other way, above the band", banded, []float64{42.1, 41, 40}, nil, Worse, 3},
		{"% with both denominators, a small cohort: 10 points may be chance", percent, []float64{50, 55, 60}, []float64{40, 0, 40}, NoClearChange, 3},
		{"% with both denominators, a large cohort: 10 points are more", percent, []float64{50, 55, 60}, []float64{400, 0, 400}, Better, 3},
		{"% with a small cohort, the wrong way", percent, []float64{60, 55, 50}, []float64{400, 0, 400}, Worse, 3},
		{"% with only the last denominator: 5 % of 20", percent, []float64{50, 55, 60}, []float64{0, 40, 40}, Better, 3},
		{"% with only the first denominator: 5 % of 20", percent, []float64{50, 55, 60}, []float64{40, 40, 0}, Better, 3},
		{"denominators of what is no % do not count", banded, []float64{40, 45, 50}, []float64{10, 10, 10}, Better, 3},
		{"% at 100 throughout has no spread and no change", percent, []float64{100, 100, 100}, []float64{9, 9, 9}, NoClearChange, 3},
		{"which way is better is not filled in", workbook.Measure{Unit: "days"}, []float64{1, 2, 3}, nil, UnknownDirection, 3},
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
	for i, v := range []float64{3, 2, 1, 50, 60, 70} {
		p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: day(i - 2), Value: num(v)})
	}
	m := derive(p).Measures[0]
	if m.Direction != Worse || m.Change() != -2 {
		t.Errorf("direction %q with a change of %g, want worse and -2", m.Direction, m.Change())
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
		m := &Measure{Measure: &workbook.Measure{Unit: "%"}, Window: []*workbook.Reading{test.first, test.last}}
		if got := m.band(); math.Abs(got-test.want) > 0.00001 {
			t.Errorf("%s: band %.6f, want %.6f", test.reason, got, test.want)
		}
	}
}
