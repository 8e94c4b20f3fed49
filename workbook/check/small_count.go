package check

import "actionplan/workbook"

var smallCount = Rule{
	Name: "small-count", Severity: workbook.Warning, Publication: true, Doc: doc("small-count"),
	Run: func(p *Pass) {
		publish("small-count", "a count of children so small that it may identify them", `Write "a few" or "a small number", or speak of a longer period.`)(p)
		p.smallReadings()
	},
}

// smallReadings reports readings that are themselves a small count of
// children.
func (p *Pass) smallReadings() {
	small := float64(p.smallCount())
	for _, r := range p.Plan.Readings {
		m := p.Plan.FindMeasure(r.Measure)
		if m == nil || p.Facts.Restricted(r) || !countsChildren(m) {
			continue
		}
		heading, n := workbook.ColValue, r.Value
		if m.Percent() {
			heading, n = workbook.ColNumerator, r.Numerator
		}
		if !n.Set || n.Value <= 0 || n.Value >= small || r.Bad(heading) {
			continue
		}
		problem := at(r.Source, heading, r.Measure,
			"The figure is a count of children so small that it may identify them.",
			"Measure over a longer period, leave the count out, or mark the area Restricted.")
		problem.Value = ""
		p.Report(problem)
	}
}

// countsChildren is true of a measure whose unit is children, or a percentage
// whose name begins with them.
func countsChildren(m *workbook.Measure) bool {
	subject := m.Unit
	if m.Percent() {
		subject = m.Name
	}
	list := lowerWords(subject)
	return len(list) > 0 && (counted[list[0]] && list[0] != "children's" && list[0] != "children’s" || list[0] == "young" || list[0] == "care" && len(list) > 1 && counted[list[1]])
}
