// Package weigh weighs a text by what it is made of: each trait of a text, such
// as a word or two of them in a row, has a weight that was learned from texts
// whose meaning is known, and their sum is the logarithm of the odds, in
// hundredths, that the text means the thing in question. It is logistic
// regression (Hastie, Tibshirani and Friedman, The Elements of Statistical
// Learning, 2nd edition, 4.4). The package knows nothing of words: whoever uses
// it says what the traits of a text are.
package weigh

import (
	"math/bits"
	"strconv"
	"strings"
)

// Scale has the weights by the hash of a trait, in a table that is half empty
// and in which a hash stands at the first free place from its own.
type Scale struct {
	traits  []uint64 // 0 for none
	weights []int16
}

// Read makes a scale of lines of a weight and the names of a trait, with tabs
// between. A line that begins with no number is passed over.
func Read(list string) Scale {
	size := 1 << bits.Len(uint(2*strings.Count(list, "\n")))
	of := Scale{make([]uint64, size), make([]int16, size)}
	for len(list) > 0 {
		line, rest, _ := strings.Cut(list, "\n")
		list = rest
		number, names, _ := strings.Cut(line, "\t")
		weight, err := strconv.Atoi(number)
		if err != nil {
			continue
		}
		h, name := uint64(0), noName
		for i := 0; i < len(names); i++ { // as Hash and With, in one go: there are a million letters
			if names[i] == '\t' {
				h, name = With(h, name), noName
			} else {
				name = (name ^ uint64(names[i])) * fnvPrime
			}
		}
		h = With(h, name)
		at := of.place(h)
		of.traits[at], of.weights[at] = h, int16(weight)
	}
	return of
}

// place is that of a trait, or the empty one where it would stand.
func (s Scale) place(trait uint64) int {
	at := int(trait) & (len(s.traits) - 1)
	for s.traits[at] != trait && s.traits[at] != 0 {
		at = (at + 1) & (len(s.traits) - 1)
	}
	return at
}

// Balance adds up what texts weigh, one after another. It is not safe for use by
// several at once.
type Balance struct {
	of   Scale
	met  []uint32 // by place, the last text in which its trait was met
	text uint32   // how many there were
	sum  int
}

// NewBalance is a balance for a scale.
func NewBalance(of Scale) *Balance { return &Balance{of: of, met: make([]uint32, len(of.traits))} }

// Clear makes ready for a text, of which nothing is known but that it is one.
func (b *Balance) Clear() {
	b.text++
	b.sum = int(b.of.weights[b.of.place(bias)])
}

// Add puts in a trait of the text. What comes more than once weighs once, and
// what was not learned nothing.
func (b *Balance) Add(trait uint64) {
	if at := b.of.place(trait); b.of.traits[at] != 0 && b.met[at] != b.text {
		b.met[at] = b.text
		b.sum += int(b.of.weights[at])
	}
}

// Weight is what the text weighs.
func (b *Balance) Weight() int { return b.sum }

// bias is the trait that every text has.
var bias = With(0, Hash("bias"))

// The numbers of FNV-1a: the hash of an empty name, and by what it grows.
const (
	noName   = uint64(14695981039346656037)
	fnvPrime = 1099511628211
)

// Hash is FNV-1a of a name.
func Hash(name string) uint64 {
	h := noName
	for i := 0; i < len(name); i++ {
		h = (h ^ uint64(name[i])) * fnvPrime
	}
	return h
}

// With puts a hash behind others: the hash of a trait is that of its names, one
// behind another.
func With(h, next uint64) uint64 {
	h = bits.RotateLeft64(h, 7) ^ next
	return h * 0x9E3779B97F4A7C15
}
