package report

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// loadMonths is for how many months the tracker shows each owner's load.
const loadMonths = 6

// Tracked is what only the tracker shows.
type Tracked struct {
	DueSoonDays int
	DueSoonTo   workbook.Date
	DueSoon     []*Action       `json:"-"` // the next first
	Months      []workbook.Date // first days; the position's month and those after it
	Load        [][]int         // for each of Brief.Owners: open actions due in each of Months
	LongestLate int             // days that the longest overdue action is late; 0 if none is
	Hidden      Hidden          `json:",omitzero"` // what the totals count and no row shows
	When        []string        // for each of Brief.Actions: one of the words below
}

// Where an action stands in time, one word for each action.
const (
	WhenLate      = "Late"
	WhenDueSoon   = "Due soon"
	WhenLater     = "Later"
	WhenNoDate    = "No date"
	WhenDone      = "Done"
	WhenWithdrawn = "Withdrawn"
)

func tracked(f *facts.Facts, b *Brief) Tracked {
	t := Tracked{DueSoonDays: f.DueSoon, DueSoonTo: f.AsOf.Add(f.DueSoon)}
	for i := range loadMonths {
		t.Months = append(t.Months, monthsLater(f.AsOf, i))
	}
	printed := make(map[*facts.Action]*Action, len(f.Actions))
	for i, a := range f.Actions {
		printed[a] = b.Actions[i]
		t.When = append(t.When, when(a))
	}
	for _, a := range facts.DueSoonest(f.Actions) {
		t.DueSoon = append(t.DueSoon, printed[a])
	}
	if late := facts.LateFirst(f.Actions); len(late) > 0 {
		t.LongestLate = late[0].DaysLate
	}
	for _, o := range b.Owners {
		t.Load = append(t.Load, load(o, t.Months))
	}
	return t
}

func when(a *facts.Action) string {
	switch {
	case a.Meaning.Done():
		return WhenDone
	case a.Meaning == workbook.Withdrawn:
		return WhenWithdrawn
	case a.Late:
		return WhenLate
	case a.DueSoon:
		return WhenDueSoon
	case a.EffectiveDue.IsZero():
		return WhenNoDate
	}
	return WhenLater
}

func load(o Owner, months []workbook.Date) []int {
	n := make([]int, len(months))
	for _, a := range o.Actions {
		for i, m := range months {
			if a.Open && !a.EffectiveDue.Before(m) && a.EffectiveDue.Before(monthsLater(m, 1)) {
				n[i]++
			}
		}
	}
	return n
}
