package workbook

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Source is where a record stands in its workbook. Every record embeds one,
// so that any rule can point at any cell of it, a blank one too.
type Source struct {
	table *table
	Row   int              // physical row; of Info 0
	raw   []string         // as typed, by the sheet's column order; nil for a record made by hand
	kept  map[string]Value // by heading: what has no field of its own in the record
	bad   []int            // the columns whose cells could not be read
}

// table is one sheet of the file, as matched to the schema.
type table struct {
	file     string
	name     string // as the file spells it
	sheet    *Sheet
	columns  []int    // physical column by schema column, 0: not in the file
	headings []string // as the file spells them, by schema column
	rows     []int    // of a sheet of fields: physical row by schema column, 0: not in the file
	valueCol int      // of a sheet of fields: physical column of the values
}

// At is the cell of a column (on the Plan sheet: a field) of this record,
// filled or blank. It panics on a heading that the sheet does not have in the
// schema: that is our bug, not the user's.
func (s Source) At(heading string) xlsx.Cell {
	if s.table == nil {
		return xlsx.Cell{Row: s.Row}
	}
	i := s.table.sheet.ColumnIndex(heading)
	c := xlsx.Cell{File: s.table.file, Sheet: s.table.name, Col: s.table.columns[i], Row: s.Row}
	if s.table.sheet.Fields {
		c.Row = s.table.rows[i]
		c.Col = s.table.valueCol
		if c.Row == 0 {
			c.Col = 0
		}
	}
	return c
}

// Heading is how the file spells that heading.
func (s Source) Heading(heading string) string {
	if s.table == nil {
		return heading
	}
	if h := s.table.headings[s.table.sheet.ColumnIndex(heading)]; h != "" {
		return h
	}
	return heading
}

// Raw is what stands in the cell, as typed.
func (s Source) Raw(heading string) string {
	if s.table == nil || s.raw == nil {
		return ""
	}
	return s.raw[s.table.sheet.ColumnIndex(heading)]
}

// Bad is true of a cell that the loader could not read and has reported:
// rules about that cell stay silent, so that one cause is reported once.
func (s Source) Bad(heading string) bool {
	return s.table != nil && slices.Contains(s.bad, s.table.sheet.ColumnIndex(heading))
}

// Has is true if the file has that column, or on the Plan sheet that field.
func (s Source) Has(heading string) bool {
	return s.At(heading).Name() != ""
}

// SheetName is the sheet as the file spells it.
func (s Source) SheetName() string {
	if s.table == nil {
		return ""
	}
	return s.table.name
}

func (s *Sheet) ColumnIndex(heading string) int {
	for i := range s.Columns {
		if s.Columns[i].Heading == heading {
			return i
		}
	}
	panic(fmt.Sprintf("sheet %s has no column %q", s.Name, heading))
}

func isPercentUnit(unit string) bool {
	u := words.Fold(unit)
	return strings.HasPrefix(u, "%") || strings.HasPrefix(u, "per cent") || strings.HasPrefix(u, "percent")
}
