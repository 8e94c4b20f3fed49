package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var noteDateAhead = Rule{
	Name: "note-date-ahead", Severity: workbook.Warning, Doc: doc("note-date-ahead"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Bad(workbook.ColProgressNote) {
				continue
			}
			p.judgeTold(a.Source, workbook.ColProgressNote, a.Action.Ref, a.ProgressNote, a.Updated, a.EffectiveDue)
			p.judgeMonths(a)
		}
		for _, u := range p.Plan.Updates {
			p.judgeTold(u.Source, workbook.ColNote, u.Action, u.Note, u.Date, u.RevisedDue)
		}
	},
}

// judgeTold reports the first date in a text that is told as past and lies
// after the day of the check. due is the day on which the action is due: that
// it was agreed is past, and the day itself is not.
func (p *Pass) judgeTold(s workbook.Source, heading, ref, text string, written, due workbook.Date) {
	for _, d := range p.datesIn(text) {
		day := d.nearest(written)
		if before := lowerWords(text[:d.start]); d.year == 0 && len(before) > 0 && before[len(before)-1] == "since" {
			continue // the last of that day, however far back
		}
		if !day.After(p.AsOf) || day == due && !tookPlace(text[:d.start]) || !toldAsPast(text[:d.start]) && !toldAfter(text[:d.start], text[d.start+len(d.typed):]) {
			continue
		}
		p.report(s, heading, ref,
			"The note tells of "+d.typed+" as past, and it lies after "+p.AsOf.Long()+", the date of this check.",
			"Correct the date, or say that it is planned.")
		return
	}
}

// tookPlace is true of words before a date that tell of an event, and not of
// what was agreed for that day.
func tookPlace(before string) bool { return anyIn(events, lowerWords(before)) }

var events = setOf("met held ran took attended came went opened launched saw heard")

// judgeMonths reports the first month, named without its year, of which a note
// tells as past although it lies ahead. That of last year is meant where the
// action had begun by then.
func (p *Pass) judgeMonths(a *facts.Action) {
	if a.Start.IsZero() || a.Bad(workbook.ColStart) {
		return
	}
	for _, c := range clauses(a.ProgressNote) {
		for i, w := range c {
			ahead := dateIn{month: months[w]}.next(p.AsOf)
			if months[w] == 0 || w == "may" || w == "march" || w == "mar" || ahead.IsZero() || i > 0 && dayNumber(c[i-1]) > 0 {
				continue
			}
			lastYear := dateIn{month: months[w], day: 28}.in(ahead.Year() - 1)
			if lastYear.Before(a.Start) && monthTold(c, i) {
				p.report(a.Source, workbook.ColProgressNote, a.Action.Ref,
					"The note tells of "+ahead.Month().String()+" as past. The next one begins on "+ahead.Long()+", after the date of this check, and the last was before the action began.",
					"Correct the month, or say that it is planned.")
				return
			}
		}
	}
}

// next is the first day of the month after a day, if it is not more than four
// months ahead; zero otherwise.
func (d dateIn) next(day workbook.Date) workbook.Date {
	const ahead = 123
	for year := day.Year(); d.month > 0 && year <= day.Year()+1; year++ {
		if first := d.in(year); first.After(day) && first.Sub(day) <= ahead {
			return first
		}
	}
	return workbook.Date{}
}

// monthTold is true of a clause that tells of what was in the month at place i:
// "the December panel heard", "in December we saw".
func monthTold(c clause, i int) bool {
	if feared.hasAnyhow(c[i:]) || measuredIn(c[i+1:]) {
		return false
	}
	if i > 0 && (c[i-1] == "the" || c[i-1] == "our") || i == 0 {
		return pastVerbFirst(c[i+1:])
	}
	return i == 1 && c[0] == "in" && pastVerbFirst(c[2:])
}

// measuredIn is true of words after a month that give its figure, as one does of
// where things stood before the work: "January was 41", "it stood at 57%".
func measuredIn(after []string) bool {
	for i, w := range after[:min(len(after), 4)] {
		if stood[w] {
			rest := after[i+1:]
			return slices.ContainsFunc(rest[:min(len(rest), 3)], isNumber)
		}
	}
	return false
}

var stood = setOf("was were had stood averaged showed gave")

// hopes are words before a day that make it one that may come.
var hopes = setOf("unless if hoped")

// feared tells what might have become of a thing that is still to come.
var feared = phrasesOf("was/were at risk\nwas/were in doubt/danger/question/jeopardy\nwas/were threatened")

// dateIn is a date that a text names. Day is 0 where it names a month only,
// and year where it names no year.
type dateIn struct {
	start            int // in bytes
	typed            string
	day, month, year int
}

var (
	dayBefore = words.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+$`)
	yearAfter = words.MustCompile(`^,?\s+(20\d\d|'\d\d\b)`)
	plainDate = words.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d|\d\d)\b`)
	isoDate   = words.MustCompile(`\b(20\d\d)-(\d\d)-(\d\d)\b`)
)

// datesIn is datesIn of a text that several rules ask about.
func (p *Pass) datesIn(s string) []dateIn {
	if !strings.ContainsAny(s, "0123456789") {
		return nil // every date that counts has a figure
	}
	return p.dates.Get(s, datesIn)
}

// datesIn finds the dates that a text names, those written in figures day
// first. "May" and "March" alone may be other words, and are left out.
func datesIn(s string) []dateIn {
	var list []dateIn
	for w := range eachWord(s) {
		if d, ok := namedDate(s, w); ok {
			list = append(list, d)
		}
	}
	if !joinsFigures(s) {
		return list
	}
	for _, m := range plainDate.FindAllStringSubmatchIndex(s, -1) {
		d := dateIn{start: m[0], typed: s[m[0]:m[1]], year: yearOf(s[m[6]:m[7]])}
		d.day, _ = strconv.Atoi(s[m[2]:m[3]])
		d.month, _ = strconv.Atoi(s[m[4]:m[5]])
		list = append(list, d)
	}
	for _, m := range isoDate.FindAllStringSubmatchIndex(s, -1) {
		d := dateIn{start: m[0], typed: s[m[0]:m[1]], year: yearOf(s[m[2]:m[3]])}
		d.month, _ = strconv.Atoi(s[m[4]:m[5]])
		d.day, _ = strconv.Atoi(s[m[6]:m[7]])
		list = append(list, d)
	}
	return list
}

// joinsFigures says whether a stroke, full stop or hyphen stands between two
// figures, as in every date that is written in figures.
func joinsFigures(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if (s[i] == '/' || s[i] == '.' || s[i] == '-') && isDigit(s[i-1]) && isDigit(s[i+1]) {
			return true
		}
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// longestMonth is the number of letters of September, shortestMonth that of Jan;
// dayLength is what may stand
// before a month, from the day on, and yearLength what may stand behind it.
const shortestMonth, longestMonth, dayLength, yearLength = 3, 9, 16, 12

// namedDate is the date whose month is a word of a text, if it has a day or a
// year beside it.
func namedDate(s string, w span) (dateIn, bool) {
	if n := w.end - w.start; n < shortestMonth || n > longestMonth {
		return dateIn{}, false
	}
	d := dateIn{start: w.start, month: months[strings.ToLower(s[w.start:w.end])]}
	if d.month == 0 {
		return d, false
	}
	end := w.end
	from := max(0, w.start-dayLength)
	if !strings.ContainsAny(s[from:w.start], "0123456789") {
		from = w.start // no day
	}
	if m := dayBefore.FindStringSubmatchIndex(s[from:w.start]); m != nil {
		d.start = from + m[0]
		d.day, _ = strconv.Atoi(s[from+m[2] : from+m[3]])
	}
	if m := yearAfter.FindStringSubmatchIndex(s[w.end:min(len(s), w.end+yearLength)]); m != nil {
		end += m[1]
		d.year = yearOf(s[w.end+m[2] : w.end+m[3]])
	}
	d.typed = s[d.start:end]
	return d, d.day > 0 || d.year > 0
}

func yearOf(s string) int {
	n, _ := strconv.Atoi(strings.TrimPrefix(s, "'"))
	if n < 100 {
		n += 2000
	}
	return n
}

// nearest is the day meant: of a month its first day, and where no year is
// named the one nearest to the day on which the text was written, zero if that
// is not known or the date does not exist.
func (d dateIn) nearest(written workbook.Date) workbook.Date {
	if d.year > 0 {
		return d.in(d.year)
	}
	if written.IsZero() {
		return workbook.Date{}
	}
	const ahead, past = 75, 240 // days: between them either year may be meant
	var best workbook.Date
	for year := written.Year() - 1; year <= written.Year()+1; year++ {
		day := d.in(year)
		if !day.IsZero() && (best.IsZero() || days(day, written) < days(best, written)) {
			best = day
		}
	}
	if best.After(written) && (best.Sub(written) > ahead || 365-best.Sub(written) < past) {
		return workbook.Date{}
	}
	return best
}

func days(a, b workbook.Date) int { return max(a.Sub(b), b.Sub(a)) }

func (d dateIn) in(year int) workbook.Date {
	day, err := workbook.ParseISO(pad(year, 4) + "-" + pad(d.month, 2) + "-" + pad(max(d.day, 1), 2))
	if err != nil {
		return workbook.Date{}
	}
	return day
}

func pad(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(0, width-len(s))) + s
}

var (
	pastVerbs = setOf(`met held began went sent ran took wrote read made gave saw found came was were given taken written done heard told won led drew rose fell
		spoke chose brought built bought left got`)
	aheadWords = setOf(`will due planned booked scheduled starts start begins begin beginning starting next expected proposed moves joins goes opens
		be deadline target date dates review reviews falls comes takes runs follows follow arranged aim aims hope hopes fixed moved postponed deferred delayed
		extended revised rearranged`)
)

// toldAsPast judges the words before a date: "was agreed on", "since". The
// nearest verb counts.
func toldAsPast(before string) bool {
	if i := strings.LastIndexAny(before, ".,;:!?()\n"); i >= 0 {
		before = before[i+1:]
	}
	list := rangeLeftOut(lowerWords(before))
	if len(list) == 0 {
		return false
	}
	switch list[len(list)-1] {
	case "since":
		return true
	case "given", "gave", "offered", "promised", "named", "fixed", "set", "proposed", "suggested":
		return false // the day itself is what was given
	case "by":
		return finishedBy(list[:len(list)-1])
	case "from", "until", "till", "for", "before", "to", "after", "between", "and":
		return false
	}
	if aheadBooked(list) || anyIn(hopes, list) {
		return false
	}
	for i := len(list) - 1; i >= max(0, len(list)-6); i-- {
		w := list[i]
		switch {
		case w == "as" && i+1 < len(list) && (list[i+1] == "at" || list[i+1] == "of"):
			return list[i+1] == "at" || !anyIn(aheadWords, list[:i]) && !anyIn(applies, list[:i]) // goes to four weeks as of
		case pastVerbs[w] && !toCome(list[:i]):
			return true
		case aheadWords[w]:
			return false
		case kindsOf[w]:
		case len(w) > 4 && strings.HasSuffix(w, "ed"):
			return !toCome(list[:i])
		}
	}
	return false
}

// applies are verbs of the present that tell, before a coming day, what is to hold
// from then on.
var applies = setOf("applies apply changes change rises rise falls fall ends end stops stop")

// finishedBy is true of words before "by" and a day that tell of what was done to
// the end by then: "all cases were moved over". What was asked for, promised or
// planned by a day was not.
func finishedBy(list []string) bool {
	n := len(list)
	if n > 1 && particles[list[n-1]] {
		n--
	}
	if n < 2 {
		return false
	}
	verb, be := list[n-1], list[n-2]
	if (be == "all" || be == "both" || be == "now" || be == "fully") && n > 2 {
		be = list[n-3]
	}
	return (be == "was" || be == "were" || be == "been") && (pastVerbs[verb] || len(verb) > 4 && strings.HasSuffix(verb, "ed")) && !wantedBy[verb]
}

var (
	particles = setOf("over out in back off up across through")
	// wantedBy are participles of what is to come by a day.
	wantedBy = setOf(`asked told promised given offered expected planned booked scheduled required wanted needed set arranged timetabled hoped invited supposed intended
		instructed directed ordered requested reminded delayed deferred postponed extended agreed proposed targeted aimed forecast committed tasked meant allowed`)
)

// rangeLeftOut takes off the first day of a stretch of days: "from 9 to".
func rangeLeftOut(list []string) []string {
	n := len(list)
	if n < 2 || list[n-1] != "to" && list[n-1] != "and" && list[n-1] != "-" || dayNumber(list[n-2]) == 0 {
		return list
	}
	list = list[:n-2]
	if n := len(list); n > 0 && (list[n-1] == "from" || list[n-1] == "between") {
		list = list[:n-1]
	}
	return list
}

// toldAfter judges the words after a date with which a clause begins: "on 4
// December all of them passed". The first verb counts.
func toldAfter(before, after string) bool {
	if i := strings.LastIndexAny(before, ".,;:!?()\n"); i >= 0 {
		before = before[i+1:]
	}
	if lead := lowerWords(before); len(lead) > 1 || len(lead) == 1 && lead[0] != "on" {
		return false
	}
	if i := strings.IndexAny(after, ".;:!?()\n"); i >= 0 {
		after = after[:i]
	}
	return pastVerbFirst(lowerWords(after))
}

// pastVerbFirst is true of words whose first verb tells of something past.
func pastVerbFirst(list []string) bool {
	for i, w := range list {
		switch {
		case aheadWords[w] || w == "is" || w == "are" || w == "has" || w == "to" || w == "can" || w == "may" || w == "if" || w == "when":
			return false
		case kindsOf[w]:
		case pastVerbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed"):
			return i > 0 || len(list) > 1
		}
	}
	return false
}

// kindsOf say which people or things are meant, and not what was done.
var kindsOf = setOf("designated named registered qualified dedicated detailed looked allocated nominated co-located related")

// aheadBooked is true of words that tell of something fixed for a later day:
// "were booked on".
func aheadBooked(list []string) bool {
	for _, w := range list[max(0, len(list)-4):] {
		switch w {
		case "booked", "planned", "scheduled", "due", "arranged", "timetabled", "expected":
			return true
		}
	}
	return false
}

// toCome is true of words that put the verb after them into the future: "will
// be agreed", "to be signed".
func toCome(list []string) bool {
	for _, w := range list[max(0, len(list)-3):] {
		switch w {
		case "will", "be", "shall", "to", "can", "should", "must", "may", "is", "are":
			return true
		}
	}
	return false
}
