package tracker

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/report/portfolio"
	"actionplan/samples/madeup"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
	"actionplan/workbook/seal"
)

func sideBySide(t *testing.T, n int) *portfolio.Comparison {
	t.Helper()
	var all []*portfolio.Summary
	for i := range n {
		data, err := madeup.Workbook(i*7, 30, 0)
		if err != nil {
			t.Fatal(err)
		}
		plan, loaded, err := workbook.Load(madeup.Name(i*7), data)
		if err != nil {
			t.Fatal(err)
		}
		f := facts.Derive(plan, madeup.AsOf)
		s := portfolio.Summarise(f, check.Run(plan, f, loaded, check.Options{}), false)
		if i%2 == 0 {
			s.Since(facts.Derive(plan, madeup.AsOf.Add(-30)), false)
		}
		all = append(all, s)
	}
	all[0].Organisation = "=HYPERLINK(\"http://example.org\")"
	return portfolio.Compare(all, []portfolio.Line{{Term: "broken.xlsx", Text: "It is a text."}}, madeup.AsOf, false)
}

// TestPortfolio: a row a plan, in the paper's order; counts are numbers, dates
// are dates, and every level has a word.
func TestPortfolio(t *testing.T) {
	c := sideBySide(t, 12)
	data, err := Portfolio(c)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := Portfolio(c); !bytes.Equal(data, again) {
		t.Error("the same comparison gave other bytes")
	}
	if kind, ours := seal.Ours(data); kind != seal.KindPortfolio || !ours {
		t.Errorf("Ours = %q, %v", kind, ours)
	}
	if _, _, err := workbook.Load("portfolio.xlsx", data); err == nil {
		t.Error("it is read as a plan")
	}
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	side, figures := tableOf(t, x, sheetSide), tableOf(t, x, "Figures")
	if len(side) != len(c.Rows) || len(figures) != len(c.Rows) {
		t.Fatalf("%d and %d rows of %d plans", len(side), len(figures), len(c.Rows))
	}
	for i, r := range c.Rows {
		if side[i]["Plan"] != r.Name || side[i]["Why it stands here"] != r.Reason {
			t.Errorf("row %d is %q: %q, want %q: %q", i, side[i]["Plan"], side[i]["Why it stands here"], r.Name, r.Reason)
		}
		for q, asked := range c.Asked {
			if want := levels[r.Heats()[q].Level].word; side[i][asked.Name] != want {
				t.Errorf("%s: %s is %q, want %q", r.Name, asked.Name, side[i][asked.Name], want)
			}
		}
		want := map[string]int{"Actions": r.Figures.Total, "Late": r.Figures.Late, "Embedded": r.Figures.ByMeaning[workbook.Embedded], "Status not known": r.Figures.ByMeaning[workbook.MeaningUnknown],
			"Findings answered": r.Figures.Coverage.Answered, "Measures worse": r.Figures.Worse, "Errors": r.Errors}
		if r.Then != nil {
			want["Late then"] = r.Then.Late
		}
		for heading, n := range want {
			if figures[i][heading] != strconv.Itoa(n) {
				t.Errorf("%s: %s is %q, want %d", r.Name, heading, figures[i][heading], n)
			}
		}
		if r.Then == nil && figures[i]["Late then"] != "" {
			t.Errorf("%s has no earlier state, and was then %q late", r.Name, figures[i]["Late then"])
		}
	}
	rows := 0
	for _, r := range c.Rows {
		rows += len(r.Measures)
	}
	if got := tableOf(t, x, "Compared measures"); len(got) != rows {
		t.Errorf("%d rows of %d measures", len(got), rows)
	}
	if got := tableOf(t, x, "Left out"); len(got) != 1 || got[0]["Why"] != "It is a text." {
		t.Errorf("left out: %v", got)
	}
	if got := tableOf(t, x, "Themes"); len(got) != len(c.Themes) {
		t.Errorf("%d themes of %d", len(got), len(c.Themes))
	}
}

// tableOf is what stands in a sheet's table, by heading, as it is stored.
func tableOf(t *testing.T, x *excelize.File, sheet string) (all []map[string]string) {
	t.Helper()
	rows, err := x.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil || len(rows) < headRow {
		t.Fatal(sheet, err)
	}
	for _, row := range rows[headRow:] {
		of := map[string]string{}
		for i, v := range row {
			of[rows[headRow-1][i]] = v
		}
		all = append(all, of)
	}
	return all
}

// TestPortfolioWithoutPlans: where nothing could be read the workbook says so
// and can be opened.
func TestPortfolioWithoutPlans(t *testing.T) {
	data, err := Portfolio(portfolio.Compare(nil, nil, madeup.AsOf, false))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := excelize.OpenReader(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
}

// TestOpenpyxlReadsPortfolio: another reader finds the same types and values.
func TestOpenpyxlReadsPortfolio(t *testing.T) {
	python := withOpenpyxl(t)
	c := sideBySide(t, 5)
	data, err := Portfolio(c)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "portfolio.xlsx")
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", `
import openpyxl, sys
b = openpyxl.load_workbook(sys.argv[1])
for row in b["Figures"].iter_rows(min_row=5, values_only=True):
    print(row[0], *[v for v in row[2:] if type(v) is int and v >= 0][:4], sep="|")
for row in b["Side by side"].iter_rows(min_row=5, values_only=True):
    print(row[0], row[8].date().isoformat() if row[8] else "", sep="|")
`, name).Output()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, r := range c.Rows {
		want = append(want, strings.Join([]string{r.Name, strconv.Itoa(r.Figures.Total), strconv.Itoa(r.Figures.Done), strconv.Itoa(r.Figures.Open), strconv.Itoa(r.Figures.Late)}, "|"))
	}
	for _, r := range c.Rows {
		want = append(want, r.Name+"|"+r.Figures.NextStatutory.String())
	}
	if got := strings.Split(strings.TrimSpace(string(out)), "\n"); !slices.Equal(got, want) {
		t.Errorf("openpyxl reads\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
