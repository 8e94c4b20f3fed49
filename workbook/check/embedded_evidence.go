package check

import "actionplan/workbook"

var embeddedEvidence = Rule{
	Name: "embedded-evidence", Severity: workbook.Error, Doc: doc("embedded-evidence"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Embedded || !blank(a.Evidence) || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColEvidence) {
				continue
			}
			p.report(a.Source, workbook.ColEvidence, a.Ref,
				"The status is "+quote(a.Word)+", but no evidence shows that it works.",
				"Name the audit, data or feedback that shows it, or "+p.calledDelivered()+" until there is some.", a.At(workbook.ColStatus))
		}
	},
}
