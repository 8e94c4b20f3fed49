package workbook

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
}

// SurveyedRow is a row with something in it.
type SurveyedRow struct {
	Number int
	Cells  []SurveyedCell // the filled ones, from left to right
}

// SurveyedCell is a filled cell. Text is what the person sees, a date as
// 31/12/2026; a formula whose result is not stored has none.
type SurveyedCell struct {
	Col     int
	Text    string
	Date    Date // of a stored date
	Number  bool
	Formula bool
}

// SurveyedMerge is a block of merged cells; its value stands in the first.
type SurveyedMerge struct{ Col, Row, LastCol, LastRow int }

// At is the cell in that column, or a blank one.
func (r SurveyedRow) At(col int) SurveyedCell {
	for _, c := range r.Cells {
		if c.Col == col {
			return c
		}
	}
	return SurveyedCell{Col: col}
}

// MakeSurvey surveys a workbook, a plan or not. The error is a sentence for
// the user, as Load's is.
func MakeSurvey(name string, data []byte) (*Survey, error) {
	if err := accept(name, data); err != nil {
		return nil, err
	}
	b, err := openBook(data)
	if err != nil {
		return nil, err
	}
	match, err := matchSheets(b)
	if err != nil {
		return nil, err
	}
	placed := map[string]*located{}
	for _, l := range match.of {
		placed[l.file.name] = l
	}
	for _, s := range Sheets {
		if near, ok := match.nearSheet(s); ok && match.of[s] == nil && placed[near.name] == nil {
			g, err := readGrid(b, near, fieldRows)
			if err != nil {
				return nil, err
			}
			placed[near.name] = &located{sheet: s, file: near, layout: layOut(s, g)}
		}
	}
	survey := &Survey{}
	for _, s := range b.sheets {
		one, err := surveySheet(b, s, placed[s.name])
		if err != nil {
			return nil, err
		}
		survey.Sheets = append(survey.Sheets, one)
	}
	return survey, nil
}

func surveySheet(b *book, s bookSheet, l *located) (SurveyedSheet, error) {
	one := SurveyedSheet{Name: s.name, Ours: isOurs(s.name)}
	g, err := readGrid(b, s, lastRow)
	if err != nil {
		return one, err
	}
	if l != nil {
		one.place(l)
	}
	reader := cellReader{formats: b.formats, date1904: b.date1904}
	for _, r := range g.rows {
		row := SurveyedRow{Number: r.number}
		for _, c := range g.row(r) {
			row.Cells = append(row.Cells, surveyCell(reader, c))
		}
		one.Rows = append(one.Rows, row)
	}
	for _, m := range g.merges {
		one.Merges = append(one.Merges, SurveyedMerge{m.col, m.row, m.lastCol, m.lastRow})
	}
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

func surveyCell(r cellReader, c rawCell) SurveyedCell {
	one := SurveyedCell{Col: c.col, Text: r.words(c), Formula: c.formula, Number: c.kind == numberCell}
	if r.format(c).date {
		if d, ok := r.plainDay(c); ok {
			one.Date = d
		}
	}
	return one
}

// ReadDate reads a date typed as words where Load would read it quietly.
func ReadDate(s string) (Date, bool) {
	d, f := textDay(actionsSheet.Column(ColDue), s)
	return d, f == nil && !d.IsZero()
}

// Likely is the one of ours that was probably meant by what was typed, or "".
func Likely(typed string, ours []string) string { return didYouMean(typed, ours) }

// FoldHeading is how headings are compared: without case, brackets and marks
// at their end.
func FoldHeading(s string) string { return foldHeading(s) }

// IsRef is true of what may be a ref.
func IsRef(s string) bool { return isRefShape(s) }
