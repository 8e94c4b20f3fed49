package check

import "actionplan/workbook"

var startPassed = Rule{
	Name: "start-passed", Severity: workbook.Warning, Doc: doc("start-passed"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.ShouldHaveStarted || a.Late || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColStart) {
				continue
			}
			p.report(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but work was to start on "+a.Start.Long()+".",
				"Change the status if work has started; otherwise say what holds it up and correct the dates.", a.At(workbook.ColStart))
		}
	},
}
