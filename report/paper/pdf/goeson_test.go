package pdf

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged/pdfua"
)

// A table or chart that goes on over a page says there what it is of, whatever stands
// between it and its heading; the chart also says which day each of its lines is.
func TestTablesSayWhatGoesOn(t *testing.T) {
	words := func(s string) []block.Run { return []block.Run{{Text: s}} }
	heading := func(s string) block.Heading {
		return block.Heading{Level: 2, Size: block.SectionSize, Runs: words(s)}
	}
	table := block.Table{Name: "rows", Columns: []block.Column{{Title: "Ref", Width: 85, RowHeader: true}, {Title: "Says", Width: 85}}}
	dates := block.Timeline{Chart: chart.Timeline{Days: 100, Ticks: []chart.Tick{{Day: 0, Label: "Jan", Year: "2026"}},
		Today: chart.Flag{Day: 50, Label: "Position, 31 Oct"}, Board: chart.Flag{Day: 45, Label: "Board, 10 Nov"}}}
	for i := range 60 {
		ref := strconv.Itoa(i)
		cell := func(s string) block.Cell {
			return block.Cell{Blocks: []block.Block{block.Para{Runs: words(s)}}}
		}
		table.Rows = append(table.Rows, block.Row{Cells: []block.Cell{cell(ref), cell("Something")}})
		dates.Rows = append(dates.Rows, block.TimelineRow{Ref: ref, Name: "Action " + ref, Alt: "From January to March", Status: block.Status{Word: "On track"}})
	}
	var charts block.Panels
	var meanings block.Terms
	for i := range 60 {
		charts.Items = append(charts.Items, block.Panel{Level: 3, Heading: "Chart " + strconv.Itoa(i), Value: "5%", Instead: words("No reading yet.")})
		meanings.Items = append(meanings.Items, block.Term{Term: words("Term " + strconv.Itoa(i)), Says: [][]block.Run{words("What it means.")}})
	}
	meanings.As = block.Glossary
	file, err := Write(&block.Paper{Title: "Paper", Lang: "en-GB", Date: time.Date(2026, 10, 31, 0, 0, 0, 0, time.UTC), Front: block.Front{Title: "Paper"}, Sections: []block.Section{
		{Name: "c", Blocks: []block.Block{heading("Difference"), block.Para{Runs: words("A sentence.")}, charts}},
		{Name: "d", NewPage: true, Blocks: []block.Block{heading("Words used"), meanings}},
		{Name: "a", Blocks: []block.Block{heading("Matrix"), block.Para{Runs: words("A sentence.")}, table}},
		{Name: "b", NewPage: true, Blocks: []block.Block{heading("When"), block.Para{Runs: words("A sentence.")}, dates}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	for _, broken := range pdfua.Check(file.Bytes) {
		t.Errorf("not PDF/UA-1: %s", broken)
	}
	goesOn := map[string]int{}
	for i, page := range pages(t, file.Bytes) {
		var all []string
		for _, p := range page.texts {
			all = append(all, strings.TrimSpace(p.text))
		}
		for column, name := range map[string]string{"Says": "Matrix", "Status": "When", "Chart ": "Difference", "What it": "Words used"} {
			if !slices.ContainsFunc(all, func(s string) bool { return strings.HasPrefix(s, column) }) {
				continue
			}
			if goesOn[name]++; goesOn[name] > 1 && !strings.Contains(strings.Join(all, " "), name+", continued") {
				t.Errorf("page %d does not say that %s goes on: %q", i+1, name, all[:min(8, len(all))])
			}
			if says := strings.Join(all, " "); name == "When" && (!strings.Contains(says, "Board, 10 Nov") || !strings.Contains(says, "Position, 31 Oct")) {
				t.Errorf("page %d has a line that nothing names", i+1)
			}
		}
	}
	if goesOn["Matrix"] < 2 || goesOn["When"] < 2 || goesOn["Difference"] < 2 || goesOn["Words used"] < 2 {
		t.Errorf("nothing goes on over a page: %v", goesOn)
	}
}
