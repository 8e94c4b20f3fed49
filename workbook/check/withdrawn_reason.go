package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var withdrawnReason = Rule{
	Name: "withdrawn-reason", Severity: workbook.Warning, Doc: doc("withdrawn-reason"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Withdrawn || !blank(a.ProgressNote) || !blank(a.RevisionReason) || p.saidWhyWithdrawn(a) || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColProgressNote, a.Ref,
				"The action is withdrawn, and nothing says why.",
				"Say why it is no longer needed and who agreed.")
		}
	},
}

// saidWhyWithdrawn is true if the log has a line, with its note, for the day
// the action was withdrawn.
func (p *Pass) saidWhyWithdrawn(a *facts.Action) bool {
	for _, u := range a.Updates {
		if p.Plan.Key.Meaning(u.Status) == workbook.Withdrawn && !blank(u.Note) {
			return true
		}
	}
	return false
}
