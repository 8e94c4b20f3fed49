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
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\u0085", "\n").Replace(s)
	s = strings.Map(visible, s)
	return norm.NFC.String(s)
}

// isPlain is the common case, found without an allocation.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x7F || s[i] < ' ' && s[i] != '\n' {
			return false
		}
	}
	return true
}

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
