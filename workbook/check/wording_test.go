package check

import (
	"strings"
	"testing"
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
