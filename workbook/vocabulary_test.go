package workbook

import (
	"os"
	"strings"
	"testing"
)

// TestHeadings knows at least 95 of 100 headings of plans, those that were
// kept apart while the vocabulary was written counted by themselves.
func TestHeadings(t *testing.T) {
	source, err := os.ReadFile("testdata/headings.txt")
	if err != nil {
		t.Fatal(err)
	}
	for part, text := range strings.SplitN(string(source), "# apart:", 2) {
		known, all := 0, 0
		for _, line := range strings.Split(text, "\n") {
			means, names, ok := strings.Cut(line, ": ")
			if !ok || strings.HasPrefix(line, "#") || strings.HasPrefix(line, " kept") {
				continue
			}
			for _, name := range strings.Split(names, "; ") {
				all++
				if got, _, _ := HeadingMeans(name); got == means {
					known++
				} else {
					t.Logf("part %d: %q means %q, want %q", part, name, got, means)
				}
			}
		}
		t.Logf("part %d: %d of %d", part, known, all)
		if 100*known < 95*all || all < 100 {
			t.Errorf("part %d: only %d of %d headings are known", part, known, all)
		}
	}
}

// TestVocabularyIsTold: a name stands on the list of one meaning only.
func TestVocabularyIsTold(t *testing.T) {
	seen := map[string]string{}
	for means, list := range vocabulary {
		for _, name := range strings.Split(list, ";") {
			folded := plainHeading(name)
			if folded == "" {
				t.Errorf("%s lists a name that is nothing: %q", means, name)
			}
			if was := seen[folded]; was != "" && was != means {
				t.Errorf("%q is listed for %s and for %s", strings.TrimSpace(name), was, means)
			}
			seen[folded] = means
		}
	}
}

func FuzzHeadingMeans(f *testing.F) {
	for _, s := range []string{"RAG Q2", "Lead officer / agency", "#", "", "Date for\ncompletion"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if means, _, ok := HeadingMeans(s); ok == (means == "") {
			t.Errorf("%q means %q, %v", s, means, ok)
		}
	})
}
