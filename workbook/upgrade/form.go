package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
)

// A form has its labels beside or above single values, one action after the
// other: "Action", "Lead" and "By when" below one another, then the same again.

// formTable reads a sheet of forms as a table with one row for each action,
// nil where there are none.
func formTable(v *view, m *mapping) *view {
	type pair struct {
		label string
		means string
		value cell
	}
	var pairs []pair
	for _, r := range v.rows {
		filled := r.filled()
		for i := 0; i+1 < len(filled); i++ {
			label := filled[i]
			if label.Number || !label.Date.IsZero() || len(label.text()) > longestHeading {
				continue
			}
			c := &column{col: label.Col, heading: label.text()}
			c.know(m)
			other := &column{heading: filled[i+1].text()}
			other.know(m)
			if c.means == "" || !c.exact && c.by != byYou || other.exact && filled[i+1].Date.IsZero() && !strings.HasSuffix(strings.TrimSpace(label.text()), ":") && !isPlainStatus(other.heading) {
				continue
			}
			pairs = append(pairs, pair{label.text(), c.means, filled[i+1]})
			i++
		}
	}
	var labels []string
	var records [][]pair
	for _, p := range pairs {
		last := len(records) - 1
		if last < 0 || slices.ContainsFunc(records[last], func(o pair) bool { return plainText(o.label) == plainText(p.label) }) {
			records = append(records, nil)
			last++
		}
		records[last] = append(records[last], p)
		if !slices.ContainsFunc(labels, func(l string) bool { return plainText(l) == plainText(p.label) }) {
			labels = append(labels, p.label)
		}
	}
	if len(records) == 0 || len(labels) < 3 {
		return nil
	}
	t := &view{s: v.s}
	heading := row{number: 1}
	for i, l := range labels {
		heading.cells = append(heading.cells, cell{SurveyedCell: workbook.SurveyedCell{Col: i + 1, Text: l, Live: l}})
	}
	t.rows = append(t.rows, heading)
	for n, record := range records {
		one := row{number: n + 2}
		for _, p := range record {
			c := p.value
			c.Col = 1 + slices.IndexFunc(labels, func(l string) bool { return plainText(l) == plainText(p.label) })
			one.cells = append(one.cells, c)
		}
		slices.SortFunc(one.cells, func(a, b cell) int { return a.Col - b.Col })
		t.rows = append(t.rows, one)
	}
	t.index()
	t.form = true
	return t
}

// looksTurned is true of a sheet whose first column reads like headings: its
// actions stand beside one another.
func looksTurned(v *view, m *mapping) *table {
	t := bestHeadings(v.turn(), 0, 4, m)
	if t == nil || !t.strong {
		return nil
	}
	known := 0
	for _, c := range t.columns {
		if c.exact {
			known++
		}
	}
	actions := 0
	for _, c := range t.columns {
		if c.means == workbook.ColAction {
			actions++
		}
	}
	if known < 3 || actions > 1 || len(strings.TrimSpace(t.columns[0].heading)) == 0 {
		return nil
	}
	return t
}
