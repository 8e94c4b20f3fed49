package history

import (
	"fmt"
	"strings"
	"testing"

	"actionplan/workbook"
)

// large is a plan of n actions with as many updates, in words that differ by
// little more than their figures.
func large(n int, ref func(int) string, reword bool) *workbook.Plan {
	p := &workbook.Plan{Key: meanings()}
	topics := []string{"records", "supervision", "placements", "visits", "reviews", "permanence", "caseloads", "audit"}
	for i := range 40 {
		p.Areas = append(p.Areas, &workbook.Area{Ref: fmt.Sprintf("A%d", i), Name: fmt.Sprintf("Area of %s %d", topics[i%len(topics)], i)})
	}
	for i := range n {
		text := fmt.Sprintf("Team %d of locality %d brings its %s up to the standard agreed in quarter %d", i, i%37, topics[i%len(topics)], i%4)
		if reword {
			text += " and says so to the board"
		}
		p.Actions = append(p.Actions, &workbook.Action{Ref: ref(i), Area: fmt.Sprintf("A%d", i%40), Text: text, Owner: "Head of " + topics[i%len(topics)],
			Due: on("2026-09-30").Add(i % 300), Status: "on track"})
		p.Updates = append(p.Updates, &workbook.Update{Date: on("2026-01-01").Add(i % 200), Action: ref(i), Status: "on track", Note: fmt.Sprintf("Sample %d of records looked at", i%50)})
	}
	place(p)
	return p
}

func plainRef(i int) string { return fmt.Sprintf("%d.%d", i/50, i%50) }
func otherRef(i int) string { return fmt.Sprintf("X-%05d", i) }

var benchmarks = []struct {
	name   string
	ref    func(int) string
	reword bool
}{
	{"same", plainRef, false},
	{"reworded", plainRef, true},
	{"renumbered", otherRef, false},
	{"renumbered and reworded", otherRef, true},
}

func BenchmarkCompare5000(b *testing.B) {
	for _, bm := range benchmarks {
		b.Run(strings.ReplaceAll(bm.name, " ", "-"), func(b *testing.B) {
			old, new := large(5000, plainRef, false), large(5000, bm.ref, bm.reword)
			for b.Loop() {
				Compare(old, new)
			}
		})
	}
}

// TestLargeIsRight finds every one of 5,000 actions that were all renumbered
// and reworded at once.
func TestLargeIsRight(t *testing.T) {
	const n = 5000
	got := Compare(large(n, plainRef, false), large(n, otherRef, true)).Counts()
	if got[Renumbered] != n || got[Changed] != n || got[Added]+got[Removed]+got[HistoryRewritten]+got[RefReused] != 0 {
		t.Errorf("counts %v", got)
	}
}

// TestLookupsAreBounded holds what keeps the work from growing with the square
// of the rows: thousands of rows of the same words.
func TestLookupsAreBounded(t *testing.T) {
	var rows []*row
	for i := range 5000 {
		rows = append(rows, &row{sheet: actionsSheet, nth: i, title: "Records are brought up to date every month", columns: actionsSheet.columns(), values: make([]value, len(actionsSheet.columns()))})
	}
	c := newCandidates(rows, nil)
	if got := len(c.near(rows[0].wordsOf(nil))); got == 0 || got > lookups {
		t.Errorf("%d rows are looked at for one, want at most %d", got, lookups)
	}
}
