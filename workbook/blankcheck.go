package workbook

import (
	"fmt"
	"strings"
)

// liveRule is one thing that may be wrong with a row: a condition in Excel's
// words, in which {Heading} is the row's cell, and what to say.
type liveRule struct{ when, say string }

// fillCheck writes the Check column and gives back the formula of its first
// row.
func (b *blankBook) fillCheck(s *Sheet, col int) string {
	letter := ColumnLetters(col)
	b.do(b.x.SetColWidth(s.Name, letter, letter, 40))
	b.do(b.x.SetColStyle(s.Name, letter, b.looks.check))
	b.say(s.Name, col, 1, CheckHeading)
	b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", b.looks.headCheck))
	for row := 2; row <= formattedTo; row++ {
		b.formula(s.Name, col, row, checkFormula(s, row))
	}
	return checkFormula(s, 2)
}

// checkFormula is the Check cell of a row: blank for a blank row, OK, or the
// first thing wrong.
func checkFormula(s *Sheet, row int) string {
	var f strings.Builder
	rules := liveRules(s)
	cells := fmt.Sprintf("$A%d:$%s%d", row, ColumnLetters(len(s.Columns)), row)
	fmt.Fprintf(&f, "IF(COUNTA(%s)=0,\"\",IFERROR(", cells)
	for _, r := range rules {
		fmt.Fprintf(&f, "IF(%s,%s,", inRow(s, r.when, row), inRow(s, r.say, row))
	}
	f.WriteString("\"OK\"" + strings.Repeat(")", len(rules)))
	f.WriteString(",\"A cell of this row holds an error such as #REF!\"))")
	return f.String()
}

// inRow puts the row's cells in the place of {Heading}.
func inRow(s *Sheet, formula string, row int) string {
	for i, c := range s.Columns {
		formula = strings.ReplaceAll(formula, "{"+c.Heading+"}", fmt.Sprintf("$%s%d", ColumnLetters(i+1), row))
	}
	return formula
}

func liveRules(s *Sheet) []liveRule {
	var rules []liveRule
	for _, c := range s.Columns {
		if c.Required {
			rules = append(rules, liveRule{"LEN(TRIM({" + c.Heading + "}))=0", `"` + c.Heading + ` missing"`})
		}
	}
	return rules
}
