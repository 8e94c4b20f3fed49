package briefing

import (
	"actionplan/report"
	"actionplan/report/tagged"
)

// figures is the strip of key figures, four to a row.
func (p *paper) figures() []tagged.Block { return figureStrip(p.brief.Figures, 4) }

// figureStrip is so many figures to a row. Each is read as one item: the
// figure, then its words.
func figureStrip(figures []report.KeyFigure, perRow int) []tagged.Block {
	const gap = 4.0
	width := (textWidth - float64(perRow-1)*gap) / float64(perRow)
	var blocks []tagged.Block
	for rest := figures; len(rest) > 0; rest = rest[min(perRow, len(rest)):] {
		row := tagged.Columns{Role: "L", Gap: gap, Before: 5, After: 4}
		for _, f := range rest[:min(perRow, len(rest))] {
			row.Cells = append(row.Cells, tagged.Col{Width: width, Role: "LI", Blocks: []tagged.Block{
				tagged.Drawn{H: 0.7, After: 1.5, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, width, 0.7, ink) }},
				tagged.Para{Runs: tagged.Text(f.Figure), Style: figure, Role: "Lbl"},
				tagged.Para{Runs: tagged.Text(f.Words), Style: caption, Role: "LBody"},
			}})
		}
		blocks = append(blocks, row)
	}
	return blocks
}
