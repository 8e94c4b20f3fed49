package workbook

import (
	"fmt"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// judgeSheets reports sheets that are missing, misspelt or there twice.
func (l *loader) judgeSheets() {
	for _, s := range Sheets {
		if l.match.of[s] != nil {
			continue
		}
		near, ok := l.match.nearSheet(s)
		switch {
		case s.Required && ok:
			l.add(Problem{Rule: RuleSheetMissing, Severity: Error, Cell: l.sheetCell(near.Name), Value: near.Name,
				Message: fmt.Sprintf("There is no sheet %s, but one called %s.", s.Name, quoted(near.Name)),
				Hint:    fmt.Sprintf("Did you mean %s? Rename the sheet.", s.Name)})
		case s.Required:
			l.add(Problem{Rule: RuleSheetMissing, Severity: Error, Cell: l.fileCell(),
				Message: fmt.Sprintf("There is no sheet %s. The sheets are: %s.", s.Name, clippedList(l.plan.SheetOrder)),
				Hint:    fmt.Sprintf("Add a sheet called %s (%s), or rename the sheet that holds it.%s", s.Name, words.LowerFirst(s.Purpose), l.match.onUpgrade())})
		case ok:
			l.add(Problem{Rule: RuleSheetUnknown, Severity: Warning, Cell: l.sheetCell(near.Name), Value: near.Name,
				Message: fmt.Sprintf("The sheet %s is not read, because its name is not one of ours.", quoted(near.Name)),
				Hint:    fmt.Sprintf("Did you mean %s? Rename the sheet if so.", s.Name)})
		}
	}
	for _, r := range l.match.rivals {
		l.add(Problem{Rule: RuleSheetDuplicate, Severity: Warning, Cell: l.sheetCell(r.file.Name), Value: r.file.Name,
			Message: fmt.Sprintf("The sheet %s looks like %s too, but %s is read and this one is not.", quoted(r.file.Name), r.of.sheet.Name, quoted(r.of.file.Name)),
			Hint:    fmt.Sprintf("Move its rows to %s if they belong to the plan.", quoted(r.of.file.Name)),
			Related: []xlsx.Cell{l.sheetCell(r.of.file.Name)}})
	}
}

// onUpgrade ends a hint where only one of the three sheets that make a plan
// was found: the plan is then mostly kept as one table.
func (m *sheetMatch) onUpgrade() string {
	found := 0
	for s := range m.of {
		if s.Required {
			found++
		}
	}
	if found > 1 {
		return ""
	}
	return " If the whole plan stands in one table, \"actionplan upgrade\" makes a workbook with these sheets from it."
}

// judgeHeadings reports what is wrong with a sheet's heading row.
func (l *loader) judgeHeadings(t *table, in *located, g *grid) {
	s := in.sheet
	if in.row == 0 {
		if len(g.Cells) == 0 {
			l.judgeEmpty(t)
			return
		}
		l.add(Problem{Rule: RuleHeadingMissing, Severity: Error, Cell: l.sheetCell(t.name),
			Message: fmt.Sprintf("No row of the sheet has the headings of %s.", s.Name),
			Hint:    "Put these headings into one row: " + strings.Join(requiredHeadings(s), ", ") + "."})
		return
	}
	heading := func(f *found) xlsx.Cell { return xlsx.Cell{File: t.file, Sheet: t.name, Col: f.col, Row: f.row} }
	explained := l.judgeUnheaded(t, in, g)
	for i := range s.Columns {
		col, near := &s.Columns[i], in.near[i]
		switch {
		case in.at[i] != nil || explained[i]:
		case near != nil && col.Required:
			l.add(Problem{Rule: RuleHeadingMissing, Severity: Error, Cell: heading(near), Column: near.text, Value: near.text,
				Message: fmt.Sprintf("The heading %s is missing; the nearest is %s.", quoted(col.Heading), quoted(near.text)),
				Hint:    fmt.Sprintf("Did you mean %s? Change the heading if so.", quoted(col.Heading))})
		case near != nil:
			l.add(Problem{Rule: RuleHeadingUnknown, Severity: Warning, Cell: heading(near), Column: near.text, Value: near.text,
				Message: fmt.Sprintf("The column %s is not read, because its heading is not one of ours.", quoted(near.text)),
				Hint:    fmt.Sprintf("Did you mean %s? Change the heading if so.", quoted(col.Heading))})
		case col.Required:
			l.add(Problem{Rule: RuleHeadingMissing, Severity: Error, Cell: l.sheetCell(t.name), Column: col.Heading,
				Message: fmt.Sprintf("The heading %s is missing from row %d.%s", quoted(col.Heading), in.row, unreadHeadings(in)),
				Hint:    fmt.Sprintf("Add a column headed %s, or give that heading to the column that holds it. %s", quoted(col.Heading), col.Help)})
		}
	}
	for _, pair := range in.twice {
		if !g.FilledBelow(pair[1].col, in.row) {
			continue
		}
		l.add(Problem{Rule: RuleHeadingDuplicate, Severity: Error, Cell: heading(pair[1]), Column: pair[1].text, Value: pair[1].text,
			Message: fmt.Sprintf("The headings %s and %s mean the same; only the first column is read.", quoted(pair[0].text), quoted(pair[1].text)),
			Hint:    "Rename the column that should not be read, or delete it.", Related: []xlsx.Cell{heading(pair[0])}})
	}
	for _, f := range in.ignore {
		column := s.match(f.folded, matchAlias, in.at)
		if s.Columns[column].Kind == Ref || !g.FilledBelow(f.col, in.row) {
			continue // a running number beside the ref, or nothing that could be missed
		}
		kept := in.at[column]
		l.add(Problem{Rule: RuleHeadingDuplicate, Severity: Warning, Cell: heading(f), Column: f.text, Value: f.text,
			Message: fmt.Sprintf("The column %s is not read, because %s is there too.", quoted(f.text), quoted(kept.text)),
			Hint:    "Rename the column if it means something else, or move what it holds.", Related: []xlsx.Cell{heading(kept)}})
	}
}

// judgeEmpty reports a sheet that must hold something and does not.
func (l *loader) judgeEmpty(t *table) {
	if !t.sheet.Required || t.sheet.Fields {
		return
	}
	l.add(Problem{Rule: RuleSheetEmpty, Severity: Error, Cell: l.sheetCell(t.name),
		Message: fmt.Sprintf("The sheet has no %s.", plural(t.sheet)),
		Hint:    fmt.Sprintf("Add at least one row: %s.", words.LowerFirst(t.sheet.Purpose))})
}

func requiredHeadings(s *Sheet) []string {
	var list []string
	for i := range s.Columns {
		if s.Columns[i].Required {
			list = append(list, s.Columns[i].Heading)
		}
	}
	return list
}

// unreadHeadings names the headings of the file that match nothing: one of
// them may be what is missed.
func unreadHeadings(found *located) string {
	var list []string
	for _, f := range found.rest {
		if f.row == found.row || len(found.rest) < 12 {
			list = append(list, f.text)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return " Headings that are not read: " + clippedList(list) + "."
}

// clippedList joins names, and stops where a message would grow too long.
func clippedList(names []string) string {
	const most = 8
	var quotedNames []string
	for i, n := range names {
		if i == most {
			return strings.Join(quotedNames, ", ") + fmt.Sprintf(" and %d more", len(names)-most)
		}
		quotedNames = append(quotedNames, quoted(n))
	}
	return strings.Join(quotedNames, ", ")
}

// singular is what one row of a sheet is called.
func singular(s *Sheet) string {
	switch s.Name {
	case SheetKey:
		return "status word"
	case SheetAreas:
		return "improvement area"
	case SheetPeople:
		return "person"
	case SheetGlossary:
		return "term"
	}
	return strings.ToLower(strings.TrimSuffix(s.Name, "s"))
}

func plural(s *Sheet) string {
	if s.Name == SheetPeople {
		return "people"
	}
	return singular(s) + "s"
}
