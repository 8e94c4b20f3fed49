package paper

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/workbook/words"
)

// TestProblemsLeftOut: a list of problems is whole where there is room; else it says how
// many it leaves out, and leaves out no sheet.
func TestProblemsLeftOut(t *testing.T) {
	for _, c := range []struct {
		errors, actions, measures, listed int
		note                              string
	}{
		{1, 20, 2, 23, ""}, {0, 38, 2, 40, ""},
		{0, 40, 2, 24, "24 of 42 are listed here, errors first. The others, 18 warnings, are on the tracker's Problems sheet."},
		{30, 10, 2, 30, "30 of 42 are listed here, errors first. The others, 12 warnings, are on the tracker's Problems sheet."},
		{120, 0, 0, 100, "100 of 120 are listed here, errors first. The others, 20 errors, are on the tracker's Problems sheet."},
	} {
		var all []report.ProblemLine
		for i := range c.actions {
			all = append(all, report.ProblemLine{Sheet: "Actions", Place: fmt.Sprintf("Actions!A%d", i+2), Severity: "warning"})
		}
		for i := range c.errors {
			all = append(all, report.ProblemLine{Sheet: "Actions", Place: fmt.Sprintf("Actions!B%d", i+2), Severity: "error"})
		}
		for i := range c.measures {
			all = append(all, report.ProblemLine{Sheet: "Measures", Place: fmt.Sprintf("Measures!A%d", i+2), Severity: "warning"})
		}
		r := newRuler()
		made := (&composer{brief: &report.Brief{}, layout: &report.Layout{}, ruler: r}).problemsListed(all, false)
		said := fmt.Sprint(made)
		if n := strings.Count(said, "!A") + strings.Count(said, "!B"); n/2 != c.listed && n != c.listed { // once more where a row goes on
			t.Errorf("%d errors, %d and %d warnings: %d are listed", c.errors, c.actions, c.measures, n)
		}
		if c.errors < c.listed && !strings.Contains(said, "Measures!A2") {
			t.Errorf("%d warnings on actions: those on measures are left out", c.actions)
		}
		if strings.Contains(said, "tracker's") != (c.note != "") || !strings.Contains(said, c.note) {
			t.Errorf("%d and %d warnings: the note is not %q", c.actions, c.measures, c.note)
		}
	}
}

// TestAdviceNotListed: a paper says where the advice is that it counts and does not list.
func TestAdviceNotListed(t *testing.T) {
	advice, warning := report.ProblemLine{Severity: "advice"}, report.ProblemLine{Severity: "warning"}
	for want, all := range map[string][]report.ProblemLine{
		"2 pieces of advice are on the tracker's Problems sheet, not here.": {advice, advice},
		"One piece of advice is on the tracker's Problems sheet, not here.": {warning, advice},
	} {
		c := &composer{brief: &report.Brief{}, layout: &report.Layout{}, ruler: newRuler()}
		if said := fmt.Sprint(c.problemsListed(all, false)); !strings.Contains(words.Capital(said), want) && !strings.Contains(said, want) {
			t.Errorf("%q is not in %s", want, said)
		}
	}
}

// TestNoLinkToErrorsThatAreNotListed: a draft leads to its errors only where they stand.
func TestNoLinkToErrorsThatAreNotListed(t *testing.T) {
	c := &composer{brief: &report.Brief{Draft: "The workbook has one error"}, layout: &report.Layout{}, known: map[string]bool{"section-quality": true}}
	if said := fmt.Sprintf("%+v", c.draft()); strings.Contains(said, "Link:0x") {
		t.Errorf("a paper that lists no error leads to some: %s", said)
	}
	c.brief.Quality.Problems = []report.ProblemLine{{Severity: "error"}}
	if said := fmt.Sprintf("%+v", c.draft()); !strings.Contains(said, "Link:0x") {
		t.Errorf("a paper that lists its error does not lead there: %s", said)
	}
}

// TestStatesOfFindings: each finding's own state stands in its row, or above a list that
// has no room for it.
func TestStatesOfFindings(t *testing.T) {
	rows := []report.Finding{{Ref: "F1", State: "Under way", Answered: true}, {Ref: "F2", State: "Not started", Answered: true}, {Ref: "F3", State: "Under way", Answered: true}}
	t1 := coverageOf("", rows)
	if i := t1.index("state"); i < 0 || !strings.Contains(fmt.Sprint(t1.Rows[1].Cells[i]), "Not started") {
		t.Error("a row does not say where its finding stands")
	}
	c := &composer{statesApart: true}
	if said := fmt.Sprint(c.statesOf(rows)); !strings.Contains(said, "Not started: F2. Others: under way.") {
		t.Errorf("above the list stands %s", said)
	}
	if said := fmt.Sprint(c.statesOf(rows[:1])); !strings.Contains(said, "All: under way.") {
		t.Errorf("above a list of one state stands %s", said)
	}
}

// TestLongPostsGetRoom: a post of many words stands in few lines where what is beside it
// is short, the table stays as wide, and where posts are short nothing moves.
func TestLongPostsGetRoom(t *testing.T) {
	const long = "Strategic head of service for corporate parenting, permanence, fostering, adoption and leaving care"
	c := &composer{brief: &report.Brief{}, layout: &report.Layout{}, ruler: newRuler()}
	widths := func(owner string) (all []float64, high float64) {
		tables := []*listing{risksTable("", []report.Risk{{Ref: "R1", Text: "Managers move on", Score: "9 medium", Mitigation: "Succession plan by February", Owner: owner}})}
		c.makeRoom(tables[0], "owner", "risk", "mitigation")
		sum := 0.0
		for _, column := range tables[0].Columns {
			all, sum = append(all, column.Width), sum+column.Width
		}
		if sum != textWidth {
			t.Errorf("%q: the columns are %v mm wide", owner, sum)
		}
		return all, c.heightOf(tables)
	}
	short, least := widths("Head of care")
	if slices.Compare(short, []float64{50, 36, 52, 32}) != 0 {
		t.Errorf("a short post moves columns to %v", short)
	}
	if wide, high := widths(long); wide[3] < 44 || high > least+2*4.6 {
		t.Errorf("a long post has %v mm, and its row is %v mm high, of %v", wide[3], high, least)
	}
}
