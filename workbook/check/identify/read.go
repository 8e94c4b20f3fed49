package identify

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook/check/weigh"
)

// word is a run of letters and digits; apostrophes and hyphens part words, so
// "7-year-old" is three and "JB's" two.
type word struct {
	start, end int
	low        string // in lower case
	class      class  // of the lexicon
	number     int    // 0 to 999 of figures or a number word, else -1
	begins     begins // what is searched for from it on
	kind       string // as which it is weighed
	hash       uint64 // of low
	kindHash   uint64
	capital    bool // begins with a capital
	allCaps    bool // of capitals A to Z only
	sentence   int
	clause     int
}

// sentence is what all of its words have in common.
type sentence struct {
	from, to int // words
	has      class
}

// text is a text taken apart, and what has been found in it.
type text struct {
	Options
	s         string
	words     []word
	sentences []sentence
	clauses   []class // what the words between two commas with a conjunction, semicolons or dashes hold
	place     []int   // by word: where a place that begins there ends, 0 for none
	village   []bool  // by word: the place has no word that says what it is
	aged      []int   // by word: where an age of one person that begins there ends
	shouted   bool    // written in capitals: they say nothing
	digits    digits
	tokens    []token
	trait     []uint64
	balance   *weigh.Balance    // nil before anything is weighed
	names     map[uint64]string // of traits, where the corpus is learned
	found     []Span
	seen      map[string]word // by word as typed, in this text and those before it
}

func read(s string, o Options) *text {
	t := pool.Get().(*text)
	*t = text{Options: o, s: s, words: t.words[:0], sentences: t.sentences[:0], clauses: t.clauses[:0], place: t.place, village: t.village, aged: t.aged, seen: t.seen, tokens: t.tokens, trait: t.trait, balance: t.balance, digits: countDigits(s)}
	start, upper, letters := -1, 0, 0
	for i, r := range s {
		if isWordRune(r) {
			if start < 0 {
				start = i
			}
			if r >= 'A' && r <= 'Z' {
				upper++
			}
			if r > '9' {
				letters++
			}
			continue
		}
		if start >= 0 {
			t.add(start, i)
			start = -1
		}
	}
	if start >= 0 {
		t.add(start, len(s))
	}
	t.shouted = letters > 12 && upper*2 > letters
	t.cutSentences()
	t.restoreCapitals()
	t.place, t.aged = cleared(t.place, len(t.words)), cleared(t.aged, len(t.words))
	t.village = cleared(t.village, len(t.words))
	return t
}

// pool keeps the room that a text needs for the next one: a plan has many.
var pool = sync.Pool{New: func() any { return &text{seen: make(map[string]word)} }}

// mostSeen is more than the words of any plan, of which the same few thousand
// come again and again.
const mostSeen = 1 << 14

// cleared is room for n values, all nought.
func cleared[T any](room []T, n int) []T {
	room = slices.Grow(room[:0], n)[:n]
	clear(room)
	return room
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func (t *text) add(start, end int) {
	typed := t.s[start:end]
	w, known := t.seen[typed]
	if !known {
		w = newWord(typed)
		if len(t.seen) == mostSeen {
			clear(t.seen)
		}
		t.seen[strings.Clone(typed)] = w // the text itself need not stay for it
	}
	w.start, w.end = start, end
	t.words = append(t.words, w)
}

// newWord is what a word says by itself, wherever it stands.
func newWord(typed string) word {
	w := word{low: strings.Clone(strings.ToLower(typed)), number: -1, allCaps: true}
	if whole := inFull[w.low]; whole != "" {
		w.low = whole
	}
	for i, r := range typed {
		if i == 0 {
			w.capital = unicode.IsUpper(r)
		}
		if r < 'A' || r > 'Z' {
			w.allCaps = false
		}
	}
	w.class = classOf(w.low)
	if w.low == "may" {
		w.class = ruling
		if w.capital {
			w.class = month | noPlace
		}
	}
	w.number = numberOf(w.low)
	if len(w.low) == 2 && w.low[1] == 'x' && w.low[0] <= '9' {
		w.number = int(w.low[0] - '0') // 2x boys
	}
	w.begins = whatBegins(w)
	w.kind = kindOf(w)
	w.hash, w.kindHash = weigh.Hash(w.low), weigh.Hash(w.kind)
	return w
}

// inFull are words as notes shorten them.
var inFull = map[string]string{"grp": "group", "grps": "groups", "fam": "family", "fams": "families", "bro": "brother", "bros": "brothers", "sis": "sister", "chn": "children", "chdn": "children",
	"shes": "she", "hes": "he", "mths": "months", "wks": "weeks", "mtg": "meeting"}

// numberOf reads figures of up to three digits and the words one to
// twenty-five; -1 for anything else.
func numberOf(low string) int {
	if n, ok := numberWords[low]; ok {
		return n
	}
	if len(low) > 3 {
		return -1
	}
	n := 0
	for i := 0; i < len(low); i++ {
		if low[i] < '0' || low[i] > '9' {
			return -1
		}
		n = 10*n + int(low[i]-'0')
	}
	return n
}

// cutSentences ends a sentence at a full stop before a capital, at a mark of
// its own, and at the end of a line.
func (t *text) cutSentences() {
	for i := range t.words {
		if i == 0 || t.endsBefore(i) {
			t.sentences = append(t.sentences, sentence{from: i})
		}
		if t.words[i].low == "t" && i > 0 && t.words[i-1].low == "can" && isApostrophe(t.gap(i)) {
			t.words[i-1].class &^= ruling // can't tells of somebody
		}
		if i == 0 || t.words[i-1].sentence != len(t.sentences)-1 || t.parts(i) {
			t.clauses = append(t.clauses, 0)
		}
		t.words[i].clause = len(t.clauses) - 1
		t.clauses[len(t.clauses)-1] |= t.words[i].class
		last := len(t.sentences) - 1
		t.words[i].sentence = last
		t.sentences[last].to = i + 1
		t.sentences[last].has |= t.words[i].class
	}
}

// parts says whether word i begins a clause of its own.
func (t *text) parts(i int) bool {
	gap := t.gap(i)
	if strings.ContainsAny(gap, ";—") || gap == " – " || gap == " - " {
		return true
	}
	if gap != ", " {
		return false
	}
	switch t.words[i].low {
	case "and", "but", "so", "while", "which", "although", "though":
		return true
	}
	return false
}

func (t *text) endsBefore(i int) bool {
	gap := t.gap(i)
	if strings.ContainsAny(gap, "!?\n\r•") {
		return true
	}
	dot := strings.IndexByte(gap, '.')
	if dot < 0 || dot == len(gap)-1 {
		return false
	}
	before := t.words[i-1]
	return before.end-before.start > 1 && before.class&abbreviation == 0 && (t.words[i].capital || t.words[i].number >= 0)
}

// gap is what stands before word i, after the word before it.
func (t *text) gap(i int) string {
	if i <= 0 || i >= len(t.words) {
		return ""
	}
	return t.s[t.words[i-1].end:t.words[i].start]
}

// at is word i, of no class where there is none.
func (t *text) at(i int) word {
	if i < 0 || i >= len(t.words) {
		return word{number: -1, sentence: -1}
	}
	return t.words[i]
}

// is says whether the words from i on are these, with nothing but space or
// hyphens between them.
func (t *text) is(i int, list ...string) bool {
	for k, want := range list {
		if t.at(i+k).low != want || k > 0 && !joined(t.gap(i+k)) {
			return false
		}
	}
	return true
}

// follows says whether word i comes after i-1 with only a space or a hyphen
// between, in the same sentence.
func (t *text) follows(i int) bool {
	return i > 0 && i < len(t.words) && joined(t.gap(i)) && t.words[i].sentence == t.words[i-1].sentence
}

func joined(gap string) bool {
	switch gap {
	case " ", "½ ", "¼ ", "¾ ", "½-", "-", "\u2011", "\u2010", "–", "\u00a0", "  ":
		return true
	}
	return false
}

func isApostrophe(gap string) bool { return gap == "'" || gap == "’" }

// possessive says whether 's or ’ follows word i, and which word comes then.
func (t *text) possessive(i int) (next int, ok bool) {
	gap := t.gap(i + 1)
	if isApostrophe(strings.TrimPrefix(gap, ".")) && t.at(i+1).low == "s" {
		return i + 2, true
	}
	return i + 1, isApostrophe(strings.TrimRight(gap, " ")) && !isApostrophe(gap)
}

// hasAny says whether a class has any of the bits of another.
func (c class) hasAny(of class) bool { return c&of != 0 }

// inClause is what the clause of word i holds.
func (t *text) inClause(i int) class { return t.clauses[t.words[i].clause] }

// in is what the sentence of word i holds.
func (t *text) in(i int) class { return t.sentences[t.words[i].sentence].has }

// first says whether word i begins a sentence, or what follows a colon, a
// dash or an opening quotation mark.
func (t *text) first(i int) bool {
	if i < 0 || i >= len(t.words) {
		return false
	}
	return i == 0 || t.isTold(i) || t.words[i].sentence != t.words[i-1].sentence || strings.ContainsAny(t.gap(i), ":;–—\"“")
}

// isTold says whether word i begins what somebody said, found or noted: it was
// noted that nan runs the shop; and dad works nights.
func (t *text) isTold(i int) bool {
	switch before := t.words[i-1]; before.low {
	case "that":
		said := t.at(i - 2).low
		return i > 1 && (strings.HasSuffix(said, "ed") || said == "said" || said == "says" || said == "found" || said == "told" || said == "us" || said == "heard" || said == "felt" || said == "clear")
	case "and", "but", "so", "because":
		return t.words[i].class&(kinWord|childWord) != 0 && t.gap(i-1) == ", "
	}
	return false
}

// mark notes words from to to, exclusive, as found.
func (t *text) mark(kind Kind, from, to int) {
	t.found = append(t.found, Span{Kind: kind, Start: t.words[from].start, End: t.words[to-1].end})
}
