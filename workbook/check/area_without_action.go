package check

import "actionplan/workbook"

var areaWithoutAction = Rule{
	Name: "area-without-action", Severity: workbook.Error, Doc: doc("area-without-action"),
	Run: func(p *Pass) {
		twice := refsTwice(p)
		for _, a := range p.Facts.Areas {
			if !a.NoActions || twice[workbook.FoldRef(a.Ref)] || a.Bad(workbook.ColRef) || blank(a.Ref) {
				continue
			}
			p.report(a.Source, workbook.ColRef, a.Ref,
				"No action belongs to the area "+quote(a.Name)+".",
				"Add a row to "+p.sheet(workbook.SheetActions)+" with "+a.Ref+" in its Area column, or take the area out of the plan.")
		}
	},
}

// refsTwice are the refs that several areas share: links go to the first, so
// that the others only seem to be empty. Loading reports them.
func refsTwice(p *Pass) map[string]bool {
	seen, twice := make(map[string]bool), make(map[string]bool)
	for _, a := range p.Plan.Areas {
		ref := workbook.FoldRef(a.Ref)
		twice[ref] = twice[ref] || seen[ref]
		seen[ref] = true
	}
	return twice
}
