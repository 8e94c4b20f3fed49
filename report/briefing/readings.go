package briefing

import (
	"math"
	"slices"

	"actionplan/report"
	"actionplan/report/tagged"
)

// readings is the appendix: every reading of every measure, so that no chart
// shows what the paper does not also say in figures.
func (p *paper) readings() []tagged.Block {
	items := slices.DeleteFunc(slices.Clone(p.brief.Measures.Items), func(m *report.Measure) bool { return len(m.Readings) == 0 })
	if len(items) == 0 {
		return nil
	}
	blocks := p.withIntro()
	for len(items) > 0 {
		n := 1
		switch {
		case !p.halfWide(items[0]):
			blocks = append(blocks, p.wideReadings(items[0])...)
		case len(items) > 1 && p.halfWide(items[1]):
			n = 2
			fallthrough
		default:
			blocks = append(blocks, p.narrowReadings(items[:n]))
		}
		items = items[n:]
	}
	return blocks
}

// narrow says whether a measure's readings go into half the page's width: few
// enough to stay on one page, and with no comments of their own.
func narrow(m *report.Measure) bool {
	const most = 9
	_, alike := comment(m)
	return alike && len(m.Readings) <= most
}

// halfWide: narrow, and with so few words above the table that both tables of
// a pair begin on the page of their headings.
func (p *paper) halfWide(m *report.Measure) bool {
	const highest = 80
	return narrow(m) && p.Measure(panelWidth, narrowHeading(m)...) <= highest
}

// comment is the one that all of a measure's readings have; "" if none has any.
func comment(m *report.Measure) (text string, alike bool) {
	for i, r := range m.Readings {
		if i > 0 && r.Comment != text {
			return "", false
		}
		text = r.Comment
	}
	return text, true
}

// narrowReadings puts up to two measures side by side, their tables level.
func (p *paper) narrowReadings(pair []*report.Measure) tagged.Block {
	high := 0.0
	for _, m := range pair {
		high = math.Max(high, p.Measure(panelWidth, narrowHeading(m)...))
	}
	columns := tagged.Columns{Gap: panelGap, Before: 3, After: 3}
	for _, m := range pair {
		heading := narrowHeading(m)
		level := tagged.Drawn{H: high - p.Measure(panelWidth, heading...), Draw: func(*tagged.Canvas) {}}
		t := readingsTable(m, []tagged.Column{
			{Width: 27, Title: tagged.Text("Period end"), RowHeader: true},
			{Width: 18, Title: tagged.Text("Reading"), Right: true},
			{Width: 38, Title: tagged.Text("Out of"), PadLeft: 5},
		})
		columns.Cells = append(columns.Cells, tagged.Col{Width: panelWidth, Blocks: append(heading, level, t)})
	}
	return columns
}

// wideReadings is a measure's table in the page's width, with comments. A table
// of usual length stays whole.
func (p *paper) wideReadings(m *report.Measure) []tagged.Block {
	const wholeUpTo = 80
	blocks := append(readingsHeading(m, ""), readingsTable(m, []tagged.Column{
		{Width: 27, Title: tagged.Text("Period end"), RowHeader: true},
		{Width: 18, Title: tagged.Text("Reading"), Right: true},
		{Width: 38, Title: tagged.Text("Out of"), PadLeft: 5},
		{Width: 87, Title: tagged.Text("Comment")},
	}))
	if p.Measure(textWidth, blocks...) > wholeUpTo {
		return blocks
	}
	return []tagged.Block{tagged.Box{Before: 3, After: 3, Blocks: blocks}}
}

// narrowHeading says once the comment for which a narrow table has no column.
func narrowHeading(m *report.Measure) []tagged.Block {
	text, _ := comment(m)
	if text == "" {
		return readingsHeading(m, "")
	}
	about := "Comment: "
	if len(m.Readings) > 1 {
		about = "Comment on every reading: "
	}
	return readingsHeading(m, about+text)
}

func readingsHeading(m *report.Measure, remark string) []tagged.Block {
	blocks := []tagged.Block{tagged.Heading{Level: 3, Runs: tagged.Text(refAnd(m.Ref, m.Name)), Style: h3Small, Before: 3, After: 0.5}}
	for _, s := range []string{m.Comparators, m.Note, m.Unread, remark} {
		if s != "" {
			blocks = append(blocks, tagged.Para{Runs: tagged.Text(s), Style: dense, After: 0.5, Width: readWidth})
		}
	}
	return blocks
}

func readingsTable(m *report.Measure, columns []tagged.Column) tagged.Table {
	t := tagged.Table{
		Columns: columns, Style: dense, HeadRule: headRule, RowRule: rowRule,
		Pad: tagged.Inset{Top: 0.5, Right: 2, Bottom: 0.5}, After: 2,
	}
	for _, r := range m.Readings {
		cells := [][]tagged.Block{
			cell(bold(dense), tagged.Run{Text: orWord(r.PeriodEnd.Short(), "No date")}),
			words(dense, orWord(r.Words, "None")),
			words(dense, orWord(r.OutOf, "Not given")),
			words(dense, orWord(r.Comment, "None")),
		}
		t.Rows = append(t.Rows, tagged.Row{Cells: cells[:len(columns)]})
	}
	return t
}
