package paper

import (
	"cmp"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// pageHeading is what the page on an area, owner or visit is called.
func (c *composer) pageHeading(id, s string) block.Heading {
	return block.Heading{Level: 2, Size: block.PageSize, Runs: text(s), ID: c.claim(pageID(id))}
}

// partHeading is a heading inside such a page.
func partHeading(level int, s string) block.Heading {
	return block.Heading{Level: level, Size: block.PartSize, Runs: text(s)}
}

// areaPages are the areas in depth, a page each.
func (c *composer) areaPages() []block.Block {
	pages := c.brief.AreaPages
	var blocks []block.Block
	for _, page := range pages {
		made := block.Page{Alone: len(pages) == 1, Blocks: c.areaPage(page)}
		if len(pages) == len(c.brief.Areas) && page == pages[len(pages)-1] {
			made.Blocks = append(made.Blocks, c.unplaced(3)...)
		}
		blocks = append(blocks, made)
	}
	return blocks
}

func (c *composer) areaPage(page *report.AreaPage) []block.Block {
	heading := c.pageHeading(page.ID, refAnd(page.Ref, page.Name))
	c.enter(heading.ID, page.Ref, refAnd(page.Ref, page.Name))
	blocks := []block.Block{heading, tag(page.Status), terms(block.Fields, page.Lines), partHeading(3, "Actions")}
	if len(page.AreaActions) == 0 {
		blocks = append(blocks, sentence(page.NoneWords()))
	}
	blocks = append(blocks, c.records(page.AreaActions, 4)...)
	blocks = append(blocks, c.pagePanels(3, "Is it making a difference?", page.AreaMeasure)...)
	if len(page.Findings) > 0 {
		const behind = "Findings behind it"
		t := coverageOf(behind, page.Findings)
		t.inOneArea(page.Ref, page.Findings)
		blocks = append(blocks, partHeading(3, behind), t.Table)
	}
	if len(page.Answered) > 0 {
		const elsewhere = "Findings of other areas that its actions answer"
		blocks = append(blocks, partHeading(3, elsewhere), coverageOf(elsewhere, page.Answered).Table)
	}
	blocks = append(blocks, notes(page.Praised)...)
	if len(page.Risks) > 0 {
		risks := risksTable("Risks", page.Risks)
		c.makeRoom(risks, "owner", "risk", "mitigation")
		blocks = append(blocks, partHeading(3, "Risks"), risks.Table)
	}
	return blocks
}

// pagePanels are measures under a heading of the given level.
func (c *composer) pagePanels(level int, heading string, items []*report.Measure) []block.Block {
	if len(items) == 0 {
		return nil
	}
	c.under = level
	blocks := append([]block.Block{partHeading(level, heading)}, c.panels(items)...)
	c.under = 2
	return blocks
}

// owners is who owns what, with the page to turn to.
func (c *composer) owners() []block.Block {
	if len(c.brief.OwnerPages) < 2 {
		return nil
	}
	t := newListing("owners", c.now.Heading, "owner",
		block.Column{Name: "owner", Title: "Owner", Width: 62},
		block.Column{Name: "open", Title: "Open", Width: 14, Number: true},
		block.Column{Name: "overdue", Title: "Overdue", Width: 43, Indent: 4},
		block.Column{Name: "soon", Title: c.brief.SoonBy, Width: 19, Number: true},
		block.Column{Name: "no-date", Title: "No date", Width: 17, Number: true},
		pageColumn(15),
	)
	for _, o := range c.brief.OwnerPages {
		name, page := c.turnTo(o.ID, o.Name, "Go to "+o.Name)
		t.add(block.Row{Continued: o.Name + ", continued"},
			name, plain(o.Counts.Open), plain(o.Counts.Overdue), plain(o.Counts.Soon), plain(o.Counts.NoDate), page)
	}
	if !c.known[pageID(c.brief.OwnerPages[0].ID)] {
		t.drop("page")
	}
	return append([]block.Block{c.kept(t)}, notes(c.brief.OwnersNote)...)
}

func pageColumn(width float64) block.Column {
	return block.Column{Name: "page", Title: "Page", Width: width, Number: true, OnPaper: true}
}

// turnTo is a name that leads to its page, and the number of that page.
func (c *composer) turnTo(id, name, says string) (first, page block.Cell) {
	first = cell(block.Run{Text: name, Bold: true, Link: c.link(pageID(id), says, block.OnScreen)})
	if number := c.link(pageID(id), says, block.PageNumber); number != nil {
		return first, cell(block.Run{Link: number})
	}
	return first, plain("–")
}

// ownerPages are the owners, a page each.
func (c *composer) ownerPages() []block.Block {
	pages := c.brief.OwnerPages
	var blocks []block.Block
	for _, o := range pages {
		blocks = append(blocks, block.Page{Alone: len(pages) == 1, Blocks: c.ownerPage(o, len(pages) == 1)})
	}
	return blocks
}

// ownerPage is one owner's: mine, late, next. Alone, its title is the paper's.
func (c *composer) ownerPage(o *report.OwnerPage, alone bool) []block.Block {
	level := 2
	var blocks []block.Block
	if !alone {
		level = 3
		h := c.pageHeading(o.ID, o.Name)
		c.enter(h.ID, o.Name, o.Name)
		blocks = append(blocks, block.Para{Runs: text(o.Place), As: block.Place}, h)
	}
	blocks = append(blocks, block.Para{Runs: text(o.Sentence), As: block.Statement})
	if len(o.Areas) > 0 {
		blocks = append(blocks, partHeading(level, o.AreasHeading), ownAreas(o.Name+": "+o.AreasHeading, o.Areas))
		if len(o.AreasNeed) > 0 {
			blocks = append(blocks, partHeading(level+1, o.AreasAsk), bullets(o.AreasNeed))
		}
	}
	blocks = append(blocks, figureStrip(o.Figures, 3)...)
	tables := c.ownerTables(o)
	for i, part := range o.Parts {
		blocks = append(blocks, partHeading(level, part.Heading))
		if len(part.Rows) == 0 {
			blocks = append(blocks, sentence(part.None))
			continue
		}
		blocks = append(blocks, c.kept(tables[i]))
	}
	blocks = append(blocks, c.pagePanels(level, "How we will know", o.Measures)...)
	for _, part := range []struct {
		heading string
		list    []string
	}{{"Findings behind these actions", o.Findings}, {"Decisions you act on", o.Decisions}, {"Risks you own", o.Risks}} {
		if len(part.list) > 0 {
			blocks = append(blocks, partHeading(level, part.heading), bullets(part.list))
		}
	}
	return blocks
}

// ownAreas are the areas that an owner answers for.
func ownAreas(caption string, areas []*report.Area) block.Table {
	t := newListing("areas", caption, "area",
		block.Column{Name: "area", Title: "Improvement area", Width: 50},
		block.Column{Name: "status", Title: "Status and reason", Width: 70},
		block.Column{Name: "done", Title: "Done", Width: 18},
		block.Column{Name: "next", Title: "Next date", Width: 32},
	)
	for _, a := range areas {
		t.add(block.Row{Continued: refAnd(a.Ref, "continued")},
			strong(refAnd(a.Ref, a.Name)),
			statusCell(tag(a.Status), reason(a)...),
			by(strconv.Itoa(1000*a.Done/max(1, a.Total)), plain(a.DoneWords)),
			nextDate(a.Next),
		)
	}
	return t.Table
}

// ownerTables are those of an owner's parts. Their columns stand under each other,
// and are as wide as makes for the fewest lines.
func (c *composer) ownerTables(o *report.OwnerPage) []*listing {
	named, due, status := 43.0, 30.0, 30.0
	for _, part := range o.Parts {
		for _, r := range part.Rows {
			if r.Action.ShortName == "" {
				named, due = 49, 24 // whole actions are longer than any date
			}
			status = max(status, c.tagWidth(inWords(r.Action.Status).Word))
		}
	}
	var tables []*listing
	for _, part := range o.Parts {
		tables = append(tables, c.ownerTable(o.Name+": "+part.Heading, part.Rows,
			block.Column{Name: "action", Title: "Action", Width: named},
			block.Column{Name: "due", Title: "Due", Width: due},
			block.Column{Name: "status", Title: "Status", Width: status},
			block.Column{Name: "needed", Title: o.Asks, Width: textWidth - named - due - status},
		))
	}
	if len(tables) > 0 {
		c.shareNames(tables, textWidth-due-status)
	}
	return tables
}

// tagWidth is how wide a tag of a table is with the space after it, within bounds past
// which its word goes on over a further line.
func (c *composer) tagWidth(word string) float64 {
	const beside, most, size = 8.3 + 2, 40.0, 10 / 8.5 // as a share of the ruler's type
	return min(c.wide(bold(word))*size+beside, most)
}

// shareNames shares so many mm among the names of actions and what is needed.
func (c *composer) shareNames(tables []*listing, shared float64) {
	const least, most, step = 36.0, 52.0, 2.0
	set := func(named float64) {
		for _, t := range tables {
			t.Columns[0].Width, t.Columns[3].Width = named, shared-named
		}
	}
	best, lowest := tables[0].Columns[0].Width, c.heightOf(tables)
	for named := least; named <= most; named += step {
		set(named)
		if high := c.heightOf(tables); high < lowest {
			best, lowest = named, high
		}
	}
	set(best)
}

// heightOf is how high the rows of tables are, in mm.
func (c *composer) heightOf(tables []*listing) float64 {
	sum := 0.0
	for _, t := range tables {
		for _, r := range t.Rows {
			most := 0.0
			for i, cell := range r.Cells {
				most = max(most, c.cellHeight(cell, t.Columns[i].Width, t.As))
			}
			sum += most
		}
	}
	return sum
}

func (c *composer) ownerTable(caption string, rows []report.OwnerRow, columns ...block.Column) *listing {
	t := newListing("owner", caption, "action", columns...)
	t.As = block.Roomy
	for _, r := range rows {
		t.add(block.Row{ID: c.claim(r.Action.ID), Continued: refAnd(r.Action.Ref, "continued")},
			strong(refAnd(r.Action.Ref, r.Action.Name)),
			dueOf(r),
			statusCell(tag(r.Action.Status)),
			plain(cmp.Or(r.Needed, "Nothing now")),
		)
	}
	return t
}

func dueOf(r report.OwnerRow) block.Cell {
	runs := []block.Run{{Text: r.Due, Bold: r.By.IsZero()}}
	if r.Review != "" {
		runs = append(runs, block.Run{Text: "\n" + r.Review})
	}
	if r.Late != "" {
		runs = append(runs, block.Run{Text: "\n" + r.Late, Bold: true})
	}
	if r.Moved != "" {
		runs = append(runs, block.Run{Text: "\n" + r.Moved})
	}
	return by(cmp.Or(r.By.String(), noDate), cell(runs...))
}

// visits is every visit, with the page to turn to.
func (c *composer) visits() []block.Block {
	if len(c.brief.Visits) == 0 {
		return nil
	}
	t := newListing("visits", c.now.Heading, "visit",
		block.Column{Name: "visit", Title: "Visit", Width: 58},
		block.Column{Name: "when", Title: "When", Width: 34},
		block.Column{Name: "findings", Title: "Findings", Width: 18, Number: true},
		block.Column{Name: "resolved", Title: "Resolved", Width: 18, Number: true},
		block.Column{Name: "done", Title: "Done", Width: 14, Number: true},
		block.Column{Name: "open", Title: "Open", Width: 14, Number: true},
		pageColumn(14),
	)
	turned := false // to a page of one
	for _, v := range c.brief.Visits {
		name, page := c.turnTo(v.ID, refAnd(v.Ref, v.Title), "Go to "+v.Title)
		turned = turned || c.known[pageID(v.ID)]
		if v.None != "" {
			name.Blocks = append(name.Blocks, block.Para{Runs: text(v.None)})
		}
		t.add(block.Row{Continued: v.Title + ", continued"},
			name, plain(cmp.Or(v.When, "date not stated")), count(v.Needing), count(v.Resolved), count(v.Done), count(v.Open), page)
	}
	if !turned {
		t.drop("page")
	}
	return []block.Block{c.kept(t)}
}

// visitPages are where the council stands on each letter. Of a visit without
// findings the table of visits says all that there is to say.
func (c *composer) visitPages() []block.Block {
	var blocks []block.Block
	alone := len(c.brief.Visits) == 1
	for _, v := range c.brief.Visits {
		if alone || v.None == "" || !c.says("visits") {
			blocks = append(blocks, block.Page{Alone: alone, Blocks: c.visitPage(v)})
		}
	}
	return blocks
}

func (c *composer) visitPage(v *report.VisitPosition) []block.Block {
	h := c.pageHeading(v.ID, v.Title)
	c.enter(h.ID, v.Title, v.Title+", "+v.When)
	blocks := []block.Block{h}
	if len(v.Lines) > 0 {
		blocks = append(blocks, terms(block.TitleLines, v.Lines))
	}
	blocks = append(blocks, block.Para{Runs: text(v.Sentence), As: block.Statement})
	for _, f := range v.Findings {
		blocks = append(blocks, block.Record{
			Heading: block.Heading{Level: 3, Size: block.GroupSize, Runs: text(f.Heading)},
			State:   f.State, Text: f.Text, Fields: terms(block.Fields, f.Lines),
		})
	}
	if len(v.Others) > 0 {
		blocks = append(blocks, partHeading(3, "Progress and strengths, which need no action"), bullets(v.Others))
	}
	return blocks
}

// actions is a record for each action, under its area.
func (c *composer) actions() []block.Block {
	if len(c.brief.Actions) == 0 {
		return nil
	}
	var blocks []block.Block
	for _, page := range c.brief.AreaPages {
		h := areaHeading(page.Area)
		h.ID = c.claim(pageID(page.ID))
		c.enter(h.ID, page.Ref, refAnd(page.Ref, page.Name))
		blocks = append(blocks, h)
		if len(page.AreaActions) == 0 {
			blocks = append(blocks, sentence(page.NoneWords()))
		}
		blocks = append(blocks, c.records(page.AreaActions, 4)...)
	}
	return append(blocks, c.unplaced(4)...)
}

// unplaced are the actions of no area, so that none goes missing.
func (c *composer) unplaced(level int) []block.Block {
	if len(c.brief.Unplaced) == 0 {
		return nil
	}
	h := groupHeading("Actions of no area that is in the plan")
	h.Level = level - 1
	return append([]block.Block{h}, c.records(c.brief.Unplaced, level)...)
}

// records are all that is recorded on actions; level is their headings'.
func (c *composer) records(actions []*report.ActionRecord, level int) []block.Block {
	var blocks []block.Block
	for _, a := range actions {
		status := tag(a.Status)
		blocks = append(blocks, block.Record{Heading: c.cardHeading(level, a.Action), Status: &status,
			Flags: strings.Join(a.Flags, ". "), Fields: terms(block.Fields, a.Lines)})
	}
	return blocks
}
