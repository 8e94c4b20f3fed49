package identify

// sure, in hundredths of the logarithm of the odds, is the weight from which a
// sentence is found for sure: held out, one innocent sentence in 150
// weighs more.
const sure = 200

// doubted is the weight below which what a rule has found is doubted: held out,
// one in thirty of the sentences that identify and that a rule finds weighs less.
const doubted = -150

// weaken says which counts and descriptions are weak evidence: the sentence
// weighs little, or whoever is counted did no more than take part in what a
// service does, or is whichever child; and nothing is said that could tell who
// they are. "Two families asked not to have a visit" leads to nobody; a place, a
// day, an age, a relation or what befell them does, in the same sentence or the
// one before or after it.
func (t *text) weaken() {
	for n := range t.found {
		if f := &t.found[n]; f.Kind == Address && t.isAcquired(t.wordAt(f.Start)) {
			f.Weak = true
		}
	}
	for _, f := range t.found {
		if f.Kind != SmallCount && f.Kind != Described {
			return // who stands beside a name or an address is told by that
		}
	}
	for n := range t.found {
		f := &t.found[n]
		if f.Weak {
			continue
		}
		i, last := t.wordAt(f.Start), t.wordAt(f.End-1)
		asked := f.Kind == SmallCount && (t.isWhichever(i) || t.onlyTookPart(i, last))
		f.Weak = (asked || t.isDoubted(t.sentences[t.words[i].sentence])) && !t.isToldApart(i, last)
	}
}

// isAcquired says whether the house at the address at i is one that a council
// finds or buys for a home, and nobody is told of who lives there.
func (t *text) isAcquired(i int) bool {
	s := t.sentences[t.words[i].sentence]
	if s.has&(childWord|kinWord|familyWord|manyChildren|manyKin|pronoun) != 0 {
		return false
	}
	house, acquired := false, false
	for k := s.from; k < s.to; k++ {
		switch t.words[k].low {
		case "house", "home", "property", "building", "site":
			house = house || !t.words[k].capital || t.first(k)
		case "bought", "purchased", "leased", "rented", "acquired", "secured", "registered", "registration", "refurbished", "found", "planning":
			acquired = true
		}
	}
	return house && acquired && !isHouseNumber(t.at(i).low)
}

// isDoubted says whether a sentence weighs so little that it is likely to be
// about nobody.
func (t *text) isDoubted(s sentence) bool {
	if s.to-s.from < shortest || t.Unweighed {
		return false
	}
	t.tokenise(s.from, s.to)
	return t.weigh(s.from, s.to) < doubted
}

// isWhichever is true of a count at i of one child of whom nothing is told as
// having happened: reflective discussion of one child; one child's journey at
// every meeting.
func (t *text) isWhichever(i int) bool {
	if t.words[i].low != "one" || t.in(i)&(past|pronoun) != 0 {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	for k := s.from; k < s.to; k++ {
		switch t.words[k].low {
		case "there", "has", "have", "still", "now", "currently", "without", "no", "not", "isn", "cannot", "waits", "waiting":
			return false
		}
	}
	return t.at(i-1).class&preposition != 0 || t.at(i+2).low == "s" && isApostrophe(t.gap(i+2))
}

// onlyTookPart says whether the words behind a count in words i to last tell
// that those counted took part in something, or chose not to: parents and
// families by what they said and did, children only by what was asked of them.
func (t *text) onlyTookPart(i, last int) bool {
	did := tookPart
	if t.counts(i, last)&(childWord|manyChildren) != 0 || t.counts(i, last) == 0 {
		did = wereAsked
	}
	for k := i; k <= last+5 && t.at(k).sentence == t.words[i].sentence; k++ {
		if did[t.at(k).low] {
			return true
		}
	}
	return false
}

// counts is whom the words i to last count.
func (t *text) counts(i, last int) class {
	var has class
	for k := i; k <= last; k++ {
		has |= t.words[k].class & (childWord | manyChildren | kinWord | manyKin | familyWord)
	}
	return has
}

// isToldApart says whether in the sentences round words i to last anything tells
// who is meant there.
func (t *text) isToldApart(i, last int) bool {
	n := t.words[i].sentence
	from, to := t.sentences[max(0, n-1)].from, t.sentences[min(len(t.sentences)-1, t.words[last].sentence+1)].to
	for k := from; k < to; k++ {
		w := &t.words[k]
		if t.place[k] > 0 && !t.isOwn(w.low) || t.aged[k] > 0 || w.class&nationality != 0 && w.capital || isGendered(w.low) {
			return true
		}
		if circumstances[w.low] || events[w.low] || matters[w.low] || abuses[w.low] {
			return true
		}
		switch w.kind {
		case "HARM", "CONDITION", "ELDEST":
			return true
		case "FATE":
			if w.low != "found" && w.low != "run" && w.low != "fell" {
				return true // what is found are mostly weaknesses, and what fell are figures
			}
		}
		if w.class&(school|setting) != 0 && t.isOneKnown(k) {
			return true
		}
		if w.sentence == n {
			if end, _ := t.dateAt(k); end > 0 && t.at(k-1).low != "since" || w.low == "her" || w.low == "his" || w.low == "she" || w.low == "he" {
				return true
			}
		}
	}
	return false
}

// isOneKnown says whether the school or setting at k is one that those who know
// the place can tell: the nursery, our home.
func (t *text) isOneKnown(k int) bool {
	for j := k - 1; j >= max(0, k-3) && t.words[j].sentence == t.words[k].sentence; j-- {
		switch t.words[j].low {
		case "the", "our", "one", "that", "same", "this", "a", "an":
			return true
		}
	}
	return false
}

var (
	// tookPart is what parents, carers and families do with a service that
	// nobody else sees.
	tookPart = setOf(`ask asks asked want wants wanted wish wished wishes prefer prefers preferred decline declined declines choose chose chosen reply replied replies answer answered respond responded say says said
		tell tells told talk talked speak spoke spoken join joined joins withdrew withdrawn booked invited signed agreed completed trained approved recruited tried helped wrote write rang group groups forum
		survey surveys feedback training sessions programme workshop workshops interviewed conferences mentors volunteers volunteered course reference interested keen willing enrolled`)
	// wereAsked is the same of children: what they say may be of what befell them.
	wereAsked = setOf(`ask asked prefer preferred decline declined choose chose reply replied replies responded survey surveys feedback papers forum invited booked questionnaire`)
)

// circumstances are words for what sets a child or family apart in the eyes of
// those who live near them, whoever counts them.
var circumstances = setOf(`twin twins triplet triplets sibling siblings brother brothers sister sisters baby babies newborn newborns infant infants toddler toddlers unborn pregnant girls boys
	missing exploited exploitation police court custody prison remand hospital injured injury injuries harmed hurt abuse abused abusing abusive neglect neglected violence violent drugs alcohol died dead killed stabbed shot hit
	assaulted raped cautioned caution homeless hotel hotels hostel caravan tent tents van bed evicted eviction unregistered unregulated secure excluded expelled detained sectioned deported trafficked unaccompanied
	uasc uascs asylum refugee refugees traveller travellers recourse adopted adoption adopter adopters disrupted removed removal accommodated placed placement placements unplaced moved protection deprivation allegation
	newspaper paper press radio television facebook news disabled disability disabilities autistic autism deaf blind wheelchair ill illness suicide suicidal overdose overdosed harm sleep sleeping slept refused banned
	complained complaint ombudsman contact behaviour church mosque temple synagogue gypsy roma gang gangs fire bereaved bereavement funeral orphaned taken abroad country lives lived living stays stayed stay village
	estate street road farm moved left alone notice vanished disappeared tragedy safe unsafe
	offender offenders register deportation tribunal proceedings split lgbt teenage fives unders resigned trans transgender gay lesbian order`)
