package check

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// SubmissionStatement is what somebody who sends a plan can sign: whether it is
// ready to send, how far the letter is answered, the working of each statutory
// clock, what was checked, what is left, and every waiver in full.
type SubmissionStatement struct {
	Title, Organisation, Plan string
	BrandColour               string // as typed
	File, SHA256              string
	AsOf                      workbook.Date
	Parts                     []StatementPart
}

// StatementPart is a heading and what stands below it: paragraphs of one
// sentence or more, then a list, then problems that are left or waived.
type StatementPart struct {
	Heading    string
	Paragraphs []string
	Signs      string // who signs and dates the statement here; "" in all other parts
	List       []string
	Left       workbook.Problems
	Waived     []StatedWaiver
}

// StatedWaiver is a problem that somebody answers for. Reason repeats nothing
// that could identify a child.
type StatedWaiver struct {
	Problem                   workbook.Problem
	Covers, Until, By, Reason string
}

// Statement composes the submission statement.
func Statement(r Result) SubmissionStatement {
	info := r.facts.Plan.Info
	s := SubmissionStatement{
		Title: "Submission statement", Organisation: orNotStated(info.Organisation), Plan: orNotStated(info.Title),
		BrandColour: info.BrandColour, File: r.File, SHA256: r.SHA256, AsOf: r.AsOf,
		Parts: []StatementPart{
			readyPart(r),
			{Heading: "Statutory clock", Paragraphs: clockParagraphs(r)},
			findingsPart(r),
			{Heading: "What was checked", Paragraphs: []string{checkedRows(r), foundLine(r)}},
			leftPart(r),
		},
	}
	if len(r.Waived) > 0 {
		s.Parts = append(s.Parts, waivedPart(r.Waived))
	}
	return s
}

// Text is the statement as plain text, one paragraph a line.
func (s SubmissionStatement) Text() string {
	var out strings.Builder
	line := func(indent, text string) { out.WriteString(indent + words.Printable(text) + "\n") }
	line("", s.Title)
	line("", s.Organisation+": "+s.Plan+".")
	line("", "File "+s.File+", SHA-256 "+s.SHA256+", as at "+s.AsOf.Long()+".")
	for _, part := range s.Parts {
		out.WriteString("\n")
		line("", part.Heading)
		for _, paragraph := range part.Paragraphs {
			line("  ", paragraph)
		}
		if part.Signs != "" {
			line("  ", "Signature: ________________________________  Date: ________________")
		}
		for _, item := range part.List {
			line("  - ", item)
		}
		for _, p := range part.Left {
			line("  - ", stated(p))
		}
		for _, w := range part.Waived {
			line("  - ", stated(w.Problem)+" Waived ("+words.LowerFirst(w.Covers)+", "+words.LowerFirst(w.Until)+") by "+w.By+": "+words.Stop(w.Reason))
		}
	}
	return out.String()
}

// stated is a problem as one line: place, rule, and what is wrong.
func stated(p workbook.Problem) string {
	return p.Cell.String() + " (" + p.Rule + ", " + p.Severity.String() + "): " + p.Message
}

// readyPart gives the verdict first, then each thing that stands against it.
func readyPart(r Result) StatementPart {
	part := StatementPart{Heading: "Ready to send?"}
	if part.List = r.Against(); len(part.List) > 0 {
		part.Paragraphs = []string{"The plan is not ready to send:"}
		return part
	}
	verdict := "The plan has no errors and is ready to send."
	if n := r.Counts.Warning; n > 0 {
		verdict += " " + words.OpeningCount(n, "warning is", "warnings are") + " left for you to weigh."
	}
	part.Signs = orNotStated(r.facts.Plan.Info.SRO)
	part.Paragraphs = []string{verdict, "For the senior responsible owner to sign and date before it is sent: " + part.Signs + "."}
	return part
}

// foundLine counts what was found, and says of how much an ordinary check would
// have said less.
func foundLine(r Result) string {
	line := "Found: " + countsLine(r.Counts)
	if r.Counts.Waived == 0 {
		line += ", nothing waived"
	}
	return line + "." + onlyInSubmission(r)
}

// onlyInSubmission says how many of the errors are errors only because the plan
// is to be sent; "" of none. Every other paper of the plan counts those as
// warnings, or not at all.
func onlyInSubmission(r Result) string {
	n := 0
	for _, p := range r.Problems {
		if p.Severity == workbook.Error && slices.ContainsFunc(All, func(rule Rule) bool { return rule.Name == p.Rule && rule.stricterInSubmission() }) {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return " " + words.OpeningCount(n, "of the errors is one", "of the errors are errors") + " only because the plan is to be sent: other papers of it count fewer."
}

// findingsPart says how far the findings are answered, and names those that
// are not.
func findingsPart(r Result) StatementPart {
	part := StatementPart{Heading: "Is every finding answered?"}
	if line := coverageLine(r.Coverage); line != "" {
		part.Paragraphs = append(part.Paragraphs, line)
	} else {
		part.Paragraphs = append(part.Paragraphs, "The plan lists no finding that asks for an answer.")
	}
	for _, x := range []struct {
		says     string
		findings []*facts.Finding
	}{
		{"Without an answer: ", open(r.Coverage.Unanswered)},
		{"Mapped by area, not by finding: ", open(r.Coverage.ByArea)},
		{"Named by no action, and resolved by a later visit: ", resolved(slices.Concat(r.Coverage.Unanswered, r.Coverage.ByArea))},
	} {
		if len(x.findings) > 0 {
			part.List = append(part.List, x.says+words.And(refsAndFate(x.findings))+".")
		}
	}
	return part
}

// refsAndFate names findings, and the later visit that has resolved one.
func refsAndFate(findings []*facts.Finding) []string {
	refs := make([]string, len(findings))
	for i, x := range findings {
		refs[i] = x.Ref
		if x.Resolved() {
			refs[i] += " (by " + x.ResolvedBy.Ref + ")"
		}
	}
	return refs
}

// leftPart are the errors and warnings that nobody answers for.
func leftPart(r Result) StatementPart {
	part := StatementPart{Heading: "What is left"}
	for _, severity := range []workbook.Severity{workbook.Error, workbook.Warning} {
		part.Left = append(part.Left, ofSeverity(r.Problems, severity)...)
	}
	if len(part.Left) == 0 {
		part.Paragraphs = []string{"No error and no warning."}
	}
	return part
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
		enter := "the date agreed, under " + workbook.FieldDueOverride
		if slices.Contains(r.facts.NoReceipt, v) {
			enter = "the day on which its letter was received"
		}
		against = append(against, "The date by which "+visitName(v)+" has to be answered is not worked out. Enter "+enter+".")
	}
	return against
}

// open leaves out the findings that a later visit has resolved, and none has
// raised again.
func open(findings []*facts.Finding) []*facts.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(x *facts.Finding) bool { return x.Resolved() })
}

// resolved are those that open leaves out.
func resolved(findings []*facts.Finding) []*facts.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(x *facts.Finding) bool { return !x.Resolved() })
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
// clock of its own has followed, and no visit a year or more later.
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
		if v.Order > last && !overtaken(v, r.facts.Visits) {
			unknown = append(unknown, v)
		}
	}
	return unknown
}

// overtaken is true of a visit so long ago that what it asked for is past: a
// later one came a year after it or more.
func overtaken(v *facts.Visit, visits []*facts.Visit) bool {
	day := v.Day()
	for _, later := range visits {
		if later.Order > v.Order && !day.IsZero() && later.Day().Sub(day) >= 365 {
			return true
		}
	}
	return false
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

// otherDate is what stands in place of the date of a clock: one without a reason is
// no agreement.
func otherDate(c facts.Clock, reason string) string {
	switch {
	case !blank(reason):
		return "Another date was agreed: " + c.Due.Long() + ". Reason: " + words.Stop(orNotStated(reason))
	case c.Due.Before(c.Computed):
		return "The plan gives " + c.Due.Long() + ", an earlier date for which no reason is given."
	}
	return "The plan gives " + c.Due.Long() + ", a later date for which no reason is given."
}

// clockParagraphs show how each date was worked out, and say of which letters
// none was.
func clockParagraphs(r Result) []string {
	f := r.facts
	var list []string
	for _, c := range f.Clocks {
		what := "the report"
		if c.Visit != nil {
			what = "the letter of " + visitName(c.Visit)
		}
		text := "Day 0 is " + c.Received.Long() + ", when " + what + " was received. " +
			"Day " + strconv.Itoa(c.WorkingDays) + " of the working days in England and Wales" + holidaysLeftOut(c) + ", is " + c.Computed.Long() + "."
		if c.Overridden {
			text += " " + otherDate(c, f.Plan.Info.OverrideReason)
		}
		list = append(list, text, sentLine(c, r.AsOf))
	}
	for _, v := range f.NoReceipt {
		list = append(list, "Of "+visitName(v)+" the date is not known, because the day on which the letter was received is not recorded.")
	}
	for _, v := range f.NotComputed {
		list = append(list, "Of "+visitName(v)+" no date is computed: the 70 working days are those of children's services inspections, and its framework has times of its own.")
	}
	if agreed := f.AgreedAlone(); !agreed.IsZero() {
		said := "The plan gives " + agreed.Long() + " as its date, without a reason."
		if reason := f.Plan.Info.OverrideReason; !blank(reason) {
			said = "The date agreed for the plan is " + agreed.Long() + ". Reason: " + words.Stop(orNotStated(reason))
		}
		list = append(list, said)
	}
	if len(list) == 0 {
		list = append(list, "No letter in this plan has started one.")
	}
	return list
}

func holidaysLeftOut(c facts.Clock) string {
	if len(c.Holidays) == 0 {
		return ", leaving out weekends"
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

// waivedPart lists every waiver that was used, in full.
func waivedPart(waived workbook.Problems) StatementPart {
	part := StatementPart{Heading: "Waived", Paragraphs: []string{words.OpeningCount(len(waived), "problem", "problems") + " that somebody answers for:"}}
	for _, p := range waived {
		w := StatedWaiver{Problem: p, Covers: "The whole rule", Until: "Without an end date", By: orNotStated(p.Waived.By), Reason: masked(orNotStated(p.Waived.Reason))}
		if !blank(p.Waived.Ref) {
			w.Covers = "Only " + orNotStated(p.Waived.Ref)
			if _, _, says := cutSheet(p.Waived.Ref); !says && p.Cell.Sheet != "" {
				w.Covers += " on " + p.Cell.Sheet
			}
		}
		if !p.Waived.Until.IsZero() {
			w.Until = "Until " + p.Waived.Until.Long()
		}
		part.Waived = append(part.Waived, w)
	}
	return part
}
