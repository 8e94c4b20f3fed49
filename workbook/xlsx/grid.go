package xlsx

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// Excel's own limits.
const (
	LastRow = 1_048_576
	LastCol = 16_384
)

// Grid is one sheet's filled cells, with their physical places. Cells that
// hold only a format are not in it, so that a lone value in the last row
// costs nothing.
type Grid struct {
	Rows   []Row
	Cells  []RawCell // row after row
	Merges []Block

	hiddenCols []Block            // only the columns count
	runs       map[place]TextRuns // texts that are struck or coloured in part
}

// place is a cell of one sheet.
type place struct{ row, col int }

// Row is a row with filled cells; Number counts from 1 as Excel shows it.
type Row struct {
	Number   int
	Hidden   bool
	from, to int // its cells
}

// Block is a block of merged cells; its value stands in the first.
type Block struct{ Col, Row, LastCol, LastRow int }

type cellKind uint8

const (
	BlankCell cellKind = iota
	TextCell
	NumberCell
	boolCell
	ErrorCell        // #REF!, #N/A
	UncalculatedCell // a formula whose result is not in the file
)

// RawCell is a cell as stored.
type RawCell struct {
	Text    string // cleaned; of a number its digits
	Col     int
	Style   int
	Kind    cellKind
	Formula bool
	Lost    Lost
}

// Lost says what of a stored text is not read.
type Lost struct {
	End   bool // what is longer than a cell can be
	Turns bool // controls that turn the direction of writing
}

// Row is the filled cells of a row, from left to right.
func (g *Grid) Row(r Row) []RawCell { return g.Cells[r.from:r.to] }

// CellAt is the cell in that column of a row, or a blank one.
func CellAt(cells []RawCell, col int) RawCell {
	if i, ok := slices.BinarySearchFunc(cells, col, func(c RawCell, col int) int { return cmp.Compare(c.Col, col) }); ok {
		return cells[i]
	}
	return RawCell{Col: col}
}

// Cell is the cell in that place, or a blank one.
func (g *Grid) Cell(col, row int) RawCell {
	i, ok := slices.BinarySearchFunc(g.Rows, row, func(r Row, n int) int { return cmp.Compare(r.Number, n) })
	if !ok {
		return RawCell{Col: col}
	}
	return CellAt(g.Row(g.Rows[i]), col)
}

// FilledBelow is true if a column holds something under a row.
func (g *Grid) FilledBelow(col, row int) bool {
	return slices.ContainsFunc(g.Rows, func(r Row) bool {
		return r.Number > row && CellAt(g.Row(r), col).Kind != BlankCell
	})
}

// Fit says beforehand whether the sheets hold more cells than are read, so that
// none is read for nothing. What it counts stands in any cell that is not
// blank, and may stand under another name, so that fitting is no promise.
func (b *Book) Fit(sheets ...Sheet) error {
	marks := 0
	for _, s := range sheets {
		marks += bytes.Count(s.XML, []byte("<")) // far quicker, and a filled cell has four
	}
	if marks <= 4*maxCells {
		return nil
	}
	cells := 0
	for _, s := range sheets {
		cells += bytes.Count(s.XML, []byte("</v>")) + bytes.Count(s.XML, []byte("</is>"))
	}
	if cells > maxCells {
		return errTooMuch
	}
	return nil
}

// Grid reads a sheet up to the given row. Several sheets can be read at once.
func (b *Book) Grid(sheet Sheet, upTo int) (*Grid, error) { return b.grid(sheet, upTo, false) }

// ColouredGrid reads a whole sheet, and of its filled rows also the blank cells
// that have a colour: a status may be nothing else. The book must have been
// read with ReadLooks.
func (b *Book) ColouredGrid(sheet Sheet) (*Grid, error) { return b.grid(sheet, LastRow, true) }

func (b *Book) grid(sheet Sheet, upTo int, coloured bool) (*Grid, error) {
	s := &sheetReader{book: b, x: markup{data: sheet.XML}, upTo: upTo, Grid: &Grid{}, coloured: coloured}
	if sheet.XML == nil {
		return s.Grid, nil
	}
	if err := s.readMerges(); err != nil {
		return nil, err
	}
	s.makeRoom()
	if err := s.readRows(); err != nil {
		return nil, err
	}
	return s.Grid, s.count()
}

type sheetReader struct {
	*Grid
	book *Book
	x    markup
	upTo int
	line int // the row being read
	col  int // the cell read last
	buf  []byte

	cells, letters int // read and not yet counted

	// stored is true if the cell just read has a place for its value; of a
	// formula without one the result was never worked out, while an empty
	// place holds an empty text.
	stored   bool
	hidden   bool // the row being read
	said     bool // the number of the row being read is stored
	above    int  // where the last row that is asked for begins, 0: not looked for
	coloured bool // blank cells with a colour are kept
	parts    runReader
}

// makeRoom takes room for the cells at once where a whole sheet is read: a list
// that grows is copied again and again. A filled cell has four marks and more.
func (s *sheetReader) makeRoom() {
	if s.upTo == LastRow {
		s.Cells = make([]RawCell, 0, min(bytes.Count(s.x.data, []byte("<"))/4, maxCells))
		s.Rows = make([]Row, 0, cap(s.Cells)/12)
	}
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
		tail = tail[end:]
		if m, ok := ParseRange(x.attr("ref")); ok {
			s.Merges = append(s.Merges, m)
		}
		if len(s.Merges) > maxCells {
			return errTooLarge
		}
	}
	slices.SortFunc(s.Merges, func(a, b Block) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
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
			case "col":
				s.hideColumns()
			case "row":
				if err := s.startRow(); err != nil {
					return err
				}
				if s.line > s.upTo {
					if !s.anyAbove() {
						s.order()
						return nil
					}
					if !s.x.skip() {
						return errDamaged
					}
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

// anyAbove says whether a row that is asked for stands behind one that is not:
// programs may store rows in any order.
func (s *sheetReader) anyAbove() bool {
	if s.above != 0 {
		return s.x.pos < s.above
	}
	s.above = 1 // no such row
	for at := s.x.pos; ; {
		// Of "row " the w is rare in markup, and what begins with it found sooner.
		i := bytes.Index(s.x.data[at:], []byte("w "))
		if i < 0 {
			return s.x.pos < s.above
		}
		at += i + len("w ")
		if !bytes.HasSuffix(s.x.data[:at], []byte("row ")) {
			continue
		}
		end := bytes.IndexByte(s.x.data[at:], '>')
		if end < 0 {
			return s.x.pos < s.above
		}
		x := markup{attrs: s.x.data[at : at+end]}
		if n, err := strconv.Atoi(x.attr("r")); err == nil && n <= s.upTo {
			s.above = at + end
		}
		at += end
	}
}

func (s *sheetReader) startRow() error {
	s.line++
	s.col = 0
	s.said = false
	s.hidden = false
	for rest := s.x.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(name) {
		case "r":
			n, err := strconv.Atoi(string(value))
			if err != nil || n < 1 {
				return errDamaged
			}
			s.line, s.said = n, true
		case "hidden":
			s.hidden = isOn(string(value))
		}
		rest = after
	}
	if s.line > LastRow {
		return errDamaged
	}
	return nil
}

// readCell reads one cell and keeps it if it holds anything.
func (s *sheetReader) readCell() error {
	c := RawCell{Col: s.col + 1}
	var kind []byte
	for rest := s.x.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			break
		}
		switch string(name) {
		case "r":
			col, row, ok := parseAddress(value)
			if !ok || row != s.line && s.said {
				return errDamaged
			}
			c.Col, s.line, s.said = col, row, true // a row may leave it to its cells
		case "s":
			c.Style, _ = strconv.Atoi(string(value))
		case "t":
			kind = value
		}
		rest = after
	}
	if c.Col > LastCol {
		return errDamaged
	}
	s.col = c.Col
	s.stored = false
	value, ok := s.readValue(&c)
	if !ok {
		return errDamaged
	}
	if err := s.interpret(&c, string(kind), value); err != nil {
		return err
	}
	if c.Kind == BlankCell && !s.isColoured(c) {
		return nil
	}
	s.keep(c)
	s.cells++
	s.letters += len(c.Text)
	if s.cells < countAtOnce {
		return nil
	}
	return s.count()
}

// countAtOnce is how many cells are counted together, since other sheets may be
// read at the same time.
const countAtOnce = 256

// count adds what has been read to what has been read of the whole book.
func (s *sheetReader) count() error {
	cells, letters := s.book.cells.Add(int64(s.cells)), s.book.letters.Add(int64(s.letters))
	s.cells, s.letters = 0, 0
	if cells > maxCells || letters > maxLetters {
		return errTooMuch
	}
	return nil
}

// readValue collects what stands in a cell's value or inline text and notes
// a formula.
func (s *sheetReader) readValue(c *RawCell) ([]byte, bool) {
	s.buf = s.buf[:0]
	s.parts.reset()
	if s.readPlainValue() {
		return s.buf, true
	}
	inValue := false
	for depth := 1; depth > 0; {
		switch s.x.next() {
		case markStart:
			depth++
			switch string(s.x.name) {
			case "f":
				c.Formula = true
			case "rPh":
				if !s.x.skip() {
					return nil, false
				}
				depth--
			}
			s.parts.start(&s.x)
			inValue = string(s.x.name) == "v" || string(s.x.name) == "t"
			s.stored = s.stored || inValue
		case markText:
			if inValue && s.x.within(len(s.buf)) {
				from := len(s.buf)
				s.buf = s.x.appendText(s.buf)
				s.parts.text(s.buf[from:])
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

// plainForms are the ways in which nearly every cell is written.
var plainForms = []struct{ open, close []byte }{
	{[]byte("<v>"), []byte("</v></c>")},
	{[]byte("<is><t>"), []byte("</t></is></c>")},
}

// readPlainValue reads the rest of a cell that holds a value and nothing else,
// without a look at each mark of it; false, and nothing read, where it is
// written otherwise.
func (s *sheetReader) readPlainValue() bool {
	if s.x.empty {
		return false
	}
	for _, form := range plainForms {
		value, found := bytes.CutPrefix(s.x.data[s.x.pos:], form.open)
		if !found {
			continue
		}
		end := bytes.IndexByte(value, '<')
		if end < 0 || end > mostMarkup || !bytes.HasPrefix(value[end:], form.close) {
			return false
		}
		s.buf = appendPlain(s.buf, value[:end])
		s.stored = true
		s.x.pos += len(form.open) + end + len(form.close)
		s.x.open = s.x.open[:len(s.x.open)-1]
		return true
	}
	return false
}

// interpret turns a stored value into a cell by its stored type: ECMA-376
// part 1, 18.18.11.
func (s *sheetReader) interpret(c *RawCell, kind string, value []byte) error {
	switch {
	case c.Formula && len(value) == 0 && !(kind == "str" && s.stored):
		c.Kind = UncalculatedCell
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
		c.Lost = s.book.lost[i]
		if r, told := s.book.runs[i]; told {
			s.keepRuns(c.Col, r)
		}
	case "str", "inlineStr":
		text, lost, err := storedText(value)
		if err != nil {
			return err
		}
		c.setText(text)
		c.Lost = lost
		if r, told := s.parts.result(); told {
			s.keepRuns(c.Col, r)
		}
	case "d":
		day, _, _ := bytes.Cut(value, []byte("T"))
		c.setText(string(day))
	case "b":
		c.Kind, c.Text = boolCell, "FALSE"
		if string(value) == "1" || string(value) == "true" {
			c.Text = "TRUE"
		}
	case "e":
		c.Kind, c.Text = ErrorCell, cleanText(string(value))
	default:
		if _, err := strconv.ParseFloat(string(value), 64); err != nil {
			text, lost, err := storedText(value)
			c.setText(text)
			c.Lost = lost
			return err
		}
		c.Kind, c.Text = NumberCell, string(value)
	}
	return nil
}

func (c *RawCell) setText(s string) {
	if s != "" {
		c.Kind, c.Text = TextCell, s
	}
}

func (s *sheetReader) keep(c RawCell) {
	if n := len(s.Rows); n == 0 || s.Rows[n-1].Number != s.line {
		s.Rows = append(s.Rows, Row{Number: s.line, Hidden: s.hidden, from: len(s.Cells)})
	}
	s.Cells = append(s.Cells, c)
	s.Rows[len(s.Rows)-1].to = len(s.Cells)
}

// order puts rows and cells into physical order; some programs do not. What
// is stored of one row in several places is put together.
func (s *sheetReader) order() {
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	s.join()
	for _, r := range s.Rows {
		slices.SortStableFunc(s.Cells[r.from:r.to], func(a, b RawCell) int { return cmp.Compare(a.Col, b.Col) })
	}
}

func (s *sheetReader) join() {
	twice := false
	for i := 1; i < len(s.Rows); i++ {
		twice = twice || s.Rows[i].Number == s.Rows[i-1].Number
	}
	if !twice {
		return
	}
	cells := make([]RawCell, 0, len(s.Cells))
	rows := s.Rows[:0:0]
	for _, r := range s.Rows {
		from := len(cells)
		cells = append(cells, s.Cells[r.from:r.to]...)
		if n := len(rows); n > 0 && rows[n-1].Number == r.Number {
			rows[n-1].to = len(cells)
			continue
		}
		r.from, r.to = from, len(cells)
		rows = append(rows, r)
	}
	s.Rows, s.Cells = rows, cells
}

// parseAddress reads F12.
func parseAddress(s []byte) (col, row int, ok bool) {
	i := 0
	for ; i < len(s) && s[i] != '$' && (s[i]|0x20) >= 'a' && (s[i]|0x20) <= 'z'; i++ {
		if col = col*26 + int(s[i]|0x20-'a') + 1; col > LastCol {
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
		if row = row*10 + int(s[i]-'0'); row > LastRow {
			return 0, 0, false
		}
	}
	return col, row, row > 0
}

// ParseRange reads F12:G14.
func ParseRange(s string) (m Block, ok bool) {
	first, last, found := bytes.Cut([]byte(s), []byte(":"))
	if !found {
		return m, false
	}
	var ok1, ok2 bool
	m.Col, m.Row, ok1 = parseAddress(first)
	m.LastCol, m.LastRow, ok2 = parseAddress(last)
	return m, ok1 && ok2 && m.Col <= m.LastCol && m.Row <= m.LastRow
}

// String is the block as Excel writes it.
func (m Block) String() string {
	return Cell{Col: m.Col, Row: m.Row}.Name() + ":" + Cell{Col: m.LastCol, Row: m.LastRow}.Name()
}
