package workbook

import "actionplan/workbook/words"

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
	if word = words.Fold(word); word == "" {
		return nil
	}
	for _, w := range k.Words {
		if words.Fold(w.Word) == word {
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
	return m.Word()
}

// DefaultKey is the key of a workbook without one.
func DefaultKey() Key {
	k := Key{Default: true}
	for _, m := range KeyOrder {
		k.Words = append(k.Words, &KeyWord{Word: m.Word(), Means: m})
	}
	return k
}
