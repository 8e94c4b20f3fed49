package identify

import "strings"

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

func isEverybody(low string) bool {
	switch low {
	case "people", "those", "all", "anyone", "everyone", "adults", "olds", "anybody", "everybody", "persons", "applicants", "leavers", "cohort", "group", "are", "were", "residents", "learners", "males", "females":
		return true
	}
	return false
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
