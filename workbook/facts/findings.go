package facts

import (
	"cmp"
	"slices"

	"actionplan/workbook"
)

// judgeFinding finds what answers a finding, and its history.
//
// A finding is answered if an action that is not withdrawn names it. Where
// none does and the actions of its areas name no finding at all, it is mapped
// by area only: somebody works in the area, and nothing says on what. That is
// counted apart and is never part of the answered share.
func (f *Facts) judgeFinding(x *Finding) {
	x.Answered = len(x.Actions) > 0
	if !x.Answered {
		x.Actions = workingInAreas(x.Areas)
		x.ByArea = len(x.Actions) > 0
	}
	x.Earlier = f.earlier(x)
	x.Lineage = f.lineage(x)
	x.FirstRaised = x.raisedFirst()
	x.ResolvedTooEarly = x.ResolvedBy != nil && x.Visit != nil && (x.ResolvedBy == x.Visit || x.ResolvedBy.SurelyBefore(x.Visit))
}

// Praises is true of a finding of progress or strength: it raises nothing, and
// what repeats it is not raised again.
func (x *Finding) Praises() bool {
	return x.Kind == workbook.KindProgress || x.Kind == workbook.KindStrength
}

// raisedFirst is the earliest visit that raised the matter along Lineage, its
// own where no earlier one did.
func (x *Finding) raisedFirst() *Visit {
	first := x.Visit
	for _, e := range x.Lineage {
		if e.Visit != nil && !e.Praises() && (first == nil || e.Visit.Order < first.Order) {
			first = e.Visit
		}
	}
	return first
}

// SetLineage gives a finding another history, as an edition shows it, and finds
// anew when the matter was first raised.
func (x *Finding) SetLineage(lineage, earlier []*Finding) {
	x.Lineage, x.Earlier = lineage, earlier
	x.FirstRaised = x.raisedFirst()
}

// workingInAreas is the actions of these areas that are not withdrawn, nil if
// any action of them names a finding.
func workingInAreas(areas []*Area) []*Action {
	var together []*Action
	for _, area := range areas {
		if area.namesFindings {
			return nil
		}
		together = append(together, area.running...)
	}
	return together
}

// answer gives findings the actions that name them, and notes in each area
// what its actions can answer. A ref that leads nowhere names a finding too:
// whoever typed it meant one.
func (f *Facts) answer() {
	for _, a := range f.Actions {
		if a.Area != nil && len(a.Action.Findings) > 0 {
			a.Area.namesFindings = true
		}
		if a.Meaning == workbook.Withdrawn {
			continue
		}
		if a.Area != nil {
			a.Area.running = append(a.Area.running, a)
		}
		for _, x := range a.Findings {
			x.Actions = append(x.Actions, a)
		}
	}
}

// earlier is the findings that this one repeats, without itself.
func (f *Facts) earlier(x *Finding) []*Finding {
	return slices.DeleteFunc(f.index.findings.all(x.Repeats), func(e *Finding) bool { return e == x })
}

// RaisedBefore is true of a finding on a matter that a visit earlier than its
// own has raised.
func (x *Finding) RaisedBefore() bool {
	return x.Visit != nil && x.FirstRaised != nil && x.FirstRaised.Order < x.Visit.Order
}

// lineage follows Repeats to every earlier finding on the matter. Findings
// that repeat one another in a circle are followed once, and what is of the
// same visit or a later one is no earlier finding, whatever Repeats says. No
// matter has been raised more often than mostRaised times: a chain that is
// longer is no record of visits, and following it from each of its links would
// take the square of its length.
func (f *Facts) lineage(x *Finding) []*Finding {
	seen := map[*Finding]bool{x: true}
	var found []*Finding
	for next := f.earlier(x); len(next) > 0 && len(found) < mostRaised; {
		e := next[len(next)-1]
		next = next[:len(next)-1]
		if seen[e] {
			continue
		}
		seen[e] = true
		found = append(found, e)
		next = append(next, f.earlier(e)...)
	}
	found = slices.DeleteFunc(found, func(e *Finding) bool {
		return e.Visit != nil && x.Visit != nil && e.Visit.Order >= x.Visit.Order
	})
	slices.SortFunc(found, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(visitOrder(a), visitOrder(b)), cmp.Compare(a.nth, b.nth))
	})
	return found
}

// Resolved is true of a finding that a later visit called resolved, and that
// none has raised again since.
func (x *Finding) Resolved() bool {
	return x.ResolvedBy != nil && !x.ResolvedTooEarly && !x.Reopened
}

// FateUnpublished is true where a letter that is not published said what became of a
// finding: that it is resolved, or that what an earlier one had called resolved has
// come back. An edition for publication goes by its actions alone.
func (x *Finding) FateUnpublished() bool {
	return x.ResolvedBy != nil && x.ResolvedBy.Unpublished || x.ReopenedBy != nil && x.ReopenedBy.Visit.Unpublished
}

// reopen marks the findings that were raised again after they were resolved. What
// was raised last is looked at first: where that is resolved in its turn, so is
// the matter.
func (f *Facts) reopen() {
	latestFirst := slices.Clone(f.Findings)
	slices.SortStableFunc(latestFirst, func(a, b *Finding) int { return cmp.Compare(visitOrder(b), visitOrder(a)) })
	for _, x := range latestFirst {
		if x.Visit == nil || x.Praises() || x.Resolved() {
			continue
		}
		for _, e := range x.Lineage {
			if e.Resolved() && x.Visit.Order >= e.ResolvedBy.Order {
				e.Reopened, e.ReopenedBy = true, x
			}
		}
	}
}

// mostRaised is how many earlier findings on one matter are looked at.
const mostRaised = 100

// visitOrder puts findings without a visit last.
func visitOrder(x *Finding) int {
	if x.Visit == nil {
		return 1 << 30
	}
	return x.Visit.Order
}
