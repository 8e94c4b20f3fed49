package html

import (
	"bytes"
	"strings"
	"testing"

	parse "golang.org/x/net/html"

	"actionplan/report"
	"actionplan/report/paper"
	"actionplan/workbook"
	"actionplan/workbook/seal"
)

func someComparison() *report.Comparison {
	return &report.Comparison{
		Title: "What changed in the improvement plan", Organisation: "Exampleshire <b>Council</b>",
		Lines:    []report.Line{{Term: "Before", Text: "old.xlsx"}, {Term: "After", Text: "new.xlsx"}},
		Sentence: "One action got better, none got worse and one stayed the same.",
		Rows: []report.Moved{{Change: "Better", Action: "1.1 Records",
			Then: report.Status{Word: "Amber", Meaning: workbook.AtRisk}, Now: report.Status{Word: "Green", Meaning: workbook.OnTrack}}},
		Groups: []report.ChangeGroup{{Heading: "Owner changed (1)", Lines: []string{"Action 1.1 passed from A to B & C."}},
			{Heading: "New (2)", More: "Also new: 2 updates."}},
		Others: []report.ChangeRow{{Kind: "Other changes", Sheet: "Actions", Ref: "1.1", Field: "Progress note", New: "<script>alert(1)</script>"}},
	}
}

// The page of a comparison is as sound as every other, repeats words as words,
// and can be told as ours until somebody changes it.
func TestComparison(t *testing.T) {
	file, err := Comparison(someComparison())
	if err != nil {
		t.Fatal(err)
	}
	root, err := parse.Parse(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	sound(t, file, root)
	page := text(root)
	for _, want := range []string{"Exampleshire <b>Council</b>", "old.xlsx", "One action got better", "Amber", "Green", "Not given",
		"Action 1.1 passed from A to B & C.", "Also new: 2 updates.", "Progress note", "Blank", "<script>alert(1)</script>"} {
		if !strings.Contains(page, oneLine(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
	again, err := Comparison(someComparison())
	if err != nil || !bytes.Equal(file, again) {
		t.Error("the same comparison gives another page")
	}
	if kind, ours := seal.Ours(file); !ours || kind != paper.KindComparison {
		t.Errorf("sealed as %q, %v", kind, ours)
	}
	if _, ours := seal.Ours(bytes.Replace(file, []byte("old.xlsx"), []byte("odd.xlsx"), 1)); ours {
		t.Error("a page that somebody changed passes as ours")
	}
}

// The months are pictures beside words; the moved dates are a table.
func TestHistory(t *testing.T) {
	b := sample(t, "south-gloucestershire")
	_, root := drawn(t, b, Options{})
	page := text(root)
	want := []string{b.History.Sentence, b.History.Note, b.History.SlipWords, b.History.Cycle}
	for _, m := range b.History.Months {
		want = append(want, m.Label, m.Alt)
	}
	for _, s := range b.History.Slips {
		want = append(want, s.Action, s.First, s.Now, s.Moved, s.Later)
	}
	if len(b.History.Months) < 4 || len(b.History.Slips) == 0 {
		t.Error("the sample has no history")
	}
	for _, w := range want {
		if !strings.Contains(page, oneLine(w)) {
			t.Errorf("the page does not say %q", w)
		}
	}
}

// Beside an earlier plan the page has both bars and what changed.
func TestMovement(t *testing.T) {
	b := sample(t, "south-gloucestershire")
	b.Status.HasThen, b.Status.ThenName, b.Status.ThenLabel, b.Status.Then = true, "Last board", "3 Jan", b.Status.Now
	for i := range b.Status.Rows {
		b.Status.Rows[i].Change = "No change"
	}
	b.Movement = report.Movement{Heading: "What changed since 3 January 2023", Sentence: "One action got better.", ThenLabel: "3 January", NowLabel: "31 January",
		Rows: someComparison().Rows, Groups: someComparison().Groups}
	file, root := drawn(t, b, Options{})
	sound(t, file, root)
	page := text(root)
	for _, want := range []string{"What changed since 3 January 2023", "Last board", "3 Jan", "Amber", "Owner changed (1)", "Also new: 2 updates."} {
		if !strings.Contains(page, oneLine(want)) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
