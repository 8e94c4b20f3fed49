package check

import (
	"strings"

	"actionplan/workbook"
)

var noteDatePassed = Rule{
	Name: "note-date-passed", Severity: workbook.Warning, Doc: doc("note-date-passed"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Open || a.Updated.IsZero() || a.Bad(workbook.ColProgressNote) || a.Bad(workbook.ColUpdated) || blank(a.ProgressNote) {
				continue
			}
			if typed := p.passedStep(a.ProgressNote, a.Updated); typed != "" {
				p.report(a.Source, workbook.ColProgressNote, a.Action.Ref,
					"The note tells of "+typed+" as still to come, and it had passed when the row was updated on "+a.Updated.Long()+".",
					"Say what came of it, or correct the date.", a.At(workbook.ColUpdated))
			}
		}
	},
}

// passedStep is the first date of a note, as typed, that is told as still to come
// although it lies before the day on which the row was updated; "" if there is
// none. A week is left: notes are often written some days before they are entered.
func (p *Pass) passedStep(note string, updated workbook.Date) string {
	const grace = 7
	for _, d := range p.datesIn(note) {
		day := d.nearest(updated)
		if d.day == 0 || day.IsZero() || updated.Sub(day) <= grace || !stepAhead(sentenceUpTo(note, d.start)) || wentOn(note[d.start+len(d.typed):]) {
			continue
		}
		return d.typed
	}
	return ""
}

// wentOn is true of words after a date that go on with what came of it: "and was
// held", "and went well".
func wentOn(after string) bool {
	if i := strings.IndexAny(after, ".;:!?()\n"); i >= 0 {
		after = after[:i]
	}
	list := lowerWords(after)
	if len(list) > 0 && (list[0] == "and" || list[0] == "which" || list[0] == "but") {
		list = list[1:]
	}
	return len(list) > 0 && (pastVerbs[list[0]] || list[0] == "did" || list[0] == "has" || list[0] == "have")
}

// sentenceUpTo is what a sentence says before a place in its text.
func sentenceUpTo(s string, place int) []string {
	list := clauses(s[:place])
	if len(list) == 0 || endsHere(s[:place]) {
		return nil
	}
	return list[len(list)-1]
}

// endsHere is true of a text that ends with a stop or a comma.
func endsHere(s string) bool {
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ' ':
		case '.', ',', ';', ':', '(', '!', '?':
			return true
		default:
			return false
		}
	}
	return true
}

// stepAhead judges the words before a date: "meets on", "will be ready by".
// A verb of the past between it and the date takes it back, and so does what was
// only meant, asked or promised then.
func stepAhead(before []string) bool {
	before = firstDayLeftOut(before)
	n := len(before)
	if n == 0 {
		return false
	}
	coming := false
	switch before[n-1] {
	case "on", "by", "before", "for":
	case "is", "are":
		coming = anyIn(stepsAhead, before[:n-1]) && !anyIn(lookingBack, before[:n-1])
		if !coming {
			return false
		}
	default:
		return false
	}
	before = withoutWhat(before)
	coming = coming || n > 2 && before[0] == "next" && (before[1] == "step" || before[1] == "steps" || before[1] == "stage")
	for i, w := range before {
		switch {
		case takesBack[w] || pastVerbs[w] && w != "given" && w != "taken" && w != "read" && !(i > 0 && before[i-1] == "be") || len(w) > 4 && w[len(w)-2:] == "ed" && !(i > 0 && (before[i-1] == "be" || before[i-1] == "is" || before[i-1] == "are")):
			return false
		case comingVerbs[w] || w == "to" && i > 0 && (before[i-1] == "hope" || before[i-1] == "hopes" || before[i-1] == "is" || before[i-1] == "are" || before[i-1] == "going"):
			coming = true
		}
	}
	return coming
}

// firstDayLeftOut takes off the first of two days: "are 3 and", "is planned for 12
// to".
func firstDayLeftOut(list []string) []string {
	n := len(list)
	if n > 2 && (list[n-1] == "to" || list[n-1] == "and" || list[n-1] == "or") && dayNumber(list[n-2]) > 0 && dayNumber(list[n-2]) <= 31 {
		return list[:n-2]
	}
	return list
}

var (
	// stepsAhead are what is held on a day: "the last two observation days are".
	stepsAhead = setOf(`day days date dates session sessions meeting meetings panel interviews interview workshop workshops training launch visit visits deadline closing start opening hearing go-live
		course courses event events conference board slot slots`)
	// lookingBack are words beside a day of which figures or papers are.
	lookingBack = setOf("latest data figure figures reading readings recent previous report reports letter version count counts")
)

// withoutWhat leaves out what a clause such as "what the money bought" says: it is
// of the subject, and takes nothing back.
func withoutWhat(list []string) []string {
	for i, w := range list {
		if w != "what" {
			continue
		}
		for j := i + 1; j < len(list); j++ {
			if list[j] == "will" || list[j] == "shall" {
				return append(append([]string{}, list[:i]...), list[j:]...)
			}
		}
	}
	return list
}

var (
	comingVerbs = setOf(`will shall meets begins starts opens launches goes arrives sits decides closes visits joins follows interviews takes comes publishes
		chooses picks hears considers signs trains moves ends finishes completes get gets booked scheduled planned expected due`)
	// takesBack are words that make what follows them past, or a thing that goes on.
	takesBack = setOf("had has have would could should was were did since until mondays tuesdays wednesdays thursdays fridays every each if whether that which who missed")
)
