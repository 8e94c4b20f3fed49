package check

import "actionplan/workbook"

var letterBeforeVisit = Rule{
	Name: "letter-before-visit", Severity: workbook.Error, Doc: doc("letter-before-visit"),
	Run: func(p *Pass) {
		for _, v := range p.Plan.Visits {
			last, column := v.Ended, workbook.ColEnded
			if last.IsZero() {
				last, column = v.Started, workbook.ColStarted
			}
			if last.IsZero() || !v.Ended.IsZero() && v.Ended.Before(v.Started) {
				continue
			}
			if !v.LetterDated.IsZero() && v.LetterDated.Before(last) {
				p.report(v.Source, workbook.ColLetterDated, v.Ref,
					"The letter is dated "+v.LetterDated.Long()+", before the visit was over on "+last.Long()+".",
					"Correct the date that is wrong.", v.At(column))
				continue
			}
			if !v.LetterReceived.IsZero() && v.LetterReceived.Before(last) {
				p.report(v.Source, workbook.ColLetterReceived, v.Ref,
					"The letter was received on "+v.LetterReceived.Long()+", before the visit was over on "+last.Long()+".",
					"Correct the date that is wrong.", v.At(column))
			}
		}
	},
}
