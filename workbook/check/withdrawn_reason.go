package check

import "actionplan/workbook"

var withdrawnReason = Rule{
	Name: "withdrawn-reason", Severity: workbook.Warning, Doc: doc("withdrawn-reason"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Withdrawn || !blank(a.ProgressNote) || !blank(a.RevisionReason) || len(a.Updates) > 0 || a.Bad(workbook.ColStatus) {
				continue
			}
			p.report(a.Source, workbook.ColProgressNote, a.Ref,
				"The action is withdrawn, and nothing says why.",
				"Say why it is no longer needed and who agreed.")
		}
	},
}
