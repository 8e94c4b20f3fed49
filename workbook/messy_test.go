package workbook

import (
	"slices"
	"strings"
	"testing"

	"actionplan/workbook/xlsx"
)

// fullPlan has every kind of column, and no problem.
func fullPlan(t testing.TB) *fixture {
	return newFixture(t).
		sheet("Plan", planRows).
		sheet("Key", rows{{"Word", "Means"}, {"Grey", "not started"}, {"Green", "on track"}, {"Amber", "at risk"}, {"Red", "off track"}, {"Blue", "delivered"}}).
		sheet("Visits", rows{{"Ref", "Kind", "Title"}, {"V1", "Inspection", "The inspection"}, {"V2", "Monitoring visit", "The first visit"}}).
		sheet("Areas", rows{{"Ref", "Improvement area", "Visits", "Outcome for children", "Accountable owner", "Status"},
			{"A1", "Records", "V1", "They know", "Head of quality", "Green"},
			{"A2", "Visits", "V1; V2", "They are seen", "Head of care", nil}}).
		sheet("Findings", rows{{"Ref", "Visit", "Kind", "Finding", "Areas"},
			{"F1", "V1", "Concern", "Records are late", "A1"},
			{"F2", "V1", "Concern", "Visits are late", "A2"},
			{"F3", "V2", "Progress", "Visits are better", nil}}).
		sheet("Actions", rows{{"Ref", "Area", "Findings", "Action", "Owner", "Start", "Due", "Revised due", "Status", "Success measure", "Publish"},
			{"A1-01", "A1", "F1", "Summaries on every record", "Head of quality", "1/9/26", "30/11/2026", nil, "Green", "M1", "Public"},
			{"A1-02", "A1", "F1", "Check a sample a month", "Head of quality", "1 September 2026", "30/11/2026", nil, "Amber", "Children tell us", nil},
			{"A2-01", "A2", "F2, F3", "Diary reminders", "Head of care", "2026-09-01", "31/12/2026", "31/01/2027", "grey ", "M1; M2", nil}}).
		sheet("Measures", rows{{"Ref", "Area", "Measure", "Unit", "Better when", "Baseline", "Baseline date", "Target", "Target date", "Tolerance"},
			{"M1", "A1", "Records on time", "%", "Higher", 48, "30/09/2026", 95, "30/09/2027", 2},
			{"M2", "A2", "Days to a visit", "days", "low", 12, nil, 5, nil, nil}}).
		sheet("Readings", rows{{"Measure", "Period end", "Value", "Numerator", "Denominator"},
			{"M1", "31/10/2026", 55, 130, 236}, {"m1", "30/11/2026", "60%", nil, nil}, {"M2", "31/10/2026", 9.5, nil, nil}}).
		sheet("Updates", rows{{"Date", "Action", "Status", "Revised due", "Note"}, {"28/09/2026", "A1-01", "Green", nil, "On 212 of 236"}}).
		sheet("Risks", rows{{"Ref", "Area", "Risk", "Likelihood", "Impact", "Mitigation", "Owner"}, {"R1", "A1", "Posts stay empty", 3, 4, "Recruit", "Head of quality"}}).
		sheet("People", rows{{"Name"}, {"Head of quality"}, {"Head of care"}}).
		sheet("Glossary", rows{{"Term", "Meaning"}, {"IRO", "Independent reviewing officer"}})
}

func TestFullPlanHasNoProblem(t *testing.T) {
	p, problems := fullPlan(t).load()
	for _, x := range problems {
		t.Errorf("%s %s %s", x.Rule, x.Cell, x.Message)
	}
	if n := len(p.Actions[2].Measures); n != 2 {
		t.Errorf("M1; M2 are two measures, got %d", n)
	}
	if v := p.Readings[1].Value.Value; v != 60 {
		t.Errorf("60%% of a percentage is 60, got %v", v)
	}
	if p.Actions[0].Start != MustDate("2026-09-01") || p.Actions[1].Start != MustDate("2026-09-01") || p.Actions[2].Start != MustDate("2026-09-01") {
		t.Errorf("three ways to write 1 September 2026: %v %v %v", p.Actions[0].Start, p.Actions[1].Start, p.Actions[2].Start)
	}
	if p.Measures[1].BetterWhen != LowerBetter || p.Risks[0].Status != "Open" || p.Actions[1].Publish != "Public" {
		t.Errorf("other spellings and blank cells take their meaning: %q %q %q", p.Measures[1].BetterWhen, p.Risks[0].Status, p.Actions[1].Publish)
	}
}

// cells sets cells: sheet!cell, value, and so on.
func cells(pairs ...any) func(*fixture) {
	return func(f *fixture) {
		for i := 0; i < len(pairs); i += 2 {
			sheet, cell, _ := strings.Cut(pairs[i].(string), "!")
			f.set(sheet, cell, pairs[i+1])
		}
	}
}

func edits(all ...func(*fixture)) func(*fixture) {
	return func(f *fixture) {
		for _, e := range all {
			e(f)
		}
	}
}

func merged(sheet, from, to string) func(*fixture) {
	return func(f *fixture) { f.check(f.file.MergeCell(sheet, from, to)) }
}

func TestMessyCells(t *testing.T) {
	tests := []struct {
		reason string
		edit   func(*fixture)
		want   []string // rule and cell, in order
		hint   string   // part of the first problem's hint
	}{
		{"a day that does not exist", cells("Actions!G2", "31/02/2026"), []string{"date-real Actions!G2"}, "Enter a real date, such as 28/02/2026."},
		{"month and day swapped", cells("Actions!G2", "03/31/2026"), []string{"date-real Actions!G2"}, "enter 31/03/2026"},
		{"words with a month and a year", cells("Actions!G2", "end of March 2026"), []string{"date-real Actions!G2"}, "If you mean the end of March 2026, enter 31/03/2026."},
		{"words with a month only", cells("Actions!G2", "end of March"), []string{"date-real Actions!G2"}, "end of March, enter that day with its year, such as 31/03/2026"},
		{"a day without its year", cells("Actions!G2", "by 17th March"), []string{"date-real Actions!G2"}, "Enter the day with its year, such as 17/03/2026."},
		{"the same in figures", cells("Actions!G2", "17/3"), []string{"date-real Actions!G2"}, "Enter the day with its year, such as 17/03/2026."},
		{"no end", cells("Actions!G2", "Ongoing"), []string{"date-real Actions!G2"}, "looked at again, such as 30/11/2026"},
		{"a quarter", cells("Actions!G2", "Q3"), []string{"date-real Actions!G2"}, "Q3 of a year from April ends on a day such as 31/12/2026."},
		{"the last quarter of a year from April, in words", cells("Actions!G2", "quarter 4 2026/27"), []string{"date-real Actions!G2"}, "enter 31/03/2027."},
		{"a year", cells("Actions!G2", 2026), []string{"date-real Actions!G2"}, "31/12/2026"},
		{"a number far out of range", cells("Actions!G2", 9999999), []string{"date-real Actions!G2"}, "such as 30/11/2026"},
		{"a date of another century", cells("Actions!G2", styled{9000, "dd/mm/yyyy"}), []string{"date-real Actions!G2"}, "2000 to 2099"},
		{"a typed date of another century", cells("Actions!G2", "31/03/1999"), []string{"date-real Actions!G2"}, "2000 to 2099"},
		{"points instead of strokes", cells("Actions!G2", "31.03.2026"), []string{"date-real Actions!G2"}, "Enter 31/03/2026."},
		{"a weekday before it", cells("Actions!G2", "Tuesday 31st March 2026"), []string{"date-real Actions!G2"}, "Enter 31/03/2026."},
		{"ordinal", cells("Actions!G2", "31st March 2026"), nil, ""},
		{"a month's format", cells("Actions!G2", styled{46082, "mmm yyyy"}), []string{"date-month-only Actions!G2"}, "enter 31/03/2026"},
		{"a month's format on a date that is not the 1st", cells("Actions!G2", styled{46090, "mmm-yy"}), nil, ""},
		{"time of day is ignored", cells("Actions!G2", styled{46090.75, "dd/mm/yyyy hh:mm"}), nil, ""},
		{"a date in a bare cell", cells("Actions!G2", 46090), nil, ""},
		{"non-breaking spaces round a date and a word", cells("Actions!G2", "\u00a030/11/2026\u00a0", "Actions!I2", "Green\u00a0"), nil, ""},

		{"a formula with an error", func(f *fixture) {
			f.check(f.file.SetCellValue("Actions", "E2", "x"))
			f.rawCell("Actions", "E2", `<c r="E2" t="e"><f>Lists!A1</f><v>#REF!</v></c>`)
		}, []string{"formula-error Actions!E2"}, "Fix the formula"},
		{"formulas without results are one cause", cells("Actions!E2", formula("People!A2"), "Actions!E3", formula("People!A2")), []string{"formula-uncalculated Actions!E2"}, "save it"},

		{"a value not in the list", cells("Visits!B2", "Focussed visit"), []string{"list-value Visits!B2"}, `Did you mean "Focused visit"?`},
		{"lists ignore case and outer spaces", cells("Visits!B2", " focused  VISIT "), nil, ""},
		{"another spelling of a list's value", cells("Findings!C2", "Recommendation"), nil, ""},
		{"a status not in the key", cells("Actions!I2", "Ambr"), []string{"status-in-key Actions!I2"}, `Did you mean "Amber"?`},
		{"a status as near to Grey as to Green", cells("Actions!I2", "Gren"), []string{"status-in-key Actions!I2"}, `Did you mean "Green"?`},
		{"a word in many cells that the key lacks", func(f *fixture) {
			for row := 2; row < 9; row++ {
				at := func(col int) string { return "Updates!" + xlsx.Cell{Col: col, Row: row}.Name() }
				cells(at(1), "28/09/2026", at(2), "A1-01", at(3), "Purple", at(5), "Said so")(f)
			}
		}, []string{"status-in-key Updates!C2"}, "Key sheet"},
		{"a key's meaning that is none is one cause", cells("Key!B3", "fine"), []string{"list-value Key!B3"}, "Enter one of: not started"},

		{"a ref with a space", cells("Actions!A2", "A1 01"), []string{"ref-format Actions!A2", "ref-dangling Updates!B2"}, "Enter A1-01."},
		{"a ref that is too long", cells("Risks!A2", strings.Repeat("x", 21)), []string{"ref-format Risks!A2"}, "up to 20"},
		{"a ref that became a date", cells("Risks!A2", styled{46024, "d-mmm"}), []string{"ref-date Risks!A2"}, "for example 2-1"},
		{"a link that became a date", cells("Actions!B2", styled{46024, "d-mmm"}), []string{"ref-date Actions!B2"}, "type the ref again"},
		{"two actions with a ref, in another case", cells("Actions!A4", "a1-01"), []string{"ref-duplicate Actions!A4"}, "its own ref"},
		{"a number that is there already lost its zero", cells("Risks!A2", 1.1, "Risks!A3", 1.1, "Risks!C3", "Another", "Risks!D3", 1, "Risks!E3", 1, "Risks!F3", "Wait", "Risks!G3", "Head of care"), []string{"ref-number Risks!A3"}, "type 1.10"},
		{"a number that may be either of two refs", cells("Actions!A2", "1.1", "Actions!A3", "1.10", "Updates!B2", 1.1), []string{"ref-number Updates!B2"}, "type 1.1 or 1.10"},
		{"whole numbers twice", cells("Risks!A2", 1, "Risks!A3", 1, "Risks!C3", "Another", "Risks!D3", 1, "Risks!E3", 1, "Risks!F3", "Wait", "Risks!G3", "Head of care"), []string{"ref-duplicate Risks!A3"}, "its own ref"},
		{"two people", cells("People!A3", "head  of Quality"), []string{"ref-duplicate People!A3"}, ""},
		{"two terms", cells("Glossary!A3", "iro", "Glossary!B3", "x y z"), []string{"ref-duplicate Glossary!A3"}, ""},
		{"two words of the key", cells("Key!A6", "GREEN"), []string{"ref-duplicate Key!A6"}, ""},
		{"two fields", cells("Plan!A5", "plan title:", "Plan!B5", "Another"), []string{"ref-duplicate Plan!A5"}, ""},

		{"a ref without its zero", cells("Updates!B2", "A1-1"), []string{"ref-dangling Updates!B2"}, "Did you mean A1-01?"},
		{"a dash for a hyphen", cells("Updates!B2", "a1–01"), nil, ""},
		{"one of several", cells("Actions!C4", "F2; F9"), []string{"ref-dangling Actions!C4"}, "F1, F2, F3"},
		{"a range", cells("Actions!C4", "F1–F3"), []string{"ref-range Actions!C4"}, "F1; F2; F3."},
		{"a range in words", cells("Actions!C4", "F1 to F3"), []string{"ref-range Actions!C4"}, "F1; F2; F3."},
		{"a name instead of a ref", cells("Actions!B2", "records"), []string{"ref-dangling Actions!B2"}, "Enter its ref, A1."},
		{"two where one goes", cells("Actions!B2", "A1; A2"), []string{"ref-single Actions!B2"}, "such as A1"},
		{"a measure that is not there", cells("Actions!J2", "M7"), []string{"ref-dangling Actions!J2"}, "M1, M2"},
		{"a measure and words are words", cells("Actions!J2", "M1, and fewer complaints"), nil, ""},
		{"a range of measures", cells("Actions!J2", "M1-M2"), []string{"ref-range Actions!J2"}, "M1; M2."},

		{"a figure with a pound sign", cells("Measures!F3", "£1,234"), []string{"number-real Measures!F3"}, "only the number: 1234."},
		{"a figure with a word", cells("Measures!F3", "12 days"), []string{"number-real Measures!F3"}, "only the number: 12."},
		{"no figure", cells("Measures!F3", "n/a"), []string{"number-real Measures!F3"}, "such as 48"},
		{"a percentage of days", cells("Measures!F3", "12%"), []string{"number-real Measures!F3"}, "Unit"},
		{"beyond the limit", cells("Risks!D2", 6), []string{"number-range Risks!D2"}, "from 1 to 5"},
		{"between two numbers", cells("Risks!D2", 2.5), []string{"number-real Risks!D2"}, "whole number from 1 to 5"},
		{"a fraction in a percentage's format", cells("Measures!F2", styled{0.48, "0%"}), nil, ""},
		{"a fraction among percentages", cells("Readings!C2", 0.55), []string{"percent-mixed Readings!C2"}, "Enter 55%"},
		{"a comparator and nothing else as a fraction", cells("Measures!K1", "England", "Measures!K2", 0.82), []string{"percent-mixed Measures!K2"}, "Enter 82%"},

		{"a required cell is blank", cells("Actions!E2", nil), []string{"required Actions!E2"}, "For example"},
		{"a required field is blank", cells("Plan!B3", "  "), []string{"required Plan!B3"}, "What the plan is called"},
		{"a stray character", cells("Actions!D9", "x"), []string{"row-stray Actions!D9"}, "Clear the cell"},
		{"a ref ahead of the rest", cells("Actions!A9", "A2-02"), []string{"row-stray Actions!A9"}, "Complete the row"},
		{"refs numbered far ahead are one problem", cells("Actions!A9", "A2-02", "Actions!A10", "A2-03", "Actions!A11", "A2-04"), []string{"row-stray Actions!A9"}, "Complete the rows as actions"},
		{"a Check formula is nothing", cells("Actions!L1", "Check", "Actions!L9", formula(`"x"`)), nil, ""},
		{"formulas copied down are nothing", cells("Actions!I9", formula(`"Green"`)), nil, ""},
		{"a row of totals", cells("Measures!C5", "Total", "Measures!F5", 60, "Measures!H5", 100), nil, ""},
		{"sums without a word", cells("Measures!F5", formula("SUM(F2:F3)"), "Measures!H5", formula("SUM(H2:H3)")), nil, ""},
		{"headings again on the next page", cells("Actions!A9", "Ref", "Actions!B9", "AREA", "Actions!D9", "Action:", "Actions!E9", "Owner"), nil, ""},
		{"a group's heading merged across", edits(cells("Actions!A9", "Safeguarding"), merged("Actions", "A9", "K9")), nil, ""},
		{"a group's heading in the ref column", cells("Actions!A9", "Priority 3: the front door"), nil, ""},
		{"an area merged down", edits(cells("Actions!B3", nil), merged("Actions", "B2", "B3")), []string{"cell-merged Actions!B2"}, "Unmerge"},
		{"an area merged down over three", edits(cells("Actions!B3", nil, "Actions!B4", nil), merged("Actions", "B2", "B4")), []string{"cell-merged Actions!B2"}, "Unmerge"},
		{"headings of two rows", func(f *fixture) {
			f.check(f.file.InsertRows("Actions", 1, 1))
			merged("Actions", "A1", "A2")(f)
			cells("Actions!A1", "Ref", "Actions!F1", "Dates")(f)
			merged("Actions", "F1", "H1")(f)
		}, nil, ""},
		{"a ref merged down names one row", edits(cells("Risks!A3", nil, "Risks!C3", "Another", "Risks!D3", 1, "Risks!E3", 1, "Risks!F3", "Wait", "Risks!G3", "Head of care"), merged("Risks", "A2", "A3")), []string{"required Risks!A3"}, "merged cells A2:A3"},

		{"a heading a letter off", cells("Actions!G1", "Deu"), []string{"heading-missing Actions!G1"}, `Did you mean "Due"?`},
		{"a heading that is gone", cells("Actions!G1", "Zeitpunkt"), []string{"heading-missing Actions"}, `Add a column headed "Due"`},
		{"a letter off another name that a heading goes by", cells("Actions!G1", "Due dat"), []string{"heading-missing Actions!G1"}, `Did you mean "Due"?`},
		{"the same of one that need not be there", cells("Actions!L1", "Progress reprot"), []string{"heading-unknown Actions!L1"}, `Did you mean "Progress note"?`},
		{"a council that calls its areas themes", cells("Areas!B1", "Theme", "Findings!E1", "Themes", "Actions!B1", "Theme", "Measures!B1", "Theme", "Risks!B1", "Theme"), nil, ""},
		{"an optional heading a letter off", cells("Actions!H1", "Revised deu"), []string{"heading-unknown Actions!H1"}, `Did you mean "Revised due"?`},
		{"a heading with a star, a bracket and a line break", cells("Actions!G1", "DUE *", "Actions!H1", "Revised\ndue (if it moved):"), nil, ""},
		{"two headings that mean the same", cells("Actions!G1", "Deadline", "Actions!L1", "By when", "Actions!L3", "31/12/2026"), []string{"heading-duplicate Actions!L1"}, "Rename"},
		{"the second of them over an empty column", cells("Actions!G1", "Deadline", "Actions!L1", "By when"), nil, ""},
		{"a heading and its other name", cells("Actions!L1", "RAG", "Actions!L4", "Amber"), []string{"heading-duplicate Actions!L1"}, ""},
		{"the other name over an empty column", cells("Actions!L1", "RAG"), nil, ""},
		{"a heading a letter off over an empty column", cells("Readings!F1", "Coment"), []string{"heading-unknown Readings!F1"}, `Did you mean "Comment"?`},
		{"somebody's own column", cells("Actions!L1", "Budget code", "Actions!L2", "x"), nil, ""},
		{"a field a letter off", cells("Plan!A5", "Meetng date", "Plan!B5", "x"), []string{"field-unknown Plan!A5"}, `Did you mean "Meeting date"?`},
		{"a value beside no field", cells("Plan!B5", "What is this", "Plan!A6", "Chair", "Plan!B6", "A person"), []string{"row-stray Plan!B5"}, ""},
	}
	for _, test := range tests {
		t.Run(test.reason, func(t *testing.T) {
			f := fullPlan(t)
			test.edit(f)
			_, problems := f.load()
			var got []string
			for _, p := range problems {
				got = append(got, p.Rule+" "+p.Cell.String())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
				for _, p := range problems {
					t.Logf("%s %s: %s / %s", p.Rule, p.Cell, p.Message, p.Hint)
				}
				return
			}
			if len(problems) > 0 && !strings.Contains(problems[0].Hint, test.hint) {
				t.Errorf("hint %q lacks %q", problems[0].Hint, test.hint)
			}
			for _, p := range problems {
				if p.Message == "" || p.Hint == "" || p.Severity == SeverityInvalid || p.Cell.File != "plan.xlsx" {
					t.Errorf("incomplete: %+v", p)
				}
			}
		})
	}
}

// A figure that may be either of two is neither: it is reported, and nothing
// judges or draws a guess.
func TestMixedPercentagesAreNotUsed(t *testing.T) {
	f := fullPlan(t)
	cells("Readings!C2", 0.55, "Measures!H2", 0.95)(f)
	p, _ := f.load()
	if r := p.Readings[0]; r.Value.Set || !r.Bad(ColValue) || r.Raw(ColValue) != "0.55" {
		t.Errorf("the reading is %v, bad %t, typed %q", r.Value, r.Bad(ColValue), r.Raw(ColValue))
	}
	if m := p.Measures[0]; m.Target.Set || !m.Bad(ColTarget) {
		t.Errorf("the target is %v, bad %t", m.Target, m.Bad(ColTarget))
	}
	if !p.Readings[1].Value.Set || !p.Measures[0].Baseline.Set {
		t.Error("the figures beside it are read")
	}
}
