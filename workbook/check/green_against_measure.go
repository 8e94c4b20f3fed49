package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var greenAgainstMeasure = Rule{
	Name: "green-against-measure", Severity: workbook.Warning, Doc: doc("green-against-measure"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			measures := a.GreenAgainst()
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
