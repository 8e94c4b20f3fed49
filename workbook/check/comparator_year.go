package check

import "actionplan/workbook"

var comparatorYear = Rule{
	Name: "comparator-year", Severity: workbook.Warning, Doc: doc("comparator-year"),
	Run: func(p *Pass) {
		for _, m := range p.Plan.Measures {
			if !m.England.Set && !m.Neighbours.Set || !blank(m.ComparatorYear) || m.Bad(workbook.ColComparatorYear) {
				continue
			}
			p.report(m.Source, workbook.ColComparatorYear, m.Ref,
				"A figure to compare with is given, but not of which year.",
				"Enter the year of the figure, such as 2024-25.", m.At(workbook.ColEngland), m.At(workbook.ColNeighbours))
		}
	},
}
