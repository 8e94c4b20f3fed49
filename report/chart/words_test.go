package chart

import (
	"math/rand"
	"testing"
)

// The words of a baseline cover neither the line nor a level nor a mark, over many
// series, and never leave the plot.
func TestBaselineWordsCoverNothing(t *testing.T) {
	const most = 0.01 // of series so crowded that no place is clear
	w := Words{W: 0.52, H: 0.2, Beside: 0.075, Mark: 0.07, Aspect: 2.5}
	r := rand.New(rand.NewSource(1))
	covered := 0
	const series = 3000
	for range series {
		l := Line{Joined: true, Low: 0, High: 100, Baseline: &Point{0, 10 + 80*r.Float64()}}
		y := l.Baseline.Y
		for i := range 1 + r.Intn(12) {
			y = min(95, max(5, y+(r.Float64()-0.4)*25))
			l.Points = append(l.Points, Point{30 * float64(i+1), y})
		}
		l.Joined = len(l.Points) >= 3
		latest := l.Points[len(l.Points)-1]
		l.Latest = &latest
		for _, kind := range []LevelKind{Target, England, Similar}[:r.Intn(4)] {
			l.Levels = append(l.Levels, Level{kind, 5 + 90*r.Float64(), string(kind)})
		}
		at := l.BaselineWords(w)
		if at.X < -w.Beside-1e-9 || at.X+w.W > 1+w.Beside+1e-9 || at.Y < -1e-9 || at.Y+w.H > 1+1e-9 {
			t.Errorf("words at %v leave the plot", at)
		}
		if l.Covered(at, w) > 0 {
			covered++
		}
	}
	if share := float64(covered) / series; share > most {
		t.Errorf("%.1f %% of series have words over something", 100*share)
	}
}

func TestCrossed(t *testing.T) {
	b := frame{0.2, 0.2, 0.4, 0.4}
	for _, c := range []struct {
		p, q Point
		want bool
	}{
		{Point{0, 0.3}, Point{1, 0.3}, true},
		{Point{0, 0.5}, Point{1, 0.5}, false},
		{Point{0, 0}, Point{1, 1}, true},
		{Point{0.3, 0}, Point{0.3, 0.1}, false},
		{Point{0.3, 0.3}, Point{0.3, 0.9}, true},
		{Point{0, 0.35}, Point{0.35, 0}, false},
	} {
		if got := b.crossed(c.p, c.q); got != c.want {
			t.Errorf("%v to %v: %v", c.p, c.q, got)
		}
	}
}
