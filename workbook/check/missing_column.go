package check

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// gatherMissing makes one problem of all that a rule finds in one column that
// the file lacks: the column has to be added once. Where a column of that sheet
// has no heading, that is the cause, and what is missing is left out.
func gatherMissing(problems workbook.Problems) workbook.Problems {
	if !slices.ContainsFunc(problems, lacksColumn) {
		return problems
	}
	unheaded := make(map[string]bool)
	for _, p := range problems {
		if p.Rule == workbook.RuleHeadingBlank {
			unheaded[p.Cell.Sheet] = true
		}
	}
	type column struct{ rule, sheet, heading string }
	like := make(map[column]workbook.Problems)
	for _, p := range problems {
		if lacksColumn(p) {
			key := column{p.Rule, p.Cell.Sheet, p.Column}
			like[key] = append(like[key], p)
		}
	}
	left := problems[:0]
	told := make(map[column]bool)
	for _, p := range problems {
		if !lacksColumn(p) {
			left = append(left, p)
			continue
		}
		key := column{p.Rule, p.Cell.Sheet, p.Column}
		if told[key] || unheaded[p.Cell.Sheet] {
			continue
		}
		told[key] = true
		if same := like[key]; len(same) > 1 {
			p.Message += " " + sameOf(same[1:])
		}
		left = append(left, p)
	}
	return left
}

// lacksColumn is true of a problem of a record whose cell can't be named,
// because the file has no such column, or of such a column as a whole.
func lacksColumn(p workbook.Problem) bool {
	return p.Cell.Sheet != "" && p.Cell.Col == 0 && p.Column != "" && (p.Cell.Row > 0 || p.Rule == "note-empty" || p.Rule == "status-undated")
}

// sameOf names the other records of which a problem is true, the first few of
// many.
func sameOf(problems workbook.Problems) string {
	var refs []string
	for _, p := range problems[:min(len(problems), placesShown)] {
		refs = append(refs, p.Ref)
	}
	text := "The same is true of " + strings.Join(refs, ", ")
	if n := len(problems) - placesShown; n > 0 {
		text += " and " + words.Figures(n, "other", "others")
	}
	return text + "."
}
