package pdf

import (
	"strings"
	"testing"

	"actionplan/report/chart"
)

// The column title is of all months: it stands at the left, on the line of the
// years or, where a second year leaves no room beside the first, above it.
func TestDatesStandsBeforeTheYears(t *testing.T) {
	for _, c := range []struct {
		second, lines int // the day the second year begins, of 100; the lines below the title
	}{{5, 4}, {15, 4}, {40, 3}, {95, 3}} {
		g := grid{Timeline: chart.Timeline{Days: 100, Ticks: []chart.Tick{{Day: 0, Label: "Nov", Year: "2025"}, {Day: c.second, Label: "Jan", Year: "2026"}}}}
		if got := strings.Count(g.datesTitle(), "\n"); got != c.lines {
			t.Errorf("a year from day %d: %d lines below the title, want %d", c.second, got, c.lines)
		}
	}
	table := grid{Timeline: chart.Timeline{Days: 100}}.table(nil)
	if dates := table.Columns[2]; dates.Right {
		t.Error("the title stands over the last month")
	}
}
