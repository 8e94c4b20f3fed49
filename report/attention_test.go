package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// attention is the Brief of the sample that holds every problem at once.
func attention(t *testing.T) *Brief {
	t.Helper()
	plan, loaded := loadSample(t, "../samples/needs-attention.xlsx")
	f := facts.Derive(plan, workbook.MustDate("2026-09-30"))
	found := check.Run(plan, f, loaded, check.Options{})
	return Build(f, Options{Problems: append(found.Problems, found.Waived...)})
}

func TestActionsThatNoAreaHas(t *testing.T) {
	for _, c := range []struct {
		reason, headline, below string
		change                  func(*workbook.Plan)
	}{
		{"every action has its area", "None of the 3 actions is off track or overdue. Three are on track.", "", func(*workbook.Plan) {}},
		{"one leads nowhere", "None of the 3 actions is off track or overdue. Three are on track. In the plan, one action belongs to no area.",
			"One action, 1.2, names no area of this plan and is in none of these.",
			func(p *workbook.Plan) { p.Actions[1].Area = "A1; A2" }},
		{"two lead nowhere", "None of the 3 actions is off track or overdue. Three are on track. In the plan, 2 actions belong to no area.",
			"Two actions, 1.1 and 1.2, name no area of this plan and are in none of these.",
			func(p *workbook.Plan) { p.Actions[0].Area, p.Actions[1].Area = "", "A9" }},
		{"a withdrawn one is not in the total either", "None of the 2 actions is off track or overdue. Two are on track; one more was withdrawn.", "",
			func(p *workbook.Plan) { p.Actions[1].Area, p.Actions[1].Status = "A9", "Withdrawn" }},
	} {
		p := plan("On track", "On track", "On track")
		c.change(p)
		b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
		if b.Headline != c.headline || b.NoArea != c.below {
			t.Errorf("%s:\n got %s\n     %s", c.reason, b.Headline, b.NoArea)
		}
	}
}

func TestAreasAddUpToThePlan(t *testing.T) {
	b := attention(t)
	total := 0
	for _, a := range b.Areas {
		total += a.Total
	}
	if b.NoArea != "One action, 5.2, names no area of this plan and is in none of these." || total+1 != 49 || b.Figures[0].Figure != "13 of 49" {
		t.Errorf("areas have %d actions, figure %q; below them: %s", total, b.Figures[0].Figure, b.NoArea)
	}
}

func TestDraftOnEveryPage(t *testing.T) {
	b := attention(t)
	if b.RunningHead.Text != "Draft: position at 30 September 2026" || b.DraftMark() != "Draft: the workbook has 51 errors" {
		t.Errorf("running head %q, mark %q", b.RunningHead.Text, b.DraftMark())
	}
	b = build(t, "../samples/gloucestershire.xlsx", "2018-09-30")
	if b.RunningHead.Text != "Position at 30 September 2018" || b.DraftMark() != "" {
		t.Errorf("a sound workbook: running head %q, mark %q", b.RunningHead.Text, b.DraftMark())
	}
}

// TestFindingsAsTheyStand: the sentence counts what First raised shows, and a
// cell that could not be read is not "None".
func TestFindingsAsTheyStand(t *testing.T) {
	b := attention(t)
	if !strings.Contains(b.Coverage.Sentence, "One was already raised at an earlier visit.") {
		t.Errorf("F16 was raised before; a loop and a later finding are no earlier visit: %s", b.Coverage.Sentence)
	}
	for _, x := range b.Coverage.Rows {
		typed, says := "", ""
		if x.Ref == "F5" {
			typed, says = "1-3", "Not readable"
		}
		if x.AreasTyped != typed || x.AreasSay != says {
			t.Errorf("the areas of %s are %q, %q; want %q, %q", x.Ref, x.AreasTyped, x.AreasSay, typed, says)
		}
	}
	b = build(t, "../samples/south-gloucestershire.xlsx", "2023-01-31")
	if !strings.Contains(b.Coverage.Sentence, "already raised at an earlier visit") {
		t.Errorf("findings that were raised before are counted: %s", b.Coverage.Sentence)
	}
}

// TestUnreadFigures: what was reported as unreadable is neither drawn nor
// counted, and the paper says that it is left out.
func TestUnreadFigures(t *testing.T) {
	for _, m := range attention(t).Measures.Items {
		unread := "; one reading not readable"
		if m.Ref != "M3" {
			if strings.HasSuffix(m.DirectionWords, unread) {
				t.Errorf("%s: %s", m.Ref, m.DirectionWords)
			}
			continue
		}
		if m.DirectionWords != "Too few readings (1)"+unread || !strings.HasSuffix(m.ToGoWords, unread) ||
			m.Unread != "One reading could not be read and is left out." || !strings.Contains(m.Alt, m.Unread) {
			t.Errorf("M3 says %q, %q, %q, %q", m.DirectionWords, m.ToGoWords, m.Unread, m.Alt)
		}
		if len(m.Points) != 1 || len(m.Readings) != 1 || m.Low == 0 {
			t.Errorf("M3 draws %v of %v from %v", m.Points, m.Readings, m.Low)
		}
	}
	plan, _ := loadSample(t, "../samples/gloucestershire.xlsx")
	f := facts.Derive(plan, workbook.MustDate("2018-09-30"))
	x := f.Measures[0]
	x.Latest, x.Readings, x.Window, x.ReadingsUnread = nil, nil, nil, 2
	x.Target, x.TargetUnread, x.Baseline, x.BaselineUnread = workbook.Number{}, true, workbook.Number{}, true
	m := measure(x)
	if got := strings.Join(m.NoReading, " "); got != "No reading that can be read. The target can't be read. The baseline can't be read." {
		t.Errorf("nothing that can be read: %s", got)
	}
	if m.TargetWords != "Not readable" || m.BaselineWords != "Not readable" || m.ToGoWords != "Not readable" || m.Unread != "Two readings could not be read and are left out." {
		t.Errorf("in a table: %q, %q, %q, %q", m.TargetWords, m.BaselineWords, m.ToGoWords, m.Unread)
	}
}

// TestDueBeforeItStarts: no bar leads to such a date, so words have to.
func TestDueBeforeItStarts(t *testing.T) {
	for _, row := range attention(t).Timeline.Rows {
		if row.Ref == "1.9" {
			if !row.BeforeStart || row.Words != "Due before it starts" || row.Alt != "Due 2 October 2026, before it starts on 2 November 2026" {
				t.Errorf("%+v", row)
			}
		} else if row.BeforeStart {
			t.Errorf("%s does not start after it is due", row.Ref)
		}
	}
	p := plan("On track")
	p.Actions[0].Start, p.Actions[0].Due, p.Actions[0].RevisedDue = workbook.MustDate("2022-12-20"), workbook.MustDate("2022-12-10"), workbook.MustDate("2022-12-14")
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	if got := b.Timeline.Rows[0].Words; got != "Due before it starts, moved once, 48 days late" {
		t.Errorf("several remarks: %s", got)
	}
	if got := b.Timeline.Rows[0].Alt; got != "Due 10 December 2022; moved once, now 14 December 2022, before it starts on 20 December 2022; 48 days late" {
		t.Errorf("in words: %s", got)
	}
}

// TestLatestTitle: a narrow column's heading is a word that fits in it.
func TestLatestTitle(t *testing.T) {
	for month, want := range map[string]string{"2022-12-31": "Dec", "2022-09-30": "Sep", "2022-10-31": "October", "2023-05-31": "May"} {
		if got := latestTitle([]*Measure{{Latest: &Point{Date: workbook.MustDate(month)}}, {}}); got != want {
			t.Errorf("%s is headed %q, want %q", month, got, want)
		}
	}
}
