package upgrade

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// place is a cell of the old workbook.
type place struct {
	sheet    string
	row, col int
}

func (p place) cell() xlsx.Cell { return xlsx.Cell{Sheet: p.sheet, Col: p.col, Row: p.row} }
func (p place) String() string  { return p.cell().String() }

// cell is a filled or coloured cell of a view. What lies under merged cells or
// is struck through is no text of it.
type cell struct {
	workbook.SurveyedCell
	at      place
	covered bool // under merged cells, where nobody sees it
	hidden  bool // in a hidden row, column or sheet
}

// text is what of a cell counts.
func (c cell) text() string {
	if c.covered {
		return ""
	}
	return c.Live
}

// row is one row of a view.
type row struct {
	number int
	hidden bool
	cells  []cell
}

func (r row) at(col int) cell {
	for _, c := range r.cells {
		if c.Col == col {
			return c
		}
	}
	return cell{SurveyedCell: workbook.SurveyedCell{Col: col}}
}

// filled are the cells of a row that say something.
func (r row) filled() []cell {
	return slices.DeleteFunc(slices.Clone(r.cells), func(c cell) bool { return c.text() == "" })
}

// view is a sheet as it is read: as it stands, or turned so that its columns
// are rows. Places always are those of the file.
type view struct {
	s      *workbook.SurveyedSheet
	rows   []row
	merges []xlsx.Block
	byRow  map[int]int // row number → place in rows
	tall   []xlsx.Block
	across map[int][]xlsx.Block // by row, of merges that are not tall
	turned bool
	form   bool // put together from forms: its rows are not those of the file
}

// tallest is how many rows a block of merged cells may have to be looked up by
// row.
const tallest = 300

func newView(s *workbook.SurveyedSheet) *view {
	v := &view{s: s, merges: s.Merges}
	for _, r := range s.Rows {
		one := row{number: r.Number, hidden: r.Hidden}
		for _, c := range r.Cells {
			one.cells = append(one.cells, cell{SurveyedCell: c, at: place{s.Name, r.Number, c.Col}, hidden: s.Hidden || r.Hidden || slices.Contains(s.HiddenCols, c.Col)})
		}
		v.rows = append(v.rows, one)
	}
	v.index()
	return v
}

// turn is the view with its columns as rows.
func (v *view) turn() *view {
	t := &view{s: v.s, turned: true}
	byCol := map[int][]cell{}
	for _, r := range v.rows {
		for _, c := range r.cells {
			was := c.Col
			c.Col = r.number
			byCol[was] = append(byCol[was], c)
		}
	}
	for col, cells := range byCol {
		t.rows = append(t.rows, row{number: col, cells: cells})
	}
	slices.SortFunc(t.rows, func(a, b row) int { return a.number - b.number })
	for _, m := range v.merges {
		t.merges = append(t.merges, xlsx.Block{Col: m.Row, Row: m.Col, LastCol: m.LastRow, LastRow: m.LastCol})
	}
	t.index()
	return t
}

func (v *view) index() {
	v.byRow, v.across = map[int]int{}, map[int][]xlsx.Block{}
	for i, r := range v.rows {
		v.byRow[r.number] = i
	}
	for _, m := range v.merges {
		if m.LastRow-m.Row > tallest {
			v.tall = append(v.tall, m)
			continue
		}
		for n := m.Row; n <= m.LastRow; n++ {
			v.across[n] = append(v.across[n], m)
		}
	}
	for i := range v.rows {
		for j := range v.rows[i].cells {
			c := &v.rows[i].cells[j]
			if m, ok := v.block(v.rows[i].number, c.Col); ok && c.Text != "" && (m.Row != v.rows[i].number || m.Col != c.Col) {
				c.covered = true
			}
		}
	}
}

// block is the merged cells that a place belongs to.
func (v *view) block(number, col int) (xlsx.Block, bool) {
	for _, list := range [][]xlsx.Block{v.across[number], v.tall} {
		for _, m := range list {
			if m.Col <= col && col <= m.LastCol && m.Row <= number && number <= m.LastRow {
				return m, true
			}
		}
	}
	return xlsx.Block{}, false
}

// cell is the one in that place, or a blank one.
func (v *view) cell(number, col int) cell {
	if i, ok := v.byRow[number]; ok {
		return v.rows[i].at(col)
	}
	return cell{SurveyedCell: workbook.SurveyedCell{Col: col}}
}

// shared is a cell or, where that is part of merged cells, the one whose value
// they show.
func (v *view) shared(r row, col int) cell {
	c := r.at(col)
	if col == 0 || c.text() != "" {
		return c
	}
	if m, ok := v.block(r.number, col); ok && (m.Row != r.number || m.Col != col) && m.Col == col {
		return v.cell(m.Row, m.Col)
	}
	return c
}

// plainText is a text without differences of white space and case.
func plainText(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
