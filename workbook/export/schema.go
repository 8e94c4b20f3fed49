package export

import (
	"encoding/json"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// Type is the type of a column, by the name that SQL engines share.
type Type string

// The types that there are. Every column may be null.
const (
	String  Type = "string"
	Date    Type = "date"
	Double  Type = "double"
	Bigint  Type = "bigint"
	Boolean Type = "boolean"
)

// Column is one column of a table.
type Column struct {
	Name  string `json:"name"`
	Type  Type   `json:"type"`
	About string `json:"about"`
}

// Table is one table. Every table begins with the columns of All.
type Table struct {
	Name    string   `json:"name"`
	About   string   `json:"about"`
	Columns []Column `json:"columns"`

	rows func(*source) [][]any // without the columns of All
}

// All are the columns that every table begins with.
var All = []Column{
	{"organisation", String, "The council or service, as its Plan sheet names it."},
	{"plan", String, "The plan's title."},
	{"as_of", Date, "The date that the position is at; also the name of the folder that the file stands in."},
	{"file_sha256", String, "The SHA-256 of the workbook's bytes: two rows with the same one come from the same file."},
}

// Tables are the tables there are: one for each sheet with a row a record,
// facts, problems and plans. Of an edition for publication they lack the
// columns, and the sheets, of which nothing may be published.
func Tables(public bool) []Table {
	var all []Table
	for _, s := range workbook.Sheets {
		if s.Fields {
			continue // its fields are columns of plans
		}
		if t := sheetTable(s, public); t.Columns != nil {
			all = append(all, t)
		}
	}
	all = append(all, factsTable(public), problemsTable(public), plansTable(public))
	for i := range all {
		all[i].Columns = append(append([]Column{}, All...), all[i].Columns...)
	}
	return all
}

// Schema is the tables as JSON, for people and programs.
func Schema(public bool) []byte {
	data, err := json.MarshalIndent(struct {
		About  string  `json:"about"`
		Tables []Table `json:"tables"`
	}{"Each table is a folder of files: TABLE/as_of=YYYY-MM-DD/PLAN.FORMAT. Every column may be null; a blank cell is null, never an empty text.", Tables(public)}, "", "  ")
	if err != nil {
		panic(err) // our own strings
	}
	return append(data, '\n')
}

// columnName is a heading as engines take it without quotation marks.
func columnName(heading string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r == '\'' || r == '’':
			return -1
		}
		return '_'
	}, heading)
	if name == "by" { // SQL keeps this word for itself
		return "by_whom"
	}
	return name
}

// typeOf is the type of a sheet's column.
func typeOf(k workbook.Kind) Type {
	switch k {
	case workbook.Day:
		return Date
	case workbook.Figure, workbook.Amount:
		return Double
	case workbook.Whole:
		return Bigint
	}
	return String
}

// field is a column and what a record has in it.
type field struct {
	Column
	value func(s *source, r workbook.Record) any
}

// sheetTable is a sheet as a table, by walking the one table of columns.
func sheetTable(sheet *workbook.Sheet, public bool) Table {
	t := Table{Name: columnName(sheet.Name), About: "The sheet " + sheet.Name + ": " + sheet.Purpose + "."}
	fields := fieldsOf(sheet, public)
	if len(fields) == 0 {
		return t
	}
	if !public {
		fields = append([]field{{Column{"sheet_row", Bigint, "The row of the sheet."}, func(_ *source, r workbook.Record) any { return whole(r.Place().Row) }}}, fields...)
	}
	fields = append(fields, derived[sheet.Name]...)
	for _, f := range fields {
		t.Columns = append(t.Columns, f.Column)
	}
	t.rows = func(s *source) [][]any {
		var rows [][]any
		for _, r := range sheet.Records(s.Facts.Plan) {
			if s.public && s.Facts.Restricted(r) {
				continue
			}
			row := make([]any, len(fields))
			for i, f := range fields {
				row[i] = f.value(s, r)
			}
			rows = append(rows, row)
		}
		return rows
	}
	return t
}

// fieldsOf are the columns of a sheet, beside each status word what it means.
func fieldsOf(sheet *workbook.Sheet, public bool) []field {
	var fields []field
	for i := range sheet.Columns {
		c := &sheet.Columns[i]
		if public && c.Public == workbook.Withheld && c.Kind != workbook.RefsTo {
			continue
		}
		fields = append(fields, field{Column{columnName(c.Heading), typeOf(c.Kind), c.Help}, func(s *source, r workbook.Record) any { return s.value(c, r) }})
		if c.Kind == workbook.StatusWord {
			fields = append(fields, field{Column{columnName(c.Heading) + "_meaning", String, "What that word means by the plan's own key: the same words for every plan."},
				func(s *source, r workbook.Record) any { return s.meaning(c.Value(r).Text) }})
		}
	}
	return fields
}

// derived are columns that follow from a record, beside its sheet's own.
var derived = map[string][]field{
	workbook.SheetAreas: {
		{Column{"meaning", String, "What the area's status means: the stated one, else the one that follows from its actions."}, of(func(a *facts.Area) any { return meaningWord(a.Meaning) })},
		{Column{"next_date", Date, "The earliest date of open actions that are not late, else the target date."}, of(func(a *facts.Area) any { return day(a.NextDate) })},
	},
	workbook.SheetFindings: {
		{Column{"needs_answer", Boolean, "A priority action, an improvement needed or a concern."}, of(func(x *facts.Finding) any { return x.NeedsAnswer() })},
		{Column{"answered", Boolean, "An action answers it."}, of(func(x *facts.Finding) any { return x.Answered })},
	},
	workbook.SheetMeasures: {
		{Column{"position", String, "Where it stands against its target at its latest reading."}, of(func(m *facts.Measure) any { return text(m.Position.String()) })},
		{Column{"direction", String, "Whither its readings move."}, of(func(m *facts.Measure) any { return text(m.Direction.String()) })},
		{Column{"latest_period_end", Date, "The end of the latest period with a reading."}, of(func(m *facts.Measure) any {
			if m.Latest == nil {
				return nil
			}
			return day(m.Latest.PeriodEnd)
		})},
		{Column{"latest_value", Double, "The latest reading."}, of(func(m *facts.Measure) any {
			if m.Latest == nil {
				return nil
			}
			return number(m.Latest.Value)
		})},
	},
}

// of finds what was derived of a record.
func of[T any](value func(*T) any) func(*source, workbook.Record) any {
	return func(s *source, r workbook.Record) any {
		if of, ok := s.derived[r].(*T); ok {
			return value(of)
		}
		return nil
	}
}
