package check

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// By is what a list of problems is grouped and counted by.
type By string

// What --by takes.
const (
	BySheet By = "sheet"
	ByRule  By = "rule"
	ByOwner By = "owner"
)

// Total is how many problems one rule, owner or sheet has.
type Total struct {
	Name   string
	Counts workbook.Counts
}

// key is the rule, owner or sheet of a problem.
func (r Result) key(p workbook.Problem, by By) string {
	switch by {
	case ByRule:
		return p.Rule
	case ByOwner:
		return r.OwnerOf(p)
	}
	return cmp.Or(p.Cell.Sheet, r.File)
}

// Totals counts the problems that are not waived, those with the most errors
// first, then by all, then by name. Spellings of an owner that differ only in
// case and spaces are one.
func (r Result) Totals(by By) []Total {
	groups := r.groups(by)
	totals := make([]Total, len(groups))
	for i, g := range groups {
		totals[i] = Total{g.name, g.problems.Count()}
	}
	return totals
}

// group is the problems of one rule, owner or sheet.
type group struct {
	name     string
	problems workbook.Problems
}

func (r Result) groups(by By) []group {
	var groups []group
	at := make(map[string]int)
	for _, p := range r.Problems {
		name := r.key(p, by)
		folded := words.FoldName(name)
		i, known := at[folded]
		if !known {
			i = len(groups)
			at[folded] = i
			groups = append(groups, group{name: name})
		}
		groups[i].problems = append(groups[i].problems, p)
	}
	slices.SortStableFunc(groups, func(a, b group) int {
		x, y := a.problems.Count(), b.problems.Count()
		return cmp.Or(cmp.Compare(y.Error, x.Error), cmp.Compare(len(b.problems), len(a.problems)), strings.Compare(a.name, b.name))
	})
	return groups
}
