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
		t.findNumbered(i)
		t.findGroup(i)
		t.findTally(i)
		t.findBoth(i)
		t.findOfThem(i)
		t.findSaid(i)
		t.findCases(i)
		t.findInFiles(i)
		t.findOrders(i)
		t.findResult(i)
		t.findNth(i)
		t.findTimes(i)
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
	if t.at(i-1).class&pronoun == 0 || !t.follows(i+1) {
		return
	}
	switch t.at(i + 1).low {
	case "child", "baby", "pregnancy", "son", "daughter":
		if !t.namesThing(i + 1) {
			t.mark(SmallCount, i-1, i+2)
		}
	}
}

func (t *text) isSmall(n int) bool { return n >= 1 && n < t.Small }

// findNumbered marks a small number and those it counts.
func (t *text) findNumbered(i int) {
	w := t.words[i]
	n := w.number
	if w.low == "pair" || w.low == "couple" {
		if t.at(i+1).low != "of" {
			return
		}
		n = 2
	}
	alone := w.low == "single" || w.low == "lone" || w.low == "solitary"
	if alone && (t.at(i-1).low == "a" || t.at(i-1).low == "the") && t.at(i+1).low != "parent" {
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
	if t.recruits(i, end) {
		return
	}
	if t.is(end+1, "or", "more") || t.is(end+1, "or", "fewer") || t.is(end+1, "each", "time") || t.is(end+1, "every", "time") || t.is(end+1, "at", "a", "time") && t.at(end+4).low != "when" {
		return
	}
	if n > 1 && t.in(i)&anyOf != 0 && t.isStrictRule(i, end) {
		return
	}
	if t.namesCounted(end) || t.isPublicRole(end) || t.isCapacity(i) || t.employs(i, end) {
		return
	}
	t.mark(SmallCount, i, end+1)
}

// endsNumber is true of the two of twenty two, of a hundred and two, and of
// stages 1 and 2.
func (t *text) endsNumber(i int) bool {
	switch next := t.at(i + 1); next.low {
	case "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "term", "terms":
		if old := t.at(i + 2); t.follows(i+1) && old.low != "old" && old.low != "olds" && old.number < 0 {
			return true
		}
	}
	if gap := t.gapAfter(i); strings.HasPrefix(gap, "%") || strings.HasPrefix(gap, " %") || gap == "." && t.at(i+1).number >= 0 || t.at(i+1).low == "per" {
		return true
	}
	if !t.follows(i) {
		return false
	}
	before := t.words[i-1]
	if t.words[i].low[0] <= '9' && (before.class&label != 0 || plainLabel(before.low) != 0) {
		return before.low != "plan" && before.low != "plans" && before.low != "set"
	}
	switch before.low {
	case "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety":
		return true
	case "and":
		two := t.at(i - 2).low
		return two == "hundred" || two == "thousand" || two == "million" || t.at(i-2).number >= 0 && (t.at(i-3).class&label != 0 || plainLabel(t.at(i-3).low) != 0)
	}
	return false
}

// plainLabel is the class of a label in its plural: stages, years.
func plainLabel(low string) class {
	if low == "years" || low == "ages" {
		return label
	}
	return lexicon[strings.TrimSuffix(low, "s")] & label
}

// isAgeWord is true of the number of an age: two-year-olds.
func (t *text) isAgeWord(i int) bool {
	next := t.at(i + 1).low
	return (next == "year" || next == "yr" || isMonths(next)) && (t.at(i+2).low == "old" || t.at(i+2).low == "olds") && t.follows(i+1)
}

func isAcronymCount(low string) bool {
	switch low {
	case "uasc", "uascs", "cla", "lac", "cic", "yp", "cyp", "cin", "uasp":
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

// isNoCount looks at what stands before a number.
func (t *text) isNoCount(i int) bool {
	gap := t.gap(i)
	if i == 0 {
		return false
	}
	before := t.words[i-1]
	if gap != "" && (strings.HasSuffix(gap, "£") || strings.HasSuffix(gap, "-") || strings.HasSuffix(gap, "–") && !strings.HasSuffix(gap, " –") || gap == "." || gap == "," || gap == "/" || strings.HasSuffix(gap, "#")) {
		return true
	}
	if before.sentence != t.words[i].sentence || !joined(gap) {
		return false
	}
	switch before.low {
	case "aged", "age", "ages", "under", "least":
		return before.low != "least" || t.words[i].number == 1
	case "as":
		return t.words[i].number == 1
	case "than":
		return t.at(i-2).low == "fewer" || t.at(i-2).low == "less"
	case "within":
		return t.at(i-2).low == "to" // the two counts agree to within three
	case "take":
		return t.is(i-3, "give", "or")
	case "to":
		return t.at(i-2).low == "up" || t.at(i-2).number == 1 || t.at(i-2).class&staff != 0 && t.at(i-3).number == 1
	case "every", "each", "year", "years", "stage", "grade", "band", "tier", "level", "phase", "term", "week", "day", "line", "route", "per", "ratio", "group", "page", "paragraph",
		"bullet", "item", "step", "action", "finding", "area", "version", "part", "key", "no", "any", "table", "figure", "appendix", "section", "question", "unit", "class", "in", "nobody", "chapter", "priority":
		return before.low != "in" || t.follows(i-1) && isFraction(t.at(i-2)) // 1 in 4 children
	}
	return false
}

// isFraction is true of the first number of a rate.
func isFraction(w word) bool { return w.number >= 0 }

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
		case w.low == "set" || w.low == "pair" || w.low == "sets" || w.low == "pairs" || w.low == "group" && t.at(j-1).low == "sibling":
			if t.at(j+1).low == "of" && (t.at(j+2).class&(manyKin|manyChildren) != 0) {
				return j + 2, true
			}
			return j, w.low == "group"
		case w.class&counted != 0 && (w.class&acronym == 0 || w.allCaps || w.low == "uasc" || w.low == "uascs"):
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
	return joined(gap) || gap == "/" || gap == "+ " || gap == " (" || gap == ") " || gap == ", " && (t.words[j].class&describing != 0 || inFact[strings.ToUpper(t.at(j-2).low)]) || isApostrophe(gap) && t.words[j].low == "s"
}

// inFact are words before a number between commas: in fact three, children.
var inFact = setOf(`fact actually namely precisely exactly`)

// saysWhichever says whether a sentence lays down what holds for one child, who
// is spoken of again as "that child": what is promised to one child is done for
// that child.
func (t *text) saysWhichever(i, end int) bool {
	s := t.sentences[t.words[i].sentence]
	switch t.words[s.from].low {
	case "what", "whatever", "when", "whenever", "if", "where", "wherever":
	default:
		return false
	}
	for k := end + 1; k < s.to && s.has&(past|pronoun) == 0; k++ {
		if t.words[k].low == "that" && t.at(k+1).low == t.words[end].low {
			return true
		}
	}
	return false
}

// isAnyChild is true where the one child at i is whichever child, and nobody
// described: one child to the next; wrong for one child, right for another.
func (t *text) isAnyChild(i, end int) bool {
	if t.at(i-1).low == "no" || t.at(i-1).low == "any" || t.saysWhichever(i, end) {
		return true
	}
	switch {
	case t.is(end+1, "in") && (t.at(end+2).number >= 0 || t.at(end+2).low == "every"), t.is(end+1, "at", "a", "time"), t.is(end+1, "at", "once"), t.is(end+1, "per"), t.is(end+1, "to", "another"), t.is(end+1, "or", "another"), t.is(end+1, "to", "the", "next"),
		t.is(end+1, "after", "another"), t.is(end+1, "by", "the", "next"):
		return true
	}
	if t.gap(end+1) == ", " && t.at(end+1).number == 1 || t.gap(i) == ", " && i > 1 && t.at(i-3).number == 1 {
		return true
	}
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-8); k < i; k++ {
		if t.words[k].low == "one" && t.at(k+1).class&staff != 0 {
			return true // one worker for one child
		}
	}
	for k := end + 1; k < min(s.to, end+20); k++ {
		switch {
		case i > s.from && t.words[k].low == t.words[i-1].low && (t.is(k+1, "the", "next") || t.at(k+1).low == "another" || t.at(k+1).low == "others" || t.at(k+1).low == "all" || t.is(k+1, "every", "child")):
			return true
		case t.words[k].low == "another" && s.has&(ruling) != 0 && s.has&past == 0, t.is(k, "the", "next") && k+2 >= s.to:
			return t.at(k-1).low != "to" && t.at(k-1).low != "in"
		}
	}
	return false
}

// namesCounted is true where those counted are a part of the name of a thing:
// three children's homes, two child and family hubs.
func (t *text) namesCounted(end int) bool {
	w := t.words[end]
	if next, owned := t.possessive(end); owned {
		switch t.at(next).low {
		case "cases", "plans", "placements", "deaths", "stories", "situations", "names", "parents", "families", "mothers", "carers", "records", "files", "needs", "lives":
			return false
		}
		if strings.HasSuffix(w.low, "children") || strings.HasSuffix(w.low, "leavers") || w.low == "people" || w.low == "families" || w.low == "parents" || w.low == "carers" {
			return true
		}
		switch t.at(next).low {
		case "voice", "experience", "idea", "ideas", "feedback", "question", "words", "drawing", "picture", "homes", "schools", "units", "hostels":
			return true
		}
		return false
	}
	next := t.at(end + 1)
	if !t.follows(end+1) || next.low == "deaths" || next.low == "death" || next.low == "suicides" || next.low == "fatalities" {
		return false
	}
	if next.low == "in" && t.at(end+2).low == "need" {
		return strings.HasPrefix(t.at(end+3).low, "plan") || t.at(end+3).low == "reviews" || t.at(end+3).low == "teams" || t.at(end+3).low == "meetings"
	}
	if t.is(end+1, "in", "care") && t.follows(end+3) && t.at(end+3).class&(roleNoun|thing) != 0 && t.at(end+3).class&linking == 0 {
		return true
	}
	if next.low == "looked" && t.at(end+2).low == "after" || next.low == "in" || next.low == "at" {
		return false
	}
	if next.low == "and" {
		return w.class&singular != 0 && t.at(end+2).class&(childWord|kinWord|familyWord) != 0 && t.at(end+3).class&linking == 0 && t.follows(end+3)
	}
	if next.low == "placed" || next.low == "was" || next.low == "at" || next.low == "need" && w.class&singular == 0 || next.low == "plan" && w.class&singular == 0 || next.low == "visit" {
		return false
	}
	if next.class&roleVerb != 0 && next.class&thing == 0 || next.class&linking != 0 {
		return next.low == "per" || next.low == "level"
	}
	if next.class&thing != 0 || next.class&(premises|post|staff) != 0 {
		return true
	}
	if strings.HasSuffix(next.low, "s") && t.at(end+2).class&preposition == 0 && t.at(end+2).low == "for" && t.at(end-1).low == "single" {
		return false // a single family accounts for
	}
	return w.class&singular != 0 && !isAcronymCount(w.low) && t.namesThing(end)
}

// isCapacity is true of a number of places, not of children: registered for
// four children, homes for two children, up to three children.
func (t *text) isCapacity(i int) bool {
	if t.at(i-1).low != "for" || !t.follows(i) {
		return false
	}
	for k := i - 2; k >= max(0, i-4); k-- {
		switch t.words[k].low {
		case "registered", "approved", "places", "home", "homes", "capacity", "beds", "space", "room", "registration", "provision", "bed":
			return t.in(i)&past == 0
		}
	}
	return false
}

// recruits is true of families who offer a home: four foster families were
// approved.
func (t *text) recruits(i, end int) bool {
	if low := t.words[end].low; low != "families" && low != "family" && low != "households" && low != "carers" && low != "couples" {
		return false
	}
	for k := i + 1; k < end; k++ {
		switch t.words[k].low {
		case "foster", "fostering", "adoptive", "host", "new":
			return t.in(i)&(childWord|kinWord) == 0
		}
	}
	for k := end + 1; k <= end+3; k++ {
		switch t.at(k).low {
		case "approved", "recruited", "registered", "assessed":
			return t.at(k).sentence == t.words[i].sentence && t.at(k+1).low != "as"
		}
	}
	return false
}

// employs is true of people whom the sentence gives a job: two care leavers as
// apprentices, appointed two care leavers to the panel.
func (t *text) employs(i, end int) bool {
	switch t.at(i - 1).low {
	case "employs", "employed", "employ", "appointed", "recruited", "recruits", "trained", "invited", "elected":
	default:
		return t.at(end+1).low == "as" && t.at(end+2).class&roleNoun != 0
	}
	for k := end + 1; k < end+8; k++ {
		if t.at(k).class&roleNoun != 0 {
			return true
		}
	}
	return t.at(i-1).low == "employs" || t.at(i-1).low == "employed"
}

// findGroup marks families and sibling groups of any number: there are few of
// seven, and their number is how people know them.
func (t *text) findGroup(i int) {
	w := t.words[i]
	switch {
	case w.low == "group" && t.at(i-1).low == "sibling":
		if n := t.at(i + 2).number; t.at(i+1).low == "of" && n >= 2 && t.isGroupOfOne(i, i+3) {
			t.mark(SmallCount, i-1, i+3)
		} else if n := t.at(i + 1).number; n >= 2 && strings.HasSuffix(t.gap(i+1), "(") && strings.HasPrefix(t.gap(i+2), ")") {
			t.mark(SmallCount, i-1, i+2)
		}
	case (w.low == "family" || w.low == "household") && t.at(i+1).low == "of":
		if n := t.at(i + 2).number; t.at(i+1).low == "of" && t.follows(i+2) && n >= 2 && n <= 20 && t.isGroupOfOne(i, i+3) && (t.at(i+3).class&(staff|premises|thing) == 0 || t.at(i+3).class&linking != 0 || !t.follows(i+3)) {
			t.mark(SmallCount, i, i+3)
		}
	case (w.low == "siblings" || w.low == "brothers" || w.low == "sisters") && t.at(i-1).number >= 2 && t.at(i-1).number >= t.Small && (t.at(i-2).low == "the" || t.at(i-2).low == "all" || t.at(i-2).low == "her" || t.at(i-2).low == "his"):
		t.mark(SmallCount, i-1, i+1)
	case w.low == "group" && t.at(i+1).low == "of" && t.isSmall(t.at(i+2).number) && (t.at(i+3).low == "siblings" || t.at(i+3).low == "brothers" || t.at(i+3).low == "sisters"):
		t.mark(SmallCount, i, i+4)
	case w.low == "sibling" && (t.at(i+1).low == "pair" || t.at(i+1).low == "trio") && !t.isRule(i) && t.at(i-1).class&oneOf != 0:
		t.mark(SmallCount, i-1, i+2)
	case w.low == "twin" && t.at(i+1).class&(manyChildren|manyKin) != 0 && t.follows(i+1) && !t.namesThing(i+1) && t.isSomebody(i):
		t.mark(SmallCount, i, i+2)
	case (w.low == "family" || w.low == "mother" || w.low == "father" || w.low == "parent" || w.low == "couple") && t.at(i+1).low == "with" && t.at(i+2).number >= 2 && t.isCountedNoun(i+3) && t.isGroupOfOne(i, i+3):
		t.mark(SmallCount, i, i+4)
	case (w.low == "has" || w.low == "have" || w.low == "had") && t.at(i+1).number >= t.Small && t.isCountedNoun(i+2) && (doneToChildren[strings.ToUpper(t.at(i+3).low)] || t.is(i+3, "in", "care")) && t.hasSubject(i):
		t.mark(SmallCount, i+1, i+3)
	case (w.low == "eldest" || w.low == "oldest" || w.low == "youngest") && t.at(i+1).low == "of" && t.at(i+2).number >= 2 && (!t.follows(i+3) || t.at(i+3).class&linking != 0 || t.isCountedNoun(i+3)):
		t.mark(SmallCount, i, i+3)
	case (w.low == "youngest" || w.low == "eldest" || w.low == "oldest") && t.isSmall(t.at(i-1).number) && (t.at(i-2).class&oneOf != 0) && (t.at(i+1).class&linking != 0 || !t.follows(i+1)):
		t.mark(SmallCount, i-1, i+1)
	case (w.low == "caring" || w.low == "cares" || w.low == "cared") && t.at(i+1).low == "for" && t.isSmall(t.at(i+2).number) && !t.opensRange(i+3) && (!t.follows(i+3) || t.at(i+3).class&linking != 0) && t.in(i)&staff == 0:
		t.mark(SmallCount, i, i+3)
	case w.low == "brother" && t.is(i+1, "and", "sister", "pair") && t.at(i-1).number >= 1:
		t.mark(SmallCount, i-1, i+4)
	case w.low == "brother" && t.is(i+1, "and", "sister") && (t.at(i-1).low == "a" || t.at(i-1).low == "the") && t.in(i)&past != 0:
		t.mark(SmallCount, i, i+3)
	case (w.low == "twins" || w.low == "triplets" || w.low == "quads" || w.low == "quadruplets") && t.isTheTwins(i):
		t.mark(SmallCount, i, i+1)
	}
}

// hasSubject says whether it is one relation who has: mum has, she had.
func (t *text) hasSubject(i int) bool {
	k := i - 1
	for t.at(k).low == "previously" || t.at(k).low == "already" || t.at(k).low == "has" {
		k--
	}
	return t.at(k).class&pronoun != 0 || t.at(k).class&kinWord != 0 && !t.isAnyHead(k) || t.at(k).low == "parents"
}

// isGroupOfOne leaves out groups of whichever: sibling groups of three or
// more, a family of four on benefits may.
func (t *text) isGroupOfOne(i, end int) bool {
	return !t.isAnyHead(i) && !t.opensRange(end) && !t.isStrictRule(i-1, i)
}

// isTheTwins is true of twins who are somebody: the twins, a set of twins, her
// twins; twins were born.
func (t *text) isTheTwins(i int) bool {
	before := t.at(i - 1)
	if next, owned := t.possessive(i); owned && (before.low == "the" || before.class&pronoun != 0) {
		return !t.isAnyHead(i) && t.at(next).class&(school|premises) == 0 && t.in(i)&(ruling|past) != ruling
	} else if owned || t.namesThing(i) {
		return false
	}
	if before.low == "the" || before.class&pronoun != 0 || before.low == "old" || before.capital && before.class&noPlace == 0 && t.follows(i) || t.at(i-2).low == "set" || t.at(i-2).low == "pair" {
		return true
	}
	next := t.at(i + 1).low
	undergone := doneToChildren[strings.ToUpper(next)] || next == "separated" || next == "known" || next == "who" || next == "whose"
	if undergone && t.in(i)&(ruling|past) != ruling && (t.first(i) || before.low == "concerned" || before.low == "involved" || t.in(i)&past != 0 && (before.low == "of" || before.low == "between" || before.low == "about")) {
		return true // audit 7 concerned triplets whose
	}
	if w := t.words[i].low; t.first(i) && w != "twins" && t.in(i)&(past|cue) != 0 && t.in(i)&ruling == 0 {
		return true // nobody counts triplets for a rule
	}
	return t.first(i) && (t.gap(i+1) == ", " || next == "were" || next == "born" || next == "in" || next == "from" || next == "aged" || next == "who")
}

// findTally marks a small number that is set beside what it counts: CLA: 3,
// UASC (4), the number of children fell to 3.
func (t *text) findTally(i int) {
	w := t.words[i]
	if !t.isSmall(w.number) {
		return
	}
	gap := t.gap(i)
	s := t.sentences[w.sentence]
	if gap := t.gapAfter(i); gap == "," || gap == "." && i+1 < s.to { // 2,564
		return
	}
	if t.follows(i) && (t.follows(i+1) || w.low == "one") && (t.at(i+1).class&(preposition|cohort) != 0 || afterResult[strings.ToUpper(t.at(i+1).low)]) && t.at(i+2).number < 0 {
		t.findFallen(s.from, i) // fell to two following a review
		return
	}
	ends := i+1 >= s.to || strings.ContainsAny(t.gap(i+1), ",;.)(") && !strings.HasPrefix(t.gap(i+1), "%") && !(strings.HasPrefix(t.gap(i+1), ".") && len(t.gap(i+1)) == 1)
	if i == s.from || !ends || strings.HasPrefix(t.gap(i+1), "%") || i+1 == len(t.words) && strings.HasPrefix(t.s[w.end:], "%") {
		return
	}
	if w.low == "one" && !t.follows(i) {
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
		if t.saysNumber(from, i) && t.tallied(from, i) >= 0 {
			t.mark(SmallCount, i, i+1)
		}
	}
}

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
	case t.is(i+1, "of", "them") && t.isUndergone(i+3):
		t.mark(SmallCount, i, i+3)
		return
	case next.low == "of" && (t.at(i+2).low == "whom" || t.at(i+2).low == "them"):
		end = i + 3
	case next.low == "of" && t.at(i+2).low == "those" && doneToChildren[strings.ToUpper(t.at(i+3).low)]:
		t.mark(SmallCount, i, i+4)
		return
	case t.at(i-1).low == "whom" && t.at(i-2).low == "of":
	case t.gap(i) == ", " && t.follows(i+1) && (next.class&past != 0 || next.low == "are" || next.low == "is" || next.low == "has" || next.low == "have" || next.low == "remain" || strings.HasSuffix(next.low, "ed")) && t.at(s.from).low == "of":
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
		if t.words[k].class&staff != 0 {
			return
		}
	}
}

// ofWhom says whether a sentence begins with a number of those who went through
// what children do: of the 31 who went missing.
func (t *text) ofWhom(from, i int) bool {
	if t.at(from).low != "of" {
		return false
	}
	who := from + 1
	for who < from+4 && t.at(who).low != "who" && !doneToChildren[strings.ToUpper(t.at(who).low)] {
		who++
	}
	if doneToChildren[strings.ToUpper(t.at(who).low)] {
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
	if i == 0 || !t.isSmall(n) || !strings.ContainsAny(gap, ":;–—") && gap != " - " || !t.follows(i+1) || !doneByPeople[strings.ToUpper(t.at(i+1).low)] {
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

// matters are what is counted instead of those whom it happened to.
var matters = setOf(`case cases allegation allegations incident incidents disclosure disclosures complaint complaints investigation investigations notification notifications`)

// findCases marks a small number of matters that are said to be about children
// or carers: two allegations against foster carers; four cases, 2 involve
// carers.
func (t *text) findCases(i int) {
	if !t.isSmall(t.words[i].number) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	k := t.afterTotal(i + 1)
	begin := k
	for k < begin+2 && t.follows(k) && (t.at(k).class&describing != 0 || t.at(k).class == 0 && matters[strings.ToUpper(t.at(k+1).low)]) {
		k++
	}
	elided := k == begin && t.mattersBefore(i)
	if !t.follows(k) || !elided && !matters[strings.ToUpper(t.at(k).low)] {
		return
	}
	if !elided {
		k++
	}
	for t.follows(k) && isLookedAt(t.at(k).low) {
		k++
	}
	switch t.at(k).low {
	case "against", "involve", "involved", "involving", "concern", "concerned", "concerning":
	default:
		return
	}
	for k++; k < i+10 && t.follows(k); k++ {
		w := t.words[k]
		if w.class&(manyChildren|manyKin|childWord|kinWord|familyWord) != 0 || t.isCountedNoun(k) {
			if !t.namesCounted(k) && !t.namesThing(k) {
				t.mark(SmallCount, i, k+1)
			}
			return
		}
		if w.class&(describing|oneOf) == 0 {
			return
		}
	}
}

// afterTotal goes over "of the twelve", the whole of which a number is a part.
func (t *text) afterTotal(k int) int {
	if t.at(k).low != "of" {
		return k
	}
	end := k + 1
	if t.at(end).class&oneOf != 0 || t.at(end).low == "these" || t.at(end).low == "those" {
		end++
	}
	if t.at(end).number < 0 {
		return k
	}
	return end + 1
}

// isLookedAt is true of words of what is done with files.
func isLookedAt(low string) bool {
	switch low {
	case "dip", "read", "seen", "at":
		return true
	}
	return strings.HasSuffix(low, "ed") && lexicon[low]&linking == 0 && low != "concerned" && low != "involved"
}

// files are what an audit counts in place of the children in them.
var files = setOf(`files cases records audits reviews file case record audit`)

// findInFiles marks a small number of files in which the child is spoken of: in
// two of the twelve cases sampled the child was at risk; of 24 files, in 3 the
// child had not been seen.
func (t *text) findInFiles(i int) {
	if t.at(i-1).low != "in" || !t.isSmall(t.words[i].number) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	s := t.sentences[t.words[i].sentence]
	k := t.afterTotal(i + 1)
	for k < s.to && (isLookedAt(t.words[k].low) || files[strings.ToUpper(t.words[k].low)]) {
		k++
	}
	ofFiles := false
	for j := max(s.from, i-12); j < k; j++ {
		ofFiles = ofFiles || files[strings.ToUpper(t.words[j].low)]
	}
	if !ofFiles || t.at(k).low != "the" {
		return
	}
	k++
	for t.follows(k) && t.at(k).class&describing != 0 {
		k++
	}
	if t.at(k).class&(childWord|manyChildren) != 0 && !t.namesThing(k) && !t.namesCounted(k) && t.follows(k+1) && t.at(k+1).class&(linking|humanVerb) != 0 || t.is(k-1, "young", "person") {
		t.mark(SmallCount, i, k+1)
	}
}

// childOrders are what a court orders about one child or a few.
var childOrders = setOf(`protection accommodation guardianship adoption placement recovery care supervision arrangements secure`)

// findOrders marks a small number of court orders about children: FGM protection
// orders obtained: 1; two placement orders were revoked.
func (t *text) findOrders(i int) {
	w := t.words[i]
	if w.low != "order" && w.low != "orders" || !childOrders[strings.ToUpper(t.at(i-1).low)] || !t.follows(i) {
		return
	}
	s := t.sentences[w.sentence]
	next := t.at(i + 1)
	if t.follows(i+1) && next.class&(linking|preposition) == 0 && next.low != "this" && next.low != "sought" && next.low != "granted" && !strings.HasSuffix(next.low, "ed") {
		return // a care order policy
	}
	for k := i - 1; k >= max(s.from, i-5) && t.follows(k+1); k-- {
		if t.isSmall(t.words[k].number) && !t.isNoCount(k) && !t.endsNumber(k) && !(next.low == "in" && t.at(i+2).number >= 0) {
			t.mark(SmallCount, k, i+1)
			return
		}
	}
	for k := i + 1; k < min(s.to, i+8); k++ {
		if gap := t.gap(k); strings.ContainsAny(gap, ":=(") || gap == " - " || gap == " – " {
			if after := t.gapAfter(k); t.isSmall(t.words[k].number) && !strings.HasPrefix(after, "%") && !t.follows(k+1) && after != "," && !(after == "." && k+1 < s.to) {
				t.mark(SmallCount, i-1, k+1)
			}
			return
		}
	}
}

// mattersBefore says whether the number at i is of matters that the sentence has
// named: four cases are open, two involve.
func (t *text) mattersBefore(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-12); k < i; k++ {
		if matters[strings.ToUpper(t.words[k].low)] {
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

// isUndergone says whether a verb at k is of what happens to children: had been
// missing, were placed.
func (t *text) isUndergone(k int) bool {
	for j := k; j < k+4 && t.follows(j); j++ {
		low := t.at(j).low
		if low == "missing" || low == "homeless" || doneToChildren[strings.ToUpper(low)] {
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
	return w.class&(manyChildren|manyKin) != 0 && w.class&counted != 0 || w.allCaps && isAcronymCount(w.low) || w.low == "people" && t.at(i-1).low == "young" || w.low == "care" && (t.at(i-2).low == "children" && t.at(i-1).low == "in")
}

// tallied is the children of whom a label speaks, -1 where it speaks of
// something else first: social workers with more than 20 children.
func (t *text) tallied(from, i int) int {
	for k := max(from, i-24); k < i; k++ {
		w := t.words[k]
		if w.class&staff != 0 && !t.isCountedNoun(k) {
			return -1
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

// findBoth marks "both siblings", "both girls": they are two.
func (t *text) findBoth(i int) {
	if t.words[i].low != "both" || !t.isSmall(2) {
		return
	}
	end := i + 1
	for end < i+5 && t.at(end).class&counted == 0 && t.at(end).class&describing != 0 && t.follows(end) {
		end++
	}
	if t.at(end).low == "people" && t.at(end-1).low == "young" || t.at(end).class&(manyChildren|manyKin) != 0 && t.at(end).class&counted != 0 && t.follows(end) {
		for k := end + 1; k < min(end+6, t.sentences[t.words[i].sentence].to); k++ {
			if t.words[k].low == "and" {
				return
			}
		}
		if !t.namesCounted(end) && !t.isPublicRole(end) && t.in(i)&(ruling) == 0 {
			t.mark(SmallCount, i, end+1)
		}
	}
}
