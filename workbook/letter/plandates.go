package letter

import (
	"strings"

	"actionplan/workbook/words"
)

var (
	planWords = words.MustCompile(`(?i)\b(?:(?:written )?statement of (?:proposed )?action|action plan|improvement plan|plan)\b`)
	sendWords = words.MustCompile(`(?i)\b(?:send|sent|submit|submitted|publish|provide|return|share|shared|receive|completed?)\b`)
	byDate    = words.MustCompile(`(?i)\b(?:by|no later than|before|on or before|not later than)(?: \d{1,2}(?::\d\d|\.\d\d)?(?: ?[ap]m| noon)? on)? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$`)
)

// planDates reads by when the plan, or its draft, is to be sent.
func (r *factReader) planDates() {
	for _, p := range r.passages {
		if p.role == descriptors {
			continue
		}
		for _, s := range sentences(p.Text) {
			if !planWords.MatchString(s.text) || !sendWords.MatchString(s.text) {
				continue
			}
			for _, d := range findSpans(s.text) {
				before := s.text[:d.at]
				if d.noYear || !byDate.MatchString(before) || !d.from.Equal(d.to) {
					continue
				}
				r.planDate(d.from, before[clauseStart(before):], s.text)
			}
		}
	}
}

// clauseStart is where the part of a sentence begins that speaks of one date.
func clauseStart(before string) int {
	return max(strings.LastIndex(before, ";"), strings.LastIndex(before, " and the "), 0)
}

func (r *factReader) planDate(d date, clause, sentence string) {
	draft := words.MustCompile(`(?i)\bdraft\b`).MatchString(clause)
	switch {
	case draft && r.facts.DraftDue.IsZero():
		r.facts.DraftDue = d
	case !draft && r.facts.PlanDue.IsZero():
		r.facts.PlanDue, r.facts.PlanSentence = d, withoutMailbox(namesInText(sentence))
	}
}
