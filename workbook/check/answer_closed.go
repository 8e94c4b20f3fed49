package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

var answerClosed = Rule{
	Name: "answer-closed", Severity: workbook.Warning, Doc: doc("answer-closed"),
	Run: func(p *Pass) {
		for _, x := range p.Facts.Findings {
			if !x.NeedsAnswer() || x.Resolved() || x.Visit == nil || x.Bad(workbook.ColRepeats) {
				continue
			}
			answers := answersOf(x)
			if !facts.ClosedBefore(answers, x.Visit.Day()) {
				continue
			}
			refs, cells := "", []xlsx.Cell{}
			for i, a := range answers {
				if i > 0 {
					refs += ", "
				}
				refs += a.Action.Ref + " (" + a.Word + ")"
				cells = append(cells, a.At(workbook.ColStatus))
			}
			p.report(x.Source, workbook.ColRef, x.Ref,
				x.Visit.Ref+" raised this"+again(x)+" after all that answers it was closed: "+refs+".",
				"Reopen the action, or add one that answers what was found this time.", cells...)
		}
	},
}

func again(x *facts.Finding) string {
	if len(x.Lineage) == 0 {
		return ""
	}
	return " again"
}

// answersOf are the actions that name a finding; where none does, those that
// name the earlier ones on the same matter, each once.
func answersOf(x *facts.Finding) []*facts.Action {
	if x.Answered {
		return x.Actions
	}
	var list []*facts.Action
	seen := make(map[*facts.Action]bool)
	for _, f := range x.Lineage {
		if !f.Answered {
			continue
		}
		for _, a := range f.Actions {
			if !seen[a] {
				seen[a] = true
				list = append(list, a)
			}
		}
	}
	return list
}
