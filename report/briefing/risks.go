package briefing

import "actionplan/report/pdf"

// risks are the open risks, highest score first, with number and word together.
func (p *paper) risks() []pdf.Block {
	if len(p.brief.Risks) == 0 {
		return nil
	}
	t := pdf.Table{
		Columns: []pdf.Column{
			{Width: 36, Title: pdf.Text("Risk"), RowHeader: true},
			{Width: 22, Title: pdf.Text("Likelihood")},
			{Width: 23, Title: pdf.Text("Impact")},
			{Width: 20, Title: pdf.Text("Score")},
			{Width: 39, Title: pdf.Text("What we are doing")},
			{Width: 30, Title: pdf.Text("Owner")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, r := range p.brief.Risks {
		t.Rows = append(t.Rows, pdf.Row{
			Continued: refAnd(r.Ref, "continued"),
			Cells: [][]pdf.Block{
				cell(bold(dense), pdf.Run{Text: refAnd(r.Ref, r.Text)}),
				cell(dense, orMissing(r.Likelihood, notGiven)...),
				cell(dense, orMissing(r.Impact, notGiven)...),
				cell(bold(dense), orMissing(r.Score, "None")...),
				cell(dense, orMissing(r.Mitigation, notGiven)...),
				cell(dense, orMissing(r.Owner, "No owner")...),
			},
		})
	}
	return []pdf.Block{p.heading("risks"), t}
}

// clock is the statutory clock of each letter that starts one.
func (p *paper) clock() []pdf.Block {
	if len(p.brief.Clocks) == 0 {
		return nil
	}
	blocks := []pdf.Block{p.heading("clock")}
	for _, c := range p.brief.Clocks {
		style := body
		style.Bold = c.Late
		first := pdf.Para{Runs: pdf.Text(c.Sentence), Style: style, After: 1, Width: readWidth}
		blocks = append(blocks, first)
		if c.Working != "" {
			blocks = append(blocks, pdf.Para{Runs: pdf.Text(c.Working), Style: meanings, After: 2, Width: readWidth})
		}
	}
	return blocks
}
