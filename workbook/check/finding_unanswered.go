package check

import (
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var findingUnanswered = Rule{
	Name: "finding-unanswered", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("finding-unanswered"),
	Run: func(p *Pass) {
		coverage := facts.Cover(p.Facts.Findings)
		twice := refsTwice(p.Facts.Findings, func(f *facts.Finding) string { return f.Ref })
		for _, f := range p.Facts.Findings {
			if !f.NeedsAnswer() || f.Answered || f.ByArea || f.ResolvedBy != nil || twice[words.Fold(f.Ref)] || !everyAreaActs(f) || f.Bad(workbook.ColAreas) || f.Bad(workbook.ColKind) {
				continue
			}
			p.report(f.Source, workbook.ColRef, f.Ref,
				fmt.Sprintf("No action answers %s. In all, %d of %d findings that need an answer have one (%d%%).",
					thisFinding(f.Kind), coverage.Answered, coverage.Needing, coverage.Percent()),
				"Put "+f.Ref+" into the Findings column of the action that answers it, or add that action.",
				findingsCells(f)...)
		}
	},
}

// thisFinding names a finding by its kind.
func thisFinding(kind string) string {
	switch kind {
	case workbook.KindPriorityAction:
		return "this priority action"
	case workbook.KindImprovementNeeded:
		return "this point for improvement"
	case workbook.KindConcern:
		return "this concern"
	}
	return "this finding"
}

// everyAreaActs is true if the finding has areas and each was found and has
// actions: otherwise another rule has told the cause.
func everyAreaActs(f *facts.Finding) bool {
	if len(f.Areas) == 0 || len(f.Areas) < len(f.Finding.Areas) {
		return false
	}
	for _, a := range f.Areas {
		if a.NoActions {
			return false
		}
	}
	return true
}

// findingsCells are the cells where the finding could be named, at most five.
func findingsCells(f *facts.Finding) []xlsx.Cell {
	var cells []xlsx.Cell
	for _, area := range f.Areas {
		for _, action := range area.Actions {
			if len(cells) == 5 {
				return cells
			}
			cells = append(cells, action.At(workbook.ColFindings))
		}
	}
	return cells
}
