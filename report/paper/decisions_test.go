package paper

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/report"
)

// A short list of actions names each whole; a long one has a line or two for each.
func TestActionsInAShortListAreNamedWhole(t *testing.T) {
	name := strings.TrimSpace(strings.Repeat("a written dashboard for team managers ", 4))
	for _, n := range []int{1, shortList, shortList + 1} {
		c := &composer{brief: &report.Brief{}, layout: &report.Layout{}, ruler: newRuler()}
		var rows []*report.Action
		for i := range n {
			rows = append(rows, &report.Action{Ref: fmt.Sprint("1.", i+1), Name: name, Text: name})
		}
		shown := cellText(c.actionLines("due", "Due", rows).Rows[0].Cells[0])
		if whole := shown == "1.1 "+name; whole != (n <= shortList) {
			t.Errorf("one of %d is called %q", n, shown)
		}
	}
}
