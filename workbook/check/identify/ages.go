package identify

import "strings"

// An age counts as that of one child up to the age until which care leavers
// are supported.
const oldestLeaver = 25

// findAges notes every age that is said of one child or young person, and
// marks it: "a 7-year-old girl", "aged nine", "she is 14". Ages in rules, of
// groups, of services and of things are passed over.
func (t *text) findAges() {
	for i := range t.words {
		if t.words[i].begins&anAge == 0 {
			continue
		}
		end, ok := t.yearsOld(i)
		if !ok {
			end, ok = t.agedWord(i)
		}
		if !ok {
			end, ok = t.pronounAge(i)
		}
		if !ok {
			end, ok = t.nounAge(i)
		}
		if !ok {
			end, ok = t.siblingAges(i)
		}
		if !ok {
			end, ok = t.oneOfYear(i)
		}
		if !ok {
			end, ok = t.atAge(i)
		}
		if !ok {
			end, ok = t.shortAge(i)
		}
		if !ok {
			end, ok = t.ageOfOne(i)
		}
		if ok {
			t.aged[i] = end
			t.mark(Described, i, end)
		}
	}
}

// isAge is true of a number that can be the age of a child or care leaver.
func isAge(n int) bool { return n >= 0 && n <= oldestLeaver }

// yearsOld reads "7-year-old", "nine year old", "10yo", "three-month-old" at
// word i, where one child is meant.
func (t *text) yearsOld(i int) (end int, ok bool) {
	end, ok = t.yearsOldWords(i)
	if !ok || t.isRange(i) || t.at(i-1).class&anyOf != 0 || strings.HasPrefix(t.gapAfter(end-1), "+") {
		return 0, false
	}
	before := t.at(i - 1).low
	if !t.meansOne(end) {
		return 0, false
	}
	loose := before == "at" || before == "by" || before == "from" || before == "until" || before == "over" || before == "under" || before == "least"
	if loose && t.in(i)&(pronoun|childWord) == 0 || before == "under" || before == "over" {
		return 0, false
	}
	if t.isRule(i) && !t.isDefinite(i) || t.isDeniedOfAny(i) || t.at(i-1).low == "is" && (t.isUntil(i-2) || t.isOfEach(i)) {
		return 0, false
	}
	if next := t.at(i + 1).low; (next == "years" || next == "months" || next == "weeks") && t.in(i)&pronoun == 0 && t.in(i)&(childWord|kinWord) == 0 {
		return 0, false // they are 18 years old
	}
	return end, true
}

// yearsOldWords is the end of the words that say an age.
func (t *text) yearsOldWords(i int) (end int, ok bool) {
	w := t.words[i]
	if n := strings.IndexFunc(w.low, func(r rune) bool { return r < '0' || r > '9' }); n > 0 && n <= 2 {
		switch w.low[n:] {
		case "mo", "mth", "mths", "wk", "wks":
			return i + 1, t.isHead(i + 1)
		case "yo", "yr", "yrs":
			if w.low[n:] == "yo" {
				return i + 1, true
			}
			if t.at(i+1).low == "old" {
				return i + 2, true
			}
		}
		return 0, false
	}
	if w.number < 0 || w.number > oldestLeaver && !isMonths(t.at(i+1).low) || !t.follows(i+1) {
		return 0, false
	}
	switch next := t.words[i+1].low; {
	case next == "yo":
		return i + 2, true
	case next == "y" && t.at(i+2).low == "o" && (t.gap(i+2) == "/" || t.gap(i+2) == "."):
		return i + 3, true
	case (next == "year" || next == "years" || next == "yr" || next == "yrs" || isMonths(next)) && t.follows(i+2) && t.words[i+2].low == "old":
		return i + 3, true
	}
	return 0, false
}

func isMonths(low string) bool {
	switch low {
	case "mth", "mths", "mos", "wk", "wks", "month", "months", "week", "weeks", "day", "days":
		return true
	}
	return false
}

// isRange is true of the second of two ages: 16 or 17, 18-25.
func (t *text) isRange(i int) bool {
	before := t.at(i - 1)
	if before.low == "to" || before.low == "or" {
		return true
	}
	gap := t.gap(i)
	if before.low == "and" {
		return t.at(i-2).number >= 0
	}
	return before.number >= 0 && (gap == "-" || gap == "–" || gap == "/" || strings.TrimSpace(gap) == "-" || strings.TrimSpace(gap) == "–")
}

// meansOne says whether the words after an age name one child, or nobody: then
// the age stands for the child.
func (t *text) meansOne(end int) bool {
	for k := end; k <= end+3; k++ {
		w := t.at(k)
		if k >= len(t.words) || t.words[k].sentence != t.words[end-1].sentence || !t.follows(k) {
			return k == end || t.isHead(k-1)
		}
		switch {
		case w.class&premises != 0:
			return false
		case w.allCaps && (w.low == "f" || w.low == "m") && k == end:
			return true
		case w.low == "male" || w.low == "female" || w.low == "apprentice" || w.low == "learner" || w.low == "patient":
			return true
		case t.isHead(k):
			return t.at(k+1).class&thing == 0 || t.at(k+1).class&linking != 0 || !t.follows(k+1)
		case w.class&(manyChildren|manyKin|generation) != 0:
			return false
		case w.class&linking != 0 && w.class&describing == 0:
			return k == end || doneToChildren[t.at(k-1).low] // 13yo placed in
		case w.class&describing != 0, w.capital && k > end:
		default:
			return strings.HasSuffix(w.low, "ed") || strings.HasSuffix(w.low, "ing") && w.low != "funding" && w.low != "training" && w.low != "screening" || k == end && w.low == "s" && isApostrophe(t.gap(k))
		}
	}
	return false
}

// agedWord reads "aged nine", "aged just 3", "at the age of 9" of one child.
func (t *text) agedWord(i int) (end int, ok bool) {
	w := t.words[i]
	j := i + 1
	switch {
	case w.low == "aged":
		if low := t.at(j).low; low == "just" || low == "only" || low == "about" || low == "around" || low == "nearly" {
			j++
		}
	case w.low == "age" && t.at(j).low == "of" && t.at(i-2).low == "at":
		j++
		if t.in(i)&pronoun == 0 {
			return 0, false
		}
	case w.low == "age" && (strings.ContainsAny(t.gap(i), "(,") || t.isHead(i-1) || t.first(i) && t.in(i)&(cue|past) != 0):
	default:
		return 0, false
	}
	n := t.at(j).number
	if !t.follows(j) || !isAge(n) || t.opensRange(j+1) {
		return 0, false
	}
	if subject := t.at(i - 1); t.follows(i) && (subject.class&(manyChildren|manyKin|anyOf) != 0 || isEverybody(subject.low)) {
		return 0, false
	}
	if t.isRule(i) && !t.isDefinite(i) && t.in(i)&pronoun == 0 {
		return 0, false
	}
	if t.follows(i) && t.isHead(i-1) && t.isAnyHead(i-1) {
		return 0, false
	}
	return j + 1, true
}

// opensRange says whether what follows an age makes it one of several: aged 16
// or 17, 10 to 14, 18 and over, 14+.
func (t *text) opensRange(i int) bool {
	gap, w := t.gap(i), t.at(i)
	if strings.HasPrefix(gap, "+") || strings.HasPrefix(gap, "-") || strings.HasPrefix(gap, "–") && w.number >= 0 || strings.HasPrefix(gap, "/") {
		return true
	}
	if !joined(gap) && !(gap == ", " && w.number >= 0) {
		return false
	}
	if w.low == "years" || w.low == "months" {
		next := t.at(i + 1).low
		return next == "or" || next == "and" && t.at(i+2).class&preposition == 0 && (t.at(i+2).low == "over" || t.at(i+2).low == "above" || t.at(i+2).low == "under") || next == "to"
	}
	switch w.low {
	case "to", "or", "plus", "upwards", "onwards", "percent":
		return true
	case "and":
		next := t.at(i + 1)
		return next.low == "over" || next.low == "above" || next.low == "under" || next.low == "up" || next.low == "older" || next.number >= 0
	}
	return gap == ", " && isAge(w.number) && (t.gap(i+1) == ", " && t.at(i+1).number >= 0 || t.at(i+1).low == "and" && t.at(i+2).number >= 0)
}

// nounAge reads an age beside a noun for a child or relation: the girl (12),
// the young man, 19, a boy of nine, one teenager, now 15.
func (t *text) nounAge(i int) (end int, ok bool) {
	eldest := (t.words[i].low == "eldest" || t.words[i].low == "youngest" || t.words[i].low == "oldest") && t.at(i-1).class&oneOf != 0 && !t.follows(i+1)
	if w := t.words[i]; w.allCaps && isAcronymCount(w.low) && t.gap(i+1) == " (" && t.at(i+1).number > 4 && isAge(t.at(i+1).number) && t.gapAfter(i+1) == ") " && (t.at(i+2).low == "self" || t.at(i+2).low == "was" || t.at(i+2).low == "has" || t.at(i+2).low == "is" || t.at(i+2).class&past != 0 && t.at(i+2).low != "were") {
		return i + 2, true // CLA (13) self harmed
	}
	if !eldest && !t.isHead(i) && t.words[i].low != "twins" || t.words[i].class&familyWord != 0 || t.isAnyHead(i) {
		return 0, false
	}
	if end, ok = t.ageAfter(i + 1); ok {
		return end, true
	}
	next := t.at(i + 1)
	if next.low == "of" && isMonths(t.at(i+3).low) && t.at(i+2).number >= 1 && (t.words[i].class&childWord != 0 || t.words[i].low == "twins") && t.isSomebody(i) && !t.isRule(i) {
		return i + 4, true // a baby of nine weeks
	}
	if next.low == "of" && t.at(i+3).low == "to" && t.at(i+4).number > t.at(i+2).number {
		return 0, false // a young person of 16 to 25
	}
	if next.low == "of" && t.follows(i+1) && t.follows(i+2) && t.at(i+2).number >= 2 && isAge(t.at(i+2).number) && (!t.follows(i+3) || t.at(i+3).class&linking != 0 || strings.HasSuffix(t.at(i+3).low, "ed")) && !t.isRule(i) && t.isSomebody(i) {
		return i + 3, true
	}
	if next.number >= 0 && isAge(next.number) && t.follows(i+1) && (strings.HasPrefix(t.gap(i+2), ",") || isMonths(t.at(i+2).low)) && next.low[0] <= '9' && t.at(i).low != "uasc" && t.at(i).low != "yp" && t.words[i].low != "child" {
		return i + 2, true
	}
	return 0, false
}

// ageAfter reads an age that is set off from the word before i by a bracket
// or commas: (14), (aged 7), , 15, or aged 7.
func (t *text) ageAfter(i int) (end int, ok bool) {
	if i >= len(t.words) || t.words[i].sentence != t.words[i-1].sentence {
		return 0, false
	}
	gap, j := t.gap(i), i
	bracket := strings.HasSuffix(gap, "(")
	comma := gap == ", "
	if gap == " " && t.words[i].low != "aged" || !bracket && !comma && gap != " " {
		return 0, false
	}
	for t.at(j).low == "aged" || t.at(j).low == "now" || t.at(j).low == "age" || t.at(j).low == "only" || t.at(j).low == "just" || t.at(j).low == "nearly" {
		j++
	}
	said := j > i
	if end := t.yearGroup(j); bracket && end > 0 && strings.HasPrefix(t.gapAfter(end-1), ")") { // ZA (Y10)
		return end, true
	}
	w := t.at(j)
	n := w.number
	if n < 0 && len(w.low) >= 2 && len(w.low) <= 5 { // 14yo, 14yrs, 14f
		digits := onlyDigits(w.low)
		if rest := strings.TrimPrefix(w.low, digits); digits != "" && (rest == "yo" || rest == "yrs" || rest == "yr" || rest == "f" || rest == "m") {
			n = numberOf(digits)
		}
	}
	if !isAge(n) || j > i && !t.follows(j) {
		return 0, false
	}
	after := t.gap(j + 1)
	next := t.at(j + 1).low
	switch {
	case t.opensRange(j+1) && !(bracket && t.words[i-1].class&(manyKin|kinWord) != 0):
		return 0, false
	case next == "years" || next == "yrs" || isMonths(next) || next == "yo":
		return j + 2, bracket || strings.HasPrefix(t.gap(j+2), ",") || t.at(j+2).low == "old"
	case said:
		return j + 1, true
	case bracket:
		return j + 1, strings.HasPrefix(after, ")") || strings.HasPrefix(after, ",") || strings.HasPrefix(after, " -") || j+1 == len(t.words)
	case strings.HasPrefix(after, ",") || strings.HasPrefix(after, ")") || strings.HasPrefix(after, ".") || strings.HasPrefix(after, ";") || j+1 == len(t.words):
		return j + 1, true
	}
	return 0, false
}

// siblingAges reads the ages of brothers and sisters, or of children at a
// place: siblings aged 4, 6 and 9; the sibling group (2, 5 and 11).
func (t *text) siblingAges(i int) (end int, ok bool) {
	w := t.words[i]
	bracketed := w.class&manyChildren != 0 && t.at(i-1).class&oneOf != 0 && strings.HasSuffix(t.gap(i+1), "(")
	kin := bracketed || w.number >= 2 && t.at(i-1).class&pronoun != 0 || w.class&(manyKin|kinWord) != 0 || w.low == "group" && t.at(i-1).low == "sibling" || w.low == "twins" || w.low == "triplets"
	if !kin && (w.class&manyChildren == 0 || t.in(i)&past == 0 || !t.hasPlace(i)) {
		return 0, false
	}
	j := i + 1
	switch {
	case t.at(j).low == "aged" && t.follows(j), t.at(j).low == "of" && t.follows(j) && kin && t.at(j+2).low == "and":
		j++
	case strings.HasSuffix(t.gap(j), "(") && (kin || t.at(i-1).class&oneOf != 0), t.gap(j) == ", " && w.class&(kinWord|manyKin) != 0:
	case t.gap(j) == ", " && t.at(j).low == "aged" && kin:
		j++
	default:
		return 0, false
	}
	n := 0
	for n < 8 && isAge(t.at(j).number) {
		n++
		j++
		if t.at(j).low == "and" && t.at(j+1).number >= 0 {
			j++
		} else if gap := t.gap(j); gap != ", " {
			break
		}
	}
	if n >= 2 && t.gap(i+1) == ", " && !strings.HasPrefix(t.gap(j), ",") {
		return 0, false
	}
	if n < 2 || t.opensRange(j) && t.at(j).low != "and" || !kin && n == 2 && t.words[j-1].number == t.words[j-3].number+1 {
		return 0, false
	}
	return j, true
}
