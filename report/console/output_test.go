package console

import (
	"bytes"
	"os"
	"testing"
)

// What goes to no terminal is as wide as COLUMNS says, or 80, and has no colour.
func TestWidth(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	for given, want := range map[string]int{"": 80, "132": 132, "40": 40, "3": 80, "-100": 80, "wide": 80} {
		t.Setenv("COLUMNS", given)
		if width, colour := Width(&Output{Writer: w}); width != want || colour {
			t.Errorf("COLUMNS=%q: %d wide, colour %v; want %d", given, width, colour, want)
		}
	}
	t.Setenv("COLUMNS", "132")
	if width, _ := Width(&bytes.Buffer{}); width != 80 {
		t.Errorf("what is kept is %d wide", width)
	}
}
