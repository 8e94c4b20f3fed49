package identify

import "strings"

// endsNumber is true of the two of twenty two, of a hundred and two, and of
// stages 1 and 2.
func (t *text) endsNumber(i int) bool {
	switch next := t.at(i + 1); next.low {
	case "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes", "term", "terms":
		if old := t.at(i + 2); t.follows(i+1) && old.low != "old" && old.low != "olds" && old.number < 0 {
			return true
		}
	}
	if fractions[t.at(i+1).low] && t.follows(i+1) {
		return true // three-quarters of parents
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

// fractions are the parts of which a number is no count.
var fractions = setOf(`quarters thirds fifths sixths sevenths eighths ninths tenths halves quarter third fifth sixth tenth half`)

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
	case "or":
		return t.at(i-2).number >= 0 && t.in(i)&past == 0 // for one or two children
	case "than":
		switch t.at(i - 2).low {
		case "fewer", "less":
			return true
		case "more":
			return (t.at(i-3).low == "no" || t.at(i-3).low == "not" || t.at(i-3).low == "never") && t.ofAnyTime(i) // by no more than one child in any week
		}
		return false
	case "most":
		return t.at(i-2).low == "at" && t.ofAnyTime(i)
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

// ofAnyTime says whether what is said with a number is to hold for any week, in
// each audit, and tells of nobody.
func (t *text) ofAnyTime(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < s.to && s.has&(past|pronoun) == 0; k++ {
		switch t.words[k].low {
		case "any", "each", "every":
			return true
		}
	}
	return false
}

// isFraction is true of the first number of a rate.
func isFraction(w word) bool { return w.number >= 0 }

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
	if before := t.at(i - 1).low; before == "no" || before == "any" || before == "not" || t.saysWhichever(i, end) || t.is(end+1, "too", "many") {
		return true
	}
	switch before := t.at(i - 1).low; before {
	case "if", "when", "where", "whenever", "once", "unless":
		if t.in(i)&(past|pronoun) == 0 && (t.first(i-1) || t.is(i+1, "of", "our", "children")) { // when one child waits, all wait
			return true
		}
	}
	switch {
	case t.is(end+1, "in") && (t.at(end+2).number >= 0 || t.at(end+2).low == "every"), t.is(end+1, "at", "a", "time"), t.is(end+1, "at", "once"), t.is(end+1, "per"), t.is(end+1, "to", "another"), t.is(end+1, "or", "another"), t.is(end+1, "to", "the", "next"),
		t.is(end+1, "after", "another"), t.is(end+1, "by", "the", "next"):
		return true
	}
	if t.in(i)&past == 0 && t.forEach(i) {
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
		case s.has&pronoun == 0 && (t.is(k, "at", "every", "meeting") || t.is(k, "at", "each", "meeting")):
			return true // one child's story is told at every meeting
		case t.at(i-1).low == "for" && s.has&pronoun == 0 && t.is(k, "the", "next", "morning"), t.at(i-1).low == "for" && s.has&pronoun == 0 && t.is(k, "the", "next", "day"):
			return true // delay for one child is seen the next day
		case t.is(k, "happen", "to", "another"), t.is(k, "happens", "to", "another"), t.is(k, "the", "next", "one"):
			return true
		case t.words[k].low == "another" && s.has&(ruling) != 0 && s.has&past == 0, t.is(k, "the", "next") && k+2 >= s.to:
			return t.at(k-1).low != "to" && t.at(k-1).low != "in"
		}
	}
	return false
}

// forEach says whether every one of somebody stands before the number at i in its
// sentence: every worker's supervision, with a discussion of one child.
func (t *text) forEach(i int) bool {
	for k := t.sentences[t.words[i].sentence].from; k < i; k++ {
		if (t.words[k].low == "every" || t.words[k].low == "each") && t.at(k+1).class&childWord == 0 {
			return t.at(i-1).low == "of"
		}
	}
	return false
}

// isOpinion is true of a share of those who were asked: four of five parents say.
func (t *text) isOpinion(i, end int) bool {
	part, whole := t.words[i], t.at(i+2)
	if t.at(i+1).low != "of" {
		part, whole = t.at(i-2), part
		if t.at(i-1).low != "of" {
			return false
		}
	}
	if part.number < 1 || whole.number <= part.number || whole.number > 10 || !t.follows(end+1) {
		return false
	}
	switch t.at(end + 1).low {
	case "say", "feel", "report", "tell", "think", "rate", "agree", "know", "find", "recommend":
		return true
	}
	return false
}

// volunteers is true of those who offer to help: two young people have offered to
// test the form.
func (t *text) volunteers(end int) bool {
	next := end + 1
	if t.at(next).low == "have" || t.at(next).low == "has" {
		next++
	}
	switch t.at(next).low {
	case "offered", "volunteered", "agreed":
	default:
		return false
	}
	switch t.at(next + 2).low {
	case "test", "help", "try", "design", "read", "review", "join", "speak", "interview", "comment", "advise", "check", "write", "draw", "film", "present":
		return t.at(next+1).low == "to"
	}
	return false
}

// namesCounted is true where those counted are a part of the name of a thing:
// three children's homes, two child and family hubs.
func (t *text) namesCounted(end int) bool {
	w := t.words[end]
	if next, owned := t.possessive(end); owned || strings.HasPrefix(w.low, "child") && strings.HasSuffix(w.low, "rens") {
		for k := next; k < next+3 && w.class&manyKin != 0 && (k == next || t.follows(k)); k++ {
			if t.at(k).class&(manyChildren|manyKin) != 0 && !t.namesThing(k) {
				return false // three carers' birth children
			}
		}
		switch t.at(next).low {
		case "cases", "plans", "placements", "deaths", "stories", "situations", "names", "parents", "families", "mothers", "carers", "records", "files", "needs", "lives":
			return false
		}
		if strings.HasSuffix(w.low, "children") || strings.HasSuffix(w.low, "leavers") || w.low == "people" || w.low == "families" || w.low == "parents" || w.low == "carers" {
			return true
		}
		switch t.at(next).low {
		case "guide", "handbook", "leaflet", "version", "charter", "pledge", "survey", "app", "voice", "experience", "idea", "ideas", "feedback", "question", "words", "drawing", "picture", "homes", "schools", "units", "hostels", "group", "groups", "forum", "network", "panel", "association":
			return true
		}
		return false
	}
	next := t.at(end + 1)
	if next.low == "care" && t.at(end+2).low == "for" {
		return false
	}
	if !t.follows(end+1) || next.low == "deaths" || next.low == "death" || next.low == "suicides" || next.low == "fatalities" {
		return false
	}
	if next.low == "in" && t.at(end+2).low == "need" {
		return strings.HasPrefix(t.at(end+3).low, "plan") || t.at(end+3).low == "reviews" || t.at(end+3).low == "teams" || t.at(end+3).low == "meetings"
	}
	if w.low == "family" && next.low == "help" && t.follows(end+2) && t.at(end+2).class&linking == 0 {
		return true // one family help plan
	}
	if t.is(end+1, "in", "care") && t.follows(end+3) && t.at(end+3).class&(roleNoun|thing) != 0 && t.at(end+3).class&linking == 0 {
		return true
	}
	if next.low == "looked" && t.at(end+2).low == "after" || next.low == "in" || next.low == "at" {
		return false
	}
	if next.low == "and" && t.at(end+2).class&(manyKin|manyChildren) != 0 && t.at(end+3).class&(staff|premises) != 0 && t.follows(end+3) {
		return true // two children and families teams
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
	if before := t.at(i - 1).low; before == "takes" || before == "take" || before == "to" && (t.at(i-3).low == "takes" || t.at(i-3).low == "take") {
		for k := i - 2; k >= max(0, i-6) && t.follows(k+1); k-- {
			if low := t.words[k].low; low == "home" || low == "homes" {
				return t.in(i)&(past|pronoun) == 0 // each of the two homes takes three children
			}
		}
	}
	if t.at(i-1).low != "for" || !t.follows(i) {
		return false
	}
	for k := i - 2; k >= max(0, i-4); k-- {
		switch t.words[k].low {
		case "home", "homes", "beds", "places":
			return k == i-2 || t.in(i)&past == 0
		case "registered", "approved", "capacity", "space", "room", "registration", "provision", "bed":
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
		case "private":
			return false
		case "foster", "fostering", "adoptive", "host", "new":
			return t.in(i)&(childWord|kinWord) == 0
		}
	}
	if t.words[end].low == "households" && t.follows(end+1) && (t.at(end+1).low == "withdrew" || t.is(end+1, "have", "withdrawn") || t.is(end+1, "left", "us") || t.is(end+1, "have", "left", "us") || t.is(end+1, "resigned") || t.is(end+1, "retired")) {
		return t.in(i)&(childWord|kinWord) == 0
	}
	for k := end + 1; k <= end+4; k++ {
		switch t.at(k).low {
		case "assessment":
			return (t.words[end].low == "households" || t.tellsOfFostering(i)) && t.in(i)&(childWord|kinWord) == 0
		case "approved", "recruited", "registered", "assessed":
			return t.at(k).sentence == t.words[i].sentence && t.at(k+1).low != "as"
		}
	}
	return false
}

// tellsOfFostering is true of a word in a sentence on those who offer children a home.
func (t *text) tellsOfFostering(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := s.from; k < s.to; k++ {
		switch t.words[k].low {
		case "fostering", "adoption", "adopters", "recruitment", "enquiries":
			return true
		}
	}
	return false
}

// sitsOn is true of parents or carers who are members of a body that the words
// before them name: the panel, with four parents on it.
func (t *text) sitsOn(i, end int) bool {
	switch t.words[end].low {
	case "parents", "carers", "people", "leavers":
	default:
		return false
	}
	if t.at(i-1).low != "with" || !t.is(end+1, "on", "it") {
		return false
	}
	switch t.at(i - 2).low {
	case "panel", "board", "committee", "forum", "jury", "council":
		return true
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

// isPublicRole says whether the noun at i is of somebody who acts in public: a
// member of a panel, a speaker, an apprentice. The words excuse this noun and
// nobody else in the text.
func (t *text) isPublicRole(i int) bool {
	s := t.sentences[t.words[i].sentence]
	acts := false
	for k := i + 1; k < min(s.to, i+10); k++ {
		w := t.words[k]
		if k == i+1 && (w.low == "on" || w.low == "from" || w.low == "as") {
			acts = true
			continue
		}
		if strings.ContainsAny(t.gap(k), ";:(") {
			return false
		}
		if t.isRoleNoun(k) && acts && !t.isHead(k) {
			_, owned := t.possessive(k)
			switch t.at(k + 1).low {
			case "list", "agenda", "date", "backlog", "queue", "paper", "decision", "waiting":
				owned = true
			}
			return !owned && (w.class&roleVerb == 0 || k > i+1) && !t.befell(k)
		}
		if (w.class&roleVerb != 0 || w.low == "appointed" || w.low == "elected" || w.low == "employed" || w.low == "recruited") && k <= i+3 {
			acts = true
			if t.isPassive(k) {
				return false
			}
		}
		if actsInPublic[w.low] && k <= i+4 && !t.isUnwell(k) {
			return true
		}
		if w.class&past != 0 && w.class&roleVerb == 0 || w.low == "after" || w.low == "before" || w.low == "when" || w.low == "by" || w.low == "until" || w.low == "because" {
			return false
		}
	}
	return false
}

// isRoleNoun is true of where people act in public; of a group only when it is
// one that speaks for others.
func (t *text) isRoleNoun(k int) bool {
	w := t.words[k]
	if w.low != "group" && w.low != "training" {
		return w.class&roleNoun != 0
	}
	switch t.at(k - 1).low {
	case "participation", "reference", "working", "takeover", "focus", "steering", "strategic", "operational", "programme", "improvement", "advisory", "task", "ambassadors", "total":
		return true
	}
	return w.low == "training" && t.at(k-1).low != "panel"
}

// befell says whether what follows word k tells what was done to somebody.
func (t *text) befell(k int) bool {
	s := t.sentences[t.words[k].sentence]
	for j := k + 1; j < min(s.to, k+12); j++ {
		switch t.words[j].low {
		case "moved", "removed", "placed", "harmed", "hurt", "hit", "assaulted", "abused", "missing", "died", "exploited", "arrested", "homeless", "restrained":
			return true
		}
	}
	return false
}

// actsInPublic are verbs of what people do in public, whatever with.
var actsInPublic = setOf(`chaired chair co-chaired opened presented designed co-designed train trained launched unveiled hosted judged painted`)

// isUnwell is true of the same verbs said of something else: presented at
// hospital, opened up, were trained.
func (t *text) isUnwell(k int) bool {
	switch t.at(k + 1).low {
	case "up", "at", "with", "as", "a", "her", "his", "door":
		return true
	}
	before := t.at(k - 1).low
	return before == "were" || before == "was" || before == "been"
}

// isPassive is true of a verb that is done to somebody: were interviewed.
func (t *text) isPassive(k int) bool {
	if t.words[k].low != "were" && t.words[k].low != "was" && t.words[k].low != "are" && t.words[k].low != "is" {
		return false
	}
	next := t.at(k + 1).low
	switch next {
	case "appointed", "elected", "employed", "recruited", "trained", "invited", "chosen", "selected":
		return false
	}
	return strings.HasSuffix(next, "ed") || next == "found" || next == "seen" || next == "placed" || next == "not" || next == "without" || next == "still" || next == "in"
}
