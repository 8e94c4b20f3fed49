package pdf

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/tagged"
	"actionplan/report/tagged/pdfua"
	"actionplan/workbook"
)

// drawn draws a Brief and demands what holds for every paper: an accessible PDF
// with nothing in its margins and a number on every page. With BRIEFING_KEEP
// set to a folder the papers are kept there, to be looked at.
func drawn(t *testing.T, b *report.Brief, o Options) []byte {
	t.Helper()
	file, _, err := PDF(b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range pdfua.Check(file) {
		t.Errorf("not PDF/UA-1: %s", broken)
	}
	drawings := pages(t, file)
	if len(drawings) == 0 {
		t.Fatal("no page can be read")
	}
	insideMargins(t, drawings)
	pageNumbers(t, drawings)
	if dir := os.Getenv("BRIEFING_KEEP"); dir != "" {
		name := strings.NewReplacer("/", "-", " ", "-").Replace(t.Name()) + ".pdf"
		if err := os.WriteFile(filepath.Join(dir, name), file, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return file
}

// spoken is all that a screen reader reads, with single spaces.
func spoken(file []byte) string { return oneSpace(pdfua.Tree(file).All()) }

func oneSpace(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestBoardSaysEverything(t *testing.T) {
	b := aBrief()
	all := spoken(drawn(t, b, Options{}))
	want := []string{b.Organisation, b.Title, b.Headline, b.Message.From, b.Status.Sentence, b.Coverage.Sentence, b.Measures.Sentence,
		b.Timeline.Sentence, b.Exceptions.Heading, b.Clocks[0].Sentence, b.Quality.File, b.Quality.Problems[0].Message, b.Quality.Waived[0].WaivedWhy,
		"Not given", "(from its actions)", "Its actions say at risk", "One shape for each action:"}
	for _, l := range append(slices.Clone(b.TitleLines), report.TermsIn(b.Glossary, all)...) {
		want = append(want, l.Term+" "+l.Text)
	}
	for _, a := range b.Asks {
		want = append(want, a.Text)
	}
	for _, f := range b.Figures {
		want = append(want, f.Figure+" "+f.Words)
	}
	for _, a := range b.Areas {
		want = append(want, a.Ref+" "+a.Name, a.Owner, a.Status.Word, a.Reason, a.DoneWords)
	}
	for _, a := range b.Actions {
		want = append(want, a.Ref+" "+a.Name, a.Status.Word)
	}
	for _, m := range b.Measures.Items {
		want = append(want, m.Name, m.DirectionWords, m.DistanceWords)
		for _, r := range m.Readings {
			want = append(want, r.PeriodEnd.Short()+" "+r.Words+" "+r.OutOf)
		}
	}
	for _, r := range b.Risks {
		want = append(want, r.Text, r.Score, r.Mitigation, r.Owner)
	}
	for _, w := range want {
		if !strings.Contains(all, oneSpace(w)) {
			t.Errorf("the paper does not say %q", w)
		}
	}
	if strings.Contains(all, b.Quality.Problems[1].Message) {
		t.Error("advice is for those who keep the workbook, not for the board")
	}
}

// table finds the table whose first heading is the given one.
func findTable(t *testing.T, file []byte, heading string) *pdfua.Node {
	t.Helper()
	for _, table := range pdfua.Tree(file).Find("Table") {
		if ths := table.Find("TH"); len(ths) > 0 && ths[0].All() == heading {
			return table
		}
	}
	t.Fatalf("there is no table that begins with %q", heading)
	return nil
}

func TestAreasTableIsATable(t *testing.T) {
	b := aBrief()
	table := findTable(t, drawn(t, b, Options{}), "Improvement area")
	heads := table.Find("THead")
	if len(heads) != 1 || len(heads[0].Find("TR")) != 1 {
		t.Fatal("there is not one header row")
	}
	for i, th := range heads[0].Find("TH") {
		want := []string{"Improvement area", "Accountable owner", "Status and reason", "Done", "Next date"}[i]
		if th.All() != want || th.Scope != "Column" {
			t.Errorf("header %d is %q with scope %q", i+1, th.All(), th.Scope)
		}
	}
	rows := table.Find("TBody")[0].Find("TR")
	if len(rows) != len(b.Areas) {
		t.Fatalf("%d rows for %d areas", len(rows), len(b.Areas))
	}
	for i, a := range b.Areas {
		cells := rows[i].Kids
		if len(cells) != 5 || cells[0].Role != "TH" || cells[0].Scope != "Row" {
			t.Fatalf("%s: not a row header and 4 cells", a.Ref)
		}
		for j, want := range []string{a.Ref + " " + a.Name, a.Owner, a.Status.Word, a.DoneWords, a.Next.Date.Short() + " " + a.Next.What} {
			if got := oneSpace(cells[j].All()); !strings.Contains(got, oneSpace(want)) {
				t.Errorf("%s: cell %d says %q, not %q", a.Ref, j+1, got, want)
			}
		}
		if figures := cells[3].Find("Figure"); len(figures) != 1 || figures[0].Alt != a.MarksAlt {
			t.Errorf("%s: the shapes don't say %q", a.Ref, a.MarksAlt)
		}
	}
}

func TestOtherStructure(t *testing.T) {
	b := aBrief()
	file := drawn(t, b, Options{})
	tree := pdfua.Tree(file)
	timeline := findTable(t, file, "Action").Find("TBody")[0].Find("TR")
	for i, row := range b.Timeline.Rows {
		figures := timeline[i].Kids[2].Find("Figure")
		if len(figures) != 1 || figures[0].Alt != row.Alt {
			t.Errorf("%s: the bar does not say %q", row.Ref, row.Alt)
		}
	}
	if got := len(findTable(t, file, "Status").Find("TBody")[0].Find("TR")); got != 7 {
		t.Errorf("the key has %d rows", got)
	}
	if n := len(tree.Find("H1")); n != 1 {
		t.Errorf("%d titles", n)
	}
	var h2 []string
	for _, h := range tree.Find("H2") {
		h2 = append(h2, h.All())
	}
	want := []string{"The board is asked to", "Actions by status", "In this paper", "From the senior responsible owner", "Improvement areas, owners and status",
		"Off track: what the board needs to know", "Is it making a difference?", "When actions are due", "Does every finding have an action?",
		"Risks to the plan", "The statutory clock", "How the figures were checked", "Words used", "All readings"}
	if !slices.Equal(h2, want) {
		t.Errorf("the sections are %q", h2)
	}
	if n := len(tree.Find("TOCI")); n != 11 {
		t.Errorf("the contents list has %d lines", n)
	}
	if got := tree.Find("L")[1].Find("LI")[0].All(); !strings.Contains(got, "2.1 and 2.2 (page\u00a0") {
		t.Errorf("the first ask names no page: %q", got)
	}
}

func TestContentsLineUpToFivePages(t *testing.T) {
	file := drawn(t, aBrief(), sections(t, "headline", "asks", "figures", "status", "areas", "exceptions", "measures", "timeline", "risks"))
	tree := pdfua.Tree(file)
	if len(tree.Find("TOC")) != 0 {
		t.Error("a paper of up to 5 pages has a contents list")
	}
	all := spoken(file)
	if !strings.Contains(all, "In this paper: areas and exceptions, page 2; measures and dates, page 3; risks, page 4.") {
		t.Errorf("no contents line in %q", all)
	}
	drawings := pages(t, file)
	onFirst := slices.ContainsFunc(drawings[0].texts, func(p placedText) bool { return strings.HasPrefix(p.text, "In this paper") })
	if !onFirst {
		t.Error("the contents line is not on page 1")
	}
}

func TestSectionsAreChosen(t *testing.T) {
	file := drawn(t, aBrief(), sections(t, "risks", "areas"))
	var h2 []string
	for _, h := range pdfua.Tree(file).Find("H2") {
		h2 = append(h2, h.All())
	}
	if want := []string{"Risks to the plan", "Improvement areas, owners and status"}; !slices.Equal(h2, want) {
		t.Errorf("sections %q, want %q", h2, want)
	}
}

// sections are options for a paper with these sections of aBrief.
func sections(t *testing.T, names ...string) Options {
	t.Helper()
	source := "title: Improvement plan\nsections:\n"
	for _, name := range names {
		source += "  - section: " + name + "\n"
	}
	return worded(t, aBrief(), "test.yaml", source)
}

// worded are options for a paper as a template says, in the words of a Brief.
func worded(t testing.TB, b *report.Brief, file, source string) Options {
	t.Helper()
	template, err := report.ParseTemplate(file, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	layout, err := template.Word(b)
	if err != nil {
		t.Fatal(err)
	}
	return Options{Layout: layout}
}

func TestSameBriefSameBytes(t *testing.T) {
	if !bytes.Equal(drawn(t, aBrief(), Options{}), drawn(t, aBrief(), Options{})) {
		t.Error("two runs differ")
	}
}

func TestNothingThere(t *testing.T) {
	b := &report.Brief{Organisation: "A council", PlanTitle: "Improvement plan", Title: "Improvement plan: briefing for the board", AsOf: day("2023-02-28"),
		Areas:      []*report.Area{{ID: "a", Ref: "A1", Name: "Homes", NoActions: true, DoneWords: "No actions"}},
		Status:     report.StatusBar{Rows: []report.StatusRow{{Status: status(workbook.OnTrack), Means: "Expected to finish by its date"}}},
		Measures:   report.Measures{Sentence: "This plan has no measures, so this paper can't show whether children's experience has changed."},
		Exceptions: report.Exceptions{Heading: "Off track or overdue: what the board needs to know", Sentence: "Nothing is off track or overdue."},
	}
	file := drawn(t, b, Options{})
	all := spoken(file)
	for _, want := range []string{"No owner", "No status", "No reason given", "No actions None", "This plan has no actions yet.", "This plan has no measures",
		"Nothing is off track or overdue."} {
		if !strings.Contains(all, want) {
			t.Errorf("the paper does not say %q: %s", want, all)
		}
	}
	for _, left := range []string{"When actions are due", "Risks to the plan", "Words used"} {
		if strings.Contains(all, left) {
			t.Errorf("an empty section is printed: %q", left)
		}
	}
}

func TestFirstReport(t *testing.T) {
	b := aBrief()
	b.Status.Then, b.Status.HasThen, b.Status.Sentence = nil, false, ""
	file := drawn(t, b, Options{})
	if all := spoken(file); !strings.Contains(all, "First report: there is no earlier position to compare with.") || strings.Contains(all, "Last board") {
		t.Error("a first report compares, or does not say that it can't")
	}
	if n := len(findTable(t, file, "Status").Find("THead")[0].Find("TH")); n != 3 {
		t.Errorf("the key has %d columns", n)
	}
}

func TestDraftLogoAndWorkbookColours(t *testing.T) {
	b := aBrief()
	b.Draft, b.Quality.Problems = "The workbook has 2 errors", []report.ProblemLine{{Place: "Actions!F4", Severity: "error", Message: "No due date.", Hint: "Enter one."}}
	b.Status.WorkbookColours = true
	for i := range b.Status.Rows {
		b.Status.Rows[i].Colour = "light blue"
	}
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 300, 60))); err != nil {
		t.Fatal(err)
	}
	file := drawn(t, b, Options{Logo: logo.Bytes()})
	all := spoken(file)
	for _, want := range []string{"Draft The workbook has 2 errors, page ", "Colour in the workbook", "light blue"} {
		if !strings.Contains(all, want) {
			t.Errorf("the paper does not say %q", want)
		}
	}
	if f := pdfua.Tree(file).Find("Figure"); len(f) == 0 || f[0].Alt != "South Gloucestershire Council logo" {
		t.Error("the logo says nothing")
	}
	if _, _, err := PDF(b, Options{Logo: []byte("not a picture")}); err == nil {
		t.Error("a logo that is no picture was drawn")
	}
}

// What a workbook full of gaps gives still makes a paper.
func TestEmptyBrief(t *testing.T) {
	if all := spoken(drawn(t, &report.Brief{AsOf: day("2023-02-28")}, Options{})); !strings.Contains(all, "This plan has no improvement areas yet.") {
		t.Errorf("the paper says %q", all)
	}
}

func TestExemptArea(t *testing.T) {
	b := aBrief()
	b.Areas[0] = &report.Area{ID: "exempt", Name: "Area in the exempt part", Exempt: true, Status: status(workbook.AtRisk), DoneWords: "1 of 3"}
	cells := findTable(t, drawn(t, b, Options{}), "Improvement area").Find("TBody")[0].Find("TR")[0].Kids
	if got := oneSpace(cells[1].All() + "; " + cells[2].All()); got != "In the exempt part; At risk" {
		t.Errorf("owner and status are %q", got)
	}
}

func TestBrandColour(t *testing.T) {
	for given, want := range map[string]string{"": "#0b0c0c", "#1D6060": "#1d6060", "green": "#0b0c0c", "#12345": "#0b0c0c"} {
		if got := colour(given); got != tagged.Hex(want) {
			t.Errorf("%q gives %v, want %s", given, got, want)
		}
	}
}
