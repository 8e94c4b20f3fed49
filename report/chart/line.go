package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Line is values over time, with the levels to hold them against.
type Line struct {
	Points                                  []Point    // X in days; at least one, in order
	Joined                                  bool       // a line runs through them, else they are dots
	Gap                                     float64    // days between two points that no line bridges; 0 for none
	Intervals                               []Interval // between which a value may lie, of dots
	Baseline, Latest                        *Point
	BaselineLabel, LatestLabel              string
	Levels                                  []Level
	Low, High                               float64 // the ends of the scale
	LowLabel, HighLabel, FromLabel, ToLabel string
}

// Interval is between which values the one at X may lie.
type Interval struct{ X, From, To float64 }

// Ends places both ends of an interval.
func (l Line) Ends(s Interval) (from, to Point) {
	return l.At(Point{s.X, s.From}), l.At(Point{s.X, s.To})
}

// Level is one value across the whole chart. Its dashes and its words tell it
// from others, never a colour.
type Level struct {
	Kind  LevelKind
	Value float64
	Label string
}

// LevelKind says what a level is.
type LevelKind string

// The kinds of level.
const (
	Target  LevelKind = "target"
	England LevelKind = "england"
	Similar LevelKind = "similar" // councils
)

// near is how close levels may come, as a share of the scale, before the dashes of one
// run into those of the other.
const near = 0.05

// Merged are levels of which none lies on another: those that would are one, drawn as
// the first of them and with the words of all.
func Merged(levels []Level, low, high float64) []Level {
	var apart []Level
	for _, x := range levels {
		at := slices.IndexFunc(apart, func(l Level) bool { return math.Abs(l.Value-x.Value) < near*(high-low) })
		if at < 0 {
			apart = append(apart, x)
			continue
		}
		apart[at].Label = strings.Trim(apart[at].Label+", "+x.Label, ", ")
	}
	return apart
}

// Across is where the plot of a chart begins and ends: as usual, or closer where
// the words at its left or at its right would not have room within the chart. Wide is
// the chart's width and width that of words; to the left and to the right of the plot
// stand scale and beside mm, or what else the chart is measured in, before the words.
func (l Line) Across(usual Span, wide, scale, beside float64, width func(text string, bold bool) float64) (from, to float64) {
	from, to = usual.From, usual.To
	for _, s := range []string{l.LowLabel, l.HighLabel} {
		from = math.Max(from, scale+width(s, false))
	}
	word := func(label string, bold bool) {
		for _, s := range strings.Fields(label) {
			to = math.Min(to, wide-beside-width(s, bold))
		}
	}
	word(l.LatestLabel, true)
	for _, x := range l.Levels {
		word(x.Label, x.Kind == Target)
	}
	return from, to
}

// X places a day; the first and the last point are the ends.
func (l Line) X(day float64) float64 {
	first, last := l.Points[0].X, l.Points[len(l.Points)-1].X
	for _, p := range []*Point{l.Baseline, l.Latest} {
		if p != nil {
			first, last = math.Min(first, p.X), math.Max(last, p.X)
		}
	}
	if first == last {
		return 0.5
	}
	return (day - first) / (last - first)
}

// Y places a value on the scale.
func (l Line) Y(value float64) float64 {
	if l.High == l.Low {
		return 0.5
	}
	return 1 - (value-l.Low)/(l.High-l.Low)
}

// At places a point.
func (l Line) At(p Point) Point { return Point{l.X(p.X), l.Y(p.Y)} }

// Path is the placed points, an earlier baseline before them.
func (l Line) Path() []Point {
	var path []Point
	for _, p := range l.points() {
		path = append(path, l.At(p))
	}
	return path
}

// Paths are the stretches of the path that a line joins. A stretch may be one
// point.
func (l Line) Paths() [][]Point {
	var paths [][]Point
	all := l.points()
	for i, p := range all {
		if i == 0 || l.Gap > 0 && p.X-all[i-1].X > l.Gap {
			paths = append(paths, nil)
		}
		paths[len(paths)-1] = append(paths[len(paths)-1], l.At(p))
	}
	return paths
}

// points are the values in time, an earlier baseline before them.
func (l Line) points() []Point {
	if b := l.Baseline; b != nil && b.X < l.Points[0].X {
		return append([]Point{*b}, l.Points...)
	}
	return l.Points
}

// Label stands beside the plot, the middle of its first line at Y.
type Label struct {
	Y     float64
	Lines []string
	Bold  bool
}

// Labels are those of the latest value and of the levels, in the order of
// their values, pushed apart where they would meet. Step is from one line of
// type to the next, as a share of the plot's height; above is how far over the
// plot the first may stand. Too many for the plot go on below it.
func (l Line) Labels(step, above float64, wrap func(text string, bold bool) []string) []Label {
	var labels []Label
	add := func(value float64, text string, bold bool) {
		if text != "" {
			labels = append(labels, Label{l.Y(value), wrap(text, bold), bold})
		}
	}
	if l.Latest != nil {
		add(l.Latest.Y, l.LatestLabel, true)
	}
	for _, x := range l.Levels {
		add(x.Value, x.Label, x.Kind == Target)
	}
	slices.SortStableFunc(labels, func(a, b Label) int { return cmp.Compare(a.Y, b.Y) })
	pushApart(labels, step, -above)
	return labels
}

// pushApart moves labels so that none covers another: down from the top, then
// up where they have left the plot.
func pushApart(labels []Label, step, top float64) {
	next := top
	for i := range labels {
		labels[i].Y = math.Max(labels[i].Y, next)
		next = labels[i].Y + step*float64(len(labels[i].Lines))
	}
	limit := 1.0
	for i := len(labels) - 1; i >= 0; i-- {
		above := top
		for _, l := range labels[:i] {
			above += step * float64(len(l.Lines))
		}
		own := step * float64(len(labels[i].Lines)-1)
		labels[i].Y = math.Max(above, math.Min(labels[i].Y, limit-own))
		limit = labels[i].Y - step
	}
}
