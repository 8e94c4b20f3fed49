package check

import (
	"bytes"
	"strings"
	"testing"

	"actionplan/workbook"
)

// What a rule says is true of the plan at hand, and is said in the plan's own
// words.
func TestSayings(t *testing.T) {
	const (
		done     = "Actions:\n| Ref | Status | Completed | Updated | Checked by | Evidence | Progress note |\n| 1.1 | Embedded | "
		without  = "Key:\n| Word | Means |\n| Delivered | (removed) |\n"
		readings = "Measures:\n| Ref | Area | Measure | Unit | Better when | Source |\n| M9 | 1 | Visits in time | % | Higher | Case system |\nReadings:\n| Measure | Period end | Value | Numerator | Denominator |\n| M9 | "
	)
	for _, c := range []struct {
		reason, rule, change string
		want, hint           string // parts of the message and the hint; without either there is none
	}{
		{"the same day", "embedded-soon", done + "2026-09-01 | 2026-09-01 | Principal social worker | Audit | In use. |", `called "Embedded" on the day it was completed, 1 September 2026.`, `Use "Delivered" until it has been in use for two months`},
		{"a day later", "embedded-soon", done + "2026-09-01 | 2026-09-02 | Principal social worker | Audit | In use. |", `called "Embedded" 1 day after it was completed on 1 September 2026.`, ""},
		{"no word for delivered", "embedded-soon", without + done + "2026-09-01 | 2026-09-02 | Principal social worker | Audit | In use. |", "1 day after", "Add a word for delivered to the sheet Key and use it until it has"},
		{"long ago, and nobody looked since", "embedded-soon", done + "2026-06-01 | 2026-06-02 | Principal social worker | Audit | In use. |", "1 day after", `Name evidence from after 31 July 2026 that it still holds, and who looked at it; until there is some, use "Delivered".`},
		{"long ago, and checked since by its evidence", "embedded-soon", done + "2026-06-01 | 2026-06-02 | Principal social worker | Audit, September 2026 | In use. |", "", ""},
		{"and by its note", "embedded-soon", done + "2026-06-01 | 2026-06-02 | Principal social worker | Audit | All of them on 12 August 2026. |", "", ""},
		{"evidence of later, and nobody who checked", "embedded-soon", done + "2026-06-01 | 2026-06-02 | (blank) | Audit, September 2026 | In use. |", "1 day after", ""},
		{"evidence that is still to come", "embedded-soon", done + "2026-06-01 | 2026-06-02 | Principal social worker | Audit, November 2026 | In use. |", "1 day after", ""},
		{"nobody has checked", "embedded-checked", done + "2026-06-01 | 2026-09-02 | (blank) | Audit | In use. |", "nobody is named", `or use "Delivered" until somebody has.`},
		{"nor is there a word", "embedded-checked", without + done + "2026-06-01 | 2026-09-02 | (blank) | Audit | In use. |", "nobody is named", "or add a word for delivered to the sheet Key and use it until somebody has."},
		{"no evidence and no word", "embedded-evidence", without + done + "2026-06-01 | 2026-09-02 | Principal social worker | (blank) | In use. |", "no evidence", "or add a word for delivered to the sheet Key and use it until there is some."},
		{"completed and open", "completed-still-open", "Actions:\n| Ref | Status | Completed |\n| 3.1 | On track | 2026-09-01 |", "completed on 1 September 2026", `Change the status to "Delivered", or clear the date`},
		{"completed and open, without a word for delivered", "completed-still-open", without + "Actions:\n| Ref | Status | Completed |\n| 3.1 | On track | 2026-09-01 |", "completed on 1 September 2026", `Change the status to "Embedded", or clear the date`},
		{"gaps that are alike", "readings-stopped", readings + "2026-03-31 | 50 | 5 | 10 |\n| M9 | 2026-04-30 | 50 | 5 | 10 |\n| M9 | 2026-05-31 | 50 | 5 | 10 |", "M9 was measured every 31 days, and nothing has come since 31 May 2026, 122 days ago.", ""},
		{"gaps that are not", "readings-stopped", readings + "2026-01-01 | 50 | 5 | 10 |\n| M9 | 2026-03-01 | 50 | 5 | 10 |\n| M9 | 2026-03-20 | 50 | 5 | 10 |", "M9 was last measured on 20 March 2026, 194 days ago.", ""},
		{"the action's own words", "body-absent", "Actions:\n| Ref | Action | Partner body |\n| 3.1 | A protocol with the three Housing  Associations is signed and used in every team | (blank) |", `The action speaks of "Housing Associations" as sharing`, ""},
		{"reopened, and what was found since", "note-against-status", "Actions:\n| Ref | Status | Progress note |\n| 3.1 | At risk | Reopened: young people were in bed and breakfast in October |", "", ""},
		{"it starts later", "stale", "Actions:\n| Ref | Status | Start | Due | Updated |\n| 3.9 | Not started | 2026-11-02 | 2027-01-29 | 2026-06-01 |", "", ""},
		{"it was to start", "stale", "Actions:\n| Ref | Status | Start | Due | Updated |\n| 3.9 | Not started | 2026-08-03 | 2027-01-29 | 2026-06-01 |", "since 1 June 2026, 121 days ago", ""},
	} {
		_, r := runExample(t, readExample(t, c.change), Options{})
		found := ofRule(r.Problems, c.rule)
		switch {
		case len(found) == 0 && c.want != "":
			t.Errorf("%s: %s is silent", c.reason, c.rule)
		case len(found) > 0 && (c.want == "" || !strings.Contains(found[0].Message, c.want) || !strings.Contains(found[0].Hint, c.hint)):
			t.Errorf("%s: %s\n%s", c.reason, found[0].Message, found[0].Hint)
		}
	}
}

// A hint beside what could identify somebody still says what to do, unless it has
// any of the words that were found.
func TestHintBesideWhatWasFound(t *testing.T) {
	_, r := runExample(t, readExample(t, "Actions:\n| Ref | Status | Progress note |\n| 3.1 | On track | Work stopped in July; lives at 42 Larch Close, BS37 5AF. |"), Options{})
	found := ofRule(r.Problems, "note-against-status")
	if len(found) != 1 || !strings.HasPrefix(found[0].Hint, "Take out what could identify somebody. Make the two agree: change the status,") || found[0].Value != "" {
		t.Fatalf("%+v", found)
	}
	pass := newPass(r.facts.Plan, r.facts)
	told := []string{"a girl of 7 in Thornley lives at 42 Larch Close, BS37 5AF"}
	for hint, kept := range map[string]bool{"Say when.": true, "Write Larch instead.": false, "Use 42.": false, "Look at larch and when.": false} {
		got := pass.hintBeside(workbook.Problem{Rule: "owner-known", Hint: hint}, told)
		if strings.HasSuffix(got, hint) != kept {
			t.Errorf("%q: %s", hint, got)
		}
	}
}

// How many rules were not tried is said with what they are for, and they add up.
func TestUntriedRules(t *testing.T) {
	c := cleanContent(t)
	for reason, r := range map[string]Result{
		"a check":          judge(t, c, "2026-09-30", Options{}),
		"a submission":     judge(t, c, "2026-09-30", Options{Submission: true, Logo: func(string) error { return nil }}),
		"beside another":   judge(t, c, "2026-09-30", Options{Since: workbook.Problems{}}),
		"a missing column": withoutColumn(t, workbook.ColDue),
	} {
		n := r.Rules
		for _, u := range r.Untried {
			n += u.Rules
		}
		if n != len(RuleNames()) {
			t.Errorf("%s: %d tried, %+v, of %d", reason, r.Rules, r.Untried, len(RuleNames()))
		}
		if missing := strings.Contains(checkedRows(r), " for columns that are missing"); missing != (reason == "a missing column") {
			t.Errorf("%s: %s", reason, checkedRows(r))
		}
	}
	var out bytes.Buffer
	if err := WriteText(&out, judge(t, c, "2026-09-30", Options{Submission: true, Since: workbook.Problems{}, Logo: func(string) error { return nil }}), TextStyle{Width: 400}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(out.String(), "rules (not tried: 2 for a public edition), as at") {
		t.Error(out.String())
	}
}
