package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// IsTable is true of a workbook that keeps its plan as one or more tables of
// actions, and not on sheets like ours.
func (m *Made) IsTable() bool { return len(m.held) > 0 }

// Problems takes what check found in the upgraded workbook back to the cells of
// the old one. What the old plan has no column for is left out: only what can
// be seen there is judged. left is how many problems that are. What Excel hides
// is added. plan is the upgraded workbook as it was loaded.
func (m *Made) Problems(plan *workbook.Plan, found workbook.Problems) (there workbook.Problems, left int) {
	for _, p := range found {
		to, ok := m.origin(plan, p.Cell, p.Column)
		if !ok {
			left++
			continue
		}
		p.Cell, p.Column = xlsx.Cell{File: m.name, Sheet: to.sheet, Col: to.col, Row: to.row}, m.heading(p.Column)
		p.Related = m.originsOf(plan, p.Related)
		there = append(there, p)
	}
	there = append(there, m.unseen()...)
	there.Sort(m.sheets)
	return there, left
}

// Sheets are the sheets of the old workbook, in its order.
func (m *Made) Sheets() []string { return slices.Clone(m.sheets) }

// heading is what the old workbook calls a column.
func (m *Made) heading(column string) string {
	if old := m.held[column]; old != "" {
		return old
	}
	return column
}

func (m *Made) originsOf(plan *workbook.Plan, cells []xlsx.Cell) []xlsx.Cell {
	var there []xlsx.Cell
	for _, c := range cells {
		if to, ok := m.origin(plan, c, headingOfCell(c)); ok {
			there = append(there, xlsx.Cell{File: m.name, Sheet: to.sheet, Col: to.col, Row: to.row})
		}
	}
	return there
}

// headingOfCell is the heading over a cell of the upgraded workbook, whose
// columns stand in the order of the schema.
func headingOfCell(c xlsx.Cell) string {
	s := workbook.FindSheet(c.Sheet)
	if s == nil || c.Col < 1 || c.Col > len(s.Columns) {
		return ""
	}
	return s.Columns[c.Col-1].Heading
}

// origin is where in the old workbook a value of the upgraded one stood, or
// would stand.
func (m *Made) origin(plan *workbook.Plan, c xlsx.Cell, heading string) (place, bool) {
	row := -1
	switch c.Sheet {
	case workbook.SheetActions:
		row = slices.IndexFunc(plan.Actions, func(a *workbook.Action) bool { return a.Row == c.Row })
	case workbook.SheetAreas:
		row = slices.IndexFunc(plan.Areas, func(a *workbook.Area) bool { return a.Row == c.Row })
	case workbook.SheetFindings:
		row = slices.IndexFunc(plan.Findings, func(f *workbook.Finding) bool { return f.Row == c.Row })
	}
	if row < 0 || row >= len(m.origins[c.Sheet]) {
		return place{}, false
	}
	to, ok := m.origins[c.Sheet][row][heading]
	return to, ok && to.sheet != "" && to.row > 0
}

// unseen are the problems of what Excel hides in the old workbook.
func (m *Made) unseen() workbook.Problems {
	var all workbook.Problems
	for _, n := range m.Log.Notes {
		if n.harm != harmNotLive || len(n.cells) == 0 {
			continue
		}
		rule, severity, hint := workbook.RuleHiddenRead, workbook.Advice, "Show it, so that everybody sees what is counted; delete what no longer holds."
		switch {
		case strings.Contains(n.Kind, "merged"):
			rule, severity, hint = workbook.RuleCellCovered, workbook.Warning, "Unmerge the cells, and enter in every row what is meant there."
		case strings.Contains(n.Kind, "struck"):
			rule, severity, hint = workbook.RuleCellStruck, workbook.Warning, "Delete what no longer holds, or take the line through it off."
		}
		what, _, _ := strings.Cut(n.Text, ": ")
		what = strings.TrimSuffix(strings.TrimSuffix(what, " It was not read and stands on Not carried over."), ".") + "."
		for _, at := range n.cells {
			c := at.cell()
			c.File = m.name
			all = append(all, workbook.Problem{Rule: rule, Severity: severity, Cell: c, Message: what, Hint: hint})
		}
	}
	return all
}
