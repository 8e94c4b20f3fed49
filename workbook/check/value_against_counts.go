package check

import (
	"fmt"
	"math"

	"actionplan/workbook"
)

var valueAgainstCounts = Rule{
	Name: "value-against-counts", Severity: workbook.Error, Doc: doc("value-against-counts"),
	Run: func(p *Pass) {
		for _, r := range p.Plan.Readings {
			m := p.Plan.FindMeasure(r.Measure)
			if m == nil || !m.Percent() || !r.Numerator.Set || !r.Denominator.Set || !r.Value.Set || r.Denominator.Value <= 0 || r.Bad(workbook.ColValue) {
				continue
			}
			if r.Numerator.Value > r.Denominator.Value && r.Value.Value <= 100 {
				p.report(r.Source, workbook.ColNumerator, r.Measure,
					fmt.Sprintf("%s out of %s is more than all.", plain(r.Numerator.Value), plain(r.Denominator.Value)),
					"Correct the numerator or the denominator.", r.At(workbook.ColDenominator))
				continue
			}
			share := 100 * r.Numerator.Value / r.Denominator.Value
			if math.Abs(share-r.Value.Value) > 1 {
				p.report(r.Source, workbook.ColValue, r.Measure,
					fmt.Sprintf("The value is %s%%, but %s out of %s is %s%%.", plain(r.Value.Value), plain(r.Numerator.Value), plain(r.Denominator.Value), plain(math.Round(share*10)/10)),
					"Correct the value or the counts.", r.At(workbook.ColNumerator), r.At(workbook.ColDenominator))
			}
		}
	},
}
