package workbook

import "testing"

// The headings of Actions in fullPlan are cleared one at a time.
func TestUnheadedColumns(t *testing.T) {
	for _, c := range []struct{ reason, clear, want, hint string }{
		{"every column has a heading", "", "", ""},
		{"the heading of a required column is cleared", "E1", "E1", `Did you mean "Owner"? Type it into E1.`},
		{"the first one", "A1", "A1", `Did you mean "Ref"? Type it into A1.`},
	} {
		f := fullPlan(t)
		if c.clear != "" {
			f.set(SheetActions, c.clear, nil)
		}
		_, problems := f.load()
		got, hint, missing := "", "", 0
		for _, p := range problems {
			if p.Cell.Sheet == SheetActions && p.Rule == RuleHeadingBlank {
				got, hint = p.Cell.Name(), p.Hint
			}
			if p.Cell.Sheet == SheetActions && p.Rule == RuleHeadingMissing {
				missing++
			}
		}
		if got != c.want || hint != c.hint || got != "" && missing > 0 {
			t.Errorf("%s: at %q, hint %q, %d headings missing besides", c.reason, got, hint, missing)
		}
	}
}
