package history

import (
	"cmp"
	"fmt"

	"actionplan/workbook"
)

// Rules of the problems that only show beside an earlier workbook.
const (
	RuleDateMovedUnlogged = "date-moved-without-update"
	RuleUpdateNotApplied  = "update-not-applied"
)

// Disagreements is where the new workbook's log does not tell what moved
// since the old one: a due date that moved without an update, at the date's
// cell, and an update logged since that nobody carried over into the action,
// at the action's cell. A plan without a log has none. Both plans must be
// indexed.
func Disagreements(old, new *workbook.Plan) workbook.Problems {
	if len(new.Updates) == 0 {
		return nil
	}
	c := newComparison(old, new)
	log := c.logSince()
	var found workbook.Problems
	m := c.matchings[actionsSheet]
	for _, n := range m.new {
		if o := m.partner[n]; o != nil {
			found = append(found, movedUnlogged(pair{o, n}, log[n.id])...)
			found = append(found, c.notApplied(n, log[n.id])...)
		}
	}
	return found
}

// logOf is what the log says about one action.
type logOf struct {
	dates map[workbook.Date]bool // every revised date, of any time
	moved *row                   // the newest line logged since with a revised date
	said  *row                   // the newest line logged since with a status
}

// logSince reads the new log. Lines that the old one has too are only
// history.
func (c *comparison) logSince() map[string]logOf {
	log := map[string]logOf{}
	m := c.matchings[updatesSheet]
	for _, n := range m.new {
		u, l := n.record.(*workbook.Update), log[n.parent]
		if l.dates == nil {
			l.dates = map[workbook.Date]bool{}
		}
		l.dates[u.RevisedDue] = true
		if m.partner[n] == nil {
			if !u.RevisedDue.IsZero() {
				l.moved = newer(l.moved, n)
			}
			if u.Status != "" {
				l.said = newer(l.said, n)
			}
		}
		log[n.parent] = l
	}
	return log
}

// newer is the later of two lines; of one day the lower one.
func newer(a, b *row) *row {
	if a == nil || !b.record.(*workbook.Update).Date.Before(a.record.(*workbook.Update).Date) {
		return b
	}
	return a
}

func movedUnlogged(p pair, log logOf) workbook.Problems {
	old, new := p.old.record.(*workbook.Action), p.new.record.(*workbook.Action)
	then, now := effectiveDue(old), effectiveDue(new)
	if then.IsZero() || now.IsZero() || then == now || log.dates[now] {
		return nil
	}
	heading := workbook.ColRevisedDue
	if new.RevisedDue == old.RevisedDue {
		heading = workbook.ColDue
	}
	return workbook.Problems{problemAt(p.new, heading, workbook.Problem{
		Rule:    RuleDateMovedUnlogged,
		Message: fmt.Sprintf("The due date has moved from %s to %s since the earlier workbook, and no line on Updates says so.", then.Long(), now.Long()),
		Hint:    fmt.Sprintf("Add a line on Updates with %s as Revised due and why it moved, or put %s back.", slashed(now), slashed(then)),
		Value:   now.String(),
	})}
}

// notApplied compares the newest line with the action. A line older than the
// action's own Updated date has been overtaken.
func (c *comparison) notApplied(n *row, log logOf) workbook.Problems {
	a := n.record.(*workbook.Action)
	var found workbook.Problems
	if log.moved != nil {
		u := log.moved.record.(*workbook.Update)
		if now := effectiveDue(a); u.RevisedDue != now && !overtaken(a, u) {
			found = append(found, problemAt(n, workbook.ColRevisedDue, workbook.Problem{
				Rule:    RuleUpdateNotApplied,
				Message: fmt.Sprintf("The update%s moves the date to %s, but the action is still due on %s.", ofDay(u.Date), u.RevisedDue.Long(), orNone(now)),
				Hint:    fmt.Sprintf("Enter %s as Revised due, or correct the line on Updates.", slashed(u.RevisedDue)),
				Value:   a.RevisedDue.String(),
				Related: []workbook.Cell{cellAt(log.moved, workbook.ColRevisedDue)},
			}))
		}
	}
	if log.said != nil {
		u := log.said.record.(*workbook.Update)
		if c.new.Key.Meaning(u.Status) != c.new.Key.Meaning(a.Status) && !overtaken(a, u) {
			found = append(found, problemAt(n, workbook.ColStatus, workbook.Problem{
				Rule:    RuleUpdateNotApplied,
				Message: fmt.Sprintf("The update%s says %s, but the action's status is %s.", ofDay(u.Date), quote(clean(u.Status)), orBlank(a.Status)),
				Hint:    fmt.Sprintf("Enter %s as Status, or correct the line on Updates.", quote(clean(u.Status))),
				Value:   a.Status,
				Related: []workbook.Cell{cellAt(log.said, workbook.ColStatus)},
			}))
		}
	}
	return found
}

func overtaken(a *workbook.Action, u *workbook.Update) bool { return a.Updated.After(u.Date) }

func orNone(d workbook.Date) string {
	if d.IsZero() {
		return "no day"
	}
	return d.Long()
}

func orBlank(status string) string {
	if clean(status) == "" {
		return "blank"
	}
	return quote(clean(status))
}

// slashed is a date as staff type it.
func slashed(d workbook.Date) string { return d.Time().Format("02/01/2006") }

func problemAt(r *row, heading string, p workbook.Problem) workbook.Problem {
	p.Severity = workbook.Warning
	p.Cell = cellAt(r, heading)
	p.Column = r.source.Heading(heading)
	p.Ref = r.ref
	return p
}

func cellAt(r *row, heading string) workbook.Cell {
	cell := r.source.At(heading)
	cell.Sheet = cmp.Or(cell.Sheet, r.sheet.name)
	return cell
}
