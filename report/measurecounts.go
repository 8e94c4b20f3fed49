package report

import (
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// Where measures stand, in the order of the sentence: what is known, the worst first,
// then what is not.
const (
	measuresMissed = iota
	measuresLost
	measuresBehind
	measuresOnCourse
	measuresMet
	measuresUnread
	measuresUnreadSince
	measuresStopped
	measuresInDoubt
	measuresUnjudged
)

// measuresSaid is each of one measure and of more.
var measuresSaid = [...]struct{ one, many string }{
	measuresMissed:      {"has missed its target", "have missed their targets"},
	measuresLost:        {"met its target and has not held it", "met their targets and have not held them"},
	measuresBehind:      {"is behind", "are behind"},
	measuresOnCourse:    {"is on course", "are on course"},
	measuresMet:         {"has met its target", "have met their targets"},
	measuresUnread:      {"has no reading yet", "have no reading yet"},
	measuresUnreadSince: {"has no reading since its target date", "have no reading since their target dates"},
	measuresStopped:     {"has readings that have stopped", "have readings that have stopped"},
	measuresInDoubt:     {"has figures in doubt", "have figures in doubt"},
	measuresUnjudged:    {"can't be judged yet", "can't be judged yet"},
}

// measuresAt is where a measure stands: what nobody knows comes before any judgement.
func measuresAt(x *facts.Measure) int {
	switch {
	case x.Latest == nil:
		return measuresUnread
	case x.Position == facts.NoReadingSince:
		return measuresUnreadSince
	case x.Doubt != facts.NoDoubt:
		return measuresInDoubt
	case x.Stopped():
		return measuresStopped
	case x.MetOn != nil:
		return measuresLost
	case x.Position == facts.Missed:
		return measuresMissed
	case x.Position == facts.Behind:
		return measuresBehind
	case x.Position == facts.Met:
		return measuresMet
	case x.Position == facts.OnCourse && !courseUnproven(x):
		return measuresOnCourse
	}
	return measuresUnjudged
}

// measureCounts answers whether the plan is working: how many measures stand where
// against their targets, and which of them get worse. Where it has to be brief, those
// of which nobody can tell are one count.
func measureCounts(all []*facts.Measure, exempt int, brief bool) string {
	var n [len(measuresSaid)]int
	var worse []string
	for _, x := range all {
		n[measuresAt(x)]++
		if x.Direction == facts.Worse {
			worse = append(worse, x.Ref)
		}
	}
	text := countedMeasures(n[:], len(all), brief)
	const named = 3
	switch {
	case len(worse) > named:
		text += " " + words.Opening(len(worse)) + " are getting worse."
	case len(worse) > 0:
		text += " " + words.And(worse) + " " + words.Are(len(worse)) + " getting worse."
	}
	if exempt > 0 {
		text += " " + words.OpeningCount(exempt, "more is", "more are") + " " + exemptRef + "."
	}
	return text
}

func countedMeasures(n []int, total int, brief bool) string {
	var known, unknown []string
	untold := 0
	for at, said := range measuresSaid {
		switch form := words.Form(n[at], said.one, said.many); {
		case n[at] == 0:
			continue
		case total == 1:
			return "The plan's one measure " + form + "."
		case n[at] == total && at == measuresUnread:
			return "None of the " + words.Digits(total) + " measures has a reading yet."
		case n[at] == total && total == 2:
			return "Both measures " + form + "."
		case n[at] == total:
			return "All " + words.Digits(total) + " measures " + form + "."
		case at < measuresUnread:
			known = append(known, words.Number(n[at])+" "+form)
		default:
			unknown = append(unknown, words.Number(n[at])+" "+form)
			untold += n[at]
		}
	}
	if brief && len(unknown) > 1 {
		unknown = []string{"of " + words.Number(untold) + " nobody can tell"}
	}
	text := "Of " + words.Digits(total) + " measures, " + words.And(known)
	switch {
	case len(known) == 0:
		text += words.And(unknown)
	case len(unknown) > 0:
		text += "; " + words.And(unknown)
	}
	return text + "."
}
