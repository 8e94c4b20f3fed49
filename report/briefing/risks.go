package briefing

import (
	"actionplan/report"
	"actionplan/report/tagged"
)

// risks are the open risks, highest score first, with number and word together.
func (p *paper) risks() []tagged.Block {
	if len(p.brief.Risks) == 0 {
		return nil
	}
	return p.withIntro(p.risksTable(p.brief.Risks).keeping(p.now))
}

func (p *paper) risksTable(risks []report.Risk) *choosable {
	t := denseTable("risk",
		column{"risk", tagged.Column{Width: 36, Title: tagged.Text("Risk")}},
		column{"likelihood", tagged.Column{Width: 22, Title: tagged.Text("Likelihood")}},
		column{"impact", tagged.Column{Width: 23, Title: tagged.Text("Impact")}},
		column{"score", tagged.Column{Width: 20, Title: tagged.Text("Score")}},
		column{"mitigation", tagged.Column{Width: 39, Title: tagged.Text("What we are doing")}},
		column{"owner", tagged.Column{Width: 30, Title: tagged.Text("Owner")}},
	)
	for _, r := range risks {
		t.add(tagged.Row{Continued: refAnd(r.Ref, "continued")},
			cell(bold(dense), tagged.Run{Text: refAnd(r.Ref, r.Text)}),
			cell(dense, orMissing(r.Likelihood, notGiven)...),
			cell(dense, orMissing(r.Impact, notGiven)...),
			cell(bold(dense), orMissing(r.Score, "None")...),
			cell(dense, orMissing(r.Mitigation, notGiven)...),
			cell(dense, orMissing(r.Owner, "No owner")...),
		)
	}
	return t
}

// withIntro is the section's heading, its sentence where the template has one,
// and what follows.
func (p *paper) withIntro(blocks ...tagged.Block) []tagged.Block {
	all := []tagged.Block{p.heading()}
	if p.now.Text != "" {
		all = append(all, sentence(p.now.Text))
	}
	return append(all, blocks...)
}

// clock is the statutory clock of each letter that starts one.
func (p *paper) clock() []tagged.Block {
	if len(p.brief.Clocks) == 0 {
		return nil
	}
	blocks := p.withIntro()
	for _, c := range p.brief.Clocks {
		style := body
		style.Bold = c.Late
		first := tagged.Para{Runs: tagged.Text(c.Sentence), Style: style, After: 1, Width: readWidth}
		blocks = append(blocks, first)
		if c.Working != "" {
			blocks = append(blocks, tagged.Para{Runs: tagged.Text(c.Working), Style: meanings, After: 2, Width: readWidth})
		}
	}
	return blocks
}
