package blank

import (
	"fmt"

	"actionplan/workbook"
)

// A figure that is pasted comes as words too, and check reads those that are
// nothing but a number. VALUE reads more than that, 1,000 and 31 March among
// it, and in some languages less.

// notFigure stands for a cell that holds something else than a figure.
const notFigure = "no figure"

func isFigureKind(k workbook.Kind) bool {
	return k == workbook.Figure || k == workbook.Amount || k == workbook.Whole
}

// figureName is the worked column of a column of figures: the number, "" of a
// blank cell, or notFigure.
func figureName(s *workbook.Sheet, heading string) string { return nameOf(s, heading) + "Figure" }

// figureHeadings are the columns of figures of a sheet with a Check column.
func figureHeadings(s *workbook.Sheet) []string { return headingsOf(s, isFigureKind) }

func figureColumns(r reach) []workedColumn {
	var all []workedColumn
	for _, sheet := range checkedSheets {
		s := workbook.FindSheet(sheet)
		for _, heading := range figureHeadings(s) {
			all = append(all, workedColumn{figureName(s, heading), r.refs(sheet), figureOf(s, heading)})
		}
	}
	return all
}

func figureOf(s *workbook.Sheet, heading string) string {
	words := text(s, heading)
	return choose(isNumber(s, heading), cell(s, heading), choose(lengthOf(words)+"=0", `""`, figureInWords(words)))
}

// figureInWords takes a sign, figures with a point among or before them, and a
// sign for per cent behind them.
func figureInWords(words string) string {
	number := `TRIM(SUBSTITUTE(SUBSTITUTE(` + folded(words) + `&"|","%|",""),"|",""))`
	value := "_xlfn.NUMBERVALUE(" + number + `,".",",")`
	plain := fmt.Sprintf(`AND(ISNUMBER(-RIGHT(%s)),%s)`, number, isIn(withoutFigures(number)+`&"0"`, titledRange(numberMarks)))
	return orElse(choose(plain, value, literal(notFigure)), notFigure)
}

// numberMarks is the list of what may be left of a number without its figures,
// with one at its end.
const numberMarks = "Marks of a number"
