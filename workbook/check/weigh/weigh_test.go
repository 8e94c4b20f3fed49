package weigh

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What is learned is what is read back: a trait of all that means it weighs for
// it, one of the rest against it, one of both nothing to speak of, and one that was
// met once is left out.
func TestLearnedIsRead(t *testing.T) {
	names := make(map[uint64]string)
	trait := func(name string) uint64 {
		h := With(0, Hash(name))
		names[h] = name
		return h
	}
	stalled, held, team, once := trait("stalled"), trait("held"), trait("team"), trait("once")
	var all []Lesson
	for range 20 {
		all = append(all, Lesson{Parts: [][]uint64{{team, stalled}}, Is: true}, Lesson{Parts: [][]uint64{{team, held}}})
	}
	all[0].Parts[0] = append(all[0].Parts[0], once)
	how := Learning{Rounds: 10, Pace: 0.05, Decay: 0.001, Orders: 3, Least: 0.05}
	lines := Learn(all, how).Lines(names)
	if again := Learn(all, how).Lines(names); again != lines {
		t.Errorf("learned twice, it is\n%s\nand\n%s", lines, again)
	}
	table, err := Table("learned from a test\n" + lines)
	if err != nil {
		t.Fatal(err)
	}
	b := NewBalance(Open(table))
	weight := func(traits ...uint64) int {
		b.Clear()
		for _, h := range traits {
			b.Add(h)
		}
		return b.Weight()
	}
	if s, h := weight(team, stalled), weight(team, held); s < 100 || h > -100 {
		t.Errorf("what means it weighs %d, what does not %d, read from\n%s", s, h, lines)
	}
	if weight(once) != weight() {
		t.Errorf("what was met once weighs something, read from\n%s", lines)
	}
	if weight(stalled, stalled) != weight(stalled) {
		t.Error("what comes twice weighs twice")
	}
}

// Of several parts the heaviest is learned from: the others may say anything.
func TestHeaviestPart(t *testing.T) {
	mark, other := With(0, Hash("mark")), With(0, Hash("other"))
	var all []Lesson
	for range 20 {
		all = append(all, Lesson{Parts: [][]uint64{{other}, {mark}}, Is: true}, Lesson{Parts: [][]uint64{{other}}})
	}
	m := Learn(all, Learning{Rounds: 10, Pace: 0.05, Decay: 0.001, Orders: 1, Least: 0.05})
	if m.Weigh([]uint64{mark}) < 1 || m.Weigh([]uint64{other}) > -1 {
		t.Error(fmt.Sprint("the part that tells them apart weighs ", m.Weigh([]uint64{mark}), ", the other ", m.Weigh([]uint64{other})))
	}
}

// A table is packed so that every weight is found again, and no more.
func TestTable(t *testing.T) {
	var lines strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&lines, "%d\tword\t%d\n", i-1500, i)
	}
	table, err := Table(lines.String())
	if err != nil {
		t.Fatal(err)
	}
	of := Open(table)
	for i := range 6000 {
		_, weight, found := of.find(With(With(0, Hash("word")), Hash(fmt.Sprint(i))))
		if found != (i < 3000) || found && int(weight) != i-1500 {
			t.Errorf("the trait %d weighs %d, found %v", i, weight, found)
		}
	}
	if _, err := Table("1\ttwice\n2\ttwice\n"); err == nil {
		t.Error("what can't be told apart is packed")
	}
}

// Files are stale where either has changed, or the corpus.
func TestKept(t *testing.T) {
	kept := Kept{Lines: filepath.Join(t.TempDir(), "lines"), Table: filepath.Join(t.TempDir(), "table")}
	write := func() {
		if err := kept.Write(7, "12\tword\tlate\n"); err != nil || kept.Stale(7) != nil {
			t.Fatal(err, kept.Stale(7))
		}
	}
	write()
	if kept.Stale(8) == nil {
		t.Error("they are held to be of another corpus")
	}
	for _, name := range []string{kept.Lines, kept.Table} {
		write()
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(text, "13\tword\tlost\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
		if kept.Stale(7) == nil {
			t.Error(name, "may change unseen")
		}
	}
}
