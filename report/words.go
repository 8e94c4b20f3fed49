package report

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"actionplan/workbook"
)

// House style for numbers: numerals from 2, "one" in words inside a sentence;
// a sentence never opens with a figure.

// count is "one action", "2 actions", "no actions".
func count(n int, singular, plural string) string {
	switch n {
	case 0:
		return "no " + plural
	case 1:
		return "one " + singular
	}
	return strconv.Itoa(n) + " " + plural
}

// number is "one", "2", "none".
func number(n int) string {
	switch n {
	case 0:
		return "none"
	case 1:
		return "one"
	}
	return strconv.Itoa(n)
}

var smallNumbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

// inWords is n as a word, for 0 to 99; larger numbers stay figures.
func inWords(n int) string {
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 20:
		return smallNumbers[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + smallNumbers[n%10]
}

// opening is a number as the first word of a sentence. From 100 on, where no
// word would be read, the sentence opens with "In all,".
func opening(n int) string {
	if n > 99 {
		return "In all, " + strconv.Itoa(n)
	}
	return capital(inWords(n))
}

// openingCount is a count as the first words of a sentence.
func openingCount(n int, singular, plural string) string {
	if n == 1 {
		return "One " + singular
	}
	return opening(n) + " " + plural
}

// capital makes the first letter a capital.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// are is "is" for one and "are" otherwise.
func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

// have is "has" for one and "have" otherwise.
func have(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}

// days is "one day" or "11 days".
func days(n int) string { return count(n, "day", "days") }

// times is "once", "twice", "3 times".
func times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return strconv.Itoa(n) + " times"
}

// series joins with commas and a last "and".
func series(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	return strings.Join(items[:len(items)-1], ", ") + " and " + items[len(items)-1]
}

// percent is n of d as a whole percentage, a half rounded up. Only all is
// 100%, and only none is 0%.
func percent(n, d int) string {
	p := (200*n + d) / (2 * d)
	if n < d {
		p = min(p, 99)
	}
	if n > 0 {
		p = max(p, 1)
	}
	return strconv.Itoa(p) + "%"
}

// dateRange is "14 and 15 September 2022" for two days, "14 to 18 September
// 2022" for more, one date where there is no other, "" without any.
func dateRange(from, to workbook.Date) string {
	switch {
	case from.IsZero():
		return to.Long()
	case to.IsZero() || !to.After(from):
		return from.Long()
	}
	word := " to "
	if to.Sub(from) == 1 {
		word = " and "
	}
	switch {
	case from.Year() == to.Year() && from.Month() == to.Month():
		return strconv.Itoa(from.Day()) + word + to.Long()
	case from.Year() == to.Year():
		return strings.TrimSuffix(from.Long(), " "+strconv.Itoa(from.Year())) + word + to.Long()
	}
	return from.Long() + word + to.Long()
}

// lowerFirst is a name as it reads inside a sentence: "children's plan", but
// "SEND plan", since an abbreviation keeps its capitals.
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if size == 0 || unicode.IsUpper(second) || unicode.IsDigit(second) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}

// sentence makes sure that text ends as a sentence does.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") {
		return s
	}
	return s + "."
}
