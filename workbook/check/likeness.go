package check

import (
	"slices"
	"strconv"
	"strings"
)

func itoa(n int) string { return strconv.Itoa(n) }

// nearest is the candidate that somebody most likely meant, or "": the same
// words in another order, one that begins with the other, or one a slip or
// two away. The first of equals wins.
func nearest(typed string, candidates []string) string {
	want := fold(typed)
	if want == "" {
		return ""
	}
	sorted := sortedWords(want)
	best, bestDistance := "", 1+max(1, len(want)/5)
	for _, c := range candidates {
		have := fold(c)
		if sortedWords(have) == sorted {
			return c
		}
		if d := distance(want, have, bestDistance); d < bestDistance {
			best, bestDistance = c, d
		}
	}
	if best == "" {
		best = onlyContaining(want, candidates)
	}
	return best
}

// sortedWords makes "Smith, Jane" and "Jane Smith" the same.
func sortedWords(s string) string {
	list := words(s)
	slices.Sort(list)
	return strings.Join(list, " ")
}

// onlyContaining is the one candidate that holds all of the typed words, if
// there is exactly one.
func onlyContaining(want string, candidates []string) string {
	list := words(want)
	if len(list) < 2 && len(want) < 5 {
		return ""
	}
	found := ""
	for _, c := range candidates {
		have := setOf(strings.Join(words(c), " "))
		all := true
		for _, w := range list {
			all = all && have[w]
		}
		if !all {
			continue
		}
		if found != "" {
			return ""
		}
		found = c
	}
	return found
}

// distance is the number of slips (a letter more, less, other, or two
// swapped) between two words; limit or more is given as limit.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) >= limit || len(y)-len(x) >= limit {
		return limit
	}
	before, last, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least >= limit {
			return limit
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit)
}

// didYouMean is the hint's first sentence, "" where nothing is near.
func didYouMean(typed string, candidates []string) string {
	if near := nearest(typed, candidates); near != "" {
		return "Did you mean " + quote(near) + "? "
	}
	return ""
}
