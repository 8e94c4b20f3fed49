package workbook

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook/xlsx"
)

// Excel hides what a file still holds: values under merged cells, hidden rows
// and columns, text that somebody has struck out but not deleted. Reading it
// like the rest may be right; saying nothing of it is not.

// covered is the block of merged cells under which a filled cell lies, so
// that nobody sees what it holds.
func (r *rowReader) covered(c xlsx.RawCell, row int) (xlsx.Block, bool) {
	if c.Kind == xlsx.BlankCell || len(r.blocks[c.Col]) == 0 {
		return xlsx.Block{}, false
	}
	return r.block(c.Col, row)
}

// tellCovered says that a value lies under merged cells and is not read.
func (r *rowReader) tellCovered(src *Source, i int, c xlsx.RawCell, m xlsx.Block) {
	here, words := r.cellAt(src.Row, c.Col), r.l.cells.words(c)
	message := fmt.Sprintf("%s is part of the merged cells %s, so its value %s cannot be seen, and it is not read.", here.Name(), m, quoted(words))
	r.l.add(Problem{Rule: RuleCellCovered, Severity: Warning, Cell: here, Column: r.t.headings[i], Ref: src.recordRef(i), Value: words, Message: message,
		Hint: fmt.Sprintf("Unmerge %s, and enter in every row what is meant there.", m), Related: []xlsx.Cell{r.cellAt(m.Row, m.Col)}})
}

// tellStruck says once of a record that text in it is struck through.
func (r *rowReader) tellStruck(src *Source, filled []xlsx.RawCell) {
	var columns []int
	whole := false
	for i, c := range filled {
		if c.Kind == xlsx.BlankCell || c.Col == 0 {
			continue
		}
		struck, live := r.l.book.Struck(r.g.Grid, src.Row, c, src.raw[i])
		if struck == "" {
			continue
		}
		columns = append(columns, i)
		whole = whole || live == "" && i == r.about
	}
	if len(columns) == 0 {
		return
	}
	s := r.in.sheet
	at := columns[0]
	message := fmt.Sprintf("Text in %s is struck through, but it is read and printed like any other.", src.At(s.Columns[at].Heading).Name())
	hint := "Delete what no longer holds, or take the line through it off."
	if whole {
		at = r.about
		message = fmt.Sprintf("The %s is struck through, but it is read as one that still holds.", singular(s))
		hint = "Take the line off, delete the row, or give it a status that means withdrawn."
	}
	var related []xlsx.Cell
	for _, i := range columns {
		if i != at {
			related = append(related, src.At(s.Columns[i].Heading))
		}
	}
	r.l.report(src, at, faultOf(RuleCellStruck, Warning, message, hint), related...)
}

// tellHidden says once of a sheet which rows and columns of it are hidden.
func (r *rowReader) tellHidden() {
	var parts []string
	place := r.l.sheetCell(r.t.name)
	if r.in.file.Hidden && r.count > 0 {
		parts = append(parts, "the whole sheet")
	}
	if rows := spans(r.hiddenRows); len(rows) > 0 {
		label := "rows "
		if len(r.hiddenRows) == 1 {
			label = "row "
		}
		parts = append(parts, label+strings.Join(rows, ", "))
		place = r.cellAt(r.hiddenRows[0], slices.Max(append([]int{1}, r.t.columns[:1]...)))
	}
	var columns []string
	for i, col := range r.t.columns {
		if col > 0 && r.g.IsHidden(col) && r.g.FilledBelow(col, r.in.row) {
			columns = append(columns, xlsx.ColumnLetters(col)+" ("+r.t.headings[i]+")")
		}
	}
	if len(columns) > 0 {
		label := "columns "
		if len(columns) == 1 {
			label = "column "
		}
		parts = append(parts, label+strings.Join(columns, ", "))
	}
	if len(parts) == 0 || slices.Contains([]string{SheetKey, SheetPeople, SheetGlossary, SheetWaivers}, r.in.sheet.Name) {
		return // lists that the rest of the plan is read by, often put out of sight
	}
	r.l.add(Problem{Rule: RuleHiddenRead, Severity: Advice, Cell: place,
		Message: fmt.Sprintf("On the sheet %s this is hidden in Excel and is read like the rest: %s.", r.t.name, strings.Join(parts, "; ")),
		Hint:    "Show it, so that everybody sees what the papers print; delete what no longer holds."})
}

// spans writes numbers in rising order as 3, 5 to 9.
func spans(numbers []int) []string {
	const most = 8
	var out []string
	for from := 0; from < len(numbers); {
		to := from
		for to+1 < len(numbers) && numbers[to+1] == numbers[to]+1 {
			to++
		}
		if len(out) == most {
			return append(out, "and more")
		}
		one := fmt.Sprint(numbers[from])
		if to > from {
			one += fmt.Sprintf(" to %d", numbers[to])
		}
		out = append(out, one)
		from = to + 1
	}
	return out
}
