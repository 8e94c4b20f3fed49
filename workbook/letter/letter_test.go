package letter

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sample reads a letter that was written for the tests of the readers.
func sample(t testing.TB, name string) *Letter {
	t.Helper()
	path := filepath.Join("document", "testdata", name)
	if name == "letter.pdf" {
		path = filepath.Join("..", "..", "samples", name)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	l, err := Read(name, data)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// written reads a letter given as Markdown.
func written(t testing.TB, text string) *Letter {
	t.Helper()
	l, err := Read("letter.md", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func of(l *Letter, kinds ...Kind) []string {
	var list []string
	for _, f := range l.Findings {
		for _, k := range kinds {
			if f.Kind == k {
				list = append(list, f.Text)
			}
		}
	}
	return list
}

func TestFocusedVisit(t *testing.T) {
	for _, name := range []string{"letter.pdf", "focused-visit.docx", "focused-visit.md", "focused-visit.txt"} {
		t.Run(name, func(t *testing.T) {
			l := sample(t, name)
			f := l.Facts
			got := []string{f.Organisation, f.Kind, f.Framework, printed(f.Started), printed(f.Ended), printed(f.Dated), strings.Join(f.Addressees, "; "), f.PreviousDate, printed(f.PlanDue), printed(f.DraftDue)}
			want := []string{"Exampleshire County Council", FocusedVisit, "ILACS", "28 January 2026", "29 January 2026", "3 March 2026", "The Director of Children’s Services", "May 2023", "12 June 2026", "1 April 2026"}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if want := "Inspectors looked at the local authority’s arrangements for children in need. They looked specifically at:\n• how quickly families are seen\n• the plans that are made with them."; f.Scope != want {
				t.Errorf("scope %q", f.Scope)
			}
			if diff := cmp.Diff([]string{"How children who wait for an assessment are kept safe."}, of(l, PriorityAction)); diff != "" {
				t.Error(diff)
			}
			wantNeeds := []string{
				"How clearly plans say what has to change, and by when. (Outcome 2, national framework)",
				"The timeliness of reviews, so that:\n• drift is noticed early\n• families know what comes next.",
				"The records that managers keep of their decisions, including those made outside office hours, when a duty manager who doesn’t know the family has to decide alone and has nothing but the last visit to go by, which happened in three of the cases that were looked at during this visit.",
			}
			if diff := cmp.Diff(wantNeeds, of(l, ImprovementNeeded)); diff != "" {
				t.Error(diff)
			}
			wantConcerns := []string{
				"However, plans are not always clear about what has to change, and reviews are held too late.",
				"Although assessments are thorough, they do not routinely consider fathers. This means that some children’s wider family is overlooked.",
				"Workers say that they feel supported, but supervision is irregular and its records lack reflection.",
				"Too many reviews are late. For example, a third of those seen took place after the date that had been set. The reviewing service has drawn up a timetable, although it is too early to see its impact.",
				"Some families wait too long for family support once they have been assessed.",
				"Managers’ oversight is variable: decisions are recorded in most cases, but the reasons for them are rarely given.",
			}
			if diff := cmp.Diff(wantConcerns, of(l, Concern)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"Leaders have recruited more permanent workers since the last inspection in May 2023.", "The number of unallocated cases has reduced. Caseloads are lower than they were at the last visit, and staff turnover has fallen."}, of(l, Progress)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAreaSEND(t *testing.T) {
	for _, name := range []string{"area-send.pdf", "area-send.docx"} {
		t.Run(name, func(t *testing.T) {
			l := sample(t, name)
			f := l.Facts
			got := []string{f.Organisation, f.Kind, f.Framework, printed(f.Started), printed(f.Ended), f.PreviousDate, strings.Join(f.Partners, "; ")}
			want := []string{"Exampleshire County Council", AreaSEND, "Area SEND", "10 November 2025", "14 November 2025", "5 to 9 March 2018", "NHS Exampleshire Integrated Care Board"}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			if !strings.Contains(f.Outcome, "inconsistent experiences") {
				t.Errorf("outcome %q", f.Outcome)
			}
			if diff := cmp.Diff([]string{"Leaders should act urgently to shorten waits for speech and language therapy."}, of(l, PriorityAction)); diff != "" {
				t.Error(diff)
			}
			wantNeeds := []string{
				"Leaders should improve the quality of education, health and care plans. This is to ensure that:\n• contributions from social care are specific;\n• annual reviews are on time.",
				"Leaders should strengthen the move to adult services, so that young people know who will help them.",
			}
			if diff := cmp.Diff(wantNeeds, of(l, ImprovementNeeded)); diff != "" {
				t.Error(diff)
			}
			for _, f := range l.Findings {
				if f.Kind == PriorityAction && f.Responsible != "NHS Exampleshire Integrated Care Board" {
					t.Errorf("responsible: %q", f.Responsible)
				}
				if strings.Contains(f.Text, "changes of leader") || strings.Contains(f.Text, "lead to inconsistent") {
					t.Errorf("no finding: %q", f.Text)
				}
			}
		})
	}
}

func TestDatesOfVisits(t *testing.T) {
	for _, c := range []struct{ text, from, to string }{
		{"on 31 January and 1 February 2018", "31 January 2018", "1 February 2018"},
		{"14 January 2014 – 5 February 2014", "14 January 2014", "5 February 2014"},
		{"between 20 and 24 June 2016", "20 June 2016", "24 June 2016"},
		{"on 9 and 10 December 2025", "9 December 2025", "10 December 2025"},
		{"on 3, 4 and 5 May 2022", "3 May 2022", "5 May 2022"},
		{"1 July 2024 to 12 July 2024", "1 July 2024", "12 July 2024"},
		{"on Tuesday 6th and Wednesday 7th March 2018", "6 March 2018", "7 March 2018"},
		{"on 15 May 2018", "15 May 2018", "15 May 2018"},
		{"on 31 February 2018", "1 January 0001", "1 January 0001"},
	} {
		var s span
		if found := findSpans(c.text); len(found) > 0 {
			s = found[0]
		}
		if got := printed(s.from) + " to " + printed(s.to); got != c.from+" to "+c.to {
			t.Errorf("%q: %s", c.text, got)
		}
	}
}

// TestFactsAreRightOrBlank: what a letter does not print stays blank, and
// other dates and judgements are not taken for it.
func TestFactsAreRightOrBlank(t *testing.T) {
	l := written(t, "14 June 2019\n\nDear Director\n\n**Monitoring visit of Exampleshire children’s services**\n\n"+
		"This letter summarises the findings of the monitoring visit to Exampleshire children’s services on 21 and 22 May 2019. "+
		"The visit was the second monitoring visit since the local authority was judged inadequate in November 2018.\n\n"+
		"Since the first monitoring visit on 12 February 2019 practice has improved.\n")
	f := l.Facts
	if f.Number != 2 || f.Previous != "Inadequate" || f.PreviousDate != "November 2018" || printed(f.Started) != "21 May 2019" || f.Framework != "" || !f.PlanDue.IsZero() || len(f.Addressees) != 0 {
		t.Errorf("%+v", f)
	}
	if f := written(t, "Some words about a council, and nothing else at all.\n").Facts; f.Kind != "" || f.Organisation != "" || !f.Started.IsZero() {
		t.Errorf("%+v", f)
	}
}

// TestFullName: the council's full name is taken where the letter prints it,
// and never that of a neighbour.
func TestFullName(t *testing.T) {
	const text = "Dear Director\n\n**Focused visit to Exampleshire children’s services**\n\nChildren are well supported.\n\n"
	for sentence, want := range map[string]string{
		"In Exampleshire County Council leaders know this.":               "Exampleshire County Council",
		"Leaders work with South Exampleshire Council on this.":           "Exampleshire",
		"Leaders of the London Borough of Exampleshire know this.":        "London Borough of Exampleshire",
		"Exampleshire Council and South Exampleshire Council share this.": "Exampleshire Council",
	} {
		if got := written(t, text+sentence+"\n").Facts.Organisation; got != want {
			t.Errorf("%q: %q", sentence, got)
		}
	}
}

// TestYearFromTheLetter: dates without a year are the last before the letter.
func TestYearFromTheLetter(t *testing.T) {
	const text = "%DATE%\n\nDear partnership\n\n**Joint targeted area inspection of the multi-agency response to neglect in Exampleshire**\n\n" +
		"Between 4 and 8 December, inspectors undertook a joint inspection of the multi-agency response to neglect in Exampleshire.\n"
	f := written(t, strings.Replace(text, "%DATE%", "30 January 2018", 1)).Facts
	if printed(f.Started) != "4 December 2017" || f.Kind != JTAI || f.Organisation != "Exampleshire" || f.Scope != "The multi-agency response to neglect" {
		t.Errorf("%+v", f)
	}
	if f := written(t, strings.Replace(text, "%DATE%", "", 1)).Facts; !f.Started.IsZero() {
		t.Errorf("a year out of nowhere: %s", printed(f.Started))
	}
}

// TestContradictions: a letter that contradicts itself is kept and told.
func TestContradictions(t *testing.T) {
	l := written(t, "1 May 2019\n\nDear Director\n\n**Focused visit to Exampleshire children’s services**\n\n"+
		"This letter summarises the findings of the focused visit to Otherton children’s services on 21 and 22 May 2019.\n")
	if len(l.Notes) != 2 || !strings.Contains(l.Notes[0], "before its visit ended") || !strings.Contains(l.Notes[1], "Otherton") {
		t.Errorf("%q", l.Notes)
	}
	if l.Facts.Organisation != "Exampleshire" || printed(l.Facts.Dated) != "1 May 2019" {
		t.Errorf("%+v", l.Facts)
	}
}

func TestJudgements(t *testing.T) {
	l := written(t, "# Inspection of Exampleshire local authority children’s services\n\nInspection dates: 3 to 14 June 2024\n\n"+
		"| Judgement | Grade |\n|---|---|\n| The experiences and progress of care leavers | Requires improvement to be good |\n| Overall effectiveness | Good |\n\n"+
		"Services for children are good. Care leavers wait too long for a home of their own.\n\n## What needs to improve?\n\n- The homes that care leavers are offered.\n\n"+
		"## The experiences and progress of care leavers: requires improvement to be good\n\n1. Care leavers are known well by their advisers.\n\n2. Pathway plans are not updated when life changes.\n")
	f := l.Facts
	if f.Outcome != "Good" || len(f.Judgements) != 2 || f.Kind != Inspection || f.Framework != "ILACS" || printed(f.Ended) != "14 June 2024" {
		t.Errorf("%+v", f)
	}
	if diff := cmp.Diff([]string{"The homes that care leavers are offered."}, of(l, ImprovementNeeded)); diff != "" {
		t.Error(diff)
	}
	last := l.Findings[len(l.Findings)-1]
	if last.Kind != Concern || last.Number != "2" || !strings.Contains(last.Place(), "paragraph 2") {
		t.Errorf("%+v", last)
	}
}

// TestListsEnd: what follows a list is no part of it, whatever it looks like.
func TestListsEnd(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"no priority actions": {"**Areas for priority action**\n\nThere are no priority actions following this visit.\n", ""},
		"none found":          {"## Priority and immediate action\n\n17. The inspection did not find any areas for priority and immediate action.\n\n## Areas for improvement\n\n18. Ensure that plans are clear.\n", "Ensure that plans are clear."},
		"prose after":         {"## What needs to improve?\n\n- The plans.\n- The records.\n\nLeaders know their services well and act on what they learn from them.\n", "The plans.|The records."},
		"unknown heading":     {"## What needs to improve?\n\n- The plans.\n\n## Life in Exampleshire\n\n- Children are happy.\n", "The plans."},
		"groups":              {"**Areas for improvement**\n\n**Leadership**\n\n- The plans.\n\n**Practice at the hub**\n\n- The records.\n", "The plans.|The records."},
		"chapters":            {"**What needs to improve**\n\n- The plans.\n\n**The experiences and progress of children in care are good**\n\n1. Children do well.\n", "The plans."},
		"lead in":             {"**Areas for improvement:**\n\nThe local authority should:\n\n- write plans\n- keep records.\n", "write plans|keep records."},
		"no bullets":          {"**Recommendations**\n\nLeaders should write plans.\n\nLeaders should keep records.\n\n**Next steps**\n\nThe council will publish its plan.\n", "Leaders should write plans.|Leaders should keep records."},
		"only introduced":     {"**Findings**\n\nThe local area has to tackle the following areas of significant weakness:\n\n- the plans\n- the records.\n", "the plans|the records."},
		"case study":          {"**Case study: area for priority action**\n\nA child was not seen.\n", ""},
		"grades explained":    {"**What the inspection judgements mean**\n\nA local authority that is inadequate has widespread failures.\n", ""},
	} {
		t.Run(name, func(t *testing.T) {
			l := written(t, "Dear Director\n\n"+c.text)
			if got := strings.Join(of(l, PriorityAction, ImprovementNeeded), "|"); got != c.want {
				t.Errorf("%q", got)
			}
			for _, f := range l.Findings {
				if name == "grades explained" || name == "case study" && !f.Restricted {
					t.Errorf("%+v", f)
				}
			}
		})
	}
}

// TestGrammar: one sentence for each part of the grammar, judged alone or
// after the sentence before it.
// In plain text nothing marks a heading but its words, and a letter on an area's
// special needs puts the responsible bodies on lines over its numbered actions.
func TestPlainTextOfAnAreaSEND(t *testing.T) {
	data, err := Read("letter.txt", []byte(`Area SEND inspection of Exampleshire Local Area Partnership

Inspection dates: 3 to 7 March 2025

Information about the local area partnership

Exampleshire County Council and NHS Example and Marches Integrated Care Board (ICB) are jointly responsible.

How does it feel to be a young person with SEND in Exampleshire?

Support often arrives too late. Reports from therapists are rarely shared with schools.

Areas for priority action

Responsible body	Areas for priority action

Exampleshire County Council and NHS Example and Marches ICB
1. Leaders must agree who is accountable for joint commissioning.

NHS Example and Marches ICB
2. Leaders must reduce how long children wait, making sure that:
- waits are reported every month;
- families hear what happens next.

Exampleshire County Council
3. Leaders must oversee alternative provision.

Areas for improvement

- Schools and the council should agree how annual reviews are recorded.
`))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range data.Findings {
		if f.Kind == PriorityAction {
			got = append(got, f.Responsible+": "+f.Text)
		}
	}
	want := []string{"Exampleshire County Council and NHS Example and Marches ICB: Leaders must agree who is accountable for joint commissioning.",
		"NHS Example and Marches ICB: Leaders must reduce how long children wait, making sure that:\n• waits are reported every month;\n• families hear what happens next.",
		"Exampleshire County Council: Leaders must oversee alternative provision."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if all := strings.Join(of(data, Concern, ImprovementNeeded), " "); !strings.Contains(all, "arrives too late") || !strings.Contains(all, "annual reviews") {
		t.Errorf("concerns are %q", all)
	}
}

func TestGrammar(t *testing.T) {
	for _, c := range []struct {
		before, text string
		want         Kind
	}{
		// masks
		{"", "Children at risk of harm are seen without delay.", Strength},
		{"", "Managers track the progress of proceedings closely to prevent drift and delay.", Strength},
		{"", "Children who cannot safely remain at home are found good homes quickly.", Strength},
		{"", "When progress is too slow, cases are stepped up by managers at the right time.", Strength},
		{"", "Partners offer constructive challenge and support.", Strength},
		{"", "Leaders understand the weaknesses in their services well.", Strength},
		{"", "No children were found to be at risk of immediate harm.", Strength},
		{"", "The nursing service bridges the gap between schools and clinics well.", Strength},
		// hedges and weaknesses
		{"", "Plans are not always clear.", Concern},
		{"", "Strategy meetings are held too late.", Concern},
		{"", "The quality of assessments is variable.", Concern},
		{"", "There is a lack of management oversight.", Concern},
		{"", "Plans would benefit from clearer goals.", Concern},
		{"", "The board has yet to see the effect of its work.", Concern},
		{"", "Children are left at risk of harm.", Concern},
		{"", "Audits look at compliance rather than at the lives of children.", Concern},
		{"", "The focus on ethnicity is not yet consistent across the service.", Concern},
		{"", "Managers do not address the shortfalls that audits find.", Concern},
		// weaknesses that are denied, dealt with or small
		{"", "No child waits too long for a social worker.", Strength},
		{"", "Leaders have addressed the backlog and the shortages that caused it.", Progress},
		{"", "Gaps in training are known and closed quickly.", Strength},
		{"", "Delays are rare.", Strength},
		{"", "Leaders are aware of the issues and respond to these shortfalls swiftly.", Strength},
		{"", "Inspectors identified weaknesses in the oversight of homes.", Concern},
		{"", "Leaders recognise that this remains an area for development.", Concern},
		{"", "Gaps in training are not closed.", Concern},
		{"", "Caseloads that inspectors found to be unmanageable in 2019 have fallen.", Progress},
		{"", "Protection plans that ran on, which were a weakness, have halved.", Progress},
		{"Reviews are late.", "Despite this, staff are loyal.", Strength},
		{"Plans are clear.", "This includes prompt escalation for children on plans for too long.", Strength},
		{"", "There are no areas for priority action.", Process},
		{"Inspectors looked at the front door.", "This included the quality of decisions.", Process},
		// conceded clauses
		{"", "While children are well cared for, recording is a challenge.", Concern},
		{"", "Most visits are timely, although a few happen later than they should.", Concern},
		{"", "Although the service is new, children benefit from strong and timely support.", Strength},
		{"", "Children are seen promptly, but their views are not recorded.", Concern},
		{"", "Staff stay in touch with care leavers, although records do not always reflect this.", Concern},
		// continuations
		{"Plans are not clear.", "This means that families work to different ends.", Concern},
		{"Plans are clear.", "This means that families know what will happen.", Strength},
		{"Reviews are late.", "As a result, they have successfully recruited two more chairs.", Progress},
		{"Children are seen promptly.", "However, this does not happen at weekends.", Concern},
		{"Reviews are late.", "However, managers know each child well and act quickly.", Strength},
		// falling weakness
		{"", "Staff turnover has reduced.", Progress},
		{"", "There has been a reduction in the number of vacancies and in reliance on agency staff.", Progress},
		{"", "Leaders have strengthened the front door since the last inspection.", Progress},
		// process
		{"", "Inspectors looked at the arrangements for children in care.", Process},
		{"", "This visit was carried out in line with the framework.", Process},
		{"", "Ofsted will take the findings into account when planning the next inspection.", Process},
		{"", "Inspectors found that plans are weak.", Concern},
		// no cue
		{"", "Early help staff come from three agencies.", Strength},
	} {
		var before verdict
		if c.before != "" {
			before = judge(c.before, before, findings)
		}
		if got := judge(c.text, before, findings); got.kind != c.want {
			t.Errorf("%q after %q is %v, not %v: %q", c.text, c.before, got.kind, c.want, got.cues)
		}
	}
}

// TestManyWays measures the grammar on sentences in the manner of inspectors:
// concerns of every kind, and praise that has the words of concerns.
func TestManyWays(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("testdata", "sentences.txt"))
	if err != nil {
		t.Fatal(err)
	}
	var before verdict
	right, missed, alarms := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		label, text, ok := strings.Cut(strings.TrimSpace(line), "|")
		if !ok {
			continue
		}
		if !strings.HasPrefix(label, "+") {
			before = verdict{}
		}
		before = judge(text, before, findings)
		wanted, got := strings.TrimPrefix(label, "+"), before.kind
		switch {
		case wanted == "C" && got == Concern:
			right++
		case wanted == "C":
			missed++
			t.Logf("missed: %s", text)
		case got == Concern:
			alarms++
			t.Logf("false alarm: %s %q", text, before.cues)
		case (wanted == "N") != (got == Process):
			t.Errorf("%v: %s", got, text)
		}
	}
	if right < 300 || missed > 5 || alarms > 2 {
		t.Errorf("of the concerns %d are found and %d missed, with %d false alarms", right, missed, alarms)
	}
}

// TestDoubt: weak words are marked, strong ones are not.
func TestDoubt(t *testing.T) {
	for text, want := range map[string]bool{
		"Plans are not always clear.":                false,
		"Children are seen promptly and know why.":   false,
		"Early help staff come from three agencies.": true,
	} {
		if got := judge(text, verdict{}, findings); got.doubtful != want {
			t.Errorf("%q: doubtful %v, %q", text, got.doubtful, got.cues)
		}
	}
}

// TestNamesAreLeftOut: posts are kept, and nobody's name.
func TestNamesAreLeftOut(t *testing.T) {
	l := written(t, "14 June 2019\n\nAsha Nowhere  \nDirector of Children’s Services\n\nBeno Elsewhere, Chief Executive, NHS Exampleshire\n\nDear Asha\n\n**Focused visit to Exampleshire children’s services**\n\n"+
		"Children are well supported.\n\nCara Somewhere, Chair of Exampleshire Safeguarding Partnership, should send the action plan to plans@example.org by 25 October 2019.\n\n"+
		"Yours sincerely\n\nDora Anywhere  \nHer Majesty’s Inspector\n\nDora Anywhere (Lead Inspector)\n\nDora Anywhere Chief Inspector\n\nGun Wharf\n\nTeam inspectors: Emil Nobody, Dora Anywhere\n\nLead inspector: Emil Nobody, Her Majesty’s Inspector\n")
	if diff := cmp.Diff([]string{"Director of Children’s Services", "Chief Executive, NHS Exampleshire"}, l.Facts.Addressees); diff != "" {
		t.Error(diff)
	}
	if want := "Chair of Exampleshire Safeguarding Partnership, should send the action plan by 25 October 2019."; l.Facts.PlanSentence != want {
		t.Errorf("%q", l.Facts.PlanSentence)
	}
	kept := map[string]bool{}
	for _, p := range l.Passages {
		kept[p.Text] = true
		for _, name := range []string{"Asha", "Beno", "Cara", "Dora", "Emil"} {
			if strings.Contains(p.Text, name) {
				t.Errorf("%s is named: %q", name, p.Text)
			}
		}
	}
	for _, line := range []string{"Her Majesty’s Inspector", "Gun Wharf", "Director of Children’s Services"} {
		if !kept[line] {
			t.Errorf("the letter lacks %q", line)
		}
	}
}

// TestGradesInPlainText: the table of grades is read however it was copied.
func TestGradesInPlainText(t *testing.T) {
	const report = "Exampleshire County Council\n\nInspection of children’s social care services\n\nInspection dates: 11 to 22 September 2023\n\nJudgement%Grade\nThe experiences and progress of children in care%Requires improvement to be good\nOverall effectiveness%Inadequate\n\n" +
		"Services have deteriorated since the last inspection in June 2018, when they were judged to be good.\n\nThe experiences and progress of children in care: requires improvement to be good\n\n1. Children in care do well at school.\n"
	for _, gap := range []string{"\t", "     ", "\n\n"} {
		l, err := Read("report.txt", []byte(strings.ReplaceAll(report, "%", gap)))
		if err != nil {
			t.Fatal(err)
		}
		if l.Facts.Outcome != "Inadequate" || len(l.Facts.Judgements) != 2 || l.Facts.Previous != "Good" {
			t.Errorf("%q: %+v", gap, l.Facts)
		}
		if len(l.Findings) != 2 || l.Findings[1].Heading != "The experiences and progress of children in care: requires improvement to be good" {
			t.Errorf("%q: %+v", gap, l.Findings)
		}
	}
}

func TestSentences(t *testing.T) {
	const text = "Mr. A. Other, e.g. the lead, said ‘It works.’ 12 children agreed. They were seen by St. Mary’s. Was it enough?"
	var got []string
	for _, s := range sentences(text) {
		got = append(got, s.text)
		if text[s.at:s.end] != s.text {
			t.Errorf("%q stands elsewhere", s.text)
		}
	}
	want := []string{"Mr. A. Other, e.g. the lead, said ‘It works.’", "12 children agreed.", "They were seen by St. Mary’s.", "Was it enough?"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestAreas: concerns are evidence for the item of the list that they speak
// of, others go to a theme, each to exactly one.
func TestAreas(t *testing.T) {
	l := written(t, "Dear Director\n\n## What needs to improve?\n\n- The quality of supervision.\n- The stability of the workforce.\n\n## Main findings\n\n"+
		"Supervision is irregular and does not help workers to reflect.\n\nChildren have had too many changes of social worker, and the workforce remains unstable.\n\nReturn interviews are rarely offered to children who go missing.\n\nSchools welcome children and value what they say.\n")
	areas := MakeAreas([]*Letter{l}, nil)
	var names []string
	for _, a := range areas {
		names = append(names, a.Name)
	}
	if diff := cmp.Diff([]string{"The quality of supervision", "The stability of the workforce", "Missing children and exploitation"}, names); diff != "" {
		t.Fatal(diff)
	}
	for i, want := range []int{0, 1, 0, 1, 2, -1} {
		if got := l.Findings[i].Area; got != want {
			t.Errorf("%q is in area %d, not %d", l.Findings[i].Text, got, want)
		}
	}
}

// TestAreaOfTheSameMatter: a concern goes where its matter stands in other
// words, not to the theme that the whole letter shares.
func TestAreaOfTheSameMatter(t *testing.T) {
	l := written(t, "Dear Director\n\n## What needs to improve?\n\n- The allocation of high numbers of cases to staff who are newly qualified.\n- Police investigations into the exploitation of children.\n- How partners support schools to reduce the high exclusions of children at risk of exploitation.\n\n## Main findings\n\n"+
		"Most social workers have a caseload of 30 children, which is too high.\n\nOfficers do not always record what exploited children say, and suspects are interviewed late.\n\nHeadteachers exclude exploited children too readily, and pupils wait too long for a new school.\n")
	MakeAreas([]*Letter{l}, nil)
	for i, want := range []int{0, 1, 2, 0, 1, 2} {
		if got := l.Findings[i].Area; got != want {
			t.Errorf("%q is in area %d, not %d", l.Findings[i].Text, got, want)
		}
	}
}

func TestRepeatsAreLinked(t *testing.T) {
	first := written(t, "Dear Director\n\n## Findings\n\nPathway plans lack contingency arrangements and are not updated.\n")
	second := written(t, "Dear Director\n\n## Findings\n\nToo many pathway plans still lack contingency arrangements.\n\nThe audit programme is weak.\n")
	MakeAreas([]*Letter{first, second}, nil)
	if diff := cmp.Diff([]Link{{0, 0}}, second.Findings[0].Repeats); diff != "" {
		t.Error(diff)
	}
	if len(second.Findings[1].Repeats) != 0 {
		t.Errorf("%v", second.Findings[1].Repeats)
	}
}

func TestAreaNames(t *testing.T) {
	for text, want := range map[string]string{
		"The quality of plans. (outcome 3, national framework)":                "The quality of plans",
		"Leaders should write plans. This is to ensure that:\n• they are read": "Leaders should write plans",
		"The homes of care leavers, including:\n• those in custody":            "The homes of care leavers",
		"How leaders use what they know of every one of the children and of their families, wherever they live and whoever looks after them there, to plan their services well over several years ahead, so that fewer of them wait.": "How leaders use what they know of every one of the children and of their families, wherever they live and whoever looks after them there, to plan their services well over several years ahead",
		strings.Repeat("The plans are too long for a name of an area. ", 5) + "Truly so.": "The plans are too long for a name of an area",
	} {
		if got := areaName(text); got != want {
			t.Errorf("%q", got)
		}
	}
}

func FuzzJudge(f *testing.F) {
	for _, name := range []string{"focused-visit.md", "focused-visit.txt"} {
		data, err := os.ReadFile(filepath.Join("document", "testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Read("x.md", data)
		if err != nil {
			return
		}
		MakeAreas([]*Letter{l}, nil)
		for _, x := range l.Findings {
			if x.Text == "" || x.Passage > x.Last || x.Last >= len(l.Passages) || x.Kind == Process || x.Kind.NeedsAction() != (x.Area >= 0) {
				t.Fatalf("%+v", x)
			}
		}
	})
}

func BenchmarkJudge(b *testing.B) {
	data, err := os.ReadFile(filepath.Join("document", "testdata", "focused-visit.md"))
	if err != nil {
		b.Fatal(err)
	}
	long := []byte(strings.Repeat(string(data), 30)) // some forty pages
	for b.Loop() {
		if _, err := Read("x.md", long); err != nil {
			b.Fatal(err)
		}
	}
}
