package identify

import "strings"

// matters are what is counted instead of those whom it happened to.
var matters = setOf(`case cases allegation allegations incident incidents disclosure disclosures complaint complaints investigation investigations notification notifications`)

// abuses are done to one child.
var abuses = setOf(`fgm cse csa nai fii trafficking incest rape infanticide`)

// findCases marks a small number of matters that are said to be about children
// or carers: two allegations against foster carers; four cases, 2 involve
// carers.
func (t *text) findCases(i int) {
	if !t.isSmall(t.words[i].number) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	k := t.afterTotal(i + 1)
	begin := k
	if t.follows(k) && t.follows(k+1) && abuses[t.at(k).low] && matters[t.at(k+1).low] && !t.namesThing(k+1) {
		t.mark(SmallCount, i, k+2) // four FGM cases
		return
	}
	for k < begin+2 && t.follows(k) && (t.at(k).class&describing != 0 || t.at(k).class == 0 && matters[t.at(k+1).low]) {
		k++
	}
	elided := k == begin && t.mattersBefore(i)
	if !t.follows(k) || !elided && !matters[t.at(k).low] {
		return
	}
	if !elided {
		k++
	}
	for t.follows(k) && isLookedAt(t.at(k).low) {
		k++
	}
	switch t.at(k).low {
	case "against", "involve", "involved", "involving", "concern", "concerned", "concerning":
	default:
		return
	}
	for k++; k < i+10 && t.follows(k); k++ {
		w := t.words[k]
		if w.class&(manyChildren|manyKin|childWord|kinWord|familyWord) != 0 || t.isCountedNoun(k) {
			if !t.namesCounted(k) && !t.namesThing(k) {
				t.mark(SmallCount, i, k+1)
			}
			return
		}
		if w.class&(describing|oneOf) == 0 {
			return
		}
	}
}

// afterTotal goes over "of the twelve", the whole of which a number is a part.
func (t *text) afterTotal(k int) int {
	if t.at(k).low != "of" {
		return k
	}
	end := k + 1
	if (t.at(end).low == "the" || t.at(end).low == "these" || t.at(end).low == "those") && files[t.at(end+1).low] {
		return end + 1 // of the cases
	}
	if t.at(end).class&oneOf != 0 || t.at(end).low == "these" || t.at(end).low == "those" {
		end++
	}
	if t.at(end).number < 0 {
		return k
	}
	return end + 1
}

// isLookedAt is true of words of what is done with files.
func isLookedAt(low string) bool {
	switch low {
	case "dip", "read", "seen", "at":
		return true
	}
	return strings.HasSuffix(low, "ed") && lexicon[low]&linking == 0 && low != "concerned" && low != "involved"
}

// files are what an audit counts in place of the children in them.
var files = setOf(`files cases records audits reviews file case record audit`)

// findInFiles marks a small number of files in which the child is spoken of: in
// two of the twelve cases sampled the child was at risk; of 24 files, in 3 the
// child had not been seen.
func (t *text) findInFiles(i int) {
	if t.at(i-1).low != "in" || !t.isSmall(t.words[i].number) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	s := t.sentences[t.words[i].sentence]
	k := t.afterTotal(i + 1)
	for k < s.to && (isLookedAt(t.words[k].low) || files[t.words[k].low]) {
		k++
	}
	if t.gap(i+1) == ", " && t.speaksOfFiles(i) && isArticle(t.at(i+1).low) {
		for j := i + 2; j < i+5 && t.follows(j); j++ {
			if t.words[j].class&childWord != 0 && t.isHead(j) && !t.namesThing(j) {
				t.mark(SmallCount, i, j+1) // in one, a baby had been left
				return
			}
		}
	}
	ofFiles := false
	for j := max(s.from, i-12); j < k; j++ {
		ofFiles = ofFiles || files[t.words[j].low]
	}
	if !ofFiles || t.at(k).low != "the" {
		return
	}
	k++
	for t.follows(k) && t.at(k).class&describing != 0 {
		k++
	}
	if t.at(k).class&(childWord|manyChildren) != 0 && !t.namesThing(k) && !t.namesCounted(k) && t.follows(k+1) && t.at(k+1).class&(linking|humanVerb) != 0 || t.is(k-1, "young", "person") {
		t.mark(SmallCount, i, k+1)
	}
}

// speaksOfFiles says whether files or cases were named before word i.
func (t *text) speaksOfFiles(i int) bool {
	for k := i - 1; k >= max(0, i-12); k-- {
		if files[t.words[k].low] {
			return true
		}
	}
	return false
}

// childOrders are what a court orders about one child or a few.
var childOrders = setOf(`protection accommodation guardianship adoption placement recovery care supervision arrangements secure`)

// findOrders marks a small number of court orders about children: FGM protection
// orders obtained: 1; two placement orders were revoked.
func (t *text) findOrders(i int) {
	w := t.words[i]
	if w.low != "order" && w.low != "orders" || !childOrders[t.at(i-1).low] || !t.follows(i) {
		return
	}
	s := t.sentences[w.sentence]
	next := t.at(i + 1)
	if t.follows(i+1) && next.class&(linking|preposition) == 0 && next.low != "this" && next.low != "sought" && next.low != "granted" && !strings.HasSuffix(next.low, "ed") {
		return // a care order policy
	}
	for k := i - 1; k >= max(s.from, i-5) && t.follows(k+1); k-- {
		if t.isSmall(t.words[k].number) && !t.isNoCount(k) && !t.endsNumber(k) && !(next.low == "in" && t.at(i+2).number >= 0) {
			t.mark(SmallCount, k, i+1)
			return
		}
	}
	for k := i + 1; k < min(s.to, i+8); k++ {
		if gap := t.gap(k); strings.ContainsAny(gap, ":=(") || gap == " - " || gap == " – " {
			if after := t.gapAfter(k); t.isSmall(t.words[k].number) && !strings.HasPrefix(after, "%") && !t.follows(k+1) && after != "," && !(after == "." && k+1 < s.to) {
				t.mark(SmallCount, i-1, k+1)
			}
			return
		}
	}
}

// mattersBefore says whether the number at i is of matters that the sentence has
// named: four cases are open, two involve.
func (t *text) mattersBefore(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-12); k < i; k++ {
		if matters[t.words[k].low] {
			return true
		}
	}
	return false
}

// events happen to one child each: to count them is to count children.
var events = setOf(`adoption adoptions disruption disruptions exclusion exclusions birth births fatality fatalities death deaths suicide suicides stillbirth overdose overdoses stabbing stabbings removal removals
	pregnancy pregnancies remand remands sectioning abduction abductions sgos icos epos dols`)

// isEvent says whether word k is of what happens to one child, and no part of
// the name of a thing: an adoption, an exclusion, a private fostering
// arrangement, a placement that ended without a plan.
func (t *text) isEvent(k int) bool {
	w := t.words[k]
	if next := t.at(k + 1); t.follows(k+1) && (next.class&(thing|staff|premises|roleNoun|post) != 0 && next.class&linking == 0 || strings.HasSuffix(next.low, "er") || next.low == "rates" || next.low == "rate") {
		return t.isEventNoun(next.low)
	}
	switch w.low {
	case "put":
		return t.at(k-1).low == "staying" && !t.follows(k+1)
	case "arrangement", "arrangements":
		return t.at(k-1).low == "fostering" && t.at(k-2).low == "private"
	case "beds", "bed", "placement", "placements", "ending", "endings", "breakdown", "breakdowns", "admission", "admissions":
		return t.isUnplanned(k)
	}
	return t.isEventNoun(w.low)
}

func (t *text) isEventNoun(low string) bool { return events[low] }

// isUnplanned says whether the words round a placement at k say that one child's
// ended or that few are in it.
func (t *text) isUnplanned(k int) bool {
	for j := max(0, k-3); j < k+4; j++ {
		if j == k || t.at(j).sentence != t.words[k].sentence {
			continue
		}
		switch t.words[j].low {
		case "unplanned", "broke", "disrupted", "secure", "unregistered", "unregulated", "emergency", "hospital", "psychiatric", "disruption", "breakdown", "breakdowns", "failed", "collapsed":
			return true
		case "adoptive":
			return t.words[k].low != "placements"
		}
	}
	return false
}

// findEvents marks a small number of events of which each happened to one child.
func (t *text) findEvents(i int) {
	if !t.isSmall(t.words[i].number) || t.isNoCount(i) || t.endsNumber(i) {
		return
	}
	for k := i + 1; k < i+5 && t.follows(k); k++ {
		w := t.words[k]
		if t.isEvent(k) {
			if t.follows(k+1) && t.isEvent(k+1) {
				k++
			}
			if t.in(i)&anyOf == 0 && !t.is(k+1, "per") && !t.is(k+1, "a") && !t.is(k+1, "or", "more") && (t.words[i].low != "one" || t.in(i)&ruling == 0) {
				t.mark(SmallCount, i, k+1)
			}
			return
		}
		if w.low == "referral" || w.low == "referrals" {
			if t.isReferralFrom(k) {
				t.mark(SmallCount, i, k+1)
			}
			return
		}
		if w.class&(linking|preposition|staff) != 0 && w.class&describing == 0 {
			return
		}
	}
}

// isReferralFrom says whether word k is of referrals that one named school or
// setting made.
func (t *text) isReferralFrom(k int) bool {
	if low := t.words[k].low; low != "referrals" && low != "referral" || t.at(k+1).low != "from" || k+2 >= len(t.words) {
		return false
	}
	return t.place[k+2] > 0 && !t.village[k+2]
}
