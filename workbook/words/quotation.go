package words

import (
	"runtime"
	"strings"
	"unicode"
	"unicode/utf8"
)

// InLine is how many characters of somebody's words a line of a message has
// room for.
const InLine = 60

// Quote puts a name in quotes, as it is spelled: what a terminal would obey is
// shown as a mark and never carried out, and nothing else is changed.
func Quote(s string) string { return `"` + Printable(s) + `"` }

// Clip is a text in one line of at most most characters, the last of them an
// ellipsis where more was there.
func Clip(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return strings.TrimSpace(string([]rune(s)[:most-1])) + "…"
}

// ClipWords is Clip that cuts after a whole word where one ends in the second
// half.
func ClipWords(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + " …"
}

// Printable is a text in one line of a terminal. Control characters, which
// could move the cursor or change its colours, are shown as �.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return utf8.RuneError
		}
		return r
	}, s)
}

// Argument is a file's name as a suggested command has to spell it: in quotes
// where a space or a sign of the shell would take it apart; on Windows, of cmd
// or of PowerShell.
func Argument(name string) string { return argument(name, runtime.GOOS == "windows") }

func argument(name string, windows bool) string {
	name = Printable(name)
	safe := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune("._-/+:=%", r) || windows && r == '\\' || !windows && strings.ContainsRune(",@", r)
	}
	switch {
	case name != "" && strings.IndexFunc(name, func(r rune) bool { return !safe(r) }) < 0:
		return name
	case windows || !strings.ContainsAny(name, "\"$`\\!"):
		return `"` + name + `"`
	}
	return "'" + strings.ReplaceAll(name, "'", `'\''`) + "'"
}
