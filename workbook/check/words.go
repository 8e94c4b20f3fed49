package check

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook/words"
)

func blank(s string) bool { return strings.TrimSpace(s) == "" }

// longestQuote is how much of a cell a message has room for.
const longestQuote = 48

// quote repeats what stands in a cell, cut to a length that a line can take.
func quote(s string) string { return words.Quote(words.Clip(s, longestQuote)) }

// lowerWords are the words of a text in lower case: letters, digits and what
// stands inside a word (an apostrophe, a hyphen).
func lowerWords(s string) []string {
	s = strings.ToLower(s)
	out := make([]string, 0, len(s)/5+2)
	for w := range eachWord(s) {
		out = append(out, s[w.start:w.end])
	}
	return out
}

// wordKey is a text's words in lower case with a space between two, and how
// many they are.
func wordKey(s string) (key string, n int) {
	b, n := appendWordKey(make([]byte, 0, len(s)), s)
	return string(b), n
}

// appendWordKey is wordKey, behind what is there.
func appendWordKey(b []byte, s string) (key []byte, n int) {
	for w := range eachWord(s) {
		if n > 0 {
			b = append(b, ' ')
		}
		n++
		b = appendLower(b, s[w.start:w.end])
	}
	return b, n
}

// appendLower is strings.ToLower, behind what is there and without a copy of its
// own where the letters are plain.
func appendLower(b []byte, s string) []byte {
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return append(b[:len(b)-i], strings.ToLower(s)...)
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// span is a piece of a text, in bytes.
type span struct{ start, end int }

// wordSpans lists the words of a text.
func wordSpans(s string) []span {
	out := make([]span, 0, len(s)/5+2)
	for w := range eachWord(s) {
		out = append(out, w)
	}
	return out
}

// eachWord finds the words of a text one after another.
func eachWord(s string) iter.Seq[span] {
	return func(yield func(span) bool) {
		start := -1
		for i, r := range s {
			if isWordRune(r) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start < 0 || insideWord(s, i, r) {
				continue
			}
			if !yield(span{start, i}) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(span{start, len(s)})
		}
	}
}

// isWordRune is true of letters and digits; most are plain ones.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// insideWord says whether an apostrophe or hyphen at i joins two letters or
// digits.
func insideWord(s string, i int, r rune) bool {
	if r != '\'' && r != '’' && r != '-' && r != '‑' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
	return isWordRune(next)
}

// setOf makes a set of the words of a list written in one string.
func setOf(list string) map[string]bool {
	all := strings.Fields(list)
	set := make(map[string]bool, len(all))
	for _, w := range all {
		set[w] = true
	}
	return set
}

// anyIn says whether a set holds any of some words.
func anyIn(set map[string]bool, list []string) bool {
	for _, w := range list {
		if set[w] {
			return true
		}
	}
	return false
}

// within says whether a folded text holds any of some phrases.
func within(folded string, phrases ...string) bool {
	for _, p := range phrases {
		if strings.Contains(folded, p) {
			return true
		}
	}
	return false
}
