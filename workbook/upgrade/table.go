package upgrade

import (
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// table is one table of actions: its headings, and the rows under them.
type table struct {
	view    *view
	top     int // first row of headings
	bottom  int // last row of headings
	end     int // last row that belongs to it
	columns []*column
	score   float64
	strong  bool
	whole   int // see mostlyWhole
}

// column is one column of a table.
type column struct {
	col     int
	heading string   // the lowest heading
	groups  []string // headings over several columns, the highest first
	means   string   // a heading of the Actions sheet, or a workbook.Means…; "" unknown
	exact   bool     // the vocabulary lists the heading
	by      how
	holds   string // what is read from it; "" nothing
	remark  string
	hidden  bool
	profile profile
}

// how says by what a column was known.
type how int

const (
	byNothing how = iota
	byHeading
	byLikeness
	byContent
	byYou // --map
)

// title is a column's heading with those over it, for people.
func (c *column) title() string {
	parts := slices.Clone(c.groups)
	if c.heading != "" && (len(parts) == 0 || parts[len(parts)-1] != c.heading) {
		parts = append(parts, c.heading)
	}
	return strings.Join(parts, " / ")
}

// name is how to speak of a column.
func (c *column) name() string {
	if c.title() == "" {
		return "column " + xlsx.ColumnLetters(c.col) + ", which has no heading,"
	}
	return quoted(c.title())
}

const (
	searchRows     = 60 // how far down the first headings are looked for
	longestHeading = 90
	mostHeadings   = 3 // rows of headings
)

// findTables finds the tables of a view, each with its rows.
func findTables(v *view, m *mapping) []*table {
	m.on = v.s.Name
	first := bestHeadings(v, 0, searchRows, m)
	if first == nil {
		return nil
	}
	tables := []*table{first}
	for i := v.byRow[first.bottom] + 1; i < len(v.rows); i++ {
		if !mayBeHeadings(v.rows[i]) {
			continue
		}
		next := headingsAt(v, i, m)
		if next == nil || !next.strong || next.top <= tables[len(tables)-1].bottom || sameHeadings(first, next) {
			continue
		}
		tables[len(tables)-1].end = aboveTitle(v, next.top)
		tables = append(tables, next)
	}
	for _, t := range tables {
		if t.end == 0 && len(v.rows) > 0 {
			t.end = v.rows[len(v.rows)-1].number
		}
		t.profile(m)
	}
	return tables
}

// aboveTitle is the last row before a table and the titles over it.
func aboveTitle(v *view, top int) int {
	end := top - 1
	for i := v.byRow[top] - 1; i >= 0; i-- {
		filled := v.rows[i].filled()
		if _, _, ok := titleIn(filled); !ok && len(filled) > 0 || v.rows[i].number < top-3 {
			break
		}
		end = v.rows[i].number - 1
	}
	return end
}

// sameHeadings is true of headings that a table repeats.
func sameHeadings(a, b *table) bool {
	same := 0
	for _, c := range b.columns {
		if slices.ContainsFunc(a.columns, func(o *column) bool { return o.col == c.col && plainText(o.heading) == plainText(c.heading) }) {
			same++
		}
	}
	return same == len(b.columns)
}

// mayBeHeadings is a quick look: at least three short texts, most of which the
// vocabulary lists.
func mayBeHeadings(r row) bool {
	filled := r.filled()
	known := 0
	for _, c := range filled {
		if !c.Date.IsZero() || c.Number || utf8.RuneCountInString(c.text()) > longestHeading {
			return false
		}
		if _, exact, ok := workbook.HeadingMeans(c.text()); ok && exact {
			known++
		}
	}
	return known >= 3 && 2*known >= len(filled)
}

// bestHeadings is the row, or rows, that read most like the headings of a
// plan.
func bestHeadings(v *view, from, most int, m *mapping) *table {
	var all []*table
	best := 0.0
	for i := from; i < len(v.rows) && i < from+most; i++ {
		if t := headingsAt(v, i, m); t != nil {
			all = append(all, t)
			if t.strong {
				best = max(best, t.score)
			}
		}
	}
	// The first that is nearly as good as the best: more tables may follow.
	for _, t := range all {
		if !(t.strong && t.score >= 0.6*best && t.exact() >= 2 || best == 0) {
			continue
		}
		// Rows of headings belong together: the one that takes in more of them
		// and reads better is the table.
		for _, more := range all {
			if more.top <= t.bottom && more.bottom > t.bottom && more.score > t.score {
				t = more
			}
		}
		return t
	}
	return nil
}

// headingsAt reads the row as the lowest of one, two or three rows of headings.
func headingsAt(v *view, i int, m *mapping) *table {
	var best *table
	for depth := 1; depth <= mostHeadings && depth <= i+1; depth++ {
		upper := v.rows[i-depth+1]
		if upper.number < v.rows[i].number-2*depth || depth > 1 && !looksLikeHeadings(upper) {
			break
		}
		t := readHeadings(v, v.rows[i-depth+1:i+1], m)
		if t != nil && (best == nil || t.score > best.score) {
			best = t
		}
	}
	return best
}

// looksLikeHeadings is true of a row that holds only short words.
func looksLikeHeadings(r row) bool {
	return !slices.ContainsFunc(r.filled(), func(c cell) bool {
		return !c.Date.IsZero() || c.Number || utf8.RuneCountInString(c.text()) > longestHeading
	})
}

// readHeadings lays the columns out from rows of headings, nil if they are no
// headings of a plan.
func readHeadings(v *view, rows []row, m *mapping) *table {
	last := rows[len(rows)-1]
	if !looksLikeHeadings(last) {
		return nil
	}
	t := &table{view: v, top: rows[0].number, bottom: last.number}
	for _, col := range columnsIn(rows) {
		c := &column{col: col}
		for i, r := range rows {
			text, wide := headingOver(v, r, col)
			switch {
			case text == "":
			case i == len(rows)-1 || !wide && blankBelow(v, rows[i+1:], col):
				c.heading = text
			case len(c.groups) == 0 || c.groups[len(c.groups)-1] != text:
				c.groups = append(c.groups, text)
			}
		}
		// A group's name is no heading of a column without its own.
		if c.heading == "" && len(c.groups) > 0 && len(rows) > 1 && !namesOthers(v, rows, col) {
			c.heading, c.groups = c.groups[len(c.groups)-1], c.groups[:len(c.groups)-1]
		}
		c.know(m)
		t.columns = append(t.columns, c)
	}
	t.judge(len(rows))
	if t.score <= 0 || !t.isPlan() {
		return nil
	}
	return t
}

func columnsIn(rows []row) []int {
	var cols []int
	for _, r := range rows {
		for _, c := range r.cells {
			if c.text() != "" && !slices.Contains(cols, c.Col) {
				cols = append(cols, c.Col)
			}
		}
	}
	slices.Sort(cols)
	return cols
}

// headingOver is the text that stands over a column in one row of headings;
// wide where it stands over others too.
func headingOver(v *view, r row, col int) (text string, wide bool) {
	if m, ok := v.block(r.number, col); ok {
		if m.Row != r.number && m.Row != m.LastRow && m.Row < r.number {
			return "", false // goes on from the row above
		}
		return v.cell(m.Row, m.Col).text(), m.LastCol > m.Col
	}
	return r.at(col).text(), false
}

// blankBelow is true where no lower row has a heading of its own for the
// column.
func blankBelow(v *view, rows []row, col int) bool {
	for _, r := range rows {
		if text, _ := headingOver(v, r, col); text != "" {
			return false
		}
	}
	return true
}

// namesOthers is true where a wide heading over a column has columns with
// headings of their own under it.
func namesOthers(v *view, rows []row, col int) bool {
	for i, r := range rows[:len(rows)-1] {
		m, ok := v.block(r.number, col)
		if !ok || m.LastCol == m.Col {
			continue
		}
		for other := m.Col; other <= m.LastCol; other++ {
			if other != col && !blankBelow(v, rows[i+1:], other) {
				return true
			}
		}
	}
	return false
}

// general are headings that say little without those over them.
var general = []string{"date", "dates", "name", "text", "start", "end", "comment", "comments", "notes", "who", "when", "title", "status", "rag", "update", "progress"}

// know finds out what a column's heading means.
func (c *column) know(m *mapping) {
	if means, ok := m.heading(c); ok {
		c.means, c.exact, c.by = means, true, byYou
		return
	}
	means, exact, ok := workbook.HeadingMeans(c.heading)
	if len(c.groups) > 0 && (!ok || slices.Contains(general, plainText(c.heading))) {
		whole := c.groups[len(c.groups)-1] + " " + c.heading
		if wide, wideExact, found := workbook.HeadingMeans(whole); found && (!ok || wide != workbook.MeansNothing && means != wide && isDay(wide)) {
			means, exact, ok = wide, wideExact, true
		}
	}
	if !ok {
		return
	}
	c.means, c.exact, c.by = means, exact, byLikeness
	if exact {
		c.by = byHeading
	}
}

// judge says how much the headings read like those of a plan.
func (t *table) judge(depth int) {
	seen := map[string]bool{}
	for _, c := range t.columns {
		if c.heading == "" {
			continue
		}
		switch {
		case c.means == "":
			t.score -= 0.5
		case seen[c.means]:
			t.score += 0.25
		case c.exact:
			t.score += 3
		default:
			t.score += 1.5
		}
		seen[c.means] = true
		if strings.HasSuffix(strings.TrimSpace(c.heading), "?") && !c.exact {
			t.score -= 0.5
		}
	}
	t.score -= 0.3 * float64(depth-1)
	telling := t.telling()
	t.strong = (t.hasAny(actionMeanings...) && telling >= 2) || t.has(workbook.ColAction) && telling >= 1 && len(seen) >= 3
}

// actionMeanings are what may be the action, the best first.
var actionMeanings = []string{workbook.ColAction, workbook.MeansHow, workbook.MeansWhat, workbook.MeansRecommendation, workbook.MeansFinding, workbook.ColShortName, workbook.MeansArea}

// telling is how many of who, when, how it goes and its status there are.
func (t *table) telling() int {
	n := 0
	for _, any := range [][]string{
		{workbook.ColOwner, workbook.MeansAreaOwner, workbook.ColPartner},
		{workbook.ColDue, workbook.ColRevisedDue, workbook.MeansCompletion, workbook.MeansTarget},
		{workbook.ColProgressNote, workbook.ColEvidence},
		{workbook.ColStatus},
		{workbook.ColSuccessMeasure, workbook.ColImpactChildren},
	} {
		if t.hasAny(any...) {
			n++
		}
	}
	return n
}

// isPlan is true where the headings have what a plan cannot do without.
func (t *table) isPlan() bool {
	telling := t.telling()
	return t.hasAny(actionMeanings...) && telling >= 2 || t.has(workbook.ColAction) && telling >= 1
}

// exact is how many of the headings the vocabulary lists.
func (t *table) exact() int {
	n := 0
	for _, c := range t.columns {
		if c.exact {
			n++
		}
	}
	return n
}

func (t *table) has(means string) bool { return t.hasAny(means) }

func (t *table) hasAny(means ...string) bool {
	return slices.ContainsFunc(t.columns, func(c *column) bool { return slices.Contains(means, c.means) })
}

// rows are the rows under the headings.
func (t *table) rows() []row {
	return slices.DeleteFunc(slices.Clone(t.view.rows), func(r row) bool { return r.number <= t.bottom || r.number > t.end })
}

// column is the one that a thing is read from, nil if there is none.
func (t *table) column(holds string) *column {
	for _, c := range t.columns {
		if c.holds == holds {
			return c
		}
	}
	return nil
}

// read is a row's cell of what a column holds, or a blank one.
func (t *table) read(r row, holds string) cell {
	if c := t.column(holds); c != nil {
		return r.at(c.col)
	}
	return cell{}
}

// readShared is read, with the value of merged cells for each of their rows.
func (t *table) readShared(r row, holds string) cell {
	if c := t.column(holds); c != nil {
		return t.view.shared(r, c.col)
	}
	return cell{}
}
