package blank

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// Staff delete columns and sheets that they have no use for. So no formula
// names a column by its letter: a cell of the Lists sheet finds each heading,
// and formulas ask for the row's cell in that place. A sheet stands in one
// defined name or two; where it is gone, the formulas read it as empty.

// checkCol is where Check stands: beside the ref.
const checkCol = 2

// sheetCol is where a column of the schema stands on its sheet.
func sheetCol(s *workbook.Sheet, i int) int {
	if i > 0 && hasCheck(s) {
		return i + 2
	}
	return i + 1
}

func sheetLetter(s *workbook.Sheet, i int) string { return xlsx.ColumnLetters(sheetCol(s, i)) }

// lastCol is the last column of a sheet, Check included.
func lastCol(s *workbook.Sheet) int { return sheetCol(s, len(s.Columns)-1) }

// Defined names of a sheet: its columns, and of them the heading row. On a
// sheet with a Check column they begin to the right of it, or the formulas
// behind Check would look at themselves; the refs to the left of it have a
// name of their own.
func rowsOf(s *workbook.Sheet) string  { return "RowsOf" + s.Name }
func headsOf(s *workbook.Sheet) string { return "HeadsOf" + s.Name }
func refsOf(s *workbook.Sheet) string  { return "RefsOf" + s.Name }

// farCol leaves room for columns that staff add.
const farCol = "BZ"

func (b *blankBook) nameSheet(s *workbook.Sheet) {
	first := "A"
	if hasCheck(s) {
		first = xlsx.ColumnLetters(checkCol + 1)
		b.name(refsOf(s), s.Name+"!$A:$A")
	}
	b.name(rowsOf(s), fmt.Sprintf("%s!$%s:$%s", s.Name, first, farCol))
	b.name(headsOf(s), fmt.Sprintf("%s!$%s$1:$%s$1", s.Name, first, farCol))
}

// inBlock is true of the columns that are found by their heading.
func inBlock(s *workbook.Sheet, i int) bool { return !s.Fields && (i > 0 || !hasCheck(s)) }

// foundFrom is the first row of the Lists sheet with a column's place.
const foundFrom = singleFrom + 4

// foundRow is the row of the Lists sheet that says where a column stands.
func foundRow(s *workbook.Sheet, heading string) int {
	row := foundFrom
	for _, other := range workbook.Sheets {
		for i, c := range other.Columns {
			if !inBlock(other, i) {
				continue
			}
			if other == s && c.Heading == heading {
				return row
			}
			row++
		}
	}
	panic("sheet " + s.Name + " has no heading " + heading + " to find")
}

// found is the cell of the Lists sheet that says where a column stands in the
// sheet's block: #N/A where it is gone.
func found(s *workbook.Sheet, heading string) string {
	return fmt.Sprintf("$B$%d", foundRow(s, heading))
}

// foundAll is those cells for all columns of a sheet.
func foundAll(s *workbook.Sheet) string {
	first, last := s.Columns[0].Heading, s.Columns[len(s.Columns)-1].Heading
	if hasCheck(s) {
		first = s.Columns[1].Heading
	}
	return fmt.Sprintf("$B$%d:$B$%d", foundRow(s, first), foundRow(s, last))
}

// findHeading is the formula of such a cell. A heading that staff have changed
// for another of its names is still found, as check does.
func findHeading(s *workbook.Sheet, c *workbook.Column) string {
	formula, end := "", ""
	for _, heading := range append([]string{c.Heading}, c.Aliases...) {
		if heading != c.Heading && slices.ContainsFunc(s.Columns, func(other workbook.Column) bool { return strings.EqualFold(other.Heading, heading) }) {
			continue
		}
		if formula != "" {
			formula += ",IFERROR("
			end += ")"
		} else {
			formula, end = "IFERROR(", ")"
		}
		formula += "MATCH(" + literal(heading) + "," + headsOf(s) + ",0)"
	}
	return formula + ",NA()" + end
}

// In the formulas of the Lists sheet, which have a row for each row of the
// sheet that they look at.

// cell is the row's cell of a column, an error where the column is gone.
func cell(s *workbook.Sheet, heading string) string {
	if hasCheck(s) && heading == s.Columns[0].Heading {
		return "INDEX(" + refsOf(s) + ",ROW())"
	}
	return "INDEX(" + rowsOf(s) + ",ROW()," + found(s, heading) + ")"
}

// text is the row's cell as words, "" where the column is gone.
func text(s *workbook.Sheet, heading string) string {
	return "IFERROR(" + cell(s, heading) + `&"","")`
}

// isNumber and numberIn are of a date or a figure.
func isNumber(s *workbook.Sheet, heading string) string {
	return "ISNUMBER(" + cell(s, heading) + ")"
}

func numberIn(s *workbook.Sheet, heading string) string {
	return "IFERROR(N(" + cell(s, heading) + "),0)"
}

// hasContent is true of a row with something in a column of ours; what staff
// keep in columns of their own is none of it.
func hasContent(s *workbook.Sheet, ref string) string {
	row := "INDEX(" + rowsOf(s) + ",ROW(),0)"
	return choose("LEN("+ref+")>0", "TRUE", choose("COUNTA("+row+")=0", "FALSE",
		fmt.Sprintf("SUMPRODUCT((ISBLANK(%s)=FALSE)*%s)>0", row, isOurs(s))))
}

// hasError is true of a row with an error such as #REF! in a column of ours.
func hasError(s *workbook.Sheet) string {
	row := "INDEX(" + rowsOf(s) + ",ROW(),0)"
	return choose("ISNUMBER(SUM("+row+"))", "FALSE", fmt.Sprintf("SUMPRODUCT(ISERROR(%s)*%s)>0", row, isOurs(s)))
}

// isOurs says of each column of a sheet's block whether it is one of ours.
func isOurs(s *workbook.Sheet) string {
	return fmt.Sprintf("ISNUMBER(MATCH(COLUMN(%[1]s)-MIN(COLUMN(%[1]s))+1,%[2]s,0))", headsOf(s), foundAll(s))
}

// down is a column of a sheet from its first row to a last one, for formulas
// that stand alone.
func down(s *workbook.Sheet, heading string, to int) string {
	if hasCheck(s) && heading == s.Columns[0].Heading {
		return fmt.Sprintf("INDEX(%[1]s,2):INDEX(%[1]s,%[2]d)", refsOf(s), to)
	}
	return downAt(s, found(s, heading), to)
}

func downAt(s *workbook.Sheet, place string, to int) string {
	return fmt.Sprintf("INDEX(%[1]s,2,%[2]s):INDEX(%[1]s,%[3]d,%[2]s)", rowsOf(s), place, to)
}
