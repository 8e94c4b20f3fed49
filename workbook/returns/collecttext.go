package returns

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// WriteText prints what became of the returns: accepted, unchanged, conflicts
// and refused, with the cells of the returns. Values that were not taken are
// printed whole, so that nothing is lost. quiet leaves out what needs nobody.
func (c *Collected) WriteText(w io.Writer, quiet bool) error {
	t := &report{}
	if !quiet {
		t.accepted(c)
		t.line("Unchanged: %s.%s", words.Count(c.Unchanged, "action", "actions"), c.known())
	}
	t.conflicts(c)
	t.refused(c)
	t.missing(c)
	t.accounts(c, quiet)
	if len(c.Absent) > 0 {
		t.line("Asked and not returned: %s.", c.absent())
	}
	if c.NoLog != "" {
		t.line("No lines were added to the log: %s.", c.NoLog)
	}
	_, err := io.WriteString(w, t.String())
	return err
}

func (c *Collected) known() string {
	if c.Known == 0 {
		return ""
	}
	return fmt.Sprintf(" %s in the plan already.", words.Capital(words.Count(c.Known, "value was", "values were")))
}

type report struct{ strings.Builder }

func (t *report) line(format string, args ...any) { fmt.Fprintf(t, format+"\n", args...) }

func (t *report) accepted(c *Collected) {
	if len(c.Accepted) == 0 {
		t.line("Accepted: nothing.")
		return
	}
	actions := map[string]bool{}
	for _, x := range c.Accepted {
		actions[words.Fold(x.Ref)] = true
	}
	t.line("Accepted: %s to %s", words.Count(len(c.Accepted), "change", "changes"), words.Count(len(actions), "action", "actions"))
	for _, x := range c.Accepted {
		t.line("  %s  %s: %s, was %s  (%s, %s)", x.Ref, x.Heading, brief(x.Heading, x.Now), brief(x.Heading, x.Was), x.By, cellIn(x.At))
	}
}

func (t *report) conflicts(c *Collected) {
	if len(c.Conflicts) == 0 {
		return
	}
	t.line("Conflicts: %s changed on more than one side", words.Count(len(c.Conflicts), "value was", "values were"))
	for _, x := range c.Conflicts {
		kept := "the plan's value is kept"
		if x.Taken {
			kept = "the return's value is taken"
		}
		t.line("  %s  %s: %s", x.Ref, x.Heading, kept)
		if x.Sent != "" {
			t.value("sent", x.Heading, x.Sent, "")
		}
		t.value("plan", x.Heading, x.PlanValue, cellIn(x.Plan))
		for _, claim := range x.Claims {
			t.value("return", x.Heading, claim.Value, claim.By+", "+cellIn(claim.At))
		}
	}
}

func (t *report) value(side, heading, value, where string) {
	if where != "" {
		where = "  (" + where + ")"
	}
	t.line("      %-7s %s%s", side, whole(inWords(heading, value)), where)
}

func (t *report) refused(c *Collected) {
	if len(c.Refused) == 0 {
		return
	}
	t.line("Refused: %s", words.Count(len(c.Refused), "cell", "cells"))
	for _, x := range c.Refused {
		ref := ""
		if x.Ref != "" {
			ref = "  " + x.Ref
		}
		t.line("  %s%s  %s", cellIn(x.At), ref, x.Reason)
		if x.Value != "" && !strings.Contains(x.Reason, inQuotes(x.Value)) {
			t.line("      it says %s", whole(x.Value))
		}
	}
}

func (t *report) missing(c *Collected) {
	if len(c.Missing) == 0 {
		return
	}
	t.line("Sent and not returned: %s without a row in the return, and left as in the plan", words.Count(len(c.Missing), "action", "actions"))
	for _, x := range c.Missing {
		t.line("  %s  %s  (%s, %s)", x.Ref, inQuotes(x.Action), x.Owner, x.File)
	}
}

// accounts names every file; quietly, those that somebody has to look at.
func (t *report) accounts(c *Collected, quiet bool) {
	all := c.Accounts()
	if quiet {
		all = slices.DeleteFunc(all, func(a Account) bool { return a.State != Undecided && a.State != NotRead })
	}
	if len(all) == 0 {
		return
	}
	t.line("Files: %d", len(all))
	for _, a := range all {
		t.line("  %s: %s%s", a.File, a.said(), a.asked())
	}
}

// said is the state with what explains it.
func (a Account) said() string {
	if a.Why == "" {
		return string(a.State)
	}
	return string(a.State) + ": " + a.Why
}

func (a Account) asked() string {
	if a.Owner == "" {
		return ""
	}
	return fmt.Sprintf("  (%s, asked at %s)", a.Owner, a.Sent.Long())
}

func (c *Collected) absent() string {
	names := make([]string, len(c.Absent))
	for i, a := range c.Absent {
		names[i] = a.Owner
	}
	return strings.Join(names, "; ")
}

// cellIn is a cell with its file: a return is one of many.
func cellIn(c xlsx.Cell) string {
	if c.File == "" || c.Sheet == "" {
		return c.String()
	}
	return c.File + " " + c.String()
}

// whole is a value in quotes, nothing cut; further lines stand under the
// first.
func whole(s string) string {
	if s == "" {
		return "(blank)"
	}
	return `"` + strings.ReplaceAll(s, "\n", "\n              ") + `"`
}

// brief is a value as it fits a line.
func brief(heading, value string) string {
	if value == "" {
		return "blank"
	}
	return inQuotes(inWords(heading, value))
}
