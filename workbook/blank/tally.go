package blank

import (
	"fmt"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// The Lists sheet counts each sheet's rows once; Start here and Summary show
// the counts.

// tally is what is counted of a sheet.
type tally int

const (
	tallyFilled  tally = iota + 1 // rows filled; of the Plan sheet, fields with a value
	tallyToFix                    // rows with something wrong
	tallyFirst                    // the first of them; 0: none
	tallyLast                     // the last row of its refs, counted from the heading
	tallyRepeats                  // more than 0 if a ref stands on more than one row
	tallyOdd                      // rows whose ref is not typed as it is compared; of the log also old lines among the fresh, and days as words
)

// tallyCell is where a count stands, for other sheets.
func tallyCell(s *workbook.Sheet, t tally) string {
	return listsSheet + "!" + ownTally(s, t)
}

func ownTally(s *workbook.Sheet, t tally) string {
	return fmt.Sprintf("$%s$%d", xlsx.ColumnLetters(tallyCol+int(t)), tallyRow(s))
}

func tallyRow(s *workbook.Sheet) int {
	for i, other := range workbook.Sheets {
		if other == s {
			return i + 2
		}
	}
	panic("no sheet " + s.Name)
}

func (b *blankBook) fillTallies() {
	for i, heading := range []string{"Sheet", "Rows filled", "Rows to fix", "First row to fix", "Last row with a ref", "Refs on two rows", "Refs typed otherwise"} {
		b.say(listsSheet, tallyCol+i, 1, heading)
	}
	for _, s := range workbook.Sheets {
		row := tallyRow(s)
		b.say(listsSheet, tallyCol, row, s.Name)
		b.formula(listsSheet, tallyCol+int(tallyFilled), row, b.countFilled(s))
		b.formula(listsSheet, tallyCol+int(tallyToFix), row, "IFERROR("+b.countToFix(s)+",0)")
		if hasCheck(s) {
			b.formula(listsSheet, tallyCol+int(tallyFirst), row, firstToFix(s))
			b.formula(listsSheet, tallyCol+int(tallyRepeats), row, "MAX("+repeatOf(s.Name)+")")
			b.formula(listsSheet, tallyCol+int(tallyOdd), row, countOdd(down(s, s.Columns[0].Heading, b.reach.refs(s.Name))+"<>"+refNames[s.Name]))
		}
		if s.Name == workbook.SheetUpdates {
			action, day := down(s, workbook.ColAction, b.reach.refs(s.Name)), down(s, workbook.ColDate, b.reach.refs(s.Name))
			b.formula(listsSheet, tallyCol+int(tallyOdd), row, countOdd(fmt.Sprintf("((%s<>MID(%s,2,%d))+(LEFT(%[2]s)=%[4]s)*(ROW(%[2]s)>=%[5]s)+ISTEXT(%[6]s)>0)", action, logRef, 1000, literal(logOld), freshFrom, day)))
		}
		if pickNames[s.Name] != "" || s.Name == workbook.SheetKey {
			b.formula(listsSheet, tallyCol+int(tallyLast), row, fmt.Sprintf(`SUMPRODUCT(MAX((%[1]s<>"")*(ROW(%[1]s)-1)))`, pickFrom(s)))
		}
	}
}

// countOdd counts the rows that fulfil a condition; where the sheet or its
// column is gone, there is nothing as it is typed.
func countOdd(condition string) string { return "IFERROR(SUMPRODUCT(--(" + condition + ")),1)" }

// countFilled is how many rows a sheet has, in words where it is gone.
func (b *blankBook) countFilled(s *workbook.Sheet) string {
	switch {
	case s.Fields:
		return fmt.Sprintf("COUNTA(%s!$B$2:$B$100)", s.Name)
	case hasCheck(s):
		return fmt.Sprintf("SUMPRODUCT(--(LEN(%s)>0))", checkOf(s.Name))
	}
	return choose("ISERROR(ROWS("+headsOf(s)+"))", literal(sheetDeleted),
		fmt.Sprintf("IFERROR(SUMPRODUCT(--(LEN(TRIM(%s))>0)),0)", down(s, tellingHeading(s), b.reach.help(s.Name))))
}

// countToFix is how many rows have something wrong: where there is a Check
// column, what stands behind it, and on the other sheets the required cells
// missing in rows that are begun.
func (b *blankBook) countToFix(s *workbook.Sheet) string {
	if s.Fields {
		return requiredFieldsMissing(s)
	}
	if hasCheck(s) {
		return fmt.Sprintf("SUMPRODUCT(--(LEFT(%s)>=%s))", checkOf(s.Name), literal(levelWarning))
	}
	begun, whole, telling := "", "", found(s, tellingHeading(s))
	for _, c := range s.Columns {
		// A column that is gone counts as the one that is filled wherever there
		// is a record.
		begun += fmt.Sprintf(`+(%s<>"")`, downAt(s, fmt.Sprintf("IFERROR(%s,%s)", found(s, c.Heading), telling), b.reach.help(s.Name)))
		if c.Required {
			whole += fmt.Sprintf("*(LEN(TRIM(%s))>0)", down(s, c.Heading, b.reach.help(s.Name)))
		}
	}
	return fmt.Sprintf("SUMPRODUCT(((%s)>0)*(1-%s))", begun[1:], whole[1:])
}

// firstToFix is the first row with an error, or else with a warning.
func firstToFix(s *workbook.Sheet) string {
	first := func(level string) string {
		return fmt.Sprintf("IFERROR(MATCH(%s,%s,0)+1,%d)", literal(level+"*"), checkOf(s.Name), farOff)
	}
	return fmt.Sprintf("MOD(MIN(%s,%s),%d)", first(levelError), first(levelWarning), farOff)
}

func requiredFieldsMissing(s *workbook.Sheet) string {
	sum := ""
	for _, c := range s.Columns {
		if c.Required {
			sum += fmt.Sprintf("+(LEN(TRIM(IFERROR(%s,\"\")))=0)", fieldValue(c.Heading))
		}
	}
	return sum[1:]
}

// foundNames are the places of columns that other sheets' formulas ask for.
func foundNames() []struct{ name, at string } {
	areas := workbook.FindSheet(workbook.SheetAreas)
	return []struct{ name, at string }{
		{areaNameAt, found(areas, workbook.ColAreaName)},
		{areaOwnerAt, found(areas, workbook.ColAccountable)},
		{areaStatusAt, found(areas, workbook.ColStatus)},
	}
}

const (
	areaNameAt   = "AreaNameAt"
	areaOwnerAt  = "AreaOwnerAt"
	areaStatusAt = "AreaStatusAt"
)
