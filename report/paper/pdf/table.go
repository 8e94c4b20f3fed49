package pdf

import (
	"slices"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

const (
	monthHeight = 5.0
	panelWidth  = 83.0
	panelGap    = 4.0
)

// tableStyles are the type of tables.
var tableStyles = map[block.TableAs]tagged.Style{
	block.Dense: dense, block.Close: dense, block.Strip: dense, block.Lines: small, block.Roomy: table, block.Statuses: table, block.Readings: small, block.Months: dense,
}

func (w *writer) table(t block.Table) []tagged.Block {
	style := tableStyles[t.As]
	made := tagged.Table{Style: style, HeadRule: headRule, RowRule: rowRule}
	switch t.As {
	case block.Statuses:
		made.Pad, made.After = tagged.Inset{Top: 0.95, Right: 2, Bottom: 0.95}, 2
	case block.Readings:
		made.Pad, made.After = tagged.Inset{Top: 0.3, Right: 1.5, Bottom: 0.25}, 2
	case block.Strip:
		made.Pad = tagged.Inset{Top: 0.3, Right: 2, Bottom: 0.3}
	case block.Lines:
		made.Pad = tagged.Inset{Top: 0.25, Right: 1.5, Bottom: 0.2}
	case block.Months:
		made.Pad, made.RowRule = tagged.Inset{Top: 0.45, Bottom: 0.45}, tagged.Stroke{}
	}
	for _, c := range t.Columns {
		made.Columns = append(made.Columns, tagged.Column{Width: c.Width, Title: tagged.Text(c.Title), Right: c.Number, RowHeader: c.RowHeader, PadLeft: c.Indent})
	}
	for _, r := range t.Rows {
		row := tagged.Row{ID: r.ID, Continued: r.Continued}
		for i, c := range r.Cells {
			row.Cells = append(row.Cells, w.cell(c, t, i))
		}
		made.Rows = append(made.Rows, row)
	}
	whole := one(tagged.Box{After: 1, Blocks: one(made)})
	switch {
	case t.As == block.Months: // a year of months stays on one page
		return whole
	case t.As == block.Strip && len(t.Rows) <= stripWhole/4 && w.Measure(textWidth, whole...) <= stripWhole:
		return whole
	}
	return one(made)
}

// cell lays out what a cell holds. Beside a tag or a bar, text stands level
// with the words in it.
func (w *writer) cell(c block.Cell, t block.Table, column int) []tagged.Block {
	style := tableStyles[t.As]
	var made []tagged.Block
	for i, b := range c.Blocks {
		last := i == len(c.Blocks)-1
		switch b := b.(type) {
		case block.Para:
			p := tagged.Para{Runs: w.runs(b.Runs), Style: style, Right: t.Columns[column].Number}
			if !last {
				p.After = afterText(c.Blocks[i+1], b, i)
			}
			made = append(made, level(p, t.As))
		case block.Status:
			if !b.Tag {
				made = append(made, inWords(b, style))
				continue
			}
			box := tag(b)
			if !last {
				box.After = afterTag(t.As)
			}
			made = append(made, box)
		case block.Marks:
			made = append(made, marks(b))
		case block.Bar:
			made = append(made, smallBar(b, t.Columns[column].Width))
		}
	}
	return made
}

// afterTag is the space between a tag and what is said below it.
func afterTag(as block.TableAs) float64 {
	if as == block.Close {
		return 0.6
	}
	return 1
}

// afterText is the space between text in a cell and what stands below it.
func afterText(next block.Block, p block.Para, i int) float64 {
	switch next.(type) {
	case block.Marks:
		return 1.2
	case block.Status:
		return 0.8
	}
	if i == 0 && len(p.Runs) == 1 && p.Runs[0].Bold {
		return 0.4 // a name
	}
	return 0
}

func level(p tagged.Para, as block.TableAs) tagged.Block {
	switch as {
	case block.Statuses:
		return tagged.Box{Pad: tagged.Inset{Top: (tagHeight - p.Style.Height()) / 2}, Blocks: one(p)}
	case block.Months:
		return tagged.Box{Pad: tagged.Inset{Top: (monthHeight - p.Style.Height()) / 2}, Blocks: one(p)}
	}
	return p
}

// sideBySide puts parts as many to a row as have room. A wide one of usual length
// stays whole.
func (w *writer) sideBySide(s block.SideBySide) []tagged.Block {
	var made []tagged.Block
	for rest := s.Parts; len(rest) > 0; {
		n := min(rest[0].PerRow, len(rest))
		for slices.ContainsFunc(rest[:n], func(p block.Part) bool { return p.PerRow < n }) {
			n--
		}
		if rest[0].PerRow == 1 {
			made = append(made, w.wide(rest[0])...)
		} else {
			made = append(made, w.abreast(rest[:n]))
		}
		rest = rest[n:]
	}
	return made
}

func (w *writer) wide(p block.Part) []tagged.Block {
	blocks := w.part(p)
	if w.Measure(textWidth, blocks...) > wholeUpTo {
		return blocks
	}
	return one(tagged.Columns{Before: 3, After: 3, Cells: []tagged.Col{{Width: textWidth, Blocks: one(tagged.Box{Blocks: blocks})}}})
}

// Heights up to which a part, and a strip, stay whole. A higher strip would leave
// too much of a page white.
const (
	wholeUpTo  = 80
	stripWhole = 50
)

// abreast is one row of parts, each of the width that as many as the widest of them
// asks for have.
func (w *writer) abreast(row []block.Part) tagged.Block {
	perRow := row[0].PerRow
	for _, p := range row {
		perRow = min(perRow, p.PerRow)
	}
	width := (textWidth - panelGap*float64(perRow-1)) / float64(perRow)
	columns := tagged.Columns{Gap: panelGap}
	for _, p := range row {
		if _, heads := p.Blocks[0].(block.Heading); heads {
			columns.Before, columns.After = 3, 3
		}
		columns.Cells = append(columns.Cells, tagged.Col{Width: width, Blocks: w.part(p)})
	}
	return columns
}

func (w *writer) part(p block.Part) []tagged.Block {
	blocks := w.blocks(p.Blocks)
	if h, ok := blocks[0].(tagged.Heading); ok {
		h.Before, h.After = 3, 0.5
		blocks[0] = h
	}
	return blocks
}
