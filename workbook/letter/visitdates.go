package letter

import (
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// dates reads the letter's own date and those of the visit.
func (r *factReader) dates() {
	for _, p := range r.opening() {
		if salutation.MatchString(p.Text) || p.role != cover && !r.addressed() {
			break
		}
		if found := findSpans(p.Text); len(found) == 1 && !found[0].noYear && found[0].from.Equal(found[0].to) && letterDate.MatchString(strings.TrimSpace(p.Text[:found[0].at]+p.Text[found[0].end:])) {
			r.facts.Dated = found[0].from
			break
		}
	}
	for i, re := range visitDates {
		for _, p := range r.opening() {
			if r.visitSpan(p, re) {
				return
			}
		}
		if i == 0 && r.datesInCells() {
			return
		}
	}
}

// addressed tells a letter from a report.
func (r *factReader) addressed() bool {
	return slices.ContainsFunc(r.opening(), func(p Passage) bool { return salutation.MatchString(p.Text) })
}

var letterDate = words.MustCompile(`(?i)^(?:date:?|dated:?|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|letter date:?|,)?$`)

// visitDates are the words before the dates of a visit, the surest first.
var visitDates = []*words.Pattern{
	words.MustCompile(`(?i)^(?:inspection|visit|monitoring visit|focused visit)s?(?: \w+)? dates?:?`),
	words.MustCompile(`(?i)(?:letter|report) (?:summarises|summarizes|outlines|sets out|provides|details|contains|reports).{0,260}?\b(?:on|from|between|dated|of)\s+(?:the )?$`),
	words.MustCompile(`(?i)(?:visit|inspection|revisit)\b.{0,120}?\b(?:took place|was carried out|was conducted|was undertaken|conducted|carried out|undertaken|held)(?: on-?site)?(?: from| between| on| over)?\s*(?:the )?$`),
	opensWithDates,
	words.MustCompile(`(?i)(?:visit|inspection)\b.{0,160}?\b(?:on|from|between)\s+(?:the )?$`),
}

// opensWithDates is "Between 20 and 24 June, Ofsted undertook an inspection".
var opensWithDates = words.MustCompile(`(?i)^(?:between|from|on|during)\s+(?:the )?$`)

// visitSpan takes the first dates of a passage that stand behind the words.
func (r *factReader) visitSpan(p Passage, re *words.Pattern) bool {
	for _, s := range findSpans(p.Text) {
		before := p.Text[:s.at]
		before = before[strings.LastIndex(before, ". ")+1:]
		if !re.MatchString(strings.TrimSpace(before)+" ") && !re.MatchString(before) || previousWords.MatchString(before) {
			continue
		}
		if re == opensWithDates && !visitWords.MatchString(sentences(p.Text[s.end:])[0].text) {
			continue
		}
		if s, ok := s.withYear(r.facts.Dated); ok && !s.to.Before(s.from) {
			r.facts.Started, r.facts.Ended = s.from, s.to
			return true
		}
	}
	return false
}

var visitWords = words.MustCompile(`(?i)\b(?:undertook|carried out|conducted|completed|visited|inspected)\b`)

var previousWords = words.MustCompile(`(?i)\b(?:previous|last|since|prior|earlier|first|judged)\b`)

// datesInCells reads "Inspection dates:" and the dates in the cell beside it.
func (r *factReader) datesInCells() bool {
	for i, p := range r.opening() {
		if !visitDates[0].MatchString(p.Text) || previousWords.MatchString(p.Text) || i+1 >= len(r.passages) {
			continue
		}
		if found := findSpans(r.passages[i+1].Text); len(found) > 0 {
			if s, ok := found[0].withYear(r.facts.Dated); ok {
				r.facts.Started, r.facts.Ended = s.from, s.to
				return true
			}
		}
	}
	return false
}

var ordinals = []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"}

var visitNumber = words.MustCompile(`(?i)\b(?:the|a|our|its|this) (\w+) (?:and (?:final|last) )?monitoring visit\b`)

// number reads which monitoring visit this is.
func (r *factReader) number() {
	if r.facts.Kind != MonitoringVisit {
		return
	}
	for _, p := range r.opening() {
		for _, m := range visitNumber.FindAllStringSubmatch(p.Text, -1) {
			for i, word := range ordinals {
				if strings.EqualFold(m[1], word) {
					r.facts.Number = i + 1
					return
				}
			}
		}
	}
}
