package identify

import "strings"

// fates are what becomes of a child and of nothing else: where a number stands
// alone, they say what it counts.
var (
	childFates = setOf(`adopted fostered pregnant homeless remanded trafficked abused neglected exploited harmed assaulted restrained detained sectioned custody imprisoned bereaved adopters
		unregistered unregulated rehoused deported stabbed absconded neet runaway hospitalised self-harming beds suicidal radicalised groomed newborn newborns toddler toddlers refuge`)
	// maybeFates become of papers and posts too: a child has to be spoken of.
	maybeFates = setOf(`placed moved removed excluded accommodated missing secure home died injured hurt arrested alone abroad unseen born unsafe education hospital hotel hotels bed hostel adoption list
		prison parents kinship carers school live lives lived living came back unplaced waiting neglected apart`)
)

// findElided marks a small number that counts children without saying so, where
// what became of them does: three remain in unregistered homes; 2 of the cohort
// were pregnant; currently one in custody.
func (t *text) findElided(i int) {
	n := t.words[i].number
	if !t.isSmall(n) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	if end := t.restOf(i); end > 0 {
		t.mark(SmallCount, i, end)
		return
	}
	if t.at(i+1).low == "in" && t.at(i+2).number >= 0 {
		return // four in five
	}
	if next := t.at(i + 1); t.at(i-1).low == "all" && t.follows(i+1) && (next.low == "under" || next.low == "aged" || next.low == "have" || next.low == "were") && t.speaksOfChildren(i) && !t.isListOfThings(i) && t.in(i)&ruling == 0 {
		t.mark(SmallCount, i-1, i+1) // all three under five
		return
	}
	if next := t.at(i + 1).low; t.at(i-1).low == "the" && (next == "who" || next == "whose") && t.follows(i+1) && !t.isNewStaff(i) && !t.isListOfThings(i) && t.in(i)&ruling == 0 && (t.speaksOfChildren(i) || t.toldOf(i)) {
		t.mark(SmallCount, i, i+2) // the two who were not
		return
	}
	k := t.ofTheGroup(i + 1)
	if t.at(k).low == "more" && k == i+1 {
		k++
	}
	if !t.follows(k) || k > i+1 && t.in(i)&staff != 0 {
		return
	}
	next := t.words[k]
	begins := t.first(i) || strings.ContainsAny(t.gap(i), ",;:(–-") || announces[t.at(i-1).low]
	verb := becomes[next.low] || k > i+1 && next.class&past != 0
	place := k == i+1 && (next.low == "in" || next.low == "with" || next.low == "on" || next.low == "at" || next.low == "not" || next.low == "still")
	if !begins || !verb && !place {
		return
	}
	if about := t.whomAbout(k); about > 0 {
		t.mark(SmallCount, i, about+1)
		return
	}
	if t.isListOfThings(i) {
		return
	}
	if n == 1 && (next.low == "is" || next.low == "in" && t.at(k+1).number >= 0 || t.words[i].low != "1" && !verb && t.first(i)) {
		return
	}
	if t.follows(k+1) && (next.low == "were" || next.low == "was" || next.low == "are") && t.isEvent(k+1) {
		t.mark(SmallCount, i, k+2)
		return
	}
	if next.low == "on" && (t.at(k+1).low == "cp" || t.is(k+1, "the", "cp") || t.is(k+1, "child", "protection") || t.is(k+1, "the", "child", "protection")) {
		t.mark(SmallCount, i, k+2)
		return
	}
	if (next.low == "were" || next.low == "are") && t.follows(k+1) && t.isCountedNoun(k+1) && (!t.follows(k+2) || t.at(k+2).class&linking != 0) {
		t.mark(SmallCount, i, k+2) // 3 of the 5 were girls
		return
	}
	if at := t.fateAfter(k, t.speaksOfChildren(i)); at > 0 {
		t.mark(SmallCount, i, at+1)
	}
}

// announces are words between which and a clause's number nothing stands.
var announces = setOf(`currently now just still only have has had another and these them cohort with where whereas`)

// becomes are verbs after which it is said what became of somebody.
var becomes = setOf(`remain remains remained was were are is have has had came went left moved returned died ran live lived ended waited stayed became gave`)

// ofTheGroup goes over of the cohort, of this year's group, out of the three who.
func (t *text) ofTheGroup(k int) int {
	begin := k
	if t.at(k).low == "out" {
		k++
	}
	if t.at(k).low != "of" {
		return begin
	}
	for k++; k < begin+6 && t.follows(k); k++ {
		switch t.words[k].low {
		case "cohort", "group", "sample", "them", "those", "these", "sibs", "total", "intake":
			return k + 1
		case "who", "whose":
			return k + 1
		case "the", "this", "that", "our", "year", "s", "whole":
		default:
			if t.words[k].number < 0 && onlyDigits(t.words[k].low) == "" {
				return begin
			}
			if next := t.at(k + 1); t.follows(k+1) && (becomes[next.low] || next.low == "who") {
				return k + 1 // two out of 31 had been
			}
		}
	}
	return begin
}

// isListOfThings says whether things that are no children were named before the
// number at i, in its sentence or the one before.
func (t *text) isListOfThings(i int) bool {
	s := t.words[i].sentence
	for k := i - 1; k >= max(i-24, t.sentences[max(0, s-1)].from); k-- {
		w := t.words[k]
		if t.isCountedNoun(k) || w.class&(childWord|manyKin) != 0 && !t.namesThing(k) {
			return false
		}
		if w.class&(staff|premises) != 0 || files[w.low] || countedThings[w.low] {
			return true
		}
	}
	return false
}

// countedThings are what plans count beside children.
var countedThings = setOf(`actions recommendations findings plans letters providers beds posts contracts policies forms meetings courses services apprentices applicants managers laptops documents boxes items risks homes
	questions answers reports visits indicators measures targets priorities milestones surveys responses tenders bids vehicles`)

// speaksOfChildren says whether children or families are named in the sentence
// of word i, or in the one before.
func (t *text) speaksOfChildren(i int) bool {
	s := t.words[i].sentence
	for k := max(i-24, t.sentences[max(0, s-1)].from); k < min(i+24, t.sentences[s].to); k++ {
		w := t.words[k]
		if childMatters[w.low] || k != i && (t.isCountedNoun(k) || w.class&(manyChildren|manyKin|childWord) != 0 && !t.namesThing(k) && !t.namesCounted(k) || w.class&acronym != 0 && isAcronymCount(w.low)) {
			return true
		}
	}
	return false
}

// childMatters are subjects that are only of children.
var childMatters = setOf(`exploitation adoption adoptions fostering cse cce uasc cic cla ehcp ehcps eet neet abduction trafficking`)

// fateAfter is the word from k on, in its clause, that says what became of a
// child; 0 for none.
func (t *text) fateAfter(k int, children bool) int {
	for j := k; j < min(k+8, t.sentences[t.words[k].sentence].to); j++ {
		if j > k && strings.ContainsAny(t.gap(j), ",;:(") {
			return 0
		}
		low := t.words[j].low
		if childFates[low] || low == "care" && t.at(j-1).low == "in" && t.at(j+1).low != "of" || children && maybeFates[low] {
			return j
		}
	}
	return 0
}

// whomAbout is the child or children with whom what is counted had to do: two
// were to babies; three were about an infant; 0 for none.
func (t *text) whomAbout(k int) int {
	if low := t.at(k).low; low != "were" && low != "was" && low != "are" && low != "is" {
		return 0
	}
	switch t.at(k + 1).low {
	case "to", "about", "of", "from", "involving", "concerning":
	default:
		return 0
	}
	if t.at(k+1).low == "from" && k+2 < len(t.words) && t.place[k+2] > 0 && !t.village[k+2] {
		return k + 2 // four were from Marsh Lane Junior School
	}
	for j := k + 2; j < k+5 && t.follows(j); j++ {
		if w := t.words[j]; (t.isCountedNoun(j) || t.isHead(j)) && !t.namesThing(j) && !t.namesCounted(j) {
			return j
		} else if w.class&(describing|oneOf) == 0 {
			return 0
		}
	}
	return 0
}

// restOf is the end of a number of those who are left out of all: all except
// two; all but one child; 0 for none.
func (t *text) restOf(i int) int {
	switch t.at(i - 1).low {
	case "but":
		if t.at(i-2).low != "all" {
			return 0
		}
	case "bar", "except", "excepting":
		if t.at(i-2).low != "all" && t.follows(i+1) {
			return 0
		}
	case "from":
		if t.at(i-2).low != "apart" && t.at(i-2).low != "aside" {
			return 0
		}
	case "for":
		if t.at(i-2).low != "except" && t.at(i-2).low != "save" {
			return 0
		}
	default:
		return 0
	}
	if t.follows(i+1) && t.words[i+1].class&linking == 0 || !t.speaksOfChildren(i) {
		return 0
	}
	return i + 1
}

// findPair marks two children who are told one by one: one was a newborn, the
// other a toddler; a boy and a girl came into care.
func (t *text) findPair(i int) {
	w := t.words[i]
	if !t.isSmall(2) {
		return
	}
	if w.low == "one" && (t.at(i+1).low == "was" || t.at(i+1).low == "is") && isArticle(t.at(i+2).low) {
		for k := i + 3; k < i+6 && t.follows(k); k++ {
			if t.words[k].class&childWord != 0 && t.isHead(k) && !t.namesThing(k) {
				t.mark(SmallCount, i, k+1)
				return
			}
		}
	}
	if !isArticle(w.low) && w.number != 1 || t.isStrictRule(i, i) || t.in(i)&(past|cue) == 0 || t.in(i)&ruling != 0 {
		return
	}
	first, ok := t.genderedAt(i + 1)
	if !ok || t.at(first+1).low != "and" || !isArticle(t.at(first+2).low) && t.at(first+2).number < 1 {
		return
	}
	if second, ok := t.genderedAt(first + 3); ok && t.in(i)&past != 0 {
		t.mark(SmallCount, i, second+1)
	}
}

// genderedAt is a boy or girl at word k, over what describes them.
func (t *text) genderedAt(k int) (at int, ok bool) {
	for end := k + 3; k < end && t.follows(k); k++ {
		if w := t.words[k]; isGendered(w.low) || isGendered(strings.TrimSuffix(w.low, "s")) {
			return k, !t.namesThing(k)
		} else if w.class&describing == 0 {
			return 0, false
		}
	}
	return 0, false
}

// isNewStaff is true of those who joined where training is told of: 17 trained, and
// the four who joined since.
func (t *text) isNewStaff(i int) bool {
	if did := t.at(i + 2).low; did != "joined" && did != "started" {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	for k := s.from; k < s.to; k++ {
		switch t.words[k].low {
		case "trained", "training", "course", "induction", "inducted", "briefed":
			return s.has&(childWord|kinWord|manyChildren) == 0
		}
	}
	return false
}
