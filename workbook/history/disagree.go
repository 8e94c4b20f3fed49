package history

import (
	"cmp"
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// RuleDateMovedUnlogged is the rule of the problem that only shows beside an
// earlier workbook.
const RuleDateMovedUnlogged = "date-moved-without-update"

// Disagreements is where a due date moved since the old workbook and the new
// one's log has no update that says so: a warning at the date's cell. It adds
// to what the rules of check see in one workbook alone, that an update was not
// carried over into its action; a date that contradicts its latest update is
// left to them, so that one cause is reported once. A plan without a log has
// none.
func (c *Matched) Disagreements() workbook.Problems {
	if len(c.new.Updates) == 0 {
		return nil
	}
	log := c.readLog()
	var found workbook.Problems
	m := c.matchings[actionsSheet]
	for _, n := range m.new {
		if o := m.partner[n]; o != nil && c.movedUnlogged(pair{o, n}, log[n.id]) {
			found = append(found, unlogged(pair{o, n}))
		}
	}
	return found
}

// logged is what the log says about the dates of one action.
type logged struct {
	dates  map[workbook.Date]bool // every revised date
	latest *workbook.Update       // the newest line with one; of one day the lower
}

func (c *Matched) readLog() map[string]*logged {
	log := map[string]*logged{}
	for _, n := range c.matchings[updatesSheet].new {
		u := n.record.(*workbook.Update)
		if u.RevisedDue.IsZero() {
			continue
		}
		if log[n.parent] == nil {
			log[n.parent] = &logged{dates: map[workbook.Date]bool{}}
		}
		l := log[n.parent]
		l.dates[u.RevisedDue] = true
		if l.latest == nil || !u.Date.Before(l.latest.Date) {
			l.latest = u
		}
	}
	return log
}

func (c *Matched) movedUnlogged(p pair, log *logged) bool {
	old, new := p.old.record.(*workbook.Action), p.new.record.(*workbook.Action)
	then, now := facts.EffectiveDue(old), facts.EffectiveDue(new)
	if then.IsZero() || now.IsZero() || then == now || c.new.Key.Meaning(new.Status) == workbook.Withdrawn {
		return false
	}
	if log == nil {
		return true
	}
	contradicted := !log.latest.Date.Before(new.Updated)
	return !log.dates[now] && !contradicted
}

func unlogged(p pair) workbook.Problem {
	old, new := p.old.record.(*workbook.Action), p.new.record.(*workbook.Action)
	then, now := facts.EffectiveDue(old), facts.EffectiveDue(new)
	heading, typed := workbook.ColRevisedDue, new.RevisedDue
	if new.RevisedDue == old.RevisedDue {
		heading, typed = workbook.ColDue, new.Due
	}
	return workbook.Problem{
		Rule:     RuleDateMovedUnlogged,
		Severity: workbook.Warning,
		Cell:     cellAt(p.new, heading),
		Column:   p.new.source.Heading(heading),
		Ref:      p.new.ref,
		Message:  fmt.Sprintf("The due date has moved from %s to %s since the earlier workbook, and no line on Updates says so.", then.Long(), now.Long()),
		Hint:     fmt.Sprintf("Add a line on Updates with %s as Revised due and why it moved, or put %s back.", slashed(now), slashed(then)),
		Value:    cmp.Or(p.new.source.Raw(heading), slashed(typed)),
	}
}

// slashed is a date as staff type it.
func slashed(d workbook.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("02/01/2006")
}

func cellAt(r *row, heading string) xlsx.Cell {
	cell := r.source.At(heading)
	cell.Sheet = cmp.Or(cell.Sheet, r.sheet.name)
	return cell
}
