package tracker

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/report"
)

// Every change is a row, in the Brief's order and with its words as words; the
// figures say what they were.
func TestChanges(t *testing.T) {
	b := large(60)
	b.Movement = report.Movement{
		Heading: "What changed since 2 February 2026", Sentence: "One action got worse.",
		Then: report.ThenFigures{Done: "there were 8 on 2 February", OffTrack: "there was one on 2 February", Overdue: "there were none on 2 February"},
		All: []report.ChangeRow{
			{Kind: "Slipped", Sheet: "Actions", Ref: "1.1", Field: "Revised due", Old: "1 Mar 2026", New: "31 Mar 2026", Days: 30, Words: "Action 1.1 slipped by 30 days."},
			{Kind: "Owner changed", Sheet: "Areas", Ref: "A1", Field: "Accountable owner", Old: "Head", New: "=1+1", Words: "=HYPERLINK(1)"},
		},
	}
	x := open(t, b)
	rows := grid(t, x, sheetChanges)
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	for i, want := range []map[string]string{
		{"Change": "Slipped", "Ref": "1.1", "Before": "1 Mar 2026", "Now": "31 Mar 2026", "Days": "30", "In words": "Action 1.1 slipped by 30 days."},
		{"Change": "Owner changed", "Ref": "A1", "Now": "=1+1", "Days": "", "In words": "=HYPERLINK(1)"},
	} {
		for heading, v := range want {
			if rows[i][heading] != v {
				t.Errorf("row %d %s: %q, want %q", i, heading, rows[i][heading], v)
			}
		}
	}
	for cell, want := range map[string]string{
		cellName(colB, figureRow+1): "actions done; there were 8 on 2 February", cellName(colC, figureRow+1): "off track; there was one on 2 February",
	} {
		if got := value(t, x, cell); got != want {
			t.Errorf("Summary %s: %q, want %q", cell, got, want)
		}
	}
	words, formula := overdue(b)
	if got := value(t, x, cellName(colD, figureRow+1)); got != words+"; there were none on 2 February" {
		t.Errorf("overdue: %q", got)
	}
	if got, _ := x.GetCellFormula(sheetSummary, cellName(colD, figureRow+1)); got != formula+`&"; there were none on 2 February"` {
		t.Errorf("overdue: %s", got)
	}
}

func value(t *testing.T, x *excelize.File, cell string) string {
	t.Helper()
	v, err := x.GetCellValue(sheetSummary, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// A plan that is compared with nothing has no sheet of changes.
func TestNoChanges(t *testing.T) {
	for _, name := range open(t, large(60)).GetSheetList() {
		if name == sheetChanges {
			t.Error("there is an empty sheet Changes")
		}
	}
}
