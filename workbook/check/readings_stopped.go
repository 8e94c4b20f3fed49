package check

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var readingsStopped = Rule{
	Name: "readings-stopped", Severity: workbook.Warning, Doc: doc("readings-stopped"),
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

// rhythmOf is the usual number of days between the readings of a measure, 0
// with fewer than three of them.
func rhythmOf(m *facts.Measure) int {
	n := len(m.Readings)
	if n < 3 {
		return 0
	}
	gaps := make([]int, 0, n-1)
	for i := 1; i < n; i++ {
		gaps = append(gaps, m.Readings[i].PeriodEnd.Sub(m.Readings[i-1].PeriodEnd))
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2]
}
