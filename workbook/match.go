package workbook

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// headingRows is how far down a heading row is looked for.
const headingRows = 30

// foldHeading is how headings, fields and sheet names are compared: without
// case, a trailing * or :, what stands in brackets, and the difference
// between & and "and".
func foldHeading(s string) string {
	s = strings.ReplaceAll(s, "&", " and ")
	if bare := withoutBrackets(s); strings.TrimSpace(bare) != "" {
		s = bare
	}
	s = strings.Trim(s, " \t\n*:.?")
	return words.Fold(s)
}

// withoutBrackets drops bracketed explanations: "Board every (days)".
func withoutBrackets(s string) string {
	if !strings.ContainsAny(s, "([") {
		return s
	}
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch {
		case r == '(' || r == '[':
			depth++
		case r == ')' || r == ']':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Ranks of a match, best first.
const (
	matchAlias = iota + 1
	matchName
)

// namesColumn says that a heading names a column of a sheet, and how well.
type namesColumn struct{ column, rank int }

// headingIndex is, for every sheet, which columns a folded heading may name,
// in the order of the schema.
var headingIndex = sync.OnceValue(func() map[*Sheet]map[string][]namesColumn {
	all := make(map[*Sheet]map[string][]namesColumn, len(Sheets))
	for _, s := range Sheets {
		index := map[string][]namesColumn{}
		for i := range s.Columns {
			c := &s.Columns[i]
			own := foldHeading(c.Heading)
			index[own] = append(index[own], namesColumn{i, matchName})
			for _, a := range c.Aliases {
				if folded := foldHeading(a); folded != own {
					index[folded] = append(index[folded], namesColumn{i, matchAlias})
				}
			}
		}
		all[s] = index
	}
	return all
})

// found is one cell of the file that may be a heading or a field.
type found struct {
	text     string // as spelled
	folded   string
	col, row int
}

// assignment says which found cell stands for which column of a sheet, and
// what is wrong with that.
type assignment struct {
	at     []*found        // by schema column
	twice  [][2]*found     // the one that is read, and one that means the same
	ignore []*found        // an alias of a column whose own heading is there too
	rest   []*found        // matched nothing
	near   map[int]*found  // by schema column: one of the rest that is a letter or two away
	names  map[*found]bool // found under its own heading, not by alias
}

// assign matches found cells to the columns of a sheet: own headings first,
// then aliases for what is still open, in the order of the schema.
func assign(s *Sheet, cells []*found) assignment {
	a := assignment{at: make([]*found, len(s.Columns)), near: map[int]*found{}, names: map[*found]bool{}}
	taken := map[*found]bool{}
	for _, rank := range []int{matchName, matchAlias} {
		for _, f := range cells {
			if taken[f] {
				continue
			}
			if i := s.match(f.folded, rank, a.at); i >= 0 {
				taken[f] = true
				a.take(s, i, f, rank)
			}
		}
	}
	for _, f := range cells {
		if !taken[f] && f.folded != "" && f.folded != words.Fold(CheckHeading) {
			a.rest = append(a.rest, f)
		}
	}
	return a
}

// match is the schema column that a heading names with that rank: one that is
// still open, else one that is taken, else -1.
func (s *Sheet) match(folded string, rank int, at []*found) int {
	taken := -1
	for _, n := range headingIndex()[s][folded] {
		if n.rank != rank {
			continue
		}
		if at[n.column] == nil || s.Columns[n.column].Repeats {
			return n.column
		}
		if taken < 0 {
			taken = n.column
		}
	}
	return taken
}

func (a *assignment) take(s *Sheet, i int, f *found, rank int) {
	switch {
	case a.at[i] == nil:
		a.at[i] = f
		a.names[f] = rank == matchName
	case s.Columns[i].Repeats:
	case rank == matchAlias && a.names[a.at[i]]:
		a.ignore = append(a.ignore, f)
	default:
		a.twice = append(a.twice, [2]*found{a.at[i], f})
	}
}

// findKnown gives columns of the Actions sheet that are still missing a heading
// that the vocabulary lists for them.
func (a *assignment) findKnown(s *Sheet) {
	if s != actionsSheet {
		return
	}
	for i := range s.Columns {
		if a.at[i] != nil {
			continue
		}
		j := slices.IndexFunc(a.rest, func(f *found) bool { return s.Columns[i].isKnownAs(f.text) })
		if j < 0 {
			continue
		}
		a.at[i] = a.rest[j]
		for k, f := range a.near {
			if f == a.rest[j] || k == i {
				delete(a.near, k)
			}
		}
		a.rest = slices.Delete(a.rest, j, j+1)
	}
}

// findNear looks, for each column that the file does not have, for a heading
// that was probably meant.
func (a *assignment) findNear(s *Sheet) {
	used := map[*found]bool{}
	for i := range s.Columns {
		if a.at[i] != nil {
			continue
		}
		best := 0
		for _, f := range a.rest {
			if d, ok := s.Columns[i].nearness(f.folded); ok && !used[f] && (a.near[i] == nil || d < best) {
				a.near[i], best = f, d
			}
		}
		used[a.near[i]] = true
	}
}

// nearness is that of a folded heading to the column's own or, where there is
// but one slip in a long word, to another name that it goes by.
func (c *Column) nearness(folded string) (distance int, ok bool) {
	distance, ok = words.Slip(folded, foldHeading(c.Heading))
	if ok {
		return distance, true
	}
	const long = 8
	for _, alias := range c.Aliases {
		name := foldHeading(alias)
		if utf8.RuneCountInString(name) >= long && words.Distance(folded, name, 1) == 1 {
			return 1, true
		}
	}
	return 0, false
}

// count is how many columns were matched, and how many of the required.
func (a *assignment) count(s *Sheet) (all, required int) {
	for i, f := range a.at {
		if f != nil {
			all++
			if s.Columns[i].Required {
				required++
			}
		}
	}
	return all, required
}

func (s *Sheet) required() int {
	n := 0
	for i := range s.Columns {
		if s.Columns[i].Required {
			n++
		}
	}
	return n
}

// layout is where a sheet of the schema was found in the file.
type layout struct {
	assignment
	row      int // of the headings; 0: none found
	valueCol int // of a sheet of fields
}

// layOut finds the headings of a sheet.
func layOut(s *Sheet, g *grid) layout {
	if s.Fields {
		return layOutFields(s, g)
	}
	best, bestScore := layout{}, 0
	for _, number := range candidateRows(g) {
		a := assign(s, g.headings(number))
		all, required := a.count(s)
		if all < 2 && (all == 0 || required < s.required()) {
			continue
		}
		a.findNear(s)
		score := 4*all + 2*required + len(a.near)
		for _, f := range a.at {
			if f != nil && a.names[f] {
				score++
			}
		}
		if score > bestScore {
			best, bestScore = layout{assignment: a, row: number}, score
		}
	}
	if best.row > 0 {
		best.findKnown(s)
	}
	if best.row == 0 {
		best.assignment = assign(s, nil)
	}
	return best
}

// candidateRows are the first rows that hold anything.
func candidateRows(g *grid) []int {
	var rows []int
	for _, r := range g.Rows {
		if len(rows) == headingRows {
			break
		}
		rows = append(rows, r.Number)
	}
	return rows
}

// longestHeading is how long a text may be and still be a heading; long
// sentences are data.
const longestHeading = 100

func newFound(c xlsx.RawCell, row int) *found {
	f := &found{text: c.Text, col: c.Col, row: row}
	if len(c.Text) <= longestHeading {
		f.folded = foldHeading(c.Text)
	}
	return f
}

// grid is one sheet's filled cells, with the headings that were found in them.
type grid struct {
	*xlsx.Grid
	found map[int][]*found // see headings
}

// readGrid reads a sheet of the file up to the given row.
func readGrid(b *xlsx.Book, sheet xlsx.Sheet, upTo int) (*grid, error) {
	raw, err := b.Grid(sheet, upTo)
	if err != nil {
		return nil, err
	}
	return &grid{Grid: raw}, nil
}

// headings is headingsIn, kept: every sheet of ours asks for the same rows.
func (g *grid) headings(number int) []*found {
	if g.found == nil {
		g.found = map[int][]*found{}
	}
	if _, known := g.found[number]; !known {
		g.found[number] = headingsIn(g, number)
	}
	return g.found[number]
}

// headingsIn lists the texts of a row. A heading that is merged downwards
// stands in every row that it covers.
func headingsIn(g *grid, number int) []*found {
	var list []*found
	i, ok := slices.BinarySearchFunc(g.Rows, number, func(r xlsx.Row, n int) int { return cmp.Compare(r.Number, n) })
	if ok {
		for _, c := range g.Row(g.Rows[i]) {
			if c.Kind == xlsx.TextCell && c.Col <= headingCols {
				list = append(list, newFound(c, number))
			}
		}
	}
	for _, m := range g.Merges {
		if m.Row >= number {
			break
		}
		if m.LastRow < number || m.LastRow-m.Row > 5 {
			continue
		}
		if c := g.Cell(m.Col, m.Row); c.Kind == xlsx.TextCell {
			list = append(list, newFound(c, m.Row))
		}
	}
	slices.SortStableFunc(list, func(a, b *found) int { return cmp.Compare(a.col, b.col) })
	return list
}

// fieldRows is how far down, and headingCols how far to the right, headings
// and fields are looked for: ten times as far as any plan goes.
const (
	fieldRows   = 300
	headingCols = 400
)

// layOutFields finds the column of field names, which is the one with most of
// them, and the column of their values.
func layOutFields(s *Sheet, g *grid) layout {
	columns := map[int][]*found{}
	for _, r := range g.Rows {
		if r.Number > fieldRows {
			break
		}
		for _, c := range g.Row(r) {
			if c.Kind == xlsx.TextCell && c.Col <= headingCols {
				columns[c.Col] = append(columns[c.Col], newFound(c, r.Number))
			}
		}
	}
	best, bestAll, bestCol := layout{assignment: assign(s, nil)}, 0, 0
	for col, cells := range columns {
		a := assign(s, cells)
		if all, _ := a.count(s); all > bestAll || all == bestAll && all > 0 && col < bestCol {
			best, bestAll, bestCol = layout{assignment: a}, all, col
		}
	}
	if bestAll == 0 {
		return best
	}
	best.findNear(s)
	best.row = firstRow(best.at)
	best.valueCol = valueColumn(g, bestCol, best.at)
	return best
}

func firstRow(at []*found) int {
	first := 0
	for _, f := range at {
		if f != nil && (first == 0 || f.row < first) {
			first = f.row
		}
	}
	return first
}

// valueColumn is the column under a heading "Value" where there is one, else
// the nearest to the right of the fields that is filled in any field's row.
func valueColumn(g *grid, fieldCol int, at []*found) int {
	top := firstRow(at)
	for _, r := range g.Rows {
		if r.Number > top {
			break
		}
		for _, c := range g.Row(r) {
			if c.Col > fieldCol && c.Kind == xlsx.TextCell && foldHeading(c.Text) == "value" {
				return c.Col
			}
		}
	}
	nearest := 0
	for _, f := range at {
		if f == nil {
			continue
		}
		for _, r := range g.Rows {
			if r.Number != f.row {
				continue
			}
			for _, c := range g.Row(r) {
				if c.Col > fieldCol && (nearest == 0 || c.Col < nearest) {
					nearest = c.Col
				}
			}
		}
	}
	if nearest == 0 {
		return fieldCol + 1
	}
	return nearest
}
