package draft

import (
	"cmp"
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
	slices.SortStableFunc(list, byDate)
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

// byDate orders by the first day of the visit, else the letter's date; where
// a letter prints neither, by the visit's number, else as given.
func byDate(a, b *letter.Letter) int {
	x, y := firstDay(a), firstDay(b)
	if x != "" && y != "" {
		return strings.Compare(x, y)
	}
	if a.Facts.Number > 0 && b.Facts.Number > 0 {
		return cmp.Compare(a.Facts.Number, b.Facts.Number)
	}
	return 0
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
