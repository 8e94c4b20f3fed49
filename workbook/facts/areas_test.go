package facts

import (
	"testing"

	"actionplan/workbook"
)

func TestDerivedStatusOfAnArea(t *testing.T) {
	far := day(200)
	is := func(status string) *workbook.Action { return &workbook.Action{Area: "A1", Status: status, Due: far} }
	late := func(days int) *workbook.Action {
		return &workbook.Action{Area: "A1", Status: "Green", Due: day(-days)}
	}
	tests := []struct {
		reason  string
		actions []*workbook.Action
		want    workbook.Meaning
	}{
		{"1: no actions gives no status", nil, workbook.MeaningUnknown},
		{"1: all withdrawn is withdrawn", []*workbook.Action{is("Dropped"), is("Dropped")}, workbook.Withdrawn},
		{"2: one off track is enough", []*workbook.Action{is("Blue"), is("Green"), is("Red")}, workbook.OffTrack},
		{"2: late by one day more than Board every is off track", []*workbook.Action{is("Green"), late(43)}, workbook.OffTrack},
		{"3: late by exactly Board every is at risk", []*workbook.Action{is("Green"), late(42)}, workbook.AtRisk},
		{"3: one at risk", []*workbook.Action{is("Green"), is("Amber")}, workbook.AtRisk},
		{"3: late by a day", []*workbook.Action{is("Green"), late(1)}, workbook.AtRisk},
		{"3: should have started", []*workbook.Action{is("Green"), {Area: "A1", Status: "White", Start: day(-1), Due: far}}, workbook.AtRisk},
		{"3: open without a date", []*workbook.Action{is("Green"), {Area: "A1", Status: "Green"}}, workbook.AtRisk},
		{"3: delivered without a date is not at risk", []*workbook.Action{{Area: "A1", Status: "Complete"}}, workbook.Delivered},
		{"3: a status that is not known", []*workbook.Action{is("Blue"), is("Purple")}, workbook.AtRisk},
		{"2 comes before 3", []*workbook.Action{is("Amber"), is("Red")}, workbook.OffTrack},
		{"4: all embedded", []*workbook.Action{is("Blue"), is("Blue")}, workbook.Embedded},
		{"4: withdrawn ones do not count", []*workbook.Action{is("Blue"), is("Dropped")}, workbook.Embedded},
		{"5: embedded and delivered", []*workbook.Action{is("Blue"), is("Complete")}, workbook.Delivered},
		{"6: all not started", []*workbook.Action{is("White"), is("White")}, workbook.NotStarted},
		{"7: not started and delivered is on track", []*workbook.Action{is("White"), is("Complete")}, workbook.OnTrack},
		{"7: on track", []*workbook.Action{is("Green"), is("Blue")}, workbook.OnTrack},
		{"a withdrawn action that was late says nothing", []*workbook.Action{is("Green"), {Area: "A1", Status: "Dropped", Due: day(-99)}}, workbook.OnTrack},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a := derive(&workbook.Plan{Areas: []*workbook.Area{{Ref: "A1"}}, Actions: test.actions}).Areas[0]
			if a.Derived != test.want {
				t.Errorf("derived %q, want %q", a.Derived, test.want)
			}
			if a.NoActions != (len(test.actions) == 0) {
				t.Errorf("NoActions is %t", a.NoActions)
			}
		})
	}
}

func TestDerivedStatusFollowsBoardEvery(t *testing.T) {
	a := derive(&workbook.Plan{
		Info:    workbook.Info{BoardEvery: 28},
		Areas:   []*workbook.Area{{Ref: "A1"}},
		Actions: []*workbook.Action{{Area: "A1", Status: "Amber", Due: day(-29)}},
	}).Areas[0]
	if a.Derived != workbook.OffTrack {
		t.Errorf("29 days late with a board every 28 is %q, want off track", a.Derived)
	}
}

func TestMeasuresAreNotMixedIntoTheStatus(t *testing.T) {
	a := derive(&workbook.Plan{
		Areas:    []*workbook.Area{{Ref: "A1"}},
		Actions:  []*workbook.Action{{Area: "A1", Status: "Green", Due: day(9), Measures: []string{"M1"}}},
		Measures: []*workbook.Measure{{Ref: "M1", Area: "A1", BetterWhen: workbook.HigherBetter, Target: num(9), TargetDate: day(-30)}},
		Readings: []*workbook.Reading{{Measure: "M1", PeriodEnd: day(-2), Value: num(1)}},
	}).Areas[0]
	if a.Derived != workbook.OnTrack || len(a.Measures) != 1 || a.Measures[0].Position != Missed {
		t.Errorf("derived %q beside a measure that is %q, want on track", a.Derived, a.Measures[0].Position)
	}
}

func TestPrintedStatusOfAnArea(t *testing.T) {
	green := &workbook.Action{Area: "A1", Status: "Green", Due: day(90)}
	tests := []struct {
		reason      string
		status      string
		actions     []*workbook.Action
		meaning     workbook.Meaning
		word        string
		fromActions bool
		differ      bool
	}{
		{"a blank status prints the derived word", "", []*workbook.Action{green}, workbook.OnTrack, "Green", true, false},
		{"a stated status is the status", "amber", []*workbook.Action{green}, workbook.AtRisk, "Amber", false, true},
		{"a stated status that agrees", "Green", []*workbook.Action{green}, workbook.OnTrack, "Green", false, false},
		{"a stated word that the key does not have is not known, and both are printed", "Purple", []*workbook.Action{green}, workbook.MeaningUnknown, "Purple", false, true},
		{"neither stated nor actions: no word", "", nil, workbook.MeaningUnknown, "", false, false},
		{"stated without actions: nothing to differ from", "Green", nil, workbook.OnTrack, "Green", false, false},
		{"a status of spaces is blank", "  ", []*workbook.Action{green}, workbook.OnTrack, "Green", true, false},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a := derive(&workbook.Plan{Areas: []*workbook.Area{{Ref: "A1", Status: test.status}}, Actions: test.actions}).Areas[0]
			if a.Meaning != test.meaning || a.Word != test.word || a.FromActions != test.fromActions || a.Differ != test.differ {
				t.Errorf("got %q %q from actions %t differ %t", a.Meaning, a.Word, a.FromActions, a.Differ)
			}
		})
	}
}

func TestDerivedWordWithoutAWordInTheKey(t *testing.T) {
	p := &workbook.Plan{
		Key:     workbook.Key{Words: []*workbook.KeyWord{{Word: "Go", Means: workbook.OnTrack}, {Word: "Fine", Means: workbook.OnTrack}}},
		Areas:   []*workbook.Area{{Ref: "A1"}, {Ref: "A2"}},
		Actions: []*workbook.Action{{Area: "A1", Status: "Fine", Due: day(5)}, {Area: "A2", Status: "Go", Due: day(-5)}},
	}
	p.Index()
	f := Derive(p, today)
	if f.Areas[0].Word != "Go" {
		t.Errorf("derived word %q, want the first word with that meaning", f.Areas[0].Word)
	}
	if f.Areas[1].Word != "At risk" {
		t.Errorf("derived word %q, want the meaning where the key has no word", f.Areas[1].Word)
	}
}

func TestCountsAndDatesOfAnArea(t *testing.T) {
	a := derive(&workbook.Plan{
		Areas: []*workbook.Area{{Ref: "A1", TargetDate: day(300)}},
		Actions: []*workbook.Action{
			{Ref: "1", Area: "A1", Status: "Complete", Due: day(-50)},
			{Ref: "2", Area: "A1", Status: "Blue", Due: day(1)},
			{Ref: "3", Area: "A1", Status: "Dropped", Due: day(1)},
			{Ref: "4", Area: "A1", Status: "Amber", Due: day(-3)},
			{Ref: "5", Area: "A1", Status: "Amber", Due: day(-9)},
			{Ref: "6", Area: "A1", Status: "Amber", Due: day(-9)},
			{Ref: "7", Area: "A1", Status: "Green", Due: day(30)},
			{Ref: "8", Area: "A1", Status: "Green", Due: day(5), RevisedDue: day(20)},
			{Ref: "9", Area: "A1", Status: "Green"},
		},
	}).Areas[0]
	if a.Done != 2 || a.Delivered != 1 || a.Embedded != 1 || a.Total != 8 || a.Open != 6 || a.Late != 3 {
		t.Errorf("done %d (%d, %d) of %d, open %d, late %d; want 2 (1, 1) of 8, 6, 3", a.Done, a.Delivered, a.Embedded, a.Total, a.Open, a.Late)
	}
	if a.Overdue == nil || a.Overdue.Ref != "5" {
		t.Errorf("overdue longest is %v, want the first of the two that are 9 days late", a.Overdue)
	}
	if a.NextDate != day(20) || a.NextAction == nil || a.NextAction.Ref != "8" {
		t.Errorf("next date %s, want the earliest effective due of what is open and not late", a.NextDate)
	}
}

func TestNextDateIsElseTheTargetDate(t *testing.T) {
	a := derive(&workbook.Plan{
		Areas:   []*workbook.Area{{Ref: "A1", TargetDate: day(300)}},
		Actions: []*workbook.Action{{Area: "A1", Status: "Green", Due: day(-1)}, {Area: "A1", Status: "Complete", Due: day(9)}},
	}).Areas[0]
	if a.NextDate != day(300) || a.NextAction != nil {
		t.Errorf("next date %s, want the target date where nothing open is still to come", a.NextDate)
	}
}
