package workbook

import (
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
