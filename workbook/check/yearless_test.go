package check

import (
	"testing"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// "end of March" is the next one after the date that the plan is checked on.
func TestHintNamesTheNextDay(t *testing.T) {
	content := cleanContent(t)
	content.Rows[workbook.SheetActions][0][workbook.ColDue] = "end of March"
	plan, loaded, err := workbook.Load("plan.xlsx", plainBook(t, content))
	if err != nil {
		t.Fatal(err)
	}
	const want = "If you mean the end of March, enter that day with its year, such as 31/03/2031."
	for _, p := range Run(plan, facts.Derive(plan, workbook.MustDate("2030-04-01")), loaded, Options{}).Problems {
		if p.Rule == workbook.RuleDateReal {
			if p.Hint != want {
				t.Errorf("the hint is %q", p.Hint)
			}
			return
		}
	}
	t.Error("the day is read")
}
