package report

import (
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// A chart's title tells what it shows and which way is better, and no more than
// its readings bear; the distance to the target says whether it is good.
func TestFindingOfMeasure(t *testing.T) {
	for _, c := range []struct {
		reason            string
		better            string
		readings          []float64
		target            float64
		targetDate        string
		finding, distance string
		direction         string
	}{
		{"better", "Higher", []float64{50, 55, 60, 65, 70, 75}, 90, "2024-03-31", "rose from 50% in June to 75%; target 90% or more", "15 points to go, on course", "Better over 6 readings"},
		{"worse", "Higher", []float64{62, 60, 55, 50, 46, 43}, 90, "2024-03-31", "fell from 62% in June to 43%; target 90% or more", "47 points to go, behind", "Worse over 6 readings"},
		{"a rise may be bad", "Lower", []float64{20, 22, 24, 26, 28, 30}, 15, "2024-03-31", "rose from 20% in June to 30%; target 15% or less", "15 points to go, behind", "Worse over 6 readings"},
		{"no change is no fall", "Lower", []float64{41, 40, 42, 39, 41, 40}, 25, "2024-03-31", "no clear change, from 41% in June to 40%; target 25% or less", "15 points to go, behind", "No clear change over 6 readings"},
		{"too few to tell of two ends", "Higher", []float64{71, 76}, 95, "2024-03-31", "now 76%; target 95% or more", "19 points to go", "Too few readings (2)"},
		{"met says by how much", "Lower", []float64{20, 18, 16, 14, 12, 10}, 12, "2024-03-31", "fell from 20% in June to 10%; target 12% or less", "Target met, 2 points to spare", "Better over 6 readings"},
		{"met and no reading since", "Higher", []float64{50, 60, 70, 80, 90, 96}, 95, "2022-11-30", "rose from 50% in June to 96%; target 95% or more", "Target met before its date, no reading since", "Better over 6 readings"},
	} {
		p := plan("On track")
		m := &workbook.Measure{Ref: "M1", Area: "A1", Name: "Checks", Unit: "%", BetterWhen: c.better, Target: workbook.Number{Value: c.target, Set: true}, TargetDate: workbook.MustDate(c.targetDate),
			Baseline: workbook.Number{Value: c.readings[0], Set: true}, BaselineDate: workbook.MustDate("2022-05-31")}
		p.Measures = append(p.Measures, m)
		for i, v := range c.readings {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: workbook.MustDate("2022-06-01").Add(30 * i), Value: workbook.Number{Value: v, Set: true}})
		}
		p.Index()
		soon := p.Readings[len(p.Readings)-1].PeriodEnd.Add(40) // before the next reading is missed
		got := Build(facts.Derive(p, soon), Options{}).Measures.Items[0]
		if got.Finding != c.finding || got.DistanceWords != c.distance || got.DirectionWords != c.direction {
			t.Errorf("%s: %q, %q, %q", c.reason, got.Finding, got.DistanceWords, got.DirectionWords)
		}
	}
}

// No line runs over years without a reading.
func TestLongGap(t *testing.T) {
	days := func(offsets ...int) *facts.Measure {
		x := &facts.Measure{Measure: &workbook.Measure{BaselineDate: workbook.MustDate("2018-10-24")}}
		for _, n := range offsets {
			x.Readings = append(x.Readings, &workbook.Reading{PeriodEnd: x.BaselineDate.Add(n)})
		}
		return x
	}
	for _, c := range []struct {
		reason string
		x      *facts.Measure
		want   int
	}{
		{"monthly readings three years after the baseline", days(1100, 1130, 1160, 1190), 183},
		{"every month", days(30, 60, 90), 0},
		{"every year", days(365, 730, 1095), 0},
		{"no readings", days(), 0},
	} {
		if got := longGap(c.x); got != c.want {
			t.Errorf("%s: %d", c.reason, got)
		}
	}
}

// What falls due before the board meets again is listed by its date, without
// what is overdue, done or later; of many the rest are counted.
func TestDueBeforeNext(t *testing.T) {
	p := plan("On track", "Not started", "On track", "Delivered", "At risk")
	for i, due := range []string{"2023-03-28", "2023-02-20", "2023-03-29", "2023-02-20", "2023-01-30"} {
		p.Actions[i].Due = workbook.MustDate(due)
	}
	p.Info.MeetingDate = workbook.MustDate("2023-02-14")
	d := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}).Due
	if len(d.Rows) != 2 || d.Rows[0].Ref != "1.2" || d.Rows[1].Ref != "1.1" {
		t.Errorf("%v", d.Rows)
	}
	if want := "Two actions are due by about 28 March 2023, if the board meets every 42 days; one more is overdue."; d.Sentence != want {
		t.Errorf("%q", d.Sentence)
	}
	p.Info.MeetingDate = workbook.Date{}
	for range 20 {
		a := *p.Actions[0]
		a.Due = workbook.MustDate("2023-02-10")
		p.Actions = append(p.Actions, &a)
	}
	p.Index()
	d = Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}).Due
	if len(d.Rows) != mostDue || d.More != "Nine more actions are due by then." {
		t.Errorf("%d rows, %q", len(d.Rows), d.More)
	}
}

// An ask keeps what belongs to it, and a plan that says no more of its asks
// than what is asked has no table of them.
func TestAsksKeepWhatBelongsToThem(t *testing.T) {
	p := plan("On track")
	p.Info.DecisionsAsked = []string{"Agree the date of action 1.1", "Fund two posts"}
	brief := func() *Brief { return Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}) }
	if brief().DecisionsWorded() {
		t.Error("a table of asks with nothing in it")
	}
	p.Info.IfRefused = []string{"", "Reviews wait"}
	p.Info.LastAsked, p.Info.LastOutcomes = []string{"Agree the plan", "Visit a team"}, []string{"Agreed"}
	b := brief()
	if !b.DecisionsWorded() || b.Asks[0].IfRefused != "" || b.Asks[1].IfRefused != "Reviews wait" {
		t.Errorf("%+v", b.Asks)
	}
	if len(b.LastAsks) != 2 || b.LastAsks[0].Outcome != "Agreed" || b.LastAsks[1].Outcome != "" {
		t.Errorf("%+v", b.LastAsks)
	}
}
