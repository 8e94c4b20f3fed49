package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// risks are the open risks, highest score first, with number and word together.
func (c *composer) risks() []block.Block {
	if len(c.brief.Risks) == 0 {
		return nil
	}
	t := risksTable(c.now.Heading, c.brief.Risks)
	c.makeRoom(t, "owner", "risk", "mitigation")
	return []block.Block{c.kept(t)}
}

// mostRisksInFull is how many risks have a line each for score, likelihood and
// impact, in number and word; of more they share one.
const mostRisksInFull = 10

func risksTable(caption string, risks []report.Risk) *listing {
	t := newListing("risks", caption, "risk",
		block.Column{Name: "risk", Title: "Risk", Width: 54},
		block.Column{Name: "score", Title: "Score, likelihood, impact", Width: 29},
		block.Column{Name: "mitigation", Title: "What we are doing", Width: 55},
		block.Column{Name: "owner", Title: "Owner", Width: 32},
	)
	if slices.ContainsFunc(risks, func(r report.Risk) bool { return ungraded(r.Score) || ungraded(r.Likelihood) || ungraded(r.Impact) }) {
		t.Columns[0].Width, t.Columns[1].Width, t.Columns[2].Width = 50, 36, 52 // "Likelihood not given" on one line
	}
	t.As = block.Strip
	long := len(risks) > mostRisksInFull
	if long {
		t.Columns[0].Width, t.Columns[1].Width, t.Columns[2].Width, t.Columns[3].Width = 48, 35, 55, 32
		t.Columns[1].Title = "Score (likelihood × impact)"
	}
	for _, r := range risks {
		score := holds(block.Para{Runs: bold(graded("Score", r.Score))},
			block.Para{Runs: text(graded("Likelihood", r.Likelihood))}, block.Para{Runs: text(graded("Impact", r.Impact))})
		if long && r.ScoreValue > 0 {
			score = cell(append(bold(r.Score), text(fmt.Sprintf(" (%s × %s)", number(r.Likelihood), number(r.Impact)))...)...)
		}
		t.add(block.Row{Continued: refAnd(r.Ref, "continued")},
			cell(refBold(r.Ref, r.Text)...),
			by(strconv.Itoa(r.ScoreValue), score),
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

// number is that of a grade: "4" of "4 likely".
func number(grade string) string {
	n, _, _ := strings.Cut(grade, " ")
	return n
}

func ungraded(grade string) bool { return grade == "" || grade == notGiven }
