package identify

import (
	"slices"
	"strings"
)

// near is how many words apart a child and a place are still said together.
const near = 14

// findDescribed finds one child or family beside the name of a place, street
// or school, and one who is the only one or the first of a place.
func (t *text) findDescribed() {
	for i := range t.words {
		if t.words[i].class&(manyKin|manyChildren) != 0 {
			t.findFate(i)
			t.findFew(i)
		}
		if !t.isHead(i) {
			continue
		}
		t.findWork(i)
		t.findKin(i)
		t.findBefallen(i)
		t.findNoted(i)
		if t.namesThing(i) {
			continue
		}
		if from, ok := t.particular(i); ok && (!isAcronymCount(t.words[i].low) || t.at(i-1).class&oneOf != 0 || t.at(i-1).low == "former" && isArticle(t.at(i-2).low)) && !t.isPublicRole(i) {
			t.findHome(from, i)
		}
		t.findOfFile(i)
		t.findOnly(i)
		t.findWhose(i)
		t.findWho(i)
		t.findFate(i)
	}
	for i, w := range t.words {
		if childWord&w.class != 0 && !t.isAnyHead(i) && t.at(i-1).low == "s" && work[t.at(i-2).low] && isApostrophe(t.gap(i-1)) && t.toldOf(i) && isGrandchild(w.low) {
			t.mark(Described, i-2, i+1) // a councillor's grandchild
		}
		if (w.low == "resident" || w.low == "male" || w.low == "female") && t.at(i-1).class&describing|t.at(i-1).class&nationality != 0 || w.low == "resident" {
			for k := i - 1; k > i-4 && k > 0; k-- {
				if (t.words[k].low == "only" || ageRanks[t.words[k].low]) && t.at(k-1).low == "the" && t.at(i+1).class&preposition != 0 && i+2 < len(t.words) && t.place[i+2] > 0 {
					t.mark(Described, k-1, t.place[i+2])
				}
			}
		}
		if ageRanks[w.low] && t.at(i-1).class&oneOf != 0 && t.is(i+1, "is", "at") && i+3 < len(t.words) && t.place[i+3] > 0 {
			t.mark(Described, i, t.place[i+3]) // their eldest is at Durham
		}
		if w.class&nationality != 0 && t.at(i-1).low == "only" && t.at(i-2).low == "the" && (!t.follows(i+1) || t.at(i+1).class&preposition != 0) && !t.isStrictRule(i, i) {
			t.mark(Described, i-2, i+1) // the only Muslim in the home
		}
	}
	for _, s := range t.sentences {
		if s.has&pronoun != 0 && s.has&(post|ruling|anyOf|staff|premises|roleNoun|letterWord) == 0 {
			t.findStory(s)
		}
		if s.has&pronoun != 0 && s.has&platform == 0 {
			t.findTheirSchool(s)
		}
	}
}

// findCompanions marks the places that are named in a sentence in which a child
// has been found: they belong to what must not be printed.
func (t *text) findCompanions() {
	for _, f := range slices.Clone(t.found) {
		if f.Kind != Initials && f.Kind != FamilyNamed && f.Kind != Described && f.Kind != DateOfBirth {
			continue
		}
		i := t.wordAt(f.Start)
		s := t.sentences[t.words[i].sentence]
		for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
			if end := t.place[k]; end > 0 {
				t.mark(Described, k, end)
				t.place[k] = 0
			}
		}
	}
}

// particular says whether the noun at i means one child or family and not any,
// and where what is said of them begins.
func (t *text) particular(i int) (from int, ok bool) {
	if t.aged[i] > 0 {
		return i, true
	}
	from, ok = t.article(i)
	return from, ok && !t.isStrictRule(from, i)
}

// isStrictRule says whether a sentence lays down what holds for a child, who
// stands in words from to i: a child must, when a mother in Thornley asks.
func (t *text) isStrictRule(from, i int) bool {
	s := t.sentences[t.words[i].sentence]
	if s.has&(ruling|past) != ruling {
		return false
	}
	switch t.at(from - 1).low {
	case "when", "if", "once", "where", "whenever", "unless", "whether", "wherever":
		return true
	}
	for k := max(s.from, i-16); k < min(s.to, i+16); k++ {
		switch w := t.words[k]; w.low {
		case "must", "should", "may", "might", "shall", "entitled", "eligible", "typically", "usually", "normally", "average", "generally", "always", "ought", "deserve", "deserves", "expects", "can":
			if w.class&ruling != 0 {
				return true
			}
		}
	}
	return false
}

// article finds where what is said of the child at i begins: at an article or
// owner, or at the noun itself where notes leave the article out.
func (t *text) article(i int) (from int, ok bool) {
	for k := i - 1; k >= max(0, i-8) && t.words[k].sentence == t.words[i].sentence; k-- {
		w := t.words[k]
		switch {
		case w.class&anyOf != 0 && w.class&oneOf == 0:
			return 0, false
		case w.class&oneOf != 0 && w.class&ordinal == 0:
			return k, true
		case w.low == "s" && isApostrophe(t.gap(k)):
			return max(0, k-1), true
		case t.first(k+1) && !t.follows(k+1):
			return k + 1, true
		case w.class&(linking|preposition) != 0 && w.class&describing == 0:
			return k + 1, t.words[i].class&(childWord|kinWord) != 0 && !t.words[i].capital
		}
	}
	if t.first(i) || i < 8 && t.words[0].sentence == t.words[i].sentence {
		return i, true
	}
	return 0, false
}

// findHome marks a child together with the place that is named beside them.
func (t *text) findHome(from, i int) {
	if t.at(from-1).low == "in" && t.at(from).low == "a" && t.words[i].class&familyWord != 0 {
		return // children live in a family
	}
	if next, owned := t.possessive(i); owned && t.at(next).class&(roleNoun|premises) != 0 && t.in(i)&past == 0 {
		return // a father's group meets in Oakdale
	}
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < min(s.to, i+near); k++ {
		if end := t.place[k]; end > 0 {
			t.mark(Described, from, end)
			return
		}
	}
	for k := max(s.from, from-24); k < from; k++ {
		end := t.place[k]
		if end > 0 && (k <= s.from+3 && t.at(k-1).class&preposition != 0 && (strings.HasPrefix(t.gap(end), ",") || end == from) || from-end < 6 && t.isOfPlace(k) || from-end < near && !t.village[k] && isGendered(t.words[i].low)) {
			t.mark(Described, k, i+1)
			return
		}
	}
	if w := t.at(i - 1); i > from && w.capital && w.class == 0 && !w.allCaps && !t.first(i-1) && !t.isOwn(w.low) && !strings.HasSuffix(w.low, "shire") && !t.words[i].capital && t.words[i].class&familyWord == 0 && t.at(from).class&oneOf != 0 {
		t.mark(Described, i-1, i+1)
	}
}

// findOfFile marks the child whom a numbered file is about: case 14 involved a
// newborn.
func (t *text) findOfFile(i int) {
	if art := t.at(i - 1).low; (art == "the" || isArticle(art)) && (t.words[i].class&kinWord != 0 || isGendered(t.words[i].low)) && !t.isRule(i) {
		for k := i - 2; k > max(0, i-9) && t.words[k].sentence == t.words[i].sentence; k-- {
			if t.words[k].number > 0 && files[t.words[k-1].low] && t.follows(k) {
				t.mark(Described, i-1, i+1) // in record 3 the mother
				return
			}
		}
	}
	from, ok := t.article(i)
	if about := t.at(from - 1).low; !ok || t.words[i].class&childWord == 0 || about != "involved" && about != "concerned" {
		return
	}
	for k := from - 2; k > max(0, from-near) && t.words[k].sentence == t.words[i].sentence; k-- {
		if t.words[k].number > 0 && files[t.words[k-1].low] {
			t.mark(Described, from, i+1)
			return
		}
	}
}

// findOnly marks who is said to be the only one, or the first, of an area.
func (t *text) findOnly(i int) {
	for k := i - 1; k >= max(0, i-6) && t.words[k].sentence == t.words[i].sentence && t.words[k].class&preposition == 0; k-- {
		switch t.words[k].low {
		case "only", "sole":
			if (t.at(k-1).low == "the" || t.at(k-1).low == "our") && !t.isStrictRule(k-1, i) && !t.isPublicRole(i) && (t.words[i].class&kinWord == 0 && t.in(i)&(past|cue) != 0 || t.namesArea(i)) {
				t.mark(Described, k-1, i+1)
			} else if t.first(k) && (k < i-1 || t.at(i+1).low == "with" || t.at(i+1).low == "w" || t.at(i+1).low == "in") && t.words[i].class&(kinWord|familyWord) == 0 {
				t.mark(Described, k, i+1)
			}
			return
		case "first", "youngest", "oldest", "eldest":
			if t.at(k-1).low == "the" && t.namesArea(i) && !t.isPublicRole(i) {
				t.mark(Described, k-1, i+1)
			}
			return
		case "a", "an", "the", "this", "that", "their", "our", "his", "her", "my":
			return // the first time their family asks
		}
	}
}

// findWhose marks one child who is told apart by what a relation is or did:
// a baby whose father is a councillor.
func (t *text) findWhose(i int) {
	if t.at(i+1).low != "whose" || t.at(i+2).class&(kinWord|manyKin) == 0 {
		return
	}
	if from, ok := t.particular(i); ok && (t.in(i)&past != 0 || t.at(from).low == "the" && t.gap(i+1) == ", ") {
		t.mark(Described, from, i+3)
	}
}

// findWho marks one child who is told apart by what they did or whose child
// they are: the boy who swam the Channel, the daughter of a councillor.
func (t *text) findWho(i int) {
	if t.isSpokenOfAlone(i) {
		t.mark(Described, i-1, i+1)
		return
	}
	if next := t.at(i + 1); next.low == "whose" && t.at(i-1).low == "the" && t.follows(i+1) && t.follows(i+2) && isGendered(t.words[i].low) && !t.isStrictRule(i, i) {
		t.mark(Described, i-1, i+3) // the boy whose case was in the paper
		return
	}

	w := t.words[i]
	if t.at(i-1).low == "the" && t.at(i+1).low == "who" && t.follows(i+1) && didOnce[t.at(i+2).low] && !t.isAnyHead(i) && !t.isRule(i) {
		t.mark(Described, i-1, i+3) // the student who broke the record
		return
	}
	if !isGendered(w.low) && w.low != "baby" && w.low != "child" || t.isAnyHead(i) || t.isPublicRole(i) {
		return
	}
	if t.at(i-1).low == "the" && t.at(i+1).low == "who" && t.follows(i+1) && isGendered(w.low) {
		if verb := t.at(i + 2); verb.low == "was" && t.follows(i+3) && !strings.HasSuffix(t.at(i+3).low, "ed") || didOnce[verb.low] || verb.class&past != 0 && verb.class&roleVerb == 0 || verb.class == 0 && verb.low != "" {
			t.mark(Described, i-1, i+3)
		}
		return
	}
	if t.at(i+1).low != "of" || t.at(i+2).class&oneOf == 0 && t.at(i+2).number != 1 || t.isStrictRule(i, i) {
		return
	}
	for k := i + 3; k < i+9 && t.follows(k); k++ {
		if t.words[k].class&post != 0 || t.words[k].low == "pastor" || t.words[k].low == "imam" || work[t.words[k].low] || t.words[k].low == "members" || t.words[k].low == "member" {
			t.mark(Described, i, k+1)
			return
		}
	}
}

// didOnce are the past of verbs that are the same at any time or irregular.
var didOnce = setOf(`set put hit cut shot bit threw hid stole broke drove swam flew hurt burnt sold bought built sang wrote led`)

// traits are rare enough for few to be meant.
var traits = setOf(`deaf blind autistic disabled mute verbal wheelchair syrian afghan somali roma traveller gypsy albino epileptic diabetic conjoined identical transgender trans`)

// isGrandchild is true of words for a child by whose it is.
func isGrandchild(low string) bool {
	return strings.HasPrefix(low, "grand") || strings.HasPrefix(low, "step") || low == "son" || low == "daughter" || low == "child" || low == "baby"
}

// fates are what happens once to a relation.
var fates = setOf(`adopted died killed murdered jailed imprisoned sentenced convicted deported removed born stillborn drowned arrested`)

// findFate marks a relation who is told apart by what happened and when: her
// half-brother (adopted in 2019); his father, who was jailed in March.
func (t *text) findFate(i int) {
	if t.words[i].class&(kinWord|manyKin) == 0 && t.words[i].low != "twin" {
		return
	}
	owner := t.at(i - 1)
	if owner.low == "half" || owner.low == "step" || owner.class&describing != 0 && owner.class&oneOf == 0 {
		owner = t.at(i - 2)
	}
	if owner.class&pronoun == 0 && owner.low != "s" {
		return
	}
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < min(s.to, i+6); k++ {
		if !fates[t.words[k].low] {
			continue
		}
		for j := k + 1; j < min(s.to, k+4); j++ {
			if end, _ := t.dateAt(j); end > 0 || isYear(t.words[j].low) {
				t.mark(Described, i, j+1)
				return
			}
		}
	}
}

// work is by what a mother or father is known in a place, and prison is too.
var work = setOf(`nurse teacher doctor councillor officer prisoner pastor imam vicar priest rabbi footballer solicitor barrister magistrate soldier headteacher governor driver paramedic constable sergeant policeman
	policewoman firefighter midwife gp dentist surgeon mayor mp minister journalist actor singer farmer publican shopkeeper carer cleaner cook caretaker assistant secretary lecturer professor worker manager builder
	postman plumber chef accountant inmate ta hlta pcso refugee dj boxer jockey`)

// findKin marks a relation of him or her in a sentence that tells what happened:
// his brother is serving life; her twin died at birth.
func (t *text) findKin(i int) {
	k := i - 1
	for k > i-3 && t.at(k).class&describing != 0 && t.at(k).low != "her" && t.at(k).low != "his" {
		k--
	}
	if owner := t.at(k).low; owner != "his" && owner != "her" || t.at(k-1).low == "or" || t.at(k+1).low == "or" {
		return
	}
	w := t.words[i]
	if t.at(i-1).low == "own" && w.class&childWord != 0 && !t.namesThing(i) && !t.isRule(i) {
		t.mark(Described, k, i+1)
		return
	}
	if w.class&(kinWord|childWord) == 0 || w.low == "partner" || w.low == "husband" || w.low == "wife" || t.namesThing(i) || t.isRule(i) || t.in(i)&anyOf != 0 || t.inClause(i)&post != 0 {
		return
	}
	if next := t.at(i + 1); next.capital && (t.gap(i+1) == ", " || t.gap(i+1) == " " || t.gap(i+1) == " (") {
		return // the name says more
	}
	t.mark(Described, k, i+1)
}

// findNoted marks one child in a note that leaves articles out: ended early, baby
// removed under an order.
func (t *text) findNoted(i int) {
	w := t.words[i]
	if t.first(i) && (isGendered(w.low) || w.low == "baby" || w.low == "infant") && !t.namesThing(i) && t.in(i)&(ruling|anyOf) == 0 && t.follows(i+1) && t.at(i+1).low != "or" && t.at(i+1).low != "and" {
		for k := i + 1; k < min(t.sentences[w.sentence].to, i+9); k++ {
			if doneToChildren[t.words[k].low] || childFates[t.words[k].low] {
				t.mark(Described, i, k+1)
				return
			}
		}
	}
	if w.class&childWord == 0 || w.class&acronym != 0 || t.in(i)&(ruling|anyOf) != 0 || !doneToChildren[t.at(i+1).low] || !t.follows(i+1) || i > 0 && !t.first(i) && t.gap(i) != ", " {
		return
	}
	if next := t.at(i + 2).low; next == "under" || next == "at" || next == "from" || next == "in" || next == "by" || next == "with" || next == "to" {
		t.mark(Described, i, i+2)
	}
}

// befalls are what happens to one child where people can see it.
var befalls = setOf(`abandoned found stabbed drowned killed rescued shot attacked bitten pulled kidnapped raped burnt scalded electrocuted crushed run struck jumped fell`)

// findBefallen marks one child by what was done to them and where: a baby
// abandoned at the station.
func (t *text) findBefallen(i int) {
	verb := i + 1
	if t.at(verb).low == "who" || t.at(verb).low == "was" {
		verb++
	}
	if t.words[i].class&childWord == 0 || !befalls[t.at(verb).low] || !t.follows(verb) || t.isAnyHead(i) || t.in(i)&ruling != 0 {
		return
	}
	switch t.at(verb + 1).low {
	case "at", "in", "on", "by", "outside", "from", "near", "under", "off", "with", "over":
	default:
		return
	}
	if from, ok := t.article(i); ok {
		t.mark(Described, from, verb+2)
	}
}

// findWork marks a relation who is told apart by work or by prison: mum is a
// nurse at the Infirmary; his father works in the school kitchen.
func (t *text) findWork(i int) {
	w := t.words[i]
	owned := t.at(i-1).low == "s" && isApostrophe(t.gap(i-1)) || isArticle(t.at(i-1).low) && (t.at(i+1).low == "serving" || t.at(i+1).low == "who") || t.at(i-1).class&pronoun != 0 || t.at(i-1).low == "s" && isApostrophe(t.gap(i-1)) || t.at(i-1).low == "whose" || t.first(i) || t.at(i-1).low == "the"
	if w.class&kinWord == 0 || !owned || t.isRule(i) || w.low == "guardian" || w.low == "parent" {
		return
	}
	for k := i + 1; k < i+4 && t.follows(k); k++ {
		if low := t.at(k + 1).low; t.words[k].low == "in" && (low == "hmp" || low == "prison" || low == "jail" || low == "custody") {
			t.mark(Described, i, k+2) // dad back in prison
			return
		}
	}
	verb := i + 1
	if t.at(verb).low == "who" {
		verb++
	}
	switch t.at(verb).low {
	case "works", "worked", "serving", "runs", "owns", "own", "plays", "drives", "teaches", "coaches", "sings", "preaches", "manages", "commands":
		t.mark(Described, i, verb+1)
		return
	case "is", "was":
	default:
		return
	}
	if !isArticle(t.at(verb+1).low) && t.at(verb+1).low != "the" {
		return
	}
	for k := verb + 2; k < verb+6 && t.follows(k); k++ {
		if work[t.words[k].low] {
			t.mark(Described, i, k+1)
			return
		}
	}
}

// findFew marks brothers, sisters or twins beside the school, home or place they
// are in, where something was done to them: twins at Springwell lost.
func (t *text) findFew(i int) {
	w := t.words[i]
	few := w.class&manyChildren != 0 && (t.at(i-1).class&nationality != 0 || traits[t.at(i-1).low]) && t.at(i-2).low == "the" || w.class&manyKin != 0 && isGendered(strings.TrimSuffix(w.low, "s")) || w.low == "siblings" || w.low == "twins" || w.low == "triplets" || w.low == "quads"
	if !few || t.isAnyHead(i) || t.namesThing(i) || t.in(i)&ruling != 0 {
		return
	}
	s := t.sentences[w.sentence]
	told := s.has&past != 0 || t.at(i-1).low == "the" || traits[t.at(i-1).low]
	for k := i + 1; k < min(s.to, i+near) && !told; k++ {
		told = doneToChildren[t.words[k].low]
	}
	for k := i + 1; k < min(s.to, i+near) && told; k++ {
		if end := t.place[k]; end > 0 {
			t.mark(Described, i, end)
			return
		}
	}
}

// isSpokenOfAlone is true of the boy or girl with whom a sentence begins that
// tells of nobody else: the boy has one leg; the girl's case was on the news.
func (t *text) isSpokenOfAlone(i int) bool {
	if low := t.at(i - 1).low; !isGendered(t.words[i].low) || low != "the" && low != "this" && low != "that" || !t.first(i-1) || t.in(i)&(ruling|anyOf) != 0 || t.inClause(i)&post != 0 {
		return false
	}
	if next, owned := t.possessive(i); owned {
		return next < len(t.words) && t.in(i)&past != 0
	}
	next := t.at(i + 1)
	return t.follows(i+1) && next.class&(humanVerb|past) != 0 && next.class&thing == 0
}

// isGendered is true of words that are never said of children in general.
func isGendered(low string) bool {
	switch low {
	case "boy", "girl", "teenager", "toddler", "lad", "daughter", "son", "brother", "sister", "twin":
		return true
	}
	return false
}

// isOfPlace is true of a place after a preposition.
func (t *text) isOfPlace(k int) bool { return t.at(k-1).class&preposition != 0 }

// namesArea says whether a sentence says of which area somebody is the only
// one.
func (t *text) namesArea(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := i + 1; k < min(s.to, i+near); k++ {
		switch t.words[k].low {
		case "care":
			if t.at(k-1).low == "our" {
				return true
			}
		case "county", "city", "borough", "district", "town", "village", "ward", "school", "authority", "council", "area", "region", "here", "home", "class", "unit", "hostel", "estate", "street", "year":
			return true
		}
	}
	return false
}

// findTheirSchool marks a school, home or street in a sentence about him or
// her, where no post is named to whom that could apply.
func (t *text) findTheirSchool(s sentence) {
	if s.has&(cue&^pronoun) == 0 && s.has&(school|setting|street) == 0 && !t.tellsWhere(s) {
		return
	}
	about := false
	for k := s.from; k < s.to; k++ {
		switch t.words[k].low {
		case "he", "she", "him", "his", "her":
			if t.inClause(k)&post != 0 {
				continue
			}
			about = about || t.at(k+1).low != "honour" && t.at(k+1).low != "majesty"
		}
	}
	if !about {
		return
	}
	for k := s.from; k < s.to; k++ {
		if end := t.place[k]; end > 0 && (!t.village[k] || t.isWhere(k)) && t.inClause(k)&post == 0 {
			t.mark(Described, k, end)
		}
	}
}

// ofCare are what no grown-up in an office has.
var ofCare = setOf(`placement placements adopted adopters fostered foster carers adoption remanded nursery nan mum dad birth custody trafficked exploited groomed abused stepdad stepmum siblings twin`)

// findStory marks him or her in a sentence that tells of a childhood in care and
// of no post: she plays for the county, so her placement is not named.
func (t *text) findStory(s sentence) {
	who, care := -1, -1
	for k := s.from; k < min(s.to, s.from+2*near); k++ {
		switch w := t.words[k]; {
		case w.low == "he" || w.low == "she":
			if t.at(k+1).low == "or" || t.at(k-1).low == "or" {
				return
			}
			who = k
		case ofCare[w.low]:
			care = k
		}
	}
	if who >= 0 && care >= 0 {
		t.mark(Described, min(who, care), max(who, care)+1)
	}
}

// tellsWhere says whether a sentence tells where somebody lives.
func (t *text) tellsWhere(s sentence) bool {
	for k := s.from; k < min(s.to, s.from+2*near); k++ {
		switch t.words[k].low {
		case "lives", "lived", "living", "placed", "sleeping", "staying":
			return true
		}
	}
	return false
}

// isWhere says whether a place is where he or she is: he has been at Thornage
// since May; she now lives in Holt.
func (t *text) isWhere(k int) bool {
	if before := t.at(k - 1).low; before != "at" && before != "in" {
		return false
	}
	switch t.at(k - 2).low {
	case "lives", "living", "lived", "placed", "staying", "sleeping":
		return true
	}
	for j := k - 2; j >= max(0, k-6) && t.words[j].sentence == t.words[k].sentence; j-- {
		w := t.words[j]
		if w.low == "he" || w.low == "she" {
			return true
		}
		switch w.low {
		case "the", "moved", "has", "been", "is", "was", "now", "lives", "lived", "attends", "goes", "to", "school", "still", "placed", "living", "staying", "had", "stayed", "stays":
		default:
			if !w.capital {
				return false
			}
		}
	}
	return false
}
