package report

import (
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
	for _, d := range f.Plan.Info.DecisionsAsked {
		list = append(list, ask(d, b))
	}
	if len(list) == 0 {
		list = workedOut(f, b)
	}
	if len(list) > mostAsks {
		list = list[:mostAsks]
	}
	return list
}

// ask finds what a decision is about: the first action or area that it names.
// A plain number is a ref only after the word "action" or "area".
func ask(text string, b *Brief) Ask {
	list := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,;:()\n", r) })
	before := ""
	for _, w := range list {
		ref := words.Fold(strings.TrimRight(w, "."))
		plain := strings.Trim(ref, "0123456789") == ""
		for _, x := range b.Actions {
			if words.Fold(x.Ref) == ref && (!plain || strings.HasPrefix(before, "action")) {
				return Ask{text, x.ID, "Go to action " + x.Ref}
			}
		}
		for _, x := range b.Areas {
			if words.Fold(x.Ref) == ref && (!plain || strings.HasPrefix(before, "area")) {
				return Ask{text, x.ID, "Go to area " + x.Ref}
			}
		}
		before = strings.ToLower(w)
	}
	return Ask{Text: text}
}

func workedOut(f *facts.Facts, b *Brief) []Ask {
	var missed, moved, due []*Action
	for i, a := range f.Actions {
		switch {
		case a.Late:
			missed = append(missed, b.Actions[i])
		case a.Open && a.Slipped > 0:
			moved = append(moved, b.Actions[i])
		case a.DueSoon:
			due = append(due, b.Actions[i])
		}
	}
	var list []Ask
	add := func(actions []*Action, verb string) {
		if len(actions) > 0 {
			said := actionRefs(actions)
			list = append(list, Ask{verb + " " + said, actions[0].ID, "Go to " + said})
		}
	}
	add(missed, "agree how and by when to recover")
	add(moved, "agree the new "+dateWord(len(moved))+" of")
	if n := len(due) + b.left.dueSoon; n > 0 {
		by := f.AsOf.Add(f.DueSoon).Long()
		list = append(list, Ask{Text: "note that " + words.Count(n, "action is", "actions are") + " due by " + by})
	}
	return list
}

func dateWord(n int) string {
	if n == 1 {
		return "date"
	}
	return "dates"
}

// actionRefs names up to six actions and counts the rest.
func actionRefs(actions []*Action) string {
	refs := make([]string, len(actions))
	for i, a := range actions {
		refs[i] = a.Ref
	}
	if len(refs) == 1 {
		return "action " + refs[0]
	}
	if extra := len(refs) - 6; extra > 1 {
		return "actions " + strings.Join(refs[:6], ", ") + " and " + words.Count(extra, "more", "more")
	}
	return "actions " + words.And(refs)
}
