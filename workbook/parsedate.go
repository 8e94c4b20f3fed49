package workbook

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Dates are taken from 2000 to 2099; anything else in a plan is a slip.
var (
	firstDay = MustDate("2000-01-01")
	lastDay  = MustDate("2099-12-31")
)

const monthNames = `(january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)`

// The ways to write a date that are read quietly. All have the day first but
// the international one.
var (
	slashDate = words.MustCompile(`^(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4}|\d{2})$`)
	wordDate  = words.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]` + monthNames + `\.?,?[ -](\d{4}|\d{2})$`)
	isoDate   = words.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
)

// The ways that are clear enough to suggest what to type, but not to read.
var (
	digitsDate = words.MustCompile(`^(\d{2})(\d{2})(20\d{2})$`)
	digitsISO  = words.MustCompile(`^(20\d{2})(\d{2})(\d{2})$`)
	yearOnly   = words.MustCompile(`^(20\d{2})$`)
	openEnded  = words.MustCompile(`\b(ongoing|on-going|on going|continuous|continuing|tbc|tba|tbd|asap|immediate|immediately|n/a|na|rolling|monthly|weekly|quarterly|annually|various|unknown)\b`)
)

// day reads a date cell: a stored date, or text that says one plainly.
func (r cellReader) day(col *Column, c xlsx.RawCell) (Date, *fault) {
	if c.Kind == xlsx.TextCell {
		return r.textDay(col, c.Text)
	}
	d, ok := r.plainDay(c)
	if !ok {
		return Date{}, r.notDay(col, c)
	}
	if r.format(c).Month && d.Day() == 1 && asksForEnd(col) {
		last := monthEnd(d.Year(), d.Month())
		return d, faultOf(RuleDateMonthOnly, Advice,
			fmt.Sprintf("%s shows as %s but is stored as %s, so it counts as late from the 2nd.", words.Capital(dateName(col)), d.MonthYear(), ukDate(d)),
			fmt.Sprintf("If you mean the end of %s, enter %s.", d.MonthYear(), ukDate(last)))
	}
	return d, nil
}

// plainDay is the day of a number cell; ok is false out of range.
func (r cellReader) plainDay(c xlsx.RawCell) (Date, bool) {
	n, err := strconv.ParseFloat(c.Text, 64)
	if c.Kind != xlsx.NumberCell || err != nil || math.IsNaN(n) || math.Abs(n) > 1e7 {
		return Date{}, false
	}
	d := r.serial(n)
	return d, !outOfRange(d)
}

// asksForEnd is true of the columns by whose date something must be done.
func asksForEnd(col *Column) bool {
	return col.Heading == ColDue || col.Heading == ColRevisedDue || col.Heading == ColTargetDate
}

// notDay says what is wrong with a number where a date should be.
func (r cellReader) notDay(col *Column, c xlsx.RawCell) *fault {
	s := r.words(c)
	if c.Kind == xlsx.NumberCell && r.format(c).Date {
		return faulty(RuleDateReal, "Enter a date from 2000 to 2099, such as "+col.Example+".", "%s %s is not between 2000 and 2099.", words.Capital(dateName(col)), quoted(s))
	}
	return noDate(col, s, s)
}

// textDay is textDay that keeps what it has read: a plan has few days and
// writes them many times, in whichever column.
func (r cellReader) textDay(col *Column, text string) (Date, *fault) {
	if d, known := r.days[text]; known {
		return d, nil
	}
	d, f := textDay(col, text)
	if f == nil && r.days != nil {
		r.days[text] = d
	}
	return d, f
}

// textDay reads a date that was typed as text.
func textDay(col *Column, text string) (Date, *fault) {
	s := words.Fold(text)
	day, month, year, ok := writtenDay(s)
	if !ok {
		return Date{}, noDate(col, s, text)
	}
	d, ok := NewDate(year, month, day)
	switch {
	case !ok:
		return Date{}, faulty(RuleDateReal, noSuchDay(col, day, month, year), "%s %s does not exist.", words.Capital(dateName(col)), quoted(text))
	case outOfRange(d):
		return Date{}, faulty(RuleDateReal, "Enter a date from 2000 to 2099, such as "+col.Example+".", "%s %s is not between 2000 and 2099.", words.Capital(dateName(col)), quoted(text))
	}
	return d, nil
}

// writtenDay is the day, month and year that folded words name in a form that
// is read as a date. There may be no such day.
func writtenDay(s string) (day int, month time.Month, year int, ok bool) {
	for _, form := range []struct {
		re      *words.Pattern
		d, m, y int
	}{{slashDate, 1, 2, 3}, {wordDate, 1, 2, 3}, {isoDate, 3, 2, 1}} {
		if found := form.re.FindStringSubmatch(s); found != nil {
			return number(found[form.d]), monthNumberOf(found[form.m]), fullYear(found[form.y]), true
		}
	}
	return 0, 0, 0, false
}

// ReadDate reads a date typed as words where Load would read it quietly.
func ReadDate(s string) (Date, bool) {
	day, month, year, ok := writtenDay(words.Fold(s))
	if !ok {
		return Date{}, false
	}
	d, ok := NewDate(year, month, day)
	return d, ok && !outOfRange(d)
}

func outOfRange(d Date) bool { return d.Before(firstDay) || d.After(lastDay) }

// noDate says what to type for words that are not a date, given folded and as
// they stand. Where a column looks ahead, check names the next such day.
func noDate(col *Column, s, shown string) *fault {
	hint, y := dateHint(col, s)
	f := faulty(RuleDateReal, hint, "%s %s is not a date.", words.Capital(dateName(col)), quoted(shown))
	if asksForEnd(col) || col.Heading == ColStart || col.Heading == ColUntil {
		f.yearless = y
	}
	return f
}

// noSuchDay says what to type for a day that does not exist.
func noSuchDay(col *Column, day int, month time.Month, year int) string {
	if swapped, ok := NewDate(year, time.Month(day), int(month)); ok && month > 12 {
		return fmt.Sprintf("The day comes first: if you mean %s, enter %s.", swapped.Long(), ukDate(swapped))
	}
	if month >= time.January && month <= time.December && year >= 2000 && year <= 2099 {
		return "Enter a real date, such as " + ukDate(monthEnd(year, month)) + "."
	}
	return "Enter a real date, such as " + col.Example + "."
}

// dateHint says what to type for words that are not a date. A day without its
// year is given with the year of the column's own example, and given back too.
func dateHint(col *Column, s string) (string, *Yearless) {
	if w, ok := ReadWhen(s, DayFirst); ok {
		return w.hint(col), nil
	}
	if d, ok := clearDate(s); ok {
		return "Enter " + ukDate(d) + ".", nil
	}
	if y := readYearless(s); y != nil {
		newYear, _ := NewDate(exampleYear(col), time.January, 1)
		return y.hint(newYear.Add(-1)), y
	}
	return openHint(col, s), nil
}

// openHint is for words that name no day at all.
func openHint(col *Column, s string) string {
	if found := yearOnly.FindStringSubmatch(s); found != nil {
		return fmt.Sprintf("Enter the day as well: if you mean the end of %s, enter 31/12/%s.", found[1], found[1])
	}
	if openEnded.MatchString(s) {
		if !col.Required {
			return "Enter a real date, such as " + col.Example + ", or leave the cell blank."
		}
		return "Enter the day by which it will be done, or looked at again, such as " + col.Example + "."
	}
	return "Enter a real date, such as " + col.Example + "."
}

// clearDate is a date in eight figures, or one whose month stands first
// because it cannot be a day.
func clearDate(s string) (Date, bool) {
	for _, form := range []struct {
		re      *words.Pattern
		d, m, y int
	}{{digitsDate, 1, 2, 3}, {digitsISO, 3, 2, 1}} {
		if found := form.re.FindStringSubmatch(s); found != nil {
			if d, ok := NewDate(number(found[form.y]), time.Month(number(found[form.m])), number(found[form.d])); ok {
				return d, true
			}
		}
	}
	w, ok := ReadWhen(s, MonthFirst)
	return w.Due, ok && w.Sure && !w.Due.IsZero()
}

// hint says what to type for words that name a date. Where they name one of
// another column, it says which.
func (w When) hint(col *Column) string {
	switch {
	case col.Heading == ColStart && !w.Start.IsZero():
		return "Enter " + ukDate(w.Start) + "."
	case col.Heading == ColCompleted && !w.Completed.IsZero():
		return "Enter " + ukDate(w.Completed) + "."
	case !w.Revised.IsZero() && col.Heading == ColDue:
		return fmt.Sprintf("Enter %s here, and %s in Revised due.", ukDate(w.Due), ukDate(w.Revised))
	case !w.Revised.IsZero():
		return "Enter " + ukDate(w.Revised) + "."
	case !w.Completed.IsZero() && w.Due.IsZero():
		return fmt.Sprintf("%s is a day of completion: it belongs in Completed. Enter here the day by which it was due.", ukDate(w.Completed))
	case w.Due.IsZero() && asksForEnd(col):
		return fmt.Sprintf("%s is a start: it belongs in Start. Enter here the day by which it will be done.", ukDate(w.Start))
	case w.Due.IsZero():
		return "Enter " + ukDate(w.Start) + "."
	case !w.Start.IsZero():
		return fmt.Sprintf("Enter its last day, %s; the first, %s, belongs in Start.", ukDate(w.Due), ukDate(w.Start))
	case w.Whole && !w.Other.IsZero():
		return fmt.Sprintf("If you mean the quarter to the end of %s, enter %s; if to the end of %s, enter %s.", w.Due.MonthYear(), ukDate(w.Due), w.Other.MonthYear(), ukDate(w.Other))
	case w.Whole:
		return endOfMonth(w.Due.Year(), w.Due.Month())
	}
	return "Enter " + ukDate(w.Due) + "."
}

func endOfMonth(year int, month time.Month) string {
	end := monthEnd(year, month)
	return fmt.Sprintf("If you mean the end of %s, enter %s.", end.MonthYear(), ukDate(end))
}

func monthEnd(year int, month time.Month) Date {
	first, _ := NewDate(year, month, 1)
	return first.Add(31).monthStart().Add(-1)
}

func (d Date) monthStart() Date { return d.Add(1 - d.Day()) }

// exampleYear is the year that the column's own example has.
func exampleYear(col *Column) int {
	if i := strings.LastIndexByte(col.Example, '/'); i >= 0 {
		return number(col.Example[i+1:])
	}
	return firstDay.Year()
}

func number(digits string) int {
	n, _ := strconv.Atoi(digits)
	return n
}

// fullYear reads 26 as 2026.
func fullYear(s string) int {
	if len(s) <= 2 {
		return 2000 + number(s)
	}
	return number(s)
}

// monthNumberOf reads a month's number or its English name.
func monthNumberOf(s string) time.Month {
	if n, err := strconv.Atoi(s); err == nil {
		return time.Month(n)
	}
	for m := time.January; m <= time.December; m++ {
		if strings.HasPrefix(strings.ToLower(m.String()), s[:min(3, len(s))]) {
			return m
		}
	}
	return 0
}

// dateName is what to call a date column in a sentence.
func dateName(col *Column) string {
	switch col.Heading {
	case ColStarted:
		return "the start date"
	case ColEnded:
		return "the end date"
	case ColLetterDated:
		return "the letter's date"
	case ColUntil:
		return "the last day of the waiver"
	}
	name := strings.ToLower(col.Heading)
	if !strings.Contains(name, "date") || col.Heading == ColUpdated {
		name += " date"
	}
	return "the " + name
}
