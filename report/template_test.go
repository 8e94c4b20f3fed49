package report

import (
	"strings"
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

func TestTemplateMistakes(t *testing.T) {
	b := Build(facts.Derive(plan("On track"), workbook.MustDate("2023-01-31")), Options{})
	for _, c := range []struct{ reason, source, want string }{
		{"nothing in it", "# only a comment\n", "ours.yaml is empty; a template needs a title and a list of sections"},
		{"no title", "sections:\n  - section: areas\n", "ours.yaml has no title; add a line such as: title: Improvement plan"},
		{"no sections", "title: Plan\n", "ours.yaml has no sections; list them below a line that says \"sections:\""},
		{"a list that is none", "title: Plan\nsections: areas\n", `ours.yaml line 2: sections has to be a list, each item on a line that starts with "- "`},
		{"an unknown section", "title: Plan\nsections:\n  - section: headline\n  - section: aeras\n", `ours.yaml line 4: there is no section "aeras"; did you mean "areas"?`},
		{"a section twice", "title: Plan\nsections:\n  - section: areas\n  - section: areas\n", `ours.yaml line 4: the section "areas" is asked for twice`},
		{"an unknown column", "title: Plan\nsections:\n  - section: areas\n    columns: [area, ownr]\n", `ours.yaml line 4: there is no column "ownr"; did you mean "owner"?`},
		{"no column near", "title: Plan\nsections:\n  - section: areas\n    columns: [area, budget]\n", `ours.yaml line 4: there is no column "budget"; there are area, owner, status, done, next, known and outcome`},
		{"the rows' own column", "title: Plan\nsections:\n  - section: areas\n    columns: [owner]\n", `ours.yaml line 4: the column "area" names each row and has to stay`},
		{"columns of what has none", "title: Plan\nsections:\n  - section: figures\n    columns: [area]\n", `ours.yaml line 4: the section "figures" has no columns to choose from`},
		{"an unknown setting", "titel: Plan\n", `ours.yaml line 1: there is no setting "titel"; did you mean "title"?`},
		{"an unknown setting of a section", "title: Plan\nsections:\n  - section: areas\n    headings: A\n", `ours.yaml line 4: there is no setting of a section "headings"; did you mean "heading"?`},
		{"neither true nor false", "title: Plan\none-side: maybe\nsections:\n  - section: areas\n", "ours.yaml line 2: one-side is either true or false"},
		{"a text of one's own without a heading", "title: Plan\nsections:\n  - text: Hello\n", "ours.yaml line 3: a section of your own needs both heading and text; for one of ours, say which: section: areas"},
		{"words without quotes", "title: {{.Headline}}\nsections:\n  - section: areas\n", "ours.yaml line 1: "},
		{"bad YAML", "title: \"Plan\nsections:\n  - section: areas\n", "ours.yaml line 1: this is not as YAML is written: "},
		{"an action that does not end", "title: Plan\nsections:\n  - section: headline\n    text: \"{{.Headline\"\n", "ours.yaml line 4: what stands between {{ and }} can't be worked out: unclosed action"},
		{"an unknown field", "title: Plan\nsections:\n  - section: headline\n    text: \"{{.Headlin}}\"\n", "ours.yaml line 4: there is no .Headlin; did you mean .Headline?"},
		{"an unknown field further down", "title: Plan\nsections:\n  - heading: Ours\n    text: |\n      One line.\n\n      {{.Bord}} meets.\n", "ours.yaml line 7: there is no .Bord; did you mean .Board?"},
		{"an unknown field of a list's items", "title: Plan\nsections:\n  - heading: Ours\n    text: \"{{range .Areas}}{{.Oner}}{{end}}\"\n", "ours.yaml line 4: there is no .Oner"},
		{"an unknown function", "title: \"{{shout .Headline}}\"\nsections:\n  - section: areas\n", `ours.yaml line 1: what stands between {{ and }} can't be worked out: function "shout" not defined`},
	} {
		template, err := ParseTemplate("ours.yaml", []byte(c.source))
		if err == nil {
			_, err = template.Word(b)
		}
		if err == nil {
			t.Errorf("%s: nothing was said", c.reason)
			continue
		}
		if got := err.Error(); got != c.want && !(strings.HasSuffix(c.want, ": ") && strings.HasPrefix(got, c.want)) {
			t.Errorf("%s:\n got %s\nwant %s", c.reason, got, c.want)
		}
		if strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than one line: %q", c.reason, err)
		}
	}
}

func TestTemplateWords(t *testing.T) {
	b := Build(facts.Derive(plan("On track", "At risk"), workbook.MustDate("2023-01-31")), Options{})
	template, err := ParseTemplate("somewhere/ours.yaml", []byte(`
title: "{{.PlanTitle}} for partners"
subtitle: "At {{.AsOf.Long}}"
one-side: true
sections:
  - section: headline
    text: "In short: {{lower .Headline}}"
  - section: areas
    heading: Who does what
    columns: [area, status]
    new-page: true
  - heading: What we ask of you
    contents: asks of you
    text: |
      Please read {{len .Areas}} area.

      - one
      - two
  - section: risks
    none: None recorded.
`))
	if err != nil {
		t.Fatal(err)
	}
	l, err := template.Word(b)
	if err != nil {
		t.Fatal(err)
	}
	if l.Name != "ours" || l.Title != "Improvement plan for partners" || l.Subtitle != "At 31 January 2023" || !l.OneSide {
		t.Errorf("the layout is %+v", l)
	}
	if len(l.Sections) != 4 {
		t.Fatalf("%d sections", len(l.Sections))
	}
	headline, areas, own, risks := l.Sections[0], l.Sections[1], l.Sections[2], l.Sections[3]
	if want := "In short: none of the 2 actions is off track or overdue. one is at risk. one is on track."; headline.Text != want {
		t.Errorf("the headline is %q, not %q", headline.Text, want)
	}
	if areas.Heading != "Who does what" || !areas.NewPage || areas.Keeps("owner") || !areas.Keeps("status") || areas.Contents != "areas" {
		t.Errorf("areas are %+v", areas)
	}
	if own.Kind != "" || own.ID == "" || own.Text != "Please read 1 area.\n\n- one\n- two" || own.Contents != "asks of you" {
		t.Errorf("the text of one's own is %+v", own)
	}
	if risks.Heading != "Risks to the plan" || risks.None != "None recorded." || !risks.Keeps("score") {
		t.Errorf("risks are %+v", risks)
	}
}
