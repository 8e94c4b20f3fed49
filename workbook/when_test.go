package workbook

import "testing"

func TestReadDay(t *testing.T) {
	for given, want := range map[string]string{
		"2023-01-31": "2023-01-31", "31/01/2023": "2023-01-31", "1/2/23": "2023-02-01", " 31 January 2023 ": "2023-01-31", "31st Jan 2023": "2023-01-31",
		"01/31/2023": "", "31/02/2023": "", "tomorrow": "", "January 2023": "", "20230131": "", "": "",
	} {
		day, err := ReadDay(given)
		if got := day.String(); err != nil && want != "" || err == nil && got != want {
			t.Errorf("%q is read as %s, %v, want %q", given, got, err, want)
		}
	}
}

func TestReadWhen(t *testing.T) {
	for _, tt := range []struct {
		text  string
		order DateOrder
		want  string // start|due|revised|completed, ! where sure
	}{
		{"10.05.2026", DayFirst, "|2026-05-10||!"},
		{"Fri 27th March 2026", DayFirst, "|2026-03-27||!"},
		{"Mon 27th March 2026", DayFirst, "|2026-03-27||"},
		{"By 31/03/2026", DayFirst, "|2026-03-31||!"},
		{"1 April 26", DayFirst, "|2026-04-01||!"},
		{"28 March '27", DayFirst, "|2027-03-28||!"},
		{"28 March ’27", DayFirst, "|2027-03-28||!"},
		{"Stage 1 done\nStage 2 Mar 2027", DayFirst, "|2027-03-31||"},
		{"Sept 26 - July 27", DayFirst, "2026-09-01|2027-07-31||!"},
		{"Sept 26 – July 27", DayFirst, "2026-09-01|2027-07-31||!"},
		{"April 2026 to March 2027", DayFirst, "2026-04-01|2027-03-31||!"},
		{"31/03/26 - slipped to 30/06/26", DayFirst, "|2026-03-31|2026-06-30|!"},
		{"30/06/26 (was 31/03/26)", DayFirst, "|2026-03-31|2026-06-30|!"},
		{"Originally 31/03/26, now 30/06/26", DayFirst, "|2026-03-31|2026-06-30|!"},
		{"end Q3 2027", DayFirst, "|2027-12-31||"},
		{"Q2 2027-28", DayFirst, "|2027-09-30||!"},
		{"Q4 2025/26", DayFirst, "|2026-03-31||!"},
		{"2025/26 Q1", DayFirst, "|2025-06-30||!"},
		{"Completed 12/05/25", DayFirst, "|||2025-05-12!"},
		{"12/05/25 complete", DayFirst, "|||2025-05-12!"},
		{"To be completed by 12/05/25", DayFirst, "|2025-05-12||!"},
		{"From Oct 26", DayFirst, "2026-10-01|||!"},
		{"September 2026 onwards", DayFirst, "2026-09-01|||!"},
		{"Sept 24", DayFirst, "|2024-09-30||!"},
		{"by end of September 2026", DayFirst, "|2026-09-30||!"},
		{"mid March 2026", DayFirst, "|2026-03-15||"},
		{"end of autumn term 2026", DayFirst, "|2026-12-31||"},
		{"by end of 2025/26", DayFirst, "|2026-03-31||"},
		{"31/03/26\n30/06/26", DayFirst, "|2026-06-30||"},
		{"31 March 2026 subject to funding", DayFirst, "|2026-03-31||"},
		{"1 - 30 June 2026", DayFirst, "|2026-06-30||"},
		{"06/26/2026", MonthFirst, "|2026-06-26||!"},
		{"03/08/2026", MonthFirst, "|2026-03-08||!"},
		{"ongoing", DayFirst, "none"},
		{"March", DayFirst, "none"},
		{"May 5", DayFirst, "none"},
		{"Q3", DayFirst, "none"},
	} {
		w, ok := ReadWhen(tt.text, tt.order)
		got := "none"
		if ok {
			got = w.Start.String() + "|" + w.Due.String() + "|" + w.Revised.String() + "|" + w.Completed.String()
			if w.Sure {
				got += "!"
			}
		}
		if got != tt.want {
			t.Errorf("%q: %s, want %s", tt.text, got, tt.want)
		}
	}
}

func FuzzReadWhen(f *testing.F) {
	for _, s := range []string{"Stage 1 done\nStage 2 Mar 2027", "31/03/26 - slipped to 30/06/26", "Q2 2027-28", "Fri 27th March ’26", "", "20", "q"} {
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, s string, monthFirst bool) {
		order := DayFirst
		if monthFirst {
			order = MonthFirst
		}
		w, ok := ReadWhen(s, order)
		for _, d := range []Date{w.Start, w.Due, w.Revised, w.Completed, w.Other} {
			if !d.IsZero() && (d.Year() < 2000 || d.Year() > 2100) {
				t.Errorf("%q reads as %s", s, d)
			}
		}
		if ok && w.Sure && w.Start.IsZero() && w.Due.IsZero() && w.Completed.IsZero() {
			t.Errorf("%q is sure of nothing", s)
		}
	})
}
