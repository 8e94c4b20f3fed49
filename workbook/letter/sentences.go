package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook/words"
)

// sentence is one sentence of a passage, by its bytes.
type sentence struct {
	text    string
	at, end int
}

var abbreviation = words.MustCompile(`(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Hon|No|Nos|vs|etc|approx|para|paras|Sec|Fig|Ltd|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec|cf|al|inc)|\b[A-Z]|e\.g|i\.e|a\.m|p\.m)\.$`)

// sentences parts a text into its sentences. A full stop within an
// abbreviation or behind an initial ends none.
func sentences(text string) []sentence {
	var found []sentence
	start := 0
	for i := 0; i < len(text); i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		end := i + 1
		for end < len(text) && strings.ContainsRune("’”)'\"", runeAt(text, end)) {
			end += utf8.RuneLen(runeAt(text, end))
		}
		if end < len(text) && (text[end] != ' ' || !opensSentence(text[end+1:])) || text[i] == '.' && abbreviation.MatchString(text[start:i+1]) && end < len(text) {
			continue
		}
		found = append(found, sentence{strings.TrimSpace(text[start:end]), start, end})
		for end < len(text) && text[end] == ' ' {
			end++
		}
		start, i = end, end-1
	}
	if start < len(text) {
		found = append(found, sentence{strings.TrimSpace(text[start:]), start, len(text)})
	}
	return found
}

func runeAt(text string, at int) rune {
	r, _ := utf8.DecodeRuneInString(text[at:])
	return r
}

func opensSentence(text string) bool {
	for _, r := range text {
		switch {
		case unicode.IsUpper(r), unicode.IsDigit(r):
			return true
		case strings.ContainsRune("‘“('\"", r):
			continue
		}
		return false
	}
	return false
}
