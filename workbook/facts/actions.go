package facts

import (
	"slices"

	"actionplan/workbook"
	text "actionplan/workbook/words"
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
//   - Effective due: see EffectiveDue.
//   - Late: open and effective due before AsOf; due on the day is not late.
//   - Due soon: open and effective due from AsOf to AsOf + Due soon days.
//   - Should have started: not started, and Start before AsOf.
//   - Slipped: Revised due after Due, by the days between.
//   - Finished late: delivered or embedded, and Completed after effective due.
//   - No date: open without any date; it is never late by default.
//   - Stale: open, and more than Board every days since it was last touched.
//   - Ahead: not started, and to start later: of it there is nothing to report yet.
//   - Optimistic: late, yet stated on track or not started.
//   - Review due: see reviewDue.
//   - Reopened: see reopened.
//   - Unchecked: embedded, and Checked by is blank or the owner.
func (f *Facts) judgeAction(a *Action, words keyWords) {
	a.Meaning, a.Word = words.read(a.Status)
	a.Open = a.Meaning.Open()
	a.EffectiveDue = EffectiveDue(a.Action)
	f.judgeDue(a)
	f.judgeTouched(a)
	a.ShouldHaveStarted = a.Meaning == workbook.NotStarted && !a.Start.IsZero() && a.Start.Before(f.AsOf)
	a.FinishedLate = a.Meaning.Done() && !a.EffectiveDue.IsZero() && a.Completed.After(a.EffectiveDue)
	a.Optimistic = a.Late && (a.Meaning == workbook.OnTrack || a.Meaning == workbook.NotStarted)
	a.Reopened = a.reopened(words)
	a.Unchecked = a.Meaning == workbook.Embedded && !a.Bad(workbook.ColCheckedBy) && (a.CheckedBy == "" || text.SameName(a.CheckedBy, a.Owner))
	if !a.Due.IsZero() && a.RevisedDue.After(a.Due) {
		a.Slipped = a.RevisedDue.Sub(a.Due)
	}
}

// reopened: a line of the log has it done, and a later line, or the row itself on a
// later day, has it open.
func (a *Action) reopened(words keyWords) bool {
	if !a.Open {
		return false
	}
	done := false
	var on workbook.Date
	for _, u := range a.Updates {
		switch m, _ := words.read(u.Status); {
		case m.Done():
			done, on = true, u.Date
		case done && m != workbook.MeaningUnknown:
			return true
		}
	}
	return done && !on.IsZero() && a.Updated.After(on)
}

// readDates sets every date that an action has had, with those that it had
// before.
func (a *Action) readDates(before []workbook.Date) {
	dates := slices.Clone(before)
	for _, u := range a.Updates {
		dates = append(dates, u.RevisedDue)
	}
	a.Dates, a.TimesMoved = DatesHad(a.Action, dates...)
}

// EffectiveDue is the date that holds for an action: Revised due, else Due;
// none where a Revised due is there but could not be read, for then Due no
// longer holds.
func EffectiveDue(a *workbook.Action) workbook.Date {
	if a.RevisedDue.IsZero() && !a.Bad(workbook.ColRevisedDue) {
		return a.Due
	}
	return a.RevisedDue
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
	a.Ahead = a.Meaning == workbook.NotStarted && a.Start.After(f.AsOf)
	a.Stale = a.Open && !a.LastTouched.IsZero() && f.AsOf.Sub(a.LastTouched) > f.BoardEvery
	a.ReviewDue = f.reviewDue(a)
}

// DatesHad is the history of an action's date, and how often it moved: the
// number of distinct revised dates, in its own row and among those given from
// elsewhere, that are not its first. These are the dates of its updates, by
// their day; and of an earlier state of the plan the date that it had then.
func DatesHad(a *workbook.Action, revised ...workbook.Date) (dates []workbook.Date, moved int) {
	seen := map[workbook.Date]bool{{}: true}
	add := func(d workbook.Date) {
		if !seen[d] {
			seen[d] = true
			dates = append(dates, d)
		}
	}
	add(a.Due)
	for _, d := range revised {
		add(d)
	}
	add(a.RevisedDue)
	moved = len(dates)
	if !a.Due.IsZero() {
		moved--
	}
	if n, due := len(dates), EffectiveDue(a); n > 0 && dates[n-1] != due && !due.IsZero() {
		dates = append(dates, due)
	}
	return dates, moved
}

// reviewDue is the day on which somebody has to look whether what is done has made
// a difference: one that is to come, or one that has passed since which nothing was
// reported on what is delivered. What is embedded has been checked.
func (f *Facts) reviewDue(a *Action) workbook.Date {
	review := a.ImpactReview
	switch {
	case review.IsZero() || !a.Meaning.Done():
		return workbook.Date{}
	case !review.Before(f.AsOf):
		return review
	case a.Meaning == workbook.Delivered && a.LastTouched.Before(review):
		return review
	}
	return workbook.Date{}
}
