package workbook

import (
	"fmt"
	"slices"
	"testing"

	"actionplan/workbook/xlsx"
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
					f.calculated("Actions", xlsx.Cell{Col: i + 1, Row: 5}.Name(), v)
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
		{"a total beside a measure's ref, typed as a number", edits(numbered, cells("Readings!B4", nil, "Readings!C4", nil, "Readings!F1", "Comment", "Readings!F4", "Total so far")), 3, 3},
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

// TestNoRecordIsATotal tries every sheet of refs with words that begin like a
// total's. Refs are numbers, as where areas are 1, 2 and actions 1.1, 1.2; what
// else the row holds are numbers and formulas, as in a row of totals.
func TestNoRecordIsATotal(t *testing.T) {
	texts := []string{"Count late visits in each team weekly", "Average time to assess is too long", "Total", "Sum up each case file", "Grand total of visits", "Averages by team"}
	for _, s := range Sheets {
		name := nameColumn(s)
		if s.Columns[0].Kind != Ref || name < 0 {
			continue
		}
		for _, text := range texts {
			for _, formula := range []bool{false, true} {
				f := fullPlan(t)
				row := lastRowOf(f, s.Name) + 1
				at := func(column int) string { return s.Name + "!" + xlsx.Cell{Col: column + 1, Row: row}.Name() }
				ref := cells(at(0), 7.9, at(name), text)
				if formula && text == "Total" {
					continue // nothing tells it from a count under the refs
				}
				if formula {
					ref = edits(cells(at(name), text), func(f *fixture) { f.calculated(s.Name, xlsx.Cell{Col: 1, Row: row}.Name(), "7.9") })
				}
				ref(f)
				p, problems := f.load()
				found := slices.ContainsFunc(p.sources(), func(src Source) bool { return src.SheetName() == s.Name && src.Row == row })
				if !found {
					t.Errorf("%s: the row of 7.9 %q (by a formula: %v) is no record; %d problems", s.Name, text, formula, len(problems))
				}
			}
		}
	}
}

// TestWhatIsLeftOutIsSaid has rows without a ref that are no record for sure
// and no total either: each is a record or a problem.
func TestWhatIsLeftOutIsSaid(t *testing.T) {
	for _, edit := range []func(*fixture){
		cells("Actions!B5", 5, "Actions!D5", "Count late visits in each team weekly"),
		cells("Actions!D5", "Count late visits in each team weekly"),
		cells("Areas!B5", "Average time to assess", "Areas!H5", 46000),
		cells("Findings!D5", "Average time to assess is too long", "Findings!F5", 1),
	} {
		f := fullPlan(t)
		_, before := f.load()
		f = fullPlan(t)
		edit(f)
		if _, after := f.load(); len(after) <= len(before) {
			t.Errorf("a row was left out in silence: %d problems before, %d after", len(before), len(after))
		}
	}
}

func lastRowOf(f *fixture, sheet string) int {
	rows, err := f.file.GetRows(sheet)
	f.check(err)
	return len(rows)
}

// TestEveryColumnCanBeUnreadable has a sheet with more columns than any of
// ours has now.
func TestEveryColumnCanBeUnreadable(t *testing.T) {
	s := &Sheet{Name: "Wide"}
	for i := range 200 {
		s.Columns = append(s.Columns, Column{Heading: fmt.Sprint("Column ", i)})
	}
	for i := range s.Columns {
		src := Source{table: &table{sheet: s}}
		src.markBad(i)
		for j := range s.Columns {
			if src.Bad(s.Columns[j].Heading) != (i == j) {
				t.Fatalf("column %d is unreadable; of column %d it says %v", i, j, i != j)
			}
		}
	}
}
