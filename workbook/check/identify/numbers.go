package identify

import (
	"math"
	"strings"

	"actionplan/workbook/words"
)

// findNumbers finds what is known by its shape or its check digit: NHS, pupil
// and National Insurance numbers, and the numbers of court cases.
func (t *text) findNumbers() {
	all, run, row := t.digits.all, t.digits.run, t.digits.row
	if row >= 10 {
		t.look(NHSNumber, nhsShape, t.isNHSNumber)
	}
	if run >= 11 {
		t.look(UPN, upnShape, t.isUPN)
	}
	if row >= 6 {
		t.look(NINumber, niShape, t.isNINumber)
	}
	if run >= 5 {
		t.look(CaseNumber, courtShape, nil)
	}
	if run >= 4 && all >= 7 && strings.ContainsAny(t.s, "/-") {
		t.look(CaseNumber, highCourtShape, nil)
	}
	if run >= 3 && strings.Count(t.s, "/") >= 3 {
		t.look(CaseNumber, slashedShape, t.isCourtNumber)
	}
	if run >= 5 && strings.Contains(t.s, "/") {
		t.look(CaseNumber, appealShape, nil)
	}
	if run >= 4 && strings.Contains(t.s, "[") {
		t.look(CaseNumber, citationShape, nil)
	}
}

// digits counts a text's digits, those of its longest run, and the most with
// nothing between them but what parts a long number: a shape is only tried
// where it could fit.
type digits struct{ all, run, row int }

func countDigits(s string) digits {
	all, run, row := 0, 0, 0
	inRun, inRow, apart := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			all++
			inRun++
			inRow++
			apart = 0
			run, row = max(run, inRun), max(row, inRow)
			continue
		case c == ' ' || c == '-' || c == '(' || c == ')':
			if apart++; apart > 3 {
				inRow = 0
			}
		default:
			inRow = 0
		}
		inRun = 0
	}
	return digits{all, run, row}
}

// look marks every place of a shape that is true.
func (t *text) look(kind Kind, shape *words.Pattern, isTrue func(found string, start int) bool) {
	for _, at := range shape.FindAllStringIndex(t.s, -1) {
		if isTrue == nil || isTrue(t.s[at[0]:at[1]], at[0]) {
			t.found = append(t.found, Span{Kind: kind, Start: at[0], End: at[1]})
		}
	}
}

// before is the few characters in front of a place, in lower case.
func (t *text) before(start int) string {
	from, _ := onRunes(t.s, max(0, start-24), len(t.s))
	return strings.ToLower(t.s[from:start])
}

var nhsShape = words.MustCompile(`\b\d{3}[ -]?\d{3}[ -]?\d{4}\b`)

// isNHSNumber is true of ten digits whose last is the check digit (weights 10
// to 2, modulus 11; NHS Data Model and Dictionary), and of any ten that are
// called an NHS number.
func (t *text) isNHSNumber(found string, start int) bool {
	if strings.Contains(t.before(start), "nhs n") || strings.HasSuffix(strings.TrimRight(t.before(start), " :#"), "nhs") {
		return true
	}
	digits := onlyDigits(found)
	sum := 0
	for k := 0; k < 9; k++ {
		sum += int(digits[k]-'0') * (10 - k)
	}
	check := (11 - sum%11) % 11
	return check != 10 && int(digits[9]-'0') == check && digits != "0000000000"
}

var upnShape = words.MustCompile(`(?i)\b[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]\b`)

// upnLetters stand for the remainders 0 to 22: the alphabet without I, O, S.
const upnLetters = "ABCDEFGHJKLMNPQRTUVWXYZ"

// isUPN is true of a check letter, eleven digits and a digit or, in a temporary
// number, a letter (weights 2 to 13, modulus 23; Department for Education guide
// to unique pupil numbers), and of any that is called a pupil number.
func (t *text) isUPN(found string, start int) bool {
	if strings.Contains(t.before(start), "upn") || strings.Contains(t.before(start), "pupil number") {
		return true
	}
	number := strings.ToUpper(found)
	if i := t.wordAt(start + len(found)); i >= 0 && number[1] != '0' && t.isNINumber(found, start) && t.ofPupils(i) {
		return true // copied wrong, it is still somebody's
	}
	sum := 0
	for k := 1; k < 13; k++ {
		value := int(number[k]) - '0'
		if number[k] > '9' {
			value = strings.IndexByte(upnLetters, number[k])
		}
		sum += value * (k + 1)
	}
	return number[0] == upnLetters[sum%23]
}

// ofPupils says whether the sentence of word i speaks of what pupils have.
func (t *text) ofPupils(i int) bool {
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-near); k < min(s.to, i+near); k++ {
		switch t.words[k].low {
		case "pep", "peps", "roll", "pupil", "pupils", "virtual", "attendance", "ehcp", "unique":
			return true
		}
	}
	return false
}

var niShape = words.MustCompile(`(?i)\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b`)

// isCourtNumber leaves out what buys or bills something.
func (t *text) isCourtNumber(found string, start int) bool {
	for _, other := range []string{"PO", "INV", "CON", "REQ"} {
		if strings.HasPrefix(found, other+"/") {
			return false
		}
	}
	return t.isNINumber(found, start)
}

// isNINumber leaves out what is called an order or the like; letters that are
// never issued count too, for forms are filled with them.
func (t *text) isNINumber(_ string, start int) bool {
	before := t.before(start)
	for _, other := range []string{"order", "invoice", "contract", "tender", "licence", "purchase"} {
		if strings.Contains(before, other) {
			return false
		}
	}
	return true
}

var (
	// courtShape is a number of the family court or the High Court: a place,
	// a year, a letter for the kind of case, five digits.
	courtShape = words.MustCompile(`(?i)\b[A-Z]{2} ?\d{2} ?[A-Z] ?\d{5}\b`)
	// highCourtShape is a claim of the Administrative Court: CO/1234/2025,
	// AC-2025-LON-001234.
	highCourtShape = words.MustCompile(`\b(?:CO/\d{2,5}/\d{4}|AC-\d{4}-[A-Z]{3}-\d{5,6})\b`)
	// slashedShape is the same written with strokes: CV/24/C/0118.
	slashedShape = words.MustCompile(`\b[A-Z]{2,3}/\d{2,4}/[A-Z]{1,2}/\d{3,5}\b`)
	// appealShape is an appeal to the tribunal for special educational needs.
	appealShape = words.MustCompile(`\bEH\d{3}/\d{2}/\d{5}\b`)
	// citationShape is a neutral citation of a judgment about a child.
	citationShape = words.MustCompile(`(?i)\[\d{4}\] ?EW(?:FC|HC|CA|CC|COP) ?(?:Civ )?(?:B ?)?\d+(?: ?\([A-Z]+\))?`)
)

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// findRecords finds the numbers of records after a label that says so: LCS
// 204417, case ref. C/20114, "the child's file, number 210077".
func (t *text) findRecords() {
	for i, w := range t.words {
		if w.class&(system|record) == 0 && w.low != "id" || w.low == "urn" && t.at(i-1).class&letterWord != 0 {
			continue
		}
		if next, owned := t.possessive(i); owned && t.at(next).class&numbering != 0 { // child's ref: P0073461
			i = next
		}
		j, explicit, ok := t.numberAfter(i)
		if !ok {
			continue
		}
		from, to := t.codeAround(j)
		if digits := len(onlyDigits(t.s[t.words[from].start:t.words[to-1].end])); digits > 12 || digits < 3 || !explicit && (digits < 5 && w.class&system == 0 || digits < 4 || digits == 4 && isYear(t.words[j].low)) {
			continue
		}
		if last := len(t.found) - 1; t.numericDate(from) == 0 && (last < 0 || t.found[last].End != t.words[to-1].end) {
			t.mark(CaseNumber, i, to)
		}
	}
}

// numberAfter goes over the words that may stand between a label and its
// number. explicit: one of them says that it is a number.
func (t *text) numberAfter(i int) (j int, explicit, ok bool) {
	explicit = t.words[i].low == "casefile"
	for j = i + 1; j <= i+5 && j < len(t.words); j++ {
		w := t.words[j]
		if w.sentence != t.words[i].sentence && !strings.HasPrefix(t.gap(j), ".") {
			return 0, false, false
		}
		if strings.ContainsAny(t.gap(j), "#=") {
			explicit = true
		}
		if hasDigit(w.low) {
			return j, explicit || j > i+1 && t.words[i].low == "id", true
		}
		switch {
		case w.class&numbering != 0:
			explicit = true
		case w.class&(system|record) != 0 || w.low == "is" || w.low == "was" || w.low == "under" || w.low == "the":
		case len(w.low) <= 3 && w.allCaps && hasDigit(t.at(j+1).low) && strings.Trim(t.gap(j+1), "/- ") == "": // C/20114
		default:
			return 0, false, false
		}
	}
	return 0, false, false
}

// codeAround is the whole of a number of which word j is a part: 44/10238/25.
func (t *text) codeAround(j int) (from, to int) {
	part := func(k int) bool {
		g := t.gap(k)
		return g == "/" || g == "-"
	}
	from, to = j, j+1
	for from > 0 && j-from < 3 && part(from) && (hasDigit(t.at(from-1).low) || t.at(from-1).allCaps) {
		from--
	}
	for to < len(t.words) && to-j < 4 && part(to) && (hasDigit(t.words[to].low) || t.words[to].allCaps) {
		to++
	}
	return from, to
}

// withOneName leaves out the number of a case where the same digits are a
// number of another kind: "pupil H801200001001" is a pupil number. The spans are
// in the order of the text.
func withOneName(found []Span) []Span {
	other := func(s Span) bool {
		return s.Kind == NHSNumber || s.Kind == UPN || s.Kind == NINumber || s.Kind == DateOfBirth || s.Kind == Phone
	}
	next := make([]int, len(found)+1) // where the next number of another kind begins
	next[len(found)] = math.MaxInt
	for i := len(found) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if other(found[i]) {
			next[i] = found[i].Start
		}
	}
	end := 0
	var left []Span
	for i, s := range found {
		if s.Kind == CaseNumber && (s.Start < end || next[i+1] < s.End) {
			continue
		}
		if other(s) {
			end = max(end, s.End)
		}
		left = append(left, s)
	}
	return left
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}
