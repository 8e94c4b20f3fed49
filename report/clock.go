package report

import (
	"fmt"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// clocks is the statutory clock in words, one line for each letter that
// starts it, and one for each that asks for a plan under another framework.
func clocks(f *facts.Facts) []ClockLine {
	var list []ClockLine
	for _, c := range f.Clocks {
		list = append(list, clock(f, c))
	}
	for _, v := range f.NotComputed {
		list = append(list, ClockLine{Sentence: "Not computed by this paper: " + OtherFramework(v) + " sets dates of its own"})
	}
	return list
}

// OtherFramework names the rules under which a visit was made.
func OtherFramework(v *facts.Visit) string {
	if v.Framework == "" || v.Kind == workbook.KindAreaSEND {
		return "an area SEND inspection"
	}
	return v.Framework
}

func clock(f *facts.Facts, c facts.Clock) ClockLine {
	line := ClockLine{}
	if c.Due.IsZero() {
		line.Sentence = "Not known: no date of receipt is recorded"
		return line
	}
	due := "Plan due " + c.Due.Long() + ", "
	if c.Overridden {
		if r := f.Plan.Info.OverrideReason; r != "" {
			due += "by agreement (" + r + ")"
		} else {
			due += "a later date for which no reason is given"
			if c.Due.Before(c.Computed) {
				due = strings.Replace(due, "a later", "an earlier", 1)
			}
		}
	} else {
		due += fmt.Sprintf("%d working days from receipt", c.WorkingDays)
	}
	switch {
	case c.Met:
		line.Sentence = due + "; sent " + c.Sent.Long()
	case c.Overdue(f.AsOf):
		line.Sentence = due + "; " + words.Days(f.AsOf.Sub(c.Due)) + " overdue and not recorded as sent"
		line.Late = true
	case c.NotRecorded:
		line.Sentence = due + "; not recorded as sent"
	default:
		line.Sentence = due + "; sent " + c.Sent.Long() + ", " + words.Count(c.DaysLate, "working day", "working days") + " late"
		line.Late = true
	}
	line.Working = fmt.Sprintf("Day 0 is %s, the day of receipt. Day %d, leaving out %s, is %s.", c.Received.Long(), c.WorkingDays, freeDays(len(c.Holidays)), c.Computed.Long())
	return line
}

// freeDays are the days between that are no working days.
func freeDays(holidays int) string {
	if holidays == 0 {
		return "Saturdays and Sundays (no bank holiday falls between)"
	}
	return "Saturdays, Sundays and " + words.Count(holidays, "bank holiday", "bank holidays")
}
