package identify

import "strings"

// findBirths finds dates of birth, birthdays, and dates on which somebody
// reaches an age, in figures or words and in any order.
func (t *text) findBirths() {
	for i, w := range t.words {
		if w.begins&aBirth == 0 {
			continue
		}
		switch {
		case w.low == "born":
			t.findBorn(i)
		case w.low == "dob" || w.low == "birthdate" || w.low == "edd" || w.low == "birthday":
			t.findDateNear(i, i+1, 8)
		case w.low == "date" && t.is(i, "date", "of", "birth"), w.low == "birth" && t.is(i, "birth", "date"):
			t.findDateNear(i, i+2, 8)
		case w.low == "d" && t.at(i+1).low == "o" && t.at(i+2).low == "b":
			t.findDateNear(i, i+3, 8)
		case (w.low == "baby" || w.low == "twins" || w.low == "triplets") && (t.at(i+1).low == "arrived" || t.at(i+1).low == "came"):
			k := i + 2
			if t.at(k).low == "on" {
				k++
			}
			if t.dayAt(k) == 1 && t.gap(k+1) == "/" && t.at(k+1).number > 0 && t.at(k+1).number <= 12 {
				t.mark(DateOfBirth, i, k+2) // arrived 3/6
			} else if end, exact := t.dateAt(k); exact {
				t.mark(DateOfBirth, i, end)
			}
		case w.class&ordinal != 0 || t.dayAt(i) == 1:
			t.findNthBirthday(i)
		case w.low == "birth" && t.is(i, "birth", "on"):
			if end, exact := t.dateAt(i + 2); exact {
				t.mark(DateOfBirth, i, end)
			}
		case w.low == "birth" && (t.at(i-1).low == "gave" || t.at(i-1).low == "gives" || t.at(i-1).low == "giving"):
			t.findDateNear(i, i+1, 3)
		case w.low == "due" && t.isUnborn(i):
			t.findDateNear(i, i+1, 7)
		case w.low == "turned" || w.low == "turns" || w.low == "turn" || w.low == "reach" || w.low == "turning" || w.low == "be" || w.low == "is" || w.low == "becomes" || w.low == "became" || w.low == "reaches" || w.low == "reached" || w.low == "was":
			t.findTurned(i)
		case w.low == "b" && !w.capital && strings.HasPrefix(t.gap(i+1), "."):
			t.findDateNear(i, i+1, 1)
		}
	}
}

// findNthBirthday reads "his 18th on 3 March", where the word birthday is left
// out.
func (t *text) findNthBirthday(i int) {
	if before := t.at(i - 1).low; before != "his" && before != "her" && before != "their" {
		return
	}
	k := i + 1
	if t.at(k).low == "is" || t.at(k).low == "was" || t.at(k).low == "falls" {
		k++
	}
	if t.at(k).low == "on" {
		k++
	}
	if end, exact := t.dateAt(k); exact && (k > i+1 || strings.ContainsAny(t.gap(k), "(,")) {
		t.mark(DateOfBirth, i, end)
	}
}

// findBorn looks for a date on either side of "born". Children born after a
// date are a group, and so are those of a year or month.
func (t *text) findBorn(i int) {
	if t.gap(i) == "-" || t.at(i+1).class&cohort != 0 && t.follows(i+1) || t.is(i+1, "on", "or") || t.is(i+1, "out", "of") || t.isThing(i) {
		return
	}
	s := t.sentences[t.words[i].sentence]
	for k := max(s.from, i-9); k < i; k++ {
		if end, exact := t.dateAt(k); exact && end <= i {
			t.mark(DateOfBirth, k, i+1)
			return
		}
	}
	if t.at(i+1).low == "at" && t.at(i+2).number > 20 && (t.at(i+3).low == "weeks" || t.at(i+3).low == "wks") && t.in(i)&ruling == 0 {
		t.mark(DateOfBirth, i, i+4)
		return
	}
	if year := i + 1; t.first(i) && (isYear(t.at(year).low) || t.at(year).low == "in" && isYear(t.at(year+1).low)) && t.toldOf(i) {
		t.mark(DateOfBirth, i, year+1)
		return
	}
	for k := i + 1; k < min(s.to, i+9); k++ {
		if t.words[k].class&cohort != 0 {
			return
		}
		end, exact := t.dateAt(k)
		if exact || end > k && !t.areMany(i) {
			t.mark(DateOfBirth, i, end)
			return
		}
	}
}

// areMany says whether those born are a group.
func (t *text) areMany(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		if t.words[k].class&(manyChildren|manyKin|anyOf) != 0 {
			return true
		}
	}
	return false
}

// isThing says whether what was born is an idea or a service.
func (t *text) isThing(i int) bool {
	for k := max(0, i-4); k < i; k++ {
		switch t.words[k].low {
		case "service", "idea", "project", "team", "board", "partnership", "model", "approach", "programme", "pathway":
			return true
		}
	}
	return false
}

// findDateNear marks a date within some words after a label, or right before
// it.
func (t *text) findDateNear(i, from, words int) {
	s := t.sentences[t.words[i].sentence]
	for k := from; k < min(len(t.words), from+words); k++ {
		if t.words[k].sentence > t.words[i].sentence+1 {
			return
		}
		if t.words[k].class&cohort != 0 {
			return
		}
		if end, exact := t.dateAt(k); exact {
			t.mark(DateOfBirth, i, end)
			return
		}
		if t.dayAt(k) == 1 && t.gap(k+1) == "/" && t.at(k+1).number >= 1 && t.at(k+1).number <= 12 && (t.words[i].low == "edd" || t.words[i].low == "dob" || t.words[i].low == "due") {
			t.mark(DateOfBirth, i, k+2) // EDD 21/2
			return
		}
		if w := t.words[k]; t.words[i].low == "due" && w.class&month != 0 && isMonthName(w.low) && w.capital {
			t.mark(DateOfBirth, i, k+1) // due in the first week of May
			return
		}
	}
	for k := max(s.from, i-8); k < i; k++ {
		if end, exact := t.dateAt(k); exact && end <= i {
			t.mark(DateOfBirth, k, from)
			return
		}
	}
	if t.words[i].low != "birthday" {
		return
	}
	for k := i + 1; k < min(s.to-1, i+4); k++ { // birthday is 30/11
		if day, of := t.at(k), t.at(k+1); day.number >= 1 && day.number <= 31 && of.number >= 1 && of.number <= 12 && t.gap(k+1) == "/" {
			t.mark(DateOfBirth, i, k+2)
			return
		}
	}
}

// isUnborn says whether it is a baby that is due.
func (t *text) isUnborn(i int) bool {
	if t.at(i+1).low == "date" && (t.at(i-1).low == "her" || t.at(i-2).low == "her" || t.at(i-1).low == "s" && t.at(i-2).class&kinWord != 0) {
		return true
	}
	if t.at(i+1).low == "date" && !t.isAnyHead(i) {
		for k := i + 2; k < i+8; k++ {
			if low := t.at(k).low; low == "unborn" || low == "baby" {
				return true
			}
		}
	}
	for k := max(0, i-4); k < i; k++ {
		switch t.words[k].low {
		case "baby", "twins", "pregnant", "babies":
			return !t.namesThing(k)
		}
	}
	return false
}

// findTurned reads "turned 16 on 3 February", "will be 18 on 12 May".
func (t *text) findTurned(i int) {
	n := t.at(i + 1).number
	if !t.follows(i+1) || n < 1 || n > oldestLeaver || extreme[t.at(i-1).low] || extreme[t.at(i-2).low] {
		return
	}
	if t.first(i) && n >= 10 && (t.words[i].low == "turned" || t.words[i].low == "turns") && (!t.follows(i+2) || sinceBirthday[t.at(i+2).low]) {
		t.mark(DateOfBirth, i, i+2) // Turned 18 last week
		return
	}
	for k := i + 2; k < min(len(t.words), i+5); k++ {
		if t.words[k].class&cohort != 0 {
			return
		}
		if end, exact := t.dateAt(k); exact && (t.at(k-1).low == "on" || t.at(k-1).low == "the" || strings.HasSuffix(t.gap(k), "(") || t.at(k-1).class&month != 0) && !t.areMany(i) && !t.isThing(i) && !t.is(k-2, "or", "on") {
			t.mark(DateOfBirth, i, end)
			return
		}
	}
}

// extreme are words of figures, which are a number on a day as well: "the
// highest was 18 on 30 September".
var extreme = setOf(`highest lowest largest smallest longest shortest average median mean total maximum minimum most least worst best peak count number figure`)

// sinceBirthday are words that say when a note's subject came to an age.
var sinceBirthday = setOf(`last next soon shortly this in on yesterday today tomorrow and but while during without with before after just recently two three`)

// dateAt reads a date that begins at word i. exact: it names a day; else only
// a month and year.
func (t *text) dateAt(i int) (end int, exact bool) {
	w := t.at(i)
	if w.class&month != 0 && isMonthName(w.low) && (w.capital || w.low != "may" && w.low != "march") {
		return t.monthFirst(i)
	}
	switch {
	case t.is(i, "christmas", "day"), t.is(i, "christmas", "eve"), t.is(i, "boxing", "day"):
		return t.afterMonth(i + 2), true
	case t.at(i).low == "new" && t.at(i+1).low == "year" && (t.at(i+3).low == "day" || t.at(i+3).low == "eve"):
		return t.afterMonth(i + 4), true
	}
	if end := t.numericDate(i); end > 0 {
		return end, true
	}
	day := t.dayAt(i)
	if day == 0 {
		return 0, false
	}
	k := i + day
	if t.at(k).low == "of" {
		k++
	}
	if m := t.at(k); m.class&month == 0 || !isMonthName(m.low) {
		return 0, false
	}
	return t.afterMonth(k + 1), true
}

// monthFirst reads February 3rd, 2011 and February 2011.
func (t *text) monthFirst(i int) (end int, exact bool) {
	next := t.at(i + 1)
	if isYear(next.low) {
		return i + 2, false
	}
	if t.at(i+1).low == "the" {
		i++
	}
	if day := t.dayAt(i + 1); day > 0 && t.follows(i+1) {
		return t.afterMonth(i + 1 + day), true
	}
	return 0, false
}

// afterMonth takes a year in.
func (t *text) afterMonth(k int) int {
	if w := t.at(k); isYear(w.low) || len(w.low) == 2 && w.number >= 0 && (joined(t.gap(k)) || isApostrophe(strings.TrimPrefix(t.gap(k), " "))) {
		return k + 1
	}
	if t.is(k, "two", "thousand") || t.is(k, "twenty") {
		for n := 0; n < 5 && t.at(k).number >= 0 || t.at(k).low == "thousand" || t.at(k).low == "and"; n++ {
			k++
		}
	}
	return k
}

// dayAt is how many words at i say the day of a month: 3, 3rd, third, twenty
// first; 0 for none.
func (t *text) dayAt(i int) int {
	w := t.at(i)
	switch {
	case w.low == "the":
		if n := t.dayAt(i + 1); n > 0 {
			return n + 1
		}
	case (w.low == "twenty" || w.low == "thirty") && t.at(i+1).class&ordinal != 0:
		return 2
	case w.class&ordinal != 0:
		return 1
	case w.number >= 1 && w.number <= 31 && w.low[0] <= '9':
		return 1
	case len(w.low) == 3 || len(w.low) == 4:
		digits := onlyDigits(w.low)
		if rest := strings.TrimPrefix(w.low, digits); digits != "" && len(digits) <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th") {
			return 1
		}
	}
	return 0
}

// numericDate reads 3/2/11, 03.02.2011, 2011-02-03; 0 for none.
func (t *text) numericDate(i int) int {
	a, b, c := t.at(i), t.at(i+1), t.at(i+2)
	gap := t.gap(i + 1)
	if gap != t.gap(i+2) || gap != "/" && gap != "." && gap != "-" && gap != "–" || onlyDigits(a.low) != a.low || onlyDigits(c.low) != c.low || a.low == "" || c.low == "" {
		return 0
	}
	isShort := func(w word, most int) bool { return w.number >= 1 && w.number <= most && w.low[0] <= '9' }
	switch {
	case isShort(a, 31) && isShort(b, 31) && (isYear(c.low) || len(c.low) == 2):
		return i + 3
	case isYear(a.low) && isShort(b, 12) && isShort(c, 31):
		return i + 3
	case isShort(a, 31) && b.class&month != 0 && (isYear(c.low) || len(c.low) == 2):
		return i + 3
	}
	return 0
}

func isMonthName(low string) bool {
	if len(low) < 3 {
		return false
	}
	switch low[:3] {
	case "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}
