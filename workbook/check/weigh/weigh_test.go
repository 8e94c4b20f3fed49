package weigh

import (
	"fmt"
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
	b := NewBalance(Read("learned from a test\n" + lines))
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
