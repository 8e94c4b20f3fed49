package identify

import "strings"

// findGroup marks families and sibling groups of any number: there are few of
// seven, and their number is how people know them.
func (t *text) findGroup(i int) {
	w := t.words[i]
	if w.begins&aGroup == 0 {
		return
	}
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
	case (w.low == "has" || w.low == "have" || w.low == "had") && t.at(i+1).number >= t.Small && t.isCountedNoun(i+2) && (doneToChildren[t.at(i+3).low] || t.is(i+3, "in", "care")) && t.hasSubject(i):
		t.mark(SmallCount, i+1, i+3)
	case (w.low == "eldest" || w.low == "oldest" || w.low == "youngest") && t.at(i+1).low == "of" && t.at(i+2).number >= 2 && (!t.follows(i+3) || t.at(i+3).class&linking != 0 || t.isCountedNoun(i+3)):
		t.mark(SmallCount, i, i+3)
	case ageRanks[w.low] && t.at(i+1).low == "of" && t.at(i+2).class&oneOf != 0 && t.at(i+3).number >= 2 && (!t.follows(i+4) || t.at(i+4).class&linking != 0 || t.isCountedNoun(i+4)):
		t.mark(SmallCount, i, i+3)
	case (w.low == "youngest" || w.low == "eldest" || w.low == "oldest") && t.isSmall(t.at(i-1).number) && (t.at(i-2).class&oneOf != 0) && (t.at(i+1).class&linking != 0 || !t.follows(i+1)):
		t.mark(SmallCount, i-1, i+1)
	case (w.low == "caring" || w.low == "cares" || w.low == "cared") && t.at(i+1).low == "for" && t.isSmall(t.at(i+2).number) && !t.opensRange(i+3) && (!t.follows(i+3) || t.at(i+3).class&linking != 0) && t.in(i)&staff == 0:
		t.mark(SmallCount, i, i+3)
	case w.low == "brother" && t.is(i+1, "and", "sister", "pair") && t.at(i-1).number >= 1:
		t.mark(SmallCount, i-1, i+4)
	case w.low == "brother" && t.is(i+1, "and", "sister") && (t.at(i-1).low == "a" || t.at(i-1).low == "the") && (t.in(i)&past != 0 || t.in(i)&ruling == 0 && t.first(i-1)):
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
	if before.low == "the" || before.class&pronoun != 0 || before.low == "old" || before.low == "of" && (t.at(i-2).class&(kinWord|manyKin) != 0 || t.at(i-2).low == "adopters") && t.in(i)&past != 0 && t.in(i)&ruling == 0 || before.low == "with" && t.at(i-2).class&(kinWord|familyWord) != 0 && t.in(i)&past != 0 || before.capital && before.class&noPlace == 0 && t.follows(i) || t.at(i-2).low == "set" || t.at(i-2).low == "pair" {
		return true
	}
	next := t.at(i + 1).low
	undergone := doneToChildren[next] || next == "separated" || next == "known" || next == "who" || next == "whose"
	if undergone && t.in(i)&(ruling|past) != ruling && (t.first(i) || before.low == "concerned" || before.low == "involved" || t.in(i)&past != 0 && (before.low == "of" || before.low == "between" || before.low == "about")) {
		return true // audit 7 concerned triplets whose
	}
	if w := t.words[i].low; t.first(i) && w != "twins" && t.in(i)&(past|cue) != 0 && t.in(i)&ruling == 0 {
		return true // nobody counts triplets for a rule
	}
	return t.first(i) && (t.gap(i+1) == ", " || next == "were" || next == "born" || next == "in" || next == "from" || next == "aged" || next == "who")
}
