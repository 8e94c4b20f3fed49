package paper

import (
	"slices"
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
	if slices.ContainsFunc(risks, func(r report.Risk) bool { return ungraded(r.Score) || ungraded(r.Likelihood) || ungraded(r.Impact) }) {
		t.Columns[0].Width, t.Columns[1].Width, t.Columns[2].Width = 50, 36, 52 // "Likelihood not given" on one line
	}
	t.As = block.Strip
	for _, r := range risks {
		t.add(block.Row{Continued: refAnd(r.Ref, "continued")},
			cell(refBold(r.Ref, r.Text)...),
			by(strconv.Itoa(r.ScoreValue), holds(block.Para{Runs: bold(graded("Score", r.Score))},
				block.Para{Runs: text(graded("Likelihood", r.Likelihood))}, block.Para{Runs: text(graded("Impact", r.Impact))})),
			given(r.Mitigation, notGiven),
			given(r.Owner, "No owner"),
		)
	}
	return t
}

// graded is a grade, or which one is not given: the three stand below each other.
func graded(what, grade string) string {
	if ungraded(grade) {
		return what + " not given"
	}
	return grade
}

func ungraded(grade string) bool { return grade == "" || grade == notGiven }
