package report

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// headline says how the plan stands in one to three sentences, worst first.
// Every count of the plan is in it, so that the reader's sum comes out right.
func headline(f *facts.Facts) string {
	t := facts.TallyActions(f.Actions)
	if t.Total == 0 {
		text := "This plan has no actions yet."
		if n := t.ByMeaning[workbook.Withdrawn]; n > 0 {
			text = "This plan has no actions left: " + wasWithdrawn(f.Plan.Key, n, false) + "."
		}
		return text + gaps(f)
	}
	text := badNews(f, t)
	for _, said := range []string{otherNews(f.Plan.Key, t), goodNews(f.Plan.Key, t)} {
		text = joinWords(text, said)
	}
	return text + exemptOf("the actions", shells(f.Actions)) + gaps(f)
}

// badNews is the sentence on what is off track or overdue, which are counted
// apart: an action may be both.
func badNews(f *facts.Facts, t facts.Tally) string {
	off, late := t.ByMeaning[workbook.OffTrack], lateNews(f)
	switch {
	case t.Total == 1:
		return oneAction(f.Plan.Key, t, late)
	case off == 0 && late == "":
		return fmt.Sprintf("None of the %s actions is %s or overdue.", words.Digits(t.Total), saidAs(f.Plan.Key, workbook.OffTrack))
	case off == 0:
		return partOf(t.Late, t.Total) + " " + late + "."
	}
	said, where, both := standing(f.Plan.Key, workbook.OffTrack, off), whereOffTrack(f), offTrackAndLate(f)
	text := partOf(off, t.Total) + " " + said + where
	switch n := len(both); {
	case late == "":
		return text + "; none is overdue."
	case n == off && n == t.Late:
		return partOf(off, t.Total) + bothAtOnce(both, said, where, late)
	case n == 0:
		return text + "; " + words.Count(t.Late, "other", "others") + " " + late + "."
	case n == t.Late:
		return text + "; " + words.Number(n) + " of them " + late + "."
	}
	late = strings.TrimPrefix(strings.TrimPrefix(late, "is "), "are ")
	if t.Late == t.Total {
		return text + " and all are " + late + "."
	}
	if where != "" {
		text += ","
	}
	return text + " and " + words.Number(t.Late) + " " + late + "; " + words.Number(len(both)) + " " + words.Are(len(both)) + " both."
}

// offTrackAndLate are the actions that are both.
func offTrackAndLate(f *facts.Facts) []*facts.Action {
	return slices.DeleteFunc(offTrack(f), func(a *facts.Action) bool { return !a.Late })
}

// bothAtOnce is how the actions stand that are off track and overdue, where no other
// is either: ", 1.3, is Red and 234 days overdue."
func bothAtOnce(both []*facts.Action, said, where, late string) string {
	if a := both[0]; len(both) == 1 && a.Ref != "" && !isShell(a.Ref) {
		return ", " + a.Ref + ", " + said + " and " + words.Days(a.DaysLate) + " overdue."
	}
	late = strings.TrimPrefix(strings.TrimPrefix(late, "is "), "are ")
	text := " " + said + " and " + late
	if where != "" {
		rest := strings.TrimPrefix(late, "overdue")
		text = " " + said + " and overdue" + where + rest
	}
	return text + "."
}

// partOf is "Three of 16 actions", "All 16 actions", "Both actions".
func partOf(n, of int) string {
	switch {
	case n < of:
		return words.Opening(n) + " of " + words.Digits(of) + " actions"
	case n == 2:
		return "Both actions"
	}
	return "All " + words.Digits(of) + " actions"
}

// oneAction is how a plan's only action stands.
func oneAction(k workbook.Key, t facts.Tally, late string) string {
	for _, m := range append(slices.Clone(workbook.Meanings), workbook.MeaningUnknown) {
		if m == workbook.Withdrawn || t.ByMeaning[m] == 0 {
			continue
		}
		said := standing(k, m, 1)
		if m.Done() {
			said = "is done"
		}
		text := "The plan's one action " + said + "."
		if late != "" {
			text += " It " + late + "."
		}
		return text
	}
	return ""
}

// otherNews counts what is neither in trouble nor well.
func otherNews(k workbook.Key, t facts.Tally) string {
	if t.Total == 1 {
		return ""
	}
	var list []counting
	for _, m := range []workbook.Meaning{workbook.AtRisk, workbook.NotStarted, workbook.MeaningUnknown} {
		list = append(list, counting{t.ByMeaning[m], standing(k, m, t.ByMeaning[m])})
	}
	return tellEach(list)
}

// goodNews counts what is done or on track, and what has left the plan.
func goodNews(k workbook.Key, t facts.Tally) string {
	text := ""
	if t.Total > 1 {
		text = strings.TrimSuffix(tellEach([]counting{
			{t.ByMeaning[workbook.OnTrack], standing(k, workbook.OnTrack, t.ByMeaning[workbook.OnTrack])},
			{t.Done, words.Are(t.Done) + " done"},
		}), ".")
	}
	if n := t.ByMeaning[workbook.Withdrawn]; n > 0 {
		said := wasWithdrawn(k, n, true)
		if text == "" {
			return words.Capital(said) + "."
		}
		text += "; " + said
	}
	if text == "" {
		return ""
	}
	return text + "."
}

// counting is a number of actions and what is said of them: "are on track".
type counting struct {
	n    int
	said string
}

// tellEach is one sentence of what there is, "" of nothing.
func tellEach(list []counting) string {
	var parts []string
	for _, c := range list {
		if c.n == 0 {
			continue
		}
		who := words.Number(c.n)
		if len(parts) == 0 {
			who = words.Opening(c.n)
		}
		parts = append(parts, who+" "+c.said)
	}
	if len(parts) == 0 {
		return ""
	}
	return words.And(parts) + "."
}

func wasWithdrawn(k workbook.Key, n int, more bool) string {
	said := words.Number(n)
	if more {
		said += " more"
	}
	return said + " " + standing(k, workbook.Withdrawn, n)
}

// whereOffTrack names the one area that all off-track actions are in, where
// there are several of them and it is one area.
func whereOffTrack(f *facts.Facts) string {
	var area *facts.Area
	n := 0
	for _, a := range f.Actions {
		if a.Meaning != workbook.OffTrack {
			continue
		}
		if n > 0 && a.Area != area {
			return ""
		}
		area, n = a.Area, n+1
	}
	if n < 2 || area == nil {
		return ""
	}
	word := "all"
	if n == 2 {
		word = "both"
	}
	return ", " + word + " in area " + area.Ref
}

// lateNews is "are overdue, the longest by 46 days"; "" where nothing is. Of
// what is in the exempt part only the number is told.
func lateNews(f *facts.Facts) string {
	late := facts.LateFirst(f.Actions)
	switch {
	case len(late) == 0:
		return ""
	case shells(late) > 0:
		return words.Are(len(late)) + " overdue"
	case len(late) == 1:
		return "is overdue by " + words.Days(late[0].DaysLate)
	}
	return "are overdue, the longest by " + words.Days(late[0].DaysLate)
}

// gaps are the sentences on what the plan does not say: who answers for an area, what
// is done about a finding, and actions, owners and dates.
func gaps(f *facts.Facts) string {
	noActions, noDate, actionNoOwner := 0, 0, 0
	for _, a := range f.Areas {
		if a.NoActions {
			noActions++
		}
	}
	for _, a := range f.Actions {
		if a.NoDate {
			noDate++
		}
		if a.Owner == "" && a.Meaning != workbook.Withdrawn {
			actionNoOwner++
		}
	}
	var parts []string
	if noActions > 0 {
		parts = append(parts, words.Count(noActions, "area has", "areas have")+" no actions")
	}
	said := false // that actions are counted
	add := func(n int, one, many, lacks string) {
		switch {
		case n == 0:
			return
		case said:
			parts = append(parts, words.Number(n)+" "+words.Form(n, one, many)+" "+lacks)
		default:
			parts = append(parts, words.Count(n, "action "+one, "actions "+many)+" "+lacks)
		}
		said = true
	}
	add(actionNoOwner, "has", "have", "no owner")
	add(noDate, "has", "have", "no date")
	add(len(withoutArea(f)), "belongs", "belong", "to no area")
	text := nobodyAnswers(f) + findingsWithoutAction(f)
	if len(parts) == 0 {
		return text
	}
	return text + " In the plan, " + words.And(parts) + "."
}

// nobodyAnswers names the areas without an accountable owner, up to two, or counts
// them.
func nobodyAnswers(f *facts.Facts) string {
	var names, refs []string
	n := 0
	for _, a := range f.Areas {
		if a.Owner != "" {
			continue
		}
		n++
		if a.Area.Name != exemptArea {
			names, refs = append(names, joinWords(a.Ref, a.Name)), append(refs, orElse(a.Ref, a.Name))
		}
	}
	switch {
	case n == 0:
		return ""
	case n == 1 && len(names) == 1:
		return " Nobody answers for " + names[0] + "."
	case n == 2 && len(refs) == 2:
		return " Nobody answers for areas " + words.And(refs) + "."
	}
	return " Nobody answers for " + words.Count(n, "area", "areas") + "."
}

// findingsWithoutAction is the sentence on the findings that ask for improvement and
// that no action names, where there is any for which not even its area's actions stand;
// that of one is named.
func findingsWithoutAction(f *facts.Facts) string {
	c := facts.Cover(f.Findings)
	none, which := c.Needing-c.Answered, ""
	if none == 1 && len(c.Unanswered) == 1 && !isShell(c.Unanswered[0].Ref) && c.Unanswered[0].Ref != "" {
		which = ", " + c.Unanswered[0].Ref + ","
	}
	switch {
	case len(c.Unanswered) == 0 || len(f.Actions) == 0:
		return ""
	case c.Needing == 1:
		return " The one finding that asks for improvement has no action."
	case none == c.Needing:
		return " None of the " + words.Digits(none) + " findings has an action."
	}
	return " " + words.Opening(none) + " of " + words.Digits(c.Needing) + " findings" + which + " " + words.Have(none) + " no action."
}

// keyFigures are the four figures of the strip: done, off track, overdue,
// findings covered.
func keyFigures(f *facts.Facts) []KeyFigure {
	t := facts.TallyActions(f.Actions)
	return []KeyFigure{doneFigure(f.Plan.Key, t), naming(t.ByMeaning[workbook.OffTrack], saidAs(f.Plan.Key, workbook.OffTrack), offTrack(f)), overdueFigure(f), coverageFigure(f)}
}

// outOf is a part of a whole in figures: "9 of 29".
func outOf(n, of int) string { return words.Digits(n) + " of " + words.Digits(of) }

func doneFigure(k workbook.Key, t facts.Tally) KeyFigure {
	total, done := t.Total, t.Done
	if total == 0 {
		return KeyFigure{Figure: "0", Words: "actions"}
	}
	said := "actions done"
	if total == 1 {
		said = "action done"
	}
	if total > 1 {
		said += " (" + words.Percent(done, total) + ")"
	}
	if done > 0 {
		said += ": " + words.Number(t.ByMeaning[workbook.Delivered]) + " " + saidAs(k, workbook.Delivered) + ", " + words.Number(t.ByMeaning[workbook.Embedded]) + " " + saidAs(k, workbook.Embedded)
	}
	return KeyFigure{Figure: outOf(done, total), Words: said, Of: total}
}

func offTrack(f *facts.Facts) []*facts.Action {
	return slices.DeleteFunc(slices.Clone(f.Actions), func(a *facts.Action) bool { return a.Meaning != workbook.OffTrack })
}

// naming is a count of actions that names them, those of the exempt part apart.
func naming(n int, said string, actions []*facts.Action) KeyFigure {
	f := KeyFigure{Figure: words.Digits(n), Words: said}
	shown := slices.DeleteFunc(slices.Clone(actions), func(a *facts.Action) bool { return isShell(a.Ref) })
	switch exempt := len(actions) - len(shown); {
	case exempt == 0:
		f.Which = byName(shown)
	case len(shown) == 0:
		f.Words += ", " + exemptRef
	default:
		f.Which = byName(shown) + "; " + words.Number(exempt) + " " + exemptRef
	}
	return f
}

// byName gives a few actions with their short names: a number alone tells nothing to
// a reader who has no list of them. It is "" where they are too many, or too long,
// to stand under a figure.
func byName(actions []*facts.Action) string {
	const most, longest = 3, 90
	var names []string
	for _, a := range actions {
		if a.ShortName == "" {
			return ""
		}
		names = append(names, strings.Replace(what(a), " ", "\u00a0", 1)) // a ref stays with its name
	}
	if said := words.And(names); 0 < len(names) && len(names) <= most && utf8.RuneCountInString(said) <= longest {
		return ": " + said
	}
	return ""
}

func overdueFigure(f *facts.Facts) KeyFigure {
	late := facts.LateFirst(f.Actions)
	if shells(late) > 0 {
		return naming(len(late), "overdue", late)
	}
	switch len(late) {
	case 0:
		return KeyFigure{Figure: "0", Words: "overdue"}
	case 1:
		return naming(1, "overdue, by "+words.Days(late[0].DaysLate), late)
	}
	return naming(len(late), "overdue, the longest by "+words.Days(late[0].DaysLate), late)
}

func actionRefsOf(actions []*facts.Action) []string {
	refs := make([]string, len(actions))
	for i, a := range actions {
		refs[i] = a.Ref
	}
	return refs
}

func coverageFigure(f *facts.Facts) KeyFigure {
	c := facts.Cover(f.Findings)
	if c.Needing == 0 {
		return KeyFigure{Figure: "0", Words: "findings that need an action"}
	}
	said := "findings that ask for improvement have an action"
	if c.Needing == 1 {
		said = "finding that asks for improvement has an action"
	}
	if n := len(c.ByArea); n > 0 {
		said += "; " + words.Digits(n) + " by area only"
	}
	return KeyFigure{Figure: outOf(c.Answered, c.Needing), Words: said, Of: c.Needing}
}
