package workbook

import "strings"

// Meaning is what a status word stands for. Councils use their own words; all
// counting is done on meanings. The order is the palette's: best first, then
// what is not running.
type Meaning int

const (
	MeaningUnknown Meaning = iota // a word not in the key, or none
	Embedded                      // done, and checked evidence shows that it works
	Delivered                     // done, not yet shown to work
	OnTrack
	AtRisk
	OffTrack
	NotStarted
	Withdrawn
)

// Meanings lists the seven in palette order.
var Meanings = []Meaning{Embedded, Delivered, OnTrack, AtRisk, OffTrack, NotStarted, Withdrawn}

var meaningWords = [...]string{"status not known", "embedded", "delivered", "on track", "at risk", "off track", "not started", "withdrawn"}

func (m Meaning) String() string { return meaningWords[m] }

// Open means that the work still has to be finished. A word that is not in
// the key counts as open: it must never pass for done.
func (m Meaning) Open() bool { return m != Embedded && m != Delivered && m != Withdrawn }

// Done means delivered or embedded.
func (m Meaning) Done() bool { return m == Embedded || m == Delivered }

// ParseMeaning reads one of the seven, without regard to case or spaces.
func ParseMeaning(s string) (Meaning, bool) {
	s = fold(s)
	for _, m := range Meanings {
		if fold(m.String()) == s {
			return m, true
		}
	}
	return MeaningUnknown, false
}

// MarshalText writes the meaning's name, for JSON.
func (m Meaning) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// KeyWord is one row of the Key sheet: a status word that staff use, and what
// it means.
type KeyWord struct {
	Source
	Word       string
	Means      Meaning
	Colour     string // a colour's name or #rrggbb; "" by meaning
	Definition string
}

// Key is the organisation's own status words. Without a Key sheet the seven
// meanings are the words.
type Key struct {
	Words   []*KeyWord
	Default bool // no Key sheet, or an empty one
}

// Find is the key's row for a word, or nil. A blank status is no word, even
// if a row of the key has its word missing.
func (k Key) Find(word string) *KeyWord {
	if word = fold(word); word == "" {
		return nil
	}
	for _, w := range k.Words {
		if fold(w.Word) == word {
			return w
		}
	}
	return nil
}

// Meaning is what a word means, MeaningUnknown if the key does not have it.
func (k Key) Meaning(word string) Meaning {
	if w := k.Find(word); w != nil {
		return w.Means
	}
	return MeaningUnknown
}

// Word is the first word with that meaning, else the meaning itself with a
// capital.
func (k Key) Word(m Meaning) string {
	for _, w := range k.Words {
		if w.Means == m && w.Word != "" {
			return w.Word
		}
	}
	return strings.ToUpper(m.String()[:1]) + m.String()[1:]
}

// Has says whether any word of the key has that meaning.
func (k Key) Has(m Meaning) bool {
	for _, w := range k.Words {
		if w.Means == m {
			return true
		}
	}
	return false
}

// defaultKey is the key of a workbook without one.
func defaultKey() Key {
	k := Key{Default: true}
	for _, m := range []Meaning{NotStarted, OnTrack, AtRisk, OffTrack, Delivered, Embedded, Withdrawn} {
		w := m.String()
		k.Words = append(k.Words, &KeyWord{Word: strings.ToUpper(w[:1]) + w[1:], Means: m})
	}
	return k
}
