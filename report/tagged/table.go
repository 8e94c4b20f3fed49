package tagged

// Table is a table with one heading row, which is printed again on every page
// that the table reaches. There are no merged cells.
type Table struct {
	Columns       []Column
	Rows          []Row
	Style         Style // of the column titles, in bold, and of "continued"
	Pad           Inset // of every cell; zero is 1.4 above and below, 2 right
	HeadRule      Stroke
	RowRule       Stroke // under every row; a width of 0 draws none
	HeadBehind    func(c *Canvas, w, h float64)
	HeadMinHeight float64
	Before, After float64
	Keep          bool // its last row stays with what follows

	// Continued is printed in ContinuedStyle, as artifact, above the heading row
	// of every page that the table goes on over: "Without an action (continued)".
	Continued      string
	ContinuedStyle Style
}

// Column says how wide a column is and what it is called.
type Column struct {
	Width     float64
	Title     []Run
	Right     bool // right aligned, title and paragraphs
	RowHeader bool // its cells are headers of their rows
	PadLeft   float64
}

// Row is a row of cells, one for each column.
type Row struct {
	Cells        [][]Block
	ID           string
	Continued    string // printed, as artifact, where the row goes on over a page: "A2, continued"
	Rule         *Stroke
	Behind, Over func(c *Canvas, w, h float64)
	MinHeight    float64
}

var usualPad = Inset{Top: 1.4, Right: 2, Bottom: 1.4}

func (t Table) lay(d *Doc, parent *element, width float64) []slice {
	var slices []slice
	t.eachSlice(d, parent, func(s slice) { slices = append(slices, s) })
	return slices
}

// eachSlice lays out row by row, so that a table of many pages need not be in
// memory at once.
func (t Table) eachSlice(d *Doc, parent *element, yield func(slice)) {
	if t.Pad == (Inset{}) {
		t.Pad = usualPad
	}
	table := parent.child("Table")
	head := t.layHead(d, table.child("THead"))
	head.glued, head.before = len(t.Rows) > 0, t.Before
	again := func() []slice {
		head := t.layHead(d, nil)
		if t.Continued == "" {
			return []slice{head}
		}
		title := Para{Runs: Text(t.Continued), Style: t.ContinuedStyle, After: 0}
		return append(title.layIn(d, nil, t.width()), head)
	}
	yield(head)
	body := table.child("TBody")
	var held slice // until it is known whether the last row follows
	for i, row := range t.Rows {
		s := t.layRow(d, body.child("TR"), row)
		s.again = again
		s.split = t.splitRow(d, s.split, row, again)
		if i == len(t.Rows)-1 {
			s.after, s.glued = t.After, t.Keep
		}
		if i == 1 || i > 1 && i == len(t.Rows)-1 {
			keepPair(&held, s)
		}
		if i > 0 {
			yield(held)
		}
		held = s
	}
	if len(t.Rows) > 0 {
		yield(held)
	}
}

func (t Table) layHead(d *Doc, thead *element) slice {
	tr := thead.child("TR")
	head := &band{doc: d, width: t.width(), pad: t.Pad, minHeight: t.HeadMinHeight, whole: wholeHeight,
		atBottom: true, behind: t.HeadBehind, over: ruleBelow(t.HeadRule, nil)}
	style := t.Style
	style.Bold = true
	x := 0.0
	for _, c := range t.Columns {
		th := tr.child("TH")
		th.attribute("/O /Table /Scope /Column")
		title := Para{Runs: c.Title, Style: style, Right: c.Right}
		head.stacks = append(head.stacks, stack{x + t.left(c), title.layIn(d, th, t.inner(c))})
		x += c.Width
	}
	return head.slice()
}

func (t Table) layRow(d *Doc, tr *element, row Row) slice {
	rule := t.RowRule
	if row.Rule != nil {
		rule = *row.Rule
	}
	b := &band{doc: d, width: t.width(), pad: t.Pad, minHeight: row.MinHeight, whole: wholeHeight, id: idIn(tr, row.ID),
		behind: row.Behind, over: ruleBelow(rule, row.Over)}
	x := 0.0
	if tr != nil {
		tr.kids = make([]kid, 0, len(t.Columns))
	}
	b.stacks = make([]stack, 0, len(t.Columns))
	for i, c := range t.Columns {
		cell := tr.child("TD")
		if c.RowHeader && cell != nil {
			cell.role = "TH"
			cell.attribute("/O /Table /Scope /Row")
		}
		var blocks []Block
		if i < len(row.Cells) {
			blocks = align(row.Cells[i], c.Right)
		}
		b.stacks = append(b.stacks, stack{x + t.left(c), layContent(d, cell, t.inner(c), blocks)})
		x += c.Width
	}
	return b.slice()
}

// splitRow makes the tail of a split row begin with the heading row and the
// word that it continues.
func (t Table) splitRow(d *Doc, split func(float64, bool) (*slice, *slice), row Row, again func() []slice) func(float64, bool) (*slice, *slice) {
	return func(avail float64, force bool) (*slice, *slice) {
		head, tail := split(avail, force)
		if head == nil {
			return nil, nil
		}
		tail.split = t.splitRow(d, tail.split, row, again)
		tail.again = func() []slice {
			style := t.Style
			style.Bold = true
			band := &band{doc: d, width: t.width(), pad: Inset{Top: t.Pad.Top}}
			p := Para{Runs: Text(row.Continued), Style: style}
			band.stacks = []stack{{t.Pad.Left, p.layIn(d, nil, t.width())}}
			if len(band.stacks[0].slices) == 0 {
				return again()
			}
			return append(again(), band.slice())
		}
		return head, tail
	}
}

func (t Table) width() float64 {
	w := 0.0
	for _, c := range t.Columns {
		w += c.Width
	}
	return w
}

func (t Table) left(c Column) float64 { return t.Pad.Left + c.PadLeft }

func (t Table) inner(c Column) float64 { return c.Width - t.left(c) - t.Pad.Right }

func align(blocks []Block, right bool) []Block {
	if !right {
		return blocks
	}
	out := make([]Block, len(blocks))
	for i, b := range blocks {
		if p, ok := b.(Para); ok {
			p.Right = true
			b = p
		}
		out[i] = b
	}
	return out
}

// ruleBelow draws a row's rule at its foot, then what else lies over the row.
func ruleBelow(rule Stroke, over func(c *Canvas, w, h float64)) func(c *Canvas, w, h float64) {
	return func(c *Canvas, w, h float64) {
		if rule.Width > 0 {
			c.Line(0, h, w, h, rule)
		}
		if over != nil {
			over(c, w, h)
		}
	}
}
