package identify

import (
	"flag"
	"fmt"
	"hash/fnv"
	"slices"
	"testing"

	"actionplan/workbook/check/weigh"
)

var update = flag.Bool("update", false, "learn the weights from the corpus anew")

// lessonsOf reads texts of the corpus; names collects what their traits are.
func lessonsOf(list []string, identifying bool, names map[uint64]string) []weigh.Lesson {
	var all []weigh.Lesson
	for _, s := range list {
		t := read(s, asCouncils)
		t.findPlaces()
		t.tokenise(0, len(t.words))
		t.names = names
		l := weigh.Lesson{Is: identifying}
		for _, s := range t.sentences {
			traits := slices.Clone(t.traits(s.from, s.to))
			slices.Sort(traits)
			l.Parts = append(l.Parts, slices.Compact(traits))
		}
		if len(l.Parts) > 0 {
			all = append(all, l)
		}
		t.names = nil
		pool.Put(t)
	}
	return all
}

// howTold is how the weights are learned, chosen by the first four sets of
// sentences in the corpus whose authors had not seen it, each weighed by what
// stands before it.
var howTold = weigh.Learning{Rounds: 10, Pace: 0.05, Decay: 0.001, Orders: 3, Least: 0.1}

// tuning is the part of the corpus from which is learned.
func tuning(t testing.TB, names map[uint64]string) []weigh.Lesson {
	return append(lessonsOf(sentences(t, "tuning/identifying"), true, names), lessonsOf(sentences(t, "tuning/innocent"), false, names)...)
}

// The weights are those that the corpus teaches: whoever changes the corpus, or
// what is weighed, learns them anew with -update. What they say of a corpus is
// kept as one number, for to learn them takes some seconds.
func TestWeightsAreLearned(t *testing.T) {
	names := make(map[uint64]string)
	all := tuning(t, names)
	sum := fnv.New64a()
	for _, l := range all {
		fmt.Fprint(sum, l)
	}
	kept := weigh.Kept{Lines: "testdata/weights.txt", Table: "weights.table"}
	if *update {
		if err := kept.Write(sum.Sum64(), weigh.Learn(all, howTold).Lines(names)); err != nil {
			t.Fatal(err)
		}
		return
	}
	if err := kept.Stale(sum.Sum64()); err != nil {
		t.Errorf("%v: go test ./workbook/check/identify -run Weights -update", err)
	}
}

// What no rule sees is found by what it weighs, and named by what makes it weigh
// so: its small number, its letters, or all that is said.
func TestWeighed(t *testing.T) {
	for _, c := range []struct {
		s    string
		kind Kind
	}{
		{"We have 2 in secure and 1 in hospital.", SmallCount},
		{"Two cousins were placed together in a kinship arrangement.", SmallCount},
		{"Safety plan for EK signed by mum.", Initials},
		{"The conference on LT and MT was not quorate.", Initials},
		{"A child with Down's syndrome in the Hatfield cluster.", Described},
		{"The case in the Thornley Gazette on 4 March was of a baby known to us.", Described},
	} {
		byRule := asCouncils
		byRule.Unweighed = true
		if spans := Find(c.s, byRule); len(spans) > 0 {
			t.Errorf("%q is found by rule: %v", c.s, spans)
		}
		spans := Find(c.s, asCouncils)
		if len(spans) != 1 || spans[0].Kind != c.kind {
			t.Errorf("%q is found as %v, wanted %s", c.s, spans, c.kind)
		}
		without := asCouncils
		switch c.kind {
		case SmallCount:
			without.Small = 0
		case Initials:
			without.Known = func(string) bool { return true }
		default:
			continue
		}
		if spans := Find(c.s, without); len(spans) > 0 {
			t.Errorf("%q is found as %v, though readers know better", c.s, spans)
		}
	}
	for _, s := range []string{"Inspectors wrote: “A child with Down's syndrome in the Hatfield cluster.”", "Teams met twice in May."} {
		if spans := Find(s, asCouncils); len(spans) > 0 {
			t.Errorf("%q is found as %v", s, spans)
		}
	}
}
