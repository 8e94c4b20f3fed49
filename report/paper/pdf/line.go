package pdf

import (
	"math"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// panels are measures, two to a row. A last one without another beside it stays
// with the row above.
func (w *writer) panels(items []block.Panel) []tagged.Block {
	var rows []tagged.Block
	for rest := items; len(rest) > 0; rest = rest[min(2, len(rest)):] {
		row := w.panelRow(rest[:min(2, len(rest))])
		row.Keep = len(rest) == 3
		rows = append(rows, row)
	}
	return rows
}

// panelRow is one row of measures. Names and values take as many lines in both,
// so that the charts of a row stand level.
func (w *writer) panelRow(row []block.Panel) tagged.Columns {
	nameHeight, valueHeight := 2*h3Small.Height(), 0.0
	for _, p := range row {
		nameHeight = math.Max(nameHeight, w.Measure(panelWidth, panelName(p)))
		if p.Value != "" {
			valueHeight = math.Max(valueHeight, w.Measure(panelWidth, w.panelValue(p)))
		}
	}
	columns := tagged.Columns{Gap: panelGap, After: 1}
	for _, p := range row {
		columns.Cells = append(columns.Cells, tagged.Col{Width: panelWidth, Blocks: w.panel(p, nameHeight, valueHeight)})
	}
	return columns
}

// Where things stand in a panel of 48.
const (
	nameTop    = 1.335 // a first baseline at 5
	beforeName = 0.5   // the rule
	afterName  = 1.31  // a value's baseline at 18.6 below two lines of name
	afterValue = 1.0
	chartTop   = 22.0
	chartHigh  = 48.0 - chartTop
)

func (w *writer) panel(p block.Panel, nameHeight, valueHeight float64) []tagged.Block {
	name := panelName(p)
	name.After = afterName + nameHeight - w.Measure(panelWidth, name)
	blocks := []tagged.Block{
		tagged.Drawn{H: nameTop, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, panelWidth, beforeName, ink) }},
		name,
	}
	if p.Value != "" {
		value := w.panelValue(p)
		value.After = afterValue + valueHeight - w.Measure(panelWidth, value)
		blocks = append(blocks, value)
	}
	if p.Chart == nil {
		blocks = append(blocks, tagged.Para{Runs: w.runs(p.Instead), Style: table, After: 3})
	} else {
		l := w.line(*p.Chart)
		blocks = append(blocks, tagged.Figure{Alt: p.Chart.Alt, W: panelWidth, H: l.height(), Draw: l.draw})
	}
	for _, note := range p.Notes {
		blocks = append(blocks, w.para(block.Para{Runs: []block.Run{{Text: note}}, As: block.Remark}))
	}
	return blocks
}

func panelName(p block.Panel) tagged.Heading {
	return tagged.Heading{Level: p.Level, Runs: tagged.Text(p.Heading), Style: h3Small}
}

// panelValue is the latest value, with direction and distance beside it: one
// paragraph to a reader, hence the spaces.
func (w *writer) panelValue(p block.Panel) tagged.Columns {
	const gap, usual = 2.5, 17.0
	x := math.Min(panelWidth/2, math.Max(usual, w.Width(latest, p.Value)+gap+0.01))
	value := []tagged.Block{
		tagged.Drawn{H: latestDrop, Draw: func(*tagged.Canvas) {}},
		tagged.Para{Runs: tagged.Text(p.Value + " "), Style: latest, Role: "Span"},
	}
	var says []tagged.Block
	if p.Direction != "" {
		says = append(says, tagged.Para{Runs: tagged.Text(p.Direction + " "), Style: bold(beside), Role: "Span"})
	}
	if p.Distance != "" {
		says = append(says, tagged.Para{Runs: tagged.Text(p.Distance + " "), Style: beside, Role: "Span"})
	}
	return tagged.Columns{Role: "P", Gap: gap, Cells: []tagged.Col{
		{Width: x - gap, Blocks: value},
		{Width: panelWidth - x, Blocks: says},
	}}
}

// latestDrop puts the large figure between the two small lines beside it.
const latestDrop = 0.52

// line is one measure's chart, 83 × 26, with where its plot begins and ends.
type line struct {
	chart.Line
	left, right float64
	labels      []chart.Label // at the right
}

const (
	plotLeft   = 10.0
	plotRight  = 56.0
	plotTop    = 25.5 - chartTop
	plotBottom = 41.5 - chartTop
	plotHigh   = plotBottom - plotTop
	plotInset  = 3.0 // of the first and last point
	labelStep  = 4.2
	labelAbove = 2.0
	capital    = 0.344 * 9.5 * 25.4 / 72 // half the height of a label's capitals

	besideScale, besidePlot = 1.0, 1.5 // between the plot and the words at its left and right
)

func (w *writer) line(c block.Chart) line {
	left, right := c.Across(chart.Span{From: plotLeft, To: plotRight}, panelWidth, besideScale, besidePlot, func(s string, heavy bool) float64 {
		return w.Width(labelStyle(heavy), s)
	})
	return line{c.Line, left, right, c.Labels(labelStep/plotHigh, labelAbove/plotHigh, func(text string, heavy bool) []string {
		return wrapped(w, text, labelStyle(heavy), panelWidth-right-besidePlot)
	})}
}

func labelStyle(heavy bool) tagged.Style {
	if heavy {
		return bold(label)
	}
	return label
}

// height is 26, or more where labels take more lines than the plot has room for.
func (l line) height() float64 {
	if len(l.labels) == 0 {
		return chartHigh
	}
	last := l.labels[len(l.labels)-1]
	return math.Max(chartHigh, down(last.Y)+labelStep*float64(len(last.Lines)))
}

// across and down scale places of the chart to the plot.
func (l line) across(x float64) float64 { return l.left + plotInset + x*l.wide() }

func (l line) wide() float64 { return l.right - l.left - 2*plotInset }

func down(y float64) float64 { return plotTop + y*plotHigh }

func (l line) draw(c *tagged.Canvas) {
	l.drawScale(c)
	l.drawLevels(c)
	l.drawPath(c)
	l.drawBaseline(c)
	for _, x := range l.labels {
		for i, text := range x.Lines {
			c.Text(l.right+besidePlot, down(x.Y)+capital+labelStep*float64(i), text, labelStyle(x.Bold), tagged.Left)
		}
	}
}

// drawScale rules and labels the two ends, and the months below them.
func (l line) drawScale(c *tagged.Canvas) {
	small := coloured(label, muted)
	c.Artifact(func() {
		c.Line(l.left, plotTop, l.right, plotTop, rowRule)
		c.Line(l.left, plotBottom, l.right, plotBottom, rowRule)
		c.Text(l.left-besideScale, plotTop+capital, l.HighLabel, small, tagged.Right)
		c.Text(l.left-besideScale, plotBottom+capital, l.LowLabel, small, tagged.Right)
		c.Text(l.left, plotBottom+4.2, l.FromLabel, small, tagged.Left)
		if l.ToLabel != l.FromLabel {
			c.Text(l.right, plotBottom+4.2, l.ToLabel, small, tagged.Right)
		}
	})
}

// levelPens are the dashes of levels.
var levelPens = map[chart.LevelKind]tagged.Stroke{
	chart.Target:  {Width: 0.4, Color: ink, Dash: []float64{2, 1}},
	chart.England: {Width: 0.5, Color: muted, Dash: []float64{2, 0.8, 0.5, 0.8}},
	chart.Similar: {Width: 0.5, Color: muted, Dash: []float64{0.5, 0.8}},
}

func (l line) drawLevels(c *tagged.Canvas) {
	c.Artifact(func() {
		for _, x := range l.Levels {
			c.Line(l.left, down(l.Y(x.Value)), l.right, down(l.Y(x.Value)), levelPens[x.Kind])
		}
	})
}

func (l line) drawPath(c *tagged.Canvas) {
	c.Artifact(func() {
		if l.Joined {
			l.drawJoined(c)
		} else {
			l.drawDots(c)
		}
		if l.Latest != nil {
			at := l.At(*l.Latest)
			c.FillCircle(l.across(at.X), down(at.Y), 1.3, ink)
		}
	})
}

func (l line) drawJoined(c *tagged.Canvas) {
	for _, stretch := range l.Paths() {
		var path []tagged.Point
		for _, p := range stretch {
			path = append(path, tagged.Point{X: l.across(p.X), Y: down(p.Y)})
		}
		if len(path) == 1 {
			c.FillCircle(path[0].X, path[0].Y, 0.9, ink)
			continue
		}
		c.Polyline(tagged.Stroke{Width: 0.7, Color: ink, Round: true}, path)
	}
}

func (l line) drawDots(c *tagged.Canvas) {
	for _, s := range l.Intervals {
		from, to := l.Ends(s)
		c.Line(l.across(from.X), down(from.Y), l.across(to.X), down(to.Y), tagged.Stroke{Width: 0.4, Color: muted})
	}
	for _, p := range l.Path() {
		c.FillCircle(l.across(p.X), down(p.Y), 0.9, ink)
	}
}

// drawBaseline draws an open circle, with its value where nothing runs through the
// words.
func (l line) drawBaseline(c *tagged.Canvas) {
	if l.Baseline == nil {
		return
	}
	at := l.At(*l.Baseline)
	c.Artifact(func() {
		c.FillCircle(l.across(at.X), down(at.Y), 1.1, white)
		c.StrokeCircle(l.across(at.X), down(at.Y), 1.1, tagged.Stroke{Width: 0.5, Color: ink})
	})
	if l.BaselineLabel == "" {
		return
	}
	const clear = 0.5 // around the words
	width := c.TextWidth(l.BaselineLabel, label)
	words := l.BaselineWords(chart.Words{W: (width + 2*clear) / l.wide(), H: (2*capital + 2*clear) / plotHigh, Beside: plotInset / l.wide(), Mark: 1.4 / plotHigh, Aspect: l.wide() / plotHigh})
	x, y := l.across(words.X), down(words.Y)
	c.Artifact(func() { c.FillRect(x, y, width+2*clear, 2*capital+2*clear, white) })
	c.Text(x+clear, y+clear+2*capital, l.BaselineLabel, label, tagged.Left)
}
