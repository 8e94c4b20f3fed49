package check

import (
	"strconv"

	"actionplan/workbook"
)

// smallGroup is the size below which one child more or less moves a
// percentage by more than ten points.
const smallGroup = 10

var smallDenominator = Rule{
	Name: "small-denominator", Severity: workbook.Warning, Doc: doc("small-denominator"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			r := m.Latest
			if r == nil || !m.Percent() || !r.Denominator.Set || r.Denominator.Value >= smallGroup || r.Denominator.Value <= 0 || !blank(r.Comment) || !blank(m.DataQualityNote) {
				continue
			}
			p.report(r.Source, workbook.ColDenominator, r.Measure,
				"The percentage is out of fewer than "+strconv.Itoa(smallGroup)+", so one more or less moves it by over 10 points.",
				"Say so in the comment, or measure over a longer period.")
		}
	},
}
