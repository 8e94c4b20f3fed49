// Package upgrade turns somebody's own plan, or an older workbook of ours, into
// the workbook as it is now, and accounts for every filled cell of the old one.
package upgrade

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/blank"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Log says what became of an old workbook.
type Log struct {
	Moves   []Move   // each old sheet and column, in the order of the file
	Notes   []string // sentences: what was guessed or changed, and should be looked at
	Kept    int      // values that stand only on the sheet "Not carried over"
	Actions int      // in the new workbook
	Areas   int
}

// Move is where one old sheet or column went.
type Move struct {
	Sheet   string // old sheet
	Column  string // its letters, "" for the whole sheet
	Heading string // as the old file spells it
	To      string // "Actions: Owner", or "Not carried over"
	Remark  string
	Values  int // how many filled cells
}

// Lines is the log for a terminal: one line for each move, then the notes.
func (l Log) Lines() []string {
	var lines []string
	for _, m := range l.Moves {
		from := m.Sheet
		if m.Column != "" {
			from += ", column " + m.Column
		}
		if m.Heading != "" {
			from += fmt.Sprintf(" (%s)", m.Heading)
		}
		line := from + " → " + m.To
		if m.Remark != "" {
			line += "; " + m.Remark
		}
		lines = append(lines, line)
	}
	return append(lines, l.Notes...)
}

// Names of the sheets that an upgrade adds.
const (
	sheetWentWhere  = "What went where"
	sheetNotCarried = "Not carried over"
)

// errNoTable is what is said of a workbook in which no plan was found.
var errNoTable = words.Fail("an earlier plan needs one row of headings, with at least an action, and two of: who leads, by when, how it is going, its status", "no table of actions was found in the workbook")

// Workbook moves an older workbook of ours, or a council's own plan, onto the
// workbook as it is now. Sheets and columns are matched by name, alias,
// headings and likeness; a plan kept as one table of actions comes out with
// its areas, findings, people and status words on sheets of their own. What
// has no place in the new workbook stands with all its values on the sheet
// "Not carried over", and the sheet "What went where" accounts for the rest:
// every filled cell of the old file stands somewhere in the new one. Notes,
// pictures, charts and formulas themselves stay behind; results are kept.
// The same input gives the same bytes. The error is a sentence for the user.
func Workbook(name string, data []byte) (out []byte, log Log, err error) {
	survey, err := workbook.MakeSurvey(name, data)
	if err != nil {
		return nil, log, err
	}
	colours, err := openColours(data)
	if err != nil {
		return nil, log, fmt.Errorf("the workbook could not be opened: %w", err)
	}
	defer colours.file.Close()
	u := &upgrade{survey: survey, colours: colours, content: &blank.Content{Rows: map[string][]blank.ContentRow{}}, placed: map[place]bool{}}
	if !u.carry() {
		return nil, log, errNoTable
	}
	u.nameAreas()
	u.fillKey()
	if out, err = blank.Write(u.content, blank.Options{}); err != nil {
		return nil, log, fmt.Errorf("the plan is too large for the workbook: %w", err)
	}
	if err := u.keepTheRest(out); err != nil {
		return nil, log, err
	}
	u.log.Kept = len(u.left)
	u.log.Areas, u.log.Actions = len(u.content.Rows[workbook.SheetAreas]), len(u.content.Rows[workbook.SheetActions])
	out, err = xlsx.AddSheets(out, u.addedSheets(name)...)
	return out, u.log, err
}

// upgrade is one workbook on its way.
type upgrade struct {
	survey  *workbook.Survey
	colours cellColours
	content *blank.Content
	log     Log
	left    []leftValue
	placed  map[place]bool // cells that are known to be in left
}

type place struct {
	sheet    string
	row, col int
}

// leftValue is a value without a place in the new workbook.
type leftValue struct {
	place
	heading, beside, value string
}

func (u *upgrade) note(format string, args ...any) {
	if text := fmt.Sprintf(format, args...); !slices.Contains(u.log.Notes, text) {
		u.log.Notes = append(u.log.Notes, text)
	}
}

func (u *upgrade) add(sheet string, row blank.ContentRow) {
	u.content.Rows[sheet] = append(u.content.Rows[sheet], row)
}

// carry decides what kind of workbook it is. False: no plan in it.
func (u *upgrade) carry() bool {
	layouts := u.flatLayouts()
	if u.hasOwnSheets(layouts) {
		layouts = nil
	}
	flat := newFlatPlan(u)
	flat.several = len(layouts) > 1
	found := len(layouts) > 0
	for i := range u.survey.Sheets {
		s := &u.survey.Sheets[i]
		switch l := layouts[s.Name]; {
		case s.Ours:
			u.log.Moves = append(u.log.Moves, Move{Sheet: s.Name, To: "written anew", Values: filledCells(s)})
		case l != nil:
			flat.read(s, l)
		case s.Sheet == nil || s.HeadingRow == 0 || found && (s.Sheet.Name == workbook.SheetAreas || s.Sheet.Name == workbook.SheetActions):
			u.leaveSheet(s)
		case s.Sheet.Fields:
			u.carryFields(s)
		default:
			u.carryRows(s)
		}
	}
	flat.write()
	return found || len(u.content.Rows[workbook.SheetAreas])+len(u.content.Rows[workbook.SheetActions]) > 0
}

// hasOwnSheets is true of a workbook that keeps areas and actions apart. A
// sheet of areas that holds actions too is one flat table.
func (u *upgrade) hasOwnSheets(layouts map[string]*flatLayout) bool {
	areas, actions := false, false
	for _, s := range u.survey.Sheets {
		if s.Sheet == nil || s.HeadingRow == 0 {
			continue
		}
		switch s.Sheet.Name {
		case workbook.SheetAreas:
			areas = layouts[s.Name] == nil
		case workbook.SheetActions:
			actions = true
		}
	}
	return areas && actions
}

func filledCells(s *workbook.SurveyedSheet) int {
	n := 0
	for _, r := range s.Rows {
		n += len(r.Cells)
	}
	return n
}

// leave keeps a cell's value on the sheet of what was not carried over.
func (u *upgrade) leave(s *workbook.SurveyedSheet, row workbook.SurveyedRow, c workbook.SurveyedCell, heading string) {
	at := place{s.Name, row.Number, c.Col}
	if c.Text == "" || u.placed[at] {
		return
	}
	u.placed[at] = true
	beside := ""
	for _, other := range row.Cells {
		if other.Col != c.Col && other.Text != "" {
			beside = other.Text
			break
		}
	}
	u.left = append(u.left, leftValue{at, heading, beside, c.Text})
}

func (u *upgrade) leaveRow(s *workbook.SurveyedSheet, row workbook.SurveyedRow) {
	for _, c := range row.Cells {
		u.leave(s, row, c, "")
	}
}

func (u *upgrade) leaveSheet(s *workbook.SurveyedSheet) {
	for _, row := range s.Rows {
		u.leaveRow(s, row)
	}
	if n := filledCells(s); n > 0 {
		u.log.Moves = append(u.log.Moves, Move{Sheet: s.Name, To: sheetNotCarried, Remark: "no sheet of the new workbook is like it", Values: n})
	}
}

// keepTheRest compares the old workbook with the new one, cell by cell: what
// stands nowhere in the new one is kept as well. Of sheets that we write
// ourselves only what people typed counts.
func (u *upgrade) keepTheRest(out []byte) error {
	now, err := workbook.MakeSurvey("new.xlsx", out)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for i := range now.Sheets {
		for _, row := range now.Sheets[i].Rows {
			for _, c := range row.Cells {
				for _, key := range append(strings.Split(c.Text, "\n"), c.Text) {
					there[valueKey(workbook.SurveyedCell{Text: key, Date: c.Date})] = true
				}
			}
		}
	}
	for _, m := range u.log.Moves {
		there[valueKey(workbook.SurveyedCell{Text: m.Heading})] = true
	}
	for i := range u.survey.Sheets {
		s := &u.survey.Sheets[i]
		for _, row := range s.Rows {
			for _, c := range row.Cells {
				if !there[valueKey(c)] && !(s.Ours && c.Formula) {
					u.leave(s, row, c, "")
				}
			}
		}
	}
	return nil
}

// valueKey is the same for two spellings of one value: a date and the words
// for it, and texts that differ in their white space.
func valueKey(c workbook.SurveyedCell) string {
	if !c.Date.IsZero() {
		return c.Date.String()
	}
	if d, ok := workbook.ReadDate(c.Text); ok {
		return d.String()
	}
	return strings.Join(strings.Fields(c.Text), " ")
}

// checkFill is the colour of what should be looked at.
const checkFill = "FFE699"

// addedSheets are the two sheets that account for the old workbook.
func (u *upgrade) addedSheets(name string) []xlsx.AddedSheet {
	went := xlsx.AddedSheet{Name: sheetWentWhere,
		Intro:    []string{"What went where", "This workbook was made from " + name + ". The old file has not been changed. Notes on cells, pictures, charts and formulas stay in it.", "Delete this sheet and the next when you have looked through them."},
		Headings: []string{"Old sheet", "Column", "Old heading", "Went to", "Values", "Remark"},
		Widths:   []float64{24, 10, 34, 36, 9, 64}}
	for _, n := range u.log.Notes {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{"Please check", "", "", "", "", n}, Fill: checkFill})
	}
	for _, m := range u.log.Moves {
		went.Rows = append(went.Rows, xlsx.AddedRow{Values: []string{m.Sheet, m.Column, m.Heading, m.To, fmt.Sprint(m.Values), m.Remark}})
	}
	rest := xlsx.AddedSheet{Name: sheetNotCarried,
		Intro:    []string{"Not carried over", "What the old workbook holds and the new one has no place for, cell by cell."},
		Headings: []string{"Old sheet", "Cell", "Old heading", "What stood there", "In the row of"},
		Widths:   []float64{24, 10, 34, 80, 40}}
	order := map[string]int{}
	for i, s := range u.survey.Sheets {
		order[s.Name] = i
	}
	slices.SortStableFunc(u.left, func(a, b leftValue) int {
		if d := order[a.sheet] - order[b.sheet]; d != 0 {
			return d
		}
		if d := a.row - b.row; d != 0 {
			return d
		}
		return a.col - b.col
	})
	for _, v := range u.left {
		rest.Rows = append(rest.Rows, xlsx.AddedRow{Values: []string{v.sheet, xlsx.Cell{Col: v.col, Row: v.row}.Name(), v.heading, v.value, v.beside}})
	}
	return []xlsx.AddedSheet{went, rest}
}
