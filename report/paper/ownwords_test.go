package paper

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// ours are our words for statuses, which a plan with words of its own does not
// use.
var ours = regexp.MustCompile(`(?i)\b(off track|at risk|on track|not started|embedded|delivered|withdrawn)\b`)

// A plan with words of its own for statuses is told in them, in every title and
// sentence of every paper; what they mean stands in the key alone. Among changes,
// withdrawn is no status but what happened, as added and reopened are.
func TestPlansOwnWords(t *testing.T) {
	words := map[workbook.Meaning]string{workbook.Embedded: "Violet", workbook.Delivered: "Indigo", workbook.OnTrack: "Green", workbook.AtRisk: "Amber",
		workbook.OffTrack: "Crimson", workbook.NotStarted: "Grey", workbook.Withdrawn: "Black"}
	asOf := workbook.MustDate("2023-02-28")
	plan := func(shift int) *facts.Facts {
		p := &workbook.Plan{Info: workbook.Info{Organisation: "A council", Title: "Improvement plan", Board: "The board", MeetingDate: asOf.Add(14)}}
		for _, m := range workbook.Meanings {
			p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: words[m], Means: m, Definition: "A colour"})
		}
		p.Visits = []*workbook.Visit{{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: asOf.Add(-100)}}
		for i := range 3 {
			ref := string(rune('A' + i))
			p.Areas = append(p.Areas, &workbook.Area{Ref: ref, Name: "Area " + ref, Owner: "Head of service"})
			p.Findings = append(p.Findings, &workbook.Finding{Ref: "F" + ref, Visit: "V1", Kind: workbook.KindConcern, Text: "Records are late", Areas: []string{ref}})
		}
		for i := range 21 {
			ref := string(rune('A' + i%3))
			p.Actions = append(p.Actions, &workbook.Action{Ref: ref + string(rune('a'+i)), Area: ref, Text: "Read the records", Owner: "Head of service", Findings: []string{"F" + ref},
				Start: asOf.Add(-90), Due: asOf.Add(i*9 - 40), Status: words[workbook.Meanings[(i+shift)%7]], Evidence: "An audit", CheckedBy: "A head", Completed: asOf.Add(-50), Updated: asOf.Add(-9)})
		}
		for month := range 6 {
			for i, a := range p.Actions {
				p.Updates = append(p.Updates, &workbook.Update{Action: a.Ref, Date: asOf.Add(-month * 30), Status: words[workbook.Meanings[(i+shift+month)%7]]})
			}
		}
		p.Index()
		return facts.Derive(p, asOf)
	}
	for _, b := range []*report.Brief{
		report.Build(plan(0), report.Options{}),
		report.Build(plan(0), report.Options{Since: &report.Since{Facts: plan(1), On: asOf.Add(-30), Board: true}}),
	} {
		for _, name := range templates.Briefings() {
			source, _ := templates.Briefing(name)
			template, err := report.ParseTemplate(name+".yaml", source)
			if err != nil {
				t.Fatal(err)
			}
			layout, err := template.Word(b)
			if err != nil {
				t.Fatal(err)
			}
			p, err := Compose(b, layout, nil)
			if err != nil {
				t.Fatal(err)
			}
			inOurWords(t, name, p)
		}
	}
}

func inOurWords(t *testing.T, name string, p *block.Paper) {
	t.Helper()
	sections := p.Sections
	if p.Shorter != nil {
		sections = p.Shorter.At(0)
	}
	for _, s := range sections {
		if s.Name == "key" || s.Name == "status" {
			continue
		}
		var text strings.Builder
		writeWords(&text, reflect.ValueOf(s.Blocks))
		for _, line := range strings.Split(text.String(), "\n") {
			if said := ours.FindString(line); said != "" && !isName(line) && !(strings.EqualFold(said, "withdrawn") && (s.Name == "movement" || s.Name == "bar")) {
				t.Errorf("%s, %s: %q is our word, in %q", name, s.Name, said, line)
			}
		}
	}
}

// isName says whether a text is what a look is called in a style sheet.
func isName(line string) bool { return line == strings.ToLower(strings.ReplaceAll(line, " ", "-")) }

// The board's key has the plan's own words where all of them are short; the plan on a
// page has ours.
func TestKeyInThePlansWords(t *testing.T) {
	p := &workbook.Plan{Areas: []*workbook.Area{{Ref: "A", Name: "Records"}}, Actions: []*workbook.Action{{Ref: "1", Area: "A", Text: "Read", Status: "Blue"}}}
	p.Key.Words = []*workbook.KeyWord{{Word: "Blue", Means: workbook.Embedded, Definition: "Complete and embedded"}, {Word: "Amber", Means: workbook.AtRisk, Definition: "Ofsted would ask"}}
	p.Index()
	says := func(template string) (said []string) {
		source, _ := templates.Briefing(template)
		parsed, err := report.ParseTemplate(template+".yaml", source)
		if err != nil {
			t.Fatal(err)
		}
		b := report.Build(facts.Derive(p, workbook.MustDate("2023-01-31")), report.Options{})
		layout, err := parsed.Word(b)
		if err != nil {
			t.Fatal(err)
		}
		made, err := Compose(b, layout, nil)
		if err != nil {
			t.Fatal(err)
		}
		sections := made.Sections
		if made.Shorter != nil {
			sections = made.Shorter.At(0)
		}
		for _, s := range sections {
			for _, x := range s.Blocks {
				if k, is := x.(block.Key); is {
					for _, item := range k.Items {
						said = append(said, item.Says)
					}
				}
			}
		}
		return said
	}
	own, ours := []string{"Complete and embedded; it has no checker", "Ofsted would ask"}, []string{"said to work; it has no checker", "may miss its date"}
	for _, c := range []struct {
		template string
		want     []string
	}{{"board", own}, {"area", own}, {"one-page", ours}} {
		if got := says(c.template); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q", c.template, got)
		}
	}
	p.Key.Words[1].Definition = "It may miss its date, as Ofsted would say of it"
	if got := says("board"); !reflect.DeepEqual(got, ours) {
		t.Errorf("a long one: %q", got)
	}
}
