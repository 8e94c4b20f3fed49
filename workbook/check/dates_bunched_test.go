package check

import (
	"fmt"
	"strings"
	"testing"
)

// A quarter of all dates on one day is said as well, and that day only; on the
// last day of the plan it may be more, and a few on one day are chance.
func TestDatesOnOneDay(t *testing.T) {
	plan := func(day string, n int) string {
		var rows strings.Builder
		rows.WriteString("Actions:\n| Ref | Area | Due | Findings |\n")
		for i := range 24 {
			due := fmt.Sprintf("2026-11-%02d", i+2)
			if i < n {
				due = day
			}
			fmt.Fprintf(&rows, "| 3.%d | 3 | %s | F5 |\n", i+10, due)
		}
		return rows.String()
	}
	for _, test := range []struct {
		day  string
		n    int
		want string
	}{
		{"2027-01-29", 9, "9 of 3"},
		{"2027-01-29", 5, ""},
		{"2027-03-31", 9, ""}, // the plan ends
		{"2027-03-31", 15, "15 of 3"},
	} {
		_, r := runExample(t, readExample(t, plan(test.day, test.n)), Options{})
		said := ""
		for _, p := range ofRule(r.Problems, "dates-bunched") {
			said = p.Message
		}
		if (said == "") != (test.want == "") || !strings.HasPrefix(said, test.want) || strings.Contains(said, " and ") {
			t.Errorf("%d on %s: %q, wanted %q", test.n, test.day, said, test.want)
		}
	}
}
