package draft

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/letter"
)

func sample(t testing.TB, name string) *letter.Letter {
	t.Helper()
	path := filepath.Join("..", "letter", "document", "testdata", name)
	if name == "letter.pdf" {
		path = filepath.Join("..", "..", "samples", name)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l, err := letter.Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func written(t testing.TB, name, text string) *letter.Letter {
	t.Helper()
	l, err := letter.Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func monitoring(t testing.TB, name, number, day, findings string) *letter.Letter {
	return written(t, name, "Dear Director\n\n**Monitoring visit of Exampleshire children’s services**\n\nThis letter summarises the findings of the monitoring visit to Exampleshire children’s services on "+day+
		". The visit was the "+number+" monitoring visit since the local authority was judged inadequate in March 2025.\n\n**Findings and evaluation of progress**\n\n"+findings+"\n")
}

func load(t testing.TB, data []byte) *workbook.Plan {
	t.Helper()
	plan, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		if p.Rule != "required" && p.Rule != "sheet-empty" {
			t.Errorf("%s at %s: %s", p.Rule, p.Cell, p.Message)
		}
	}
	return plan
}

func sheet(t testing.TB, data []byte, name string) [][]string {
	t.Helper()
	survey, err := workbook.MakeSurvey("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range survey.Sheets {
		if s.Name != name {
			continue
		}
		var rows [][]string
		for _, r := range s.Rows {
			var row []string
			for _, c := range r.Cells {
				row = append(row, c.Text)
			}
			rows = append(rows, row)
		}
		return rows
	}
	t.Fatalf("there is no sheet %s", name)
	return nil
}

func flat(rows [][]string) string {
	var b strings.Builder
	for _, r := range rows {
		b.WriteString(strings.Join(r, "|") + "\n")
	}
	return b.String()
}

func TestWorkbook(t *testing.T) {
	l := sample(t, "letter.pdf")
	data, log, err := Workbook([]*letter.Letter{l})
	if err != nil {
		t.Fatal(err)
	}
	plan := load(t, data)
	if plan.Info.Organisation != "Exampleshire County Council" || plan.Info.PlanDueOverride.String() != "2026-06-12" || !strings.Contains(plan.Info.OverrideReason, "You should send your action plan") {
		t.Errorf("%+v", plan.Info)
	}
	v := plan.Visits[0]
	if v.Kind != workbook.KindFocusedVisit || v.Started.String() != "2026-01-28" || v.LetterDated.String() != "2026-03-03" || v.Framework != "ILACS" {
		t.Errorf("%+v", v)
	}
	if len(plan.Findings) != len(l.Findings) || log.Letters[0].Rows() != len(l.Findings) {
		t.Fatalf("%d of %d findings", len(plan.Findings), len(l.Findings))
	}
	for i, f := range plan.Findings {
		if f.Text != l.Findings[i].Text || f.Where == "" || f.NeedsAnswer() != (len(f.Areas) == 1) || f.Visit != "V1" {
			t.Errorf("%+v", f)
		}
	}
	if a := plan.Areas[0]; a.Priority != workbook.KindPriorityAction || a.Name != "How children who wait for an assessment are kept safe" || a.Owner != "" || a.TargetDate.String() != (workbook.Date{}).String() {
		t.Errorf("%+v", a)
	}
	text := flat(sheet(t, data, "Letter V1"))
	for _, p := range l.Passages {
		if !strings.Contains(text, p.Text) {
			t.Errorf("the letter's sheet lacks %q", p.Text)
		}
	}
	for _, want := range []string{"F1; F2; F3|Strength; Concern; Progress|", "the letter's own list"} {
		if !strings.Contains(text, want) {
			t.Errorf("the letter's sheet does not say %q", want)
		}
	}
	if heads := flat(sheet(t, data, workbook.SheetFindings)[:1]); !strings.Contains(heads, colConfidence+"|"+colCues) {
		t.Errorf("Findings has the headings %s", heads)
	}
	again, _, err := Workbook([]*letter.Letter{l})
	if err != nil || !bytes.Equal(data, again) {
		t.Error("the same letter gives other bytes", err)
	}
}

func TestResponsibleBodies(t *testing.T) {
	data, _, err := Workbook([]*letter.Letter{sample(t, "area-send.docx")})
	if err != nil {
		t.Fatal(err)
	}
	plan := load(t, data)
	if got := plan.Areas[0].Partners; len(got) != 1 || got[0] != "NHS Exampleshire Integrated Care Board" {
		t.Errorf("%q", got)
	}
	if !strings.Contains(flat(sheet(t, data, sheetRead)), "Responsible body|NHS Exampleshire Integrated Care Board") {
		t.Error("what was read does not name the responsible body")
	}
}

// TestSeveralLetters: in whatever order they are given they stand in date
// order, each once, and what is raised again is linked.
func TestSeveralLetters(t *testing.T) {
	first := monitoring(t, "a.md", "first", "1 October 2025", "Pathway plans lack contingency arrangements and are not updated.")
	second := monitoring(t, "b.md", "second", "1 February 2026", "Too many pathway plans still lack contingency arrangements.")
	data, log, err := Workbook([]*letter.Letter{second, first, second})
	if err != nil {
		t.Fatal(err)
	}
	plan := load(t, data)
	if len(plan.Visits) != 2 || plan.Visits[0].Number.Value != 1 || plan.Visits[1].Number.Value != 2 {
		t.Fatalf("%+v", plan.Visits)
	}
	if got := plan.Findings[1].Repeats; len(got) != 1 || got[0] != plan.Findings[0].Ref {
		t.Errorf("%q", got)
	}
	if plan.Info.Judgement != "Inadequate, March 2025" {
		t.Errorf("%q", plan.Info.Judgement)
	}
	if len(log.Letters) != 2 {
		t.Errorf("%+v", log.Letters)
	}
	other := written(t, "c.md", "Dear Director\n\n**Focused visit to Otherton children’s services**\n\nChildren wait too long.\n")
	if _, _, err := Workbook([]*letter.Letter{first, other}); err == nil || !strings.Contains(err.Error(), "two organisations, Exampleshire and Otherton") {
		t.Error(err)
	}
}

// TestOrder: a letter without a date goes by the number of its visit, one
// without either by where it was given.
func TestOrder(t *testing.T) {
	dated := monitoring(t, "dated.md", "fifth", "1 October 2025", "Plans are weak.")
	later := monitoring(t, "later.md", "sixth", "1 February 2026", "Plans are weaker.")
	news := written(t, "news.md", "In the second monitoring visit since it was judged inadequate, inspectors said that plans are weak.\n")
	bare := written(t, "bare.md", "Plans are far too weak, inspectors said.\n")
	got, err := ordered([]*letter.Letter{later, bare, dated, news})
	if err != nil {
		t.Fatal(err)
	}
	if names := strings.Join(fileNames(got), " "); names != "news.md dated.md later.md bare.md" {
		t.Error(names)
	}
}

// TestCaseStudiesAreRestricted: a child's story is kept out of what is
// published.
func TestCaseStudiesAreRestricted(t *testing.T) {
	data, _, err := Workbook([]*letter.Letter{written(t, "a.md", "Dear partnership\n\n**Findings**\n\nPlans are not clear.\n\n**Case study: area for improvement**\n\nThe cumulative impact of this was not recognised by anybody.\n")})
	if err != nil {
		t.Fatal(err)
	}
	plan := load(t, data)
	if plan.Findings[0].Publish == workbook.Restricted || plan.Findings[1].Publish != workbook.Restricted {
		t.Errorf("%+v %+v", plan.Findings[0], plan.Findings[1])
	}
}

// TestInto: a letter is added to a plan once, and nothing else is changed.
func TestInto(t *testing.T) {
	first := monitoring(t, "a.md", "first", "1 October 2025", "Pathway plans lack contingency arrangements and are not updated.")
	second := monitoring(t, "b.md", "second", "1 February 2026", "Too many pathway plans still lack contingency arrangements.\n\nAudits are weak and their lessons are not shared.")
	data, _, err := Workbook([]*letter.Letter{first})
	if err != nil {
		t.Fatal(err)
	}
	both, log, err := Into("plan.xlsx", data, []*letter.Letter{second})
	if err != nil {
		t.Fatal(err)
	}
	before, after := load(t, data), load(t, both)
	if len(after.Visits) != 2 || after.Visits[1].Ref != "V2" || len(after.Findings) != 3 || after.Findings[0].Text != before.Findings[0].Text {
		t.Fatalf("%+v", after.Findings)
	}
	if f := after.Findings[1]; f.Ref != "F2" || f.Areas[0] != before.Areas[0].Ref || len(f.Repeats) != 1 || f.Repeats[0] != "F1" {
		t.Errorf("%+v", f)
	}
	if log.Areas != 1 || log.Letters[0].Rows() != 2 {
		t.Errorf("%+v", log)
	}
	if !strings.Contains(flat(sheet(t, both, workbook.SheetFindings)), "their lessons are not shared.") || !strings.Contains(flat(sheet(t, both, "Letter V2")), "their lessons are not shared.") {
		t.Error("the letter's text is not kept")
	}
	again, log, err := Into("plan.xlsx", both, []*letter.Letter{second})
	if err != nil || !bytes.Equal(both, again) || log.Letters[0].Known != 2 {
		t.Errorf("added again: %v, %+v", err, log)
	}
	other := written(t, "c.md", "Dear Director\n\n**Focused visit to Otherton children’s services**\n\nChildren wait too long.\n")
	if _, _, err := Into("plan.xlsx", data, []*letter.Letter{other}); err == nil || !strings.Contains(err.Error(), "c.md is about Otherton, and the plan is of Exampleshire") {
		t.Error(err)
	}
}

// TestIntoFillsBlankPlanFields: what a letter says for the Plan sheet goes
// into blank fields, and what people have entered stands.
func TestIntoFillsBlankPlanFields(t *testing.T) {
	bare := written(t, "a.md", "Plans are far too weak, inspectors said.\n")
	empty, _, err := Workbook([]*letter.Letter{bare})
	if err != nil {
		t.Fatal(err)
	}
	filled, log, err := Into("plan.xlsx", empty, []*letter.Letter{sample(t, "letter.pdf")})
	if err != nil {
		t.Fatal(err)
	}
	info := load(t, filled).Info
	if info.Organisation != "Exampleshire County Council" || info.PlanDueOverride.String() != "2026-06-12" || !strings.HasPrefix(info.OverrideReason, "The letter says: ") {
		t.Errorf("%+v", info)
	}
	if len(log.Notes) == 0 || !strings.Contains(strings.Join(log.Notes, " "), "On the Plan sheet Organisation, Plan due override and Override reason were blank") {
		t.Errorf("%q", log.Notes)
	}
	later := written(t, "b.md", "Dear Director\n\n**Focused visit to Exampleshire children’s services**\n\nChildren wait too long.\n\nYou should send your action plan to Ofsted by 1 March 2027.\n")
	again, log, err := Into("plan.xlsx", filled, []*letter.Letter{later})
	if err != nil {
		t.Fatal(err)
	}
	if info := load(t, again).Info; info.PlanDueOverride.String() != "2026-06-12" || !strings.Contains(strings.Join(log.Notes, " "), "left as it stands") {
		t.Errorf("%+v %q", info, log.Notes)
	}
}

// TestIntoSample: a plan that people keep takes a letter in under its last
// rows.
func TestIntoSample(t *testing.T) {
	data, err := os.ReadFile("../../samples/gloucestershire.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	l := written(t, "a.md", "Dear Director\n\n**Focused visit to Gloucestershire children’s services**\n\nThis letter summarises the findings of the focused visit to Gloucestershire children’s services on 4 and 5 March 2020.\n\n**Main findings**\n\nToo many children wait for a family to adopt them.\n")
	out, _, err := Into("gloucestershire.xlsx", data, []*letter.Letter{l})
	if err != nil {
		t.Fatal(err)
	}
	before, _, _ := workbook.Load("a.xlsx", data)
	after, _, err := workbook.Load("a.xlsx", out)
	if err != nil {
		t.Fatal(err)
	}
	if len(after.Visits) != len(before.Visits)+1 || len(after.Findings) != len(before.Findings)+1 || len(after.Actions) != len(before.Actions) {
		t.Errorf("%d visits, %d findings, %d actions", len(after.Visits), len(after.Findings), len(after.Actions))
	}
	f := after.Findings[len(after.Findings)-1]
	if after.FindVisit(f.Visit) == nil || len(f.Areas) != 1 || after.FindArea(f.Areas[0]) == nil {
		t.Errorf("%+v", f)
	}
}

func BenchmarkWorkbook(b *testing.B) {
	l := sample(b, "letter.pdf")
	for b.Loop() {
		if _, _, err := Workbook([]*letter.Letter{l}); err != nil {
			b.Fatal(err)
		}
	}
}
