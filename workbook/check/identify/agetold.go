package identify

import "strings"

// pronounAge reads "she is 14", "he was only fifteen", "who is nearly 16",
// "thought to be 16".
func (t *text) pronounAge(i int) (end int, ok bool) {
	w := t.words[i]
	if w.low == "at" && t.at(i+1).number > 10 && t.at(i+1).number < 18 && t.follows(i+1) && !t.follows(i+2) && t.in(i)&pronoun != 0 && t.in(i)&(childWord|past) == childWord|past {
		return i + 2, true
	}
	if w.low == "turned" && isAge(t.at(i+1).number) && t.follows(i+1) {
		for k := max(0, i-4); k < i; k++ {
			if (t.words[k].class&pronoun != 0 || t.isHead(k) && !t.namesThing(k) && !t.isAnyHead(k) && t.isSomebody(k) || ageRanks[t.words[k].low]) && t.words[k].sentence == w.sentence && !t.isStrictRule(k, k) {
				return i + 2, true
			}
		}
	}
	eldest := ageRanks[w.low] && (t.at(i-1).class&oneOf != 0 || t.first(i)) || w.low == "them" && t.is(i-2, "one", "of")
	if !eldest && w.low != "he" && w.low != "she" && w.low != "who" && w.low != "to" && !(w.class&kinWord != 0 && t.isHead(i)) && !(w.class&childWord != 0 && t.isHead(i) && !t.isAnyHead(i) && !t.isRule(i)) {
		return 0, false
	}
	if w.low == "who" && (t.ofEach(i) || t.at(i-1).number >= t.Small || onlyDigits(t.at(i-1).low) != "" && t.at(i-1).number < 0) || t.isUntil(i) {
		return 0, false
	}
	j := i + 1
	if typed := strings.ToLower(typed(t, w)); typed == "shes" || typed == "hes" {
		return j + 1, t.follows(j) && isAge(t.at(j).number) && (!t.follows(j+1) || t.at(j+1).class&(linking|preposition) != 0)
	}
	if k := t.willBe(i); k > 0 {
		j = k
	}
	switch verb := t.at(j).low; {
	case j > i+1:
	case w.low == "to":
		if verb != "be" || t.at(i-1).low != "thought" && t.at(i-1).low != "believed" {
			return 0, false
		}
	case verb == "s" && isApostrophe(t.gap(j)) && (w.low == "he" || w.low == "she"):
	case verb != "is" && verb != "was" && verb != "turned":
		return 0, false
	}
	j++
	for k := 0; k < 2; k++ {
		switch t.at(j).low {
		case "now", "nearly", "almost", "only", "just", "still", "aged", "about", "around", "then":
			j++
		}
	}
	if !t.follows(j) || !isAge(t.at(j).number) {
		return 0, false
	}
	after := t.at(j + 1)
	if after.low == "of" && t.at(j).number == 1 {
		return 0, false // is one of
	}
	if t.follows(j+1) && sinceBirthday[after.low] && (after.low == "next" || after.low == "this" || after.low == "last" || after.low == "soon") {
		return j + 1, true
	}
	if t.follows(j+1) && (after.low == "years" || isMonths(after.low)) && t.at(j+2).low == "old" {
		return j + 3, true
	}
	if t.follows(j+1) && (after.class&(linking|pronoun|humanVerb|preposition) == 0 || after.class&unit != 0 || after.low == "out" || after.low == "to" || after.low == "or") || strings.HasPrefix(t.gap(j+1), "%") {
		return 0, false
	}
	return j + 1, true
}

// isUntil says whether what holds until any child at i comes of age is told: an
// order that lasts until the child is 18.
func (t *text) isUntil(i int) bool {
	return t.at(i-1).low == "the" && (t.at(i-2).low == "until" || t.at(i-2).low == "till" || t.at(i-2).low == "before") && t.in(i)&(past|pronoun) == 0
}

// isOfEach says whether what is done for each or every one is told, so that the
// child at i is whichever: each couple has a worker, and the baby is six months
// old when she leaves.
func (t *text) isOfEach(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := s.from; k < i && s.has&past == 0; k++ {
		switch t.words[k].low {
		case "each", "every":
			return t.at(k+1).class&(manyKin|familyWord|childWord|kinWord|counted) != 0
		}
	}
	return false
}

// beforeAge are words behind which a bare number is an age, where one child is
// spoken of.
var beforeAge = setOf(`at by turn turns turned turning reach reached reaches now only just nearly almost barely still is was be been male female boy girl son daughter lad child baby toddler teenager youngest
	eldest oldest sib sibling brother sister kid`)

// ageOfOne reads a bare number that is an age because one child is told of: she
// will turn 18 next month; case 3 - male, 16; boy 11yrs; adopted at four.
func (t *text) ageOfOne(i int) (end int, ok bool) {
	end, unit, ok := t.bareAge(i)
	if ok && t.opensNote(i, end) {
		return end, true
	}
	if !ok || i == 0 || t.dayAt(i) > 0 && t.at(end).class&month != 0 || t.at(i-1).class&month != 0 && t.at(i-1).capital {
		return 0, false
	}
	before, gap := t.words[i-1], t.gap(i)
	if before.sentence != t.words[i].sentence {
		return 0, false
	}
	set := gap == ", " || strings.HasSuffix(gap, "(") || gap == " - " || gap == " – "
	sex := before.low == "male" || before.low == "female" || typed(t, before) == "M" || typed(t, before) == "F"
	if set && !sex || !joined(gap) && !set || !set && !beforeAge[before.low] {
		return 0, false
	}
	if (before.low == "is" || before.low == "was") && unit && t.isHead(i-2) && !t.isAnyHead(i-2) && t.isSomebody(i-2) {
		return end, !t.isRule(i) && !t.isUntil(i-2) && !t.isOfEach(i)
	}
	switch before.low {
	case "male", "female":
		return end, set && t.in(i)&ruling == 0 && !t.opensRange(end)
	case "at":
		if done := t.at(i - 2).low; doneToChildren[done] || childFates[done] || done == "care" {
			return end, !t.isStrictRule(i, i) && t.in(i)&anyOf == 0 && !t.namesTime(end)
		}
		return 0, false
	case "is", "was", "be", "been", "at by":
		if !unit {
			return 0, false
		}
	case "by", "now", "only", "just", "still", "nearly", "almost", "barely":
		if !unit && t.at(i-1).low != "by" && !ageSaid(t.at(i-2).low) {
			return 0, false
		}
	case "turn", "turns", "turned", "turning", "reach", "reached", "reaches":
	default:
		if !unit || !t.isHead(i-1) || t.isAnyHead(i-1) {
			return 0, false
		}
		return end, !t.isRule(i)
	}
	return end, t.in(i)&pronoun != 0 && !t.isStrictRule(i, i) && t.ofHerOrHim(i)
}

// opensNote is true of an age with which a note begins: Fourteen, and pregnant;
// Ten when placed, now 17; 18 in May, no plan.
func (t *text) opensNote(i, end int) bool {
	if n := t.words[i].number; !t.first(i) || n < 3 || t.in(i)&ruling != 0 && t.at(end).low != "when" {
		return false
	}
	gap := t.gapAfter(end - 1)
	if t.at(end).low == "when" && (doneToChildren[t.at(end+1).low] || t.at(end+1).low == "she" || t.at(end+1).low == "he") {
		return true
	}
	if t.at(end).low == "in" && t.at(end+1).class&month != 0 && strings.HasPrefix(t.gap(end+2), ",") {
		gap = ", "
	} else if !strings.HasPrefix(gap, ", ") && !strings.HasPrefix(gap, "½,") {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	for k := end; k < min(s.to, end+7); k++ {
		if low := t.words[k].low; childFates[low] || low == "no" && lifelines[t.at(k+1).low] {
			return true
		}
	}
	return false
}

// lifelines are what a young person is without.
var lifelines = setOf(`pa plan accommodation home school placement ni passport bed family fixed education gp`)

func ageSaid(low string) bool { return low == "is" || low == "was" || low == "s" }

func typed(t *text, w word) string { return t.s[w.start:w.end] }

// namesTime is true of a half past four and a number that counts what follows.
func (t *text) namesTime(end int) bool {
	next := t.at(end)
	return t.follows(end) && next.class&(linking|preposition) == 0
}

// ofHerOrHim says whether he or she stands before word i in its sentence and no
// thing that has an age as well.
func (t *text) ofHerOrHim(i int) bool {
	for k := i - 1; k >= t.sentences[t.words[i].sentence].from && k > i-10; k-- {
		switch t.words[k].low {
		case "he", "she":
			return t.at(k-1).low != "or" && t.at(k+1).low != "or"
		}
	}
	return false
}

// bareAge is the end of a number that can be an age, with or without its unit.
func (t *text) bareAge(i int) (end int, unit, ok bool) {
	w := t.words[i]
	n, next := w.number, t.at(i+1).low
	if n < 0 {
		if w.low[0] > '9' {
			return 0, false, false
		}
		digits := onlyDigits(w.low)
		switch strings.TrimPrefix(w.low, digits) {
		case "yr", "yrs", "yo", "mths", "mth", "wks", "mo", "y":
			return i + 1, true, digits != "" && len(digits) <= 2 && isAge(numberOf(digits))
		}
		return 0, false, false
	}
	if !isAge(n) || t.opensRange(i+1) || strings.HasPrefix(t.gapAfter(i), "%") || t.gapAfter(i) == "/" || t.gapAfter(i) == ":" || t.gap(i+1) == "." && t.at(i+1).number >= 0 {
		return 0, false, false
	}
	if t.follows(i+1) && (next == "years" || next == "yrs" || next == "yr" || isMonths(next)) {
		return i + 2, true, !t.follows(i+2) || t.at(i+2).class&linking != 0 || t.at(i+2).low == "old"
	}
	return i + 1, false, !t.follows(i+1) || t.at(i+1).class&(linking|preposition) != 0 || sinceBirthday[next]
}

// ageRanks tell one of several children by age.
var ageRanks = map[string]bool{"eldest": true, "oldest": true, "youngest": true}

// willBe is the last word of "he'll be", "she had been", 0 for none.
func (t *text) willBe(i int) int {
	if low := t.words[i].low; low != "he" && low != "she" {
		return 0
	}
	j := i + 1
	switch t.at(j).low {
	case "ll", "d", "will", "had", "would":
	default:
		return 0
	}
	if next := t.at(j + 1).low; next == "be" || next == "been" || next == "turn" || next == "have" && t.at(j+2).low == "been" {
		return j + 1
	}
	return 0
}

// atAge reads "at 15, she", "at seven she".
func (t *text) atAge(i int) (end int, ok bool) {
	n, next := t.at(i+1).number, t.at(i+2).low
	if t.is(i, "between", "the", "ages", "of") && t.at(i+5).low == "and" && (t.at(i+7).low == "he" || t.at(i+7).low == "she") {
		return i + 7, isAge(t.at(i + 4).number)
	}
	if t.is(i+1, "the", "age", "of") {
		n, next = t.at(i+4).number, t.at(i+5).low
		before := t.words[i].low
		return i + 5, (before == "from" || before == "since" || before == "by" || before == "until") && isAge(n) && (next == "he" || next == "she")
	}
	switch t.words[i].low {
	case "at", "by":
	case "now", "only", "just", "still", "nearly", "barely", "almost", "already":
		if t.gap(i+2) != ", " {
			return 0, false
		}
	default:
		return 0, false
	}
	return i + 2, isAge(n) && t.follows(i+1) && (t.gap(i+2) == ", " || t.gap(i+2) == " ") && (next == "he" || next == "she")
}
