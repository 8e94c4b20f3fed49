package workbook

import (
	"time"

	"actionplan/workbook/words"
)

// Date is a civil day without a time zone. The zero value is "no date".
// Inside it is the day's serial number in Excel's 1900 system, so that dates
// subtract to calendar days.
type Date struct{ serial int32 }

// excelEpoch is day 0 of the 1900 date system as it counts from March 1900.
var excelEpoch = time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)

// NewDate makes a Date; ok is false for a day that does not exist.
func NewDate(year int, month time.Month, day int) (d Date, ok bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if t.Year() != year || t.Month() != month || t.Day() != day {
		return Date{}, false
	}
	return DateOf(t), true
}

// DateOf is the civil day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int32(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(excelEpoch) / (24 * time.Hour))}
}

// DateOfSerial is the day of an Excel serial number in the 1900 system.
func DateOfSerial(serial int) Date { return Date{int32(serial)} }

// ParseISO reads yyyy-mm-dd and nothing else.
func ParseISO(s string) (Date, error) {
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, words.Fail("", "%s is not a date like 2023-01-31", words.Quote(s))
	}
	return DateOf(t), nil
}

// ReadDay reads a day that somebody writes outside a workbook, as a cell's words
// are read: day first, or yyyy-mm-dd.
func ReadDay(s string) (Date, error) {
	if d, err := ParseISO(s); err == nil {
		return d, nil
	}
	day, month, year, ok := writtenDay(words.Fold(s))
	if !ok {
		return Date{}, words.Fail("", "%s is not a date like 31/01/2023 or 2023-01-31", words.Quote(s))
	}
	d, ok := NewDate(year, month, day)
	if !ok {
		return Date{}, words.Fail("", "%s is a day that does not exist", words.Quote(s))
	}
	return d, nil
}

// MustDate is ParseISO for dates that the program itself states.
func MustDate(iso string) Date {
	d, err := ParseISO(iso)
	if err != nil {
		panic(err)
	}
	return d
}

func (d Date) IsZero() bool      { return d.serial == 0 }
func (d Date) Serial() int       { return int(d.serial) }
func (d Date) Time() time.Time   { return excelEpoch.AddDate(0, 0, int(d.serial)) }
func (d Date) Year() int         { return d.Time().Year() }
func (d Date) Month() time.Month { return d.Time().Month() }
func (d Date) Day() int          { return d.Time().Day() }

// Add is the day n calendar days later.
func (d Date) Add(n int) Date { return Date{d.serial + int32(n)} }

// Sub is the number of calendar days from other to d.
func (d Date) Sub(other Date) int { return int(d.serial - other.serial) }

func (d Date) Before(other Date) bool { return d.serial < other.serial }
func (d Date) After(other Date) bool  { return d.serial > other.serial }

// Compare orders dates, no date first.
func (d Date) Compare(other Date) int { return int(d.serial) - int(other.serial) }

// String is yyyy-mm-dd, or "" for no date.
func (d Date) String() string { return d.format("2006-01-02") }

// Long is "28 February 2023", for text.
func (d Date) Long() string { return d.format("2 January 2006") }

// Short is "28 Feb 2023", for tables.
func (d Date) Short() string { return d.format("2 Jan 2006") }

// DayMonth is "28 Feb", only for charts that show the year.
func (d Date) DayMonth() string { return d.format("2 Jan") }

// MonthYear is "February 2023".
func (d Date) MonthYear() string { return d.format("January 2006") }

func (d Date) format(layout string) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(layout)
}

// MarshalText writes yyyy-mm-dd, for JSON.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
