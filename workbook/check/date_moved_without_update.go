package check

import "actionplan/workbook"

// dateMovedWithoutUpdate hands on what was found beside the earlier workbook,
// so that it is named, waived and counted like everything else.
var dateMovedWithoutUpdate = Rule{
	Name: "date-moved-without-update", Severity: workbook.Warning, Doc: doc("date-moved-without-update"), OnlySince: true,
	Run: func(p *Pass) {
		for _, problem := range p.since {
			p.Report(problem)
		}
	},
}
