package chart

// Look is how a status is shown. It follows from what the status means and
// never from a colour that somebody chose, so that every paper reads alike, in
// grey too.
type Look struct {
	Name      string // "on-track"; of a status that is not known "unknown"
	Fill, Ink string // #rrggbb: of a block, and of what stands on it
	Pattern   Pattern
	Stripe    string // #rrggbb of the pattern's lines, "" where it has none
	Shape     Shape
	Order     int // worst first, for sorting
}

// Pattern lies over a block's fill, so that it can be told in grey.
type Pattern int

// The patterns. Dashed is an outline: of a status that is not known.
const (
	Plain Pattern = iota
	InnerFrame
	Diagonals
	Horizontals
	Dashed
)

// Plated says that words on the pattern need a plate of the plain fill.
func (p Pattern) Plated() bool { return p == Diagonals || p == Horizontals }

// Shape is what stands beside a status, so that colour is never the only
// signal. No two of the looks share one.
type Shape string

// The shapes. NoShape is of a status that is not known.
const (
	NoShape         Shape = ""
	TickedDisc      Shape = "ticked-disc"
	TickMark        Shape = "tick"
	Pointer         Shape = "pointer"
	WarningTriangle Shape = "warning-triangle"
	StopOctagon     Shape = "stop-octagon"
	Ring            Shape = "ring"
	Cross           Shape = "cross"
)

// Piece is a part of a shape: a circle where Radius is more than 0, else a line
// through Points, or where Pen is 0 the polygon between them. Back says that it
// has the colour of what lies behind the shape.
type Piece struct {
	Centre Point
	Radius float64
	Points []Point
	Pen    float64
	Back   bool
}

// ShapeSize is the side of the square that shapes are placed in.
const ShapeSize = 10.0

// Pieces are what the shape is made of, the ones behind first.
func (s Shape) Pieces() []Piece { return pieces[s] }

var pieces = map[Shape][]Piece{
	TickedDisc:      {{Centre: Point{5, 5}, Radius: 5}, {Points: through(2.6, 5.2, 4.4, 7, 7.6, 3.2), Pen: 1.4, Back: true}},
	TickMark:        {{Points: through(1, 5.4, 3.8, 8.4, 9, 1.8), Pen: 2}},
	Pointer:         {{Points: through(1.5, 0.8, 9.2, 5, 1.5, 9.2)}},
	WarningTriangle: {{Points: through(5, 0.4, 10, 9.4, 0, 9.4)}, {Points: box(4.4, 3.4, 1.2, 3), Back: true}, {Points: box(4.4, 7.1, 1.2, 1.2), Back: true}},
	StopOctagon:     {{Points: through(3, 0.4, 7, 0.4, 9.6, 3, 9.6, 7, 7, 9.6, 3, 9.6, 0.4, 7, 0.4, 3)}, {Points: box(2.3, 4.2, 5.4, 1.6), Back: true}},
	Ring:            {{Centre: Point{5, 5}, Radius: 4.1, Pen: 1.4}},
	Cross:           {{Points: through(1.4, 1.4, 8.6, 8.6), Pen: 1.8}, {Points: through(8.6, 1.4, 1.4, 8.6), Pen: 1.8}},
}

// through pairs x and y.
func through(xy ...float64) []Point {
	points := make([]Point, 0, len(xy)/2)
	for i := 0; i+1 < len(xy); i += 2 {
		points = append(points, Point{xy[i], xy[i+1]})
	}
	return points
}

func box(x, y, w, h float64) []Point { return through(x, y, x+w, y, x+w, y+h, x, y+h) }
