package report

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// knownBy is what an area's done actions rest on: how many are delivered and how
// many embedded, the last evidence, and who checked it. A public paper names
// neither.
func knownBy(k workbook.Key, a *facts.Area, public bool) string {
	if a.Done == 0 {
		return "Nothing is done yet."
	}
	delivered, embedded := saidAs(k, workbook.Delivered), saidAs(k, workbook.Embedded)
	text := words.Opening(a.Delivered) + " " + delivered + ", " + words.Number(a.Embedded) + " " + embedded + "."
	if a.Delivered == 0 {
		text = words.Opening(a.Embedded) + " " + embedded + "."
	}
	if public {
		return text
	}
	if checked := lastEvidence(a.Actions, true); checked != nil {
		return text + " Checked: " + checked.Ref + " (" + strings.TrimSuffix(checked.Evidence, ".") + "; by " + strings.TrimSuffix(checked.CheckedBy, ".") + ")" + unchecked(a.Actions) + "."
	}
	if last := lastEvidence(a.Actions, false); last != nil {
		return text + " Last evidence (" + last.Ref + "): " + words.Stop(last.Evidence) + " No checker is named."
	}
	return text + " No evidence is named."
}

// lastEvidence is the done action with evidence, and if so asked with somebody who
// checked it, whose row was looked at last: what is checked is often done earlier.
func lastEvidence(actions []*facts.Action, checked bool) *facts.Action {
	var last *facts.Action
	for _, a := range actions {
		if a.Meaning.Done() && a.Evidence != "" && (!checked || a.CheckedBy != "") && (last == nil || lookedAt(a).After(lookedAt(last))) {
			last = a
		}
	}
	return last
}

// lookedAt is the last day on which a done action was said to be as it is.
func lookedAt(a *facts.Action) workbook.Date {
	if a.Completed.After(a.LastTouched) {
		return a.Completed
	}
	return a.LastTouched
}

// unchecked names the done actions that nobody is said to have checked: ", not 4.2".
func unchecked(actions []*facts.Action) string {
	var refs []string
	for _, a := range actions {
		if a.Meaning.Done() && a.CheckedBy == "" {
			refs = append(refs, a.Ref)
		}
	}
	switch n := len(refs); {
	case n == 0:
		return ""
	case n > mostNamed:
		return ", not " + words.Count(n, "other", "others")
	}
	return ", not " + words.Or(refs)
}
