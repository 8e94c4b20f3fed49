package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// And joins as a sentence does: "a, b and c".
func And(list []string) string { return join(list, " and ") }

// Or joins a choice: "a, b or c".
func Or(list []string) string { return join(list, " or ") }

func join(list []string, last string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], ", ") + last + list[len(list)-1]
}

// Some joins up to most names, which may hold commas themselves, and counts
// the rest: "a; b; and 3 more". Nobody is "none".
func Some(list []string, most int) string {
	if len(list) == 0 {
		return "none"
	}
	if len(list) <= most {
		return strings.Join(list, "; ")
	}
	return strings.Join(list[:most], "; ") + "; and " + Number(len(list)-most) + " more"
}

// Capital makes the first letter a capital.
func Capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 || first == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// LowerFirst is a name as it reads inside a sentence: "children's plan", but
// "SEND plan" and "A1 plan", since an abbreviation keeps its capitals.
func LowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || first == utf8.RuneError || unicode.IsUpper(second) || unicode.IsDigit(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// Stop makes sure that text ends as a sentence does. The full stop of a
// quotation at its end goes behind the quotation mark.
func Stop(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	if quoted, ok := strings.CutSuffix(s, `."`); ok {
		s = quoted + `"`
	}
	return s + "."
}
