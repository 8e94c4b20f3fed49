package history

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// cellPair is one cell in both states of a record.
type cellPair struct {
	pair
	heading  string
	column   *workbook.Column
	old, new value
}

// same says whether nobody changed the cell, or changed only how it looks.
func (c *Matched) same(f cellPair) bool {
	o, n := f.old, f.new
	if o.shown == n.shown && !f.column.Leads() {
		return true
	}
	switch f.column.Kind {
	case workbook.RefTo, workbook.RefsTo:
		return c.sameRefs(f)
	case workbook.RefsOrText:
		if o.parts != nil && n.parts != nil {
			return c.sameRefs(f)
		}
	case workbook.StatusWord:
		return c.sameStatus(o.shown, n.shown)
	case workbook.Owner:
		return c.sameOwner(o.shown, n.shown)
	case workbook.People:
		return slices.Equal(foldedSet(o.parts, words.FoldName), foldedSet(n.parts, words.FoldName))
	}
	if f.column.Compare == workbook.AsPerson {
		return c.sameOwner(o.shown, n.shown)
	}
	if len(o.parts)+len(n.parts) > 0 {
		return slices.Equal(foldedSet(o.parts, words.Fold), foldedSet(n.parts, words.Fold))
	}
	return withDefault(f.column, o.shown) == withDefault(f.column, n.shown)
}

// withDefault takes a blank cell for what it means.
func withDefault(c *workbook.Column, shown string) string {
	if shown == "" {
		shown = c.Default
	}
	return words.Fold(shown)
}

// sameRefs compares what refs lead to, in any order: a ref that was changed
// because its record was renumbered is the same. A cell left as it was counts
// as changed only where its ref now leads to another record.
func (c *Matched) sameRefs(f cellPair) bool {
	now := foldedSet(refParts(f.new), words.Fold)
	before := foldedSet(refParts(f.old), func(ref string) string { return c.refs.translate(f.column.To, ref) })
	if slices.Equal(before, now) {
		return true
	}
	return slices.Equal(foldedSet(refParts(f.old), words.Fold), now) && !c.leadsElsewhere(f)
}

// leadsElsewhere is true if a ref of an untouched cell belongs to a record
// that had another ref before.
func (c *Matched) leadsElsewhere(f cellPair) bool {
	taken := c.taken[f.column.To]
	return slices.ContainsFunc(refParts(f.new), func(ref string) bool { return taken[words.Fold(ref)] })
}

func refParts(v value) []string {
	if v.parts != nil || v.blank() {
		return v.parts
	}
	return []string{v.shown}
}

// sameStatus compares status words. Two different words are the same where
// they mean the same and one of them is not in the other plan's key: then the
// key was reworded, which is said once, at the key.
func (c *Matched) sameStatus(old, new string) bool {
	if words.Same(old, new) {
		return true
	}
	then, now := c.old.Key.Meaning(old), c.new.Key.Meaning(new)
	if old == "" || new == "" || then != now || then == workbook.MeaningUnknown {
		return false
	}
	return c.new.Key.Find(old) == nil || c.old.Key.Find(new) == nil
}

func (c *Matched) sameOwner(old, new string) bool {
	return samePerson(old, new) || old != "" && samePerson(c.people[words.FoldName(old)], new)
}
