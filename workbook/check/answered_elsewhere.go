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
			p.judgeStrayAnswers(x)
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

// judgeStrayAnswers reports the actions that name a finding which is mapped to
// other areas, and answered there, and none that is mapped to their own, of which
// there are some.
func (p *Pass) judgeStrayAnswers(x *facts.Finding) {
	if !x.NeedsAnswer() || len(x.Areas) == 0 || len(x.Areas) < len(x.Finding.Areas) || x.Bad(workbook.ColAreas) || !answeredAtHome(x) {
		return
	}
	for _, a := range x.Actions {
		if a.Area == nil || len(a.Area.Findings) == 0 || a.Meaning == workbook.Withdrawn || !slices.Contains(a.Findings, x) || a.Bad(workbook.ColFindings) || a.Bad(workbook.ColArea) || answersOwn(a) {
			continue
		}
		p.report(a.Source, workbook.ColFindings, a.Action.Ref,
			"The action is of area "+a.Area.Ref+", and "+x.Ref+", which it names, is mapped to "+areaRefs(x.Areas)+" and answered there.",
			"Correct the ref if another finding was meant, or add area "+a.Area.Ref+" to the finding.", x.At(workbook.ColAreas))
	}
}

// answersOwn is true of an action that names a finding of its own area, or one that
// is mapped to none.
func answersOwn(a *facts.Action) bool {
	return slices.ContainsFunc(a.Findings, func(x *facts.Finding) bool {
		return len(x.Areas) == 0 || slices.ContainsFunc(x.Areas, func(of *facts.Area) bool { return of.Ref == a.Area.Ref })
	})
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
