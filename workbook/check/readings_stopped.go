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
			rhythm, alike := rhythmOf(m)
			if said, every := rhythmSaid(m); p.silentFor(m, every) {
				p.report(m.Latest.Source, workbook.ColPeriodEnd, m.Ref,
					m.Ref+" is said to be measured "+said+", and nothing has come since "+m.Latest.PeriodEnd.Long()+", "+words.Figures(p.AsOf.Sub(m.Latest.PeriodEnd), "day", "days")+" ago.",
					"Add the readings that are missing, or say under Data quality note why there are none.")
				continue
			}
			if rhythm == 0 && p.leftLong(m) {
				p.report(m.Latest.Source, workbook.ColPeriodEnd, m.Ref,
					"The latest of "+words.Figures(len(m.Readings), "reading", "readings")+" of "+m.Ref+" is of "+m.Latest.PeriodEnd.Long()+", "+words.Figures(p.AsOf.Sub(m.Latest.PeriodEnd), "day", "days")+" ago.",
					"Add a newer reading, or say under Data quality note how often there is one.")
				continue
			}
			if rhythm == 0 || m.Position == facts.NoReadingSince || m.ReadingsUnread > 0 {
				continue
			}
			silent := p.AsOf.Sub(m.Latest.PeriodEnd)
			if silent <= rhythm+rhythm/2+graceDays {
				continue
			}
			last := m.Latest.PeriodEnd.Long() + ", " + words.Figures(silent, "day", "days") + " ago."
			said := m.Ref + " was last measured on " + last
			if alike {
				said = m.Ref + " was measured every " + words.Figures(rhythm, "day", "days") + ", and nothing has come since " + last
			}
			p.report(m.Latest.Source, workbook.ColPeriodEnd, m.Ref, said,
				"Add the readings that are missing, or say under Data quality note why there are none.")
		}
	},
}

// rhythmSaid is how often a measure is taken by the words of its source or note,
// and the days from one to the next; 0 where they do not say.
func rhythmSaid(m *facts.Measure) (said string, every int) {
	if saysOnceAYear(m) {
		return "", 0
	}
	for _, s := range []string{m.From, m.DataQualityNote} {
		for _, w := range lowerWords(s) {
			switch w {
			case "weekly":
				return w, 7
			case "fortnightly":
				return w, 14
			case "monthly":
				return w, 31
			case "quarterly":
				return w, 92
			}
		}
	}
	return "", 0
}

// silentFor says whether two figures or more have not come of a measure that has a
// reading or two, too few to have a rhythm but for the one that is said.
func (p *Pass) silentFor(m *facts.Measure, said int) bool {
	return said > 0 && m.Latest != nil && len(m.Readings) <= 2 && m.Position != facts.NoReadingSince && m.ReadingsUnread == 0 && p.AsOf.Sub(m.Latest.PeriodEnd) > 2*said+graceDays
}

// longestSilence is the number of days after which a board should ask for a
// newer figure where there are too few to have a rhythm: more than half a year
// and the time that it takes to work one out.
const longestSilence = 183 + graceDays

// leftLong is true of a measure with a reading or two, the last of them long
// ago, of which nothing says that it comes once a year.
func (p *Pass) leftLong(m *facts.Measure) bool {
	if m.Latest == nil || m.Position == facts.NoReadingSince || m.ReadingsUnread > 0 || p.AsOf.Sub(m.Latest.PeriodEnd) <= longestSilence {
		return false
	}
	return !saysOnceAYear(m)
}

// saysOnceAYear is true of a measure of which something says that it comes once a
// year.
func saysOnceAYear(m *facts.Measure) bool {
	texts := []string{m.Name, m.From, m.DataQualityNote}
	if m.Latest != nil {
		texts = append(texts, m.Latest.Comment)
	}
	return slices.ContainsFunc(texts, func(s string) bool { return anyIn(onceAYear, lowerWords(s)) })
}

var onceAYear = setOf("annual annually yearly year census ssda903 903 gcse gcses attainment progress key-stage stage exam exams census cin sef school academic")

// graceDays is what it takes to work out a figure after its period has ended.
const graceDays = 21

// rhythmOf is the usual number of days from one measurement to the next, 0
// where there are fewer than three of them, and whether it is much the same each
// time. Where that makes three, the baseline is one.
func rhythmOf(m *facts.Measure) (days int, alike bool) {
	ends := measuredOn(m)
	if len(ends) < 3 {
		return 0, false
	}
	gaps := make([]int, 0, len(ends)-1)
	for i := 1; i < len(ends); i++ {
		gaps = append(gaps, ends[i].Sub(ends[i-1]))
	}
	slices.Sort(gaps)
	return gaps[len(gaps)/2], 2*gaps[len(gaps)-1] <= 3*gaps[0]
}

// measuredOn are the days up to which a measure was taken; of one with two
// readings that of its baseline, too.
func measuredOn(m *facts.Measure) []workbook.Date {
	days := make([]workbook.Date, 0, len(m.Readings)+1)
	if len(m.Readings) == 2 && !m.BaselineDate.IsZero() && m.BaselineDate.Before(m.Readings[0].PeriodEnd) {
		days = append(days, m.BaselineDate)
	}
	for _, r := range m.Readings {
		days = append(days, r.PeriodEnd)
	}
	return days
}
