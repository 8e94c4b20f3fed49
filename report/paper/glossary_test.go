package paper

import (
	"testing"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// A glossary explains the words of its own paper; that of an annex in a file of
// its own those of the whole paper; and no other.
func TestGlossaryIsOfThePaper(t *testing.T) {
	b := &report.Brief{Glossary: []report.Line{{Term: "IRO", Text: "reviewing officer"}, {Term: "NHS", Text: "health service"}}}
	l := &report.Layout{Sections: []report.Section{
		{ID: "1", Text: "The IRO decides."},
		{Kind: "glossary", ID: "2", Heading: "Words used", Annex: true},
	}}
	_, annex := l.Split()
	for name, l := range map[string]*report.Layout{"whole": l, "annex": annex} {
		p, err := Compose(b, l, nil)
		if err != nil {
			t.Fatal(err)
		}
		last := p.Sections[len(p.Sections)-1].Blocks
		var items []block.Term
		for _, s := range p.Sections {
			for _, x := range s.Blocks {
				if terms, is := x.(block.Terms); is && terms.As == block.Glossary {
					items = terms.Items
				}
			}
		}
		if len(items) != 1 || items[0].Term[0].Text != "IRO" {
			t.Errorf("%s: %+v in %+v", name, items, last)
		}
	}
}
