package check

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// copiedFrom is the number of words from which two notes that are the same
// were not written twice by chance.
const copiedFrom = 4

var noteCopied = Rule{
	Name: "note-copied", Severity: workbook.Warning, Doc: doc("note-copied"),
	Run: func(p *Pass) {
		first := make(map[string]*facts.Action)
		sameText := remembered(sameText)
		rows := make(map[string]int)
		for _, a := range p.Facts.Actions {
			if key := sameText(a.ProgressNote); key != "" {
				rows[key]++
			}
		}
		for _, a := range p.Facts.Actions {
			key := sameText(a.ProgressNote)
			if key == "" || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColProgressNote) {
				continue
			}
			other := first[key]
			if other == nil {
				first[key] = a
			}
			switch old := copiedFromLog(a, key, sameText); {
			case other != nil && rows[key] < sameWordsFrom:
				p.report(a.Source, workbook.ColProgressNote, a.Action.Ref,
					"The note is that of "+other.Action.Ref+", word for word.",
					"Say what has happened on this action.", other.At(workbook.ColProgressNote))
			case old != nil:
				p.report(a.Source, workbook.ColProgressNote, a.Action.Ref,
					"The note is that of "+old.Date.Long()+", word for word, though the action was looked at again on "+a.LastTouched.Long()+".",
					"Say what has changed since then, if only that nothing has and why.", old.At(workbook.ColNote))
			}
			p.copiedLog(a, sameText)
		}
	},
}

// copiedFromLog is the line of the log from which a note was carried on, nil
// if it was not: a line of the same words from before the action was last
// looked at.
func copiedFromLog(a *facts.Action, key string, sameText func(string) string) *workbook.Update {
	if !a.Open {
		return nil
	}
	for _, u := range a.Updates {
		if u.Date.Before(a.LastTouched) && !u.Date.IsZero() && sameText(u.Note) == key {
			return u
		}
	}
	return nil
}

// copiedLog reports lines of an action's log that repeat the line before.
func (p *Pass) copiedLog(a *facts.Action, sameText func(string) string) {
	for i := 1; i < len(a.Updates); i++ {
		u, before := a.Updates[i], a.Updates[i-1]
		if key := sameText(u.Note); key != "" && key == sameText(before.Note) && u.Date != before.Date {
			p.report(u.Source, workbook.ColNote, u.Action,
				"The note is that of "+before.Date.Long()+", word for word.",
				"Say what was reported on this day.", before.At(workbook.ColNote))
		}
	}
}

// remembered is a function that works out each text once.
func remembered(of func(string) string) func(string) string {
	known := make(map[string]string)
	return func(s string) string {
		out, ok := known[s]
		if !ok {
			out = of(s)
			known[s] = out
		}
		return out
	}
}

// sameText is the words of a text, "" if there are too few to tell a copy.
func sameText(s string) string {
	list := lowerWords(s)
	if len(list) < copiedFrom {
		return ""
	}
	return strings.Join(list, " ")
}
