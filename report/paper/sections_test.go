package paper

import (
	"testing"

	"actionplan/report"
	"actionplan/report/chart"
)

// A section is named in the report's list and composed here.
func TestEverySectionIsComposed(t *testing.T) {
	for _, k := range report.SectionKinds {
		if sections[k.Name] == nil {
			t.Errorf("nothing composes the section %s", k.Name)
		}
	}
	if n := len(report.SectionKinds) + 1; len(sections) != n { // and a template's own text
		t.Errorf("%d sections are composed, of %d", len(sections), n)
	}
}

// Each meaning has the pattern and the shape of the table of meanings.
func TestEveryMeaningCanBeDrawn(t *testing.T) {
	for _, m := range meanings() {
		l, of := look(m), m.Look()
		if pattern, known := patterns[of.Pattern]; !known || pattern != l.Pattern {
			t.Errorf("%s: nothing draws its pattern", m)
		}
		if shape, known := shapes[of.Shape]; known != (l.Shape != chart.NoShape) || shape != l.Shape {
			t.Errorf("%s: its shape is %q", m, l.Shape)
		}
		if (l.Stripe != "") != (l.Pattern == chart.InnerFrame || l.Pattern.Plated()) {
			t.Errorf("%s: its lines have the colour %q", m, l.Stripe)
		}
	}
}
