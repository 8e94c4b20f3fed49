package paper

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/report"
)

// TestProblemsLeftOut: a list of problems is whole where there is room; else it says how
// many it leaves out, and leaves out no sheet.
func TestProblemsLeftOut(t *testing.T) {
	for _, c := range []struct {
		errors, actions, measures, listed int
		note                              string
	}{
		{1, 20, 2, 23, ""}, {0, 38, 2, 40, ""},
		{0, 40, 2, 24, "Eighteen others are on the tracker's Problems sheet."},
		{30, 10, 2, 24, "Eighteen others are on the tracker's Problems sheet."},
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
		if strings.Contains(said, "others are on") != (c.note != "") || !strings.Contains(said, c.note) {
			t.Errorf("%d and %d warnings: the note is not %q", c.actions, c.measures, c.note)
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
	if said := fmt.Sprint(c.statesOf(rows)); !strings.Contains(said, "Not started: F2. All others: under way.") {
		t.Errorf("above the list stands %s", said)
	}
	if said := fmt.Sprint(c.statesOf(rows[:1])); !strings.Contains(said, "All: under way.") {
		t.Errorf("above a list of one state stands %s", said)
	}
}
