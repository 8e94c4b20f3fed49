package identify

import "strings"

// SpeaksOfPerson says whether a text names one child, relation or person: what
// it explains may be somebody's initials.
func SpeaksOfPerson(s string) bool {
	t := read(s, Options{})
	for i := range t.words {
		if t.isHead(i) && !t.namesThing(i) || t.words[i].class&given != 0 && t.words[i].capital {
			return true
		}
	}
	return false
}

// MayBeInitials is true of two capitals that are no usual short form.
func MayBeInitials(capitals string) bool {
	return len(capitals) == 2 && lexicon[strings.ToLower(capitals)]&acronym == 0
}

// CountsChildren says whether what a label measures is children, young people
// or families, and not staff, records or places: "Children in care", "% of care
// leavers in touch", but not "Social workers with over 20 children".
func CountsChildren(label string) bool {
	t := read(label, Options{})
	for i, w := range t.words {
		if t.isCountedNoun(i) || w.class&childWord != 0 && t.isHead(i) {
			_, owned := t.possessive(i)
			return !owned && !t.namesCounted(i)
		}
		if w.class&(staff|premises|post) != 0 || w.low == "plans" || w.low == "audits" || w.low == "days" || w.low == "weeks" {
			return false
		}
	}
	return false
}
