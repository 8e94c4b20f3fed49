package portfolio

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// measured is a summary of a plan whose measures have so many readings each, of which
// the last is 90 where met.
func measured(met bool, readings ...int) *Summary {
	day := workbook.MustDate
	p := &workbook.Plan{Areas: []*workbook.Area{{Ref: "A1", Name: "Records", Owner: "Head of quality"}}}
	p.Info.Organisation = "Somewhere"
	for i, n := range readings {
		ref := "M" + string(rune('1'+i))
		p.Measures = append(p.Measures, &workbook.Measure{Ref: ref, Area: "A1", Name: "Measure " + ref, Unit: "%", BetterWhen: "Higher", Target: workbook.Number{Value: 80, Set: true}})
		for k := range n {
			value := 50.0
			if met && k == n-1 {
				value = 90
			}
			p.Readings = append(p.Readings, &workbook.Reading{Measure: ref, PeriodEnd: day("2026-01-31").Add(30 * k), Value: workbook.Number{Value: value, Set: true}})
		}
	}
	p.Index()
	return Summarise(facts.Derive(p, day("2026-10-31")), check.Result{}, false)
}

// TestNothingToJudgeIsNotGreen: a plan whose readings are too few to say anything is
// counted as that, and not among those of which none gets worse; and what has reached
// its target is told.
func TestNothingToJudgeIsNotGreen(t *testing.T) {
	for _, c := range []struct {
		met      bool
		readings []int
		level    Level
		text     string
		said     string
	}{
		{false, nil, Unsaid, "No measures", ""},
		{false, []int{0, 0}, Unsaid, "No readings", "None of its 2 measures has a reading yet"},
		{false, []int{0}, Unsaid, "No readings", "Its one measure has no reading yet"},
		{true, []int{2, 0}, Unsaid, "Too few readings", "1 of 1 measure at its target; 1 has too few readings to say whether it gets better or worse; 1 has no reading"},
		{true, []int{4, 2, 2}, Calm, "0", "3 of 3 measures at their target; 2 have too few readings to say whether they get better or worse"},
		{false, []int{4, 4}, Calm, "0", "0 of 2 measures at their target"},
	} {
		row := rowOf(measured(c.met, c.readings...), "Somewhere")
		if m := row.Measured; m.Level != c.level || m.Text != c.text {
			t.Errorf("%v readings: %+v, want %d %q", c.readings, m, c.level, c.text)
		}
		if got := row.Summary.Measured(); got != c.said {
			t.Errorf("%v readings: %q, want %q", c.readings, got, c.said)
		}
	}
}

// TestAloneCountsAll: a measure that no other plan has counts also before its first
// reading.
func TestAloneCountsAll(t *testing.T) {
	one, other := measured(false, 4, 0, 0), measured(false, 4)
	if got, want := alone([]Row{{Summary: one}, {Summary: other}}), "Two measures are in one plan only under that name and unit (2 of them without a reading), and can't"; !strings.HasPrefix(got, want) {
		t.Errorf("%q does not begin with %q", got, want)
	}
}

// TestResolvedIsNoConcern: what a later visit called resolved is in no theme. Where the
// letter is not published the public edition does not go by it.
func TestResolvedIsNoConcern(t *testing.T) {
	p := &workbook.Plan{}
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Started: workbook.MustDate("2025-01-06")}, {Ref: "V2", Kind: "Monitoring visit", Started: workbook.MustDate("2025-11-03"), Published: "No"}}
	p.Findings = []*workbook.Finding{{Ref: "F1", Visit: "V1", Kind: workbook.KindConcern, Text: "Contacts wait", ResolvedBy: "V2"}, {Ref: "F2", Visit: "V1", Kind: workbook.KindConcern, Text: "Plans drift"}}
	p.Index()
	f := facts.Derive(p, workbook.MustDate("2026-10-31"))
	for public, want := range map[bool]bool{false: false, true: true} {
		s := Summarise(f, check.Result{}, public)
		if _, has := s.themes["contacts wait"]; has != want {
			t.Errorf("public %t: the resolved concern is a theme: %t", public, has)
		}
		if _, has := s.themes["plans drift"]; !has {
			t.Errorf("public %t: the open concern is none", public)
		}
	}
}

// TestStatutoryDateSaysWhatAndWhen: a date says what is due and in how many days.
func TestStatutoryDateSaysWhatAndWhen(t *testing.T) {
	on := workbook.MustDate("2026-11-20")
	for due, want := range map[string]string{
		"2026-12-04": "Plan due 4 Dec 2026, in 14 days, not recorded as sent", "2026-11-20": "Plan due 20 Nov 2026, today, not recorded as sent",
		"2026-11-19": "Plan due 19 Nov 2026, one day overdue, not recorded as sent",
	} {
		if got := statutory(&Summary{AsOf: on, Figures: facts.Figures{NextStatutory: workbook.MustDate(due)}}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
