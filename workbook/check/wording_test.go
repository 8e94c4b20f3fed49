package check

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

func TestMessagesFitTheirCase(t *testing.T) {
	sent := "Visits:\n| Ref | Kind | Letter received |\n| V1 | Inspection | 2026-05-15 |\nPlan:\n| Field | Value |\n| Plan sent | (blank) |\n"
	finding := func(kind string) string {
		return "Findings:\n| Ref | Kind | Areas |\n| F3 | " + kind + " | 1 |\nActions:\n| Ref | Findings |\n| 1.2 | F2 |\n"
	}
	for _, c := range []struct{ reason, plan, rule, want string }{
		{"the date of the regulations", sent, "clock-late", "24 August 2026, 70 working days after the letter of V1 was received, and is not"},
		{"a date that was agreed", sent + "| Plan due override | 2026-09-11 |\n| Override reason | Agreed with the adviser |\n", "clock-late",
			"11 September 2026, the date agreed in place of 70 working days after the letter of V1 was received, and is not"},
		{"a date without a reason", sent + "| Plan due override | 2026-09-11 |\n| Override reason | (blank) |\n", "clock-late",
			"11 September 2026, a date in place of 70 working days after the letter of V1 was received for which no reason is given, and is not"},
		{"a concern", finding("Concern"), "finding-unanswered", "No action answers this concern."},
		{"a priority action", finding("Priority action"), "finding-unanswered", "No action answers this priority action."},
		{"an improvement needed", finding("Improvement needed"), "finding-unanswered", "No action answers this point for improvement."},
	} {
		_, r := runExample(t, readExample(t, c.plan), Options{})
		found := ofRule(r.Problems, c.rule)
		if len(found) != 1 || !strings.Contains(found[0].Message, c.want) {
			t.Errorf("%s: %v", c.reason, found)
		}
	}
}

// A date without a reason is no agreement.
func TestOtherDate(t *testing.T) {
	day := workbook.MustDate
	for _, c := range []struct{ due, reason, want string }{
		{"2026-09-11", "", "The plan gives 11 September 2026, a later date for which no reason is given."},
		{"2026-08-11", " ", "The plan gives 11 August 2026, an earlier date for which no reason is given."},
		{"2026-09-11", "Agreed with the adviser", "Another date was agreed: 11 September 2026. Reason: Agreed with the adviser."},
	} {
		if got := otherDate(facts.Clock{Due: day(c.due), Computed: day("2026-09-01")}, c.reason); got != c.want {
			t.Errorf("%q", got)
		}
	}
}

// What one visit resolved and a later one raised again is open again, and so is what
// an earlier visit is said to have resolved: a finding that no action answers is
// told. What a later visit resolved is not.
func TestUnansweredFollowsThePapers(t *testing.T) {
	visits := "Visits:\n| Ref | Kind | Title | Number | Started | Ended | Letter dated | Letter received |\n" +
		"| V2 | Monitoring visit | Monitoring visit | 1 | 2026-09-01 | 2026-09-02 | 2026-09-18 | 2026-09-18 |\n| V3 | Monitoring visit | Monitoring visit | 2 | 2026-09-20 | 2026-09-21 | 2026-09-28 | 2026-09-28 |\n"
	rows := func(resolved, again string) string {
		return visits + "Findings:\n| Ref | Visit | Kind | Finding | Where in letter | Areas | Repeats | Resolved by |\n" + resolved + again + "Actions:\n| Ref | Findings |\n| 1.2 | F2; F7 |\n"
	}
	for _, c := range []struct {
		reason, plan string
		want         int
	}{
		{"resolved at a later visit", rows("| F3 | V1 | Concern | Core groups meet late. | Paragraph 4 | 1 | (blank) | V2 |\n", ""), 0},
		{"raised again after", rows("| F3 | V1 | Concern | Core groups meet late. | Paragraph 4 | 1 | (blank) | V2 |\n", "| F7 | V3 | Concern | Core groups are still late. | Paragraph 3 | 1 | F3 | (blank) |\n"), 1},
		{"resolved by an earlier visit", rows("| F3 | V3 | Concern | Core groups meet late. | Paragraph 4 | 1 | (blank) | V2 |\n", ""), 1},
	} {
		_, r := runExample(t, readExample(t, c.plan), Options{})
		if found := ofRule(r.Problems, "finding-unanswered"); len(found) != c.want {
			t.Errorf("%s: %v", c.reason, found)
		}
	}
}
