package report

import (
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// What an owner is told to do next follows from the facts and from what check
// found, most pressing first.
func TestNeeds(t *testing.T) {
	on := workbook.MustDate("2023-01-31")
	day := workbook.MustDate
	for _, c := range []struct {
		reason, status string
		change         func(*workbook.Action)
		faults         []fault // of what check found
		want           string
	}{
		{"looked at lately", "On track", func(a *workbook.Action) { a.Updated = day("2023-01-20") }, nil, "Nothing now. Update it by 3 Mar 2023."},
		{"due before the update is", "On track", func(a *workbook.Action) { a.Updated, a.Due = day("2023-01-20"), day("2023-02-10") }, nil, "Due on 10 February 2023: say by then whether it will be done."},
		{"due just after the update is", "On track", func(a *workbook.Action) { a.Updated, a.Due = day("2022-12-30"), day("2023-02-20") }, nil, "Due on 20 February 2023: say by 10 February 2023 whether it will be done."},
		{"at risk and due soon", "At risk", func(a *workbook.Action) { a.Updated, a.Due = day("2023-01-20"), day("2023-02-10") }, nil, "Due on 10 February 2023 and at risk: say by then how you will keep that date."},
		{"due soon, and check found more", "On track", func(a *workbook.Action) { a.Updated, a.Due = day("2023-01-20"), day("2023-02-10") }, []fault{"Say how you will know."},
			"Due on 10 February 2023: say by then whether it will be done. Say how you will know."},
		{"at risk with a way back", "At risk", func(a *workbook.Action) { a.Updated, a.IfItSlips = day("2023-01-20"), "Lend two posts" }, nil,
			"Due on 30 June 2023 and at risk: say by 3 March 2023 how you will keep that date, and whether what you wrote under \"If it slips\" still holds."},
		{"never looked at", "On track", nil, nil, "Enter a progress note and the date."},
		{"stale", "On track", func(a *workbook.Action) { a.Updated = day("2022-11-20") }, nil, "Update the progress note; the last is of 20 Nov 2022."},
		{"late", "At risk", func(a *workbook.Action) { a.Due, a.Updated = day("2023-01-10"), on }, nil,
			"Enter a revised date and the reason, or record that it is done. Say how and by when it will recover, under \"If it slips\"."},
		{"late and called on track", "On track", func(a *workbook.Action) { a.Due, a.Updated, a.IfItSlips = day("2023-01-10"), on, "Lend two posts" }, nil,
			"Enter a revised date and the reason, or record that it is done. Say how and by when it will recover, and whether what you wrote under \"If it slips\" still holds."},
		{"no date", "At risk", func(a *workbook.Action) { a.Due, a.Updated = workbook.Date{}, on }, nil, "Enter a due date."},
		{"off track without a way back", "Off track", func(a *workbook.Action) { a.Updated = on }, nil, "Say how and by when it will recover, under \"If it slips\"."},
		{"off track with a way back has no rest either", "Off track", func(a *workbook.Action) { a.Updated, a.IfItSlips = on, "Lend two posts" }, nil,
			"Say how and by when it will recover, and whether what you wrote under \"If it slips\" still holds."},
		{"moved without a reason", "On track", func(a *workbook.Action) { a.RevisedDue, a.Updated = day("2023-08-30"), on }, nil, "Give the reason for the new date."},
		{"embedded, and nobody has checked it", "Embedded", func(a *workbook.Action) { a.Completed, a.Evidence = day("2023-01-10"), "Audit" }, nil, "Say who checked the evidence."},
		{"a word that the key lacks", "Greenish", func(a *workbook.Action) { a.Updated = on }, nil, "Enter a status that the key has."},
		{"should have started", "Not started", func(a *workbook.Action) { a.Start, a.Updated = day("2023-01-03"), on }, nil, "It was to start on 3 Jan 2023: update its status, or its start."},
		{"delivered without date or evidence", "Delivered", nil, nil, "Enter the date it was completed. Name the evidence."},
		{"check found more", "On track", func(a *workbook.Action) { a.Updated = on },
			[]fault{"Say how you will know."}, "Say how you will know."},
		{"all of much is said", "Off track", func(a *workbook.Action) { a.Due, a.Updated = day("2023-01-10"), day("2022-11-01") },
			[]fault{"Say how you will know."},
			"Enter a revised date and the reason, or record that it is done. Say how and by when it will recover, under \"If it slips\". Say how you will know. Update the progress note; the last is of 1 Nov 2022."},
	} {
		p := plan(c.status)
		if c.change != nil {
			c.change(p.Actions[0])
		}
		f := facts.Derive(p, on)
		got := ownerRow(f, f.Actions[0], &Action{}, needs(f, f.Actions[0], false, c.faults)).Needed
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.reason, got, c.want)
		}
	}
}

// What is off track and due later is listed first, and the count by date says so.
func TestOffTrackIsListedOnce(t *testing.T) {
	p := plan("Off track", "Delivered")
	p.Actions[0].Updated = workbook.MustDate("2023-01-20")
	page := on("2023-01-31", p).OwnerPages[0]
	if said := page.Figures[2].Words; !strings.HasSuffix(said, "; it is off track, so listed first") {
		t.Errorf("%q", said)
	}
	if len(page.Parts[0].Rows) != 1 || len(page.Parts[2].Rows) != 0 || page.Parts[2].None != "Nothing else is due later." {
		t.Errorf("%+v", page.Parts)
	}
}

// A date that has moved twice has to be kept: the owner is asked how.
func TestMovedTwice(t *testing.T) {
	p := plan("On track")
	day := workbook.MustDate
	a := p.Actions[0]
	a.Updated, a.RevisedDue, a.RevisionReason = day("2023-01-20"), day("2023-09-30"), "Two posts were empty"
	p.Updates = []*workbook.Update{{Date: day("2022-12-01"), Action: "1.1", RevisedDue: day("2023-08-31")}}
	p.Index()
	b := Build(facts.Derive(p, day("2023-01-31")), Options{})
	row := b.OwnerPages[0].Parts[2].Rows[0]
	if want := "Say how you will keep this date; it has moved twice."; row.Needed != want {
		t.Errorf("needed is %q", row.Needed)
	}
	if want := "First due 30 Jun 2023, moved twice"; row.Moved != want {
		t.Errorf("moved is %q", row.Moved)
	}
}

// Faults are those of errors and warnings that nobody waived and that needs does
// not say in its own words.
func TestFaultsByRow(t *testing.T) {
	data, err := os.ReadFile("../samples/south-gloucestershire.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	p, _, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(p, workbook.MustDate("2023-01-31"))
	at := p.Actions[0].At(workbook.ColStatus)
	problem := func(rule string, s workbook.Severity) workbook.Problem {
		return workbook.Problem{Rule: rule, Severity: s, Message: "The cell is " + rule, Hint: "Fix it", Cell: at}
	}
	waived := problem("waived", workbook.Error)
	waived.Waived = &workbook.Waiver{}
	got, _ := faultsByRow(f, workbook.Problems{problem("overdue", workbook.Warning), problem("vague", workbook.Advice), problem("optimistic", workbook.Error), waived})
	if want := map[int][]fault{at.Row: {"The cell is overdue. Fix it."}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	copied := func(column string, rows ...int) workbook.Problem {
		c := workbook.Problem{Rule: "same-words", Severity: workbook.Warning, Message: "It stands in many cells: 1.1, 1.2", Hint: "Say in each row what is true of that row", Cell: p.Actions[rows[0]].At(column)}
		for _, i := range rows[1:] {
			c.Related = append(c.Related, p.Actions[i].At(column))
		}
		return c
	}
	got, _ = faultsByRow(f, workbook.Problems{copied(workbook.ColProgressNote, 0, 1, 2), copied(workbook.ColImpactChildren, 1, 2)})
	if want := (map[int][]fault{
		p.Actions[0].Row: {"The progress note is word for word what stands in 2 other cells: say what is true of this one."},
		p.Actions[1].Row: {"The progress note and difference for children are word for word what stands in other rows: say what is true of this one."},
		p.Actions[2].Row: {"The progress note and difference for children are word for word what stands in other rows: say what is true of this one."},
	}); !reflect.DeepEqual(got, want) {
		t.Errorf("of words in many rows, got %v, want %v", got, want)
	}
}

// Each finding's history runs from where it was first raised to where it was
// resolved.
func TestVisitPositions(t *testing.T) {
	p := plan("Delivered", "On track")
	day := workbook.MustDate
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: day("2021-03-01")},
		{Ref: "V2", Kind: "Monitoring visit", Title: "First monitoring visit", LetterDated: day("2022-03-01")},
	}
	finding := func(ref, visit string) *workbook.Finding {
		return &workbook.Finding{Ref: ref, Visit: visit, Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{"A1"}}
	}
	resolved, repeated, open := finding("F1", "V1"), finding("F2", "V1"), finding("F3", "V2")
	resolved.ResolvedBy = "V2"
	open.Repeats = []string{"F2"}
	strength := finding("F4", "V2")
	strength.Kind, strength.Text = workbook.KindStrength, "Staff are proud"
	p.Findings = []*workbook.Finding{resolved, repeated, open, strength}
	p.Actions[0].Findings, p.Actions[0].Evidence, p.Actions[0].Completed = []string{"F1", "F2"}, "Audit", day("2022-12-01")
	p.Actions[1].Findings, p.Actions[1].ProgressNote, p.Actions[1].Updated = []string{"F3"}, "Half done", day("2023-01-20")
	p.Index()
	b := Build(facts.Derive(p, day("2023-01-31")), Options{})
	if want := "Of 3 findings that ask for improvement, one is resolved, one has all its actions done and one is still open."; b.PositionHeadline != want {
		t.Errorf("the headline is %q", b.PositionHeadline)
	}
	if len(b.Visits) != 2 || b.Visits[0].Ref != "V2" {
		t.Fatalf("visits are %+v, the latest has to be first", b.Visits)
	}
	says := func(f FindingPosition, term string) string {
		for _, l := range f.Lines {
			if l.Term == term {
				return l.Text
			}
		}
		return ""
	}
	latest, first := b.Visits[0], b.Visits[1]
	if latest.Sentence != "One finding asks for improvement; it has work under way." || len(latest.Others) != 1 || !strings.Contains(latest.Others[0], "Staff are proud") {
		t.Errorf("the latest visit says %q and %q", latest.Sentence, latest.Others)
	}
	for _, c := range []struct{ got, want string }{
		{latest.Findings[0].State, "Under way"},
		{says(latest.Findings[0], "Raised"), "March 2021 (F2), then at this visit"},
		{says(latest.Findings[0], "Still open"), "1.2 A list: On track, due 30 Jun 2023. Half done. Updated 20 Jan 2023."},
		{first.Findings[0].State, "Resolved"},
		{says(first.Findings[0], "Resolved"), "At first monitoring visit, letter of 1 March 2022"},
		{says(first.Findings[0], "Evidence"), "1.1: Audit."},
		{first.Findings[1].State, "All actions done"},
		{says(first.Findings[1], "Raised again"), "March 2022 (F3)"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestSelection(t *testing.T) {
	b := Build(facts.Derive(plan("On track"), workbook.MustDate("2023-01-31")), Options{})
	for _, c := range []struct {
		err  error
		want string
	}{
		{b.OnlyAreas([]string{"A2"}), `there is no area "A2"; the areas are A1`},
		{b.OnlyAreas([]string{"records"}), `there is no area "records"; did you mean "A1", Records?`},
		{b.OnlyAreas([]string{"housing"}), `there is no area "housing"; the areas are A1`},
		{b.OnlyOwner("head of qualty"), `nobody called "head of qualty" owns anything in the plan; did you mean "Head of quality"?`},
		{b.OnlyOwner("Treasurer"), `nobody called "Treasurer" owns anything in the plan; the owners are Head of quality`},
	} {
		if c.err == nil || c.err.Error() != c.want {
			t.Errorf("got %v, want %s", c.err, c.want)
		}
	}
	if err := b.OnlyAreas([]string{"a1"}); err != nil || len(b.AreaPages) != 1 {
		t.Errorf("case counts in a ref: %v", err)
	}
	if err := b.OnlyOwner(" HEAD of quality "); err != nil || b.OwnersTitle != "Head of quality" {
		t.Errorf("case counts in a name: %v", err)
	}
}

// A page on an area tells its own findings from those of others that its actions
// answer.
func TestAreaPageIsItsOwn(t *testing.T) {
	p := plan("On track", "On track")
	p.Areas = append(p.Areas, &workbook.Area{Ref: "A2", Name: "Supervision", Owner: "Head of quality", Outcome: "Known"})
	p.Actions[1].Ref, p.Actions[1].Area = "2.1", "A2"
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Title: "Inspection", LetterDated: workbook.MustDate("2022-03-01")}}
	for i, area := range []string{"A1", "A2", "A1", "A1"} {
		p.Findings = append(p.Findings, &workbook.Finding{Ref: "F" + strconv.Itoa(i+1), Visit: "V1", Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{area}})
	}
	p.Findings[3].Kind = workbook.KindStrength
	p.Actions[1].Findings = []string{"F2", "F3", "F4"}
	p.Index()
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	refs := func(list []Finding) (all string) {
		for _, x := range list {
			all = joinWords(all, x.Ref)
		}
		return all
	}
	for i, want := range []struct{ own, answered string }{{"F1 F3", ""}, {"F2", "F3"}} {
		if page := b.AreaPages[i]; refs(page.Findings) != want.own || refs(page.Answered) != want.answered {
			t.Errorf("%s: %q of its own, %q of others", page.Ref, refs(page.Findings), refs(page.Answered))
		}
	}
}

// A paper on an area lists the problems of its own rows only: a ref that stands on
// several sheets is the area's on some of them, and no other sheet's.
func TestAreaPaperListsItsOwnRows(t *testing.T) {
	p, _ := loadSample(t, "../samples/south-gloucestershire.xlsx")
	var problems workbook.Problems
	add := func(ref string, at workbook.Record, heading string) {
		problems = append(problems, workbook.Problem{Rule: "overdue", Severity: workbook.Warning, Ref: ref, Cell: at.Place().At(heading), Message: "It is late."})
	}
	add("A2", p.Areas[1], workbook.ColRef)
	add("A2", p.Risks[0], workbook.ColRef)
	add("A1", p.Areas[0], workbook.ColRef)
	add("2.1", p.Updates[0], workbook.ColAction)
	add("2.1", p.Findings[0], workbook.ColRef)
	problems = append(problems, workbook.Problem{Rule: "overdue", Severity: workbook.Warning, Ref: "A2", Message: "It is in no cell."})
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{Problems: problems})
	if err := b.OnlyAreas([]string{"A2"}); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range b.Quality.Problems {
		got = append(got, q.Sheet+" "+q.Ref)
	}
	if want := []string{"Areas A2", "Updates 2.1"}; !slices.Equal(got, want) {
		t.Errorf("the problems are of %q", got)
	}
	if said := b.Quality.Sentences; !slices.Contains(said, "Of these, only what is in the rows of this area is listed here.") {
		t.Errorf("%q", said)
	}
}

// A finding stands no better than its actions: what has not started is not
// under way, and what is late or off track says so.
func TestStateOfAFinding(t *testing.T) {
	for _, c := range []struct{ reason, statuses, late, want, sentence string }{
		{"nothing has started", "Not started", "", "Not started", "One finding asks for improvement; it has no work started yet."},
		{"one of two has started", "Not started,On track", "", "Under way", "One finding asks for improvement; it has work under way."},
		{"done beside what has not started", "Delivered,Not started", "", "Under way", "One finding asks for improvement; it has work under way."},
		{"off track", "Off track,Delivered", "", "Late or off track", "One finding asks for improvement; it has an action that is late or off track."},
		{"late", "On track", "1.1", "Late or off track", "One finding asks for improvement; it has an action that is late or off track."},
		{"all done", "Delivered,Embedded", "", "All actions done", "One finding asks for improvement; it has all its actions done."},
		{"a word that the key lacks", "Greenish", "", "Not known", "One finding asks for improvement; it has actions of which no status is known."},
	} {
		p := plan(strings.Split(c.statuses, ",")...)
		p.Visits = []*workbook.Visit{{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: workbook.MustDate("2021-03-01")}}
		p.Findings = []*workbook.Finding{{Ref: "F1", Visit: "V1", Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{"A1"}}}
		for _, a := range p.Actions {
			a.Findings = []string{"F1"}
			if a.Ref == c.late {
				a.Due = workbook.MustDate("2023-01-01")
			}
		}
		p.Index()
		v := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}).Visits[0]
		if v.Findings[0].State != c.want || v.Sentence != c.sentence {
			t.Errorf("%s: %q, %q", c.reason, v.Findings[0].State, v.Sentence)
		}
	}
}

// What a letter praised was not raised by it, and what a later letter praises is
// not raised again.
func TestPraiseIsNotRaised(t *testing.T) {
	p := plan("On track")
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: workbook.MustDate("2018-11-01")},
		{Ref: "V2", Kind: "Focused visit", Title: "Focused visit", LetterDated: workbook.MustDate("2022-10-01")},
	}
	finding := func(ref, visit, kind string, repeats ...string) *workbook.Finding {
		return &workbook.Finding{Ref: ref, Visit: visit, Kind: kind, Text: "Plans", Areas: []string{"A1"}, Repeats: repeats}
	}
	p.Findings = []*workbook.Finding{
		finding("P1", "V1", workbook.KindProgress), finding("F2", "V2", workbook.KindConcern, "P1"),
		finding("F1", "V1", workbook.KindConcern), finding("P2", "V2", workbook.KindProgress, "F1"),
	}
	p.Index()
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	if s := b.Coverage.Sentence; strings.Contains(s, "already raised") {
		t.Errorf("coverage says %q", s)
	}
	lines := func(f FindingPosition) string {
		var said []string
		for _, l := range f.Lines {
			said = append(said, l.Term+": "+l.Text)
		}
		return strings.Join(said, "\n")
	}
	if got := lines(b.Visits[0].Findings[0]); !strings.Contains(got, "Raised: At this visit\nPraised before: November 2018 (P1)") {
		t.Errorf("F2 says\n%s", got)
	}
	if got := lines(b.Visits[1].Findings[0]); strings.Contains(got, "Raised again") || !strings.Contains(got, "Praised later: October 2022 (P2)") {
		t.Errorf("F1 says\n%s", got)
	}
}

// A paper lists no finding as open that another calls resolved.
func TestResolvedIsResolvedEverywhere(t *testing.T) {
	p := plan("On track")
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: workbook.MustDate("2018-11-01")},
		{Ref: "V2", Kind: "Focused visit", Title: "Focused visit", LetterDated: workbook.MustDate("2022-10-01")},
	}
	p.Findings = []*workbook.Finding{
		{Ref: "F1", Visit: "V2", Kind: workbook.KindConcern, Text: "Plans", Areas: []string{"A1"}},
		{Ref: "F2", Visit: "V1", Kind: workbook.KindConcern, Text: "Reviews", Areas: []string{"A1"}, ResolvedBy: "V2"},
	}
	p.Actions[0].Findings = []string{"F1", "F2"}
	p.Index()
	c := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}).Coverage
	if want := "Yes. All 2 findings that ask for improvement have an action. One is resolved, as a later visit said. One is open: it has work under way."; c.Sentence != want {
		t.Errorf("coverage says %q", c.Sentence)
	}
	if last := c.Rows[1]; last.Ref != "F2" || last.Resolved != "Resolved at focused visit" {
		t.Errorf("the last row is %s, %q", last.Ref, last.Resolved)
	}
}

// What can't be right or answers nothing is open on every paper, and each says
// why: resolved before it was raised, raised after its actions were closed,
// mapped by area only.
func TestOpenWhateverTheWorkbookSays(t *testing.T) {
	day := workbook.MustDate
	p := plan("Delivered", "On track")
	p.Areas = append(p.Areas, &workbook.Area{Ref: "A2", Name: "Homes", Owner: "Head of quality", Outcome: "Safe"})
	p.Actions[0].Completed, p.Actions[0].Findings = day("2022-07-10"), []string{"F1", "F2"}
	p.Actions[1].Area = "A2"
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", Started: day("2022-04-20")},
		{Ref: "V2", Kind: "Focused visit", Title: "Focused visit", Started: day("2022-08-04")},
	}
	p.Findings = []*workbook.Finding{
		{Ref: "F1", Visit: "V2", Kind: workbook.KindConcern, Text: "Visits", Areas: []string{"A1"}},
		{Ref: "F2", Visit: "V1", Kind: workbook.KindConcern, Text: "Visits", Areas: []string{"A1"}},
		{Ref: "F3", Visit: "V2", Kind: workbook.KindConcern, Text: "Homes", Areas: []string{"A2"}},
		{Ref: "F4", Visit: "V2", Kind: workbook.KindConcern, Text: "Plans", Areas: []string{"A1"}, ResolvedBy: "V1"},
		{Ref: "F5", Kind: workbook.KindConcern, Text: "Plans", Areas: []string{"A1"}, ResolvedBy: "V2"},
	}
	p.Index()
	for _, public := range []bool{false, true} {
		b := Build(facts.Derive(p, day("2023-01-31")), Options{Public: public})
		if want := "No. Three of the 5 findings that ask for improvement have no action. Of those without, one is mapped by area only: its area has actions, and none of them says which finding it answers. " +
			"One is resolved, as a later visit said. One has all its actions done and is not resolved yet. Three are open, of which one was raised after its actions were closed and 2 have no action. " +
			"F4 counts as open: the visit that is said to have resolved it was no later one."; b.Coverage.Sentence != want {
			t.Errorf("coverage says\n%q, want\n%q", b.Coverage.Sentence, want)
		}
		latest := b.Visits[0]
		if want := "Three findings ask for improvement: one was raised after its actions were closed and 2 have no action. Of those without, one is mapped by area only: " +
			"its area has actions, and none of them says which finding it answers."; latest.Sentence != want {
			t.Errorf("the visit says %q", latest.Sentence)
		}
		if want := "Of 5 findings that ask for improvement, one is resolved, one has all its actions done and 3 are still open; 2 of them have no action."; b.PositionHeadline != want {
			t.Errorf("the headline is %q", b.PositionHeadline)
		}
		for i, want := range []Line{
			{"Still open", "All of it: no action has been opened since this visit raised it."},
			{"Still open", "No action names it. Its area has:\n1.2 A list: On track, due 30 Jun 2023."},
			{"Resolved", "The workbook says at inspection, 20 April 2022, which was before it was raised, so it counts as open."},
		} {
			if !slices.Contains(latest.Findings[i].Lines, want) {
				t.Errorf("finding %d is %+v", i+1, latest.Findings[i])
			}
		}
		if m := b.Coverage.Matrix; !strings.Contains(m.Note, "Of one finding (F5) the visit is not known") {
			t.Errorf("the matrix notes %q", m.Note)
		}
		if f := b.Coverage.All[3]; f.Resolved != "" || f.Reopened != "Open: said to be resolved at inspection, which was before it was raised" {
			t.Errorf("F4 is %+v", f)
		}
	}
}

// What a visit raised again after it was resolved is open on every paper, and
// each says so, the public edition too.
func TestRaisedAgainIsOpenEverywhere(t *testing.T) {
	p := plan("On track", "Delivered")
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: workbook.MustDate("2018-11-01")},
		{Ref: "V2", Kind: "Focused visit", Title: "Focused visit", LetterDated: workbook.MustDate("2020-10-01")},
		{Ref: "V3", Kind: "Monitoring visit", Title: "Monitoring visit", LetterDated: workbook.MustDate("2022-10-01")},
	}
	p.Findings = []*workbook.Finding{
		{Ref: "F1", Visit: "V1", Kind: workbook.KindConcern, Text: "Reviews", Areas: []string{"A1"}, ResolvedBy: "V2"},
		{Ref: "F3", Visit: "V3", Kind: workbook.KindConcern, Text: "Reviews again", Areas: []string{"A1"}, Repeats: []string{"F1"}},
	}
	p.Actions[0].Findings = []string{"F1", "F3"}
	p.Index()
	for _, public := range []bool{false, true} {
		b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{Public: public})
		c := b.Coverage
		if want := "Yes. All 2 findings that ask for improvement have an action. One was already raised at an earlier visit. Two are open: both have work under way."; c.Sentence != want {
			t.Errorf("coverage says %q", c.Sentence)
		}
		if f := c.All[0]; f.Resolved != "" || f.Reopened != "Open again: resolved at focused visit, raised again in October 2022 (F3)" {
			t.Errorf("F1 is %q, %q", f.Resolved, f.Reopened)
		}
		if all := c.Matrix.Rows[len(c.Matrix.Rows)-1]; all.Resolved != 0 {
			t.Errorf("the matrix has %d as resolved", all.Resolved)
		}
		if first := b.Visits[2]; first.Resolved != 0 || first.Open != 1 || first.Findings[0].State != "Under way" ||
			!slices.Contains(first.Findings[0].Lines, Line{"Resolved", "At focused visit, letter of 1 October 2020; raised again in October 2022 (F3), so it is open again"}) {
			t.Errorf("the first visit is %+v", first)
		}
		if want := "Both findings that ask for improvement are still open."; b.PositionHeadline != want {
			t.Errorf("the headline is %q", b.PositionHeadline)
		}
	}
}

// Somebody who answers for an area hears first of it, whoever has the actions.
func TestOwnersHearOfTheirAreas(t *testing.T) {
	p := plan("Off track", "Delivered")
	p.Areas[0].Status = "At risk"
	p.Areas[0].Owner, p.Actions[0].Owner = "Assistant director", "Team manager"
	p.Actions[1].Owner = "Assistant director"
	p.Index()
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	for _, o := range b.OwnerPages {
		if o.Name != "Assistant director" {
			continue
		}
		if want := "You answer for one area, which is at risk. You own one action, which is delivered."; o.Sentence != want {
			t.Errorf("the sentence is %q", o.Sentence)
		}
		if len(o.Areas) != 1 || o.Areas[0].Disagreement != "Its actions alone would make it Off track" {
			t.Errorf("the areas are %+v", o.Areas)
		}
	}
}

// Of what is others' in their areas and late or off track they hear too: nothing
// is late only where nothing is.
func TestOwnersHearOfOthersInTheirAreas(t *testing.T) {
	p := plan("Off track", "On track", "On track", "Off track")
	p.Actions[1].Due = workbook.MustDate("2023-01-10")
	for i, owner := range []string{"Team manager", "", "Assistant director", "Assistant director"} {
		p.Actions[i].Owner, p.Actions[i].ShortName = owner, "List "+string(rune('a'+i))
	}
	p.Actions[3].Area = "A2"
	p.Areas[0].Owner = "Assistant director"
	p.Areas = append(p.Areas, &workbook.Area{Ref: "A2", Name: "Homes", Outcome: "Safe", Owner: "Director"})
	p.Index()
	pages := map[string]*OwnerPage{}
	for _, o := range Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{}).OwnerPages {
		pages[o.Name] = o
	}
	assistant := pages["Assistant director"]
	if want := []string{"A1: Ask how and by when these will be done: 1.2 List b (no owner), 21 days late; 1.1 List a (Team manager), off track."}; !slices.Equal(assistant.AreasNeed, want) {
		t.Errorf("%q", assistant.AreasNeed)
	}
	if got := assistant.Figures[0]; got.Figure != "0" || got.Words != "of your own actions overdue" {
		t.Errorf("%+v", got)
	}
	director := pages["Director"]
	if want := []string{"A2: Ask its owner (Assistant director) how and by when 1.4 List d will be done: it is off track."}; !slices.Equal(director.AreasNeed, want) ||
		len(director.Parts)+len(director.Figures) > 0 || strings.Count(director.Sentence, "You own no actions.") != 1 {
		t.Errorf("%q, %q, %v, %v", director.AreasNeed, director.Sentence, director.Parts, director.Figures)
	}
	if manager := pages["Team manager"]; len(manager.AreasNeed) > 0 || manager.Figures[0].Words != "overdue" {
		t.Errorf("%+v", manager)
	}
}

// Nothing is left to record only where check finds nothing in what somebody
// answers for.
func TestOwnersHearWhatTheirAreasLack(t *testing.T) {
	p, loaded := loadSample(t, "../samples/needs-attention.xlsx")
	f := facts.Derive(p, workbook.MustDate("2026-09-30"))
	b := Build(f, Options{Problems: check.Run(p, f, loaded, check.Options{}).Problems})
	for _, o := range b.OwnerPages {
		if (o.Name == "No owner" || o.Name == "Director of children's services") && len(o.AreasNeed) == 0 {
			t.Errorf("%s is told nothing of %v", o.Name, o.AreasHeading)
		}
	}
}

// What is done and still to be reviewed stands where its review falls, and what is
// left to record of it beside that.
func TestOwnersHearOfReviews(t *testing.T) {
	day := workbook.MustDate
	p := plan("Delivered", "Delivered", "Delivered", "Embedded", "Delivered", "On track")
	for i, review := range []string{"2023-02-28", "2023-03-01", "2023-01-10", "2023-06-30", "2023-01-10", "2023-06-30"} {
		a := p.Actions[i]
		a.Completed, a.Evidence, a.CheckedBy, a.ImpactReview, a.Updated = day("2022-11-01"), "Audit", "Quality", day(review), day("2022-12-01")
	}
	p.Actions[1].Evidence = ""
	p.Actions[4].Updated = day("2023-01-20") // somebody has reported since
	p.Actions[5].Completed = workbook.Date{}
	p.Index()
	for _, public := range []bool{false, true} {
		page := Build(facts.Derive(p, day("2023-01-31")), Options{Public: public}).OwnerPages[0]
		var got []string
		for _, part := range page.Parts {
			for _, r := range part.Rows {
				got = append(got, part.Heading+": "+r.Action.Ref+" "+r.Due+" "+r.Review)
			}
		}
		want := []string{"Due in the next 28 days: 1.1 28 Feb 2023 Impact review", "Later: 1.2 1 Mar 2023 Impact review", "Later: 1.4 30 Jun 2023 Impact review", "Later: 1.6 30 Jun 2023 ",
			"Done, with something still to record: 1.2 30 Jun 2023 ", "Done, with something still to record: 1.3 10 Jan 2023 Impact review"}
		if public {
			want = slices.Delete(want, 4, 5) // evidence is withheld, so that nobody can say that it is missing
		}
		if !slices.Equal(got, want) {
			t.Errorf("public %t:\n%s\nwant\n%s", public, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if f := page.Figures; !strings.HasSuffix(f[1].Words, "; one impact review") || !strings.HasSuffix(f[2].Words, "; 2 impact reviews") {
			t.Errorf("%+v", f)
		}
	}
}

// An owner's counts leave out what the public edition does, and say so.
func TestOwnersCountsSayWhatTheyLeaveOut(t *testing.T) {
	p := plan("On track", "On track")
	p.Actions[1].Publish = workbook.Restricted
	p.Index()
	for _, public := range []bool{false, true} {
		b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{Public: public})
		const note = "The plan's one action in the exempt part is not counted here."
		if got := b.OwnerPages[0].Sentence; strings.HasSuffix(got, note) != public || (b.OwnersNote == note) != public {
			t.Errorf("public %t: %q", public, got)
		}
	}
}

// The alternative text says of a measure what is printed beside its chart, and
// hides no reading that lies outside the first and the last.
func TestChartSaysWhatThePageSays(t *testing.T) {
	b := build(t, "../samples/south-gloucestershire.xlsx", "2023-01-31")
	seen := 0
	for _, m := range b.Measures.Items {
		if len(m.Points) == 0 {
			continue
		}
		seen++
		for _, want := range []string{m.DirectionWords, m.DistanceWords, m.LatestWords} {
			if !strings.Contains(m.Alt, want) {
				t.Errorf("%s: %q does not say %q", m.Ref, m.Alt, want)
			}
		}
		if strings.Contains(m.Alt, " rose ") || strings.Contains(m.Alt, " fell ") {
			t.Errorf("%s judges by the first and last reading: %q", m.Ref, m.Alt)
		}
		low := m.Points[0].Value
		for _, p := range m.Points {
			low = min(low, p.Value)
		}
		if len(m.Points) > 2 && !strings.Contains(m.Alt, "Lowest "+words.Decimal(low)) {
			t.Errorf("%s hides its lowest reading, %s: %q", m.Ref, words.Decimal(low), m.Alt)
		}
	}
	if seen == 0 {
		t.Fatal("no measure has a chart")
	}
}

// An ask leads to everything that it names.
func TestAsksLeadToAllTheyName(t *testing.T) {
	b := &Brief{
		Actions: []*Action{{ID: "a1", Ref: "2.1"}, {ID: "a2", Ref: "3.1"}, {ID: "a3", Ref: "4"}, {ID: "a4", Ref: "5"}},
		Areas:   []*Area{{ID: "r1", Ref: "A1"}, {ID: "r2", Ref: "4"}},
	}
	for _, c := range []struct{ text, ids, says string }{
		{"Agree the dates of the checks (2.1) and of 3.1.", "a1 a2", "Go to the actions"},
		{"Agree actions 4 and 5 as proposed", "a3 a4", "Go to the actions"},
		{"Meet again in 4 weeks", "", ""},
		{"Look at area 4", "r2", "Go to area 4"},
	} {
		got := ask(c.text, b)
		if strings.Join(got.Targets, " ") != c.ids || got.Says != c.says {
			t.Errorf("%s: %v, %q", c.text, got.Targets, got.Says)
		}
	}
}

// A log that does not arrive at what the plan says today is no history of it.
func TestHistoryOnlyWhereTheLogArrives(t *testing.T) {
	logged := func(refs ...string) *workbook.Plan {
		p := plan("On track", "Delivered")
		for _, ref := range refs {
			status := "On track"
			if ref == "1.2" {
				status = "Delivered"
			}
			p.Updates = append(p.Updates, &workbook.Update{Date: workbook.MustDate("2022-08-15"), Action: ref, Status: status})
		}
		p.Index()
		return p
	}
	for _, c := range []struct {
		reason string
		refs   []string
		want   bool
	}{{"every action is logged", []string{"1.1", "1.2"}, true}, {"one is not", []string{"1.1"}, false}} {
		b := Build(facts.Derive(logged(c.refs...), workbook.MustDate("2023-01-31")), Options{})
		if got := len(b.History.Months) > 0; got != c.want {
			t.Errorf("%s: history is shown: %t", c.reason, got)
		}
	}
}

// The measures that a paper of one side has room for are those a board has to
// know of first.
func TestWorstMeasuresComeFirst(t *testing.T) {
	b := build(t, "../samples/south-gloucestershire.xlsx", "2023-01-31")
	worst := b.Measures.Worst
	if len(worst) != len(b.Measures.Items) || worst[0].Ref != "M3" {
		t.Errorf("%d of %d measures, the first %s", len(worst), len(b.Measures.Items), worst[0].Ref)
	}
}

// What the page of what nobody answers for asks is a sentence of its own, and says
// nothing to "you".
func TestNobodysPageAsksForAPost(t *testing.T) {
	p, loaded := loadSample(t, "../samples/needs-attention.xlsx")
	f := facts.Derive(p, workbook.MustDate("2026-09-30"))
	b := Build(f, Options{Problems: check.Run(p, f, loaded, check.Options{}).Problems})
	i := slices.IndexFunc(b.OwnerPages, func(o *OwnerPage) bool { return o.Name == "No owner" })
	if i < 0 {
		t.Fatal("somebody answers for every area")
	}
	page := b.OwnerPages[i]
	if want := []string{"5: Name the one post that answers to the board for Hearing children and families."}; !slices.Equal(page.AreasNeed, want) {
		t.Errorf("%q", page.AreasNeed)
	}
	if page.Asks != "What is needed" || b.OwnerPages[0].Asks != "What is needed from you" {
		t.Errorf("it asks %q, others %q", page.Asks, b.OwnerPages[0].Asks)
	}
}

// Of a visit without findings its row says so, with what came of it.
func TestVisitWithoutFindings(t *testing.T) {
	p := plan("On track")
	p.Visits = []*workbook.Visit{
		{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: workbook.MustDate("2021-03-01")},
		{Ref: "V2", Kind: "Focused visit", Title: "Focused visit", Outcome: "Getting better", LetterDated: workbook.MustDate("2022-03-01")},
	}
	p.Findings = []*workbook.Finding{{Ref: "F1", Visit: "V1", Kind: workbook.KindStrength, Text: "Leaders know it", Areas: []string{"A1"}}}
	p.Index()
	b := Build(facts.Derive(p, workbook.MustDate("2023-01-31")), Options{})
	if got := b.Visits[0].None; got != "No finding in the plan; outcome: getting better" {
		t.Errorf("the visit without findings says %q", got)
	}
	if got := b.Visits[1].None; got != "" {
		t.Errorf("the visit with one says %q", got)
	}
}

// What only its owner has checked is not said to be checked by somebody.
func TestDoneSaysWhoHasChecked(t *testing.T) {
	for by, want := range map[string]string{"": "1.1 Kits: Embedded.", "Ann": "1.1 Kits: Embedded, checked only by its owner.", "Independent reviewer": "1.1 Kits: Embedded, checked by Independent reviewer."} {
		a := &facts.Action{Action: &workbook.Action{Ref: "1.1", Owner: "Ann", CheckedBy: by}}
		if got := doneWords(a, &Action{Ref: "1.1", Name: "Kits", Status: Status{Word: "Embedded"}}); got != want {
			t.Errorf("%q: %q, want %q", by, got, want)
		}
	}
}
