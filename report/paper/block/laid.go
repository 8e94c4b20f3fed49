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
	Sections map[int]Turned // how each that asks for a new page began, by its index
	Pages    []Turned       // how each Page began, in reading order
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

// Turned says how something that may begin a page began.
type Turned struct {
	New  bool    // on a page of its own
	Left float64 // mm that the page before was left with
}

// Clear says whether a new page is a new one for any program. Where what is left of
// the page before is no more than another program's lines might be higher by, or
// what stands on it no more than they might be lower by, that program's page may
// have next to nothing on it, and goes on better.
func (t Turned) Clear() bool {
	const higher, lower = 30.0, 100.0
	return t.New && t.Left >= higher && t.Left <= lower
}
