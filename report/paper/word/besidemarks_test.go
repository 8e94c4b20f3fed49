package word

import (
	"strings"
	"testing"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// A line is broken before a shape whose words have no room beside it, and nowhere
// else: also after words that go on over lines.
func TestShapesStandBesideTheirWords(t *testing.T) {
	look := chart.Look{Shape: chart.TickMark}
	mark := block.Run{Mark: &look}
	for _, c := range []struct {
		about  string
		says   string
		breaks int
	}{
		{"there is room on the line", "may miss its date. ", 0},
		{"the words end a line and leave room on the next", strings.Repeat("may miss its date ", 6), 0},
		{"there is no room left", strings.Repeat("may miss its date ", 4) + "now ", 1},
	} {
		breaks := 0
		for _, r := range besideMarks([]block.Run{mark, {Text: "At risk ", Bold: true}, {Text: c.says}, mark, {Text: "Off track", Bold: true}}, 150) {
			breaks += strings.Count(r.Text, "\n")
		}
		if breaks != c.breaks {
			t.Errorf("%s: %d lines are broken", c.about, breaks)
		}
	}
}
