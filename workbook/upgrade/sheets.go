package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// carryFields moves a sheet whose fields stand below one another.
func (u *upgrade) carryFields(s *workbook.SurveyedSheet) {
	nameCol := 0
	for _, col := range s.Columns {
		nameCol = max(nameCol, col)
	}
	taken := map[string]bool{}
	going, last := "", 0 // a repeated field goes on in rows without a name
	for _, row := range s.Rows {
		name, value := row.At(nameCol), row.At(s.ValueCol)
		field, likely := findField(s.Sheet, name.Text)
		if name.Text == "" && going != "" && row.Number == last+1 {
			field = going
		}
		last = row.Number
		column := columnOf(s.Sheet, field)
		going = ""
		if column != nil && column.Repeats {
			going = field
		}
		switch {
		case row.Number < s.HeadingRow || field == workbook.FieldTemplateVersion:
			continue
		case column == nil, value.Text != "" && taken[field] && !column.Repeats:
			u.leaveRow(s, row)
			if value.Text != "" {
				u.log.Moves = append(u.log.Moves, Move{Sheet: s.Name, Heading: name.Text, To: sheetNotCarried, Values: 1})
			}
			continue
		case value.Text == "":
			continue
		}
		taken[field] = true
		u.add(workbook.SheetPlan, blank.ContentRow{blank.HeadingField: field, blank.HeadingValue: contentValue(*column, value, value.Text)})
		move := Move{Sheet: s.Name, Heading: name.Text, To: s.Sheet.Name + ": " + field, Values: 1}
		if likely {
			move.Remark = "matched by likeness, please check"
		}
		u.log.Moves = append(u.log.Moves, move)
	}
}

func columnOf(s *workbook.Sheet, heading string) *workbook.Column {
	for i := range s.Columns {
		if s.Columns[i].Heading == heading {
			return &s.Columns[i]
		}
	}
	return nil
}

// findField is the field that a name stands for, "" for none.
func findField(s *workbook.Sheet, name string) (field string, likely bool) {
	folded := workbook.FoldHeading(name)
	if folded == "" {
		return "", false
	}
	var headings []string
	for i := range s.Columns {
		if workbook.FoldHeading(s.Columns[i].Heading) == folded {
			return s.Columns[i].Heading, false
		}
		headings = append(headings, s.Columns[i].Heading)
	}
	for i := range s.Columns {
		for _, a := range s.Columns[i].Aliases {
			if workbook.FoldHeading(a) == folded {
				return s.Columns[i].Heading, false
			}
		}
	}
	field = words.Nearest(folded, headings)
	return field, field != ""
}

// contentValue is a cell as content has it: dates as yyyy-mm-dd where they
// can be read, all else as the person saw it.
func contentValue(column workbook.Column, c workbook.SurveyedCell, text string) string {
	if column.Kind == workbook.Day {
		if !c.Date.IsZero() {
			return c.Date.String()
		}
		if d, ok := workbook.ReadDate(text); ok {
			return d.String()
		}
	}
	return text
}

// carryRows moves a sheet with one record a row.
func (u *upgrade) carryRows(s *workbook.SurveyedSheet) {
	matchLikely(s)
	u.logColumns(s)
	for _, row := range s.Rows {
		switch {
		case row.Number < s.HeadingRow:
			u.leaveRow(s, row)
			continue
		case row.Number == s.HeadingRow:
			continue
		}
		record, own := u.record(s, row)
		if isHeadingRow(s, record) {
			continue
		}
		if len(own) == 0 || len(own) == 1 && isGroup(s.Sheet, own[0], record) || allFormulas(row) {
			u.leaveRow(s, row)
			continue
		}
		for _, c := range row.Cells {
			if !slices.Contains(s.Columns, c.Col) {
				u.leave(s, row, c, headingAt(s, s.HeadingRow, c.Col))
			}
		}
		u.add(s.Sheet.Name, record)
	}
}

// matchLikely gives columns that are still missing a heading that differs by a
// letter or two from one of their names.
func matchLikely(s *workbook.SurveyedSheet) {
	for _, row := range s.Rows {
		if row.Number != s.HeadingRow {
			continue
		}
		for _, c := range row.Cells {
			if slices.Contains(s.Columns, c.Col) {
				continue
			}
			if i := likelyColumn(s, c.Text); i >= 0 {
				s.Columns[i], s.Likely[i] = c.Col, true
			}
		}
	}
}

func likelyColumn(s *workbook.SurveyedSheet, heading string) int {
	var names []string
	column := map[string]int{}
	for i, c := range s.Sheet.Columns {
		if s.Columns[i] > 0 {
			continue
		}
		for _, n := range append([]string{c.Heading}, c.Aliases...) {
			if n = workbook.FoldHeading(n); len(n) >= 6 {
				names = append(names, n)
				column[n] = i
			}
		}
	}
	if near := words.Nearest(workbook.FoldHeading(heading), names); near != "" {
		return column[near]
	}
	return -1
}

// record is a row by the headings of the new workbook, and the schema columns
// that are filled in the row itself.
func (u *upgrade) record(s *workbook.SurveyedSheet, row workbook.SurveyedRow) (record blank.ContentRow, own []int) {
	record = blank.ContentRow{}
	for i, col := range s.Columns {
		if col == 0 {
			continue
		}
		column := s.Sheet.Columns[i]
		c := row.At(col)
		if under(s, row.Number, col) {
			c = workbook.SurveyedCell{Col: col}
		}
		if c.Struck != "" {
			u.struck = append(u.struck, place{s.Name, row.Number, col})
			u.carry(place{s.Name, row.Number, col})
		}
		if c.Text != "" {
			own = append(own, i)
		} else if column.Kind != workbook.Ref {
			c = mergedDown(s, row.Number, col)
		}
		if c.Text != "" {
			record[column.Heading] = contentValue(column, c, c.Text)
		}
	}
	return record, own
}

// under is true of a place inside merged cells that is not their first.
func under(s *workbook.SurveyedSheet, row, col int) bool {
	return slices.ContainsFunc(s.Merges, func(m xlsx.Block) bool {
		return m.Col <= col && col <= m.LastCol && m.Row <= row && row <= m.LastRow && (m.Row != row || m.Col != col)
	})
}

// mergedDown is the value of the merged cells that cover this place from
// above, or a blank cell.
func mergedDown(s *workbook.SurveyedSheet, row, col int) workbook.SurveyedCell {
	for _, m := range s.Merges {
		if m.Col == col && m.Row < row && row <= m.LastRow {
			for _, r := range s.Rows {
				if r.Number == m.Row {
					return r.At(col)
				}
			}
		}
	}
	return workbook.SurveyedCell{Col: col}
}

// isHeadingRow is true of a row that repeats the headings.
func isHeadingRow(s *workbook.SurveyedSheet, record blank.ContentRow) bool {
	if len(record) < 2 {
		return false
	}
	for heading, value := range record {
		for i := range s.Sheet.Columns {
			if s.Sheet.Columns[i].Heading == heading && !strings.EqualFold(headingAt(s, s.HeadingRow, s.Columns[i]), value) {
				return false
			}
		}
	}
	return true
}

// isGroup is true of a heading over a group of rows: words in a column of
// refs, with nothing beside them.
func isGroup(sheet *workbook.Sheet, column int, record blank.ContentRow) bool {
	kind := sheet.Columns[column].Kind
	return (kind == workbook.Ref || kind == workbook.RefTo || kind == workbook.RefsTo) && strings.Contains(record[sheet.Columns[column].Heading], " ")
}

func allFormulas(row workbook.SurveyedRow) bool {
	return !slices.ContainsFunc(row.Cells, func(c workbook.SurveyedCell) bool { return !c.Formula })
}

func headingAt(s *workbook.SurveyedSheet, row, col int) string {
	for _, r := range s.Rows {
		if r.Number == row {
			if c := r.At(col); c.Text != "" {
				return c.Text
			}
		}
	}
	return ""
}

// logColumns says where each column of a matched sheet goes.
func (u *upgrade) logColumns(s *workbook.SurveyedSheet) {
	for _, c := range columnsOf(s, s.HeadingRow) {
		move := Move{Sheet: s.Name, Column: xlsx.ColumnLetters(c), Heading: headingAt(s, s.HeadingRow, c), To: sheetNotCarried, Values: countIn(s, s.HeadingRow, c)}
		if i := slices.Index(s.Columns, c); i >= 0 {
			move.To = s.Sheet.Name + ": " + s.Sheet.Columns[i].Heading
			if s.Likely[i] {
				move.Remark = "matched by likeness, please check"
			}
		} else if workbook.FoldHeading(move.Heading) == workbook.FoldHeading(workbook.CheckHeading) {
			move.To = "written anew"
		}
		u.log.Moves = append(u.log.Moves, move)
	}
}

// columnsOf are the columns that hold anything from a row on.
func columnsOf(s *workbook.SurveyedSheet, from int) []int {
	var cols []int
	for _, r := range s.Rows {
		for _, c := range r.Cells {
			if r.Number >= from && !slices.Contains(cols, c.Col) {
				cols = append(cols, c.Col)
			}
		}
	}
	slices.Sort(cols)
	return cols
}

func countIn(s *workbook.SurveyedSheet, below, col int) int {
	n := 0
	for _, r := range s.Rows {
		if r.Number > below && r.At(col).Text != "" {
			n++
		}
	}
	return n
}

// nameAreas turns the names of areas into their refs where actions, measures,
// risks and findings are linked by name.
func (u *upgrade) nameAreas() {
	refs, byName := map[string]bool{}, map[string]string{}
	for _, a := range u.content.Rows[workbook.SheetAreas] {
		ref := a[workbook.ColRef]
		refs[words.Fold(ref)] = true
		if name := workbook.FoldHeading(a[workbook.ColAreaName]); name != "" && ref != "" {
			byName[name] = ref
		}
	}
	changed := 0
	for _, sheet := range []string{workbook.SheetActions, workbook.SheetMeasures, workbook.SheetRisks} {
		for _, row := range u.content.Rows[sheet] {
			said := row[workbook.ColArea]
			if ref := byName[workbook.FoldHeading(said)]; ref != "" && !refs[words.Fold(said)] {
				row[workbook.ColArea] = ref
				changed++
			}
		}
	}
	if changed > 0 {
		u.note(harmArea, "", place{}, "Rows that named their improvement area and now have its ref: %d.", changed)
	}
}
