// Package identify finds what in a text could lead a reader to one child or
// family: numbers and addresses by their shape, and by the grammar of English
// the ways in which people write about a child without a name. What no rule of
// grammar sees is weighed, by what a corpus of such sentences teaches. It takes
// a text and gives back places in it; it knows nothing of plans, and prints
// nothing.
package identify

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind says what was found, in the words of the rule that reports it.
type Kind string

// The kinds, in the order in which rules are listed.
const (
	NHSNumber    Kind = "nhs-number"
	UPN          Kind = "upn"
	NINumber     Kind = "ni-number"
	DateOfBirth  Kind = "date-of-birth"
	CaseNumber   Kind = "case-number"
	Initials     Kind = "initials"
	FamilyNamed  Kind = "family-named"
	Described    Kind = "child-described"
	StaffPrivate Kind = "staff-private"
	Address      Kind = "street-address"
	Postcode     Kind = "postcode"
	Phone        Kind = "phone"
	Email        Kind = "email"
	SocialMedia  Kind = "social-media"
	SmallCount   Kind = "small-count"
)

// Span is a place in a text, in bytes, that is likely to identify somebody.
type Span struct {
	Kind       Kind
	Start, End int
	// Weak: the evidence is thin. A count with which nothing stands that could
	// tell whom it counts, or a sentence that weighs only just enough. It is
	// masked as everything else is.
	Weak bool
}

// Options says what a reader of the text knows already.
type Options struct {
	// Small is the number from which a count of children is large enough to
	// print; 0: no count is looked for.
	Small int
	// Known says whether capitals, as typed and without dots, are a short form
	// that the plan explains; nil: none.
	Known func(capitals string) bool
	// Own says whether a word is of the name of the organisation, whose own
	// area says nothing about anybody; nil: none.
	Own func(word string) bool
	// Unweighed leaves out sentences that no rule finds and that only weigh
	// enough: for names, and for what a program says of a text.
	Unweighed bool
}

// Find is every place in a text that is likely to identify a child, a family
// or a person, in the order of the text. Places may overlap. The time it takes
// grows with the length of the text and no faster.
func Find(s string, o Options) []Span {
	t := read(s, o)
	defer pool.Put(t)
	t.findNumbers()
	t.findContacts()
	if len(t.words) > 0 {
		t.findPlaces()
		t.findAges()
		t.findBirths()
		t.findRecords()
		t.findInitials()
		t.findNames()
		t.findDescribed()
		t.findStaffPrivate()
		t.findCompanions()
		t.findCounts()
		if !o.Unweighed {
			t.findWeighed()
		}
		t.weaken()
	}
	if len(t.found) == 0 {
		return nil
	}
	found := slices.Clone(t.withoutQuotations())
	slices.SortFunc(found, func(a, b Span) int {
		return cmp.Or(a.Start-b.Start, a.End-b.End, strings.Compare(string(a.Kind), string(b.Kind)))
	})
	return withOneName(slices.Compact(found))
}

// Mask puts … in place of every span, one … for spans that touch or overlap.
// What comes out is valid UTF-8.
func Mask(s string, spans []Span) string {
	if len(spans) == 0 {
		return strings.ToValidUTF8(s, "�")
	}
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	var out strings.Builder
	at := 0
	for i := 0; i < len(spans); {
		start, end := max(spans[i].Start, at), spans[i].End
		for i++; i < len(spans) && spans[i].Start <= end; i++ {
			end = max(end, spans[i].End)
		}
		start, end = onRunes(s, min(start, len(s)), min(end, len(s)))
		if end <= at {
			continue
		}
		out.WriteString(s[at:max(at, start)])
		out.WriteString("…")
		at = end
	}
	out.WriteString(s[at:])
	return strings.ToValidUTF8(out.String(), "�")
}

// onRunes widens a place so that it begins and ends between two characters.
func onRunes(s string, start, end int) (int, int) {
	for start > 0 && start < len(s) && !utf8.RuneStart(s[start]) {
		start--
	}
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	return start, end
}
