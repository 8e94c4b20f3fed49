package html

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/workbook"
)

// chart is one measure's readings over time, 360 by 148.
type chart struct {
	*report.Measure
	Number                   int // of the chart on the page
	Levels                   []level
	Line                     []spot
	LatestSpot, BaselineSpot *spot
	Labels                   []chartLabel

	first, last workbook.Date
}

// spot is a point of the drawing; a baseline's has words at TextX, TextY.
type spot struct {
	X, Y, TextX, TextY place
	Label              string
}

// level is a line at one value. Its dashes and the words beside it tell it
// from others; never a colour.
type level struct {
	Class string
	Y     place
}

// chartLabel stands at the right of the plot.
type chartLabel struct {
	Class string
	Y     place
	Lines []string
}

const (
	plotLeft   = 46.0
	plotRight  = 236.0
	plotTop    = 16.0
	plotBottom = 120.0
	plotInset  = 12.0 // of the first and last point
	labelStep  = 17.0
	capital    = 5.0 // half the height of a capital
	labelChars = 15  // that fit beside the plot
)

func newChart(m *report.Measure, number int) chart {
	c := chart{Measure: m, Number: number, first: m.Points[0].Date, last: m.Points[len(m.Points)-1].Date}
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
	c.addLevels()
	c.addLine()
	c.addBaseline()
	c.addLabels()
	return c
}

func (c chart) Left() place       { return plotLeft }
func (c chart) Right() place      { return plotRight }
func (c chart) Top() place        { return plotTop }
func (c chart) Bottom() place     { return plotBottom }
func (c chart) BeforePlot() place { return plotLeft - 5 }
func (c chart) TopText() place    { return plotTop + capital }
func (c chart) BottomText() place { return plotBottom + capital }
func (c chart) MonthText() place  { return plotBottom + 20 }
func (c chart) LabelLeft() place  { return plotRight + 8 }

func (c chart) x(d workbook.Date) place {
	const from, to = plotLeft + plotInset, plotRight - plotInset
	span := c.last.Sub(c.first)
	if span == 0 {
		return (from + to) / 2
	}
	return place(from + (to-from)*float64(d.Sub(c.first))/float64(span))
}

func (c chart) y(v float64) place {
	if c.High == c.Low {
		return (plotTop + plotBottom) / 2
	}
	return place(plotBottom - (plotBottom-plotTop)*(v-c.Low)/(c.High-c.Low))
}

func (c *chart) addLevels() {
	add := func(v *float64, class string) {
		if v != nil {
			c.Levels = append(c.Levels, level{class, c.y(*v)})
		}
	}
	add(c.England, "england")
	add(c.Neighbours, "similar")
	add(c.Target, "target")
}

func (c *chart) addLine() {
	if b := c.Baseline; b != nil && !b.Date.IsZero() && b.Date.Before(c.Points[0].Date) {
		c.Line = append(c.Line, spot{X: c.x(b.Date), Y: c.y(b.Value)})
	}
	for _, p := range c.Points {
		c.Line = append(c.Line, spot{X: c.x(p.Date), Y: c.y(p.Value)})
	}
	if l := c.Latest; l != nil {
		c.LatestSpot = &spot{X: c.x(l.Date), Y: c.y(l.Value)}
	}
}

// addBaseline puts its value above the open circle, or below where another
// line runs through the words.
func (c *chart) addBaseline() {
	b := c.Baseline
	if b == nil || b.Date.IsZero() {
		return
	}
	s := &spot{X: c.x(b.Date), Y: c.y(b.Value), Label: c.BaselineLabel}
	above, below := s.Y-10, s.Y+10+2*capital
	s.TextX, s.TextY = max(s.X, plotLeft+4*place(len(c.BaselineLabel))), above
	if c.crossed(above) && !c.crossed(below) {
		s.TextY = below
	}
	c.BaselineSpot = s
}

// crossed says whether a level or an end of the scale runs through words with
// their baseline at y.
func (c chart) crossed(y place) bool {
	levels := append([]level{{Y: plotTop}, {Y: plotBottom}}, c.Levels...)
	return slices.ContainsFunc(levels, func(l level) bool { return l.Y > y-2*capital-2 && l.Y < y+2 })
}

// addLabels puts them in the order of their values, pushed apart where they
// would meet.
func (c *chart) addLabels() {
	add := func(v *float64, text, class string) {
		if v != nil && text != "" {
			c.Labels = append(c.Labels, chartLabel{class, c.y(*v), wrapped(text, labelChars)})
		}
	}
	if c.Latest != nil {
		add(&c.Latest.Value, c.LatestLabel, "")
	}
	add(c.Target, c.TargetLabel, "")
	add(c.England, c.EnglandLabel, "comparator")
	add(c.Neighbours, c.NeighboursLabel, "comparator")
	slices.SortStableFunc(c.Labels, func(a, b chartLabel) int { return cmp.Compare(a.Y, b.Y) })
	pushApart(c.Labels)
	for i := range c.Labels {
		c.Labels[i].Y += capital
	}
}

// pushApart moves labels so that none covers another and none leaves the plot
// by much, those in the middle as little as can be.
func pushApart(labels []chartLabel) {
	next := place(plotTop - 8)
	for i := range labels {
		labels[i].Y = max(labels[i].Y, next)
		next = labels[i].Y + labelStep*place(len(labels[i].Lines))
	}
	limit := place(plotBottom + 8)
	for i, l := range slices.Backward(labels) {
		own := labelStep * place(len(l.Lines)-1)
		labels[i].Y = place(math.Min(float64(l.Y), float64(limit-own)))
		limit = labels[i].Y - labelStep
	}
}

// wrapped breaks a label at spaces into lines of at most so many letters; a
// longer word stays whole.
func wrapped(text string, most int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		joined := strings.TrimSpace(line + " " + word)
		if line != "" && len([]rune(joined)) > most {
			out = append(out, line)
			joined = word
		}
		line = joined
	}
	return append(out, line)
}
