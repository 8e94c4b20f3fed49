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
	p.Actions[0].Evidence, p.Actions[0].CheckedBy, p.Actions[0].Completed = "Record check of January", "Head of practice", workbook.MustDate("2022-09-30")
	p.Actions[1].Evidence, p.Actions[1].Completed = "Guide on the intranet", workbook.MustDate("2022-12-30")
	known := on("2023-01-31", p).Areas[0].Known
	if want := "One delivered, one embedded. Checked: 1 of 2; not 1.2. Latest: 1.1 (Record check of January; by Head of practice)."; known != want {
		t.Errorf("%q", known)
	}
	for _, checker := range []string{"", "Head of quality"} { // the owner checks nothing
		p.Actions[0].CheckedBy = checker
		if known := on("2023-01-31", p).Areas[0].Known; known != "One delivered, one embedded. Latest evidence (1.2): Guide on the intranet. No checker is named." {
			t.Errorf("%q", known)
		}
	}
	for i := range 2 {
		p.Actions[i].Status, p.Actions[i].CheckedBy, p.Actions[i].Completed = "Embedded", "Head of practice", workbook.MustDate("2022-12-30")
	}
	p.Actions[0].Evidence, p.Actions[1].Evidence = "Weekly log to January 2023.", "Audit of 24 cases, May 2022"
	known = on("2023-01-31", p).Areas[0].Known
	if want := "Two embedded, both checked. Latest: 1.1 (Weekly log to January 2023; by Head of practice)."; known != want {
		t.Errorf("%q", known)
	}
}

// A card says what was said last, with its own day, and why the date moved apart.
func TestWhyIsTheLatestNote(t *testing.T) {
	const reason = "Supplier late; agreed by the board in September"
	for _, c := range []struct {
		note, updated, logged, log, reason string
		why, moved, latest                 string
	}{
		{"The form failed its test twice", "2023-01-12", "2022-09-08", "Second test failed.", reason, "The form failed its test twice. Updated 12 Jan 2023.", reason, "The form failed its test twice. Updated 12 Jan 2023."},
		{"The audit found it on 31 of 50", "2023-01-12", "2023-01-12", "31 of 50.", "", "The audit found it on 31 of 50. Updated 12 Jan 2023.", "", "The audit found it on 31 of 50. Updated 12 Jan 2023."},
		{"Under way", "2022-12-01", "2023-01-12", "It has stopped.", "", "It has stopped. Updated 12 Jan 2023.", "", "It has stopped. Updated 12 Jan 2023."},
		{"Under way", "", "2023-01-12", "It has stopped.", "", "Under way", "", "Under way. Not dated."},
		{"", "2023-01-12", "", "", reason, reason, "", "No note. Updated 12 Jan 2023."},
		{reason + ".", "2023-01-12", "", "", reason, reason + ". Updated 12 Jan 2023.", "", reason + ". Updated 12 Jan 2023."},
		{"", "", "", "", "", "", "", ""},
	} {
		p := plan("Off track")
		a := p.Actions[0]
		a.ProgressNote, a.RevisionReason = c.note, c.reason
		if c.updated != "" {
			a.Updated = workbook.MustDate(c.updated)
		}
		if c.log != "" {
			p.Updates = []*workbook.Update{{Action: "1.1", Date: workbook.MustDate(c.logged), Note: c.log}}
		}
		if got := on("2023-01-31", p).Exceptions.Cards[0]; got.Why != c.why || got.WhyMoved != c.moved || got.Latest != c.latest {
			t.Errorf("%+v: %q, %q, %q", c, got.Why, got.WhyMoved, got.Latest)
		}
	}
}

// What was reported done and is open again is told, by the log alone.
func TestReopenedIsTold(t *testing.T) {
	line := func(ref, day, status string) *workbook.Update {
		return &workbook.Update{Action: ref, Date: workbook.MustDate(day), Status: status}
	}
	for _, c := range []struct {
		reason string
		log    []*workbook.Update
		want   string
	}{
		{"none was done", []*workbook.Update{line("1.1", "2022-10-01", "On track"), line("1.1", "2022-12-01", "Off track")}, ""},
		{"one", []*workbook.Update{line("1.1", "2022-10-01", "Embedded"), line("1.1", "2022-12-01", "Off track")}, "Action 1.1 was reported done and is open again."},
		{"two", []*workbook.Update{line("1.1", "2022-10-01", "Embedded"), line("1.1", "2022-12-01", "Off track"), line("1.2", "2022-10-01", "Delivered"), line("1.2", "2022-12-01", "On track")},
			"Two actions were reported done and are open again: 1.1 and 1.2."},
		{"done again", []*workbook.Update{line("1.3", "2022-10-01", "Delivered"), line("1.3", "2022-11-01", "At risk"), line("1.3", "2022-12-01", "Delivered")}, ""},
		{"no line says so, but the row is of a later day", []*workbook.Update{line("1.2", "2022-10-01", "Delivered")}, "Action 1.2 was reported done and is open again."},
		{"the row is older than the line", []*workbook.Update{line("1.2", "2023-01-20", "Delivered")}, ""},
	} {
		p := plan("Off track", "On track", "Delivered")
		p.Actions[1].Updated, p.Updates = workbook.MustDate("2023-01-05"), c.log
		if got := on("2023-01-31", p).Exceptions.Sentence; got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

// No day that has passed comes next, and what is done has nothing next but its area's
// own date.
func TestNextDateOfAnArea(t *testing.T) {
	day := workbook.MustDate
	for _, c := range []struct {
		reason, status, due, completed, target, want string
	}{
		{"open", "On track", "2023-02-10", "", "2022-12-30", "10 February 2023, 1.1 A list"},
		{"overdue", "On track", "2023-01-10", "", "2022-12-30", "Overdue since 10 January 2023, 1.1 A list"},
		{"done, its target passed", "Delivered", "2022-12-30", "2022-12-12", "2022-12-30", "Done 12 Dec 2022"},
		{"done, without a target", "Delivered", "2022-12-30", "2022-12-12", "", "Done 12 Dec 2022"},
		{"done on no day", "Delivered", "2022-12-30", "", "2022-12-30", "Done"},
		{"done, its target to come", "Delivered", "2022-12-30", "2022-12-12", "2023-03-31", "31 March 2023, target date"},
		{"open without a date, its target passed", "On track", "", "", "2022-12-30", "Target of 30 Dec 2022 passed"},
		{"open without a date", "On track", "", "", "", "None"},
		{"withdrawn", "Withdrawn", "2023-02-10", "", "", "None"},
	} {
		p := plan(c.status)
		a := p.Actions[0]
		a.Due = workbook.Date{}
		for at, given := range map[*workbook.Date]string{&a.Due: c.due, &a.Completed: c.completed, &p.Areas[0].TargetDate: c.target} {
			if given != "" {
				*at = day(given)
			}
		}
		b := on("2023-01-31", p)
		if got := nextWords(b.Areas[0].Next); got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

// The plan's own date stands before its actions, as long as nothing says that it was
// sent.
func TestPlanDueBeforeTheNextMeeting(t *testing.T) {
	p := plan("On track")
	p.Info.MeetingDate = workbook.MustDate("2026-08-25")
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Title: "Inspection", LetterReceived: workbook.MustDate("2026-05-22")}}
	for asOf, want := range map[string]string{
		"2026-08-18": "The plan itself is due on 1 September 2026, in 14 days; it is not recorded as sent. ",
		"2026-09-01": "The plan itself is due on 1 September 2026, today; it is not recorded as sent. ",
		"2026-09-08": "The plan itself was due on 1 September 2026 and is not recorded as sent. ",
	} {
		if got := on(asOf, p).Due.Sentence; !strings.HasPrefix(got, want) || !strings.Contains(got, " by about ") && !strings.Contains(got, "overdue") {
			t.Errorf("%s: %q", asOf, got)
		}
	}
	p.Info.PlanSent = workbook.MustDate("2026-08-10")
	if got := on("2026-08-18", p).Due.Sentence; strings.Contains(got, "plan itself") {
		t.Errorf("sent: %q", got)
	}
}

// An inspection is called one, and no name loses its capital.
func TestTitleNamesWhatItIs(t *testing.T) {
	visit := func(kind, title, started string) *workbook.Visit {
		return &workbook.Visit{Ref: "V" + started, Kind: kind, Title: title, Started: workbook.MustDate(started)}
	}
	last := visit(workbook.KindMonitoring, "Second monitoring visit", "2022-12-06")
	for _, c := range []struct {
		reason string
		before []*workbook.Visit
		want   string
	}{
		{"alone", nil, "Second monitoring visit, 6 December 2022"},
		{"a visit", []*workbook.Visit{visit(workbook.KindMonitoring, "First", "2022-06-06")}, "Second monitoring visit, 6 December 2022, and one earlier visit"},
		{"an inspection", []*workbook.Visit{visit(workbook.KindInspection, "Inspection", "2022-02-06")}, "Second monitoring visit, 6 December 2022, after the inspection of February 2022"},
		{"both", []*workbook.Visit{visit(workbook.KindInspection, "Inspection", "2022-02-06"), visit(workbook.KindMonitoring, "First", "2022-06-06")},
			"Second monitoring visit, 6 December 2022, after the inspection of February 2022 and one other visit"},
		{"two inspections", []*workbook.Visit{visit(workbook.KindInspection, "Inspection", "2019-02-06"), visit(workbook.KindInspection, "Inspection", "2022-02-06"), visit(workbook.KindMonitoring, "First", "2022-06-06")},
			"Second monitoring visit, 6 December 2022, after 2 inspections, the last in February 2022, and one other visit"},
	} {
		p := plan("On track")
		p.Visits = append(c.before, last)
		if got := on("2023-01-31", p).TitleLines[1].Text; got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
	p := plan("On track")
	p.Info.Organisation, p.Info.Title, p.Info.Board = "Marshshire Council", "Getting it right", "The board"
	for chair, want := range map[string]string{
		"Zoé Québec-Hart, independent chair": "The board (Zoé Québec-Hart, independent chair)",
		"Independent chair of the board":     "The board (independent chair)",
		"Zoé Québec-Hart":                    "The board (chair: Zoé Québec-Hart)",
	} {
		p.Info.Chair = chair
		if b := on("2023-01-31", p); b.TitleLines[0].Text != want || b.Foot != "Marshshire Council: Getting it right" {
			t.Errorf("%q, %q", b.TitleLines[0].Text, b.Foot)
		}
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
	if want := "One action is due by about 9 May 2023, if the board meets every 42 days; one more is overdue."; b.Due.Sentence != want {
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
		b := on("2022-10-01", p) // before the next reading is missed
		m := b.Measures.Items[0]
		if m.DistanceWords != c.distance || b.Areas[0].MeasureWords != c.strip || m.Position != c.against {
			t.Errorf("%s: %q, %q, %q", c.reason, m.DistanceWords, b.Areas[0].MeasureWords, m.Position)
		}
		if said := m.DirectionWords + b.Areas[0].MeasureKnown + m.ToGoWords + m.Alt; m.InDoubt && (strings.Contains(said, "etter over") || strings.Contains(said, "met") || strings.Contains(said, "spare")) {
			t.Errorf("%s: %q", c.reason, said)
		}
	}
}

// A measure is judged in the same words everywhere, and no reading is called what is now
// so where no more have come.
func TestMeasureIsJudgedAlike(t *testing.T) {
	for _, c := range []struct {
		reason                                        string
		unit, better                                  string
		baseline, target                              float64
		targetDate, asOf                              string
		readings                                      []float64 // a month apart, from 30 June 2022
		against, strip, finding, distance, toGo, tell string
	}{
		{"lost again", "%", "Higher", 60, 95, "2022-07-30", "2022-11-20", []float64{88, 96, 95, 93, 90}, "met, not held", "M1 target met, not held",
			"no clear change, from 88% in June to 90%; target 95% or more", "Met on 30 July 2022 (96%), not held; 5 points to go", "No clear change, 5 points to go, met but not held", "The plan's one measure met its target and has not held it."},
		{"never met", "%", "Higher", 60, 95, "2022-07-30", "2022-11-20", []float64{88, 94, 94, 93, 90}, "missed", "M1 target missed",
			"no clear change, from 88% in June to 90%; target 95% or more", "5 points to go, target missed", "No clear change, 5 points to go, target missed", "The plan's one measure has missed its target."},
		{"below where it began", "%", "Higher", 78, 95, "2024-03-31", "2022-10-20", []float64{82, 84, 81, 76}, "behind", "M1 behind",
			"no clear change, from 82% in June to 76%, below where it began (78%); target 95% or more", "19 points to go, behind", "No clear change, 19 points to go, behind", "The plan's one measure is behind."},
		{"above where it began", "%", "Lower", 20, 10, "2024-03-31", "2022-10-20", []float64{19, 18, 20, 21}, "behind", "M1 behind",
			"no clear change, from 19% in June to 21%, above where it began (20%); target 10% or less", "11 points to go, behind", "No clear change, 11 points to go, behind", "The plan's one measure is behind."},
		{"stopped", "%", "Lower", 34, 18, "2024-03-31", "2023-06-30", []float64{32, 31, 29}, "no reading since August 2022", "M1 readings stopped",
			"29% in August 2022, nothing since; target 18% or less", "11 points to go then, no reading since August 2022", "Too few readings (3), no reading since August 2022", "The plan's one measure has readings that have stopped."},
		{"stopped and behind", "%", "Higher", 50, 90, "2023-03-31", "2023-02-28", []float64{50, 52}, "behind", "M1 behind",
			"52% in July 2022, nothing since; target 90% or more", "38 points to go, behind", "Too few readings (2), 38 points to go, behind", "The plan's one measure is behind."},
		{"in days", "days", "Lower", 71, 42, "2024-03-31", "2022-08-20", []float64{40, 36}, "met", "M1 target met",
			"now 36; target 42 or less", "Target met, 6 days to spare", "Too few readings (2), target met", "The plan's one measure has met its target."},
		{"one day", "days", "Lower", 71, 42, "2024-03-31", "2022-08-20", []float64{44, 43}, "too few readings", "M1 too few readings",
			"now 43; target 42 or less", "One day to go", "Too few readings (2), one day to go", "The plan's one measure can't be judged yet."},
	} {
		p := plan("On track")
		p.Measures = []*workbook.Measure{{Ref: "M1", Area: "A1", Name: "Checks", Unit: c.unit, BetterWhen: c.better, Counts: workbook.CountsEveryone, Baseline: workbook.Number{Value: c.baseline, Set: true}, BaselineDate: workbook.MustDate("2022-05-31"),
			Target: workbook.Number{Value: c.target, Set: true}, TargetDate: workbook.MustDate(c.targetDate)}}
		for i, v := range c.readings {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M1", PeriodEnd: workbook.MustDate("2022-06-30").Add(30 * i), Value: workbook.Number{Value: v, Set: true}})
		}
		b := on(c.asOf, p)
		m := b.Measures.Items[0]
		got := []string{m.Against, b.Areas[0].MeasureWords, m.Finding, m.DistanceWords, m.ToGoWords, b.Measures.Counts}
		if want := []string{c.against, c.strip, c.finding, c.distance, c.toGo, c.tell}; !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", c.reason, got, want)
		}
	}
}

// How many measures stand where is one sentence, whatever they are.
func TestMeasuresAreCounted(t *testing.T) {
	at := func(kinds ...int) []int {
		n := make([]int, len(measuresSaid))
		for _, k := range kinds {
			n[k]++
		}
		return n
	}
	for want, n := range map[string][]int{
		"Of 4 measures, 2 are behind and one has met its target; one has no reading yet.": at(measuresBehind, measuresBehind, measuresMet, measuresUnread),
		"Of 3 measures, one has no reading yet and 2 can't be judged yet.":                at(measuresUnread, measuresUnjudged, measuresUnjudged),
		"None of the 3 measures has a reading yet.":                                       at(measuresUnread, measuresUnread, measuresUnread),
		"All 3 measures have met their targets.":                                          at(measuresMet, measuresMet, measuresMet),
		"Both measures are on course.":                                                    at(measuresOnCourse, measuresOnCourse),
	} {
		total := 0
		for _, k := range n {
			total += k
		}
		if got := countedMeasures(n, total, false); got != want {
			t.Errorf("%q", got)
		}
	}
	p := plan("On track")
	for want, n := range map[string]int{"": 0, "The board is asked for one decision: see its paper.": 1, "The board is asked for 3 decisions: see its paper.": 3} {
		p.Info.DecisionsAsked = slices.Repeat([]string{"Agree"}, n)
		if got := on("2023-01-31", p).AsksLine; got != want {
			t.Errorf("%d decisions: %q", n, got)
		}
	}
}

// Where a page has no room for more, those of which nobody can tell are one count.
func TestCountedInBrief(t *testing.T) {
	n := make([]int, len(measuresSaid))
	n[measuresBehind], n[measuresUnread], n[measuresStopped] = 4, 2, 3
	if got, want := countedMeasures(n, 9, true), "Of 9 measures, 4 are behind; of 5 nobody can tell."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The key is the plan's own where it defines its words, and no word is without a meaning.
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
	if got["At risk"] != "Late but recoverable, or likely to be" || got["Not yet due"] != "Not due to start yet" || got["Off track"] != "Late, or will be" {
		t.Errorf("%q", got)
	}
}

// The key denies nothing that the actions say, in short or in the plan's own words.
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
	for word, want := range map[string]string{"On track": "will meet its date", "Not started": "not due to start yet", "Complete": "done, not yet shown to work", "At risk": "may miss its date"} {
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
	if got := short()["Not due"]; got != "not due to start yet" {
		t.Errorf("Not due is %q", got)
	}
	p.Actions[2].Start = workbook.MustDate("2023-01-20")
	p.Actions = append(p.Actions, &workbook.Action{Ref: "9", Area: "A1", Status: "Embedded", Owner: "Team manager", CheckedBy: "Team manager"})
	for _, w := range p.Key.Words {
		if w.Means == workbook.OnTrack {
			w.Definition = "Ofsted's word: in hand."
		}
	}
	for i := range 3 {
		want := []string{"it has no checker", "one of 2 has no checker", "2 of 3 have no checker"}[i]
		for _, r := range on("2023-01-31", p).Status.Rows {
			means := map[string]string{
				"On track": "Ofsted's word: in hand; 2 are past their dates.",
				"Not due":  "Not due to start yet; one should have started",
				"At risk":  "May miss its date unless things change",
				"Embedded": "Done, and checked evidence shows that it works; " + want,
			}[r.Status.Word]
			if means != "" && r.Means != means {
				t.Errorf("%s means %q", r.Status.Word, r.Means)
			}
			if r.Status.Word == "Embedded" && r.Short != "said to work; "+want || r.Status.Word == "Not due" && r.Short != "not begun; one should have started" {
				t.Errorf("%s is %q", r.Status.Word, r.Short)
			}
		}
		more := &workbook.Action{Ref: "9" + string(rune('a'+i)), Area: "A1", Status: "Embedded", Owner: "Team manager"}
		if i == 0 {
			more.CheckedBy = "Head of quality"
		}
		p.Actions = append(p.Actions, more)
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
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Ten more actions are not drawn, for want of room. Of these, 10 are off track."; got != want {
		t.Errorf("%q", got)
	}
	p.Actions[39].Status = "Delivered"
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Ten actions are not drawn: one closed or outside this time, and 9 for want of room. Of the 9, 9 are off track."; got != want {
		t.Errorf("%q", got)
	}
	for _, a := range p.Actions[20:] {
		a.Status = "Delivered"
	}
	if got, want := on("2023-01-31", p).Timeline.LeftOut, "Twenty actions that are closed or outside this time are not drawn."; got != want {
		t.Errorf("%q", got)
	}
}
