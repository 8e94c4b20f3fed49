package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// TestUnseen: what Excel hides is told, and a value under merged cells is not
// read at all.
func TestUnseen(t *testing.T) {
	strike := func(f *fixture, cells ...string) {
		id, err := f.file.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
		f.check(err)
		for _, c := range cells {
			f.check(f.file.SetCellStyle("Actions", c, c, id))
		}
	}
	for _, tt := range []struct {
		reason string
		edit   func(*fixture)
		want   []string // rule and cell
		says   string
	}{
		{"an owner under merged cells", func(f *fixture) {
			f.check(f.file.MergeCell("Actions", "E2", "E3"))
			italic, err := f.file.NewStyle(&excelize.Style{Font: &excelize.Font{Italic: true}})
			f.check(err)
			f.check(f.file.SetCellStyle("Actions", "E3", "E3", italic)) // so that the file has the cell
			f.raw = map[[2]string]string{{"Actions", "E3"}: `<c r="E3" t="inlineStr"><is><t>Somebody whom nobody sees</t></is></c>`}
		}, []string{"cell-merged Actions!E2", "cell-covered Actions!E3"}, "cannot be seen"},
		{"an action struck out", func(f *fixture) { strike(f, "A3", "D3", "E3") }, []string{"cell-struck Actions!D3"}, "The action is struck through"},
		{"one cell struck out", func(f *fixture) { strike(f, "E3") }, []string{"cell-struck Actions!E3"}, "Text in E3"},
		{"a part of a text struck out", func(f *fixture) {
			f.check(f.file.SetCellRichText("Actions", "D3", []excelize.RichTextRun{{Text: "Write "}, {Text: "half ", Font: &excelize.Font{Strike: true}}, {Text: "the whole standard"}}))
		}, []string{"cell-struck Actions!D3"}, "Text in D3"},
		{"a hidden row", func(f *fixture) { f.check(f.file.SetRowVisible("Actions", 3, false)) }, []string{"hidden-read Actions!A3"}, "row 3"},
		{"a hidden column", func(f *fixture) { f.check(f.file.SetColVisible("Actions", "E", false)) }, []string{"hidden-read Actions"}, "column E (Owner)"},
	} {
		f := fullPlan(t)
		tt.edit(f)
		p, problems := f.load()
		var got []string
		said := ""
		for _, x := range problems {
			if slices.Contains([]string{RuleCellMerged, RuleCellCovered, RuleCellStruck, RuleHiddenRead}, x.Rule) {
				got = append(got, x.Rule+" "+x.Cell.String())
				said += x.Message
			}
		}
		if !slices.Equal(got, tt.want) || !strings.Contains(said, tt.says) {
			t.Errorf("%s: got %q, want %q; it says %q", tt.reason, got, tt.want, said)
		}
		for _, a := range p.Actions {
			if a.Owner == "Somebody whom nobody sees" {
				t.Errorf("%s: a value that cannot be seen was read", tt.reason)
			}
		}
	}
}

// Marks that turn the direction of writing never reach a paper: what is read is
// what was typed, in its order, and the cell is named. Marks of direction, which
// words in Arabic or Hebrew have beside them, are nothing to tell.
func TestTextsThatTurn(t *testing.T) {
	for typed, told := range map[string]bool{
		"paid \u202edrawkcab\u202c now": true, "paid \u2066\u2067drawkcab\u2069 now": true, "paid _x202E_drawkcab now": true, "\u202b\u202adrawkcab": true,
		"drawkcab \u200f\u200eשלום": false, "drawkcab, as it is": false, "drawkcab café …": false,
	} {
		f := excelize.NewFile()
		for sheet, rows := range map[string][][]any{
			"Plan":    {{"Field", "Value"}, {"Organisation", "Exampleshire"}, {"Plan title", "Plan"}, {"Senior responsible owner", "Director"}},
			"Areas":   {{"Ref", "Improvement area", "Outcome for children", "Accountable owner"}, {"A1", "Records", "They know", "Head"}},
			"Actions": {{"Ref", "Area", "Action", "Owner", "Due", "Status", "Success measure", "Progress note"}, {"1.1", "A1", "Write it", "Head", "2026-12-01", "On track", "They know", typed}},
		} {
			if _, err := f.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			for i, row := range rows {
				if err := f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
					t.Fatal(err)
				}
			}
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		plan, problems, err := Load("plan.xlsx", b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		note := plan.Actions[0].ProgressNote
		if strings.ContainsAny(note, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") || !strings.Contains(note, "drawkcab") {
			t.Errorf("%q is read as %q", typed, note)
		}
		found := false
		for _, p := range problems {
			found = found || p.Rule == RuleCellTurned && p.Cell.String() == "Actions!H2"
		}
		if found != told {
			t.Errorf("%q: said %v, want %v", typed, found, told)
		}
	}
}
