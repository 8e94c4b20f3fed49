package check

import (
	"strings"
	"testing"
)

// Only rows with a column Publish can be marked; a hint must not send people
// to a column that is not there.
func TestRestrictedIsOfferedWhereItCanBeMarked(t *testing.T) {
	const number = "Seen: 943 476 5919"
	for _, c := range []struct{ reason, change, offered string }{
		{"an action", "Actions:\n| Ref | Progress note |\n| 3.1 | " + number + " |\n", " Or mark the row Restricted."},
		{"a risk follows its area", "Risks:\n| Ref | Mitigation |\n| R1 | " + number + " |\n", " Or mark its area Restricted."},
		{"an update follows its action", "Updates:\n| Date | Action | Note |\n| 2026-09-23 | 3.1 | " + number + " |\n", " Or mark its action Restricted."},
		{"the plan itself is always printed", "Plan:\n| Field | Value |\n| Judgement | " + number + " |\n", ""},
	} {
		_, r := runExample(t, readExample(t, c.change), Options{})
		found := ofRule(r.Problems, "nhs-number")
		if len(found) != 1 {
			t.Errorf("%s: %d problems", c.reason, len(found))
			continue
		}
		if _, offered, _ := strings.Cut(found[0].Hint, "out."); offered != c.offered {
			t.Errorf("%s: %q is offered, wanted %q", c.reason, offered, c.offered)
		}
	}
}
