package identify

// begins says what a word can be the beginning of. It is worked out once of each
// word, so that most words of a text are passed over at a glance and the grammar
// looks only where something may stand. A search that is to begin with another
// word needs that word here.
type begins uint8

const (
	anAge begins = 1 << iota
	aBirth
	aGroup
	aCount
)

// The words with which each can begin, beside those with a number or of a class.
var (
	ageWords = setOf(`aged age at turned them he she who to person man woman user leaver former refugee seeker orphan partner husband wife twins triplets group year yr y
		between from since by until now only just still nearly barely almost already m f under birthday`)
	birthWords = setOf(`born dob birthdate edd birthday date birth d baby twins triplets due turned turns turn reach turning be is becomes became reaches reached was b`)
	groupWords = setOf(`group family household siblings brothers sisters sibling twin mother father parent couple has have had eldest oldest youngest caring cares cared
		brother twins triplets quads quadruplets`)
	aloneWords = setOf(`single lone solitary sole`)
)

func whatBegins(w word) begins {
	var b begins
	figure := w.low[0] <= '9'
	if figure || w.number >= 0 || ageWords[w.low] || ageRanks[w.low] || isAcronymCount(w.low) || w.class&(childWord|kinWord|familyWord|manyChildren|manyKin) != 0 ||
		(w.low[0] == 'y' || w.low[0] == 'r') && hasDigit(w.low) {
		b |= anAge
	}
	if figure || birthWords[w.low] || w.class&ordinal != 0 {
		b |= aBirth
	}
	if groupWords[w.low] || ageRanks[w.low] {
		b |= aGroup
	}
	if w.number >= 0 || groupsOf[w.low] > 0 || aloneWords[w.low] {
		b |= aCount
	}
	return b
}
