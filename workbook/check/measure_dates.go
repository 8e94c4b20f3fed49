package check

import "actionplan/workbook"

var measureDates = Rule{
	Name: "measure-dates", Severity: workbook.Advice, Doc: doc("measure-dates"),
	Run: func(p *Pass) {
		for _, m := range p.Plan.Measures {
			switch {
			case m.TargetDate.IsZero() && !m.Bad(workbook.ColTargetDate):
				p.report(m.Source, workbook.ColTargetDate, m.Ref,
					"The target has no date, so nobody can say whether the measure is on course.",
					"Enter the day by which the target should be reached.")
			case m.BaselineDate.IsZero() && !m.Bad(workbook.ColBaselineDate):
				p.report(m.Source, workbook.ColBaselineDate, m.Ref,
					"The baseline has no date, so nobody can say whether the measure is on course.",
					"Enter the day on which the baseline was measured.")
			}
		}
	},
}
