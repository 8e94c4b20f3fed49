package report

import (
	"strings"

	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// owners are the people and posts that own areas or actions; work without an
// owner stands last.
func owners(f *facts.Facts, b *Brief) []Owner {
	printedAction := make(map[*facts.Action]*Action, len(f.Actions))
	for i, a := range f.Actions {
		printedAction[a] = b.Actions[i]
	}
	printedArea := make(map[*facts.Area]*Area, len(f.Areas))
	for i, a := range f.Areas {
		printedArea[a] = b.Areas[i]
	}
	var list []Owner
	add := func(name string, actions []*facts.Action, areas []*facts.Area) {
		if len(actions)+len(areas) == 0 {
			return
		}
		o := owner(name, actions)
		for _, a := range actions {
			o.Actions, o.Refs = append(o.Actions, printedAction[a]), append(o.Refs, a.Ref)
		}
		for _, a := range areas {
			o.Areas, o.AreaRefs = append(o.Areas, printedArea[a]), append(o.AreaRefs, a.Ref)
		}
		list = append(list, o)
	}
	for _, o := range f.Owners() {
		add(o.Name, o.Actions, o.Areas)
	}
	add("", f.Unowned(), unownedAreas(f))
	return list
}

func unownedAreas(f *facts.Facts) []*facts.Area {
	var list []*facts.Area
	for _, a := range f.Areas {
		if a.Owner == "" {
			list = append(list, a)
		}
	}
	return list
}

// owner counts what somebody owns. Open work is late, due soon, later or
// without a date.
func owner(name string, actions []*facts.Action) Owner {
	n := facts.TallyActions(actions)
	o := Owner{Name: name, Open: n.Open, Late: n.Late, DueSoon: n.DueSoon, NoDate: n.NoDate, Done: n.Done}
	o.Later = n.Open - n.Late - n.DueSoon - n.NoDate
	var late []string
	for _, a := range facts.LateFirst(actions) {
		late = append(late, a.Ref+", "+words.Days(a.DaysLate)+" late")
	}
	o.LateWords = words.Digits(len(late))
	if len(late) > 0 {
		o.LateWords = words.Digits(len(late)) + " (" + strings.Join(late, "; ") + ")"
	}
	return o
}
