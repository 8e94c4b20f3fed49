package briefing

import (
	"slices"

	"actionplan/report"
	"actionplan/report/tagged"
)

// A column of a table that a template may leave out, with its name there.
type column struct {
	name string
	tagged.Column
}

// A choosable is a table of which a template may choose the columns.
type choosable struct {
	names []string
	tagged.Table
}

// denseTable has the given columns; the one called rowHeader names the rows.
func denseTable(rowHeader string, columns ...column) *choosable {
	t := &choosable{Table: tagged.Table{Style: dense, HeadRule: headRule, RowRule: rowRule}}
	for _, c := range columns {
		c.RowHeader = c.name == rowHeader
		t.names, t.Columns = append(t.names, c.name), append(t.Columns, c.Column)
	}
	return t
}

// add puts a row with a cell for each column.
func (t *choosable) add(row tagged.Row, cells ...[]tagged.Block) {
	row.Cells = cells
	t.Rows = append(t.Rows, row)
}

// drop takes a column out. The others share its width in proportion.
func (t *choosable) drop(name string) {
	i := slices.Index(t.names, name)
	if i < 0 {
		return
	}
	t.names = slices.Delete(t.names, i, i+1)
	width := t.Columns[i].Width
	t.Columns = slices.Delete(t.Columns, i, i+1)
	rest := 0.0
	for _, c := range t.Columns {
		rest += c.Width
	}
	for j := range t.Columns {
		t.Columns[j].Width *= (rest + width) / rest
	}
	for j := range t.Rows {
		t.Rows[j].Cells = slices.Delete(t.Rows[j].Cells, i, i+1)
	}
}

// give takes a column out and gives its width to another.
func (t *choosable) give(from, to string) {
	i, j := slices.Index(t.names, from), slices.Index(t.names, to)
	t.Columns[j].Width += t.Columns[i].Width
	t.Columns[i].Width = 0
	t.drop(from)
}

// keeping is the table with the columns that the section keeps.
func (t *choosable) keeping(s report.Section) tagged.Table {
	for _, name := range slices.Clone(t.names) {
		if !s.Keeps(name) {
			t.drop(name)
		}
	}
	return t.Table
}
