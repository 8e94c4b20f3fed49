package history

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// TestMovesAreThoseOfFacts compares an action in every state that its dates
// may be in with every other, unreadable ones too: what is said to have moved
// is what facts say holds, before and after, and moved as often as facts count.
func TestMovesAreThoseOfFacts(t *testing.T) {
	var states []*workbook.Plan
	for _, due := range []string{"30/11/2026", "31/01/2027", "", "soon"} {
		for _, revised := range []string{"", "30/11/2026", "31/12/2026", "28/02/2027", "tbc"} {
			states = append(states, planOf(t, due, revised))
		}
	}
	for _, old := range states {
		for _, new := range states {
			then, now := facts.EffectiveDue(old.Actions[0]), facts.EffectiveDue(new.Actions[0])
			derived := facts.DeriveSince(new, on("2026-09-30"), Match(old, new).DatesBefore())
			for _, x := range Compare(old, new).Of(Slipped) {
				wantMove(t, x, then, now, derived)
			}
			for _, x := range Compare(old, new).Of(BroughtForward) {
				wantMove(t, x, then, now, derived)
			}
		}
	}
}

func wantMove(t *testing.T, x Change, then, now workbook.Date, derived *facts.Facts) {
	t.Helper()
	if then.IsZero() || now.IsZero() {
		t.Errorf("one of the dates does not hold, yet: %s", x.Words)
		return
	}
	if x.Days != now.Sub(then) {
		t.Errorf("%d days instead of %d: %s", x.Days, now.Sub(then), x.Words)
	}
	if moved := derived.Actions[0].TimesMoved; x.Times != moved {
		t.Errorf("moved %d times, facts say %d: %s", x.Times, moved, x.Words)
	}
}

func planOf(t *testing.T, due, revised string) *workbook.Plan {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]string{{workbook.ColRef, workbook.ColAction, workbook.ColDue, workbook.ColRevisedDue}, {"1.1", "A summary stands on every record", due, revised}}
	for i := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprint("A", i+1), &rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetName("Sheet1", workbook.SheetActions); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	p, _, err := workbook.Load(fmt.Sprintf("%s-%s.xlsx", due, revised), data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	return p
}
