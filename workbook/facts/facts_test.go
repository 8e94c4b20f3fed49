package facts

import (
	"fmt"
	"reflect"
	"testing"

	"actionplan/workbook"
)

// today is the as-of date of the tests. day(0) is today, day(-1) the day
// before.
var today = workbook.MustDate("2026-06-15")

func day(n int) workbook.Date { return today.Add(n) }

func on(iso string) workbook.Date { return workbook.MustDate(iso) }

func num(v float64) workbook.Number { return workbook.Number{Value: v, Set: true} }

// sevenWords is a key whose words are not the meanings, so that a test that
// mixes the two up fails.
func sevenWords() workbook.Key {
	var k workbook.Key
	for word, m := range map[string]workbook.Meaning{
		"White": workbook.NotStarted, "Green": workbook.OnTrack, "Amber": workbook.AtRisk, "Red": workbook.OffTrack,
		"Complete": workbook.Delivered, "Blue": workbook.Embedded, "Dropped": workbook.Withdrawn,
	} {
		k.Words = append(k.Words, &workbook.KeyWord{Word: word, Means: m})
	}
	return k
}

func derive(p *workbook.Plan) *Facts {
	p.Key = sevenWords()
	p.Index()
	return Derive(p, today)
}

func TestDefaultsOfThresholds(t *testing.T) {
	f := derive(&workbook.Plan{})
	if f.BoardEvery != 42 || f.DueSoon != 28 {
		t.Errorf("a Plan sheet without thresholds gives %d and %d, want 42 and 28", f.BoardEvery, f.DueSoon)
	}
	f = derive(&workbook.Plan{Info: workbook.Info{BoardEvery: 28, DueSoon: 14}})
	if f.BoardEvery != 28 || f.DueSoon != 14 {
		t.Errorf("thresholds of the Plan sheet read as %d and %d, want 28 and 14", f.BoardEvery, f.DueSoon)
	}
}

func TestDuplicateRefs(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas:   []*workbook.Area{{Ref: "A1", Name: "first"}, {Ref: "a1 ", Name: "second"}},
		Actions: []*workbook.Action{{Ref: "1.1", Area: "A1"}, {Ref: "1.1", Area: "A1"}},
		Updates: []*workbook.Update{{Date: day(-1), Action: "1.1"}},
	})
	if len(f.Actions) != 2 || len(f.Areas) != 2 {
		t.Fatalf("%d areas and %d actions, want every row to be a record", len(f.Areas), len(f.Actions))
	}
	if len(f.Areas[0].Actions) != 2 || len(f.Areas[1].Actions) != 0 {
		t.Error("links to a duplicate area go to the first")
	}
	if len(f.Actions[0].Updates) != 1 || len(f.Actions[1].Updates) != 0 {
		t.Error("links to a duplicate action go to the first")
	}
	if f.index.actions.to("1.1") != f.Actions[0] || f.index.areas.to("A1") != f.Areas[0] {
		t.Error("Find gives the first of duplicates")
	}
}

func TestRefsThatLeadNowhere(t *testing.T) {
	f := derive(&workbook.Plan{
		Findings: []*workbook.Finding{{Ref: "F1", Visit: "V9", Areas: []string{"A9"}, Repeats: []string{"F9"}, ResolvedBy: "V9"}},
		Actions:  []*workbook.Action{{Ref: "1.1", Area: "A9", Findings: []string{"F9"}, Measures: []string{"M9"}}},
		Measures: []*workbook.Measure{{Ref: "M1", Area: "A9"}},
		Readings: []*workbook.Reading{{Measure: "M9", PeriodEnd: day(-1), Value: num(1)}},
		Updates:  []*workbook.Update{{Action: "9.9", Date: day(-1)}},
	})
	if f.Actions[0].Area != nil || f.Measures[0].Area != nil || f.Findings[0].Visit != nil {
		t.Error("a ref that leads nowhere must give no record")
	}
	if f.index.actions.to("9.9") != nil || f.index.measures.to("M9") != nil || f.index.visits.to("V9") != nil || f.index.findings.to("F9") != nil {
		t.Error("Find must give nothing for a ref that leads nowhere")
	}
}

func TestPlanIsNotChangedAndFactsAreTheSame(t *testing.T) {
	before, after := bigPlan(30), bigPlan(30)
	first, second := Derive(after, today), Derive(after, today)
	if !reflect.DeepEqual(before.Actions, after.Actions) || !reflect.DeepEqual(before.Updates, after.Updates) ||
		!reflect.DeepEqual(before.Readings, after.Readings) || !reflect.DeepEqual(before.Visits, after.Visits) {
		t.Error("deriving facts changed the plan")
	}
	for i, a := range first.Actions {
		b := second.Actions[i]
		if a.Late != b.Late || a.Restricted != b.Restricted || !reflect.DeepEqual(a.Dates, b.Dates) {
			t.Fatalf("action %s differs between two runs", a.Ref)
		}
	}
}

// bigPlan has that many actions, ten updates each, an area for each ten, and
// a finding and a measure with twelve readings for each five.
func bigPlan(actions int) *workbook.Plan {
	p := &workbook.Plan{Key: sevenWords()}
	words := []string{"White", "Green", "Amber", "Red", "Complete", "Blue", "Dropped"}
	for i := range 6 {
		p.Visits = append(p.Visits, &workbook.Visit{Ref: fmt.Sprint("V", i), Kind: workbook.KindMonitoring, Started: day(-100 * (6 - i)), Number: num(float64(i))})
	}
	for i := range (actions + 9) / 10 {
		p.Areas = append(p.Areas, &workbook.Area{Ref: fmt.Sprint("A", i)})
	}
	for i := range actions / 5 {
		x := &workbook.Finding{Ref: fmt.Sprint("F", i), Visit: fmt.Sprint("V", i%6), Kind: workbook.KindConcern, Areas: []string{fmt.Sprint("A", i/2)}}
		if i%6 > 0 {
			x.Repeats = []string{fmt.Sprint("F", i-1)}
		}
		p.Findings = append(p.Findings, x)
		p.Measures = append(p.Measures, &workbook.Measure{Ref: fmt.Sprint("M", i), Area: fmt.Sprint("A", i/2), Unit: "%", BetterWhen: workbook.HigherBetter,
			Baseline: num(40), BaselineDate: day(-400), Target: num(90), TargetDate: day(400)})
		for r := range 12 {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: fmt.Sprint("M", i), PeriodEnd: day(-30 * (12 - r)), Value: num(float64(40 + r))})
		}
	}
	for i := range actions {
		p.Actions = append(p.Actions, &workbook.Action{Ref: fmt.Sprintf("%d.%d", i/10, i%10), Area: fmt.Sprint("A", i/10), Findings: []string{fmt.Sprint("F", i/5)},
			Status: words[i%7], Owner: fmt.Sprint("Owner ", i%12), Start: day(-200), Due: day(i%90 - 45), Measures: []string{fmt.Sprint("M", i/5)}})
	}
	for u := range 10 {
		for _, a := range p.Actions {
			p.Updates = append(p.Updates, &workbook.Update{Date: day(-10 * (10 - u)), Action: a.Ref, RevisedDue: a.Due.Add(u)})
		}
	}
	p.Index()
	return p
}

func BenchmarkDerive(b *testing.B) {
	for _, actions := range []int{30, 300, 3000} {
		b.Run(fmt.Sprint(actions, "-actions"), func(b *testing.B) {
			p := bigPlan(actions)
			for b.Loop() {
				Derive(p, today)
			}
		})
	}
}
