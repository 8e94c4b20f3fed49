package briefing

import (
	"math"
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
	"actionplan/workbook"
)

const (
	actionWidth = 58.0
	stateWidth  = 26.0
	gridLeft    = actionWidth + stateWidth
	gridWidth   = textWidth - gridLeft
	rowPad      = 0.8333 // a row of one line is 5.9 high
	headHeight  = 14.2
	barTop      = 1.2
	barHigh     = 3.5
	pointDepth  = 3.0 // of a bar that goes on past the edge
	plateHigh   = 4.2
	yearLine    = 3.9 // the baseline of the years, level with the column's title
	besideBar   = 1.2
)

var (
	between   = tagged.Stroke{Width: 0.3, Color: ink} // areas
	todayPen  = tagged.Stroke{Width: 0.7, Color: ink}
	aroundPen = tagged.Stroke{Width: 1.4, Color: white} // 0.35 on either side of today's line
)

// timeline is when actions are due: a table whose last column is a chart.
func (p *paper) timeline() []tagged.Block {
	t := p.brief.Timeline
	if len(t.Rows) == 0 {
		return nil
	}
	blocks := []tagged.Block{p.heading()}
	if p.now.Text != "" {
		s := sentence(p.now.Text)
		s.Style = table
		blocks = append(blocks, s)
	}
	g := p.newGrid(t)
	blocks = append(blocks, g.table(p))
	if g.boardBelow {
		blocks = append(blocks, g.flagBelow())
	}
	if t.LeftOut != "" {
		blocks = append(blocks, note(t.LeftOut))
	}
	return blocks
}

// A grid places dates in the chart's width. Its x is from the grid's own left.
type grid struct {
	report.Timeline
	refWidth   float64 // names begin after it
	todayWidth float64 // of the flags
	boardWidth float64
	boardBelow bool // the board's flag stands below the chart
}

func (p *paper) newGrid(t report.Timeline) grid {
	const usual, most, gap = 7.5, 20.0, 2.0
	g := grid{Timeline: t, refWidth: usual}
	for _, row := range t.Rows {
		g.refWidth = math.Max(g.refWidth, p.Width(bold(label), row.Ref)+gap)
	}
	g.refWidth = math.Min(g.refWidth, most)
	g.todayWidth = p.Width(bold(label), t.TodayLabel)
	g.boardWidth = p.Width(label, t.BoardLabel)
	g.boardBelow = g.flagsMeet()
	return g
}

// x is where a day begins. Days outside the window are outside the grid.
func (g grid) x(d workbook.Date) float64 {
	return gridWidth * float64(d.Sub(g.From)) / float64(max(1, g.To.Sub(g.From)))
}

func (g grid) inWindow(d workbook.Date) bool {
	return !d.IsZero() && !d.Before(g.From) && d.Before(g.To)
}

// today and board are the middles of their days.
func (g grid) today() float64 { return (g.x(g.Today) + g.x(g.Today.Add(1))) / 2 }
func (g grid) board() float64 { return (g.x(g.Board) + g.x(g.Board.Add(1))) / 2 }

func (g grid) table(p *paper) tagged.Table {
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: actionWidth, Title: tagged.Text("Action"), RowHeader: true},
			{Width: stateWidth, Title: tagged.Text("Status")},
			{Width: gridWidth, Title: tagged.Text(g.datesTitle()), Right: true},
		},
		Style: label, Pad: tagged.Inset{Top: rowPad, Bottom: rowPad},
		HeadRule:      tagged.Stroke{Width: 0.5, Color: ink},
		HeadBehind:    g.drawHead,
		HeadMinHeight: headHeight,
	}
	for i := range g.Rows {
		t.Rows = append(t.Rows, g.row(p, i))
	}
	return t
}

// datesTitle is the chart's column title, on the line of the years at the right,
// or above them where a year stands there too.
func (g grid) datesTitle() string {
	const titleWidth, yearWidth = 11.0, 9.0
	lines := 3
	for _, tick := range g.Ticks {
		if tick.Year != "" && g.x(tick.From)+yearWidth > gridWidth-titleWidth {
			lines = 4
		}
	}
	return "Dates" + strings.Repeat("\n", lines)
}

func (g grid) row(p *paper, i int) tagged.Row {
	r := g.Rows[i]
	rule := rowRule
	if i+1 == len(g.Rows) || g.Rows[i+1].NewArea {
		rule = between
	}
	lines := g.wordLines(p, r)
	row := tagged.Row{
		Continued: refAnd(r.Ref, "continued"),
		Rule:      &rule,
		Behind:    func(c *tagged.Canvas, _, h float64) { g.months(c, 0, h) },
		Over:      func(c *tagged.Canvas, _, h float64) { g.dayLines(c, 0, h) },
		Cells: [][]tagged.Block{
			{tagged.Columns{Cells: []tagged.Col{
				{Width: g.refWidth, Blocks: []tagged.Block{tagged.Para{Runs: tagged.Text(r.Ref + " "), Style: bold(label), Role: "Span"}}},
				{Width: actionWidth - 2 - g.refWidth, Blocks: []tagged.Block{tagged.Para{Runs: tagged.Text(r.Name), Style: label, Role: "Span"}}},
			}}},
			{tagged.Box{Pad: tagged.Inset{Right: 2}, Blocks: []tagged.Block{inWords(r.Status, label)}}},
			{tagged.Figure{Alt: orWord(r.Alt, "No date"), W: gridWidth, H: label.Height() * float64(len(lines)), Draw: func(c *tagged.Canvas) {
				g.drawRow(c.Sub(0, -rowPad, 1), r, lines)
			}}},
		},
	}
	if r.Action != nil {
		row.ID = p.claim(r.Action.ID)
	}
	return row
}

// drawHead draws years, months and flags above the grid. Its canvas is the
// heading row's, whose foot is the grid's top.
func (g grid) drawHead(c *tagged.Canvas, _, h float64) {
	top := h - headHeight
	small := coloured(label, ink)
	for i, tick := range g.Ticks {
		x, end := gridLeft+g.x(tick.From), gridLeft+gridWidth
		if i+1 < len(g.Ticks) {
			end = gridLeft + g.x(g.Ticks[i+1].From)
		}
		if tick.Year != "" {
			c.Text(x+0.5, top+yearLine, tick.Year, bold(small), tagged.Left)
		}
		c.Text((x+end)/2, top+7.6, tick.Label, small, tagged.Centre)
	}
	g.months(c, top+4.6, h)
	g.dayLines(c, top+9.2, h)
	g.flags(c, top+12.5)
}

// months are the lines between months.
func (g grid) months(c *tagged.Canvas, from, to float64) {
	for _, tick := range g.Ticks {
		x := gridLeft + g.x(tick.From)
		c.Line(x, from, x, to, rowRule)
	}
}

// dayLines are today's line and the next board's. A piece is drawn in each row;
// the dashes fit a whole number of times, so that the pieces join.
func (g grid) dayLines(c *tagged.Canvas, from, to float64) {
	if g.inWindow(g.Board) {
		x := gridLeft + g.board()
		period := (to - from) / math.Max(1, math.Round((to-from)/1.9))
		c.Line(x, from, x, to, tagged.Stroke{Width: 0.8, Color: white})
		for y := from; y < to-0.01; y += period {
			c.Line(x, y+period*0.2, x, y+period*0.8, tagged.Stroke{Width: 0.35, Color: ink})
		}
	}
	if g.inWindow(g.Today) {
		x := gridLeft + g.today()
		c.Line(x, from, x, to, aroundPen)
		c.Line(x, from, x, to, todayPen)
	}
}

// flags name the two lines: today's at its left, the board's at its right,
// where there is room.
func (g grid) flags(c *tagged.Canvas, baseline float64) {
	if g.inWindow(g.Today) {
		from := g.todayFlag()
		plate(c, gridLeft+from, baseline, g.todayWidth)
		c.Text(gridLeft+from, baseline, g.TodayLabel, bold(label), tagged.Left)
	}
	if g.inWindow(g.Board) && !g.boardBelow {
		from := g.boardFlag()
		plate(c, gridLeft+from, baseline, g.boardWidth)
		c.Text(gridLeft+from, baseline, g.BoardLabel, label, tagged.Left)
	}
}

func (g grid) todayFlag() float64 {
	if from := g.today() - besideBar - g.todayWidth; from >= 0 {
		return from
	}
	return g.today() + besideBar
}

func (g grid) boardFlag() float64 {
	if from := g.board() + besideBar; from+g.boardWidth <= gridWidth {
		return from
	}
	return g.board() - besideBar - g.boardWidth
}

// flagsMeet says whether a flag would cover the other, or the other's line.
func (g grid) flagsMeet() bool {
	if !g.inWindow(g.Today) || !g.inWindow(g.Board) {
		return false
	}
	t, b := g.todayFlag(), g.boardFlag()
	tEnd, bEnd := t+g.todayWidth, b+g.boardWidth
	return t < bEnd+1 && b < tEnd+1 ||
		g.board() > t && g.board() < tEnd || g.today() > b && g.today() < bEnd
}

// flagBelow is the board's flag below the chart.
func (g grid) flagBelow() tagged.Block {
	return tagged.Drawn{H: 4.4, Draw: func(c *tagged.Canvas) {
		x := math.Min(g.board()-g.boardWidth/2, gridWidth-g.boardWidth)
		c.Text(gridLeft+math.Max(0, x), 3.6, g.BoardLabel, label, tagged.Left)
	}}
}

// plate is white behind words on the grid.
func plate(c *tagged.Canvas, x, baseline, width float64) {
	c.FillRect(x-0.4, baseline-3.2, width+0.8, plateHigh, white)
}

// wordLines are a row's words: on one line, or on more where they are too long
// for the room right of today's line.
func (g grid) wordLines(r ruler, row report.TimelineRow) []string {
	room := gridWidth - 2*besideBar
	if g.inWindow(g.Today) {
		room -= g.today()
	}
	if r.TextWidth(row.Words, bold(label)) <= room {
		return []string{row.Words}
	}
	return strings.SplitAfter(row.Words, ", ")
}

// drawRow draws an action's bar and words. The canvas starts at the row's top.
func (g grid) drawRow(c *tagged.Canvas, r report.TimelineRow, lines []string) {
	end := 0.0
	c.Artifact(func() { end = g.drawBars(c, r) })
	baseline := barTop + barHigh/2 + capital
	for _, line := range lines {
		if line == "" {
			continue
		}
		width := c.TextWidth(line, bold(label))
		x := g.wordsAt(r, end, width)
		c.Artifact(func() { plate(c, x, baseline, width) })
		c.Text(x, baseline, line, bold(label), tagged.Left)
		baseline += label.Height()
	}
}

// drawBars draws the block up to the first due date and the dashed box up to
// the date now, and returns where they end.
func (g grid) drawBars(c *tagged.Canvas, r report.TimelineRow) (end float64) {
	due := r.FirstDue
	if due.IsZero() {
		due = r.Now
	}
	if due.IsZero() {
		return 0
	}
	if r.BeforeStart {
		return g.drawMarker(c, r)
	}
	to := g.x(due.Add(1))
	from := to - barHigh // a square where the start is not known
	if !r.Start.IsZero() && !r.Start.After(due) {
		from = g.x(r.Start)
	}
	g.drawSpan(from, to, func(points []tagged.Point, x, w float64) {
		drawPolygon(c, r.Status.Meaning, points, x, barTop, w, barHigh)
	})
	end = to
	if r.Now.After(due) && to < gridWidth {
		end = g.x(r.Now.Add(1))
		g.drawSpan(to+0.3, end, func(points []tagged.Point, _, _ float64) {
			c.FillPolygon(white, points)
			c.StrokePolygon(dashes, points)
		})
	}
	return math.Max(0, math.Min(end, gridWidth))
}

// drawMarker draws a diamond on the date that an action is due, where no bar
// can lead to it, and returns where it ends.
func (g grid) drawMarker(c *tagged.Canvas, r report.TimelineRow) (end float64) {
	due := r.FirstDue
	if !r.Now.IsZero() {
		due = r.Now
	}
	const half = barHigh / 2
	x := math.Max(half, math.Min((g.x(due)+g.x(due.Add(1)))/2, gridWidth-half))
	middle := barTop + half
	c.FillPolygon(ink, points(x-half, middle, x, middle-half, x+half, middle, x, middle+half))
	return x + half
}

// drawSpan gives draw the outline of a bar from one x to another. An end past
// the edge of the grid becomes a point at the edge.
func (g grid) drawSpan(from, to float64, draw func(points []tagged.Point, x, w float64)) {
	before, after := from < -0.01, to > gridWidth+0.01
	from, to = math.Max(from, 0), math.Min(to, gridWidth)
	if to <= 0 { // wholly before the window
		from, to = 0, pointDepth
	}
	if from >= gridWidth {
		from, to = gridWidth-pointDepth, gridWidth
	}
	to = math.Max(to, from+0.6) // a day is still seen
	depth := math.Min(pointDepth, to-from)
	if before && after {
		depth = math.Min(pointDepth, (to-from)/2)
	}
	top, middle, bottom := barTop, barTop+barHigh/2, barTop+barHigh
	var p []tagged.Point
	if before {
		p = append(p, points(from+depth, bottom, from, middle, from+depth, top)...)
	} else {
		p = append(p, points(from, bottom, from, top)...)
	}
	if after {
		p = append(p, points(to-depth, top, to, middle, to-depth, bottom)...)
	} else {
		p = append(p, points(to, top, to, bottom)...)
	}
	draw(p, from, to-from)
}

// wordsAt is where a row's words begin: after its bar, right of the lines where
// the action is late, at the left where it has no date. They never lie across
// a line or leave the grid.
func (g grid) wordsAt(r report.TimelineRow, end, width float64) float64 {
	x := end + besideBar
	if r.FirstDue.IsZero() && r.Now.IsZero() {
		x = 2
	}
	if r.Late && g.inWindow(g.Today) {
		x = math.Max(x, g.today()+besideBar)
	}
	for range 2 { // past one line they may meet the other
		for _, line := range g.lines() {
			if x < line+besideBar && x+width > line-besideBar {
				x = line + besideBar
			}
		}
	}
	if x+width <= gridWidth-0.5 {
		return x
	}
	return math.Max(0, gridWidth-width-pointDepth-besideBar) // beside the point of a bar that goes on
}

func (g grid) lines() []float64 {
	var out []float64
	if g.inWindow(g.Today) {
		out = append(out, g.today())
	}
	if g.inWindow(g.Board) {
		out = append(out, g.board())
	}
	return out
}
