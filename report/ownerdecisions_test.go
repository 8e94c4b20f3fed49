package report

import (
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
)

// TestOwnersOfDecisionsAndRisks: who acts on a decision or owns a risk has it on a page,
// also where they own nothing else, and one page only.
func TestOwnersOfDecisionsAndRisks(t *testing.T) {
	p := plan("Not started", "Not started")
	p.Info.MeetingDate = workbook.MustDate("2023-02-14")
	p.Info.DecisionsAsked, p.Info.DecisionOwners = []string{"Agree two more posts", "Agree the date"}, []string{"", "Director"}
	p.Risks = []*workbook.Risk{{Ref: "R1", Text: "Posts stay empty", Likelihood: 4, Impact: 5, Mitigation: "A round in March", Owner: "Director"},
		{Ref: "R2", Text: "Money runs out", Owner: "head of quality"}}
	b := on("2023-01-31", p)
	if len(b.OwnerPages) != 2 || len(b.Owners) != 1 {
		t.Fatalf("there are %d pages of %d owners", len(b.OwnerPages), len(b.Owners))
	}
	head, director := b.OwnerPages[0], b.OwnerPages[1]
	if want := "You answer for one area, which has not started. You own 2 actions: neither has started. You also own one risk."; head.Sentence != want {
		t.Errorf("%q, want %q", head.Sentence, want)
	}
	if want := []string{"R2 Money runs out. The plan does not say what is done about it."}; !slices.Equal(head.Risks, want) || len(head.Decisions) > 0 {
		t.Errorf("%q", head.Risks)
	}
	if want := "You own no actions. You act on one decision that the board is asked for and own one risk."; director.Sentence != want || director.Place != "Owner 2 of 2" {
		t.Errorf("%q, %q, want %q", director.Place, director.Sentence, want)
	}
	if want := []string{"Agree the date. The board meets on 14 February 2023."}; !slices.Equal(director.Decisions, want) {
		t.Errorf("%q", director.Decisions)
	}
	if want := []string{"R1 Posts stay empty. Its score is 20 very high. What we are doing: a round in March."}; !slices.Equal(director.Risks, want) {
		t.Errorf("%q", director.Risks)
	}
	if err := b.OnlyOwner("director"); err != nil || len(b.OwnerPages) != 1 {
		t.Errorf("a paper of who owns no action: %v", err)
	}
}

// TestAnsweredBeforeTheBoard: what an owner is to say is asked for by the board's meeting
// where that comes first, and never after it.
func TestAnsweredBeforeTheBoard(t *testing.T) {
	for _, c := range []struct{ meeting, due, want string }{
		{"2022-12-08", "2022-12-18", "say by 8 December 2022, when the board meets,"}, // the update is due on 16 December
		{"2022-12-08", "2022-12-02", "say by then"},
		{"2022-12-20", "2022-12-18", "say by 16 December 2022 how"},
		{"2022-11-20", "2022-12-18", "say by 16 December 2022 how"},
		{"", "2022-12-18", "say by 16 December 2022 how"},
	} {
		p := plan("At risk")
		p.Actions[0].Due, p.Actions[0].Updated = workbook.MustDate(c.due), workbook.MustDate("2022-11-04")
		if c.meeting != "" {
			p.Info.MeetingDate = workbook.MustDate(c.meeting)
		}
		for _, part := range on("2022-11-20", p).OwnerPages[0].Parts {
			for _, r := range part.Rows {
				if !strings.Contains(r.Needed, c.want) {
					t.Errorf("due %s, board on %q: %q does not hold %q", c.due, c.meeting, r.Needed, c.want)
				}
			}
		}
	}
}

// TestAllOfThem: what is said of all of several is English.
func TestAllOfThem(t *testing.T) {
	for _, c := range []struct {
		part string
		n    int
		want string
	}{
		{"2 have not started", 2, "neither has started"}, {"3 have not started", 3, "none has started"}, {"2 have no action", 2, "neither has any action"},
		{"2 are late", 2, "both are late"}, {"4 have work under way", 4, "all have work under way"},
	} {
		if got := eachOf([]string{c.part}, c.n); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
