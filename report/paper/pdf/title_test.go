package pdf

import (
	"testing"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// A paper of many organisations names none: its first words are the title, and
// no paragraph without words comes before.
func TestFrontWithoutOrganisation(t *testing.T) {
	for name, want := range map[string]int{"": 1, "Exampleshire Council": 2} {
		w := &writer{paper: &block.Paper{Front: block.Front{Organisation: name, Title: "Plans side by side"}}}
		got := w.front()
		if len(got) != want {
			t.Errorf("%q: %d blocks, want %d", name, len(got), want)
		}
		if _, is := got[want-1].(tagged.Heading); !is {
			t.Errorf("%q: no heading at %d", name, want-1)
		}
	}
}
