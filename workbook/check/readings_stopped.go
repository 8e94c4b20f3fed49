package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var readingsStopped = Rule{
	Name: "readings-stopped", Severity: workbook.Warning, Doc: doc("readings-stopped"),
	Needs: readings,
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if m.Silence == facts.NotSilent {
				continue
			}
			said, hint := m.Ref+" was last measured on ", "Add the readings that are missing, or say under Data quality note why there are none."
			switch rhythm, alike := m.Rhythm(); {
			case m.Silence == facts.SaidOften:
				often, _ := m.RhythmSaid()
				said = m.Ref + " is said to be measured " + often + ", and nothing has come since "
			case m.Silence == facts.LongAgo:
				said = "The latest of " + words.Figures(len(m.Readings), "reading", "readings") + " of " + m.Ref + " is of "
				hint = "Add a newer reading, or say under Data quality note how often there is one."
			case alike:
				said = m.Ref + " was measured every " + words.Figures(rhythm, "day", "days") + ", and nothing has come since "
			}
			last := m.Latest.PeriodEnd
			p.report(m.Latest.Source, workbook.ColPeriodEnd, m.Ref, said+last.Long()+", "+words.Figures(p.AsOf.Sub(last), "day", "days")+" ago.", hint)
		}
	},
}
