package briefing

import "actionplan/report/tagged"

// movement is what became better or worse since an earlier position.
func (p *paper) movement() []tagged.Block {
	m := p.brief.Movement
	if m.Sentence == "" {
		return nil
	}
	if len(m.Rows) == 0 {
		return append(p.withIntro(), changeGroups(m.Groups)...)
	}
	t := denseTable("action",
		column{"change", tagged.Column{Width: 20, Title: tagged.Text("Change")}},
		column{"action", tagged.Column{Width: 47, Title: tagged.Text("Action")}},
		column{"then", tagged.Column{Width: 27, Title: tagged.Text(m.ThenLabel)}},
		column{"now", tagged.Column{Width: 27, Title: tagged.Text(m.NowLabel)}},
		column{"why", tagged.Column{Width: 49, Title: tagged.Text("Why")}},
	)
	for _, row := range m.Rows {
		t.add(tagged.Row{Continued: row.Action + ", continued"},
			words(bold(dense), row.Change),
			words(bold(dense), row.Action),
			[]tagged.Block{inWords(row.Then, dense)},
			[]tagged.Block{inWords(row.Now, dense)},
			cell(dense, orMissing(row.Why, notGiven)...),
		)
	}
	return append(p.withIntro(t.keeping(p.now)), changeGroups(m.Groups)...)
}
