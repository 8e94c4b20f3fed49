package history

import (
	"strings"
	"testing"

	"actionplan/workbook"
)

func TestCompareOneEdit(t *testing.T) {
	tests := []struct {
		name, reason string
		then         func(p *workbook.Plan) // changes the old plan
		edit         func(p *workbook.Plan) // changes the new plan
		want         []string
		words, last  string // of the first and the last change
	}{
		{name: "new action", reason: "a row with a ref that was not there",
			edit: func(p *workbook.Plan) {
				p.Actions = append(p.Actions, &workbook.Action{Ref: "2.2", Area: "A2", Text: "Managers observe one supervision a month", Owner: "Head of quality", Due: on("2027-01-31"), Status: "White"})
			},
			want:  []string{"added | Actions | 2.2 |  |  → Managers observe one supervision a month | 0"},
			words: `Action 2.2 "Managers observe one supervision a month" is new, owned by Head of quality, due 31 January 2027.`},
		{name: "action gone", reason: "the row was deleted, and the log of it with it",
			edit: func(p *workbook.Plan) {
				p.Actions, p.Updates = append(p.Actions[:1:1], p.Actions[2]), p.Updates[2:]
			},
			want: []string{"removed | Actions | 1.2 |  | Two reviewing officers check twenty records each month →  | 0",
				"removed | Updates | 1.2 |  | 2026-07-01: First month of checks done →  | 0",
				"removed | Updates | 1.2 |  | 2026-08-01: One officer off sick until September →  | 0"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" is gone; its last status was Amber.`},
		{name: "finding dropped", reason: "a finding is what a letter says; without it nothing answers it",
			edit:  func(p *workbook.Plan) { p.Findings = p.Findings[:1] },
			want:  []string{"removed | Findings | F2 |  | Supervision seldom sets a next step with a date →  | 0"},
			words: `Finding F2 "Supervision seldom sets a next step with a date" was dropped.`},
		{name: "withdrawn", reason: "a status of that meaning",
			edit: func(p *workbook.Plan) { p.Actions[2].Status = "Stopped" },
			want: []string{"withdrawn | Areas | A2 | Status | White → Stopped | 0", "withdrawn | Actions | 2.1 | Status | White → Stopped | 0"},
			last: `Action 2.1 "Every manager uses the supervision form agreed in May" was withdrawn: it was White (not started) and is now Stopped (withdrawn).`},
		{name: "completed", reason: "open to delivered is completed and not also better",
			edit: func(p *workbook.Plan) {
				p.Actions[0].Status, p.Actions[0].Completed = "Complete", on("2026-10-01")
			},
			want: []string{"completed | Actions | 1.1 | Status | Green → Complete | 0", "changed | Actions | 1.1 | Completed |  → 2026-10-01 | 0"}},
		{name: "completed and embedded", reason: "open to embedded is completed too",
			edit: func(p *workbook.Plan) { p.Actions[0].Status = "Blue" },
			want: []string{"completed | Actions | 1.1 | Status | Green → Blue | 0"}},
		{name: "embedded", reason: "delivered to embedded is better, because the work was completed before",
			then: func(p *workbook.Plan) { p.Actions[0].Status = "Complete" },
			edit: func(p *workbook.Plan) { p.Actions[0].Status = "Blue" },
			want: []string{"better | Actions | 1.1 | Status | Complete → Blue | 0"}},
		{name: "embedded to delivered", reason: "still done, but no longer shown to work",
			then: func(p *workbook.Plan) { p.Actions[0].Status = "Blue" },
			edit: func(p *workbook.Plan) { p.Actions[0].Status = "Complete" },
			want: []string{"worse | Actions | 1.1 | Status | Blue → Complete | 0"}},
		{name: "reopened", reason: "done back to open",
			then: func(p *workbook.Plan) { p.Actions[0].Status = "Complete" },
			edit: func(p *workbook.Plan) { p.Actions[0].Status = "Amber" },
			want: []string{"reopened | Actions | 1.1 | Status | Complete → Amber | 0"}},
		{name: "withdrawn and taken up again", reason: "closed back to open",
			then: func(p *workbook.Plan) { p.Actions[0].Status = "Stopped" },
			edit: func(p *workbook.Plan) { p.Actions[0].Status = "Green" },
			want: []string{"reopened | Actions | 1.1 | Status | Stopped → Green | 0"}},
		{name: "slipped again", reason: "counted from the date that held, 31 October, and the second move",
			edit:  func(p *workbook.Plan) { p.Actions[1].RevisedDue = on("2026-11-30") },
			want:  []string{"slipped | Actions | 1.2 | Revised due | 2026-10-31 → 2026-11-30 | 30"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" slipped by 30 days, from 31 October 2026 to 30 November 2026; it has now moved twice.`},
		{name: "slipped by a day", reason: "the first revised date counts from Due",
			edit:  func(p *workbook.Plan) { p.Actions[0].RevisedDue = on("2026-12-01") },
			want:  []string{"slipped | Actions | 1.1 | Revised due |  → 2026-12-01 | 1"},
			words: `Action 1.1 "A one-page summary stands on the record of every child in care" slipped by 1 day, from 30 November 2026 to 1 December 2026; it had not moved before.`},
		{name: "brought forward", reason: "days are less than 0",
			edit: func(p *workbook.Plan) { p.Actions[1].RevisedDue = on("2026-10-01") },
			want: []string{"brought forward | Actions | 1.2 | Revised due | 2026-10-31 → 2026-10-01 | -30"}},
		{name: "back to the first date", reason: "without a Revised due the Due holds again",
			edit: func(p *workbook.Plan) { p.Actions[1].RevisedDue = workbook.Date{} },
			want: []string{"brought forward | Actions | 1.2 | Revised due | 2026-10-31 →  | -31"}},
		{name: "area slipped", reason: "an area's target date is its due date",
			edit:  func(p *workbook.Plan) { p.Areas[0].TargetDate = on("2027-04-30") },
			want:  []string{"slipped | Areas | A1 | Target date | 2027-03-31 → 2027-04-30 | 30"},
			words: `Area A1 "Children's records up to date" slipped by 30 days, from 31 March 2027 to 30 April 2027.`},
		{name: "owner changed", reason: "another post",
			edit:  func(p *workbook.Plan) { p.Actions[1].Owner = "Head of quality" },
			want:  []string{"owner changed | Actions | 1.2 | Owner | Jane Smith → Head of quality | 0"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" passed from Jane Smith to Head of quality.`},
		{name: "other owners", reason: "areas, risks and the plan have owners too",
			edit: func(p *workbook.Plan) {
				p.Areas[0].Owner, p.Risks[0].Owner, p.Info.SRO = "Jane Smith", "Jane Smith", "Chief executive"
			},
			want: []string{"owner changed | Plan |  | Senior responsible owner | Director of children's services → Chief executive | 0",
				"owner changed | Areas | A1 | Accountable owner | Head of quality → Jane Smith | 0",
				"owner changed | Risks | R1 | Owner | Head of quality → Jane Smith | 0"}},
		{name: "owner spelt differently", reason: "case, spaces and the order of a name are no change",
			edit: func(p *workbook.Plan) {
				p.Actions[1].Owner, p.Areas[0].Owner, p.People[0].Name = "Smith, Jane", "HEAD OF  Quality ", "smith, jane"
			}},
		{name: "person renamed", reason: "the same e-mail address: said once, not for every action",
			edit: func(p *workbook.Plan) { p.People[0].Name, p.Actions[1].Owner = "Jane Miller", "Jane Miller" },
			want: []string{"renamed | People | Jane Miller | Name | Jane Smith → Jane Miller | 0"}},
		{name: "better", reason: "at risk to on track, an area",
			edit:  func(p *workbook.Plan) { p.Areas[0].Status = "Green" },
			want:  []string{"better | Areas | A1 | Status | Amber → Green | 0"},
			words: `Area A1 "Children's records up to date" is doing better: it was Amber (at risk) and is now Green (on track).`},
		{name: "worse", reason: "not started is better than at risk",
			edit: func(p *workbook.Plan) { p.Actions[2].Status = "Amber" },
			want: []string{"worse | Areas | A2 | Status | White → Amber | 0", "worse | Actions | 2.1 | Status | White → Amber | 0"}},
		{name: "started", reason: "not started is worse than on track",
			edit:  func(p *workbook.Plan) { p.Actions[2].Status = "Green" },
			want:  []string{"better | Areas | A2 | Status | White → Green | 0", "better | Actions | 2.1 | Status | White → Green | 0"},
			words: `Area A2 "Supervision that gives direction" is doing better: it was White (not started) from its actions and is now Green (on track) from its actions.`},
		{name: "from at risk to off track", reason: "off track is the worst",
			edit: func(p *workbook.Plan) { p.Actions[1].Status = "Red" },
			want: []string{"worse | Actions | 1.2 | Status | Amber → Red | 0"}},
		{name: "a word that the key does not have", reason: "nobody knows whether it is better",
			edit: func(p *workbook.Plan) { p.Actions[1].Status = "Orange" },
			want: []string{"changed | Actions | 1.2 | Status | Amber → Orange | 0"}},
		{name: "done to a word that the key does not have", reason: "an unknown word counts as open",
			then: func(p *workbook.Plan) { p.Actions[1].Status = "Complete" },
			edit: func(p *workbook.Plan) { p.Actions[1].Status = "Orange" },
			want: []string{"reopened | Actions | 1.2 | Status | Complete → Orange | 0"}},
		{name: "area status left to its actions", reason: "a blank has no meaning of its own",
			edit: func(p *workbook.Plan) { p.Areas[0].Status = "" },
			want: []string{"changed | Areas | A1 | Status | Amber →  | 0"}},
		{name: "key reworded", reason: "Amber became Yellow everywhere; no status has changed",
			edit: func(p *workbook.Plan) {
				p.Key.Words[3].Word, p.Areas[0].Status, p.Actions[1].Status, p.Updates[1].Status = "Yellow", "Yellow", "Yellow", "Yellow"
			},
			want:  []string{"renamed | Key | Yellow | Word | Amber → Yellow | 0"},
			words: `The status word "Amber" is now called "Yellow".`},
		{name: "key redefined", reason: "one cause, said at the key and not at every row",
			edit: func(p *workbook.Plan) { p.Key.Words[3].Means = workbook.OffTrack },
			want: []string{"changed | Key | Amber | Means | at risk → off track | 0"}},
		{name: "another word of the same meaning", reason: "both words are in both keys, so somebody chose anew",
			then: func(p *workbook.Plan) {
				p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: "Lime", Means: workbook.OnTrack})
			},
			edit: func(p *workbook.Plan) {
				p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: "Lime", Means: workbook.OnTrack})
				p.Actions[0].Status = "Lime"
			},
			want: []string{"changed | Actions | 1.1 | Status | Green → Lime | 0"}},
		{name: "area renamed", reason: "not one word is the same, but its outcome and actions are",
			edit:  func(p *workbook.Plan) { p.Areas[0].Name = "Knowing every child" },
			want:  []string{"renamed | Areas | A1 | Improvement area | Children's records up to date → Knowing every child | 0"},
			words: `Area A1 "Knowing every child" was called "Children's records up to date" before.`},
		{name: "area renumbered", reason: "cells that only follow the new ref are no change",
			edit: func(p *workbook.Plan) {
				p.Areas[0].Ref = "1"
				p.Actions[0].Area, p.Actions[1].Area, p.Measures[0].Area, p.Measures[1].Area, p.Risks[0].Area = "1", "1", "1", "1", "1"
				p.Findings[0].Areas, p.Findings[1].Areas = []string{"1"}, []string{"A2", "1"}
			},
			want:  []string{"renumbered | Areas | 1 | Ref | A1 → 1 | 0"},
			words: `Area A1 is now 1; it was recognised by its words: "Children's records up to date".`},
		{name: "everything renumbered", reason: "lists, links, the log, readings and waivers follow",
			edit: func(p *workbook.Plan) {
				p.Actions[0].Ref, p.Actions[1].Ref, p.Actions[2].Ref = "R-01", "R-02", "S-01"
				p.Updates[0].Action, p.Updates[1].Action, p.Updates[2].Action = "R-02", "R-02", "R-01"
				p.Measures[0].Ref, p.Actions[0].Measures, p.Actions[0].SuccessMeasure = "K1", []string{"M2", "K1"}, "M2; K1"
				p.Readings[0].Measure, p.Readings[1].Measure = "K1", "K1"
				p.Findings[0].Ref, p.Findings[1].Ref = "X1", "X2"
				p.Actions[0].Findings, p.Actions[1].Findings, p.Actions[2].Findings = []string{"X1"}, []string{"X1", "X2"}, []string{"X2"}
				p.Waivers[0].Ref = "Actions!S-01"
			},
			want: []string{"renumbered | Findings | X1 | Ref | F1 → X1 | 0", "renumbered | Findings | X2 | Ref | F2 → X2 | 0",
				"renumbered | Actions | R-01 | Ref | 1.1 → R-01 | 0", "renumbered | Actions | R-02 | Ref | 1.2 → R-02 | 0",
				"renumbered | Actions | S-01 | Ref | 2.1 → S-01 | 0", "renumbered | Measures | K1 | Ref | M1 → K1 | 0",
				// A waiver that names the sheet as well is the same waiver.
			}},
		{name: "a row put in between", reason: "1.2 moved to 1.3 and its old ref now stands for the new row",
			edit: func(p *workbook.Plan) {
				p.Actions[1].Ref = "1.3"
				p.Actions = append(p.Actions, &workbook.Action{Ref: "1.2", Area: "A1", Text: "The new case system is in use in all teams"})
				p.Updates[0].Action, p.Updates[1].Action = "1.3", "1.3"
			},
			want: []string{"renumbered | Actions | 1.3 | Ref | 1.2 → 1.3 | 0",
				"ref reused | Actions | 1.2 | Ref | Two reviewing officers check twenty records each month → The new case system is in use in all teams | 0"}},
		{name: "ref reused", reason: "nothing of the old action is left, not even its dates",
			edit: func(p *workbook.Plan) {
				p.Actions[1] = &workbook.Action{Ref: "1.2", Area: "A1", Text: "The new case system is in use in all teams", Owner: "Head of quality", Due: on("2027-05-31"), Status: "White"}
			},
			want:  []string{"ref reused | Actions | 1.2 | Ref | Two reviewing officers check twenty records each month → The new case system is in use in all teams | 0"},
			words: `Action 1.2 now stands for something else, "The new case system is in use in all teams"; it stood for "Two reviewing officers check twenty records each month", which is gone.`},
		{name: "refs swapped", reason: "the links did not follow, so they lead elsewhere now",
			edit: func(p *workbook.Plan) { p.Measures[0].Ref, p.Measures[1].Ref = "M2", "M1" },
			want: []string{"renumbered | Measures | M2 | Ref | M1 → M2 | 0", "renumbered | Measures | M1 | Ref | M2 → M1 | 0",
				"history rewritten | Readings | M1 |  | 2026-07-31: 52 →  | 0", "history rewritten | Readings | M2 | Value | 2026-08-31: 55 → 2026-08-31: 10 | 0",
				"added | Readings | M1 |  |  → 2026-07-31: 52 | 0", "history rewritten | Readings | M1 | Value | 2026-08-31: 10 → 2026-08-31: 55 | 0"}},
		{name: "action reworded", reason: "the ref and half of the words stayed",
			edit: func(p *workbook.Plan) {
				p.Actions[1].Text = "Two reviewing officers check forty records every month and report to the board"
			},
			want:  []string{"changed | Actions | 1.2 | Action | Two reviewing officers check twenty records each month → Two reviewing officers check forty records every month and report to the board | 0"},
			words: `Action 1.2 "Two reviewing officers check forty records every month and report to the board": its wording was "Two reviewing officers check twenty records each month" and is now "Two reviewing officers check forty records every month and report to the board".`},
		{name: "evidence added to", reason: "what was there is still there",
			edit:  func(p *workbook.Plan) { p.Actions[1].Evidence = "Audit, June 2026; Audit, September 2026" },
			want:  []string{"evidence added | Actions | 1.2 | Evidence | Audit, June 2026 → Audit, June 2026; Audit, September 2026 | 0"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" has new evidence: "Audit, September 2026".`},
		{name: "first evidence", reason: "the cell was blank",
			edit: func(p *workbook.Plan) { p.Actions[0].Evidence = "Dip sample" },
			want: []string{"evidence added | Actions | 1.1 | Evidence |  → Dip sample | 0"}},
		{name: "evidence removed", reason: "the cell is blank now",
			edit: func(p *workbook.Plan) { p.Actions[1].Evidence = "" },
			want: []string{"evidence removed | Actions | 1.2 | Evidence | Audit, June 2026 →  | 0"}},
		{name: "evidence replaced", reason: "neither more nor less",
			edit:  func(p *workbook.Plan) { p.Actions[1].Evidence = "Staff survey" },
			want:  []string{"changed | Actions | 1.2 | Evidence | Audit, June 2026 → Staff survey | 0"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" has other evidence: "Staff survey" in place of "Audit, June 2026".`},
		{name: "checked by somebody", reason: "nobody was named before",
			edit:  func(p *workbook.Plan) { p.Actions[1].CheckedBy = "Head of audit" },
			want:  []string{"changed | Actions | 1.2 | Checked by |  → Head of audit | 0"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" is now said to be checked by Head of audit; nobody was named before.`},
		{name: "easier target", reason: "towards the baseline, for higher and for lower is better",
			edit: func(p *workbook.Plan) { p.Measures[0].Target, p.Measures[1].Target = num(90), num(5) },
			want: []string{"target made easier | Measures | M1 | Target | 95 → 90 | 0", "target made easier | Measures | M2 | Target | 3 → 5 | 0"}},
		{name: "harder target", reason: "away from the baseline is no easing",
			edit: func(p *workbook.Plan) { p.Measures[0].Target, p.Measures[1].Target = num(97.5), num(2) },
			want: []string{"changed | Measures | M1 | Target | 95 → 97.5 | 0", "changed | Measures | M2 | Target | 3 → 2 | 0"}},
		{name: "longer for the target", reason: "a later target date; an earlier one is not easier",
			edit: func(p *workbook.Plan) {
				p.Measures[0].TargetDate, p.Measures[1].TargetDate = on("2027-04-30"), on("2027-03-01")
			},
			want: []string{"target made easier | Measures | M1 | Target date | 2027-03-31 → 2027-04-30 | 30", "changed | Measures | M2 | Target date | 2027-03-31 → 2027-03-01 | -30"}},
		{name: "more room", reason: "a wider tolerance",
			edit: func(p *workbook.Plan) { p.Measures[0].Tolerance = num(5) },
			want: []string{"target made easier | Measures | M1 | Tolerance | 2 → 5 | 0"}},
		{name: "fewer measures", reason: "judged by one of the two it was judged by",
			edit: func(p *workbook.Plan) {
				p.Actions[0].Measures, p.Actions[0].SuccessMeasure = []string{"M2"}, "M2"
			},
			want: []string{"target made easier | Actions | 1.1 | Success measure | M1; M2 → M2 | 0"}},
		{name: "original due edited", reason: "the first date agreed never changes",
			edit:  func(p *workbook.Plan) { p.Actions[0].Due = on("2027-01-31") },
			want:  []string{"history rewritten | Actions | 1.1 | Due | 2026-11-30 → 2027-01-31 | 62"},
			words: `Action 1.1 "A one-page summary stands on the record of every child in care": the original due date was overwritten, from 30 November 2026 to 31 January 2027, 62 days later.`},
		{name: "revision wiped out", reason: "the slip was hidden by overwriting Due",
			edit: func(p *workbook.Plan) {
				p.Actions[1].Due, p.Actions[1].RevisedDue = on("2026-10-31"), workbook.Date{}
			},
			want: []string{"history rewritten | Actions | 1.2 | Due | 2026-09-30 → 2026-10-31 | 31", "history rewritten | Actions | 1.2 | Revised due | 2026-10-31 →  | 0"}},
		{name: "due date given", reason: "filling in a blank rewrites nothing",
			then: func(p *workbook.Plan) { p.Actions[0].Due = workbook.Date{} },
			want: []string{"changed | Actions | 1.1 | Due |  → 2026-11-30 | 0"}},
		{name: "baseline changed", reason: "a fact of the past",
			edit: func(p *workbook.Plan) {
				p.Measures[0].Baseline, p.Measures[0].BaselineDate = num(60), on("2026-04-30")
			},
			want: []string{"history rewritten | Measures | M1 | Baseline | 48 → 60 | 0", "history rewritten | Measures | M1 | Baseline date | 2026-03-31 → 2026-04-30 | 30"}},
		{name: "concern reworded and reclassified", reason: "a finding is what the letter says",
			edit: func(p *workbook.Plan) {
				p.Findings[0].Text, p.Findings[0].Kind = "Records are mostly brought up to date before a review", workbook.KindProgress
			},
			want: []string{"history rewritten | Findings | F1 | Kind | Concern → Progress | 0",
				"history rewritten | Findings | F1 | Finding | Records are not always brought up to date before a review → Records are mostly brought up to date before a review | 0"}},
		{name: "update logged", reason: "the log only grows",
			edit: func(p *workbook.Plan) {
				p.Updates = append(p.Updates, &workbook.Update{Date: on("2026-09-01"), Action: "1.2", Status: "Amber", Note: "Both officers are back"})
			},
			want: []string{"added | Updates | 1.2 |  |  → 2026-09-01: Both officers are back | 0"}},
		{name: "update put into the past", reason: "the log of the action already had a later one",
			edit: func(p *workbook.Plan) {
				p.Updates = append(p.Updates, &workbook.Update{Date: on("2026-07-15"), Action: "1.2", Status: "Red", Note: "The board was told of the delay"})
			},
			want: []string{"history rewritten | Updates | 1.2 |  |  → 2026-07-15: The board was told of the delay | 0"}},
		{name: "update deleted", reason: "its action is still there",
			edit:  func(p *workbook.Plan) { p.Updates = p.Updates[1:] },
			want:  []string{"history rewritten | Updates | 1.2 |  | 2026-07-01: First month of checks done →  | 0"},
			words: `The update of 1 July 2026 on action 1.2 was deleted from the log: "First month of checks done".`},
		{name: "update backdated", reason: "the same words under another day",
			edit:  func(p *workbook.Plan) { p.Updates[1].Date = on("2026-07-20") },
			want:  []string{"history rewritten | Updates | 1.2 | Date | 2026-08-01 → 2026-07-20 | -12"},
			words: "The update of 20 July 2026 on action 1.2: Date was overwritten, from 1 August 2026 to 20 July 2026, 12 days earlier."},
		{name: "update rewritten", reason: "same day, other words and status",
			edit: func(p *workbook.Plan) { p.Updates[0].Note, p.Updates[0].Status = "Started.", "White" },
			last: `The update of 1 July 2026 on action 1.2: the note was overwritten, from "First month of checks done" to "Started".`,
			want: []string{"history rewritten | Updates | 1.2 | Status | 2026-07-01: Green → 2026-07-01: White | 0",
				"history rewritten | Updates | 1.2 | Note | 2026-07-01: First month of checks done → 2026-07-01: Started. | 0"}},
		{name: "reading changed", reason: "the board was told 55",
			edit: func(p *workbook.Plan) {
				p.Readings[1].Value = num(58)
				p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: on("2026-09-30"), Value: num(60.5)})
			},
			want: []string{"history rewritten | Readings | M1 | Value | 2026-08-31: 55 → 2026-08-31: 58 | 0", "added | Readings | M1 |  |  → 2026-09-30: 60.5 | 0"}},
		{name: "area status filled in", reason: "it had that of its actions before",
			edit:  func(p *workbook.Plan) { p.Areas[1].Status = "Complete" },
			want:  []string{"completed | Areas | A2 | Status | White → Complete | 0"},
			words: `Area A2 "Supervision that gives direction" is completed: it was White (not started) from its actions and is now Complete (delivered).`},
		{name: "area status filled in with that of its actions", reason: "the cell is another, and nothing has moved",
			edit: func(p *workbook.Plan) { p.Areas[1].Status = "White" },
			want: []string{"changed | Areas | A2 | Status |  → White | 0"}},
		{name: "action status filled in", reason: "an action without a status counts as open",
			then: func(p *workbook.Plan) { p.Actions[1].Status = "" },
			edit: func(p *workbook.Plan) { p.Actions[1].Status = "Complete" },
			want: []string{"completed | Actions | 1.2 | Status |  → Complete | 0"}},
		{name: "a move there and back is one date", reason: "a revised date equal to Due is not counted",
			then: func(p *workbook.Plan) { p.Updates[0].RevisedDue = on("2026-09-30") },
			edit: func(p *workbook.Plan) {
				p.Updates[0].RevisedDue, p.Actions[1].RevisedDue = on("2026-09-30"), on("2026-11-01")
			},
			want:  []string{"slipped | Actions | 1.2 | Revised due | 2026-10-31 → 2026-11-01 | 1"},
			words: `Action 1.2 "Two reviewing officers check twenty records each month" slipped by 1 day, from 31 October 2026 to 1 November 2026; it has now moved twice.`},
		{name: "easier target, way not stated", reason: "the baseline says which way is better",
			then: func(p *workbook.Plan) { p.Measures[0].BetterWhen = "" },
			edit: func(p *workbook.Plan) { p.Measures[0].BetterWhen, p.Measures[0].Target = "", num(90) },
			want: []string{"target made easier | Measures | M1 | Target | 95 → 90 | 0"}},
		{name: "areas swap their refs", reason: "a cell left as it was now leads to the other area",
			edit: func(p *workbook.Plan) {
				p.Areas[0].Ref, p.Areas[1].Ref = "A2", "A1"
				p.Actions[0].Area, p.Actions[1].Area = "A2", "A2"
				p.Measures[0].Area, p.Measures[1].Area, p.Risks[0].Area, p.Findings[0].Areas = "A2", "A2", "A2", []string{"A2"}
			},
			want: []string{"renumbered | Areas | A2 | Ref | A1 → A2 | 0", "renumbered | Areas | A1 | Ref | A2 → A1 | 0",
				"changed | Areas | A1 | Status | White →  | 0", "changed | Actions | 2.1 | Area | A2 → A2 | 0"},
			last: `Action 2.1 "Every manager uses the supervision form agreed in May": Area still says "A2", but that ref now leads to something else.`},
		{name: "dangling ref", reason: "nobody touched the cell, and its ref leads nowhere now: that is for check",
			edit: func(p *workbook.Plan) {
				p.Areas[1].Ref, p.Findings[1].Areas = "S", []string{"A1", "S"}
			},
			want: []string{"renumbered | Areas | S | Ref | A2 → S | 0", "changed | Areas | S | Status | White →  | 0"},
			last: `Area S "Supervision that gives direction" has no actions any more; it was White (not started) from its actions.`},
		{name: "the same note on another action", reason: "lines of different actions are never one line",
			edit: func(p *workbook.Plan) {
				p.Updates[0] = &workbook.Update{Date: on("2026-08-02"), Action: "1.1", Status: "Green", Note: "First month of checks done well"}
			},
			want: []string{"added | Updates | 1.1 |  |  → 2026-08-02: First month of checks done well | 0",
				"history rewritten | Updates | 1.2 |  | 2026-07-01: First month of checks done →  | 0"}},
		{name: "area renamed all over", reason: "it is known by its ref and its actions",
			then: func(p *workbook.Plan) { p.Findings[0].Areas, p.Findings[1].Areas = nil, nil },
			edit: func(p *workbook.Plan) {
				p.Findings[0].Areas, p.Findings[1].Areas = nil, nil
				p.Areas[0].Name, p.Areas[0].Outcome, p.Areas[0].Owner = "Knowing children", "Nobody asks twice", "Jane Smith"
			},
			want: []string{"renamed | Areas | A1 | Improvement area | Children's records up to date → Knowing children | 0",
				"changed | Areas | A1 | Outcome for children | Anyone helping a child can see what matters → Nobody asks twice | 0",
				"owner changed | Areas | A1 | Accountable owner | Head of quality → Jane Smith | 0"}},
		{name: "a new action that shares some words", reason: "one is gone and another is new",
			edit: func(p *workbook.Plan) {
				p.Actions[2] = &workbook.Action{Ref: "2.2", Area: "A2", Text: "Every manager observes one supervision a month", Owner: "Head of quality", Due: on("2027-02-28"), Status: "White"}
			},
			want: []string{"added | Actions | 2.2 |  |  → Every manager observes one supervision a month | 0",
				"removed | Actions | 2.1 |  | Every manager uses the supervision form agreed in May →  | 0"}},
		{name: "a near copy under another ref", reason: "the row that kept its ref has the better claim",
			edit: func(p *workbook.Plan) {
				p.Actions[1].Text = "Two reviewing officers check twenty plans each month"
				near := *p.Actions[1]
				near.Ref, near.Text = "1.9", "Two reviewing officers check twenty records each week"
				p.Actions = append(p.Actions, &near)
			},
			want: []string{"changed | Actions | 1.2 | Action | Two reviewing officers check twenty records each month → Two reviewing officers check twenty plans each month | 0",
				"added | Actions | 1.9 |  |  → Two reviewing officers check twenty records each week | 0"}},
		{name: "a second update on the day of the last", reason: "that day is not over",
			edit: func(p *workbook.Plan) {
				p.Updates = append(p.Updates, &workbook.Update{Date: on("2026-08-01"), Action: "1.2", Status: "Amber", Note: "Cover was found in the afternoon"})
			},
			want: []string{"added | Updates | 1.2 |  |  → 2026-08-01: Cover was found in the afternoon | 0"}},
		{name: "a ref said twice", reason: "A1; A1 is A1",
			edit: func(p *workbook.Plan) { p.Findings[0].Areas = []string{"A1", "a1"} }},
		{name: "plain fields", reason: "over every sheet, field by field",
			edit: func(p *workbook.Plan) {
				p.Info.MeetingDate, p.Info.DecisionsAsked = on("2026-11-24"), []string{"Note the audit"}
				p.Visits[0].Outcome, p.Risks[0].Likelihood, p.Glossary[0].Meaning = "Requires improvement", 4, "Independent reviewing officer: checks care plans"
				p.Waivers[0].Until = on("2026-12-31")
				p.Actions[0].Area = "A2"
			},
			want: []string{"changed | Plan |  | Meeting date | 2026-10-13 → 2026-11-24 | 42",
				"changed | Plan |  | Decisions asked | Agree the new date for 1.2; Note the audit → Note the audit | 0",
				"changed | Visits | V1 | Outcome |  → Requires improvement | 0", "better | Areas | A2 | Status | White → Green | 0", "changed | Actions | 1.1 | Area | A1 → A2 | 0",
				"changed | Risks | R1 | Likelihood | 3 → 4 | 0",
				"changed | Glossary | IRO | Meaning | Independent reviewing officer → Independent reviewing officer: checks care plans | 0",
				"changed | Waivers | vague-action 2.1 | Until |  → 2026-12-31 | 0"}},
		{name: "rows of the small sheets", reason: "new and gone on every sheet",
			edit: func(p *workbook.Plan) {
				p.Glossary[0], p.Waivers, p.People = &workbook.Term{Term: "LADO", Meaning: "Designated officer"}, nil, p.People[:2]
				p.Key.Words = p.Key.Words[:6]
			},
			want: []string{"removed | Key | Stopped |  | Stopped →  | 0", "removed | People | Principal social worker |  | Principal social worker →  | 0",
				"added | Glossary | LADO |  |  → Designated officer | 0", "removed | Glossary | IRO |  | Independent reviewing officer →  | 0",
				"removed | Waivers | vague-action 2.1 |  | The form is agreed →  | 0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			old, new := small(), small()
			for _, p := range []struct {
				plan *workbook.Plan
				edit func(*workbook.Plan)
			}{{old, tt.then}, {new, tt.edit}} {
				if p.edit != nil {
					p.edit(p.plan)
				}
				place(p.plan)
			}
			got := Compare(old, new)
			wantLines(t, got, tt.want)
			if tt.words != "" && (len(got.List) == 0 || got.List[0].Words != tt.words) {
				t.Errorf("words\n got %s\nwant %s", wordsOf(got), tt.words)
			}
			if n := len(got.List); tt.last != "" && (n == 0 || got.List[n-1].Words != tt.last) {
				t.Errorf("words\n got %s\nwant %s", wordsOf(got), tt.last)
			}
			if t.Failed() {
				t.Log(tt.reason)
			}
		})
	}
}

func wordsOf(c Changes) string {
	var all []string
	for _, x := range c.List {
		all = append(all, x.Words)
	}
	return strings.Join(all, "\n     ")
}
