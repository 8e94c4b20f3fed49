package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

var rateDenominator = Rule{
	Name: "rate-denominator", Severity: workbook.Advice, Doc: doc("rate-denominator"),
	Run: func(p *Pass) {
		var bare []*facts.Measure
		for _, m := range p.Facts.Measures {
			if r := m.Latest; r != nil && m.Percent() && !r.Denominator.Set && blank(r.Comment) && blank(m.DataQualityNote) && !r.Bad(workbook.ColDenominator) {
				bare = append(bare, m)
			}
		}
		const hint = "Enter the numerator and the denominator, or say in the comment why they are not known."
		if len(bare) > fewRates {
			// It is how the plan is kept, and one thing to put right.
			var refs []string
			var others []xlsx.Cell
			for _, m := range bare {
				refs = append(refs, m.Ref)
				others = append(others, m.Latest.At(workbook.ColDenominator))
			}
			p.report(bare[0].Latest.Source, workbook.ColDenominator, bare[0].Ref,
				"The latest values of "+words.And(refs)+" do not say out of how many.", hint, others[1:]...)
			return
		}
		for _, m := range bare {
			p.report(m.Latest.Source, workbook.ColDenominator, m.Latest.Measure,
				"The latest value, "+figure(m.Latest.Value.Value, m.Unit)+", does not say out of how many.", hint)
		}
	},
}

// fewRates is how many rates without a denominator are told one by one.
const fewRates = 3
