package check

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// ownersOfRows is who has to be asked about each row of the workbook, by sheet
// and row: the owner of an action and of its updates, of an area and of its
// measures and findings, of a risk. A row that nobody owns is not in it, nor one
// whose owner's cell holds what could identify a child.
func ownersOfRows(f *facts.Facts) map[sheetRow]string {
	owners := make(map[sheetRow]string, len(f.Actions)+len(f.Findings)+len(f.Plan.Updates))
	printed := map[string]string{"": ""}
	note := func(s workbook.Source, owner string) {
		name, known := printed[owner]
		if !known {
			if name = strings.Join(strings.Fields(owner), " "); masked(name) != name {
				name = ""
			}
			printed[owner] = name
		}
		if name != "" {
			owners[sheetRow{s.SheetName(), s.Row}] = name
		}
	}
	areaOwner := func(a *facts.Area) string {
		if a == nil {
			return ""
		}
		return a.Owner
	}
	for _, a := range f.Areas {
		note(a.Source, a.Owner)
	}
	for _, a := range f.Actions {
		owner := a.Owner
		if blank(owner) {
			owner = areaOwner(a.Area)
		}
		note(a.Source, owner)
		for _, u := range a.Updates {
			note(u.Source, owner)
		}
	}
	for _, m := range f.Measures {
		note(m.Source, areaOwner(m.Area))
		for _, r := range m.Readings {
			note(r.Source, areaOwner(m.Area))
		}
	}
	for _, x := range f.Findings {
		if len(x.Areas) > 0 {
			note(x.Source, x.Areas[0].Owner)
		}
	}
	for _, r := range f.Plan.Risks {
		note(r.Source, r.Owner)
	}
	return owners
}

// sheetRow is a row of the workbook.
type sheetRow struct {
	sheet string
	row   int
}

// noOwner heads what no one owner has to put right: the plan, the key, whole
// sheets.
const noOwner = "Whoever keeps the workbook"

// OwnerOf is who has to be asked about a problem.
func (r Result) OwnerOf(p workbook.Problem) string {
	if owner := r.owner[sheetRow{p.Cell.Sheet, p.Cell.Row}]; owner != "" {
		return owner
	}
	return noOwner
}
