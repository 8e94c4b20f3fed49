package block

import "testing"

// A new page stays one in another program only where that program's own lines can't
// have carried a few of the page before over to the next: a page with next to nothing
// on it would be left.
func TestClear(t *testing.T) {
	for _, c := range []struct {
		turned Turned
		want   bool
	}{
		{Turned{New: false, Left: 60}, false},
		{Turned{New: true, Left: 28}, false}, // a tenth of the page, which two rows more fill
		{Turned{New: true, Left: 60}, true},
		{Turned{New: true, Left: 150}, false}, // little stands there already
	} {
		if got := c.turned.Clear(); got != c.want {
			t.Errorf("%+v is clear: %v, want %v", c.turned, got, c.want)
		}
	}
}
