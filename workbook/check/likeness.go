package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
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
		if d := workbook.EditDistance(want, have, bestDistance-1); d < bestDistance {
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

// didYouMean is the hint's first sentence, "" where nothing is near.
func didYouMean(typed string, candidates []string) string {
	if near := nearest(typed, candidates); near != "" {
		return "Did you mean " + quote(near) + "? "
	}
	return ""
}
