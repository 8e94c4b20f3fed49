package workbook

import (
	"fmt"
	"time"

	"actionplan/workbook/words"
)

// Yearless is what words say that name a day and not its year, such as "end of
// March". On a date one of its days comes next.
type Yearless struct {
	say  string // what to type, with the day in the place of %s
	days []yearDay
}

// yearDay is a day of every year; day 0 is the month's last.
type yearDay struct {
	month time.Month
	day   int
}

// The ways to name a day without its year.
var (
	dayMonth  = words.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]` + monthNames + `\b`)
	dayNumber = words.MustCompile(`^(\d{1,2})[/.-](\d{1,2})$`)
	monthOnly = words.MustCompile(`\b` + monthNames + `\b`)
	quarter   = words.MustCompile(`\b(?:q|qtr ?|quarter )([1-4])\b`)
	termOnly  = words.MustCompile(`\b(?:(autumn|spring|summer)(?: half)?|of|the|this|next) term\b`)
	yearEnd   = words.MustCompile(`\b(?:end of (?:the |this |next )?(?:financial |fiscal )year|financial year end|year[ -]end)\b`)
)

// termEnds are the months with which school terms end. The day differs from
// council to council.
var termEnds = []struct {
	term string
	ends time.Month
}{{"spring", time.March}, {"summer", time.July}, {"autumn", time.December}}

// readYearless reads such words, nil where they are none.
func readYearless(s string) *Yearless {
	for _, re := range []*words.Pattern{dayMonth, dayNumber} {
		if found := re.FindStringSubmatch(s); found != nil {
			return yearlessDay(monthNumberOf(found[2]), number(found[1]))
		}
	}
	if found := monthOnly.FindStringSubmatch(s); found != nil {
		month := monthNumberOf(found[1])
		return &Yearless{fmt.Sprintf("If you mean the end of %s, enter that day with its year, such as %%s.", month), []yearDay{{month, 0}}}
	}
	if found := quarter.FindStringSubmatch(s); found != nil {
		n := number(found[1])
		return &Yearless{fmt.Sprintf("Enter its last day with the year: Q%d of a year from April ends on a day such as %%s.", n), []yearDay{{time.Month((3*n+2)%12 + 1), 0}}}
	}
	if found := termOnly.FindStringSubmatch(s); found != nil {
		return yearlessTerm(found[1])
	}
	if yearEnd.MatchString(s) {
		return &Yearless{"If you mean the end of a year from April, enter that day with its year, such as %s.", []yearDay{{time.March, 0}}}
	}
	return nil
}

func yearlessDay(month time.Month, day int) *Yearless {
	if _, real := NewDate(firstDay.Year(), month, day); !real { // a leap year
		return nil
	}
	return &Yearless{"Enter the day with its year, such as %s.", []yearDay{{month, day}}}
}

func yearlessTerm(name string) *Yearless {
	y := &Yearless{say: "Enter the last day of the term with its year, such as %s."}
	for _, t := range termEnds {
		if name == "" || name == t.term {
			y.days = append(y.days, yearDay{t.ends, 0})
		}
	}
	return y
}

// hint says what to type: the next such day after a date.
func (y *Yearless) hint(after Date) string {
	var next Date
	for _, d := range y.days {
		if day := d.next(after); next.IsZero() || day.Before(next) {
			next = day
		}
	}
	return fmt.Sprintf(y.say, ukDate(next))
}

func (d yearDay) next(after Date) Date {
	for year := after.Year(); ; year++ {
		day, real := NewDate(year, d.month, d.day)
		if d.day == 0 {
			day, real = monthEnd(year, d.month), true
		}
		if real && day.After(after) {
			return day
		}
	}
}
