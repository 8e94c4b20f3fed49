package workbook

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook/xlsx"
)

// unheaded is a column that holds something and has no heading, so that
// nothing of it is read.
type unheaded struct {
	col int
	of  int // the schema column that is missing just there, -1 where that is not certain
}

// unheadedIn are the columns without a heading that hold something below it:
// those between headings, and one beside them where exactly one column of ours
// is missing there.
func unheadedIn(in *located, g *grid) []unheaded {
	at := make(map[int]int) // physical column → schema column, -1 if it is none of ours
	first, last := 0, 0
	for _, f := range g.headings(in.row) {
		at[f.col] = -1
		if first == 0 || f.col < first {
			first = f.col
		}
		last = max(last, f.col)
	}
	for i, f := range in.at {
		if f != nil {
			at[f.col] = i
		}
	}
	if first == 0 {
		return nil
	}
	var list []unheaded
	for col := max(1, first-1); col <= last+1; col++ {
		if _, headed := at[col]; headed || g.mergedAt(col, in.row) || !g.FilledBelow(col, in.row) {
			continue
		}
		of := missingAt(in, at, col)
		if of >= 0 || col >= first && col <= last {
			list = append(list, unheaded{col, of})
		}
	}
	return list
}

func (g *grid) mergedAt(col, row int) bool {
	return slices.ContainsFunc(g.Merges, func(m xlsx.Block) bool {
		return m.Row <= row && row <= m.LastRow && m.Col <= col && col <= m.LastCol
	})
}

// missingAt is the one schema column that the file lacks and that would stand in
// that place, in the order in which we write them; of several the one that every
// plan needs. Where the file has an order of its own it is the one column that
// every plan needs and this one lacks. It is -1 if there is no telling which.
func missingAt(in *located, at map[int]int, col int) int {
	if of := missingBetween(in, at, col); of >= 0 {
		return of
	}
	return missingBetween(in, nil, col)
}

// missingBetween is missingAt by the neighbours of a column; without any, of
// all columns.
func missingBetween(in *located, at map[int]int, col int) int {
	left, right := -1, len(in.sheet.Columns)
	for c, i := range at {
		switch {
		case i < 0:
		case c < col:
			left = max(left, i)
		default:
			right = min(right, i)
		}
	}
	var missing, needed []int
	for i := left + 1; i < right; i++ {
		if in.at[i] != nil || in.near[i] != nil {
			continue
		}
		missing = append(missing, i)
		if in.sheet.Columns[i].Required {
			needed = append(needed, i)
		}
	}
	switch {
	case len(needed) == 1:
		return needed[0]
	case len(missing) == 1:
		return missing[0]
	}
	return -1
}

// judgeUnheaded reports columns that hold something and have no heading. It
// says which columns of ours that explains: what is missing in them is then a
// consequence.
func (l *loader) judgeUnheaded(t *table, in *located, g *grid) (explained map[int]bool) {
	explained = make(map[int]bool)
	for _, u := range unheadedIn(in, g) {
		here := xlsx.Cell{File: t.file, Sheet: t.name, Col: u.col, Row: in.row}
		p := Problem{Rule: RuleHeadingBlank, Severity: Warning, Cell: here,
			Message: fmt.Sprintf("Column %s has no heading, so nothing that stands in it is read.", xlsx.ColumnLetters(u.col)),
			Hint:    "Type its heading into " + here.Name() + "." + missingHeadings(in)}
		if u.of >= 0 {
			column := &in.sheet.Columns[u.of]
			explained[u.of] = true
			p.Hint = fmt.Sprintf("Did you mean %s? Type it into %s.", quoted(column.Heading), here.Name())
			if column.Required {
				p.Severity = Error
			}
		}
		l.add(p)
	}
	return explained
}

// missingHeadings lists the headings of ours that a sheet lacks.
func missingHeadings(in *located) string {
	var list []string
	for i := range in.sheet.Columns {
		if in.at[i] == nil {
			list = append(list, in.sheet.Columns[i].Heading)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return " Of our headings these are not there: " + strings.Join(list, ", ") + "."
}
