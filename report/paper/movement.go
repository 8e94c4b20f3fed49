package paper

import (
	"strconv"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// movement is what became better or worse since an earlier position.
func (c *composer) movement() []block.Block {
	m := c.brief.Movement
	if m.Sentence == "" {
		return nil
	}
	var blocks []block.Block
	if len(m.Rows) > 0 {
		blocks = append(blocks, c.kept(movedTable(c.now.Heading, m.ThenLabel, m.NowLabel, m.Rows)))
	}
	return append(blocks, changeGroups(m.Groups)...)
}

func movedTable(caption, then, now string, rows []report.Moved) *listing {
	t := newListing("movement", caption, "action",
		block.Column{Name: "change", Title: "Change", Width: 22},
		block.Column{Name: "action", Title: "Action", Width: 46},
		block.Column{Name: "then", Title: then, Width: 27},
		block.Column{Name: "now", Title: now, Width: 27},
		block.Column{Name: "why", Title: "Why", Width: 48},
	)
	for _, row := range rows {
		t.add(block.Row{Continued: row.Action + ", continued"},
			strong(row.Change),
			strong(row.Action),
			statusCell(inWords(row.Then)),
			statusCell(inWords(row.Now)),
			given(row.Why, notGiven),
		)
	}
	return t
}

// changeGroups are what changed beside the statuses, a short list for each
// kind.
func changeGroups(groups []report.ChangeGroup) []block.Block {
	var blocks []block.Block
	for _, g := range groups {
		blocks = append(blocks, block.Heading{Level: 3, Size: block.SmallSize, Runs: text(g.Heading)})
		if len(g.Lines) > 0 {
			list := bullets(g.Lines)
			list.Small = true
			blocks = append(blocks, list)
		}
		blocks = append(blocks, notes(g.More)...)
	}
	return blocks
}

// history is how statuses and dates moved, by the plan's own log.
func (c *composer) history() []block.Block {
	h := c.brief.History
	if len(h.Months) == 0 {
		return nil
	}
	const moved = "Dates that moved"
	blocks := append([]block.Block{monthsTable(c.now.Heading, h)}, notes(h.Note)...)
	blocks = append(blocks, groupHeading(moved), sentence(h.SlipWords))
	if len(h.Slips) > 0 {
		blocks = append(blocks, c.slipTable(moved, h.Slips))
	}
	blocks = append(blocks, notes(h.MoreSlips)...)
	if h.Cycle != "" {
		blocks = append(blocks, sentence(h.Cycle))
	}
	return blocks
}

// monthsTable is a status bar for each month-end, one under the other.
func monthsTable(caption string, h report.History) block.Table {
	t := newListing("months", caption, "month",
		block.Column{Name: "month", Title: "Position at", Width: 26},
		block.Column{Name: "actions", Title: "Actions by status", Width: 144},
	)
	t.As, t.Sorts = block.Months, false
	for _, m := range h.Months {
		t.add(block.Row{}, plain(m.Label), holds(block.Bar{Alt: m.Alt, Now: counts(m.Blocks), Small: true}))
	}
	return t.Table
}

// slipTable is every action whose date has moved, the longest slip first.
func (c *composer) slipTable(caption string, slips []report.Slip) block.Table {
	t := newListing("slips", caption, "action",
		block.Column{Name: "action", Title: "Action", Width: 72},
		block.Column{Name: "first", Title: "First date", Width: 25},
		block.Column{Name: "now", Title: "Date now", Width: 25},
		block.Column{Name: "moved", Title: "Moved", Width: 18},
		block.Column{Name: "later", Title: "In all", Width: 30},
	)
	for _, s := range slips {
		t.add(block.Row{Continued: s.Action + ", continued"},
			strong(s.Action), plain(s.First), plain(s.Now), plain(s.Moved), by(strconv.Itoa(s.Days), plain(s.Later)))
	}
	return c.kept(t)
}
