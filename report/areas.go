package report

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// mostShapes is how many actions an area may have for the area table to show
// a shape for each; past it the whole column goes without.
const mostShapes = 6

// areas are the improvement areas in sheet order; all is the plan's actions
// as printed, parallel to f.Actions.
func areas(f *facts.Facts, all []*Action) []*Area {
	printed := make(map[*facts.Action]*Action, len(all))
	for i, a := range f.Actions {
		printed[a] = all[i]
	}
	columns := unknownOf(workbook.SheetAreas)
	ids := idMaker{}
	list := make([]*Area, len(f.Areas))
	for i, a := range f.Areas {
		list[i] = area(f, a, printed)
		list[i].ID = ids.make("area", a.Ref)
		list[i].More = more(a.Area, columns)
	}
	return list
}

func area(f *facts.Facts, a *facts.Area, printed map[*facts.Action]*Action) *Area {
	r := &Area{
		Ref: a.Ref, Name: a.Name, Outcome: a.Outcome, Owner: a.Owner, Partners: a.Partners, Priority: a.Priority, Visits: a.Visits,
		Status: Status{a.Word, a.Meaning}, FromActions: a.FromActions,
		Reason: a.StatusReason, Updated: a.Updated, UpdatedWords: updatedWords(a), TargetDate: a.TargetDate,
		Done: a.Done, Total: a.Total, NoActions: a.NoActions,
		DoneWords:   outOf(a.Done, a.Total),
		DoneActions: doneActions(a),
		Late:        a.Late,
		Counts:      blocks(facts.CountMeanings(a.Actions), f.Plan.Key),
		Words:       wordBlocks(a.Actions, f.Plan.Key),
	}
	if r.Reason == "" && a.FromActions {
		r.Reason = derivedReason(f.Plan.Key, a)
	}
	if a.Differ {
		r.ByActions = a.DerivedWord
		r.Disagreement = "Its actions alone would make it " + a.DerivedWord
	}
	if a.NoActions {
		r.DoneWords = "No actions"
	}
	r.Next = next(a, f.AsOf)
	if a.Restricted && a.Area.Name == exemptArea {
		r.Exempt, r.UpdatedWords, r.Disagreement = true, "", ""
		r.Next.What, r.Next.Text = exemptPart, ""
	}
	r.Hidden = hidden(a.Actions, f.Plan.Key)
	for _, x := range a.Actions {
		if shown := printed[x]; shown != nil { // nil: left out of this edition, but counted
			r.Actions = append(r.Actions, shown)
		}
	}
	r.Marks, r.MarksAlt = marks(a.Actions)
	return r
}

// ReasonSentence is the reason with a full stop, for a date to follow it; ""
// without one.
func (a *Area) ReasonSentence() string {
	if a.Reason == "" {
		return ""
	}
	return words.Stop(a.Reason)
}

// updatedWords is when an area's status was last looked at. One that is worked
// out from the actions is of the position's own day.
func updatedWords(a *facts.Area) string {
	switch {
	case !a.Updated.IsZero():
		return "Updated " + a.Updated.Short()
	case a.FromActions:
		return ""
	}
	return "Not dated"
}

// withoutArea are the actions that the plan's total counts and no area does:
// without them the areas' numbers don't add up to it.
func withoutArea(f *facts.Facts) []*facts.Action {
	var list []*facts.Action
	for _, a := range f.Actions {
		if a.Area == nil && a.Meaning != workbook.Withdrawn {
			list = append(list, a)
		}
	}
	return list
}

// mostNamed is how many refs a line names; more are only counted.
const mostNamed = 8

// noAreaWords say so below the areas, "" where every action has its area.
func noAreaWords(list []*facts.Action) string {
	n := len(list)
	if n == 0 {
		return ""
	}
	refs := slices.DeleteFunc(actionRefsOf(list), func(ref string) bool { return isShell(ref) || ref == "" })
	which := ""
	if len(refs) == n && n <= mostNamed {
		which = ", " + words.And(refs) + ","
	}
	if n == 1 {
		return "One action" + which + " names no area of this plan and is in none of these."
	}
	return words.Opening(n) + " actions" + which + " name no area of this plan and are in none of these."
}

// next is what a board looks at next in an area: what is overdue, else the
// next date. A day that has passed is none.
func next(a *facts.Area, on workbook.Date) Next {
	switch own := a.TargetDate; {
	case a.Overdue != nil:
		return Next{Overdue: true, Date: a.Overdue.EffectiveDue, What: what(a.Overdue), Text: unnamed(a.Overdue)}
	case a.NextAction != nil:
		return Next{Date: a.NextDate, What: what(a.NextAction), Text: unnamed(a.NextAction)}
	case own.IsZero() && (a.Open > 0 || a.Total == 0):
		return Next{}
	case !own.IsZero() && !own.Before(on):
		return Next{Date: own, What: "target date", Own: true}
	case a.Open == 0 && a.Total > 0:
		return Next{What: joinWords("Done", lastCompleted(a.Actions).Short())}
	default:
		return Next{What: "Target of " + own.Short() + " passed"}
	}
}

// lastCompleted is the day on which the last of some actions was done, zero where
// none has its day.
func lastCompleted(actions []*facts.Action) workbook.Date {
	var last workbook.Date
	for _, a := range actions {
		if a.Meaning.Done() && a.Completed.After(last) {
			last = a.Completed
		}
	}
	return last
}

// unnamed is a short part of what an action without a short name is to do: its ref alone
// tells a reader nothing.
func unnamed(a *facts.Action) string {
	const letters = 40
	if a.ShortName != "" {
		return ""
	}
	return words.ClipWords(a.Text, letters)
}

// what is an action's ref and, where it has one, its short name.
func what(a *facts.Action) string { return joinWords(a.Ref, a.ShortName) }

// marks are the actions' shapes in the order of their refs.
func marks(actions []*facts.Action) ([]Mark, string) {
	sorted := append([]*facts.Action(nil), actions...)
	sort.SliceStable(sorted, func(i, j int) bool { return lessRef(sorted[i].Ref, sorted[j].Ref) })
	list := make([]Mark, len(sorted))
	said := make([]string, len(sorted))
	for i, a := range sorted {
		list[i] = Mark{a.Ref, a.Meaning}
		said[i] = a.Ref + " " + orElse(a.Word, "No status")
	}
	return list, strings.Join(said, ", ")
}

// lessRef orders refs as people do: 1.2 before 1.10.
func lessRef(a, b string) bool {
	for a != "" && b != "" {
		na, ra := leadingDigits(a)
		nb, rb := leadingDigits(b)
		if na != "" && nb != "" {
			na, nb = strings.TrimLeft(na, "0"), strings.TrimLeft(nb, "0")
			if len(na) != len(nb) {
				return len(na) < len(nb)
			}
			if na != nb {
				return na < nb
			}
			a, b = ra, rb
			continue
		}
		if a[0] != b[0] {
			return a[0] < b[0]
		}
		a, b = a[1:], b[1:]
	}
	return len(a) < len(b)
}

func leadingDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n], s[n:]
}

// shapes decides whether the area table shows a shape for each action, and
// names the shapes used in the line below it.
func shapes(areas []*Area) (show bool, note string) {
	used := map[workbook.Meaning]bool{}
	for _, a := range areas {
		if len(a.Marks) > mostShapes {
			return false, ""
		}
		for _, m := range a.Marks {
			used[m.Meaning] = true
		}
	}
	if len(used) == 0 {
		return false, ""
	}
	return true, "One shape for each action:"
}

// derivedReason says what in an area's actions gave it its status, where the
// status is worked out from them and nobody has given another reason. No action is
// counted twice: one that is off track and overdue is told of once, as both.
func derivedReason(k workbook.Key, a *facts.Area) string {
	n := facts.TallyActions(a.Actions)
	troubles, joined := troublesOf(k, a.Actions), words.And
	var parts []string
	for _, x := range troubles {
		parts = append(parts, words.Number(x.n)+" "+x.said())
		if len(x.all) > 1 { // then an "and" stands within a part
			joined = func(list []string) string { return strings.Join(list, ", ") }
		}
	}
	switch {
	case len(troubles) > 0 && n.Total == 1:
		return "Its one action " + troubles[0].said() + "."
	case len(troubles) > 0:
		return fmt.Sprintf("Of %s, %s.", words.Count(n.Total, "action", "actions"), joined(parts))
	case n.Total == 0:
		return ""
	case n.Done == n.Total:
		return "Done: " + outOf(n.Done, n.Total) + "."
	case n.ByMeaning[workbook.NotStarted] == n.Total:
		return "No action was due to start yet."
	}
	return "No action is late, " + saidAs(k, workbook.AtRisk) + " or " + saidAs(k, workbook.OffTrack) + "."
}

// A trouble is what is wrong with an action: "is overdue".
type trouble struct {
	verb func(n int) string
	rest string
}

// troubled is how many actions have the same troubles.
type troubled struct {
	n     int
	all   []trouble
	first *facts.Action // one of them
}

// said is "are off track and overdue", "has no date".
func (t troubled) said() string {
	text, last := "", ""
	for i, x := range t.all {
		if i > 0 {
			text += " and "
		}
		if verb := x.verb(t.n); verb != last {
			text, last = text+verb+" ", verb
		}
		text += x.rest
	}
	return text
}

// troublesOf counts the actions by all that is wrong with each, in the order in
// which that makes an area off track or at risk.
func troublesOf(k workbook.Key, actions []*facts.Action) []troubled {
	should := func(int) string { return "should" }
	kinds := []struct {
		trouble
		of func(*facts.Action) bool
	}{
		{trouble{words.Are, saidAs(k, workbook.OffTrack)}, func(x *facts.Action) bool { return x.Meaning == workbook.OffTrack }},
		{trouble{words.Are, "overdue"}, func(x *facts.Action) bool { return x.Late }},
		{trouble{words.Are, saidAs(k, workbook.AtRisk)}, func(x *facts.Action) bool { return x.Meaning == workbook.AtRisk }},
		{trouble{should, "have started"}, func(x *facts.Action) bool { return x.ShouldHaveStarted }},
		{trouble{words.Have, "no date"}, func(x *facts.Action) bool { return x.NoDate }},
		{trouble{words.Have, "no known status"}, func(x *facts.Action) bool { return x.Meaning == workbook.MeaningUnknown }},
	}
	found, order := map[string]*troubled{}, []string{}
	for _, x := range actions {
		key, all := "", []trouble(nil)
		for i, kind := range kinds {
			if kind.of(x) {
				key, all = key+string(rune('a'+i)), append(all, kind.trouble)
			}
		}
		if key != "" && found[key] == nil {
			found[key] = &troubled{all: all, first: x}
			order = append(order, key)
		}
		if key != "" {
			found[key].n++
		}
	}
	slices.Sort(order)
	list := make([]troubled, len(order))
	for i, key := range order {
		list[i] = *found[key]
	}
	return list
}
