package identify

import "strings"

// strongStreets end the name of a street whatever stands before them; the
// other words of the class street end many names.
var strongStreets = setOf(`road street lane close avenue drive terrace crescent cottages mews st ave rd gdns terr cresc crst`)

// inStreets are common words that names of streets are made of.
var inStreets = setOf(`north south east west northern southern eastern western high school church court park county city town parish crown royal victoria central star new queen home office centre hospital
	prison station christmas summer`)

// findPlaces notes where a street, school, home or village is named, and marks
// the addresses at which a family can be found.
func (t *text) findPlaces() {
	if t.shouted {
		return
	}
	for i := 0; i < len(t.words); i++ {
		t.findFlat(i)
		if !t.words[i].capital {
			continue
		}
		if t.first(i) && t.words[i].class&preposition != 0 {
			continue // In Overbeck
		}
		from, to := i, t.capitalRun(i)
		if before := t.at(i - 1); t.gap(i) == ", " && before.class&(school|setting) != 0 && !before.capital && strings.IndexAny(t.gapAfter(to-1), ",.;") == 0 && t.hasOwnName(from, to) {
			t.place[from] = to // his nursery, Little Ducklings, closed
		}
		if t.isApart(from, to) {
			t.place[from], t.village[from] = to, true
		}
		t.findStreet(from, to)
		t.findHouse(from, to)
		t.findInstitution(from, to)
		t.findVillage(from, to)
		i = to - 1
	}
}

// isApart is true of one unknown name between commas in a note about one boy or
// girl, as a place is set down: lad with one arm, Fellside, no school.
func (t *text) isApart(from, to int) bool {
	w := t.words[from]
	if to != from+1 || from == 0 || strings.TrimLeft(t.gap(from), "\"”") != ", " || t.gapAfter(from) != "" && strings.IndexAny(t.gapAfter(from), ",;.") != 0 || w.class != 0 || w.allCaps || hasDigit(w.low) || len(w.low) < 4 || t.isOwn(w.low) || maybeNames[w.low] || strings.HasSuffix(w.low, "shire") {
		return false
	}
	for k := max(t.sentences[w.sentence].from, from-near); k < from-1; k++ {
		if isGendered(t.words[k].low) && t.isHead(k) && t.at(k-1).class&anyOf == 0 {
			return true
		}
	}
	return false
}

// capitalRun is the end of the words in a row that begin with capitals, the s
// of "St Oswald's Road" among them.
func (t *text) capitalRun(i int) int {
	j := i + 1
	for j < len(t.words) && j-i < 12 && t.words[j].sentence == t.words[i].sentence {
		gap := t.gap(j)
		switch {
		case t.words[j].low == "s" && isApostrophe(gap) && t.at(j+1).capital && t.gap(j+1) == " ":
		case t.words[j].capital && (joined(gap) || gap == ". " && t.words[j-1].class&abbreviation != 0):
		default:
			return j
		}
		j++
	}
	return j
}

// findStreet looks for "Larch Close" among capital words, and for a house
// number before it.
func (t *text) findStreet(from, to int) {
	for k := to - 1; k > from; k-- {
		w := t.words[k]
		if w.class&street != 0 && t.words[k-1].low == "the" && k-1 > 0 && isHouseNumber(t.at(k-2).low) && !t.ofABody(w.start) {
			t.markAddress(k-2, k-1, k+1)
			return
		}
		if numbered := isHouseNumber(t.at(from-1).low) && joined(t.gap(from)); w.class&street == 0 || !(numbered && k == to-1 && strongStreets[w.low]) && t.words[k-1].class&noPlace != 0 && !(strongStreets[w.low] && inStreets[t.words[k-1].low]) || t.at(k+1).class&premises != 0 && t.at(k+1).capital {
			continue
		}
		if number := t.at(k + 1); t.gap(k+1) == ", " && (number.low == "number" || number.low == "no") && isHouseNumber(t.at(k+2).low) && !t.ofABody(w.start) {
			t.markAddress(max(from, k-1), k, k+3)
			return
		}
		begin := max(from, k-3)
		for begin < k-1 && !t.words[begin].capital {
			begin++
		}
		t.place[begin] = k + 1
		numbered := begin > 0 && isHouseNumber(t.words[begin-1].low) && joined(t.gap(begin))
		switch at := t.words[begin].start; {
		case numbered && !t.ofABody(at):
			t.markAddress(t.houseStart(begin-1), begin, k+1)
		case !numbered && strongOrSure(w.low) && t.isHome(begin):
			t.markAddress(begin, begin, k+1)
		}
		return
	}
}

// markAddress marks an address from its number to its street. It is no longer a
// place beside which a child is described: it says enough by itself.
func (t *text) markAddress(from, street, to int) {
	t.place[street] = 0
	t.mark(Address, from, to)
}

func strongOrSure(suffix string) bool {
	return strongStreets[suffix] || suffix == "row" || suffix == "gardens"
}

func isHouseNumber(low string) bool {
	digits := strings.TrimRight(low, "abcdef")
	return digits != "" && len(digits) <= 3 && len(low)-len(digits) <= 1 && onlyDigits(digits) == digits
}

// houseStart takes "Flat 6," before a house number in.
func (t *text) houseStart(i int) int {
	if flat := t.at(i - 2).low; flat == "flat" || flat == "apartment" || flat == "room" || flat == "unit" {
		return i - 2
	}
	return i
}

// isHome says whether the sentence of a street says that somebody lives or
// was seen there.
func (t *text) isHome(i int) bool {
	s := t.sentences[t.words[i].sentence]
	if s.has&(pronoun|childWord|familyWord) == 0 && t.isVenue(i) {
		return false
	}
	story := false
	for k := max(s.from, i-24); k < min(s.to, i+24); k++ {
		c := t.words[k].class
		if t.isHomeWord(k) {
			return true
		}
		if c&(manyChildren|manyKin|familyWord) != 0 && t.at(k-1).class&oneOf != 0 && !t.isNamePart(k) && t.at(k+1).low != "s" && s.has&premises == 0 {
			story = true
		}
	}
	return story
}

// isVenue says whether something is said to have been held at the place at i.
func (t *text) isVenue(i int) bool {
	for k := max(t.sentences[t.words[i].sentence].from, i-10); k < i; k++ {
		if low := t.words[k].low; low == "held" || low == "place" && t.at(k-1).low == "took" {
			return true
		}
	}
	return false
}

// homeNames end the name of a house without a number.
var homeNames = setOf(`cottage farm farmhouse villa rectory vicarage barn bungalow mill forge croft lodge`)

// findHouse marks a house by its name where somebody lives: carers live at Rose
// Cottage.
func (t *text) findHouse(from, to int) {
	if last := t.words[to-1]; to-from < 2 || !homeNames[last.low] || t.at(from-1).low != "at" {
		return
	}
	switch t.at(from - 2).low {
	case "live", "lives", "living", "lived", "stays", "staying", "home", "address":
		t.markAddress(from, from, to)
	}
}

// findFlat marks "Flat 12, Jubilee Court": a flat is a home.
func (t *text) findFlat(i int) {
	switch t.words[i].low {
	case "flat", "apartment", "bedsit", "maisonette", "caravan", "houseboat":
	default:
		return
	}
	if !t.follows(i+1) || !isHouseNumber(t.at(i+1).low) || t.gap(i+2) != ", " && t.gap(i+2) != " " || !t.at(i+2).capital || t.ofABody(t.words[i].start) {
		return
	}
	end := t.capitalRun(i + 2)
	if last := t.words[end-1]; end-i > 3 || last.class&(noPlace|month) == 0 {
		t.markAddress(i, i+2, end)
	}
}

// findInstitution looks for the name of a school, home or hospital: "St
// Oswald's", "Fernhill Primary", "Penrose Lodge".
func (t *text) findInstitution(from, to int) {
	switch t.words[from].low {
	case "hmp", "hmyoi", "yoi", "stc":
		if to > from+1 {
			t.place[from] = to
			return
		}
	}
	for k := from; k < to; k++ {
		w := t.words[k]
		if w.low == "st" && k+1 < to && t.words[k+1].low != "s" {
			if _, ok := t.possessive(k + 1); ok || strings.HasSuffix(t.words[k+1].low, "s") && k+2 == to && t.at(k-1).class&preposition != 0 {
				t.place[k] = max(to, k+2)
				return
			}
		}
		if k == to-1 && t.follows(to) && smallSettings[t.at(to).low] && t.hasOwnName(from, to) && !w.allCaps && w.class&post == 0 && !(t.first(from) && t.words[from].class != 0) {
			t.place[from] = to + 1 // the Stoneleigh unit
			return
		}
		if k > from && w.class&(school|setting) != 0 && t.hasOwnName(from, k) {
			end := k + 1
			for end < to && t.words[end].class&school != 0 {
				end++
			}
			t.place[from] = end
			return
		}
	}
}

// smallSettings follow a name without a capital of their own.
var smallSettings = setOf(`unit ward flats estate nursery school academy college hostel hospital pru playgroup preschool site refuge area fire stabbing murder shooting crash attack riot explosion killing`)

// hasOwnName is true of words of which one is no common word: "Fernhill
// Primary" has a name of its own, "Virtual School" has not.
func (t *text) hasOwnName(from, to int) bool {
	for _, w := range t.words[from:to] {
		if w.class&(noPlace|school|acronym|month) == 0 && len(w.low) > 2 && !t.isOwn(w.low) && !(w.start == t.words[from].start && t.first(from) && w.class != 0) {
			return true
		}
	}
	return false
}

func (t *text) isOwn(low string) bool { return t.Own != nil && t.Own(low) }

// findVillage looks for a name after "in", "at", "from" or "near" that is
// nothing else: Thornley, Low Fell.
func (t *text) findVillage(from, to int) {
	w := t.at(from - 1)
	if from == 0 || t.place[from] != 0 || w.class&preposition == 0 || !t.follows(from) {
		return
	}
	switch w.low {
	case "of", "on", "off", "via":
		return
	case "to":
		if before := t.at(from - 2).low; before != "moved" && before != "returned" && before != "went" && before != "goes" && before != "travels" && before != "back" {
			return
		}
	}
	if _, ok := t.possessive(to - 1); ok && to-from == 1 && t.words[from].class&noPlace != 0 {
		return
	}
	for _, w := range t.words[from:to] {
		if w.class&(noPlace|month|nationality|title) != 0 && w.class&street == 0 || w.class&acronym != 0 && w.allCaps || w.allCaps || hasDigit(w.low) || len(w.low) < 3 || hasInnerCapitals(t.s[w.start:w.end]) || t.isOwn(w.low) || strings.HasSuffix(w.low, "shire") {
			return
		}
	}
	if t.words[from].class&given != 0 && w.low != "in" && w.low != "at" {
		return
	}
	t.place[from], t.village[from] = to, true
}

// hasInnerCapitals is true of PEPs and LSCBs, and not of McDonald.
func hasInnerCapitals(typed string) bool {
	n := 0
	for i := 1; i < len(typed); i++ {
		if typed[i] >= 'A' && typed[i] <= 'Z' {
			n++
		}
	}
	return n > 1 || n == 1 && !strings.HasPrefix(typed, "Mc")
}
