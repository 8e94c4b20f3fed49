package chart

import "math"

// Words is what a writer has to place in a plot, in shares of it: a width of 1 is
// from the first point to the last, a height of 1 the plot's.
type Words struct {
	W, H   float64
	Beside float64 // how far the plot goes on left of the first point and right of the last
	Mark   float64 // the radius of a point's mark, in plot heights
	Aspect float64 // how wide the plot is, in its heights
}

// BaselineWords is where the baseline's words stand: X is where they begin, Y their
// top. They stay within the plot, clear of the line, the levels and the marks, as
// near to the open circle as that lets them be; where nothing is clear, where they
// cover the least.
func (l Line) BaselineWords(w Words) Point {
	const across, down, covered, astray = 24, 24, 100.0, 3.0
	drawn, mark := l.drawn(), l.At(*l.Baseline)
	left, right, low := -w.Beside, math.Max(-w.Beside, 1+w.Beside-w.W), math.Max(0, 1-w.H)
	best, least := Point{left, 0}, math.Inf(1)
	for i := range across + 1 {
		for j := range down + 1 {
			at := Point{left + (right-left)*float64(i)/across, low * float64(j) / down}
			b := frame{at.X, at.Y, at.X + w.W, at.Y + w.H}
			cost := b.from(mark, w.Aspect)
			if cost < least-1e-9 {
				cost += covered * float64(drawn.under(b, w))
			}
			if cost < least-1e-9 {
				cost += astray * float64(drawn.between(b, mark, w))
			}
			if cost < least-1e-9 {
				best, least = at, cost
			}
		}
	}
	return best
}

// Covered is how many lines, levels and marks a box of words at a place covers.
func (l Line) Covered(at Point, w Words) int {
	return l.drawn().under(frame{at.X, at.Y, at.X + w.W, at.Y + w.H}, w)
}

// drawn is what words can stand on: the heights of the levels, the marks and
// the lines.
type drawn struct {
	levels []float64
	marks  []Point
	paths  [][]Point
}

func (l Line) drawn() drawn {
	d := drawn{marks: l.Path()}
	for _, x := range l.Levels {
		d.levels = append(d.levels, l.Y(x.Value))
	}
	if l.Latest != nil {
		d.marks = append(d.marks, l.At(*l.Latest))
	}
	if l.Baseline != nil {
		d.marks = append(d.marks, l.At(*l.Baseline))
	}
	if l.Joined {
		d.paths = l.Paths()
	}
	return d
}

// under is how much of it lies under a box of words.
func (d drawn) under(b frame, w Words) int {
	n := 0
	for _, y := range d.levels {
		if y > b.top && y < b.bottom {
			n++
		}
	}
	for _, p := range d.marks {
		if b.from(p, w.Aspect) < w.Mark {
			n++
		}
	}
	for _, path := range d.paths {
		for i := 1; i < len(path); i++ {
			if b.crossed(path[i-1], path[i]) {
				n++
			}
		}
	}
	return n
}

// between is how much of it parts a box of words from their mark: levels that run between
// the two, and other marks as near.
func (d drawn) between(b frame, mark Point, w Words) int {
	n := 0
	for _, y := range d.levels {
		if y > mark.Y && y <= b.top || y < mark.Y && y >= b.bottom {
			n++
		}
	}
	own := b.from(mark, w.Aspect)
	for _, p := range d.marks {
		if p != mark && b.from(p, w.Aspect) <= own {
			n++
		}
	}
	return n
}

type frame struct{ left, top, right, bottom float64 }

// from is how far a point is from the box, in plot heights; 0 within it.
func (b frame) from(p Point, aspect float64) float64 {
	dx := math.Max(0, math.Max(b.left-p.X, p.X-b.right)) * aspect
	dy := math.Max(0, math.Max(b.top-p.Y, p.Y-b.bottom))
	return math.Hypot(dx, dy)
}

// crossed says whether a stretch from p to q lies in the box anywhere.
func (b frame) crossed(p, q Point) bool {
	from, to := 0.0, 1.0 // of the stretch
	for _, side := range [][3]float64{{p.X, q.X - p.X, b.left}, {-p.X, p.X - q.X, -b.right}, {p.Y, q.Y - p.Y, b.top}, {-p.Y, p.Y - q.Y, -b.bottom}} {
		at, along, edge := side[0], side[1], side[2]
		switch {
		case along == 0 && at < edge:
			return false
		case along > 0:
			from = math.Max(from, (edge-at)/along)
		case along < 0:
			to = math.Min(to, (edge-at)/along)
		}
	}
	return from < to
}
