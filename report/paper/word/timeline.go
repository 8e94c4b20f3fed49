package word

import (
	"math"
	"strings"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// The columns of a timeline, and the window that its bars stand in, in mm.
const (
	actionWide = 58.0
	stateWide  = 27.0
	datesWide  = ownWidth - actionWide - stateWide
	window     = datesWide - cellPad
	rowHigh    = 5.4
	headHigh   = 12.6
	spanTop    = 0.8
	spanHigh   = 3.6
)

var spanSizes = chart.Sizes{Alone: spanHigh / window, Edge: 3 / window, Least: 0.6 / window, Marker: spanHigh / window, Gap: 1.2 / window}

// timeline is a table whose last column is a chart.
func (d *document) timeline(t block.Timeline) {
	const least = 40.0 // mm that an action needs on a narrow page
	actions := max(least, d.dress.wide-stateWide-datesWide)
	g := grid{widths: []float64{actions, stateWide, d.dress.wide - actions - stateWide}, style: "timeline cell", caption: t.Caption, tight: true}
	from, to := d.mark(), d.mark()
	over := d.over(from, to)
	d.openTable(g)
	d.flow.leadHere(from)
	d.openRow(true)
	for i, title := range []string{"Action", "Status", "Dates"} {
		d.openCell(g.widths[i])
		if i == 0 {
			d.overTitle(over, g.style)
		}
		d.para(paragraph{style: g.style, keepNext: true}, bold(title))
		if i == 2 {
			d.open(paragraph{style: g.style, keepNext: true})
			d.place(timelineHead(t.Chart), "")
			d.close()
		}
		d.closeCell()
	}
	d.closeRow()
	for n, r := range t.Rows {
		d.together = staysWithNext(n, len(t.Rows)) || d.noted && n == len(t.Rows)-1
		if n == len(t.Rows)-1 {
			d.flow.leadHere(to)
		}
		d.openRow(false)
		d.openCell(g.widths[0])
		d.para(paragraph{style: g.style, id: r.ID}, bold(r.Ref+" "), words(r.Name))
		d.closeCell()
		d.openCell(g.widths[1])
		d.open(paragraph{style: g.style})
		d.status(r.Status)
		d.close()
		d.closeCell()
		d.openCell(g.widths[2])
		d.open(paragraph{style: g.style})
		d.place(timelineRow(t.Chart, r), "")
		d.close()
		d.closeCell()
		d.closeRow()
	}
	d.together = false
	d.closeTable()
}

// timelineHead is the years and months above the rows, and the names of the
// two lines, which are what it says.
func timelineHead(t chart.Timeline) picture {
	high := headHigh
	if _, _, meet := flagsAt(t); meet {
		high += flagHigh
	}
	return drawing(flagsSay(t), window, high, white, func(c *canvas) {
		for i, tick := range t.Ticks {
			x, end := t.X(tick.Day)*window, window
			if i+1 < len(t.Ticks) {
				end = t.X(t.Ticks[i+1].Day) * window
			}
			if tick.Year != "" {
				c.text(x+0.5, 3.4, tick.Year, boldLabel, 0)
			}
			c.text((x+end)/2, 7.4, tick.Label, label, -0.5)
			c.line(pen{width: 0.2, hex: grey}, chart.Point{X: x, Y: 4.4}, chart.Point{X: x, Y: high})
		}
		c.flags(t, high)
	})
}

// flagsSay is the names of the two lines in words.
func flagsSay(t chart.Timeline) string {
	var all []string
	for _, f := range []chart.Flag{t.Today, t.Board} {
		if _, drawn := t.Middle(f); drawn {
			all = append(all, f.Label)
		}
	}
	return strings.Join(all, "; ")
}

// flagHigh is how high the name of a line is, in mm.
const flagHigh = 4.0

// flagsAt is where the names of the lines of today and of the next board begin, as shares of
// the window, and whether they would meet on one line.
func flagsAt(t chart.Timeline) (today, board float64, meet bool) {
	const gap = 1.2
	return t.Flags(width(t.Today.Label, boldLabel)/window, width(t.Board.Label, label)/window, gap/window)
}

// flags name the lines of today and of the next board, below one another where they would
// meet.
func (c *canvas) flags(t chart.Timeline, high float64) {
	const baseline = 11.6
	todayX, boardX, meet := flagsAt(t)
	name := func(f chart.Flag, x, baseline float64, l letters) {
		at, ok := t.Middle(f)
		if !ok {
			return
		}
		wide := width(f.Label, l)
		c.line(dayPen(f == t.Today), chart.Point{X: at * window, Y: 8.2}, chart.Point{X: at * window, Y: high})
		x = math.Max(0, math.Min(x*window, window-wide))
		c.fill(white, rectangle(x-0.3, baseline-3, wide+0.6, 4))
		c.text(x, baseline, f.Label, l, 0)
	}
	below := 0.0
	if meet {
		below = flagHigh
	}
	name(t.Board, boardX, baseline+below, label)
	name(t.Today, todayX, baseline, boldLabel)
}

func dayPen(today bool) pen {
	if today {
		return pen{width: 0.7, hex: ink}
	}
	return pen{width: 0.35, hex: ink, dash: []float64{1.1, 0.7}}
}

// timelineRow is one action's bar under the months, with its words beside it.
// The words stand in the alternative text too.
func timelineRow(t chart.Timeline, r block.TimelineRow) picture {
	placed := t.Place(r.Bar, spanSizes)
	lines := rowLines(t, r)
	high := rowHigh + labelStep*float64(len(lines)-1)
	return drawing(r.Alt, window, high, white, func(c *canvas) {
		for _, tick := range t.Ticks {
			x := t.X(tick.Day) * window
			c.line(pen{width: 0.2, hex: grey}, chart.Point{X: x}, chart.Point{X: x, Y: high})
		}
		c.span(placed, r.Status.Look)
		for _, f := range []chart.Flag{t.Board, t.Today} {
			if at, ok := t.Middle(f); ok {
				x := at * window
				c.line(pen{width: 1.2, hex: white}, chart.Point{X: x}, chart.Point{X: x, Y: high})
				c.line(dayPen(f == t.Today), chart.Point{X: x}, chart.Point{X: x, Y: high})
			}
		}
		baseline := spanTop + spanHigh/2 + capital(boldLabel.size)
		for _, line := range lines {
			c.besideBar(t, r, placed, line, baseline)
			baseline += labelStep
		}
	})
}

// rowLines are a row's words on one line, or on one for each part where they
// are too long for the room beyond today's line.
func rowLines(t chart.Timeline, r block.TimelineRow) []string {
	room := window * (1 - 2*spanSizes.Gap)
	if at, ok := t.Middle(t.Today); ok {
		room -= at * window
	}
	if width(r.Words, boldLabel) <= room {
		return []string{r.Words}
	}
	return strings.SplitAfter(r.Words, ", ")
}

func (c *canvas) besideBar(t chart.Timeline, r block.TimelineRow, placed chart.Placed, line string, baseline float64) {
	if line == "" {
		return
	}
	wide := width(line, boldLabel)
	x, ends := t.Words(r.Bar, placed, wide/window, spanSizes)
	x *= window
	if ends {
		x -= wide
	}
	c.fill(white, rectangle(x-0.4, baseline-3, wide+0.8, 3.9))
	c.text(x, baseline, line, boldLabel, 0)
}

func (c *canvas) span(p chart.Placed, l chart.Look) {
	if p.Moved != nil {
		outline := spanOutline(*p.Moved)
		c.fill(white, outline)
		core := spanOutline(*p.Moved)
		for i := range core { // as dark as its status, however far it has moved
			core[i].Y = spanTop + spanHigh/2 + (core[i].Y-spanTop-spanHigh/2)*0.3
		}
		c.fill(l.Fill, core)
		c.line(pen{width: 0.3, hex: ink, dash: []float64{1, 0.8}}, append(outline, outline[0])...)
	}
	if p.Block != nil {
		from, to := p.Block.From*window, p.Block.To*window
		c.plate(l, spanOutline(*p.Block), from, spanTop, to-from, spanHigh)
	}
	if p.Marker != nil {
		x, y := *p.Marker*window, spanTop+spanHigh/2
		const half = spanHigh / 2
		c.fill(ink, []chart.Point{{X: x - half, Y: y}, {X: x, Y: y - half}, {X: x + half, Y: y}, {X: x, Y: y + half}})
	}
}

// spanOutline ends in a point where a bar goes on past the window.
func spanOutline(s chart.Span) []chart.Point {
	from, to := s.From*window, s.To*window
	depth := math.Min(3, to-from)
	if s.Before && s.After {
		depth = math.Min(3, (to-from)/2)
	}
	top, middle, bottom := spanTop, spanTop+spanHigh/2, spanTop+spanHigh
	outline := []chart.Point{{X: from, Y: bottom}, {X: from, Y: top}}
	if s.Before {
		outline = []chart.Point{{X: from + depth, Y: bottom}, {X: from, Y: middle}, {X: from + depth, Y: top}}
	}
	if s.After {
		return append(outline, chart.Point{X: to - depth, Y: top}, chart.Point{X: to, Y: middle}, chart.Point{X: to - depth, Y: bottom})
	}
	return append(outline, chart.Point{X: to, Y: top}, chart.Point{X: to, Y: bottom})
}
