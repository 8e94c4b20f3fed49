package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// TestRecordOfAnAction: a record names bodies in words and its row's problems, says that
// an action names no finding, and of a review whose day has passed what came of it.
func TestRecordOfAnAction(t *testing.T) {
	day := workbook.MustDate
	p := plan("Delivered", "On track", "On track")
	p.Findings = []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{"A1"}}}
	p.Areas[0].Partners, p.Areas[0].Priority = []string{"Police", "Barnardo's", "NHS trust"}, "Improvement"
	first, second, third := p.Actions[0], p.Actions[1], p.Actions[2]
	first.Findings, first.Partner, first.ImpactReview, first.Updated = []string{"F1"}, "Police; Schools", day("2023-01-10"), day("2022-12-01")
	second.Partner, second.ImpactReview, second.Updated = "NHS integrated care board", day("2023-01-10"), day("2023-01-20")
	third.ImpactReview = day("2023-03-10")
	for i, a := range p.Actions {
		a.Row = i + 2
	}
	p.Index()
	f := facts.Derive(p, day("2023-01-31"))
	says := func(lines []Line, term string) string {
		for _, l := range lines {
			if l.Term == term {
				return l.Text
			}
		}
		return ""
	}
	page := Build(f, Options{}).AreaPages[0]
	for _, c := range []struct {
		lines      []Line
		term, want string
	}{
		{page.Lines, "Partners", "Police, Barnardo's and NHS trust"}, {page.Lines, "Priority", "Improvement: inspectors ask for it"},
		{page.AreaActions[0].Lines, "Owner", "Head of quality, with police and schools"}, {page.AreaActions[1].Lines, "Owner", "Head of quality, with NHS integrated care board"},
		{page.AreaActions[0].Lines, "Findings", "F1"}, {page.AreaActions[1].Lines, "Findings", "None named"},
		{page.AreaActions[0].Lines, "Impact review", "10 January 2023, which has passed; nothing has been recorded since"},
		{page.AreaActions[1].Lines, "Impact review", "10 January 2023, which has passed; last updated 20 January 2023"},
		{page.AreaActions[2].Lines, "Impact review", "10 March 2023"},
	} {
		if got := says(c.lines, c.term); got != c.want {
			t.Errorf("%s is %q, want %q", c.term, got, c.want)
		}
	}
	p.Findings = nil
	if got := says(Build(facts.Derive(p, day("2023-01-31")), Options{}).AreaPages[0].AreaActions[1].Lines, "Findings"); got != "" {
		t.Errorf("a plan without findings says of an action that it names %q", got)
	}
}

// TestProblemsOfARow: up to three are told as sentences, and more are counted.
func TestProblemsOfARow(t *testing.T) {
	for _, c := range []struct{ said, want string }{
		{"No date", "No date."}, {"No date|No owner.", "No date. No owner."}, {"a|b|c", "a. b. c."}, {"a|b|c|d", "a. b. Two more, which check names."},
	} {
		if got := problemWords(strings.Split(c.said, "|")); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestNextDateNamesTheAction: where an action has no short name its own words stand
// behind the ref, shortened.
func TestNextDateNamesTheAction(t *testing.T) {
	p := plan("On track")
	p.Actions[0].Text = "Carers have a named worker who answers on the day that they call"
	next := on("2023-01-31", p).Areas[0].Next
	if want := "1.1 " + words.ClipWords(p.Actions[0].Text, 40); next.What != "1.1" || next.Says() != want || !strings.Contains(nextWords(next), want) {
		t.Errorf("%q, %q", next.Says(), nextWords(next))
	}
	p.Actions[0].ShortName = "Named worker"
	if next := on("2023-01-31", p).Areas[0].Next; next.Says() != "1.1 Named worker" {
		t.Errorf("%q", next.Says())
	}
}

// What an action names and no list has, its area's page explains.
func TestPraiseThatAnActionNames(t *testing.T) {
	p := plan("On track")
	p.Areas[0].Ref, p.Actions[0].Area = "A1", "A1"
	p.Findings = []*workbook.Finding{{Ref: "F1", Kind: workbook.KindStrength, Text: "Good."}, {Ref: "F2", Kind: workbook.KindConcern, Text: "Slow.", Areas: []string{"A1"}}}
	p.Actions[0].Findings = []string{"F1", "F2"}
	p.Index()
	b := on("2023-01-31", p)
	if want := "F1, which actions name, is a finding of progress or strength: it asks for no action and is not listed here."; b.AreaPages[0].Praised != want {
		t.Errorf("%q", b.AreaPages[0].Praised)
	}
	if !strings.HasSuffix(b.Coverage.Others, "; one of them, F1, is named by an action.") {
		t.Errorf("%q", b.Coverage.Others)
	}
}
