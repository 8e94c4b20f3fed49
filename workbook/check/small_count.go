package check

import (
	"actionplan/workbook"
	"actionplan/workbook/check/identify"
	"actionplan/workbook/words"
)

var smallCount = Rule{
	Name: "small-count", Severity: workbook.Warning, Publication: true, Doc: doc("small-count"),
	Run: func(p *Pass) {
		publish(identify.SmallCount, "a count of children or families so small that it may identify them", `Write "a few" or "a small number", or speak of a longer period.`)(p)
		p.smallFigures()
	},
}

// smallFigures reports baselines and readings that are themselves a small
// count of children: the value of a measure whose unit is children, and what
// was counted for a share of them.
func (p *Pass) smallFigures() {
	for _, m := range p.Plan.Measures {
		if !p.Facts.Restricted(m) && countsChildren(m) {
			p.smallFigure(m.Source, m.Ref, workbook.ColBaseline, m.Baseline)
		}
	}
	for _, r := range p.Plan.Readings {
		m := p.Plan.FindMeasure(r.Measure)
		if m == nil || p.Facts.Restricted(r) {
			continue
		}
		if countsChildren(m) && p.smallFigure(r.Source, r.Measure, workbook.ColValue, r.Value) || !shareOfChildren(m) {
			continue
		}
		if !p.smallFigure(r.Source, r.Measure, workbook.ColNumerator, r.Numerator) {
			p.smallFigure(r.Source, r.Measure, workbook.ColDenominator, r.Denominator)
		}
	}
}

// smallFigure reports a figure from 1 to below the small count, and says
// whether it did.
func (p *Pass) smallFigure(s workbook.Source, ref, heading string, n workbook.Number) bool {
	if !n.Set || n.Value <= 0 || n.Value >= float64(p.smallCount()) || s.Bad(heading) {
		return false
	}
	problem := at(s, heading, ref,
		"The figure is a count of children so small that it may identify them.",
		"Measure over a longer period, leave the count out, or mark the area Restricted.")
	problem.Value = ""
	p.Report(problem)
	return true
}

// countsChildren is true of a measure whose figures are numbers of children or
// families.
func countsChildren(m *workbook.Measure) bool {
	unit := words.Fold(m.Unit)
	if unit == "" || unit == "number" || unit == "count" || unit == "no." {
		return !m.Percent() && identify.CountsChildren(m.Name)
	}
	return !m.Percent() && identify.CountsChildren(m.Unit)
}

// shareOfChildren is true of a measure whose numerator counts children.
func shareOfChildren(m *workbook.Measure) bool {
	return identify.CountsChildren(m.Name) || countsChildren(m)
}
