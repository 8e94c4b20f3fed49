package draft

import (
	"slices"
	"strings"

	"actionplan/workbook/letter"
	"actionplan/workbook/words"
)

// ordered puts letters into date order, each once, and refuses those of
// several organisations.
func ordered(letters []*letter.Letter) ([]*letter.Letter, error) {
	var list []*letter.Letter
	for _, l := range letters {
		if !slices.ContainsFunc(list, func(other *letter.Letter) bool { return sameText(l, other) }) {
			list = append(list, l)
		}
	}
	list = inDateOrder(list)
	for i, l := range list {
		for _, other := range list[:i] {
			a, b := other.Facts.Organisation, l.Facts.Organisation
			if a != "" && b != "" && !sameOrganisation(a, b) {
				return nil, words.Fail("draft one workbook for each", "the letters are about two organisations, %s and %s", a, b)
			}
		}
	}
	return list, nil
}

func sameText(a, b *letter.Letter) bool {
	return slices.EqualFunc(a.Passages, b.Passages, func(x, y letter.Passage) bool { return x.Text == y.Text })
}

// inDateOrder orders by the first day of the visit, else the letter's date. A
// letter that prints neither goes before the next visit by number, else
// behind those that it was given behind.
func inDateOrder(list []*letter.Letter) []*letter.Letter {
	var ordered []*letter.Letter
	for _, l := range list {
		if firstDay(l) != "" {
			ordered = append(ordered, l)
		}
	}
	slices.SortStableFunc(ordered, func(a, b *letter.Letter) int { return strings.Compare(firstDay(a), firstDay(b)) })
	for i, l := range list {
		if firstDay(l) == "" {
			ordered = slices.Insert(ordered, placeOf(l, ordered, list[:i]), l)
		}
	}
	return ordered
}

func placeOf(l *letter.Letter, ordered, before []*letter.Letter) int {
	for i, other := range ordered {
		if n := l.Facts.Number; n > 0 && other.Facts.Number > n {
			return i
		}
	}
	if len(before) == 0 {
		return 0
	}
	return slices.Index(ordered, before[len(before)-1]) + 1
}

func firstDay(l *letter.Letter) string {
	if day := iso(l.Facts.Started); day != "" {
		return day
	}
	return iso(l.Facts.Dated)
}

// sameOrganisation takes "Medway" and "Medway Council" for one.
func sameOrganisation(a, b string) bool {
	a, b = placeOnly(a), placeOnly(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// placeOnly leaves of a council's name the place.
func placeOnly(name string) string {
	name = " " + words.Fold(strings.ReplaceAll(name, "-", " ")) + " "
	for _, w := range []string{"london borough of", "royal borough of", "metropolitan borough", "city of", "council", "county", "city", "borough", "the", "metropolitan", "district"} {
		name = strings.ReplaceAll(name, " "+w+" ", " ")
	}
	return strings.TrimSpace(name)
}
