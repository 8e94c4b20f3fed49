package report

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// knownBy is what an area's done actions rest on: how many are delivered and how
// many embedded, how many of them somebody has checked, and the latest evidence. A
// public paper names neither evidence nor checker.
func knownBy(f *facts.Facts, a *facts.Area, public bool) string {
	if a.Done == 0 {
		return "Nothing is done yet."
	}
	k := f.Plan.Key
	delivered, embedded := saidAs(k, workbook.Delivered), saidAs(k, workbook.Embedded)
	text := words.Opening(a.Delivered) + " " + delivered + ", " + words.Number(a.Embedded) + " " + embedded
	if a.Delivered == 0 {
		text = words.Opening(a.Embedded) + " " + embedded
	}
	if public {
		return text + "."
	}
	unchecked := uncheckedOf(a.Actions)
	if len(unchecked) == a.Done {
		text += "."
	} else {
		text += checkedWords(a.Done, unchecked)
	}
	if last := lastEvidence(a.Actions, f.AsOf, checked); last != nil {
		return text + " Latest: " + last.Ref + " (" + strings.TrimSuffix(last.Evidence, ".") + "; by " + strings.TrimSuffix(last.CheckedBy, ".") + ")."
	}
	last := lastEvidence(a.Actions, f.AsOf, func(*facts.Action) bool { return true })
	switch none := len(unchecked) == a.Done; {
	case last == nil && none:
		return text + " No evidence is named."
	case last == nil:
		return text
	case none:
		return text + " Latest evidence (" + last.Ref + "): " + words.Stop(last.Evidence) + " No checker is named."
	}
	return text + " Latest evidence (" + last.Ref + "), not checked: " + words.Stop(last.Evidence)
}

// checkedWords say how many of an area's done actions somebody has checked, of whom
// some are not.
func checkedWords(done int, unchecked []string) string {
	switch n := len(unchecked); {
	case n == 0 && done == 1:
		return ", checked."
	case n == 0 && done == 2:
		return ", both checked."
	case n == 0:
		return ", all checked."
	case n > mostNamed:
		return ". Checked: " + outOf(done-n, done) + "."
	}
	return ". Checked: " + outOf(done-len(unchecked), done) + "; not " + words.Or(unchecked) + "."
}

// lastEvidence is the done action, of those that count, whose evidence is the latest:
// by the dates that it names, else by the day on which the action was done.
func lastEvidence(actions []*facts.Action, asOf workbook.Date, counts func(*facts.Action) bool) *facts.Action {
	var last *facts.Action
	var latest workbook.Date
	for _, a := range actions {
		if !a.Meaning.Done() || a.Evidence == "" || !counts(a) {
			continue
		}
		on := workbook.LatestNamed(a.Evidence, asOf)
		if on.IsZero() {
			on = a.Completed
		}
		if last == nil || on.After(latest) || on == latest && a.Completed.After(last.Completed) {
			last, latest = a, on
		}
	}
	return last
}

// checked: somebody but the owner is named.
func checked(a *facts.Action) bool {
	return a.CheckedBy != "" && !words.SameName(a.CheckedBy, a.Owner)
}

// uncheckedOf are the done actions that nobody but their owner is said to have
// checked.
func uncheckedOf(actions []*facts.Action) []string {
	var refs []string
	for _, a := range actions {
		if a.Meaning.Done() && !checked(a) {
			refs = append(refs, a.Ref)
		}
	}
	return refs
}
