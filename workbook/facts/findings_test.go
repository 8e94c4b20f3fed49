package facts

import (
	"slices"
	"testing"

	"actionplan/workbook"
)

func TestAnswered(t *testing.T) {
	act := func(area, status string, findings ...string) *workbook.Action {
		return &workbook.Action{Area: area, Status: status, Findings: findings}
	}
	tests := []struct {
		reason           string
		areas            []string // of F1
		actions          []*workbook.Action
		answered, byArea bool
		by               int
	}{
		{"an action names it", []string{"A1"}, []*workbook.Action{act("A1", "Green", "F1"), act("A1", "Green", "F2")}, true, false, 1},
		{"an action of another area names it", []string{"A1"}, []*workbook.Action{act("A2", "Green", "F1")}, true, false, 1},
		{"a withdrawn action names it", []string{"A1"}, []*workbook.Action{act("A1", "Dropped", "F1")}, false, false, 0},
		{"an action of its area names only another finding", []string{"A1"}, []*workbook.Action{act("A1", "Green", "F2"), act("A1", "Green")}, false, false, 0},
		{"no action of its areas names any: mapped by area, not answered", []string{"A1"}, []*workbook.Action{act("A1", "Green"), act("A1", "Amber"), act("A1", "Dropped")}, false, true, 2},
		{"no action of its areas names any, all withdrawn", []string{"A1"}, []*workbook.Action{act("A1", "Dropped")}, false, false, 0},
		{"of two areas one names findings", []string{"A1", "A2"}, []*workbook.Action{act("A1", "Green"), act("A2", "Green", "F2")}, false, false, 0},
		{"mapped to two areas", []string{"A1", "A2"}, []*workbook.Action{act("A1", "Green"), act("A2", "Green")}, false, true, 2},
		{"no areas and nobody names it", nil, []*workbook.Action{act("A1", "Green")}, false, false, 0},
		{"an area without actions", []string{"A2"}, []*workbook.Action{act("A1", "Green")}, false, false, 0},
		{"a ref that leads nowhere still names a finding", []string{"A1"}, []*workbook.Action{act("A1", "Green", "F99"), act("A1", "Green")}, false, false, 0},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			x := derive(&workbook.Plan{
				Areas:    []*workbook.Area{{Ref: "A1"}, {Ref: "A2"}},
				Findings: []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Areas: test.areas}, {Ref: "F2"}},
				Actions:  test.actions,
			}).Findings[0]
			if x.Answered != test.answered || x.ByArea != test.byArea || len(x.Actions) != test.by {
				t.Errorf("answered %t, by area %t, by %d; want %t, %t, %d", x.Answered, x.ByArea, len(x.Actions), test.answered, test.byArea, test.by)
			}
		})
	}
}

func TestCoverageIsOverFindingsThatNeedAnAnswer(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas: []*workbook.Area{{Ref: "A1"}},
		Findings: []*workbook.Finding{
			{Ref: "F1", Kind: workbook.KindPriorityAction}, {Ref: "F2", Kind: workbook.KindImprovementNeeded}, {Ref: "F3", Kind: workbook.KindConcern},
			{Ref: "F4", Kind: workbook.KindProgress}, {Ref: "F5", Kind: workbook.KindStrength},
		},
		Actions: []*workbook.Action{{Area: "A1", Status: "Green", Findings: []string{"F1", "f3", "F5", "F3"}}},
	})
	c := Cover(f.Findings)
	if c.Answered != 2 || c.Needing != 3 || len(c.Unanswered) != 1 || c.Unanswered[0].Ref != "F2" {
		t.Errorf("coverage %+v, want 2 of 3 and F2 without an answer", c)
	}
	if n := len(f.index.findings.to("F3").Actions); n != 1 {
		t.Errorf("an action that names a finding twice answers it %d times", n)
	}
}

// With the Findings column empty throughout nothing is answered.
func TestCoverageCanNotBeHadForNothing(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas:    []*workbook.Area{{Ref: "A1"}},
		Findings: []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Areas: []string{"A1"}}, {Ref: "F2", Kind: workbook.KindConcern, Areas: []string{"A9"}}},
		Actions:  []*workbook.Action{{Area: "A1", Status: "Green"}},
	})
	c := Cover(f.Findings)
	if c.Answered != 0 || len(c.ByArea) != 1 || len(c.Unanswered) != 1 || c.Percent() != 0 {
		t.Errorf("coverage %+v, %d %%", c, c.Percent())
	}
}

func TestPercent(t *testing.T) {
	for _, test := range []struct{ answered, needing, want int }{{0, 0, 100}, {0, 21, 0}, {1, 500, 1}, {499, 500, 99}, {1, 8, 13}, {21, 21, 100}} {
		if got := (Coverage{Answered: test.answered, Needing: test.needing}).Percent(); got != test.want {
			t.Errorf("%d of %d is %d %%, want %d", test.answered, test.needing, got, test.want)
		}
	}
}

func TestHistoryOfAFinding(t *testing.T) {
	f := derive(&workbook.Plan{
		Visits: []*workbook.Visit{
			{Ref: "V3", Started: day(-10)}, {Ref: "V1", Started: day(-300)}, {Ref: "V2", Started: day(-100)}, {Ref: "V4", Started: day(-5)},
		},
		Findings: []*workbook.Finding{
			{Ref: "F3", Visit: "V3", Repeats: []string{"F2", "F2", "F9", "F1"}, ResolvedBy: "v4"},
			{Ref: "F2", Visit: "V2", Repeats: []string{"F1", "F0"}},
			{Ref: "F1", Visit: "V1"},
			{Ref: "F0"},
			{Ref: "L1", Visit: "V2", Repeats: []string{"L2"}},
			{Ref: "L2", Visit: "V1", Repeats: []string{"L1", "L2"}},
			{Ref: "S1", Visit: "V2", Repeats: []string{"F2"}},
			{Ref: "P1", Visit: "V1", Kind: workbook.KindProgress}, {Ref: "P2", Visit: "V1", Kind: workbook.KindStrength},
			{Ref: "C1", Visit: "V3", Kind: workbook.KindConcern, Repeats: []string{"P1", "P2"}},
			{Ref: "C2", Visit: "V4", Kind: workbook.KindConcern, Repeats: []string{"C1"}},
		},
	})
	refs := func(all []*Finding) string {
		s := ""
		for _, x := range all {
			s += x.Ref + " "
		}
		return s
	}
	tests := []struct {
		reason, ref, earlier, lineage, first string
		before                               bool // raised before its own visit
	}{
		{"all earlier findings, each once, the earliest visit first, one without a visit last", "F3", "F2 F1 ", "F1 F2 F0 ", "V1", true},
		{"one that repeats none was first raised by its own visit", "F1", "", "", "V1", false},
		{"one without a visit was first raised nowhere", "F0", "", "", "", false},
		{"findings that repeat one another are followed once", "L1", "L2 ", "L2 ", "V1", true},
		{"neither itself nor a later finding is a finding's history", "L2", "L1 ", "", "V1", false},
		{"praise raises nothing", "C1", "P1 P2 ", "P1 P2 ", "V3", false},
		{"a matter that was praised, then raised, was first raised then", "C2", "C1 ", "P1 P2 C1 ", "V3", true},
		{"one of the same visit is none either, what that one repeats is", "S1", "F2 ", "F1 F0 ", "V1", true},
	}
	for _, test := range tests {
		x := f.index.findings.to(test.ref)
		first := ""
		if x.FirstRaised != nil {
			first = x.FirstRaised.Ref
		}
		if refs(x.Earlier) != test.earlier || refs(x.Lineage) != test.lineage || first != test.first || x.RaisedBefore() != test.before {
			t.Errorf("%s: %s has earlier %q, lineage %q, first raised %q, before %t", test.reason, test.ref, refs(x.Earlier), refs(x.Lineage), first, x.RaisedBefore())
		}
	}
	if x := f.index.findings.to("F3"); x.ResolvedBy == nil || x.ResolvedBy.Ref != "V4" {
		t.Error("Resolved by leads to the visit")
	}
}

// What was resolved is open again once a visit from then on has raised the matter
// and nobody has resolved that.
func TestReopened(t *testing.T) {
	finding := func(ref, visit, resolvedBy string, repeats ...string) *workbook.Finding {
		return &workbook.Finding{Ref: ref, Visit: visit, Kind: workbook.KindConcern, ResolvedBy: resolvedBy, Repeats: repeats}
	}
	tests := []struct {
		reason   string
		findings []*workbook.Finding
		by       string // what raised F1 again; "" where F1 is resolved
	}{
		{"nobody raised it again", []*workbook.Finding{finding("F1", "V1", "V3")}, ""},
		{"raised again after that", []*workbook.Finding{finding("F1", "V1", "V3"), finding("F4", "V4", "", "F1")}, "F4"},
		{"raised again by the same letter", []*workbook.Finding{finding("F1", "V1", "V3"), finding("F3", "V3", "", "F1")}, "F3"},
		{"raised again before it was resolved", []*workbook.Finding{finding("F1", "V1", "V3"), finding("F2", "V2", "", "F1")}, ""},
		{"by a chain of repeats", []*workbook.Finding{finding("F1", "V1", "V2"), finding("F3", "V3", "", "F1"), finding("F4", "V4", "", "F3")}, "F4"},
		{"and resolved again", []*workbook.Finding{finding("F1", "V1", "V2"), finding("F3", "V3", "V4", "F1")}, ""},
		{"and again, and raised once more", []*workbook.Finding{finding("F1", "V1", "V2"), finding("F3", "V3", "V3", "F1"), finding("F4", "V4", "", "F3")}, "F4"},
		{"praised later", []*workbook.Finding{finding("F1", "V1", "V2"), {Ref: "F4", Visit: "V4", Kind: workbook.KindProgress, Repeats: []string{"F1"}}}, ""},
		{"raised again by a finding of no visit", []*workbook.Finding{finding("F1", "V1", "V2"), finding("F4", "", "", "F1")}, ""},
	}
	for _, test := range tests {
		f := derive(&workbook.Plan{
			Visits:   []*workbook.Visit{{Ref: "V1", Started: day(-400)}, {Ref: "V2", Started: day(-300)}, {Ref: "V3", Started: day(-200)}, {Ref: "V4", Started: day(-100)}},
			Findings: test.findings,
		})
		x, by := f.Findings[0], ""
		if x.ReopenedBy != nil {
			by = x.ReopenedBy.Ref
		}
		if by != test.by || x.Resolved() == (test.by != "") || x.Reopened == x.Resolved() {
			t.Errorf("%s: resolved %t, reopened %t by %q, want by %q", test.reason, x.Resolved(), x.Reopened, by, test.by)
		}
	}
}

func TestLinksOfAFinding(t *testing.T) {
	f := derive(&workbook.Plan{
		Visits:   []*workbook.Visit{{Ref: "V1"}},
		Areas:    []*workbook.Area{{Ref: "A1"}, {Ref: "A2"}},
		Findings: []*workbook.Finding{{Ref: "F1", Visit: "V1", Areas: []string{"A2", "A1", "A2"}}},
		Actions:  []*workbook.Action{{Area: "A1", Findings: []string{"F1"}}},
	})
	x := f.Findings[0]
	if !slices.Equal(x.Areas, []*Area{f.Areas[1], f.Areas[0]}) {
		t.Error("areas stand in the order named, each once")
	}
	if len(f.Areas[0].Findings) != 1 || len(f.Areas[1].Findings) != 1 || len(f.Visits[0].Findings) != 1 {
		t.Error("its areas and its visit have the finding once")
	}
	if !slices.Equal(f.Actions[0].Findings, []*Finding{x}) {
		t.Error("the action leads to the finding that it names")
	}
}

// Where a finding stands: an earlier visit can't have resolved it, an action
// that was closed before it was raised does not answer it, and an action that
// only works in its area is none of its own.
func TestStanding(t *testing.T) {
	act := func(status, completed string, findings ...string) *workbook.Action {
		a := &workbook.Action{Area: "A1", Status: status, Findings: findings}
		if completed != "" {
			a.Completed = workbook.MustDate(completed)
		}
		return a
	}
	visits := []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Started: workbook.MustDate("2026-04-20")}, {Ref: "V2", Kind: "Focused visit", Started: workbook.MustDate("2026-08-04")},
		{Ref: "M1", Kind: "Monitoring visit", Number: workbook.Number{Value: 1, Set: true}}, {Ref: "M2", Kind: "Monitoring visit", Number: workbook.Number{Value: 2, Set: true}},
		{Ref: "N"},
	}
	tests := []struct {
		reason            string
		visit, resolvedBy string
		actions           []*workbook.Action
		want              Standing
	}{
		{"resolved by a later visit", "V1", "V2", []*workbook.Action{act("Green", "", "F1")}, FindingResolved},
		{"resolved by an earlier visit", "V2", "V1", []*workbook.Action{act("Green", "", "F1")}, FindingUnderWay},
		{"resolved by the visit that raised it", "V2", "V2", nil, FindingUnanswered},
		{"resolved by one of the same kind with a lower number", "M2", "M1", []*workbook.Action{act("Green", "", "F1")}, FindingUnderWay},
		{"resolved by one of which nobody knows when it was", "V2", "N", []*workbook.Action{act("Green", "", "F1")}, FindingResolved},
		{"resolved, and nobody knows which visit raised it", "", "V1", nil, FindingResolved},
		{"all done after it was raised", "V2", "", []*workbook.Action{act("Blue", "2026-09-01", "F1")}, FindingDone},
		{"one done before it was raised, one after", "V2", "", []*workbook.Action{act("Blue", "2026-07-10", "F1"), act("Blue", "2026-09-01", "F1")}, FindingDone},
		{"all done before it was raised", "V2", "", []*workbook.Action{act("Blue", "2026-07-10", "F1"), act("Dropped", "", "F1")}, FindingAfterwards},
		{"done, and nobody knows when", "V2", "", []*workbook.Action{act("Blue", "", "F1")}, FindingDone},
		{"done before, and nobody knows when it was raised", "N", "", []*workbook.Action{act("Blue", "2026-07-10", "F1")}, FindingDone},
		{"one done before it was raised, another still open", "V2", "", []*workbook.Action{act("Blue", "2026-07-10", "F1"), act("Green", "", "F1")}, FindingUnderWay},
		{"off track", "V2", "", []*workbook.Action{act("Red", "", "F1"), act("Green", "", "F1")}, FindingInTrouble},
		{"mapped by area only, whatever that is at", "V2", "", []*workbook.Action{act("Blue", "2026-09-01")}, FindingUnanswered},
		{"only a withdrawn action names it", "V2", "", []*workbook.Action{act("Dropped", "", "F1")}, FindingUnanswered},
	}
	again := derive(&workbook.Plan{
		Visits: append(visits[:2:2], &workbook.Visit{Ref: "V3", Kind: "Focused visit", Started: workbook.MustDate("2026-09-10")}), Areas: []*workbook.Area{{Ref: "A1"}},
		Actions: []*workbook.Action{act("Blue", "2026-07-10", "F1")},
		Findings: []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Visit: "V1", ResolvedBy: "V2", Areas: []string{"A1"}},
			{Ref: "F2", Kind: workbook.KindConcern, Visit: "V3", Repeats: []string{"F1"}, Areas: []string{"A1"}}},
	})
	if got := again.Findings[0].Standing; got != FindingAfterwards {
		t.Errorf("resolved, and raised again after all was done: %d", got)
	}
	for _, test := range tests {
		f := derive(&workbook.Plan{
			Visits: visits, Areas: []*workbook.Area{{Ref: "A1"}}, Actions: test.actions,
			Findings: []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Visit: test.visit, ResolvedBy: test.resolvedBy, Areas: []string{"A1"}}, {Ref: "P", Kind: workbook.KindStrength}},
		})
		if got := f.Findings[0].Standing; got != test.want {
			t.Errorf("%s: %d, want %d", test.reason, got, test.want)
		}
		n := CountStandings(f.Findings)
		if n.Needing() != 1 || (n.Open() == 0) != (test.want == FindingResolved || test.want == FindingDone) {
			t.Errorf("%s: %d ask for an answer and %d of them are open", test.reason, n.Needing(), n.Open())
		}
	}
}
