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
			if m.TargetDate.IsZero() || m.Bad(workbook.ColTargetDate) || p.AsOf.Sub(m.TargetDate) <= facts.GraceDays || m.ReadingsUnread > 0 {
				continue
			}
			told := "nothing has ever been measured"
			if m.Position == facts.Missed && m.TargetDate.After(m.BaselineDate) {
				said, hint := "The target was to be reached by "+m.TargetDate.Long()+" and was not", "Agree a new date, or a new target, and say why under Data quality note."
				if on := m.MetOn; on != nil {
					said = "The target was met on " + on.PeriodEnd.Long() + ", at " + figure(on.Value.Value, m.Unit) + ", and has not been held"
					hint = "Say under Data quality note why it was lost, and agree what brings it back and by when."
				}
				p.report(m.Source, workbook.ColTargetDate, m.Ref,
					said+": the reading of "+m.Latest.PeriodEnd.Long()+" is "+figure(m.Latest.Value.Value, m.Unit)+", the target "+figure(m.Target.Value, m.Unit)+".",
					hint, m.Latest.At(workbook.ColValue))
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
