package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
)

// A chart of dates explains each thing that it draws, once and only where it draws it.
func TestTimelineExplainsWhatItDraws(t *testing.T) {
	day := workbook.MustDate
	for _, c := range []struct {
		reason, start, due, revised string
		point, box                  bool
	}{
		{"within the months", "2022-12-01", "2023-03-01", "", false, false},
		{"begun before them", "2022-03-01", "2023-03-01", "", true, false},
		{"moved", "2022-12-01", "2023-03-01", "2023-04-01", false, true},
	} {
		p := plan("On track")
		a := p.Actions[0]
		a.Start, a.Due = day(c.start), day(c.due)
		if c.revised != "" {
			a.RevisedDue = day(c.revised)
		}
		said := on("2023-01-31", p).Timeline.Sentence
		if strings.Contains(said, "ends in a point") != c.point || strings.Contains(said, "the line in it") != c.box {
			t.Errorf("%s: %q", c.reason, said)
		}
	}
}

// Two actions are never cut to the same words.
func TestNamesOfTheTimelineDiffer(t *testing.T) {
	p := plan("On track", "On track", "On track")
	const same = "An agreed training course for the auditors of the front door and the "
	p.Actions[0].Text, p.Actions[1].Text, p.Actions[2].Text = same+"assessment teams of the north", same+"assessment teams of the south", "Another"
	rows := on("2023-01-31", p).Timeline.Rows
	if rows[0].Name == rows[1].Name || rows[2].Name != "Another" {
		t.Errorf("%q and %q, %q", rows[0].Name, rows[1].Name, rows[2].Name)
	}
	p.Actions[1].Text = p.Actions[0].Text
	if rows := on("2023-01-31", p).Timeline.Rows; rows[0].Name != rows[1].Name {
		t.Errorf("one name is %q and %q", rows[0].Name, rows[1].Name)
	}
}

// The text of a bar says that its date has moved, and never ends before it starts
// without saying so.
func TestTimelineTextOfABar(t *testing.T) {
	day := workbook.MustDate
	for _, c := range []struct {
		reason string
		change func(p *workbook.Plan, a *workbook.Action)
		want   string
	}{
		{"starts after its first date", func(_ *workbook.Plan, a *workbook.Action) {
			a.Start, a.Due, a.RevisedDue = day("2023-05-17"), day("2023-05-12"), day("2023-08-12")
		}, "Starts 17 May 2023, after its first date of 12 May 2023; moved once, now 12 August 2023"},
		{"moved back to its first date", func(p *workbook.Plan, a *workbook.Action) {
			a.Start, a.Due, a.RevisedDue = day("2023-01-10"), day("2023-06-30"), day("2023-06-30")
			p.Updates = []*workbook.Update{{Date: day("2023-01-12"), Action: "1.1", RevisedDue: day("2023-08-31")}}
		}, "10 January 2023 to 30 June 2023; moved once"},
	} {
		p := plan("On track")
		c.change(p, p.Actions[0])
		p.Index()
		if got := on("2023-01-31", p).Timeline.Rows[0].Alt; got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
}
