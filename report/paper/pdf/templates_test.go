package pdf

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/tagged/pdfua"
	"actionplan/templates"
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// aPlan is a plan by hand: areas share the actions between them. With long,
// every text is a long one.
func aPlan(areas, actions int, long bool) *workbook.Plan {
	text := func(s string) string {
		if long {
			return s + " " + strings.Repeat("because children still wait too long for a decision about where they will live ", 12)
		}
		return s
	}
	p := &workbook.Plan{Info: workbook.Info{Organisation: "A council", Title: "Improvement plan", MeetingDate: day("2023-03-14"), Board: "The board"}}
	for _, m := range workbook.Meanings {
		p.Key.Words = append(p.Key.Words, &workbook.KeyWord{Word: statusWords[m], Means: m})
	}
	p.Visits = []*workbook.Visit{{Ref: "V1", Kind: "Inspection", Title: "Inspection", LetterDated: day("2022-10-20")}}
	for i := range areas {
		ref := "A" + strconv.Itoa(i+1)
		p.Areas = append(p.Areas, &workbook.Area{Ref: ref, Name: text("Records of children, part " + strconv.Itoa(i+1)), Owner: text("Head of service " + strconv.Itoa(i%40)),
			Outcome: text("Children can read their own story"), Visits: []string{"V1"}, StatusReason: text("Half of them are read")})
		p.Findings = append(p.Findings, &workbook.Finding{Ref: "F" + strconv.Itoa(i+1), Visit: "V1", Kind: workbook.KindConcern, Text: text("Records are late"), Areas: []string{ref}})
		if i < 40 {
			p.Measures = append(p.Measures, &workbook.Measure{Ref: "M" + strconv.Itoa(i+1), Area: ref, Name: text("Records on time"), Unit: "%", BetterWhen: "Higher"})
			p.Readings = append(p.Readings, &workbook.Reading{Measure: "M" + strconv.Itoa(i+1), PeriodEnd: day("2023-01-31"), Value: workbook.Number{Value: 60, Set: true}})
		}
	}
	for i := range actions {
		a := &workbook.Action{Ref: fmt.Sprintf("%d.%d", i%areas+1, i/areas+1), Area: "A" + strconv.Itoa(i%areas+1), Text: text("Read every record " + strconv.Itoa(i)),
			Owner: text("Head of service " + strconv.Itoa(i%40)), Start: day("2022-11-01"), Due: day("2023-01-01").Add(i % 300), Status: statusWords[workbook.Meanings[i%7]],
			ProgressNote: text("Half are read"), Updated: day("2023-02-01"), SuccessMeasure: text("All are read"), Impact: text("Their story is known")}
		p.Actions = append(p.Actions, a)
	}
	p.Index()
	return p
}

func planBrief(p *workbook.Plan) *report.Brief {
	return report.Build(facts.Derive(p, day("2023-02-28")), report.Options{})
}

// shipped are options for a paper of ours.
func shipped(t testing.TB, name string, b *report.Brief) Options {
	t.Helper()
	source, ok := templates.Briefing(name)
	if !ok {
		t.Fatalf("there is no template %s", name)
	}
	return worded(t, b, name+".yaml", string(source))
}

const (
	sixHundred   = "600 actions"
	fiveThousand = "5,000 actions"
)

// Every paper is accessible, whatever the plan, and every action, area and
// owner that it is about is in it.
func TestEveryTemplate(t *testing.T) {
	for _, plan := range []struct {
		reason string
		brief  func(t *testing.T) *report.Brief
	}{
		{"South Gloucestershire", func(t *testing.T) *report.Brief { return briefOf(t, "south-gloucestershire", "2023-01-31") }},
		{"Gloucestershire", func(t *testing.T) *report.Brief { return briefOf(t, "gloucestershire", "2018-09-30") }},
		{"one row", func(t *testing.T) *report.Brief { return planBrief(aPlan(1, 1, false)) }},
		{"no actions", func(t *testing.T) *report.Brief { return planBrief(aPlan(2, 0, false)) }},
		{"long texts", func(t *testing.T) *report.Brief { return planBrief(aPlan(3, 6, true)) }},
		{sixHundred, func(t *testing.T) *report.Brief { return planBrief(aPlan(20, 600, false)) }},
		{fiveThousand, func(t *testing.T) *report.Brief { return planBrief(aPlan(50, 5000, false)) }},
	} {
		for _, name := range templates.Briefings() {
			if plan.reason == fiveThousand && (name != "board" || os.Getenv("CI") != "true") || plan.reason == sixHundred && name != "board" && os.Getenv("CI") != "true" {
				continue // the others draw the same blocks, and take a second for each thousand
			}
			t.Run(name+" "+plan.reason, func(t *testing.T) {
				b := plan.brief(t)
				all := spoken(drawnAtAnyLength(t, b, shipped(t, name, b)))
				must := mustSay(name, b)
				each := 1 + len(must)/1000 // of a long paper one in so many
				for i := 0; i < len(must); i += each {
					w := must[i]
					if !strings.Contains(all, oneSpace(w)) {
						t.Errorf("the paper does not say %.90q", w)
					}
				}
			})
		}
	}
}

// drawnAtAnyLength is drawn; of a very long paper only what is quick is looked
// at.
func drawnAtAnyLength(t *testing.T, b *report.Brief, o Options) []byte {
	t.Helper()
	if len(b.Actions) < 1000 {
		return drawn(t, b, o)
	}
	file, _, err := PDF(b, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range pdfua.Check(file) {
		t.Errorf("not PDF/UA-1: %s", broken)
	}
	return file
}

// mustSay is what a paper is about.
func mustSay(name string, b *report.Brief) []string {
	var all []string
	switch name {
	case "area":
		for _, a := range b.AreaPages {
			all = append(all, a.Ref+" "+a.Name, a.Owner, a.Reason)
			for _, x := range a.AreaActions {
				all = append(all, x.Ref+" "+x.Name, x.Latest, x.Success)
			}
		}
	case "full":
		for _, x := range b.Actions {
			all = append(all, x.Ref+" "+x.Name, x.Latest, x.Success, x.ForChildren)
		}
	case "owner":
		for _, o := range b.OwnerPages {
			all = append(all, o.Name, o.Sentence)
			for _, part := range o.Parts {
				for _, r := range part.Rows {
					all = append(all, r.Action.Ref+" "+r.Action.Name, r.Needed, r.Late)
				}
			}
		}
	case "visit":
		for _, v := range b.Visits {
			all = append(all, v.Title, v.Sentence)
			for _, f := range v.Findings {
				all = append(all, f.Text, f.State)
			}
			all = append(all, v.Others...)
		}
	case "one-page":
		all = append(all, b.Headline)
	}
	return all
}

// The plan on a page is one page. An area is in it by name, or by ref, or
// counted.
func TestOnePageIsOnePage(t *testing.T) {
	for _, c := range []struct {
		areas int
		says  []string
	}{
		{0, []string{"This plan has no improvement areas yet.", "This plan has no measures"}},
		{1, []string{"Outcome for children", "Next date", "Head of service 0", "of 3 actions done"}},
		{5, []string{"What will be different for children", "Head of service 4"}},
		{12, []string{"A12 Records of children, part 12", "Improvement areas and their status"}},
		{40, []string{"A1 Head of service 0; ", "A40", "in the board's paper"}},
		{400, []string{"A400"}},
		{3000, []string{"more areas"}},
	} {
		if c.areas > 1000 && os.Getenv("CI") != "true" {
			continue // seconds
		}
		t.Run(strconv.Itoa(c.areas), func(t *testing.T) {
			p := aPlan(max(1, c.areas), 3*max(1, c.areas), false)
			if c.areas == 0 {
				p = aPlan(1, 0, false)
				p.Areas, p.Measures, p.Readings = nil, nil, nil
				p.Index()
			}
			b := planBrief(p)
			file := drawn(t, b, shipped(t, "one-page", b))
			if n := len(pages(t, file)); n != 1 {
				t.Errorf("%d pages", n)
			}
			all := spoken(file)
			for _, w := range c.says {
				if !strings.Contains(all, w) {
					t.Errorf("the page does not say %q:\n%.1500s", w, all)
				}
			}
			if named, counted := areasOnPage(all, b); named+counted != c.areas {
				t.Errorf("%d areas are named and %d counted, of %d", named, counted, c.areas)
			}
		})
	}
}

// areasOnPage counts the areas whose ref is on the page, and adds up those
// that it only counts.
func areasOnPage(all string, b *report.Brief) (named, counted int) {
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(all, func(r rune) bool { return r == ' ' || r == ',' }) {
		words[w] = true
	}
	for _, a := range b.Areas {
		if words[a.Ref] {
			named++
		}
	}
	fields := strings.Fields(all)
	for i := range fields {
		if i > 1 && strings.HasPrefix(fields[i], "area") && fields[i-1] == "more" {
			n, err := strconv.Atoi(strings.ReplaceAll(fields[i-2], ",", ""))
			if err != nil {
				n = 1 // "one more area"
			}
			counted += n
		}
	}
	return named, counted
}

// A template of one's own has a text of its own, drops a column and words the
// headline anew.
func TestOwnTemplate(t *testing.T) {
	b := aBrief()
	file := drawn(t, b, worded(t, b, "ours.yaml", `
title: "{{.PlanTitle}}: for our partners"
subtitle: "Position at {{.AsOf.Long}}"
sections:
  - section: headline
    text: "Where we need you: {{.Headline}}"
  - heading: What we ask of partners
    text: |
      Please read the {{len .Areas}} areas.
      They are yours too.

      - Send a post who can decide.
      - Tell us by {{.NextBoard.Long}} what you have done,
        in a line each.
  - section: areas
    heading: Who does what
    text: In the plan's order.
    columns: [area, status, done]
  - section: glossary
  - section: movement
    none: Nothing to compare with.
    new-page: true
`))
	tree := pdfua.Tree(file)
	var headings []string
	for _, h := range append(tree.Find("H1"), tree.Find("H2")...) {
		headings = append(headings, h.All())
	}
	want := []string{"Improvement plan: for our partners", "What we ask of partners", "Who does what", "Words used", "What changed since the last board"}
	if !slices.Equal(headings, want) {
		t.Errorf("headings are %q", headings)
	}
	all := spoken(file)
	for _, w := range []string{"Position at 28 February 2023", "Where we need you: Eight of 14 actions", "Please read the 5 areas. They are yours too.",
		"Tell us by 9 May 2023 what you have done, in a line each.", "In the plan's order.", "Nothing to compare with."} {
		if !strings.Contains(all, w) {
			t.Errorf("the paper does not say %q", w)
		}
	}
	var columns []string
	for _, th := range findTable(t, file, "Improvement area").Find("THead")[0].Find("TH") {
		columns = append(columns, th.All())
	}
	if !slices.Equal(columns, []string{"Improvement area", "Status and reason", "Done"}) {
		t.Errorf("columns are %q", columns)
	}
	if n := len(pages(t, file)); n != 3 {
		t.Errorf("%d pages", n)
	}
	if items := tree.Find("L"); len(items[0].Find("LI")) != 2 {
		t.Errorf("the list has %d items", len(items[0].Find("LI")))
	}
}

// Every section can stand alone and in a paper of one side, and every column
// but the first can be left out.
func TestEverySectionAlone(t *testing.T) {
	b := briefOf(t, "gloucestershire", "2018-09-30")
	for _, k := range report.SectionKinds {
		t.Run(k.Name, func(t *testing.T) {
			source := "title: Improvement plan\nsections:\n  - section: " + k.Name + "\n"
			if len(k.Columns) > 0 {
				source += "    columns: [" + k.Columns[0] + "]\n"
			}
			drawn(t, b, worded(t, b, "ours.yaml", source))
		})
	}
}

func BenchmarkTemplates(b *testing.B) {
	brief := planBrief(aPlan(20, 300, false))
	for _, name := range templates.Briefings() {
		o := shipped(b, name, brief)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, _, err := PDF(brief, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Any section, alone or with all others, can stand on a paper of one side: what
// it leaves out is said, and nothing falls over.
func TestAnySectionOnOneSide(t *testing.T) {
	all := "title: Plan\none-side: true\nsections:\n"
	templates := map[string]string{}
	for _, kind := range report.SectionKinds {
		one := "  - section: " + kind.Name + "\n"
		templates[kind.Name] = "title: Plan\none-side: true\nsections:\n" + one
		all += one
	}
	templates["all"] = all
	for _, b := range map[string]*report.Brief{"usual": planBrief(aPlan(8, 40, false)), "empty": planBrief(&workbook.Plan{})} {
		for name, source := range templates {
			if name != "all" && len(b.Actions) > 0 && os.Getenv("CI") != "true" {
				continue // a quarter of a second each
			}
			if file := drawn(t, b, worded(t, b, name+".yaml", source)); len(file) == 0 {
				t.Errorf("%s on one side is no paper", name)
			}
		}
	}
}

// Papers that draw measures area by area or owner by owner explain the lines once.
func TestLinesAreExplainedOnce(t *testing.T) {
	for _, name := range []string{"area", "owner"} {
		b := papers(t)["South Gloucestershire"]
		file, _, err := PDF(b, shipped(t, name, b))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(spoken(file), "Open circle: baseline."); n != 1 {
			t.Errorf("the %s paper explains its lines %d times", name, n)
		}
	}
}
