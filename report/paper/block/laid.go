package block

// Laid is how a writer with pages laid a paper out, for one that leaves the
// turning of pages to somebody else's program.
type Laid struct {
	Shorter int // which of the paper's Shorter.At fits on its one side
	Way     int // which of its Closer.Ways page 1 has room for

	// ShorterIn is which fits in so large a share of the side; nil where the paper has
	// no side to fit on.
	ShorterIn func(share float64) int

	// Rooms are what page 1 has left beside each of them in mm, below 0 beside one
	// that it has no room for; of the closest ones only as many as were tried.
	Rooms []float64

	// PageOf is the number of the page that an ID is on; 0 for one that is on
	// none.
	PageOf func(id string) int

	Contents Contents
	Sections map[int]bool // whether each that asks for a new page began one, by its index
	Pages    []bool       // whether each Page began one, in reading order
}

// WayWith is the roomiest way that leaves so many mm of page 1 to what another
// program makes of it, or where none does the closest.
func (l Laid) WayWith(left float64, ways int) int {
	for n, room := range l.Rooms {
		if n >= l.Way && room >= left {
			return n
		}
	}
	return max(0, ways-1)
}

// Contents are what the contents look like and where they stand.
type Contents struct {
	Before int  // the section that they stand before; 0 where there are none
	List   bool // with a page for each section, and not a line
}
