package report

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// Due is what falls due before the board meets again.
type Due struct {
	Heading  string
	Sentence string
	By       workbook.Date
	Rows     []*Action // the first to fall due
	More     string    // how many more there are, "" if none
}

// mostDue is how many actions are listed; of a larger plan the rest are counted.
const mostDue = 12

// dueBeforeNext are the open actions that fall due after the position's day and
// no later than the board after this one; what is overdue is counted here and told
// elsewhere.
func dueBeforeNext(f *facts.Facts, b *Brief) Due {
	d := Due{Heading: "Before you next meet", By: b.NextBoard}
	// No plan says when its board meets after the meeting that the paper is for.
	about, when := "about ", "if the board meets every "+strconv.Itoa(f.BoardEvery)+" days"
	if d.By.IsZero() {
		d.By, about, when = f.AsOf.Add(f.BoardEvery), "", strconv.Itoa(f.BoardEvery)+" days from the position"
	}
	var due []*facts.Action
	late := 0
	printed := map[*facts.Action]*Action{}
	for i, a := range f.Actions {
		if a.Late {
			late++
		}
		if a.Open && !a.Late && !a.EffectiveDue.IsZero() && !a.EffectiveDue.After(d.By) {
			due = append(due, a)
			printed[a] = b.Actions[i]
		}
	}
	slices.SortStableFunc(due, func(x, y *facts.Action) int { return x.EffectiveDue.Compare(y.EffectiveDue) })
	for _, a := range due[:min(mostDue, len(due))] {
		d.Rows = append(d.Rows, printed[a])
	}
	by := " due by " + about + d.By.Long() + ", " + when + "."
	d.Sentence = words.OpeningCount(len(due), "action is", "actions are") + by
	if len(due) == 0 {
		d.Sentence = "No action is" + by
	}
	if late > 0 {
		d.Sentence = strings.TrimSuffix(d.Sentence, ".") + "; " + words.Count(late, "more is", "more are") + " overdue."
	}
	if !slices.ContainsFunc(f.Actions, func(a *facts.Action) bool { return a.Open }) {
		d.Sentence = ""
	}
	if b.left.actions > 0 {
		d.Sentence = joinWords(d.Sentence, "Actions in the exempt part are not counted here.")
	}
	d.Sentence = joinWords(planDue(f, d.By), d.Sentence)
	if n := len(due) - len(d.Rows); n > 0 {
		d.More = words.OpeningCount(n, "more action is", "more actions are") + " due by then."
	}
	return d
}

// planDue says that the plan itself has still to be sent, where that was or is to be
// by a day; "" where it was sent, or is due later.
func planDue(f *facts.Facts, by workbook.Date) string {
	text := ""
	for _, c := range f.Clocks {
		if !c.NotRecorded || c.Due.IsZero() || c.Due.After(by) {
			continue
		}
		said := "The plan itself is due on " + c.Due.Long() + ", " + inDays(c.Due.Sub(f.AsOf)) + "; it is not recorded as sent."
		if c.Overdue(f.AsOf) {
			said = "The plan itself was due on " + c.Due.Long() + " and is not recorded as sent."
		}
		text = joinWords(text, said)
	}
	return text
}

// inDays is "today", "in 14 days".
func inDays(n int) string {
	if n == 0 {
		return "today"
	}
	return "in " + words.Days(n)
}
