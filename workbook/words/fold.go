// Package words is what any program that writes English about other people's
// texts needs: how two spellings are compared, what was probably meant, how
// things are counted, joined and quoted, and what a failure says. It knows
// nothing of plans and imports nothing of ours.
package words

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold is how words, names of lists, headings and refs are compared: without
// case, outer spaces and marks that cannot be seen, with every run of white
// space as one space, and with the quotes, dashes and dots that Word and Excel
// put in by themselves as the keyboard types them. Folding twice changes
// nothing more.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	if isASCII(s) {
		return foldASCII(s)
	}
	s = norm.NFC.String(typed.Replace(norm.NFC.String(strings.ToLower(norm.NFC.String(s)))))
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// foldASCII is Fold of the texts that most are, in one go.
func foldASCII(s string) string {
	var room [64]byte
	folded := room[:0]
	space := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == ' ' || c >= '\t' && c <= '\r':
			space = len(folded) > 0
			continue
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		}
		if space {
			folded, space = append(folded, ' '), false
		}
		folded = append(folded, c)
	}
	return string(folded)
}

// FoldName is how people and posts are compared: as Fold, and without any
// space, so that an accent after one belongs to the letter before it. Two
// spellings with the same folded name are one owner.
func FoldName(s string) string { return norm.NFC.String(strings.ReplaceAll(Fold(s), " ", "")) }

// Same says whether two texts are the same but for what Fold leaves out.
func Same(a, b string) bool { return a == b || Fold(a) == Fold(b) }

// SameName says whether two spellings are one person or post.
func SameName(a, b string) bool { return a == b || FoldName(a) == FoldName(b) }

// Clean leaves out what cannot be seen: outer and double spaces, and marks of
// no width. The spelling stays.
func Clean(s string) string {
	if !isASCII(s) {
		s = unseen.Replace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// invisible marks have no width: zero-width spaces and joiners, the soft
// hyphen, the byte order mark and marks of direction.
var invisible = []string{"\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\ufeff", "\u00ad"}

var (
	unseen = strings.NewReplacer(each(invisible, "")...)
	typed  = strings.NewReplacer(append(each(invisible, ""), append(append(
		each([]string{"\u2018", "\u2019", "\u201b", "\u02bc", "\u2032", "\u00b4", "\uff07"}, "'"),
		each([]string{"\u201c", "\u201d", "\u201f", "\u2033", "\uff02"}, `"`)...), append(
		each([]string{"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe58", "\ufe63", "\uff0d"}, "-"),
		"\u2026", "...")...)...)...)
)

// each pairs every mark with what stands for it.
func each(marks []string, by string) []string {
	pairs := make([]string, 0, 2*len(marks))
	for _, m := range marks {
		pairs = append(pairs, m, by)
	}
	return pairs
}

// isFolded spares most texts the work: printable ASCII without capitals, outer
// or double spaces.
func isFolded(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= 0x7f || c >= 'A' && c <= 'Z' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return s == "" || !space
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
