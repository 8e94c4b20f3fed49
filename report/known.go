package report

import (
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
	last := lastEvidence(a.Actions)
	if last == nil {
		return text + " No evidence is named."
	}
	text += " Last evidence (" + last.Ref + "): " + words.Stop(last.Evidence)
	if last.CheckedBy == "" {
		return text + " No checker is named."
	}
	return text + " Checked by " + words.Stop(last.CheckedBy)
}

// lastEvidence is the done action with evidence that was completed last.
func lastEvidence(actions []*facts.Action) *facts.Action {
	var last *facts.Action
	for _, a := range actions {
		if a.Meaning.Done() && a.Evidence != "" && (last == nil || a.Completed.After(last.Completed)) {
			last = a
		}
	}
	return last
}
