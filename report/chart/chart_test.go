package chart

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestShares(t *testing.T) {
	const gap, least = 0.004, 0.04
	for _, c := range []struct {
		reason  string
		counts  []int
		widened bool
	}{
		{"one alone takes all", []int{5}, false},
		{"in proportion", []int{5, 5, 10}, false},
		{"one in many stays readable", []int{1, 99}, true},
		{"seven, all small but one", []int{1, 1, 1, 250, 1, 1, 1}, true},
		{"very unequal", []int{2000, 1, 1, 1, 1, 1, 1}, true},
	} {
		widths, widened := Shares(c.counts, gap, func(int) float64 { return least }, nil)
		sum := gap * float64(len(widths)-1)
		for i, w := range widths {
			sum += w
			if w < least-1e-9 {
				t.Errorf("%s: %d has only %.4f", c.reason, c.counts[i], w)
			}
		}
		if math.Abs(sum-1) > 1e-9 || widened != c.widened {
			t.Errorf("%s: %.6f in all, widened %v", c.reason, sum, widened)
		}
	}
	if w, _ := Shares([]int{5, 5, 10}, gap, func(int) float64 { return 0 }, nil); w[0] != w[1] || math.Abs(w[2]-2*w[0]) > 1e-9 {
		t.Errorf("blocks of 5, 5 and 10 are %v wide", w)
	}
}

// A window of 100 days, so that a day is a hundredth.
var hundred = Timeline{Days: 100, Today: Flag{30, "Position"}, Board: Flag{60, "Board"}}

var someSizes = Sizes{Alone: 0.015, Edge: 0.04, Least: 0.007, Marker: 0.03, Gap: 0.01}

func days(n ...int) []*int {
	var all []*int
	for i := range n {
		all = append(all, &n[i])
	}
	return all
}

func TestPlaceBars(t *testing.T) {
	d := days(-30, -20, -5, 0, 9, 19, 31, 60, 110, 120, 160)
	before, early, late5, first, ninth, nineteenth, d31, d60, d110, d120, d160 := d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7], d[8], d[9], d[10]
	type bar struct{ from, to float64 }
	for _, c := range []struct {
		reason        string
		bar           Bar
		block, moved  *bar
		before, after bool
		marker        float64
	}{
		{reason: "within the window, the due day included", bar: Bar{Start: first, Due: ninth}, block: &bar{0, 0.1}},
		{reason: "the start is not known", bar: Bar{Due: ninth}, block: &bar{0.085, 0.1}},
		{reason: "from before the window", bar: Bar{Start: before, Due: ninth}, block: &bar{0, 0.1}, before: true},
		{reason: "past the window", bar: Bar{Start: d60, Due: d110}, block: &bar{0.6, 1}, after: true},
		{reason: "wholly before", bar: Bar{Start: before, Due: early}, block: &bar{0, 0.04}, before: true},
		{reason: "wholly after", bar: Bar{Start: d120, Due: d160}, block: &bar{0.96, 1}, after: true},
		{reason: "moved within", bar: Bar{Start: first, Due: ninth, Now: nineteenth}, block: &bar{0, 0.1}, moved: &bar{0.1, 0.2}},
		{reason: "moved from before: the block is still seen", bar: Bar{Start: before, Due: late5, Now: nineteenth}, block: &bar{0, 0.04}, moved: &bar{0.04, 0.2}, before: true},
		{reason: "start after due is not drawn backwards", bar: Bar{Start: d31, Due: ninth}, block: &bar{0.085, 0.1}},
		{reason: "due before it starts", bar: Bar{Start: d31, Due: ninth, BeforeStart: true}, marker: 0.095},
		{reason: "no date"},
	} {
		p := hundred.Place(c.bar, someSizes)
		same := func(what string, got *Span, want *bar) {
			if (got == nil) != (want == nil) {
				t.Errorf("%s: %s is %v", c.reason, what, got)
			} else if got != nil && (math.Abs(got.From-want.from) > 1e-9 || math.Abs(got.To-want.to) > 1e-9) {
				t.Errorf("%s: %s runs from %v to %v", c.reason, what, got.From, got.To)
			}
		}
		same("the block", p.Block, c.block)
		same("the moved time", p.Moved, c.moved)
		if p.Block != nil && (p.Block.Before != c.before || p.Block.After != c.after) {
			t.Errorf("%s: goes on before %v, after %v", c.reason, p.Block.Before, p.Block.After)
		}
		if (p.Marker != nil) != (c.marker > 0) || p.Marker != nil && math.Abs(*p.Marker-c.marker) > 1e-9 {
			t.Errorf("%s: the marker is %v", c.reason, p.Marker)
		}
	}
}

// Words never lie across a line, and never leave the window.
func TestWordsStand(t *testing.T) {
	for due := range 100 {
		for _, width := range []float64{0.02, 0.1, 0.25} {
			for _, late := range []bool{false, true} {
				start, end := 0, due
				b := Bar{Start: &start, Due: &end, Late: late}
				x, ends := hundred.Words(b, hundred.Place(b, someSizes), width, someSizes)
				from, to := x, x+width
				if ends {
					from, to = x-width, x
				}
				if from < -1e-9 || to > 1+1e-9 {
					t.Errorf("due %d, %v wide: from %v to %v", due, width, from, to)
				}
				for _, f := range []Flag{hundred.Today, hundred.Board} {
					if line, _ := hundred.Middle(f); line > from && line < to {
						t.Errorf("due %d, %v wide: they lie across the line of %s", due, width, f.Label)
					}
				}
			}
		}
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		reason       string
		today, board int
		meet         bool
	}{
		{"far apart", 40, 60, false},
		{"the board the day after", 50, 51, false},
		{"the board before the position", 60, 40, true},
		{"both at the left edge", 2, 5, true},
		{"both at the right edge", 95, 98, true},
		{"the board outside the window", 50, 200, false},
	} {
		tl := Timeline{Days: 100, Today: Flag{c.today, "Position"}, Board: Flag{c.board, "Board"}}
		if _, _, meet := tl.Flags(0.2, 0.2, 0.01); meet != c.meet {
			t.Errorf("%s: meet is %v", c.reason, meet)
		}
	}
}

func TestLineStaysInItsFrame(t *testing.T) {
	l := Line{Points: []Point{{10, 40}, {40, 55}, {70, 62}}, Baseline: &Point{0, 38}, Latest: &Point{70, 62}, LatestLabel: "January 62%", Low: 30, High: 100,
		Levels: []Level{{Target, 90, "Target 90%"}, {England, 63, "England 63%"}, {Similar, 61, "Similar councils 61%"}}}
	path := l.Path()
	if len(path) != 4 {
		t.Fatalf("%d points: the baseline comes first", len(path))
	}
	for _, p := range path {
		if p.X < 0 || p.X > 1 || p.Y < 0 || p.Y > 1 {
			t.Errorf("a point lies at %v", p)
		}
	}
	const step, above = 0.2, 0.1
	labels := l.Labels(step, above, func(text string, _ bool) []string { return []string{text} })
	if len(labels) != 4 {
		t.Fatalf("%d labels", len(labels))
	}
	for i, x := range labels {
		if x.Y < -above-1e-9 || x.Y > 1+1e-9 {
			t.Errorf("%v stands at %v", x.Lines, x.Y)
		}
		if i > 0 && x.Y-labels[i-1].Y < step-1e-9 {
			t.Errorf("%v and %v meet", labels[i-1].Lines, x.Lines)
		}
	}
	one := Line{Points: []Point{{5, 20}}, Low: 20, High: 20}
	if at := one.At(one.Points[0]); at != (Point{0.5, 0.5}) {
		t.Errorf("one value on one day lies at %v", at)
	}
}

func TestShapes(t *testing.T) {
	for _, s := range []Shape{TickedDisc, TickMark, Pointer, WarningTriangle, StopOctagon, Ring, Cross} {
		if len(s.Pieces()) == 0 {
			t.Errorf("%s has no pieces", s)
		}
		for _, p := range s.Pieces() {
			for _, at := range append(p.Points, p.Centre) {
				if at.X < 0 || at.X > ShapeSize || at.Y < 0 || at.Y > ShapeSize {
					t.Errorf("%s leaves its square at %v", s, at)
				}
			}
		}
	}
	if NoShape.Pieces() != nil {
		t.Error("no shape has pieces")
	}
}

// A line is broken where a gap is longer than it may be, and nowhere else.
func TestPathsBreakAtGaps(t *testing.T) {
	l := Line{Points: []Point{{1100, 50}, {1130, 55}, {1160, 60}}, Baseline: &Point{0, 40}, Joined: true}
	if paths := l.Paths(); len(paths) != 1 || len(paths[0]) != 4 {
		t.Errorf("without a gap: %v", paths)
	}
	l.Gap = 183
	if paths := l.Paths(); len(paths) != 2 || len(paths[0]) != 1 || len(paths[1]) != 3 {
		t.Errorf("with one: %v", paths)
	}
}

// Where all need more than there is, they get what they need at the least.
func TestSharesOfMany(t *testing.T) {
	of := func(w float64) func(int) float64 { return func(int) float64 { return w } }
	widths, widened := Shares([]int{1, 1, 1, 97}, 0, of(0.3), of(0.1))
	if !widened || math.Abs(widths[0]-0.1) > 1e-9 || math.Abs(widths[3]-0.7) > 1e-9 {
		t.Errorf("%v", widths)
	}
}

// Words beside a plot always have room within the chart: what sticks out is cut
// off in a picture.
func TestWordsBesideAPlotHaveRoom(t *testing.T) {
	const wide, scale, beside = 80.0, 1.0, 1.5
	width := func(s string, bold bool) float64 {
		if bold {
			return 2.1 * float64(len(s))
		}
		return 2 * float64(len(s))
	}
	usual := Span{From: 10.5, To: 55}
	for _, c := range []struct {
		low, high, latest, target string
		as                        bool // as usual
	}{
		{"0", "100%", "August 62%", "Target 90%", true},
		{"0%", "1000%", "August 620%", "Target 900%", true},
		{"800,000", "£1,300,000", "August 1,100,000", "Target 900,000", false},
		{"0", "10", "August", "Target £12,300,000,000", false},
	} {
		l := Line{LowLabel: c.low, HighLabel: c.high, LatestLabel: c.latest, Latest: &Point{}, Levels: []Level{{Kind: Target, Label: c.target}}}
		from, to := l.Across(usual, wide, scale, beside, width)
		if c.as != (from <= usual.From+0.5 && to == usual.To) {
			t.Errorf("%s: the plot runs from %.1f to %.1f", c.high, from, to)
		}
		if left := from - scale - max(width(c.low, false), width(c.high, false)); left < 0 {
			t.Errorf("%s sticks out by %.1f at the left", c.high, -left)
		}
		for _, word := range strings.Fields(c.latest + " " + c.target) {
			if right := to + beside + width(word, true); right > wide+1e-9 {
				t.Errorf("%s sticks out to %.1f at the right", word, right)
			}
		}
	}
}

// Levels that lie on each other, or so close that their dashes run together, are one
// with the words of all; others stay as they are.
func TestLevelsThatLieOnEachOther(t *testing.T) {
	levels := []Level{{Target, 90, "Target 90%"}, {England, 90, "England 90%"}, {Similar, 88.5, "Similar 88.5%"}}
	want := []Level{{Target, 90, "Target 90%, England 90%, Similar 88.5%"}}
	if got := Merged(levels, 40, 100); !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
	if levels[0].Label != "Target 90%" {
		t.Error("the levels given have changed")
	}
	apart := []Level{{Target, 90, "Target 90%"}, {England, 80, "England 80%"}, {Similar, 80, ""}}
	if got := Merged(apart, 40, 100); len(got) != 2 || got[1].Label != "England 80%" {
		t.Errorf("%+v", got)
	}
}
