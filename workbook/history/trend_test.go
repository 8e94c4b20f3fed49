package history

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

func TestTrend(t *testing.T) {
	p := small()
	p.Updates = append(p.Updates,
		&workbook.Update{Date: on("2026-08-31"), Action: "1.2", Status: "Red", Note: "No officer at all"},
		&workbook.Update{Date: on("2026-10-05"), Action: "1.1", Status: "Complete", Note: "Done"},
		&workbook.Update{Date: on("2026-10-06"), Action: "2.1", Status: "Orange", Note: "Started"},
		&workbook.Update{Date: on("2026-10-20"), Action: "2.1", Status: "Red", Note: "After the day"},
		&workbook.Update{Action: "2.1", Status: "Red", Note: "Without a day"})
	place(p)
	type counts = map[workbook.Meaning]int
	want := []Month{
		{on("2026-07-31"), counts{workbook.OnTrack: 1}, 2},
		{on("2026-08-31"), counts{workbook.OnTrack: 1, workbook.OffTrack: 1}, 1}, // the last day belongs to its month
		{on("2026-09-30"), counts{workbook.OnTrack: 1, workbook.OffTrack: 1}, 1}, // nothing said, nothing moved
		{on("2026-10-13"), counts{workbook.Delivered: 1, workbook.OffTrack: 1, workbook.MeaningUnknown: 1}, 0},
	}
	if d := cmp.Diff(want, Trend(facts.Derive(p, on("2026-10-13"))), cmp.Comparer(func(a, b workbook.Date) bool { return a == b })); d != "" {
		t.Errorf("trend (-want +got):\n%s", d)
	}
	if got := Trend(facts.Derive(p, on("2026-08-31"))); len(got) != 2 || got[1].End != on("2026-08-31") {
		t.Errorf("at a month's end the last month is that one, once: %v", got)
	}
	p.Updates = nil
	if got := Trend(facts.Derive(p, on("2026-10-13"))); got != nil {
		t.Errorf("a plan without a log has a trend: %v", got)
	}
}

func TestCourses(t *testing.T) {
	update := func(date, status, due string) *workbook.Update {
		u := &workbook.Update{Date: on(date), Action: "1", Status: status}
		if due != "" {
			u.RevisedDue = on(due)
		}
		return u
	}
	tests := []struct {
		name, reason string
		action       workbook.Action
		updates      []*workbook.Update
		moves        []Move
		slip, cycle  int
		finished     bool
	}{
		{name: "never moved", reason: "Due alone is no move", action: workbook.Action{Due: on("2026-09-30"), Status: "On track"}},
		{name: "moved twice", reason: "the same date said again is no move", action: workbook.Action{Due: on("2026-09-30"), RevisedDue: on("2026-12-31"), Status: "At risk"},
			updates: []*workbook.Update{update("2026-08-01", "At risk", "2026-10-31"), update("2026-09-01", "At risk", "2026-10-31"), update("2026-10-01", "At risk", "2026-12-31")},
			moves:   []Move{{on("2026-09-30"), on("2026-10-31"), 31, on("2026-08-01")}, {on("2026-10-31"), on("2026-12-31"), 61, on("2026-10-01")}}, slip: 92},
		{name: "moved only in the row", reason: "nobody logged it", action: workbook.Action{Due: on("2026-09-30"), RevisedDue: on("2026-10-01"), Status: "At risk"},
			moves: []Move{{on("2026-09-30"), on("2026-10-01"), 1, workbook.Date{}}}, slip: 1},
		{name: "there and back", reason: "both ways are moves, and the slip is nothing", action: workbook.Action{Due: on("2026-09-30"), Status: "At risk"},
			updates: []*workbook.Update{update("2026-08-01", "At risk", "2026-10-10")},
			moves:   []Move{{on("2026-09-30"), on("2026-10-10"), 10, on("2026-08-01")}, {on("2026-10-10"), on("2026-09-30"), -10, workbook.Date{}}}},
		{name: "stated days", reason: "Start to Completed", action: workbook.Action{Start: on("2026-06-01"), Completed: on("2026-06-11"), Status: "Delivered"},
			cycle: 10, finished: true},
		{name: "days from the log", reason: "begun with the first word but not started, done where the last unbroken run of done begins",
			action:  workbook.Action{Status: "Embedded"},
			updates: []*workbook.Update{update("2026-05-01", "Not started", ""), update("2026-06-01", "On track", ""), update("2026-07-01", "Delivered", ""), update("2026-07-15", "At risk", ""), update("2026-08-01", "Delivered", ""), update("2026-09-01", "Embedded", "")},
			cycle:   61, finished: true},
		{name: "reopened", reason: "an open action has no cycle time, whatever Completed says", action: workbook.Action{Start: on("2026-06-01"), Completed: on("2026-06-11"), Status: "At risk"}},
		{name: "done before it began", reason: "one of the dates is wrong", action: workbook.Action{Start: on("2026-06-12"), Completed: on("2026-06-11"), Status: "Delivered"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.action.Ref = "1"
			p := &workbook.Plan{Actions: []*workbook.Action{&tt.action}, Updates: tt.updates, Key: meanings()}
			p.Index()
			got := Courses(facts.Derive(p, on("2026-11-01")))[0]
			if d := cmp.Diff(tt.moves, got.Moves, cmp.Comparer(func(a, b workbook.Date) bool { return a == b })); d != "" {
				t.Errorf("moves (-want +got):\n%s", d)
			}
			if got.Slip != tt.slip || got.Cycle != tt.cycle || got.Finished != tt.finished {
				t.Errorf("slip %d, cycle %d, finished %v; want %d, %d, %v: %s", got.Slip, got.Cycle, got.Finished, tt.slip, tt.cycle, tt.finished, tt.reason)
			}
		})
	}
}

func meanings() workbook.Key {
	var k workbook.Key
	for _, m := range workbook.Meanings {
		k.Words = append(k.Words, &workbook.KeyWord{Word: m.String(), Means: m})
	}
	return k
}

func TestMedianCycle(t *testing.T) {
	if _, ok := MedianCycle([]Course{{Cycle: 4}}); ok {
		t.Error("a cycle time without a finished action")
	}
	all := []Course{{Finished: true, Cycle: 40}, {Finished: true, Cycle: 10}, {Finished: true, Cycle: 30}, {}}
	if got, ok := MedianCycle(all); !ok || got != 30 {
		t.Errorf("of 3: %d", got)
	}
	if got, _ := MedianCycle(append(all, Course{Finished: true, Cycle: 20})); got != 20 {
		t.Errorf("of 4, the lower of the two in the middle: %d", got)
	}
}
