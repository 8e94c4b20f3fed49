package history

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// Move is one move of an action's due date.
type Move struct {
	From, To workbook.Date
	Days     int           // calendar days: more than 0 is later
	Logged   workbook.Date // the day of the update that says so; zero where only the action's own row does
}

// Course is how one action went: where its date moved, and how long the work
// took.
type Course struct {
	Action *facts.Action
	Moves  []Move // from Due through every revision
	Slip   int    // calendar days from Due to the effective due date; less than 0 is earlier
	// Cycle is the calendar days from the first day of work to the day it was
	// done; only where Finished, and where both days are known.
	Began, Done workbook.Date
	Finished    bool
	Cycle       int
}

// Courses is the course of every action, in sheet order. Only updates up to
// AsOf count. Work begins on Start, or where that is blank on the day of the
// first update that says anything but not started; it is done on Completed, or
// where that is blank on the day of the update from which on the log says
// delivered or embedded without a break.
func Courses(f *facts.Facts) []Course {
	all := make([]Course, len(f.Actions))
	for i, a := range f.Actions {
		all[i] = courseOf(f.Plan.Key, a)
	}
	return all
}

func courseOf(key workbook.Key, a *facts.Action) Course {
	c := Course{Action: a, Moves: movesOf(a), Began: beganOn(key, a), Done: doneOn(key, a)}
	if !a.Due.IsZero() && !a.EffectiveDue.IsZero() {
		c.Slip = a.EffectiveDue.Sub(a.Due)
	}
	if !c.Began.IsZero() && !c.Done.IsZero() && !c.Done.Before(c.Began) {
		c.Finished, c.Cycle = true, c.Done.Sub(c.Began)
	}
	return c
}

// movesOf follows the date from Due through the log, in which a date that
// stays is no move, to the date that holds now.
func movesOf(a *facts.Action) []Move {
	var moves []Move
	at := a.Due
	step := func(to, logged workbook.Date) {
		if to.IsZero() || to == at {
			return
		}
		if !at.IsZero() {
			moves = append(moves, Move{From: at, To: to, Days: to.Sub(at), Logged: logged})
		}
		at = to
	}
	for _, u := range a.Updates {
		step(u.RevisedDue, u.Date)
	}
	step(a.EffectiveDue, workbook.Date{})
	return moves
}

func beganOn(key workbook.Key, a *facts.Action) workbook.Date {
	if !a.Start.IsZero() {
		return a.Start
	}
	for _, u := range a.Updates {
		if m := key.Meaning(u.Status); dateGiven(u) && m != workbook.NotStarted && m != workbook.Withdrawn && m != workbook.MeaningUnknown {
			return u.Date
		}
	}
	return workbook.Date{}
}

func doneOn(key workbook.Key, a *facts.Action) workbook.Date {
	if !a.Meaning.Done() {
		return workbook.Date{}
	}
	if !a.Completed.IsZero() {
		return a.Completed
	}
	var done workbook.Date
	for _, u := range slices.Backward(a.Updates) {
		if !key.Meaning(u.Status).Done() {
			break
		}
		done = u.Date
	}
	return done
}

// MedianCycle is the middle cycle time of the actions that are finished, in
// calendar days, of an even number the lower of the two in the middle; ok is
// false where none is.
func MedianCycle(all []Course) (days int, ok bool) {
	var cycles []int
	for _, c := range all {
		if c.Finished {
			cycles = append(cycles, c.Cycle)
		}
	}
	if len(cycles) == 0 {
		return 0, false
	}
	slices.Sort(cycles)
	return cycles[(len(cycles)-1)/2], true
}
