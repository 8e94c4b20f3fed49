package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

var mappedByArea = Rule{
	Name: "mapped-by-area", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("mapped-by-area"),
	Run: func(p *Pass) {
		byArea := facts.Cover(p.Facts.Findings).ByArea
		if !p.namesAnyFinding() {
			p.mapped(byArea, "No action says which finding it answers")
			return
		}
		told := make(map[*facts.Finding]bool)
		for _, area := range p.Facts.Areas {
			var list []*facts.Finding
			for _, x := range byArea {
				if !told[x] && x.Areas[0] == area {
					told[x] = true
					list = append(list, x)
				}
			}
			p.mapped(list, "No action of area "+area.Ref+" says which finding it answers")
		}
	},
}

func (p *Pass) namesAnyFinding() bool {
	for _, a := range p.Facts.Actions {
		if len(a.Action.Findings) > 0 {
			return true
		}
	}
	return false
}

// mapped reports findings at the first blank cell that could name one.
func (p *Pass) mapped(findings []*facts.Finding, message string) {
	if len(findings) == 0 {
		return
	}
	var cells []xlsx.Cell
	refs := make([]written, 0, len(findings))
	for _, x := range findings {
		refs = append(refs, written{x.Source, workbook.ColRef, x.Ref, ""})
		cells = append(cells, x.At(workbook.ColRef))
	}
	first := findings[0].Actions[0]
	if len(findings) == 1 {
		message += ", so " + findings[0].Ref + " is mapped by area, not by finding."
	} else {
		message += ", so " + strconv.Itoa(len(findings)) + " findings are mapped by area, not by finding: " + refsOf(refs) + "."
	}
	p.report(first.Source, workbook.ColFindings, first.Action.Ref, message,
		"Type into the Findings column of each action the refs of the findings that it answers.", cells...)
}
