package check

import (
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var figureImpossible = Rule{
	Name: "figure-impossible", Severity: workbook.Error, Doc: doc("figure-impossible"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			p.judgeShares(a.Source, workbook.ColProgressNote, a.Ref, a.ProgressNote)
			p.judgeShares(a.Source, workbook.ColEvidence, a.Ref, a.Evidence)
		}
		for _, u := range p.Plan.Updates {
			p.judgeShares(u.Source, workbook.ColNote, u.Action, u.Note)
		}
		for _, m := range p.Facts.Measures {
			for _, g := range figuresOf(m) {
				why := impossible(m, g.value)
				if why == "" || g.Bad(g.heading) {
					continue
				}
				p.report(g.Source, g.heading, m.Ref,
					"The "+g.called()+" "+m.Ref+", "+figure(g.value, m.Unit)+", "+why+".",
					"Correct the figure, or the unit if it is none of "+quote(m.Unit)+".")
			}
		}
	},
}

// judgeShares reports "9 of 4 practices": more than all.
func (p *Pass) judgeShares(s workbook.Source, heading, ref, text string) {
	if !mayShare(text) || s.Bad(heading) {
		return
	}
	for _, m := range share.FindAllStringSubmatch(text, -1) {
		part, all := countOf(m[1]), countOf(m[2])
		if all > 0 && part > all && !(all >= 1900 && all < 2100) {
			p.report(s, heading, ref,
				quote(strings.TrimSpace(m[0]))+" is more than all of them.",
				"Correct one of the two figures.")
			return
		}
	}
}

// mayShare says whether a figure stands on either side of an "of", without which
// there is nothing to find.
func mayShare(text string) bool {
	for {
		before, after, found := strings.Cut(text, " of ")
		if !found {
			return false
		}
		before = strings.TrimSuffix(before, " out")
		behind := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(after, "the "), "our "), "all ")
		if before != "" && isDigit(before[len(before)-1]) && behind != "" && isDigit(behind[0]) {
			return true
		}
		text = after
	}
}

// share finds so many of so many, whole figures both: no rank, no day of a
// month and no part of a longer figure.
var share = words.MustCompile(`(?:^|[^\d.,/%£:-])(\d{1,3}(?:,\d{3})+|\d+)(?: out)? of (?:the |our |all )?(\d{1,3}(?:,\d{3})+|\d+)(?:[ ,;:)]|\.(?:\s|$)|$)`)

func countOf(s string) int {
	n, _ := strconv.Atoi(strings.ReplaceAll(s, ",", ""))
	return n
}

// measured is one figure of a measure, in the measure's unit.
type measured struct {
	workbook.Source
	heading string
	value   float64
}

// called is what a figure is, inside a sentence.
func (g measured) called() string {
	switch g.heading {
	case workbook.ColEngland:
		return "figure for England beside"
	case workbook.ColNeighbours:
		return "figure for statistical neighbours beside"
	}
	return words.LowerFirst(g.Heading(g.heading)) + " of"
}

// figuresOf are the figures of a measure: what stands in its own row, then its
// readings, oldest first.
func figuresOf(m *facts.Measure) []measured {
	var list []measured
	add := func(s workbook.Source, heading string, n workbook.Number) {
		if n.Set {
			list = append(list, measured{s, heading, n.Value})
		}
	}
	add(m.Source, workbook.ColBaseline, m.Baseline)
	add(m.Source, workbook.ColTarget, m.Target)
	add(m.Source, workbook.ColEngland, m.England)
	add(m.Source, workbook.ColNeighbours, m.Neighbours)
	for _, r := range m.Readings {
		add(r.Source, workbook.ColValue, r.Value)
	}
	return list
}

// impossible says why a figure can't be, "" if it can.
func impossible(m *facts.Measure, v float64) string {
	switch {
	case !m.Impossible(v):
		return ""
	case v < 0 && m.Percent():
		return "is below 0%"
	case v < 0:
		return "is below nothing"
	}
	return "is above 100%"
}
