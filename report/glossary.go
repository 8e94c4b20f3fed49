package report

import (
	"encoding/json"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
)

// glossary is the terms that the paper uses, alphabetical. A term in capitals
// is looked for as it stands, another without regard to case.
func glossary(terms []*workbook.Term, b *Brief) []Line {
	if len(terms) == 0 {
		return nil
	}
	text := wordsOf(b)
	lower := strings.ToLower(text)
	var list []Line
	seen := map[string]bool{}
	for _, t := range terms {
		if t.Term == "" || t.Meaning == "" || seen[strings.ToLower(t.Term)] {
			continue
		}
		in, what := lower, strings.ToLower(t.Term)
		if t.Term == strings.ToUpper(t.Term) {
			in, what = text, t.Term
		}
		if hasWord(in, what) {
			seen[strings.ToLower(t.Term)] = true
			list = append(list, Line{t.Term, t.Meaning})
		}
	}
	sort.SliceStable(list, func(i, j int) bool { return strings.ToLower(list[i].Term) < strings.ToLower(list[j].Term) })
	return list
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
