package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
)

// mutation is one cell of the clean plan made wrong.
type mutation struct {
	sheet, heading string
	row            int
	value, rule    string // what is typed, and the rule that must report that cell
}

// mutations breaks every kind of cell in every column: required cells blanked,
// dates that do not exist, words not in a list, refs that lead nowhere, words
// for figures.
func mutations(clean *form.Content) []mutation {
	var list []mutation
	for _, sheet := range workbook.Sheets {
		for i := range sheet.Columns {
			column := &sheet.Columns[i]
			row := rowToBreak(sheet, column, clean)
			if row < 0 {
				continue
			}
			add := func(value, rule string) {
				list = append(list, mutation{sheet.Name, column.Heading, row, value, rule})
			}
			if column.Required {
				add("", workbook.RuleRequired)
			}
			switch column.Kind {
			case workbook.Day:
				add("31/02/2026", workbook.RuleDateReal)
				add("as soon as possible", workbook.RuleDateReal)
			case workbook.List:
				add("Perhaps", workbook.RuleListValue)
			case workbook.StatusWord:
				add("Greenish", workbook.RuleStatusInKey)
			case workbook.RefTo, workbook.RefsTo:
				add("ZZ9", workbook.RuleRefDangling)
			case workbook.Figure, workbook.Amount, workbook.Whole:
				add("about forty", workbook.RuleNumberReal)
			case workbook.Ref:
				if rows := clean.Rows[sheet.Name]; len(rows) > 1 {
					add(rows[1][column.Heading], workbook.RuleRefDuplicate)
				}
			}
		}
	}
	return list
}

// rowToBreak is the row whose cell is made wrong: the first, or on the Plan
// sheet the field's own; -1 where the clean plan has none.
func rowToBreak(sheet *workbook.Sheet, column *workbook.Column, clean *form.Content) int {
	rows := clean.Rows[sheet.Name]
	if !sheet.Fields {
		return min(len(rows), 1) - 1
	}
	return slices.IndexFunc(rows, func(r form.ContentRow) bool { return r[form.HeadingField] == column.Heading })
}

// consequences are what else a break truly makes wrong: a ref that is gone
// leaves those that lead to it dangling.
var consequences = map[string]string{workbook.ColRef: workbook.RuleRefDangling}

// Each break, one at a time, is reported at its cell by its rule, once, and
// brings nothing else but its direct consequences.
func TestMutations(t *testing.T) {
	clean := cleanContent(t)
	list := mutations(clean)
	if len(list) < 100 {
		t.Errorf("%d breaks; at least 100 are wanted", len(list))
	}
	for _, m := range list {
		name := fmt.Sprintf("%s %s %q", m.sheet, m.heading, m.value)
		t.Run(name, func(t *testing.T) {
			c := cleanContent(t)
			heading := m.heading
			if m.sheet == workbook.SheetPlan {
				heading = form.HeadingValue
			}
			c.Rows[m.sheet][m.row][heading] = m.value
			plan, loaded := loadContent(t, c)
			r := runOn(plan, loaded)
			want := fmt.Sprintf("%s row %d %s", m.sheet, m.row, m.heading)
			if m.sheet == workbook.SheetPlan {
				want = "Plan " + m.heading
			}
			hit := 0
			for _, p := range r.Problems {
				where := found(plan, workbook.Problems{p})[0]
				switch {
				case p.Rule == m.rule && (where == want || m.rule == workbook.RuleRefDuplicate):
					hit++
				case p.Rule == consequences[m.heading]:
				default:
					t.Errorf("also %s at %s: %s", p.Rule, where, p.Message)
				}
			}
			if hit != 1 {
				t.Errorf("%s reported %d times at %s, in %s", m.rule, hit, want, strings.Join(others(r.Problems, ""), "\n"))
			}
		})
	}
}
