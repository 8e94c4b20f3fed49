package report

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	_ "actionplan/workbook/memory" // collected as the program does: it is a third of what the tests take
	"actionplan/workbook/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGoldenBriefs keeps every fact and word of the samples' papers in view:
// a change of either shows as a difference of lines.
func TestGoldenBriefs(t *testing.T) {
	for _, c := range []struct{ name, asOf string }{{"south-gloucestershire", "2023-01-31"}, {"gloucestershire", "2018-09-30"}} {
		t.Run(c.name, func(t *testing.T) {
			b := build(t, "../samples/"+c.name+".xlsx", c.asOf)
			b.Quality.SHA256 = "" // the workbook's bytes have a test of their own
			got, err := json.MarshalIndent(b, "", " ")
			if err != nil {
				t.Fatal(err)
			}
			path := "testdata/" + c.name + ".json"
			if *update {
				if err := os.WriteFile(path, append(got, '\n'), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got)+"\n", "\n")); d != "" {
				t.Errorf("the brief has changed; look, then: go test ./report -update\n%s", d)
			}
		})
	}
}

func build(t testing.TB, path, asOf string) *Brief {
	t.Helper()
	plan, problems := loadSample(t, path)
	return Build(facts.Derive(plan, workbook.MustDate(asOf)), Options{Problems: problems})
}

func loadSample(t testing.TB, path string) (*workbook.Plan, workbook.Problems) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return plan, problems
}

// plan makes a plan by hand: a key of the seven meanings, one area, and an
// action for each status word.
func plan(statuses ...string) *workbook.Plan {
	p := &workbook.Plan{}
	for _, m := range workbook.Meanings {
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: words.Capital(m.String()), Means: m})
	}
	p.Areas = []*workbook.Area{{Ref: "A1", Name: "Records", Owner: "Head of quality", Outcome: "Known"}}
	for i, s := range statuses {
		p.Actions = append(p.Actions, &workbook.Action{
			Ref: "1." + string(rune('1'+i)), Area: "A1", Text: "A list", Owner: "Head of quality",
			Due: workbook.MustDate("2023-06-30"), Status: s,
		})
	}
	p.Index()
	return p
}

func TestHeadline(t *testing.T) {
	late := func(p *workbook.Plan) { p.Actions[0].Due = workbook.MustDate("2023-01-01") }
	lateUpTo := func(n int) func(*workbook.Plan) {
		return func(p *workbook.Plan) {
			for _, a := range p.Actions[:n] {
				late(&workbook.Plan{Actions: []*workbook.Action{a}})
			}
		}
	}
	for _, c := range []struct {
		reason   string
		statuses string
		change   func(*workbook.Plan)
		want     string
	}{
		{"no actions", "", nil, "This plan has no actions yet. In the plan, one area has no actions."},
		{"one action", "On track", nil, "The plan's one action is on track."},
		{"one action that is done", "Embedded", nil, "The plan's one action is done."},
		{"one action of no known status", "Greenish", nil, "The plan's one action has no known status."},
		{"all good", "On track,Delivered,Embedded", nil, "None of the 3 actions is off track or overdue. One is on track and 2 are done."},
		{"every count is in it, worst first", "On track,At risk,Off track,Not started", nil,
			"One of 4 actions is off track; none is overdue. One is at risk and one has not started. One is on track."},
		{"off track in one area", "On track,Off track,Off track", nil,
			"Two of 3 actions are off track, both in area A1; none is overdue. One is on track."},
		{"withdrawn is told apart", "On track,On track,Withdrawn", nil, "None of the 2 actions is off track or overdue. Two are on track; one more was withdrawn."},
		{"nothing good", "At risk,At risk", nil, "None of the 2 actions is off track or overdue. Two are at risk."},
		{"unknown words are never green", "Greenish,On track", nil,
			"None of the 2 actions is off track or overdue. One has no known status. One is on track."},
		{"late is counted apart", "At risk,On track", late,
			"One of 2 actions is overdue by 30 days. One is at risk. One is on track."},
		{"late beside off track", "At risk,Off track", late,
			"One of 2 actions is off track; one other is overdue by 30 days. One is at risk."},
		{"the only one off track is the only one late", "Off track,On track", late, "One of 2 actions, 1.1, is off track and 30 days overdue. One is on track."},
		{"those off track are those late", "Off track,Off track,On track", lateUpTo(2),
			"Two of 3 actions are off track and overdue, both in area A1, the longest by 30 days. One is on track."},
		{"some off track are late", "Off track,Off track,On track", late,
			"Two of 3 actions are off track, both in area A1; one of them is overdue by 30 days. One is on track."},
		{"some late are off track", "On track,Off track,Off track,On track", lateUpTo(2),
			"Two of 4 actions are off track, both in area A1, and 2 overdue, the longest by 30 days; one is both. Two are on track."},
		{"all are late", "On track,Off track", lateUpTo(2),
			"One of 2 actions is off track and all are overdue, the longest by 30 days. One is on track."},
		{"what left the plan has words of its own", "On track,On track,Withdrawn,Merged", func(p *workbook.Plan) {
			p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: "Merged", Means: workbook.Withdrawn})
		}, "None of the 2 actions is off track or overdue. Two are on track; 2 more left the plan."},
		{"a plan of one late action", "At risk", late, "The plan's one action is at risk. It is overdue by 30 days."},
		{"gaps", "On track,On track", func(p *workbook.Plan) { p.Areas[0].Owner = "" },
			"None of the 2 actions is off track or overdue. Two are on track. Nobody answers for A1 Records."},
		{"findings without an action", "On track,On track", func(p *workbook.Plan) {
			p.Findings = []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern}, {Ref: "F2", Kind: workbook.KindConcern}}
			p.Actions[0].Findings = []string{"F2"}
			p.Index()
		}, "None of the 2 actions is off track or overdue. Two are on track. One of 2 findings, F1, has no action."},
	} {
		var statuses []string
		if c.statuses != "" {
			statuses = strings.Split(c.statuses, ",")
		}
		p := plan(statuses...)
		if c.change != nil {
			c.change(p)
		}
		f := facts.Derive(p, workbook.MustDate("2023-01-31"))
		if got := headline(f); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, got, c.want)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	data, err := os.ReadFile("../samples/south-gloucestershire.xlsx")
	if err != nil {
		b.Fatal(err)
	}
	plan, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		b.Fatal(err)
	}
	f := facts.Derive(plan, workbook.MustDate("2023-01-31"))
	for b.Loop() {
		Build(f, Options{Problems: problems})
	}
}
