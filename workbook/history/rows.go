package history

import (
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// newRow is a record that the old plan does not have. An update dated before
// one that its action already had was put into the past.
func (c *Matched) newRow(n *row) Change {
	x := change(Added, n, "")
	x.New = inShort(n)
	x.Words = fmt.Sprintf("%s is new.", c.subject(n))
	switch r := n.record.(type) {
	case *workbook.Action:
		x.Words = fmt.Sprintf("%s is new%s.", c.subject(n), terms(r))
	case *workbook.Reading:
		x.Words = fmt.Sprintf("%s was added: %s.", c.subject(n), figure(r.Value).shown)
	case *workbook.Update:
		x.Words = fmt.Sprintf("%s was logged: %s", c.subject(n), words.Stop(quote(n.title)))
		if last := c.lastLog[n.parent]; !r.Date.IsZero() && r.Date.Before(last) {
			x.Kind = HistoryRewritten
			x.Words = fmt.Sprintf("%s was put into the log later, although the log already had one of %s: %s",
				c.subject(n), last.Long(), words.Stop(quote(n.title)))
		}
	}
	return x
}

// terms is who does a new action by when.
func terms(a *workbook.Action) string {
	s := ""
	if owner := words.Clean(a.Owner); owner != "" {
		s = ", owned by " + owner
	}
	if due := facts.EffectiveDue(a); !due.IsZero() {
		s += ", due " + due.Long()
	}
	return s
}

// goneRow is a record that the new plan does not have. A line that is gone
// from the log of an action, or a reading from a measure, that the plan still
// has rewrites history.
func (c *Matched) goneRow(o *row) Change {
	x := change(Removed, o, "")
	x.Old = inShort(o)
	x.Words = fmt.Sprintf("%s is gone.", c.subject(o))
	switch r := o.record.(type) {
	case *workbook.Finding:
		x.Words = fmt.Sprintf("%s was dropped.", c.subject(o))
	case *workbook.Action:
		if r.Status != "" {
			x.Words = fmt.Sprintf("%s is gone; its last status was %s.", c.subject(o), words.Clean(r.Status))
		}
	case *workbook.Update:
		if c.kept(workbook.SheetActions, r.Action) {
			x.Kind = HistoryRewritten
			x.Words = fmt.Sprintf("%s was deleted from the log: %s", c.subject(o), words.Stop(quote(o.title)))
		}
	case *workbook.Reading:
		if c.kept(workbook.SheetMeasures, r.Measure) {
			x.Kind = HistoryRewritten
			x.Words = fmt.Sprintf("%s was deleted; it was %s.", c.subject(o), figure(r.Value).shown)
		}
	}
	return x
}

// kept says whether the record of an old ref is still in the plan.
func (c *Matched) kept(sheet, ref string) bool {
	_, ok := c.refs[sheet][words.Fold(ref)]
	return ok
}

// inShort is what a whole row is known by.
func inShort(r *row) string {
	switch x := r.record.(type) {
	case *workbook.Update:
		return dated(x.Date, r.title)
	case *workbook.Waiver:
		return words.Clean(x.Reason)
	case *workbook.Term:
		return words.Clean(x.Meaning)
	}
	return r.title
}

// renumbered is a record that was found by its words under another ref.
func renumbered(p pair) Change {
	x := change(Renumbered, p.new, workbook.ColRef)
	x.Old, x.New = p.old.ref, p.new.ref
	noun := p.new.sheet.noun
	switch {
	case p.old.ref == "":
		x.Words = fmt.Sprintf("The %s %s, which had no ref, is now %s; it was recognised by its words.", noun, quote(p.new.title), p.new.ref)
	case p.new.ref == "":
		x.Words = fmt.Sprintf("%s has lost its ref; it was recognised by its words.", naming(p.old))
	default:
		x.Words = fmt.Sprintf("%s %s is now %s; it was recognised by its words: %s", words.Capital(noun), p.old.ref, p.new.ref, words.Stop(quote(p.new.title)))
	}
	return x
}

// reusedRef is a new record under a ref that stood for another. elsewhere is
// what became of that other one, nil if it is gone.
func reusedRef(before, n, elsewhere *row) Change {
	x := change(RefReused, n, workbook.ColRef)
	x.Old, x.New = before.title, n.title
	became := "which is gone"
	if elsewhere != nil {
		became = "which is now " + elsewhere.ref
		if elsewhere.ref == "" {
			became = "which now has no ref"
		}
	}
	x.Words = fmt.Sprintf("%s %s now stands for something else, %s; it stood for %s, %s.", words.Capital(n.sheet.noun), n.ref, quote(n.title), quote(before.title), became)
	return x
}

// renamedRow is a status word or a person under another name.
func renamedRow(p pair) Change {
	x := change(Renamed, p.new, p.new.sheet.key)
	x.Old, x.New = p.old.title, p.new.title
	x.Words = fmt.Sprintf("The %s %s is now called %s.", p.new.sheet.noun, quote(p.old.title), quote(p.new.title))
	return x
}
