package paper

import (
	"cmp"
	"slices"
	"strconv"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook"
	"actionplan/workbook/words"
)

const noAreas = "This plan has no improvement areas yet."

// mostApart is how many areas stand well apart; more are closer, so that they are
// on few pages.
const mostApart = 6

// areas is the table of improvement areas: who answers, where each stands and
// why, what is done and what comes next. Areas keep the plan's order, so that
// members find them in the same place each time.
func (c *composer) areas() []block.Block {
	if len(c.brief.Areas) == 0 {
		return []block.Block{sentence(noAreas)}
	}
	areas := c.areasInPaper()
	if len(areas) == 0 {
		return nil
	}
	t := newListing("areas", c.now.Heading, "area",
		block.Column{Name: "area", Title: "Improvement area", Width: 43},
		block.Column{Name: "owner", Title: "Accountable owner", Width: 33},
		block.Column{Name: "status", Title: "Status and reason", Width: 51},
		block.Column{Name: "done", Title: "Done", Width: 19},
		block.Column{Name: "next", Title: "Next date", Width: 24},
		block.Column{Name: "known", Title: "How we know", Width: 51},
		block.Column{Name: "outcome", Title: "For children", Width: 0},
	)
	if len(areas) > mostApart {
		t.As = block.Strip
	}
	for _, a := range areas {
		name := refAnd(a.Ref, a.Name)
		t.add(block.Row{ID: c.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
			by(name, cell(block.Run{Text: name, Bold: true, Link: c.link(pageID(a.ID), "Go to area "+name, block.InText)})),
			cell(owner(a)...),
			statusCell(tag(a.Status), reason(a)...),
			by(strconv.Itoa(1000*a.Done/max(1, a.Total)), holds(c.done(a)...)),
			nextDate(a.Next),
			known(a),
			outcome(a),
		)
	}
	if c.now.Columns == nil { // with all others there is no room for them
		t.drop("known")
		t.drop("outcome")
	}
	c.kept(t)
	t.fold("outcome", "area", "Area and outcome")
	made := t.Table
	for i := range made.Columns { // reasons and what is known are the longest
		switch name := made.Columns[i].Name; {
		case t.index("owner") >= 0:
		case name == "status", name == "known":
			made.Columns[i].Width += 20
		case name == "area" && c.now.Keeps("outcome"):
			made.Columns[i].Width += 17
		}
	}
	fill(made.Columns)
	if len(made.Columns) == 3 {
		c.balance(made)
	}
	blocks := append([]block.Block{made}, c.noArea()...)
	if c.now.Keeps("done") {
		blocks = append(blocks, c.shapesUsed(areas)...)
	}
	return blocks
}

// outcome is what an area is for: the difference that children will see.
func outcome(a *report.Area) block.Cell {
	if a.Exempt && a.Outcome == "" {
		return holds()
	}
	return given(a.Outcome, "No outcome for children given")
}

// known is how anybody knows: what is done and who checked it, then the measure.
func known(a *report.Area) block.Cell {
	made := given(a.Known, notGiven)
	if a.MeasureKnown != "" {
		made.Blocks = append(made.Blocks, block.Para{Runs: text(a.MeasureKnown)})
	}
	return made
}

// areasInPaper are those that a table of areas lists: all, or in a paper that
// is about some of them, those; none where it is about one.
func (c *composer) areasInPaper() []*report.Area {
	pages := c.brief.AreaPages
	if len(pages) == 0 || len(pages) == len(c.brief.Areas) || !c.says("area-pages") {
		return c.brief.Areas
	}
	if len(pages) == 1 {
		return nil
	}
	var areas []*report.Area
	for _, page := range pages {
		areas = append(areas, page.Area)
	}
	return areas
}

// noArea is the line on actions that are in none of the areas above it.
func (c *composer) noArea() []block.Block {
	if len(c.areasInPaper()) < len(c.brief.Areas) {
		return nil
	}
	return notes(c.brief.NoArea)
}

// owner is who answers for an area. One in the exempt part is left out on
// purpose, which is no gap.
func owner(a *report.Area) []block.Run {
	if a.Exempt && a.Owner == "" {
		return text("In the exempt part")
	}
	return orMissing(a.Owner, "No owner")
}

// reason is why an area has its status, and where its actions disagree.
func reason(a *report.Area) []block.Block {
	var blocks []block.Block
	if a.FromActions {
		blocks = append(blocks, fromActions)
	}
	if a.Reason != "" || !a.Exempt {
		runs := orMissing(a.Reason, "No reason given")
		if a.UpdatedWords != "" {
			runs = append(orMissing(a.ReasonSentence(), "No reason given."), block.Run{Text: " " + a.UpdatedWords + ".", Quiet: true})
		}
		blocks = append(blocks, block.Para{Runs: runs})
	}
	return append(blocks, disagreement(a)...)
}

var fromActions = block.Para{Runs: text("(from its actions)")}

// done is how many actions are, and a shape for each action.
func (c *composer) done(a *report.Area) []block.Block {
	blocks := []block.Block{block.Para{Runs: []block.Run{{Text: a.DoneWords, Bold: a.NoActions}}}}
	if !c.brief.ShowShapes || len(a.Marks) == 0 {
		return blocks
	}
	marks := block.Marks{Alt: a.MarksAlt}
	for _, m := range a.Marks {
		marks.Looks = append(marks.Looks, look(m.Meaning))
	}
	return append(blocks, marks)
}

// noDate sorts after every date.
const noDate = "9999"

func nextDate(n report.Next) block.Cell {
	if n.Date.IsZero() {
		return by(noDate, plain(cmp.Or(n.What, "None")))
	}
	var runs []block.Run
	if n.Overdue {
		runs = append(runs, block.Run{Text: "Overdue\n", Bold: true})
	}
	runs = append(runs, day(n.Date))
	if n.What != "" {
		runs = append(runs, block.Run{Text: "\n" + n.Says()})
	}
	return by(n.Date.String(), cell(runs...))
}

// withoutText is a next date where there is no room for what an action is to do.
func withoutText(n report.Next) report.Next {
	n.Text = ""
	return n
}

// day is a date in a table.
func day(d workbook.Date) block.Run { return block.Run{Text: d.Short(), Day: d.String()} }

// shapesUsed is the line below the table, with the shapes that it shows.
func (c *composer) shapesUsed(areas []*report.Area) []block.Block {
	if !c.brief.ShowShapes || c.brief.AreasNote == "" {
		return nil
	}
	runs := text(c.brief.AreasNote + " ")
	for _, m := range meanings() {
		if !marked(areas, m) {
			continue
		}
		shape := shapeOf(m)
		if shape == nil {
			shape = text("–\u00a0")
		}
		if len(runs) > 1 {
			runs = append(runs, block.Run{Text: ", "})
		}
		runs = append(append(runs, shape...), block.Run{Text: c.usersWords(m)})
	}
	if len(runs) == 1 {
		return nil
	}
	runs = append(runs, block.Run{Text: "."})
	return []block.Block{block.Para{Runs: runs, As: block.Note}}
}

// usersWords are the plan's own words for a meaning, ours where it has none.
func (c *composer) usersWords(m workbook.Meaning) string {
	var own []string
	for _, r := range c.brief.Status.Rows {
		if r.Status.Meaning == m && r.Now > 0 {
			own = append(own, r.Status.Word)
		}
	}
	if len(own) == 0 {
		return m.String()
	}
	return words.Or(own)
}

func marked(areas []*report.Area, m workbook.Meaning) bool {
	return slices.ContainsFunc(areas, func(a *report.Area) bool {
		return slices.ContainsFunc(a.Marks, func(mark report.Mark) bool { return mark.Meaning == m })
	})
}
