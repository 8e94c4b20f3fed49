package facts

import (
	"testing"

	"actionplan/workbook"
)

func refsOf(actions []*Action) string {
	s := ""
	for _, a := range actions {
		s += a.Ref + " "
	}
	return s
}

func TestTallies(t *testing.T) {
	f := derive(&workbook.Plan{Actions: []*workbook.Action{
		{Ref: "a", Status: "Green", Due: day(-2), Updated: day(-99)},
		{Ref: "b", Status: "Red", Due: day(-30), RevisedDue: day(-9)},
		{Ref: "c", Status: "Amber", Due: day(-9)},
		{Ref: "d", Status: "Green", Due: day(20)},
		{Ref: "e", Status: "White", Start: day(-1), Due: day(3)},
		{Ref: "f", Status: "Green", Due: day(20), Publish: workbook.Restricted},
		{Ref: "g", Status: "Complete", Due: day(-9), Completed: day(-8)},
		{Ref: "h", Status: "Blue", Due: day(-9), Completed: day(-9)},
		{Ref: "i", Status: "Dropped", Due: day(-9)},
		{Ref: "j", Status: "Purple"},
	}})
	want := Tally{
		ByMeaning: ByMeaning{workbook.MeaningUnknown: 1, workbook.Embedded: 1, workbook.Delivered: 1, workbook.OnTrack: 3, workbook.AtRisk: 1, workbook.OffTrack: 1, workbook.NotStarted: 1, workbook.Withdrawn: 1},
		All:       10, Total: 9, Done: 2, Open: 7,
		Late: 3, DueSoon: 3, ShouldHaveStarted: 1, Slipped: 1, FinishedLate: 1, NoDate: 1, StatusUnknown: 1, Stale: 1, Optimistic: 1, Restricted: 1,
	}
	if got := TallyActions(f.Actions); got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if got := refsOf(LateFirst(f.Actions)); got != "b c a " {
		t.Errorf("late ones stand %q, want the longest late first, equal ones in sheet order", got)
	}
	if got := refsOf(DueSoonest(f.Actions)); got != "e d f " {
		t.Errorf("due soon stand %q, want the next first, equal ones in sheet order", got)
	}
}

func TestAreasAreCountedByPrintedStatus(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas:   []*workbook.Area{{Ref: "A1", Status: "Green"}, {Ref: "A2"}, {Ref: "A3"}},
		Actions: []*workbook.Action{{Area: "A1", Status: "Red", Due: day(1)}, {Area: "A2", Status: "Red", Due: day(1)}},
	})
	var got ByMeaning
	for _, a := range f.Areas {
		got[a.Meaning]++
	}
	if want := (ByMeaning{workbook.OnTrack: 1, workbook.OffTrack: 1, workbook.MeaningUnknown: 1}); got != want {
		t.Errorf("got %v, want %v: the stated status counts, else the derived one", got, want)
	}
}

func TestOwners(t *testing.T) {
	f := derive(&workbook.Plan{
		Areas: []*workbook.Area{{Ref: "A1", Owner: "Director"}, {Ref: "A2", Owner: "head of  Quality"}},
		Actions: []*workbook.Action{
			{Ref: "1", Owner: " Head of quality "}, {Ref: "2", Owner: "Head of practice"}, {Ref: "3", Owner: "HEAD OF QUALITY"}, {Ref: "4"}, {Ref: "5", Owner: " "},
		},
		Risks:  []*workbook.Risk{{Ref: "R1", Owner: "Director"}, {Ref: "R2", Owner: "Treasurer"}},
		People: []*workbook.Person{{Name: "Head of Quality", Email: "q@example.org"}},
	})
	owners := f.Owners()
	tests := []struct {
		name, actions string
		areas, risks  int
		onPeople      bool
	}{
		{"Head of quality", "1 3 ", 1, 0, true},
		{"Head of practice", "2 ", 0, 0, false},
		{"Director", "", 1, 1, false},
		{"Treasurer", "", 0, 1, false},
	}
	if len(owners) != len(tests) {
		t.Fatalf("%d owners, want %d: spellings that differ only in case and spaces are one", len(owners), len(tests))
	}
	for i, test := range tests {
		o := owners[i]
		if o.Name != test.name || refsOf(o.Actions) != test.actions || len(o.Areas) != test.areas || len(o.Risks) != test.risks || (o.Person != nil) != test.onPeople {
			t.Errorf("owner %d is %q with actions %q, %d areas, %d risks; want %+v", i+1, o.Name, refsOf(o.Actions), len(o.Areas), len(o.Risks), test)
		}
	}
	if FindOwner(owners, "headofpractice") != owners[1] || FindOwner(owners, "nobody") != nil {
		t.Error("an owner is found without regard to case and spaces")
	}
	if got := refsOf(f.Unowned()); got != "4 5 " {
		t.Errorf("without an owner: %q, want 4 and 5", got)
	}
}
