package facts

import (
	"slices"

	"actionplan/workbook"
)

// keyWords remembers which row of the key each status word is, as typed.
type keyWords struct {
	key  workbook.Key
	seen map[string]*workbook.KeyWord
}

// read is what a status cell means, and its word as the key spells it; a word
// that the key does not have stays as typed.
func (k keyWords) read(status string) (workbook.Meaning, string) {
	row, ok := k.seen[status]
	if !ok {
		row = k.key.Find(status)
		k.seen[status] = row
	}
	if row == nil || status == "" {
		return workbook.MeaningUnknown, status
	}
	return row.Means, row.Word
}

// logUpdates gives each action its updates up to AsOf, by date; equal dates
// stay in sheet order, and one without a date stands first.
func (f *Facts) logUpdates() {
	for _, u := range f.Plan.Updates {
		if u.Date.After(f.AsOf) {
			continue
		}
		if a := f.index.actions.to(u.Action); a != nil {
			a.Updates = append(a.Updates, u)
		}
	}
	for _, a := range f.Actions {
		slices.SortStableFunc(a.Updates, func(x, y *workbook.Update) int { return x.Date.Compare(y.Date) })
	}
}

// judgeAction sets the flags of one action. They stand beside its stated
// status and never change it.
//
//   - Effective due is Revised due, else Due; none where a Revised due is
//     there but could not be read, for then Due no longer holds.
//   - Late: open and effective due before AsOf; due on the day is not late.
//   - Due soon: open and effective due from AsOf to AsOf + Due soon days.
//   - Should have started: not started, and Start before AsOf.
//   - Slipped: Revised due after Due, by the days between.
//   - Finished late: delivered or embedded, and Completed after effective due.
//   - No date: open without any date; it is never late by default.
//   - Stale: open, and more than Board every days since it was last touched.
//   - Optimistic: late, yet stated on track or not started.
func (f *Facts) judgeAction(a *Action, words keyWords) {
	a.Meaning, a.Word = words.read(a.Status)
	a.Open = a.Meaning.Open()
	a.EffectiveDue = a.RevisedDue
	if a.EffectiveDue.IsZero() && !a.Bad(workbook.ColRevisedDue) {
		a.EffectiveDue = a.Due
	}
	f.judgeDue(a)
	f.judgeTouched(a)
	a.ShouldHaveStarted = a.Meaning == workbook.NotStarted && !a.Start.IsZero() && a.Start.Before(f.AsOf)
	a.FinishedLate = a.Meaning.Done() && !a.EffectiveDue.IsZero() && a.Completed.After(a.EffectiveDue)
	a.Optimistic = a.Late && (a.Meaning == workbook.OnTrack || a.Meaning == workbook.NotStarted)
	if !a.Due.IsZero() && a.RevisedDue.After(a.Due) {
		a.Slipped = a.RevisedDue.Sub(a.Due)
	}
	a.Dates, a.TimesMoved = datesHad(a)
}

func (f *Facts) judgeDue(a *Action) {
	if !a.Open {
		return
	}
	if a.EffectiveDue.IsZero() {
		a.NoDate = true
		return
	}
	ahead := a.EffectiveDue.Sub(f.AsOf)
	a.DueSoon = ahead >= 0 && ahead <= f.DueSoon
	if ahead < 0 {
		a.Late = true
		a.DaysLate = -ahead
	}
}

func (f *Facts) judgeTouched(a *Action) {
	a.LastTouched = a.Updated
	if n := len(a.Updates); n > 0 && a.Updates[n-1].Date.After(a.LastTouched) {
		a.LastTouched = a.Updates[n-1].Date
	}
	a.Stale = a.Open && !a.LastTouched.IsZero() && f.AsOf.Sub(a.LastTouched) > f.BoardEvery
}

// datesHad is the history of an action's date, and how often it moved: the
// number of distinct revised dates, in its updates and its own row, that are
// not its first.
func datesHad(a *Action) (dates []workbook.Date, moved int) {
	seen := map[workbook.Date]bool{{}: true}
	add := func(d workbook.Date) {
		if !seen[d] {
			seen[d] = true
			dates = append(dates, d)
		}
	}
	add(a.Due)
	for _, u := range a.Updates {
		add(u.RevisedDue)
	}
	add(a.RevisedDue)
	moved = len(dates)
	if !a.Due.IsZero() {
		moved--
	}
	if n := len(dates); n > 0 && dates[n-1] != a.EffectiveDue && !a.EffectiveDue.IsZero() {
		dates = append(dates, a.EffectiveDue)
	}
	return dates, moved
}
