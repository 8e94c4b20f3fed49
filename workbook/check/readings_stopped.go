package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var readingsStopped = Rule{
	Name: "readings-stopped", Severity: workbook.Warning, Doc: doc("readings-stopped"),
	Needs: readings,
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			rhythm := rhythmOf(m)
			if rhythm == 0 || m.Position == facts.NoReadingSince || m.ReadingsUnread > 0 {
				continue
			}
			silent := p.AsOf.Sub(m.Latest.PeriodEnd)
			if silent <= rhythm+rhythm/2+graceDays {
				continue
			}
			p.report(m.Latest.Source, workbook.ColPeriodEnd, m.Ref,
				m.Ref+" was measured every "+words.Figures(rhythm, "day", "days")+", and nothing has come since "+m.Latest.PeriodEnd.Long()+", "+words.Figures(silent, "day", "days")+" ago.",
				"Add the readings that are missing, or say under Data quality note why there are none.")
		}
	},
}

// graceDays is what it takes to work out a figure after its period has ended.
const graceDays = 21

// rhythmOf is the usual number of days from one measurement to the next, 0
// where there are fewer than three of them. Where that makes three, the
// baseline is one.
func rhythmOf(m *facts.Measure) int {
	days := make([]workbook.Date, 0, len(m.Readings)+1)
	if len(m.Readings) == 2 && !m.BaselineDate.IsZero() && m.BaselineDate.Before(m.Readings[0].PeriodEnd) {
		days = append(days, m.BaselineDate)
	}
	for _, r := range m.Readings {
		days = append(days, r.PeriodEnd)
	}
	if len(days) < 3 {
		return 0
	}
	gaps := make([]int, 0, len(days)-1)
	for i := 1; i < len(days); i++ {
		gaps = append(gaps, days[i].Sub(days[i-1]))
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}
