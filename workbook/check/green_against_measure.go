package check

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// greenAgainstMeasure warns where the measure speaks against what was done: it
// gets worse, its target was missed, or what is called embedded does not show.
// That it does not get better yet is advice: a few readings can't tell a slow
// gain from none, and an action can be done before it is felt.
var greenAgainstMeasure = Rule{
	Name: "green-against-measure", Severity: workbook.Warning, Doc: doc("green-against-measure"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			measures := slices.DeleteFunc(a.GreenAgainst(), func(m *facts.Measure) bool {
				return tooFewToSay(m) || noteExplains(a.ProgressNote, m)
			})
			if len(measures) == 0 || a.Bad(workbook.ColStatus) {
				continue
			}
			m := measures[0]
			problem := at(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but its measure "+m.Ref+" ("+m.Name+") "+against(m)+".",
				"Change the status, or say in the progress note why it "+counts(a.Meaning)+" although the measure does not show it.",
				a.At(workbook.ColSuccessMeasure), m.Latest.At(workbook.ColValue))
			if a.Meaning != workbook.Embedded && m.Direction != facts.Worse && m.Position != facts.Missed {
				problem.Severity = workbook.Advice
			}
			p.Report(problem)
		}
		p.areasAgainst()
	},
}

// counts is what a status says of an action in the middle of a sentence.
func counts(m workbook.Meaning) string {
	if m.Done() {
		return "counts as done"
	}
	return "is on track"
}

// tooFewToSay is true of a measure that is behind its line but has come some of
// the way, before there are readings enough to tell how it goes on.
func tooFewToSay(m *facts.Measure) bool {
	return m.Position == facts.Behind && m.Direction == facts.TooFew && m.Baseline.Set && m.ComeFrom(m.Baseline.Value) > 0
}

// noteExplains is true of a note that speaks of the measure, by its ref or as "the
// measure", and gives a reason.
func noteExplains(note string, m *facts.Measure) bool {
	list := lowerWords(note)
	return (slices.Contains(list, strings.ToLower(m.Ref)) || slices.Contains(list, "measure")) && anyIn(reasons, list)
}

var reasons = setOf("because since as due reason although though while until not despite so owing follows depends lags after before still")

// against says what in its measure tells against a status. That it is not
// getting better is said only where there are readings enough to say it.
func against(m *facts.Measure) string {
	switch {
	case m.Direction == facts.Worse:
		return "is getting worse"
	case m.Position == facts.Missed:
		return "missed its target"
	case m.Direction == facts.NoClearChange:
		return "is behind its target and not getting better"
	}
	return "is behind its target, with too few readings to tell whether it gets better"
}

// areasAgainst reports areas whose reason says that things get better while a
// measure of theirs gets worse, and those that are called on track or done and
// do not own to it.
func (p *Pass) areasAgainst() {
	for _, a := range p.Facts.Areas {
		if blank(a.Status) || a.Bad(workbook.ColStatus) || a.Bad(workbook.ColStatusReason) || a.Meaning == workbook.Withdrawn {
			continue
		}
		good := a.Meaning == workbook.OnTrack || a.Meaning.Done()
		for _, m := range a.Measures {
			claimed := claimsGain(a.StatusReason, m)
			if m.Direction != facts.Worse || !claimed && (!good || p.ownsTo(a.StatusReason, m)) {
				continue
			}
			says := "The status is " + quote(a.Word) + ", but"
			if claimed {
				says = "The reason says that this gets better, but"
			}
			p.report(a.Source, workbook.ColStatusReason, a.Ref,
				says+" the area's measure "+m.Ref+" ("+m.Name+") is getting worse.",
				"Say in the reason how the area stands although "+m.Ref+" gets worse, or correct the status or the reading.",
				a.At(workbook.ColStatus), m.Latest.At(workbook.ColValue))
			break
		}
	}
}

// claimsGain is true of a reason that says of what a measure is about, by a word
// of its name, that it rises or gets better.
func claimsGain(reason string, m *facts.Measure) bool {
	name := lowerWords(m.Name)
	for _, c := range clauses(reason) {
		if !anyIn(gaining, c) || m.BetterWhen == workbook.LowerBetter {
			continue
		}
		for _, w := range c {
			if len(w) > 5 && slices.Contains(name, w) && !ofServices[w] && !people[w] {
				return true
			}
		}
	}
	return false
}

var gaining = setOf("rising rises rose risen improving improved improves better growing grows grown increasing increased increases climbing climbed up oftener higher")

// ownsTo is true of a reason that names the measure, or tells of something that
// goes the wrong way or is not reached.
func (p *Pass) ownsTo(reason string, m *facts.Measure) bool {
	if noteExplains(reason, m) || slices.Contains(lowerWords(reason), strings.ToLower(m.Ref)) {
		return true
	}
	n := p.notes.Get(reason, readNote)
	return n.trouble != "" || n.tookLonger != "" || n.setback != "" || n.bleak != "" || anyIn(wrongWay, lowerWords(reason))
}

var wrongWay = setOf("fewer less worse worsened worsening falling fell fallen slipped behind lower declined dropped down except but however although weakest weak still hardest")
