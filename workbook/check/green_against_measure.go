package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var greenAgainstMeasure = Rule{
	Name: "green-against-measure", Severity: workbook.Warning, Doc: doc("green-against-measure"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning != workbook.OnTrack && !a.Meaning.Done() || a.Bad(workbook.ColStatus) {
				continue
			}
			for _, m := range a.Measures {
				state := unwell(m)
				if state == "" {
					continue
				}
				p.report(a.Source, workbook.ColStatus, a.Ref,
					"The status is "+quote(a.Word)+", but its measure "+m.Ref+" ("+m.Name+") "+state+".",
					"Change the status, or say in the progress note why the measure does not tell against it.",
					a.At(workbook.ColSuccessMeasure), m.Latest.At(workbook.ColValue))
				break
			}
		}
	},
}

// unwell says what tells against an action in its measure, "" if nothing
// does: it gets worse, has missed its target, or is behind and not better.
func unwell(m *facts.Measure) string {
	switch {
	case m.Latest == nil:
		return ""
	case m.Direction == facts.Worse:
		return "is getting worse"
	case m.Position == facts.Missed:
		return "missed its target"
	case m.Position == facts.Behind && m.Direction != facts.Better:
		return "is behind its target and not getting better"
	}
	return ""
}
