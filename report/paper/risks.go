package paper

import (
	"strconv"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// risks are the open risks, highest score first, with number and word together.
func (c *composer) risks() []block.Block {
	if len(c.brief.Risks) == 0 {
		return nil
	}
	return []block.Block{c.kept(risksTable(c.now.Heading, c.brief.Risks))}
}

func risksTable(caption string, risks []report.Risk) *listing {
	t := newListing("risks", caption, "risk",
		block.Column{Name: "risk", Title: "Risk", Width: 56},
		block.Column{Name: "score", Title: "Score, likelihood, impact", Width: 24},
		block.Column{Name: "mitigation", Title: "What we are doing", Width: 58},
		block.Column{Name: "owner", Title: "Owner", Width: 32},
	)
	t.As = block.Strip
	for _, r := range risks {
		score := r.Score
		if score == "" {
			score = "None"
		}
		t.add(block.Row{Continued: refAnd(r.Ref, "continued")},
			cell(refBold(r.Ref, r.Text)...),
			by(strconv.Itoa(r.ScoreValue), holds(block.Para{Runs: bold(score)},
				block.Para{Runs: orMissing(r.Likelihood, notGiven)}, block.Para{Runs: orMissing(r.Impact, notGiven)})),
			given(r.Mitigation, notGiven),
			given(r.Owner, "No owner"),
		)
	}
	return t
}
