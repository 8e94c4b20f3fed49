package identify

import "strings"

// isObject is true of a letter to which something is done, as nothing is done
// to a plan or a grade: supported Z through, bring R home.
func (t *text) isObject(i, end int) bool {
	before, next := t.at(i-1), t.at(end)
	if (before.low == "owe" || before.low == "owed" || before.low == "gave" || before.low == "give") && t.follows(i) && t.follows(end) && (next.low == "an" || next.low == "a") {
		return true
	}
	if !t.follows(i) || before.capital || t.follows(end) && next.class&(linking|preposition|pronoun) == 0 && next.low != "home" && next.low != "up" || next.low == "and" && t.at(end+1).allCaps {
		return false
	}
	return doneToPeople[before.low]
}

// doneToPeople are verbs of what is done to one person.
var doneToPeople = setOf(`supported support supporting bring brings brought bringing helped help helping kept keep keeping told tell telling asked ask asking met meet saw see seen seeing visited visit visiting
	removed moved move moving placed place placing protect protected collected collect collecting found find finding hear heard hearing believe believed trust returned take took taking send sent drove drive left leave let rang ring ringing
	contacted interview interviewed assessed`)

// isActor says whether capitals do or undergo what children do: JS lives with
// his grandmother; nobody knew where NB was. Posts and teams do other things.
func (t *text) isActor(i, end int) bool {
	before, next := t.at(i-1), t.at(end)
	if t.isAskedAfter(i, end) {
		return true
	}
	if t.isTeam(i, end) || !t.follows(end) || next.class&humanVerb == 0 && !strings.HasSuffix(next.low, "ed") {
		return false
	}
	if end == i+1 && t.words[i].end-t.words[i].start == 1 {
		if before.class&label != 0 || before.allCaps {
			return false
		}
		if next.class&humanVerb != 0 && (t.first(i) || before.class&linking != 0) && !isApostrophe(t.gap(i)) {
			return true
		}
	}
	switch before.low {
	case "where", "why", "how", "whether":
		return true
	case "that", "because", "when", "after", "since", "while", "until", "before":
		if verb := t.at(end + 1).low; (next.low == "was" || next.low == "is" || next.low == "had") && (strings.HasSuffix(verb, "ed") || verb == "seen" || verb == "found" || verb == "hit" || verb == "hurt") {
			return true
		}
	}
	if onlyChildrenDo[next.low] {
		return true
	}
	if (next.low == "was" || next.low == "has") && t.words[i].end-t.words[i].start == 2 {
		verb := t.at(end + 1).low
		if verb == "been" {
			verb = t.at(end + 2).low
		}
		if panelWeighs[verb] {
			return true
		}
	}
	if (next.low == "was" || next.low == "is" || next.low == "has" || next.low == "had") && (t.words[i].end-t.words[i].start > 1 || end > i+1) && !t.isOffice(i) && !t.saysPost(i) {
		return true
	}
	if next.low == "should" || next.low == "will" || next.low == "must" {
		return childDoes[t.at(end+1).low]
	}
	return t.hasCue(i, end)
}

// isAskedAfter is true of capitals in a question or a lament as people write it
// of a child: could S be moved, we let RP down, AB and CD both in hotels.
func (t *text) isAskedAfter(i, end int) bool {
	before, next := t.at(i-1), t.at(end)
	if !t.follows(i) || !t.follows(end) {
		return false
	}
	switch before.low {
	case "could", "can", "should", "did", "does", "is", "was", "has", "will", "would":
		return t.first(i-1) && (childDoes[next.low] || next.low == "back" || next.low == "safe" || next.low == "still" && before.low != "will")
	case "let":
		return next.low == "down"
	case "and":
		return (next.low == "both" || next.low == "all") && t.at(i-2).allCaps && (t.at(end+1).class&preposition != 0 || doneToChildren[t.at(end+1).low])
	}
	return false
}

// onlyChildrenDo are verbs of no post and no team.
var onlyChildrenDo = setOf(`lives lived ran absconded disclosed slept sleeps cried drew died wants wanted feels felt wishes loves hates enjoys likes misses`)

// childDoes are what only a child is said to be about to do.
var childDoes = setOf(`move return go live stay leave remain come attend start sleep have be see turn`)

// isSpokenOf says whether capitals stand in a sentence about a child's life as
// a name does, and not before a noun: the threshold for AM, visits to TD and FK.
func (t *text) isSpokenOf(i, end int, alone bool) bool {
	before, next := t.at(i-1), t.at(end)
	if t.isTeam(i, end) {
		return false
	}
	if before.low == "v" || alone && t.follows(i) && meets[before.low] && (!t.follows(end) || next.class&linking != 0) {
		return true
	}
	if alone {
		if before.allCaps && !t.lastFound(i-1) || next.low == "to" && t.at(end+1).allCaps || !t.first(i) && before.class&(linking|preposition|humanVerb) == 0 && !strings.HasSuffix(before.low, "ed") || t.follows(end) && next.class&(linking|preposition) == 0 {
			return false
		}
		if gap := t.gap(i); !t.first(i) && !joined(gap) || strings.HasPrefix(t.gap(end), "+") {
			return false
		}
		if before.low == "and" && (t.at(i-2).allCaps || t.at(i-2).class&linking == 0) && !t.lastFound(i-2) {
			return false
		}
	} else if t.follows(end) && next.class&(thing|premises|post|staff|noPlace|label) != 0 && next.class&(linking|preposition) == 0 || t.follows(end) && next.class == 0 && !strings.HasSuffix(next.low, "s") && !strings.HasSuffix(next.low, "ed") && next.number < 0 {
		return false
	}
	if (before.low == "for" || before.low == "about") && !alone && (t.gap(end) == ", " || t.at(end).class&humanVerb != 0 || t.at(end).low == "could") && (t.in(i)&possession != 0 || !t.isOffice(i)) {
		return true
	}
	if before.low == "of" && t.at(i-2).low == "matter" {
		return true
	}
	if before.low == "of" && t.at(i-2).class&possession != 0 && !alone && (!t.follows(end) || next.class&humanVerb != 0) {
		return true // the voice of JB was heard
	}
	if before.low == "includes" || before.low == "sample" {
		return !alone
	}
	return t.hasCue(i, end)
}

// meets are verbs that are done to one person.
var meets = setOf(`met saw seen visited told asked interviewed removed placed moved`)

// standsAsPerson says whether two capitals that are no known short form stand
// where a person's name would, in a sentence that speaks of no office: panel
// considered RB; BH doesn't get on.
func (t *text) standsAsPerson(i, end int) bool {
	if t.isTeam(i, end) || t.isOffice(i) && t.in(i)&pronoun == 0 && !panelWeighs[t.at(i-1).low] && !ofOneChild[t.at(i-2).low] && !onlyChildrenHave[t.at(i-2).low] || t.saysPost(i) || strings.ContainsAny(t.gapAfter(end-1), "(/+:") || strings.ContainsAny(t.gap(i), "(/+") {
		return false
	}
	before, next := t.at(i-1), t.at(end)
	if t.follows(end) {
		verb := next.class&(humanVerb|past) != 0 && next.class&staffVerb == 0 && next.low != "reports" && next.low != "returns" && next.low != "moves" || strings.HasSuffix(next.low, "ing") && (!t.follows(end+1) || t.at(end+1).class&(linking|preposition) != 0) || next.low == "doesn" || next.low == "isn" || next.low == "wasn" || next.low == "hasn" || next.low == "didn" || next.low == "couldn" || next.low == "won"
		if verb && (t.first(i) || before.class&(linking|preposition) != 0 || !t.follows(i)) {
			return true
		}
		if ofOneChild[next.low] && next.class&cue == 0 && before.class&(linking|preposition) != 0 {
			return true // chase health for KT IHA
		}
		if next.class&(linking|preposition) == 0 && !strings.HasSuffix(next.low, "ed") {
			return false
		}
	}
	if !t.follows(end) && (t.gap(i) == " - " || t.gap(i) == " – ") && end == t.sentences[t.words[i].sentence].to && i > 3 {
		return t.in(i)&cue != 0 || strings.Contains(strings.ToLower(t.s), "camhs")
	}
	switch before.low {
	case "incl", "including", "cases", "eg", "sample", "namely":
		return true
	case "for", "of", "with", "on", "to":
		if t.follows(i) && (before.low == "for" || before.low == "on" || t.at(i-2).class&(cue|possession) != 0 || t.at(i-2).low == "sibs") && (!t.follows(end) || strings.HasSuffix(next.low, "ed") || next.class&linking != 0) {
			return true
		}
	}
	return t.follows(i) && (strings.HasSuffix(before.low, "ed") && before.class&post == 0 || doneToPeople[before.low] || before.low == "about" || before.low == "re")
}

// panelWeighs are verbs of what a panel or meeting does with one child's case.
var panelWeighs = setOf(`considered discussed matched ratified declined heard deferred`)

// isToldOf says whether usual short forms stand for a child after all, as he or
// she is spoken of right after them: a meeting for SN after he was stabbed.
func (t *text) isToldOf(i, end int) bool {
	switch t.at(i - 1).low {
	case "for", "about", "of", "with", "to", "on":
	default:
		return false
	}
	if !t.follows(i) || t.inClause(i)&post != 0 || t.saysPost(i) {
		return false
	}
	for k := end; k < min(end+4, t.sentences[t.words[i].sentence].to); k++ {
		switch t.words[k].low {
		case "he", "she":
			return t.in(i)&(past|cue) != 0
		}
		if t.words[k].class&(linking|preposition) == 0 {
			return false
		}
	}
	return false
}

// hasCue says whether a sentence, apart from the words from i to end, speaks of
// one child's life.
func (t *text) hasCue(i, end int) bool {
	s := t.sentences[t.words[i].sentence]
	office := t.isOffice(i)
	for k := max(s.from, i-16); k < min(s.to, end+16); k++ {
		if office && t.words[k].class&pronoun != 0 {
			continue
		}
		if (k < i || k >= end) && t.words[k].class&cue != 0 && t.words[k].class&manyChildren == 0 && !(t.words[k].class&(childWord|kinWord|familyWord) != 0 && t.isNamePart(k) && t.at(k+1).low != "time") {
			return true
		}
	}
	return false
}
