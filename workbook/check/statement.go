package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// SubmissionStatement is what somebody who sends a plan can sign: what was
// checked, what was found, how far the letter is answered, the working of each
// statutory clock, every waiver in full, and whether the plan is ready to send.
type SubmissionStatement struct {
	Title string
	Parts []StatementPart
}

// StatementPart is a heading and what stands below it, one sentence or more a
// paragraph.
type StatementPart struct {
	Heading    string
	Paragraphs []string
}

// Statement composes the submission statement.
func Statement(r Result) SubmissionStatement {
	info := r.facts.Plan.Info
	s := SubmissionStatement{Title: "Submission statement"}
	add := func(heading string, paragraphs ...string) {
		s.Parts = append(s.Parts, StatementPart{heading, paragraphs})
	}
	add("The plan", orNotStated(info.Organisation)+": "+orNotStated(info.Title)+".",
		"File "+r.File+", SHA-256 "+r.SHA256+", as at "+r.AsOf.Long()+".")
	add("What was checked", checkedLine(r), "Found: "+countsLine(r.Counts)+".")
	add("Statutory clock", clockParagraphs(r)...)
	add("Waived", waivedParagraphs(r.Waived)...)
	add("Ready to send?", readyParagraphs(r)...)
	return s
}

// Text is the statement as plain text, one paragraph a line.
func (s SubmissionStatement) Text() string {
	var out strings.Builder
	out.WriteString(s.Title + "\n")
	for _, part := range s.Parts {
		out.WriteString("\n" + part.Heading + "\n")
		for _, paragraph := range part.Paragraphs {
			out.WriteString("  " + paragraph + "\n")
		}
	}
	return out.String()
}

// readyParagraphs give the verdict first, then each thing that stands against
// it.
func readyParagraphs(r Result) []string {
	against := r.Against()
	if len(against) == 0 {
		verdict := "The plan has no errors and is ready to send."
		if n := r.Counts.Warning; n > 0 {
			verdict += " " + words.Figures(n, "warning is", "warnings are") + " left for you to weigh."
		}
		return []string{verdict}
	}
	return append([]string{"The plan is not ready to send:"}, against...)
}

// Against is everything because of which the plan is not ready to send, one
// sentence each; nil if it is ready. A waiver silences a problem in the list,
// and never makes a plan ready that leaves a finding without an answer.
func (r Result) Against() []string {
	var against []string
	say := func(n int, one, many string) {
		switch {
		case n == 1:
			against = append(against, "1 "+one)
		case n > 1:
			against = append(against, strconv.Itoa(n)+" "+many)
		}
	}
	say(r.Counts.Error, "error is to be put right first.", "errors are to be put right first.")
	if r.Options.Strict {
		say(r.Counts.Warning, "warning is left, and with --strict warnings count.", "warnings are left, and with --strict warnings count.")
	}
	say(len(open(r.Coverage.Unanswered)), "finding has no answer.", "findings have no answer.")
	say(len(open(r.Coverage.ByArea)), "finding is mapped by area, not by finding: no action names it.", "findings are mapped by area, not by finding: no action names them.")
	if r.Coverage.Needing == 0 {
		against = append(against, "The plan lists no finding that asks for an answer.")
	}
	say(blanketWaived(r.Waived), "problem that the board would want to know is waived without saying which record, or without an end date.",
		"problems that the board would want to know are waived without saying which record, or without an end date.")
	for _, v := range r.clocksNotKnown() {
		against = append(against, "The date by which "+visitName(v)+" has to be answered is not worked out. Enter the date agreed under "+workbook.FieldDueOverride+", or what it lacks.")
	}
	return against
}

// open leaves out the findings that a later visit has resolved.
func open(findings []*facts.Finding) []*facts.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(x *facts.Finding) bool { return x.ResolvedBy != nil })
}

// blanketWaived counts the errors and warnings that are silenced by a waiver
// of a whole rule, or by one that never ends.
func blanketWaived(waived workbook.Problems) int {
	n := 0
	for _, p := range waived {
		if p.Severity != workbook.Advice && (blank(p.Waived.Ref) || p.Waived.Until.IsZero()) {
			n++
		}
	}
	return n
}

// clocksNotKnown are the visits whose letter has to be answered by a date that
// nobody has given and that could not be worked out: those that nothing with a
// clock of its own has followed.
func (r Result) clocksNotKnown() []*facts.Visit {
	if !r.facts.Plan.Info.PlanDueOverride.IsZero() {
		return nil
	}
	last := 0
	for _, c := range r.facts.Clocks {
		if c.Visit != nil {
			last = max(last, c.Visit.Order)
		}
	}
	var unknown []*facts.Visit
	for _, v := range slices.Concat(r.facts.NoReceipt, r.facts.NotComputed) {
		if v.Order > last {
			unknown = append(unknown, v)
		}
	}
	return unknown
}

func visitName(v *facts.Visit) string {
	if blank(v.Title) {
		return v.Ref + " (" + v.Kind + ")"
	}
	return v.Ref + " (" + v.Title + ")"
}

func orNotStated(s string) string {
	if blank(s) {
		return "(not stated)"
	}
	return strings.Join(strings.Fields(s), " ")
}

// clockParagraphs show how each date was worked out, and say of which letters
// none was.
func clockParagraphs(r Result) []string {
	f := r.facts
	var list []string
	for _, c := range f.Clocks {
		what := "The report"
		if c.Visit != nil {
			what = visitName(c.Visit)
		}
		text := what + " was received on " + c.Received.Long() + ", which is day 0. " +
			strconv.Itoa(c.WorkingDays) + " working days in England and Wales from then end on " + c.Computed.Long() + holidaysLeftOut(c) + "."
		if c.Overridden {
			text += " Another date was agreed: " + c.Due.Long() + ". Reason: " + orNotStated(f.Plan.Info.OverrideReason)
		}
		list = append(list, text, sentLine(c, r.AsOf))
	}
	for _, v := range f.NoReceipt {
		list = append(list, "Of "+visitName(v)+" the date is not known, because the day on which the letter was received is not recorded.")
	}
	for _, v := range f.NotComputed {
		list = append(list, "Of "+visitName(v)+" no date is computed: the 70 working days are those of children's services inspections, and its framework has times of its own.")
	}
	if len(list) == 0 {
		list = append(list, "No letter in this plan has started one.")
	}
	return list
}

func holidaysLeftOut(c facts.Clock) string {
	if len(c.Holidays) == 0 {
		return ""
	}
	days := make([]string, len(c.Holidays))
	for i, d := range c.Holidays {
		days[i] = d.Long()
	}
	return ", leaving out weekends and " + words.And(days)
}

func sentLine(c facts.Clock, asOf workbook.Date) string {
	switch {
	case c.Overdue(asOf):
		return "Not recorded as sent; it was due " + words.Figures(asOf.Sub(c.Due), "day", "days") + " ago."
	case c.NotRecorded:
		return "Not recorded as sent; it is due in " + words.Figures(c.Due.Sub(asOf), "day", "days") + "."
	case c.Met:
		return "Sent on " + c.Sent.Long() + ", in time."
	}
	return "Sent on " + c.Sent.Long() + ", " + words.Figures(c.DaysLate, "working day", "working days") + " late."
}

// waivedParagraphs list every waiver that was used, in full.
func waivedParagraphs(waived workbook.Problems) []string {
	if len(waived) == 0 {
		return []string{"Nothing."}
	}
	list := []string{words.Figures(len(waived), "problem", "problems") + ":"}
	for _, p := range waived {
		w := p.Waived
		about := "the whole rule"
		if !blank(w.Ref) {
			about = "of " + w.Ref
		}
		until := "without an end date"
		if !w.Until.IsZero() {
			until = "until " + w.Until.Long()
		}
		list = append(list, p.Cell.String()+" ("+p.Rule+", "+p.Severity.String()+"): "+p.Message+" Waived ("+about+", "+until+") by "+
			orNotStated(w.By)+": "+masked(orNotStated(w.Reason)))
	}
	return list
}
