package workbook

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// Excel's own limits.
const (
	lastRow = 1_048_576
	lastCol = 16_384
)

// rawGrid is one sheet's filled cells, with their physical places. Cells that
// hold only a format are not in it, so that a lone value in the last row
// costs nothing.
type rawGrid struct {
	rows   []gridRow
	cells  []rawCell // row after row
	merges []merge
}

type gridRow struct {
	number   int
	from, to int // its cells
}

// merge is a block of merged cells; its value stands in the first.
type merge struct{ col, row, lastCol, lastRow int }

type cellKind uint8

const (
	blankCell cellKind = iota
	textCell
	numberCell
	boolCell
	errorCell        // #REF!, #N/A
	uncalculatedCell // a formula whose result is not in the file
)

// rawCell is a cell as stored.
type rawCell struct {
	col     int
	kind    cellKind
	formula bool
	style   int
	text    string // cleaned; of a number its digits
}

func (g *rawGrid) row(r gridRow) []rawCell { return g.cells[r.from:r.to] }

// at is the cell in that column of a row, or a blank one.
func at(cells []rawCell, col int) rawCell {
	if i, ok := slices.BinarySearchFunc(cells, col, func(c rawCell, col int) int { return cmp.Compare(c.col, col) }); ok {
		return cells[i]
	}
	return rawCell{col: col}
}

// cell is the cell in that place, or a blank one.
func (g *rawGrid) cell(col, row int) rawCell {
	i, ok := slices.BinarySearchFunc(g.rows, row, func(r gridRow, n int) int { return cmp.Compare(r.number, n) })
	if !ok {
		return rawCell{col: col}
	}
	return at(g.row(g.rows[i]), col)
}

// filledBelow is true if a column holds something under a row.
func (g *rawGrid) filledBelow(col, row int) bool {
	return slices.ContainsFunc(g.rows, func(r gridRow) bool {
		return r.number > row && at(g.row(r), col).kind != blankCell
	})
}

// rawGrid reads a sheet up to the given row.
func (b *book) rawGrid(sheet bookSheet, upTo int) (*rawGrid, error) {
	s := &sheetReader{book: b, x: markup{data: sheet.xml}, upTo: upTo, rawGrid: &rawGrid{}}
	if sheet.xml == nil {
		return s.rawGrid, nil
	}
	if err := s.readMerges(); err != nil {
		return nil, err
	}
	if err := s.readRows(); err != nil {
		return nil, err
	}
	return s.rawGrid, nil
}

type sheetReader struct {
	*rawGrid
	book *book
	x    markup
	upTo int
	line int // the row being read
	col  int // the cell read last
	buf  []byte
	// stored is true if the cell just read has a place for its value; of a
	// formula without one the result was never worked out, while an empty
	// place holds an empty text.
	stored bool
}

// readMerges looks for the list of merged cells, which stands behind the
// rows.
func (s *sheetReader) readMerges() error {
	i := bytes.LastIndex(s.x.data, []byte("</sheetData>"))
	if i < 0 {
		i = max(0, bytes.LastIndex(s.x.data, []byte("sheetData>")))
	}
	for tail := s.x.data[i:]; ; {
		j := bytes.Index(tail, []byte("mergeCell "))
		if j < 0 {
			break
		}
		tail = tail[j+len("mergeCell"):]
		end := bytes.IndexByte(tail, '>')
		if end < 0 {
			return errDamaged
		}
		x := markup{attrs: bytes.TrimSuffix(tail[:end], []byte("/"))}
		if m, ok := parseRange(x.attr("ref")); ok {
			s.merges = append(s.merges, m)
		}
		if len(s.merges) > maxCells {
			return errTooLarge
		}
	}
	slices.SortFunc(s.merges, func(a, b merge) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.col, b.col)) })
	return nil
}

func (s *sheetReader) readRows() error {
	seen := false
	for {
		switch s.x.next() {
		case markBroken:
			return errDamaged
		case markDone:
			if !seen {
				return errDamaged
			}
			s.order()
			return nil
		case markStart:
			switch string(s.x.name) {
			case "sheetData":
				seen = true
			case "row":
				if err := s.startRow(); err != nil {
					return err
				}
				if s.line > s.upTo {
					s.order()
					return nil
				}
			case "c":
				if err := s.readCell(); err != nil {
					return err
				}
			}
		case markEnd:
			if string(s.x.name) == "sheetData" {
				s.order()
				return nil
			}
		}
	}
}

func (s *sheetReader) startRow() error {
	s.line++
	s.col = 0
	for rest := s.x.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			break
		}
		if string(name) == "r" {
			n, err := strconv.Atoi(string(value))
			if err != nil || n < 1 {
				return errDamaged
			}
			s.line = n
			break
		}
		rest = after
	}
	if s.line > lastRow {
		return errDamaged
	}
	return nil
}

// readCell reads one cell and keeps it if it holds anything.
func (s *sheetReader) readCell() error {
	c := rawCell{col: s.col + 1}
	var kind []byte
	for rest := s.x.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(name) {
		case "r":
			col, row, ok := parseAddress(value)
			if !ok || row != s.line && s.line != 0 {
				return errDamaged
			}
			c.col = col
		case "s":
			c.style, _ = strconv.Atoi(string(value))
		case "t":
			kind = value
		}
		rest = after
	}
	if c.col > lastCol {
		return errDamaged
	}
	s.col = c.col
	s.stored = false
	value, ok := s.readValue(&c)
	if !ok {
		return errDamaged
	}
	if err := s.interpret(&c, string(kind), value); err != nil {
		return err
	}
	if c.kind == blankCell {
		return nil
	}
	if s.book.cells++; s.book.cells > maxCells {
		return errTooLarge
	}
	s.keep(c)
	return nil
}

// readValue collects what stands in a cell's value or inline text and notes
// a formula.
func (s *sheetReader) readValue(c *rawCell) ([]byte, bool) {
	s.buf = s.buf[:0]
	inValue := false
	for depth := 1; depth > 0; {
		switch s.x.next() {
		case markStart:
			depth++
			switch string(s.x.name) {
			case "f":
				c.formula = true
			case "rPh":
				if !s.x.skip() {
					return nil, false
				}
				depth--
			}
			inValue = string(s.x.name) == "v" || string(s.x.name) == "t"
			s.stored = s.stored || inValue
		case markText:
			if inValue {
				s.buf = s.x.appendText(s.buf)
			}
		case markEnd:
			depth--
			inValue = false
		default:
			return nil, false
		}
	}
	return s.buf, true
}

// interpret turns a stored value into a cell by its stored type: ECMA-376
// part 1, 18.18.11.
func (s *sheetReader) interpret(c *rawCell, kind string, value []byte) error {
	switch {
	case c.formula && len(value) == 0 && !(kind == "str" && s.stored):
		c.kind = uncalculatedCell
		return nil
	case len(value) == 0:
		return nil
	}
	switch kind {
	case "s":
		i, err := strconv.Atoi(string(value))
		if err != nil || i < 0 || i >= len(s.book.strings) {
			return errDamaged
		}
		c.setText(s.book.strings[i])
	case "str", "inlineStr":
		c.setText(cleanText(string(value)))
	case "d":
		day, _, _ := bytes.Cut(value, []byte("T"))
		c.setText(string(day))
	case "b":
		c.kind, c.text = boolCell, "FALSE"
		if string(value) == "1" || string(value) == "true" {
			c.text = "TRUE"
		}
	case "e":
		c.kind, c.text = errorCell, cleanText(string(value))
	default:
		if _, err := strconv.ParseFloat(string(value), 64); err != nil {
			c.setText(cleanText(string(value)))
			return nil
		}
		c.kind, c.text = numberCell, string(value)
	}
	return nil
}

func (c *rawCell) setText(s string) {
	if s != "" {
		c.kind, c.text = textCell, s
	}
}

func (s *sheetReader) keep(c rawCell) {
	if n := len(s.rows); n == 0 || s.rows[n-1].number != s.line {
		s.rows = append(s.rows, gridRow{number: s.line, from: len(s.cells)})
	}
	s.cells = append(s.cells, c)
	s.rows[len(s.rows)-1].to = len(s.cells)
}

// order puts rows and cells into physical order; some programs do not.
func (s *sheetReader) order() {
	slices.SortStableFunc(s.rows, func(a, b gridRow) int { return cmp.Compare(a.number, b.number) })
	for _, r := range s.rows {
		slices.SortStableFunc(s.cells[r.from:r.to], func(a, b rawCell) int { return cmp.Compare(a.col, b.col) })
	}
}

// parseAddress reads F12.
func parseAddress(s []byte) (col, row int, ok bool) {
	i := 0
	for ; i < len(s) && s[i] != '$' && (s[i]|0x20) >= 'a' && (s[i]|0x20) <= 'z'; i++ {
		if col = col*26 + int(s[i]|0x20-'a') + 1; col > lastCol {
			return 0, 0, false
		}
	}
	if i == 0 || i == len(s) {
		return 0, 0, false
	}
	for ; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, 0, false
		}
		if row = row*10 + int(s[i]-'0'); row > lastRow {
			return 0, 0, false
		}
	}
	return col, row, row > 0
}

// parseRange reads F12:G14.
func parseRange(s string) (m merge, ok bool) {
	first, last, found := bytes.Cut([]byte(s), []byte(":"))
	if !found {
		return m, false
	}
	var ok1, ok2 bool
	m.col, m.row, ok1 = parseAddress(first)
	m.lastCol, m.lastRow, ok2 = parseAddress(last)
	return m, ok1 && ok2 && m.col <= m.lastCol && m.row <= m.lastRow
}

// String is the block as Excel writes it.
func (m merge) String() string {
	return Cell{Col: m.col, Row: m.row}.Name() + ":" + Cell{Col: m.lastCol, Row: m.lastRow}.Name()
}
