package check

import "actionplan/workbook"

var impactActivity = Rule{
	Name: "impact-activity", Severity: workbook.Warning, Doc: doc("impact-activity"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Areas {
			if !a.Bad(workbook.ColAreaOutcome) && countsActivity(a.Outcome) {
				p.report(a.Source, workbook.ColAreaOutcome, a.Ref,
					"The outcome is something that staff do, and not what changes for children.",
					"Say what children and families will notice when the area is where it should be.")
			}
		}
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.Withdrawn && !a.Bad(workbook.ColImpactChildren) && countsActivity(a.Impact) {
				p.report(a.Source, workbook.ColImpactChildren, a.Action.Ref,
					"What is named as impact is something that staff do or make, and not what changes for children.",
					"Say in a sentence what children or families notice, or will notice.")
			}
		}
	},
}
