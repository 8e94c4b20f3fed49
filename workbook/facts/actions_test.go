package facts

import (
	"slices"
	"testing"

	"actionplan/workbook"
)

// flags is what judgeAction sets, without the history of dates.
type flags struct {
	Open, Late, DueSoon, ShouldHaveStarted, FinishedLate, NoDate, Stale, Optimistic bool
	DaysLate, Slipped                                                               int
}

func flagsOf(a *Action) flags {
	return flags{a.Open, a.Late, a.DueSoon, a.ShouldHaveStarted, a.FinishedLate, a.NoDate, a.Stale, a.Optimistic, a.DaysLate, a.Slipped}
}

func TestActionFlags(t *testing.T) {
	tests := []struct {
		reason string
		action workbook.Action
		want   flags
	}{
		{"late: due on the day is not late, it is due soon", workbook.Action{Status: "Amber", Due: day(0)}, flags{Open: true, DueSoon: true}},
		{"late: due the day before is late by one day", workbook.Action{Status: "Amber", Due: day(-1)}, flags{Open: true, Late: true, DaysLate: 1}},
		{"late: a revised date counts instead of the first", workbook.Action{Status: "Amber", Due: day(-40), RevisedDue: day(40)}, flags{Open: true, Slipped: 80}},
		{"late: a revised date that has passed is late by itself", workbook.Action{Status: "Red", Due: day(-40), RevisedDue: day(-3)}, flags{Open: true, Late: true, DaysLate: 3, Slipped: 37}},
		{"late: what is delivered is closed", workbook.Action{Status: "Complete", Due: day(-40)}, flags{}},
		{"late: what is embedded is closed", workbook.Action{Status: "Blue", Due: day(-40)}, flags{}},
		{"late: what is withdrawn is closed", workbook.Action{Status: "Dropped", Due: day(-40)}, flags{}},
		{"open: a word that is not in the key is open and can be late", workbook.Action{Status: "Purple", Due: day(-5)}, flags{Open: true, Late: true, DaysLate: 5}},
		{"open: a blank status is open and can be late", workbook.Action{Due: day(-5)}, flags{Open: true, Late: true, DaysLate: 5}},
		{"due soon: 28 days ahead is soon", workbook.Action{Status: "Amber", Due: day(28)}, flags{Open: true, DueSoon: true}},
		{"due soon: 29 days ahead is not", workbook.Action{Status: "Amber", Due: day(29)}, flags{Open: true}},
		{"due soon: closed work is never due soon", workbook.Action{Status: "Complete", Due: day(3)}, flags{}},
		{"should have started: not started, and Start has passed", workbook.Action{Status: "White", Start: day(-1), Due: day(90)}, flags{Open: true, ShouldHaveStarted: true}},
		{"should have started: Start on the day is in time", workbook.Action{Status: "White", Start: day(0), Due: day(90)}, flags{Open: true}},
		{"should have started: without Start nothing is said", workbook.Action{Status: "White", Due: day(90)}, flags{Open: true}},
		{"should have started: what is under way has started", workbook.Action{Status: "Green", Start: day(-9), Due: day(90)}, flags{Open: true}},
		{"slipped: by the days between the dates", workbook.Action{Status: "Green", Due: day(40), RevisedDue: day(50)}, flags{Open: true, Slipped: 10}},
		{"slipped: brought forward is not slipped", workbook.Action{Status: "Green", Due: day(60), RevisedDue: day(50)}, flags{Open: true}},
		{"slipped: the same date again is not slipped", workbook.Action{Status: "Green", Due: day(60), RevisedDue: day(60)}, flags{Open: true}},
		{"slipped: without a first date there is nothing to slip from", workbook.Action{Status: "Green", RevisedDue: day(60)}, flags{Open: true}},
		{"finished late: completed after the effective due", workbook.Action{Status: "Complete", Due: day(-20), Completed: day(-19)}, flags{FinishedLate: true}},
		{"finished late: completed on the day is in time", workbook.Action{Status: "Blue", Due: day(-20), Completed: day(-20)}, flags{}},
		{"finished late: a revised date gives more time", workbook.Action{Status: "Blue", Due: day(-20), RevisedDue: day(-5), Completed: day(-10)}, flags{Slipped: 15}},
		{"finished late: only what is delivered or embedded", workbook.Action{Status: "Dropped", Due: day(-20), Completed: day(-1)}, flags{}},
		{"finished late: never without a due date", workbook.Action{Status: "Complete", Completed: day(-1)}, flags{}},
		{"no date: open without any date, and not late by default", workbook.Action{Status: "Amber"}, flags{Open: true, NoDate: true}},
		{"no date: closed work needs none", workbook.Action{Status: "Complete"}, flags{}},
		{"stale: 42 days since Updated is not stale", workbook.Action{Status: "Green", Due: day(90), Updated: day(-42)}, flags{Open: true}},
		{"stale: 43 days is", workbook.Action{Status: "Green", Due: day(90), Updated: day(-43)}, flags{Open: true, Stale: true}},
		{"stale: closed work is not", workbook.Action{Status: "Complete", Due: day(-90), Updated: day(-80)}, flags{}},
		{"stale: without any date of an update there is no day to count from", workbook.Action{Status: "Green", Due: day(90)}, flags{Open: true}},
		{"optimistic: late and stated on track", workbook.Action{Status: "Green", Due: day(-1)}, flags{Open: true, Late: true, DaysLate: 1, Optimistic: true}},
		{"optimistic: late and stated not started", workbook.Action{Status: "White", Due: day(-1)}, flags{Open: true, Late: true, DaysLate: 1, Optimistic: true}},
		{"optimistic: late and stated at risk is honest", workbook.Action{Status: "Amber", Due: day(-1)}, flags{Open: true, Late: true, DaysLate: 1}},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			a := derive(&workbook.Plan{Actions: []*workbook.Action{&test.action}}).Actions[0]
			if got := flagsOf(a); got != test.want {
				t.Errorf("got  %+v\nwant %+v", got, test.want)
			}
		})
	}
}

func TestThresholdsOfThePlan(t *testing.T) {
	p := &workbook.Plan{
		Info:    workbook.Info{BoardEvery: 10, DueSoon: 5},
		Actions: []*workbook.Action{{Status: "Green", Due: day(6), Updated: day(-11)}, {Status: "Green", Due: day(5), Updated: day(-10)}},
	}
	f := derive(p)
	if f.Actions[0].DueSoon || !f.Actions[1].DueSoon {
		t.Error("due soon must follow the Plan sheet's own number of days")
	}
	if !f.Actions[0].Stale || f.Actions[1].Stale {
		t.Error("stale must follow the Plan sheet's own number of days between boards")
	}
}

func TestStatusWords(t *testing.T) {
	tests := []struct {
		reason, typed, word string
		meaning             workbook.Meaning
	}{
		{"the key's own spelling is printed", " green ", "Green", workbook.OnTrack},
		{"a word that the key does not have stays as typed", "Purple", "Purple", workbook.MeaningUnknown},
		{"a meaning that the key does not use as a word is unknown", "on track", "on track", workbook.MeaningUnknown},
		{"a blank status has no word", "", "", workbook.MeaningUnknown},
	}
	for _, test := range tests {
		a := derive(&workbook.Plan{Actions: []*workbook.Action{{Status: test.typed}}}).Actions[0]
		if a.Word != test.word || a.Meaning != test.meaning {
			t.Errorf("%s: %q is read as %q, %s", test.reason, test.typed, a.Word, a.Meaning)
		}
	}
}

func TestUpdatesOfAnAction(t *testing.T) {
	update := func(n int, note string) *workbook.Update {
		return &workbook.Update{Action: "1.1", Date: day(n), Note: note}
	}
	f := derive(&workbook.Plan{
		Actions: []*workbook.Action{{Ref: "1.1", Status: "Green", Due: day(90), Updated: day(-60)}},
		Updates: []*workbook.Update{update(-5, "c"), update(-50, "a"), update(1, "after the day"), update(-5, "d"), update(-20, "b")},
	})
	a := f.Actions[0]
	notes := ""
	for _, u := range a.Updates {
		notes += u.Note
	}
	if notes != "abcd" {
		t.Errorf("updates in the order %q, want by date, equal dates in sheet order, none after the day", notes)
	}
	if a.LastTouched != day(-5) || a.Stale {
		t.Errorf("last touched %s, stale %t: the later of Updated and the last update counts", a.LastTouched, a.Stale)
	}
}

func TestDatesHad(t *testing.T) {
	tests := []struct {
		reason       string
		due, revised int // days from today, 0: blank
		updates      []int
		want         []int
		moved        int
	}{
		{"never moved", 10, 0, nil, []int{10}, 0},
		{"moved once, in the Actions sheet only", 10, 20, nil, []int{10, 20}, 1},
		{"the same revised date in the log and in the sheet is one", 10, 20, []int{20}, []int{10, 20}, 1},
		{"each distinct date once, in the order of the updates", 10, 40, []int{20, 20, 30, 40}, []int{10, 20, 30, 40}, 3},
		{"a revised date that is the first date is no move", 10, 10, []int{10}, []int{10}, 0},
		{"moved there and back to an earlier revised date", 10, 20, []int{20, 30}, []int{10, 20, 30, 20}, 2},
		{"moved back to the first date", 10, 10, []int{20}, []int{10, 20, 10}, 1},
		{"the log knows a date that the sheet does not", 10, 0, []int{20}, []int{10, 20, 10}, 1},
		{"no first date: each revised date differs from it", 0, 20, []int{15}, []int{15, 20}, 2},
		{"no date at all", 0, 0, nil, nil, 0},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			p := &workbook.Plan{Actions: []*workbook.Action{{Ref: "1.1", Due: dayOrNone(test.due), RevisedDue: dayOrNone(test.revised)}}}
			for i, n := range test.updates {
				p.Updates = append(p.Updates, &workbook.Update{Action: "1.1", Date: day(i - 50), RevisedDue: day(n)})
			}
			a := derive(p).Actions[0]
			var want []workbook.Date
			for _, n := range test.want {
				want = append(want, day(n))
			}
			if !slices.Equal(a.Dates, want) || a.TimesMoved != test.moved {
				t.Errorf("dates %v, moved %d times; want %v, %d", a.Dates, a.TimesMoved, want, test.moved)
			}
		})
	}
}

func dayOrNone(n int) workbook.Date {
	if n == 0 {
		return workbook.Date{}
	}
	return day(n)
}
