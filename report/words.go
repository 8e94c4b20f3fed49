package report

import (
	"strconv"
	"strings"

	"actionplan/workbook"
)

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
