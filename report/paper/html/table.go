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
	widths := w.shares(t)
	for i, c := range t.Columns {
		if !c.OnPaper {
			w.element("th", c.Title, "scope", "col", "class", strings.TrimSpace("c-"+c.Name+" "+widths[i]+" "+number(c)))
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
