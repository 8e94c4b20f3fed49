package workbook

import "actionplan/workbook/xlsx"

// Survey is every filled cell of a workbook, and what of it Load would read
// as what: for programs that move somebody's own workbook onto ours.
type Survey struct {
	Sheets []SurveyedSheet // in the order of the file
}

// SurveyedSheet is one sheet of the file.
type SurveyedSheet struct {
	Name       string
	Ours       bool   // a sheet that we write ourselves and never read
	Sheet      *Sheet // which of ours it is, nil: none
	HeadingRow int    // 0: none found
	ValueCol   int    // of a sheet of fields: where the values stand
	Columns    []int  // physical column by schema column, 0: not there; of fields that of their names
	Likely     []bool // by schema column: matched only by likeness
	Rows       []SurveyedRow
	Merges     []SurveyedMerge
	Hidden     bool // nobody sees the sheet
	HiddenCols []int
	Colourings []xlsx.Colouring // rules that colour its cells
}

// SurveyedRow is a row with something in it.
type SurveyedRow struct {
	Number int
	Hidden bool
	Cells  []SurveyedCell // those with a value or a colour, from left to right
}

// SurveyedCell is a cell with a value or a colour. Text is what the person
// sees, a date as 31/12/2026; a formula whose result is not stored has none.
type SurveyedCell struct {
	Col     int
	Text    string
	Date    Date // of a stored date
	Month   bool // the date shows only its month and year
	Number  bool
	Formula bool
	Struck  string // what of Text is struck through
	Live    string // what is not
	xlsx.Look
}

// SurveyedMerge is a block of merged cells; its value stands in the first.
type SurveyedMerge = xlsx.Block

// At is the cell in that column, or a blank one.
func (r SurveyedRow) At(col int) SurveyedCell {
	for _, c := range r.Cells {
		if c.Col == col {
			return c
		}
	}
	return SurveyedCell{Col: col}
}

// At is the cell in that place, or a blank one.
func (s SurveyedSheet) At(col, row int) SurveyedCell {
	for _, r := range s.Rows {
		if r.Number == row {
			return r.At(col)
		}
	}
	return SurveyedCell{Col: col}
}

// MakeSurvey surveys a workbook, a plan or not. The error is a sentence for
// the user, as Load's is.
func MakeSurvey(name string, data []byte) (*Survey, error) {
	if err := xlsx.Accept(name, data); err != nil {
		return nil, err
	}
	b, err := xlsx.ReadLooks(data)
	if err != nil {
		return nil, err
	}
	if err := b.Fit(b.Sheets...); err != nil {
		return nil, err
	}
	match, err := matchSheets(b)
	if err != nil {
		return nil, err
	}
	placed := map[string]*located{}
	for _, l := range match.of {
		placed[l.file.Name] = l
	}
	for _, s := range Sheets {
		if near, ok := match.nearSheet(s); ok && match.of[s] == nil && placed[near.Name] == nil {
			g, err := readGrid(b, near, fieldRows)
			if err != nil {
				return nil, err
			}
			placed[near.Name] = &located{sheet: s, file: near, layout: layOut(s, g)}
		}
	}
	survey := &Survey{}
	for _, s := range b.Sheets {
		one, err := surveySheet(b, s, placed[s.Name])
		if err != nil {
			return nil, err
		}
		survey.Sheets = append(survey.Sheets, one)
	}
	return survey, nil
}

func surveySheet(b *xlsx.Book, s xlsx.Sheet, l *located) (SurveyedSheet, error) {
	one := SurveyedSheet{Name: s.Name, Ours: isOurs(s.Name), Hidden: s.Hidden, Colourings: b.Colourings(s)}
	g, err := b.ColouredGrid(s)
	if err != nil {
		return one, err
	}
	if l != nil {
		one.place(l)
	}
	reader := cellReader{formats: b.Formats, date1904: b.Date1904}
	for _, r := range g.Rows {
		row := SurveyedRow{Number: r.Number, Hidden: r.Hidden}
		for _, c := range g.Row(r) {
			row.Cells = append(row.Cells, surveyCell(b, reader, g, r.Number, c))
		}
		one.Rows = append(one.Rows, row)
	}
	for col := 1; col <= headingCols; col++ {
		if g.IsHidden(col) {
			one.HiddenCols = append(one.HiddenCols, col)
		}
	}
	one.Merges = g.Merges
	return one, nil
}

func (s *SurveyedSheet) place(l *located) {
	s.Sheet, s.HeadingRow, s.ValueCol = l.sheet, l.row, l.valueCol
	s.Columns, s.Likely = make([]int, len(l.sheet.Columns)), make([]bool, len(l.sheet.Columns))
	for i := range s.Columns {
		f := l.at[i]
		if f == nil {
			f = l.near[i]
			s.Likely[i] = f != nil
		}
		if f != nil {
			s.Columns[i] = f.col
		}
	}
}

func surveyCell(b *xlsx.Book, r cellReader, g *xlsx.Grid, row int, c xlsx.RawCell) SurveyedCell {
	one := SurveyedCell{Col: c.Col, Text: r.words(c), Formula: c.Formula, Number: c.Kind == xlsx.NumberCell, Look: b.Look(g, row, c)}
	if r.format(c).Date {
		if d, ok := r.plainDay(c); ok {
			one.Date, one.Month = d, r.format(c).Month
		}
	}
	one.Struck, one.Live = b.Struck(g, row, c, one.Text)
	return one
}

// FoldHeading is how headings are compared: without case, brackets and marks
// at their end.
func FoldHeading(s string) string { return foldHeading(s) }

// IsRef is true of what may be a ref.
func IsRef(s string) bool { return isRefShape(s) }
