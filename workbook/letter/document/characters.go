package document

import (
	"strings"
	"unicode"
	"unicode/utf16"

	"actionplan/workbook/words"
)

// high1252 is what Windows-1252 has where Latin-1 has control characters.
var high1252 = [32]rune{'€', 0x81, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0x8d, 'Ž', 0x8f,
	0x90, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0x9d, 'ž', 'Ÿ'}

func windows1252(r rune) rune {
	if r >= 0x80 && r < 0xa0 {
		return high1252[r-0x80]
	}
	return r
}

func decodeUTF16(data []byte) string {
	big := data[0] == 0xfe
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		a, b := uint16(data[i]), uint16(data[i+1])
		if big {
			a, b = b, a
		}
		units = append(units, a|b<<8)
	}
	return string(utf16.Decode(units))
}

// plain writes out ligatures and drops what is not seen: soft hyphens, marks
// of order and width, and the object and replacement characters.
var plain = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
	"\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\ufeff", "", "\ufffc", "",
	"\u2060", "", "\u2011", "-", "\u2010", "-", "\u00a0", " ", "\u202f", " ", "\u2007", " ")

// oneLine gives a text single spaces and no control characters.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return windows1252(r)
	}, plain.Replace(text))
	text = strings.Join(strings.Fields(text), " ")
	return brokenCompound.ReplaceAllStringFunc(text, func(broken string) string {
		if hanging.MatchString(broken) {
			return broken
		}
		return strings.Replace(broken, "- ", "-", 1)
	})
}

// A compound word that a line end has broken has a space behind its hyphen;
// "short- and long-term" has one too, and keeps it.
var (
	brokenCompound = words.MustCompile(`\pL- \pL+`)
	hanging        = words.MustCompile(`- (?:and|or|to|as|but|nor|versus)$`)
)

// bullets are the characters that stand before items of a list, those of the
// symbol fonts included: fonts without a map leave them in the private area.
const bullets = "•●○◦▪▫■□◼◻◾◽⬛⬜◆◇❖➢➤►▶‣⁃∙·✓✔➔→⇒\uf0b7\uf0a7\uf06e\uf0d8\uf076\uf0fc\uf0a8\uf0b0\uf02d\uf0e0"

var (
	bulletLabel = words.MustCompile(`^[` + bullets + `]+$`)
	dashLabel   = words.MustCompile(`^[-–—*o]$`)
	numberLabel = words.MustCompile(`^\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,5})[.)]?$`)
	leadBullet  = words.MustCompile(`^([` + bullets + `]+)\s*(.*)$`)
	leadDash    = words.MustCompile(`^([-–—*o])\s+(.*)$`)
	leadNumber  = words.MustCompile(`^(\(?(?:\d{1,3}\.|\d{1,3}\)|\d{1,2}(?:\.\d{1,2}){1,2}\.?|[a-z]\)|[ivx]{1,5}[.)]))\s+(\S.*)$`)
)

// isLabel tells whether a text is nothing but a bullet or number.
func isLabel(text string) bool {
	return bulletLabel.MatchString(text) || dashLabel.MatchString(text) || numberLabel.MatchString(text)
}

// splitLabel parts a bullet or number from the text after it. A dash or an
// "o" counts only with a space behind it, or it would eat the first letter.
func splitLabel(text string) (label, rest string) {
	for _, lead := range []*words.Pattern{leadBullet, leadDash, leadNumber} {
		if m := lead.FindStringSubmatch(text); m != nil {
			return m[1], m[2]
		}
	}
	return "", text
}

// isBullet tells a bullet, which makes an item, from a number, which may also
// be that of a paragraph.
func isBullet(label string) bool {
	return bulletLabel.MatchString(label) || dashLabel.MatchString(label)
}
