package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook/xlsx"
)

// TestMessyFiles reads one plan with everything wrong at once, as openpyxl
// and as LibreOffice write it (testdata/messy.py): title rows, two rows of
// headings, other names, moved and hidden columns, a hidden row, text dates,
// the 1904 calendar, totals, formulas, merged cells, a stray letter.
func TestMessyFiles(t *testing.T) {
	common := []string{
		"advice hidden-read 'ACTION PLAN'!A7", "error ref-number 'ACTION PLAN'!A8", "error date-real 'ACTION PLAN'!E8", "", "advice cell-merged 'ACTION PLAN'!B11",
		"advice date-month-only 'ACTION PLAN'!E12", "error row-stray 'ACTION PLAN'!H15",
	}
	tests := []struct{ file, formula string }{
		{"messy-openpyxl.xlsx", "error formula-uncalculated 'ACTION PLAN'!J8"},
		{"messy-libreoffice.xlsx", "error formula-error 'ACTION PLAN'!J8"},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			data, err := os.ReadFile("testdata/" + test.file)
			if err != nil {
				t.Fatal(err)
			}
			p, problems, err := Load(test.file, data)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, x := range problems {
				got = append(got, x.Severity.String()+" "+x.Rule+" "+x.Cell.String())
			}
			want := slices.Clone(common)
			want[3] = test.formula
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
			checkMessyPlan(t, p)
			if sum := sha256.Sum256(data); p.SHA256 != hex.EncodeToString(sum[:]) || p.File != test.file {
				t.Errorf("the plan does not say which file it is: %q %q", p.File, p.SHA256)
			}
		})
	}
}

func checkMessyPlan(t *testing.T, p *Plan) {
	t.Helper()
	if p.Info.Organisation != "Exampleshire Council" || p.Info.SRO != "Director of children’s services" || p.Info.ReportReceived != MustDate("2026-03-13") || p.Info.BoardEvery != 56 {
		t.Errorf("fields: %+v", p.Info)
	}
	if !slices.Equal(p.Info.DecisionsAsked, []string{"Agree the new date", "Note the risk"}) {
		t.Errorf("decisions: %q", p.Info.DecisionsAsked)
	}
	var got []string
	for _, a := range p.Actions {
		got = append(got, strings.Join([]string{a.At(ColDue).String(), a.Ref, a.Area, a.Due.String(), a.RevisedDue.String(), a.Status, a.Owner}, "|"))
	}
	want := []string{
		"'ACTION PLAN'!E6|1.8|1|2026-11-30||green|Head of quality",
		"'ACTION PLAN'!E7|1.9|1|2026-12-31|2027-01-31|Amber|Head of quality",
		"'ACTION PLAN'!E8|1.1|1|||Grey|",
		"'ACTION PLAN'!E11|2.1|2|2027-06-30||Red|Head of care",
		"'ACTION PLAN'!E12|2.2|2|2027-06-01||Red|Head of care",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	a := p.Actions[2]
	if !a.Bad(ColDue) || !a.Bad(ColOwner) || a.Bad(ColStatus) || a.Raw(ColDue) != "end of March 2027" || a.Heading(ColOwner) != "Lead officer (post)" {
		t.Errorf("cells that cannot be read: %v %v %v %q %q", a.Bad(ColDue), a.Bad(ColOwner), a.Bad(ColStatus), a.Raw(ColDue), a.Heading(ColOwner))
	}
	if p.Key.Meaning("green") != OnTrack || p.Key.Meaning("Blue") != Delivered || p.FindArea("2").Name != "Visits" {
		t.Errorf("key or areas: %v %v", p.Key.Meaning("green"), p.FindArea("2"))
	}
}

func TestSheets(t *testing.T) {
	tests := []struct {
		reason string
		make   func(testing.TB) *fixture
		want   []string
		hint   string
	}{
		{"a required sheet is not there", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Areas", areaRows).sheet("Actions", actRows)
		}, []string{"sheet-missing plan.xlsx", "key-missing plan.xlsx"}, "Add a sheet called Plan"},
		{"a plan kept as one table", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Appendix B", rows{{"No", "Ofsted area for improvement", "Lead", "Action", "By when", "Progress", "R/A/G"},
				{"1", "Supervision", "Head of quality", "Monthly audit", "31/03/2026", "Started", "G"}})
		}, []string{"sheet-missing plan.xlsx", "sheet-missing plan.xlsx", "key-missing plan.xlsx", "heading-missing Appendix B", "status-in-key 'Appendix B'!G2"}, `"actionplan upgrade" makes a workbook`},
		{"its name is a letter off and its headings are others", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Plan", planRows).sheet("Areas", areaRows).sheet("Actoins", rows{{"Thing", "Person"}, {"a", "b"}})
		}, []string{"key-missing plan.xlsx", "sheet-missing Actoins"}, "Add a Key sheet"},
		{"found by its headings", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Sheet9", actRows).sheet("The plan itself", planRows).sheet("Sheet3", areaRows)
		}, []string{"key-missing plan.xlsx"}, ""},
		{"a title page beside the plan's own details", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Cover", rows{{"Our plan"}, {"Exampleshire"}}).sheet("Plan details", planRows).sheet("Areas", areaRows).sheet("Actions", actRows)
		}, []string{"key-missing plan.xlsx"}, ""},
		{"an optional sheet a letter off", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Measurs", rows{{"x"}})
		}, []string{"key-missing plan.xlsx", "sheet-unknown Measurs"}, ""},
		{"somebody's own sheet, and ours that are not read", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Budget", rows{{"x"}}).sheet("Problems", actRows).sheet("Start here", planRows)
		}, []string{"key-missing plan.xlsx"}, ""},
		{"two sheets of actions", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Action log", actRows)
		}, []string{"key-missing plan.xlsx", "sheet-duplicate Action log Actions"}, ""},
		{"no areas and no actions", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Plan", planRows).sheet("Areas", areaRows[:1]).sheet("Actions", nil)
		}, []string{"key-missing plan.xlsx", "sheet-empty Areas", "sheet-empty Actions"}, ""},
		{"no headings at all", func(t testing.TB) *fixture {
			return newFixture(t).sheet("Plan", planRows).sheet("Areas", areaRows).sheet("Actions", rows{{"Do this"}, {"Do that"}})
		}, []string{"key-missing plan.xlsx", "heading-missing Actions"}, ""},
		{"words of a key that is not there are one problem each", func(t testing.TB) *fixture {
			a := slices.Clone(actRows)
			for range 9 {
				a = append(a, slices.Clone(actRows[1]))
			}
			for i := 1; i < len(a); i++ {
				a[i] = slices.Clone(a[i])
				a[i][0], a[i][5] = xlsx.Cell{Col: 1, Row: i}.Name(), "Green"
			}
			return newFixture(t).sheet("Plan", planRows).sheet("Areas", areaRows).sheet("Actions", a)
		}, []string{"key-missing plan.xlsx", "status-in-key Actions!F2"}, ""},
		{"a key without its words says nothing of statuses", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Key", rows{{"Colour", "Means"}, {"green", "on track"}})
		}, []string{"heading-missing Key"}, `headed "Word"`},
		{"refs to a sheet that is not there are one problem", func(t testing.TB) *fixture {
			f := smallPlan(t)
			cells("Actions!H1", "Findings", "Actions!H2", "F1; F2", "Actions!A3", "1.2", "Actions!B3", "A1", "Actions!C3", "Do it", "Actions!D3", "Head of quality", "Actions!E3", "1/1/27", "Actions!F3", "On track", "Actions!G3", "They say", "Actions!H3", "F3")(f)
			return f
		}, []string{"key-missing plan.xlsx", "ref-dangling Actions!H2"}, ""},
		{"fractions of a percentage are read, and said once", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Measures", rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Target", "England"}, {"M1", "A1", "On time", "%", "Higher", 0.48, 1, 0.82}}).
				sheet("Readings", rows{{"Measure", "Period end", "Value"}, {"M1", "31/10/2026", 0.55}})
		}, []string{"key-missing plan.xlsx", "percent-fraction Measures!F2"}, ""},
		{"from nothing to all, before anything is measured", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Measures", rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Target"}, {"M1", "A1", "On time", "%", "Higher", 0, 1}})
		}, []string{"key-missing plan.xlsx", "percent-fraction Measures!G2"}, ""},
		{"one per cent among whole percentages", func(t testing.TB) *fixture {
			return smallPlan(t).sheet("Measures", rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Target"}, {"M1", "A1", "Missed", "%", "Lower", 12, 1}})
		}, []string{"key-missing plan.xlsx"}, ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			_, problems := test.make(t).load()
			var got []string
			for _, p := range problems {
				line := p.Rule + " " + p.Cell.String()
				if p.Rule == RuleSheetDuplicate {
					line += " " + p.Related[0].String()
				}
				got = append(got, line)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
				for _, p := range problems {
					t.Logf("%s %s: %s / %s", p.Rule, p.Cell, p.Message, p.Hint)
				}
			}
			if len(problems) > 0 && !strings.Contains(problems[0].Hint, test.hint) {
				t.Errorf("hint %q lacks %q", problems[0].Hint, test.hint)
			}
		})
	}
}

func TestFractions(t *testing.T) {
	p, _ := smallPlan(t).sheet("Measures", rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Target", "England"}, {"M1", "A1", "On time", "%", "Higher", 0.07, 1, styled{0.82, "0.0%"}}}).
		sheet("Readings", rows{{"Measure", "Period end", "Value"}, {"M1", "31/10/2026", 0.55}}).load()
	m := p.Measures[0]
	if m.Baseline.Value != 7 || m.Target.Value != 100 || m.England.Value != 82 || p.Readings[0].Value.Value != 55 {
		t.Errorf("fractions become percentages, exactly: %v %v %v %v", m.Baseline, m.Target, m.England, p.Readings[0].Value)
	}
}

// TestPlaces: rows and columns that staff insert move every place with them.
func TestPlaces(t *testing.T) {
	f := fullPlan(t)
	f.check(f.file.InsertRows("Actions", 1, 3))
	f.check(f.file.InsertCols("Actions", "A", 2))
	f.check(f.file.InsertRows("Actions", 6, 2))
	f.check(f.file.SetRowVisible("Actions", 8, false))
	f.set("Actions", "I8", "31/02/2026")
	p, problems := f.load()
	problems = slices.DeleteFunc(problems, func(p Problem) bool { return p.Rule == RuleHiddenRead && p.Cell.String() == "Actions!C8" })
	if len(problems) != 1 || problems[0].Cell.String() != "Actions!I8" || problems[0].Column != "Due" || problems[0].Ref != "A1-02" || problems[0].Value != "31/02/2026" {
		t.Errorf("got %+v", problems)
	}
	var rows []int
	for _, a := range p.Actions {
		rows = append(rows, a.Row)
	}
	if !slices.Equal(rows, []int{5, 8, 9}) || p.Actions[0].At(ColPublish).Name() != "M5" {
		t.Errorf("rows %v, Publish in %s", rows, p.Actions[0].At(ColPublish))
	}
}

// TestOtherExtensions: workbooks with macros and templates are workbooks.
func TestOtherExtensions(t *testing.T) {
	for _, name := range []string{"plan.xlsm", "plan.xltx", "PLAN.XLSX"} {
		f := smallPlan(t)
		f.file.Path = name
		if p, _, err := Load(name, f.bytes()); err != nil || len(p.Actions) != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestLoadIsStable: the same bytes give the same problems in the same order.
func TestLoadIsStable(t *testing.T) {
	f := fullPlan(t)
	cells("Actions!I2", "x1", "Actions!I3", "x2", "Findings!A3", "F1", "Actions!C4", "F9; F8")(f)
	data := f.bytes()
	_, first, err := Load("plan.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		_, again, err := Load("plan.xlsx", data)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(first, again, func(a, b Problem) bool { return a.Message == b.Message && a.Cell == b.Cell && a.Hint == b.Hint }) {
			t.Fatalf("got %v, then %v", first, again)
		}
	}
}

func TestLoadRules(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range LoadRules {
		if r.Name == "" || seen[r.Name] || r.Doc == "" || r.Severity == SeverityInvalid || strings.ToLower(r.Name) != r.Name {
			t.Errorf("bad entry %+v", r)
		}
		seen[r.Name] = true
	}
}

// TestWords: what is kept as typed is what the person saw.
func TestWords(t *testing.T) {
	f := smallPlan(t)
	cells("Actions!H1", "Progress note", "Actions!H2", styled{0.6, "0%"}, "Actions!I1", "Evidence", "Actions!I2", styled{46090, "dd/mm/yyyy"}, "Actions!J1", "Impact", "Actions!J2", 1.1)(f)
	p, _ := f.load()
	if a := p.Actions[0]; a.ProgressNote != "60%" || a.Evidence != "09/03/2026" || a.Impact != "1.1" {
		t.Errorf("got %q %q %q", a.ProgressNote, a.Evidence, a.Impact)
	}
}
