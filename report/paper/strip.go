package paper

import (
	"slices"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// strip is every area in two lines: who answers for it, where it stands and how
// that has moved, how much is done, whether it works, and what comes next; or,
// where a page has no room for that, in one line with what else there is to say
// below.
func (c *composer) strip() []block.Block {
	if len(c.brief.Areas) == 0 {
		return []block.Block{sentence(noAreas)}
	}
	h := block.Heading{Level: 2, Size: block.GroupSize, Runs: text(c.now.Heading), ID: c.claim(sectionID(c.now))}
	working := notes(c.now.Text) // whether it is working: the last to go
	strip := block.Closer{Ways: [][]block.Block{append([]block.Block{c.kept(c.stripTable())}, working...)}}
	var closest []block.Block
	for _, way := range c.stripWays() {
		closest = append([]block.Block{c.kept(c.stripLines(way))}, notes(c.brief.StripNote())...)
		strip.Ways = append(strip.Ways, append(slices.Clone(closest), working...))
	}
	if c.now.Text == c.brief.Measures.Counts && c.brief.Measures.Brief != "" {
		strip.Ways = append(strip.Ways, append(slices.Clone(closest), notes(c.brief.Measures.Brief)...))
	}
	if len(working) > 0 {
		strip.Ways = append(strip.Ways, closest)
	}
	return append([]block.Block{h, strip}, c.noArea()...)
}

// stripTable has a row for each area. In a paper of one side, which has no other
// table of areas, links lead to its rows.
func (c *composer) stripTable() *listing {
	t := newListing("strip", c.now.Heading, "area",
		block.Column{Name: "area", Title: "Improvement area", Width: 65},
		block.Column{Name: "owner", Title: "Accountable owner", Width: 37},
		block.Column{Name: "status", Title: "Status, done", Width: 25},
		block.Column{Name: "measure", Title: "Measure", Width: 20},
		block.Column{Name: "next", Title: "Next date", Width: 23},
	)
	t.As = block.Strip
	for _, a := range c.brief.Areas {
		name := refAnd(a.Ref, a.Name)
		row := block.Row{Continued: refAnd(a.Ref, "continued")}
		if c.layout.OneSide {
			row.ID = c.claim(a.ID)
		}
		t.add(row,
			by(name, c.stripName(a, name)),
			cell(owner(a)...),
			statusCell(inWords(a.Status), stripStatus(a)...),
			plain(a.MeasureWords),
			stripNext(a.Next),
		)
	}
	return t
}

// stripMark is an area's status, with a star where its actions alone would give it
// another: the line below the strip says which.
func stripMark(a *report.Area) block.Status {
	s := inWords(a.Status)
	if a.Disagreement != "" {
		s.Word += report.StarOfActions
	}
	return s
}

// stripName is an area with what its actions alone would make of it, where that
// is not its status: the column is the widest.
func (c *composer) stripName(a *report.Area, name string) block.Cell {
	run := block.Run{Text: name, Bold: true}
	if !c.layout.OneSide {
		run.Link = c.link(a.ID, "Go to area "+name, block.OnScreen)
	}
	made := cell(run)
	made.Blocks = append(made.Blocks, byActions(a)...)
	return made
}

// byActions is a disagreement in a few words.
func byActions(a *report.Area) []block.Block {
	if a.Disagreement == "" {
		return nil
	}
	return []block.Block{block.Para{Runs: text("By its actions: " + a.ByActions)}}
}

// stripStatus is what stands below a status: how much is done, and how it
// moved.
func stripStatus(a *report.Area) []block.Block {
	done := a.DoneWords
	if !a.NoActions {
		done += " done"
	}
	blocks := []block.Block{block.Para{Runs: []block.Run{{Text: done, Bold: a.NoActions}}}}
	if a.Moved != "" {
		blocks = append(blocks, block.Para{Runs: text(a.Moved)})
	}
	return blocks
}

// stripNext is the date alone, or that it is the area's own: the table of areas
// says what is due.
func stripNext(n report.Next) block.Cell {
	n.Text = ""
	if !n.Date.IsZero() && !n.Own {
		n.What = ""
	}
	return nextDate(n)
}
