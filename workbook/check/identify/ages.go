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
	if t.isRule(i) && !t.isDefinite(i) || t.isDeniedOfAny(i) {
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

// isHead says whether word i is a noun for one child, relation or family.
func (t *text) isHead(i int) bool {
	w := t.at(i)
	switch w.low {
	case "person", "man", "woman":
		return t.at(i-1).low == "young" && t.follows(i)
	case "user":
		return t.at(i-1).low == "wheelchair"
	case "leaver":
		return true
	case "former":
		return t.at(i-1).low == "sixth"
	case "refugee", "seeker", "orphan":
		return !t.follows(i+1) || t.at(i+1).class&linking != 0
	case "partner", "husband", "wife":
		before := t.at(i - 1).low
		return before == "her" || before == "his" || before == "s" || before == "new" || before == "violent"
	case "":
		return false
	}
	return w.class&(childWord|kinWord|familyWord) != 0
}

// namesThing says whether the noun at i is a part of the name of a thing: a
// family hub, child protection, the mother and baby unit.
func (t *text) namesThing(i int) bool {
	next := t.at(i + 1)
	if i+1 >= len(t.words) || next.sentence != t.words[i].sentence {
		return false
	}
	gap := t.gap(i + 1)
	if gap == "-" || gap == "\u2011" {
		return true
	}
	if isApostrophe(gap) {
		return false
	}
	if !joined(gap) {
		return false
	}
	if next.low == "and" && (t.at(i+2).class&(childWord|kinWord|familyWord) != 0 && t.at(i+3).class&linking == 0 || t.at(i+2).capital && t.at(i+2).class&noPlace != 0) {
		return true
	}
	if t.words[i].capital && next.capital && (next.class&noPlace != 0 || !t.first(i)) || next.allCaps && next.end-next.start > 2 {
		return true
	}
	if next.class&linking != 0 {
		return false
	}
	return next.class&thing != 0 || next.class&premises != 0 || !next.capital && next.number < 0 && next.class&(humanVerb|past|describing|unit) == 0 && !strings.HasSuffix(next.low, "ed") && !strings.HasSuffix(next.low, "ing")
}

// isRule says whether a sentence speaks of what holds for any child.
func (t *text) isRule(i int) bool {
	has := t.in(i)
	return has&ruling != 0 && has&past == 0
}

// isDeniedOfAny says whether a sentence lays down what is never done to a child,
// and the age at i is again that of any: a girl is not given a book for a
// six-year-old.
func (t *text) isDeniedOfAny(i int) bool {
	s := t.sentences[t.words[i].sentence]
	k := s.from
	if !isArticle(t.words[k].low) || !isArticle(t.at(i-1).low) || i-1 <= k || s.has&(past|pronoun) != 0 {
		return false
	}
	for k++; k < i && !t.isHead(k); k++ {
		if t.words[k].class&describing == 0 {
			return false
		}
	}
	for j := k + 2; j < i; j++ {
		if t.words[j].low == "and" {
			return false // is not settled and lives with
		}
	}
	not := t.at(k + 2).low
	return t.at(k+1).low == "is" && (not == "not" || not == "never") && isDone(t.at(k+3).low)
}

func isArticle(low string) bool { return low == "a" || low == "an" }

// isDone is true of what is done to somebody: asked, given, taught.
func isDone(low string) bool {
	return strings.HasSuffix(low, "ed") || low == "given" || low == "taught" || low == "shown" || low == "told" || low == "sent"
}

// isDefinite says whether the age at i is of a child already spoken of.
func (t *text) isDefinite(i int) bool {
	before := t.at(i - 1).low
	return before == "the" || before == "this" || before == "that" || before == "our" || before == "one"
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

func isEverybody(low string) bool {
	switch low {
	case "people", "those", "all", "anyone", "everyone", "adults", "olds", "anybody", "everybody", "persons", "applicants", "leavers", "cohort", "group", "are", "were", "residents", "learners", "males", "females":
		return true
	}
	return false
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

// isAnyHead says whether the child at i is any child: each boy, if a child.
func (t *text) isAnyHead(i int) bool {
	for k := i - 1; k >= max(0, i-5) && t.words[k].sentence == t.words[i].sentence; k-- {
		w := t.words[k]
		if w.class&anyOf != 0 {
			return true
		}
		if w.class&oneOf != 0 {
			return false
		}
	}
	return false
}

// ofEach is true of a "who" that speaks of any number: "each young person who
// turned 18".
func (t *text) ofEach(who int) bool {
	for k := who - 1; k >= max(0, who-4); k-- {
		switch t.words[k].low {
		case "each", "every", "any", "all", "those", "everyone", "anyone", "everybody", "anybody":
			return t.words[k].sentence == t.words[who].sentence
		}
	}
	return false
}

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
	if w.low == "who" && t.ofEach(i) {
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
		return end, !t.isRule(i)
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

// isSomebody says whether the noun at i is one child in particular: it has an
// article or an owner, or begins what is said.
func (t *text) isSomebody(i int) bool {
	if t.first(i) {
		return true
	}
	for k := i - 1; k >= max(0, i-7) && t.words[k].sentence == t.words[i].sentence; k-- {
		w := t.words[k]
		switch {
		case w.class&anyOf != 0 && w.class&oneOf == 0:
			return false
		case w.class&oneOf != 0:
			return true
		case w.low == "s" && isApostrophe(t.gap(k)):
			return true
		case w.class&describing == 0 && w.number < 0 && !w.capital && w.class&(childWord|kinWord|cue) == 0 && !strings.HasSuffix(w.low, "ed"):
			return false
		case t.first(k):
			return true
		}
	}
	return false
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

// oneOfYear reads a year group that stands for one of its pupils: a Y7 at
// Kingsmead Secondary; boy, year ten.
func (t *text) oneOfYear(i int) (end int, ok bool) {
	end = t.yearGroup(i)
	if end == 0 {
		return 0, false
	}
	if gap := t.gapAfter(end - 1); t.first(i) && strings.HasPrefix(gap, ", ") && t.in(i)&(cue|kinWord) != 0 && t.in(i)&ruling == 0 {
		return end, true // y8, self harm
	}
	if before := t.at(i - 1); t.gap(i) == ", " && (before.class&childWord != 0 && t.isHead(i-1) && !t.isAnyHead(i-1)) {
		return end, strings.IndexAny(t.gapAfter(end-1), ",.;)") == 0 || end == len(t.words)
	}
	if t.isOfYear(i, end) {
		return end + 1, true
	}
	if t.is(i-3, "who", "is", "in") || t.is(i-3, "who", "was", "in") || t.is(i-3, "he", "s", "in") || t.at(i-1).low == "in" && t.at(i-2).low == "s" && (t.at(i-3).low == "he" || t.at(i-3).low == "she") || t.is(i-3, "she", "is", "in") || t.is(i-3, "he", "is", "in") {
		return end, !t.isAnyHead(i-4) && !t.isRule(i)
	}
	if before := t.at(i - 1); before.low == "in" && t.isHead(i-2) && t.words[i-2].class&childWord != 0 && !t.isAnyHead(i-2) && t.isSomebody(i-2) && !t.isRule(i) {
		return end, t.toldOf(i) // boy in year 8 excluded
	}
	atSchool := t.at(end).class&preposition != 0 && end+1 < len(t.words) && t.place[end+1] > 0
	switch t.at(i - 1).low {
	case "a", "one", "another", "this":
	case "our", "the":
		if !atSchool || t.at(i-1).low == "the" && t.in(i)&cue == 0 {
			return 0, false
		}
	default:
		return 0, false
	}
	if next := t.at(end); !t.follows(end) || next.low != "at" && next.low != "from" && next.low != "in" && next.low != "who" && next.low != "whose" {
		return 0, false
	}
	return end, !t.isStrictRule(i-1, i)
}

// isOfYear says whether one child stands behind a school year: a Year 6 boy was
// hurt.
func (t *text) isOfYear(i, end int) bool {
	if before := t.at(i - 1); !isArticle(before.low) && before.low != "re" && before.number != 1 && !(t.first(i) && i < end) {
		return false
	}
	return t.follows(end) && t.isHead(end) && t.words[end].class&childWord != 0 && !t.isRule(i) && (t.at(i-1).low == "re" || !t.namesThing(end) && t.toldOf(i))
}

// toldOf says whether a sentence tells what happened, and not what is done for
// everybody.
func (t *text) toldOf(i int) bool {
	s := t.sentences[t.words[i].sentence]
	if s.has&(past|pronoun) != 0 {
		return true
	}
	for k := max(s.from, i-near); k < min(s.to, i+near); k++ {
		if low := t.words[k].low; low == "care" && t.at(k-1).low == "in" || low == "upheld" || doneToChildren[low] || childFates[low] || maybeFates[low] && low != "education" && low != "school" {
			return true
		}
	}
	return false
}

// shortAge reads M/13, 14M at the start of what is said; under-two and
// reception-age of one child; an age after the word for it; a birthday by its
// number.
func (t *text) shortAge(i int) (end int, ok bool) {
	w := t.words[i]
	if len(w.low) > 3 && w.low[0] != 'a' && w.low[0] != 'u' && w.low[0] != 't' && w.low[0] != 'b' {
		return 0, false
	}
	typed := t.s[w.start:w.end]
	begins := typed[0] <= '9' || w.end-w.start == 1
	begins = begins && (t.first(i) || strings.HasSuffix(t.gap(i), "(") || t.gap(i) == ", ")
	switch {
	case (typed == "M" || typed == "F") && t.gap(i+1) == "/" && begins && t.at(i+1).number > 0 && isAge(t.at(i+1).number) && t.gap(i+2) != "/":
		return i + 2, true
	case len(typed) >= 2 && len(typed) <= 3 && typed[0] <= '9' && begins && !strings.HasSuffix(t.gap(i), "£") && t.follows(i+1):
		digits := onlyDigits(typed)
		rest := strings.Trim(typed, digits)
		return i + 1, (rest == "M" || rest == "F") && len(digits) > 0 && isAge(numberOf(digits)) && t.in(i)&(past|cue|humanVerb) != 0 && t.toldOf(i)
	case w.low == "turned" && t.gap(i+1) == "-" && isAge(t.at(i+1).number):
		return i + 2, t.meansOne(i+2) && !t.isRule(i)
	case w.low == "under" && (isArticle(t.at(i-1).low) || t.at(i-1).number == 1) && t.gap(i+1) == "-" && isAge(t.at(i+1).number):
		return i + 2, (!t.follows(i+2) || t.at(i+2).class&linking != 0) && t.toldOf(i)
	case w.low == "age" && (isArticle(t.at(i-2).low) || t.first(i-1)) && t.gap(i) == "-" && t.isHead(i+1) && !t.namesThing(i+1):
		return i + 2, t.toldOf(i) && !t.isRule(i)
	case w.low == "age" && (t.at(i+1).low == "is" || t.at(i+1).low == "was" || strings.HasPrefix(t.gap(i+1), ":")):
		j := i + 1
		if t.gap(j) == " " {
			j++
		}
		owner := t.at(i-1).class&pronoun != 0 || t.at(i-1).low == "s" && t.isHead(i-2) && !t.isAnyHead(i-2)
		return j + 1, isAge(t.at(j).number) && !t.opensRange(j+1) && (owner || t.gap(i+1) == ": " && t.in(i)&childWord != 0)
	case w.low == "birthday":
		return i + 1, t.isNthBirthday(i)
	}
	return 0, false
}

// isNthBirthday says whether a birthday is somebody's: his fifteenth birthday;
// Sixteenth birthday falls on.
func (t *text) isNthBirthday(i int) bool {
	if t.dayAt(i-1) != 1 || t.isRule(i) || !t.follows(i) {
		return false
	}
	if before := t.at(i - 2); t.follows(i - 1) {
		if before.low == "s" && t.isHead(i-3) && !t.isAnyHead(i-3) && t.at(i-4).low == "the" && t.in(i)&past != 0 {
			return true // the girl's 14th birthday was
		}
		return before.class&pronoun != 0 && before.low != "them" || before.low == "s" && t.at(i-3).class&given != 0
	}
	return t.first(i-1) && t.follows(i+1) && (t.at(i+1).class&(past|humanVerb) != 0 || t.at(i+1).low == "falls" || t.at(i+1).low == "on")
}

// yearGroup is the end of the words at i that say a school year, 0 for none:
// Y7, Yr 10, year ten.
func (t *text) yearGroup(i int) int {
	w := t.at(i)
	if rest := strings.TrimPrefix(strings.TrimPrefix(w.low, "y"), "r"); rest != w.low && rest != "" && onlyDigits(rest) == rest && numberOf(rest) <= lastYear {
		return i + 1
	}
	if n := t.at(i + 1).number; (w.low == "year" || w.low == "yr" || w.low == "y") && n >= 1 && n <= lastYear && t.follows(i+1) {
		return i + 2
	}
	return 0
}

// lastYear is the last school year in England.
const lastYear = 13

// hasPlace says whether a place is named in the sentence of word i, near it.
func (t *text) hasPlace(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		if t.place[k] > 0 {
			return true
		}
	}
	return false
}
