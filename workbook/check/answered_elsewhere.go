package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var answeredElsewhere = Rule{
	Name: "answered-elsewhere", Severity: workbook.Advice, Doc: doc("answered-elsewhere"),
	Needs: []Need{{workbook.SheetActions, workbook.ColArea}},
	Run: func(p *Pass) {
		for _, x := range p.Facts.Findings {
			if !x.NeedsAnswer() || !x.Answered || x.Resolved() || len(x.Areas) == 0 || len(x.Areas) < len(x.Finding.Areas) || x.Bad(workbook.ColAreas) || answeredAtHome(x) {
				continue
			}
			cells, refs := []xlsx.Cell{}, []string{}
			for _, a := range x.Actions {
				cells = append(cells, a.At(workbook.ColFindings))
				refs = append(refs, a.Action.Ref)
			}
			verb := " answers it and is"
			if len(refs) > 1 {
				verb = " answer it and are"
			}
			p.report(x.Source, workbook.ColAreas, x.Ref,
				"The finding is mapped to "+areaRefs(x.Areas)+", and "+words.And(refs)+verb+" in another area.",
				"Correct the area here or the finding's ref at the action, or name the finding at an action of its own area as well.", cells...)
		}
	},
}

// answeredAtHome is true of a finding that an action of one of its areas names.
func answeredAtHome(x *facts.Finding) bool {
	return slices.ContainsFunc(x.Actions, func(a *facts.Action) bool {
		return slices.ContainsFunc(x.Areas, func(area *facts.Area) bool { return slices.Contains(area.Actions, a) })
	})
}

// areaRefs names areas: "area 2", "areas 2 and 3".
func areaRefs(areas []*facts.Area) string {
	refs := make([]string, len(areas))
	for i, a := range areas {
		refs[i] = a.Ref
	}
	if len(refs) == 1 {
		return "area " + refs[0]
	}
	return "areas " + words.And(refs)
}
