package check

import (
	"regexp"
	"strings"
)

// Mark is a place in a text that is likely to identify a child or a person.
type Mark struct {
	Rule       string // the rule that reports it
	start, end int
}

// Identifiable finds what in a text is likely to identify a child: an NHS
// number or unique pupil number with a true check, a date of birth, a case
// number after its label, initials used as a name, a postcode, a phone number,
// an e-mail, and a count of children below small. It looks at one text
// by itself.
func Identifiable(s string, small int) []Mark {
	var marks []Mark
	look := func(rule string, find func(string) []span) {
		for _, found := range find(s) {
			marks = append(marks, Mark{rule, found.start, found.end})
		}
	}
	digits, longest := countDigits(s)
	if digits >= 10 {
		look("nhs-number", nhsNumbers)
		look("phone", phones)
	}
	if digits >= 11 {
		look("upn", upns)
	}
	if digits >= 3 {
		look("date-of-birth", birthDates)
	}
	if longest >= 3 {
		look("case-number", caseNumbers)
	}
	if digits >= 2 {
		look("postcode", postcodes)
	}
	if strings.Contains(s, "@") {
		look("email", emails)
	}
	look("initials", initialsOf)
	look("small-count", func(s string) []span { return smallCounts(s, small) })
	return marks
}

// countDigits counts a text's digits, and those of its longest run: the
// patterns below are only tried where they could fit.
func countDigits(s string) (all, longest int) {
	run := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			run = 0
			continue
		}
		all++
		run++
		longest = max(longest, run)
	}
	return all, longest
}

var nhsShape = regexp.MustCompile(`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`)

// nhsNumbers finds NHS numbers: ten digits whose last is the check digit
// (weights 10 to 2, modulus 11; NHS Data Model and Dictionary).
func nhsNumbers(s string) []span {
	return keep(nhsShape.FindAllStringIndex(s, -1), func(i, j int) bool {
		digits := onlyDigits(s[i:j])
		sum := 0
		for k := 0; k < 9; k++ {
			sum += int(digits[k]-'0') * (10 - k)
		}
		check := (11 - sum%11) % 11
		return check != 10 && int(digits[9]-'0') == check && digits != "0000000000"
	})
}

var upnShape = regexp.MustCompile(`\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b`)

// upnLetters stand for the remainders 0 to 22: the alphabet without I, O, S.
const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

// upns finds unique pupil numbers: a check letter, eleven digits and a digit
// or, in a temporary one, a letter (weights 2 to 13, modulus 23; Department for
// Education guide to unique pupil numbers).
func upns(s string) []span {
	return keep(upnShape.FindAllStringIndex(s, -1), func(i, j int) bool {
		number := s[i:j]
		sum := 0
		for k := 1; k < 13; k++ {
			value := int(number[k]) - '0'
			if number[k] > '9' {
				value = strings.IndexByte(upnLetters, number[k])
			}
			sum += value * (k + 1)
		}
		return number[0] == upnLetters[sum%23]
	})
}

var birthShape = regexp.MustCompile(`(?i)\b(?:d\.?o\.?b\.?|date of birth|birth date|born(?: on)?)[\s:,(-]{1,4}(?:the )?(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? \d{2,4})`)

func birthDates(s string) []span {
	if !within(strings.ToLower(s), "born", "birth", "dob", "d.o.b") {
		return nil
	}
	return keep(birthShape.FindAllStringIndex(s, -1), nil)
}

var caseShape = regexp.MustCompile(`(?i)\b(?:lcs|mosaic|liquidlogic|ics|eclipse|azeus|carefirst|case|child|client|person|file)[ -]?(?:no\.?|number|id|ref\.?|reference)?[\s:#]*([a-z]{0,3}\d{5,10})\b`)
var caseLabelShape = regexp.MustCompile(`(?i)\b(?:case|lcs|mosaic|child|client|person|file)[ -]?(?:no\.?|number|id|ref\.?|reference)[\s:#]*([a-z]{0,3}[/-]?\d{3,10})\b`)

// caseNumbers finds record numbers, only after a label that says so.
func caseNumbers(s string) []span {
	folded := strings.ToLower(s)
	if !within(folded, "lcs", "mosaic", "liquidlogic", "ics", "eclipse", "azeus", "carefirst", "case", "child", "client", "person", "file") {
		return nil
	}
	found := keep(caseShape.FindAllStringIndex(s, -1), nil)
	for _, more := range keep(caseLabelShape.FindAllStringIndex(s, -1), nil) {
		if !overlaps(found, more) {
			found = append(found, more)
		}
	}
	return found
}

var postcodeShape = regexp.MustCompile(`\b([A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b`)

// postcodeAreas are the letters with which a postcode can begin.
var postcodeAreas = setOf(`AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU
	GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM
	S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE`)

func postcodes(s string) []span {
	var found []span
	if !hasInwardCode(s) {
		return nil
	}
	for _, m := range postcodeShape.FindAllStringSubmatchIndex(s, -1) {
		if postcodeAreas[s[m[2]:m[3]]] {
			found = append(found, span{m[0], m[1]})
		}
	}
	return found
}

// hasInwardCode is true of a text with a digit and two capitals side by side,
// as a postcode ends.
func hasInwardCode(s string) bool {
	for i := 2; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'A' && s[i-1] <= 'Z' && s[i-2] >= '0' && s[i-2] <= '9' {
			return true
		}
	}
	return false
}

var phoneShape = regexp.MustCompile(`(?:\+44[ -]?(?:\(0\))?[ -]?|\(?\b0)[1-37-8][\d() -]{7,13}\d\b`)

func phones(s string) []span {
	return keep(phoneShape.FindAllStringIndex(s, -1), func(i, j int) bool {
		n := len(onlyDigits(s[i:j]))
		return n >= 10 && n <= 13
	})
}

var emailShape = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+`)

func emails(s string) []span { return keep(emailShape.FindAllStringIndex(s, -1), nil) }

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func keep(found [][]int, true func(i, j int) bool) []span {
	var out []span
	for _, f := range found {
		if true == nil || true(f[0], f[1]) {
			out = append(out, span{f[0], f[1]})
		}
	}
	return out
}

func overlaps(list []span, s span) bool {
	for _, other := range list {
		if s.start < other.end && other.start < s.end {
			return true
		}
	}
	return false
}
