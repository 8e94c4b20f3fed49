package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// An area's move is told by its printed status, then and now.
func TestAreaMoved(t *testing.T) {
	was := func(m workbook.Meaning, word string) *facts.Area { return &facts.Area{Meaning: m, Word: word} }
	for _, c := range []struct {
		reason string
		now    workbook.Meaning
		then   *facts.Area
		want   string
	}{
		{"better", workbook.OnTrack, was(workbook.AtRisk, "Amber"), "Better, was Amber"},
		{"worse", workbook.OffTrack, was(workbook.AtRisk, "Amber"), "Worse, was Amber"},
		{"the same", workbook.AtRisk, was(workbook.AtRisk, "Amber"), "No change"},
		{"not in the earlier plan", workbook.AtRisk, nil, "New"},
		{"a word that the key lacks", workbook.AtRisk, was(workbook.MeaningUnknown, "Greenish"), "Was Greenish"},
		{"withdrawn is neither", workbook.Withdrawn, was(workbook.AtRisk, "Amber"), "Was Amber"},
	} {
		if got := movedWords(areaMoved(Status{Meaning: c.now}, c.then)); got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

// Below a strip of lines stands which areas their actions say otherwise of, by
// what they say, and which have moved.
func TestStripNote(t *testing.T) {
	for _, c := range []struct {
		reason string
		areas  []*Area
		want   string
	}{
		{"nothing to say", []*Area{{Ref: "A1"}}, ""},
		{"one", []*Area{{Ref: "A1", Disagreement: "x", ByActions: "Red"}}, "* By its actions alone area A1 would be Red."},
		{"several", []*Area{{Ref: "A1", Disagreement: "x", ByActions: "Red"}, {Ref: "A2", Disagreement: "x", ByActions: "Amber"}, {Ref: "A3", Disagreement: "x", ByActions: "Red"}},
			"* By their actions alone areas A1 and A3 would be Red; area A2 Amber."},
		{"all", []*Area{{Ref: "A1", Disagreement: "x", ByActions: "Red"}, {Ref: "A2", Disagreement: "x", ByActions: "Red"}, {Ref: "A3", Disagreement: "x", ByActions: "Red"}},
			"* By their actions alone all 3 areas would be Red."},
		{"moved", []*Area{{Ref: "A1", Change: areaBetter, Was: "Red"}, {Ref: "A2", Change: areaWorse, Was: "Green"}, {Ref: "A3", Change: areaNew}, {Ref: "A4", Was: "Greenish"}, {Ref: "A5", Change: areaSame}},
			"Since the last board, worse: A2; better: A1; changed: A3 (new) and A4 (was Greenish)."},
		{"none moved", []*Area{{Ref: "A1", Change: areaSame}}, "Since the last board, no area has another status."},
	} {
		b := &Brief{Areas: c.areas, Status: StatusBar{ThenName: "Last board"}}
		if got := b.StripNote(); got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

// The matrix counts every finding that asks for improvement once in its last
// row, and in each of its areas; the paper on visits has the same numbers.
func TestMatrix(t *testing.T) {
	for sample, on := range map[string]string{"south-gloucestershire": "2023-01-31", "gloucestershire": "2018-09-30", "needs-attention": "2026-09-30"} {
		b := build(t, "../samples/"+sample+".xlsx", on)
		m := b.Coverage.Matrix
		all := m.Rows[len(m.Rows)-1]
		sum := 0
		for i, n := range all.ByVisit {
			sum += n
			if n == 0 {
				t.Errorf("%s: the column %s holds nothing", sample, m.Visits[i])
			}
		}
		resolved, done, open, unanswered, lost := 0, 0, 0, 0, 0
		for _, v := range b.Visits {
			resolved, done, open = resolved+v.Resolved, done+v.Done, open+v.Open
			for _, f := range v.Findings {
				unanswered += map[bool]int{true: 1}[f.State == standingWords[facts.FindingUnanswered]]
			}
			if v.Ref == "" {
				lost += v.Needing
			}
		}
		if all.All != b.Coverage.Needing || sum+lost != all.All || strings.Contains(m.Note, "the visit is not known") != (lost > 0) || all.Answered != b.Coverage.Answered {
			t.Errorf("%s: the last row is %+v, of %d findings; %q", sample, all, b.Coverage.Needing, m.Note)
		}
		if all.Resolved != resolved || all.Done != done || all.All != resolved+done+open {
			t.Errorf("%s: the matrix has %d resolved and %d done of %d; the visits %d, %d and %d open", sample, all.Resolved, all.Done, all.All, resolved, done, open)
		}
		for _, x := range b.Coverage.All {
			if !x.NeedsAnswer || x.Answered || x.Resolved != "" {
				continue
			}
			unanswered--
		}
		if unanswered != 0 {
			t.Errorf("%s: the visits leave %d more findings without an action than the board paper", sample, unanswered)
		}
	}
}

// Past the most that a timeline draws, what is in trouble is drawn before the
// rest, and the others are counted.
func TestTimelineKeepsTheMostPressing(t *testing.T) {
	p := plan("Off track")
	for range 60 {
		a := *p.Actions[0]
		a.Status, a.Ref = "On track", "9."+string(rune('a'+len(p.Actions)%26))
		a.Due = workbook.MustDate("2023-02-10")
		p.Actions = append(p.Actions, &a)
	}
	p.Index()
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	if n := len(b.Timeline.Rows); n != mostTimelineRows || b.Timeline.Rows[0].Ref != "1.1" {
		t.Errorf("%d rows, the first %s", n, b.Timeline.Rows[0].Ref)
	}
	if want := "Thirty-one more actions are not drawn, for want of room."; b.Timeline.LeftOut != want {
		t.Errorf("left out: %q", b.Timeline.LeftOut)
	}
}
