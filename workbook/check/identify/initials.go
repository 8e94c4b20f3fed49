package identify

import (
	"strings"
)

// findInitials finds one, two or three capitals that stand for a child or a
// relation: child B, J.B.'s placement, AB (14), Ms D's baby.
func (t *text) findInitials() {
	if t.shouted {
		return
	}
	for i := 0; i < len(t.words); i++ {
		end := t.initialsAt(i)
		if end == 0 {
			if t.isLowLetter(i) {
				t.mark(Initials, i-1, i+1)
			}
			if t.isNumbered(i) {
				t.mark(Initials, i-1, i+1)
			}
			if isNumberedShape(t.s[t.words[i].start:t.words[i].end]) && t.at(i-1).class&label == 0 {
				t.mark(Initials, i, i+1)
			}
			continue
		}
		if from, to, ok := t.isSomebodys(i, end); ok {
			t.mark(Initials, from, to)
			i = max(i, to-1)
			continue
		}
		i = end - 1
	}
}

// isLowLetter is true of a small letter that stands for a child: child b.
func (t *text) isLowLetter(i int) bool {
	w := t.words[i]
	if w.end-w.start != 1 || w.low < "b" || w.low > "z" || w.low == "i" || w.capital || i == 0 || t.gap(i) != " " {
		return false
	}
	before := t.words[i-1]
	return (before.low == "child" || before.low == "baby" || before.low == "family" || before.low == "mother" || before.low == "person" || before.low == "yp") && (t.at(i+1).class&linking != 0 || !t.follows(i+1)) && !isApostrophe(t.gap(i+1))
}

// isNumberedShape is true of a young person by number: YP3, CYP12.
func isNumberedShape(typed string) bool {
	number, ok := strings.CutPrefix(strings.TrimPrefix(typed, "C"), "YP")
	return ok && (len(number) == 1 || len(number) == 2) && onlyDigits(number) == number
}

// isNumbered is true of a number that stands for a child or family, as a letter
// does: Child 3 told us, Family 12's plan.
func (t *text) isNumbered(i int) bool {
	w := t.words[i]
	if !t.follows(i) || t.gap(i) != " " || w.number < 1 || w.number > 99 || w.low[0] > '9' && (w.number == 1 || !t.words[i-1].capital) {
		return false
	}
	before, next := t.words[i-1], t.at(i+1)
	if before.class&(childWord|familyWord) == 0 && before.low != "sibling" && before.low != "mother" && before.low != "father" && !(before.low == "person" && t.at(i-2).low == "young") || t.isAnyHead(i-1) {
		return false
	}
	if next, owned := t.possessive(i); owned {
		return t.at(next).class&possession != 0
	}
	noun := i - 1
	if before.low == "person" {
		noun--
	}
	if t.words[noun].capital && (t.first(noun) && strings.HasPrefix(t.gap(i+1), ":") || t.follows(noun) && !t.words[noun-1].capital && t.words[noun-1].class&(label|anyOf) == 0 && (!t.follows(i+1) || next.class&(linking|humanVerb) != 0 || next.low == "inadequate" || next.low == "good" || strings.HasSuffix(next.low, "s"))) {
		return true // minutes for Young Person 3
	}
	return t.follows(i+1) && next.class&humanVerb != 0 && next.class&(past|staffVerb) != 0 || t.follows(i+1) && (next.low == "is" || next.low == "has" || next.low == "was" || next.low == "lives" || next.low == "says")
}

// initialsAt is the end of capitals that could be initials at word i, 0 for
// none: B, JB, J.B., K L.
func (t *text) initialsAt(i int) int {
	w := t.words[i]
	if !w.allCaps || w.end-w.start > 3 {
		return 0
	}
	if w.end-w.start > 1 {
		return i + 1
	}
	end := i + 1
	for end < len(t.words) && end-i < 3 && t.words[end].allCaps && t.words[end].end-t.words[end].start == 1 && (t.gap(end) == "." || t.gap(end) == ". " || t.gap(end) == " " && t.words[end].low != "i" || t.gap(end) == "-" && w.low != "a") {
		end++
	}
	if isApostrophe(t.gap(end)) && t.at(end).low != "s" { // O'Neill
		if end == i+2 && t.at(end).allCaps && t.at(end).end-t.at(end).start == 1 {
			return end + 1 // S.O'B.
		}
		return 0
	}
	return end
}

// isSomebodys looks at the words around capitals for what is only said of a
// person. It returns what to mark.
func (t *text) isSomebodys(i, end int) (from, to int, ok bool) {
	letters := t.capitals(i, end)
	alone := len(letters) == 1
	if isAcronymCount(strings.ToLower(letters)) {
		return 0, 0, false // YP's views are any young person's
	}
	if t.isPublished(i, letters) || t.isExplained(letters) || alone && (t.at(i-1).class&label != 0 && t.follows(i) || strings.HasPrefix(t.gap(end), "/") && t.at(i-1).class&(manyKin|childWord|kinWord) == 0 || letters == "I" && t.at(i-1).class&(childWord|kinWord) == 0 && !t.isLetterI(i)) {
		return 0, 0, false
	}
	if strings.HasPrefix(t.gap(end), "&") || strings.HasSuffix(t.gap(i), "&") || t.isColleague(end) || t.isOfDepartment(i, end) || alone && t.isInRange(i) {
		return 0, 0, false
	}
	if alone && strings.HasPrefix(t.gap(end), "-") || t.isShortForm(i, end, letters) {
		return 0, 0, false
	}
	if t.isQuoted(i, end) && alone && t.in(i)&(cue|past) != 0 && letters != "A" {
		return i, end, true
	}
	if last := t.inTheMatterOf(i, end); last > 0 {
		return i, last, true
	}
	if alone && t.gap(end) == "." && t.at(end).number >= 0 {
		return 0, 0, false // S.19
	}
	if letters == "A" && t.gap(end) == ". " && (t.at(end).low == "is" || t.at(end).low == "was" || t.at(end).low == "has") {
		return i, end, true
	}
	if end-i > 1 && t.gap(i+1) == "-" && t.at(i-1).low == "of" && t.at(i-2).low == "matter" {
		return i, end, true
	}
	dotted := end-i > 1 && strings.HasPrefix(t.gap(i+1), ".")
	trade := !alone && lexicon[strings.ToLower(letters)]&acronym != 0 && !(dotted && len(letters) == 2 && !dottedForms[strings.ToLower(letters)])
	if t.at(i-1).class&title != 0 && t.follows(i) || t.at(i-1).class&title != 0 && strings.TrimSpace(t.gap(i)) == "." {
		return t.titled(i), end, true
	}
	if alone && t.at(end).capital && t.gap(end) == " " && t.at(end).class&noPlace == 0 && !t.at(end).allCaps || t.hasSurname(i, end) {
		return 0, 0, false
	}
	if before, ok := t.afterPerson(i, end); ok && (!trade || len(letters) == 2 && t.gap(i) == " " && (t.at(end).class&humanVerb != 0 && t.at(end).class&past != 0 || strings.HasPrefix(t.gap(end), "."))) {
		return before, end, true
	}
	if alone && letters != "A" && letters != "I" && t.isServed(i, end) {
		return i, end, true
	}
	if alone && (t.isLetterI(i) || t.isSmallOne(i, end) || letters != "A" && t.isObject(i, end)) {
		return i, end, true
	}
	if t.ofPerson(i, end) && len(letters) <= 2 {
		return i, end, true
	}
	if last, ok := t.ageAfter(end); ok && !(alone && letters == "A" && !strings.Contains(t.gap(end), "(")) && (!trade || t.isOneByVerb(last) && len(letters) == 2) {
		return i, last, true
	}
	if where := t.at(end).class&preposition != 0 && end+1 < len(t.words) && t.place[end+1] > 0 && !t.village[end+1]; where && !trade && !alone && !t.isTeam(i, end) {
		return i, t.place[end+1], true // JB of Ridgeway Academy
	}
	if len(letters) == 2 && t.isGraded(i, end, trade) {
		return i, end, true
	}
	if !trade && len(letters) <= 2 && t.isHeaded(i, end) {
		return i, end, true
	}
	if len(letters) == 2 && t.gap(end) == ", " && (t.at(end).low == "unborn" || t.at(end).low == "baby" || t.at(end).low == "newborn") {
		return i, end, true
	}
	if !trade && t.isWho(end) {
		return i, end, true
	}
	if t.isApposed(end) && (!trade || len(letters) == 2) {
		return i, end, true
	}
	if alone && t.follows(i) && t.words[i-1].capital && !t.first(i-1) {
		return 0, 0, false // Triple P
	}
	if next, ok := t.possessive(end - 1); ok {
		return i, end, t.ownsWhatAChildHas(next, trade, len(letters))
	}
	if trade && len(letters) == 2 && t.isToldOf(i, end) {
		return i, end, true
	}
	if trade || letters == "A" || len(letters) > 2 && end == i+1 {
		return 0, 0, false
	}
	if dotted && len(letters) > 1 {
		return i, end, true
	}
	return i, end, t.isActor(i, end) || t.isSpokenOf(i, end, alone) || t.isListed(i, end) || len(letters) == 2 && t.standsAsPerson(i, end)
}

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

// isColleague is true where a post or a department stands right behind
// capitals: DP, Head of Finance; MR from Legal.
func (t *text) isColleague(end int) bool {
	next := t.at(end)
	if gap := t.gap(end); gap == ", " || gap == " (" {
		return next.class&post != 0 && next.capital
	}
	if departments[t.at(end+1).low] && next.low == "from" && t.follows(end) {
		return true
	}
	return next.low == "from" && t.follows(end) && t.at(end+1).capital && (t.at(end+1).allCaps || t.at(end+1).class&noPlace != 0 && t.place[end+1] == 0)
}

// departments are where colleagues work.
var departments = setOf(`legal finance hr it performance commissioning education housing comms communications business data policy procurement payroll`)

// isOfDepartment is true of capitals in brackets behind the name of a department
// or post: Legal (GM).
func (t *text) isOfDepartment(i, end int) bool {
	before := t.at(i - 1)
	return t.gap(i) == " (" && strings.HasPrefix(t.gapAfter(end-1), ")") && before.capital && before.class&(noPlace|post) != 0 && before.class&(childWord|kinWord|familyWord|manyKin|manyChildren|given) == 0
}

// isInRange is true of a letter that ends a row of things with letters: teams A
// to D, forms B, C and F.
func (t *text) isInRange(i int) bool {
	k := i - 2
	switch t.at(i - 1).low {
	case "to", "and", "or":
	default:
		return false
	}
	for k > max(0, i-26) && t.at(k).allCaps && t.at(k).end-t.at(k).start == 1 {
		if t.at(k-1).class&label != 0 || plainLabel(t.at(k-1).low) != 0 {
			return true
		}
		k--
	}
	return false
}

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

// dottedForms are short forms that some people write with full stops.
var dottedForms = setOf(`uk us eu un id it pm am tv pc hr gp`)

// isShortForm is true of capitals in brackets after the words for which they
// stand: residence orders (RO).
func (t *text) isShortForm(i, end int, letters string) bool {
	if !strings.HasSuffix(t.gap(i), "(") || end < len(t.words) && !strings.HasPrefix(t.gap(end), ")") {
		return false
	}
	at := len(letters) - 1
	for k := i - 1; k >= max(0, i-2*len(letters)) && at >= 0; k-- {
		if strings.EqualFold(t.words[k].low[:1], letters[at:at+1]) {
			at--
		}
	}
	return at < 0
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

// publishedReviews are the names under which everybody knows two national
// reviews (City & Hackney, 2022; Haringey, 2009) and a judgment on what courts
// must weigh before adoption ([2013] EWCA Civ 1146).
var publishedReviews = map[string]string{"Q": "child", "P": "baby", "BS": "re"}

// isPublished is true of a child known from a published review, in a sentence
// about what services learn from it and not about anybody's life.
func (t *text) isPublished(i int, letters string) bool {
	if before := t.at(i - 1); publishedReviews[letters] != before.low && before.low != "re" || !before.capital || !t.follows(i) || t.in(i)&pronoun != 0 {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	if t.at(i+1).class&preposition != 0 && i+2 < len(t.words) && t.place[i+2] > 0 {
		return false // the national one is known without its place
	}
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		switch t.words[k].low {
		case "review", "policy", "guidance", "report", "national", "lessons", "learning", "strip", "recommendations", "practice", "effect", "inquiry", "tragedy", "scandal", "analysis":
			return true
		}
	}
	switch t.at(i - 2).low {
	case "the":
		return t.at(i+1).low == "case"
	case "after", "since":
		return t.at(i+1).low == "and" || t.first(i-2) && t.gap(i+1) == ", "
	}
	return publishedReviews[letters] == "re"
}

// capitals are the letters alone.
func (t *text) capitals(i, end int) string {
	if end == i+1 {
		return t.s[t.words[i].start:t.words[i].end]
	}
	letters := ""
	for _, w := range t.words[i:end] {
		letters += t.s[w.start:w.end]
	}
	return letters
}

// isExplained is true of a short form that the plan explains or everybody
// writes.
func (t *text) isExplained(letters string) bool {
	return t.Known != nil && t.Known(letters)
}

// hasSurname is true of initials before a surname: J.B. Priestley.
func (t *text) hasSurname(i, end int) bool {
	next := t.at(end)
	gap := t.gap(end)
	return strings.HasPrefix(t.gap(i+1), ".") && (gap == ". " || gap == " ") && next.capital && !next.allCaps && !hasDigit(next.low) && next.class&(noPlace|month) == 0
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

// officeThings are what posts and bodies have.
var officeThings = setOf(`report paper slides presentation update advice budget policy strategy leave diary email e-mail role remit comments feedback agenda minutes website portal guidance framework
	contract offices staff chair members post vacant room venue dates slot rota log own share funding system systems data survey action actions response position decision letter approval sign-off duty duties deputy successor proposal draft`)

// haveChildren are short forms of bodies and workers whose children's things are
// spoken of.
var haveChildren = setOf(`la sw pa gp hv ya iro lac cic`)

// onlyChildrenHave cannot be a service's or a post's.
var onlyChildrenHave = setOf(`pathway passport bedroom ehcp foster birthday siblings placement bedroom grandmother grandfather nan adoption`)

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

// isOffice says whether a sentence speaks of posts, papers and meetings.
func (t *text) isOffice(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		w := t.words[k]
		if w.clause != t.words[i].clause {
			continue
		}
		if w.class&(post|roleNoun|platform) != 0 || officeThings[w.low] || w.low == "team" || w.low == "teams" || w.low == "service" {
			return true
		}
	}
	return false
}

// onlyChildrenDo are verbs of no post and no team.
var onlyChildrenDo = setOf(`lives lived ran absconded disclosed slept sleeps cried drew died wants wanted feels felt wishes loves hates enjoys likes misses`)

// childDoes are what only a child is said to be about to do.
var childDoes = setOf(`move return go live stay leave remain come attend start sleep have be see turn`)

// isTeam says whether capitals are used as those of a post or team are: after
// an article, before a noun, or doing what posts do.
func (t *text) isTeam(i, end int) bool {
	before, next := t.at(i-1), t.at(end)
	if t.follows(i) && (before.class&(anyOf|label) != 0 || before.class&oneOf != 0 && before.class&pronoun == 0 && before.low != "that" || before.class&premises != 0) {
		return true
	}
	if !t.follows(end) {
		return false
	}
	if next.low == "will" || next.low == "should" || next.low == "must" || next.low == "to" && (t.first(i) || t.at(end+1).class&staffVerb != 0) {
		return !childDoes[t.at(end+1).low]
	}
	return next.class&staffVerb != 0 || next.class&(humanVerb|linking) != 0 && (t.at(end+1).class&staffVerb != 0 || t.at(end+2).class&staffVerb != 0 && t.at(end+1).class&humanVerb != 0)
}

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

// meets are verbs that are done to one person.
var meets = setOf(`met saw seen visited told asked interviewed removed placed moved`)

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

// saysPost says whether the sentence of word i speaks of a job.
func (t *text) saysPost(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < min(s.to, i+5); k++ {
		if low := t.words[k].low; (low == "is" || low == "are" || low == "was") && ofPapers[t.at(k+1).low] || low == "in" && t.at(k+1).low == "use" {
			return true
		}
	}
	for k := max(s.from, i-near); k < min(s.to, i+near); k++ {
		switch t.words[k].low {
		case "leave", "absence", "sickness", "covering", "covers", "role", "post", "vacant", "vacancy", "secondment", "seconded", "retired", "maternity", "resigned", "rota", "shift":
			return true
		}
	}
	return false
}

// ofPapers are what is said of forms and systems.
var ofPapers = setOf(`live used available green amber red complete due delayed draft ready final`)

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

// lastFound says whether word i was the last to be marked.
func (t *text) lastFound(i int) bool {
	return i >= 0 && len(t.found) > 0 && t.found[len(t.found)-1].End >= t.words[i].end
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
