package check

import (
	"fmt"
	"strconv"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// Statement is the submission statement: what was checked, what was found,
// how far the letter is answered, the working of the statutory clock, what was
// waived and why, and whether the plan is ready to send.
func Statement(r Result) string {
	var out strings.Builder
	fmt.Fprintf(&out, "Submission statement\n\n")
	fmt.Fprintf(&out, "%s: %s\n", orNotStated(r.organisation), orNotStated(r.title))
	fmt.Fprintf(&out, "File %s, SHA-256 %s, as at %s.\n\n", r.File, r.SHA256, r.AsOf.Long())
	fmt.Fprintf(&out, "%s\n", checkedLine(r))
	fmt.Fprintf(&out, "Found: %s.\n\n", countsLine(r.Counts))
	writeClocks(&out, r)
	writeWaived(&out, r.Waived)
	out.WriteString(readyLine(r) + "\n")
	return out.String()
}

// readyLine never calls a plan ready that leaves a finding without an answer,
// also where somebody has waived that.
func readyLine(r Result) string {
	open := r.unanswered
	switch {
	case r.Counts.Error > 0:
		return "The plan is not ready to send: mend the " + words.Figures(r.Counts.Error, "error", "errors") + " first."
	case open == 1:
		return "The plan is not ready to send: 1 finding has no answer."
	case open > 1:
		return "The plan is not ready to send: " + strconv.Itoa(open) + " findings have no answer."
	}
	return "The plan has no errors and is ready to send."
}

func orNotStated(s string) string {
	if blank(s) {
		return "(not stated)"
	}
	return strings.Join(strings.Fields(s), " ")
}

// writeClocks shows how each date was worked out.
func writeClocks(out *strings.Builder, r Result) {
	if len(r.clocks) == 0 && len(r.noReceipt) == 0 {
		out.WriteString("Statutory clock: no letter in this plan has started one.\n\n")
		return
	}
	for _, c := range r.clocks {
		what := "the report"
		if c.Visit != nil {
			what = c.Visit.Ref + " (" + c.Visit.Title + ")"
		}
		fmt.Fprintf(out, "Statutory clock: %s was received on %s, which is day 0.\n", what, c.Received.Long())
		fmt.Fprintf(out, "  %d working days in England and Wales from then end on %s%s.\n", c.WorkingDays, c.Computed.Long(), holidaysLeftOut(c))
		if c.Overridden {
			fmt.Fprintf(out, "  Another date was agreed: %s. Reason: %s\n", c.Due.Long(), orNotStated(r.overrideReason))
		}
		fmt.Fprintf(out, "  %s\n", sentLine(c, r.AsOf))
	}
	for _, v := range r.noReceipt {
		fmt.Fprintf(out, "Statutory clock: of %s (%s) it is not known, because the day on which the letter was received is not recorded.\n", v.Ref, v.Title)
	}
	out.WriteString("\n")
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

func writeWaived(out *strings.Builder, waived workbook.Problems) {
	if len(waived) == 0 {
		out.WriteString("Nothing was waived.\n\n")
		return
	}
	fmt.Fprintf(out, "Waived: %s.\n", words.Figures(len(waived), "problem", "problems"))
	for _, p := range waived {
		until := ""
		if !p.Waived.Until.IsZero() {
			until = ", until " + p.Waived.Until.Long()
		}
		fmt.Fprintf(out, "  %s (%s): %s By %s%s: %s\n", p.Cell, p.Rule, p.Message, orNotStated(p.Waived.By), until, masked(orNotStated(p.Waived.Reason)))
	}
	out.WriteString("\n")
}
