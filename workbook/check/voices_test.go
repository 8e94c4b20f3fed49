package check

import (
	"os"
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// The same thing is said in many voices. Each file of testdata/voices holds
// sentences of one kind, and the reading of words has to know all of them, or
// none where they are near misses: a rule that knows only the phrases of its
// own page fails here.
func TestVoices(t *testing.T) {
	against := func(status workbook.Meaning) func(string) bool {
		return func(s string) bool {
			against, _ := (&Pass{memory: new(memory), AsOf: workbook.MustDate("2026-09-30")}).against(s, status)
			return against != "" || saysNothing(s)
		}
	}
	for _, kind := range []struct {
		file  string
		found func(string) bool
		want  bool
	}{
		{"on-track-trouble", against(workbook.OnTrack), true},
		{"on-track-agrees", against(workbook.OnTrack), false},
		{"delivered-unfinished", against(workbook.Delivered), true},
		{"delivered-agrees", against(workbook.Delivered), false},
		{"not-started-begun", against(workbook.NotStarted), true},
		{"not-started-agrees", against(workbook.NotStarted), false},
		{"off-track-well", against(workbook.OffTrack), true},
		{"off-track-agrees", against(workbook.OffTrack), false},
		{"at-risk-well", against(workbook.AtRisk), true},
		{"at-risk-agrees", against(workbook.AtRisk), false},
		{"note-without-news", saysNothing, true},
		{"evidence-weak", weakEvidence, true},
		{"evidence-strong", weakEvidence, false},
		{"outputs", countsActivity, true},
		{"measures-of-outputs", countsOutput, true},
		{"measures-of-outcomes", countsOutput, false},
	} {
		t.Run(kind.file, func(t *testing.T) {
			for _, s := range voices(t, kind.file) {
				if kind.found(s) != kind.want {
					t.Errorf("%q: found %v", s, !kind.want)
				}
			}
		})
	}
}

// voices are the sentences of a file, without the line that says what they are.
func voices(t testing.TB, file string) []string {
	t.Helper()
	text, err := os.ReadFile("testdata/voices/" + file + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(text)), "\n")[1:]
}

// weakEvidence judges evidence of an action that is of no matter, on a day after
// all that it names.
func weakEvidence(s string) bool {
	p := &Pass{memory: new(memory), AsOf: workbook.MustDate("2026-09-30")}
	return p.weakness(&facts.Action{Action: &workbook.Action{Evidence: s, Updated: p.AsOf}}) != ""
}
