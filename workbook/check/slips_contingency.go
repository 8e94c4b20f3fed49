package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var slipsContingency = Rule{
	Name: "slips-contingency", Severity: workbook.Warning, Doc: doc("slips-contingency"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !blank(a.IfItSlips) || !a.Open || a.TimesMoved > 1 || a.Bad(workbook.ColStatus) {
				continue
			}
			state := ""
			switch {
			case a.Meaning == workbook.OffTrack:
				state = "off track"
			case a.Late:
				state = words.Figures(a.DaysLate, "day", "days") + " late"
			default:
				continue
			}
			p.report(a.Source, workbook.ColIfItSlips, a.Ref,
				"The action is "+state+", and nothing says how it will be brought back.",
				"Say what will be done differently, by whom and when.", a.At(workbook.ColStatus))
		}
	},
}
