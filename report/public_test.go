package report_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/report/paper/html"
	"actionplan/report/paper/pdf"
	"actionplan/report/tagged/pdfua"
	"actionplan/report/tracker"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/facts"
)

// canaries are words that stand in one cell each, of what a public edition
// has to leave out.
type canaries struct {
	cells map[string]string // word → the cell that it was put in
}

func (c *canaries) word(place string) string {
	word := fmt.Sprintf("Zq%03dkanar", len(c.cells))
	c.cells[word] = place
	return word
}

// row is a row whose every cell of words holds a canary, but for those given.
func (c *canaries) row(sheet string, given blank.ContentRow) blank.ContentRow {
	row := blank.ContentRow{}
	for _, column := range workbook.FindSheet(sheet).Columns {
		if value, ok := given[column.Heading]; ok {
			row[column.Heading] = value
			continue
		}
		place := sheet + " " + given["Ref"] + given["Action"] + " " + column.Heading
		switch column.Kind {
		case workbook.Text, workbook.LongText, workbook.Ref, workbook.RefsOrText, workbook.StatusWord, workbook.Owner, workbook.People, workbook.List:
			row[column.Heading] = c.word(place)
		}
	}
	return row
}

// guarded is a plan with a canary in every cell that must not be published.
func guarded() (*blank.Content, *canaries) {
	c := &canaries{cells: map[string]string{}}
	person := func(role string) (name string, row blank.ContentRow) {
		name = c.word("People Name") + " " + c.word("People Name")
		return name, blank.ContentRow{"Name": name, "Role": role, "Body": c.word("People Body"), "Email": c.word("People Email") + "@example.org"}
	}
	head, headRow := person("Head of service")
	lead, leadRow := person("Practice lead")
	director, directorRow := person("Director of children's services")
	plan := func(field, value string) blank.ContentRow {
		return blank.ContentRow{"Field": field, "Value": value}
	}
	public := func(given blank.ContentRow) blank.ContentRow { return given }
	content := &blank.Content{Rows: map[string][]blank.ContentRow{
		"Plan": {
			plan("Organisation", "Exampleshire Council"), plan("Plan title", "Improvement plan"), plan("Board", "Improvement board"),
			plan("Senior responsible owner", director), plan("Report author", lead), plan("Chair", c.word("Plan Chair")),
			plan("Meeting date", "2026-10-13"), plan("Message from the senior responsible owner", "Children are safer."),
			plan("Contact for another format", "papers@example.org"),
		},
		"Visits": {
			{"Ref": "V1", "Kind": "Inspection", "Title": "Inspection of 2026", "Started": "2026-03-02", "Letter received": "2026-04-01", "Published": "Yes"},
			c.row("Visits", blank.ContentRow{"Ref": "V2", "Kind": "Monitoring visit", "Published": "No"}),
		},
		"Areas": {
			{"Ref": "1", "Improvement area": "Planning", "Visits": "V1", "Outcome for children": "Plans that work", "Accountable owner": head, "Status": "At risk", "Reason for status": "Two audits are late"},
			c.row("Areas", blank.ContentRow{"Ref": "2", "Visits": "V1", "Status": "Off track", "Publish": "Restricted"}),
		},
		"Findings": {
			{"Ref": "F1", "Visit": "V1", "Kind": "Concern", "Finding": "Plans drift", "Areas": "1", "Repeats": "F4"},
			c.row("Findings", blank.ContentRow{"Visit": "V1", "Kind": "Concern", "Areas": "1", "Publish": "Restricted"}),
			c.row("Findings", blank.ContentRow{"Visit": "V1", "Kind": "Concern", "Areas": "2", "Publish": "Public"}),
			c.row("Findings", blank.ContentRow{"Ref": "F4", "Visit": "V2", "Kind": "Concern", "Areas": "1", "Publish": "Public"}),
			c.row("Findings", blank.ContentRow{"Visit": "V1", "Areas": "1", "Publish": "Restricted"}),
		},
		"Actions": {
			public(blank.ContentRow{"Ref": "1.1", "Area": "1", "Findings": "F1", "Action": "Audit every plan", "Short name": "Plan audit", "Owner": head, "Start": "2026-06-01",
				"Due": "2026-08-31", "Revised due": "2026-10-20", "Reason for revision": "Auditors were ill", "Status": "Delivered", "Progress note": "Half are done",
				"Updated": "2026-09-20", "Success measure": "M1; M2", "Evidence": "https://example.org/" + c.word("Actions 1.1 Evidence"),
				"Checked by": c.word("Actions 1.1 Checked by"), "Completed": "2026-09-20"}),
			{"Ref": "1.2", "Area": "1", "Action": "Train managers", "Owner": lead, "Due": "2026-09-01", "Status": "Off track", "Success measure": "M2",
				"Evidence": c.word("Actions 1.2 Evidence"), "Checked by": c.word("Actions 1.2 Checked by")},
			c.row("Actions", blank.ContentRow{"Area": "1", "Findings": "F1", "Due": "2026-08-01", "Status": "Off track", "Publish": "Restricted"}),
			c.row("Actions", blank.ContentRow{"Area": "1", "Findings": "F1", "Due": "2026-10-05", "Publish": "Restricted"}),
			c.row("Actions", blank.ContentRow{"Ref": "2.1", "Area": "2", "Due": "2026-09-30", "Status": "On track", "Publish": "Public"}),
		},
		"Measures": {
			{"Ref": "M1", "Area": "1", "Measure": "Plans on time", "Unit": "%", "Better when": "Higher", "Baseline": "40", "Baseline date": "2026-01-31", "Target": "90", "Target date": "2026-12-31"},
			c.row("Measures", blank.ContentRow{"Ref": "M2", "Area": "2", "Better when": "Higher", "Baseline": "1", "Baseline date": "2026-01-31", "Target": "9", "Target date": "2026-12-31"}),
		},
		"Readings": {
			{"Measure": "M1", "Period end": "2026-08-31", "Value": "55"},
			c.row("Readings", blank.ContentRow{"Measure": "M2", "Period end": "2026-08-31", "Value": "3"}),
		},
		"Updates": {
			{"Date": "2026-05-20", "Action": "1.1", "Status": "On track", "Note": "Begun", "By": c.word("Updates By")},
			c.row("Updates", blank.ContentRow{"Date": "2026-04-20", "Action": "2.1", "Status": "On track"}),
		},
		"Risks": {
			{"Ref": "R1", "Risk": "Posts stay empty", "Likelihood": "3", "Impact": "4", "Mitigation": "A recruitment round", "Owner": lead},
			c.row("Risks", blank.ContentRow{"Area": "2", "Likelihood": "5", "Impact": "5", "Status": "Open"}),
		},
		"People":   {headRow, leadRow, directorRow},
		"Glossary": {{"Term": "Audit", "Meaning": "A check of files"}, {"Term": c.unused(), "Meaning": c.word("Glossary Meaning")}},
		"Waivers":  {{"Rule": "vague-action", "Ref": "1.2", "Reason": c.word("Waivers Reason"), "By": c.word("Waivers By")}},
	}}
	return content, c
}

// unused is a term that only what is left out uses.
func (c *canaries) unused() string { return "Zq000kanar" }

func loaded(t testing.TB, content *blank.Content) (*facts.Facts, workbook.Problems) {
	t.Helper()
	data, err := blank.Write(content, blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return facts.Derive(plan, workbook.MustDate("2026-09-30")), problems
}

// outputs are all papers of a Brief, each as everything that it holds.
func outputs(t testing.TB, b *report.Brief) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range templates.Briefings() {
		source, _ := templates.Briefing(name)
		template, err := report.ParseTemplate(name+".yaml", source)
		if err != nil {
			t.Fatal(err)
		}
		layout, err := template.Word(b)
		if err != nil {
			t.Fatal(err)
		}
		made, err := paper.Compose(b, layout, nil)
		if err != nil {
			t.Fatal(err)
		}
		file, err := pdf.Write(made)
		if err != nil {
			t.Fatal(err)
		}
		for _, broken := range pdfua.Check(file.Bytes) {
			t.Errorf("%s, public %t: %s", name, b.Public, broken)
		}
		all[name+".pdf"] = insidePDF(t, file.Bytes)
		page, err := html.Write(made, nil)
		if err != nil {
			t.Fatal(err)
		}
		all[name+".html"] = string(page)
	}
	book, err := tracker.XLSX(b)
	if err != nil {
		t.Fatal(err)
	}
	all["tracker.xlsx"] = insideZip(t, book)
	words, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	all["brief.json"] = string(words)
	return all
}

// insidePDF is the file's bytes, its streams unpacked, its strings of two
// bytes a letter as plain letters, and what readers are told.
func insidePDF(t testing.TB, file []byte) string {
	t.Helper()
	var out strings.Builder
	out.Write(file)
	for rest := file; ; {
		_, after, found := bytes.Cut(rest, []byte("stream\n"))
		if !found {
			break
		}
		if r, err := zlib.NewReader(bytes.NewReader(after)); err == nil {
			if data, err := io.ReadAll(r); err == nil {
				out.Write(data)
			}
		}
		rest = after
	}
	tell(&out, pdfua.Tree(file))
	return strings.ReplaceAll(out.String(), "\x00", "")
}

func tell(out *strings.Builder, n *pdfua.Node) {
	out.WriteString(" " + n.Text + " " + n.Alt)
	for _, k := range n.Kids {
		tell(out, k)
	}
}

func insideZip(t testing.TB, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(part.Name + "\n")
		out.Write(data)
	}
	return out.String()
}

// TestNothingLeaks: of what a public edition leaves out no word is anywhere in
// any paper, not in what only a machine reads either.
func TestNothingLeaks(t *testing.T) {
	content, c := guarded()
	f, problems := loaded(t, content)
	for word := range c.cells {
		problems = append(problems, workbook.Problem{Rule: "vague-action", Severity: workbook.Warning, Message: "It says " + word, Hint: word, Ref: word, Value: word,
			Cell: f.Plan.Actions[0].At(workbook.ColStatus)})
	}
	old, _ := guarded()
	old.Rows["Actions"][0]["Status"] = "On track"
	old.Rows["Actions"][0]["Action"] = c.word("an earlier workbook's Action")
	old.Rows["Actions"][1]["Owner"] = c.word("an earlier workbook's Owner")
	old.Rows["Actions"] = append(old.Rows["Actions"], blank.ContentRow{"Ref": "1.9", "Area": "1", "Action": c.word("an action taken out"), "Due": "2026-08-01", "Status": "On track"})
	then, _ := loaded(t, old)
	then.Plan.File = c.word("an earlier workbook's file") + ".xlsx"
	since := report.SinceSnapshot(then.Plan, workbook.MustDate("2026-08-01"), true)

	seen := map[string]bool{}
	for name, text := range outputs(t, report.Build(f, report.Options{Problems: problems, Since: since})) {
		for word := range c.cells {
			if holds(text, word) {
				seen[word], seen[name] = true, true
			}
		}
	}
	public := outputs(t, report.Build(f, report.Options{Problems: problems, Since: since, Public: true}))
	for name, text := range public {
		if !seen[name] && name != "one-page.pdf" && name != "one-page.html" {
			t.Errorf("%s of the board's edition holds no canary, so the search proves nothing", name)
		}
		for word, cell := range c.cells {
			if holds(text, word) {
				i := strings.Index(text, word)
				t.Errorf("%s holds %s of %s: …%q…", name, word, cell, text[max(0, i-60):min(len(text), max(i, 0)+60)])
			}
		}
	}
	if len(seen) < len(c.cells)/2 {
		t.Errorf("the board's edition prints only %d of %d canaries", len(seen), len(c.cells))
	}
	for _, w := range []string{"Head of service", "Practice lead", "Audit every plan", "Area in the exempt part"} {
		if !holds(public["full.pdf"], w) {
			t.Errorf("the public paper does not say %q", w)
		}
	}
}

// holds finds a text also as a PDF writes it, two bytes a letter.
func holds(text, word string) bool {
	if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
		return true
	}
	var wide strings.Builder
	for _, u := range utf16.Encode([]rune(word)) {
		fmt.Fprintf(&wide, "%04X", u)
	}
	return strings.Contains(strings.ToUpper(text), wide.String())
}

// TestPublicCounts: the totals of a public edition are those of the plan, and
// it says how many rows it leaves out.
func TestPublicCounts(t *testing.T) {
	content, _ := guarded()
	f, problems := loaded(t, content)
	board := report.Build(f, report.Options{Problems: problems})
	public := report.Build(f, report.Options{Problems: problems, Public: true})

	for i, figure := range board.Figures {
		if public.Figures[i].Figure != figure.Figure {
			t.Errorf("the public figure is %q, the board's %q", public.Figures[i].Figure, figure.Figure)
		}
	}
	if !slices.EqualFunc(public.Status.Now, board.Status.Now, func(a, b report.Block) bool { return a == b }) {
		t.Errorf("the public bar has %v, the board's %v", public.Status.Now, board.Status.Now)
	}
	if public.Coverage.Answered != board.Coverage.Answered || public.Coverage.Needing != board.Coverage.Needing {
		t.Errorf("the public edition covers %d of %d findings, the board's %d of %d",
			public.Coverage.Answered, public.Coverage.Needing, board.Coverage.Answered, board.Coverage.Needing)
	}
	for i, a := range public.Areas {
		if b := board.Areas[i]; a.Done != b.Done || a.Total != b.Total || a.Late != b.Late || a.Ref != b.Ref {
			t.Errorf("area %s: %d of %d done and %d late in public, %d of %d and %d for the board", a.Ref, a.Done, a.Total, a.Late, b.Done, b.Total, b.Late)
		}
	}
	if n, m := public.Quality, board.Quality; n.Errors != m.Errors || n.Warnings != m.Warnings || len(n.Problems)+len(n.Waived) > 0 {
		t.Errorf("the public paper counts %d errors and lists %d problems", n.Errors, len(n.Problems))
	}
	edition := public.TitleLines[len(public.TitleLines)-1]
	if want := "Public. One area, 3 actions and 3 findings are in the exempt part, which is not published; the counts include them. One finding of a letter that is not published is not listed; the counts include it."; edition.Term != "Edition" || edition.Text != want {
		t.Errorf("the edition is %q", edition)
	}
	for _, w := range []string{"Three of the actions are in the exempt part, which is not published."} {
		if !strings.Contains(public.Headline, w) {
			t.Errorf("the headline is %q", public.Headline)
		}
	}
	if len(public.Actions) != 2 || len(public.Risks) != 1 || len(public.Measures.Items) != 1 || len(public.Coverage.All) != 1 {
		t.Errorf("the public edition lists %d actions, %d risks, %d measures and %d findings",
			len(public.Actions), len(public.Risks), len(public.Measures.Items), len(public.Coverage.All))
	}
	if a := public.Actions[0]; a.Owner != "Head of service" || a.Evidence != "" || a.CheckedBy != "" || !strings.Contains(a.Success, "M1") || strings.Contains(a.Success, "M2") {
		t.Errorf("action 1.1 is printed as %+v", a)
	}
	if a := public.Actions[1]; a.Success != "Measure in the exempt part" {
		t.Errorf("the success measure of action 1.2 is %q", a.Success)
	}
	if a := public.Areas[1]; !a.Exempt || a.Name != "Area in the exempt part" || a.Ref != "2" || a.Status.Word != "Off track" {
		t.Errorf("the exempt area is %+v", a)
	}
	if public.Message.From != "Director of children's services" || public.Author != "Practice lead" {
		t.Errorf("the message is from %q, the author is %q", public.Message.From, public.Author)
	}
}

// letters is a plan with a visit whose letter is not published. With the letter's
// verdicts it has resolved one finding, and raised again one that a published letter
// had called resolved.
func letters(verdicts bool) *blank.Content {
	only := func(s string) string {
		if verdicts {
			return s
		}
		return ""
	}
	return &blank.Content{Rows: map[string][]blank.ContentRow{
		"Plan": {{"Field": "Organisation", "Value": "Exampleshire Council"}, {"Field": "Contact for another format", "Value": "papers@example.org"}},
		"Visits": {
			{"Ref": "V1", "Kind": "Inspection", "Started": "2026-01-12", "Letter received": "2026-02-02", "Published": "Yes"},
			{"Ref": "V2", "Kind": "Monitoring visit", "Started": "2026-04-06", "Published": "Yes"},
			{"Ref": "V3", "Kind": "Focused visit", "Title": only("A visit to planning"), "Started": "2026-08-03", "Published": "No", "Outcome": only("One matter is resolved")},
		},
		"Areas": {{"Ref": "1", "Improvement area": "Planning", "Visits": "V1" + only("; V3"), "Outcome for children": "Plans that work", "Accountable owner": "Head of service"}},
		"Findings": {
			{"Ref": "F1", "Visit": "V1", "Kind": "Concern", "Finding": "Plans drift", "Areas": "1", "Resolved by": only("V3")},
			{"Ref": "F2", "Visit": "V1", "Kind": "Concern", "Finding": "Plans are late", "Areas": "1", "Resolved by": only("V2")},
			{"Ref": "F3", "Visit": "V3", "Kind": "Concern", "Finding": "Plans are late again", "Areas": "1", "Repeats": only("F2")},
			{"Ref": "F4", "Visit": "V1", "Kind": "Concern", "Finding": "Plans are long", "Areas": "1", "Resolved by": "V2"},
			{"Ref": "F5", "Visit": "V3", "Kind": "Progress", "Finding": "Plans are read", "Areas": "1", "Repeats": only("F1")},
		},
		"Actions": {
			{"Ref": "1.1", "Area": "1", "Findings": "F1; F2; F3", "Action": "Audit every plan", "Short name": "Plan audit", "Owner": "Head of service", "Due": "2026-11-30", "Status": "On track", "Updated": "2026-09-20"},
		},
		"People": {{"Name": "Head of service", "Role": "Head of service"}},
	}}
}

// TestUnpublishedVerdicts: what a letter that is not published said of a finding, of an
// area or of the whole changes no letter of any public paper.
func TestUnpublishedVerdicts(t *testing.T) {
	made := func(verdicts, public bool) (*report.Brief, map[string]string) {
		f, _ := loaded(t, letters(verdicts))
		f.Plan.SHA256 = ""
		b := report.Build(f, report.Options{Public: public})
		return b, outputs(t, b)
	}
	brief, with := made(true, true)
	_, without := made(false, true)
	for name, text := range with {
		if text != without[name] {
			t.Errorf("%s shows what a letter that is not published said", name)
		}
	}
	_, board := made(true, false)
	_, unsaid := made(false, false)
	if board["brief.json"] == unsaid["brief.json"] {
		t.Error("the board's edition says nothing of it either, so the comparison proves nothing")
	}
	for _, want := range []string{"One finding comes from a letter that is not published and is not listed here.", "One is resolved, as a later visit said.", "is told by published letters only."} {
		if !strings.Contains(brief.Coverage.Sentence, want) {
			t.Errorf("the findings are told as %q, without %q", brief.Coverage.Sentence, want)
		}
	}
	if brief.Coverage.Others != "" {
		t.Errorf("praise of a letter that is not published is counted: %q", brief.Coverage.Others)
	}
	for _, r := range brief.Coverage.Matrix.Rows {
		if r.Name == "In no area of the plan" {
			t.Error("a finding that is not listed is counted as one of no area")
		}
	}
}
