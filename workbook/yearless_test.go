package workbook

import "testing"

// Words without a year mean the next such day after the date of the report.
func TestYearlessDayIsTheNextOne(t *testing.T) {
	asOf := MustDate("2027-03-31")
	for text, want := range map[string]string{
		"end of March":                  "If you mean the end of March, enter that day with its year, such as 31/03/2028.",
		"March":                         "If you mean the end of March, enter that day with its year, such as 31/03/2028.",
		"by April":                      "If you mean the end of April, enter that day with its year, such as 30/04/2027.",
		"end Feb":                       "If you mean the end of February, enter that day with its year, such as 29/02/2028.",
		"by 17th March":                 "Enter the day with its year, such as 17/03/2028.",
		"1/4":                           "Enter the day with its year, such as 01/04/2027.",
		"29 February":                   "Enter the day with its year, such as 29/02/2028.",
		"31 June":                       "Enter a real date, such as 30/11/2026.",
		"Q2":                            "Enter its last day with the year: Q2 of a year from April ends on a day such as 30/09/2027.",
		"end of Q4":                     "Enter its last day with the year: Q4 of a year from April ends on a day such as 31/03/2028.",
		"end of term":                   "Enter the last day of the term with its year, such as 31/07/2027.",
		"by the end of the autumn term": "Enter the last day of the term with its year, such as 31/12/2027.",
		"end of the financial year":     "If you mean the end of a year from April, enter that day with its year, such as 31/03/2028.",
		"short-term":                    "Enter a real date, such as 30/11/2026.",
		"end of March 2026":             "If you mean the end of March 2026, enter 31/03/2026.",
		"ongoing":                       "Enter the day by which it will be done, or looked at again, such as 30/11/2026.",
	} {
		_, f := textDay(actionsSheet.Column(ColDue), text)
		if f == nil {
			t.Errorf("%q is read as a day", text)
			continue
		}
		if got := (Problem{Hint: f.hint, Yearless: f.yearless}).On(asOf).Hint; got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if _, f := textDay(actionsSheet.Column(ColCompleted), "end of March"); f.yearless != nil {
		t.Error("a day of completion does not lie ahead")
	}
}
