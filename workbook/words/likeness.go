package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likely is the name that somebody most likely meant, or "": the same words in
// another order; else one that is a slip or two away; else one that begins
// with what was typed; else the only one that holds all its words. Of several
// that are equally near the one wins that begins and ends most alike, since a
// slip is seldom in the last letter ("Gren" is Green and not Grey), and then
// the first.
func Likely(typed string, names []string) string {
	want := Fold(typed)
	if want == "" {
		return ""
	}
	best, bestDistance, bestEnds := "", 0, 0
	sorted := sortedWords(want)
	for _, name := range names {
		have := Fold(name)
		if sorted != "" && sortedWords(have) == sorted {
			return name
		}
		d, ok := Slip(want, have)
		ends := alikeEnds(want, have)
		if ok && (best == "" || d < bestDistance || d == bestDistance && ends > bestEnds) {
			best, bestDistance, bestEnds = name, d, ends
		}
	}
	if best == "" {
		best = beginning(want, names)
	}
	if best == "" {
		best = holding(want, names)
	}
	return best
}

// DidYouMean is a question that a hint begins with, "" where nothing is near:
// `Did you mean "Amber"? `, with the space that parts it from what follows.
func DidYouMean(typed string, names []string) string {
	if near := Likely(typed, names); near != "" {
		return "Did you mean " + Quote(Clip(near, InLine)) + "? "
	}
	return ""
}

// Slip is the number of letters by which a folded text as typed differs from a
// folded one of ours; ok where so little differs that ours was probably meant:
// no letter in a word of two, one up to five, two up to fourteen, and one in
// five of what is longer. A swap of two neighbours counts as one.
func Slip(typed, ours string) (distance int, ok bool) {
	if typed == "" {
		return 0, false
	}
	n := utf8.RuneCountInString(ours)
	limit := 0
	switch {
	case n >= 15:
		limit = n / 5
	case n >= 6:
		limit = 2
	case n >= 3:
		limit = 1
	default:
		return 0, typed == ours
	}
	distance = Distance(typed, ours, limit)
	return distance, distance <= limit
}

// Distance counts the letters put in, left out, changed, or swapped with their
// neighbour, that make one word of another (the optimal string alignment of
// Damerau and Levenshtein); anything above limit comes out as limit+1.
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d > limit || -d > limit {
		return limit + 1
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
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(y)], limit+1)
}

// alikeEnds is how many bytes two words share at their beginning and, of the
// rest, at their end.
func alikeEnds(a, b string) int {
	shorter := min(len(a), len(b))
	n := 0
	for n < shorter && a[n] == b[n] {
		n++
	}
	for i := 1; i <= shorter-n && a[len(a)-i] == b[len(b)-i]; i++ {
		n++
	}
	return n
}

// fewest letters say little: "on" begins half of all names.
const fewest = 4

// beginning is the first name that begins, itself or in one of its words, with
// what was typed.
func beginning(want string, names []string) string {
	if utf8.RuneCountInString(want) < fewest {
		return ""
	}
	for _, name := range names {
		if have := Fold(name); strings.HasPrefix(have, want) || strings.Contains(have, " "+want) {
			return name
		}
	}
	return ""
}

// holding is the only name that holds all of the typed words, "" where there
// are several.
func holding(want string, names []string) string {
	list := Split(want)
	if len(list) == 0 || len(list) < 2 && utf8.RuneCountInString(want) <= fewest {
		return ""
	}
	found := ""
	for _, name := range names {
		have := Split(Fold(name))
		if slices.ContainsFunc(list, func(w string) bool { return !slices.Contains(have, w) }) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

// SameWords says whether two names hold the same words in any order: "Smith,
// Jane" is Jane Smith.
func SameWords(a, b string) bool { return sortedWords(Fold(a)) == sortedWords(Fold(b)) }

func sortedWords(folded string) string {
	list := Split(folded)
	slices.Sort(list)
	return strings.Join(slices.Compact(list), " ")
}

// Split is the words of a text: runs of letters and digits.
func Split(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// Likeness is Dice's coefficient of two sorted sets: twice what they share
// over what they have, from 0 to 1; 0 where both are empty.
func Likeness[T interface{ ~string | ~uint64 }](a, b []T) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	shared, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			shared, i, j = shared+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}
