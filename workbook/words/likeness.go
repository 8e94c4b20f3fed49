package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Likely is the name that somebody most likely meant, or "", for a question to
// the user: the same words in another order; else the nearest that is a slip or
// two away, in long names one letter in five; else the only one with words that
// begin as the typed ones do.
func Likely(typed string, names []string) string {
	want := Fold(typed)
	if want == "" {
		return ""
	}
	for _, name := range names {
		if SameWords(want, name) {
			return name
		}
	}
	if near := nearest(want, names, 5); near != "" {
		return near
	}
	return beginning(want, names)
}

// Nearest is the name that was meant but for a slip or two (see Slip), or "":
// near enough to go by without asking.
func Nearest(typed string, names []string) string { return nearest(Fold(typed), names, 0) }

// nearest looks for slips; oneIn above 0 also allows one in so many letters.
// Of several that are equally near the one wins that begins and ends most
// alike, since a slip is seldom in the last letter ("Gren" is Green and not
// Grey), and then the first.
func nearest(want string, names []string, oneIn int) string {
	best, bestDistance, bestEnds := "", 0, 0
	for _, name := range names {
		have := Fold(name)
		limit := slips(have)
		if oneIn > 0 {
			limit = max(limit, utf8.RuneCountInString(have)/oneIn)
		}
		d, ends := Distance(want, have, limit), alikeEnds(want, have)
		if want != "" && d <= limit && (best == "" || d < bestDistance || d == bestDistance && ends > bestEnds) {
			best, bestDistance, bestEnds = name, d, ends
		}
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
// one letter in words of three to five, two in longer ones. A swap of two
// neighbours counts as one.
func Slip(typed, ours string) (distance int, ok bool) {
	if typed == "" {
		return 0, false
	}
	limit := slips(ours)
	distance = Distance(typed, ours, limit)
	return distance, distance <= limit
}

func slips(ours string) int {
	switch n := utf8.RuneCountInString(ours); {
	case n >= 6:
		return 2
	case n >= 3:
		return 1
	}
	return 0
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

// beginning is the only name with words that begin as all of the typed ones
// do, "" where there are several.
func beginning(want string, names []string) string {
	if utf8.RuneCountInString(want) < fewest {
		return ""
	}
	typed, found := Split(want), ""
	for _, name := range names {
		have := Split(Fold(name))
		if len(typed) == 0 || slices.ContainsFunc(typed, func(w string) bool { return !anyBegins(have, w) }) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

func anyBegins(list []string, with string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return strings.HasPrefix(w, with) })
}

// SameWords says whether two names hold the same words in any order: "Smith,
// Jane" is Jane Smith.
func SameWords(a, b string) bool { return InOrder(a) == InOrder(b) }

// InOrder is the folded words of a name, each once, in alphabetical order: what
// a name is found by, however it is turned.
func InOrder(name string) string {
	list := Split(Fold(name))
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
