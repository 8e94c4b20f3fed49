package paper

import (
	"cmp"
	"slices"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook"
)

// measures is whether children's experience has changed: a panel for each
// measure.
func (c *composer) measures() []block.Block { return c.panels(c.brief.Measures.Items) }

func (c *composer) panels(items []*report.Measure) []block.Block {
	if len(items) == 0 {
		return nil
	}
	var p block.Panels
	for _, m := range items {
		p.Items = append(p.Items, c.panel(m))
	}
	return []block.Block{p}
}

// panel is one measure. What there is to know of its data stands with its
// readings, and here where it has none.
func (c *composer) panel(m *report.Measure) block.Panel {
	p := block.Panel{Level: c.under + 1, Heading: panelHeading(m), Value: m.LatestWords, Direction: m.DirectionWords, Distance: m.DistanceWords}
	if len(m.NoReading) > 0 || m.WordsOnly || len(m.Points) == 0 {
		p.Instead = inPlaceOfChart(m)
	} else {
		p.Chart = &block.Chart{Alt: m.Alt, Line: line(m)}
	}
	if len(m.Readings) == 0 {
		p.Notes = dataNotes(m)
	}
	return p
}

// panelHeading is a measure with what its chart shows.
func panelHeading(m *report.Measure) string {
	if m.Finding == "" {
		return refAnd(m.Ref, m.Name)
	}
	return refAnd(m.Ref, m.Name) + ": " + m.Finding
}

// inPlaceOfChart are the words where there is nothing to draw.
func inPlaceOfChart(m *report.Measure) []block.Run {
	switch {
	case m.WordsOnly:
		return text("The numbers are too small for a chart.")
	case len(m.NoReading) == 0:
		return bold("No reading yet.")
	}
	var runs []block.Run
	for i, s := range m.NoReading {
		if i > 0 {
			s = " " + s
		}
		runs = append(runs, block.Run{Text: s, Bold: i == 0})
	}
	return runs
}

// dataNotes are what a reader has to know of a measure's data.
func dataNotes(m *report.Measure) []string {
	return slices.DeleteFunc([]string{m.Comparators, m.Note, m.Unread}, func(s string) bool { return s == "" })
}

func line(m *report.Measure) chart.Line {
	l := chart.Line{Joined: m.Joined, Gap: float64(m.Gap), Baseline: dated(m.Baseline), Latest: dated(m.Latest), BaselineLabel: m.BaselineLabel, LatestLabel: m.LatestLabel,
		Low: m.Low, High: m.High, LowLabel: m.LowLabel, HighLabel: m.HighLabel, FromLabel: m.FromLabel, ToLabel: m.ToLabel}
	for _, p := range m.Points {
		l.Points = append(l.Points, *dated(&p))
	}
	for _, x := range []struct {
		kind  chart.LevelKind
		value *float64
		label string
	}{{chart.Target, m.Target, m.TargetLabel}, {chart.England, m.England, m.EnglandLabel}, {chart.Similar, m.Neighbours, m.NeighboursLabel}} {
		if x.value != nil {
			l.Levels = append(l.Levels, chart.Level{Kind: x.kind, Value: *x.value, Label: x.label})
		}
	}
	return l
}

// dated is a point in time; nil without one.
func dated(p *report.Point) *chart.Point {
	if p == nil || p.Date.IsZero() {
		return nil
	}
	return &chart.Point{X: float64(p.Date.Serial()), Y: p.Value}
}

// measuresTable is a line for each measure.
func (c *composer) measuresTable() []block.Block {
	m := c.brief.Measures
	items := m.Items
	if c.fit.measures > 0 && len(items) > c.fit.measures {
		items = m.Worst[:c.fit.measures]
	}
	if c.fit.noMeasure {
		items = nil
	}
	var blocks []block.Block
	if len(items) > 0 {
		blocks = append(blocks, c.measureLines(items))
	}
	if more := len(m.Items) - len(items); more > 0 {
		blocks = append(blocks, note(report.MoreMeasures(more, len(items))))
	}
	return blocks
}

func (c *composer) measureLines(items []*report.Measure) block.Table {
	t := newListing("measures", c.now.Heading, "measure",
		block.Column{Name: "measure", Title: "Measure", Width: 71},
		block.Column{Name: "baseline", Title: "Baseline", Width: 18, Number: true},
		block.Column{Name: "latest", Title: cmp.Or(c.brief.Measures.LatestTitle, "Latest"), Width: 18, Number: true},
		block.Column{Name: "target", Title: "Target", Width: 17, Number: true},
		block.Column{Name: "direction", Title: "Direction", Width: 46, Indent: 4},
	)
	if c.layout.OneSide {
		t.As = block.Strip
		if c.fit.areas >= areasInSmall {
			t.As = block.Lines
		}
	}
	for _, m := range items {
		t.add(block.Row{Continued: refAnd(m.Ref, "continued")},
			strong(refAnd(m.Ref, m.Name)),
			plain(cmp.Or(m.BaselineWords, "None")),
			plain(cmp.Or(m.LatestWords, "None")),
			plain(cmp.Or(m.TargetWords, "None")),
			plain(cmp.Or(m.ToGoWords, "None")),
		)
	}
	return c.kept(t)
}

// readings is the appendix: every reading of every measure, so that no chart
// shows what the paper does not also say in figures.
func (c *composer) readings() []block.Block {
	var side block.SideBySide
	for _, m := range c.brief.Measures.Items {
		if len(m.Readings) > 0 {
			side.Parts = append(side.Parts, readingsOf(m))
		}
	}
	if len(side.Parts) == 0 {
		return nil
	}
	return []block.Block{side}
}

// readingsOf is one measure's table. Few readings without comments of their own
// go into half a page's width, and what is said of all of them above them.
func readingsOf(m *report.Measure) block.Part {
	const most, words = 9, 450 // readings, and letters above the table
	comment, alike := comment(m)
	remarks, letters := dataNotes(m), len(comment)
	for _, s := range remarks {
		letters += len(s)
	}
	narrow := alike && len(m.Readings) <= most && letters+len(m.Name) <= words
	if narrow && comment != "" {
		about := "Comment: "
		if len(m.Readings) > 1 {
			about = "Comment on every reading: "
		}
		remarks = append(remarks, about+comment)
	}
	part := block.Part{Narrow: narrow, Blocks: []block.Block{block.Heading{Level: 3, Size: block.SmallSize, Runs: text(refAnd(m.Ref, m.Name))}}}
	for _, s := range remarks {
		part.Blocks = append(part.Blocks, block.Para{Runs: text(s), As: block.Remark})
	}
	part.Blocks = append(part.Blocks, readingsTable(m, !narrow))
	return part
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

func readingsTable(m *report.Measure, comments bool) block.Table {
	t := newListing("readings", "Readings of "+refAnd(m.Ref, m.Name), "period",
		block.Column{Name: "period", Title: "Period end", Width: 27},
		block.Column{Name: "reading", Title: "Reading", Width: 18, Number: true},
		block.Column{Name: "out-of", Title: "Out of", Width: 38, Indent: 5},
		block.Column{Name: "comment", Title: "Comment", Width: 87},
	)
	t.As, t.Sorts = block.Readings, false
	if !comments {
		t.Columns = t.Columns[:3]
	}
	for _, r := range m.Readings {
		cells := []block.Cell{
			dayOr(r.PeriodEnd, "No date"),
			plain(cmp.Or(r.Words, "None")),
			plain(cmp.Or(r.OutOf, notGiven)),
			plain(cmp.Or(r.Comment, "None")),
		}
		t.add(block.Row{}, cells[:len(t.Columns)]...)
	}
	return t.Table
}

// dayOr is a date that heads its row, or what is said where there is none.
func dayOr(d workbook.Date, missing string) block.Cell {
	if d.IsZero() {
		return strong(missing)
	}
	run := day(d)
	run.Bold = true
	return cell(run)
}
