package briefing

import (
	"actionplan/report"
	"actionplan/report/pdf"
)

// risks are the open risks, highest score first, with number and word together.
func (p *paper) risks() []pdf.Block {
	if len(p.brief.Risks) == 0 {
		return nil
	}
	return p.withIntro(p.risksTable(p.brief.Risks).keeping(p.now))
}

func (p *paper) risksTable(risks []report.Risk) *choosable {
	t := denseTable("risk",
		column{"risk", pdf.Column{Width: 36, Title: pdf.Text("Risk")}},
		column{"likelihood", pdf.Column{Width: 22, Title: pdf.Text("Likelihood")}},
		column{"impact", pdf.Column{Width: 23, Title: pdf.Text("Impact")}},
		column{"score", pdf.Column{Width: 20, Title: pdf.Text("Score")}},
		column{"mitigation", pdf.Column{Width: 39, Title: pdf.Text("What we are doing")}},
		column{"owner", pdf.Column{Width: 30, Title: pdf.Text("Owner")}},
	)
	for _, r := range risks {
		t.add(pdf.Row{Continued: refAnd(r.Ref, "continued")},
			cell(bold(dense), pdf.Run{Text: refAnd(r.Ref, r.Text)}),
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
func (p *paper) withIntro(blocks ...pdf.Block) []pdf.Block {
	all := []pdf.Block{p.heading()}
	if p.now.Text != "" {
		all = append(all, sentence(p.now.Text))
	}
	return append(all, blocks...)
}

// clock is the statutory clock of each letter that starts one.
func (p *paper) clock() []pdf.Block {
	if len(p.brief.Clocks) == 0 {
		return nil
	}
	blocks := p.withIntro()
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
