package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var areaWithoutAction = Rule{
	Name: "area-without-action", Severity: workbook.Error, Doc: doc("area-without-action"),
	Run: func(p *Pass) {
		if !slices.ContainsFunc(p.Facts.Actions, func(a *facts.Action) bool { return a.Area != nil }) {
			return // the Actions sheet, its rows or its Area column are missing, which loading reports once
		}
		twice := refsTwice(p.Facts.Areas, func(a *facts.Area) string { return a.Ref })
		for _, a := range p.Facts.Areas {
			if !a.NoActions || twice[words.Fold(a.Ref)] || a.Bad(workbook.ColRef) || blank(a.Ref) {
				continue
			}
			p.report(a.Source, workbook.ColRef, a.Ref,
				"No action belongs to the area "+quote(a.Name)+".",
				"Add a row to "+p.sheet(workbook.SheetActions)+" with "+a.Ref+" in its Area column, or take the area out of the plan.")
		}
	},
}

// refsTwice are the refs that several records of a sheet share. Links go to
// the first, so that nothing said about such a record is certain. Loading
// reports them.
func refsTwice[T any](records []T, ref func(T) string) map[string]bool {
	seen, twice := make(map[string]bool, len(records)), make(map[string]bool)
	for _, r := range records {
		key := words.Fold(ref(r))
		if seen[key] {
			twice[key] = true
		}
		seen[key] = true
	}
	return twice
}

// actionsTwice are the refs that several actions share.
func (p *Pass) actionsTwice() map[string]bool {
	p.twice.Do(func() {
		p.refsOfSeveral = refsTwice(p.Facts.Actions, func(a *facts.Action) string { return a.Action.Ref })
	})
	return p.refsOfSeveral
}
