package history

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
)

func TestDisagreements(t *testing.T) {
	log := func(p *workbook.Plan, date, action, status, due string) {
		u := &workbook.Update{Date: on(date), Action: action, Status: status, Note: "As reported to the board on " + date}
		if due != "" {
			u.RevisedDue = on(due)
		}
		p.Updates = append(p.Updates, u)
	}
	tests := []struct {
		name, reason string
		edit         func(p *workbook.Plan)
		want         []string
	}{
		{name: "nothing", reason: "the plan as it was", edit: func(*workbook.Plan) {}},
		{name: "moved and logged", reason: "row and log agree", edit: func(p *workbook.Plan) {
			p.Actions[1].RevisedDue = on("2026-12-31")
			log(p, "2026-09-20", "1.2", "Amber", "2026-12-31")
		}},
		{name: "moved, not logged", reason: "the date cell needs a line", edit: func(p *workbook.Plan) {
			p.Actions[1].RevisedDue = on("2026-12-31")
		}, want: []string{"date-moved-without-update Actions Revised due 1.2 row 3"}},
		{name: "first date overwritten", reason: "the cell that changed is Due", edit: func(p *workbook.Plan) {
			p.Actions[0].Due = on("2027-01-31")
		}, want: []string{"date-moved-without-update Actions Due 1.1 row 2"}},
		{name: "logged, not moved", reason: "nobody carried the line over", edit: func(p *workbook.Plan) {
			log(p, "2026-09-20", "1.1", "Green", "2026-12-31")
		}, want: []string{"update-not-applied Actions Revised due 1.1 row 2"}},
		{name: "status logged, not carried over", reason: "at Status, by meaning", edit: func(p *workbook.Plan) {
			log(p, "2026-09-20", "1.1", "Red", "")
		}, want: []string{"update-not-applied Actions Status 1.1 row 2"}},
		{name: "overtaken", reason: "the row was looked at after the line", edit: func(p *workbook.Plan) {
			log(p, "2026-09-20", "1.1", "Red", "")
			p.Actions[0].Updated = on("2026-09-25")
		}},
		{name: "two lines", reason: "only the later one holds", edit: func(p *workbook.Plan) {
			log(p, "2026-09-22", "1.1", "Green", "2027-01-15")
			log(p, "2026-09-20", "1.1", "Red", "2026-12-31")
			p.Actions[0].RevisedDue = on("2027-01-15")
		}},
		{name: "an old line", reason: "what both workbooks have is only history", edit: func(p *workbook.Plan) {
			p.Actions[1].Status = "Green"
		}},
		{name: "renumbered", reason: "the log follows the new ref", edit: func(p *workbook.Plan) {
			p.Actions[1].Ref, p.Updates[0].Action, p.Updates[1].Action = "R2", "R2", "R2"
			p.Actions[1].RevisedDue = on("2026-12-31")
		}, want: []string{"date-moved-without-update Actions Revised due R2 row 3"}},
		{name: "no log", reason: "a plan that keeps none", edit: func(p *workbook.Plan) {
			p.Updates = nil
			p.Actions[1].RevisedDue = on("2026-12-31")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := small()
			tt.edit(new)
			place(new)
			var got []string
			for _, p := range Disagreements(small(), new) {
				got = append(got, fmt.Sprintf("%s %s %s %s row %d", p.Rule, p.Cell.Sheet, p.Column, p.Ref, p.Cell.Row))
				if p.Severity != workbook.Warning || p.Message == "" || p.Hint == "" {
					t.Errorf("unfinished: %+v", p)
				}
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, d)
			}
		})
	}
}

func TestDisagreementWords(t *testing.T) {
	new := small()
	new.Updates = append(new.Updates, &workbook.Update{Date: on("2026-09-20"), Action: "1.1", Status: "Green", RevisedDue: on("2026-12-31"), Note: "Moved"})
	place(new)
	got := Disagreements(small(), new)
	if len(got) != 1 {
		t.Fatalf("got %v", got)
	}
	want := "The update of 20 September 2026 moves the date to 31 December 2026, but the action is still due on 30 November 2026."
	if got[0].Message != want || got[0].Hint != "Enter 31/12/2026 as Revised due, or correct the line on Updates." {
		t.Errorf("got %q, %q", got[0].Message, got[0].Hint)
	}
	if related := got[0].Related; len(related) != 1 || related[0].Row != 5 || related[0].Sheet != workbook.SheetUpdates {
		t.Errorf("related %v", related)
	}
}
