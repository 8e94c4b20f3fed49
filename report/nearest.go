package report

import (
	"strings"

	"actionplan/workbook"
)

// Nearest is the name that somebody most likely meant, "" if none is near: one
// that begins with what was typed, or is a slip or two away. Case does not
// count; of equals the first wins.
func Nearest(typed string, names []string) string {
	want := strings.ToLower(strings.TrimSpace(typed))
	if want == "" {
		return ""
	}
	best, least := "", 2+len(want)/5
	for _, name := range names {
		have := strings.ToLower(name)
		d := workbook.EditDistance(want, have, least)
		if len(want) >= 4 && (strings.HasPrefix(have, want) || strings.Contains(have, " "+want)) {
			d = 1
		}
		if d < least {
			best, least = name, d
		}
	}
	return best
}
