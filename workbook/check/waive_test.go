package check

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

func TestWaivers(t *testing.T) {
	const stale = "Areas:\n| Ref | Updated |\n| 1 | 2026-08-01 |\n| 2 | 2026-08-01 |\n"
	waiver := func(rule, ref, until string) string {
		return stale + "Waivers:\n| Rule | Ref | Reason | By | Until |\n| " + rule + " | " + ref + " | The board knows | Lead | " + until + " |\n"
	}
	for _, c := range []struct {
		reason, change string
		left, waived   int // of the rule stale
		strict         bool
	}{
		{"without a waiver both stand", stale, 2, 0, true},
		{"by ref", waiver("stale", "1", "(blank)"), 1, 1, true},
		{"by sheet and ref", waiver("stale", "Areas!2", "(blank)"), 1, 1, true},
		{"by a sheet in quotes, in another case", waiver("stale", "'areas'!2", "(blank)"), 1, 1, true},
		{"another sheet's ref", waiver("stale", "Actions!2", "(blank)"), 2, 0, true},
		{"the whole rule", waiver("stale", "(blank)", "(blank)"), 0, 2, false},
		{"on its last day", waiver("stale", "(blank)", "2026-09-30"), 0, 2, false},
		{"after its last day", waiver("stale", "(blank)", "2026-09-29"), 2, 0, true},
		{"a last day that can't be read", waiver("stale", "(blank)", "someday"), 2, 0, true},
	} {
		_, r := runExample(t, readExample(t, c.change), Options{})
		if left, waived := len(ofRule(r.Problems, "stale")), len(ofRule(r.Waived, "stale")); left != c.left || waived != c.waived {
			t.Errorf("%s: %d left and %d waived, wanted %d and %d", c.reason, left, waived, c.left, c.waived)
		}
		if r.Counts.Waived != c.waived {
			t.Errorf("%s: %d counted as waived", c.reason, r.Counts.Waived)
		}
		if (Result{Counts: r.Counts, Options: Options{Strict: true}}).Failed() != c.strict {
			t.Errorf("%s: strict gives %v", c.reason, (Result{Counts: r.Counts, Options: Options{Strict: true}}).Failed())
		}
		for _, p := range r.Waived {
			if p.Waived == nil || p.Waived.By != "Lead" {
				t.Errorf("%s: nobody answers for %v", c.reason, p)
			}
		}
	}
}

// TestWaiverRefsFold: however a waiver spells the ref that a problem has, it
// holds. Word bends quotes and dashes, and Excel pads with spaces.
func TestWaiverRefsFold(t *testing.T) {
	for _, ref := range []string{"Children\u2019s lead", "A1\u20111", "People!Children's lead", "IRO", "Front door"} {
		problem := workbook.Problem{Rule: "stale", Ref: strings.TrimPrefix(ref, "People!"), Cell: xlsx.Cell{Sheet: workbook.SheetPeople}}
		for _, typed := range []string{ref, strings.ReplaceAll(ref, "\u2019", "'"), strings.ReplaceAll(ref, "'", "\u2019"), strings.ReplaceAll(ref, "\u2011", "-"),
			strings.ToUpper(ref), " " + ref + "\u00a0", strings.ReplaceAll(ref, " ", "  ")} {
			w := &workbook.Waiver{Rule: "stale", Ref: typed, Reason: "Known", By: "Lead"}
			p := newPass(&workbook.Plan{Waivers: []*workbook.Waiver{w}}, &facts.Facts{Plan: &workbook.Plan{}})
			if left, waived := p.waive(workbook.Problems{problem}); len(left) != 0 || len(waived) != 1 || !p.used[w] {
				t.Errorf("a waiver of %q does not hold for %q", typed, problem.Ref)
			}
		}
	}
}

func TestCellRulesCannotBeWaived(t *testing.T) {
	_, r := runExample(t, readExample(t, "Actions:\n| Ref | Due |\n| 3.1 | (blank) |\nWaivers:\n| Rule | Ref | Reason | By |\n| required | 3.1 | Not known | Lead |\n"), Options{})
	if len(ofRule(r.Problems, "required")) != 1 || len(r.Waived) != 0 {
		t.Errorf("%v", others(r.Problems, ""))
	}
}

func TestStatement(t *testing.T) {
	_, r := runExample(t, readExample(t, `Visits:
| Ref | Kind | Letter received |
| V1 | Inspection | 2026-05-15 |
Plan:
| Field | Value |
| Plan sent | 2026-08-20 |
Areas:
| Ref | Updated |
| 1 | 2026-08-01 |
Waivers:
| Rule | Ref | Reason | By | Until |
| stale | 1 | The board looked at it in July | Improvement manager | 2026-12-31 |
`), Options{Submission: true})
	text := Statement(r).Text()
	for _, want := range []string{
		"Exampleshire Council: Children's services improvement plan", "as at 30 September 2026", "4 of 4 findings", "(100%)",
		"Day 0 is 15 May 2026, when the letter of V1 ", "Day 70 of the working days in England and Wales, leaving out weekends and 25 May 2026", ", is 24 August 2026.",
		"Signature: ____", "Sent on 20 August 2026, in time.",
		"One problem that somebody answers for:", "(stale, warning)", "Waived (only 1 on Areas, until 31 December 2026) by Improvement manager: The board looked at it in July", "no errors and is ready to send",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing from:\n%s", want, text)
		}
	}
	_, r = runExample(t, readExample(t, "Actions:\n| Ref | Owner |\n| 3.1 | All team managers |\n"), Options{Submission: true})
	if text := Statement(r).Text(); !strings.Contains(text, "1 error is to be put right first") ||
		!strings.Contains(text, "nothing waived. One of the errors is one only because the plan is to be sent") || strings.Contains(text, "Signature") || !strings.Contains(text, "No letter in this plan has started one") {
		t.Errorf("a group as owner is an error in a submission:\n%s", text)
	}
	_, r = runExample(t, readExample(t, "Visits:\n| Ref | Kind | Letter received |\n| V1 | Inspection | (blank) |\n"), Options{Submission: true})
	if text := strings.Join(strings.Fields(Statement(r).Text()), " "); strings.Contains(text, "No letter in this plan has started one") || !strings.Contains(text, "day on which the letter was received is not recorded") {
		t.Errorf("a letter without its day of receipt has a clock all the same:\n%s", text)
	}
}

func TestWaivedIsNotAnswered(t *testing.T) {
	_, r := runExample(t, readExample(t, `Findings:
| Ref | Kind | Areas |
| F3 | Concern | 1 |
Actions:
| Ref | Findings |
| 1.2 | F2 |
Waivers:
| Rule | Ref | Reason | By |
| finding-unanswered | F3 | The next plan takes it up | Lead |
`), Options{Submission: true})
	if text := Statement(r).Text(); r.Counts.Error > 0 || !strings.Contains(text, "Without an answer: F3.") || !strings.Contains(text, "not ready to send:\n  - 1 finding has no answer.") {
		t.Errorf("a plan that leaves a finding without an answer is not ready:\n%s", text)
	}
}

func TestExplain(t *testing.T) {
	if text, err := Explain("Owner-Known"); err != nil || !strings.HasPrefix(text, "# owner-known\n") {
		t.Errorf("%v %q", err, text)
	}
	if text, err := Explain("required"); err != nil || !strings.Contains(text, "can't be waived") {
		t.Errorf("%v %q", err, text)
	}
	if text, err := Explain("owner-knwon"); err == nil || !strings.Contains(err.Error(), `did you mean "owner-known"?`) {
		t.Errorf("%v %q", err, text)
	}
	for _, r := range All {
		if !strings.Contains(List(200), r.Name) {
			t.Errorf("%s is not listed", r.Name)
		}
	}
}
