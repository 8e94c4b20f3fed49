package identify

import (
	"strings"

	"actionplan/workbook/words"
)

// findContacts finds by what somebody can be reached: postcodes, phone numbers,
// e-mail addresses and names in social media. What a body gives out as its own
// is left alone.
func (t *text) findContacts() {
	if t.digits.row >= 10 {
		t.look(Phone, phoneShape, t.isPrivatePhone)
	}
	if t.digits.all >= 2 && hasInwardCode(t.s) {
		t.findPostcodes()
	}
	if strings.Contains(t.s, "@") {
		t.look(Email, emailShape, isPrivateMail)
		t.look(SocialMedia, handleShape, t.isPrivateHandle)
	}
	t.findSpokenNumber()
	t.findUserNames()
	if strings.Contains(t.s, "_") && len(t.words) > 0 {
		t.look(SocialMedia, underscored, t.isPersonal)
	}
}

var postcodeShape = words.MustCompile(`(?i)\b([A-Z]{1,2})\d[A-Z\d]? ?(\d[A-Z]{2})\b`)

// postcodeAreas are the letters with which a postcode can begin.
var postcodeAreas = setOf(`AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
	GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM
	S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`)

func (t *text) findPostcodes() {
	for _, m := range postcodeShape.FindAllStringSubmatchIndex(t.s, -1) {
		inward := strings.ToLower(t.s[m[4]:m[5]])
		isOrdinal := t.s[m[4]:m[5]] == inward && (strings.HasSuffix(inward, "st") || strings.HasSuffix(inward, "nd") || strings.HasSuffix(inward, "rd") || strings.HasSuffix(inward, "th"))
		known := postcodeAreas[strings.ToLower(t.s[m[2]:m[3]])] || t.s[m[4]-1] == ' ' && isInwardCode(inward) && !t.isLabelled(m[0])
		if known && !isOrdinal && !t.ofABody(m[0]) {
			t.found = append(t.found, Span{Kind: Postcode, Start: m[0], End: m[1]})
		}
	}
}

// isLabelled says whether the word before a place is one that has a number of
// its own: Room QQ1 1AA.
func (t *text) isLabelled(at int) bool {
	i := t.wordAt(at)
	return i > 0 && t.words[i-1].class&label != 0 && t.follows(i)
}

// isInwardCode is true of a digit and two letters that can end a postcode:
// those that are easily misread are not in use (Royal Mail, Postcode Address
// File). Units, times of day and ordinals are none.
func isInwardCode(low string) bool {
	switch low[1:] {
	case "gb", "tb", "hr", "ft", "lb", "pt", "yd", "st", "nd", "rd", "th":
		return false
	}
	return !strings.ContainsAny(low[1:], "cikmov")
}

// hasInwardCode is true of a text with a digit and two letters side by side,
// as a postcode ends.
func hasInwardCode(s string) bool {
	isLetter := func(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
	for i := 2; i < len(s); i++ {
		if i+1 < len(s) && (isLetter(s[i+1]) || s[i+1] >= '0' && s[i+1] <= '9') {
			continue
		}
		if isLetter(s[i]) && isLetter(s[i-1]) && s[i-2] >= '0' && s[i-2] <= '9' {
			return true
		}
	}
	return false
}

var phoneShape = words.MustCompile(`(?:\+44[ -]?(?:\(0\))?[ -]?|\(?\b0)[1-37-8][\d() -]{7,13}\d\b`)

// isPrivatePhone leaves out numbers that only bodies have (03, 08), and those
// of a place that answers for a body.
func (t *text) isPrivatePhone(found string, start int) bool {
	digits := onlyDigits(found)
	if n := len(digits); n < 10 || n > 13 {
		return false
	}
	national := strings.TrimPrefix(strings.TrimPrefix(digits, "44"), "0")
	switch national[0] {
	case '3', '8':
		return false
	case '7':
		return true
	}
	return !t.ofABody(start)
}

// spokenDigits are how many digits each word of a number says that is written
// as it is spoken.
var spokenDigits = map[string]int{"oh": 1, "o": 1, "zero": 1, "nought": 1, "one": 1, "two": 1, "three": 1, "four": 1, "five": 1, "six": 1, "seven": 1, "eight": 1, "nine": 1, "hundred": 2, "double": 1, "treble": 2, "triple": 2}

// findSpokenNumber marks a phone number in words: oh seven seven double oh, nine
// hundred, one two three.
func (t *text) findSpokenNumber() {
	for i := 0; i < len(t.words); i++ {
		switch t.words[i].low {
		case "oh", "o", "zero", "nought", "double":
		default:
			continue
		}
		digits, end := 0, i
		for end < len(t.words) && spokenDigits[t.words[end].low] > 0 && (end == i || joined(t.gap(end)) || t.gap(end) == ", ") {
			digits += spokenDigits[t.words[end].low]
			end++
		}
		if digits >= 8 {
			t.mark(Phone, i, end)
		}
		i = max(i, end-1)
	}
}

var emailShape = words.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

// mailboxes are names that a body gives to its post, not a person.
var mailboxes = setOf(`info enquiries enquiry mash team admin contact contacts feedback complaints complaint office helpdesk hub duty participation improvement children childrens family families
	fostering adoption safeguarding support help frontdoor front door referrals referral cypmash edt send virtualschool school customer customerservices services service comms press media policy
	foi hello training board democratic scrutiny lscp partnership lado earlyhelp early access assurance dpo privacy records development performance quality mail post reception recruitment social care socialcare leavingcare ofsted youth council
	voice voices young people advocacy plan plans cs csc cyps survey consultation strategic commissioning head clerk programme project transformation pmo secretariat governance business data finance hr workforce legal information iro conference conferencing court permanence
	virtualschool send sendiass ehcp academy practice learning improvementplan`)

// isPrivateMail leaves out the mailbox of a body: every part of its name says
// so, and it is not with a provider that sells to people.
func isPrivateMail(found string, _ int) bool {
	name, host, _ := strings.Cut(strings.ToLower(found), "@")
	if !strings.HasSuffix(host, ".gov.uk") && !strings.HasSuffix(host, ".nhs.uk") && !strings.HasSuffix(host, ".police.uk") && !strings.HasSuffix(host, ".org.uk") &&
		!strings.HasSuffix(host, ".sch.uk") && !strings.HasSuffix(host, ".ac.uk") && !strings.HasSuffix(host, ".org") {
		return true
	}
	for _, part := range strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }) {
		if !isMailbox(part) {
			return true
		}
	}
	return false
}

// isMailbox is true of what a body calls a box: a word of its work, a short form
// of the trade, or two such in one, as childrensservices.
func isMailbox(part string) bool {
	if c := classOf(part); mailboxes[part] || len(part) > 1 && c&(acronym|thing|staff) != 0 && c&(given|month) == 0 {
		return true
	}
	for k := 3; k <= min(20, len(part)-3); k++ {
		if mailboxes[part[:k]] && mailboxes[part[k:]] {
			return true
		}
	}
	return false
}

var handleShape = words.MustCompile(`(?:^|[^A-Za-z0-9._%+-])@[A-Za-z][A-Za-z0-9_.]{2,}`)

// isPrivateHandle leaves out a name in social media that a body uses in public:
// plain letters, in a sentence that asks to follow or share.
func (t *text) isPrivateHandle(found string, start int) bool {
	name := strings.TrimRight(found[strings.IndexByte(found, '@')+1:], ".")
	if hasDigit(name) || strings.ContainsAny(name, "_.") {
		return true
	}
	i := t.wordAt(start)
	if i < 0 || t.in(i)&pronoun != 0 {
		return true
	}
	for _, body := range []string{"council", "county", "borough", "city", "nhs", "police", "school", "academy"} {
		if strings.Contains(strings.ToLower(name), body) {
			return false
		}
	}
	all := t.sentences[t.words[i].sentence]
	for k := max(all.from, i-16); k < min(all.to, i+16); k++ {
		switch t.words[k].low {
		case "follow", "our", "council", "shared", "share", "campaign", "team", "tag", "service", "us":
			return false
		}
	}
	return true
}

// underscored is a name with a line in it, as nobody writes but of
// an account or a file.
var underscored = words.MustCompile(`\b[A-Za-z][A-Za-z0-9.]*_[A-Za-z0-9_.]*[A-Za-z0-9_]\b`)

// isPersonal says whether the sentence at a place speaks of him or her.
func (t *text) isPersonal(found string, start int) bool {
	i := t.wordAt(start)
	return i >= 0 && t.in(i)&pronoun != 0 && !strings.HasPrefix(t.s[start+len(found):], ".")
}

var userName = words.MustCompile(`\b(?:[A-Za-z]+[._][A-Za-z0-9._]*[A-Za-z0-9]|[A-Za-z]{3,}\d+[A-Za-z0-9]*|[A-Za-z0-9.]*_[A-Za-z0-9._]*)\b`)

// findUserNames finds the name that somebody has on a platform, in the few
// words after the platform's own.
func (t *text) findUserNames() {
	for i, w := range t.words {
		if w.class&platform == 0 || w.low == "x" && !w.allCaps {
			continue
		}
		if from, to, ok := t.saidName(i); ok {
			t.mark(SocialMedia, from, to)
		}
		last := min(i+9, t.sentences[w.sentence].to)
		if last <= i+1 {
			continue
		}
		start, end := t.words[i+1].start, t.words[last-1].end
		for end < len(t.s) && (isWordRune(rune(t.s[end])) || t.s[end] == '_') {
			end++
		}
		for _, at := range userName.FindAllStringIndex(t.s[start:end], -1) {
			if name := t.s[start+at[0] : start+at[1]]; strings.ContainsAny(name, "_0123456789") || w.low != "x" && strings.Contains(name, ".") && !strings.HasPrefix(name, "www.") && !strings.HasSuffix(name, ".com") && !strings.HasSuffix(name, ".uk") {
				t.found = append(t.found, Span{Kind: SocialMedia, Start: start + at[0], End: start + at[1]})
			}
		}
	}
}

// saidName reads "Facebook name is Demi Jade 2011", "account: lil jay".
func (t *text) saidName(i int) (from, to int, ok bool) {
	k := i + 1
	switch t.at(k).low {
	case "name", "username", "profile", "account", "handle", "tag", "id", "user":
	default:
		return 0, 0, false
	}
	if gap, next := t.gap(k+1), t.at(k+1).low; !strings.HasPrefix(gap, ":") && !strings.ContainsAny(gap, "\"“‘") {
		if next != "is" && next != "was" && next != "called" && next != "named" {
			return 0, 0, false
		}
		k++
	}
	if name := t.at(k + 1); !name.capital && !hasDigit(name.low) && !strings.ContainsAny(t.gap(k+1), "\"“‘'@") {
		return 0, 0, false
	}
	to = k + 2
	for to < k+4 && to < len(t.words) && t.follows(to) && (t.words[to].capital || hasDigit(t.words[to].low)) {
		to++
	}
	return k + 1, to, to <= len(t.words)
}

// wordAt is the word that ends after a place in the text, -1 if none does.
func (t *text) wordAt(at int) int {
	low, high := 0, len(t.words)
	for low < high {
		if mid := (low + high) / 2; t.words[mid].end <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low == len(t.words) {
		return -1
	}
	return low
}

// ofABody says whether the sentence at a place is about where a body is found,
// and not where a family lives.
func (t *text) ofABody(at int) bool {
	i := t.wordAt(at)
	if i < 0 {
		return false
	}
	s := t.sentences[t.words[i].sentence]
	if t.underLetterhead(s.from, i) {
		return true
	}
	body := false
	for k := max(s.from, i-24); k < min(s.to, i+24); k++ {
		c := t.words[k].class
		if t.isHomeWord(k) && !(t.at(k-1).low == "for" && t.at(k-2).low == "line") {
			return false
		}
		body = body || ofOffices[t.words[k].low] && !t.callsAt(k, i) || k > i-10 && k < i+6 && (c&premises != 0 && !t.isOfStreet(k) && !(t.words[k].low == "car" && t.at(k+1).low != "park") || t.words[k].low == "court" && (t.at(k+1).low == "is" || t.at(k+1).low == "sits"))
	}
	return body
}

// ofOffices are who moves into an office, and how a body holds one.
var ofOffices = setOf(`staff team teams colleagues lease leased rented`)

// callsAt says whether those at k call at the place at i, where somebody else
// lives.
func (t *text) callsAt(k, i int) bool {
	for j := k + 1; j < i; j++ {
		switch t.words[j].low {
		case "visited", "visit", "attended", "called", "call", "went", "found", "saw", "entered", "knocked", "searched":
			return true
		}
	}
	return false
}

// isOfStreet is true of the station of Station Road.
func (t *text) isOfStreet(k int) bool {
	return t.words[k].capital && t.follows(k+1) && t.words[k+1].capital && strongStreets[t.words[k+1].low]
}

// bodyWords end the names of bodies that have an address.
var bodyWords = setOf(`ofsted cafcass council service services trust department ombudsman tribunal charity commissioner secretariat partnership directorate association coram barnardo barnardos nspcc childline`)

// underLetterhead is true of an address that follows the name of a body, with
// nothing but names and commas between: Youth Justice Service, Bridge House, 22
// Canal Street.
func (t *text) underLetterhead(from, i int) bool {
	for k := i - 1; k >= max(from, i-12); k-- {
		w := t.words[k]
		if bodyWords[w.low] && w.capital {
			return strings.HasPrefix(t.gap(k+1), ",")
		}
		if !w.capital && !hasDigit(w.low) && w.low != "of" && w.low != "the" && w.low != "s" {
			return false
		}
	}
	return false
}

// isHomeWord is true of a word of where a family lives, as a home address is,
// and of no part of a longer name.
func (t *text) isHomeWord(k int) bool {
	w := t.words[k]
	if w.low == "address" {
		before := t.at(k - 1)
		return before.low == "home" || before.class&street != 0 || before.low == "s" || before.class&pronoun != 0 || before.low == "family" || before.low == "their"
	}
	if w.low == "house" && w.capital && t.at(k-1).capital && t.follows(k) {
		return false // Wellgate House may be anything
	}
	return w.class&living != 0 && !t.isNamePart(k)
}

// isNamePart is true of a word of a longer name: the family of "family hub".
func (t *text) isNamePart(i int) bool {
	return t.follows(i+1) && t.words[i+1].class&(thing|premises) != 0
}

// setOf makes a set of the words of a list, in small letters.
func setOf(list string) map[string]bool {
	all := strings.Fields(list)
	set := make(map[string]bool, len(all))
	for _, w := range all {
		set[strings.ToLower(w)] = true
	}
	return set
}
