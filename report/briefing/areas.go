package briefing

import (
	"math"
	"slices"

	"actionplan/report"
	"actionplan/report/tagged"
	"actionplan/workbook"
)

// areas is the table of improvement areas: who answers, where each stands and
// why, what is done and what comes next. Areas keep the plan's order, so that
// members find them in the same place each time.
func (p *paper) areas() []tagged.Block {
	if len(p.brief.Areas) == 0 {
		return p.withIntro(sentence("This plan has no improvement areas yet."))
	}
	areas := p.areasInPaper()
	if len(areas) == 0 {
		return nil
	}
	t := denseTable("area",
		column{"area", tagged.Column{Width: 43, Title: tagged.Text("Improvement area")}},
		column{"owner", tagged.Column{Width: 33, Title: tagged.Text("Accountable owner")}},
		column{"status", tagged.Column{Width: 51, Title: tagged.Text("Status and reason")}},
		column{"done", tagged.Column{Width: 19, Title: tagged.Text("Done")}},
		column{"next", tagged.Column{Width: 24, Title: tagged.Text("Next date")}},
	)
	for _, a := range areas {
		t.add(tagged.Row{ID: p.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
			cell(bold(dense), p.areaName(a)...),
			cell(dense, owner(a)...),
			statusAndReason(a),
			p.done(a),
			cell(dense, nextDate(a.Next)...),
		)
	}
	blocks := p.withIntro(append([]tagged.Block{t.keeping(p.now)}, p.noArea()...)...)
	if runs := p.shapesUsed(); len(runs) > 0 && p.now.Keeps("done") {
		blocks = append(blocks, tagged.Para{Runs: runs, Style: dense, Before: 1.5, After: 2})
	}
	return blocks
}

// areasInPaper are those that a table of areas lists: all, or in a paper that
// is about some of them, those; none where it is about one.
func (p *paper) areasInPaper() []*report.Area {
	pages := p.brief.AreaPages
	some := len(pages) > 0 && len(pages) < len(p.brief.Areas)
	if !some || !slices.ContainsFunc(p.layout.Sections, func(s report.Section) bool { return s.Kind == "area-pages" }) {
		return p.brief.Areas
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
func (p *paper) noArea() []tagged.Block {
	if p.brief.NoArea == "" || len(p.areasInPaper()) < len(p.brief.Areas) {
		return nil
	}
	return []tagged.Block{note(p.brief.NoArea)}
}

// areaName leads to the page on the area, where the paper has one.
func (p *paper) areaName(a *report.Area) []tagged.Run {
	name := refAnd(a.Ref, a.Name)
	if p.PageOf(pageID(a.ID)) == 0 {
		return []tagged.Run{{Text: name}}
	}
	return []tagged.Run{{Text: name + ", "}, p.pageLink(pageID(a.ID), "Go to area "+name)}
}

// owner is who answers for an area. One in the exempt part is left out on
// purpose, which is no gap.
func owner(a *report.Area) []tagged.Run {
	if a.Exempt && a.Owner == "" {
		return tagged.Text("In the exempt part")
	}
	return orMissing(a.Owner, "No owner")
}

func statusAndReason(a *report.Area) []tagged.Block {
	t := tag(a.Status)
	t.After = 1
	blocks := []tagged.Block{t}
	if a.FromActions {
		blocks = append(blocks, tagged.Words(dense, "(from its actions)"))
	}
	if a.Reason != "" || !a.Exempt {
		runs := orMissing(a.Reason, "No reason given")
		if a.UpdatedWords != "" {
			runs = append(orMissing(a.ReasonSentence(), "No reason given."), tagged.Run{Text: " " + a.UpdatedWords + ".", Color: &muted})
		}
		blocks = append(blocks, tagged.Para{Runs: runs, Style: dense})
	}
	if a.Disagreement != "" {
		blocks = append(blocks, tagged.Para{Runs: tagged.Text(a.Disagreement), Style: bold(dense)})
	}
	return blocks
}

const (
	marksPerLine = 3
	markStep     = 5.6
	markLine     = 5.0
)

// done is how many actions are, and a shape for each action.
func (p *paper) done(a *report.Area) []tagged.Block {
	style := dense
	style.Bold = a.NoActions
	blocks := []tagged.Block{tagged.Para{Runs: tagged.Text(a.DoneWords), Style: style, After: 1.2}}
	if !p.brief.ShowShapes || len(a.Marks) == 0 {
		return blocks
	}
	lines := math.Ceil(float64(len(a.Marks)) / marksPerLine)
	return append(blocks, tagged.Figure{Alt: a.MarksAlt, W: 17, H: lines * markLine, Draw: func(c *tagged.Canvas) {
		for i, m := range a.Marks {
			x := 0.2 + markStep*float64(i%marksPerLine)
			y := markLine * float64(i/marksPerLine)
			drawMark(c, m.Meaning, x, y)
		}
	}})
}

// drawMark draws an action's shape; one whose status is not known is a dash, so
// that no action goes missing from the row.
func drawMark(c *tagged.Canvas, m workbook.Meaning, x, y float64) {
	if shapes[m] == nil {
		c.Line(x, y+shapeInAreas/2, x+shapeInAreas, y+shapeInAreas/2, tagged.Stroke{Width: 0.5, Color: ink})
		return
	}
	drawShape(c, m, x, y, shapeInAreas, ink, white)
}

func nextDate(n report.Next) []tagged.Run {
	if n.Date.IsZero() {
		return tagged.Text(orWord(n.What, "None"))
	}
	var runs []tagged.Run
	if n.Overdue {
		runs = append(runs, tagged.Bold("Overdue\n"))
	}
	runs = append(runs, tagged.Run{Text: n.Date.Short()})
	if n.What != "" {
		runs = append(runs, tagged.Run{Text: "\n" + n.What})
	}
	return runs
}

// shapesUsed is the line below the table, with the shapes that it shows.
func (p *paper) shapesUsed() []tagged.Run {
	if !p.brief.ShowShapes || p.brief.AreasNote == "" {
		return nil
	}
	var runs []tagged.Run
	for _, m := range append(slices.Clone(workbook.Meanings), workbook.MeaningUnknown) {
		if !p.marked(m) {
			continue
		}
		if m == workbook.MeaningUnknown {
			runs = append(runs, tagged.Run{Text: "–\u00a0" + m.String() + "  "})
			continue
		}
		runs = append(runs, inlineShape(m), tagged.Run{Text: m.String() + "  "})
	}
	if len(runs) == 0 {
		return nil
	}
	return append(tagged.Text(p.brief.AreasNote+"  "), runs...)
}

func (p *paper) marked(m workbook.Meaning) bool {
	for _, a := range p.brief.Areas {
		if slices.ContainsFunc(a.Marks, func(mark report.Mark) bool { return mark.Meaning == m }) {
			return true
		}
	}
	return false
}
