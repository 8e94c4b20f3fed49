package report

import (
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// saidAs is a meaning in a sentence: the plan's own word for it, which the key
// explains, or ours where the plan has none of its own: "Red", "off track". A plan
// of two words for one meaning is told of both: "Amber or Amber/Red"; of more, or of
// one as long as a sentence, in ours.
func saidAs(k workbook.Key, m workbook.Meaning) string {
	var own []string
	for _, w := range k.Words {
		switch {
		case w.Means != m || words.Fold(w.Word) == "":
		case words.Fold(w.Word) == words.Fold(m.String()):
			return m.String()
		case !slices.Contains(own, w.Word):
			own = append(own, w.Word)
		}
	}
	const most = 40 // letters
	if said := words.Or(own); len(own) > 0 && len(own) <= 2 && utf8.RuneCountInString(said) <= most {
		return said
	}
	return m.String()
}

// inSentence is a status as a sentence says it: the plan's own word as it is
// written, and ours without a capital.
func inSentence(s Status) string {
	if words.Fold(s.Word) == words.Fold(s.Meaning.String()) {
		return s.Meaning.String()
	}
	return s.Word
}

// leaveInWays is true of a plan that has several words for what has left it: none of
// them is said of all.
func leaveInWays(k workbook.Key) bool {
	n := 0
	for _, w := range k.Words {
		if w.Means == workbook.Withdrawn && w.Word != "" {
			n++
		}
	}
	return n > 1
}

// leftThePlan stands for the words of such a plan.
const leftThePlan = "Left the plan"

// standing is how so many actions or areas of one meaning stand: "are off track",
// "has not started", "are Not due".
func standing(k workbook.Key, m workbook.Meaning, n int) string {
	if m == workbook.MeaningUnknown {
		return words.Have(n) + " no known status"
	}
	said := saidAs(k, m)
	switch {
	case said != m.String() && !(m == workbook.Withdrawn && leaveInWays(k)):
		return words.Are(n) + " " + said
	case m == workbook.NotStarted:
		return words.Have(n) + " not started"
	case m == workbook.Withdrawn && leaveInWays(k):
		return "left the plan"
	case m == workbook.Withdrawn:
		return words.Was(n) + " withdrawn"
	}
	return words.Are(n) + " " + said
}

// nameInSentence is the name of a post or a visit as it stands within a sentence. Only
// a word that begins such names and is no name itself loses its capital.
func nameInSentence(name string) string {
	first, _, _ := strings.Cut(name, " ")
	if slices.Contains(ordinary, strings.TrimRight(first, ",:")) {
		return words.LowerFirst(name)
	}
	return name
}

// ordinary are the words that posts and visits begin with.
var ordinary = strings.Fields(`Independent Interim Acting Lay Joint Chair Chairperson Executive Strategic Director Assistant Deputy Lead Head
	First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Final Last Latest Initial Follow-up Re-inspection Reinspection Inspection Visit Monitoring Focused
	Assurance Annual Full Short Standard Area Peer Thematic Unannounced Internal External Audit Review Local Other Improvement Letter Diagnostic Stocktake Challenge`)
