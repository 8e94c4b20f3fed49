package history

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
)

// month is what the people who keep the plan did in it, and the change list
// that they would agree with.
type month struct {
	name  string
	style style // how the workbook looks that they kept
	edit  func(p *workbook.Plan)
	want  []string
}

// style is how a workbook is laid out; nothing of it is a change.
type style struct {
	moveColumns bool   // in another order
	sortRows    bool   // in another order
	date        string // layout in which dates are typed
	listed      string // what stands between several refs
	titleRows   int    // above the headings
}

// TestYear follows one plan through twelve months. Every month is a real
// workbook, loaded from its bytes; what changed since the month before must be
// exactly what was edited, line by line.
func TestYear(t *testing.T) {
	plan := yearPlan()
	place(plan)
	before := roundTrip(t, plan, style{date: "2006-01-02", listed: "; "})
	for i, m := range year {
		m.edit(plan)
		place(plan)
		after := roundTrip(t, plan, m.style)
		t.Run(fmt.Sprintf("%02d %s", i+1, m.name), func(t *testing.T) {
			wantLines(t, Compare(before, after), m.want)
			if same := Compare(after, after); len(same.List) > 0 {
				t.Errorf("compared with itself:\n%s", strings.Join(lines(same), "\n"))
			}
		})
		before = after
	}
}

// TestYearAtOnce compares the first workbook of the year with the last: the
// rewrite in between must not hide what became of an action.
func TestYearAtOnce(t *testing.T) {
	old, new := yearPlan(), yearPlan()
	for _, m := range year {
		m.edit(new)
	}
	place(old)
	place(new)
	got := Compare(old, new)
	for _, want := range []string{
		"completed | Actions | R-01 | Status | Green → Blue | 0",
		"slipped | Actions | R-02 | Revised due |  → 2027-01-29 | 121",
		"removed | Findings | F4 |  | Health passports are not given to care leavers → ",
		"renumbered | Areas | CARE | Ref | A1 → CARE | 0",
		"renamed | Areas | CARE | Improvement area | Children in care → Children in care and their homes | 0",
	} {
		if !slices.ContainsFunc(lines(got), func(l string) bool { return strings.HasPrefix(l, want) }) {
			t.Errorf("missing over the whole year: %s", want)
		}
	}
	for _, x := range got.List {
		if x.Kind == Added && x.Sheet == workbook.SheetActions && x.Ref != "W-03" && x.Ref != "R-05" {
			t.Errorf("not new in this year: %s", line(x))
		}
	}
	if i := slices.IndexFunc(got.List, func(x Change) bool { return x.Kind == Slipped && x.Ref == "R-02" }); got.List[i].Times != 3 {
		t.Errorf("R-02 moved 3 times in the year, not %d", got.List[i].Times)
	}
}

func yearPlan() *workbook.Plan {
	p := &workbook.Plan{}
	p.Info = workbook.Info{Organisation: "Exampleshire Council", Title: "Children's services improvement plan", Board: "Improvement board",
		SRO: "Director of children's services", MeetingDate: on("2026-02-10")}
	p.Key.Words = []*workbook.KeyWord{{Word: "Blue", Means: workbook.Embedded, Colour: "blue"}, {Word: "Complete", Means: workbook.Delivered}, {Word: "Green", Means: workbook.OnTrack},
		{Word: "Amber", Means: workbook.AtRisk}, {Word: "Red", Means: workbook.OffTrack}, {Word: "White", Means: workbook.NotStarted}, {Word: "Stopped", Means: workbook.Withdrawn}}
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: workbook.KindInspection, Title: "Inspection of services for children in need of help", Started: on("2025-11-03"), LetterReceived: on("2025-12-15")}}
	p.Areas = []*workbook.Area{
		{Ref: "A1", Name: "Children in care", Visits: []string{"V1"}, Outcome: "Children know where they will live and who will look after them", Owner: "Head of corporate parenting", Status: "Amber", TargetDate: on("2026-12-31"), Partners: []string{"NHS", "Police"}},
		{Ref: "A2", Name: "Workforce", Visits: []string{"V1"}, Outcome: "Children keep the same social worker", Owner: "Assistant director, people", Status: "Red"},
		{Ref: "A3", Name: "Quality and oversight", Visits: []string{"V1"}, Outcome: "Managers know how good the work is", Owner: "Principal social worker"},
	}
	p.Findings = []*workbook.Finding{
		{Ref: "F1", Visit: "V1", Kind: workbook.KindImprovementNeeded, Text: "Permanence planning starts too late for too many children", Areas: []string{"A1"}},
		{Ref: "F2", Visit: "V1", Kind: workbook.KindConcern, Text: "Caseloads in two teams are too high for good work", Areas: []string{"A2"}},
		{Ref: "F3", Visit: "V1", Kind: workbook.KindConcern, Text: "Audit finds weaknesses, and too little follows from it", Areas: []string{"A2", "A3"}},
		{Ref: "F4", Visit: "V1", Kind: workbook.KindConcern, Text: "Health passports are not given to care leavers", Areas: []string{"A1"}},
	}
	action := func(ref, area, finding, text, owner, due, status, measure string) *workbook.Action {
		a := &workbook.Action{Ref: ref, Area: area, Findings: []string{finding}, Text: text, Owner: owner, Due: on(due), Status: status, SuccessMeasure: measure}
		if strings.HasPrefix(measure, "M") {
			a.Measures = []string{measure}
		}
		return a
	}
	p.Actions = []*workbook.Action{
		action("1.1", "A1", "F1", "A permanence panel sits every fortnight and records what it decides", "Head of corporate parenting", "2026-06-30", "Green", "M1"),
		action("1.2", "A1", "F1", "Every child in care for four months has a permanence plan", "Head of corporate parenting", "2026-09-30", "White", "M1"),
		action("1.3", "A1", "F4", "Every care leaver is given a health passport", "Designated nurse", "2026-07-31", "Green", "Care leavers say that it is of use"),
		action("1.4", "A1", "F1", "Foster carers are asked each quarter what would help them", "Fostering manager", "2026-05-29", "Green", "Carers stay longer"),
		action("2.1", "A2", "F2", "Six social workers start in the two teams with the highest caseloads", "Assistant director, people", "2026-08-31", "Amber", "M2"),
		action("2.2", "A2", "F2", "Newly qualified staff carry no more than twelve cases", "Principal social worker", "2026-10-30", "Green", "M2"),
		action("3.1", "A3", "F3", "Twenty records are audited each month and each audit names what will change", "Principal social worker", "2026-04-30", "Green", "Audits grade better"),
	}
	p.Measures = []*workbook.Measure{
		{Ref: "M1", Area: "A1", Name: "Children with a permanence plan at four months", Unit: "%", BetterWhen: workbook.HigherBetter, Baseline: num(41), BaselineDate: on("2025-12-31"), Target: num(90), TargetDate: on("2026-12-31")},
		{Ref: "M2", Area: "A2", Name: "Average caseload of a social worker", Unit: "children", BetterWhen: workbook.LowerBetter, Baseline: num(24), BaselineDate: on("2025-12-31"), Target: num(16), TargetDate: on("2026-12-31")},
	}
	p.Readings = []*workbook.Reading{{Measure: "M1", PeriodEnd: on("2025-12-31"), Value: num(41)}, {Measure: "M2", PeriodEnd: on("2025-12-31"), Value: num(24)}}
	p.Updates = []*workbook.Update{{Date: on("2026-01-05"), Action: "1.1", Status: "Green", Note: "Panel dates are in the diary until June"}}
	p.Risks = []*workbook.Risk{{Ref: "R1", Area: "A2", Text: "Agency staff leave when the contract ends", Likelihood: 4, Impact: 4, Mitigation: "Permanent posts are offered", Owner: "Assistant director, people"}}
	for _, name := range []string{"Head of corporate parenting", "Designated nurse", "Fostering manager", "Assistant director, people", "Principal social worker"} {
		p.People = append(p.People, &workbook.Person{Name: name})
	}
	p.Glossary = []*workbook.Term{{Term: "Permanence", Meaning: "Knowing where you will grow up, and with whom"}}
	return p
}

func act(p *workbook.Plan, ref string) *workbook.Action {
	p.Index()
	return p.FindAction(ref)
}

func logIt(p *workbook.Plan, date, action, status, due, note string) {
	u := &workbook.Update{Date: on(date), Action: action, Status: status, Note: note}
	if due != "" {
		u.RevisedDue = on(due)
	}
	p.Updates = append(p.Updates, u)
}

func read(p *workbook.Plan, measure, end string, v float64) {
	p.Readings = append(p.Readings, &workbook.Reading{Measure: measure, PeriodEnd: on(end), Value: num(v)})
}

var year = []month{
	{name: "readings and a board date", style: style{date: "2/1/06", listed: ","},
		edit: func(p *workbook.Plan) {
			p.Info.MeetingDate = on("2026-03-24")
			read(p, "M1", "2026-01-31", 43)
			logIt(p, "2026-02-02", "3.1", "Green", "", "First twenty audits are done")
		},
		want: []string{"changed | Plan |  | Meeting date | 2026-02-10 → 2026-03-24 | 42", "added | Readings | M1 |  |  → 2026-01-31: 43 | 0",
			"added | Updates | 3.1 |  |  → 2026-02-02: First twenty audits are done | 0"}},
	{name: "work starts, one action is in trouble", style: style{date: "2 January 2006", listed: "\n", sortRows: true},
		edit: func(p *workbook.Plan) {
			act(p, "1.2").Status = "Green"
			act(p, "2.1").Status = "Red"
			act(p, "2.1").ProgressNote = "Nobody was appointed in the first round"
			logIt(p, "2026-03-02", "2.1", "Red", "", "Nobody was appointed in the first round")
		},
		want: []string{"better | Actions | 1.2 | Status | White → Green | 0", "worse | Actions | 2.1 | Status | Amber → Red | 0",
			"changed | Actions | 2.1 | Progress note |  → Nobody was appointed in the first round | 0",
			"added | Updates | 2.1 |  |  → 2026-03-02: Nobody was appointed in the first round | 0"}},
	{name: "the first date moves", style: style{date: "2006-01-02", listed: "; ", titleRows: 2},
		edit: func(p *workbook.Plan) {
			act(p, "1.2").RevisedDue, act(p, "1.2").RevisionReason = on("2026-10-30"), "The panel's chair changed"
			logIt(p, "2026-04-01", "1.2", "Amber", "2026-10-30", "The chair of the panel left")
			act(p, "1.2").Status = "Amber"
		},
		want: []string{"slipped | Actions | 1.2 | Revised due |  → 2026-10-30 | 30", "changed | Actions | 1.2 | Reason for revision |  → The panel's chair changed | 0",
			"worse | Actions | 1.2 | Status | Green → Amber | 0", "added | Updates | 1.2 |  |  → 2026-04-01: The chair of the panel left | 0"}},
	{name: "an action is done, a new owner", style: style{date: "02/01/2006", listed: "; ", moveColumns: true},
		edit: func(p *workbook.Plan) {
			a := act(p, "3.1")
			a.Status, a.Completed, a.Evidence = "Complete", on("2026-04-28"), "Audit report, April 2026"
			act(p, "1.3").Owner = "Fostering manager"
		},
		want: []string{"completed | Areas | A3 | Status | Green → Complete | 0", "completed | Actions | 3.1 | Status | Green → Complete | 0", "changed | Actions | 3.1 | Completed |  → 2026-04-28 | 0",
			"evidence added | Actions | 3.1 | Evidence |  → Audit report, April 2026 | 0", "owner changed | Actions | 1.3 | Owner | Designated nurse → Fostering manager | 0"}},
	{name: "a letter of a monitoring visit", style: style{date: "2006-01-02", listed: "; "},
		edit: func(p *workbook.Plan) {
			p.Visits = append(p.Visits, &workbook.Visit{Ref: "V2", Kind: workbook.KindMonitoring, Title: "First monitoring visit", Started: on("2026-05-12"), Number: num(1), Published: workbook.PublishedNo})
			p.Findings = append(p.Findings, &workbook.Finding{Ref: "F5", Visit: "V2", Kind: workbook.KindConcern, Text: "Permanence plans are made, and are then left to drift", Areas: []string{"A1"}, Repeats: []string{"F1"}})
			p.Actions = append(p.Actions, &workbook.Action{Ref: "1.5", Area: "A1", Findings: []string{"F5"}, Text: "Reviewing officers check every permanence plan after six weeks", Owner: "Principal social worker", Due: on("2026-09-30"), Status: "White", SuccessMeasure: "M1", Measures: []string{"M1"}})
			p.Areas[0].Visits = []string{"V1", "V2"}
		},
		want: []string{"added | Visits | V2 |  |  → First monitoring visit | 0", "added | Findings | F5 |  |  → Permanence plans are made, and are then left to drift | 0",
			"added | Actions | 1.5 |  |  → Reviewing officers check every permanence plan after six weeks | 0", "changed | Areas | A1 | Visits | V1 → V1; V2 | 0"}},
	{name: "somebody tidies history", style: style{date: "2/1/2006", listed: ", "},
		edit: func(p *workbook.Plan) {
			p.Findings = slices.Delete(p.Findings, 3, 4) // F4
			act(p, "1.3").Findings = nil
			p.FindMeasure("M2").Baseline, p.FindMeasure("M2").Target = num(26), num(18)
			act(p, "2.1").Due = on("2026-10-31")
			p.Updates = slices.Delete(p.Updates, 2, 3) // of 2.1
		},
		want: []string{"removed | Findings | F4 |  | Health passports are not given to care leavers →  | 0", "changed | Actions | 1.3 | Findings | F4 →  | 0",
			"history rewritten | Measures | M2 | Baseline | 24 → 26 | 0", "target made easier | Measures | M2 | Target | 16 → 18 | 0",
			"history rewritten | Actions | 2.1 | Due | 2026-08-31 → 2026-10-31 | 61",
			"history rewritten | Updates | 2.1 |  | 2026-03-02: Nobody was appointed in the first round →  | 0"}},
	{name: "the rewrite", style: style{date: "2 January 2006", listed: "\n", moveColumns: true, sortRows: true, titleRows: 3},
		edit: rewrite,
		want: []string{
			"renumbered | Areas | CARE | Ref | A1 → CARE | 0", "renumbered | Areas | WORK | Ref | A2 → WORK | 0", "renumbered | Areas | QUAL | Ref | A3 → QUAL | 0",
			"renamed | Areas | CARE | Improvement area | Children in care → Children in care and their homes | 0",
			"renumbered | Actions | R-01 | Ref | 1.1 → R-01 | 0", "renumbered | Actions | R-02 | Ref | 1.2 → R-02 | 0", "renumbered | Actions | R-03 | Ref | 1.3 → R-03 | 0",
			"renumbered | Actions | R-05 | Ref | 1.5 → R-05 | 0", "renumbered | Actions | W-01 | Ref | 2.1 → W-01 | 0", "renumbered | Actions | W-02 | Ref | 2.2 → W-02 | 0",
			"renumbered | Actions | Q-01 | Ref | 3.1 → Q-01 | 0",
			"changed | Actions | W-02 | Action | Newly qualified staff carry no more than twelve cases → Newly qualified staff carry no more than twelve cases in their first year | 0",
			"removed | Actions | 1.4 |  | Foster carers are asked each quarter what would help them →  | 0",
			"added | Actions | W-03 |  |  → Exit interviews are held with everybody who leaves | 0",
			"renumbered | Measures | K1 | Ref | M1 → K1 | 0", "renumbered | Measures | K2 | Ref | M2 → K2 | 0",
		}},
	{name: "the second move, and done comes back", style: style{date: "2006-01-02", listed: "; "},
		edit: func(p *workbook.Plan) {
			a := act(p, "R-02")
			a.RevisedDue = on("2026-11-30")
			logIt(p, "2026-08-03", "R-02", "Amber", "2026-11-30", "Waiting for the court's dates")
			q := act(p, "Q-01")
			q.Status, q.Completed = "Amber", workbook.Date{}
		},
		want: []string{"reopened | Areas | QUAL | Status | Complete → Red | 0", "slipped | Actions | R-02 | Revised due | 2026-10-30 → 2026-11-30 | 31", "added | Updates | R-02 |  |  → 2026-08-03: Waiting for the court's dates | 0",
			"reopened | Actions | Q-01 | Status | Complete → Amber | 0", "changed | Actions | Q-01 | Completed | 2026-04-28 →  | 0"}},
	{name: "the key is reworded", style: style{date: "2006-01-02", listed: "; "},
		edit: func(p *workbook.Plan) {
			swap := map[string]string{"Amber": "Yellow"}
			put := func(s *string) {
				if w, ok := swap[*s]; ok {
					*s = w
				}
			}
			for _, w := range p.Key.Words {
				put(&w.Word)
			}
			for _, a := range p.Actions {
				put(&a.Status)
			}
			for _, a := range p.Areas {
				put(&a.Status)
			}
			for _, u := range p.Updates {
				put(&u.Status)
			}
		},
		want: []string{"renamed | Key | Yellow | Word | Amber → Yellow | 0"}},
	{name: "withdrawn, brought forward, a risk", style: style{date: "2/1/06", listed: ";"},
		edit: func(p *workbook.Plan) {
			act(p, "R-03").Status, act(p, "R-03").ProgressNote = "Stopped", "The health service has taken it over"
			act(p, "R-05").RevisedDue = on("2026-09-15")
			p.Risks[0].Likelihood = 2
		},
		want: []string{"withdrawn | Actions | R-03 | Status | Green → Stopped | 0", "changed | Actions | R-03 | Progress note |  → The health service has taken it over | 0",
			"brought forward | Actions | R-05 | Revised due |  → 2026-09-15 | -15", "changed | Risks | R1 | Likelihood | 4 → 2 | 0"}},
	{name: "the third move, and a quiet backdating", style: style{date: "2006-01-02", listed: "; "},
		edit: func(p *workbook.Plan) {
			act(p, "R-02").RevisedDue = on("2027-01-29")
			logIt(p, "2026-07-20", "R-02", "Yellow", "", "The board was warned")
			for _, u := range p.Updates {
				if u.Action == "Q-01" {
					u.Note = "First ten audits are done"
				}
			}
		},
		want: []string{"slipped | Actions | R-02 | Revised due | 2026-11-30 → 2027-01-29 | 60",
			"history rewritten | Updates | R-02 |  |  → 2026-07-20: The board was warned | 0",
			"history rewritten | Updates | Q-01 | Note | 2026-02-02: First twenty audits are done → 2026-02-02: First ten audits are done | 0"}},
	{name: "embedded, and the year's figures", style: style{date: "02/01/2006", listed: "; ", sortRows: true, moveColumns: true},
		edit: func(p *workbook.Plan) {
			a := act(p, "R-01")
			a.Status, a.Completed, a.Evidence, a.CheckedBy = "Blue", on("2026-11-30"), "Panel minutes; audit of ten decisions", "Independent chair"
			read(p, "K1", "2026-11-30", 71.5)
			p.Areas[0].Status = "Green"
		},
		want: []string{"completed | Actions | R-01 | Status | Green → Blue | 0", "changed | Actions | R-01 | Completed |  → 2026-11-30 | 0",
			"evidence added | Actions | R-01 | Evidence |  → Panel minutes; audit of ten decisions | 0", "changed | Actions | R-01 | Checked by |  → Independent chair | 0",
			"added | Readings | K1 |  |  → 2026-11-30: 71.5 | 0", "better | Areas | CARE | Status | Yellow → Green | 0"}},
}

// rewrite is what a new programme office does: new refs for everything, every
// cell that names one changed with it, one area renamed, one action tightened,
// one dropped and one new.
func rewrite(p *workbook.Plan) {
	areas := map[string]string{"A1": "CARE", "A2": "WORK", "A3": "QUAL"}
	actions := map[string]string{"1.1": "R-01", "1.2": "R-02", "1.3": "R-03", "1.5": "R-05", "2.1": "W-01", "2.2": "W-02", "3.1": "Q-01"}
	measures := map[string]string{"M1": "K1", "M2": "K2"}
	all := func(refs []string, to map[string]string) []string {
		var out []string
		for _, r := range refs {
			out = append(out, to[r])
		}
		return out
	}
	p.Actions = slices.DeleteFunc(p.Actions, func(a *workbook.Action) bool { return a.Ref == "1.4" })
	for _, a := range p.Areas {
		a.Ref = areas[a.Ref]
	}
	p.Areas[0].Name = "Children in care and their homes"
	for _, f := range p.Findings {
		f.Areas = all(f.Areas, areas)
	}
	for _, a := range p.Actions {
		a.Ref, a.Area = actions[a.Ref], areas[a.Area]
		if a.Measures != nil {
			a.Measures = all(a.Measures, measures)
			a.SuccessMeasure = a.Measures[0]
		}
	}
	act(p, "W-02").Text += " in their first year"
	p.Actions = append(p.Actions, &workbook.Action{Ref: "W-03", Area: "WORK", Text: "Exit interviews are held with everybody who leaves", Owner: "Assistant director, people", Due: on("2027-01-31"), Status: "White", SuccessMeasure: "Fewer leave"})
	for _, m := range p.Measures {
		m.Ref, m.Area = measures[m.Ref], areas[m.Area]
	}
	for _, r := range p.Readings {
		r.Measure = measures[r.Measure]
	}
	for _, u := range p.Updates {
		u.Action = actions[u.Action]
	}
	p.Risks[0].Area = "WORK"
}

// roundTrip types the plan into a workbook in a style, and loads that.
func roundTrip(t *testing.T, p *workbook.Plan, s style) *workbook.Plan {
	t.Helper()
	x := excelize.NewFile()
	defer x.Close()
	for _, sh := range inMatchingOrder {
		grid := gridOf(p, sh, s)
		if len(grid) < 2 {
			continue
		}
		x.NewSheet(sh.name)
		for i, cells := range grid {
			if err := x.SetSheetRow(sh.name, fmt.Sprintf("A%d", i+1), &cells); err != nil {
				t.Fatal(err)
			}
		}
	}
	x.DeleteSheet("Sheet1")
	var file bytes.Buffer
	if err := x.Write(&file); err != nil {
		t.Fatal(err)
	}
	loaded, _, err := workbook.Load("plan.xlsx", file.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if len(loaded.Actions) != len(p.Actions) || len(loaded.Updates) != len(p.Updates) || len(loaded.Key.Words) != len(p.Key.Words) {
		t.Fatalf("the workbook was not read whole: %d of %d actions", len(loaded.Actions), len(p.Actions))
	}
	return loaded
}

// gridOf is a sheet as somebody typed it.
func gridOf(p *workbook.Plan, sh *sheet, s style) [][]string {
	r := rand.New(rand.NewSource(1))
	rows := sh.rows(p, nil)
	if sh == planSheet {
		grid := [][]string{{"Field", "Value"}}
		for i, h := range sh.headings() {
			if v := rows[0].values[i]; !v.blank() {
				grid = append(grid, []string{h, typedAs(v, s)})
			}
		}
		return grid
	}
	if s.sortRows {
		shuffle(r, rows)
	}
	headings := append(keyHeadings(sh), sh.headings()...)
	order := r.Perm(len(headings))
	if !s.moveColumns {
		slices.Sort(order)
	}
	grid := [][]string{}
	for i := range s.titleRows {
		grid = append(grid, []string{fmt.Sprintf("Exampleshire improvement plan, line %d", i+1)})
	}
	grid = append(grid, inColumns(headings, order))
	for _, row := range rows {
		cells := keyCells(row, s)
		for _, v := range row.values {
			cells = append(cells, typedAs(v, s))
		}
		grid = append(grid, inColumns(cells, order))
	}
	return grid
}

func inColumns(cells []string, order []int) []string {
	out := make([]string, len(cells))
	for to, from := range order {
		out[to] = cells[from]
	}
	return out
}

// keyHeadings are the columns that are not compared but tell rows apart.
func keyHeadings(sh *sheet) []string {
	switch sh {
	case readingsSheet:
		return []string{workbook.ColMeasure, workbook.ColPeriodEnd}
	case waiversSheet:
		return []string{workbook.ColRule, workbook.ColRef}
	}
	return []string{sh.key}
}

func keyCells(r *row, s style) []string {
	if x, ok := r.record.(*workbook.Reading); ok {
		return []string{r.ref, typedAs(day(x.PeriodEnd), s)}
	}
	return []string{r.ref}
}

func typedAs(v value, s style) string {
	switch {
	case !v.date.IsZero():
		return v.date.Time().Format(s.date)
	case len(v.parts) > 1:
		return strings.Join(v.parts, s.listed)
	}
	return v.shown
}
