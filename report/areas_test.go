package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// A status that is worked out says which actions gave it; one that somebody
// states needs somebody's reason.
func TestDerivedReason(t *testing.T) {
	for _, c := range []struct{ reason, statuses, stated, want string }{
		{"off track and at risk are told apart", "Off track,At risk,On track", "", "Of 3 actions, one is off track and one is at risk."},
		{"none is counted twice", "Off track late,At risk,On track", "", "Of 3 actions, one is off track and overdue, one is at risk."},
		{"each once", "Off track late,Off track late,Off track,On track late", "", "Of 4 actions, one is off track, 2 are off track and overdue, one is overdue."},
		{"one of one", "Off track late", "", "Its one action is off track and overdue."},
		{"nothing wrong", "On track,Delivered", "", "No action is late, at risk or off track."},
		{"all done", "Delivered,Embedded", "", "Done: 2 of 2."},
		{"nothing begun", "Not started", "", "No action was due to start yet."},
		{"a word that the key lacks", "Greenish", "", "Its one action has no known status."},
		{"a stated status is not explained for them", "At risk", "At risk", ""},
	} {
		p := plan(strings.Split(strings.ReplaceAll(c.statuses, " late", ""), ",")...)
		for i, status := range strings.Split(c.statuses, ",") {
			if strings.HasSuffix(status, " late") {
				p.Actions[i].Due = workbook.MustDate("2023-01-20")
			}
		}
		p.Areas[0].Status = c.stated
		b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
		if got := b.Areas[0].Reason; got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}
