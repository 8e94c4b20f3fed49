package check

import "strings"

// turning are the kinds of words with which a later sentence can turn what an
// earlier one has told.
var turning = setOf("TROUBLE NOT GOT STILL NOW WAS TURN")

// kindOfWord is the kind of a word, or the word.
func kindOfWord(w string) string {
	switch {
	case isDigit(w[0]):
		if isYear(w) {
			return "YEAR"
		}
		return "NUMBER"
	case months[w] > 0 && w != "may" && w != "march" && w != "mar":
		return "MONTH"
	case strings.HasSuffix(w, "day") && weekdays[w]:
		return "WEEKDAY"
	}
	for _, k := range kindsBySet {
		if k.set[w] {
			return k.kind
		}
	}
	alone := []string{w}
	switch {
	case amount(w) > 0:
		return "NUMBER"
	case troubleWords.at(alone) > 0 || setbacks.at(alone) > 0:
		return "TROUBLE"
	}
	for _, k := range subjectsBySet {
		if k.set[w] {
			return k.kind
		}
	}
	return w
}

func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "20") || strings.HasPrefix(w, "19")) && isDigit(w[2]) && isDigit(w[3])
}

// kindSet is a kind of word by the words that are of it.
type kindSet struct {
	kind string
	set  map[string]bool
}

var (
	kindsBySet = []kindSet{
		{"NOT", denials},
		{"NOW", setOf("is are has have now currently today")},
		{"WAS", setOf("was were had did")},
		{"STILL", setOf("until once when while pending awaiting if before unless still yet remains remain remaining rest others outstanding")},
		{"TURN", setOf("but however although though whereas whilst despite after since")},
	}
	subjectsBySet = []kindSet{
		{"TROUBLE", evils},
		{"CHILD", people}, {"CHILD", ofLives},
		{"GOT", gotDone}, {"GOT", cameAbout}, {"GOT", doneWords}, {"GOT", setOf(lexicons["done"])},
		{"MONEY", setOf(lexicons["money"])},
		{"STAFF", staff},
		{"POST", setOf(lexicons["posts"])},
		{"EVENT", setOf(lexicons["events"])},
		{"GROUP", groups},
	}
)
