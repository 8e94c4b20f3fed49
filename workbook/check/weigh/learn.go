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

// Learn finds the weights by which the lessons would be told apart, by
// stochastic gradient descent. A trait that was met once is learned, so that it
// bears its part of that text, and then left out.
func Learn(all []Lesson, how Learning) *Model {
	c := numbered(all)
	sum, bias := make([]float64, len(c.traits)), 0.0
	for order := range how.Orders {
		p := &pupil{of: make([]float64, len(c.traits)), moved: make([]float64, len(c.traits))}
		p.learn(slices.Clone(c.lessons), how, rand.New(rand.NewSource(int64(order+1))))
		for i, weight := range p.of {
			sum[i] += weight / float64(how.Orders)
		}
		bias += p.bias / float64(how.Orders)
	}
	mean := &Model{of: make(map[uint64]float64), bias: bias}
	for i, weight := range sum {
		if c.met[i] > 1 && math.Abs(weight) >= how.Least {
			mean.of[c.traits[i]] = weight
		}
	}
	return mean
}

// course is lessons whose traits have been numbered as they came, so that weights
// stand in a row while they are learned.
type course struct {
	traits  []uint64
	met     []int // how often, by number
	lessons []lesson
}

type lesson struct {
	parts [][]int32
	is    bool
}

func numbered(all []Lesson) *course {
	c := new(course)
	number := make(map[uint64]int32)
	for _, l := range all {
		of := lesson{is: l.Is}
		for _, traits := range l.Parts {
			part := make([]int32, len(traits))
			for i, h := range traits {
				n, known := number[h]
				if !known {
					n = int32(len(c.traits))
					number[h] = n
					c.traits, c.met = append(c.traits, h), append(c.met, 0)
				}
				c.met[n]++
				part[i] = n
			}
			of.parts = append(of.parts, part)
		}
		c.lessons = append(c.lessons, of)
	}
	return c
}

// pupil is who learns: the weights so far, and how much each has been moved.
type pupil struct {
	of, moved []float64
	bias      float64
}

func (p *pupil) weigh(part []int32) float64 {
	sum := p.bias
	for _, n := range part {
		sum += p.of[n]
	}
	return sum
}

// heaviest is the part of a text that speaks most for it: if any does, it is
// that.
func (p *pupil) heaviest(l lesson) []int32 {
	return slices.MaxFunc(l.parts, func(a, b []int32) int { return cmp.Compare(p.weigh(a), p.weigh(b)) })
}

func (p *pupil) learn(all []lesson, how Learning, order *rand.Rand) {
	for range how.Rounds {
		order.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		for _, l := range all {
			want, parts := 0.0, l.parts
			if l.is {
				want, parts = 1, [][]int32{p.heaviest(l)}
			}
			for _, part := range parts {
				p.move(part, 1/(1+math.Exp(-p.weigh(part)))-want, how)
			}
		}
	}
}

// move makes the weights of a part less wrong.
func (p *pupil) move(part []int32, wrong float64, how Learning) {
	p.bias -= how.Pace / 5 * wrong
	for _, n := range part {
		slope := wrong + how.Decay*p.of[n]
		p.moved[n] += slope * slope
		p.of[n] -= how.Pace * slope / math.Sqrt(0.01+p.moved[n])
	}
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
