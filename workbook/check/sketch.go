package check

// sketches tell at a glance of most words that no phrase of a list begins with
// them: a word is compared by a few of its letters, which takes a fifth of
// looking it up. Of one that may be a beginning, looking it up decides.
type sketches struct {
	whole  [1 << 10 / 64]uint64 // of words, by their first and last letter and their length
	starts [1 << 10 / 64]uint64 // of beginnings of words, by their first two letters
}

func (s *sketches) addWhole(word string) {
	n := wholeSketch(word)
	s.whole[n/64] |= 1 << (n % 64)
}

func (s *sketches) addStart(start string) {
	if len(start) == 1 { // the second letter may be any
		for i := range s.starts {
			s.starts[i] = ^uint64(0)
		}
		return
	}
	n := startSketch(start)
	s.starts[n/64] |= 1 << (n % 64)
}

// mayHold is false of a word that is none of those which were added, and begins
// with none of the beginnings.
func (s *sketches) mayHold(word string) bool {
	if n := wholeSketch(word); s.whole[n/64]>>(n%64)&1 != 0 {
		return true
	}
	n := startSketch(word)
	return s.starts[n/64]>>(n%64)&1 != 0
}

func wholeSketch(word string) uint {
	return (uint(word[0])*37 + uint(word[len(word)-1])*5 + uint(len(word))*131) % (1 << 10)
}

func startSketch(word string) uint {
	second := uint(0)
	if len(word) > 1 {
		second = uint(word[1])
	}
	return (uint(word[0])*37 + second) % (1 << 10)
}
