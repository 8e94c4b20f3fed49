package tracker

import (
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/reading"
	"actionplan/workbook"
)

// attention is the Brief of the sample that holds every problem at once.
func attention(t *testing.T) *report.Brief {
	t.Helper()
	plan, err := reading.File("../../samples/needs-attention.xlsx", reading.Options{AsOf: workbook.MustDate("2026-09-30")})
	if err != nil {
		t.Fatal(err)
	}
	return plan.Brief(false)
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
