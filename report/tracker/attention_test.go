package tracker

import (
	"os"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/workbook"
	"actionplan/workbook/check"
	"actionplan/workbook/facts"
)

// attention is the Brief of the sample that holds every problem at once.
func attention(t *testing.T) *report.Brief {
	t.Helper()
	data, err := os.ReadFile("../../samples/needs-attention.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	plan, loaded, err := workbook.Load("needs-attention.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	f := facts.Derive(plan, workbook.MustDate("2026-09-30"))
	found := check.Run(plan, f, loaded, check.Options{})
	return report.Build(f, report.Options{Problems: append(found.Problems, found.Waived...)})
}

func TestDraftIsMarked(t *testing.T) {
	x := open(t, attention(t))
	if got, err := x.GetCellValue(sheetSummary, "H1"); err != nil || got != "Draft: the workbook has 51 errors" {
		t.Errorf("Summary!H1 is %q (%v)", got, err)
	}
	if leads, to, err := x.GetCellHyperLink(sheetSummary, "H1"); err != nil || !leads || to != sheetProblems+"!A1" {
		t.Errorf("Summary!H1 leads to %q (%v)", to, err)
	}
	for _, sheet := range x.GetSheetList() {
		if h, err := x.GetHeaderFooter(sheet); err != nil || !strings.Contains(h.OddHeader, "Draft: position at") {
			t.Errorf("%s prints with no word of a draft: %v", sheet, err)
		}
	}
	x = open(t, sample(t, "gloucestershire", "2018-09-30"))
	if got, err := x.GetCellValue(sheetSummary, "H1"); err != nil || got != "" {
		t.Errorf("of a sound workbook Summary!H1 is %q (%v)", got, err)
	}
}

func TestActionsThatNoAreaHas(t *testing.T) {
	b := attention(t)
	x := open(t, b)
	for _, sheet := range []string{sheetSummary, workbook.SheetAreas} {
		rows, err := x.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, row := range rows {
			all.WriteString(strings.Join(row, "\n"))
		}
		if !strings.Contains(all.String(), b.NoArea) {
			t.Errorf("%s does not say why its areas don't add up to the plan", sheet)
		}
	}
}

func TestDueBeforeItStarts(t *testing.T) {
	x := open(t, attention(t))
	rows, err := x.GetRows(sheetTimeline)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[headRow:] {
		if says := strings.Contains(strings.Join(row, "|"), "Due before it starts"); says != (row[0] == "1.9") {
			t.Errorf("the row is %q", row)
		}
	}
	for i, row := range rows[headRow:] {
		if h, err := x.GetRowHeight(sheetTimeline, firstRow+i); err != nil || row[0] == "03/10/2026" && h < rowHeight(2) {
			t.Errorf("a ref that wraps has a row of %v points (%v)", h, err)
		}
	}
}
