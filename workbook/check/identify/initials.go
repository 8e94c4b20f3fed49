package identify

import "strings"

// findInitials finds one, two or three capitals that stand for a child or a
// relation: child B, J.B.'s placement, AB (14), Ms D's baby.
func (t *text) findInitials() {
	if t.shouted {
		return
	}
	for i := 0; i < len(t.words); i++ {
		end := t.initialsAt(i)
		if end == 0 {
			if t.isLowLetter(i) {
				t.mark(Initials, i-1, i+1)
			}
			if t.isNumbered(i) {
				t.mark(Initials, i-1, i+1)
			}
			if isNumberedShape(t.s[t.words[i].start:t.words[i].end]) && t.at(i-1).class&label == 0 {
				t.mark(Initials, i, i+1)
			}
			continue
		}
		if from, to, ok := t.isSomebodys(i, end); ok {
			t.mark(Initials, from, to)
			i = max(i, to-1)
			continue
		}
		i = end - 1
	}
}

// isLowLetter is true of a small letter that stands for a child: child b.
func (t *text) isLowLetter(i int) bool {
	w := t.words[i]
	if w.end-w.start != 1 || w.low < "b" || w.low > "z" || w.low == "i" || w.capital || i == 0 || t.gap(i) != " " {
		return false
	}
	before := t.words[i-1]
	return (before.low == "child" || before.low == "baby" || before.low == "family" || before.low == "mother" || before.low == "person" || before.low == "yp") && (t.at(i+1).class&linking != 0 || !t.follows(i+1)) && !isApostrophe(t.gap(i+1))
}

// isNumberedShape is true of a young person by number: YP3, CYP12.
func isNumberedShape(typed string) bool {
	number, ok := strings.CutPrefix(strings.TrimPrefix(typed, "C"), "YP")
	return ok && (len(number) == 1 || len(number) == 2) && onlyDigits(number) == number
}

// isNumbered is true of a number that stands for a child or family, as a letter
// does: Child 3 told us, Family 12's plan.
func (t *text) isNumbered(i int) bool {
	w := t.words[i]
	if !t.follows(i) || t.gap(i) != " " || w.number < 1 || w.number > 99 || w.low[0] > '9' && (w.number == 1 || !t.words[i-1].capital) {
		return false
	}
	before, next := t.words[i-1], t.at(i+1)
	if before.class&(childWord|familyWord) == 0 && before.low != "sibling" && before.low != "mother" && before.low != "father" && !(before.low == "person" && t.at(i-2).low == "young") || t.isAnyHead(i-1) {
		return false
	}
	if next, owned := t.possessive(i); owned {
		return t.at(next).class&possession != 0
	}
	noun := i - 1
	if before.low == "person" {
		noun--
	}
	if t.words[noun].capital && (t.first(noun) && strings.HasPrefix(t.gap(i+1), ":") || t.follows(noun) && !t.words[noun-1].capital && t.words[noun-1].class&(label|anyOf) == 0 && (!t.follows(i+1) || next.class&(linking|humanVerb) != 0 || next.low == "inadequate" || next.low == "good" || strings.HasSuffix(next.low, "s"))) {
		return true // minutes for Young Person 3
	}
	return t.follows(i+1) && next.class&humanVerb != 0 && next.class&(past|staffVerb) != 0 || t.follows(i+1) && (next.low == "is" || next.low == "has" || next.low == "was" || next.low == "lives" || next.low == "says")
}

// initialsAt is the end of capitals that could be initials at word i, 0 for
// none: B, JB, J.B., K L.
func (t *text) initialsAt(i int) int {
	w := t.words[i]
	if !w.allCaps || w.end-w.start > 3 {
		return 0
	}
	if w.end-w.start > 1 {
		return i + 1
	}
	end := i + 1
	for end < len(t.words) && end-i < 3 && t.words[end].allCaps && t.words[end].end-t.words[end].start == 1 && (t.gap(end) == "." || t.gap(end) == ". " || t.gap(end) == " " && t.words[end].low != "i" || t.gap(end) == "-" && w.low != "a") {
		end++
	}
	if isApostrophe(t.gap(end)) && t.at(end).low != "s" { // O'Neill
		if end == i+2 && t.at(end).allCaps && t.at(end).end-t.at(end).start == 1 {
			return end + 1 // S.O'B.
		}
		return 0
	}
	return end
}

// isSomebodys looks at the words around capitals for what is only said of a
// person. It returns what to mark.
func (t *text) isSomebodys(i, end int) (from, to int, ok bool) {
	letters := t.capitals(i, end)
	alone := len(letters) == 1
	if isAcronymCount(strings.ToLower(letters)) {
		return 0, 0, false // YP's views are any young person's
	}
	if t.isPublished(i, letters) || t.isExplained(letters) || alone && (t.at(i-1).class&label != 0 && t.follows(i) || strings.HasPrefix(t.gap(end), "/") && t.at(i-1).class&(manyKin|childWord|kinWord) == 0 || letters == "I" && t.at(i-1).class&(childWord|kinWord) == 0 && !t.isLetterI(i)) {
		return 0, 0, false
	}
	if strings.HasPrefix(t.gap(end), "&") || strings.HasSuffix(t.gap(i), "&") || t.isColleague(end) || t.isOfDepartment(i, end) || alone && t.isInRange(i) {
		return 0, 0, false
	}
	if alone && strings.HasPrefix(t.gap(end), "-") || t.isShortForm(i, end, letters) {
		return 0, 0, false
	}
	if t.isQuoted(i, end) && alone && t.in(i)&(cue|past) != 0 && letters != "A" && t.at(i-1).class&label == 0 {
		return i, end, true
	}
	if last := t.inTheMatterOf(i, end); last > 0 {
		return i, last, true
	}
	if alone && t.gap(end) == "." && t.at(end).number >= 0 {
		return 0, 0, false // S.19
	}
	if letters == "A" && t.gap(end) == ". " && (t.at(end).low == "is" || t.at(end).low == "was" || t.at(end).low == "has") {
		return i, end, true
	}
	if end-i > 1 && t.gap(i+1) == "-" && t.at(i-1).low == "of" && t.at(i-2).low == "matter" {
		return i, end, true
	}
	dotted := end-i > 1 && strings.HasPrefix(t.gap(i+1), ".")
	trade := !alone && lexicon[strings.ToLower(letters)]&acronym != 0 && !(dotted && len(letters) == 2 && !dottedForms[strings.ToLower(letters)])
	if t.at(i-1).class&title != 0 && t.follows(i) || t.at(i-1).class&title != 0 && strings.TrimSpace(t.gap(i)) == "." {
		return t.titled(i), end, true
	}
	if alone && t.at(end).capital && t.gap(end) == " " && t.at(end).class&noPlace == 0 && !t.at(end).allCaps || t.hasSurname(i, end) {
		return 0, 0, false
	}
	if before, ok := t.afterPerson(i, end); ok && (!trade || len(letters) == 2 && t.gap(i) == " " && (t.at(end).class&humanVerb != 0 && t.at(end).class&past != 0 || strings.HasPrefix(t.gap(end), "."))) {
		return before, end, true
	}
	if alone && letters != "A" && letters != "I" && t.isServed(i, end) {
		return i, end, true
	}
	if alone && (t.isLetterI(i) || t.isSmallOne(i, end) || letters != "A" && t.isObject(i, end)) {
		return i, end, true
	}
	if t.ofPerson(i, end) && len(letters) <= 2 {
		return i, end, true
	}
	if last, ok := t.ageAfter(end); ok && !(alone && letters == "A" && !strings.Contains(t.gap(end), "(")) && (!trade || t.isOneByVerb(last) && len(letters) == 2) {
		return i, last, true
	}
	if where := t.at(end).class&preposition != 0 && end+1 < len(t.words) && t.place[end+1] > 0 && !t.village[end+1]; where && !trade && !alone && !t.isTeam(i, end) {
		return i, t.place[end+1], true // JB of Ridgeway Academy
	}
	if len(letters) == 2 && t.isGraded(i, end, trade) {
		return i, end, true
	}
	if !trade && len(letters) <= 2 && t.isHeaded(i, end) {
		return i, end, true
	}
	if len(letters) == 2 && t.gap(end) == ", " && (t.at(end).low == "unborn" || t.at(end).low == "baby" || t.at(end).low == "newborn") {
		return i, end, true
	}
	if !trade && t.isWho(end) {
		return i, end, true
	}
	if t.isApposed(end) && (!trade || len(letters) == 2) {
		return i, end, true
	}
	if alone && t.follows(i) && t.words[i-1].capital && !t.first(i-1) {
		return 0, 0, false // Triple P
	}
	if next, ok := t.possessive(end - 1); ok {
		return i, end, t.ownsWhatAChildHas(next, trade, len(letters))
	}
	if trade && len(letters) == 2 && t.isToldOf(i, end) {
		return i, end, true
	}
	if trade || letters == "A" || len(letters) > 2 && end == i+1 {
		return 0, 0, false
	}
	if dotted && len(letters) > 1 {
		return i, end, true
	}
	return i, end, t.isActor(i, end) || t.isSpokenOf(i, end, alone) || t.isListed(i, end) || len(letters) == 2 && t.standsAsPerson(i, end)
}

// capitals are the letters alone.
func (t *text) capitals(i, end int) string {
	if end == i+1 {
		return t.s[t.words[i].start:t.words[i].end]
	}
	letters := ""
	for _, w := range t.words[i:end] {
		letters += t.s[w.start:w.end]
	}
	return letters
}

// lastFound says whether word i was the last to be marked.
func (t *text) lastFound(i int) bool {
	return i >= 0 && len(t.found) > 0 && t.found[len(t.found)-1].End >= t.words[i].end
}
