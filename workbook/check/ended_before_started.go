package check

import "actionplan/workbook"

var endedBeforeStarted = Rule{
	Name: "ended-before-started", Severity: workbook.Error, Doc: doc("ended-before-started"),
	Run: func(p *Pass) {
		for _, v := range p.Plan.Visits {
			if v.Started.IsZero() || v.Ended.IsZero() || !v.Ended.Before(v.Started) {
				continue
			}
			p.report(v.Source, workbook.ColEnded, v.Ref,
				"The visit ended on "+v.Ended.Long()+", before it started on "+v.Started.Long()+".",
				"Correct the date that is wrong.", v.At(workbook.ColStarted))
		}
	},
}
