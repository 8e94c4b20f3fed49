package workbook

import (
	"fmt"
	"testing"
)

// calculated is a formula with its stored result.
func (f *fixture) calculated(sheet, cell, result string) {
	f.check(f.file.SetCellValue(sheet, cell, "x"))
	f.rawCell(sheet, cell, fmt.Sprintf(`<c r="%s" t="str"><f>Master!%s</f><v>%s</v></c>`, cell, cell, result))
}

func TestNoRowIsLost(t *testing.T) {
	linked := func(values ...string) func(*fixture) {
		return func(f *fixture) {
			for i, v := range values {
				if v != "" {
					f.calculated("Actions", Cell{Col: i + 1, Row: 5}.Name(), v)
				}
			}
		}
	}
	numbered := cells("Measures!A3", 2, "Readings!A4", 2, "Readings!B4", styled{46326, "dd/mm/yyyy"}, "Actions!J4", "M1; 2")
	tests := []struct {
		reason            string
		edit              func(*fixture)
		actions, readings int
	}{
		{"the plan as it is", func(*fixture) {}, 3, 3},
		{"an action linked to another workbook, whose owner is blank there", linked("A2-02", "A2", "", "A second round of visits", "", "01/09/2026", "31/12/2026", "", "Green", "M2"), 4, 3},
		{"formulas copied down ahead of the actions", linked("A2-02", "A2", "", "", "Head of care", "", "", "", "Grey", ""), 3, 3},
		{"a reading of a numbered measure, with a comment on an average", edits(numbered, cells("Readings!F1", "Comment", "Readings!F4", "Average of three months")), 3, 3},
		{"the same without its value", edits(numbered, cells("Readings!C4", nil, "Readings!F1", "Comment", "Readings!F4", "Total not known yet")), 3, 3},
		{"a row that sums the readings", cells("Readings!A5", "Average", "Readings!C5", 41.5, "Readings!D5", 130), 3, 3},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			f := fullPlan(t)
			test.edit(f)
			p, problems := f.load()
			if len(p.Actions) != test.actions || len(p.Readings) != test.readings {
				t.Errorf("%d actions and %d readings, want %d and %d", len(p.Actions), len(p.Readings), test.actions, test.readings)
				for _, p := range problems {
					t.Logf("%s %s: %s", p.Rule, p.Cell, p.Message)
				}
			}
		})
	}
}
