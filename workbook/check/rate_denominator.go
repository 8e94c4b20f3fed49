package check

import "actionplan/workbook"

var rateDenominator = Rule{
	Name: "rate-denominator", Severity: workbook.Advice, Doc: doc("rate-denominator"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			r := m.Latest
			if r == nil || !m.Percent() || r.Denominator.Set || !blank(r.Comment) || !blank(m.DataQualityNote) || r.Bad(workbook.ColDenominator) {
				continue
			}
			p.report(r.Source, workbook.ColDenominator, r.Measure,
				"The latest value, "+figure(r.Value.Value, m.Unit)+", does not say out of how many.",
				"Enter the numerator and the denominator, or say in the comment why they are not known.")
		}
	},
}
