package letter

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"actionplan/workbook/words"
)

func itoa(n int) string { return strconv.Itoa(n) }

const (
	dayPattern   = `(\d{1,2})(?:st|nd|rd|th)?`
	monthPattern = `(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?`
	yearPattern  = `((?:19|20)\d{2})`
	toPattern    = `\s*(?:to|and|until|till|through|&|–|—|-)\s*`
	weekday      = `(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?`
)

// span is a printed date or run of dates. A year that is not printed is 0.
type span struct {
	from, to date
	noYear   bool
	at       int // where in the text it starts
	end      int
}

var spans = []struct {
	re    *words.Pattern
	parts [6]int // groups of day, month, year of the first and the last day
}{
	// 14 January 2014 – 5 February 2014
	{words.MustCompile(weekday + dayPattern + `\s+` + monthPattern + `,?\s+` + yearPattern + toPattern + weekday + dayPattern + `\s+` + monthPattern + `,?\s+` + yearPattern), [6]int{1, 2, 3, 4, 5, 6}},
	// 31 January and 1 February 2018
	{words.MustCompile(weekday + dayPattern + `\s+` + monthPattern + toPattern + weekday + dayPattern + `\s+` + monthPattern + `,?\s+` + yearPattern), [6]int{1, 2, 5, 3, 4, 5}},
	// 3, 4 and 5 May 2018; 9 and 10 May 2018; 9-10 May 2018
	{words.MustCompile(weekday + dayPattern + `(?:,\s*\d{1,2}(?:st|nd|rd|th)?)*,?` + toPattern + weekday + dayPattern + `\s+` + monthPattern + `,?\s+` + yearPattern), [6]int{1, 3, 4, 2, 3, 4}},
	// 9 May 2018
	{words.MustCompile(weekday + dayPattern + `\s+` + monthPattern + `,?\s+` + yearPattern), [6]int{1, 2, 3, 1, 2, 3}},
	// May 9, 2018
	{words.MustCompile(monthPattern + `\s+` + dayPattern + `,\s+` + yearPattern), [6]int{2, 1, 3, 2, 1, 3}},
	// 31 January and 1 February
	{words.MustCompile(weekday + dayPattern + `\s+` + monthPattern + toPattern + weekday + dayPattern + `\s+` + monthPattern), [6]int{1, 2, 0, 3, 4, 0}},
	// 20 and 24 June
	{words.MustCompile(weekday + dayPattern + `(?:,\s*\d{1,2})*,?` + toPattern + weekday + dayPattern + `\s+` + monthPattern), [6]int{1, 3, 0, 2, 3, 0}},
	// 9 May
	{words.MustCompile(weekday + dayPattern + `\s+` + monthPattern), [6]int{1, 2, 0, 1, 2, 0}},
	// 12/05/2018
	{words.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.]((?:20)?\d{2})\b`), [6]int{1, 2, 3, 1, 2, 3}},
}

// findSpans gives the dates of a text in order, each read once and as the
// longest form that fits.
func findSpans(text string) []span {
	var found []span
	taken := make([]bool, len(text)+1)
	for _, form := range spans {
		for _, m := range form.re.FindAllStringSubmatchIndex(text, -1) {
			if m[0] > 0 && isDigit(text[m[0]-1]) || overlaps(taken, m[0], m[1]) {
				continue
			}
			group := func(i int) string {
				if i == 0 {
					return ""
				}
				return text[m[2*i]:m[2*i+1]]
			}
			from, ok1 := day(group(form.parts[0]), group(form.parts[1]), group(form.parts[2]))
			to, ok2 := day(group(form.parts[3]), group(form.parts[4]), group(form.parts[5]))
			if !ok1 || !ok2 {
				continue
			}
			for i := m[0]; i < m[1]; i++ {
				taken[i] = true
			}
			found = append(found, span{from: from, to: to, noYear: form.parts[5] == 0, at: m[0], end: m[1]})
		}
	}
	slices.SortFunc(found, func(a, b span) int { return a.at - b.at })
	return found
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func overlaps(taken []bool, from, to int) bool {
	for i := from; i < to; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

var monthNumbers = map[string]time.Month{"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}

// day is a day that exists. Without a year it is that of the year 0 until
// withYear gives it one.
func day(d, m, y string) (date, bool) {
	dayNumber, _ := strconv.Atoi(d)
	month := monthNumbers[strings.ToLower(m[:min(3, len(m))])]
	if n, err := strconv.Atoi(m); err == nil {
		month = time.Month(n)
	}
	year, _ := strconv.Atoi(y)
	if y != "" && year < 100 {
		year += 2000
	}
	t := time.Date(year, month, dayNumber, 0, 0, 0, 0, time.UTC)
	return t, month >= 1 && month <= 12 && t.Day() == dayNumber && t.Month() == month
}

// withYear puts a span without a year into the last year in which it lies
// before the letter. Without the letter's date it says nothing.
func (s span) withYear(letter date) (span, bool) {
	if !s.noYear {
		return s, true
	}
	if letter.IsZero() {
		return s, false
	}
	move := func(t date, year int) date { return time.Date(year, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	year := letter.Year()
	if move(s.to, year).After(letter) {
		year--
	}
	to := move(s.to, year)
	if s.from.Month() > s.to.Month() {
		year--
	}
	return span{from: move(s.from, year), to: to, at: s.at, end: s.end}, true
}
