package identify

import "strings"

// findTally marks a small number that is set beside what it counts: CLA: 3,
// UASC (4), the number of children fell to 3.
func (t *text) findTally(i int) {
	w := t.words[i]
	if !t.isSmall(w.number) {
		return
	}
	gap := t.gap(i)
	s := t.sentences[w.sentence]
	if t.isDownFrom(s.from, i) && t.tallied(s.from, i) >= 0 {
		t.mark(SmallCount, i, i+1)
		return
	}
	if gap := t.gapAfter(i); gap == "," || gap == "." && i+1 < s.to { // 2,564
		return
	}
	if t.follows(i) && (t.follows(i+1) || w.low == "one") && (t.at(i+1).class&(preposition|cohort) != 0 || afterResult[t.at(i+1).low]) && t.at(i+2).number < 0 {
		t.findFallen(s.from, i) // fell to two following a review
		return
	}
	ends := i+1 >= s.to || strings.ContainsAny(t.gap(i+1), ",;.)(") && !strings.HasPrefix(t.gap(i+1), "%") && !(strings.HasPrefix(t.gap(i+1), ".") && len(t.gap(i+1)) == 1)
	if t.is(i+1, "out", "of") && t.at(i+3).number != 0 || t.at(i+1).low == "of" && hasDigit(t.at(i+2).low) {
		ends = true // 3 out of 58
	}
	if i == s.from || !ends || strings.HasPrefix(t.gap(i+1), "%") || i+1 == len(t.words) && strings.HasPrefix(t.s[w.end:], "%") {
		return
	}
	if w.low == "one" && !t.follows(i) && !strings.HasPrefix(gap, ":") && gap != " - " && gap != " – " {
		return
	}
	switch {
	case strings.HasSuffix(gap, "(") && strings.HasPrefix(t.gapAfter(i), ")"):
		if from := t.tallied(max(s.from, i-6), i); from >= 0 && !t.in(i).hasAny(roleNoun) {
			t.mark(SmallCount, from, i+1)
		}
	case strings.Contains(gap, ":") || strings.Contains(gap, "=") || gap == " - " || gap == " – ":
		if from := t.tallied(s.from, i); from >= 0 {
			t.mark(SmallCount, from, i+1)
		}
	default:
		t.findFallen(s.from, i)
	}
}

// afterResult are words that say when or why a number came to be.
var afterResult = setOf(`following this last by over when as because while compared against`)

// findFallen marks a small number that the number of children is said to be now.
func (t *text) findFallen(from, i int) {
	switch t.at(i - 1).low {
	case "to", "is", "was", "at", "now", "remains", "of", "stands":
		if (t.saysNumber(from, i) || t.isDownFrom(from, i)) && t.tallied(from, i) >= 0 {
			t.mark(SmallCount, i, i+1)
		}
	}
}

// isDownFrom says whether a larger number stands before or behind the one at i,
// from which it came: from eleven children to two, down to 3 from 14.
func (t *text) isDownFrom(from, i int) bool {
	if t.at(i-1).low != "to" {
		return false
	}
	if t.at(i-2).low == "down" {
		return true
	}
	for k := max(from, i-7); k < i; k++ {
		if t.words[k].low == "from" && t.at(k+1).number > t.words[i].number && t.isCountedNoun(k+2) {
			return true
		}
	}
	return false
}

// findResult marks a small number that is said to be how many there are now of
// the children whom a label counts: Measure: children missing. Baseline 6, now 2.
func (t *text) findResult(i int) {
	if i == 0 || !t.isSmall(t.words[i].number) || t.words[i].low == "one" || t.endsNumber(i) || t.follows(i+1) && t.at(i+1).class&linking == 0 {
		return
	}
	before := t.at(i - 1).low
	if before == "of" {
		before = t.at(i - 2).low // a numerator of 2
	}
	switch before {
	case "now", "latest", "actual", "outturn", "currently", "baseline", "result":
	case "numerator":
		if t.tallied(t.sentences[t.words[i].sentence].from, i) >= 0 || t.tallied(i+1, min(len(t.words), i+12)) >= 0 {
			t.mark(SmallCount, i-1, i+1)
		}
		return
	default:
		return
	}
	s := t.words[i].sentence
	from := t.sentences[max(0, s-1)].from
	for k := max(from, i-24); k < i; k++ {
		switch t.words[k].low {
		case "percentage", "proportion", "share", "rate", "average", "median", "days", "weeks", "months", "hours", "score", "per", "mean", "visits", "placements":
			return
		}
		if strings.Contains(t.gapAfter(k), "%") {
			return
		}
	}
	if from := t.tallied(from, i); from >= 0 {
		t.mark(SmallCount, i, i+1)
	}
}

// tallied is the children of whom a label speaks, -1 where it speaks of
// something else first: social workers with more than 20 children.
func (t *text) tallied(from, i int) int {
	for k := max(from, i-24); k < i; k++ {
		w := t.words[k]
		if w.class&staff != 0 && !t.isCountedNoun(k) {
			return -1
		}
		if k == from && w.class&childWord != 0 && t.follows(k+1) && doneOrMissing(t.words[k+1].low) {
			return k // child missing from school: one
		}
		if t.isEvent(k) || t.isReferralFrom(k) || childFates[w.low] && (!t.follows(k+1) || t.at(k+1).class&(thing|staff) == 0) || w.low == "sibling" && strings.HasPrefix(t.at(k+1).low, "group") || w.low == "secure" && t.at(k-1).low == "in" {
			return k
		}
		if t.isCountedNoun(k) {
			if _, owned := t.possessive(k); owned || t.namesCounted(k) {
				return -1
			}
			return k
		}
	}
	return -1
}

// doneOrMissing is true of a word behind a child in a label.
func doneOrMissing(low string) bool {
	return low == "missing" || low == "without" || low == "not" || doneToChildren[low]
}

// saysNumber says whether a sentence speaks of a number before word i.
func (t *text) saysNumber(from, i int) bool {
	for k := max(from, i-24); k < i; k++ {
		switch t.words[k].low {
		case "number", "count", "total", "no", "nos":
			if t.at(k+1).low == "of" && t.countsChildren(k+2, i) {
				return true
			}
		}
	}
	return false
}

// countsChildren says whether what is counted from word k on is children, and
// not the days or teams of which more is said.
func (t *text) countsChildren(k, to int) bool {
	for k < to && !t.isCountedNoun(k) && (t.words[k].class&describing != 0 || t.words[k].allCaps || t.words[k].low == "care") {
		k++
	}
	return k < to && t.isCountedNoun(k)
}
