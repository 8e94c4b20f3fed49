package facts

import (
	"math"
	"testing"

	"actionplan/workbook"
)

// line is a measure from 40 a hundred days ago to 90 in a hundred days: at a
// period that ends today it expects 65, and 0.25 more each day.
func line() *workbook.Measure {
	return &workbook.Measure{Ref: "M1", Unit: "days", BetterWhen: workbook.HigherBetter,
		Baseline: num(40), BaselineDate: day(-100), Target: num(90), TargetDate: day(100)}
}

func mirrored() *workbook.Measure {
	m := line()
	m.BetterWhen, m.Baseline, m.Target = workbook.LowerBetter, num(90), num(40)
	return m
}

func TestPosition(t *testing.T) {
	with := func(m *workbook.Measure, change func(*workbook.Measure)) *workbook.Measure {
		change(m)
		return m
	}
	tests := []struct {
		reason  string
		measure *workbook.Measure
		end     int // period end, days from today
		value   float64
		want    Position
	}{
		{"met: better than the target", line(), 0, 91, Met},
		{"met: equal to the target", line(), 0, 90, Met},
		{"no reading since: the target date has passed, the latest reading is from before it", with(line(), func(m *workbook.Measure) { m.TargetDate = day(-1) }), -2, 41, NoReadingSince},
		{"no reading since: also where the figure of before was good enough", with(line(), func(m *workbook.Measure) { m.TargetDate = day(-1) }), -2, 95, NoReadingSince},
		{"a target date that is today has not passed", with(line(), func(m *workbook.Measure) { m.TargetDate = day(0) }), -2, 95, Met},
		{"met: also after the target date", with(line(), func(m *workbook.Measure) { m.TargetDate = day(-10) }), -1, 90, Met},
		{"met: needs no dates", with(line(), func(m *workbook.Measure) { m.BaselineDate, m.TargetDate = workbook.Date{}, workbook.Date{} }), 0, 95, Met},
		{"missed: the period ended on the target date", with(line(), func(m *workbook.Measure) { m.TargetDate = day(-1) }), -1, 89.9, Missed},
		{"missed: the tolerance does not apply to the target", with(line(), func(m *workbook.Measure) { m.TargetDate, m.Tolerance = day(-1), num(5) }), -1, 89, Missed},
		{"not missed: the period ended the day before the target date", with(line(), func(m *workbook.Measure) { m.TargetDate = day(0) }), -1, 41, Behind},
		{"on course: equal to the line", line(), 0, 65, OnCourse},
		{"on course: better than the line", line(), 0, 66, OnCourse},
		{"behind: worse than the line", line(), 0, 64.99, Behind},
		{"on course: the line stands at the period end, not at today", line(), -20, 60, OnCourse},
		{"behind: at an earlier period end too", line(), -20, 59.9, Behind},
		{"on course: equal to the line less the tolerance", with(line(), func(m *workbook.Measure) { m.Tolerance = num(3) }), 0, 62, OnCourse},
		{"behind: worse than the tolerance allows", with(line(), func(m *workbook.Measure) { m.Tolerance = num(3) }), 0, 61.9, Behind},
		{"lower is better: met at the target", mirrored(), 0, 40, Met},
		{"lower is better: on the line", mirrored(), 0, 65, OnCourse},
		{"lower is better: above the line is behind", mirrored(), 0, 65.1, Behind},
		{"lower is better: the tolerance is above the line", with(mirrored(), func(m *workbook.Measure) { m.Tolerance = num(2) }), 0, 67, OnCourse},
		{"lower is better: above the tolerance is behind", with(mirrored(), func(m *workbook.Measure) { m.Tolerance = num(2) }), 0, 67.1, Behind},
		{"cannot say: no baseline date", with(line(), func(m *workbook.Measure) { m.BaselineDate = workbook.Date{} }), 0, 70, CannotSay},
		{"cannot say: no target date", with(line(), func(m *workbook.Measure) { m.TargetDate = workbook.Date{} }), 0, 70, CannotSay},
		{"cannot say: no baseline", with(line(), func(m *workbook.Measure) { m.Baseline = workbook.Number{} }), 0, 70, CannotSay},
		{"cannot say: no target", with(line(), func(m *workbook.Measure) { m.Target = workbook.Number{} }), 0, 70, CannotSay},
		{"cannot say: which way is better is not filled in", with(line(), func(m *workbook.Measure) { m.BetterWhen = "" }), 0, 95, CannotSay},
		{"baseline date equal to target date, reading before both: the baseline is expected", with(line(), func(m *workbook.Measure) { m.BaselineDate, m.TargetDate = day(0), day(0) }), -1, 40, OnCourse},
		{"baseline date equal to target date, reading on it", with(line(), func(m *workbook.Measure) { m.BaselineDate, m.TargetDate = day(0), day(0) }), 0, 89, Missed},
		{"before the baseline date no more than the baseline is expected", line(), -150, 40, OnCourse},
		{"before the baseline date worse than the baseline is behind", line(), -150, 39, Behind},
		{"a decimal line that binary cannot write exactly still counts as equal", with(line(), func(m *workbook.Measure) {
			m.Baseline, m.Target, m.BaselineDate, m.TargetDate = num(0.1), num(0.8), day(-5), day(2)
		}), 0, 0.6, OnCourse},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			m := derive(&workbook.Plan{Measures: []*workbook.Measure{test.measure}, Readings: []*workbook.Reading{
				{Measure: "M1", PeriodEnd: day(test.end), Value: num(test.value)},
			}}).Measures[0]
			if m.Position != test.want {
				t.Errorf("%g on %s is %q, want %q (expected %g)", test.value, day(test.end), m.Position, test.want, m.Expected.Value)
			}
		})
	}
}

// One person more or fewer never turns a position.
func TestOnePersonTurnsNoPosition(t *testing.T) {
	for _, test := range []struct {
		reason       string
		unit         string
		value, outOf float64
		want         Position
	}{
		{"one of 12 fewer than the line asks", "%", 58.3, 12, OnCourse},
		{"two of 12 fewer", "%", 48, 12, Behind},
		{"one of 500 is little", "%", 64.5, 500, Behind},
		{"without a denominator the line counts", "%", 64.9, 0, Behind},
		{"what is no percentage has no persons", "days", 64.9, 12, Behind},
	} {
		m := line()
		m.Unit = test.unit
		r := &workbook.Reading{Measure: "M1", PeriodEnd: day(0), Value: num(test.value)}
		if test.outOf > 0 {
			r.Denominator = num(test.outOf)
		}
		got := derive(&workbook.Plan{Measures: []*workbook.Measure{m}, Readings: []*workbook.Reading{r}}).Measures[0]
		if got.Position != test.want {
			t.Errorf("%s: %q, want %q", test.reason, got.Position, test.want)
		}
	}
}

func TestPositionWithoutReading(t *testing.T) {
	m := derive(&workbook.Plan{Measures: []*workbook.Measure{line()}}).Measures[0]
	if m.Position != CannotSay || m.Latest != nil || m.Expected.Set || m.ToGo.Set || m.Direction != TooFew {
		t.Errorf("without a reading: %+v", m)
	}
}

func TestExpectedAndToGo(t *testing.T) {
	tests := []struct {
		reason         string
		measure        *workbook.Measure
		value          float64
		expected, toGo float64
	}{
		{"up to the target", line(), 70, 65, 20},
		{"beyond the target", line(), 95, 65, -5},
		{"down to the target", mirrored(), 70, 65, 30},
	}
	for _, test := range tests {
		m := derive(&workbook.Plan{Measures: []*workbook.Measure{test.measure}, Readings: []*workbook.Reading{
			{Measure: "M1", PeriodEnd: day(0), Value: num(test.value)},
		}}).Measures[0]
		if math.Abs(m.Expected.Value-test.expected) > 1e-9 || m.ToGo != num(test.toGo) {
			t.Errorf("%s: expected %v, to go %v; want %g, %g", test.reason, m.Expected, m.ToGo, test.expected, test.toGo)
		}
	}
}

func TestReadingsOfAMeasure(t *testing.T) {
	reading := func(end int, value float64) *workbook.Reading {
		return &workbook.Reading{Measure: "m1", PeriodEnd: day(end), Value: num(value)}
	}
	m := derive(&workbook.Plan{Measures: []*workbook.Measure{line()}, Readings: []*workbook.Reading{
		reading(-10, 3), reading(-30, 1), reading(1, 99), reading(0, 4), reading(-20, 9), reading(-20, 2),
		{Measure: "M1", PeriodEnd: day(-5)}, {Measure: "M1", Value: num(7)},
	}}).Measures[0]
	if len(m.Readings) != 4 {
		t.Fatalf("%d readings, want 4: none after the day, none without a value or a period end, one for each period", len(m.Readings))
	}
	for i, r := range m.Readings {
		if r.Value.Value != float64(i+1) {
			t.Errorf("reading %d is %g: oldest first, and the last row of a period holds", i+1, r.Value.Value)
		}
	}
	if m.Latest.PeriodEnd != day(0) {
		t.Errorf("latest reading of %s, want the one that ends on the day itself", m.Latest.PeriodEnd)
	}
}

func TestGreenAgainst(t *testing.T) {
	f := derive(&workbook.Plan{Measures: []*workbook.Measure{{Ref: "M1"}}, Actions: []*workbook.Action{
		{Status: "Green", Measures: []string{"M1"}}, {Status: "Complete", Measures: []string{"M1"}}, {Status: "Blue", Measures: []string{"M1"}},
		{Status: "Amber", Measures: []string{"M1"}}, {Status: "Red", Measures: []string{"M1"}}, {Status: "White", Measures: []string{"M1"}},
		{Status: "Dropped", Measures: []string{"M1"}}, {Status: "Purple", Measures: []string{"M1"}}, {Status: "Green"},
	}})
	measures := []struct {
		reason    string
		position  Position
		direction Direction
		against   bool
	}{
		{"worse, whatever its position", Met, Worse, true},
		{"missed, whatever its direction", Missed, Better, true},
		{"behind and not better", Behind, NoClearChange, true},
		{"behind with too few readings is not better", Behind, TooFew, true},
		{"behind and better is coming", Behind, Better, false},
		{"on course", OnCourse, NoClearChange, false},
		{"cannot say is no contradiction", CannotSay, TooFew, false},
	}
	for _, test := range measures {
		f.Measures[0].Position, f.Measures[0].Direction = test.position, test.direction
		for i, a := range f.Actions {
			green := i < 3
			if got := len(a.GreenAgainst()) == 1; got != (green && test.against) {
				t.Errorf("%s: action %q has measures against it: %t", test.reason, a.Status, got)
			}
		}
	}
}
