package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook/words"
)

// CellChange is what to put into one cell: a day where Day is given, else a
// text, which stays a text whatever it begins with; with neither the cell is
// emptied and keeps its format.
type CellChange struct {
	Cell Cell // Sheet, Col and Row
	Text string
	Day  int // as Excel counts days, 46300 for 5 October 2026; 0: no day
	Like int // the row whose format a cell takes that has none of its own; 0: no row
}

// MissingSheet is a sheet that SetCells adds where a change needs it and the
// workbook lacks it.
type MissingSheet struct {
	Name     string
	Headings []string
	Widths   []float64 // in characters, one for each heading
}

// SetCells puts values into cells of somebody's own workbook. Everything else
// stays as it is: other parts byte for byte, and of the sheets concerned all
// but those cells. What has to follow does: a row that is as high as its text
// needs grows, a table takes in rows that are added right below it, and Excel
// works formulas out anew when it opens the file. A day is written with the
// cell's own format where that shows a day. Of two changes of a cell the last
// counts. A sheet that is not there, but is one of those given, is put behind
// the others with its headings in row 1. Without a change the file comes back as
// it is; the same input gives the same bytes. Where a formula or a block of
// merged cells stands, the caller has to look first.
func SetCells(name string, data []byte, changes []CellChange, missing ...MissingSheet) ([]byte, error) {
	if len(changes) == 0 {
		return data, nil
	}
	if err := Accept(name, data); err != nil {
		return nil, err
	}
	p, err := OpenPackage(data)
	if err != nil {
		return nil, err
	}
	styles, err := p.Styles()
	if err != nil {
		return nil, err
	}
	s := &cellSetter{file: p, styles: styles, days: map[int]int{}, missing: missing}
	for _, group := range bySheet(changes) {
		if err := s.setSheet(group); err != nil {
			return nil, err
		}
	}
	if err := s.recalculate(); err != nil {
		return nil, err
	}
	return p.Zip()
}

// bySheet groups changes, sheets in the order in which they first appear.
func bySheet(changes []CellChange) [][]CellChange {
	var groups [][]CellChange
	at := map[string]int{}
	for _, c := range changes {
		i, ok := at[c.Cell.Sheet]
		if !ok {
			i = len(groups)
			at[c.Cell.Sheet] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}

type cellSetter struct {
	file   *Package
	styles *StyleSheet
	days   map[int]int // by cell style: the same look, showing a day
	is1904 bool

	missing []MissingSheet
}

func (s *cellSetter) setSheet(changes []CellChange) error {
	part, err := s.sheetPart(changes[0].Cell.Sheet)
	if err != nil {
		return err
	}
	if s.is1904, err = s.file.countsFrom1904(); err != nil {
		return err
	}
	content, root, err := s.file.Open(part)
	if err != nil {
		return err
	}
	rows := root.Kid("sheetData")
	if rows == nil {
		return errDamaged
	}
	g := gridMarkup{setter: s, content: content, prefix: root.Prefix(), data: rows, cols: root.Kid("cols")}
	edits, err := g.set(changes)
	if err != nil {
		return err
	}
	edits = append(edits, grownDimension(root, changes)...)
	s.file.Set(part, Spliced(content, edits...))
	return s.growTables(part, changes)
}

// sheetPart is the part of a sheet; one that is missing is added if it was given.
func (s *cellSetter) sheetPart(name string) (string, error) {
	for range 2 {
		sheets, err := s.file.Sheets()
		if err != nil {
			return "", err
		}
		for _, sheet := range sheets {
			if sheet.Name == name && sheet.Part != "" {
				return sheet.Part, nil
			}
		}
		i := slices.IndexFunc(s.missing, func(m MissingSheet) bool { return m.Name == name })
		if i < 0 {
			return "", fmt.Errorf("there is no sheet %q in the workbook", name)
		}
		if err := s.addHeadings(s.missing[i]); err != nil {
			return "", err
		}
	}
	return "", errDamaged
}

// addHeadings adds a sheet with nothing but its headings.
func (s *cellSetter) addHeadings(sheet MissingSheet) error {
	head := newTableLooks(s.styles).head
	if s.styles.Err != nil {
		return s.styles.Err
	}
	var m strings.Builder
	m.WriteString(xmlHead + `<worksheet xmlns="` + s.file.mainSpace() + `"><dimension ref="A1:` + ColumnLetters(len(sheet.Headings)) + `1"/>` +
		`<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, width := range sheet.Widths {
		fmt.Fprintf(&m, `<col min="%d" max="%[1]d" width="%g" customWidth="1"/>`, i+1, width)
	}
	m.WriteString(`</cols><sheetData><row r="1">`)
	for i, heading := range sheet.Headings {
		fmt.Fprintf(&m, `<c r="%s1" s="%d" t="inlineStr"><is><t>%s</t></is></c>`, ColumnLetters(i+1), head, cellText(heading))
	}
	m.WriteString(`</row></sheetData></worksheet>`)
	return s.file.addSheet(sheet.Name, m.String())
}

func (p *Package) countsFrom1904() (bool, error) {
	_, root, err := p.Open(p.main)
	if err != nil {
		return false, err
	}
	v := ""
	if props := root.Kid("workbookPr"); props != nil {
		v = props.Attr("date1904")
	}
	return v == "1" || v == "true" || v == "on", nil
}

// gridMarkup is the rows of one sheet that is being changed.
type gridMarkup struct {
	setter  *cellSetter
	content []byte
	prefix  string
	data    *Element // sheetData
	cols    *Element // nil without widths and formats of columns
	rows    map[int]*Element
	numbers []int // of the rows, as they stand
}

func (g *gridMarkup) set(changes []CellChange) ([]Splice, error) {
	g.index()
	changes = lastOfEach(changes)
	var edits []Splice
	fresh := "" // rows for a sheet without any
	for from := 0; from < len(changes); {
		to := from + 1
		for to < len(changes) && changes[to].Cell.Row == changes[from].Cell.Row {
			to++
		}
		number, row := changes[from].Cell.Row, g.rows[changes[from].Cell.Row]
		markup := g.row(number, row, changes[from:to])
		switch at, ok := g.before(number); {
		case row != nil:
			edits = append(edits, Splice{row.from, row.till, markup})
		case g.data.isEmpty():
			fresh += markup
		case ok:
			edits = append(edits, Splice{at, at, markup})
		default:
			edits = append(edits, Splice{g.data.close, g.data.close, markup})
		}
		from = to
	}
	if fresh != "" {
		edits = append(edits, g.data.push(fresh))
	}
	return edits, g.setter.styles.Err
}

// lastOfEach sorts changes by place and keeps the last of each cell.
func lastOfEach(changes []CellChange) []CellChange {
	changes = slices.Clone(changes)
	slices.SortStableFunc(changes, func(a, b CellChange) int {
		return cmp.Or(cmp.Compare(a.Cell.Row, b.Cell.Row), cmp.Compare(a.Cell.Col, b.Cell.Col))
	})
	kept := changes[:0]
	for i, c := range changes {
		if i+1 == len(changes) || changes[i+1].Cell.Row != c.Cell.Row || changes[i+1].Cell.Col != c.Cell.Col {
			kept = append(kept, c)
		}
	}
	return kept
}

// index finds the rows by number; a row without one follows the row before.
func (g *gridMarkup) index() {
	g.rows = make(map[int]*Element, len(g.data.Kids))
	last := 0
	for _, r := range g.data.Kids {
		if r.Name != "row" {
			continue
		}
		last++
		if n, err := strconv.Atoi(r.Attr("r")); err == nil {
			last = n
		}
		g.rows[last] = r
		g.numbers = append(g.numbers, last)
	}
}

// before is where a new row belongs: in front of the first with a higher
// number; ok is false behind them all.
func (g *gridMarkup) before(number int) (at int, ok bool) {
	if n := len(g.numbers); n == 0 || g.numbers[n-1] < number {
		return 0, false
	}
	for _, n := range g.numbers {
		if n > number {
			return g.rows[n].from, true
		}
	}
	return 0, false
}

// row is the markup of a row with its changes; was is nil of a new row.
func (g *gridMarkup) row(number int, was *Element, changes []CellChange) string {
	var b strings.Builder
	if was == nil {
		fmt.Fprintf(&b, `<%srow r="%d">`, g.prefix, number)
	} else {
		b.WriteString("<" + was.tag + grownRow(was.attrs) + ">")
	}
	cells, others := g.cells(was)
	for len(cells) > 0 || len(changes) > 0 {
		switch {
		case len(changes) == 0 || len(cells) > 0 && cells[0].col < changes[0].Cell.Col:
			b.WriteString(g.kept(number, cells[0]))
			cells = cells[1:]
		case len(cells) > 0 && cells[0].col == changes[0].Cell.Col:
			b.WriteString(g.cell(changes[0], cells[0].Attr("s")))
			cells, changes = cells[1:], changes[1:]
		default:
			b.WriteString(g.cell(changes[0], g.bareStyle(was, changes[0])))
			changes = changes[1:]
		}
	}
	for _, k := range others {
		b.Write(g.content[k.from:k.till])
	}
	return b.String() + "</" + g.prefix + "row>"
}

// placedCell is a cell of a row with its column.
type placedCell struct {
	*Element
	col int
}

func (g *gridMarkup) cells(row *Element) (cells []placedCell, others []*Element) {
	col := 0
	for _, k := range row.KidsOf() {
		if k.Name != "c" {
			others = append(others, k)
			continue
		}
		col++
		if c, _, ok := parseAddress([]byte(k.Attr("r"))); ok {
			col = c
		}
		cells = append(cells, placedCell{k, col})
	}
	slices.SortStableFunc(cells, func(a, b placedCell) int { return cmp.Compare(a.col, b.col) })
	return cells, others
}

// kept is a cell that stays. One that has no address is given it, since its
// place in the row may no longer tell.
func (g *gridMarkup) kept(row int, c placedCell) string {
	if c.Attr("r") != "" {
		return string(g.content[c.from:c.till])
	}
	edit := c.SetStart("r", Cell{Col: c.col, Row: row}.Name())
	return edit.Text + string(g.content[edit.To:c.till])
}

// bareStyle is the format of a cell that the file has no markup for: that of
// its row, else of the row it is to look like, else of its column.
func (g *gridMarkup) bareStyle(row *Element, c CellChange) string {
	if row != nil && row.Attr("customFormat") != "" && row.Attr("customFormat") != "0" {
		return row.Attr("s")
	}
	if like := g.rows[c.Like]; c.Like > 0 && like != nil {
		cells, _ := g.cells(like)
		for _, k := range cells {
			if k.col == c.Cell.Col {
				return k.Attr("s")
			}
		}
	}
	for _, k := range g.cols.KidsOf() {
		low, _ := strconv.Atoi(k.Attr("min"))
		high, _ := strconv.Atoi(k.Attr("max"))
		if low <= c.Cell.Col && c.Cell.Col <= high {
			return k.Attr("style")
		}
	}
	return ""
}

func (g *gridMarkup) cell(c CellChange, style string) string {
	inside := ""
	kind := ""
	switch {
	case c.Day != 0:
		serial := c.Day
		if g.setter.is1904 {
			serial -= 1462 // days from 1 January 1900 to 1 January 1904
		}
		number, _ := strconv.Atoi(style)
		style = strconv.Itoa(g.setter.showingDay(number))
		inside = fmt.Sprintf("<v>%d</v>", serial)
	case c.Text != "":
		kind = ` t="inlineStr"`
		inside = `<is><t xml:space="preserve">` + cellText(c.Text) + `</t></is>`
	}
	if style != "" && style != "0" {
		kind = ` s="` + style + `"` + kind
	}
	start := `<c r="` + c.Cell.Name() + `"` + kind
	if inside == "" {
		return WithPrefix(start+"/>", g.prefix)
	}
	return WithPrefix(start+">"+inside+"</c>", g.prefix)
}

var storedHeight = words.MustCompile(`\s(?:ht|spans|[A-Za-z0-9]+:dyDescent)\s*=\s*("[^"]*"|'[^']*')`)

// grownRow is a row's attributes without a height that only records what its
// old text needed, and without the extent of its cells, which is a hint.
func grownRow(attrs string) string {
	m := markup{attrs: []byte(attrs)}
	if fixed := m.attr("customHeight"); fixed == "1" || fixed == "true" {
		return withAttr(attrs, "spans", "")
	}
	return storedHeight.ReplaceAllString(attrs, "")
}

// grownDimension widens the extent that a sheet states where a change lies
// outside.
func grownDimension(root *Element, changes []CellChange) []Splice {
	d := root.Kid("dimension")
	if d == nil {
		return nil
	}
	ref := strings.ReplaceAll(d.Attr("ref"), "$", "")
	if !strings.Contains(ref, ":") {
		ref += ":" + ref
	}
	m, ok := ParseRange(ref)
	if !ok {
		return nil
	}
	was := m
	for _, c := range changes {
		m.Col, m.LastCol = min(m.Col, c.Cell.Col), max(m.LastCol, c.Cell.Col)
		m.Row, m.LastRow = min(m.Row, c.Cell.Row), max(m.LastRow, c.Cell.Row)
	}
	if m == was {
		return nil
	}
	return []Splice{d.SetStart("ref", m.String())}
}

// growTables lets a table take in rows that now stand right below it, as
// Excel does when somebody types there. A table with a row of totals is left.
func (s *cellSetter) growTables(part string, changes []CellChange) error {
	for _, r := range s.file.relations(part) {
		if !strings.HasSuffix(r.Type, "/table") || s.file.get(r.Target) == nil {
			continue
		}
		content, root, err := s.file.Open(r.Target)
		if err != nil {
			return err
		}
		m, ok := ParseRange(root.Attr("ref"))
		if n := root.Attr("totalsRowCount"); !ok || n != "" && n != "0" {
			continue
		}
		was := m
		for _, c := range lastOfEach(changes) {
			if c.Cell.Row == m.LastRow+1 && m.Col <= c.Cell.Col && c.Cell.Col <= m.LastCol && (c.Text != "" || c.Day != 0) {
				m.LastRow++
			}
		}
		if m == was {
			continue
		}
		edits := []Splice{root.SetStart("ref", m.String())}
		if filter := root.Kid("autoFilter"); filter != nil && filter.Attr("ref") == was.String() {
			edits = append(edits, filter.SetStart("ref", m.String()))
		}
		s.file.Set(r.Target, Spliced(content, edits...))
	}
	return nil
}

// showingDay is a cell style that looks as the given one and shows a day: the
// style itself if it does already.
func (s *cellSetter) showingDay(style int) int {
	if known, ok := s.days[style]; ok {
		return known
	}
	s.days[style] = s.makeDay(style)
	return s.days[style]
}

func (s *cellSetter) makeDay(style int) int {
	content, root, err := s.file.Open(s.styles.part)
	if err != nil {
		s.styles.Err = err
		return style
	}
	list := root.Kid("cellXfs").KidsOf()
	if style >= len(list) {
		return style
	}
	own := list[style]
	id, _ := strconv.Atoi(own.Attr("numFmtId"))
	f := builtInFormat(id)
	highest := 163 // the last number that the format keeps for itself
	ours := 0
	for _, n := range root.Kid("numFmts").KidsOf() {
		number, _ := strconv.Atoi(n.Attr("numFmtId"))
		highest = max(highest, number)
		if number == id {
			f = parseFormat(n.Attr("formatCode"))
		}
		if n.Attr("formatCode") == dayFormat {
			ours = number
		}
	}
	if f.Date {
		return style
	}
	if ours == 0 {
		ours = highest + 1
		s.styles.Add("numFmts", fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="%s"/>`, ours, dayFormat))
	}
	attrs := withAttr(withAttr(own.attrs, "numFmtId", strconv.Itoa(ours)), "applyNumberFormat", "1")
	entry := "<xf" + attrs + "/>"
	if !own.isEmpty() {
		inside := string(content[own.open:own.close])
		entry = "<xf" + attrs + ">" + strings.NewReplacer("<"+own.Prefix(), "<", "</"+own.Prefix(), "</").Replace(inside) + "</xf>"
	}
	return s.styles.Add("cellXfs", entry)
}

// dayFormat is how a day is shown in a cell that showed none before.
const dayFormat = "dd/mm/yyyy"

// anyFormula finds a formula in a sheet's markup.
var anyFormula = words.MustCompile(`<(?:[A-Za-z]\w*:)?f[ >/]`)

// recalculate asks for formulas to be worked out when the file is opened: the
// results that are stored belong to the old values.
func (s *cellSetter) recalculate() error {
	sheets, err := s.file.Sheets()
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(sheets, func(sheet PackageSheet) bool { return sheet.Part != "" && anyFormula.Match(s.file.get(sheet.Part)) }) {
		return nil
	}
	content, root, err := s.file.Open(s.file.main)
	if err != nil {
		return err
	}
	if c := root.Kid("calcPr"); c != nil {
		if now := c.Attr("fullCalcOnLoad"); now == "1" || now == "true" {
			return nil
		}
		s.file.Set(s.file.main, Spliced(content, c.SetStart("fullCalcOnLoad", "1")))
		return nil
	}
	at := root.InsertBy(workbookOrder, "calcPr", false)
	s.file.Set(s.file.main, Spliced(content, Splice{at, at, WithPrefix(`<calcPr fullCalcOnLoad="1"/>`, root.Prefix())}))
	return nil
}
