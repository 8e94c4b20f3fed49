package check

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A clause is the words of one part of a sentence, in lower case, with curly
// apostrophes made straight: what stands between two stops, commas, dashes or
// brackets, or before a word that turns the sentence round ("but").
type clause []string

// turns are the words that begin a clause of their own.
var turns = setOf(`but however although though whereas yet while whilst`)

// clauses takes a text apart. A stop inside a figure or a ref ends nothing.
func clauses(s string) []clause {
	var list []clause
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	now := make(clause, 0, len(s)/5+2) // room for all clauses, one behind another
	end := func() {
		if n := len(now); n > 0 {
			list = append(list, now[:n:n])
			now = now[n:]
		}
	}
	last := 0
	for w := range eachWord(s) {
		if endsClause(s[last:w.start]) {
			end()
		}
		last = w.end
		word := s[w.start:w.end]
		if word == "one" && len(now) > 0 && now[len(now)-1] == "no" {
			now[len(now)-1] = "no-one"
			continue
		}
		if turns[word] && !(word == "but" && len(now) > 0 && wholeBut[now[len(now)-1]]) && !(word == "yet" && (len(now) == 0 || now[len(now)-1] == "not" || notYet(s[w.end:]))) {
			end()
		}
		now = append(now, word)
	}
	end()
	return list
}

// wholeBut are words after which "but" takes a part away, and turns nothing.
var wholeBut = setOf("all everyone everybody everything every none nothing no-one nobody last anything any")

// notYet says whether what follows a "yet" makes it one of time: "yet to be",
// or the end of the clause.
func notYet(rest string) bool {
	rest = strings.TrimSpace(rest)
	return strings.HasPrefix(rest, "to ") || rest == "" || strings.ContainsRune(".,;:!?)", rune(rest[0]))
}

// endsClause judges what stands between two words. "1.4" and "co-op" are one
// word each; a slash joins.
func endsClause(between string) bool {
	for i, r := range between {
		switch r {
		case '.':
			rest := between[i+utf8.RuneLen(r):]
			if rest == "" && i == 0 {
				continue // between two figures
			}
			return true
		case ',', ';', ':', '!', '?', '(', ')', '\n', '–', '—', '•':
			return true
		case '-':
			if strings.TrimSpace(between) == "-" && len(between) > 1 {
				return true
			}
		}
	}
	return false
}

// A term of a phrase is one of several words, each whole or as the beginning
// of a family of words; it may be left out, or stand for up to three words
// that do not matter.
type term struct {
	words    []string        // each whole
	whole    map[string]bool // the same, nil where they are few and sooner looked through
	starts   []string
	number   bool // any number, in figures or in words
	optional bool
	gap      bool
}

func (t *term) fits(word string) bool {
	if t.whole[word] || t.whole == nil && slices.Contains(t.words, word) {
		return true
	}
	for _, start := range t.starts {
		if strings.HasPrefix(word, start) {
			return true
		}
	}
	return t.number && amount(word) > 0
}

// phrases is a list of phrases to look for. It is taken apart when it is first
// used, and kept by the words that a phrase can begin with, so that a text is
// looked at once and not once for each phrase.
type phrases struct {
	list     string
	once     sync.Once
	all      [][]term
	whole    map[string][]int  // first word → places in all, ascending
	families map[byte][]family // first letter → families of first words
	sketches sketches
	numbers  []int // places in all of those that begin with a number
}

// family is the beginning of first words, and a phrase that can begin with one.
type family struct {
	start string
	at    int // place in all
}

// phrasesOf is a list of phrases, one a line. In a phrase "delay*" is a family
// of words, "sign-off/approval" are alternatives, "now?" may be left out, "<staff>"
// is any word of that lexicon, "#" is any number, and ".." stands for up to three
// words.
func phrasesOf(list string) *phrases { return &phrases{list: list} }

func (ps *phrases) parse() {
	ps.whole, ps.families = make(map[string][]int), make(map[byte][]family)
	for _, line := range strings.Split(ps.list, "\n") {
		if one := phraseOf(line); len(one) > 0 {
			ps.all = append(ps.all, one)
			ps.index(one, len(ps.all)-1)
		}
	}
}

// fewWords are looked through in less time than it takes to look one up.
const fewWords = 8

func phraseOf(line string) []term {
	var one []term
	for _, piece := range strings.Fields(line) {
		if piece == ".." {
			one = append(one, term{gap: true})
			continue
		}
		t := term{optional: strings.HasSuffix(piece, "?")}
		for _, word := range alternatives(strings.ReplaceAll(piece, "?", "")) {
			if word == "#" {
				t.number = true
			} else if start, family := strings.CutSuffix(word, "*"); family {
				t.starts = append(t.starts, start)
			} else {
				t.words = append(t.words, word)
			}
		}
		if len(t.words) > fewWords {
			t.whole = make(map[string]bool, len(t.words))
			for _, word := range t.words {
				t.whole[word] = true
			}
		}
		one = append(one, t)
	}
	return one
}

// alternatives are the words that a piece of a phrase stands for, those of a
// lexicon spelt out.
func alternatives(piece string) []string {
	var list []string
	for _, word := range strings.Split(piece, "/") {
		name, isLexicon := strings.CutPrefix(word, "<")
		if !isLexicon {
			list = append(list, word)
			continue
		}
		lexicon, exists := lexicons[strings.TrimSuffix(name, ">")]
		if !exists {
			panic("there is no lexicon " + word)
		}
		list = append(list, strings.Fields(lexicon)...)
	}
	return list
}

// index files a phrase under every word that it can begin with: those of its
// first term, and where that may be left out, of the next as well.
func (ps *phrases) index(one []term, at int) {
	for _, t := range one {
		if t.gap {
			panic("a phrase can't begin with a gap: " + ps.list)
		}
		for _, word := range t.words {
			ps.sketches.addWhole(word)
			if list := ps.whole[word]; len(list) == 0 || list[len(list)-1] != at {
				ps.whole[word] = append(list, at)
			}
		}
		if t.number {
			ps.numbers = append(ps.numbers, at)
		}
		for _, start := range t.starts {
			ps.sketches.addStart(start)
			ps.families[start[0]] = append(ps.families[start[0]], family{start, at})
		}
		if !t.optional {
			return
		}
	}
}

// at is how many words the first of the phrases takes at the beginning of a
// list, 0 if none is there.
func (ps *phrases) at(list []string) int {
	ps.once.Do(ps.parse)
	if len(list) == 0 || list[0] == "" {
		return 0
	}
	number := len(ps.numbers) > 0 && amount(list[0]) > 0
	if !number && !ps.sketches.mayHold(list[0]) {
		return 0
	}
	candidates := ps.whole[list[0]]
	for _, f := range ps.families[list[0][0]] {
		if strings.HasPrefix(list[0], f.start) && !slices.Contains(candidates, f.at) {
			candidates = append(candidates[:len(candidates):len(candidates)], f.at)
			slices.Sort(candidates)
		}
	}
	if number {
		candidates = append(candidates[:len(candidates):len(candidates)], ps.numbers...)
		slices.Sort(candidates)
	}
	for _, i := range candidates {
		if n := matchRest(ps.all[i], list, 0); n > 0 {
			return n
		}
	}
	return 0
}

// in finds the first of the phrases in a clause: where it begins and ends. A
// phrase that is denied is passed over.
func (ps *phrases) in(c clause) (from, to int, found bool) {
	for i := range c {
		if n := ps.at(c[i:]); n > 0 && !denied(c, i) {
			return i, i + n, true
		}
	}
	return 0, 0, false
}

// has says whether a clause holds one of the phrases, not denied.
func (ps *phrases) has(c clause) bool {
	_, _, found := ps.in(c)
	return found
}

// anyhowIn is in that also finds a phrase that is denied.
func (ps *phrases) anyhowIn(c clause) (from, to int, found bool) {
	for i := range c {
		if n := ps.at(c[i:]); n > 0 {
			return i, i + n, true
		}
	}
	return 0, 0, false
}

// hasAnyhow says whether a clause holds one of the phrases, denied or not.
func (ps *phrases) hasAnyhow(c clause) bool {
	_, _, found := ps.anyhowIn(c)
	return found
}

// begin says whether a clause begins with one of the phrases.
func (ps *phrases) begin(c clause) bool { return ps.at(c) > 0 }

// matchRest is how many words the rest of a phrase takes, with those taken
// before it; 0 if it is not there.
func matchRest(p []term, list []string, taken int) int {
	if len(p) == 0 {
		return taken
	}
	t := &p[0]
	if t.gap {
		for n := 0; n <= 3; n++ {
			if taken+n > len(list) {
				break
			}
			if got := matchRest(p[1:], list, taken+n); got > 0 {
				return got
			}
		}
		return 0
	}
	if taken < len(list) && t.fits(list[taken]) {
		if got := matchRest(p[1:], list, taken+1); got > 0 {
			return got
		}
	}
	if t.optional {
		return matchRest(p[1:], list, taken)
	}
	return 0
}

// deniers are words that turn what follows within a few words into its
// opposite.
var deniers = setOf(`no not never without neither nor none nothing cannot can't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
	wouldn't avoid avoids avoided avoiding prevent prevents prevented preventing rather instead unlikely nobody few fewer`)

// denied says whether a word shortly before place i denies what is there. "Not
// only" and "no longer" before a phrase that needs them are phrases themselves.
func denied(c clause, i int) bool {
	for j := max(0, i-3); j < i; j++ {
		if deniers[c[j]] && !(j+1 < len(c) && c[j+1] == "only") && !(j > 0 && c[j] == "few" && c[j-1] == "a") {
			return true
		}
	}
	return false
}

// supposed says whether a clause speaks of what might be and not of what is:
// "if it is delayed".
func supposed(c clause) bool {
	for i, w := range c {
		switch w {
		case "where", "wherever", "whenever":
			if i == 0 {
				return true // in such cases, however many there were
			}
		case "if", "unless", "would", "could", "might", "should", "may", "risk", "risks", "case", "whether", "were":
			if w == "may" && i+1 < len(c) && c[i+1] != "" && c[i+1][0] >= '0' && c[i+1][0] <= '9' || w == "may" && i > 0 && months[c[i-1]] != 0 || w == "may" && i > 0 && timePrepositions[c[i-1]] {
				continue // the month
			}
			if (w == "would" || w == "could" || w == "should") && i+1 < len(c) && c[i+1] == "not" && !anyIn(expected, c[:i]) {
				continue // refused, and not supposed
			}
			if w == "were" && i > 0 || w == "case" && (i == 0 || c[i-1] != "in") {
				continue
			}
			return true
		}
	}
	return false
}

// expected are words after which even a refusal is only thought of: "we had
// feared that they would not".
var expected = setOf("feared fear worried thought expected hoped believed assumed suspected so")

// certain is the part of a clause that speaks of what is: all of it, none of
// it, or what stands before the verb of a supposition: "take-up has dwindled
// and the group may fold".
func certain(c clause) clause {
	if !supposed(c) {
		return c
	}
	for i, w := range c {
		if modals[w] && !supposed(c[:i]) && i > 2 {
			return c[:i]
		}
	}
	return nil
}

var modals = setOf("would could might should may")

var timePrepositions = setOf(`in by since from until to of during before after end mid early late and`)

// months by name and by their short names, from 1.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}
