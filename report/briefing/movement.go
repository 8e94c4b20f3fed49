package briefing

import "actionplan/report/pdf"

// movement is what became better or worse since an earlier position.
func (p *paper) movement() []pdf.Block {
	m := p.brief.Movement
	if m.Sentence == "" {
		return nil
	}
	if len(m.Rows) == 0 {
		return append(p.withIntro(), changeGroups(m.Groups)...)
	}
	t := denseTable("action",
		column{"change", pdf.Column{Width: 20, Title: pdf.Text("Change")}},
		column{"action", pdf.Column{Width: 47, Title: pdf.Text("Action")}},
		column{"then", pdf.Column{Width: 27, Title: pdf.Text(m.ThenLabel)}},
		column{"now", pdf.Column{Width: 27, Title: pdf.Text(m.NowLabel)}},
		column{"why", pdf.Column{Width: 49, Title: pdf.Text("Why")}},
	)
	for _, row := range m.Rows {
		t.add(pdf.Row{Continued: row.Action + ", continued"},
			words(bold(dense), row.Change),
			words(bold(dense), row.Action),
			[]pdf.Block{inWords(row.Then, dense)},
			[]pdf.Block{inWords(row.Now, dense)},
			cell(dense, orMissing(row.Why, notGiven)...),
		)
	}
	return append(p.withIntro(t.keeping(p.now)), changeGroups(m.Groups)...)
}
