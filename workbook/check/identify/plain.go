package identify

import "strings"

// shortWords are the English words of one or two letters, and the ways in which
// notes shorten others: no two letters of these stand for somebody.
var shortWords = setOf(`a i o u x ad ah am an as at ax be by do dr go ha he hi ho if in is it jr la lo ma me mr ms mt my no of oh ok on or ox pa pm re sh so st to uh um up us vs we ye yo
	ec pp cc eg ie nb ps rd av ln cl dr ct bn am hr wk mo yr yo no ex tv id uk eu km kg cm mm ft lb oz pt th nd rd st etc mh mtg tx rx dx hx bk bf gf fu tc ta pg vg pl nr ur wd wi wk rv cd rn
	ch ep pw qs ph ov fo tb nt ap by`)

// restoreCapitals gives a note that is written without capitals those that its
// grammar asks for, so that one grammar reads all: "still no plan for jm, mum
// (leanne) at 9 calder row".
func (t *text) restoreCapitals() {
	if !t.isPlain() {
		return
	}
	for i := range t.words {
		if w := &t.words[i]; !w.capital && w.low[0] >= 'a' && w.low[0] <= 'z' {
			t.restoreCapital(i, w)
		}
	}
}

func (t *text) restoreCapital(i int, w *word) {
	n := w.end - w.start
	if n == 2 && isApostrophe(t.gap(i)) {
		return // we've, we'll
	}
	switch {
	case n == 1:
		if w.low == "b" && hasDigit(t.at(i+1).low) {
			return // b. 2015-08-19
		}
		if w.low != "a" && w.low != "i" && !isApostrophe(t.gap(i)) && t.at(i-1).class&label == 0 && !strings.ContainsAny(t.gap(i)+t.gapAfter(i), "/&+") {
			w.capital, w.allCaps = true, true
			if before := t.at(i - 1); i > 0 && publishedReviews[strings.ToUpper(w.low)] == before.low {
				t.words[i-1].capital = true
			}
		}
	case n == 2 && !hasDigit(w.low) && !haveChildren[w.low] && !neverInitials[w.low] && t.ownsAsChild(i):
		w.capital, w.allCaps = true, true
	case n == 2 && i == 0 && !hasDigit(w.low) && t.slotOfPerson(i):
		w.capital, w.allCaps = true, true
	case n == 2 && !hasDigit(w.low) && !shortWords[w.low] && !strings.ContainsAny(t.gap(i+1)+t.gap(i), "/.&"):
		if w.class == 0 || w.class&^(acronym|given) == 0 && t.slotOfPerson(i) {
			w.capital, w.allCaps = true, true
		}
	case isAcronymCount(w.low):
		w.allCaps = true
	case w.class&title != 0 && t.follows(i+1) && w.low != "miss":
		next := &t.words[i+1]
		w.capital, next.capital, next.allCaps = true, true, next.end-next.start == 1
		if surname := t.at(i + 2); next.allCaps && t.follows(i+2) && surname.class == 0 && len(surname.low) > 3 && !strings.HasSuffix(surname.low, "ed") {
			t.words[i+2].capital = true
		}
	case w.low == "st" && t.follows(i+1) && (isApostrophe(t.gap(i+2)) || strings.HasSuffix(t.at(i+1).low, "s")):
		w.capital, t.words[i+1].capital = true, true
	case w.class == 0 && t.at(i-1).low == "the" && t.follows(i) && isFew(t.at(i+1).low) && !strings.HasSuffix(w.low, "ed") && !strings.HasSuffix(w.low, "ing") && !strings.HasSuffix(w.low, "er"):
		w.capital = true
	case w.class == 0 && n > 4 && t.gap(i) == ", " && strings.HasPrefix(t.gapAfter(i), ",") && isPlaceLike(w.low) && !commonEndings[w.low]:
		w.capital = true
	case w.low == "may" && t.at(i-1).number >= 1 && t.at(i-1).number <= 31 && t.follows(i):
		w.class = month | noPlace
	case w.class&given != 0 && w.class&^given == 0:
		next := t.at(i + 1)
		if t.follows(i+1) && next.class&(school|setting|street|premises) != 0 || t.at(i-1).low == "king" || t.at(i-1).low == "st" {
			return
		}
		w.capital = true
		if t.follows(i+1) && next.class == 0 && !strings.HasSuffix(next.low, "ed") && len(next.low) > 3 {
			t.words[i+1].capital = true // a surname
		}
	case w.low == "house" && strings.HasPrefix(t.gap(i+1), ",") && t.at(i-1).class == 0 && t.follows(i):
		w.capital, t.words[i-1].capital = true, true
	case w.class&street != 0 && strongOrSure(w.low) && t.follows(i):
		t.restoreStreet(i, w)
	case w.class&school != 0 && t.follows(i) && t.at(i-1).class&^given == 0 && t.at(i-2).class&preposition != 0 && isNameable(t.at(i-1).low):
		w.capital, t.words[i-1].capital = true, true
	case t.at(i-1).class&preposition != 0 && w.class == 0 && isPlaceLike(w.low) && t.follows(i) && n > 4 && !commonEndings[w.low]:
		w.capital = true
	}
}

// neverInitials own what children have and are words of everybody.
var neverInitials = setOf(`it he we us dr mr ms my me`)

// ownsAsChild is true of nb's file.
func (t *text) ownsAsChild(i int) bool {
	next, ok := t.possessive(i)
	return ok && t.at(next).class&possession != 0
}

// isFew is true of a word for a few children of one family.
func isFew(low string) bool {
	return low == "twins" || low == "siblings" || low == "brothers" || low == "sisters"
}

// restoreStreet gives a street behind a house number, a preposition or before
// the word address its capitals.
func (t *text) restoreStreet(i int, w *word) {
	before := &t.words[i-1]
	if before.class&(linking|preposition|oneOf|anyOf|describing|unit) != 0 || before.number >= 0 || strings.HasSuffix(before.low, "ed") {
		return
	}
	if isHouseNumber(t.at(i-2).low) || t.at(i+1).low == "address" || t.at(i-2).class&preposition != 0 {
		w.capital, before.capital = true, true
	}
}

// commonEndings are words that end as places do and are none.
var commonEndings = setOf(`inside outside board hand child field ground method period record second world word cupboard understand demand command husband thousand standby homeland england beyond respond bond deadline
	hotel hostel platform reform inform perform background keyboard whiteboard dashboard afterward forward backward reward towards wellbeing isolation`)

// isNameable is true of a word that a school can be named by in a note.
func isNameable(low string) bool {
	switch low {
	case "special", "local", "same", "new", "old", "his", "her", "their", "any", "each", "every", "mainstream", "private", "state", "boarding":
		return false
	}
	return len(low) > 2
}

// isPlain is true of a note whose first word has no capital and which has none
// but of short forms and one name.
func (t *text) isPlain() bool {
	if len(t.words) < 3 {
		return false
	}
	capitals := 0
	for i := range t.words {
		w := &t.words[i]
		if w.capital && !w.allCaps && w.class&month == 0 {
			if i == 0 {
				return false
			}
			capitals++
		}
	}
	return capitals <= 1 && (!t.words[0].capital || capitals == 0) && strings.ToUpper(t.s) != t.s
}

// slotOfPerson says whether the two letters at i stand where a person's initials
// do in a note: plan for jm; sister of jm; jm's mum; cl - 16 - pregnant.
func (t *text) slotOfPerson(i int) bool {
	if next, ok := t.possessive(i); ok {
		return t.at(next).class&possession != 0
	}
	before, after := t.at(i-1), t.gapAfter(i)
	if i == 0 {
		return (strings.HasPrefix(after, " - ") || strings.HasPrefix(after, " (") || strings.HasPrefix(after, ", ")) && isAge(t.at(1).number) && !t.opensRange(2)
	}
	switch before.low {
	case "of", "for", "re", "about", "with", "to", "on":
		subject := t.at(i - 2)
		return t.follows(i) && (subject.class&(cue|possession|kinWord|manyKin) != 0 || before.low == "re" || before.low == "about") && (!t.follows(i+1) || t.at(i+1).class&(linking|preposition) != 0 || strings.HasSuffix(t.at(i+1).low, "ed"))
	case "child", "baby", "yp", "mother", "father", "mum", "dad", "sibling", "bro", "sis", "sibs":
		return t.follows(i)
	}
	return false
}
