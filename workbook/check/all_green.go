package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// allGreenFrom is the number of open actions from which a plan without a
// single doubt is hard to believe.
const allGreenFrom = 10

var allGreen = Rule{
	Name: "all-green", Severity: workbook.Warning, Doc: doc("all-green"),
	Run: func(p *Pass) {
		onTrack := 0
		for _, a := range p.Facts.Actions {
			switch {
			case !a.Open:
			case a.Late || a.Meaning == workbook.AtRisk || a.Meaning == workbook.OffTrack || a.Meaning == workbook.MeaningUnknown:
				return
			case a.Meaning == workbook.OnTrack:
				onTrack++
			}
		}
		if onTrack < allGreenFrom {
			return
		}
		first := p.Facts.Actions[0]
		p.Report(workbook.Problem{
			Cell:    xlsx.Cell{File: first.At(workbook.ColStatus).File, Sheet: first.SheetName()},
			Column:  first.Heading(workbook.ColStatus),
			Message: "All " + strconv.Itoa(onTrack) + " actions under way are " + quote(p.Plan.Key.Word(workbook.OnTrack)) + "; not one is at risk or off track.",
			Hint:    "Ask each owner which action is most likely to slip. If all really are on track, waive this rule and say how you know.",
		})
	},
}
