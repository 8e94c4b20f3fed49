package facts

import (
	"cmp"
	"slices"

	"actionplan/workbook"
)

// ByMeaning is a count for each meaning, indexed by workbook.Meaning;
// MeaningUnknown counts those whose status is not known.
type ByMeaning [8]int

// CountMeanings counts actions by the meaning of their status.
func CountMeanings(actions []*Action) ByMeaning {
	var n ByMeaning
	for _, a := range actions {
		n[a.Meaning]++
	}
	return n
}

// Tally is every count of a list of actions that a report prints.
type Tally struct {
	ByMeaning ByMeaning
	All       int // with withdrawn
	Total     int // without withdrawn
	Done      int // delivered or embedded
	Open      int

	Late              int
	DueSoon           int
	ShouldHaveStarted int
	Slipped           int
	FinishedLate      int
	NoDate            int
	StatusUnknown     int
	Stale             int
	Optimistic        int
	Restricted        int // "n of these are in the exempt part"
}

// TallyActions counts.
func TallyActions(actions []*Action) Tally {
	n := Tally{ByMeaning: CountMeanings(actions), All: len(actions)}
	n.Total = n.All - n.ByMeaning[workbook.Withdrawn]
	n.Done = n.ByMeaning[workbook.Delivered] + n.ByMeaning[workbook.Embedded]
	n.Open = n.Total - n.Done
	n.StatusUnknown = n.ByMeaning[workbook.MeaningUnknown]
	for _, a := range actions {
		n.Late += one(a.Late)
		n.DueSoon += one(a.DueSoon)
		n.ShouldHaveStarted += one(a.ShouldHaveStarted)
		n.Slipped += one(a.Slipped > 0)
		n.FinishedLate += one(a.FinishedLate)
		n.NoDate += one(a.NoDate)
		n.Stale += one(a.Stale)
		n.Optimistic += one(a.Optimistic)
		n.Restricted += one(a.Restricted)
	}
	return n
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// LateFirst is the late ones of these actions, the longest late first, equal
// ones as they stood.
func LateFirst(actions []*Action) []*Action {
	late := only(actions, func(a *Action) bool { return a.Late })
	slices.SortStableFunc(late, func(a, b *Action) int { return cmp.Compare(b.DaysLate, a.DaysLate) })
	return late
}

// DueSoonest is those of these actions that are due soon, the next first,
// equal ones as they stood.
func DueSoonest(actions []*Action) []*Action {
	soon := only(actions, func(a *Action) bool { return a.DueSoon })
	slices.SortStableFunc(soon, func(a, b *Action) int { return a.EffectiveDue.Compare(b.EffectiveDue) })
	return soon
}

func only(actions []*Action, keep func(*Action) bool) []*Action {
	var kept []*Action
	for _, a := range actions {
		if keep(a) {
			kept = append(kept, a)
		}
	}
	return kept
}

// Coverage says how many of the findings that need an answer have one: an
// action that is not withdrawn names them. Needing is the sum of the others.
type Coverage struct {
	Answered   int
	Needing    int        // Priority actions, Improvements needed and Concerns
	ByArea     []*Finding // mapped by area only: their areas' actions name no finding
	Unanswered []*Finding
}

// Cover counts over these findings, of the whole plan, an area or a visit.
func Cover(findings []*Finding) Coverage {
	var c Coverage
	for _, x := range findings {
		if !x.NeedsAnswer() {
			continue
		}
		c.Needing++
		switch {
		case x.Answered:
			c.Answered++
		case x.ByArea:
			c.ByArea = append(c.ByArea, x)
		default:
			c.Unanswered = append(c.Unanswered, x)
		}
	}
	return c
}

// Percent is the share answered as papers print it: a half rounded up, 100
// only for all, 0 only for none.
func (c Coverage) Percent() int {
	if c.Answered >= c.Needing {
		return 100
	}
	p := min((200*c.Answered+c.Needing)/(2*c.Needing), 99)
	if c.Answered > 0 {
		return max(p, 1)
	}
	return p
}
