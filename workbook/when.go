package workbook

import (
	"slices"
	"strings"
	"time"

	"actionplan/workbook/words"
)

// When is what words about a date say: "Sept 26 - July 27" has a start and an
// end, "31/03/26, slipped to 30/06/26" a first date and a later one.
type When struct {
	Start     Date
	Due       Date // of a month, quarter or year its last day
	Revised   Date
	Completed Date

	// Sure is true where the words have one reading. Otherwise the dates are
	// what was probably meant, to be suggested and not to be taken.
	Sure bool
	// Whole is true where a day was worked out from a month, a quarter or a
	// term.
	Whole bool
	// Other is a second reading, where there are two.
	Other Date
}

// DateOrder says which of day and month stands first where both could.
type DateOrder int

const (
	DayFirst DateOrder = iota
	MonthFirst
)

// mention is one date in a text, and where it stands.
type mention struct {
	from, to Date // the same for a day
	grain    grain
	other    Date // the day if month and day change places
	at, end  int  // bytes in the text
	unsure   bool
}

type grain int

const (
	grainDay grain = iota
	grainMonth
	grainQuarter
	grainTerm
	grainYear
)

const (
	yearWords  = `(?:'|’)?(20\d{2}|\d{2})`
	ordinalDay = `(\d{1,2})(?:st|nd|rd|th)?`
)

// mentionForms are the ways to write a date within other words, in the order
// in which they are tried at one place: the longer before the shorter.
var mentionForms = []struct {
	re   *words.Pattern
	read func(f []string, order DateOrder) (mention, bool)
}{
	{words.MustCompile(`^(20\d{2})[-./](\d{1,2})[-./](\d{1,2})\b`), readNumbers(3, 2, 1)},
	{words.MustCompile(`^` + ordinalDay + ` ?([-./ ]) ?(\d{1,2}) ?[-./ ] ?(20\d{2}|\d{2})\b`), readDayMonthYear},
	{words.MustCompile(`^` + ordinalDay + `[ ,./-]*(?:of )?` + monthNames + `\b[ ,./-]*` + yearWords + `\b`), readNumbers(1, 2, 3)},
	{words.MustCompile(`^` + monthNames + `\b[ .]*` + ordinalDay + `,? (20\d{2})\b`), readNumbers(2, 1, 3)},
	{words.MustCompile(`^` + monthNames + `\b[ ,./-]*` + yearWords + `\b`), readMonth(1, 2)},
	{words.MustCompile(`^(\d{1,2})[/.-](20\d{2})\b`), readMonth(1, 2)},
	{words.MustCompile(`^(?:q|qtr ?|quarter )([1-4])(?: of)?[ ,(/-]*(20\d{2}|\d{2}) ?[-/–] ?(20\d{2}|\d{2})\b`), readFinancialQuarter(1, 2)},
	{words.MustCompile(`^(20\d{2}|\d{2}) ?[-/–] ?(?:20\d{2}|\d{2})[ ,]*(?:q|qtr ?|quarter )([1-4])\b`), readFinancialQuarter(2, 1)},
	{words.MustCompile(`^(?:q|qtr ?|quarter )([1-4])(?: of)?[ ,(/-]*(20\d{2})\b`), readQuarter},
	{words.MustCompile(`^(autumn|spring|summer)(?: half)?(?: term)?,? ?(20\d{2})\b`), readTerm},
	{words.MustCompile(`^(20\d{2}) ?[-/–] ?(20\d{2}|\d{2})\b`), readFinancialYear},
	{words.MustCompile(`^(20\d{2})\b`), readYear},
}

func dayMention(d Date, ok bool) (mention, bool) {
	return mention{from: d, to: d}, ok && !outOfRange(d)
}

// readNumbers reads a day by the groups that hold day, month and year.
func readNumbers(day, month, year int) func([]string, DateOrder) (mention, bool) {
	return func(f []string, _ DateOrder) (mention, bool) {
		return dayMention(NewDate(fullYear(f[year]), monthNumberOf(f[month]), number(f[day])))
	}
}

// readDayMonthYear reads 31/03/2026, and 03/31/2026 where months stand first.
func readDayMonthYear(f []string, order DateOrder) (mention, bool) {
	year, a, b := fullYear(f[4]), number(f[1]), number(f[3])
	if order == MonthFirst {
		a, b = b, a
	}
	m, ok := dayMention(NewDate(year, time.Month(b), a))
	if swapped, both := NewDate(year, time.Month(a), b); both && ok && a != b {
		m.other = swapped
	}
	m.unsure = f[2] == " " && len(f[4]) == 2
	return m, ok
}

func readMonth(month, year int) func([]string, DateOrder) (mention, bool) {
	return func(f []string, _ DateOrder) (mention, bool) {
		n := monthNumberOf(f[month])
		first, ok := NewDate(fullYear(f[year]), n, 1)
		// "May 5" is rather a day without its year than May 2005.
		return mention{from: first, to: monthEnd(first.Year(), n), grain: grainMonth}, ok && n > 0 && first.Year() >= 2010
	}
}

// readFinancialQuarter counts quarters from April where the year is written as
// 2025/26.
func readFinancialQuarter(quarter, year int) func([]string, DateOrder) (mention, bool) {
	return func(f []string, _ DateOrder) (mention, bool) {
		n, y := number(f[quarter]), fullYear(f[year])
		first, ok := NewDate(y, time.Month(3*n+1), 1)
		if n == 4 {
			first, ok = NewDate(y+1, time.January, 1)
		}
		return mention{from: first, to: monthEnd(first.Year(), first.Month()+2), grain: grainQuarter}, ok
	}
}

// readQuarter reads a quarter of one year, which councils count from April
// and others from January.
func readQuarter(f []string, order DateOrder) (mention, bool) {
	m, ok := readFinancialQuarter(1, 2)(f, order)
	m.unsure, m.other = true, monthEnd(number(f[2]), time.Month(3*number(f[1])))
	return m, ok
}

// readTerm reads a school term. Its last day differs from council to council.
func readTerm(f []string, _ DateOrder) (mention, bool) {
	end := map[string]time.Month{"autumn": time.December, "spring": time.March, "summer": time.July}[f[1]]
	first, ok := NewDate(number(f[2]), end-3, 1)
	return mention{from: first, to: monthEnd(number(f[2]), end), grain: grainTerm, unsure: true}, ok
}

func readFinancialYear(f []string, _ DateOrder) (mention, bool) {
	y := number(f[1])
	first, ok := NewDate(y, time.April, 1)
	return mention{from: first, to: monthEnd(y+1, time.March), grain: grainYear, unsure: true}, ok && fullYear(f[2]) == y+1
}

func readYear(f []string, _ DateOrder) (mention, bool) {
	first, ok := NewDate(number(f[1]), time.January, 1)
	return mention{from: first, to: monthEnd(number(f[1]), time.December), grain: grainYear, unsure: true}, ok
}

// mentions finds the dates in a folded text, from left to right.
func mentions(s string, order DateOrder) []mention {
	var all []mention
	for at := 0; at < len(s); {
		m, ok := mentionAt(s, at, order)
		if !ok {
			at++
			continue
		}
		all = append(all, m)
		at = m.end
	}
	return all
}

// countedThing is a word whose number is no day: "Stage 2 Mar 2027".
var countedThing = words.MustCompile(`\b(stage|phase|step|part|action|no|number|visit|cohort|wave|item|section|milestone|version|tranche|round|level|tier|para|paragraph)\.? ?$`)

func mentionAt(s string, at int, order DateOrder) (mention, bool) {
	if at > 0 && isWordByte(s[at-1]) && isWordByte(s[at]) {
		return mention{}, false
	}
	digit := s[at] >= '0' && s[at] <= '9'
	if digit && countedThing.MatchString(s[max(0, at-16):at]) {
		return mention{}, false
	}
	for _, form := range mentionForms {
		f := form.re.FindStringSubmatch(s[at:])
		if f == nil {
			continue
		}
		if m, ok := form.read(f, order); ok {
			m.at, m.end = at, at+len(f[0])
			return m, true
		}
	}
	return mention{}, false
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 0x80
}

var (
	// beforeDue may stand before a date by which something is done.
	beforeDue = words.MustCompile(`^(by|before|due|due by|due date|until|to be completed by|to be complete by|complete by|completed by|for completion by|no later than|not later than|deadline|target|target date|review|end|end of|by end|by end of|by the end of|at the end of|the end of|in|on|during|week ending|w/?e|approx|approximately|circa|estimated|est|expected|expected by|from april,?)$`)
	afterDue  = words.MustCompile(`^(latest|at the latest|approx|end|deadline|year end)$`)
	closed    = words.MustCompile(`\b(completed?|closed|done|achieved|finished|delivered|signed off|implemented)\b`)
	closedOn  = words.MustCompile(`^(action )?(completed?|closed|done|achieved|finished|delivered|signed off|implemented)( on| in| at)?[ :-]*$`)
	starting  = words.MustCompile(`^(from|starting|starts?|start date|commencing|commences|beginning|with effect from|wef|since)( in| on| from)?$`)
	onwards   = words.MustCompile(`^(onwards?|and ongoing|then ongoing|ongoing|and onwards|start|and continuing)$`)
	moved     = words.MustCompile(`\b(slipped|revised|moved|extended|changed|delayed|deferred|postponed|re-?scheduled|re-?set|pushed back|now|new date|new target|updated|was|originally|previously|original)\b|→|->|=>`)
	earlier   = words.MustCompile(`\b(was|originally|previously|original|formerly|initially)\b`)
	spanning  = words.MustCompile(`^(-|–|—|to|until|through to|through|up to|and|till)$`)
	vague     = words.MustCompile(`\b(early|start of|beginning of|mid|middle of|w/?c|week commencing|late)\b`)
	weekdays  = words.MustCompile(`^(mon|tues?|wednes|weds?|thurs?|thur|fri|satur|sat|sun)(day)?,?$`)
)

// ReadWhen reads what words about a date say. ok is false where they name no
// date with its year.
func ReadWhen(text string, order DateOrder) (w When, ok bool) {
	s := words.Fold(strings.Map(func(r rune) rune {
		if r == '–' || r == '—' {
			return '-'
		}
		return r
	}, text))
	all := mentions(s, order)
	if len(all) == 0 {
		return When{}, false
	}
	w.Whole = slices.ContainsFunc(all, func(m mention) bool { return m.grain != grainDay })
	before, after := trimWords(s[:all[0].at]), trimWords(s[all[len(all)-1].end:])
	switch len(all) {
	case 1:
		w.readOne(all[0], before, after)
	case 2:
		w.readTwo(all[0], all[1], before, trimWords(s[all[0].end:all[1].at]), after)
	default:
		w.Due = all[len(all)-1].to
	}
	if slices.ContainsFunc(all, func(m mention) bool { return m.unsure }) {
		w.Sure = false
	}
	return w, true
}

// LatestNamed is the latest date that words name, of a month, quarter or year its last
// day, and no later than a day; zero where they name none that has begun by then.
func LatestNamed(text string, by Date) Date {
	var latest Date
	for _, m := range mentions(words.Fold(text), DayFirst) {
		if d := m.to; !m.from.After(by) && d.After(latest) {
			latest = d
		}
	}
	if latest.After(by) {
		return by
	}
	return latest
}

func trimWords(s string) string { return strings.Trim(s, " .,;:()[]/\n") }

func (w *When) readOne(m mention, before, after string) {
	w.Other = m.other
	before, weekday := withoutWeekday(before)
	plain := (before == "" || beforeDue.MatchString(before)) && (after == "" || afterDue.MatchString(after))
	switch {
	case starting.MatchString(before), onwards.MatchString(after) && (before == "" || beforeDue.MatchString(before)):
		w.Start, w.Sure = m.from, starting.MatchString(before) && after == "" || before == ""
	case before == "" && after == "", plain:
		w.Due, w.Sure = m.to, true
	case vague.MatchString(before):
		w.Due = vagueDay(m, before)
	case closedOn.MatchString(before), before == "" && closedOn.MatchString(after):
		w.Completed, w.Sure = m.to, before == "" || after == ""
	default:
		w.Due = m.to
	}
	if weekday != "" && m.grain == grainDay && !strings.HasPrefix(strings.ToLower(m.from.Time().Weekday().String()), weekday[:2]) {
		w.Sure = false
	}
}

// withoutWeekday takes a weekday off the end of words before a date.
func withoutWeekday(s string) (rest, weekday string) {
	i := strings.LastIndexByte(s, ' ')
	if last := strings.TrimRight(s[i+1:], ",."); weekdays.MatchString(last) {
		return strings.TrimSpace(s[:max(i, 0)]), last
	}
	return s, ""
}

// vagueDay is a day within a month for words such as "mid".
func vagueDay(m mention, before string) Date {
	switch {
	case strings.Contains(before, "mid"):
		return m.from.Add(14)
	case strings.HasPrefix(vague.FindString(before), "w"):
		return m.from.Add(4)
	case strings.Contains(before, "late"):
		return m.to
	}
	return m.from.Add(6)
}

func (w *When) readTwo(a, b mention, before, between, after string) {
	start := before == "" || starting.MatchString(before) || before == "between"
	switch {
	case moved.MatchString(between) || moved.MatchString(before) || moved.MatchString(after):
		first, second := a, b
		if earlier.MatchString(between) || earlier.MatchString(after) && !moved.MatchString(before) {
			first, second = b, a
		}
		w.Due, w.Revised, w.Sure = first.to, second.to, !second.to.Before(first.to)
	case spanning.MatchString(between) && start && after == "" && (between != "and" || before == "between"):
		w.Start, w.Due, w.Sure = a.from, b.to, !b.to.Before(a.from)
	case closed.MatchString(between) && before == "":
		w.Due, w.Completed = a.to, b.to
	default:
		w.Due = b.to
	}
}
