package words

import (
	"math"
	"strconv"
	"strings"
)

// House style for numbers: numerals from 2, "one" in words inside a sentence;
// a sentence never opens with a figure.

// Digits is n in figures, with a comma between thousands: "42", "1,614".
func Digits(n int) string {
	if -1000 < n && n < 1000 {
		return strconv.Itoa(n)
	}
	return Decimal(float64(n))
}

// Count is "one action", "2 actions", "no actions".
func Count(n int, one, many string) string {
	switch n {
	case 0:
		return "no " + many
	case 1:
		return "one " + one
	}
	return Digits(n) + " " + many
}

// Figures is a count where figures stand under each other or in a formula of
// words: "1 action", "2 actions", "0 actions".
func Figures(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return Digits(n) + " " + many
}

// Part is a part of a count, whose noun agrees with the whole: "1 of 1 action", "3
// of 20 actions".
func Part(n, of int, one, many string) string {
	return Digits(n) + " of " + Figures(of, one, many)
}

// Number is "one", "2", "none".
func Number(n int) string {
	switch n {
	case 0:
		return "none"
	case 1:
		return "one"
	}
	return Digits(n)
}

var smallNumbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
var tens = strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")

// InWords is n as a word, for 0 to 99; other numbers stay figures.
func InWords(n int) string {
	switch {
	case n < 0 || n > 99:
		return Digits(n)
	case n < 20:
		return smallNumbers[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + smallNumbers[n%10]
}

// Opening is a number as the first word of a sentence. From 100 on, where no
// word would be read, the sentence opens with "In all,".
func Opening(n int) string {
	if n > 99 {
		return "In all, " + Digits(n)
	}
	return Capital(InWords(n))
}

// OpeningCount is a count as the first words of a sentence.
func OpeningCount(n int, one, many string) string {
	if n == 1 {
		return "One " + one
	}
	return Opening(n) + " " + many
}

// Are is "is" for one and "are" otherwise.
func Are(n int) string { return Form(n, "is", "are") }

// Have is "has" for one and "have" otherwise.
func Have(n int) string { return Form(n, "has", "have") }

// Was is "was" for one and "were" otherwise.
func Was(n int) string { return Form(n, "was", "were") }

// Form is the singular for one and the plural otherwise.
func Form(n int, singular, plural string) string {
	if n == 1 {
		return singular
	}
	return plural
}

// Days is "one day", "11 days", "no days".
func Days(n int) string { return Count(n, "day", "days") }

// Times is "once", "twice", "3 times".
func Times(n int) string {
	switch n {
	case 1:
		return "once"
	case 2:
		return "twice"
	}
	return Digits(n) + " times"
}

// Decimal is v with at most one decimal, and a comma between thousands: "4.5",
// "12,500".
func Decimal(v float64) string {
	whole, part, _ := strings.Cut(strconv.FormatFloat(math.Abs(math.Round(v*10)/10), 'f', -1, 64), ".")
	for at := len(whole) - 3; at > 0; at -= 3 {
		whole = whole[:at] + "," + whole[at:]
	}
	if part != "" {
		whole += "." + part
	}
	if v < 0 && whole != "0" {
		whole = "-" + whole
	}
	return whole
}

// Measured is v in its unit, where that stands at the figure: "38%", "£1,100,000";
// the figure alone in any other.
func Measured(v float64, unit string) string {
	switch unit {
	case "%":
		return Decimal(v) + "%"
	case Pounds:
		if v < 0 {
			return "-" + Pounds + Decimal(-v)
		}
		return Pounds + Decimal(v)
	}
	return Decimal(v)
}

// Pounds is the unit of an amount of money.
const Pounds = "£"

// Percent is n of d as a whole percentage, a half rounded up. Only all is
// 100%, and only none is 0%. d is above 0.
func Percent(n, d int) string {
	p := (200*n + d) / (2 * d)
	if n < d {
		p = min(p, 99)
	}
	if n > 0 {
		p = max(p, 1)
	}
	return strconv.Itoa(p) + "%"
}
