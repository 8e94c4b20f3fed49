package check

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"actionplan/workbook"
	form "actionplan/workbook/blank"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// Whatever could identify a child is repeated nowhere: not by the rule that
// finds it, not by another rule at the same cell, not in any format.
func TestNothingFoundIsRepeated(t *testing.T) {
	secrets := []string{"943 476 5919", "H801200001001", "03/02/2014", "1048876", "JB", "BS37 5AF", "07700 900123", "ann.stores@example.org", "three children",
		"QQ 12 34 56 C", "42 Larch Close", "lil_jay09", "Kayleigh Barrow", "7-year-old girl in Thornley", "sibling group of three", "BS23C50123", "third of February 2011"}
	for _, secret := range secrets {
		wording := map[string]string{"03/02/2014": "A child born 03/02/2014", "1048876": "See LCS 1048876", "JB": "The reply to child JB",
			"Kayleigh Barrow": "Her mother, Kayleigh Barrow, said so", "third of February 2011": "Born on the third of February 2011", "lil_jay09": "On Snapchat as lil_jay09",
			"7-year-old girl in Thornley": "A 7-year-old girl in Thornley", "42 Larch Close": "The family of 42 Larch Close"}[secret]
		if wording == "" {
			wording = "See " + secret
		}
		c := cleanContent(t)
		c.Rows[workbook.SheetActions][1]["Progress note"] = wording + " and the rest."
		c.Rows[workbook.SheetActions][2]["Owner"] = wording
		c.Rows[workbook.SheetActions][3]["Success measure"] = "Policy published, " + wording
		c.Rows[workbook.SheetActions][4]["Due"] = wording
		c.Rows[workbook.SheetRisks][0]["Mitigation"] = "Monitor"
		c.Rows[workbook.SheetWaivers] = []form.ContentRow{{"Rule": "risk-mitigation", "Reason": wording, "By": "Improvement manager"}}
		r := judge(t, c, "2026-09-30", Options{Submission: true})
		var out bytes.Buffer
		for _, write := range []func() error{
			func() error { return WriteText(&out, r, TextStyle{Width: 200, All: true}) },
			func() error { return WriteJSON(&out, r) },
			func() error { return WriteCSV(&out, r) },
		} {
			if err := write(); err != nil {
				t.Fatal(err)
			}
		}
		if len(r.Problems) < 3 {
			t.Errorf("%s: only %d problems", secret, len(r.Problems))
		}
		if i := strings.Index(out.String(), secret); i >= 0 {
			t.Errorf("%q is repeated: …%s…", secret, out.String()[max(0, i-150):min(out.Len(), i+60)])
		}
	}
}

func publicationOf(t *testing.T, e example) workbook.Problems {
	t.Helper()
	plan, _ := loadContent(t, e.content)
	return Publication(plan, facts.Derive(plan, workbook.MustDate(e.asOf)))
}

func TestPublication(t *testing.T) {
	const small = "Actions:\n| Ref | Progress note |\n| 3.1 | Three children have had no reply. |\n"
	for _, c := range []struct {
		reason, change string
		want           []string // rules that stand against it
	}{
		{"a clean plan may be published", "", nil},
		{"a small count stands against it", small, []string{"small-count"}},
		{"weak evidence, which check only advises of, stands against it too", "Actions:\n| Ref | Progress note |\n| 3.1 | Two families asked not to have a visit. |\n", []string{"small-count"}},
		{"a waiver without an end does not let it through", small + "Waivers:\n| Rule | Ref | Reason | By |\n| small-count | 3.1 | They agreed | Lead |\n", []string{"small-count"}},
		{"a waiver with an end does", small + "Waivers:\n| Rule | Ref | Reason | By | Until |\n| small-count | 3.1 | They agreed | Lead | 2026-12-31 |\n", nil},
		{"a restricted row is not published", small + "Actions:\n| Ref | Publish |\n| 3.1 | Restricted |\n", nil},
		{"what a published letter says is public already", "Visits:\n| Ref | Published |\n| V1 | Yes |\nFindings:\n| Ref | Finding |\n| F6 | One child told inspectors about a worker who stayed. |\n", nil},
		{"of a letter not said to be published it is not", "Visits:\n| Ref | Published |\n| V1 | (blank) |\nFindings:\n| Ref | Finding |\n| F6 | One child told inspectors about a worker who stayed. |\n", []string{"small-count"}},
		{"a person's name in a text that is printed", "People:\n| Name | Role |\n| Jane Smith | Team manager |\nActions:\n| Ref | Progress note |\n| 3.1 | Jane Smith will order more. |\n", []string{"person-named"}},
		{"a name spelled in other capitals and spaces", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nActions:\n| Ref | Progress note |\n| 3.1 | Ask jane  smith for more. |\n", []string{"person-named"}},
		{"a longer name that begins alike", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nActions:\n| Ref | Progress note |\n| 3.1 | Jane Smithson Hall was booked. |\n", nil},
		{"one name by itself, in its own capitals", "People:\n| Name | Role |\n| Siân | Team manager |\nActions:\n| Ref | Progress note |\n| 3.1 | Siân’s team orders more. |\n", []string{"person-named"}},
		{"a word that is also a name", "People:\n| Name | Role |\n| Grace | Team manager |\nActions:\n| Ref | Progress note |\n| 3.1 | The days of grace are over. |\n", nil},
		{"a name among partner bodies", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nAreas:\n| Ref | Partner bodies |\n| 1 | Police; Jane Smith |\n", []string{"person-named"}},
		{"a name in the role that is printed for another", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nPeople:\n| Name | Role |\n| Head of participation | Assistant to Jane Smith |\n", []string{"person-named"}},
		{"the plan's author by name, whose post is known", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nPlan:\n| Field | Value |\n| Report author | Jane Smith |\n", nil},
		{"a name and a post in one field", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nPlan:\n| Field | Value |\n| Report author | Jane Smith, team manager |\n", []string{"person-named"}},
		{"the author's post is not known", "People:\n| Name | Role |\n| Jane Smith | (blank) |\nPlan:\n| Field | Value |\n| Report author | Jane Smith |\n", []string{"owner-role"}},
		{"somebody's own mailbox as the contact", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nPlan:\n| Field | Value |\n| Contact for another format | Write to jane@example.org |\n", []string{"person-named"}},
		{"a name in the log, which a paper may quote", "People:\n| Name | Role | Email |\n| Jane Smith | Team manager | jane@example.org |\nUpdates:\n| Date | Action | Status | Note |\n| 2026-09-01 | 3.1 | On track | Jane Smith ordered more. |\n", []string{"person-named"}},
		{"a post in a text is no person", "Actions:\n| Ref | Progress note |\n| 3.1 | The head of participation will order more. |\n", nil},
		{"an owner whose post is not known", "People:\n| Name | Role |\n| Head of participation | (blank) |\n", []string{"owner-role"}},
		{"a blank owner prints nothing", "Actions:\n| Ref | Owner |\n| 3.1 | (blank) |\n", nil},
		{"an owner of a restricted row is not printed", "Actions:\n| Ref | Owner | Publish |\n| 3.1 | Jane Smith | Restricted |\n", nil},
		{"an owner who is not on People", "Actions:\n| Ref | Owner |\n| 3.1 | Jane Smith |\n", []string{"owner-role"}},
	} {
		var rules []string
		for _, p := range publicationOf(t, readExample(t, c.change)) {
			rules = append(rules, p.Rule)
			if p.Value != "" {
				t.Errorf("%s: the value %q is repeated", c.reason, p.Value)
			}
		}
		if !slices.Equal(rules, c.want) {
			t.Errorf("%s: %v stand against it, wanted %v", c.reason, rules, c.want)
		}
	}
}

// A public paper prints the name of the workbook's file.
func TestFileNamedAfterSomebody(t *testing.T) {
	plan, _ := loadContent(t, readExample(t, "People:\n| Name | Role |\n| Jane Smith | Team manager |\n").content)
	for name, want := range map[string]bool{"jane_smith-comments.xlsx": true, "Plan (Jane Smith).xlsx": true, "plan-smithson.xlsx": false} {
		plan.File = name
		found := slices.ContainsFunc(Publication(plan, facts.Derive(plan, workbook.MustDate("2026-09-30"))), func(p workbook.Problem) bool {
			return p.Rule == rulePersonNamed && p.Cell == xlsx.Cell{File: name}
		})
		if found != want {
			t.Errorf("%s: refused %v, wanted %v", name, found, want)
		}
	}
}

// What a rule quotes is cut to a line's length: what was found is not repeated
// up to the cut either, wherever it falls.
func TestNothingFoundIsRepeatedUpToACut(t *testing.T) {
	const secret = "Kayleigh Barrow"
	for n := range 60 {
		c := cleanContent(t)
		c.Rows[workbook.SheetRisks][0]["Mitigation"] = "Monitor"
		c.Rows[workbook.SheetActions][2]["Owner"] = strings.Repeat("x", n) + " her mother, " + secret + ", of the same town as the rest of the family"
		c.Rows[workbook.SheetActions][3]["Status"] = strings.Repeat("y", n) + " her mother, " + secret + ", of the same town as the rest of the family"
		var out bytes.Buffer
		if err := WriteJSON(&out, judge(t, c, "2026-09-30", Options{})); err != nil {
			t.Fatal(err)
		}
		for cut := 4; cut <= len(secret); cut++ {
			if i := strings.Index(out.String(), secret[:cut]); i >= 0 {
				t.Fatalf("after %d letters %q is repeated: …%s…", n, secret[:cut], out.String()[max(0, i-150):min(out.Len(), i+60)])
			}
		}
	}
}

// A hint must lead out of the trouble: none offers to print what was found, by
// the glossary or otherwise, and the words that one tells to write instead are
// let through.
func TestHintsLeadOut(t *testing.T) {
	const notes = "Child JB; NHS 943 476 5919; UPN H801200001001; QQ 12 34 56 C; born 3/2/2014; LCS 1048876; mother, Kayleigh; a girl of 7 in Thornley; lives at 42 Larch Close, BS37 5AF; 07700 900123; k.b@gmail.com; @lil_jay09; two children. The manager has depression."
	_, r := runExample(t, readExample(t, "Actions:\n| Ref | Progress note |\n| 3.1 | "+notes+" |\n"), Options{})
	rules := make(map[string]bool)
	for _, problem := range r.Problems {
		rules[problem.Rule] = true
		if strings.Contains(strings.ToLower(problem.Hint), "glossary") {
			t.Errorf("%s offers the glossary: %s", problem.Rule, problem.Hint)
		}
		if masked(problem.Hint) != problem.Hint {
			t.Errorf("%s tells to write what would be found: %s", problem.Rule, problem.Hint)
		}
	}
	for _, rule := range publicationRules() {
		if !rules[rule.Name] {
			t.Errorf("%s found nothing", rule.Name)
		}
	}
	for _, remedy := range []string{"a few children have had no reply", "a small number of families wait", "children in general are asked", "some children wait", "the family lives in the north of the county"} {
		if masked(remedy) != remedy {
			t.Errorf("%q is no way out: it is masked as %q", remedy, masked(remedy))
		}
	}
}

// Two capitals that nobody explains may be somebody: they are not repeated, and
// the glossary, which is printed, is not offered.
func TestUnknownCapitalsMayBeSomebody(t *testing.T) {
	_, r := runExample(t, readExample(t, "Actions:\n| Ref | Progress note |\n| 3.1 | QZ to confirm the dates; XYQT is in use. |\n"), Options{})
	found := ofRule(r.Problems, "acronym-unknown")
	if len(found) != 2 {
		t.Fatalf("%d problems", len(found))
	}
	for _, problem := range found {
		offered := strings.Contains(problem.Hint, "Glossary")
		if strings.Contains(problem.Message, "QZ") || offered != strings.Contains(problem.Message, "XYQT") {
			t.Errorf("%s %s", problem.Message, problem.Hint)
		}
	}
}

// A cell counts once, whatever was found in it; advice, and what is no word about
// anybody, does not.
func TestTelling(t *testing.T) {
	at := func(rule Rule, cell string, severity workbook.Severity) workbook.Problem {
		return workbook.Problem{Rule: rule.Name, Severity: severity, Cell: xlsx.Cell{Sheet: "Actions", Col: 1, Row: len(cell)}}
	}
	got := Telling(workbook.Problems{at(email, "A", workbook.Warning), at(dateOfBirth, "A", workbook.Error), at(postcode, "AB", workbook.Warning),
		at(smallCount, "ABC", workbook.Advice), at(stale, "ABCD", workbook.Warning)})
	if got != 2 {
		t.Errorf("%d cells, want 2", got)
	}
}
