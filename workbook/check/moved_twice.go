package check

import (
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var movedTwice = Rule{
	Name: "moved-twice", Severity: workbook.Warning, Doc: doc("moved-twice"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.TimesMoved < 2 || !a.Open {
				continue
			}
			missing := missingAssurance(a)
			if missing == "" {
				continue
			}
			p.report(a.Source, workbook.ColRevisedDue, a.Ref,
				"The date has moved "+times(a.TimesMoved)+", from "+a.Due.Long()+" to "+a.EffectiveDue.Long()+", and nothing says "+missing+".",
				"Give the reason for the revision, also for the moves before this one, and under If it slips what will make this date hold.",
				a.At(workbook.ColRevisionReason), a.At(workbook.ColIfItSlips))
		}
	},
}

// missingAssurance is what a board would ask about a date that has moved
// again; "" if both answers are there.
func missingAssurance(a *facts.Action) string {
	switch why, how := blank(a.RevisionReason), blank(a.IfItSlips); {
	case why && how:
		return "why or what will make it hold"
	case why:
		return "why"
	case how:
		return "what will make it hold"
	case a.TimesMoved > 2 && !movedBefore.hasIn(a.RevisionReason):
		return "why the dates before it did not hold"
	}
	return ""
}

// movedBefore is said of more moves than the last one: a single reason is none for
// three.
var movedBefore = phrasesOf(`
	again/twice/thrice/each/both/third/second/fourth/earlier/previous/previously/repeatedly/already
	every/this time
	first/last/other/two/three date/dates/time/move/moves/delay/delays/reason/reasons
	before this/that
	and then`)

// hasIn says whether any clause of a text has one of the phrases.
func (ps *phrases) hasIn(s string) bool { return slices.ContainsFunc(clauses(s), ps.hasAnyhow) }

func times(n int) string {
	if n == 2 {
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}
