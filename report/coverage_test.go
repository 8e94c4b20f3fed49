package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
)

// oneFinding is a plan with one action and a finding of a visit in July whose letter is of
// September.
func oneFinding() (*workbook.Plan, *workbook.Finding) {
	p := plan("On track")
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: "Inspection", Title: "Inspection", Started: workbook.MustDate("2022-07-07"), Ended: workbook.MustDate("2022-07-18"), LetterDated: workbook.MustDate("2022-09-12")}}
	x := &workbook.Finding{Ref: "F1", Visit: "V1", Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{"A1"}}
	p.Findings = []*workbook.Finding{x}
	p.Actions[0].Findings = []string{"F1"}
	return p, x
}

// TestFirstRaisedByTheVisit: a matter is raised when inspectors are there, not when
// their letter comes, and praise has raised none.
func TestFirstRaisedByTheVisit(t *testing.T) {
	p, _ := oneFinding()
	later := &workbook.Visit{Ref: "V2", Kind: "Monitoring visit", Started: workbook.MustDate("2022-12-01")}
	p.Visits = append(p.Visits, later)
	p.Findings = append(p.Findings, &workbook.Finding{Ref: "F2", Visit: "V2", Kind: workbook.KindProgress, Text: "Records are sooner", Areas: []string{"A1"}, Repeats: []string{"F1"}})
	b := on("2023-01-31", p)
	if x := b.Coverage.All[0]; x.FirstRaised != "July 2022" || x.RaisedShort != "Jul 2022" || x.State != "Under way" {
		t.Errorf("the concern was raised in %q, %q and is %q", x.FirstRaised, x.RaisedShort, x.State)
	}
	if x := b.Coverage.All[1]; x.FirstRaised != "" || x.RaisedShort != "" || x.State != "" {
		t.Errorf("praise was raised in %q, %q and is %q", x.FirstRaised, x.RaisedShort, x.State)
	}
	p.Visits[0].Started, p.Visits[0].Ended = workbook.Date{}, workbook.Date{}
	if x := on("2023-01-31", p).Coverage.All[0]; x.FirstRaised != "September 2022" {
		t.Errorf("where only the letter has a day, it was raised in %q", x.FirstRaised)
	}
}

// TestFindingsAreOpen: every count of the findings that are open is said in words that
// are true of it.
func TestFindingsAreOpen(t *testing.T) {
	for n, want := range map[int]string{
		1: "The one finding that asks for improvement is still open; it has no action.",
		2: "Both findings that ask for improvement are still open; none of them has an action.",
		6: "All 6 findings that ask for improvement are still open; none of them has an action.",
	} {
		p, x := oneFinding()
		p.Actions[0].Findings = nil
		p.Actions = append(p.Actions, &workbook.Action{Ref: "1.2", Area: "A1", Text: "A list", Status: "On track", Findings: []string{"none of these"}})
		for i := 1; i < n; i++ {
			another := *x
			another.Ref = "F" + string(rune('1'+i))
			p.Findings = append(p.Findings, &another)
		}
		if got := on("2023-01-31", p).PositionHeadline; got != want {
			t.Errorf("of %d: %q, want %q", n, got, want)
		}
	}
}

// TestFirstReport: a paper is a first report only where the plan shows no meeting before.
func TestFirstReport(t *testing.T) {
	const first = "First report: there is no earlier position to compare with."
	for _, c := range []struct {
		reason string
		change func(*workbook.Plan)
		want   string
	}{
		{"nothing before", func(*workbook.Plan) {}, first},
		{"a note since the plan was made", func(p *workbook.Plan) {
			p.Updates = []*workbook.Update{{Date: workbook.MustDate("2023-01-20"), Action: "1.1", Note: "Begun"}}
		}, first},
		{"asked before", func(p *workbook.Plan) { p.Info.LastAsked = []string{"Agree the plan"} }, ""},
		{"an update of last summer", func(p *workbook.Plan) {
			p.Updates = []*workbook.Update{{Date: workbook.MustDate("2022-07-20"), Action: "1.1", Note: "Begun"}}
		}, ""},
	} {
		p, _ := oneFinding()
		c.change(p)
		if got := statusText(on("2023-01-31", p)); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}

// TestWorkingDays: the days left out between are said to be those that there are.
func TestWorkingDays(t *testing.T) {
	for received, want := range map[string]string{
		"2025-09-15": "leaving out Saturdays and Sundays (no bank holiday falls between), is 22 December 2025.",
		"2026-05-22": "leaving out Saturdays, Sundays and 2 bank holidays, is 1 September 2026.",
	} {
		p, _ := oneFinding()
		p.Visits[0].LetterReceived = workbook.MustDate(received)
		if got := on("2026-11-20", p).Clocks[0].Working; !strings.HasSuffix(got, want) {
			t.Errorf("%q does not end in %q", got, want)
		}
	}
}
