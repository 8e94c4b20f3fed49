package check

import (
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
			if !f.NeedsAnswer() || f.Answered || f.ByArea || f.Resolved() || twice[words.Fold(f.Ref)] || !everyAreaActs(f) || f.Bad(workbook.ColAreas) || f.Bad(workbook.ColKind) {
				continue
			}
			p.report(f.Source, workbook.ColRef, f.Ref,
				"No action answers "+thisFinding(f.Kind)+"."+inAll(coverage),
				"Put "+f.Ref+" into the Findings column of the action that answers it, or add that action.",
				findingsCells(f)...)
		}
	},
}

// inAll says how the other findings stand; "" where there is no other.
func inAll(c facts.Coverage) string {
	if c.Needing == 1 {
		return ""
	}
	return " In all, " + answeredWords(c)
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
