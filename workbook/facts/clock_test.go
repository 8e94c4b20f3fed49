package facts

import (
	"slices"
	"testing"

	"actionplan/workbook"
)

// TestSeventyWorkingDays holds the dates that published letters themselves
// state as 70 working days after the first.
func TestSeventyWorkingDays(t *testing.T) {
	tests := []struct{ received, due, reason string }{
		{"2019-01-29", "2019-05-10", "Easter and early May on the way"},
		{"2019-08-23", "2019-12-02", "the summer bank holiday three days later"},
		{"2019-12-18", "2020-03-30", "Christmas and New Year"},
		{"2022-09-26", "2023-01-05", "Christmas Day on a Sunday has a substitute"},
		{"2024-05-16", "2024-08-23", "the spring bank holiday"},
		{"2025-03-13", "2025-06-25", "Easter and both bank holidays of May"},
	}
	for _, test := range tests {
		due, _ := newCalendar().add(on(test.received), 70)
		if due != on(test.due) {
			t.Errorf("%s: 70 working days from %s are %s, want %s", test.reason, test.received, due, test.due)
		}
	}
}

// bankHolidaysOfEnglandAndWales are the days as the government published
// them, of those years in which something moved or was added, and of all
// years from 2015 to 2028.
var bankHolidaysOfEnglandAndWales = map[int][]string{
	2002: {"01-01", "03-29", "04-01", "05-06", "06-03", "06-04", "08-26", "12-25", "12-26"},
	2011: {"01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"},
	2012: {"01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"},
	2015: {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"},
	2016: {"01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26", "12-27"},
	2017: {"01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"},
	2018: {"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"},
	2019: {"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"},
	2020: {"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"},
	2021: {"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"},
	2022: {"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"},
	2023: {"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"},
	2024: {"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"},
	2025: {"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"},
	2026: {"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"},
	2027: {"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"},
	2028: {"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"},
}

func TestBankHolidays(t *testing.T) {
	days := newCalendar()
	for year, want := range bankHolidaysOfEnglandAndWales {
		var got []string
		for d, _ := workbook.NewDate(year, 1, 1); d.Year() == year; d = d.Add(1) {
			if days.bankHoliday(d) {
				got = append(got, d.String()[5:])
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d has %v, want %v", year, got, want)
		}
	}
}

func TestHolidaysLeftOutAreListed(t *testing.T) {
	_, left := newCalendar().add(on("2022-09-05"), 70)
	want := dates("2022-09-19")
	if !slices.Equal(left, want) {
		t.Errorf("left out %v, want only the state funeral", left)
	}
}

func TestWhichVisitsStartTheClock(t *testing.T) {
	tests := []struct {
		reason, kind, finding string
		want                  bool
	}{
		{"an inspection", workbook.KindInspection, "", true},
		{"a joint targeted area inspection", workbook.KindJTAI, "", true},
		{"a focused visit with a priority action", workbook.KindFocusedVisit, workbook.KindPriorityAction, true},
		{"a focused visit without one", workbook.KindFocusedVisit, workbook.KindImprovementNeeded, false},
		{"a monitoring visit, even with a priority action", workbook.KindMonitoring, workbook.KindPriorityAction, false},
		{"a peer review", "Peer review", workbook.KindPriorityAction, false},
		{"an area SEND inspection has a clock of its own", "Area SEND inspection", workbook.KindPriorityAction, false},
	}
	for _, test := range tests {
		f := derive(&workbook.Plan{
			Visits:   []*workbook.Visit{{Ref: "V1", Kind: test.kind, LetterReceived: on("2026-03-13")}},
			Findings: []*workbook.Finding{{Ref: "F1", Visit: "V1", Kind: test.finding}},
		})
		if got := len(f.Clocks) == 1; got != test.want {
			t.Errorf("%s: clock runs %t", test.reason, got)
		}
	}
}

func TestFrameworksWithTheClock(t *testing.T) {
	for _, test := range []struct {
		kind, framework, title string
		want                   bool
	}{
		{workbook.KindInspection, "", "Inspection of children's services", true},
		{workbook.KindInspection, "ILACS", "Inspection", true},
		{workbook.KindInspection, "Inspecting local authority children's services", "Inspection", true},
		{workbook.KindInspection, "SIF", "Inspection", true},
		{workbook.KindInspection, "Single inspection framework", "Inspection", true},
		{workbook.KindInspection, "Ofsted", "Inspection", true},
		{workbook.KindInspection, "Area SEND (Ofsted and CQC)", "Inspection", false},
		{workbook.KindInspection, "Ofsted and Care Quality Commission", "Inspection", false},
		{workbook.KindInspection, "CQC", "Inspection", false},
		{workbook.KindInspection, "Children’s homes framework", "Inspection of a home", false},
		{workbook.KindInspection, "", "Area SEND inspection", false},
		{workbook.KindInspection, "", "Sending officers: inspection", true},
		{workbook.KindJTAI, "", "Joint inspection", true},
		{workbook.KindJTAI, "Joint targeted area inspection", "Criminal exploitation", true},
		{workbook.KindAreaSEND, "", "Area SEND inspection", false},
	} {
		f := derive(&workbook.Plan{Visits: []*workbook.Visit{{Ref: "V1", Kind: test.kind, Framework: test.framework, Title: test.title, LetterReceived: on("2026-03-13")}}})
		if got := len(f.Clocks) == 1; got != test.want || got == (len(f.NotComputed) == 1) {
			t.Errorf("%s, framework %q, %q: clock runs %t, not computed %d", test.kind, test.framework, test.title, got, len(f.NotComputed))
		}
	}
}

func TestWhenTheClockRuns(t *testing.T) {
	inspection := func(letter string) *workbook.Visit {
		v := &workbook.Visit{Ref: "V", Kind: workbook.KindInspection, LetterDated: on("2026-01-05")}
		if letter != "" {
			v.LetterReceived = on(letter)
		}
		return v
	}
	tests := []struct {
		reason            string
		visits            []*workbook.Visit
		reportReceived    string
		clocks, noReceipt int
	}{
		{"a letter received on the day", []*workbook.Visit{inspection("2026-06-15")}, "", 1, 0},
		{"a letter that is still to come", []*workbook.Visit{inspection("2026-06-16")}, "", 0, 0},
		{"a letter whose receipt is not recorded: its own date does not stand in", []*workbook.Visit{inspection("")}, "", 0, 1},
		{"Report received where Visits is empty", nil, "2026-03-13", 1, 0},
		{"Report received is not used where there are visits", []*workbook.Visit{inspection("")}, "2026-03-13", 0, 1},
		{"neither", nil, "", 0, 0},
		{"two letters, two clocks", []*workbook.Visit{inspection("2026-03-13"), inspection("2022-03-14")}, "", 2, 0},
	}
	for _, test := range tests {
		p := &workbook.Plan{Visits: test.visits}
		if test.reportReceived != "" {
			p.Info.ReportReceived = on(test.reportReceived)
		}
		f := derive(p)
		if len(f.Clocks) != test.clocks || len(f.NoReceipt) != test.noReceipt {
			t.Errorf("%s: %d clocks and %d without receipt, want %d and %d", test.reason, len(f.Clocks), len(f.NoReceipt), test.clocks, test.noReceipt)
		}
		if !slices.IsSortedFunc(f.Clocks, func(a, b Clock) int { return a.Received.Compare(b.Received) }) {
			t.Errorf("%s: clocks stand in the order received", test.reason)
		}
	}
}

// TestClockIsMet has a letter received on 14 January 2026: 70 working days
// end on Friday 24 April.
func TestClockIsMet(t *testing.T) {
	tests := []struct {
		reason, sent, override string
		met, notRecorded       bool
		daysLate               int
		overdue                bool
	}{
		{"sent on the day due", "2026-04-24", "", true, false, 0, false},
		{"sent the weekend after is one working day late", "2026-04-25", "", false, false, 1, false},
		{"sent on the next working day", "2026-04-27", "", false, false, 1, false},
		{"sent after the bank holiday of 4 May, which is not counted", "2026-05-05", "", false, false, 6, false},
		{"not recorded as sent, and due before the day", "", "", false, true, 0, true},
		{"not recorded as sent, but the date agreed is the day", "", "2026-06-15", false, true, 0, false},
		{"sent before the letter came does not answer it", "2026-01-13", "", false, true, 0, true},
		{"sent after the day is not sent yet", "2026-06-16", "", false, true, 0, true},
		{"a date agreed takes the place of the computed one", "2026-05-05", "2026-05-05", true, false, 0, false},
		{"a date agreed can be earlier", "2026-04-24", "2026-04-22", false, false, 2, false},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			p := &workbook.Plan{Info: workbook.Info{ReportReceived: on("2026-01-14")}}
			if test.sent != "" {
				p.Info.PlanSent = on(test.sent)
			}
			if test.override != "" {
				p.Info.PlanDueOverride = on(test.override)
			}
			c := derive(p).Clocks[0]
			if c.Computed != on("2026-04-24") {
				t.Fatalf("computed %s, want 24 April", c.Computed)
			}
			if c.Overridden != (test.override != "") || c.Overridden && c.Due != p.Info.PlanDueOverride {
				t.Errorf("due %s, overridden %t", c.Due, c.Overridden)
			}
			if c.Met != test.met || c.NotRecorded != test.notRecorded || c.DaysLate != test.daysLate || c.Overdue(today) != test.overdue {
				t.Errorf("met %t, not recorded %t, %d days late, overdue %t", c.Met, c.NotRecorded, c.DaysLate, c.Overdue(today))
			}
		})
	}
}

func TestOnePlanSentForSeveralLetters(t *testing.T) {
	tests := []struct {
		reason, first, second, sent string
		firstSent, secondSent       bool
	}{
		{"a plan sent this year does not answer a letter of four years ago", "2022-03-14", "2026-03-13", "2026-06-12", false, true},
		{"a plan sent four years ago does not answer this year's letter", "2022-03-14", "2026-03-13", "2022-06-01", true, false},
		{"one plan answers two letters that overlap", "2026-03-02", "2026-03-13", "2026-06-12", true, true},
		{"a plan sent late, before any further letter, is that letter's", "2022-03-14", "2026-03-13", "2023-06-01", true, false},
	}
	for _, test := range tests {
		f := derive(&workbook.Plan{
			Info: workbook.Info{PlanSent: on(test.sent), PlanDueOverride: on("2026-06-26")},
			Visits: []*workbook.Visit{
				{Ref: "V1", Kind: workbook.KindInspection, LetterReceived: on(test.first)},
				{Ref: "V2", Kind: workbook.KindInspection, LetterReceived: on(test.second)},
			},
		})
		if f.Clocks[0].NotRecorded == test.firstSent || f.Clocks[1].NotRecorded == test.secondSent {
			t.Errorf("%s: not recorded %t and %t", test.reason, f.Clocks[0].NotRecorded, f.Clocks[1].NotRecorded)
		}
		if f.Clocks[0].Overridden || !f.Clocks[1].Overridden {
			t.Errorf("%s: the date agreed belongs to the latest letter received before it", test.reason)
		}
	}
}
