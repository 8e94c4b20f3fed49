package check

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// A council's own workbook lacks columns. What is missing in one of them can't
// be fixed before the column is there, so the hint begins with that.
func TestMissingColumnIsNamed(t *testing.T) {
	r := withoutColumn(t, workbook.ColCompleted)
	missing := ofRule(r.Problems, "delivered-completed")
	if len(missing) == 0 {
		t.Fatal("nobody misses the day on which an action was done")
	}
	for _, p := range missing {
		if p.Cell.Name() != "" || !strings.HasPrefix(p.Hint, `Add a column headed "Completed". `) {
			t.Errorf("%s: %s", p.Cell, p.Hint)
		}
	}
}

// withoutColumn judges the clean plan without a column of the sheet Actions.
func withoutColumn(t *testing.T, heading string) Result {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(plainBook(t, cleanContent(t))))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	heads, err := f.GetRows(workbook.SheetActions)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range heads[0] {
		if h == heading {
			if err := f.RemoveCol(workbook.SheetActions, xlsx.ColumnLetters(i+1)); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	plan, problems, err := workbook.Load("plan.xlsx", out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return Run(plan, facts.Derive(plan, workbook.MustDate("2026-09-30")), problems, Options{})
}
