package identify

import (
	"os"
	"strings"
	"testing"
)

// sentences reads a file of the corpus: those to tune on, and every third,
// kept back for the figure.
func sentences(t testing.TB, name string) (tuning, heldOut []string) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if n++; n%3 == 0 {
			heldOut = append(heldOut, line)
		} else {
			tuning = append(tuning, line)
		}
	}
	return tuning, heldOut
}

func found(s string) bool { return len(Find(s, corpusOptions)) > 0 }

var corpusOptions = Options{Small: 5}

func TestCorpus(t *testing.T) {
	identifying, identifyingHeld := sentences(t, "identifying.txt")
	innocent, innocentHeld := sentences(t, "innocent.txt")
	missed, alarms := 0, 0
	for _, s := range identifying {
		if !found(s) {
			missed++
			t.Logf("missed: %s", s)
		}
	}
	for _, s := range innocent {
		if spans := Find(s, corpusOptions); len(spans) > 0 {
			alarms++
			t.Logf("false alarm: %s %v %s", s, spans, Mask(s, spans))
		}
	}
	t.Logf("tuning: %d of %d missed, %d of %d false alarms", missed, len(identifying), alarms, len(innocent))
	missed, alarms = 0, 0
	for _, s := range identifyingHeld {
		if !found(s) {
			missed++
		}
	}
	for _, s := range innocentHeld {
		if found(s) {
			alarms++
		}
	}
	t.Logf("held out: %d of %d missed, %d of %d false alarms", missed, len(identifyingHeld), alarms, len(innocentHeld))
}
