package html

import (
	"fmt"
	"math"
	"strings"

	"actionplan/report/paper/block"
)

// tableClasses are what tables are for, in the style sheet. Rows of one that
// stacks are blocks on a phone.
var tableClasses = map[block.TableAs]string{
	block.Dense: "stack ", block.Close: "stack ", block.Strip: "stack ", block.Lines: "stack ", block.Roomy: "stack ", block.Statuses: "stack ", block.Readings: "", block.Months: "",
}

// many columns stand closer together.
const many = 8

func (w *writer) table(t block.Table) {
	class := tableClasses[t.As]
	if t.Sorts && len(t.Rows) > 1 {
		class += "sortable "
	}
	if len(t.Columns) >= many {
		class += "many "
	}
	if t.As == block.Lines {
		class += "small "
	}
	if w.bare && block.IsStrip(t) {
		class += "bare "
	}
	w.open("table", "class", class+t.Name)
	w.put("\n")
	w.element("caption", t.Caption, "class", "unseen")
	w.put("\n<thead>\n<tr>")
	widths, over := w.shares(t), w.over(t)
	for i, c := range t.Columns {
		if !c.OnPaper {
			w.element("th", c.Title, "scope", "col", "class", strings.TrimSpace("c-"+c.Name+" "+widths[i]+" "+number(c)), "data-over", over)
			over = ""
		}
	}
	w.put("</tr>\n</thead>\n<tbody>\n")
	for _, r := range t.Rows {
		w.open("tr", "id", anchor(r.ID))
		for i, c := range r.Cells {
			if !t.Columns[i].OnPaper {
				w.cell(c, t.Columns[i], t.As)
			}
		}
		w.put("</tr>\n")
	}
	w.put("</tbody>\n</table>\n")
}

// shares are the classes of the columns' widths, in thousandths of those that are
// written. Short rows find theirs by themselves.
func (w *writer) shares(t block.Table) []string {
	classes := make([]string, len(t.Columns))
	if tableClasses[t.As] == "" {
		return classes
	}
	all := 0.0
	for _, c := range t.Columns {
		if !c.OnPaper {
			all += c.Width
		}
	}
	for i, c := range t.Columns {
		if share := int(math.Round(1000 * c.Width / all)); !c.OnPaper {
			w.widths[share] = true
			classes[i] = fmt.Sprintf("w%d", share)
		}
	}
	return classes
}

// mostTogether are the rows, items or terms that the style sheet keeps on one printed page: the
// first two and the last two stay together.
const mostTogether = 4

// listOver is what a list or terms of so many parts say that they are of where they go on
// over a printed page, which they can where their heading stands right above.
func (w *writer) listOver(parts int) string {
	if !w.headed || parts <= mostTogether || w.paper.Shorter != nil {
		return ""
	}
	return w.under
}

// over is what a table says that it is of where it goes on over a printed page: the heading
// above it. One of few rows stays whole, and page 1 or the one side has room for all of some.
func (w *writer) over(t block.Table) string {
	if len(t.Rows) <= mostTogether || t.Name == "strip" || w.paper.Shorter != nil {
		return ""
	}
	return w.under
}

func number(c block.Column) string {
	if c.Number {
		return "number"
	}
	return ""
}

// cell writes a cell. On a phone its column's title stands before it.
func (w *writer) cell(c block.Cell, column block.Column, as block.TableAs) {
	if column.RowHeader {
		w.open("th", "scope", "row", "class", number(column), "data-value", c.Sort)
		w.cellBlocks(c.Blocks, false)
		w.put("</th>")
		return
	}
	class := number(column)
	if as == block.Statuses {
		class = strings.TrimSpace("c-" + column.Name + " " + class)
	}
	w.open("td", "class", class, "data-label", column.Title, "data-value", c.Sort)
	w.cellBlocks(c.Blocks, tableClasses[as] != "")
	w.put("</td>")
}

// cellBlocks writes what a cell holds, one below the other. In rows that stack
// each is an element, because what is loose in them would fall apart.
func (w *writer) cellBlocks(blocks []block.Block, apart bool) {
	for i, b := range blocks {
		if i > 0 {
			w.put("\n")
		}
		apart := apart || len(blocks) > 1
		if apart {
			w.put("<div>")
		}
		switch b := b.(type) {
		case block.Para:
			w.runs(b.Runs)
		case block.Status:
			w.status(b)
		case block.Bar:
			w.element("span", b.Alt, "class", "unseen")
			w.bar(newBar(b.Now))
		default:
			w.block(b)
		}
		if apart {
			w.put("</div>")
		}
	}
}
