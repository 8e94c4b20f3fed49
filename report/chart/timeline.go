package chart

import "math"

// Timeline is a window of time that bars are drawn in. Days count from its
// first, which is 0.
type Timeline struct {
	Days  int // how long the window is
	Ticks []Tick
	Today Flag
	Board Flag // the next meeting
}

// Tick is where a month or a quarter begins.
type Tick struct {
	Day   int
	Label string
	Year  string // where a year begins, or the window does
}

// Flag names a day; without a label there is none.
type Flag struct {
	Day   int
	Label string
}

// Bar is when something runs.
type Bar struct {
	Start, Due, Now *int // days; Now is the date that it has been moved to, nil if it has not
	BeforeStart     bool // it is due before it starts: a marker is drawn, no bar
	Late            bool // its words stand past today's line
}

// Span is a stretch of a row. Before and After say that it goes on past that
// edge of the window.
type Span struct {
	From, To      float64
	Before, After bool
}

// Sizes are what a writer needs for its drawing, as shares of the window.
type Sizes struct {
	Alone  float64 // of a bar whose start is not known
	Edge   float64 // of one that lies wholly outside the window
	Least  float64 // of any
	Marker float64
	Gap    float64 // between a bar or a line and words
}

// Placed is a row of a timeline.
type Placed struct {
	Block  *Span    // up to the first date; nil without one
	Moved  *Span    // up to the date now; nil where it has not moved
	Marker *float64 // the middle of a marker in place of a bar
	End    float64  // of all that is drawn
}

// X is where a day begins. Days outside the window are outside 0 to 1.
func (t Timeline) X(day int) float64 { return float64(day) / float64(max(1, t.Days)) }

// Middle is the middle of a flag's day; ok is false where the flag has no place
// in the window.
func (t Timeline) Middle(f Flag) (x float64, ok bool) {
	return (t.X(f.Day) + t.X(f.Day+1)) / 2, f.Label != "" && f.Day >= 0 && f.Day < t.Days
}

// Place puts a bar into the window.
func (t Timeline) Place(b Bar, s Sizes) Placed {
	due := b.Due
	if due == nil {
		due = b.Now
	}
	if due == nil {
		return Placed{}
	}
	if b.BeforeStart {
		if b.Now != nil {
			due = b.Now
		}
		x := clamp((t.X(*due)+t.X(*due+1))/2, s.Marker/2, 1-s.Marker/2)
		return Placed{Marker: &x, End: x + s.Marker/2}
	}
	to := t.X(*due + 1)
	from := to - s.Alone
	if b.Start != nil && *b.Start <= *due {
		from = t.X(*b.Start)
	}
	p := Placed{Block: cut(from, to, s), End: to}
	if b.Now != nil && *b.Now > *due {
		p.End = t.X(*b.Now + 1)
		// What was moved from before the window leaves its block to be seen.
		if after := math.Max(to, p.Block.To); after < 1 && after < p.End {
			p.Moved = cut(after, p.End, s)
		}
	}
	p.End = clamp(p.End, 0, 1)
	return p
}

// cut keeps a stretch within the window.
func cut(from, to float64, s Sizes) *Span {
	const a = 0.0001
	span := &Span{Before: from < -a, After: to > 1+a}
	from, to = math.Max(from, 0), math.Min(to, 1)
	switch {
	case to <= 0:
		from, to = 0, s.Edge
	case from >= 1:
		from, to = 1-s.Edge, 1
	}
	span.From, span.To = from, math.Max(to, from+s.Least)
	return span
}

func clamp(x, least, most float64) float64 { return math.Max(least, math.Min(x, most)) }

// Words are where a row's words of some width stand: after its bar, past
// today's line where it is late, and never across a line. Where that leaves the
// window they stand before the bar, or at the end of the window. X is where they
// begin, or where they end if that is what ends says.
func (t Timeline) Words(b Bar, p Placed, width float64, s Sizes) (x float64, ends bool) {
	x = p.End + s.Gap
	today, drawn := t.Middle(t.Today)
	if b.Late && drawn {
		x = math.Max(x, today+s.Gap)
	}
	for range 2 { // past one line they may meet the other
		for _, f := range []Flag{t.Today, t.Board} {
			if line, drawn := t.Middle(f); drawn && x < line+s.Gap && x+width > line-s.Gap {
				x = line + s.Gap
			}
		}
	}
	if x+width <= 1 {
		return x, false
	}
	if p.Block != nil && !b.Late && p.Block.From >= width+s.Gap && !t.crosses(p.Block.From-s.Gap-width, width) {
		return p.Block.From - s.Gap, true
	}
	return 1, true
}

// crosses says whether one of the two lines runs through a stretch.
func (t Timeline) crosses(x, width float64) bool {
	for _, f := range []Flag{t.Today, t.Board} {
		if line, drawn := t.Middle(f); drawn && line > x && line < x+width {
			return true
		}
	}
	return false
}

// Flags are where the words of the two lines begin: today's before its line
// and the board's after, where there is room. Meet says that one would cover the
// other, or the other's line.
func (t Timeline) Flags(today, board, gap float64) (todayX, boardX float64, meet bool) {
	at, drawn := t.Middle(t.Today)
	if todayX = at - gap - today; todayX < 0 {
		todayX = at + gap
	}
	next, coming := t.Middle(t.Board)
	if boardX = next + gap; boardX+board > 1 {
		boardX = next - gap - board
	}
	if !drawn || !coming {
		return todayX, boardX, false
	}
	const apart = 0.012
	meet = todayX < boardX+board+apart && boardX < todayX+today+apart ||
		next > todayX && next < todayX+today || at > boardX && at < boardX+board
	return todayX, boardX, meet
}
