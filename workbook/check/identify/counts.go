package identify

import "strings"

// findCounts finds counts of children, relations and families below the small
// number: "2 children", "three of the young people", "a sibling group of
// three", "CLA: 3". Rates, ages, names of services and people who act in
// public are no such counts; what is innocent excuses its own words only.
func (t *text) findCounts() {
	if t.Small <= 1 {
		return
	}
	for i := range t.words {
		if t.isSmall(t.words[i].number) {
			t.findTally(i)
			t.findOfThem(i)
			t.findSaid(i)
			t.findCases(i)
			t.findInFiles(i)
			t.findResult(i)
			t.findElided(i)
			t.findEvents(i)
		}
		t.findNumbered(i)
		t.findGroup(i)
		t.findBoth(i)
		t.findOrders(i)
		t.findNth(i)
		t.findTimes(i)
		t.findPair(i)
	}
}

// findTimes marks siblings x4, children x 2.
func (t *text) findTimes(i int) {
	if !t.isCountedNoun(i) || !t.follows(i+1) {
		return
	}
	next := t.words[i+1].low
	switch n := numberOf(strings.TrimPrefix(next, "x")); {
	case len(next) == 2 && next[0] == 'x' && t.isSmall(n):
		t.mark(SmallCount, i, i+2)
	case next == "x" && t.follows(i+2) && t.isSmall(t.words[i+2].number):
		t.mark(SmallCount, i, i+3)
	}
}

// findNth marks the how-manieth child of somebody's: her seventh baby.
func (t *text) findNth(i int) {
	w := t.words[i]
	if w.class&ordinal == 0 || w.low == "first" || w.low == "second" || !t.follows(i) {
		return
	}
	if before := t.at(i - 2).low; (before == "expecting" || before == "with" && t.at(i-3).low == "pregnant") && (!t.follows(i+1) || t.at(i+1).class&linking != 0) {
		t.mark(SmallCount, i-2, i+1) // pregnant with the sixth
		return
	}
	if !t.follows(i+1) || t.at(i-1).class&pronoun == 0 && !(t.in(i)&ruling == 0 && t.toldOf(i) && (isArticle(t.at(i-1).low) || t.at(i-1).low == "the") && !t.isAnyHead(i+1)) {
		return
	}
	switch t.at(i + 1).low {
	case "child", "baby", "pregnancy", "son", "daughter":
		if !t.namesThing(i + 1) {
			t.mark(SmallCount, i-1, i+2)
		}
	}
}

// groupsOf are nouns that say how many stand behind of.
var groupsOf = map[string]int{"pair": 2, "couple": 2, "duo": 2, "twosome": 2, "trio": 3, "threesome": 3, "foursome": 4, "quartet": 4}

func (t *text) isSmall(n int) bool { return n >= 1 && n < t.Small }

// findNumbered marks a small number and those it counts.
func (t *text) findNumbered(i int) {
	w := t.words[i]
	if w.begins&aCount == 0 {
		return
	}
	n := w.number
	if of := groupsOf[w.low]; of > 0 {
		if t.at(i+1).low != "of" {
			return
		}
		n = of
	}
	alone := w.low == "single" || w.low == "lone" || w.low == "solitary" || w.low == "sole"
	if alone && (t.at(i-1).low == "a" || t.at(i-1).low == "the" || t.at(i-1).low == "our" || t.first(i) && w.low != "single") && t.at(i+1).low != "parent" {
		n = 1
	}
	if alone && n != 1 || !t.isSmall(n) || t.isNoCount(i) || t.endsNumber(i) || t.isAgeWord(i) || t.gap(i+1) == "-" && (t.at(i+1).low == "to" || t.at(i+1).low == "or" || t.at(i+1).low == "and") {
		return
	}
	end, ok := t.countedAt(i)
	if !ok || n > 1 && t.words[end].class&singular != 0 && t.words[end].class&(manyChildren|manyKin) == 0 && !isAcronymCount(t.words[end].low) && t.at(end+1).low != "deaths" && t.at(end+1).low != "suicides" {
		return
	}
	if n == 1 && !alone && (t.isAnyChild(i, end) || t.isPlural(end) && !t.isOneOf(i)) {
		return
	}
	if t.recruits(i, end) || t.isOpinion(i, end) || t.volunteers(end) {
		return
	}
	if t.is(end+1, "or", "more") || t.is(end+1, "or", "fewer") || t.is(end+1, "each", "time") || t.is(end+1, "every", "time") || t.is(end+1, "at", "a", "time") && t.at(end+4).low != "when" {
		return
	}
	if n > 1 && (t.in(i)&anyOf != 0 && t.isStrictRule(i, end) || t.isShare(n, end) || t.areAlike(i, end)) {
		return
	}
	if t.namesCounted(end) || t.isPublicRole(end) || t.isCapacity(i) || t.employs(i, end) || t.sitsOn(i, end) {
		return
	}
	t.mark(SmallCount, i, end+1)
}

// isShare is true of four children in five, and not of two children in 12
// placements.
func (t *text) isShare(n, end int) bool {
	whole, then := t.at(end+2), t.at(end+3)
	return t.at(end+1).low == "in" && whole.number > n && whole.number <= 20 &&
		(!t.follows(end+3) || !strings.HasSuffix(then.low, "s") || then.class&linking != 0)
}

// areAlike is true of any who are compared: two children with the same need get
// the same help.
func (t *text) areAlike(i, end int) bool {
	next := end + 1
	return t.at(next).low == "with" && (t.is(next+1, "the", "same") || t.at(next+1).low == "like" || t.at(next+1).low == "similar") && t.in(i)&(past|pronoun) == 0
}

func isAcronymCount(low string) bool {
	switch low {
	case "uasc", "uascs", "cla", "lac", "cic", "yp", "cyp", "cin", "uasp", "yps", "cwd", "cypic", "cicyp":
		return true
	}
	return false
}

func (t *text) isPlural(i int) bool {
	return t.words[i].class&(manyChildren|manyKin) != 0 || t.words[i].low == "people"
}

// isOneOf is true of "one of the children", "1 of our girls", "1 of 12 boys".
func (t *text) isOneOf(i int) bool {
	switch t.at(i + 1).low {
	case "set", "pair", "group":
		return t.at(i+2).low == "of"
	case "of":
		return true
	}
	return false
}

// countedAt finds the last word of those that the number at i counts, over the
// words that may stand between.
func (t *text) countedAt(i int) (end int, ok bool) {
	for j := i + 1; j < len(t.words) && j <= i+8; j++ {
		w := t.words[j]
		if w.sentence != t.words[i].sentence || !t.maySkip(j) {
			return 0, false
		}
		switch {
		case w.low == "young" && (t.at(j+1).low == "people" || t.at(j+1).low == "person" || t.at(j+1).low == "women" || t.at(j+1).low == "men" || t.at(j+1).low == "woman" || t.at(j+1).low == "man" || t.at(j+1).low == "carers" || t.at(j+1).low == "carer" || t.at(j+1).low == "adults"):
			return j + 1, true
		case w.low == "under" || w.low == "over":
			return j + 1, isAgeGroup(t.at(j + 1).low)
		case w.low == "set" || w.low == "pair" || w.low == "sets" || w.low == "pairs" || (w.low == "group" || w.low == "groups") && (t.at(j-1).low == "sibling" || t.at(j-1).low == "sib"):
			if t.at(j+1).low == "of" && (t.at(j+2).class&(manyKin|manyChildren) != 0) {
				return j + 2, true
			}
			return j, w.low == "group" || w.low == "groups"
		case w.class&counted != 0 && (w.class&acronym == 0 || w.allCaps || w.low == "uasc" || w.low == "uascs"):
			if (w.low == "sibling" || w.low == "sib") && t.at(j+1).low == "groups" {
				continue
			}
			if next := t.at(j + 1); w.class&acronym == 0 && t.follows(j+1) && next.class&counted != 0 && next.class&(manyChildren|manyKin) != 0 {
				continue // asylum-seeking child sisters
			}
			return j, true
		case w.low == "olds" || w.low == "old" && w.class&counted == 0 && (t.at(j+1).class&linking != 0 && t.at(j+1).class&describing == 0 || strings.HasSuffix(t.at(j+1).low, "ed")) && (t.at(j-1).low == "year" || t.at(j-1).low == "yr"):
			return j, w.low == "olds" || t.words[i].number == 1
		case w.class&(describing|nationality) != 0 || w.number >= 0 && (t.at(j-1).low == "of" || t.at(j-1).low == "the" || t.at(j-1).low == "year" || strings.HasSuffix(t.gap(j), "(") || strings.HasSuffix(t.gap(j), "/")) || w.number >= 0 && (t.at(j+1).low == "year" || t.gap(j+1) == "/"):
		case w.low == "were" || w.low == "are" || w.low == "was" || w.low == "out":
			if j != i+1 {
				return 0, false
			}
		case (w.low == "county" || w.low == "area" || w.low == "borough" || w.low == "authority") && t.at(j-1).low == "of" && t.at(j-2).low == "out":
		case t.gap(j+1) == "-" || t.gap(j) == "-" || j > i+1 && strings.HasSuffix(w.low, "ed") && w.class&past == 0:
		case w.low == "deaths" || w.low == "suicides" || w.low == "murders":
			return j, t.at(j+1).low == "of" && (t.isCountedNoun(j+2) || t.isCountedNoun(j+3))
		case (w.low == "student" || w.low == "students") && j > i+1:
			return j, true
		case len(w.low) > 3 && (strings.HasSuffix(w.low, "ian") || strings.HasSuffix(w.low, "ese") || strings.HasSuffix(w.low, "ish") || strings.HasSuffix(w.low, "ly")):
		case w.allCaps && w.end-w.start > 2 && (t.at(j+1).class&counted != 0 && t.at(j+1).class&acronym == 0 || t.is(j+1, "care", "leavers") || t.is(j+1, "care", "leaver") || t.is(j+1, "young", "people") || t.is(j+1, "young", "person")):
		case w.capital && w.class&noPlace == 0 && !w.allCaps && j == i+1 && t.at(j+1).class&counted != 0:
		default:
			return 0, false
		}
	}
	return 0, false
}

// isAgeGroup is true of the fives of "three under-fives".
func isAgeGroup(low string) bool {
	if low == "ones" || low == "twos" || low == "threes" || low == "fours" || low == "fives" || low == "sixteens" || low == "eighteens" {
		return true
	}
	digits := onlyDigits(low)
	return digits != "" && low == digits+"s"
}

// maySkip says whether only a space, a hyphen, a slash, a bracket or the comma
// between two describing words stands before word j.
func (t *text) maySkip(j int) bool {
	gap := t.gap(j)
	return joined(gap) || gap == "/" || gap == "+ " || gap == " (" || gap == ") " || gap == ", " && (t.words[j].class&describing != 0 || inFact[t.at(j-2).low]) || isApostrophe(gap) && t.words[j].low == "s"
}

// inFact are words before a number between commas: in fact three, children.
var inFact = setOf(`fact actually namely precisely exactly`)

// findOfThem marks a small number of those who were counted before: of 9
// children, 2 were harmed; three of whom; two of them.
func (t *text) findOfThem(i int) {
	n := t.words[i].number
	if !t.isSmall(n) || t.endsNumber(i) || t.isNoCount(i) {
		return
	}
	s := t.sentences[t.words[i].sentence]
	end := i + 1
	switch next := t.at(i + 1); {
	case t.is(i+1, "of", "them") && (t.at(i+3).low == "about" || t.at(i+3).low == "involving" || t.at(i+3).low == "concerning") && t.at(i+4).class != 0 && t.headWithin(i+4):
		t.mark(SmallCount, i, i+3)
		return
	case t.is(i+1, "of", "them") && t.isUndergone(i+3):
		t.mark(SmallCount, i, i+3)
		return
	case next.low == "of" && (t.at(i+2).low == "whom" || t.at(i+2).low == "them"):
		end = i + 3
	case next.low == "of" && t.at(i+2).low == "those" && doneToChildren[t.at(i+3).low]:
		t.mark(SmallCount, i, i+4)
		return
	case t.at(i-1).low == "whom" && t.at(i-2).low == "of":
	case t.gap(i) == ", " && t.follows(i+1) && (next.class&past != 0 || next.low == "are" || next.low == "is" || next.low == "has" || next.low == "have" || next.low == "remain" || strings.HasSuffix(next.low, "ed")) && t.ofAll(s.from, i):
	default:
		return
	}
	if t.ofWhom(s.from, i) {
		t.mark(SmallCount, i, end)
		return
	}
	for k := i - 1; k >= max(s.from, i-16); k-- {
		if t.isCountedNoun(k) {
			if _, owned := t.possessive(k); !owned && !t.namesCounted(k) {
				t.mark(SmallCount, i, end)
			}
			return
		}
		if t.words[k].class&staff != 0 || t.countsKinds(k) || thingsCounted[t.words[k].low] && doneToThings[t.at(i-1).low] {
			return
		}
	}
}

// thingsCounted are things of which there are several, and doneToThings what is done
// to them and to nobody, so that those who are "of them" are not the children named
// before: the places where they feel unsafe, and the council changes three of them.
var (
	thingsCounted = setOf(`places sites streets parks buildings rooms routes spots stops shops venues ideas proposals recommendations asks questions changes forms letters reports files records audits`)
	doneToThings  = setOf(`change changes changed repair repairs repaired fix fixes fixed light lights lit adopt adopts adopted answer answers answered rewrite rewrites rewrote rewritten redesign redesigned`)
)

// countsKinds is true of a number of things: at least four kinds of break, one of
// them at weekends.
func (t *text) countsKinds(k int) bool {
	switch t.at(k + 1).low {
	case "kinds", "sorts", "types", "ways", "options", "forms", "choices":
		return t.words[k].number > 1
	}
	return false
}

// ofAll says whether what is said begins with of, from which the number at i
// takes its part: of 41 care leavers, three.
func (t *text) ofAll(from, i int) bool {
	for k := i - 1; k >= max(from, i-12); k-- {
		if t.words[k].low == "of" && (t.first(k) || t.at(k-1).low == "out" && t.first(k-1)) {
			return true
		}
	}
	return false
}

// headWithin says whether a child, relation or family is named in the few words
// from k on.
func (t *text) headWithin(k int) bool {
	for j := k; j < k+4 && t.at(j).class&(describing|oneOf|childWord|kinWord|familyWord|manyChildren|manyKin) != 0; j++ {
		if t.isHead(j) || t.isCountedNoun(j) {
			return !t.namesThing(j)
		}
	}
	return false
}

// ofWhom says whether a sentence begins with a number of those who went through
// what children do: of the 31 who went missing.
func (t *text) ofWhom(from, i int) bool {
	if t.at(from).low != "of" {
		return false
	}
	who := from + 1
	for who < from+4 && t.at(who).low != "who" && !doneToChildren[t.at(who).low] {
		who++
	}
	if doneToChildren[t.at(who).low] {
		return onlyDigits(t.at(who-1).low) != ""
	}
	if t.at(who).low != "who" || t.at(who-1).number < 0 && onlyDigits(t.at(who-1).low) == "" {
		return false
	}
	for k := who + 1; k < min(i, who+6); k++ {
		switch t.words[k].low {
		case "missing", "care", "placed", "adopted", "excluded", "unaccompanied", "fostered", "exploited", "ran", "absconded", "accommodated", "birth", "born", "adoption", "removed":
			return true
		}
	}
	return false
}

// doneByPeople are verbs that only people can be the subject of.
var doneByPeople = setOf(`said told felt wanted wished asked attended lived died ran absconded went slept cried self disclosed refused spoke stayed`)

// findSaid marks a small number of those who were named before a colon, dash or
// semicolon and do what people do: interviews with pupils: two said.
func (t *text) findSaid(i int) {
	n := t.words[i].number
	gap := t.gap(i)
	if i == 0 || !t.isSmall(n) || !strings.ContainsAny(gap, ":;–—") && gap != " - " || !t.follows(i+1) || !doneByPeople[t.at(i+1).low] {
		return
	}
	for k := i - 1; k >= max(0, i-16); k-- {
		if t.words[k].sentence < t.words[i].sentence-1 || t.words[k].class&post != 0 {
			return
		}
		if t.isCountedNoun(k) {
			if !t.namesCounted(k) {
				t.mark(SmallCount, i, i+1)
			}
			return
		}
	}
}

// isUndergone says whether a verb at k is of what happens to children: had been
// missing, were placed.
func (t *text) isUndergone(k int) bool {
	for j := k; j < k+4 && t.follows(j); j++ {
		low := t.at(j).low
		if low == "missing" || low == "homeless" || doneToChildren[low] {
			return j > k
		}
		if low != "had" && low != "have" && low != "were" && low != "are" && low != "been" && low != "was" && low != "has" {
			return false
		}
	}
	return false
}

// gapAfter is what stands after word i, also after the last.
func (t *text) gapAfter(i int) string {
	if i+1 < len(t.words) {
		return t.gap(i + 1)
	}
	return t.s[t.words[i].end:]
}

func (t *text) isCountedNoun(i int) bool {
	w := t.at(i)
	return w.class&(manyChildren|manyKin) != 0 && w.class&counted != 0 || w.allCaps && isAcronymCount(w.low) || (w.low == "people" || w.low == "carers") && t.at(i-1).low == "young" || w.low == "care" && (t.at(i-2).low == "children" && t.at(i-1).low == "in")
}

// findBoth marks both siblings, neither of the boys, either girl: they are two.
func (t *text) findBoth(i int) {
	end := i + 1
	switch t.words[i].low {
	case "both":
	case "neither", "either":
		if t.in(i)&past == 0 && t.in(i)&(pronoun|cue) == 0 {
			return
		}
	default:
		return
	}
	if !t.isSmall(2) {
		return
	}
	if t.is(end, "of", "the") || t.is(end, "of", "these") || t.is(end, "of", "those") || t.is(end, "of", "our") {
		end += 2
	}
	for end < i+6 && (t.at(end).class&counted == 0 || t.at(end).class&acronym != 0 && t.at(end+1).class&counted != 0) && t.at(end).class&describing != 0 && t.follows(end) {
		end++
	}
	w := t.at(end)
	if !t.follows(end) || w.class&counted == 0 && !(w.low == "people" && t.at(end-1).low == "young") {
		return
	}
	if w.class&(manyChildren|manyKin) == 0 && w.low != "people" && (t.words[i].low == "both" || !isGendered(w.low) && w.low != "sibling" && w.low != "child" || t.in(i)&past == 0) {
		return
	}
	for k := end + 1; k < min(end+6, t.sentences[t.words[i].sentence].to); k++ {
		if t.words[k].low == "and" {
			return
		}
	}
	if w.low == "parents" && (t.in(i)&past == 0 || t.at(end+1).low == "are" || t.at(end-1).low == "their" && t.words[t.sentences[t.words[i].sentence].from].class&manyChildren != 0) {
		return // both parents are asked
	}
	if !t.namesCounted(end) && !t.isPublicRole(end) && t.in(i)&ruling == 0 {
		t.mark(SmallCount, i, end+1)
	}
}
