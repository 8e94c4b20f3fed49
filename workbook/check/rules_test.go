package check

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
)

var update = flag.Bool("update", false, "write RULES.md anew")

// example is a change to the clean plan, written as Markdown tables under the
// names of their sheets. A row is matched by its key columns; one that matches
// none is added as a copy of the sheet's last row. "(blank)" empties a cell and
// "(removed)" takes out the row. A cell in ** ** is where the rule must report.
type example struct {
	content *form.Content
	asOf    string
	want    []string // sheet, row and heading of each marked cell
}

var keyColumns = map[string][]string{
	workbook.SheetPlan: {"Field"}, workbook.SheetKey: {"Word"}, workbook.SheetReadings: {"Measure", "Period end"},
	workbook.SheetUpdates: {"Date", "Action"}, workbook.SheetPeople: {"Name"}, workbook.SheetGlossary: {"Term"}, workbook.SheetWaivers: {"Rule", "Ref"},
}

func keyOf(sheet string, row form.ContentRow) string {
	columns := keyColumns[sheet]
	if columns == nil {
		columns = []string{"Ref"}
	}
	var key []string
	for _, c := range columns {
		key = append(key, strings.ToLower(row[c]))
	}
	return strings.Join(key, "|")
}

var sheetLine = regexp.MustCompile(`^([A-Z][a-z]+):$`)

// readExample applies a piece of Markdown to the clean plan.
func readExample(t *testing.T, text string) example {
	t.Helper()
	e := example{content: cleanContent(t), asOf: "2026-09-30"}
	sheet, heads := "", []string(nil)
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "As at: "):
			e.asOf = strings.TrimPrefix(line, "As at: ")
		case strings.HasPrefix(line, "Without: "):
			e.content.Rows[strings.TrimPrefix(line, "Without: ")] = nil
		case strings.HasPrefix(line, "Wanted at the sheet: "):
			e.want = append(e.want, strings.TrimPrefix(line, "Wanted at the sheet: "))
		case sheetLine.MatchString(line):
			sheet, heads = sheetLine.FindStringSubmatch(line)[1], nil
			if workbook.FindSheet(sheet) == nil {
				t.Fatalf("there is no sheet %q", sheet)
			}
		case strings.HasPrefix(line, "|---"):
		case strings.HasPrefix(line, "|") && heads == nil:
			heads = tableCells(line)
		case strings.HasPrefix(line, "|"):
			e.apply(t, sheet, heads, tableCells(line))
		}
	}
	return e
}

func tableCells(line string) []string {
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

func (e *example) apply(t *testing.T, sheet string, heads, cells []string) {
	t.Helper()
	if len(heads) != len(cells) {
		t.Fatalf("%s: %d headings, %d cells: %v", sheet, len(heads), len(cells), cells)
	}
	row := form.ContentRow{}
	var marked []string
	for i, h := range heads {
		value := cells[i]
		if strings.HasPrefix(value, "**") && strings.HasSuffix(value, "**") {
			value = strings.Trim(value, "*")
			marked = append(marked, h)
		}
		row[h] = strings.ReplaceAll(value, "<br>", "\n")
	}
	rows := e.content.Rows[sheet]
	key := keyOf(sheet, row)
	at := slices.IndexFunc(rows, func(r form.ContentRow) bool { return keyOf(sheet, r) == key })
	if slices.Contains(cells, "(removed)") {
		e.content.Rows[sheet] = slices.Delete(rows, at, at+1)
		return
	}
	if at < 0 {
		rows, at = append(rows, e.newRow(sheet, row)), len(rows)
	}
	for h, v := range row {
		if v == "(blank)" {
			delete(rows[at], h)
		} else {
			rows[at][h] = v
		}
	}
	e.content.Rows[sheet] = rows
	for _, h := range marked {
		if sheet == workbook.SheetPlan {
			e.want = append(e.want, "Plan "+row["Field"])
			continue
		}
		e.want = append(e.want, fmt.Sprintf("%s row %d %s", sheet, at, h))
	}
}

// newRow is a copy of the sheet's last row, so that an example need not name
// every required cell. A new action has words of its own.
func (e *example) newRow(sheet string, row form.ContentRow) form.ContentRow {
	made := form.ContentRow{}
	if rows := e.content.Rows[sheet]; len(rows) > 0 && sheet != workbook.SheetPlan {
		for h, v := range rows[len(rows)-1] {
			made[h] = v
		}
	}
	if sheet == workbook.SheetActions {
		made["Action"] = "Kit " + row["Ref"]
		made["Progress note"] = "Seven rooms have kit " + row["Ref"] + "."
		made["Success measure"] = "Children say that kit " + row["Ref"] + " helps them to talk"
		made["Impact for children"] = "Children find kit " + row["Ref"] + " in their room."
		made["Due"] = []string{"2026-12-10", "2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-11", "2026-12-14"}[row["Ref"][len(row["Ref"])-1]%10]
		made["If it slips"] = "The library lends kit " + row["Ref"] + "."
	}
	return made
}

// found is where a rule reported, in the words of example.want.
func found(plan *workbook.Plan, problems workbook.Problems) []string {
	first := firstRows(plan)
	var places []string
	for _, p := range problems {
		switch {
		case p.Cell.Name() == "" && p.Cell.Sheet != "" && p.Cell.Sheet != workbook.SheetPlan && p.Cell.Row == 0:
			places = append(places, p.Cell.Sheet)
		case p.Cell.Sheet == workbook.SheetPlan:
			places = append(places, "Plan "+p.Column)
		default:
			places = append(places, fmt.Sprintf("%s row %d %s", p.Cell.Sheet, p.Cell.Row-first[p.Cell.Sheet], p.Column))
		}
	}
	slices.Sort(places)
	return places
}

// firstRows is the physical row of each sheet's first record.
func firstRows(p *workbook.Plan) map[string]int {
	first := make(map[string]int)
	note := func(sheet string, row int) {
		if n, ok := first[sheet]; !ok || row < n {
			first[sheet] = row
		}
	}
	for _, x := range p.Key.Words {
		note(workbook.SheetKey, x.Row)
	}
	for _, x := range p.Visits {
		note(workbook.SheetVisits, x.Row)
	}
	for _, x := range p.Areas {
		note(workbook.SheetAreas, x.Row)
	}
	for _, x := range p.Findings {
		note(workbook.SheetFindings, x.Row)
	}
	for _, x := range p.Actions {
		note(workbook.SheetActions, x.Row)
	}
	for _, x := range p.Measures {
		note(workbook.SheetMeasures, x.Row)
	}
	for _, x := range p.Readings {
		note(workbook.SheetReadings, x.Row)
	}
	for _, x := range p.Updates {
		note(workbook.SheetUpdates, x.Row)
	}
	for _, x := range p.Risks {
		note(workbook.SheetRisks, x.Row)
	}
	for _, x := range p.People {
		note(workbook.SheetPeople, x.Row)
	}
	for _, x := range p.Glossary {
		note(workbook.SheetGlossary, x.Row)
	}
	for _, x := range p.Waivers {
		note(workbook.SheetWaivers, x.Row)
	}
	return first
}

func ofRule(problems workbook.Problems, rule string) workbook.Problems {
	var list workbook.Problems
	for _, p := range problems {
		if p.Rule == rule {
			list = append(list, p)
		}
	}
	return list
}

func others(problems workbook.Problems, rule string) []string {
	var list []string
	for _, p := range problems {
		if p.Rule != rule {
			list = append(list, p.Cell.String()+" "+p.Rule+": "+p.Message)
		}
	}
	return list
}

// runExample judges an example; with Since, beside the clean plan as the
// earlier workbook.
func runExample(t *testing.T, e example, opts Options) (*workbook.Plan, Result) {
	t.Helper()
	plan, loaded := loadContent(t, e.content)
	if opts.Since != nil {
		earlier, _ := loadContent(t, cleanContent(t))
		opts.Since = append(opts.Since, history.Match(earlier, plan).Disagreements()...)
	}
	return plan, Run(plan, facts.Derive(plan, workbook.MustDate(e.asOf)), loaded, opts)
}

// section is what stands under a heading of a page.
func section(page, heading string) string {
	_, after, ok := strings.Cut(page, "\n## "+heading+"\n")
	if !ok {
		return ""
	}
	before, _, _ := strings.Cut(after, "\n## ")
	return strings.TrimSpace(before)
}

// Every rule has a name of its own, a whole page, a bad example that gives
// exactly this rule at the marked cells, and a good one that gives nothing. No
// page is without a rule.
func TestRegistry(t *testing.T) {
	pages, err := docFiles.ReadDir("docs")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range pages {
		name, isPage := strings.CutSuffix(page.Name(), ".md")
		if isPage && !slices.ContainsFunc(All, func(r Rule) bool { return r.Name == name }) {
			t.Run(name, func(t *testing.T) { t.Errorf("docs/%s.md is the page of no rule in All", name) })
		}
	}
	kebab := regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	names := make(map[string]bool)
	for _, r := range workbook.LoadRules {
		names[r.Name] = true
	}
	for _, r := range All {
		t.Run(r.Name, func(t *testing.T) {
			if !kebab.MatchString(r.Name) || names[r.Name] {
				t.Errorf("the name is not in kebab case, or is taken")
			}
			names[r.Name] = true
			if r.Severity < workbook.Error || r.Severity > workbook.Advice {
				t.Errorf("severity %v", r.Severity)
			}
			for _, heading := range []string{"Why", "Bad", "Good", "How to fix it"} {
				if section(r.Doc, heading) == "" {
					t.Errorf("the page has nothing under %q", heading)
				}
			}
			opts := optionsFor(r)
			bad := readExample(t, section(r.Doc, "Bad"))
			plan, result := runExample(t, bad, opts)
			compare(t, "bad example", found(plan, ofRule(result.Problems, r.Name)), bad.want)
			if more := others(result.Problems, r.Name); len(more) > 0 {
				t.Errorf("the bad example gives more than this rule:\n%s", strings.Join(more, "\n"))
			}
			_, result = runExample(t, readExample(t, section(r.Doc, "Good")), opts)
			if more := others(result.Problems, ""); len(more) > 0 {
				t.Errorf("the good example is not clean:\n%s", strings.Join(more, "\n"))
			}
		})
	}
}

// The rules that people meet first are those of loading: each says why, what
// is bad, what is good and what to do.
func TestLoadingRulesAreExplained(t *testing.T) {
	for _, r := range workbook.LoadRules {
		page, _ := Explain(r.Name)
		for _, heading := range []string{"Why", "Bad", "Good", "How to fix it"} {
			if section(page, heading) == "" {
				t.Errorf("%s has nothing under %q", r.Name, heading)
			}
		}
	}
}

// optionsFor are those without which a rule does not run.
func optionsFor(r Rule) Options {
	o := Options{Submission: r.OnlySubmission}
	if r.OnlySince {
		o.Since = workbook.Problems{}
	}
	if r.OnlyFile {
		o.Logo = func(name string) error {
			if strings.TrimSpace(name) == "logo.png" {
				return nil
			}
			return errors.New("there is no file " + quote(name) + " here")
		}
	}
	return o
}

func compare(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s: reported at %v, wanted at %v", what, got, want)
	}
	if what == "bad example" && len(want) == 0 {
		t.Errorf("the bad example marks no cell")
	}
}

// The cases of a rule stand in testdata under its name: each says why in its
// heading, and marks the cells where the rule must report. Cases without a mark
// are near misses, worded as real plans are, and must stay silent.
func TestCases(t *testing.T) {
	for _, r := range All {
		t.Run(r.Name, func(t *testing.T) {
			source, err := os.ReadFile("testdata/" + r.Name + ".md")
			if err != nil {
				t.Fatalf("%v: a rule needs cases, at least 3 of them near misses", err)
			}
			silent := 0
			for _, c := range strings.Split("\n"+string(source), "\n## ")[1:] {
				reason, text, _ := strings.Cut(c, "\n")
				e := readExample(t, text)
				if len(e.want) == 0 {
					silent++
				}
				plan, result := runExample(t, e, optionsFor(r))
				compare(t, reason, found(plan, ofRule(result.Problems, r.Name)), e.want)
			}
			if silent < 3 {
				t.Errorf("%d near misses; at least 3 are needed", silent)
			}
		})
	}
}

// The plan on which every example stands has nothing wrong with it.
func TestCleanPlan(t *testing.T) {
	r := judge(t, readContent(t, "testdata/clean.yaml"), "2026-09-30", Options{Submission: true})
	if len(r.Problems) > 0 {
		t.Errorf("%v", others(r.Problems, ""))
	}
}

func TestReferenceIsFresh(t *testing.T) {
	if *update {
		if err := os.WriteFile("RULES.md", []byte(Reference()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("RULES.md")
	if err != nil || string(have) != Reference() {
		t.Errorf("RULES.md is stale; run: go test ./workbook/check -run Reference -update")
	}
}
