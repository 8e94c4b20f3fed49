package blank

import (
	"strings"
	"testing"

	"actionplan/workbook"
)

func TestParseContentKeepsValuesAsWritten(t *testing.T) {
	c, err := ParseContent([]byte("Notes:\n  - \"One.\"\nPlan:\n  - {Field: Board every, Value: 42}\nActions:\n  - Ref: 1.10\n    Due: 2026-11-30\n    Action: |\n      Two\n      lines\n    Evidence:\nWaivers: []\n"))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Notes) != 1 || c.Notes[0] != "One." {
		t.Errorf("notes %q", c.Notes)
	}
	if got := c.Rows[workbook.SheetPlan][0]; got[HeadingField] != workbook.FieldBoardEvery || got[HeadingValue] != "42" {
		t.Errorf("plan row %q", got)
	}
	for heading, want := range map[string]string{workbook.ColRef: "1.10", workbook.ColDue: "2026-11-30", workbook.ColAction: "Two\nlines", workbook.ColEvidence: ""} {
		if got := c.Rows[workbook.SheetActions][0][heading]; got != want {
			t.Errorf("%s is %q, want %q", heading, got, want)
		}
	}
}

func TestParseContentNamesTheLine(t *testing.T) {
	for _, c := range []struct{ source, want, reason string }{
		{"Plan:\n  - Field: Board\n    Value: x\nActons:\n  - Ref: 1\n", `line 4: there is no sheet "Actons"`, "a sheet's name misspelt"},
		{"Actions:\n  - Ref: \"1\"\n    Onwer: x\n", `line 3: sheet Actions has no column "Onwer"`, "a heading misspelt"},
		{"Plan:\n  - Field: Bord\n    Value: x\n", `sheet Plan has no field "Bord"`, "a field misspelt"},
		{"Actions:\n  - just words\n", "line 2: expected names with values", "a row that is no map"},
		{"Actions: words\n", "line 1: expected a list", "a sheet that is no list"},
	} {
		_, err := ParseContent([]byte(c.source))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.reason, err, c.want)
		}
	}
}
