package report

import (
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// on is the brief of a plan on a day.
func on(day string, p *workbook.Plan) *Brief {
	p.Index()
	return Build(facts.Derive(p, workbook.MustDate(day)), Options{})
}

// What is proposed under If it slips is no new date until somebody agrees it, and
// is not said to be missing.
func TestNoNewDateBesideARecovery(t *testing.T) {
	p := plan("Off track")
	p.Actions[0].Due, p.Actions[0].IfItSlips = workbook.MustDate("2023-01-20"), "Proposed date 17 February 2023."
	a := on("2023-01-31", p).Actions[0]
	if a.RecoveryGap != "No new date agreed" || a.Recovery == "" {
		t.Errorf("%q beside %q", a.RecoveryGap, a.Recovery)
	}
}

// Evidence that somebody checked comes before what was done later, and what nobody
// checked is named.
func TestEvidenceThatWasChecked(t *testing.T) {
	p := plan("Embedded", "Delivered", "On track")
	p.Actions[0].Evidence, p.Actions[0].CheckedBy, p.Actions[0].Completed = "Record check of January", "Head of quality", workbook.MustDate("2022-09-30")
	p.Actions[1].Evidence, p.Actions[1].Completed = "Guide on the intranet", workbook.MustDate("2022-12-30")
	known := on("2023-01-31", p).Areas[0].Known
	if want := "One delivered, one embedded. Checked: 1.1 (Record check of January; by Head of quality), not 1.2."; known != want {
		t.Errorf("%q", known)
	}
	p.Actions[0].CheckedBy = ""
	if known := on("2023-01-31", p).Areas[0].Known; !strings.HasSuffix(known, "Last evidence (1.2): Guide on the intranet. No checker is named.") {
		t.Errorf("%q", known)
	}
}

// The parts of what is done add up to the whole, without what has left it.
func TestPartsOfDoneAddUp(t *testing.T) {
	p := plan("Delivered", "Green", "At risk", "Withdrawn")
	i := slices.IndexFunc(p.Key.Words, func(w *workbook.KeyWord) bool { return w.Means == workbook.OnTrack })
	p.Key.Words[i].Word = "Green"
	b := on("2023-01-31", p)
	i = slices.IndexFunc(b.AreaPages[0].Lines, func(l Line) bool { return l.Term == "Done" })
	if got, want := b.AreaPages[0].Lines[i].Text, "1 of 3 actions (33%): one delivered, one Green and one at risk; one more was withdrawn"; got != want {
		t.Errorf("%q", got)
	}
}

// What is due soon is due soon on its new date too.
func TestEveryActionDueSoonIsNoted(t *testing.T) {
	p := plan("On track", "At risk", "Off track")
	for i, due := range []string{"2023-02-10", "2023-01-10", "2023-01-10"} {
		p.Actions[i].Due = workbook.MustDate(due)
	}
	p.Actions[1].RevisedDue = workbook.MustDate("2023-02-20")
	p.Actions[2].ShortName = "Midway checks"
	b := on("2023-01-31", p)
	var asks []string
	for _, a := range b.Asks {
		asks = append(asks, a.Text)
	}
	want := []string{"Agree how and by when to recover action 1.3 Midway checks.", "Agree the new date of action 1.2.", "Note that 2 actions are due by 28 February 2023."}
	if !slices.Equal(asks, want) || b.AsksNote == "" {
		t.Errorf("%q, %q", asks, b.AsksNote)
	}
	p.Info.DecisionsAsked = []string{"Agree"}
	if b := on("2023-01-31", p); b.AsksNote != "" {
		t.Error("what somebody asked is said to be worked out")
	}
}

// A meeting that is past is not the next one, and no day that is past is.
func TestMeetingThatIsPast(t *testing.T) {
	p := plan("On track", "At risk")
	p.Info.Board, p.Info.MeetingDate = "The board", workbook.MustDate("2023-02-14")
	p.Actions[0].Due, p.Actions[1].Due = workbook.MustDate("2023-04-30"), workbook.MustDate("2023-03-30")
	b := on("2023-03-31", p)
	if want := "One action is due by 9 May 2023, the next meeting if the board keeps to every 42 days; one more is overdue."; b.Due.Sentence != want {
		t.Errorf("%q", b.Due.Sentence)
	}
	if b.RunningHead.Term != "The board" || b.TitleLines[0].Text != "The board, 14 February 2023, now past" {
		t.Errorf("%q, %q", b.RunningHead.Term, b.TitleLines[0].Text)
	}
}

// Nothing is made of figures that contradict one another.
func TestFiguresInDoubt(t *testing.T) {
	for _, c := range []struct {
		reason                   string
		name, unit, better       string
		baseline, target         float64
		readings                 []float64
		distance, strip, against string
	}{
		{"the target is on the wrong side", "Checks", "hours", "Higher", 30, 24, []float64{31, 31, 32, 33}, "Direction or target in doubt", "M1 in doubt", "cannot say"},
		{"more than all", "Checks", "%", "Higher", 71, 900, []float64{71, 72, 72, 72}, "Figures in doubt", "M1 in doubt", "cannot say"},
		{"a share of a budget may be above", "Spend against budget", "%", "Lower", 120, 100, []float64{110, 105, 104, 104}, "4 points to go, on course", "M1 on course", "on course"},
		{"holding the best is no doubt", "Checks", "%", "Higher", 98, 95, []float64{97, 97, 97, 97}, "Target met, 2 points to spare", "M1 target met", "met"},
		{"a few readings are not on course", "Checks", "%", "Higher", 50, 90, []float64{70, 75}, "15 points to go", "M1 too few readings", "on course"},
		{"a few readings are behind", "Checks", "%", "Higher", 50, 90, []float64{50, 51}, "39 points to go, behind", "M1 behind", "behind"},
		{"none", "Checks", "%", "Higher", 50, 90, nil, "", "M1 no reading", "cannot say"},
	} {
		p := plan("On track")
		p.Measures = []*workbook.Measure{{Ref: "M1", Area: "A1", Name: c.name, Unit: c.unit, BetterWhen: c.better, Baseline: workbook.Number{Value: c.baseline, Set: true}, BaselineDate: workbook.MustDate("2022-05-31"),
			Target: workbook.Number{Value: c.target, Set: true}, TargetDate: workbook.MustDate("2024-03-31")}}
		for i, v := range c.readings {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: workbook.MustDate("2022-06-30").Add(30 * i), Value: workbook.Number{Value: v, Set: true}})
		}
		b := on("2023-01-31", p)
		m := b.Measures.Items[0]
		if m.DistanceWords != c.distance || b.Areas[0].MeasureWords != c.strip || m.Position != c.against {
			t.Errorf("%s: %q, %q, %q", c.reason, m.DistanceWords, b.Areas[0].MeasureWords, m.Position)
		}
		if said := m.DirectionWords + b.Areas[0].MeasureKnown + m.ToGoWords + m.Alt; m.InDoubt && (strings.Contains(said, "etter over") || strings.Contains(said, "met") || strings.Contains(said, "spare")) {
			t.Errorf("%s: %q", c.reason, said)
		}
	}
}

// The key is the plan's own where it defines its words, and says nothing twice.
func TestKeyIsThePlansOwn(t *testing.T) {
	p := plan("At risk")
	for _, w := range p.Key.Words {
		switch w.Means {
		case workbook.AtRisk:
			w.Definition = "Late but recoverable, or likely to be."
		case workbook.NotStarted:
			w.Word = "Not yet due"
		}
	}
	p.Actions[0].Due = workbook.MustDate("2023-01-20")
	got := map[string]string{}
	for _, r := range on("2023-01-31", p).Status.Rows {
		got[r.Status.Word] = r.Key
		if want := "may miss its date, or has missed it"; r.Status.Meaning == workbook.AtRisk && r.Short != want {
			t.Errorf("%q beside an action that has", r.Short)
		}
	}
	if got["At risk"] != "late but recoverable, or likely to be" || got["Not yet due"] != "" || got["Off track"] != "late, or will be" {
		t.Errorf("%q", got)
	}
}

// The key denies no date that has passed, and repeats no word.
func TestKeyOfOverdue(t *testing.T) {
	p := plan("On track", "On track", "Not started", "On track", "Complete", "At risk")
	for _, w := range p.Key.Words {
		if w.Means == workbook.Delivered {
			w.Word = "Complete"
		}
	}
	short := func() map[string]string {
		got := map[string]string{}
		for _, r := range on("2023-01-31", p).Status.Rows {
			got[r.Status.Word] = r.Short
		}
		return got
	}
	for word, want := range map[string]string{"On track": "will meet its date", "Not started": "not due yet", "Complete": "", "At risk": "may miss its date"} {
		if got := short()[word]; got != want {
			t.Errorf("none is late, and %s is %q", word, got)
		}
	}
	for _, i := range []int{0, 1, 2} {
		p.Actions[i].Due = workbook.MustDate("2023-01-20")
	}
	for word, want := range map[string]string{"On track": "said to be so; 2 are past their dates", "Not started": "not begun; one is past its date", "At risk": "may miss its date"} {
		if got := short()[word]; got != want {
			t.Errorf("%s is %q beside actions that are late", word, got)
		}
	}
	for _, w := range p.Key.Words {
		if w.Means == workbook.NotStarted {
			w.Word, p.Actions[2].Status, p.Actions[2].Due = "Not due", "Not due", workbook.MustDate("2023-06-30")
		}
	}
	if got := short()["Not due"]; got != "" {
		t.Errorf("Not due is %q", got)
	}
}

// A plan that is late is said to be, and a date without a reason is no agreement.
func TestLatePlan(t *testing.T) {
	p := plan("On track")
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Title: "Inspection", LetterReceived: workbook.MustDate("2026-05-22")}}
	for _, c := range []struct{ agreed, reason, asOf, want string }{
		{"", "", "2026-08-31", "Plan due 1 September 2026, 70 working days from receipt; not recorded as sent"},
		{"", "", "2026-09-30", "Plan due 1 September 2026, 70 working days from receipt; 29 days overdue and not recorded as sent"},
		{"2026-09-11", "", "2026-09-30", "Plan due 11 September 2026, a later date for which no reason is given; 19 days overdue and not recorded as sent"},
		{"2026-08-11", "", "2026-08-10", "Plan due 11 August 2026, an earlier date for which no reason is given; not recorded as sent"},
		{"2026-09-11", "the letter came late", "2026-09-01", "Plan due 11 September 2026, by agreement (the letter came late); not recorded as sent"},
	} {
		p.Info.PlanDueOverride, p.Info.OverrideReason = workbook.Date{}, c.reason
		if c.agreed != "" {
			p.Info.PlanDueOverride = workbook.MustDate(c.agreed)
		}
		got := on(c.asOf, p).Clocks[0]
		if got.Sentence != c.want || !strings.HasSuffix(got.Working, "Day 0 is 22 May 2026, the day of receipt. Day 70, leaving out Saturdays, Sundays and 2 bank holidays, is 1 September 2026.") {
			t.Errorf("%q, %q", got.Sentence, got.Working)
		}
	}
}

// What is wrong and not drawn is said to be left out.
func TestTimelineSaysWhatIsLeftOut(t *testing.T) {
	var statuses []string
	for range 40 {
		statuses = append(statuses, "Off track")
	}
	p := plan(statuses...)
	for i, a := range p.Actions {
		a.Due = workbook.MustDate("2023-02-01").Add(i)
	}
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Ten less pressing actions are not drawn, for want of room. Of these, 10 are off track."; got != want {
		t.Errorf("%q", got)
	}
	p.Actions[39].Status = "Delivered"
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Ten actions are not drawn: one closed or outside this time, and 9 less pressing ones for want of room. Of these, 9 are off track."; got != want {
		t.Errorf("%q", got)
	}
	for _, a := range p.Actions[20:] {
		a.Status = "Delivered"
	}
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Twenty actions that are closed or outside this time are not drawn."; got != want {
		t.Errorf("%q", got)
	}
}
