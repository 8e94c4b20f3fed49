package identify

import "strings"

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
