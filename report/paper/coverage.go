package paper

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

// coverage says whether every finding has an action; those without come first.
func (c *composer) coverage() []block.Block {
	cov := c.brief.Coverage
	var blocks []block.Block
	switch {
	case len(cov.Rows) > groupPast:
		widths := c.coverageWidths(cov.Rows)
		c.statesApart = widths != nil && c.statesCost(cov.Rows, widths)
		blocks = c.coverageByArea(cov.Rows, widths)
		if c.statesApart {
			blocks = append(blocks, note("Raised is when a visit first raised it."))
		}
	case len(cov.Rows) > 0:
		blocks = append(blocks, c.coverageTable(c.now.Heading, cov.Rows, "", c.coverageWidths(cov.Rows)))
	}
	return append(blocks, notes(cov.Others)...)
}

// findings is the same in numbers: areas by visits.
func (c *composer) findings() []block.Block {
	m := c.brief.Coverage.Matrix
	if len(m.Rows) == 0 {
		return nil
	}
	const each = 9.0
	counted := []block.Column{
		{Name: "all", Title: "All", Width: 8, Number: true},
		{Name: "again", Title: "Raised before", Width: 14, Number: true},
		{Name: "answered", Title: "With an action", Width: 15, Number: true},
		{Name: "done", Title: "All done, not resolved", Width: 18, Number: true},
		{Name: "resolved", Title: "Resolved", Width: 18, Number: true},
	}
	columns := []block.Column{{Name: "area", Title: "Improvement area", Width: 97 - each*float64(len(m.Visits))}}
	for i, v := range m.Visits {
		columns = append(columns, block.Column{Name: "visit-" + strconv.Itoa(i+1), Title: v, Width: each, Number: true})
	}
	t := newListing("findings", c.now.Heading, "area", append(columns, counted...)...)
	t.As, t.Sorts = block.Strip, false
	for _, r := range m.Rows {
		cells := []block.Cell{strong(r.Name)}
		for _, n := range append(slices.Clone(r.ByVisit), r.All, r.Again, r.Answered, r.Done, r.Resolved) {
			cells = append(cells, count(n))
		}
		t.add(block.Row{Continued: r.Name + ", continued"}, cells...)
	}
	return append([]block.Block{t.Table}, notes(m.Note)...)
}

// groupPast is how many rows a table may have before each area gets its own.
const groupPast = 40

// coverageByArea is a table for each area, after those that have no answer. A
// finding of several areas stands under the first.
func (c *composer) coverageByArea(rows []report.Finding, widths []float64) []block.Block {
	var open, unread, other []report.Finding
	byArea := map[string][]report.Finding{}
	for _, f := range rows {
		switch {
		case !f.Answered:
			open = append(open, f)
		case f.AreasTyped != "":
			unread = append(unread, f)
		case len(f.AreaRefs) == 0 || !c.hasArea(f.AreaRefs[0]):
			other = append(other, f)
		default:
			byArea[f.AreaRefs[0]] = append(byArea[f.AreaRefs[0]], f)
		}
	}
	var blocks []block.Block
	group := func(heading string, rows []report.Finding) {
		if len(rows) > 0 {
			blocks = append(blocks, groupHeading(heading))
			blocks = append(append(blocks, c.statesOf(rows)...), c.coverageTable(heading, rows, "", widths))
		}
	}
	group("Without an action", open)
	for _, a := range c.brief.Areas {
		if rows := byArea[a.Ref]; len(rows) > 0 {
			blocks = append(blocks, areaHeading(a))
			blocks = append(append(blocks, c.statesOf(rows)...), c.coverageTable(refAnd(a.Ref, a.Name), rows, a.Ref, widths))
			delete(byArea, a.Ref) // where two areas have one ref
		}
	}
	group("Areas not readable", unread)
	group("In no area of the plan", other)
	return blocks
}

// areaHeading is an area with its status, which its rows then need not repeat.
func areaHeading(a *report.Area) block.Heading {
	name := refAnd(a.Ref, a.Name)
	runs := append(text(name+":  "), shapeOf(a.Status.Meaning)...)
	return block.Heading{Level: 3, Size: block.GroupSize, Bookmark: name, Runs: append(runs, block.Run{Text: inWords(a.Status).Word})}
}

func (c *composer) hasArea(ref string) bool {
	return slices.ContainsFunc(c.brief.Areas, func(a *report.Area) bool { return a.Ref == ref })
}

// refBold is a ref in bold before its text.
func refBold(ref, s string) []block.Run {
	if ref == "" {
		return text(s)
	}
	return []block.Run{{Text: ref + " ", Bold: true}, {Text: s}}
}

// coverageTable lists findings, within the area of that ref or, without one, of any.
func (c *composer) coverageTable(caption string, rows []report.Finding, inArea string, widths []float64) block.Table {
	t := coverageOf(caption, rows)
	t.widen("finding", widths)
	if c.statesApart {
		t.give("state", "finding")
		t.Columns[t.index("raised")].Title = "Raised" // on one line, as the rows are
	}
	if inArea != "" {
		t.inOneArea(inArea, rows)
	}
	return c.kept(t)
}

// coverageWidths are how wide the columns beside the finding's text need to be, the
// same for each area: a finding is sentences, and what is short leaves it the room
// to stand on one line. nil where the type is not that of an annex.
func (c *composer) coverageWidths(rows []report.Finding) []float64 {
	if !c.now.Annex {
		return nil
	}
	return c.widthsOf(coverageOf("", rows), map[string]float64{"state": 25, "actions": 46, "status": 29, "raised": 29})
}

// statesCost says whether a long list of findings would be clearly higher with a column
// for where each stands.
func (c *composer) statesCost(rows []report.Finding, widths []float64) bool {
	t := coverageOf("", rows)
	t.As = block.Lines
	t.widen("finding", widths)
	t.give("area", "finding")
	t.give("status", "finding")
	with := c.heightOf([]*listing{t})
	t.give("state", "finding")
	return with > 1.08*c.heightOf([]*listing{t})
}

// statesOf names the findings of a list by where they stand, but for those of the state
// that most have: "Not started: F25, F2. Others: under way.", for lists that have no
// column for it.
func (c *composer) statesOf(rows []report.Finding) []block.Block {
	if !c.statesApart {
		return nil
	}
	var states []string
	refs := map[string][]string{}
	for _, f := range rows {
		if refs[f.State] == nil {
			states = append(states, f.State)
		}
		refs[f.State] = append(refs[f.State], cmp.Or(f.Ref, "one without a ref"))
	}
	most := slices.MaxFunc(states, func(a, b string) int { return len(refs[a]) - len(refs[b]) })
	if len(states) == 1 {
		if !rows[0].Answered {
			return nil // its heading has said so
		}
		return notes("All: " + words.LowerFirst(most) + ".")
	}
	var said []string
	for _, state := range states {
		if state != most {
			said = append(said, state+": "+strings.Join(refs[state], ", ")+".")
		}
	}
	return notes(strings.Join(said, " ") + " Others: " + words.LowerFirst(most) + ".")
}

// inOneArea leaves out what the heading above says of every row, the area and
// its status; a finding says which other areas it is of.
func (t *listing) inOneArea(ref string, rows []report.Finding) {
	for i, f := range rows {
		others := slices.DeleteFunc(slices.Clone(f.AreaRefs), func(r string) bool { return words.Fold(r) == words.Fold(ref) })
		if len(others) > 0 {
			cell := &t.Rows[i].Cells[t.index("finding")]
			cell.Blocks = append(cell.Blocks, block.Para{Runs: text("Also in " + words.And(others) + ".")})
		}
	}
	t.Within = "area " + ref
	t.give("area", "finding")
	t.give("status", "finding")
}

func coverageOf(caption string, rows []report.Finding) *listing {
	t := newListing("coverage", caption, "finding",
		block.Column{Name: "finding", Title: "Finding", Width: 64},
		block.Column{Name: "state", Title: "Where it stands", Width: 25},
		block.Column{Name: "area", Title: "Area", Width: 12},
		block.Column{Name: "actions", Title: "Actions", Width: 22},
		block.Column{Name: "status", Title: "Area status", Width: 25},
		block.Column{Name: "raised", Title: "First raised", Width: 22},
	)
	for _, f := range rows {
		t.add(block.Row{Continued: refAnd(f.Ref, "continued")},
			findingCell(f),
			plain(cmp.Or(f.State, "Not known")),
			areaRefs(f),
			answers(f),
			areaStatuses(f),
			given(f.RaisedShort, "Date not stated"),
		)
	}
	return t
}

// findingCell is a finding in whole sentences, which are too much for bold, and
// the visit that called it resolved.
func findingCell(f report.Finding) block.Cell {
	made := cell(refBold(f.Ref, f.Text)...)
	if fate := cmp.Or(f.Resolved, f.Reopened); fate != "" {
		made.Blocks = append(made.Blocks, block.Para{Runs: bold(fate)})
	}
	return made
}

// answers are the actions that answer a finding. A table sorts it by how many.
func answers(f report.Finding) block.Cell {
	if f.ByArea {
		return by("0", strong("By area only"))
	}
	if !f.Answered {
		return by("0", strong("None"))
	}
	return by(strconv.Itoa(len(f.Actions)), plain(f.AnsweredBy()))
}

// areaRefs are a finding's areas, or its cell as it stands where not all of
// it could be read.
func areaRefs(f report.Finding) block.Cell {
	if f.AreasTyped != "" {
		return plain(f.AreasTyped)
	}
	return given(strings.Join(f.AreaRefs, ", "), "None")
}

func areaStatuses(f report.Finding) block.Cell {
	var blocks []block.Block
	for _, s := range f.AreaStatus {
		blocks = append(blocks, inWords(s))
	}
	switch {
	case f.AreasSay != "":
		blocks = append(blocks, block.Para{Runs: bold(f.AreasSay)})
	case len(blocks) == 0:
		return plain("No area")
	}
	made := holds(blocks...)
	if len(f.AreaStatus) > 0 {
		made.Sort = strconv.Itoa(look(f.AreaStatus[0].Meaning).Order)
	}
	return made
}
