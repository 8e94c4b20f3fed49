package history

import (
	"fmt"
	"testing"

	"actionplan/workbook"
)

var on = workbook.MustDate

// small is a plan that every test may change as it likes.
func small() *workbook.Plan {
	p := &workbook.Plan{File: "plan.xlsx"}
	p.Info = workbook.Info{Organisation: "Exampleshire Council", Title: "Improvement plan", SRO: "Director of children's services",
		MeetingDate: on("2026-10-13"), DecisionsAsked: []string{"Agree the new date for 1.2", "Note the audit"}}
	p.Key.Words = []*workbook.KeyWord{
		{Word: "Blue", Means: workbook.Embedded}, {Word: "Complete", Means: workbook.Delivered}, {Word: "Green", Means: workbook.OnTrack, Definition: "Will finish in time"},
		{Word: "Amber", Means: workbook.AtRisk}, {Word: "Red", Means: workbook.OffTrack}, {Word: "White", Means: workbook.NotStarted},
		{Word: "Stopped", Means: workbook.Withdrawn},
	}
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Title: "Inspection of children's services", Started: on("2026-03-02")}}
	p.Areas = []*workbook.Area{
		{Ref: "A1", Name: "Children's records up to date", Visits: []string{"V1"}, Outcome: "Anyone helping a child can see what matters", Owner: "Head of quality", Status: "Amber", TargetDate: on("2027-03-31"), Partners: []string{"Police", "NHS"}},
		{Ref: "A2", Name: "Supervision that gives direction", Visits: []string{"V1"}, Outcome: "Plans do not drift because a manager notices", Owner: "Principal social worker"},
	}
	p.Findings = []*workbook.Finding{
		{Ref: "F1", Visit: "V1", Kind: workbook.KindConcern, Text: "Records are not always brought up to date before a review", Areas: []string{"A1"}},
		{Ref: "F2", Visit: "V1", Kind: workbook.KindImprovementNeeded, Text: "Supervision seldom sets a next step with a date", Areas: []string{"A1", "A2"}},
	}
	p.Actions = []*workbook.Action{
		{Ref: "1.1", Area: "A1", Findings: []string{"F1"}, Text: "A one-page summary stands on the record of every child in care", Owner: "Head of quality", Due: on("2026-11-30"), Status: "Green", Measures: []string{"M1", "M2"}, SuccessMeasure: "M1; M2"},
		{Ref: "1.2", Area: "A1", Findings: []string{"F1", "F2"}, Text: "Two reviewing officers check twenty records each month", Owner: "Jane Smith", Due: on("2026-09-30"), RevisedDue: on("2026-10-31"), Status: "Amber", Evidence: "Audit, June 2026", Partner: "Police, NHS"},
		{Ref: "2.1", Area: "A2", Findings: []string{"F2"}, Text: "Every manager uses the supervision form agreed in May", Owner: "Principal social worker", Due: on("2026-12-31"), Status: "White", SuccessMeasure: "Staff say that supervision helps"},
	}
	p.Measures = []*workbook.Measure{
		{Ref: "M1", Area: "A1", Name: "Records updated before a review", Unit: "%", BetterWhen: workbook.HigherBetter, Baseline: num(48), BaselineDate: on("2026-03-31"), Target: num(95), TargetDate: on("2027-03-31"), Tolerance: num(2)},
		{Ref: "M2", Area: "A1", Name: "Days from visit to record", Unit: "days", BetterWhen: workbook.LowerBetter, Baseline: num(12), Target: num(3), TargetDate: on("2027-03-31")},
	}
	p.Readings = []*workbook.Reading{
		{Measure: "M1", PeriodEnd: on("2026-07-31"), Value: num(52)}, {Measure: "M1", PeriodEnd: on("2026-08-31"), Value: num(55)},
		{Measure: "M2", PeriodEnd: on("2026-08-31"), Value: num(10)},
	}
	p.Updates = []*workbook.Update{
		{Date: on("2026-07-01"), Action: "1.2", Status: "Green", Note: "First month of checks done"},
		{Date: on("2026-08-01"), Action: "1.2", Status: "Amber", RevisedDue: on("2026-10-31"), Note: "One officer off sick until September", By: "Jane Smith"},
		{Date: on("2026-08-01"), Action: "1.1", Status: "Green", Note: "Summaries stand on half of the records"},
	}
	p.Risks = []*workbook.Risk{{Ref: "R1", Area: "A1", Text: "Empty posts rise again", Likelihood: 3, Impact: 4, Mitigation: "Two recruitment rounds", Owner: "Head of quality"}}
	p.People = []*workbook.Person{
		{Name: "Jane Smith", Role: "Lead reviewing officer", Email: "jane.smith@example.org"}, {Name: "Head of quality", Email: "quality@example.org"},
		{Name: "Principal social worker"},
	}
	p.Glossary = []*workbook.Term{{Term: "IRO", Meaning: "Independent reviewing officer"}}
	p.Waivers = []*workbook.Waiver{{Rule: "vague-action", Ref: "2.1", Reason: "The form is agreed", By: "Improvement lead"}}
	place(p)
	return p
}

func num(v float64) workbook.Number { return workbook.Number{Value: v, Set: true} }

// place gives the records the rows in which they would stand.
func place(p *workbook.Plan) {
	for i, r := range p.Areas {
		r.Row = i + 2
	}
	for i, r := range p.Findings {
		r.Row = i + 2
	}
	for i, r := range p.Actions {
		r.Row = i + 2
	}
	for i, r := range p.Measures {
		r.Row = i + 2
	}
	for i, r := range p.Readings {
		r.Row = i + 2
	}
	for i, r := range p.Updates {
		r.Row = i + 2
	}
	p.Index()
}

// line is a change as a test states it.
func line(x Change) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s → %s | %d", x.Kind, x.Sheet, x.Ref, x.Field, x.Old, x.New, x.Days)
}

func lines(c Changes) []string {
	var all []string
	for _, x := range c.List {
		all = append(all, line(x))
	}
	return all
}

func wantLines(t *testing.T, got Changes, want []string) {
	t.Helper()
	have := map[string]int{}
	for _, l := range lines(got) {
		have[l]++
	}
	for _, l := range want {
		if have[l]--; have[l] < 0 {
			t.Errorf("missing: %s", l)
		}
	}
	for _, x := range got.List {
		if l := line(x); have[l] > 0 {
			have[l]--
			t.Errorf("not an edit: %s\n\t%s", l, x.Words)
		}
	}
}

func (s *sheet) headings() []string {
	var list []string
	for _, c := range s.columns() {
		list = append(list, c.Heading)
	}
	return list
}
