package report

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// actions are the plan's actions in sheet order.
func actions(f *facts.Facts, problems workbook.Problems) []*Action {
	atRow := problemsByRow(f, problems)
	columns := unknownOf(workbook.SheetActions)
	ids := idMaker{}
	all := make([]*Action, len(f.Actions))
	for i, a := range f.Actions {
		all[i] = action(f, a)
		all[i].ID = ids.make("action", a.Ref)
		all[i].Problems = atRow[a.Row]
		all[i].More = more(a.Action, columns)
	}
	return all
}

// problemsByRow are what errors and warnings say on the Actions sheet by row.
func problemsByRow(f *facts.Facts, problems workbook.Problems) map[int][]string {
	n := map[int][]string{}
	if len(f.Plan.Actions) == 0 {
		return n
	}
	sheet := f.Plan.Actions[0].SheetName()
	for _, p := range problems {
		if p.Waived == nil && p.Severity != workbook.Advice && p.Cell.Sheet == sheet && sheet != "" {
			n[p.Cell.Row] = append(n[p.Cell.Row], p.Message)
		}
	}
	return n
}

// idMaker makes anchors that no two records share, also where a ref stands
// twice in the workbook.
type idMaker map[string]int

func (ids idMaker) make(kind, ref string) string {
	id := kind + "-" + words.Fold(ref)
	ids[id]++
	if n := ids[id]; n > 1 {
		id += "~" + strconv.Itoa(n)
	}
	return id
}

func action(f *facts.Facts, a *facts.Action) *Action {
	r := &Action{
		Ref: a.Ref, AreaRef: a.Action.Area, Text: a.Text, ShortName: a.ShortName, Name: orElse(a.ShortName, a.Text),
		Owner: a.Owner, Partner: a.Partner, Findings: a.Action.Findings,
		Start: a.Start, Due: a.Due, RevisedDue: a.RevisedDue, EffectiveDue: a.EffectiveDue, Dates: a.Dates,
		Status: Status{a.Word, a.Meaning}, Open: a.Open,
		DueSoon: a.DueSoon, Slipped: a.Slipped, TimesMoved: a.TimesMoved,
		RevisionReason: a.RevisionReason, Note: a.ProgressNote, Updated: a.Updated,
		Success: success(a), Evidence: a.Evidence, CheckedBy: a.CheckedBy, Completed: a.Completed,
		Recovery: a.IfItSlips, ForChildren: a.Impact, Why: why(a), WhyMoved: whyMoved(a), ImpactReview: a.ImpactReview,
	}
	if a.Area != nil {
		r.AreaRef, r.AreaName = a.Area.Ref, a.Area.Name
	}
	if a.Late {
		r.DaysLate = a.DaysLate
	} else if a.Open && !a.EffectiveDue.IsZero() {
		r.DaysLeft = a.EffectiveDue.Sub(f.AsOf)
	}
	r.DateWords, r.RecoveryGap = dateWords(f, a), recoveryGap(f, a)
	r.Latest, r.ReviewWords = latestWords(a), reviewWords(f, a)
	r.Flags = flags(f, a)
	return r
}

// reviewWords say of a review whose day has passed whether anything has been recorded
// since.
func reviewWords(f *facts.Facts, a *facts.Action) string {
	switch {
	case a.ImpactReview.IsZero() || !a.ImpactReview.Before(f.AsOf):
		return ""
	case a.LastTouched.Before(a.ImpactReview):
		return ", which has passed; nothing has been recorded since"
	}
	return ", which has passed; last updated " + a.LastTouched.Long()
}

// success is the measures' names where the column holds links, else its words.
func success(a *facts.Action) string {
	if len(a.Measures) == 0 {
		return a.SuccessMeasure
	}
	names := make([]string, len(a.Measures))
	for i, m := range a.Measures {
		names[i] = m.Ref + " " + m.Name
	}
	return strings.Join(names, "; ")
}

// latestNote is what was last said of an action, and the day that it is of, zero
// where that is not given: the progress note, or a line of the log that is later. A
// line of the same day is a stub of the note.
func latestNote(a *facts.Action) (note string, on workbook.Date) {
	note, on = a.ProgressNote, a.Updated
	for _, u := range slices.Backward(a.Updates) {
		if u.Note != "" && (note == "" || !on.IsZero() && u.Date.After(on)) {
			return u.Note, u.Date
		}
	}
	return note, on
}

// why is where an action has got to, with the day that it is of; where nobody says,
// the reason for its new date, which has no day of its own.
func why(a *facts.Action) string {
	if note, on := latestNote(a); note != "" {
		return dated(note, on)
	}
	return a.RevisionReason
}

// whyMoved is the reason for an action's new date, "" where it stands for the note
// or only repeats it.
func whyMoved(a *facts.Action) string {
	if note, _ := latestNote(a); note == "" || words.Fold(words.Stop(note)) == words.Fold(words.Stop(a.RevisionReason)) {
		return ""
	}
	return a.RevisionReason
}

// dated is a note with the day that it is of; "" without a note.
func dated(note string, on workbook.Date) string {
	if note == "" || on.IsZero() {
		return note
	}
	return words.Stop(note) + " Updated " + on.Short() + "."
}

// dateWords is every date an action has had, then what became of it.
func dateWords(f *facts.Facts, a *facts.Action) string {
	if a.EffectiveDue.IsZero() {
		return "No date"
	}
	text := a.EffectiveDue.Short()
	if n := len(a.Dates); n > 1 {
		moved := make([]string, n-1)
		for i, d := range a.Dates[:n-1] {
			moved[i] = d.Short()
		}
		text = strings.Join(moved, ", then ") + ", now " + a.EffectiveDue.Short()
		if a.Slipped > 0 {
			text += ": " + words.Days(a.Slipped) + " later"
			if n > 2 {
				text += " in all"
			}
		}
	}
	if a.Late {
		text += ". Overdue by " + words.Days(a.DaysLate)
	}
	return text
}

// recoveryGap says that there is no date to recover by where there has to be one.
// What is proposed under If it slips is not agreed until it is a Revised due.
func recoveryGap(f *facts.Facts, a *facts.Action) string {
	if noRecovery(f, a) {
		return "No new date agreed"
	}
	return ""
}

// noRecovery: the recovery date is Revised due if that is not past.
func noRecovery(f *facts.Facts, a *facts.Action) bool {
	if !a.Late && a.Meaning != workbook.OffTrack {
		return false
	}
	return a.RevisedDue.IsZero() || a.RevisedDue.Before(f.AsOf)
}

// flags are what stands beside the status, in words.
func flags(f *facts.Facts, a *facts.Action) []string {
	var all []string
	add := func(is bool, said string) {
		if is {
			all = append(all, said)
		}
	}
	add(a.Late, words.Days(a.DaysLate)+" late")
	add(a.DueSoon, dueIn(a.EffectiveDue.Sub(f.AsOf)))
	add(a.ShouldHaveStarted, "Should have started")
	add(a.TimesMoved > 0, "Moved "+words.Times(a.TimesMoved))
	add(a.FinishedLate, "Finished late")
	add(a.NoDate, "No date")
	add(a.Meaning == workbook.MeaningUnknown, "Status not known")
	add(a.Stale && !a.Ahead, staleWords(f, a))
	add(a.Owner == "", "No owner")
	for i := range all {
		all[i] = words.Capital(all[i])
	}
	return all
}

func dueIn(n int) string { return "due " + inDays(n) }

func staleWords(f *facts.Facts, a *facts.Action) string {
	if a.LastTouched.IsZero() {
		return "never updated"
	}
	return "not updated for " + words.Days(f.AsOf.Sub(a.LastTouched))
}
