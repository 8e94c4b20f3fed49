package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
)

// then and now are the states of one plan at two boards; the changes are made
// to the second.
func thenAndNow(t *testing.T, change func(*workbook.Plan), statuses ...string) *Brief {
	t.Helper()
	old, new := plan(statuses...), plan(statuses...)
	for _, p := range []*workbook.Plan{old, new} {
		p.Info.Organisation = "Exampleshire Council"
		for i, a := range p.Actions {
			a.Row, a.Text = i+2, fmt.Sprintf("Work number %d of its very own kind, %s", i, strings.Repeat(string(rune('a'+i)), 12))
		}
	}
	old.Info.MeetingDate, new.Info.MeetingDate = workbook.MustDate("2023-01-17"), workbook.MustDate("2023-03-14")
	if change != nil {
		change(new)
	}
	new.Index()
	return buildSince(t, old, new)
}

func buildSince(t *testing.T, old, new *workbook.Plan) *Brief {
	t.Helper()
	f := facts.Derive(new, workbook.MustDate("2023-02-28"))
	s, err := SinceWorkbook(old, f)
	if err != nil {
		t.Fatal(err)
	}
	return Build(f, Options{Since: s})
}

func TestMovementSentence(t *testing.T) {
	set := func(i int, word string) func(*workbook.Plan) {
		return func(p *workbook.Plan) { p.Actions[i].Status = word }
	}
	for _, c := range []struct {
		reason       string
		statuses     string
		change       func(*workbook.Plan)
		bar, changes string
	}{
		{"nothing moved", "On track,At risk", nil,
			"No action's status has changed since 17 January.", "No action's status has changed. None was added, withdrawn or reopened."},
		{"one better", "On track,At risk", set(0, "Delivered"),
			"Since 17 January, one action got better, none got worse and one stayed the same.",
			"One action got better, none got worse and one stayed the same. None was added, withdrawn or reopened."},
		{"only worse", "On track,At risk,On track", set(0, "Off track"),
			"Since 17 January, no action got better, one got worse and 2 stayed the same.",
			"No action got better, one got worse and 2 stayed the same. None was added, withdrawn or reopened."},
		{"reopened is told apart", "Delivered,On track", set(0, "On track"),
			"Since 17 January, no action got better, none got worse and one stayed the same. One was reopened.",
			"No action got better, none got worse and one stayed the same. One was reopened. None was added or withdrawn."},
		{"withdrawn leaves the count", "On track,At risk,Withdrawn", set(0, "Withdrawn"),
			"No action's status has changed since 17 January. One was withdrawn.",
			"No action's status has changed. One was withdrawn. None was added or reopened."},
		{"added", "On track", func(p *workbook.Plan) {
			p.Actions = append(p.Actions, &workbook.Action{Source: workbook.Source{Row: 9}, Ref: "9.1", Area: "A1", Text: "Quite another undertaking", Owner: "Head", Due: workbook.MustDate("2023-06-30"), Status: "Not started"})
		}, "No action's status has changed since 17 January. One was added.", "No action's status has changed. One was added. None was withdrawn or reopened."},
		{"taken out", "On track,At risk", func(p *workbook.Plan) { p.Actions = p.Actions[:1] },
			"No action's status has changed since 17 January. One was taken out without being withdrawn.",
			"No action's status has changed. One was taken out without being withdrawn. None was added, withdrawn or reopened."},
		{"a word that the key does not have", "On track,At risk", set(0, "Greenish"),
			"Since 17 January, no action got better, none got worse and one stayed the same. One can't be compared, because the key does not have the status.",
			"No action got better, none got worse and one stayed the same. One can't be compared, because the key does not have the status. None was added, withdrawn or reopened."},
	} {
		b := thenAndNow(t, c.change, strings.Split(c.statuses, ",")...)
		if b.Status.Sentence != c.bar {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, b.Status.Sentence, c.bar)
		}
		if b.Movement.Sentence != c.changes {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, b.Movement.Sentence, c.changes)
		}
	}
}

// Better comes first, then worse; what explains a row is what was written since.
func TestMovementRows(t *testing.T) {
	b := thenAndNow(t, func(p *workbook.Plan) {
		p.Actions[0].Status, p.Actions[0].RevisedDue = "Off track", workbook.MustDate("2023-09-25")
		p.Actions[1].Status = "Embedded"
		p.Actions[2].Status = "Delivered"
		p.Updates = []*workbook.Update{
			{Date: workbook.MustDate("2023-01-10"), Action: "1.2", Status: "Delivered", Note: "Before the board."},
			{Date: workbook.MustDate("2023-02-10"), Action: "1.2", Status: "Embedded", Note: "Audited by Dr. Reed in February. All teams use it."},
		}
		p.Actions[2].Completed = workbook.MustDate("2023-02-20")
	}, "At risk", "Delivered", "On track", "On track")
	var got []string
	for _, r := range b.Movement.Rows {
		got = append(got, strings.Join([]string{r.Change, r.Action[:3], r.Then.Word, r.Now.Word, r.Why}, "|"))
	}
	want := []string{
		"Better|1.2|Delivered|Embedded|Audited by Dr. Reed in February.",
		"Better|1.3|On track|Delivered|Done on 20 Feb 2023",
		"Worse|1.1|At risk|Off track|Date moved by 87 days.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("rows:\n%s", strings.Join(got, "\n"))
	}
	if b.Movement.Heading != "What changed since 17 January 2023" || b.Movement.ThenLabel != "17 January" || b.Movement.NowLabel != "28 February" {
		t.Errorf("%q %q %q", b.Movement.Heading, b.Movement.ThenLabel, b.Movement.NowLabel)
	}
	if g := b.Movement.Groups; len(g) == 0 || g[0].Heading != "Dates that slipped" || !strings.HasSuffix(g[0].Lines[0], ": 87 days later, from 30 June 2023 to 25 September 2023. It had not moved before.") {
		t.Errorf("groups: %+v", g)
	}
}

// Every column of the status table adds up to the actions of its day.
func TestStatusThen(t *testing.T) {
	b := thenAndNow(t, func(p *workbook.Plan) {
		p.Actions[0].Status, p.Actions[1].Status, p.Actions[2].Status = "Off track", "Off track", "Delivered"
	}, "On track", "On track", "On track", "Withdrawn")
	changes := map[string]string{}
	then, now := 0, 0
	for _, r := range b.Status.Rows {
		changes[r.Status.Word] = r.Change
		then, now = then+r.Then, now+r.Now
	}
	if then != 4 || now != 4 {
		t.Errorf("%d then, %d now", then, now)
	}
	for word, want := range map[string]string{"Off track": "2 more", "On track": "3 fewer", "Delivered": "1 more", "At risk": "No change", "Withdrawn": "No change"} {
		if changes[word] != want {
			t.Errorf("%s: %q, want %q", word, changes[word], want)
		}
	}
	if want := "off track; there were none on 17 January"; b.Figures[1].Words != want {
		t.Errorf("figure: %q", b.Figures[1].Words)
	}
	if s := b.Status; s.ThenName != "Last board" || s.ThenLabel != "17 Jan" || !strings.Contains(s.Alt, "Last board: 3 On track, 1 Withdrawn.") {
		t.Errorf("%q %q %q", s.ThenName, s.ThenLabel, s.Alt)
	}
}

// An earlier workbook stood as it says on the last day of which it tells, and a
// board of a later day saw that.
func TestSinceWorkbook(t *testing.T) {
	now := facts.Derive(func() *workbook.Plan {
		p := plan("On track")
		p.Info.MeetingDate = workbook.MustDate("2023-03-14")
		return p
	}(), workbook.MustDate("2023-02-28"))
	for _, c := range []struct {
		reason, meeting, updated string
		on                       string
		board                    bool
	}{
		{"the paper of its own board", "2023-01-17", "2023-01-09", "2023-01-09", true},
		{"a past board without any update", "2023-01-17", "", "2023-01-17", true},
		{"worked on after its board", "2023-01-17", "2023-02-03", "2023-02-03", false},
		{"for the same board as the plan", "2023-03-14", "2023-02-03", "2023-02-03", false},
		{"for a board still to come", "2023-03-01", "2023-02-03", "2023-02-03", false},
		{"nothing says when", "", "", "", false},
		{"the same day as the position", "", "2023-02-28", "", false},
	} {
		old := plan("At risk")
		date := func(s string) (d workbook.Date) {
			if s != "" {
				d = workbook.MustDate(s)
			}
			return d
		}
		old.Info.MeetingDate, old.Actions[0].Updated = date(c.meeting), date(c.updated)
		s, err := SinceWorkbook(old, now)
		if err != nil || s.On.String() != c.on || s.Board != c.board {
			t.Errorf("%s: %v %v %v", c.reason, s.On, s.Board, err)
		}
	}
	old := plan("At risk")
	old.File, old.Actions[0].Updated = "march.xlsx", workbook.MustDate("2023-03-03")
	if _, err := SinceWorkbook(old, now); err == nil || !strings.Contains(err.Error(), "march.xlsx has an update of 3 March 2023") {
		t.Errorf("a newer workbook: %v", err)
	}
}

// What was completed between the earlier workbook's last day and its meeting was
// not overdue at either, and what it tells of completions and readings is of its
// days too.
func TestOverdueThen(t *testing.T) {
	on := workbook.MustDate
	for _, c := range []struct {
		reason                      string
		updated, completed, reading string // of the earlier workbook
		doneNow                     string
		day, overdue, compared      string
	}{
		{"completed before the meeting", "2023-01-09", "", "", "2023-01-12", "2023-01-09", "there were none on 9 January", "That workbook was for the board of 17 January 2023; it tells of nothing after 9 January 2023."},
		{"late on the last day", "2023-01-11", "", "", "2023-02-01", "2023-01-11", "there was one on 11 January", ""},
		{"the plan now says that it was done by then", "2023-01-12", "", "", "2023-01-12", "2023-01-12", "there were none on 12 January", ""},
		{"a reading is newer than any update", "2023-01-09", "", "2023-01-14", "", "2023-01-14", "there was one on 14 January", ""},
		{"so is a completion", "2023-01-09", "2023-01-13", "", "", "2023-01-13", "there was one on 13 January", ""},
		{"one after the meeting is not what that board saw", "2023-01-09", "2023-01-31", "", "", "2023-01-17", "there was one on 17 January", ""},
	} {
		old, new := plan("On track", "On track"), plan("On track", "On track")
		for _, p := range []*workbook.Plan{old, new} {
			for i, a := range p.Actions {
				a.Row, a.Text = i+2, strings.Repeat(string(rune('a'+i)), 12)
			}
			p.Actions[0].Due = on("2023-01-10")
		}
		old.Info.MeetingDate, old.Actions[0].Updated = on("2023-01-17"), on(c.updated)
		if c.completed != "" {
			old.Actions[1].Status, old.Actions[1].Completed = "Delivered", on(c.completed)
		}
		if c.reading != "" {
			old.Readings = []*workbook.Reading{{Measure: "M1", PeriodEnd: on(c.reading)}}
		}
		if c.doneNow != "" {
			new.Actions[0].Status, new.Actions[0].Completed = "Delivered", on(c.doneNow)
		}
		b := buildSince(t, old, new)
		if b.Status.ThenDate.String() != c.day || b.Movement.Then.Overdue != c.overdue || !strings.Contains(b.Movement.Compared, c.compared) {
			t.Errorf("%s: %s, %q, %q", c.reason, b.Status.ThenDate, b.Movement.Then.Overdue, b.Movement.Compared)
		}
	}
}

// Evidence that was replaced and somebody new who checked stand beside evidence
// that was added, a line for an action.
func TestEvidenceAndWhoCheckedIt(t *testing.T) {
	old, new := plan("Delivered", "Delivered", "Delivered", "On track"), plan("Embedded", "Delivered", "Delivered", "On track")
	for _, p := range []*workbook.Plan{old, new} {
		for i, a := range p.Actions {
			a.Row, a.Text = i+2, strings.Repeat(string(rune('a'+i)), 12)
		}
	}
	old.Actions[0].Evidence, new.Actions[0].Evidence, new.Actions[0].CheckedBy = "Form", "Audit, May", "Head of audit"
	new.Actions[1].Evidence = "Minute"
	old.Actions[2].CheckedBy, new.Actions[2].CheckedBy = "Head of audit", "Peer"
	old.Actions[3].CheckedBy = "Head of audit"
	want := []string{
		`Action 1.1 "aaaaaaaaaaaa" has other evidence: "Audit, May" in place of "Form". It is now said to be checked by Head of audit; nobody was named before.`,
		`Action 1.2 "bbbbbbbbbbbb" has new evidence: "Minute".`,
		`Action 1.3 "cccccccccccc" is now said to be checked by Peer; before, it was Head of audit.`,
	}
	for _, g := range buildSince(t, old, new).Movement.Groups {
		if g.Heading == "Evidence and who checked it" && slices.Equal(g.Lines, want) {
			return
		}
	}
	t.Errorf("not listed: %q", want)
}

// Without a date the earlier workbook is called just that, and nothing is
// said that depends on its day.
func TestSinceWithoutADay(t *testing.T) {
	old, new := plan("On track", "On track"), plan("At risk", "On track")
	old.Actions[0].Row, new.Actions[0].Row, old.Actions[1].Row, new.Actions[1].Row = 2, 2, 3, 3
	b := buildSince(t, old, new)
	if b.Status.Sentence != "Since the earlier workbook, no action got better, one got worse and one stayed the same." {
		t.Error(b.Status.Sentence)
	}
	if b.Movement.ThenLabel != "Then" || b.Movement.Then.Overdue != "" || b.Movement.Then.OffTrack != "there were none in the earlier workbook" {
		t.Errorf("%+v", b.Movement.Then)
	}
}

// Another year is said.
func TestSinceAnotherYear(t *testing.T) {
	old, new := plan("On track"), plan("At risk")
	old.Actions[0].Row, new.Actions[0].Row = 2, 2
	old.Actions[0].Updated = workbook.MustDate("2022-12-20")
	b := buildSince(t, old, new)
	if b.Movement.ThenLabel != "20 Dec 2022" || b.Status.ThenLabel != "20 Dec 2022" || b.Status.NowLabel != "28 Feb 2023" || b.Status.ThenName != "Then" {
		t.Errorf("%q %q %q %q", b.Movement.ThenLabel, b.Status.ThenLabel, b.Status.NowLabel, b.Status.ThenName)
	}
	if !strings.HasPrefix(b.Status.Sentence, "Since 20 December 2022, ") {
		t.Error(b.Status.Sentence)
	}
}

// A long list ends with how many more there are.
func TestManyChanges(t *testing.T) {
	statuses := make([]string, 9)
	for i := range statuses {
		statuses[i] = "On track"
	}
	b := thenAndNow(t, func(p *workbook.Plan) {
		for _, a := range p.Actions {
			a.Owner = "Head of something else"
		}
	}, statuses...)
	g := b.Movement.Groups
	if len(g) != 1 || g[0].Heading != "Owners that changed" || len(g[0].Lines) != mostLines || g[0].More != "One more is on the tracker's Changes sheet." {
		t.Errorf("%+v", g)
	}
	if len(b.Movement.All) != 10 { // and the meeting date
		t.Errorf("%d changes in all", len(b.Movement.All))
	}
}

// Every area that page 1 says has moved is listed with how, and no other: also one
// whose status is worked out from its actions, now or before.
func TestAreasThatMovedAreListed(t *testing.T) {
	areas := []*workbook.Area{{Ref: "A1", Name: "Records"}, {Ref: "A2", Name: "Front door", Status: "On track"}, {Ref: "A3", Name: "Homes"}, {Ref: "A4", Name: "Health", Status: "On track"}, {Ref: "A5", Name: "Work", Status: "Off track"}}
	made := func(statuses ...string) *workbook.Plan {
		p := plan(statuses...)
		p.Areas = nil
		for i, a := range areas {
			own := *a
			own.Row = i + 2
			p.Areas = append(p.Areas, &own)
			p.Actions[i].Area, p.Actions[i].Ref, p.Actions[i].Row = a.Ref, string(rune('1'+i))+".1", i+2
			p.Actions[i].Text += strings.Repeat(string(rune('a'+i)), 12)
		}
		p.Index()
		return p
	}
	old := made("Off track", "On track", "On track", "On track", "Off track")
	new := made("At risk", "On track", "On track", "At risk", "Off track")
	new.Areas[1].Status, new.Areas[3].Status = "Off track", ""
	old.Info.MeetingDate = workbook.MustDate("2023-01-17")
	b := buildSince(t, old, new)
	var lines []string
	for _, g := range b.Movement.Groups {
		if g.Heading == "Areas whose status changed" {
			lines = g.Lines
		}
	}
	want := []string{
		"Area A1 \"Records\" is doing better: it was off track from its actions and is now at risk from its actions.",
		"Area A2 \"Front door\" is doing worse: it was on track and is now off track.",
		"Area A4 \"Health\" is doing worse: it was on track and is now at risk from its actions.",
	}
	if !slices.Equal(lines, want) {
		t.Errorf("listed: %q", lines)
	}
	said := map[string]bool{}
	for _, x := range history.Compare(old, new).List {
		said[x.Words] = true
	}
	for _, w := range want {
		if !said[w] {
			t.Errorf("compare does not say: %s", w)
		}
	}
	if note := b.StripNote(); !strings.Contains(note, "worse: A2 and A4; better: A1.") {
		t.Error(note)
	}
}

func TestFirstSentence(t *testing.T) {
	for _, c := range []struct{ reason, text, want string }{
		{"one", "Two teams are behind.", "Two teams are behind."},
		{"several", "Agreed on 31 January. In use everywhere.", "Agreed on 31 January."},
		{"no stop", "Agreed", "Agreed"},
		{"a number with a point", "It rose to 4.5 Per cent. Good.", "It rose to 4.5 Per cent."},
		{"a title", "Seen by Mrs. Ahmed on Monday. Good.", "Seen by Mrs. Ahmed on Monday."},
		{"lines", "One\ntwo. Three.", "One two."},
	} {
		if got := firstSentence(c.text); got != c.want {
			t.Errorf("%s: %q", c.reason, got)
		}
	}
}

func TestShortDates(t *testing.T) {
	for in, want := range map[string]string{"2023-01-31": "31 Jan 2023", "2023-01-31: On track": "31 Jan 2023: On track", "M1; M2": "M1; M2", "": ""} {
		if got := shortDates(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

// The history says by which day what was known, and leaves the withdrawn out.
func TestHistory(t *testing.T) {
	p := plan("Delivered", "Off track", "Withdrawn", "On track")
	on := workbook.MustDate
	p.Actions[0].Start, p.Actions[0].Completed = on("2022-11-01"), on("2023-02-01")
	p.Actions[1].RevisedDue = on("2023-07-10")
	p.Updates = []*workbook.Update{
		{Date: on("2022-10-10"), Action: "1.1", Status: "On track", Note: "Begun"},
		{Date: on("2022-12-01"), Action: "1.2", Status: "At risk", Note: "Slow", RevisedDue: on("2023-07-10")},
		{Date: on("2023-01-10"), Action: "1.3", Status: "Withdrawn", Note: "Not needed"},
		{Date: on("2023-02-02"), Action: "1.1", Status: "Delivered", Note: "Done"},
		{Date: on("2023-02-03"), Action: "1.2", Status: "Off track", Note: "Slower"},
		{Date: on("2023-02-04"), Action: "1.4", Status: "On track", Note: "Begun"},
	}
	h := planHistory(facts.Derive(p, on("2023-02-28")))
	if want := "By the log of updates, one of 3 actions was done on 28 February 2023, up from none on 30 November 2022; one was off track, up from none."; h.Sentence != want {
		t.Errorf("sentence: %s", h.Sentence)
	}
	p.Actions[0].Status, p.Actions[1].Status = "On track", "On track"
	p.Updates = append(p.Updates[:1:1], p.Updates[2], p.Updates[5])
	p.Actions[1].RevisedDue = p.Actions[1].Due
	p.Updates = append(p.Updates, &workbook.Update{Date: on("2022-12-01"), Action: "1.2", Status: "On track", Note: "Later", RevisedDue: on("2023-07-10")})
	quiet := planHistory(facts.Derive(p, on("2023-02-28")))
	if want := "By the log of updates, none of 3 actions were done on 28 February 2023, as many as on 30 November 2022. On neither day was any off track."; quiet.Sentence != want {
		t.Errorf("a log without a change, which leaves a withdrawn action out: %s", quiet.Sentence)
	}
	if got := quiet.Slips; len(got) != 1 || got[0].Moved != "Once" || got[0].Later != "Back to the first date" {
		t.Errorf("there and back is one date other than the first, as the timeline says: %+v", got)
	}
	var labels []string
	for _, m := range h.Months {
		labels = append(labels, m.Alt)
	}
	want := []string{
		"31 October 2022: 1 On track, 3 not reported yet.", "30 November 2022: 1 On track, 3 not reported yet.",
		"31 December 2022: 1 On track, 1 At risk, 2 not reported yet.", "31 January 2023: 1 On track, 1 At risk, 1 Withdrawn, 1 not reported yet.",
		"28 February 2023: 1 Delivered, 1 On track, 1 Off track, 1 Withdrawn.",
	}
	if !slices.Equal(labels, want) {
		t.Errorf("months:\n%s", strings.Join(labels, "\n"))
	}
	if h.SlipWords != "One of 3 actions has had its date moved since it was first agreed, the longest by 10 days in all." || len(h.Slips) != 1 || h.Slips[0].Later != "10 days later" || h.Slips[0].Moved != "Once" {
		t.Errorf("%q %+v", h.SlipWords, h.Slips)
	}
	if h.Cycle != "" {
		t.Errorf("a middle of one: %q", h.Cycle)
	}
	if short := planHistory(facts.Derive(p, on("2022-12-31"))); short.Sentence != "" {
		t.Errorf("less than 3 months: %+v", short)
	}
}

func TestComparePage(t *testing.T) {
	old, new := plan("On track", "On track"), plan("At risk", "On track")
	for i := range old.Actions {
		old.Actions[i].Row, new.Actions[i].Row = i+2, i+2
	}
	new.Actions[1].ProgressNote = "Half of it is there"
	c := Compare(old, new, history.Compare(old, new))
	if c.Sentence != "No action got better, one got worse and one stayed the same. None was added, withdrawn or reopened." || len(c.Rows) != 1 || len(c.Others) != 1 {
		t.Errorf("%+v", c)
	}
	if c := Compare(old, old, history.Compare(old, old)); c.Sentence != "Nothing has changed." || len(c.Groups)+len(c.Others)+len(c.Rows) > 0 {
		t.Errorf("%+v", c)
	}
}

// However often a date has moved, every part of a paper says so alike: the
// flags, the timeline, the owner's page and what changed since the last board.
func TestMovesAreCountedAlike(t *testing.T) {
	said := map[int]struct{ moved, changed string }{
		1: {"moved once", "It had not moved before."},
		2: {"moved twice", "It has moved twice in all."},
		3: {"moved 3 times", "It has moved 3 times in all."},
	}
	for n, want := range said {
		old, now := plan("On track"), plan("On track")
		dates := []string{"2023-03-01", "2023-04-01", "2023-05-01", "2023-06-01"}[:n+1]
		for i, p := range []*workbook.Plan{old, now} {
			a := p.Actions[0]
			a.Row, a.Text, a.Due = 2, "Read every record", workbook.MustDate(dates[0])
			if at := n - 1 + i; at > 0 {
				a.RevisedDue = workbook.MustDate(dates[at])
			}
			for _, d := range dates[1:max(1, n-1)] { // the last two moves are not in the log
				p.Updates = append(p.Updates, &workbook.Update{Action: a.Ref, Date: workbook.MustDate("2023-01-05"), Status: a.Status, RevisedDue: workbook.MustDate(d), Note: "Moved"})
			}
			p.Info.MeetingDate = workbook.MustDate([]string{"2023-01-17", "2023-03-14"}[i])
			p.Index()
		}
		f := facts.DeriveSince(now, workbook.MustDate("2023-02-28"), history.Match(old, now).DatesBefore())
		s, err := SinceWorkbook(old, f)
		if err != nil {
			t.Fatal(err)
		}
		b := Build(f, Options{Since: s})
		places := map[string]string{
			"flags":        strings.Join(b.Actions[0].Flags, ". "),
			"timeline":     b.Timeline.Rows[0].Words,
			"owner's page": b.OwnerPages[0].Parts[len(b.OwnerPages[0].Parts)-1].Rows[0].Moved,
		}
		for place, says := range places {
			if !strings.Contains(strings.ToLower(says), want.moved) {
				t.Errorf("%s, the %s: %q", want.moved, place, says)
			}
		}
		var changed []string
		for _, g := range b.Movement.Groups {
			changed = append(changed, g.Lines...)
		}
		if !slices.ContainsFunc(changed, func(line string) bool { return strings.HasSuffix(line, want.changed) }) {
			t.Errorf("%s, what changed: %q", want.moved, changed)
		}
	}
}
