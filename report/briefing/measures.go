package briefing

import (
	"cmp"
	"math"
	"slices"

	"actionplan/report"
	"actionplan/report/tagged"
	"actionplan/workbook"
)

const (
	panelWidth = 83.0
	panelGap   = 4.0
)

// measures is whether children's experience has changed: a panel for each
// measure, two to a row.
func (p *paper) measures() []tagged.Block {
	m := p.brief.Measures
	blocks := []tagged.Block{p.heading()}
	if p.now.Text != "" {
		s := sentence(p.now.Text)
		if len(m.Items) > 0 {
			s.Style = table // it explains the lines of the charts
		}
		blocks = append(blocks, s)
	}
	for rest := m.Items; len(rest) > 0; rest = rest[min(2, len(rest)):] {
		blocks = append(blocks, p.panels(rest[:min(2, len(rest))]))
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

// panels are one row of measures. Names and values take as many lines in both,
// so that the charts of a row stand level.
func (p *paper) panels(row []*report.Measure) tagged.Block {
	nameHeight, valueHeight := 2*h3Small.Height(), 0.0
	for _, m := range row {
		nameHeight = math.Max(nameHeight, p.Measure(panelWidth, p.measureName(m)))
		if m.LatestWords != "" {
			valueHeight = math.Max(valueHeight, p.Measure(panelWidth, p.measureValue(m)))
		}
	}
	columns := tagged.Columns{Gap: panelGap, After: 1}
	for _, m := range row {
		columns.Cells = append(columns.Cells, tagged.Col{Width: panelWidth, Blocks: p.panel(m, nameHeight, valueHeight)})
	}
	return columns
}

// Where things stand in a panel of 54.
const (
	nameTop    = 1.335 // a first baseline at 5
	beforeName = 0.5   // the rule
	afterName  = 1.31  // a value's baseline at 18.6 below two lines of name
	afterValue = 1.0
	chartTop   = 22.0
	chartHigh  = 54.0 - chartTop
)

func (p *paper) panel(m *report.Measure, nameHeight, valueHeight float64) []tagged.Block {
	name := p.measureName(m)
	name.After = afterName + nameHeight - p.Measure(panelWidth, name)
	blocks := []tagged.Block{
		tagged.Drawn{H: nameTop, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, panelWidth, beforeName, ink) }},
		name,
	}
	if m.LatestWords != "" {
		value := p.measureValue(m)
		value.After = afterValue + valueHeight - p.Measure(panelWidth, value)
		blocks = append(blocks, value)
	}
	if len(m.NoReading) > 0 || m.WordsOnly || len(m.Points) == 0 {
		return append(blocks, inPlaceOfChart(m)...)
	}
	chart := newChart(m, p)
	return append(blocks, tagged.Figure{Alt: m.Alt, W: panelWidth, H: chart.height(), Draw: chart.draw})
}

func (p *paper) measureName(m *report.Measure) tagged.Heading {
	return tagged.Heading{Level: p.under + 1, Runs: tagged.Text(refAnd(m.Ref, m.Name)), Style: h3Small}
}

// measureValue is the latest value, with direction and distance beside it: one
// paragraph to a reader, hence the spaces.
func (p *paper) measureValue(m *report.Measure) tagged.Columns {
	const gap, usual = 2.5, 17.0
	x := math.Min(panelWidth/2, math.Max(usual, p.Width(latest, m.LatestWords)+gap+0.01))
	value := []tagged.Block{
		tagged.Drawn{H: latestDrop, Draw: func(*tagged.Canvas) {}},
		tagged.Para{Runs: tagged.Text(m.LatestWords + " "), Style: latest, Role: "Span"},
	}
	var says []tagged.Block
	if m.DirectionWords != "" {
		says = append(says, tagged.Para{Runs: tagged.Text(m.DirectionWords + " "), Style: bold(beside), Role: "Span"})
	}
	if m.DistanceWords != "" {
		says = append(says, tagged.Para{Runs: tagged.Text(m.DistanceWords + " "), Style: beside, Role: "Span"})
	}
	return tagged.Columns{Role: "P", Gap: gap, Cells: []tagged.Col{
		{Width: x - gap, Blocks: value},
		{Width: panelWidth - x, Blocks: says},
	}}
}

// latestDrop puts the large figure between the two small lines beside it.
const latestDrop = 0.52

// inPlaceOfChart are the words where there is nothing to draw.
func inPlaceOfChart(m *report.Measure) []tagged.Block {
	var runs []tagged.Run
	for i, s := range m.NoReading {
		if i > 0 {
			s = " " + s
		}
		runs = append(runs, tagged.Run{Text: s, Bold: i == 0})
	}
	if m.WordsOnly {
		runs = tagged.Text("The numbers are too small for a chart.")
	}
	if len(runs) == 0 {
		runs = []tagged.Run{tagged.Bold("No reading yet.")}
	}
	return []tagged.Block{tagged.Para{Runs: runs, Style: table, After: 3}}
}

// A chart is one measure's readings over time, 83 × 32.
type chart struct {
	*report.Measure
	first, last workbook.Date
	marks       []mark // labels at the right
}

const (
	plotLeft   = 10.0
	plotRight  = 56.0
	plotTop    = 25.5 - chartTop
	plotBottom = 47.5 - chartTop
	plotInset  = 3.0 // of the first and last point
	labelLeft  = 57.5
	labelStep  = 4.2
	capital    = 0.344 * 9.5 * 25.4 / 72 // half the height of a label's capitals
)

func newChart(m *report.Measure, r ruler) chart {
	c := chart{Measure: m, first: m.Points[0].Date, last: m.Points[len(m.Points)-1].Date}
	for _, p := range []*report.Point{m.Baseline, m.Latest} {
		if p == nil || p.Date.IsZero() {
			continue
		}
		if p.Date.Before(c.first) {
			c.first = p.Date
		}
		if p.Date.After(c.last) {
			c.last = p.Date
		}
	}
	c.marks = c.labels(r)
	return c
}

// height is 32, or more where labels take more lines than the plot has room for.
func (m chart) height() float64 {
	if len(m.marks) == 0 {
		return chartHigh
	}
	last := m.marks[len(m.marks)-1]
	return math.Max(chartHigh, last.y+labelStep*float64(len(last.lines)))
}

func (m chart) x(d workbook.Date) float64 {
	from, to := plotLeft+plotInset, plotRight-plotInset
	span := m.last.Sub(m.first)
	if span == 0 {
		return (from + to) / 2
	}
	return from + (to-from)*float64(d.Sub(m.first))/float64(span)
}

func (m chart) y(v float64) float64 {
	if m.High == m.Low {
		return (plotTop + plotBottom) / 2
	}
	return plotBottom - (plotBottom-plotTop)*(v-m.Low)/(m.High-m.Low)
}

func (m chart) draw(c *tagged.Canvas) {
	m.scale(c)
	m.levels(c)
	m.line(c)
	for _, mark := range m.marks {
		for i, line := range mark.lines {
			c.Text(labelLeft, mark.y+capital+labelStep*float64(i), line, mark.style, tagged.Left)
		}
	}
}

// scale rules and labels the two ends, and the months below them.
func (m chart) scale(c *tagged.Canvas) {
	small := coloured(label, muted)
	c.Artifact(func() {
		c.Line(plotLeft, plotTop, plotRight, plotTop, rowRule)
		c.Line(plotLeft, plotBottom, plotRight, plotBottom, rowRule)
		c.Text(plotLeft-1, plotTop+capital, m.HighLabel, small, tagged.Right)
		c.Text(plotLeft-1, plotBottom+capital, m.LowLabel, small, tagged.Right)
		c.Text(plotLeft, plotBottom+4.2, m.FromLabel, small, tagged.Left)
		if m.ToLabel != m.FromLabel {
			c.Text(plotRight, plotBottom+4.2, m.ToLabel, small, tagged.Right)
		}
	})
}

// levels are target and comparators. Their dashes tell them apart, with the
// words at the right; never a colour.
func (m chart) levels(c *tagged.Canvas) {
	level := func(v *float64, s tagged.Stroke) {
		if v != nil {
			c.Line(plotLeft, m.y(*v), plotRight, m.y(*v), s)
		}
	}
	c.Artifact(func() {
		level(m.England, tagged.Stroke{Width: 0.5, Color: muted, Dash: []float64{2, 0.8, 0.5, 0.8}})
		level(m.Neighbours, tagged.Stroke{Width: 0.5, Color: muted, Dash: []float64{0.5, 0.8}})
		level(m.Target, tagged.Stroke{Width: 0.4, Color: ink, Dash: []float64{2, 1}})
	})
}

func (m chart) line(c *tagged.Canvas) {
	var line []tagged.Point
	for _, p := range m.Points {
		line = append(line, tagged.Point{X: m.x(p.Date), Y: m.y(p.Value)})
	}
	if b := m.Baseline; b != nil && !b.Date.IsZero() && b.Date.Before(m.Points[0].Date) {
		line = append([]tagged.Point{{X: m.x(b.Date), Y: m.y(b.Value)}}, line...)
	}
	c.Artifact(func() {
		if m.Joined {
			c.Polyline(tagged.Stroke{Width: 0.7, Color: ink, Round: true}, line)
		} else {
			for _, p := range line {
				c.FillCircle(p.X, p.Y, 0.9, ink)
			}
		}
		if l := m.Latest; l != nil {
			c.FillCircle(m.x(l.Date), m.y(l.Value), 1.3, ink)
		}
	})
	m.baseline(c)
}

// baseline is an open circle with its value above it, or below where another
// line runs through the words.
func (m chart) baseline(c *tagged.Canvas) {
	b := m.Baseline
	if b == nil || b.Date.IsZero() {
		return
	}
	x, y := m.x(b.Date), m.y(b.Value)
	c.Artifact(func() {
		c.FillCircle(x, y, 1.1, white)
		c.StrokeCircle(x, y, 1.1, tagged.Stroke{Width: 0.5, Color: ink})
	})
	if m.BaselineLabel == "" {
		return
	}
	above, below := y-2.1, y+2.1+2*capital
	at := above
	if m.crossed(above) && !m.crossed(below) {
		at = below
	}
	half := c.TextWidth(m.BaselineLabel, label) / 2
	x = math.Max(x, plotLeft+half-2)
	c.Text(x, at, m.BaselineLabel, label, tagged.Centre)
}

// crossed says whether target, comparator or an end of the scale runs through a
// label with its baseline at y.
func (m chart) crossed(y float64) bool {
	levels := []float64{m.Low, m.High}
	for _, v := range []*float64{m.Target, m.England, m.Neighbours} {
		if v != nil {
			levels = append(levels, *v)
		}
	}
	return slices.ContainsFunc(levels, func(v float64) bool {
		at := m.y(v)
		return at > y-2*capital-0.4 && at < y+0.4
	})
}

// A mark is a label at the right of a chart.
type mark struct {
	y     float64
	lines []string
	style tagged.Style
}

// labels stand at the right, in the order of their values, pushed apart where
// they would meet.
func (m chart) labels(r ruler) []mark {
	var marks []mark
	add := func(v *float64, text string, style tagged.Style) {
		if v != nil && text != "" {
			marks = append(marks, mark{m.y(*v), wrapped(r, text, style, panelWidth-labelLeft), style})
		}
	}
	if m.Latest != nil {
		add(&m.Latest.Value, m.LatestLabel, bold(label))
	}
	add(m.Target, m.TargetLabel, bold(label))
	add(m.England, m.EnglandLabel, label)
	add(m.Neighbours, m.NeighboursLabel, label)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.y, b.y) })
	pushApart(marks, plotTop-2, plotBottom)
	return marks
}

// pushApart moves labels so that none covers another: down from the top, then
// up where they have left the plot. Too many for the plot go on below it.
func pushApart(marks []mark, top, bottom float64) {
	next := top
	for i := range marks {
		marks[i].y = math.Max(marks[i].y, next)
		next = marks[i].y + labelStep*float64(len(marks[i].lines))
	}
	limit := bottom
	for i := len(marks) - 1; i >= 0; i-- {
		above := top
		for _, m := range marks[:i] {
			above += labelStep * float64(len(m.lines))
		}
		own := labelStep * float64(len(marks[i].lines)-1)
		marks[i].y = math.Max(above, math.Min(marks[i].y, limit-own))
		limit = marks[i].y - labelStep
	}
}
