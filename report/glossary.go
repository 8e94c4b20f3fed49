package report

import (
	"encoding/json"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
)

// glossary is every term that is explained, alphabetical and once. A paper has
// TermsIn it.
func glossary(terms []*workbook.Term) []Line {
	var list []Line
	seen := map[string]bool{}
	for _, t := range terms {
		if small := strings.ToLower(t.Term); t.Term != "" && t.Meaning != "" && !seen[small] {
			seen[small] = true
			list = append(list, Line{t.Term, t.Meaning})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return strings.ToLower(list[i].Term) < strings.ToLower(list[j].Term) })
	return list
}

// usesTerm looks for a term in a text and, in small letters, the same text. One
// in capitals has to stand there as it is.
func usesTerm(text, lower, term string) bool {
	if term == strings.ToUpper(term) {
		return hasWord(text, term)
	}
	return hasWord(lower, strings.ToLower(term))
}

// TermsIn are the lines of a glossary whose terms a text uses.
func TermsIn(glossary []Line, text string) []Line {
	lower := strings.ToLower(text)
	return slices.DeleteFunc(slices.Clone(glossary), func(l Line) bool { return !usesTerm(text, lower, l.Term) })
}

// wordsOf is every word of a Brief, for looking terms up.
func wordsOf(b *Brief) string {
	text, err := json.Marshal(b)
	if err != nil {
		panic(err) // a Brief is plain data
	}
	return string(text)
}

// hasWord finds term as a whole word, a plural s allowed.
func hasWord(text, term string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], term)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(term)
		after := strings.TrimPrefix(text[end:], "s")
		if !endsInLetter(text[:start]) && !startsWithLetter(after) {
			return true
		}
		from = end
	}
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
