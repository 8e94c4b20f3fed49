package check

import (
	"strconv"

	"actionplan/workbook"
)

// plain prints a figure as it would be typed.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// figure prints a figure with its unit: 60%, 12 days.
func figure(v float64, unit string) string {
	m := workbook.Measure{Unit: unit}
	if m.Percent() {
		return plain(v) + "%"
	}
	if blank(unit) || len(unit) > 12 {
		return plain(v)
	}
	return plain(v) + " " + unit
}
