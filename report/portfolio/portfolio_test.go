package portfolio

import (
	"math"
	"slices"
	"strings"
	"testing"

	"actionplan/samples/madeup"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

func plan(t testing.TB, i, actions, before int) (*facts.Facts, check.Result) {
	t.Helper()
	data, err := madeup.Workbook(i, actions, before)
	if err != nil {
		t.Fatal(err)
	}
	p, problems, err := workbook.Load(madeup.Name(i), data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(p, madeup.AsOf.Add(-30*before))
	return f, check.Run(p, f, problems, check.Options{})
}

func summaries(t testing.TB, n int) (all []*Summary) {
	for i := range n {
		f, r := plan(t, i*5, 40, 0)
		all = append(all, Summarise(f, r, false))
	}
	return all
}

// TestCompare: every plan is there once, the worst first, and the reason says
// each concern.
func TestCompare(t *testing.T) {
	c := Compare(summaries(t, 12), nil, madeup.AsOf, false)
	if len(c.Rows) != 12 {
		t.Fatalf("%d rows of 12 plans", len(c.Rows))
	}
	for i, r := range c.Rows {
		if i > 0 && r.weight > c.Rows[i-1].weight {
			t.Errorf("%s stands below %s, which weighs less", r.Name, c.Rows[i-1].Name)
		}
		for _, m := range r.Heats() {
			if m.Level == Concern && !strings.Contains(strings.ToLower(r.Reason), strings.ToLower(m.Reason)) {
				t.Errorf("%s: %q does not say %q", r.Name, r.Reason, m.Reason)
			}
		}
	}
}

// TestNothingToJudge: what a plan has none of is neither good nor bad, and is
// counted apart; where no date is to come, the reason is said.
func TestNothingToJudge(t *testing.T) {
	day := workbook.MustDate
	summary := func(change func(*workbook.Plan)) *Summary {
		p := &workbook.Plan{Areas: []*workbook.Area{{Ref: "A1", Name: "Records", Owner: "Head of quality"}}}
		p.Info.Organisation = "Somewhere"
		p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, LetterReceived: day("2026-05-22")}}
		p.Actions = []*workbook.Action{{Ref: "1.1", Area: "A1", Text: "A list", Status: "On track", Due: day("2027-06-30")}}
		change(p)
		p.Index()
		return Summarise(facts.Derive(p, day("2026-10-31")), check.Result{}, false)
	}
	for _, c := range []struct {
		want   string
		change func(*workbook.Plan)
	}{
		{"Plan due 1 Sep 2026, 60 days overdue, not recorded as sent", func(*workbook.Plan) {}},
		{"None outstanding; plan sent 27 Aug 2026", func(p *workbook.Plan) { p.Info.PlanSent = day("2026-08-27") }},
		{"Not known: no date of receipt", func(p *workbook.Plan) { p.Visits[0].LetterReceived = workbook.Date{} }},
		{"Not computed: area SEND inspection", func(p *workbook.Plan) { p.Visits[0].Kind = workbook.KindAreaSEND }},
		{"None", func(p *workbook.Plan) { p.Visits = nil }},
	} {
		row := Compare([]*Summary{summary(c.change)}, nil, day("2026-10-31"), false).Rows[0]
		if row.Statutory != c.want {
			t.Errorf("the date is %q, want %q", row.Statutory, c.want)
		}
	}
	c := Compare([]*Summary{summary(func(p *workbook.Plan) { p.Visits, p.Areas, p.Actions = nil, nil, nil })}, nil, day("2026-10-31"), false)
	for i, want := range []string{"No open actions", "No findings", "No areas", "No measures"} {
		if m := c.Rows[0].Heats()[i]; m.Text != want || m.Level != Unsaid || c.Asked[i].Plans != [4]int{Unsaid: 1} {
			t.Errorf("%s: %+v, counted %v", want, m, c.Asked[i].Plans)
		}
	}
	if got, want := c.Rows[0].Reason, "Nothing stands out; it has no open actions, no findings, no areas and no measures."; got != want {
		t.Errorf("%q", got)
	}
}

// TestOwnWordsAreOneMeaning: whatever words plans have, their actions are
// counted by meaning, and what can't be is said.
func TestOwnWordsAreOneMeaning(t *testing.T) {
	unknown := 0
	for i := range 8 {
		f, r := plan(t, i, 60, 0)
		s := Summarise(f, r, false)
		if n := s.Figures.StatusUnknown; n > 0 {
			unknown += n
			if !strings.Contains(strings.Join(s.Unread, " "), "its key does not have") {
				t.Errorf("plan %d has %d actions without a known status, and does not say so", i, n)
			}
		}
		if i%4 != 0 && len(s.Words) == 0 {
			t.Errorf("plan %d has words of its own, and does not say what they mean", i)
		}
	}
	if unknown == 0 {
		t.Error("no plan has a status that is not known, so this shows little")
	}
}

// TestSentence: it begins with no figure, and the row that stands at the head
// is called what it is.
func TestSentence(t *testing.T) {
	row := func(name string, late, open int) Row {
		r := Row{Summary: &Summary{Figures: facts.Figures{Tally: facts.Tally{Late: late, Open: open}}}, Name: name}
		r.Late = Mark{Level: above(share(late, open), 10, 25), Reason: "late"}
		r.weigh()
		return r
	}
	for _, x := range []struct {
		rows []Row
		want string
	}{
		{[]Row{row("A", 9, 10), row("B", 1, 20)}, "Ten of 30 open actions are late across 2 plans. One plan gives cause for concern; the most pressing is A."},
		{[]Row{row("A", 1, 20)}, "One of 20 open actions is late across one plan."},
		{[]Row{row("A", 0, 20)}, "No open action is late across one plan."},
	} {
		if got := sentence(x.rows); got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

func of(name string, texts ...string) Row {
	s := &Summary{themes: map[string]said{}}
	for _, text := range texts {
		for _, p := range pairs(text) {
			s.themes[p.key] = said{p.words, text}
		}
	}
	return Row{Summary: s, Name: name}
}

func TestThemes(t *testing.T) {
	themes, rule := themes([]Row{
		of("A", "Care leavers do not get help", "Managers are not there"), of("B", "Support of care leavers"), of("C", "Placement of children"),
	})
	if len(themes) != 1 || themes[0].Words != "care leavers" || !slices.Equal(themes[0].Plans, []string{"A", "B"}) || !strings.Contains(rule, "at least") {
		t.Errorf("%+v by %s", themes, rule)
	}
}

// TestThemesReadAsTheyWereWritten: small words between the two are shown, and of
// two themes that share a word and say the same plans the wider one is.
func TestThemesReadAsTheyWereWritten(t *testing.T) {
	found, _ := themes([]Row{of("A", "The voice of children is not heard"), of("B", "The voice of children: heard"), of("C", "voice   of\nchildren")})
	if len(found) != 1 || found[0].Words != "voice of children" || len(found[0].Plans) != 3 {
		t.Errorf("%+v", found)
	}
}

// TestWilson holds the interval against figures worked out elsewhere
// (Newcombe 1998, table I).
func TestWilson(t *testing.T) {
	for _, x := range []struct{ n, of, from, to float64 }{{81, 263, 25.53, 36.62}, {15, 148, 6.24, 16.05}, {0, 20, 0, 16.11}, {1, 29, 0.61, 17.18}} {
		from, to := wilson(x.n, x.of)
		if math.Abs(from-x.from) > 0.01 || math.Abs(to-x.to) > 0.01 {
			t.Errorf("%v of %v: %.2f to %.2f, want %v to %v", x.n, x.of, from, to, x.from, x.to)
		}
	}
}

// TestPublic: nothing restricted is shown or counted.
func TestPublic(t *testing.T) {
	const secret = "Zanzibar"
	f, r := plan(t, 4, 40, 0)
	late := facts.LateFirst(f.Actions)[0]
	late.Action.Publish, late.Action.Text = workbook.Restricted, secret
	f.Plan.Findings[0].Publish, f.Plan.Findings[0].Kind, f.Plan.Findings[0].Text = workbook.Restricted, workbook.KindConcern, secret+" "+secret
	f = facts.Derive(f.Plan, f.AsOf)
	board, public := Summarise(f, r, false), Summarise(f, r, true)
	if !strings.Contains(told(board), secret) {
		t.Fatal("the board's does not show it either, so this shows nothing")
	}
	if strings.Contains(told(public), secret) || public.File != "" {
		t.Error("the public one shows it")
	}
	if board.Figures.All-public.Figures.All != 1 || board.Figures.Late-public.Figures.Late != 1 {
		t.Errorf("%d actions of %d are counted, %d late of %d", public.Figures.All, board.Figures.All, public.Figures.Late, board.Figures.Late)
	}
}

func told(s *Summary) string {
	var all []string
	for _, a := range s.Late {
		all = append(all, a.Text)
	}
	all = append(all, s.Unanswered...)
	for key, x := range s.themes {
		all = append(all, key, x.words, x.text)
	}
	return strings.Join(all, " ")
}

func TestNamesTellPlansApart(t *testing.T) {
	names := namesOf([]*Summary{{Organisation: "A", Title: "T", File: "1.xlsx"}, {Organisation: "A", Title: "T", File: "2.xlsx"}, {Organisation: "A", Title: "U"}, {Organisation: "B", Title: "T"},
		{Organisation: "C", Title: "T", File: "plan.xlsx"}, {Organisation: "C", Title: "T", File: "plan.xlsx"}})
	want := []string{"A (1)", "A (2)", "A: U", "B", "C (plan 5)", "C (plan 6)"}
	if !slices.Equal(names, want) {
		t.Errorf("%q, want %q", names, want)
	}
}

// TestMeasuresOfOneName: names are one where their words are, and so are units
// of per cent; what only one plan has is counted.
func TestMeasuresOfOneName(t *testing.T) {
	of := func(plan string, all ...Measure) Row { return Row{Summary: &Summary{Measures: all}, Name: plan} }
	percent := func(name, unit string) Measure { return Measure{Name: name, Unit: unit, Percent: true, Value: 50} }
	rows := []Row{
		of("A", percent("Re-referrals within 12 months", "%"), percent("Visits on time", "%")),
		of("B", percent("RE REFERRALS  within 12 months", "per cent")),
		of("C", Measure{Name: "Visits on time", Unit: "days", Value: 3}),
	}
	got := measures(rows)
	if len(got) != 1 || len(got[0].Points) != 2 {
		t.Errorf("%+v", got)
	}
	if want := "Two measures are in one plan only"; !strings.HasPrefix(alone(rows), want) && !strings.HasPrefix(alone(rows), "2 measures") {
		t.Errorf("%q does not begin with %q", alone(rows), want)
	}
	if alone(rows[:1]) != "" {
		t.Error("one plan alone has nothing to be compared with")
	}
}
