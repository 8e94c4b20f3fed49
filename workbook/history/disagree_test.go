package history

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
)

func TestDisagreements(t *testing.T) {
	log := func(p *workbook.Plan, date, action, due string) {
		p.Updates = append(p.Updates, &workbook.Update{Date: on(date), Action: action, Status: "Green", RevisedDue: on(due), Note: "As reported to the board on " + date})
	}
	tests := []struct {
		name, reason string
		edit         func(p *workbook.Plan)
		want         []string
	}{
		{name: "nothing", reason: "the plan as it was", edit: func(*workbook.Plan) {}},
		{name: "moved and logged", reason: "row and log agree", edit: func(p *workbook.Plan) {
			p.Actions[1].RevisedDue = on("2026-12-31")
			log(p, "2026-09-20", "1.2", "2026-12-31")
		}},
		{name: "moved, not logged", reason: "the first move, and no line for it", edit: func(p *workbook.Plan) {
			p.Actions[0].RevisedDue = on("2026-12-31")
		}, want: []string{"Actions Revised due 1.1 row 2: 31/12/2026"}},
		{name: "moved again, not logged", reason: "the row was looked at after the line of the first move", edit: func(p *workbook.Plan) {
			p.Actions[1].RevisedDue, p.Actions[1].Updated = on("2026-12-31"), on("2026-09-01")
		}, want: []string{"Actions Revised due 1.2 row 3: 31/12/2026"}},
		{name: "contradicts the latest line", reason: "check says so from one workbook alone", edit: func(p *workbook.Plan) {
			p.Actions[1].RevisedDue = on("2026-12-31")
		}},
		{name: "first date overwritten", reason: "the cell that changed is Due", edit: func(p *workbook.Plan) {
			p.Actions[0].Due = on("2027-01-31")
		}, want: []string{"Actions Due 1.1 row 2: 31/01/2027"}},
		{name: "logged and moved back", reason: "the row agrees with an earlier line", edit: func(p *workbook.Plan) {
			log(p, "2026-08-20", "1.2", "2026-12-31")
			p.Actions[1].RevisedDue, p.Actions[1].Updated = on("2026-12-31"), on("2026-09-25")
		}},
		{name: "withdrawn", reason: "its date no longer matters", edit: func(p *workbook.Plan) {
			p.Actions[0].RevisedDue, p.Actions[0].Status = on("2026-12-31"), "Stopped"
		}},
		{name: "new action", reason: "nothing moved", edit: func(p *workbook.Plan) {
			p.Actions = append(p.Actions, &workbook.Action{Ref: "9", Text: "Something wholly new", Due: on("2026-12-31"), RevisedDue: on("2027-01-31")})
		}},
		{name: "renumbered", reason: "the action is found under its new ref", edit: func(p *workbook.Plan) {
			p.Actions[2].Ref, p.Actions[2].RevisedDue = "R2", on("2027-03-31")
		}, want: []string{"Actions Revised due R2 row 4: 31/03/2027"}},
		{name: "no log", reason: "a plan that keeps none", edit: func(p *workbook.Plan) {
			p.Updates = nil
			p.Actions[0].RevisedDue = on("2026-12-31")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			new := small()
			tt.edit(new)
			place(new)
			var got []string
			for _, p := range Match(small(), new).Disagreements() {
				got = append(got, fmt.Sprintf("%s %s %s row %d: %s", p.Cell.Sheet, p.Column, p.Ref, p.Cell.Row, p.Value))
				if p.Rule != RuleDateMovedUnlogged || p.Severity != workbook.Warning {
					t.Errorf("%+v", p)
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
	new.Actions[0].RevisedDue = on("2026-12-31")
	got := Match(small(), new).Disagreements()[0]
	if want := "The due date has moved from 30 November 2026 to 31 December 2026 since the earlier workbook, and no line on Updates says so."; got.Message != want {
		t.Errorf("message %q", got.Message)
	}
	if want := "Add a line on Updates with 31/12/2026 as Revised due and why it moved, or put 30/11/2026 back."; got.Hint != want {
		t.Errorf("hint %q", got.Hint)
	}
}
