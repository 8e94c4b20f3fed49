package report

import (
	"slices"
	"strings"

	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// mostVisits is how many visits have a column each; those before share one.
const mostVisits = 4

// matrix counts the findings that ask for improvement by area and visit: raised
// there, raised before, answered, with all actions done, resolved.
func matrix(f *facts.Facts) Matrix {
	visits := slices.DeleteFunc(slices.Clone(f.Visits), func(v *facts.Visit) bool {
		return !slices.ContainsFunc(v.Findings, func(x *facts.Finding) bool { return x.NeedsAnswer() })
	})
	m, column := Matrix{}, map[*facts.Visit]int{}
	if first := len(visits) - mostVisits; first > 1 {
		m.Visits = append(m.Visits, "Earlier")
		for _, v := range visits[:first] {
			column[v] = 0
		}
		visits = visits[first:]
	}
	var named []string
	for _, v := range visits {
		column[v] = len(m.Visits)
		name := orElse(v.Ref, orElse(v.Title, v.Kind))
		m.Visits = append(m.Visits, name)
		if v.Ref != "" {
			named = append(named, name+" "+joinComma(orElse(v.Title, v.Kind), orElse(monthOf(v), "date not stated")))
		}
	}
	total := newMatrixRow("All findings, each once", len(m.Visits))
	other := newMatrixRow("In no area of the plan", len(m.Visits))
	hidden := newMatrixRow("Not listed in this edition", len(m.Visits))
	rows := map[*facts.Area]*MatrixRow{}
	for _, a := range f.Areas {
		rows[a] = newMatrixRow(joinWords(a.Ref, a.Name), len(m.Visits))
	}
	several := false
	var lost []*facts.Finding // that no visit's column counts
	for _, x := range f.Findings {
		if !x.NeedsAnswer() {
			continue
		}
		total.add(x, column)
		if _, ok := column[x.Visit]; !ok {
			lost = append(lost, x)
		}
		placed := map[*facts.Area]bool{}
		for _, a := range x.Areas {
			if row := rows[a]; row != nil && !placed[a] {
				row.add(x, column)
				placed[a] = true
			}
		}
		several = several || len(placed) > 1
		switch {
		case isShell(x.Ref):
			hidden.add(x, column)
		case len(placed) == 0:
			other.add(x, column)
		}
	}
	if total.All == 0 {
		return Matrix{}
	}
	for _, a := range f.Areas {
		if rows[a].All > 0 {
			m.Rows = append(m.Rows, *rows[a])
		}
	}
	if other.All > 0 {
		m.Rows = append(m.Rows, *other)
	}
	if hidden.All > 0 {
		m.Rows = append(m.Rows, *hidden)
	}
	m.Rows = append(m.Rows, *total)
	if len(named) > 0 {
		m.Note = strings.Join(named, "; ") + "."
	}
	if len(lost) > 0 {
		m.Note = joinWords(m.Note, lostNote(lost))
	}
	if several {
		m.Note = joinWords(m.Note, "A finding of several areas counts in each of them.")
	}
	return m
}

// lostNote says why the columns of visits add up to less than All.
func lostNote(lost []*facts.Finding) string {
	var refs []string
	for _, x := range lost {
		if x.Ref != "" && !isShell(x.Ref) {
			refs = append(refs, x.Ref)
		}
	}
	named := ""
	if len(refs) > 0 {
		named = " (" + words.And(refs) + ")"
	}
	return "Of " + words.Count(len(lost), "finding", "findings") + named + " the visit is not known: All counts what no visit's column does."
}

func newMatrixRow(name string, visits int) *MatrixRow {
	return &MatrixRow{Name: name, ByVisit: make([]int, visits)}
}

func (r *MatrixRow) add(x *facts.Finding, column map[*facts.Visit]int) {
	r.All++
	if i, ok := column[x.Visit]; ok {
		r.ByVisit[i]++
	}
	if x.RaisedBefore() {
		r.Again++
	}
	if x.Answered {
		r.Answered++
	}
	switch x.Standing {
	case facts.FindingDone:
		r.Done++
	case facts.FindingResolved:
		r.Resolved++
	}
}
