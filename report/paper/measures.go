package paper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook"
	"actionplan/workbook/words"
)

// measures is whether children's experience has changed: a panel for each
// measure; of many the worst, where the others have a table of their own.
func (c *composer) measures() []block.Block {
	drawn, rest := c.drawnMeasures()
	blocks := c.panels(drawn)
	if len(rest) > 0 {
		blocks = append(blocks, note(report.MeasuresNotDrawn(len(rest), len(drawn))))
	}
	return blocks
}

// moreMeasures are the others, a line each.
func (c *composer) moreMeasures() []block.Block {
	_, rest := c.drawnMeasures()
	if len(rest) == 0 {
		return nil
	}
	return []block.Block{c.measureLines(rest)}
}

// drawnMeasures are the measures that have a panel, and those that have none, both
// in the plan's order.
func (c *composer) drawnMeasures() (drawn, rest []*report.Measure) {
	const most, nearly = 8, 18 // as many as there are cards of actions, a page of charts
	m := c.brief.Measures
	if !c.says("more-measures") || len(m.Items) <= nearly {
		return m.Items, nil
	}
	for _, x := range m.Items {
		if slices.Contains(m.Worst[:most], x) {
			drawn = append(drawn, x)
		} else {
			rest = append(rest, x)
		}
	}
	return drawn, rest
}

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
	l.Levels = chart.Merged(l.Levels, l.Low, l.High)
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
	left := slices.DeleteFunc(slices.Clone(m.Items), func(x *report.Measure) bool { return slices.Contains(items, x) })
	said := ""
	if len(left) > 0 {
		said = report.MoreMeasures(left, len(items))
	}
	if len(m.Items) == 0 {
		return nil // the section says so
	}
	if !c.fit.noCounts {
		said = strings.TrimSpace(c.now.Text + " " + said)
	}
	c.now.Text = "" // stands below
	blocks = append(blocks, notes(said)...)
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
	if c.now.Annex {
		t.widen("measure", c.widthsOf(t, map[string]float64{"baseline": 18, "latest": 18, "target": 18, "direction": 60}))
	}
	return c.kept(t)
}

// readings is the appendix: every reading of every measure, so that no chart
// shows what the paper does not also say in figures.
func (c *composer) readings() []block.Block {
	var side block.SideBySide
	var bare []*report.Measure // nothing is said of them but figures
	for _, m := range c.brief.Measures.Items {
		if len(m.Readings) == 0 {
			continue
		}
		part := c.readingsOf(m)
		side.Parts = append(side.Parts, part)
		if part.PerRow == 3 {
			bare = append(bare, m)
		}
	}
	if len(side.Parts) == 0 {
		return nil
	}
	together, ok := c.readingsTogether(bare)
	if !ok {
		return []block.Block{side}
	}
	side.Parts = slices.DeleteFunc(side.Parts, func(p block.Part) bool { return p.PerRow == 3 })
	if len(side.Parts) == 0 {
		return []block.Block{together}
	}
	return []block.Block{together, side}
}

// readingsTogether is one table of many measures, where their readings are of the
// same few dates.
func (c *composer) readingsTogether(measures []*report.Measure) (block.Table, bool) {
	const many, few, each = 12, 6, 18.0 // measures, dates, and mm for a date
	var ends []workbook.Date
	for _, m := range measures {
		for i, r := range m.Readings {
			if i > 0 && r.PeriodEnd == m.Readings[i-1].PeriodEnd || r.PeriodEnd.IsZero() {
				return block.Table{}, false
			}
			if !slices.Contains(ends, r.PeriodEnd) {
				ends = append(ends, r.PeriodEnd)
			}
		}
	}
	if len(measures) <= many || len(ends) > few {
		return block.Table{}, false
	}
	slices.SortFunc(ends, workbook.Date.Compare)
	columns := []block.Column{{Name: "measure", Title: "Measure", Width: textWidth - each*float64(len(ends))}}
	for i, end := range ends {
		columns = append(columns, block.Column{Name: "reading-" + strconv.Itoa(i+1), Title: end.Short(), Width: each, Number: true})
	}
	t := newListing("readings", "Readings of "+words.Count(len(measures), "measure", "measures")+" by the end of their period", "measure", columns...)
	t.As, t.Sorts = block.Lines, false
	for _, m := range measures {
		cells := make([]block.Cell, len(ends)+1)
		cells[0] = strong(refAnd(m.Ref, m.Name))
		for i := range ends {
			cells[i+1] = plain("None")
		}
		for _, r := range m.Readings {
			cells[1+slices.Index(ends, r.PeriodEnd)] = holds(block.Para{Runs: text(cmp.Or(r.Words, "None"))}, block.Para{Runs: text(cmp.Or(r.OutOf, notGiven))})
		}
		t.add(block.Row{Continued: refAnd(m.Ref, "continued")}, cells...)
	}
	return t.Table, true
}

// readingsOf is one measure's table. Few readings without comments of their own
// go into half a page's width, and what is said of all of them above them; where
// nothing is said of them, into a third.
func (c *composer) readingsOf(m *report.Measure) block.Part {
	const most, words = 9, 450 // readings, and letters above the table
	comment, alike := comment(m)
	remarks, letters := dataNotes(m), len(comment)
	for _, s := range remarks {
		letters += len(s)
	}
	part := block.Part{PerRow: 1, Blocks: []block.Block{block.Heading{Level: 3, Size: block.SmallSize, Runs: text(refAnd(m.Ref, m.Name))}}}
	table := readingsTable(m)
	if alike && len(m.Readings) <= most && letters+len(m.Name) <= words {
		part.PerRow = 2
		table.Columns[table.index("comment")].Width = 0
		table.drop("comment")
		if comment != "" {
			about := "Comment: "
			if len(m.Readings) > 1 {
				about = "Comment on every reading: "
			}
			remarks = append(remarks, about+comment)
		}
		if len(remarks) == 0 && c.inThird(table) {
			part.PerRow = 3
		}
	}
	for _, s := range remarks {
		part.Blocks = append(part.Blocks, block.Para{Runs: text(s), As: block.Remark})
	}
	part.Blocks = append(part.Blocks, table.Table)
	return part
}

// inThird makes a table of readings as narrow as a third of a page's width, where
// what stands in it has room there.
func (c *composer) inThird(t *listing) bool {
	const third, indent = (textWidth - 8) / 3, 2.0
	t.Columns[t.index("out-of")].Indent = indent
	at := c.widthsOf(t, map[string]float64{"period": third, "reading": third, "out-of": third})
	t.Columns[0].Width, t.Columns[1].Width, t.Columns[2].Width = at[0], at[1], third-at[0]-at[1]
	return at[2] <= t.Columns[2].Width
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

func readingsTable(m *report.Measure) *listing {
	t := newListing("readings", "Readings of "+refAnd(m.Ref, m.Name), "period",
		block.Column{Name: "period", Title: "Period end", Width: 27},
		block.Column{Name: "reading", Title: "Reading", Width: 18, Number: true},
		block.Column{Name: "out-of", Title: "Out of", Width: 38, Indent: 5},
		block.Column{Name: "comment", Title: "Comment", Width: 87},
	)
	t.As, t.Sorts = block.Readings, false
	for _, r := range m.Readings {
		t.add(block.Row{},
			dayOr(r.PeriodEnd, "No date"),
			plain(cmp.Or(r.Words, "None")),
			plain(cmp.Or(r.OutOf, notGiven)),
			plain(cmp.Or(r.Comment, "None")))
	}
	return t
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
