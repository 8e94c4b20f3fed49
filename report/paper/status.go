package paper

import (
	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

// status is the plan's actions by status: one bar for now, one for the last
// board, with their key in a line, and the table that says what each status
// means. Where a page has room for the bar only, the table follows on the next.
func (c *composer) status() []block.Block {
	s := c.brief.Status
	blocks := append(statusBar(s), c.legend(s)...)
	if len(s.Rows) > 0 {
		blocks = append(blocks, block.Turn{Heading: "What each status means"}, c.statusTable())
	}
	return blocks
}

func statusBar(s report.StatusBar) []block.Block {
	if len(s.Now) == 0 {
		return nil
	}
	bar := block.Bar{Alt: s.Alt, Now: counts(s.Now), Widened: "Small groups are drawn wider so that they can be read."}
	if len(s.Then) > 0 {
		bar.NowLabel, bar.Then, bar.ThenName, bar.ThenLabel = s.NowLabel, counts(s.Then), s.ThenName, s.ThenLabel
	}
	return []block.Block{bar}
}

func counts(blocks []report.Block) []block.Count {
	var all []block.Count
	for _, b := range blocks {
		all = append(all, block.Count{Look: look(b.Status.Meaning), N: b.Count})
	}
	return all
}

// bar is the plan's actions by status with its key in a line. A paper of one
// side has no room for the last board's.
func (c *composer) bar() []block.Block {
	s := c.brief.Status
	if c.layout.OneSide {
		s.Then = nil
		switch c.fit.legend {
		case legendInKey:
			return statusBar(s)
		case legendInLines:
			return append(statusBar(s), keyLines(s.Rows)...)
		}
	}
	return append(statusBar(s), c.legend(s)...)
}

// legend names the shapes of the bar with the plan's own words and their
// counts, so that the key never leaves its bar.
func (c *composer) legend(s report.StatusBar) []block.Block {
	var runs []block.Run
	for _, b := range s.Now {
		for _, r := range s.Rows {
			if r.Status.Meaning == b.Status.Meaning && r.Now > 0 {
				runs = append(append(runs, shapeOf(r.Status.Meaning)...), block.Run{Text: r.Status.Word + "\u00a0" + words.Digits(r.Now) + " "})
			}
		}
	}
	if len(runs) == 0 {
		return nil
	}
	return []block.Block{block.Para{Runs: runs, As: block.Note}}
}

// keyLines are every status word with its count and what it means, one after
// another: the key where a paper of one side has no room for a list of it.
func keyLines(rows []report.StatusRow) []block.Block {
	var runs []block.Run
	for _, r := range rows {
		label, means := r.Status.Word, ". "
		if r.Now > 0 {
			label += "\u00a0" + words.Digits(r.Now)
		}
		if r.Short != "" {
			means = ": " + r.Short + means
		}
		runs = append(append(runs, shapeOf(r.Status.Meaning)...), block.Run{Text: label, Bold: true}, block.Run{Text: means})
	}
	if len(runs) == 0 {
		return nil
	}
	return []block.Block{block.Para{Runs: runs, As: block.Note}}
}

// statusTable has a row for every word of the key, with those that no action
// has.
func (c *composer) statusTable() block.Table {
	const both = 80.0 // mm
	s, wide := c.brief.Status, 32.0
	for _, row := range s.Rows {
		wide = max(wide, c.tagWidth(inWords(row.Status).Word))
	}
	t := newListing("statuses", c.now.Heading, "status",
		block.Column{Name: "status", Title: "Status", Width: wide},
		block.Column{Name: "meaning", Title: "What it means", Width: both - wide},
		block.Column{Name: "colour", Title: "Colour in the workbook", Width: 27},
		block.Column{Name: "now", Title: "Now", Width: 14, Number: true},
		block.Column{Name: "last-board", Title: s.ThenName, Width: 22, Number: true},
		block.Column{Name: "change", Title: "Change", Width: 27, Indent: 5},
	)
	t.As, t.Sorts = block.Statuses, false
	for _, row := range s.Rows {
		t.add(block.Row{},
			holds(tag(row.Status)),
			given(row.Means, notGiven),
			given(row.Colour, "None"),
			count(row.Now),
			count(row.Then),
			plain(row.Change),
		)
	}
	for _, column := range []struct {
		name  string
		there bool
	}{{"colour", s.WorkbookColours}, {"last-board", s.HasThen}, {"change", s.HasThen}} {
		if !column.there || !c.now.Keeps(column.name) {
			t.give(column.name, "meaning")
		}
	}
	return c.kept(t)
}

// key is every status word with what the plan says that it means.
func (c *composer) key() []block.Block {
	var k block.Key
	if c.fit.legend != legendInKey && c.says("bar") {
		return nil
	}
	short := c.layout.OneSide || c.says("strip") && !c.brief.Status.KeyIsShort // beside a strip there is little room
	for _, r := range c.brief.Status.Rows {
		item := block.KeyItem{Status: inWords(r.Status), Says: r.Key}
		if short {
			item.Says = r.Short
		}
		k.Items = append(k.Items, item)
	}
	if len(k.Items) == 0 {
		return nil
	}
	return []block.Block{k}
}

// figureStrip is so many figures to a row.
func figureStrip(figures []report.KeyFigure, perRow int) []block.Block {
	if len(figures) == 0 {
		return nil
	}
	f := block.Figures{PerRow: perRow}
	for _, x := range figures {
		f.Items = append(f.Items, block.Figure{Figure: x.Figure, Words: x.Under()})
	}
	return []block.Block{f}
}
