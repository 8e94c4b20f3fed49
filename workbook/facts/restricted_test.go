package facts

import (
	"testing"

	"actionplan/workbook"
)

func TestRestricted(t *testing.T) {
	f := derive(&workbook.Plan{
		Visits: []*workbook.Visit{{Ref: "V1", Published: "Yes"}, {Ref: "V2", Published: workbook.PublishedNo}, {Ref: "V3"}},
		Areas:  []*workbook.Area{{Ref: "A1"}, {Ref: "A2", Publish: workbook.Restricted}, {Ref: "A3", Publish: "Public"}, {Ref: "A4", Publish: "Restrictd"}},
		Findings: []*workbook.Finding{
			{Ref: "F1", Visit: "V1", Areas: []string{"A1"}}, {Ref: "F2", Visit: "V2", Areas: []string{"A1"}}, {Ref: "F3", Visit: "V3", Areas: []string{"A1", "A2"}},
			{Ref: "F4", Visit: "V1", Publish: workbook.Restricted}, {Ref: "F5", Visit: "V8"},
		},
		Actions: []*workbook.Action{
			{Ref: "1.1", Area: "A1", Findings: []string{"F2"}}, {Ref: "1.2", Area: "A1", Publish: workbook.Restricted},
			{Ref: "2.1", Area: "a2"}, {Ref: "2.2", Area: "A2", Publish: "Public"}, {Ref: "3.1", Area: "A3"}, {Ref: "9.1", Area: "A9"}, {Ref: "9.2"},
		},
		Measures: []*workbook.Measure{{Ref: "M1", Area: "A1"}, {Ref: "M2", Area: "A2"}},
		Readings: []*workbook.Reading{{Measure: "M1"}, {Measure: "M2"}},
		Updates:  []*workbook.Update{{Action: "1.1"}, {Action: "1.2"}, {Action: "2.1"}},
		Risks:    []*workbook.Risk{{Ref: "R1", Area: "A1"}, {Ref: "R2", Area: "A2"}, {Ref: "R3"}},
	})
	p := f.Plan
	tests := []struct {
		reason    string
		got, want bool
	}{
		{"an area that says so", f.Areas[1].Restricted, true},
		{"a blank Publish is public", f.Areas[0].Restricted, false},
		{"Public is public", f.Areas[2].Restricted, false},
		{"a Publish cell that says neither is kept back", f.Areas[3].Restricted, true},
		{"a visit with Published = No", f.Visits[1].Unpublished, true},
		{"a visit with Published blank", f.Visits[2].Unpublished, false},
		{"a finding of a published visit in a public area", f.Findings[0].Restricted, false},
		{"a finding whose visit was not published", f.Findings[1].Restricted, true},
		{"a finding with one restricted area among its areas", f.Findings[2].Restricted, true},
		{"a finding that says so", f.Findings[3].Restricted, true},
		{"a finding whose visit cannot be found, where one was not published", f.Findings[4].Restricted, true},
		{"an action in a public area, though its finding is restricted", f.Actions[0].Restricted, false},
		{"an action that says so", f.Actions[1].Restricted, true},
		{"an action of a restricted area, its ref in another case", f.Actions[2].Restricted, true},
		{"an action marked public in a restricted area", f.Actions[3].Restricted, true},
		{"an action of an area marked public", f.Actions[4].Restricted, false},
		{"an action whose area cannot be found, where one is restricted", f.Actions[5].Restricted, true},
		{"an action without an area", f.Actions[6].Restricted, false},
		{"a measure follows its area: public", f.Measures[0].Restricted, false},
		{"a measure follows its area: restricted", f.Measures[1].Restricted, true},
		{"a reading follows its measure: public", f.Restricted(p.Readings[0]), false},
		{"a reading follows its measure: restricted", f.Restricted(p.Readings[1]), true},
		{"an update follows its action: public", f.Restricted(p.Updates[0]), false},
		{"an update follows its action that says so", f.Restricted(p.Updates[1]), true},
		{"an update follows its action in a restricted area", f.Restricted(p.Updates[2]), true},
		{"a risk follows its area: public", f.Restricted(p.Risks[0]), false},
		{"a risk follows its area: restricted", f.Restricted(p.Risks[1]), true},
		{"a risk without an area is public", f.Restricted(p.Risks[2]), false},
	}
	for _, test := range tests {
		if test.got != test.want {
			t.Errorf("%s: restricted %t, want %t", test.reason, test.got, test.want)
		}
	}
}

func TestNothingRestricted(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas:    []*workbook.Area{{Ref: "A1"}},
		Actions:  []*workbook.Action{{Ref: "9.1", Area: "A9"}},
		Findings: []*workbook.Finding{{Ref: "F1", Visit: "V9", Areas: []string{"A9"}}},
		Updates:  []*workbook.Update{{Action: "8.8"}},
	})
	if f.Actions[0].Restricted || f.Findings[0].Restricted || f.Restricted(f.Plan.Updates[0]) {
		t.Error("in a plan with nothing restricted a ref that leads nowhere is only that")
	}
}

func TestOneOfTwoAreasWithTheSameRefIsRestricted(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas:   []*workbook.Area{{Ref: "A1"}, {Ref: "A1", Publish: workbook.Restricted}},
		Actions: []*workbook.Action{{Ref: "1.1", Area: "A1"}},
	})
	if !f.Actions[0].Restricted {
		t.Error("it is not certain which area the action belongs to, so it is kept back")
	}
	if f.Areas[0].Restricted || !f.Areas[1].Restricted {
		t.Error("the areas themselves are what their own rows say")
	}
}
