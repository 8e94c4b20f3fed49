package check

import "actionplan/workbook"

var targetBeforeBaseline = Rule{
	Name: "target-before-baseline", Severity: workbook.Error, Doc: doc("target-before-baseline"),
	Run: func(p *Pass) {
		for _, m := range p.Plan.Measures {
			if m.TargetDate.IsZero() || m.BaselineDate.IsZero() || m.TargetDate.After(m.BaselineDate) {
				continue
			}
			p.report(m.Source, workbook.ColTargetDate, m.Ref,
				"The target is to be reached on "+m.TargetDate.Long()+", which is not after the baseline of "+m.BaselineDate.Long()+".",
				"Correct the date that is wrong.", m.At(workbook.ColBaselineDate))
		}
	},
}
