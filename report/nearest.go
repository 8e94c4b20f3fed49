package report

import "strings"

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
		d := slips(want, have)
		if len(want) >= 4 && (strings.HasPrefix(have, want) || strings.Contains(have, " "+want)) {
			d = 1
		}
		if d < least {
			best, least = name, d
		}
	}
	return best
}

// slips is how many letters have to be put in, left out, changed or swapped
// with their neighbour to make b of a (Damerau and Levenshtein's distance,
// each stretch changed once).
func slips(a, b string) int {
	x, y := []rune(a), []rune(b)
	before, last := make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row := make([]int, len(y)+1)
		row[0] = i
		for j := 1; j <= len(y); j++ {
			same := 1
			if x[i-1] == y[j-1] {
				same = 0
			}
			row[j] = min(row[j-1]+1, last[j]+1, last[j-1]+same)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(y)]
}
