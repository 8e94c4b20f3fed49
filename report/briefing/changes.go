package briefing

import (
	"actionplan/report"
	"actionplan/report/tagged"
)

// changeGroups are what changed beside the statuses, a short list for each
// kind.
func changeGroups(groups []report.ChangeGroup) []tagged.Block {
	var blocks []tagged.Block
	for _, g := range groups {
		blocks = append(blocks, tagged.Heading{Level: 3, Runs: tagged.Text(g.Heading), Style: h3Small, Before: 4, After: 1}, shortList(g.Lines))
		if g.More != "" {
			blocks = append(blocks, note(g.More))
		}
	}
	return blocks
}

func shortList(lines []string) tagged.List {
	list := tagged.List{Numbering: "Disc", Style: meanings, LabelWidth: 3.5, Gap: 1, Between: 0.6, After: 2}
	for _, text := range lines {
		list.Items = append(list.Items, tagged.Item{
			Label: tagged.Text("•"),
			Body:  []tagged.Block{tagged.Para{Runs: tagged.Text(text), Style: meanings, Width: readWidth + 8}},
		})
	}
	return list
}

// history is how statuses and dates moved, by the plan's own log.
func (p *paper) history() []tagged.Block {
	h := p.brief.History
	if len(h.Months) == 0 {
		return nil
	}
	blocks := p.withIntro(historyTable(h), note(h.Note))
	blocks = append(blocks, tagged.Heading{Level: 3, Runs: tagged.Text("Dates that moved"), Style: h3Card, Before: 4, After: 1}, sentence(h.SlipWords))
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
func historyTable(h report.History) tagged.Block {
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: monthLabel, Title: tagged.Text("Position at"), RowHeader: true},
			{Width: textWidth - monthLabel, Title: tagged.Text("Actions by status")},
		},
		Style: dense, HeadRule: headRule, RowRule: tagged.Stroke{}, Pad: tagged.Inset{Top: 0.45, Bottom: 0.45},
	}
	for _, m := range h.Months {
		t.Rows = append(t.Rows, tagged.Row{Cells: [][]tagged.Block{
			{tagged.Box{Pad: tagged.Inset{Top: (monthHeight - dense.Height()) / 2}, Blocks: words(dense, m.Label)}},
			{monthBar(m)},
		}})
	}
	return tagged.Box{After: 1, Blocks: []tagged.Block{t}} // a year of months stays on one page
}

func monthBar(m report.HistoryMonth) tagged.Block {
	const width = textWidth - monthLabel
	widths, _ := blockWidths(m.Blocks, width)
	return tagged.Figure{Alt: m.Alt, W: width, H: monthHeight, Draw: func(c *tagged.Canvas) {
		drawBar(c, m.Blocks, widths, 0, 0, monthHeight)
	}}
}

// slipTable is every action whose date has moved, the longest slip first.
func (p *paper) slipTable(slips []report.Slip) tagged.Block {
	t := denseTable("action",
		column{"action", tagged.Column{Width: 72, Title: tagged.Text("Action")}},
		column{"first", tagged.Column{Width: 25, Title: tagged.Text("First date")}},
		column{"now", tagged.Column{Width: 25, Title: tagged.Text("Date now")}},
		column{"moved", tagged.Column{Width: 18, Title: tagged.Text("Moved")}},
		column{"later", tagged.Column{Width: 30, Title: tagged.Text("In all")}},
	)
	for _, s := range slips {
		t.add(tagged.Row{Continued: s.Action + ", continued"},
			words(bold(dense), s.Action), words(dense, s.First), words(dense, s.Now), words(dense, s.Moved), words(dense, s.Later))
	}
	t.After = 3
	return t.keeping(p.now)
}
