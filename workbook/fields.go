package workbook

import (
	"fmt"
	"slices"

	"actionplan/workbook/xlsx"
)

// loadFields reads a sheet whose columns stand below one another.
func (l *loader) loadFields(t *table, in *located, g *grid) {
	s := in.sheet
	f := &fieldReader{l: l, t: t, in: in, g: g, used: map[int]bool{}}
	raw := make([]string, len(s.Columns))
	for i := range s.Columns {
		if t.rows[i] > 0 {
			raw[i] = l.cells.words(g.Cell(t.valueCol, t.rows[i]))
		}
	}
	rec := s.store.add(l.plan, Source{table: t, raw: raw})
	src := rec.source()
	f.judgeFields()
	for i := range s.Columns {
		col := &s.Columns[i]
		if t.rows[i] == 0 {
			if col.Required {
				src.markBad(i)
			}
			continue
		}
		switch {
		case col.Below != "":
			f.below(rec, src, i)
			continue
		case col.Repeats:
			f.repeated(rec, src, i)
			continue
		}
		if c := g.Cell(t.valueCol, t.rows[i]); c.Kind != xlsx.BlankCell {
			l.readColumn(rec, src, i, c)
		} else if l.missesBlank(rec, src, i) {
			l.reportBlank(src, i, col.fillIn())
		}
	}
	l.reportStale(t)
	f.strays()
}

type fieldReader struct {
	l    *loader
	t    *table
	in   *located
	g    *grid
	used map[int]bool // rows that a repeated field took
}

// repeated reads every row of a field that may stand in several; a row with
// no name under such a field goes on with it.
func (f *fieldReader) repeated(rec Record, src *Source, column int) {
	col := &f.in.sheet.Columns[column]
	fieldCol := f.in.at[column].col
	going := false
	last := 0
	for _, row := range f.g.Rows {
		cells := f.g.Row(row)
		name := xlsx.CellAt(cells, fieldCol)
		if name.Kind != xlsx.BlankCell {
			going = f.names(name, column)
		} else if row.Number > last+1 {
			going = false
		}
		if !going {
			continue
		}
		last = row.Number
		f.used[row.Number] = true
		c := xlsx.CellAt(cells, f.t.valueCol)
		if c.Kind == xlsx.BlankCell {
			continue
		}
		v, problem := f.l.cells.read(col, c)
		if problem != nil {
			f.l.report(src, column, problem)
			continue
		}
		col.set(rec, v)
	}
}

// below reads a field whose rows each go with a row of another field above
// them: the values stand in the order of that field's, with "" for one that has
// none. A row above the first of them goes with the first.
func (f *fieldReader) below(rec Record, src *Source, column int) {
	col := &f.in.sheet.Columns[column]
	above := slices.IndexFunc(f.in.sheet.Columns, func(c Column) bool { return c.Heading == col.Below })
	fieldCol := f.in.at[column].col
	number, values, last := 0, 0, 0
	going := false // a row with no name goes on with the field above
	for _, row := range f.g.Rows {
		cells := f.g.Row(row)
		name, c := xlsx.CellAt(cells, fieldCol), xlsx.CellAt(cells, f.t.valueCol)
		going = name.Kind != xlsx.BlankCell && f.names(name, above) || name.Kind == xlsx.BlankCell && going && row.Number == last+1
		last = row.Number
		switch {
		case c.Kind == xlsx.BlankCell:
			continue
		case going:
			number++
			continue
		case name.Kind == xlsx.BlankCell || !f.names(name, column):
			continue
		}
		v, problem := f.l.cells.read(col, c)
		if problem != nil {
			f.l.report(src, column, problem)
			continue
		}
		for ; values+1 < number; values++ {
			col.set(rec, Value{})
		}
		if values >= max(number, 1) { // a second one for the same row
			f.l.add(Problem{Rule: RuleRefDuplicate, Severity: Error, Cell: f.cellOf(&found{col: c.Col, row: row.Number}), Column: col.Heading, Ref: col.Heading, Value: v.Text,
				Message: fmt.Sprintf("%s stands below one row of %s a second time, and is not read.", quoted(col.Heading), quoted(col.Below)),
				Hint:    "Put both into one cell, or move this row below the row of " + quoted(col.Below) + " that it goes with."})
			continue
		}
		col.set(rec, v)
		values++
	}
}

func (f *fieldReader) names(c xlsx.RawCell, column int) bool {
	for _, n := range headingIndex()[f.in.sheet][foldHeading(c.Text)] {
		if n.column == column {
			return true
		}
	}
	return false
}

func (f *fieldReader) cellOf(x *found) xlsx.Cell {
	return xlsx.Cell{File: f.t.file, Sheet: f.t.name, Col: x.col, Row: x.row}
}

// judgeFields reports fields that are missing, misspelt or there twice.
func (f *fieldReader) judgeFields() {
	for i := range f.in.sheet.Columns {
		col, near := &f.in.sheet.Columns[i], f.in.near[i]
		p := Problem{Rule: RuleHeadingMissing, Severity: Error, Cell: f.l.sheetCell(f.t.name), Column: col.Heading, Ref: col.Heading}
		switch {
		case f.in.at[i] != nil || near == nil && !col.Required:
			continue
		case near == nil:
			p.Message = fmt.Sprintf("The field %s is missing.", quoted(col.Heading))
			p.Hint = fmt.Sprintf("Add a row with %s in the first column. %s", quoted(col.Heading), col.Help)
		default:
			if !col.Required {
				p.Rule, p.Severity = RuleFieldUnknown, Warning
			}
			p.Cell, p.Column, p.Value = f.cellOf(near), near.text, near.text
			p.Message = fmt.Sprintf("The field %s is not read, because its name is not one of ours.", quoted(near.text))
			p.Hint = fmt.Sprintf("Did you mean %s? Change the name if so.", quoted(col.Heading))
		}
		f.l.add(p)
	}
	for _, pair := range f.in.twice {
		f.l.add(Problem{Rule: RuleRefDuplicate, Severity: Error, Cell: f.cellOf(pair[1]), Column: pair[1].text, Ref: pair[0].text, Value: pair[1].text,
			Message: fmt.Sprintf("The field %s is there already, in %s; only that one is read.", quoted(pair[1].text), f.cellOf(pair[0]).Name()),
			Hint:    "Delete one of the two rows.", Related: []xlsx.Cell{f.cellOf(pair[0])}})
	}
	for _, x := range f.in.ignore {
		kept := f.in.at[f.in.sheet.match(x.folded, matchAlias, f.in.at)]
		f.l.add(Problem{Rule: RuleHeadingDuplicate, Severity: Warning, Cell: f.cellOf(x), Column: x.text, Ref: kept.text, Value: x.text,
			Message: fmt.Sprintf("The field %s is not read, because %s is there too.", quoted(x.text), quoted(kept.text)),
			Hint:    "Delete one of the two rows, or rename the field.", Related: []xlsx.Cell{f.cellOf(kept)}})
	}
}

// strays reports values beside which no field stands.
func (f *fieldReader) strays() {
	if f.in.row == 0 {
		return
	}
	fieldCol := 0
	for _, x := range f.in.at {
		if x != nil {
			fieldCol = x.col
		}
	}
	for _, row := range f.g.Rows {
		cells := f.g.Row(row)
		c := xlsx.CellAt(cells, f.t.valueCol)
		if row.Number > fieldRows {
			break
		}
		if row.Number <= f.in.row || c.Kind == xlsx.BlankCell || f.used[row.Number] || xlsx.CellAt(cells, fieldCol).Kind != xlsx.BlankCell || f.covered(fieldCol, row.Number) {
			continue
		}
		place := xlsx.Cell{File: f.t.file, Sheet: f.t.name, Col: c.Col, Row: row.Number}
		words := f.l.cells.words(c)
		f.l.add(Problem{Rule: RuleRowStray, Severity: Error, Cell: place, Value: words,
			Message: fmt.Sprintf("%s holds %s, but no field stands beside it.", place.Name(), quoted(words)),
			Hint:    "Write the field's name beside it, move the text to the field it belongs to, or clear the cell."})
	}
}

// covered is true of a place inside merged cells.
func (f *fieldReader) covered(col, row int) bool {
	for _, m := range f.g.Merges {
		if col >= m.Col && col <= m.LastCol && row >= m.Row && row <= m.LastRow {
			return true
		}
	}
	return false
}
