package identify

import "strings"

// findNames finds the names of children and relations: beside a word for one
// ("mother, Kayleigh", "young person Ellie"), by what they own or belong to
// ("Jayden's mother", "the Okafor family"), with an age, and first names by
// themselves in a sentence about a child's life. Names of staff are the
// business of posts, and names with a surname of anybody else are left alone.
func (t *text) findNames() {
	if t.shouted {
		return
	}
	for i := 0; i < len(t.words); i++ {
		if !t.isName(i) {
			continue
		}
		if next := t.at(i + 1); t.first(i) && t.words[i].class&given == 0 && strings.HasSuffix(t.words[i].low, "ed") && next.class&given != 0 && next.capital {
			continue // Visited Jaxon
		}
		end := t.nameEnd(i)
		if t.isFamilyName(i, end) {
			t.mark(FamilyNamed, i, end)
		}
		i = end - 1
	}
}

// isName is true of a word with a capital that could be a name.
func (t *text) isName(i int) bool {
	w := t.words[i]
	if (w.low == "o" || w.low == "d") && w.capital && isApostrophe(t.gap(i+1)) && t.at(i+1).capital { // O'Neill
		return true
	}
	if !w.capital || w.allCaps || hasInnerCapitals(t.s[w.start:w.end]) || w.class&(month|title) != 0 || w.end-w.start < 2 || hasDigit(w.low) || t.isOwn(w.low) {
		return false
	}
	if i > 0 && t.words[i-1].class&title != 0 && t.words[i-1].capital {
		return w.low != "justice"
	}
	if w.class&given == 0 && (w.class != 0 || isOrdinary(w.low)) && t.first(i) && !maybeNames[w.low] {
		return false
	}
	return w.class&given != 0 || maybeNames[w.low] || w.class&(noPlace|nationality|acronym) == 0
}

// isOrdinary is true of a noun for a thing or a state with which a sentence may
// begin: toothache doesn't, homework has been. By its ending, or as one of those
// that are named most in the lives of children.
func isOrdinary(low string) bool {
	for _, ending := range ordinaryEndings {
		if len(low) > len(ending)+2 && strings.HasSuffix(low, ending) {
			return true
		}
	}
	return ordinary[low]
}

var (
	ordinaryEndings = strings.Fields("ache aches tion tions sion sions ments ism work time times phone phones ology")
	ordinary        = setOf(`money debt rent sleep food hunger cold damp mould noise stress worry fear anger grief shame stigma poverty alcohol cannabis vaping gaming smoking drinking truancy bullying language distance
		weather winter traffic transport travel bus buses trains laptop laptops wifi internet clothes uniform breakfast lunch dinner supper music sport football swimming art drama play pain illness asthma sickness
		dentist dentists teeth glasses hearing speech sight weight diet medicine paper papers post letters email emails texts trust hope luck advice praise silence waiting delay delays change changes nobody nothing
		loneliness homelessness sadness kindness willingness readiness awareness friendship friendships membership apprenticeships bedroom bedrooms classroom classrooms suffering treatment employment equipment placement
		everything something life death birth school housing benefits wages pay cost costs budget cash data evidence feedback quality demand practice culture morale turnover sickness absence cover capacity agency supply
		consent contact counselling mentoring coaching therapy respite daycare childcare nursery curfew custody bail police court tenancy eviction homes flats beds kits books toys games pets dogs horses`)
)

// nameEnd is the end of the names that stand in a row.
func (t *text) nameEnd(i int) int {
	end := i + 1
	for end < len(t.words) && end-i < 4 && t.words[end].capital && (t.gap(end) == " " || t.gap(end) == "-" || isApostrophe(t.gap(end))) && t.words[end].class&(noPlace&^given) == 0 {
		end++
	}
	return end
}

func (t *text) isFamilyName(i, end int) bool {
	if t.place[i] > 0 && t.words[i].class&given == 0 && !(t.village[i] && t.gap(end) == ", " && t.is(end, "care", "leaver")) || strings.EqualFold(t.at(i-1).low, "st") {
		return false
	}
	switch {
	case t.at(i-1).class&title != 0:
		return t.titledRelation(i, end)
	case t.at(i-1).low == "the" && end == i+1 && strings.HasSuffix(t.words[i].low, "s") && t.isPluralName(i, end):
		return true // the Carters, adopters
	case (t.at(i-1).low == "family" || t.at(i-1).low == "child") && strings.ContainsAny(t.gap(i), "\"“‘") && end == i+1:
		return true // Family "Red"
	case t.gap(end) == ", " && t.is(end, "sibling", "group"):
		return !t.first(i) || t.words[i].class&^given == 0
	case t.isUnknownName(i, end):
		return true
	case t.isUnheardName(i, end), t.isBracketed(i, end):
		return true
	case t.besidePerson(i, end), t.ownsRelation(i, end), t.namesFamily(i, end), t.hasAge(i, end), t.isCalled(i):
		return true
	}
	return t.isLoneGivenName(i, end) || t.isMoved(i, end)
}

// doneToChildren are what is done to a child and to no member of staff.
var doneToChildren = setOf(`moved placed adopted fostered removed excluded accommodated exploited restrained assaulted abused remanded trafficked neglected rehoused`)

// isMoved: Tyrone Baptiste was moved without his things. A whole name, of which
// it is said what is done to children, where no post is named.
func (t *text) isMoved(i, end int) bool {
	if t.words[i].class&given == 0 || end != i+2 || !t.follows(end) || t.inClause(i)&(post|letterWord) != 0 || t.in(i)&pronoun == 0 {
		return false
	}
	k := end
	for k < end+3 && (t.at(k).low == "was" || t.at(k).low == "has" || t.at(k).low == "been" || t.at(k).low == "had") {
		k++
	}
	return k > end && doneToChildren[t.at(k).low]
}

// isUnknownName takes a word with a capital that nobody knows for a name where
// the sentence speaks of him or her: Zakariah has been placed with his nan;
// visits to Zakariah and his brother.
func (t *text) isUnknownName(i, end int) bool {
	if end == i+2 && t.gap(i+1) == "-" && t.words[i].class&^given == 0 && t.words[i+1].class&^given == 0 && t.first(i) && t.follows(end) && t.at(end).class&humanVerb != 0 && t.in(i)&pronoun != 0 && t.inClause(i)&post == 0 {
		return true // Ty-Reece has finished his
	}
	if end != i+1 || t.words[i].class != 0 || t.place[i] > 0 || t.inClause(i)&(post|letterWord|staff) != 0 || t.in(i)&pronoun == 0 || strings.HasSuffix(t.words[i].low, "shire") {
		return false
	}
	if t.is(end, "and", "his") || t.is(end, "and", "her") {
		return t.follows(end)
	}
	if t.at(end).low == "who" && t.gap(end) == ", " {
		return true
	}
	next := t.at(end)
	if !t.first(i) || !t.follows(end) || next.class&(humanVerb|past) == 0 || t.in(i)&(cue&^pronoun) == 0 {
		return false
	}
	for k := end; k < min(end+16, t.sentences[t.words[i].sentence].to); k++ {
		switch t.words[k].low {
		case "he", "she", "his", "her", "him":
			return true
		case "its", "their", "it":
			return false
		}
	}
	return false
}

// isUnheardName takes a word with a capital that nobody knows for a first name by
// what only people do or own: Ezekiel didn't want to move; Chanel's PA is on
// leave; feedback from Aimee: "nobody listened".
func (t *text) isUnheardName(i, end int) bool {
	w := t.words[i]
	if end == i+1 && w.class&^given == 0 && (t.place[i] == 0 || t.village[i]) && t.gap(end) == ", " && t.is(end, "care", "leaver") {
		return true
	}
	if end != i+1 || w.class&^given != 0 || t.place[i] > 0 || hasDigit(w.low) || isPlaceLike(w.low) || len(w.low) < 3 {
		return false
	}
	if next, ok := t.possessive(i); ok {
		return t.first(i) && next+1 < len(t.words) && (t.at(next).low == "pa" || t.ownsCare(next) || t.at(next+1).low == "worker" && t.ownsCare(next+1)) && t.in(i)&ruling == 0
	}
	if t.first(i) && t.isApposed(end) {
		return true // Keisha, a care leaver, is
	}
	if t.first(i) && !strings.HasSuffix(w.low, "s") && negations[t.at(end).low] && isApostrophe(t.gap(end+1)) {
		verb := t.at(end + 2)
		if t.at(end+3).class&(manyChildren|manyKin) != 0 && t.in(i)&pronoun == 0 {
			return false // something doesn't keep children awake
		}
		return verb.class&(humanVerb|linking) != 0 || strings.HasSuffix(verb.low, "ed") || doneToPeople[verb.low]
	}
	if t.first(i) && t.is(end, "has", "been") && childFates[t.at(end+2).low] || t.first(i) && t.is(end, "to", "move", "to") && t.place[min(end+3, len(t.words)-1)] > 0 {
		return true
	}
	if before := t.at(i - 1).low; (before == "welcomed" || before == "thanked" || before == "congratulated") && t.in(i)&manyChildren != 0 && t.inClause(i)&(staff|letterWord) == 0 && (t.at(end).low == "and" || t.at(end).low == "from") {
		return true
	}
	if before := t.at(i - 1).low; before == "from" || before == "by" || before == "with" || before == "told" {
		return strings.HasPrefix(t.gap(end), ":") && strings.ContainsAny(t.gap(end), "\"“‘'")
	}
	return false
}

// isBracketed is true of a name behind which it stands in brackets whose: Hazel
// (foster mum).
func (t *text) isBracketed(i, end int) bool {
	if !strings.HasSuffix(t.gap(end), "(") || t.words[i].class&(noPlace|premises|school|setting) != 0 {
		return false
	}
	k := end
	for k < end+3 && t.at(k).class&describing != 0 && t.at(k+1).class != 0 && t.follows(k+1) {
		k++
	}
	return t.person(k) && !t.isGroup(k) && strings.HasPrefix(t.gapAfter(min(k, len(t.words)-1)), ")")
}

// isPluralName says whether a family is named as the Carters are: beside what
// they are, or with one whom a first name tells.
func (t *text) isPluralName(i, end int) bool {
	if t.words[i].class&^given != 0 {
		return false
	}
	if gap := t.gap(end); gap == ", " || gap == " (" {
		k := end
		for k < end+3 && t.at(k).class&describing != 0 {
			k++
		}
		if w := t.at(k); w.class&manyKin != 0 || w.low == "adopters" || w.low == "parents" || w.low == "family" {
			return !t.namesThing(k)
		}
	}
	return t.at(i-2).low == "with" && t.at(i-3).class&given != 0 && t.at(i-3).capital
}

// negations are the verbs before n't, which is a word of its own.
var negations = map[string]bool{"didn": true, "doesn": true, "isn": true, "wasn": true, "hasn": true, "hadn": true, "couldn": true, "wouldn": true}

// placeEndings end the names of towns and villages.
var placeEndings = strings.Fields(`ley ton wick wich ham ford bury shire by dale field moor mouth port worth combe stead hurst burn bridge pool chester cester minster thorpe gate mere well hill wood stone land
	side head ness cliffe mond borough brook stock stow sea beck fell forth pur`)

// isPlaceLike is true of a word that ends as the name of a place does.
func isPlaceLike(low string) bool {
	for _, ending := range placeEndings {
		if len(low) > len(ending)+1 && strings.HasSuffix(low, ending) {
			return true
		}
	}
	return false
}

// besidePerson: mother, Kayleigh; carer Sue Fletcher; Nan (Brenda); parents
// Lisa and Gary; Kayleigh Barrow, the mother; little Archie.
func (t *text) besidePerson(i, end int) bool {
	if t.person(i-1) && t.at(i-2).capital && t.words[i-1].capital && t.follows(i-1) && t.words[i].class&given == 0 {
		return false // Every Child Matters
	}
	if t.person(i - 1) {
		gap := t.gap(i)
		switch {
		case gap == " ":
			return t.words[i].class&given != 0 || maybeNames[t.words[i].low] && end == i+1 && t.at(end).class&thing == 0 || !t.isGroup(i-1) && !t.isPlaceWord(i, end) && (!t.words[i-1].capital || end == i+1 && t.at(end).class&(linking|humanVerb) != 0 && t.follows(end))
		case gap == ", " || strings.HasSuffix(gap, "(") || strings.HasSuffix(gap, "– ") || gap == ": ":
			if end == i+1 && t.at(i).class&^given == 0 && (strings.HasSuffix(gap, "(") && strings.HasPrefix(t.gapAfter(i), ")") && t.isHead(i-1) && t.words[i].sentence == t.words[i-1].sentence || gap == ", " && t.gap(end) == ", " && t.isHead(i-1) && t.isSomebody(i-1)) {
				return true
			}
			return t.words[i].class&given != 0 || gap != ": " && end-i >= 2 && end-i <= 3 && strings.ContainsAny(t.gap(end), ",)") && !t.isPlaceWord(i, end)
		}
	}
	if before := t.at(i - 1); (before.low == "is" || before.low == "named" || before.low == "called" || before.low == "as" || before.low == "and") && (t.words[i].class&given != 0 || before.low == "is" && end == i+2) {
		for k := i - 2; k >= max(0, i-7) && t.words[k].sentence == t.words[i].sentence; k-- {
			if t.person(k) && (before.low != "and" || k == i-3 && t.isName(i-2)) {
				return true
			}
		}
	}
	if gap := t.gap(end); gap == ", " || strings.HasSuffix(gap, "(") {
		k := end
		for k < end+4 && (t.at(k).class&(oneOf|describing) != 0 || t.at(k).low == "s") {
			k++
		}
		return t.words[i].class&given != 0 && t.person(k) && !t.namesThing(k) && t.at(end).class&post == 0
	}
	return false
}

// person is true of a noun for a child, relation or carer that is no part of
// the name of a thing. Members of staff are none.
func (t *text) person(i int) bool {
	w := t.at(i)
	if i < 0 || w.low == "partner" && t.at(i-1).low == "delivery" || w.capital && !t.first(i) && !t.words[i-1].capital {
		return false
	}
	return t.isHead(i) && w.class&familyWord == 0 || w.class&manyKin != 0 && w.class&counted != 0 || w.low == "carers" || w.low == "guardians" || w.low == "twins" || w.low == "boys" || w.low == "girls" || w.low == "children"
}

// isGroup is true of a noun for several, who may be anybody.
func (t *text) isGroup(i int) bool {
	return t.at(i).class&(manyChildren|manyKin) != 0
}

// isPlaceWord is true of capital words that are the name of a place or body by
// their last word.
func (t *text) isPlaceWord(i, end int) bool {
	if t.at(end).capital && t.at(end).class&(noPlace|premises|school|setting) != 0 && t.gap(end) == " " {
		return true
	}
	return t.words[end-1].class&(street|school|setting|premises) != 0 && end-i > 1
}

// ownsRelation: Jayden's mother, Tyler's social worker. What only first names
// own is not taken for a person's when a council or body may own it too.
func (t *text) ownsRelation(i, end int) bool {
	next, ok := t.possessive(end - 1)
	if !ok {
		return false
	}
	isGiven := t.words[i].class&given != 0 && end == i+1
	for k := next; k < next+3 && k < len(t.words) && t.words[k].sentence == t.words[i].sentence; k++ {
		w := t.words[k]
		switch {
		case w.low == "law" || w.low == "rule":
			return false
		case isGiven && w.capital && w.class&acronym == 0:
			return false // Chelsea's Choice
		case isGiven && (w.class&(possession|platform) != 0) || isGiven && w.low == "account":
			return true
		case t.words[i].class&given != 0 && end == i+2 && t.ownsCare(k) && (t.at(i-1).class|t.at(i-2).class)&post == 0:
			return true
		case isGiven && w.class&(manyChildren|manyKin) != 0 && !t.namesThing(k), (w.low == "kids" || w.low == "sons" || w.low == "daughters") && t.at(i).class == 0 && !isPlaceLike(t.words[i].low):
			return true
		case (w.low == "siblings" || w.low == "brothers" || w.low == "sisters" || w.low == "grandparents") && t.at(i).class == 0 && !t.namesThing(k):
			return true
		case t.at(i).class == 0 && end == i+1 && k == next && (onlyChildrenHave[w.low] || w.low == "story" && !t.follows(k+1)) && w.low != "foster" && w.low != "adoption" && w.low != "placement":
			return true
		case w.class&kinWord != 0 && w.low != "partner" && w.low != "carer" && w.low != "parent" && w.low != "guardian" && t.at(i).class == 0 && !t.namesThing(k):
			return true
		case w.class&(linking|preposition) != 0:
			return false
		}
	}
	return false
}

// ownsCare says whether the word at k is, by itself, of somebody in care or
// leaving it: a personal adviser, a social worker, foster carers, a placement.
func (t *text) ownsCare(k int) bool {
	switch w := t.words[k]; w.low {
	case "adviser", "advisor":
		return t.at(k-1).low == "personal"
	case "worker":
		return t.at(k-1).low == "social" || t.at(k-1).low == "key"
	case "carer", "carers":
		return t.at(k-1).low == "foster"
	default:
		return onlyChildrenHave[w.low] || w.class&kinWord != 0 && w.low != "partner" || w.low == "pathway" || w.low == "adopters" || w.low == "chronology" || w.low == "ehcp"
	}
}

// namesFamily: the Okafor family, the O'Neill children, the Hussain twins.
func (t *text) namesFamily(i, end int) bool {
	w := t.at(end)
	if t.first(i) && t.follows(end) && end == i+1 && t.words[i].class&^given == 0 && !isPlaceLike(t.words[i].low) && !strings.HasSuffix(t.words[i].low, "er") && !strings.HasSuffix(t.words[i].low, "ed") && !strings.HasSuffix(t.words[i].low, "ing") && (isFew(w.low) || w.low == "family") && !t.namesThing(end) {
		return true // Okafor family has been waiting
	}
	if t.at(i-1).low != "the" || !t.follows(end) || t.namesThing(end) || end-i > 3 {
		return false
	}
	if strings.HasSuffix(t.words[end-1].low, "shire") || t.words[end-1].low == "mockingbird" {
		return false
	}
	switch w.low {
	case "family":
		return true
	case "twins", "brothers", "sisters", "siblings", "boys", "girls", "baby", "household", "parents":
		return true
	case "children":
		_, owned := t.possessive(end)
		next := t.at(end + 1)
		return !owned && end == i+1 && (t.in(i)&past != 0 || !t.follows(end+1) || next.class&(linking|humanVerb) != 0 || strings.HasSuffix(next.low, "ed")) || t.words[i].low == "o"
	}
	return false
}

// hasAge: Amira, 15, was; Callum (9); Zainab, aged 12.
func (t *text) hasAge(i, end int) bool {
	if w := t.words[i]; w.class == 0 && end == i+1 && !isPlaceLike(w.low) && t.place[i] == 0 && t.gap(end) == ", " && t.follows(i) {
		switch t.at(i - 1).low {
		case "for", "with", "about", "to":
			last, ok := t.ageAfter(end)
			return ok && last > end && t.at(end).number > 1
		}
	}
	if t.words[i].class&given == 0 && !(maybeNames[t.words[i].low] && t.in(i)&(pronoun|cue) != 0) {
		return false
	}
	last, ok := t.ageAfter(end)
	return ok && last > end
}

// isCalled: a young woman called Tia, a boy named Theo.
func (t *text) isCalled(i int) bool {
	before := t.at(i - 1).low
	if before == "me" && t.at(i-2).low == "call" {
		return true
	}
	if before != "called" && !((before == "is" || before == "was") && t.at(i-2).low == "name" && (t.at(i-3).class&pronoun != 0 || t.at(i-3).low == "s" && t.isHead(i-4))) && before != "named" && !(before == "as" && t.at(i-2).low == "known") {
		return false
	}
	if t.at(i-2).low == "name" {
		return true
	}
	for k := i - 2; k >= max(0, i-5); k-- {
		if t.isHead(k) && !t.namesThing(k) || t.isGroup(k) && before != "as" && t.person(k) || t.words[k].low == "woman" || t.words[k].low == "man" || t.words[k].low == "who" && t.in(i)&(kinWord|childWord) != 0 {
			return true
		}
	}
	return false
}

// titledRelation: Mrs Price's children, Mr Lewis, her stepfather. A name with
// a title is a relation's if the sentence speaks of a family and of no post.
func (t *text) titledRelation(i, end int) bool {
	if t.at(i).low == "justice" {
		return false
	}
	for k := max(0, i-5); k < i-1; k++ {
		if t.words[k].class&kinWord != 0 && t.words[k].sentence == t.words[i].sentence {
			return true
		}
	}
	for k := max(0, i-6); k < i; k++ {
		if wronged[t.words[k].low] && t.inClause(i)&post == 0 {
			return true // apologise to Mrs Dunn
		}
	}
	for k := end; k < end+9; k++ {
		if low := t.at(k).low; (low == "her" || low == "his") && t.at(k+1).class&(kinWord|childWord) != 0 && t.at(k).sentence == t.words[i].sentence {
			return true // the loss of her grandson's box
		}
	}
	if wronged[t.at(end).low] && t.inClause(i)&post == 0 {
		return true
	}
	if t.at(end).low == "whose" && t.at(end+1).class&(manyChildren|manyKin|kinWord|childWord) != 0 {
		return true
	}
	if t.inClause(i)&post != 0 || t.isMinuted(i, end) {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-12); k < min(s.to, end+12); k++ {
		if w := t.words[k]; (k < i-1 || k >= end) && (w.class&(kinWord|childWord|manyKin|manyChildren|pronoun) != 0 || w.low == "foster" || w.low == "fostered" || w.low == "adopted") && !t.isNamePart(k) {
			return true
		}
	}
	return false
}

// wronged are verbs between a council and a family.
var wronged = setOf(`apologise apologised apology complained appealed tribunal`)

// isMinuted: Ms Okoro asked why 12 children were in hotels. Minutes name who
// spoke; whoever speaks of his or her own is a relation.
func (t *text) isMinuted(i, end int) bool {
	switch t.at(end).low {
	case "asked", "noted", "reported", "advised", "explained", "queried":
	default:
		return false
	}
	switch t.at(end + 1).low {
	case "why", "whether", "about", "how", "that", "if":
		return t.in(i)&(pronoun|kinWord) == 0 && t.at(i-2).low != "and"
	}
	return false
}

// isLoneGivenName: "Kyle has been without education". A first name without a
// surname, in a sentence about a child's life and of no post.
func (t *text) isLoneGivenName(i, end int) bool {
	if before := t.at(i - 1).low; t.words[i].class&given != 0 && end == i+1 && t.follows(i) && (before == "poor" || before == "little") {
		return true
	}
	if t.words[i].class&given != 0 && end == i+1 && t.follows(end) && t.at(end).low == "on" && (t.at(end+1).low == "her" || t.at(end+1).low == "his") {
		return true // congratulated Destiny on her place
	}
	if t.words[i].class&given == 0 || t.isOfPost(i, end) || end-i > 2 || end-i == 2 && t.words[i+1].end-t.words[i+1].start > 1 && t.gap(i+1) != "-" {
		return false
	}
	if t.is(end, "is", "the") && (t.at(end+2).low == "name" || t.at(end+2).low == "language" || t.at(end+2).low == "title") {
		return false
	}
	if t.at(i-1).low == "the" && t.follows(i) && t.follows(end) && t.at(end).low != "case" {
		return false // the Rees Foundation, the Reid review
	}
	if before := t.at(i - 1); t.gap(i) == " " && before.capital && !t.first(i-1) && !t.person(i-1) {
		return false
	}
	if next, ok := t.possessive(end - 1); ok && t.at(next).class&(possession|platform|linking) == 0 {
		return false
	}
	if t.at(end).low == "and" && t.at(end+1).class&given != 0 && t.at(end+1).capital && !t.at(end+2).capital {
		return !departments[t.at(end+3).low] || t.at(end+2).low != "in" && t.at(end+2).low != "from"
	}
	s := t.sentences[t.words[i].sentence]
	office := false
	for k := max(s.from, i-16); k < min(s.to, end+16); k++ {
		w := t.words[k]
		if childMatters[w.low] || ofOneChild[w.low] || t.isEventNoun(w.low) && !strings.HasPrefix(w.low, "death") {
			return true
		}
		if k >= i && k < end || t.isNamePart(k) {
			continue
		}
		if w.class&(cue|possession) != 0 {
			return true
		}
		office = office || w.class&(premises|staff|staffVerb|roleNoun) != 0 && w.low != "office"
	}
	next := t.at(end)
	return !office && t.follows(end) && (next.class&humanVerb != 0 || strings.HasSuffix(next.low, "ed"))
}

// ofOneChild are short forms of what is done for one child, and verbs of it.
var ofOneChild = setOf(`ehcp iha pep peps plo lac cin cp sgo rhi fgc nrm yjs reunited adopters matched matching match visited neet placement advocate`)

// isOfPost says whether a post or an inspectorate is named right beside a name.
func (t *text) isOfPost(i, end int) bool {
	from := max(0, i-4)
	for k := i; k > from; k-- {
		if strings.ContainsAny(t.gap(k), ":–") {
			from = k // Escalated to the manager: Nathan W
		}
	}
	for k := from; k < min(len(t.words), end+5); k++ {
		if t.words[k].class&(post|letterWord) != 0 && t.words[k].sentence == t.words[i].sentence {
			return true
		}
	}
	return false
}
