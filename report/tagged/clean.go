package tagged

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Substitution records a character that no font has. It is printed as U+FFFD;
// readers that follow the tags still get the true character.
type Substitution struct {
	Rune rune
	Text string // the whole text it stands in, cleaned
}

// Clean is what happens to every text before it is measured: accents composed,
// line ends made "\n", tabs made spaces, and everything that can't be seen
// (controls, zero-width and direction marks, soft hyphens, variation selectors)
// left out. Broken UTF-8 becomes U+FFFD.
func Clean(s string) string {
	if isPlain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, string(replacement))
	s = lineEnds.Replace(s)
	s = strings.Map(visible, s)
	return norm.NFC.String(s)
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n")

// isPlain is the common case, found without an allocation: letters of western
// Europe, dashes and quotation marks, which stay as they are.
func isPlain(s string) bool {
	for _, r := range s {
		switch {
		case r >= ' ' && r < 0x7F, r == '\n', r > 0x9F && r < 0x0300 && r != softHyphen, r >= hyphen && r <= hyphenationPoint:
		default:
			return false
		}
	}
	return true
}

const (
	softHyphen       = '\u00AD'
	hyphen           = '\u2010' // from here on dashes and quotation marks
	hyphenationPoint = '\u2027'
)

func visible(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\t':
		return ' '
	case r == '\u034F', r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0100 && r <= 0xE01EF:
		return -1 // the grapheme joiner and variation selectors
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}
