package facts

import (
	"strings"

	"actionplan/workbook"
)

// judgeArea derives an area's status from its actions and sets what is
// printed. A status that somebody states is the status; the derived one
// stands beside it.
func (f *Facts) judgeArea(a *Area, words keyWords) {
	f.countArea(a)
	a.NoActions = len(a.Actions) == 0
	a.Derived = f.derived(a.Actions)
	if !a.NoActions {
		a.DerivedWord = f.Plan.Key.Word(a.Derived)
	}
	if strings.TrimSpace(a.Status) != "" {
		a.Stated, a.Word = words.read(a.Status)
		a.Meaning = a.Stated
		a.Differ = !a.NoActions && a.Stated != a.Derived
		return
	}
	a.Meaning = a.Derived
	a.Word = a.DerivedWord
	a.FromActions = !a.NoActions
}

// derived is an area's status from its actions that are not withdrawn, the
// first line that holds; measures are never mixed in:
//
//  1. no actions: none; all withdrawn: withdrawn
//  2. any off track, or any late by more than Board every days: off track
//  3. any at risk, late, that should have started, without a date while open,
//     or whose status is not known: at risk
//  4. all embedded: embedded
//  5. all delivered or embedded: delivered
//  6. all not started: not started
//  7. otherwise: on track
func (f *Facts) derived(actions []*Action) workbook.Meaning {
	if len(actions) == 0 {
		return workbook.MeaningUnknown
	}
	by := CountMeanings(actions)
	running := len(actions) - by[workbook.Withdrawn]
	offTrack, atRisk := by[workbook.OffTrack] > 0, by[workbook.AtRisk] > 0 || by[workbook.MeaningUnknown] > 0
	for _, a := range actions {
		offTrack = offTrack || a.DaysLate > f.BoardEvery
		atRisk = atRisk || a.Late || a.ShouldHaveStarted || a.NoDate
	}
	switch {
	case running == 0:
		return workbook.Withdrawn
	case offTrack:
		return workbook.OffTrack
	case atRisk:
		return workbook.AtRisk
	case by[workbook.Embedded] == running:
		return workbook.Embedded
	case by[workbook.Embedded]+by[workbook.Delivered] == running:
		return workbook.Delivered
	case by[workbook.NotStarted] == running:
		return workbook.NotStarted
	}
	return workbook.OnTrack
}

// countArea counts an area's actions and finds its next date.
func (f *Facts) countArea(a *Area) {
	n := TallyActions(a.Actions)
	a.Delivered = n.ByMeaning[workbook.Delivered]
	a.Embedded = n.ByMeaning[workbook.Embedded]
	a.Done, a.Open, a.Total, a.Late = n.Done, n.Open, n.Total, n.Late
	a.Schedule(a.Actions)
}

// Schedule sets an area's next date, and what is late longest, over these of
// its actions: the next is the earliest effective due of open actions that are
// not late, else the area's Target date.
func (a *Area) Schedule(actions []*Action) {
	a.Overdue, a.NextAction = nil, nil
	for _, x := range actions {
		if x.Late && (a.Overdue == nil || x.DaysLate > a.Overdue.DaysLate) {
			a.Overdue = x
		}
		if x.Open && !x.Late && !x.NoDate && (a.NextAction == nil || x.EffectiveDue.Before(a.NextAction.EffectiveDue)) {
			a.NextAction = x
		}
	}
	a.NextDate = a.TargetDate
	if a.NextAction != nil {
		a.NextDate = a.NextAction.EffectiveDue
	}
}
