package history

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// judge says what a changed cell means.
func (c *Matched) judge(f cellPair) Change {
	x := change(Changed, f.pair.new, f.heading)
	x.Old, x.New = f.old.shown, f.new.shown
	x.Kind, x.Days = c.kindOf(f)
	if x.Kind == Slipped || x.Kind == BroughtForward {
		x.Times = c.timesMoved(f.pair)
	}
	x.Words = c.sentence(f, x)
	x.who, x.was, x.now = c.subject(f.pair.new), spoken(f.old), spoken(f.new)
	if day := dayOfRow(f.pair.new); !day.IsZero() && f.heading != workbook.ColDate {
		x.Old, x.New = dated(day, x.Old), dated(day, x.New)
	}
	return x
}

// dayOfRow is the day of a line of the log or of a reading, so that a change
// of one of its cells says which line it was.
func dayOfRow(r *row) workbook.Date {
	switch x := r.record.(type) {
	case *workbook.Update:
		return x.Date
	case *workbook.Reading:
		return x.PeriodEnd
	}
	return workbook.Date{}
}

// kindOf is the kind of a changed cell, and by how many days it moved if it
// is a date.
func (c *Matched) kindOf(f cellPair) (Kind, int) {
	days := 0
	if !f.old.date.IsZero() && !f.new.date.IsZero() {
		days = f.new.date.Sub(f.old.date)
	}
	switch f.pair.new.sheet {
	case planSheet:
		if f.heading == workbook.FieldSRO {
			return OwnerChanged, 0
		}
	case visitsSheet:
		return f.onlyAt(workbook.ColTitle, Renamed), days
	case areasSheet:
		return c.kindOnArea(f, days)
	case findingsSheet:
		if f.wasFilled(workbook.ColVisit, workbook.ColKind, workbook.ColFinding) {
			return HistoryRewritten, 0
		}
	case actionsSheet:
		return c.kindOnAction(f, days)
	case measuresSheet:
		return kindOnMeasure(f), days
	case readingsSheet:
		if f.wasFilled(workbook.ColValue) {
			return HistoryRewritten, 0
		}
	case updatesSheet:
		if f.wasFilled(workbook.ColDate, workbook.ColStatus, workbook.ColRevisedDue, workbook.ColNote) {
			return HistoryRewritten, days
		}
	case risksSheet:
		return f.onlyAt(workbook.ColOwner, OwnerChanged), 0
	}
	return Changed, days
}

func (f cellPair) onlyAt(heading string, kind Kind) Kind {
	if f.heading == heading {
		return kind
	}
	return Changed
}

// wasFilled is true of a cell under one of the headings that held something
// before: filling in a blank rewrites nothing.
func (f cellPair) wasFilled(headings ...string) bool {
	for _, h := range headings {
		if f.heading == h {
			return !f.old.blank()
		}
	}
	return false
}

func (c *Matched) kindOnArea(f cellPair, days int) (Kind, int) {
	switch f.heading {
	case workbook.ColAreaName:
		return Renamed, 0
	case workbook.ColAccountable:
		return OwnerChanged, 0
	case workbook.ColStatus:
		return c.kindOfStatus(f), 0
	case workbook.ColTargetDate:
		return kindOfMove(days), days
	}
	return Changed, days
}

func (c *Matched) kindOnAction(f cellPair, days int) (Kind, int) {
	switch f.heading {
	case workbook.ColStatus:
		return c.kindOfStatus(f), 0
	case workbook.ColOwner:
		return OwnerChanged, 0
	case workbook.ColDue:
		if !f.old.blank() {
			return HistoryRewritten, days
		}
	case workbook.ColRevisedDue:
		return kindOfRevision(f)
	case workbook.ColEvidence:
		return kindOfEvidence(f.old.shown, f.new.shown), 0
	case workbook.ColSuccessMeasure:
		return c.kindOfSuccess(f), 0
	}
	return Changed, days
}

// kindOfRevision judges a revised date by the effective due date: Revised
// due, else Due. Where that stayed because Due was overwritten, a revision
// was wiped out.
func kindOfRevision(f cellPair) (Kind, int) {
	old, new := f.pair.old.record.(*workbook.Action), f.pair.new.record.(*workbook.Action)
	then, now := facts.EffectiveDue(old), facts.EffectiveDue(new)
	if then.IsZero() || now.IsZero() {
		return Changed, 0
	}
	days := now.Sub(then)
	if days == 0 && !old.Due.IsZero() && old.Due != new.Due {
		return HistoryRewritten, 0
	}
	return kindOfMove(days), days
}

func kindOfMove(days int) Kind {
	switch {
	case days > 0:
		return Slipped
	case days < 0:
		return BroughtForward
	}
	return Changed
}

// timesMoved is how often an action's date has moved in all, by the dates
// that either workbook has for it.
func (c *Matched) timesMoved(p pair) int {
	a, ok := p.new.record.(*workbook.Action)
	if !ok {
		return 0
	}
	_, times := facts.DatesHad(a, append(c.datesBefore(p), c.revised[p.new.id]...)...)
	return times
}

// datesBefore is the revised dates that an action had in the old workbook: in
// its log, and last in its row.
func (c *Matched) datesBefore(p pair) []workbook.Date {
	return append(slices.Clone(c.revisedThen[p.new.id]), p.old.record.(*workbook.Action).RevisedDue)
}

// Became is what the actions of the old plan are in the new one; those that are
// gone are not in it.
func (c *Matched) Became() map[*workbook.Action]*workbook.Action {
	became := map[*workbook.Action]*workbook.Action{}
	m := c.matchings[actionsSheet]
	for _, n := range m.new {
		if o := m.partner[n]; o != nil {
			became[o.record.(*workbook.Action)] = n.record.(*workbook.Action)
		}
	}
	return became
}

// DatesBefore is the revised dates that each action of the new plan had in the
// old one, which its own log may not have.
func (c *Matched) DatesBefore() map[*workbook.Action][]workbook.Date {
	before := map[*workbook.Action][]workbook.Date{}
	m := c.matchings[actionsSheet]
	for _, n := range m.new {
		if o := m.partner[n]; o != nil {
			before[n.record.(*workbook.Action)] = c.datesBefore(pair{o, n})
		}
	}
	return before
}

// kindOfStatus judges a status by what it means in each plan's own key. An
// area without a status has that of its actions, so that filling in or
// emptying the cell says nothing of how it is doing.
func (c *Matched) kindOfStatus(f cellPair) Kind {
	if f.pair.new.sheet == areasSheet && (f.old.blank() || f.new.blank()) {
		return Changed
	}
	return kindOfMeanings(c.old.Key.Meaning(f.old.shown), c.new.Key.Meaning(f.new.shown))
}

func kindOfMeanings(then, now workbook.Meaning) Kind {
	switch {
	case now == workbook.Withdrawn && then != workbook.Withdrawn:
		return Withdrawn
	case !then.Done() && now.Done():
		return Completed
	case !then.Open() && now.Open():
		return Reopened
	case !judged(then) || !judged(now):
		return Changed
	}
	switch cmp.Compare(slices.Index(workbook.WorstFirst, now), slices.Index(workbook.WorstFirst, then)) {
	case 1:
		return Better
	case -1:
		return Worse
	}
	return Changed
}

// judged meanings say how an action or area is doing.
func judged(m workbook.Meaning) bool {
	return m != workbook.MeaningUnknown && m != workbook.Withdrawn
}

// kindOfEvidence looks for what was there and is there still.
func kindOfEvidence(old, new string) Kind {
	switch {
	case strings.Contains(words.Fold(new), words.Fold(old)):
		return EvidenceAdded
	case strings.Contains(words.Fold(old), words.Fold(new)):
		return EvidenceRemoved
	}
	return Changed
}

// kindOfSuccess: an action that is judged by fewer of its measures than
// before, and by nothing new, has it easier.
func (c *Matched) kindOfSuccess(f cellPair) Kind {
	if len(f.old.parts) == 0 || len(f.new.parts) == 0 {
		return Changed
	}
	kept := map[string]bool{}
	for _, ref := range f.old.parts {
		kept[c.refs.translate(workbook.SheetMeasures, ref)] = true
	}
	for _, ref := range f.new.parts {
		if !kept[words.Fold(ref)] {
			return Changed
		}
	}
	return TargetMadeEasier
}

// kindOnMeasure: a baseline is a fact of the past. A target is easier when it
// comes nearer to the baseline, leaves more room around its line, or has
// longer to be met.
func kindOnMeasure(f cellPair) Kind {
	both := !f.old.blank() && !f.new.blank()
	switch f.heading {
	case workbook.ColMeasure:
		return Renamed
	case workbook.ColBaseline, workbook.ColBaselineDate:
		if !f.old.blank() {
			return HistoryRewritten
		}
	case workbook.ColTarget:
		if both && f.new.num.Set && f.old.num.Set && easierTarget(f) {
			return TargetMadeEasier
		}
	case workbook.ColTargetDate:
		if both && f.new.date.After(f.old.date) && !f.old.date.IsZero() {
			return TargetMadeEasier
		}
	case workbook.ColTolerance:
		if (f.new.num.Set || f.new.blank()) && (f.old.num.Set || f.old.blank()) && f.new.num.Value > f.old.num.Value {
			return TargetMadeEasier
		}
	}
	return Changed
}

// easierTarget judges by the way that was better before; where the plan did
// not say, by the way from its baseline to its target.
func easierTarget(f cellPair) bool {
	m := f.pair.old.record.(*workbook.Measure)
	rise := f.new.num.Value - f.old.num.Value
	switch {
	case m.BetterWhen == workbook.HigherBetter:
		return rise < 0
	case m.BetterWhen == workbook.LowerBetter:
		return rise > 0
	case m.Baseline.Set:
		return rise*(f.old.num.Value-m.Baseline.Value) < 0
	}
	return false
}
