package weigh

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"math/rand"
	"slices"
	"strconv"
	"strings"
)

// Lesson is one text of a corpus. Its parts are judged each for itself, and the
// text means the thing in question if one of them does.
type Lesson struct {
	Parts [][]uint64 // the traits of each, none twice
	Is    bool       // it means it
}

// Learning is how weights are learned; none of it matters much.
type Learning struct {
	Rounds int     // times that every text is learned from
	Pace   float64 // of learning, slower for what was met often (AdaGrad; Duchi, Hazan and Singer, 2011)
	Decay  float64 // of a weight, each time it is met
	Orders int     // orders of the texts of which the mean is taken
	Least  float64 // a weight that is kept
}

// Model is the weights as they are learned.
type Model struct {
	of   map[uint64]float64
	bias float64
}

// Weigh is the logarithm of the odds that a text with these traits means it.
func (m *Model) Weigh(traits []uint64) float64 {
	sum := m.bias
	for _, h := range traits {
		sum += m.of[h]
	}
	return sum
}

// heaviest is the part of a text that speaks most for it: if any does, it is
// that.
func (m *Model) heaviest(l Lesson) []uint64 {
	return slices.MaxFunc(l.Parts, func(a, b []uint64) int { return cmp.Compare(m.Weigh(a), m.Weigh(b)) })
}

// Learn finds the weights by which the lessons would be told apart, by
// stochastic gradient descent. A trait that was met once is learned, so that it
// bears its part of that text, and then left out.
func Learn(all []Lesson, how Learning) *Model {
	met := make(map[uint64]int)
	for _, l := range all {
		for _, traits := range l.Parts {
			for _, h := range traits {
				met[h]++
			}
		}
	}
	mean := &Model{of: make(map[uint64]float64)}
	for order := range how.Orders {
		m := learnInOrder(all, how, rand.New(rand.NewSource(int64(order+1))))
		for h, weight := range m.of {
			if met[h] > 1 {
				mean.of[h] += weight / float64(how.Orders)
			}
		}
		mean.bias += m.bias / float64(how.Orders)
	}
	for h, weight := range mean.of {
		if math.Abs(weight) < how.Least {
			delete(mean.of, h)
		}
	}
	return mean
}

func learnInOrder(all []Lesson, how Learning, order *rand.Rand) *Model {
	m := &Model{of: make(map[uint64]float64)}
	moved := make(map[uint64]float64)
	all = slices.Clone(all)
	for range how.Rounds {
		order.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		for _, l := range all {
			want, parts := 0.0, l.Parts
			if l.Is {
				want, parts = 1, [][]uint64{m.heaviest(l)}
			}
			for _, traits := range parts {
				wrong := 1/(1+math.Exp(-m.Weigh(traits))) - want
				m.bias -= how.Pace / 5 * wrong
				for _, h := range traits {
					slope := wrong + how.Decay*m.of[h]
					moved[h] += slope * slope
					m.of[h] -= how.Pace * slope / math.Sqrt(0.01+moved[h])
				}
			}
		}
	}
	return m
}

// Lines are the weights as Table reads them, in hundredths and in the order of
// the names of their traits, which stand behind with tabs between.
func (m *Model) Lines(names map[uint64]string) string {
	lines := []string{fmt.Sprintf("%d\tbias\n", int(math.Round(m.bias*100)))}
	for h, weight := range m.of {
		lines = append(lines, fmt.Sprintf("%d\t%s\n", int(math.Round(weight*100)), names[h]))
	}
	slices.SortFunc(lines, func(a, b string) int {
		_, a, _ = strings.Cut(a, "\t")
		_, b, _ = strings.Cut(b, "\t")
		return cmp.Compare(a, b)
	})
	return strings.Join(lines, "")
}

// Table packs lines of a weight and the names of a trait for Open. A line that
// begins with no number is passed over. Two traits that could not be told apart,
// once in a hundred thousand tables, are an error.
func Table(list string) (string, error) {
	slots := make([]byte, slotSize<<bits.Len(uint(strings.Count(list, "\n")*3/2)))
	of := Open(string(slots))
	for line := range strings.Lines(list) {
		number, names, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		weight, err := strconv.ParseInt(number, 10, 16)
		if err != nil {
			continue
		}
		h := uint64(0)
		for name := range strings.SplitSeq(names, "\t") {
			h = With(h, Hash(name))
		}
		at := int(h) & of.last
		for ; binary.LittleEndian.Uint32(slots[at*slotSize:]) != 0; at = (at + 1) & of.last {
			if binary.LittleEndian.Uint32(slots[at*slotSize:]) == upper(h) {
				return "", fmt.Errorf("%q can't be told from another trait", names)
			}
		}
		binary.LittleEndian.PutUint32(slots[at*slotSize:], upper(h))
		binary.LittleEndian.PutUint16(slots[at*slotSize+4:], uint16(weight))
	}
	return string(slots), nil
}
