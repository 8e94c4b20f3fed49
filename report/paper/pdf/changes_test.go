package pdf

import (
	"strings"
	"testing"

	"actionplan/report"
	"actionplan/report/tagged/pdfua"
)

// The history is a figure in words for each month and a table of moved dates.
func TestHistory(t *testing.T) {
	for _, name := range []string{"south-gloucestershire", "gloucestershire"} {
		b := briefOf(t, name, map[string]string{"south-gloucestershire": "2023-01-31", "gloucestershire": "2018-09-30"}[name])
		if len(b.History.Months) == 0 || len(b.History.Slips) == 0 {
			t.Fatalf("%s has no history", name)
		}
		file := drawn(t, b, Options{})
		all := spoken(file)
		for _, want := range append([]string{b.History.Sentence, b.History.Note, b.History.SlipWords}, b.History.Slips[0].Action, b.History.Slips[0].Later) {
			if !strings.Contains(all, oneSpace(want)) {
				t.Errorf("%s: the paper does not say %q", name, want)
			}
		}
		table := findTable(t, file, "Position at")
		if rows := table.Find("Figure"); len(rows) != len(b.History.Months) || rows[0].Alt != b.History.Months[0].Alt {
			t.Errorf("%s: %d figures for %d months", name, len(rows), len(b.History.Months))
		}
	}
}

// What else changed is a list below the table, and without a table too.
func TestChangeGroups(t *testing.T) {
	b := aBrief()
	b.Movement = report.Movement{Heading: "What changed since 17 January 2023", Sentence: "No action's status has changed.",
		ThenLabel: "17 January", NowLabel: "28 February",
		Groups: []report.ChangeGroup{{Heading: "Dates that slipped", Lines: []string{"2.1 Escalation: 87 days later.", "2.2 Checks: one day later."}, More: "Two more are on the tracker's Changes sheet."}}}
	for _, rows := range [][]report.Moved{nil, {{Change: "Better", Action: "4.1 Supervision", Then: b.Actions[0].Status, Now: b.Actions[1].Status}}} {
		b.Movement.Rows = rows
		file := drawn(t, b, Options{})
		all := spoken(file)
		for _, want := range []string{"What changed since 17 January 2023", "Dates that slipped", "2.1 Escalation: 87 days later.", "Two more are on the tracker's Changes sheet."} {
			if !strings.Contains(all, want) {
				t.Errorf("with %d rows the paper does not say %q", len(rows), want)
			}
		}
		if n := len(listsWith(pdfua.Tree(file), "2.2 Checks: one day later.")); n != 1 {
			t.Errorf("it stands in %d lists", n)
		}
	}
}

func listsWith(tree *pdfua.Node, words string) []*pdfua.Node {
	var found []*pdfua.Node
	for _, l := range tree.Find("L") {
		if strings.Contains(oneSpace(l.All()), words) {
			found = append(found, l)
		}
	}
	return found
}
