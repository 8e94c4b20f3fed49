package blank

import (
	"slices"

	"actionplan/workbook"
)

// Rows of a record sheet in a workbook that is new. Row 1 is the heading row.
// The table starts with some blank rows and grows in Excel; dropdowns go
// far beyond it and colours to the end of the sheet. The others are the last
// rows that formulas look at.
const (
	blankRows   = 30
	rowsToSpare = 5 // of a table with rows, at least
	helpTo      = 601
	dropdownTo  = 3001
	manyTo      = 201  // of measures and people
	logTo       = 5001 // of Readings and Updates, which grow with every board
	logRefsTo   = 801  // of the log's refs where they are not typed as they are compared
	keyTo       = 41
	fewTo       = 201 // of refs of visits and areas
)

// spareRows is what a sheet that is more than half full gets beyond its rows.
const spareRows = 500

// reach is how far down a workbook's own help looks: as in a new workbook, and
// further where there are many rows, so that a long plan has room to grow too.
type reach struct {
	rows   map[string]int  // by sheet
	spare  map[string]int  // by sheet with a table: its blank rows; of Summary those of its areas
	breaks map[string]bool // by sheet: the last of its rows begins a page
}

func reachOf(c *Content) reach {
	r := reach{rows: map[string]int{}, spare: map[string]int{}, breaks: map[string]bool{}}
	for _, s := range workbook.Sheets {
		n := len(c.Rows[s.Name])
		r.rows[s.Name] = n
		r.spare[s.Name] = max(blankRows-n, rowsToSpare)
		if hasCheck(s) && n > 0 { // its formulas print
			r.setSpare(s.Name, heightsOf(s, c.Rows[s.Name]), rowsToSpare, r.spare[s.Name])
		}
	}
	areas := r.rows[workbook.SheetAreas]
	r.setSpare(summarySheet, slices.Repeat([]float64{areaHeight}, areas), summarySpare, max(summaryAreas-areas, summarySpare))
	return r
}

func (r reach) setSpare(sheet string, heights []float64, least, most int) {
	r.spare[sheet], r.breaks[sheet] = spare(heights, least, most)
}

// grown is the last row of something on a sheet that reaches to a row at
// least.
func (r reach) grown(sheet string, least int) int {
	rows := r.rows[sheet]
	if 2*rows < least {
		return least
	}
	return max(least, 1+rows+spareRows)
}

// table is the last row of a sheet's table.
func (r reach) table(sheet string) int { return 1 + r.rows[sheet] + r.spare[sheet] }

// help is the last row of a sheet that formulas look at.
func (r reach) help(sheet string) int {
	if sheet == workbook.SheetReadings || sheet == workbook.SheetUpdates {
		return r.grown(sheet, logTo)
	}
	return r.grown(sheet, helpTo)
}

// helped is the last row of a sheet that has dropdowns and prompts.
func (r reach) helped(sheet string) int { return max(dropdownTo, r.help(sheet)) }

// refs is the last row of a sheet whose refs or names are found.
func (r reach) refs(sheet string) int {
	switch sheet {
	case workbook.SheetVisits, workbook.SheetAreas:
		return r.grown(sheet, fewTo)
	case workbook.SheetMeasures, workbook.SheetPeople:
		return r.grown(sheet, manyTo)
	case workbook.SheetUpdates:
		return r.grown(sheet, logRefsTo)
	}
	return r.help(sheet)
}

// key is the last row of the key that the workbook's own help looks at.
func (r reach) key() int { return r.grown(workbook.SheetKey, keyTo) }

// Summary's tables have this many rows, more where there are more areas or
// words.
const (
	summaryWords  = 9
	summaryOwners = 8
	summaryAreas  = 40
	summarySpare  = 10
)

// words and areas are how many rows the tables of Summary have for status
// words and for areas.
func (r reach) words() int { return max(summaryWords, r.rows[workbook.SheetKey]+1) }

func (r reach) areas() int { return r.rows[workbook.SheetAreas] + r.spare[summarySheet] }

// longest is the last row of the columns that are worked out row by row.
func (r reach) longest() int {
	last := helpTo
	for sheet := range refNames {
		last = max(last, r.refs(sheet))
	}
	return last
}
