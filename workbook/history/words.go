package history

import (
	"fmt"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// longest is how many characters of somebody's words a sentence quotes.
const longest = 90

// quote puts words in quotes, cut after a whole word where they are long.
func quote(s string) string { return words.Quote(words.ClipWords(s, longest)) }

// naming is a record with its ref and its name: Action 1.2 "Core groups".
func naming(r *row) string {
	name := r.title
	if a, ok := r.record.(*workbook.Action); ok && words.Clean(a.ShortName) != "" {
		name = words.Clean(a.ShortName)
	}
	s := words.Capital(r.sheet.noun)
	if r.ref != "" {
		s += " " + r.ref
	}
	if name != "" {
		s += " " + quote(name)
	}
	return s
}

// subject is a record as a sentence begins with it.
func (c *Matched) subject(r *row) string {
	switch x := r.record.(type) {
	case *workbook.Info:
		return "The plan"
	case *workbook.Update:
		return "The update" + ofDay(x.Date) + " on action " + r.ref
	case *workbook.Reading:
		return "The reading of measure " + r.ref + forDay(x.PeriodEnd)
	case *workbook.Waiver:
		about := "the whole rule"
		if x.Ref != "" {
			about = words.Clean(x.Ref)
		}
		return "The waiver of " + words.Clean(x.Rule) + " for " + about
	case *workbook.KeyWord, *workbook.Person, *workbook.Term:
		return "The " + r.sheet.noun + " " + quote(r.title)
	}
	return naming(r)
}

func ofDay(d workbook.Date) string {
	if d.IsZero() {
		return " without a date"
	}
	return " of " + d.Long()
}

func forDay(d workbook.Date) string {
	if d.IsZero() {
		return " without a date"
	}
	return " for " + d.Long()
}

// spoken is a value in a sentence: a date in words, a text in quotes.
func spoken(v value) string {
	switch {
	case !v.date.IsZero():
		return v.date.Long()
	case v.num.Set:
		return v.shown
	}
	return quote(v.shown)
}

// sentence says a changed cell in words.
func (c *Matched) sentence(f cellPair, x Change) string {
	who := c.subject(f.pair.new)
	switch x.Kind {
	case Completed, Reopened, Withdrawn, Better, Worse:
		return c.statusSentence(who, f, x.Kind)
	case Slipped, BroughtForward:
		return moveSentence(who, f, x)
	case OwnerChanged:
		return ownerSentence(who, f)
	case Renamed:
		return fmt.Sprintf("%s was called %s before.", who, quote(f.old.shown))
	case EvidenceAdded:
		return fmt.Sprintf("%s has new evidence: %s", who, words.Stop(quote(newPart(f.old.shown, f.new.shown))))
	case EvidenceRemoved:
		return fmt.Sprintf("%s has lost evidence that it had: %s", who, words.Stop(quote(newPart(f.new.shown, f.old.shown))))
	case TargetMadeEasier:
		return easierSentence(who, f)
	case HistoryRewritten:
		return rewrittenSentence(who, f, x.Days)
	}
	return plainSentence(who, f)
}

// newPart is what now has beside before.
func newPart(before, now string) string {
	if rest, ok := strings.CutPrefix(now, before); ok && strings.Trim(rest, " ;,.") != "" {
		return strings.Trim(rest, " ;,.")
	}
	return now
}

var statusVerbs = map[Kind]string{Completed: "is completed", Reopened: "is open again", Withdrawn: "was withdrawn", Better: "is doing better", Worse: "is doing worse"}

func (c *Matched) statusSentence(who string, f cellPair, kind Kind) string {
	return fmt.Sprintf("%s %s: it was %s and is now %s.", who, statusVerbs[kind],
		StatusWord(c.old.Key, f.old.shown), StatusWord(c.new.Key, f.new.shown))
}

// StatusWord is a status word, with its meaning where the word does not say
// it.
func StatusWord(k workbook.Key, word string) string {
	if word == "" {
		return "without a status"
	}
	m := k.Meaning(word)
	if words.Fold(m.String()) == words.Fold(word) {
		return m.String()
	}
	return word + " (" + m.String() + ")"
}

func moveSentence(who string, f cellPair, x Change) string {
	verb, days := "slipped by", x.Days
	if x.Kind == BroughtForward {
		verb, days = "was brought forward by", -days
	}
	from, to := f.old.date, f.new.date
	times := ""
	if a, ok := f.pair.new.record.(*workbook.Action); ok {
		from, to = facts.EffectiveDue(f.pair.old.record.(*workbook.Action)), facts.EffectiveDue(a)
		times = timesInAll(x.Times)
	}
	return fmt.Sprintf("%s %s %s, from %s to %s%s.", who, verb, words.Figures(days, "day", "days"), from.Long(), to.Long(), times)
}

func timesInAll(n int) string {
	switch n {
	case 0:
		return "; that is its first date again"
	case 1:
		return "; it had not moved before"
	}
	return "; it has now moved " + words.Times(n)
}

func ownerSentence(who string, f cellPair) string {
	switch {
	case f.old.blank():
		return fmt.Sprintf("%s now has an owner: %s.", who, f.new.shown)
	case f.new.blank():
		return fmt.Sprintf("%s no longer has an owner; it was %s.", who, f.old.shown)
	}
	return fmt.Sprintf("%s passed from %s to %s.", who, f.old.shown, f.new.shown)
}

func easierSentence(who string, f cellPair) string {
	switch f.heading {
	case workbook.ColTarget:
		return fmt.Sprintf("%s has an easier target: %s instead of %s.", who, f.new.shown, f.old.shown)
	case workbook.ColTargetDate:
		return fmt.Sprintf("%s has longer to meet its target: until %s instead of %s.", who, f.new.date.Long(), f.old.date.Long())
	case workbook.ColTolerance:
		return fmt.Sprintf("%s may now be further behind its line and still count as on course: %s points instead of %s.", who, f.new.shown, zero(f.old.shown))
	}
	return fmt.Sprintf("%s is judged by fewer measures: %s instead of %s.", who, f.new.shown, f.old.shown)
}

func zero(shown string) string {
	if shown == "" {
		return "0"
	}
	return shown
}

func rewrittenSentence(who string, f cellPair, days int) string {
	if f.new.blank() {
		return fmt.Sprintf("%s: %s was wiped out; it was %s", who, theField(f.heading), words.Stop(spoken(f.old)))
	}
	if f.old.blank() {
		return fmt.Sprintf("%s: %s was filled in with %s when the original due date was overwritten.", who, theField(f.heading), spoken(f.new))
	}
	moved := ""
	switch {
	case days > 0:
		moved = ", " + words.Figures(days, "day", "days") + " later"
	case days < 0:
		moved = ", " + words.Figures(-days, "day", "days") + " earlier"
	}
	return fmt.Sprintf("%s: %s was overwritten, from %s to %s", who, theField(f.heading), spoken(f.old), words.Stop(spoken(f.new)+moved))
}

// theField is a column in a sentence. Due is the first date agreed.
func theField(heading string) string {
	switch heading {
	case workbook.ColDue:
		return "the original due date"
	case workbook.ColFinding:
		return "the wording of the finding"
	case workbook.ColUnit, workbook.ColValue, workbook.ColBaseline, workbook.ColStatus, workbook.ColNote, workbook.ColKind, workbook.ColVisit:
		return "the " + strings.ToLower(heading)
	}
	return heading
}

func checkerSentence(who string, f cellPair) string {
	if f.old.blank() {
		return fmt.Sprintf("%s is now said to be checked by %s; nobody was named before.", who, f.new.shown)
	}
	return fmt.Sprintf("%s is now said to be checked by %s; before, it was %s", who, f.new.shown, words.Stop(f.old.shown))
}

func plainSentence(who string, f cellPair) string {
	heading := f.heading
	if heading == workbook.ColAction || heading == workbook.ColRisk {
		heading = "its wording" // the heading is the record's own name
	}
	switch {
	case heading == workbook.ColCheckedBy && !f.new.blank():
		return checkerSentence(who, f)
	case heading == workbook.ColEvidence && !f.old.blank() && !f.new.blank():
		return fmt.Sprintf("%s has other evidence: %s in place of %s", who, quote(f.new.shown), words.Stop(quote(f.old.shown)))
	case words.Same(f.old.shown, f.new.shown):
		return fmt.Sprintf("%s: %s still says %s, but that ref now leads to something else.", who, heading, spoken(f.new))
	case f.old.blank():
		return fmt.Sprintf("%s: %s is now %s; it was blank.", who, heading, spoken(f.new))
	case f.new.blank():
		return fmt.Sprintf("%s: %s is now blank; it was %s", who, heading, words.Stop(spoken(f.old)))
	}
	return fmt.Sprintf("%s: %s was %s and is now %s", who, heading, spoken(f.old), words.Stop(spoken(f.new)))
}
