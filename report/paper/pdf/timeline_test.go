package pdf

import (
	"slices"
	"strings"
	"testing"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
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

// A plan's own words of status stay on one line where the names beside them leave the
// room, and take no room from names that need it.
func TestStatusesOfSeveralWords(t *testing.T) {
	short, long := "Panel route 1", "A published guide to thresholds"
	for _, c := range []struct {
		name string
		want bool
	}{{short, true}, {long + ", " + long, false}} {
		made := block.Timeline{Caption: "Dates", Chart: chart.Timeline{Days: 30}, Rows: []block.TimelineRow{
			{Ref: "1.1", Name: c.name, Status: block.Status{Word: "Green – complete", Look: chart.Look{Shape: chart.TickMark, Fill: "#8fbae6", Ink: "#0b0c0c"}}, Alt: "No date"}}}
		file, err := Write(&block.Paper{Kind: "briefing", Title: "A paper", Lang: "en-GB", Front: block.Front{Title: "A paper"}, Sections: []block.Section{{Name: "timeline", Blocks: []block.Block{made}}}})
		if err != nil {
			t.Fatal(err)
		}
		whole := slices.ContainsFunc(pages(t, file.Bytes)[0].texts, func(p placedText) bool { return strings.TrimSpace(p.text) == "Green – complete" })
		if whole != c.want {
			t.Errorf("beside %q the status is on one line: %v", c.name, whole)
		}
	}
}
