package check

import (
	"strconv"

	"actionplan/workbook"
)

var overloadArea = Rule{
	Name: "overload-area", Severity: workbook.Advice, Doc: doc("overload-area"),
	Run: func(p *Pass) {
		limit := p.Plan.Info.ActionsPerArea
		if limit <= 0 {
			limit = workbook.DefaultActionsPerArea
		}
		for _, a := range p.Facts.Areas {
			if open := len(openActions(a)); open > limit {
				p.report(a.Source, workbook.ColRef, a.Ref,
					"The area has "+strconv.Itoa(open)+" open actions; the plan's own limit is "+strconv.Itoa(limit)+".",
					"Join, finish or drop some, or split the area.", p.Plan.Info.At(workbook.FieldActionsPerArea))
			}
		}
	},
}
