package paper

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

// A listing is a table of which a template may choose the columns.
type listing struct{ block.Table }

// newListing has the given columns; the one called rowHeader heads the rows.
func newListing(name, caption, rowHeader string, columns ...block.Column) *listing {
	t := &listing{block.Table{Name: name, Caption: caption, Columns: columns, Sorts: true}}
	for i := range t.Columns {
		t.Columns[i].RowHeader = t.Columns[i].Name == rowHeader
	}
	return t
}

// add puts a row with a cell for each column.
func (t *listing) add(row block.Row, cells ...block.Cell) {
	row.Cells = cells
	t.Rows = append(t.Rows, row)
}

// drop takes a column out. The others share its width in proportion.
func (t *listing) drop(name string) {
	i := t.index(name)
	if i < 0 {
		return
	}
	width, heads := t.Columns[i].Width, t.Columns[i].RowHeader
	t.Columns = slices.Delete(t.Columns, i, i+1)
	rest := 0.0
	for _, c := range t.Columns {
		rest += c.Width
	}
	for j := range t.Columns {
		t.Columns[j].Width *= (rest + width) / rest
	}
	if heads {
		t.Columns[0].RowHeader = true
	}
	for j := range t.Rows {
		t.Rows[j].Cells = slices.Delete(t.Rows[j].Cells, i, i+1)
	}
}

// textWidth is the width that columns share on a page, in mm.
const textWidth = 170.0

// fill scales columns to the page's text width.
func fill(columns []block.Column) {
	sum := 0.0
	for _, c := range columns {
		sum += c.Width
	}
	for i := range columns {
		columns[i].Width *= textWidth / sum
	}
}

// widen sets the widths of columns, 0 for one that stays, and gives what they
// leave to another.
func (t *listing) widen(to string, widths []float64) {
	for i, wide := range widths {
		if wide > 0 {
			t.Columns[t.index(to)].Width += t.Columns[i].Width - wide
			t.Columns[i].Width = wide
		}
	}
}

// widthsOf are how wide a table's columns have to be in an annex's type for what
// stands in them to stay on its line, in mm, up to the most that those of a name
// may have; 0 for others.
func (c *composer) widthsOf(t *listing, most map[string]float64) []float64 {
	widths := make([]float64, len(t.Columns))
	for i, column := range t.Columns {
		if most[column.Name] == 0 {
			continue
		}
		wide := 0.0
		for _, word := range strings.Fields(column.Title) {
			wide = max(wide, c.wordWidth(word, true))
		}
		for _, r := range t.Rows {
			for _, b := range r.Cells[i].Blocks {
				switch b := b.(type) {
				case block.Para:
					wide = max(wide, c.wide(b.Runs))
				case block.Status:
					wide = max(wide, markWidth+c.wide(text(b.Word)))
				}
			}
		}
		widths[i] = min(wide+lineFree+column.Indent, most[column.Name])
	}
	return widths
}

// balance shares the page's width among three columns so that their
// rows are the lowest.
func (c *composer) balance(t block.Table) {
	const step, mostWide = 3.0, 84.0
	leastWide := min(44, t.Columns[0].Width)
	var heights [3]map[float64][]float64 // of each column's cells, by its width
	for i := range heights {
		heights[i] = map[float64][]float64{}
	}
	cells := func(column int, width float64) []float64 {
		known, is := heights[column][width]
		if !is {
			known = make([]float64, len(t.Rows))
			for n, r := range t.Rows {
				known[n] = c.cellHeight(r.Cells[column], width, t.As)
			}
			heights[column][width] = known
		}
		return known
	}
	high := func(widths [3]float64) float64 {
		sum, first, second, third := 0.0, cells(0, widths[0]), cells(1, widths[1]), cells(2, widths[2])
		for n := range t.Rows {
			sum += max(first[n], second[n], third[n])
		}
		return sum
	}
	best := [3]float64{t.Columns[0].Width, t.Columns[1].Width, t.Columns[2].Width}
	least := high(best)
	for first := leastWide; first <= mostWide; first += step {
		for last := leastWide; last <= mostWide; last += step {
			widths := [3]float64{first, textWidth - first - last, last}
			if widths[1] < 44 {
				continue
			}
			if h := high(widths); h < least {
				best, least = widths, h
			}
		}
	}
	for i := range best {
		t.Columns[i].Width = best[i]
	}
}

// makeRoom shares the width of some columns anew where a post in one of them is so long
// that it stands in many short lines: what is beside it gives way while the rows get
// lower for it.
func (c *composer) makeRoom(t *listing, owners string, beside ...string) {
	const fewLines, least = 3, 24.0
	at := t.index(owners)
	if at < 0 || !slices.ContainsFunc(t.Rows, func(r block.Row) bool {
		return c.cellHeight(r.Cells[at], t.Columns[at].Width, t.As) > fewLines*c.cellHeight(plain("x"), t.Columns[at].Width, t.As)
	}) {
		return
	}
	columns := []int{at}
	for _, name := range beside {
		if i := t.index(name); i >= 0 {
			columns = append(columns, i)
		}
	}
	lowest := c.heightOf([]*listing{t})
	for better := true; better; {
		better = false
		for _, from := range columns {
			for _, to := range columns {
				for _, moved := range []float64{4, 8, 16} {
					if from == to || t.Columns[from].Width-moved < least {
						continue
					}
					t.Columns[from].Width, t.Columns[to].Width = t.Columns[from].Width-moved, t.Columns[to].Width+moved
					if high := c.heightOf([]*listing{t}); high < lowest {
						lowest, better = high, true
						continue
					}
					t.Columns[from].Width, t.Columns[to].Width = t.Columns[from].Width+moved, t.Columns[to].Width-moved
				}
			}
		}
	}
}

// cellHeight is how high a cell is, in mm.
func (c *composer) cellHeight(cell block.Cell, width float64, as block.TableAs) float64 {
	const tagged = 7.0
	line, small, padded := 4.6, 8.5/10, 2.0 // mm, and the ruler's type as a share of a dense table's
	switch as {
	case block.Lines:
		line, small, padded = 3.6, 1, lineFree
	case block.Roomy:
		line, small = 4.8, 8.5/10.5
	}
	high := 0.0
	for _, b := range cell.Blocks {
		if p, is := b.(block.Para); is {
			high += line * float64(c.linesOf(p.Runs, (width-padded)*small))
		} else {
			high += tagged
		}
	}
	return high
}

// give takes a column out and gives its width to another.
func (t *listing) give(from, to string) {
	i, j := t.index(from), t.index(to)
	t.Columns[j].Width += t.Columns[i].Width
	t.Columns[i].Width = 0
	t.drop(from)
}

// fold puts what a column says below what another does, which is then called
// title; nothing where the table has no such column.
func (t *listing) fold(from, below, title string) {
	i, j := t.index(from), t.index(below)
	if i < 0 {
		return
	}
	for _, r := range t.Rows {
		r.Cells[j].Blocks = append(r.Cells[j].Blocks, r.Cells[i].Blocks...)
	}
	t.Columns[j].Title = title
	t.give(from, below)
}

func (t *listing) index(name string) int {
	return slices.IndexFunc(t.Columns, func(c block.Column) bool { return c.Name == name })
}

// kept is the table with the columns that the section keeps. An annex is looked
// things up in, and its tables are close.
func (c *composer) kept(t *listing) block.Table {
	for _, column := range slices.Clone(t.Columns) {
		if !c.now.Keeps(column.Name) {
			t.drop(column.Name)
		}
	}
	return c.closeInAnnex(t.Table)
}

func (c *composer) closeInAnnex(t block.Table) block.Table {
	if c.now.Annex {
		t.As = block.Lines
	}
	return t
}

// cell holds one paragraph.
func cell(runs ...block.Run) block.Cell { return holds(block.Para{Runs: runs}) }

// plain holds plain text.
func plain(s string) block.Cell { return cell(block.Run{Text: s}) }

// strong holds text in bold.
func strong(s string) block.Cell { return cell(bold(s)...) }

// count holds a number.
func count(n int) block.Cell {
	made := plain(words.Digits(n))
	if n >= 1000 { // the comma is no part of what a table sorts by
		made.Sort = strconv.Itoa(n)
	}
	return made
}

// given holds a text, or in bold what is printed where there is none.
func given(s, missing string) block.Cell { return cell(orMissing(s, missing)...) }

// holds is a cell of several blocks.
func holds(blocks ...block.Block) block.Cell { return block.Cell{Blocks: blocks} }

// statusCell holds a status; a table sorts it by how bad it is.
func statusCell(s block.Status, more ...block.Block) block.Cell {
	return by(strconv.Itoa(s.Look.Order), holds(append([]block.Block{s}, more...)...))
}

// by is a cell with what it sorts by.
func by(sort string, c block.Cell) block.Cell {
	c.Sort = sort
	return c
}
