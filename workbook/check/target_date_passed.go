package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var targetDatePassed = Rule{
	Name: "target-date-passed", Severity: workbook.Warning, Doc: doc("target-date-passed"),
	Needs: readings,
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if m.TargetDate.IsZero() || m.Bad(workbook.ColTargetDate) || p.AsOf.Sub(m.TargetDate) <= graceDays || m.ReadingsUnread > 0 {
				continue
			}
			told := "nothing has ever been measured"
			if m.Position == facts.Missed && m.TargetDate.After(m.BaselineDate) {
				p.report(m.Source, workbook.ColTargetDate, m.Ref,
					"The target was to be reached by "+m.TargetDate.Long()+" and was not: the reading of "+m.Latest.PeriodEnd.Long()+" is "+figure(m.Latest.Value.Value, m.Unit)+", the target "+figure(m.Target.Value, m.Unit)+".",
					"Agree a new date, or a new target, and say why under Data quality note.", m.Latest.At(workbook.ColValue))
				continue
			}
			if m.Latest != nil {
				if m.Position != facts.NoReadingSince {
					continue
				}
				told = "the latest reading is of " + m.Latest.PeriodEnd.Long()
			}
			p.report(m.Source, workbook.ColTargetDate, m.Ref,
				"The target was to be reached by "+m.TargetDate.Long()+", and "+told+": nobody can tell whether it was.",
				"Add the reading of that date, or agree a new target and its date.")
		}
	},
}
