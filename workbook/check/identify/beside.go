package identify

import "strings"

// isQuoted is true of letters between quotation marks: "H" has moved.
func (t *text) isQuoted(i, end int) bool {
	before, after := t.s[max(0, t.words[i].start-3):t.words[i].start], t.gapAfter(end-1)
	for _, mark := range []string{"\"", "“", "‘", "'"} {
		if strings.HasSuffix(before, mark) {
			return after != "" && strings.ContainsAny(after[:1]+strings.TrimPrefix(after, " "), "\"”’'")
		}
	}
	return false
}

// isLetterI is true of an I that is a child's initial and not whoever writes: a
// visit to I and her brother.
func (t *text) isLetterI(i int) bool {
	switch t.at(i - 1).low {
	case "to", "with", "for", "of", "about", "on", "from":
		return t.follows(i) && !t.at(i-2).allCaps && t.gap(i+1) == " " && (t.is(i+1, "and", "his") || t.is(i+1, "and", "her"))
	}
	return false
}

// serves are who works for one child.
var serves = setOf(`iro sw pa worker advocate guardian solicitor carer carers adviser mentor nurse therapist gp tutor teacher keyworker placement plan review chronology bed visit visits passport school transport`)

// isServed is true of a letter behind whoever works for one child: the IRO for Z.
func (t *text) isServed(i, end int) bool {
	if before := t.at(i - 1).low; !t.follows(i) || before != "for" && before != "of" || !serves[t.at(i-2).low] {
		return false
	}
	next := t.at(end)
	return !t.follows(end) || next.class&(linking|humanVerb|preposition) != 0 || strings.HasSuffix(next.low, "ed")
}

// isSmallOne is true of a letter after a word that is said of children: little
// H, young M.
func (t *text) isSmallOne(i, end int) bool {
	switch t.at(i - 1).low {
	case "little", "young", "poor", "wee":
		return t.gap(i) == " " && !t.at(i-1).allCaps && (t.first(i-1) || !t.at(i-1).capital) && (!t.follows(end) || t.at(end).class&(linking|humanVerb) != 0 || strings.HasPrefix(t.gap(end), "."))
	}
	return false
}

// inTheMatterOf is the end of the letters of a case about children, 0 for none:
// Re Y (Children), Re J and L (A Child).
func (t *text) inTheMatterOf(i, end int) int {
	if t.at(i-1).low != "re" || t.at(i-1).sentence != t.words[i].sentence {
		return 0
	}
	if t.at(end).low == "and" && t.at(end+1).allCaps {
		end += 2
	}
	k := end
	if t.at(k).low == "a" {
		k++
	}
	switch t.at(k).low {
	case "child", "children", "minor", "minors":
		if strings.HasSuffix(t.gap(end), "(") {
			return end
		}
	}
	return 0
}

// titled is where "Mr and Mrs T" begins.
func (t *text) titled(i int) int {
	if t.at(i-2).low == "and" && t.at(i-3).class&title != 0 {
		return i - 3
	}
	return i - 1
}

// afterPerson says whether a word for a person stands before capitals: child
// JB, young person X, siblings PJ and LJ, Family T.
func (t *text) afterPerson(i, end int) (from int, ok bool) {
	k := i - 1
	if t.at(k).low == "and" && t.initialsBefore(k) >= 0 {
		k = t.initialsBefore(k) - 1
	}
	w := t.at(k)
	gap := t.gap(k + 1)
	if k < 0 || gap != " " && strings.Trim(gap, " \"“'‘(,:") != "" || t.words[k].sentence != t.words[i].sentence {
		return 0, false
	}
	apart := gap != " "
	isPerson := t.isHead(k) || w.class&(manyKin|manyChildren) != 0 || w.low == "person" || w.low == "user" && t.at(k-1).low == "service" || w.low == "victim" || w.low == "unborn" || w.low == "newborn"
	if apart && gap == ", " && w.class&(manyKin|manyChildren) != 0 && t.at(k-1).class&oneOf != 0 && t.at(end).low == "and" && t.at(end+1).allCaps {
		return k, true // the siblings, F and G
	}
	if apart && gap == ", " && isPerson && t.isSomebody(k) && end-i == 1 && t.words[i].end-t.words[i].start == 1 && strings.HasPrefix(t.gapAfter(end-1), ",") {
		return k, true // the boy, T, had
	}
	if !isPerson || apart && w.class&(kinWord|childWord) == 0 && w.low != "person" {
		return 0, false
	}
	if apart && strings.ContainsAny(gap, ",:") && w.class&(kinWord|childWord) != 0 && !strings.ContainsAny(gap, "\"“‘") && !t.first(k) {
		return 0, false
	}
	if next := t.at(end); t.follows(end) && (next.class&thing != 0 || next.class&premises != 0) && next.class&linking == 0 && !(w.class&(childWord|familyWord) != 0 && !apart && keptOfChildren[next.low]) {
		return 0, false
	}
	if gap := t.gap(end); strings.HasPrefix(gap, "&") || t.at(end).low == "to" && t.at(end+1).allCaps {
		return 0, false
	}
	return k, true
}

// keptOfChildren are what is kept or held of one child or family: the Family T
// file.
var keptOfChildren = setOf(`file record records case chronology placement placements visits review proceedings`)

// ofPerson says whether capitals come after "the mother of", "carers for".
func (t *text) ofPerson(i, end int) bool {
	if before := t.at(i - 1).low; !t.follows(i) || before != "of" && before != "for" {
		return false
	}
	who := t.at(i - 2)
	if who.class&(kinWord|manyKin) == 0 && who.low != "unborn" && who.low != "carers" && who.low != "son" && who.low != "daughter" && who.low != "baby" {
		return false
	}
	return !t.follows(end) || t.at(end).class&(linking|humanVerb) != 0 || strings.HasSuffix(t.at(end).low, "ed")
}

// initialsBefore is the word of initials that stand before word k, -1 for none.
func (t *text) initialsBefore(k int) int {
	if w := t.at(k - 1); k > 0 && w.allCaps && w.end-w.start <= 3 && w.class&acronym == 0 {
		return k - 1
	}
	return -1
}

// isOneByVerb is true before a verb of one: AD (14) was, AD (14) has.
func (t *text) isOneByVerb(i int) bool {
	switch t.at(i).low {
	case "was", "is", "has", "had", "went", "told", "said", "lives", "moved", "s":
		return t.in(i)&cue != 0
	}
	return false
}

// ownsWhatAChildHas says whether one of the few words after a possessive is
// what children have: JB's foster carers, TR's permanence plan.
func (t *text) ownsWhatAChildHas(next int, trade bool, letters int) bool {
	switch t.at(next).low {
	case "not", "been", "still", "now", "away", "back", "missing", "got":
		return !trade // ZK's not been spoken to
	}
	if t.at(next).low == "later" || t.at(next).low == "next" || t.at(next).low == "last" {
		next++
	}
	for k := next; k < next+3 && k < len(t.words) && t.words[k].sentence == t.words[next-1].sentence; k++ {
		w := t.words[k]
		if w.class&possession != 0 || !trade && letters <= 2 && !officeThings[w.low] && w.class&(linking|preposition|premises|staff|post) == 0 {
			return !trade || w.class&(kinWord|manyKin) != 0 || letters == 2 && onlyChildrenHave[w.low] && !haveChildren[t.words[next-2].low]
		}
		if w.class&(linking|preposition) != 0 {
			return false
		}
	}
	return false
}

// onlyChildrenHave cannot be a service's or a post's.
var onlyChildrenHave = setOf(`pathway passport bedroom ehcp foster birthday siblings placement bedroom grandmother grandfather nan adoption`)

// isGraded is true of letters in a list that says how each case was judged, or
// who they are: PK = inadequate; JH (yp).
func (t *text) isGraded(i, end int, trade bool) bool {
	switch gap, next := t.gap(end), t.at(end).low; {
	case strings.HasSuffix(gap, "(") && (next == "yp" || next == "child" || next == "baby" || next == "mum" || next == "dad" || next == "mother" || next == "father" || next == "sibling"):
		return strings.HasPrefix(t.gap(end+1), ")") || strings.HasPrefix(t.gapAfter(end), ")")
	case strings.Contains(gap, "=") || gap == " – " || gap == " - " || gap == ": ":
		return !trade && (next == "inadequate" || next == "ri" || next == "outstanding" || next == "good") && !t.isTeam(i, end)
	}
	return false
}

// heads announce whose case the letters behind them are.
var heads = setOf(`re regarding gateway liberty proceedings case file audit search conference enquiry review visit meeting mtg pep plan discussion chronology permanence escalation complaint update`)

// ofSomebodys follow the letters of whose they are: the KR case.
var ofSomebodys = setOf(`case family siblings sibs children twins baby brothers sisters boys girls matter household`)

// isHeaded says whether letters stand behind a word for a case, with a mark
// between, or before one: Update re: HT; the KR case.
func (t *text) isHeaded(i, end int) bool {
	if t.follows(end) && ofSomebodys[t.at(end).low] && !t.namesThing(end) && t.at(i-1).low == "the" && t.capitals(i, end) != "A" {
		return true
	}
	if i == 0 || t.at(i-1).sentence != t.words[i].sentence {
		return false
	}
	before := t.at(i - 1)
	if before.number >= 0 && (strings.HasPrefix(t.gap(i), ":") || t.gap(i) == " (") {
		before = t.at(i - 2)
		if before.low == "ref" || before.low == "no" || before.low == "number" {
			before = t.at(i - 3)
		}
	}
	if !heads[before.low] || t.inClause(i)&post != 0 {
		return false
	}
	switch gap := t.gap(i); gap {
	case ": ", " – ", " - ", " — ":
	case " (":
		return t.at(i-1).number >= 0 && strings.HasPrefix(t.gapAfter(end-1), ")")
	case " ":
		if before.low != "re" && before.low != "regarding" {
			return false
		}
	default:
		return false
	}
	return strings.Trim(t.gapAfter(end-1), " .,;–-:(") == "" && (!t.follows(end) || t.at(end).class&(linking|preposition) != 0)
}

// isApposed says whether what stands before end is said to be a child: MH, a
// care leaver, has been sentenced.
func (t *text) isApposed(end int) bool {
	if t.gap(end) != ", " || t.at(end).low != "a" && t.at(end).low != "an" && t.at(end).low != "our" {
		return false
	}
	for k := end + 1; k < end+5; k++ {
		if t.isHead(k) {
			return !t.namesThing(k)
		}
		if t.at(k).class&describing == 0 {
			return false
		}
	}
	return false
}

// isWho says whether it is told who somebody is, and not what they do for a
// body: AK, who has been in care.
func (t *text) isWho(end int) bool {
	if t.gap(end) != ", " || t.at(end).low != "who" && t.at(end).low != "whose" {
		return false
	}
	for k := end + 1; k < end+4; k++ {
		if t.at(k).class&(staffVerb|post) != 0 {
			return false
		}
	}
	return t.inClause(end)&(post|roleNoun) == 0
}

// isListed says whether a line begins with initials and what is wrong: SD: no
// pathway plan.
func (t *text) isListed(i, end int) bool {
	if !t.first(i) || t.gap(end) != ": " && t.gap(end) != " – " && t.gap(end) != " - " {
		return false
	}
	switch t.at(end).low {
	case "no", "not", "still", "missing", "awaiting", "placed", "moved", "was", "has", "is", "remains", "without", "refused", "aged":
		return t.hasCue(i, end)
	}
	return false
}
