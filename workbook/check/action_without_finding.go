package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var actionWithoutFinding = Rule{
	Name: "action-without-finding", Severity: workbook.Advice, Doc: doc("action-without-finding"),
	Run: func(p *Pass) {
		for _, area := range p.Facts.Areas {
			if area.Priority == "Local" || !namesFindings(area) {
				continue
			}
			for _, a := range area.Actions {
				if a.Meaning == workbook.Withdrawn || len(a.Action.Findings) > 0 || a.Bad(workbook.ColFindings) {
					continue
				}
				p.report(a.Source, workbook.ColFindings, a.Ref,
					"The other actions of this area say which finding they answer; this one does not.",
					"Type the ref of the finding it answers. If it comes from elsewhere, say so in the action.")
			}
		}
	},
}

// namesFindings is true of an area that answers findings and at least half of
// whose actions say which.
func namesFindings(area *facts.Area) bool {
	naming := 0
	for _, a := range area.Actions {
		if len(a.Action.Findings) > 0 {
			naming++
		}
	}
	return len(area.Findings) > 0 && naming > 0 && naming*2 >= len(area.Actions)
}
