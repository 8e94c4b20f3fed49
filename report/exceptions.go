package report

import (
	"cmp"
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// mostCards is how many exceptions are printed as cards; the rest stand in a
// table of the same fields.
const mostCards = 8

// exceptions are the actions that a board has to look at: off track first,
// then overdue, then at risk; in plan order within each. The cards are of the
// latest.
func exceptions(f *facts.Facts, all []*Action, exempt int) Exceptions {
	type exception struct {
		rank, late, at int // days late, and its place in the plan
		a              *Action
	}
	var found []exception
	var has [4]bool
	for i, a := range f.Actions {
		if r := exceptionRank(a); r > 0 {
			found = append(found, exception{r, a.DaysLate, i, all[i]})
			has[r] = true
		}
	}
	slices.SortStableFunc(found, func(x, y exception) int { return cmp.Or(x.rank-y.rank, y.late-x.late) })
	inPlan := func(x, y exception) int { return cmp.Or(x.rank-y.rank, x.at-y.at) }
	cards := min(mostCards, len(found))
	slices.SortFunc(found[:cards], inPlan)
	slices.SortFunc(found[cards:], inPlan)
	e := Exceptions{}
	for i, x := range found {
		if i < cards {
			e.Cards = append(e.Cards, x.a)
		} else {
			e.Rest = append(e.Rest, x.a)
		}
	}
	if n := len(e.Rest); n > 0 {
		e.RestRecover = recoverWords(e.Rest)
		e.RestWords = "The annex lists " + words.Count(n, "more action that needs", "more actions that need") + " attention."
	}
	off := saidAs(f.Plan.Key, workbook.OffTrack)
	e.Heading = exceptionHeading(f.Plan.Key, has)
	switch {
	case exempt > 0:
		e.Sentence = words.OpeningCount(exempt, "action of which the board needs to know is", "actions of which the board needs to know are") + " " + exemptRef + "."
		if exempt > 1 {
			e.Sentence = words.Opening(exempt) + " actions of which the board needs to know are " + exemptRef + "."
		}
	case !has[1] && !has[2]:
		e.Sentence = "Nothing is " + off + " or overdue."
	}
	e.Sentence = joinWords(e.Sentence, reopenedSentence(f.Actions))
	return e
}

// reopenedSentence names the actions that were reported done and are open again, ""
// where there are none.
func reopenedSentence(all []*facts.Action) string {
	reopened := slices.DeleteFunc(slices.Clone(all), func(a *facts.Action) bool { return !a.Reopened })
	refs := slices.DeleteFunc(actionRefsOf(reopened), func(ref string) bool { return ref == "" })
	switch n := len(reopened); {
	case n == 0:
		return ""
	case n == 1 && len(refs) == 1:
		return "Action " + refs[0] + " was reported done and is open again."
	case len(refs) < n || n > mostNamed:
		return words.OpeningCount(n, "action was reported done and is", "actions were reported done and are") + " open again."
	default:
		return words.Opening(n) + " actions were reported done and are open again: " + words.And(refs) + "."
	}
}

// recoverWords say of how many actions the workbook has how they will recover.
func recoverWords(rest []*Action) string {
	say := 0
	for _, a := range rest {
		if a.Recovery != "" {
			say++
		}
	}
	switch say {
	case 0:
		return "None of these says how it will recover."
	case 1:
		return "One of these says how it will recover, in the workbook under If it slips."
	}
	if say == len(rest) {
		return "All " + strconv.Itoa(say) + " say how they will recover, in the workbook under If it slips."
	}
	return words.Opening(say) + " of these " + strconv.Itoa(len(rest)) + " say how they will recover, in the workbook under If it slips."
}

// NoneSays is the line below a list in which no action says any of these.
func NoneSays(gaps []string) string {
	if len(gaps) == 0 {
		return ""
	}
	return "None of these says " + words.Or(gaps) + "."
}

// exceptionRank is 1 for off track, 2 for overdue, 3 for at risk, 0 for what
// is no exception.
func exceptionRank(a *facts.Action) int {
	switch {
	case a.Meaning == workbook.OffTrack:
		return 1
	case a.Late:
		return 2
	case a.Meaning == workbook.AtRisk:
		return 3
	}
	return 0
}

func exceptionHeading(k workbook.Key, has [4]bool) string {
	off := saidAs(k, workbook.OffTrack)
	var kinds []string
	for rank, said := range []string{1: off, 2: "overdue", 3: saidAs(k, workbook.AtRisk)} {
		if has[rank] {
			kinds = append(kinds, said)
		}
	}
	if len(kinds) == 0 {
		kinds = []string{off + " or overdue"}
	}
	return words.Capital(words.And(kinds)) + ": what the board needs to know"
}
