package upgrade

import (
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// profile is what stands in a column, as shares from 0 to 1 of its filled
// cells.
type profile struct {
	filled   int
	coloured int // blank cells with a colour, not counted above
	distinct int
	length   float64 // in characters, on average
	days     float64 // dates, and words for them
	numbers  float64
	statuses float64 // words that say how it goes
	plain    float64 // of these the words that everybody uses
	fronts   float64 // reports that begin with a status word
	levels   float64 // high, medium, low
	refs     float64 // short codes with a digit
	posts    float64 // who: posts, teams, names
	past     float64 // sentences about what has happened
	symbols  float64 // signs without letters
	rising   bool    // whole numbers that never fall
}

var (
	levelWord = words.MustCompile(`^(high|medium|med|low|h|m|l|critical|urgent|essential|desirable|moderate|minor|major|significant|must|should|could|p[1-5]|priority [1-5]|very high|very low|must do|should do)$`)
	refShape  = words.MustCompile(`^[\pL]{0,6}[\s.\-_/&(]*\d[\w\s.\-_/&()]{0,14}$`)
	postWord  = words.MustCompile(`(?i)\b(head|director|manager|officer|lead|leader|coordinator|co-ordinator|principal|deputy|assistant|service|team|chair|adviser|advisor|teacher|headteacher|sendco|senco|nurse|matron|inspector|superintendent|constable|sergeant|commissioner|board|governors?|analyst|partner|executive|chief|social worker|practitioner|consultant|administrator|ciso|isso|owner|ht|dht|aht|slt|dcs|hos|psw|ad|dsl|cfo|ceo|coo|cno|dci|supt)\b`)
	personal  = words.MustCompile(`^(?:[A-Z][a-z]+|[A-Z]\.?)(?: (?:[A-Z][a-z'’-]+|[A-Z]\.?)){1,2}$|^[A-Z]{2,4}$`)
	happened  = words.MustCompile(`(?i)\b(has|have|had|was|were|been|completed|agreed|started|begun|recruited|trained|reviewed|updated|held|met|launched|drafted|approved|underway|in place|now)\b`)
	openDate  = words.MustCompile(`(?i)^\W*(on-?going|tbc|tba|tbd|asap|immediate(ly)?|continuous|monthly|weekly|quarterly|annually|termly|daily|n/?a|rolling|as required|by next .*|end of .*|end .*|(autumn|spring|summer)( term)?( \d.*)?|q[1-4].*|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(short|medium|long) term|within .* (weeks|months)|\d+ (weeks|months|days))\W*$`)
)

func isDayText(s string) bool {
	if _, ok := workbook.ReadDate(s); ok {
		return true
	}
	if openDate.MatchString(s) {
		return true
	}
	_, ok := workbook.ReadWhen(s, workbook.DayFirst)
	return ok && utf8.RuneCountInString(s) <= 60
}

// profile looks at what stands in each column, and adds those without a
// heading that hold something.
func (t *table) profile(m *mapping) {
	rows := t.rows()
	for _, r := range rows {
		for _, c := range r.cells {
			if c.text() != "" && !slices.ContainsFunc(t.columns, func(o *column) bool { return o.col == c.Col }) {
				one := &column{col: c.Col}
				if means, ok := m.heading(one); ok {
					one.means, one.exact, one.by = means, true, byYou
				}
				t.columns = append(t.columns, one)
			}
		}
	}
	slices.SortFunc(t.columns, func(a, b *column) int { return a.col - b.col })
	for _, c := range t.columns {
		c.hidden = slices.Contains(t.view.s.HiddenCols, c.col) && !t.view.turned
		c.profile = profileOf(t.view, rows, c.col)
	}
}

func profileOf(v *view, rows []row, col int) profile {
	p := profile{rising: true}
	seen := map[string]bool{}
	last, total := 0.0, 0
	for _, r := range rows {
		c := r.at(col)
		text := c.text()
		if text == "" {
			if c.Fill != "" && len(r.filled()) > 1 {
				p.coloured++
			}
			continue
		}
		if len(r.filled()) < 2 {
			continue // a title over the rows below it
		}
		p.filled++
		total += utf8.RuneCountInString(text)
		seen[plainText(text)] = true
		count := func(share *float64, is bool) {
			if is {
				*share++
			}
		}
		folded := workbook.FoldHeading(text)
		_, status := guessStatus(text)
		count(&p.days, !c.Date.IsZero() || !c.Number && isDayText(text))
		count(&p.numbers, c.Number && c.Date.IsZero())
		count(&p.statuses, status && utf8.RuneCountInString(text) <= longestStatus || signOf(text) != "")
		count(&p.plain, isPlainStatus(text))
		front, _ := splitReport(text)
		count(&p.fronts, front != "" || isPlainStatus(text))
		count(&p.levels, levelWord.MatchString(folded))
		count(&p.refs, c.Date.IsZero() && refShape.MatchString(text))
		count(&p.posts, utf8.RuneCountInString(text) <= 90 && (postWord.MatchString(text) || personal.MatchString(text)))
		count(&p.past, utf8.RuneCountInString(text) > 12 && happened.MatchString(text))
		count(&p.symbols, isSign(c))
		if n := numberOf(text); !c.Number && !wholeNumber.MatchString(text) || n < last {
			p.rising = false
		} else {
			last = n
		}
	}
	p.distinct = len(seen)
	if p.filled == 0 {
		p.rising = false
		return p
	}
	n := float64(p.filled)
	p.length = float64(total) / n
	for _, share := range []*float64{&p.days, &p.numbers, &p.statuses, &p.plain, &p.fronts, &p.levels, &p.refs, &p.posts, &p.past, &p.symbols} {
		*share /= n
	}
	return p
}

// fit is how well what stands in a column agrees with what it is to hold.
type fit int

const (
	fitsNot fit = iota
	fits
	fitsWell
)

var dayColumns = []string{workbook.ColStart, workbook.ColDue, workbook.ColRevisedDue, workbook.ColCompleted, workbook.ColUpdated, workbook.ColImpactReview}

func isDay(means string) bool {
	return slices.Contains(dayColumns, means) || means == workbook.MeansCompletion || means == workbook.MeansTarget
}

// fit judges a column. An empty one fits everything.
func (p profile) fit(holds string) fit {
	if p.filled == 0 {
		if holds == workbook.ColStatus && p.coloured > 0 {
			return fitsWell
		}
		return fits
	}
	words := 1 - p.days - p.numbers
	switch {
	case isDay(holds):
		return grade(p.days >= 0.5, p.days < 0.2)
	case holds == workbook.ColStatus:
		few := p.distinct <= max(3, p.filled/2) || p.distinct <= 9 && p.filled < 20
		return grade(p.statuses >= 0.5 || p.symbols >= 0.5 || p.coloured > p.filled || p.fronts >= 0.7, p.fronts < 0.7 && (p.days > 0.5 || p.length > 45 || p.length > 26 && p.statuses < 0.3 || !few && p.statuses < 0.3))
	case holds == workbook.ColOwner || holds == workbook.MeansAreaOwner || holds == workbook.ColCheckedBy || holds == workbook.ColPartner:
		return grade(p.posts >= 0.4, p.days > 0.5 || p.numbers > 0.5 || p.length > 110 || p.plain > 0.7 && p.posts < 0.3)
	case holds == workbook.ColRef:
		return grade(p.refs >= 0.6 || p.numbers > 0.6, p.length > 30 || p.days > 0.6 && p.refs < 0.5 && p.numbers == 0)
	case holds == workbook.ColAction || holds == workbook.MeansHow || holds == workbook.MeansWhat:
		return grade(p.length >= 20 && words > 0.8, p.days > 0.5 || p.numbers > 0.6 || p.length < 5 || p.plain > 0.7 && p.length < 20 || p.refs > 0.7 && p.length < 12)
	case holds == workbook.MeansArea || holds == workbook.MeansRecommendation || holds == workbook.MeansFinding:
		return grade(p.length >= 8, p.days > 0.5 || p.levels > 0.7 || p.plain > 0.7 && p.length < 20 || p.numbers > 0.6 && !p.rising)
	case holds == workbook.ColProgressNote:
		return grade(p.length >= 10 && p.plain < 0.6, p.days > 0.6 || p.numbers > 0.6)
	case holds == workbook.ColEvidence || holds == workbook.ColSuccessMeasure || holds == workbook.ColImpactChildren || holds == workbook.MeansAreaOutcome:
		return grade(words > 0.7, p.levels > 0.7 || p.plain > 0.85 && p.length < 20 || p.days > 0.8)
	}
	return fits
}

func grade(well, not bool) fit {
	switch {
	case not:
		return fitsNot
	case well:
		return fitsWell
	}
	return fits
}

func numberOf(s string) float64 {
	n := 0.0
	for _, r := range strings.TrimSpace(s) {
		if r < '0' || r > '9' {
			break
		}
		n = 10*n + float64(r-'0')
	}
	return n
}
