package facts

import "actionplan/workbook"

// Standing is where the council stands on a finding that asks for an answer.
type Standing int

// The standings, the one nearest to closed first.
const (
	FindingResolved   Standing = iota // a later visit called it resolved, and none has raised it again
	FindingDone                       // every action that names it is delivered or embedded
	FindingUnderWay                   // none of the others
	FindingNotStarted                 // no action that names it has started
	FindingInTrouble                  // an action that names it is late or off track
	FindingNotKnown                   // no action that names it has a status that the key has
	FindingAfterwards                 // its visit raised it, or a later one raised it again, after every action that names it was closed
	FindingUnanswered                 // no action names it, also where it is mapped by area
)

// Standings are all of them in order.
var Standings = []Standing{FindingResolved, FindingDone, FindingUnderWay, FindingNotStarted, FindingInTrouble, FindingNotKnown, FindingAfterwards, FindingUnanswered}

// ByStanding is a count for each standing, indexed by it.
type ByStanding [8]int

// CountStandings counts those of these findings that ask for an answer.
func CountStandings(findings []*Finding) ByStanding {
	var n ByStanding
	for _, x := range findings {
		if x.NeedsAnswer() {
			n[x.Standing]++
		}
	}
	return n
}

// Needing is how many findings ask for an answer.
func (n ByStanding) Needing() int { return n[FindingResolved] + n[FindingDone] + n.Open() }

// Open is how many are neither resolved nor have all their actions done.
func (n ByStanding) Open() int {
	open := 0
	for _, s := range Standings {
		if s != FindingResolved && s != FindingDone {
			open += n[s]
		}
	}
	return open
}

// standing is worked out once everything else about a finding is known.
func (x *Finding) standing() Standing {
	if x.Resolved() {
		return FindingResolved
	}
	s := x.ByActions()
	if again := x.ReopenedBy; s == FindingDone && again != nil && again.Visit != nil && ClosedBefore(x.Actions, again.Visit.Day()) {
		return FindingAfterwards
	}
	return s
}

// ByActions is where a finding stands by what is done about it, whatever a later visit
// said.
func (x *Finding) ByActions() Standing {
	if !x.Answered {
		return FindingUnanswered
	}
	n := TallyActions(x.Actions)
	switch {
	case n.ByMeaning[workbook.OffTrack] > 0 || n.Late > 0:
		return FindingInTrouble
	case n.Done == n.Total && x.Visit != nil && ClosedBefore(x.Actions, x.Visit.Day()):
		return FindingAfterwards
	case n.Done == n.Total:
		return FindingDone
	case n.ByMeaning[workbook.NotStarted] == n.Total:
		return FindingNotStarted
	case n.StatusUnknown == n.Total:
		return FindingNotKnown
	}
	return FindingUnderWay
}

// ClosedBefore is true where each of these actions was completed by that day:
// what a visit of the day raised was not what they were to answer. Without a
// day, or an action's, nobody knows.
func ClosedBefore(actions []*Action, day workbook.Date) bool {
	for _, a := range actions {
		if a.Open || a.Completed.IsZero() || a.Completed.After(day) {
			return false
		}
	}
	return len(actions) > 0 && !day.IsZero()
}
