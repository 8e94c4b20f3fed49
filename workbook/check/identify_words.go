package check

import (
	"regexp"
	"strings"
	"unicode"
)

// token is one word of a text, in lower case and as typed.
type token struct {
	span
	low, typed string
}

func tokens(s string) []token {
	spans := wordSpans(s)
	out := make([]token, len(spans))
	for i, w := range spans {
		typed := s[w.start:w.end]
		out[i] = token{w, strings.ToLower(typed), typed}
	}
	return out
}

var (
	// childWords are whom initials would stand for.
	childWords = setOf(`child girl boy sibling sister brother baby infant teenager pupil mother father mum dad carer person`)
	// kinWords follow initials that stand for a child: "JB's placement".
	kinWords = setOf(`placement mother father mum dad parents school foster carer carers sibling siblings brother sister family social worker care
		plan home birthday adoption`)
	// tradeAcronyms are two or three capitals that people who write plans use
	// beside the word child.
	tradeAcronyms = setOf(`CP CIN LAC CLA CIC EHC EET NEET SEN ASC CSE CCE SGO PLO PEP IHA RHA SDQ IRO SW FGC DCS LA GP NHS QA TAF TAC CPP CAF EH
		DV DA ICB HV PHN SN MH AP CWD SHB HSB HBT UK EU IT HR ID CME EHE SAR LSP PA YJS YOT YOS ED EP PRU CMS MIS ICS LCS RAG KPI OK II III IV
		NRM ABE CIO SEF APP NQT ECT AYE SPA PO ICO EPO RO CO FAB SLT TM SM HOS AD`)
)

// initialsOf finds capitals used as a child's name: after a word for a child
// ("child JB", "young person A.K."), or before what only a child has ("JB's
// placement", "JB (aged 9)").
func initialsOf(s string) []span {
	if !hasTwoCapitals(s) {
		return nil
	}
	var found []span
	list := tokens(s)
	for i := 0; i < len(list); i++ {
		end, ok := initialsAt(s, list, i)
		if !ok {
			continue
		}
		next := token{}
		if end < len(list) {
			next = list[end]
		}
		last := list[end-1]
		possessive := strings.HasSuffix(last.low, "'s") || strings.HasSuffix(last.low, "’s")
		if next.low == "s" && end+1 < len(list) { // J.B.'s
			possessive, next = true, list[end+1]
		}
		switch {
		case i > 0 && childWords[list[i-1].low] && isLonely(s, list[i-1], list[i]) && !next.isNoun():
			found = append(found, span{list[i].start, last.end})
		case possessive && kinWords[next.low]:
			found = append(found, span{list[i].start, last.end})
		case next.low == "aged" && end+1 < len(list) && unicode.IsDigit(rune(list[end+1].low[0])):
			found = append(found, span{list[i].start, last.end})
		}
		i = end - 1
	}
	return found
}

// isNoun is true of words that make "child AB …" the name of a thing.
func (t token) isNoun() bool {
	switch t.low {
	case "plan", "plans", "conference", "conferences", "review", "reviews", "process", "team", "panel", "meeting", "meetings", "procedure", "procedures", "status", "forum", "board", "cohort", "service", "services":
		return true
	}
	return false
}

// isLonely is true if only a space stands between two words.
func isLonely(s string, a, b token) bool { return s[a.end:b.start] == " " }

// initialsAt reads two or three capitals at a word: JB, J.B., A K. It returns
// the index after them.
func initialsAt(s string, list []token, i int) (end int, ok bool) {
	bare := strings.TrimSuffix(strings.TrimSuffix(list[i].typed, "'s"), "’s")
	if (len(bare) == 2 || len(bare) == 3) && allCapitals(bare) && !tradeAcronyms[bare] && !everydayAcronyms[bare] {
		return i + 1, true
	}
	end = i
	for end < len(list) && end-i < 3 && len(strings.TrimSuffix(strings.TrimSuffix(list[end].typed, "'s"), "’s")) == 1 && allCapitals(list[end].typed[:1]) {
		if end > i && strings.Trim(s[list[end-1].end:list[end].start], ". ") != "" {
			break
		}
		if end > i && !strings.Contains(s[list[end-1].end:list[end].start], ".") {
			break
		}
		end++
	}
	return end, end-i >= 2
}

func allCapitals(s string) bool {
	for _, r := range s {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return s != ""
}

func hasTwoCapitals(s string) bool {
	run := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] >= 'A' && s[i] <= 'Z':
			if run++; run == 2 {
				return true
			}
		case s[i] != '.' && s[i] != ' ':
			run = 0
		}
	}
	return false
}

var numberWords = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

var (
	// counted are the words for children that a number may count.
	counted = setOf(`child children babies baby infants infant siblings teenagers teenager girls girl boys boy pupils pupil child's child’s leavers leaver
		children's children’s leavers’`)
	// between may stand between a number and the children it counts.
	between = setOf(`looked-after looked after disabled older younger unaccompanied vulnerable missing more other further of the our these those
		different school-age care-experienced care young local in-care homeless exploited very small highly additional asylum-seeking separated`)
	// beforeNumber make a number something else than a count of children.
	beforeNumber = setOf(`aged age ages under over least most than every each year years stage grade band tier level phase term week day line route
		per ratio in for-every group page paragraph bullet item step action finding area version part key to up nearly about approximately around any no`)
	// afterChildren make the children part of the name of a thing.
	afterChildren = setOf(`home homes centre centres hub hubs service services panel panels team teams protection social board council directorate
		plan plans partnership one per voice referral premium friendly school schools in-need looked champion champions participation act strategy commissioner workforce workers safeguarding
		group groups review reviews record records`)
	// singular are the words of counted that more than one never counts: two
	// child and family hubs.
	singular = setOf(`child baby infant teenager girl boy pupil leaver`)
	// youthRoles are what young people do in public: a count of them tells
	// nothing about anybody's care.
	youthRoles = []string{"panel", "interview", "ambassador", "co-chair", "youth council", "youth parliament", "apprentice", "co-design", "board member"}
)

// smallCounts finds counts of children below small: "2 children", "three of
// the young people". Rates ("1 in 4 children"), ages, years, names of
// services and roles in public are not counts.
func smallCounts(s string, small int) []span {
	folded := strings.ToLower(s)
	if !within(folded, "child", "young p", "leaver", "bab", "infant", "sibling", "teenager", "girl", "boy", "pupil") || within(folded, youthRoles...) {
		return nil
	}
	if !within(folded, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve") && !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	var found []span
	list := tokens(s)
	for i, t := range list {
		n, ok := smallNumber(t.low)
		if !ok || n < 1 || n >= small || notACount(s, list, i) {
			continue
		}
		end, ok := countedAt(list, i)
		if !ok || n > 1 && singular[list[end].low] || n == 1 && isAnyChild(s, list, i, end) {
			continue
		}
		if !namesAThing(s, list, end) {
			found = append(found, span{t.start, list[end].end})
		}
	}
	return found
}

// anyChild follows "one child" where it means whichever: one child to the
// next, one child at a time.
var anyChild = regexp.MustCompile(`^ (?:(?:to|or|after|by) (?:another|the next)|at a time|at once)\b`)

// isAnyChild is true where the one child at i is whichever child, and nobody
// described: "wrong for one child is put right for the next".
func isAnyChild(s string, list []token, i, end int) bool {
	after := s[list[end].end:]
	if anyChild.MatchString(after) {
		return true
	}
	if stop := strings.IndexAny(after, ".;!?"); stop >= 0 {
		after = after[:stop]
	}
	if i == 0 {
		return false
	}
	for _, others := range []string{" the next", " another", " others", " all", " every child"} {
		if rest := " " + list[i-1].low + others; strings.HasSuffix(after, rest) || strings.Contains(after, rest+" child") || strings.Contains(after, rest+",") {
			return true
		}
	}
	return false
}

func smallNumber(word string) (int, bool) {
	if n, ok := numberWords[word]; ok {
		return n, true
	}
	if len(word) == 0 || len(word) > 2 {
		return 0, false
	}
	n := 0
	for _, r := range word {
		if r < '0' || r > '9' {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, true
}

// notACount looks at what stands before a number.
func notACount(s string, list []token, i int) bool {
	if start := list[i].start; start > 0 {
		before := s[:start]
		last := before[len(before)-1]
		if last == '.' || last == ',' || last == '/' || last == '%' || last == '-' || strings.HasSuffix(before, "–") || strings.HasSuffix(before, "£") {
			return true
		}
	}
	return i > 0 && beforeNumber[list[i-1].low]
}

// countedAt finds the children that the number at i counts, over the words
// that may stand between.
func countedAt(list []token, i int) (end int, ok bool) {
	for j := i + 1; j < len(list) && j <= i+4; j++ {
		if counted[list[j].low] {
			return j, true
		}
		if list[j].low == "young" && j+1 < len(list) && (list[j+1].low == "people" || list[j+1].low == "person") {
			return j + 1, true
		}
		if !between[list[j].low] {
			return 0, false
		}
	}
	return 0, false
}

// namesAThing is true where the children are part of a name (three children's
// homes) or of a saying (one child at a time).
func namesAThing(s string, list []token, end int) bool {
	word := list[end].low
	if word == "children's" || word == "children’s" || word == "leavers’" {
		return true
	}
	if end+1 >= len(list) {
		return false
	}
	next := list[end+1]
	if word == "child's" || word == "child’s" {
		return next.low == "voice"
	}
	if next.low == "in" && end+2 < len(list) && list[end+2].low == "need" {
		return end+3 < len(list) && strings.HasPrefix(list[end+3].low, "plan")
	}
	return afterChildren[next.low]
}
