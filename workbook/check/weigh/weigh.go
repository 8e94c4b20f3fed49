// Package weigh weighs a text by what it is made of: each trait of a text, such
// as a word or two of them in a row, has a weight that was learned from texts
// whose meaning is known, and their sum is the logarithm of the odds, in
// hundredths, that the text means the thing in question. It is logistic
// regression (Hastie, Tibshirani and Friedman, The Elements of Statistical
// Learning, 2nd edition, 4.4). The package knows nothing of words: whoever uses
// it says what the traits of a text are.
package weigh

import "math/bits"

// Scale has the weights by the hash of a trait, as Table packs them. Nothing is
// read before it is asked for: a command weighs a few thousand of a hundred
// thousand traits, and is over sooner than they would all be read.
type Scale struct {
	slots string
	last  int // the number of slots less one, which are a power of two
}

// A slot is the upper half of a trait's hash, four bytes, and its weight, two; the
// lowest first. It stands at the first free place from that which the lower half
// gives.
const slotSize = 6

// Open makes a scale of a table.
func Open(table string) Scale { return Scale{table, len(table)/slotSize - 1} }

// slot is the upper half of the hash that stands at a place, 0 where none does,
// and its weight.
func (s Scale) slot(at int) (uint32, int16) {
	b := s.slots[at*slotSize:][:slotSize]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24, int16(uint16(b[4]) | uint16(b[5])<<8)
}

// find is the place of a trait and its weight. A trait that was not learned has
// none.
func (s Scale) find(trait uint64) (at int, weight int16, found bool) {
	for at = int(trait) & s.last; ; at = (at + 1) & s.last {
		switch half, weight := s.slot(at); half {
		case 0:
			return at, 0, false
		case upper(trait):
			return at, weight, true
		}
	}
}

// upper is the half of a hash by which it is told from others, never 0.
func upper(trait uint64) uint32 { return max(1, uint32(trait>>32)) }

// Balance adds up what texts weigh, one after another. It is not safe for use by
// several at once.
type Balance struct {
	of     Scale
	met    []uint64 // a bit for each place whose trait the text has
	places []int    // these
	sum    int
}

// NewBalance is a balance for a scale.
func NewBalance(of Scale) *Balance { return &Balance{of: of, met: make([]uint64, of.last/64+1)} }

// Clear makes ready for a text, of which nothing is known but that it is one.
func (b *Balance) Clear() {
	for _, at := range b.places {
		b.met[at/64] = 0
	}
	b.places, b.sum = b.places[:0], 0
	b.Add(bias)
}

// Add puts in a trait of the text. What comes more than once weighs once, and
// what was not learned nothing.
func (b *Balance) Add(trait uint64) {
	at, weight, found := b.of.find(trait)
	if bit := uint64(1) << (at % 64); found && b.met[at/64]&bit == 0 {
		b.met[at/64] |= bit
		b.places = append(b.places, at)
		b.sum += int(weight)
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
