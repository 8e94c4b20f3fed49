package html

import (
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

// grid places the timeline's dates, in % of the chart's width.
type grid struct {
	report.Timeline
	Ticks     []gridTick
	Rows      []gridRow
	Flags     []flag
	TodayX    *place // nil outside the window
	BoardX    *place
	LinesFrom place // px, where the lines of today and the board begin
	flagLines int
}

// gridTick is a month or quarter with what stands above it.
type gridTick struct {
	X      place
	Year   *flag
	Labels []flag
}

// flag is words on the grid, at X % and Dx, Y px.
type flag struct {
	X, Dx, Y            place
	Anchor, Text, Class string
}

// gridRow is one action.
type gridRow struct {
	report.TimelineRow
	ActionID string
	Block    *span  // to the first due date; nil without a date
	Moved    *span  // to the date now; nil if it has not moved
	Marker   *place // where it is due, in place of a bar
	Note     *flag
	Sort     string // the date that the table sorts by, no date last
}

// span is a bar from X to X+W %. One that goes on past the window has a point
// at that end.
type span struct {
	Meaning       workbook.Meaning
	X, W          place
	Before, After bool
}

// fewTicks is how many ticks leave room for their labels in one line.
const fewTicks = 8

// Grid is the timeline laid out.
func (p *page) Grid() *grid {
	if p.grid == nil {
		p.grid = newGrid(p.Timeline)
	}
	return p.grid
}

func newGrid(t report.Timeline) *grid {
	g := &grid{Timeline: t, LinesFrom: 52}
	g.addTicks()
	g.addFlags()
	for _, row := range t.Rows {
		g.Rows = append(g.Rows, g.row(row))
	}
	return g
}

// x is where a day begins.
func (g *grid) x(d workbook.Date) place {
	return 100 * place(d.Sub(g.From)) / place(max(1, g.To.Sub(g.From)))
}

// middle is the middle of a day, nil outside the window.
func (g *grid) middle(d workbook.Date) *place {
	if d.IsZero() || d.Before(g.From) || !d.Before(g.To) {
		return nil
	}
	x := (g.x(d) + g.x(d.Add(1))) / 2
	return &x
}

func (g *grid) addTicks() {
	for i, t := range g.Timeline.Ticks {
		end := place(100)
		if i+1 < len(g.Timeline.Ticks) {
			end = g.x(g.Timeline.Ticks[i+1].From)
		}
		tick := gridTick{X: g.x(t.From)}
		if t.Year != "" {
			tick.Year = &flag{Text: t.Year, X: tick.X}
		}
		parts := []string{t.Label}
		if len(g.Timeline.Ticks) > fewTicks {
			parts = strings.SplitAfter(t.Label, "–")
		}
		for n, part := range parts {
			tick.Labels = append(tick.Labels, flag{Text: part, X: (tick.X + end) / 2, Y: 30 + 14*place(n)})
		}
		if len(parts) > 1 {
			g.LinesFrom = 66
		}
		g.Ticks = append(g.Ticks, tick)
	}
}

// flagWidth is the widest that a flag gets, reckoned on a phone.
const flagWidth = 33

// addFlags names the lines of today and of the board: today's flag stands left
// of its line and the board's right of its own where there is room, else on
// lines of their own so that they never meet.
func (g *grid) addFlags() {
	g.TodayX, g.BoardX = g.middle(g.Today), g.middle(g.Board)
	add := func(x *place, text, class string, left bool, line int) {
		if x == nil {
			return
		}
		f := flag{X: *x, Dx: 5, Y: g.LinesFrom + 8 + 15*place(line), Anchor: "start", Text: text, Class: class}
		if left {
			f.Dx, f.Anchor = -5, "end"
		}
		g.Flags = append(g.Flags, f)
		g.flagLines = line + 1
	}
	left := g.TodayX != nil && *g.TodayX >= flagWidth
	right := g.BoardX != nil && *g.BoardX <= 100-flagWidth
	add(g.TodayX, g.TodayLabel, "", left, 0)
	line := 0
	if g.TodayX != nil && !(left && right && *g.BoardX > *g.TodayX) {
		line = 1
	}
	add(g.BoardX, g.BoardLabel, "plain", !right, line)
}

// AxisHeight is that of the chart's head, px.
func (g *grid) AxisHeight() place { return g.LinesFrom + 4 + 15*place(g.flagLines) }

func (g *grid) row(r report.TimelineRow) gridRow {
	row := gridRow{TimelineRow: r, Sort: "9999"}
	if r.Action != nil {
		row.ActionID = r.Action.ID
	}
	end := place(0)
	if due := r.FirstDue; r.BeforeStart {
		if !r.Now.IsZero() {
			due = r.Now
		}
		x := max(1, min((g.x(due)+g.x(due.Add(1)))/2, 99))
		row.Sort, row.Marker, end = due.String(), &x, x+1.5
	} else if !due.IsZero() {
		row.Sort = due.String()
		to := g.x(due.Add(1))
		from := to - 1.5 // the day alone where the start is not known
		if !r.Start.IsZero() && !r.Start.After(due) {
			from = g.x(r.Start)
		}
		row.Block, end = g.span(r.Status.Meaning, from, to), to
		if r.Now.After(due) {
			row.Sort, end = r.Now.String(), g.x(r.Now.Add(1))
			if from := max(to, row.Block.X+row.Block.W); end > from && from < 100 {
				row.Moved = g.span(r.Status.Meaning, from, end)
			}
		}
	}
	row.Note = g.note(r, row.Block, end)
	return row
}

// edge is how wide a bar is that lies wholly outside the window.
const edge = 4

func (g *grid) span(m workbook.Meaning, from, to place) *span {
	s := &span{Meaning: m, Before: from < -0.01, After: to > 100.01}
	from, to = max(from, 0), min(to, 100)
	switch {
	case to <= 0:
		from, to = 0, edge
	case from >= 100:
		from, to = 100-edge, 100
	}
	s.X, s.W = from, max(to-from, 0.7)
	return s
}

// note puts a row's words after its bar, right of today's line where the
// action is late, and past the board's where they would lie across it; before
// the bar where there is no room; else at the right edge. Their width is
// reckoned on a phone.
func (g *grid) note(r report.TimelineRow, block *span, end place) *flag {
	if r.Words == "" {
		return nil
	}
	width := 2.3 * place(len([]rune(r.Words)))
	x := max(0, end)
	if r.Late && g.TodayX != nil {
		x = max(x, *g.TodayX)
	}
	if b := g.BoardX; b != nil && x < *b && *b < x+width && *b+width <= 100 {
		x = *b
	}
	switch {
	case x+width <= 100:
		return &flag{X: x, Dx: 7, Anchor: "start", Text: r.Words}
	case block != nil && !r.Late && block.X >= width:
		return &flag{X: block.X, Dx: -6, Anchor: "end", Text: r.Words}
	}
	return &flag{X: 100, Dx: -3, Anchor: "end", Text: r.Words}
}
