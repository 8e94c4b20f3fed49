package check

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

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
			p.report(a.Source, workbook.ColStatus, a.Ref,
				"The status is "+quote(a.Word)+", but its measure "+m.Ref+" ("+m.Name+") "+against(m)+".",
				"Change the status, or say in the progress note why it is on track although the measure is not.",
				a.At(workbook.ColSuccessMeasure), m.Latest.At(workbook.ColValue))
		}
	},
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
