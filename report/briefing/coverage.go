package briefing

import (
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/pdf"
)

// coverage says whether every finding has an action; those without come first.
func (p *paper) coverage() []pdf.Block {
	cov := p.brief.Coverage
	if cov.Sentence == "" && len(cov.Rows) == 0 {
		return nil
	}
	blocks := []pdf.Block{p.heading("coverage")}
	if cov.Sentence != "" {
		blocks = append(blocks, sentence(cov.Sentence))
	}
	if len(cov.Rows) > 0 {
		blocks = append(blocks, coverageTable(cov.Rows))
	}
	if cov.Others != "" {
		blocks = append(blocks, note(cov.Others))
	}
	return blocks
}

func coverageTable(rows []report.Finding) pdf.Block {
	t := pdf.Table{
		Columns: []pdf.Column{
			{Width: 80, Title: pdf.Text("Finding"), RowHeader: true},
			{Width: 13, Title: pdf.Text("Area")},
			{Width: 16, Title: pdf.Text("Actions"), Right: true},
			{Width: 31, Title: pdf.Text("Area status"), PadLeft: 3},
			{Width: 30, Title: pdf.Text("First raised")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, f := range rows {
		t.Rows = append(t.Rows, pdf.Row{
			Continued: refAnd(f.Ref, "continued"),
			Cells: [][]pdf.Block{
				cell(bold(dense), pdf.Run{Text: refAnd(f.Ref, f.Text)}),
				cell(dense, orMissing(strings.Join(f.AreaRefs, ", "), "None")...),
				cell(dense, orMissing(howMany(f), "None")...),
				areaStatuses(f),
				cell(dense, orMissing(f.FirstRaised, "Date not stated")...),
			},
		})
	}
	return t
}

// howMany actions answer a finding, "" if none does.
func howMany(f report.Finding) string {
	if !f.Answered {
		return ""
	}
	return strconv.Itoa(len(f.Actions))
}

func areaStatuses(f report.Finding) []pdf.Block {
	if len(f.AreaStatus) == 0 {
		return words(dense, "No area")
	}
	var blocks []pdf.Block
	for _, s := range f.AreaStatus {
		blocks = append(blocks, inWords(s, dense))
	}
	return blocks
}
