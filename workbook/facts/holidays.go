package facts

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/gb"

	"actionplan/workbook"
)

// calendar is the working days of England and Wales: not Saturday, Sunday,
// Christmas Day, Good Friday or a bank holiday. It keeps the years it has
// worked out.
type calendar struct {
	years map[int]map[workbook.Date]bool
}

func newCalendar() calendar { return calendar{years: map[int]map[workbook.Date]bool{}} }

// proclaimed are bank holidays by royal proclamation that gb.Holidays does not
// have, and moved are days on which it has one that was moved away. It has
// VE Day 2020, the Platinum Jubilee 2022 and the Coronation 2023, and gives
// substitute days for those that fall on a weekend.
var (
	proclaimed = dates(
		"2002-06-03", // Golden Jubilee
		"2002-06-04", // spring bank holiday, moved
		"2011-04-29", // royal wedding
		"2012-06-04", // spring bank holiday, moved
		"2012-06-05", // Diamond Jubilee
		"2022-09-19", // state funeral of Queen Elizabeth II
	)
	moved = dates("2002-05-27", "2012-05-28")
)

func dates(isos ...string) []workbook.Date {
	days := make([]workbook.Date, len(isos))
	for i, iso := range isos {
		days[i] = workbook.MustDate(iso)
	}
	return days
}

// bankHoliday is true of Christmas Day, Good Friday and the bank holidays of
// England and Wales, as they are observed.
func (c calendar) bankHoliday(d workbook.Date) bool {
	year := d.Year()
	days, ok := c.years[year]
	if !ok {
		days = bankHolidays(year)
		c.years[year] = days
	}
	return days[d]
}

func bankHolidays(year int) map[workbook.Date]bool {
	days := map[workbook.Date]bool{}
	for _, h := range gb.Holidays {
		if _, observed := h.Calc(year); !observed.IsZero() {
			days[civilDay(observed)] = true
		}
	}
	for _, d := range moved {
		delete(days, d)
	}
	for _, d := range proclaimed {
		if d.Year() == year {
			days[d] = true
		}
	}
	return days
}

// civilDay is the day of a holiday, which the calendar gives as midnight in
// the machine's own zone. Where clocks go forward at midnight that comes out
// as an hour before; noon is on the right day everywhere.
func civilDay(t time.Time) workbook.Date { return workbook.DateOf(t.Add(12 * time.Hour)) }

func (c calendar) workingDay(d workbook.Date) bool {
	return !cal.IsWeekend(d.Time()) && !c.bankHoliday(d)
}

// add is the nth working day after a day, which is day 0, and the bank
// holidays that it left out on the way, other than those on weekends.
func (c calendar) add(from workbook.Date, n int) (due workbook.Date, left []workbook.Date) {
	for due = from; n > 0; {
		due = due.Add(1)
		switch {
		case c.workingDay(due):
			n--
		case !cal.IsWeekend(due.Time()):
			left = append(left, due)
		}
	}
	return due, left
}

// between is the number of working days after one day up to and with another.
func (c calendar) between(from, to workbook.Date) int {
	n := 0
	for d := from.Add(1); !d.After(to); d = d.Add(1) {
		if c.workingDay(d) {
			n++
		}
	}
	return n
}

// DayOff says why nobody works on a day in England and Wales: "Saturday",
// "Sunday" or "bank holiday"; "" of a working day.
func (f *Facts) DayOff(d workbook.Date) string {
	days := f.calendar
	if days.years == nil {
		days = newCalendar()
	}
	switch weekday := d.Time().Weekday(); {
	case cal.IsWeekend(d.Time()):
		return weekday.String()
	case days.bankHoliday(d):
		return "bank holiday"
	}
	return ""
}
