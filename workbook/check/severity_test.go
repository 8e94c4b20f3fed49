package check

import (
	"testing"

	"actionplan/workbook"
)

// Where the evidence is weak a rule advises, and where it is plain it warns.
func TestWeakEvidenceIsAdvice(t *testing.T) {
	note := func(s string) string {
		return "Actions:\n| Ref | Progress note |\n| 3.1 | " + s + " |\n"
	}
	for _, c := range []struct {
		rule, change string
		want         workbook.Severity
	}{
		{"small-count", note("Kits are in use; three children have no worker."), workbook.Warning},
		{"small-count", note("Visits made to 29 of 33. Two families asked not to have one."), workbook.Advice},
		{"small-count", note("Calls made for 15 audits so far, three parents didn't want to talk."), workbook.Advice},
		{"small-count", note("Two families in Thornley asked not to have a visit."), workbook.Warning},
		{"small-count", note("Two families asked not to have a visit on 14 September."), workbook.Warning},
		{"small-count", note("Three parents of children in custody didn't want to talk."), workbook.Warning},
		{"small-count", note("Two young people told us that they felt unsafe."), workbook.Warning},
		{"small-count", note("In August auditors asked for the plans of 2 children to be changed at once."), workbook.Warning},
		{"small-count", note("Weaknesses found for one child are put right for that child."), workbook.Advice},
		{"small-count", note("One child was found alone in the flat."), workbook.Warning},
		{"child-described", note("A 7-year-old girl in Thornley has had no reply."), workbook.Warning},
		{"child-described", note("What comes up again and again: the child's father isn't seen."), workbook.Advice},
		{"small-count", "Actions:\n| Ref | Impact for children |\n| 3.1 | Three children in Thornley Lane sleep at home again |\n", workbook.Warning},
		{"child-described", "Actions:\n| Ref | Impact for children |\n| 3.1 | A sixteen year old with nowhere to sleep makes the choice knowing what it means |\n", workbook.Advice},
		{"child-described", "Actions:\n| Ref | Impact for children |\n| 3.1 | A sixteen year old girl who was moved to Thornley sleeps at home again |\n", workbook.Warning},
		{"small-count", note("Nine children live in rooms far away; three of them have no worker."), workbook.Warning},
		{"small-count", note("Young people map the places where they feel unsafe and the council changes three of them."), workbook.SeverityInvalid},
		{"note-against-status", note("Roll-out has stalled while the police find somebody to send."), workbook.Warning},
		{"area-status", "Areas:\n| Ref | Status | Reason for status |\n| 2 | On track | Records are better. |\nActions:\n| Ref | Status |\n| 2.1 | Off track |\n", workbook.Warning},
		{"area-status", "Areas:\n| Ref | Status | Reason for status |\n| 1 | On track | Core groups meet sooner. |\nActions:\n| Ref | Area | Status | Due |\n| 2.1 | 1 | On track | 2026-12-18 |\n| 3.1 | 1 | On track | 2026-12-18 |\n| 1.3 | 1 | Off track | 2026-12-18 |\n| 1.2 | 1 | On track | 2026-12-18 |\n", workbook.Advice},
		{"green-against-measure", "Measures:\n| Ref | Baseline |\n| M3 | 60 |\nActions:\n| Ref | Status | Success measure |\n| 3.1 | On track | M3 |\n", workbook.Advice},
		{"green-against-measure", "Measures:\n| Ref | Baseline |\n| M3 | 60 |\nActions:\n| Ref | Status | Success measure |\n| 3.1 | Embedded | M3 |\n", workbook.Warning},
	} {
		found := workbook.SeverityInvalid
		problems := judge(t, readExample(t, c.change).content, "2026-09-30", Options{}).Problems
		for _, problem := range problems {
			if problem.Rule == c.rule {
				found = problem.Severity
			}
		}
		if found != c.want {
			t.Errorf("%s is told as %v, wanted %v:\n%s%v", c.rule, found, c.want, c.change, problems)
		}
	}
}
