package report

import (
	"slices"
	"strings"

	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// mostAsks is how many things a board can be asked at once.
const mostAsks = 5

// asks are the decisions that the Plan sheet asks for; where it asks none,
// they are worked out: agree each moved or missed date, note what is due.
func asks(f *facts.Facts, b *Brief) []Ask {
	var list []Ask
	info := f.Plan.Info
	for i, d := range info.DecisionsAsked {
		x := ask(d, b)
		x.Alternative, x.IfRefused, x.Owner = nth(info.Alternatives, i), nth(info.IfRefused, i), nth(info.DecisionOwners, i)
		list = append(list, x)
	}
	if len(list) == 0 {
		list = workedOut(f, b)
		b.AsksNote = "Worked out from the plan: it has no decision for the board to take."
	}
	if len(list) > mostAsks {
		list = list[:mostAsks]
	}
	return list
}

// asksLine says how many decisions are asked of the board.
func asksLine(n int) string {
	if n == 0 {
		return ""
	}
	return "The board is asked for " + words.Count(n, "decision", "decisions") + ": see its paper."
}

// nth is one of the parts of a field that goes with another, "" past the last.
func nth(parts []string, i int) string {
	if i >= len(parts) {
		return ""
	}
	return parts[i]
}

// DecisionsWorded says whether more is known of any ask than what is asked.
func (b *Brief) DecisionsWorded() bool {
	return slices.ContainsFunc(b.Asks, func(a Ask) bool { return a.Alternative+a.IfRefused+a.Owner != "" })
}

// lastAsks are what the board before was asked.
func lastAsks(f *facts.Facts) []LastAsk {
	var list []LastAsk
	for i, text := range f.Plan.Info.LastAsked {
		list = append(list, LastAsk{text, nth(f.Plan.Info.LastOutcomes, i)})
	}
	return list
}

// ask finds what a decision is about: every action that it names, else every
// area. A plain number is a ref only after the word "action" or "area", and
// after another ref that such a word leads.
func ask(text string, b *Brief) Ask {
	var actions, areas []string
	var actionIDs, areaIDs []string
	leads := "" // the word that the refs here stand behind
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;:()\n", r) }) {
		ref := words.Fold(strings.TrimRight(w, "."))
		plain := strings.Trim(ref, "0123456789") == ""
		if x := actionCalled(b, ref); x != nil && (!plain || leads == "action") {
			actions, actionIDs = append(actions, x.Ref), append(actionIDs, x.ID)
			continue
		}
		if x := areaCalled(b, ref); x != nil && (!plain || leads == "area") {
			areas, areaIDs = append(areas, x.Ref), append(areaIDs, x.ID)
			continue
		}
		switch {
		case strings.HasPrefix(ref, "action"):
			leads = "action"
		case strings.HasPrefix(ref, "area"):
			leads = "area"
		case ref != "and" && ref != "or":
			leads = ""
		}
	}
	switch {
	case len(actions) > 0:
		return Ask{Text: text, Targets: actionIDs, Refs: actions, Says: goTo("action", actions)}
	case len(areas) > 0:
		return Ask{Text: text, Targets: areaIDs, Refs: areas, Says: goTo("area", areas)}
	}
	return Ask{Text: text}
}

// goTo is what a link from an ask says. Of several it does not repeat the refs, which
// the ask has just named.
func goTo(what string, refs []string) string {
	if len(refs) == 1 {
		return "Go to " + what + " " + refs[0]
	}
	return "Go to the " + what + "s"
}

func oneOrMany(one, many string, refs []string) string {
	if len(refs) == 1 {
		return one + " " + refs[0]
	}
	return many + " " + words.And(refs)
}

func actionCalled(b *Brief, ref string) *Action {
	i := slices.IndexFunc(b.Actions, func(x *Action) bool { return words.Fold(x.Ref) == ref && ref != "" })
	if i < 0 {
		return nil
	}
	return b.Actions[i]
}

func areaCalled(b *Brief, ref string) *Area {
	i := slices.IndexFunc(b.Areas, func(x *Area) bool { return words.Fold(x.Ref) == ref && ref != "" })
	if i < 0 {
		return nil
	}
	return b.Areas[i]
}

func workedOut(f *facts.Facts, b *Brief) []Ask {
	var missed, moved, due []*Action
	for i, a := range f.Actions {
		switch {
		case a.Late:
			missed = append(missed, b.Actions[i])
		case a.Open && a.Slipped > 0:
			moved = append(moved, b.Actions[i])
		}
		if a.DueSoon { // also one that is due on its new date
			due = append(due, b.Actions[i])
		}
	}
	var list []Ask
	add := func(actions []*Action, verb string) {
		if len(actions) > 0 {
			said := actionNames(actions)
			list = append(list, Ask{Text: verb + " " + said + ".", Targets: idsOf(actions), Refs: refsOf(actions), Says: goTo("action", refsOf(actions))})
		}
	}
	add(missed, "Agree how and by when to recover")
	add(moved, "Agree the new "+dateWord(len(moved))+" of")
	if n := len(due) + b.left.dueSoon; n > 0 {
		by := f.AsOf.Add(f.DueSoon).Long()
		list = append(list, Ask{Text: "Note that " + words.Count(n, "action is", "actions are") + " due by " + by + "."})
	}
	return list
}

// idsOf are those of the actions that actionRefs names.
func idsOf(actions []*Action) []string {
	var ids []string
	for _, a := range actions[:min(named(len(actions)), len(actions))] {
		ids = append(ids, a.ID)
	}
	return ids
}

func dateWord(n int) string {
	if n == 1 {
		return "date"
	}
	return "dates"
}

// named is how many of n actions an ask names: six, or all where that leaves one.
func named(n int) int {
	if n <= 7 {
		return n
	}
	return 6
}

// mostShortNames is how many actions an ask has room to name with their short names.
const mostShortNames = 3

// actionNames are a few actions with their short names, more by their refs.
func actionNames(actions []*Action) string {
	if len(actions) > mostShortNames || slices.ContainsFunc(actions, func(a *Action) bool { return a.ShortName == "" }) {
		return actionRefs(actions)
	}
	named := make([]string, len(actions))
	for i, a := range actions {
		named[i] = joinWords(a.Ref, a.ShortName)
	}
	return oneOrMany("action", "actions", named)
}

// actionRefs names up to six actions and counts the rest.
func actionRefs(actions []*Action) string {
	refs := refsOf(actions)
	if n := named(len(refs)); n < len(refs) {
		return "actions " + strings.Join(refs[:n], ", ") + " and " + words.Count(len(refs)-n, "more", "more")
	}
	return oneOrMany("action", "actions", refs)
}

func refsOf(actions []*Action) []string {
	refs := make([]string, len(actions))
	for i, a := range actions {
		refs[i] = a.Ref
	}
	return refs
}
