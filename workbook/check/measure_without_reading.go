package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// readings are the columns without which nothing is known of any reading.
var readings = []Need{{workbook.SheetReadings, workbook.ColMeasure}, {workbook.SheetReadings, workbook.ColPeriodEnd}, {workbook.SheetReadings, workbook.ColValue}}

var measureWithoutReading = Rule{
	Name: "measure-without-reading", Severity: workbook.Advice, Doc: doc("measure-without-reading"),
	Needs: readings,
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if m.Latest != nil || !m.TargetDate.IsZero() && p.AsOf.Sub(m.TargetDate) > facts.GraceDays || m.ReadingsUnread > 0 || m.BaselineDate.IsZero() || p.AsOf.Sub(m.BaselineDate) <= 2*p.Facts.BoardEvery || blank(m.Ref) || m.Bad(workbook.ColRef) {
				continue
			}
			p.report(m.Source, workbook.ColRef, m.Ref,
				"Nothing has been measured since the baseline of "+m.BaselineDate.Long()+".",
				"Add its values to "+p.sheet(workbook.SheetReadings)+", or say under Data quality note when the first is expected.")
		}
	},
}
