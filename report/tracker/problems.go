package tracker

import (
	"strings"

	"actionplan/report"
)

func (k *book) drawProblems() {
	q := k.b.Quality
	all := append(append([]report.ProblemLine(nil), q.Problems...), q.Waived...)
	l := list{sheet: sheetProblems, table: "ProblemList", title: "Problems: cells of the plan's workbook to fix", rows: len(all), note: strings.Join(q.Sentences, " ")}
	of := func(heading string, width float64, l look, v func(p report.ProblemLine) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(all[i])} }}
	}
	l.columns = []column{
		{heading: "Place", width: 18, look: wordy, cell: func(i int) content { return k.place(all[i]) }},
		of("Ref", 10, refText, func(p report.ProblemLine) any { return p.Ref }),
		of("How serious", 16, wordy, func(p report.ProblemLine) any { return seriousness(p) }),
		of("What is wrong", 56, wordy, func(p report.ProblemLine) any { return p.Message }),
		of("How to fix it", 50, wordy, func(p report.ProblemLine) any { return p.Hint }),
		of("Rule", 22, wordy, func(p report.ProblemLine) any { return p.Rule }),
	}
	if len(q.Waived) > 0 {
		l.columns = append(l.columns,
			of("Waived by", 24, wordy, func(p report.ProblemLine) any { return p.WaivedBy }),
			of("Why", 36, wordy, func(p report.ProblemLine) any { return p.WaivedWhy }))
	}
	k.draw(l)
}

// place leads to the cell in the plan's workbook, which as a rule lies beside
// the tracker.
func (k *book) place(p report.ProblemLine) content {
	c := content{v: p.Place}
	if p.Cell != "" && k.b.Quality.File != "" {
		c.to, c.place, c.outside, c.look = besideUs(k.b.Quality.File), p.Place, true, linked
		c.tip = "Open this cell of " + k.b.Quality.File + ", if it lies beside this file"
	}
	return c
}

func seriousness(p report.ProblemLine) string {
	if p.Severity == "" {
		return ""
	}
	s := strings.ToUpper(p.Severity[:1]) + p.Severity[1:]
	if p.WaivedBy != "" {
		s += ", waived"
	}
	return s
}
