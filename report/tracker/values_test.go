package tracker

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/contrast"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

func open(t testing.TB, b *report.Brief) *excelize.File {
	t.Helper()
	data, err := XLSX(b)
	if err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

// grid is a sheet's raw values below its headings, by heading.
func grid(t testing.TB, x *excelize.File, sheet string) []map[string]string {
	t.Helper()
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]string
	for _, row := range rows[headRow:] {
		r := map[string]string{}
		for i, h := range rows[headRow-1] {
			if i < len(row) {
				r[h] = row[i]
			}
		}
		all = append(all, r)
	}
	return all
}

func TestValuesAreTheBriefs(t *testing.T) {
	for _, name := range []string{"south-gloucestershire", "gloucestershire"} {
		b := trackers(t)[name]
		x := open(t, b)
		check := func(place, got, want string) {
			if got != want {
				t.Errorf("%s %s = %q, want %q", name, place, got, want)
			}
		}
		day := func(d workbook.Date) string {
			if d.IsZero() {
				return ""
			}
			return strconv.Itoa(d.Serial())
		}
		actions := grid(t, x, workbook.SheetActions)
		if len(actions) != len(b.Actions) {
			t.Fatalf("%s: %d actions, want %d", name, len(actions), len(b.Actions))
		}
		for i, a := range b.Actions {
			row := actions[i]
			check(a.Ref+" ref", row[workbook.ColRef], a.Ref)
			check(a.Ref+" action", row[workbook.ColAction], a.Text)
			check(a.Ref+" status", row[workbook.ColStatus], statusWord(a.Status))
			check(a.Ref+" due", row[workbook.ColDue], day(a.Due))
			check(a.Ref+" due now", row[headDueNow], day(a.EffectiveDue))
			check(a.Ref+" days late", row[headDaysLate], strconv.Itoa(a.DaysLate))
			check(a.Ref+" slipped", row[headSlipped], strconv.Itoa(a.Slipped))
			check(a.Ref+" when", row[headWhen], b.Tracked.When[i])
			check(a.Ref+" means", row[headMeans], a.Status.Meaning.String())
		}
		for i, row := range grid(t, x, workbook.SheetAreas) {
			a := b.Areas[i]
			check(a.Ref+" name", row[workbook.ColAreaName], a.Name)
			check(a.Ref+" done", row["Done"], strconv.Itoa(a.Done))
			check(a.Ref+" total", row["Total"], strconv.Itoa(a.Total))
		}
		for i, row := range grid(t, x, sheetOwners) {
			check("owner", row[workbook.ColOwner], b.Owners[i].Name)
			check(b.Owners[i].Name+" late", row[report.WhenLate], strconv.Itoa(b.Owners[i].Late))
		}
		for i, row := range grid(t, x, workbook.SheetFindings) {
			check("finding", row[workbook.ColFinding], b.Coverage.All[i].Text)
		}
		done, err := x.GetCellValue(sheetSummary, "B5")
		if err != nil {
			t.Fatal(err)
		}
		check("done", done, b.Figures[0].Figure)
	}
}

// TestFormulasCountAsTheBrief calculates the workbook's own formulas.
func TestFormulasCountAsTheBrief(t *testing.T) {
	b := sample(t, "south-gloucestershire", "2023-01-31")
	x := open(t, b)
	for i, a := range b.Actions {
		row := strconv.Itoa(firstRow + i)
		for cell, want := range map[string]int{"H" + row: a.DaysLate, "I" + row: a.Slipped} {
			got, err := x.CalcCellValue(workbook.SheetActions, cell, excelize.Options{RawCellValue: true})
			if err != nil || got != strconv.Itoa(want) {
				t.Errorf("action %s: %s calculates to %q (%v), want %d", a.Ref, cell, got, err, want)
			}
		}
		if got, err := x.CalcCellValue(workbook.SheetActions, "J"+row); err != nil || got != b.Tracked.When[i] {
			t.Errorf("action %s: When calculates to %q (%v), want %q", a.Ref, got, err, b.Tracked.When[i])
		}
	}
}

// TestDaysLateFollowsEdits edits cells as a reader would.
func TestDaysLateFollowsEdits(t *testing.T) {
	tests := []struct {
		reason, sheet, cell string
		value               any
		want                string
	}{
		{"as written", workbook.SheetActions, "C5", "x", "10"},
		{"a later position", sheetSummary, "B2", workbook.MustDate("2023-02-10").Serial(), "20"},
		{"a revised date that is not past", workbook.SheetActions, "F5", workbook.MustDate("2023-03-01").Serial(), "0"},
		{"delivered", workbook.SheetActions, "G5", "Delivered", "0"},
		{"a word that the key does not have counts as open", workbook.SheetActions, "G5", "Fine", "10"},
		{"no due date", workbook.SheetActions, "E5", "", "0"},
		{"words for a date", workbook.SheetActions, "E5", "ongoing", "0"},
	}
	p := &workbook.Plan{}
	p.Key.Words = []*workbook.KeyWord{{Word: "On track", Means: workbook.OnTrack}, {Word: "Delivered", Means: workbook.Delivered}}
	p.Areas = []*workbook.Area{{Ref: "A1", Name: "Area"}}
	p.Actions = []*workbook.Action{{Ref: "1.1", Area: "A1", Status: "On track", Due: workbook.MustDate("2023-01-21")}}
	p.Index()
	b := report.Build(facts.Derive(p, workbook.MustDate("2023-01-31")), report.Options{})
	for _, test := range tests {
		x := open(t, b)
		if err := x.SetCellValue(test.sheet, test.cell, test.value); err != nil {
			t.Fatal(err)
		}
		got, err := x.CalcCellValue(workbook.SheetActions, "H5", excelize.Options{RawCellValue: true})
		if err != nil || got != test.want {
			t.Errorf("%s: days late = %q (%v), want %q", test.reason, got, err, test.want)
		}
	}
}

// hostile is words that a spreadsheet could take for something else, or that
// could break the file.
var hostile = []string{
	`=HYPERLINK("http://example.org","x")`, "+1+1", "-1", "@SUM(A1)", "=1+1", "\t=1", "'quoted", `" & A1 & "`, "00017", "1e5", "TRUE", "31/12/2026",
	"<b>&amp;</b>", "]]>", "line\nbreak", "emoji 😀 and \u202eturned", "_x0041_", "control\x01", strings.Repeat("long ", 3000), "a&10b", "#REF!",
}

func hostileBrief() *report.Brief {
	p := &workbook.Plan{File: `C:\plans\=a "b" & c.xlsx`, SHA256: "00"}
	p.Info.Organisation, p.Info.Title, p.Info.Board = "=Org & 10", "2026 plan", "@board"
	problems := workbook.Problems{}
	for i, h := range hostile {
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: h, Means: workbook.Meanings[i%len(workbook.Meanings)], Definition: h, Colour: h})
		p.Areas = append(p.Areas, &workbook.Area{Ref: h, Name: h, Owner: h, Status: h, StatusReason: h, Outcome: h})
		p.Findings = append(p.Findings, &workbook.Finding{Ref: h, Kind: workbook.KindConcern, Text: h, Areas: []string{h}, Where: h})
		p.Actions = append(p.Actions, &workbook.Action{Ref: h, Area: h, Text: h, Owner: h, Status: h, ProgressNote: h, Evidence: h, Findings: []string{h},
			ShortName: h, Due: workbook.MustDate("2026-01-01").Add(i)})
		m := &workbook.Measure{Ref: h, Area: h, Name: h, Unit: h, BetterWhen: workbook.HigherBetter, DataQualityNote: h}
		m.Target = workbook.Number{Value: 5, Set: true}
		p.Measures = append(p.Measures, m)
		for n := range 3 {
			p.Readings = append(p.Readings, &workbook.Reading{Measure: h, PeriodEnd: workbook.MustDate("2025-01-31").Add(31 * n), Value: workbook.Number{Value: float64(n), Set: true}, Comment: h})
		}
		problems = append(problems, workbook.Problem{Rule: "r", Severity: workbook.Error, Cell: xlsx.Cell{Sheet: h, Col: 1, Row: 1}, Message: h, Hint: h, Ref: h})
	}
	p.Index()
	return report.Build(facts.Derive(p, workbook.MustDate("2026-01-10")), report.Options{Problems: problems})
}

func TestHostileWordsStayWords(t *testing.T) {
	data, err := XLSX(hostileBrief())
	if err != nil {
		t.Fatal(err)
	}
	wellFormed(t, data)
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	for i, row := range grid(t, x, workbook.SheetActions) {
		want := strings.ReplaceAll(hostile[i], "\x01", "\uFFFD")
		for _, heading := range []string{workbook.ColRef, workbook.ColAction, workbook.ColOwner, workbook.ColStatus, workbook.ColProgressNote, workbook.ColEvidence} {
			if row[heading] != want {
				t.Errorf("%s of %.20q became %.40q", heading, hostile[i], row[heading])
			}
		}
		for col := 1; col <= 7; col++ {
			cell := cellName(col, firstRow+i)
			if f, err := x.GetCellFormula(workbook.SheetActions, cell); err != nil || f != "" && !strings.HasPrefix(f, `HYPERLINK("#`) {
				t.Errorf("%s has the formula %q (%v)", cell, f, err)
			}
		}
	}
}

// wellFormed checks that every part parses, and that no link but one of the
// web leaves the workbook.
func wellFormed(t *testing.T, data []byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", f.Name, err)
				break
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == "Relationship" && strings.Contains(f.Name, "worksheets") {
				outsideLinks(t, f.Name, e)
			}
		}
		r.Close()
	}
}

func outsideLinks(t *testing.T, part string, e xml.StartElement) {
	target, outside := "", false
	for _, a := range e.Attr {
		target = map[bool]string{true: a.Value, false: target}[a.Name.Local == "Target"]
		outside = outside || a.Name.Local == "TargetMode" && a.Value == "External"
	}
	if outside && !strings.HasPrefix(target, "http") && !strings.HasSuffix(target, ".xlsx") {
		t.Errorf("%s has a link to %s", part, target)
	}
}

func TestWebAddress(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"https://example.org/a?b=c", "https://example.org/a?b=c", "an address"},
		{"http://example.org", "http://example.org", "an old one"},
		{"javascript:alert(1)", "", "no address of the web"},
		{"file:///etc/passwd", "", "a file"},
		{"https://example.org and more", "", "words round it"},
		{"//example.org", "", "no scheme"},
		{`https://example.org/"x`, "", "a quote"},
		{"", "", "nothing"},
	}
	for _, test := range tests {
		if got := webAddress(test.text); got != test.want {
			t.Errorf("%s: webAddress(%q) = %q", test.reason, test.text, got)
		}
	}
}

// TestThinPlans: what has no content has no sheet, and nothing fails.
func TestThinPlans(t *testing.T) {
	tests := []struct {
		reason string
		plan   func(*workbook.Plan)
		want   string
	}{
		{"nothing at all", func(p *workbook.Plan) {}, "Summary Key"},
		{"areas without actions", func(p *workbook.Plan) { p.Areas = []*workbook.Area{{Ref: "A1", Name: "One"}} }, "Summary Areas Owners Key"},
		{"an action without anything", func(p *workbook.Plan) { p.Actions = []*workbook.Action{{}} }, "Summary Actions Timeline Owners Key"},
		{"a measure without readings", func(p *workbook.Plan) { p.Measures = []*workbook.Measure{{Ref: "M1", Name: "One"}} }, "Summary Measures Key"},
		{"a finding that nothing answers", func(p *workbook.Plan) {
			p.Findings = []*workbook.Finding{{Ref: "F1", Kind: workbook.KindConcern, Text: "One"}}
		}, "Summary Findings Key"},
		{"duplicate refs", func(p *workbook.Plan) {
			p.Actions = []*workbook.Action{{Ref: "1"}, {Ref: "1"}, {Ref: "1"}}
			p.Areas = []*workbook.Area{{Ref: "A"}, {Ref: "a"}}
		}, "Summary Areas Actions Timeline Owners Key"},
	}
	for _, test := range tests {
		p := &workbook.Plan{}
		test.plan(p)
		p.Index()
		b := report.Build(facts.Derive(p, workbook.MustDate("2026-01-10")), report.Options{})
		data, err := XLSX(b)
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		wellFormed(t, data)
		x, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(x.GetSheetList(), " "); got != test.want {
			t.Errorf("%s: sheets %q, want %q", test.reason, got, test.want)
		}
		x.Close()
	}
}

// TestContrast: text on every fill can be read.
func TestContrast(t *testing.T) {
	for _, m := range workbook.WorstFirst {
		if c := contrast.Of(fillOf(m), inkOn(m)); c < 4.5 {
			t.Errorf("%s: text on fill has %.1f to 1", m, c)
		}
	}
	for _, colour := range []string{ink, grey, linkInk} {
		if c := contrast.Of(colour, paper); c < 4.5 {
			t.Errorf("%s on white has %.1f to 1", colour, c)
		}
	}
	if c := contrast.Of(headFill, ink); c < 4.5 {
		t.Errorf("headings have %.1f to 1", c)
	}
}

func TestLineCount(t *testing.T) {
	tests := []struct {
		text   string
		width  float64
		want   int
		reason string
	}{
		{"", 10, 1, "nothing"},
		{"short", 10, 1, "one word"},
		{"one\ntwo\nthree", 10, 3, "its own lines"},
		{strings.Repeat("word ", 8), 11, 4, "wrapped at spaces"},
		{strings.Repeat("x", 100), 11, 10, "a word wider than the column"},
	}
	for _, test := range tests {
		if got := lineCount(test.text, test.width, 1); got != test.want {
			t.Errorf("%s: %d lines, want %d", test.reason, got, test.want)
		}
	}
}
