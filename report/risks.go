package report

import (
	"fmt"
	"sort"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var likelihoods = [...]string{"", "rare", "unlikely", "possible", "likely", "almost certain"}
var impacts = [...]string{"", "minor", "low", "moderate", "major", "severe"}

// risks are the open risks, highest score first. A score is likelihood times
// impact: low to 4, medium to 9, high to 16, very high above.
func risks(f *facts.Facts) []Risk {
	var list []Risk
	for _, x := range f.Plan.Risks {
		if x.Status == workbook.RiskClosed {
			continue
		}
		r := Risk{Ref: x.Ref, Text: x.Text, AreaRef: x.Area, Mitigation: x.Mitigation, Owner: x.Owner}
		r.Likelihood = graded(x.Likelihood, likelihoods[:])
		r.Impact = graded(x.Impact, impacts[:])
		r.ScoreValue = x.Likelihood * x.Impact
		r.Score = "Not given"
		if r.ScoreValue > 0 {
			r.Score = fmt.Sprintf("%d %s", r.ScoreValue, scoreWord(r.ScoreValue))
		}
		list = append(list, r)
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].ScoreValue > list[j].ScoreValue })
	return list
}

func graded(n int, said []string) string {
	if n < 1 || n >= len(said) {
		return "Not given"
	}
	return fmt.Sprintf("%d %s", n, said[n])
}

func scoreWord(score int) string {
	switch {
	case score <= 4:
		return "low"
	case score <= 9:
		return "medium"
	case score <= 16:
		return "high"
	}
	return "very high"
}
