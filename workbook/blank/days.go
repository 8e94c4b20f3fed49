package blank

import (
	"fmt"
	"strings"
	"time"

	"actionplan/workbook"
)

// A date that is pasted comes as words more often than not. check reads
// 31/3/27, 31 March 2027 and 2027-03-31 as that day, so the formulas have to:
// a worked column holds the day of each row. Words are read part by part from
// lists of how a day, a month and a year may be written, never by the language
// that Excel or LibreOffice runs in.

// notDay stands for a cell that holds something else than a day; a blank one
// is 0.
const notDay = -1

// dayName is the worked column of a column of days: its serial number.
func dayName(s *workbook.Sheet, heading string) string { return nameOf(s, heading) + "Day" }

// nameOf begins the names of a column's worked columns.
func nameOf(s *workbook.Sheet, heading string) string {
	return s.Name + strings.ReplaceAll(heading, " ", "")
}

// dayHeadings are the columns of days of a sheet.
func dayHeadings(s *workbook.Sheet) []string {
	return headingsOf(s, func(k workbook.Kind) bool { return k == workbook.Day })
}

func headingsOf(s *workbook.Sheet, is func(workbook.Kind) bool) []string {
	var all []string
	for _, c := range s.Columns {
		if is(c.Kind) {
			all = append(all, c.Heading)
		}
	}
	return all
}

// inWords is the worked column with all of a sheet's days that are words, each
// in a place of its own; "" for most rows. It keeps the formulas of the days
// short: LibreOffice keeps a formula once for each of its rows.
func inWords(s *workbook.Sheet) string { return s.Name + "InWords" }

func dayColumns(r reach) []workedColumn {
	var all []workedColumn
	for _, sheet := range checkedSheets {
		s := workbook.FindSheet(sheet)
		headings := dayHeadings(s)
		if len(headings) == 0 {
			continue
		}
		var some, words []string
		for i, heading := range headings {
			some = append(some, "ISTEXT("+cell(s, heading)+")")
			words = append(words, fmt.Sprintf(`LEFT(%s&REPT(" ",%d),%[2]d)`, spread(text(s, heading)), dateWidth))
			all = append(all, workedColumn{dayName(s, heading), r.refs(sheet), dayOf(s, heading, 1+i*dateWidth)})
		}
		all = append(all, workedColumn{inWords(s), r.refs(sheet), choose("OR("+strings.Join(some, ",")+")", strings.Join(words, "&"), `""`)})
	}
	return all
}

// dayOf is the day that the row's cell says, 0 if it is blank.
func dayOf(s *workbook.Sheet, heading string, at int) string {
	number := cell(s, heading)
	inTime := fmt.Sprintf("AND(%[1]s>=%[2]d,%[1]s<%[3]d)", number, earliest, latest+1)
	words := own(inWords(s))
	return choose(isNumber(s, heading), choose(inTime, "INT("+number+")", fmt.Sprint(notDay)),
		choose(words+`=""`, choose("ISLOGICAL("+number+")", fmt.Sprint(notDay), "0"),
			choose(fmt.Sprintf("LEN(TRIM(MID(%s,%d,%d)))=0", words, at, dateWidth), "0", dayInWords(words, at))))
}

// dayInWords reads words as check does: the day first, or the year first with
// hyphens between.
func dayInWords(words string, at int) string {
	part := func(from, width int) string { return fmt.Sprintf("TRIM(MID(%s,%d,%d))", words, at+from, width) }
	first, second, third := part(0, 9), part(24, 50), part(69, dateWidth-69)
	day := first
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		day = without(day, ending)
	}
	month, year := without(without(without(second, "-"), ","), "."), without(without(third, "-"), "//")
	date := func(year, month, day string) string {
		return fmt.Sprintf(`DATEVALUE(%s&"-"&%s&"-"&%s)`, year, month, day)
	}
	dayFirst := date(among(year, titledRange(writtenYears), 100)+"+2000", among(month, titledRange(writtenMonths), 12), among(day, titledRange(writtenDays), 31))
	yearFirst := date(among(first, firstOf(writtenYears, 100), 100)+"+2000", among(second, titledRange(writtenISODays), 31), among(third, titledRange(writtenISODays), 31))
	return fmt.Sprintf("IFERROR(%s,IFERROR(%s,%d))", dayFirst, yearFirst, notDay)
}

// dateWidth is the room of a date whose parts stand partGap apart: each is
// shorter than a quarter of that.
const (
	partGap   = 40
	dateWidth = 160
)

func without(value, mark string) string { return "SUBSTITUTE(" + value + "," + literal(mark) + `,"")` }

// among is the number of a part of a date, by its place in a list that counts
// to a last number again and again: the years from 0.
func among(part, list string, last int) string {
	from := 1
	if last == 100 {
		from = 0
	}
	return fmt.Sprintf("%d+MOD(MATCH(%s,%s,0)-1,%d)", from, part, list, last)
}

// spread puts the three parts of a date so far from each other that each is
// found by its place. Strokes and hyphens stay with the part that they stand
// before, so that 1-3-2027 and 2027/3/1 are not read, as they are not by check.
func spread(words string) string {
	parts := "LOWER(" + folded(words) + ")"
	for _, change := range [][2]string{{" /", `"/"`}, {"/ ", `"/"`}, {"/", `" //",2`}, {"/", `" /",1`}, {"-", `" -"`}, {" of ", `" "`}} {
		parts = "SUBSTITUTE(" + parts + "," + literal(change[0]) + "," + change[1] + ")"
	}
	return fmt.Sprintf(`SUBSTITUTE(TRIM(%s)," ",REPT(" ",%d))`, parts, partGap)
}

// The titles of the lists of how the parts of a date are written, and in the
// form that has the year first.
const (
	writtenDays    = "Days as written"
	writtenMonths  = "Months as written"
	writtenYears   = "Years as written"
	writtenISODays = "Days and months after the year"
)

// writtenDates are those lists. The months stand twelve by twelve, the years a
// hundred by a hundred, in full first.
func writtenDates() []fixedList {
	days := append(numbers("%d", 1, 31), numbers("%02d", 1, 9)...)
	var isoDays []string
	for _, d := range days {
		isoDays = append(isoDays, "-"+d)
	}
	months := append(numbers("/%d", 1, 12), numbers("/%02d", 1, 12)...)
	for _, letters := range []int{9, 3, 4} {
		for m := time.January; m <= time.December; m++ {
			name := m.String()
			months = append(months, name[:min(letters, len(name))])
		}
	}
	years := numbers("20%02d", 0, 99)
	return []fixedList{{writtenDays, days}, {writtenMonths, months}, {writtenYears, append(years, numbers("%02d", 0, 99)...)},
		{writtenISODays, isoDays}}
}

// numbers is the numbers from a first to a last, each written in a form.
func numbers(form string, first, last int) []string {
	var all []string
	for n := first; n <= last; n++ {
		all = append(all, fmt.Sprintf(form, n))
	}
	return all
}
