package blank_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// The formulas of the workbook, worked out by a spreadsheet program. Dates are
// long past or far ahead, so that the day of the test does not matter.

const (
	past  = "2025-02-28"
	ahead = "2090-03-31"
)

// fault is one row with one thing wrong: what the Check column says, and the
// rule that says the same.
type fault struct {
	sheet, ref string
	change     blank.ContentRow // on top of a row with nothing wrong
	says, rule string
}

var faults = []fault{
	{workbook.SheetActions, "1.1", nil, "OK", ""},
	{workbook.SheetActions, "1.2", blank.ContentRow{workbook.ColOwner: ""}, "Owner missing", workbook.RuleRequired},
	{workbook.SheetActions, "1.3", blank.ContentRow{workbook.ColOwner: "Head of nowhere"}, "Owner is not on the People sheet", "owner-known"},
	{workbook.SheetActions, "1.4", blank.ContentRow{workbook.ColArea: "9"}, "Area 9 is not on the Areas sheet", workbook.RuleRefDangling},
	{workbook.SheetActions, "1.5", blank.ContentRow{workbook.ColFindings: "F1; F9"}, "Findings F1; F9: not all of it is on the Findings sheet", workbook.RuleRefDangling},
	{workbook.SheetActions, "1.6", blank.ContentRow{workbook.ColDue: "end of March"}, "Due is not a real date", workbook.RuleDateReal},
	{workbook.SheetActions, "1.7", blank.ContentRow{workbook.ColDue: past}, "Due date has passed, but Status is On track", "optimistic"},
	{workbook.SheetActions, "1.8", blank.ContentRow{workbook.ColStart: ahead, workbook.ColDue: "2090-01-31", workbook.ColStatus: "Not started"}, "Due is before Start", "due-before-start"},
	{workbook.SheetActions, "1.9", blank.ContentRow{workbook.ColRevisedDue: "2090-06-30"}, "Revised date has no reason", "revised-reason"},
	{workbook.SheetActions, "2.1", blank.ContentRow{workbook.ColStatus: "Delivered"}, "Completed date missing", "delivered-completed"},
	{workbook.SheetActions, "2.2", blank.ContentRow{workbook.ColStatus: "Embedded", workbook.ColCompleted: past, workbook.ColCheckedBy: "Head of quality"}, "Evidence missing: embedded means shown to work", "embedded-evidence"},
	{workbook.SheetActions, "2.3", blank.ContentRow{workbook.ColStatus: "Embedded", workbook.ColCompleted: past, workbook.ColEvidence: "Audit of ten records", workbook.ColCheckedBy: "head of safeguarding"}, "Checked by is the owner: somebody else has to check", "embedded-checked"},
	{workbook.SheetActions, "2.4", blank.ContentRow{workbook.ColStatus: "Nearly"}, "Status Nearly is not a word of the Key sheet", workbook.RuleStatusInKey},
	{workbook.SheetActions, "2.5", blank.ContentRow{workbook.ColStatus: "Not started", workbook.ColStart: past}, "Start date has passed, but Status is Not started", "start-passed"},
	{workbook.SheetActions, "2.6", blank.ContentRow{workbook.ColStatus: "Off track"}, "If it slips missing: how will it be brought back?", "slips-contingency"},
	{workbook.SheetActions, "2.7", blank.ContentRow{workbook.ColUpdated: past}, "Nothing reported since the last board", "stale"},
	{workbook.SheetActions, "2.8", blank.ContentRow{workbook.ColCompleted: past}, "It is completed, but Status is On track", "completed-still-open"},
	{workbook.SheetActions, "2.10", nil, "OK", ""},
	{workbook.SheetActions, "2.11", blank.ContentRow{workbook.ColDue: past, workbook.ColStatus: "At risk", workbook.ColIfItSlips: "A second team joins in October."}, "OK, but overdue by …", ""},
	// What is typed, pasted and wrapped in another way says the same.
	{workbook.SheetActions, "3.1", blank.ContentRow{workbook.ColOwner: "Head of children\u2019s homes"}, "OK", ""},
	{workbook.SheetActions, "3.2", blank.ContentRow{workbook.ColOwner: "\nHead of safeguarding\n"}, "OK", ""},
	{workbook.SheetActions, "3.3", blank.ContentRow{workbook.ColStatus: "On track\n"}, "OK", ""},
	{workbook.SheetActions, "3.4", blank.ContentRow{workbook.ColArea: "1\n", workbook.ColFindings: "F1\n"}, "OK", ""},
	{workbook.SheetActions, "3.5", blank.ContentRow{workbook.ColArea: "A\u20134", workbook.ColStart: "\n", workbook.ColPublish: "Public\n"}, "OK", ""},
	{workbook.SheetActions, "3.6", blank.ContentRow{workbook.ColStatus: "Won\u2019t do", workbook.ColProgressNote: "Withdrawn because the service closed"}, "OK", ""},
	{workbook.SheetActions, "3.8", blank.ContentRow{workbook.ColStatus: "Won't do"}, "Withdrawn, and nothing says why", "withdrawn-reason"},
	{workbook.SheetActions, "3.9", blank.ContentRow{workbook.ColOwner: "Head of\nsafeguarding"}, "OK", ""},
	{workbook.SheetActions, "3.7", blank.ContentRow{workbook.ColOwner: "\n"}, "Owner missing", workbook.RuleRequired},
	{workbook.SheetAreas, "1", nil, "OK", ""},
	{workbook.SheetAreas, "2", nil, "OK", ""},
	{workbook.SheetAreas, "3", nil, "No action belongs to this area", "area-without-action"},
	{workbook.SheetAreas, "A-4", nil, "OK", ""},
	{workbook.SheetFindings, "F1", blank.ContentRow{workbook.ColKind: "Concern\n"}, "OK", ""},
	{workbook.SheetFindings, "F2", blank.ContentRow{workbook.ColAreas: ""}, "Concern has no area", "concern-without-area"},
	{workbook.SheetFindings, "F3", nil, "No action answers it", "finding-unanswered"},
	{workbook.SheetMeasures, "M1", nil, "OK", ""},
	{workbook.SheetMeasures, "M2", blank.ContentRow{workbook.ColTarget: "20"}, "Target is no better than Baseline", "target-no-better"},
	{workbook.SheetMeasures, "M3", blank.ContentRow{workbook.ColBaseline: "about half"}, "Baseline is not a number", workbook.RuleNumberReal},
}

var rightRows = map[string]blank.ContentRow{
	workbook.SheetActions: {workbook.ColArea: "1", workbook.ColFindings: "F1", workbook.ColAction: "A new plan format in use in every team", workbook.ColOwner: "Head of safeguarding",
		workbook.ColDue: ahead, workbook.ColStatus: "On track", workbook.ColSuccessMeasure: "M1"},
	workbook.SheetAreas:    {workbook.ColAreaName: "Plans that change things", workbook.ColAreaOutcome: "Children know what will change.", workbook.ColAccountable: "Head of safeguarding"},
	workbook.SheetFindings: {workbook.ColVisit: "V1", workbook.ColKind: "Concern", workbook.ColFinding: "Plans are lists of tasks.", workbook.ColAreas: "1"},
	workbook.SheetMeasures: {workbook.ColArea: "1", workbook.ColMeasure: "Core groups on time", workbook.ColUnit: "%", workbook.ColBetterWhen: "Higher", workbook.ColBaseline: "48", workbook.ColTarget: "90"},
}

func faultyContent() *blank.Content {
	c := &blank.Content{Rows: map[string][]blank.ContentRow{
		workbook.SheetPlan:   {{blank.HeadingField: workbook.FieldOrganisation, blank.HeadingValue: "Exampleshire Council"}},
		workbook.SheetVisits: {{workbook.ColRef: "V1", workbook.ColKind: "Focused visit", workbook.ColTitle: "Focused visit"}},
		workbook.SheetPeople: {{workbook.ColName: "Head of safeguarding"}, {workbook.ColName: "Head of quality"}, {workbook.ColName: "Head of children's homes"}},
		workbook.SheetKey: {{workbook.ColWord: "Not started", workbook.ColMeans: "not started"}, {workbook.ColWord: "On track", workbook.ColMeans: "on track"}, {workbook.ColWord: "At risk", workbook.ColMeans: "at risk"},
			{workbook.ColWord: "Off track", workbook.ColMeans: "off track"}, {workbook.ColWord: "Delivered", workbook.ColMeans: "delivered"}, {workbook.ColWord: "Embedded", workbook.ColMeans: "embedded"}, {workbook.ColWord: "Won't do", workbook.ColMeans: "withdrawn"}},
	}}
	for _, f := range faults {
		c.Rows[f.sheet] = append(c.Rows[f.sheet], rowOf(f))
	}
	return c
}

// rowOf is a row with one thing wrong.
func rowOf(f fault) blank.ContentRow {
	row := blank.ContentRow{workbook.ColRef: f.ref}
	for _, values := range []blank.ContentRow{rightRows[f.sheet], f.change} {
		for heading, value := range values {
			row[heading] = value
		}
	}
	if f.sheet == workbook.SheetActions && strings.HasPrefix(f.ref, "2.") {
		row[workbook.ColArea] = "2"
	}
	return row
}

func TestLiveFormulas(t *testing.T) {
	data, err := blank.Write(faultyContent(), blank.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// The owner of 1.1, the due date of 1.9 and the status of 2.10.
	edited := edit(t, data, workbook.SheetActions, map[string]any{"Owner 2": "", "Due 10": 45000, "Revised due 10": "", "Owner 10": "Head of quality", "Status 19": "At risk"})
	below := edit(t, data, workbook.SheetActions, map[string]any{"Ref 46": "7.1", "Action 46": "Further down than the table", "Ref 700": "7.2", "Action 700": "Further down than any help"})
	live := recalculate(t, map[string][]byte{"before": data, "after": edited, "below": below})
	plan, loaded, err := workbook.Load("faulty.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	derived := facts.Derive(plan, workbook.MustDate("2026-09-30"))
	t.Run("the Check column agrees with check", func(t *testing.T) {
		checkAgrees(t, live["before"], rulesByRow(check.Run(plan, derived, loaded, check.Options{})))
	})
	t.Run("Summary counts areas as the board papers do", func(t *testing.T) { areasAgree(t, live["before"], derived) })
	t.Run("Check, Summary and chart follow edits", func(t *testing.T) { summaryFollows(t, live["before"], live["after"]) })
	t.Run("Start here counts rows below the table, and names those that nothing looks at", func(t *testing.T) { startFollows(t, live["before"], live["below"]) })
}

// TestAddedRowsAreJudged types rows below the tables and inserts some into them,
// in LibreOffice, which puts no formula into them. What their colour and the
// counts are taken from agrees with check in every row.
func TestAddedRowsAreJudged(t *testing.T) {
	content := faultyContent()
	below, inserted := map[string]columns{}, map[string]columns{}
	for _, f := range faults {
		if below[f.sheet] == nil {
			below[f.sheet] = columns{}
			inserted[f.sheet] = columns{insertRow: {3: "", 6: ""}, workbook.ColRef: {3: "X1", 6: "X2"}}
		}
		typeRow(below[f.sheet], 40+len(below[f.sheet][workbook.ColRef]), rowOf(f))
	}
	inserted[workbook.SheetActions][workbook.ColStatus] = map[int]string{3: "Nearly", 6: "On track"}
	empty := faultyContent()
	for sheet := range below {
		delete(empty.Rows, sheet)
	}
	books := typed(t, writtenBook(t, empty), map[string]map[string]columns{"below": below})
	for name, data := range typed(t, writtenBook(t, content), map[string]map[string]columns{"inserted": inserted}) {
		books[name] = data
	}
	for name, data := range books {
		t.Run(name, func(t *testing.T) {
			live, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			defer live.Close()
			addedAgree(t, live, data)
		})
	}
}

// addedAgree compares what stands behind Check with check, row by row.
func addedAgree(t *testing.T, live *excelize.File, data []byte) {
	t.Helper()
	plan, loaded, err := workbook.Load("added.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	found := rulesByRow(check.Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), loaded, check.Options{}))
	lists := rowsOf(t, live, "Lists")
	rows := 0
	for sheet := range rightRows {
		behind, toFix := slices.Index(lists[0], "CheckOf"+sheet), 0
		for r, row := range rowsOf(t, live, sheet) {
			if r == 0 || len(row) == 0 || row[0] == "" {
				continue
			}
			rows++
			said := lists[r][behind]
			rules := found[sheet+" "+row[0]] + found[fmt.Sprintf("%s!%d", sheet, r+1)]
			if bad := said >= "2"; bad != (rules != "") {
				t.Errorf("%s row %d, %s: its colour is from %q, check finds%s", sheet, r+1, row[0], said, rules)
			} else if bad {
				toFix++
			}
			if len(row) > 1 && row[1] != "" && row[1] != said[1:] {
				t.Errorf("%s row %d, %s: Check says %q, its colour is from %q", sheet, r+1, row[0], row[1], said)
			}
		}
		if told := leftToFix(t, live, sheet); told != toFix {
			t.Errorf("Start here counts %d rows of %s to fix, not %d", told, sheet, toFix)
		}
	}
	if rows < len(faults) {
		t.Errorf("only %d rows were looked at", rows)
	}
}

// leftToFix is what Start here counts of a sheet.
func leftToFix(t *testing.T, live *excelize.File, sheet string) int {
	t.Helper()
	for _, row := range rowsOf(t, live, "Start here") {
		if len(row) > 5 && row[1] == sheet {
			return number(t, row[5])
		}
	}
	t.Fatalf("Start here does not count %s", sheet)
	return 0
}

// typeRow puts a row of content where it is typed.
func typeRow(c columns, row int, values blank.ContentRow) {
	for heading, value := range values {
		if c[heading] == nil {
			c[heading] = map[int]string{}
		}
		c[heading][row] = value
	}
}

// startFollows looks at what Start here says of two actions below the table, the
// second of them below everything that its formulas look at.
func startFollows(t *testing.T, before, below *excelize.File) {
	const told = "Not counted above, and without help: Actions below row 601. These rows are in the plan all the same: actionplan check reads them."
	of := func(live *excelize.File) (filled int, said bool) {
		for _, row := range rowsOf(t, live, "Start here") {
			if len(row) > 4 && row[1] == workbook.SheetActions {
				filled, _ = strconv.Atoi(row[4])
			}
			said = said || len(row) > 0 && row[0] == told
		}
		return filled, said
	}
	was, saidBefore := of(before)
	is, said := of(below)
	if is != was+1 || saidBefore || !said {
		t.Errorf("Start here counts %d actions and then %d; it says that there are more below: %v and then %v: %q", was, is, saidBefore, said, rowsOf(t, below, "Start here"))
	}
}

func checkAgrees(t *testing.T, live *excelize.File, found map[string]string) {
	for _, f := range faults {
		got := checkOf(t, live, f.sheet, f.ref)
		if start, goesOn := strings.CutSuffix(f.says, "…"); got != f.says && !(goesOn && strings.HasPrefix(got, start)) {
			t.Errorf("%s %s: the Check column says %q, want %q", f.sheet, f.ref, got, f.says)
		}
		rules := found[f.sheet+" "+f.ref]
		if f.rule != "" && !strings.Contains(rules, " "+f.rule+" ") {
			t.Errorf("%s %s: check finds%s, not %s", f.sheet, f.ref, rules, f.rule)
		}
		if f.rule == "" && rules != "" {
			t.Errorf("%s %s: the Check column says OK, check finds%s", f.sheet, f.ref, rules)
		}
	}
}

// beyondFormulas are rules about many rows together, and about what words say:
// no formula of a row can tell.
var beyondFormulas = map[string]bool{"dates-bunched": true, "same-words": true, "note-empty": true, "note-copied": true, "note-against-status": true, "mapped-by-area": true}

// rulesByRow is the rules that found an error or a warning, by sheet and ref;
// where a whole sheet is gone that cells lead to, also by sheet and row.
func rulesByRow(result check.Result) map[string]string {
	found := map[string]string{}
	for _, p := range result.Problems {
		if p.Severity != workbook.Advice && !beyondFormulas[p.Rule] {
			if p.Rule == workbook.RuleRefDangling || p.Rule == workbook.RuleStatusInKey {
				for _, cell := range p.Related {
					found[fmt.Sprintf("%s!%d", cell.Sheet, cell.Row)] += " " + p.Rule + " "
				}
			}
			for _, ref := range append(alsoOf(p), p.Ref) {
				found[p.Cell.Sheet+" "+ref] += " " + p.Rule + " "
			}
		}
	}
	return found
}

// alsoOf is the other records of a problem that is told once, because their
// column or the sheet that they refer to is gone.
func alsoOf(p workbook.Problem) []string {
	_, others, _ := strings.Cut(strings.TrimSuffix(p.Message, "."), "The same is true of ")
	return strings.Split(others, ", ")
}

// areasAgree compares status, done, total and late of every area.
func areasAgree(t *testing.T, live *excelize.File, derived *facts.Facts) {
	t.Helper()
	shown := map[string]string{}
	for _, row := range rowsOf(t, live, "Summary") {
		if len(row) > 6 {
			shown[row[0]] = strings.Join(row[3:7], ", ")
		}
	}
	for _, a := range derived.Areas {
		status := a.DerivedWord
		if a.NoActions {
			status = "No actions"
		}
		want := fmt.Sprintf("%s (from its actions), %d, %d, %d", status, a.Done, a.Total, a.Late)
		if shown[a.Ref] != want {
			t.Errorf("area %s: Summary shows %q, want %q", a.Ref, shown[a.Ref], want)
		}
	}
}

func summaryFollows(t *testing.T, before, after *excelize.File) {
	for _, c := range []struct{ ref, was, is string }{
		{"1.1", "OK", "Owner missing"},
		{"1.9", "Revised date has no reason", "Due date has passed, but Status is On track"},
		{"2.10", "OK", "OK"},
	} {
		if got := checkOf(t, before, workbook.SheetActions, c.ref); got != c.was {
			t.Errorf("action %s: the Check column said %q, want %q", c.ref, got, c.was)
		}
		if got := checkOf(t, after, workbook.SheetActions, c.ref); got != c.is {
			t.Errorf("action %s: the Check column says %q, want %q", c.ref, got, c.is)
		}
	}
	for _, c := range []struct {
		words  string
		change int
	}{{"At risk", 1}, {"On track", -1}, {"Off track", 0}, {"open actions overdue", 1}} {
		if got := beside(t, after, c.words) - beside(t, before, c.words); got != c.change {
			t.Errorf("%s: changed by %d, want %d", c.words, got, c.change)
		}
	}
	if got := chartValue(t, after, "At risk") - chartValue(t, before, "At risk"); got != 1 {
		t.Errorf("the chart's bar At risk changed by %d, want 1", got)
	}
	if is := overdueOf(t, after, "Head of quality"); is != "1" {
		t.Errorf("the owner of the action now overdue has %q overdue actions", is)
	}
}

// edit types values into cells as a person would, each named by its heading
// and row; a number is a date.
func edit(t *testing.T, data []byte, sheet string, cells map[string]any) []byte {
	t.Helper()
	file, err := excelize.OpenReader(strings.NewReader(string(data)))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	headings := rowsOf(t, file, sheet)[0]
	for place, value := range cells {
		space := strings.LastIndex(place, " ")
		row := number(t, place[space+1:])
		cell, err := excelize.CoordinatesToCellName(slices.Index(headings, place[:space])+1, row)
		if err != nil {
			t.Fatal(err)
		}
		if err := file.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	out, err := file.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// recalculate lets LibreOffice work out every formula of some workbooks.
func recalculate(t *testing.T, workbooks map[string][]byte) map[string]*excelize.File {
	t.Helper()
	if os.Getenv("CI") != "true" {
		t.Skip("takes LibreOffice half a minute: run with CI=true")
	}
	program, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice is not here")
	}
	dir := t.TempDir()
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "xlsx", "--outdir", filepath.Join(dir, "out")}
	for name, data := range workbooks {
		in := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(in, data, 0o644); err != nil {
			t.Fatal(err)
		}
		args = append(args, in)
	}
	if out, err := exec.Command(program, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, out)
	}
	live := map[string]*excelize.File{}
	for name := range workbooks {
		file, err := excelize.OpenFile(filepath.Join(dir, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { file.Close() })
		live[name] = file
	}
	return live
}

// checkOf is what Check, the second column, says in the row of a ref.
func checkOf(t *testing.T, file *excelize.File, sheet, ref string) string {
	t.Helper()
	rows := rowsOf(t, file, sheet)
	if rows[0][1] != workbook.CheckHeading {
		t.Fatalf("the second heading of %s is %q", sheet, rows[0][1])
	}
	for _, row := range rows[1:] {
		if len(row) > 1 && row[0] == ref {
			return row[1]
		}
	}
	t.Fatalf("%s has no row %s", sheet, ref)
	return ""
}

// beside is the count to the left of a status word, or of other words, on the
// Summary sheet.
func beside(t *testing.T, file *excelize.File, words string) int {
	t.Helper()
	for _, row := range rowsOf(t, file, "Summary") {
		if len(row) > 1 && row[1] == words {
			return number(t, row[0])
		}
	}
	t.Fatalf("Summary does not count %q", words)
	return 0
}

// overdueOf is the count of an owner in the table of overdue actions.
func overdueOf(t *testing.T, file *excelize.File, owner string) string {
	t.Helper()
	under := false
	for _, row := range rowsOf(t, file, "Summary") {
		under = under || len(row) > 0 && row[0] == "Overdue by owner"
		if under && len(row) > 1 && row[1] == owner {
			return row[0]
		}
	}
	return ""
}

// chartValue is the figure that the chart draws for a word.
func chartValue(t *testing.T, file *excelize.File, word string) int {
	t.Helper()
	rows := rowsOf(t, file, "Lists")
	at := slices.Index(rows[0], "MeaningWord")
	for _, row := range rows[1:] {
		if at >= 0 && len(row) > at+1 && row[at] == word {
			return number(t, row[at+1])
		}
	}
	t.Fatalf("the chart has no bar %q", word)
	return 0
}

func rowsOf(t *testing.T, file *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func number(t *testing.T, text string) int {
	t.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
