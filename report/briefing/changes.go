package briefing

import (
	"actionplan/report"
	"actionplan/report/pdf"
)

// changeGroups are what changed beside the statuses, a short list for each
// kind.
func changeGroups(groups []report.ChangeGroup) []pdf.Block {
	var blocks []pdf.Block
	for _, g := range groups {
		blocks = append(blocks, pdf.Heading{Level: 3, Runs: pdf.Text(g.Heading), Style: h3Small, Before: 4, After: 1}, shortList(g.Lines))
		if g.More != "" {
			blocks = append(blocks, note(g.More))
		}
	}
	return blocks
}

func shortList(lines []string) pdf.List {
	list := pdf.List{Numbering: "Disc", Style: meanings, LabelWidth: 3.5, Gap: 1, Between: 0.6, After: 2}
	for _, text := range lines {
		list.Items = append(list.Items, pdf.Item{
			Label: pdf.Text("•"),
			Body:  []pdf.Block{pdf.Para{Runs: pdf.Text(text), Style: meanings, Width: readWidth + 8}},
		})
	}
	return list
}

// history is how statuses and dates moved, by the plan's own log.
func (p *paper) history() []pdf.Block {
	h := p.brief.History
	if len(h.Months) == 0 {
		return nil
	}
	blocks := p.withIntro(historyTable(h), note(h.Note))
	blocks = append(blocks, pdf.Heading{Level: 3, Runs: pdf.Text("Dates that moved"), Style: h3Card, Before: 4, After: 1}, sentence(h.SlipWords))
	if len(h.Slips) > 0 {
		blocks = append(blocks, p.slipTable(h.Slips))
	}
	if h.MoreSlips != "" {
		blocks = append(blocks, note(h.MoreSlips))
	}
	if h.Cycle != "" {
		blocks = append(blocks, sentence(h.Cycle))
	}
	return blocks
}

const (
	monthHeight = 5.0
	monthLabel  = 26.0
)

// historyTable is a status bar for each month-end, one under the other.
func historyTable(h report.History) pdf.Block {
	t := pdf.Table{
		Columns: []pdf.Column{
			{Width: monthLabel, Title: pdf.Text("Position at"), RowHeader: true},
			{Width: textWidth - monthLabel, Title: pdf.Text("Actions by status")},
		},
		Style: dense, HeadRule: headRule, RowRule: pdf.Stroke{}, Pad: pdf.Inset{Top: 0.45, Bottom: 0.45},
	}
	for _, m := range h.Months {
		t.Rows = append(t.Rows, pdf.Row{Cells: [][]pdf.Block{
			{pdf.Box{Pad: pdf.Inset{Top: (monthHeight - dense.Height()) / 2}, Blocks: words(dense, m.Label)}},
			{monthBar(m)},
		}})
	}
	return pdf.Box{After: 1, Blocks: []pdf.Block{t}} // a year of months stays on one page
}

func monthBar(m report.HistoryMonth) pdf.Block {
	const width = textWidth - monthLabel
	widths, _ := blockWidths(m.Blocks, width)
	return pdf.Figure{Alt: m.Alt, W: width, H: monthHeight, Draw: func(c *pdf.Canvas) {
		drawBar(c, m.Blocks, widths, 0, 0, monthHeight)
	}}
}

// slipTable is every action whose date has moved, the longest slip first.
func (p *paper) slipTable(slips []report.Slip) pdf.Block {
	t := denseTable("action",
		column{"action", pdf.Column{Width: 72, Title: pdf.Text("Action")}},
		column{"first", pdf.Column{Width: 25, Title: pdf.Text("First date")}},
		column{"now", pdf.Column{Width: 25, Title: pdf.Text("Date now")}},
		column{"moved", pdf.Column{Width: 18, Title: pdf.Text("Moved")}},
		column{"later", pdf.Column{Width: 30, Title: pdf.Text("In all")}},
	)
	for _, s := range slips {
		t.add(pdf.Row{Continued: s.Action + ", continued"},
			words(bold(dense), s.Action), words(dense, s.First), words(dense, s.Now), words(dense, s.Moved), words(dense, s.Later))
	}
	t.After = 3
	return t.keeping(p.now)
}
