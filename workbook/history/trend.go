package history

import (
	"slices"
	"time"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// Month is how many actions had each status at the end of a month.
type Month struct {
	End    workbook.Date // the month's last day; of the last month AsOf where that is earlier
	Counts map[workbook.Meaning]int
	// Unreported are actions of which the log says nothing up to then.
	Unreported int
}

// Trend is the statuses over time as the log of updates alone tells them: at
// each month's end from that of the first update to that of AsOf, an action
// counts by its latest update up to then. A word that the key does not have
// counts under MeaningUnknown. Every action of the plan counts in every month,
// so that the months can be set beside each other. Without dated updates there
// is no trend.
func Trend(f *facts.Facts) []Month {
	first := firstUpdate(f)
	if first.IsZero() {
		return nil
	}
	var months []Month
	for end := monthEnd(first); ; end = monthEnd(end.Add(1)) {
		if !end.Before(f.AsOf) {
			months = append(months, newMonth(f.AsOf))
			break
		}
		months = append(months, newMonth(end))
	}
	for _, a := range f.Actions {
		countAction(f.Plan.Key, a, months)
	}
	return months
}

func newMonth(end workbook.Date) Month {
	return Month{End: end, Counts: map[workbook.Meaning]int{}}
}

func firstUpdate(f *facts.Facts) workbook.Date {
	var first workbook.Date
	for _, a := range f.Actions {
		if i := slices.IndexFunc(a.Updates, dateGiven); i >= 0 {
			if d := a.Updates[i].Date; first.IsZero() || d.Before(first) {
				first = d
			}
		}
	}
	return first
}

func dateGiven(u *workbook.Update) bool { return !u.Date.IsZero() }

func monthEnd(d workbook.Date) workbook.Date {
	return workbook.DateOf(time.Date(d.Year(), d.Month()+1, 0, 0, 0, 0, 0, time.UTC))
}

// countAction walks an action's updates, which stand by date, along the
// months.
func countAction(key workbook.Key, a *facts.Action, months []Month) {
	next, said := 0, false
	means := workbook.MeaningUnknown
	for i := range months {
		m := &months[i]
		for next < len(a.Updates) && !a.Updates[next].Date.After(m.End) {
			if u := a.Updates[next]; dateGiven(u) && words.Clean(u.Status) != "" {
				said, means = true, key.Meaning(u.Status)
			}
			next++
		}
		if said {
			m.Counts[means]++
		} else {
			m.Unreported++
		}
	}
}
