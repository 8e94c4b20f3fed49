package pdf

import (
	"math"
	"strings"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

const (
	gridLeft   = 84.0
	gridWidth  = textWidth - gridLeft
	rowPad     = 0.8333 // a row of one line is 5.9 high
	headHeight = 14.2
	barTop     = 1.2
	barHigh    = 3.5
	pointDepth = 3.0 // of a bar that goes on past the edge
	plateHigh  = 4.2
	yearLine   = 3.9 // the baseline of the years, level with the column's title
	besideBar  = 1.2
	movedCore  = 0.3 // of a bar's height is filled where its date has moved
)

var (
	between   = tagged.Stroke{Width: 0.3, Color: ink} // areas
	todayPen  = tagged.Stroke{Width: 0.7, Color: ink}
	aroundPen = tagged.Stroke{Width: 1.4, Color: white} // 0.35 on either side of today's line
)

// sizes are those of the grid's drawing, as shares of its width.
var sizes = chart.Sizes{
	Alone: barHigh / gridWidth, // a square
	Edge:  pointDepth / gridWidth, Least: 1.6 / gridWidth, Marker: barHigh / gridWidth, Gap: besideBar / gridWidth,
}

// timeline is a table whose last column is a chart.
func (w *writer) timeline(t block.Timeline) []tagged.Block {
	g := w.newGrid(t)
	return one(g.table(w))
}

// A grid draws the chart's column. Its x is from the grid's own left.
type grid struct {
	chart.Timeline
	rows             []block.TimelineRow
	refWidth         float64 // names begin after it
	stateWidth       float64 // of the statuses, beside the actions
	today, board     float64 // where the flags begin
	boardWide, plate float64 // how wide the board's flag is, and today's
	boardAbove       bool    // the board's flag stands on a line of its own above today's
}

func (w *writer) newGrid(t block.Timeline) grid {
	const usual, most, gap = 7.5, 20.0, 2.0
	g := grid{Timeline: t.Chart, rows: t.Rows, refWidth: usual}
	for _, row := range t.Rows {
		g.refWidth = math.Max(g.refWidth, w.Width(bold(label), row.Ref)+gap)
	}
	g.refWidth = math.Min(g.refWidth, most)
	g.stateWidth = g.widthOfStates(w)
	g.plate, g.boardWide = w.Width(bold(label), g.Today.Label), w.Width(label, g.Board.Label)
	g.today, g.board, g.boardAbove = g.Flags(g.plate/gridWidth, g.boardWide/gridWidth, sizes.Gap)
	g.today, g.board = g.today*gridWidth, g.board*gridWidth
	g.flagsAside()
	if at, _ := g.at(g.Board); g.boardAbove {
		g.board = math.Max(0, math.Min(at-g.boardWide/2, gridWidth-g.boardWide))
	}
	return g
}

// flagsAside puts the two flags on one line, each at its own side of its own line, where
// today's has room below the title of the column before the grid.
func (g *grid) flagsAside() {
	at, _ := g.at(g.Today)
	next, _ := g.at(g.Board)
	today, board := at-besideBar-g.plate, next+besideBar
	if g.boardAbove && today < 0 && today > -g.stateWidth && at < next && board+g.boardWide <= gridWidth {
		g.today, g.board, g.boardAbove = today, board, false
	}
}

// widthOfStates is usual, or wide enough for a plan's own words where that makes for
// fewer lines.
func (g grid) widthOfStates(w *writer) float64 {
	const usual, most, besideWord = 26.0, 40.0, shapeInTag + 1.5 + 2
	wide := usual
	for _, row := range g.rows {
		wide = math.Max(wide, w.Width(label, row.Status.Word)+besideWord+0.01)
	}
	lines := func(states float64) int {
		n := 0
		for _, row := range g.rows {
			names := wrapped(w, row.Name, label, gridLeft-states-2-g.refWidth)
			n += max(1, len(names), len(wrapped(w, row.Status.Word, label, states-besideWord)))
		}
		return n
	}
	if wide = math.Min(wide, most); wide > usual && lines(wide) < lines(usual) {
		return wide
	}
	return usual
}

// at is the middle of a flag's day.
func (g grid) at(f chart.Flag) (x float64, drawn bool) {
	x, drawn = g.Middle(f)
	return x * gridWidth, drawn
}

func (g grid) table(w *writer) tagged.Table {
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: gridLeft - g.stateWidth, Title: tagged.Text("Action"), RowHeader: true},
			{Width: g.stateWidth, Title: tagged.Text("Status")},
			{Width: gridWidth, Title: tagged.Text(g.datesTitle())},
		},
		Style: label, Pad: tagged.Inset{Top: rowPad, Bottom: rowPad},
		HeadRule:      tagged.Stroke{Width: 0.5, Color: ink},
		HeadBehind:    g.drawHead,
		HeadMinHeight: headHeight + g.flagLine(),
	}
	for i := range g.rows {
		t.Rows = append(t.Rows, g.row(w, i))
	}
	return t
}

// titleWidth is the room of the chart's column title and the space after it, in mm.
const titleWidth = 12.0

// datesTitle is the chart's column title. It is of all months and not of the
// last, so it stands at the left, before the year there, or above the years
// where a second one leaves no room.
func (g grid) datesTitle() string {
	lines := 3
	if !g.yearsAsideTitle() {
		lines = 4
	}
	if g.boardAbove {
		lines++
	}
	return "Dates" + strings.Repeat("\n", lines)
}

// yearsAsideTitle says whether the title and the years have room on one line.
func (g grid) yearsAsideTitle() bool {
	const yearWidth = 9.0
	for _, tick := range g.Ticks {
		if x := g.X(tick.Day) * gridWidth; tick.Year != "" && x > 0.5 && x < titleWidth+yearWidth {
			return false
		}
	}
	return true
}

func (g grid) row(w *writer, i int) tagged.Row {
	r := g.rows[i]
	rule := rowRule
	if i+1 == len(g.rows) || g.rows[i+1].NewArea {
		rule = between
	}
	lines := g.wordLines(w, r)
	return tagged.Row{
		ID:        r.ID,
		Continued: r.Continued,
		Rule:      &rule,
		Behind:    func(c *tagged.Canvas, _, h float64) { g.months(c, 0, h) },
		Over:      func(c *tagged.Canvas, _, h float64) { g.dayLines(c, 0, h) },
		Cells: [][]tagged.Block{
			one(tagged.Columns{Cells: []tagged.Col{
				{Width: g.refWidth, Blocks: one(tagged.Para{Runs: tagged.Text(r.Ref + " "), Style: bold(label), Role: "Span"})},
				{Width: gridLeft - g.stateWidth - 2 - g.refWidth, Blocks: one(tagged.Para{Runs: tagged.Text(r.Name), Style: label, Role: "Span"})},
			}}),
			one(tagged.Box{Pad: tagged.Inset{Right: 2}, Blocks: one(inWords(r.Status, label))}),
			one(tagged.Figure{Alt: r.Alt, W: gridWidth, H: label.Height() * float64(len(lines)), Draw: func(c *tagged.Canvas) {
				g.drawRow(c.Sub(0, -rowPad, 1), r, lines)
			}}),
		},
	}
}

// drawHead draws years, months and flags above the grid. Its canvas is the
// heading row's, whose foot is the grid's top.
func (g grid) drawHead(c *tagged.Canvas, _, h float64) {
	top := h - headHeight - g.flagLine()
	for i, tick := range g.Ticks {
		x, end := gridLeft+g.X(tick.Day)*gridWidth, gridLeft+gridWidth
		if i+1 < len(g.Ticks) {
			end = gridLeft + g.X(g.Ticks[i+1].Day)*gridWidth
		}
		if tick.Year != "" {
			aside := 0.5
			if g.yearsAsideTitle() && x < gridLeft+titleWidth {
				aside = titleWidth
			}
			c.Text(x+aside, top+yearLine, tick.Year, bold(label), tagged.Left)
		}
		c.Text((x+end)/2, top+7.6, tick.Label, label, tagged.Centre)
	}
	g.months(c, top+4.6, h)
	g.dayLines(c, top+9.2+g.flagLine(), h)
	g.flags(c, top+12.5)
}

// flagLine is the height of a line for the board's flag alone. It stands in the
// heading row, which every page of the chart has.
func (g grid) flagLine() float64 {
	if g.boardAbove {
		return label.Height()
	}
	return 0
}

// months are the lines between months.
func (g grid) months(c *tagged.Canvas, from, to float64) {
	for _, tick := range g.Ticks {
		x := gridLeft + g.X(tick.Day)*gridWidth
		c.Line(x, from, x, to, rowRule)
	}
}

// dayLines are today's line and the next board's. A piece is drawn in each row;
// the dashes fit a whole number of times, so that the pieces join.
func (g grid) dayLines(c *tagged.Canvas, from, to float64) {
	if x, drawn := g.at(g.Board); drawn {
		x += gridLeft
		period := (to - from) / math.Max(1, math.Round((to-from)/1.9))
		c.Line(x, from, x, to, tagged.Stroke{Width: 0.8, Color: white})
		for y := from; y < to-0.01; y += period {
			c.Line(x, y+period*0.2, x, y+period*0.8, tagged.Stroke{Width: 0.35, Color: ink})
		}
	}
	if x, drawn := g.at(g.Today); drawn {
		x += gridLeft
		c.Line(x, from, x, to, aroundPen)
		c.Line(x, from, x, to, todayPen)
	}
}

// flags name the two lines: today's at its left, the board's at its right, or above
// where there is no room.
func (g grid) flags(c *tagged.Canvas, baseline float64) {
	if _, drawn := g.at(g.Today); drawn {
		below := baseline + g.flagLine()
		plate(c, gridLeft+g.today, below, g.plate)
		c.Text(gridLeft+g.today, below, g.Today.Label, bold(label), tagged.Left)
	}
	if _, drawn := g.at(g.Board); drawn {
		plate(c, gridLeft+g.board, baseline, g.boardWide)
		c.Text(gridLeft+g.board, baseline, g.Board.Label, label, tagged.Left)
	}
}

// plate is white behind words on the grid.
func plate(c *tagged.Canvas, x, baseline, width float64) {
	c.FillRect(x-0.4, baseline-3.2, width+0.8, plateHigh, white)
}

// wordLines are a row's words: on one line, or on more where they are too long
// for the room right of today's line.
func (g grid) wordLines(r ruler, row block.TimelineRow) []string {
	room := gridWidth - 2*besideBar
	if x, drawn := g.at(g.Today); drawn {
		room -= x
	}
	if r.TextWidth(row.Words, bold(label)) <= room {
		return []string{row.Words}
	}
	return strings.SplitAfter(row.Words, ", ")
}

// drawRow draws an action's bar and words. The canvas starts at the row's top.
func (g grid) drawRow(c *tagged.Canvas, r block.TimelineRow, lines []string) {
	p := g.Place(r.Bar, sizes)
	c.Artifact(func() { drawBars(c, p, r.Status.Look) })
	baseline := barTop + barHigh/2 + capital
	for _, line := range lines {
		if line == "" {
			continue
		}
		width := c.TextWidth(line, bold(label))
		x, ends := g.Words(r.Bar, p, width/gridWidth, sizes)
		if x *= gridWidth; ends {
			if x == gridWidth {
				x -= pointDepth + besideBar // beside the point of a bar that goes on
			}
			x = math.Max(0, x-width)
		}
		c.Artifact(func() { plate(c, x, baseline, width) })
		c.Text(x, baseline, line, bold(label), tagged.Left)
		baseline += label.Height()
	}
}

// drawBars draws the block up to the first due date and the dashed box up to
// the date now; or a diamond on the date that an action is due, where no bar
// can lead to it.
func drawBars(c *tagged.Canvas, p chart.Placed, l block.Look) {
	const half = barHigh / 2
	if p.Marker != nil {
		x, middle := *p.Marker*gridWidth, barTop+half
		c.FillPolygon(ink, points(x-half, middle, x, middle-half, x+half, middle, x, middle+half))
	}
	if p.Block != nil {
		from, to := p.Block.From*gridWidth, p.Block.To*gridWidth
		drawPolygon(c, l, pointed(*p.Block, from, to), from, barTop, to-from, barHigh)
	}
	if p.Moved != nil {
		from := p.Moved.From*gridWidth + 0.3
		box := pointed(*p.Moved, from, p.Moved.To*gridWidth)
		c.FillPolygon(white, box)
		core := pointed(*p.Moved, from, p.Moved.To*gridWidth)
		for i := range core { // as dark as its status, however far it has moved
			core[i].Y = barTop + half + (core[i].Y-barTop-half)*movedCore
		}
		c.FillPolygon(colour(l.Fill), core)
		c.StrokePolygon(dashes, box)
	}
}

// pointed is the outline of a bar. An end past the edge of the grid becomes a
// point at the edge.
func pointed(s chart.Span, from, to float64) []tagged.Point {
	depth := math.Min(pointDepth, to-from)
	if s.Before && s.After {
		depth = math.Min(pointDepth, (to-from)/2)
	}
	top, middle, bottom := barTop, barTop+barHigh/2, barTop+barHigh
	p := points(from, bottom, from, top)
	if s.Before {
		p = points(from+depth, bottom, from, middle, from+depth, top)
	}
	if s.After {
		return append(p, points(to-depth, top, to, middle, to-depth, bottom)...)
	}
	return append(p, points(to, top, to, bottom)...)
}
