package briefing

import (
	"math"
	"slices"

	"actionplan/report"
	"actionplan/report/pdf"
	"actionplan/workbook"
)

// areas is the table of improvement areas: who answers, where each stands and
// why, what is done and what comes next. Areas keep the plan's order, so that
// members find them in the same place each time.
func (p *paper) areas() []pdf.Block {
	if len(p.brief.Areas) == 0 {
		return p.withIntro(sentence("This plan has no improvement areas yet."))
	}
	areas := p.areasInPaper()
	if len(areas) == 0 {
		return nil
	}
	t := denseTable("area",
		column{"area", pdf.Column{Width: 43, Title: pdf.Text("Improvement area")}},
		column{"owner", pdf.Column{Width: 33, Title: pdf.Text("Accountable owner")}},
		column{"status", pdf.Column{Width: 51, Title: pdf.Text("Status and reason")}},
		column{"done", pdf.Column{Width: 19, Title: pdf.Text("Done")}},
		column{"next", pdf.Column{Width: 24, Title: pdf.Text("Next date")}},
	)
	for _, a := range areas {
		t.add(pdf.Row{ID: p.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
			cell(bold(dense), p.areaName(a)...),
			cell(dense, owner(a)...),
			statusAndReason(a),
			p.done(a),
			cell(dense, nextDate(a.Next)...),
		)
	}
	blocks := p.withIntro(append([]pdf.Block{t.keeping(p.now)}, p.noArea()...)...)
	if runs := p.shapesUsed(); len(runs) > 0 && p.now.Keeps("done") {
		blocks = append(blocks, pdf.Para{Runs: runs, Style: dense, Before: 1.5, After: 2})
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
func (p *paper) noArea() []pdf.Block {
	if p.brief.NoArea == "" || len(p.areasInPaper()) < len(p.brief.Areas) {
		return nil
	}
	return []pdf.Block{note(p.brief.NoArea)}
}

// areaName leads to the page on the area, where the paper has one.
func (p *paper) areaName(a *report.Area) []pdf.Run {
	name := refAnd(a.Ref, a.Name)
	if p.PageOf(pageID(a.ID)) == 0 {
		return []pdf.Run{{Text: name}}
	}
	return []pdf.Run{{Text: name + ", "}, p.pageLink(pageID(a.ID), "Go to area "+name)}
}

// owner is who answers for an area. One in the exempt part is left out on
// purpose, which is no gap.
func owner(a *report.Area) []pdf.Run {
	if a.Exempt && a.Owner == "" {
		return pdf.Text("In the exempt part")
	}
	return orMissing(a.Owner, "No owner")
}

func statusAndReason(a *report.Area) []pdf.Block {
	t := tag(a.Status)
	t.After = 1
	blocks := []pdf.Block{t}
	if a.FromActions {
		blocks = append(blocks, pdf.Words(dense, "(from its actions)"))
	}
	if a.Reason != "" || !a.Exempt {
		runs := orMissing(a.Reason, "No reason given")
		if a.UpdatedWords != "" {
			runs = append(orMissing(a.ReasonSentence(), "No reason given."), pdf.Run{Text: " " + a.UpdatedWords + ".", Color: &muted})
		}
		blocks = append(blocks, pdf.Para{Runs: runs, Style: dense})
	}
	if a.Disagreement != "" {
		blocks = append(blocks, pdf.Para{Runs: pdf.Text(a.Disagreement), Style: bold(dense)})
	}
	return blocks
}

const (
	marksPerLine = 3
	markStep     = 5.6
	markLine     = 5.0
)

// done is how many actions are, and a shape for each action.
func (p *paper) done(a *report.Area) []pdf.Block {
	style := dense
	style.Bold = a.NoActions
	blocks := []pdf.Block{pdf.Para{Runs: pdf.Text(a.DoneWords), Style: style, After: 1.2}}
	if !p.brief.ShowShapes || len(a.Marks) == 0 {
		return blocks
	}
	lines := math.Ceil(float64(len(a.Marks)) / marksPerLine)
	return append(blocks, pdf.Figure{Alt: a.MarksAlt, W: 17, H: lines * markLine, Draw: func(c *pdf.Canvas) {
		for i, m := range a.Marks {
			x := 0.2 + markStep*float64(i%marksPerLine)
			y := markLine * float64(i/marksPerLine)
			drawMark(c, m.Meaning, x, y)
		}
	}})
}

// drawMark draws an action's shape; one whose status is not known is a dash, so
// that no action goes missing from the row.
func drawMark(c *pdf.Canvas, m workbook.Meaning, x, y float64) {
	if shapes[m] == nil {
		c.Line(x, y+shapeInAreas/2, x+shapeInAreas, y+shapeInAreas/2, pdf.Stroke{Width: 0.5, Color: ink})
		return
	}
	drawShape(c, m, x, y, shapeInAreas, ink, white)
}

func nextDate(n report.Next) []pdf.Run {
	if n.Date.IsZero() {
		return pdf.Text(orWord(n.What, "None"))
	}
	var runs []pdf.Run
	if n.Overdue {
		runs = append(runs, pdf.Bold("Overdue\n"))
	}
	runs = append(runs, pdf.Run{Text: n.Date.Short()})
	if n.What != "" {
		runs = append(runs, pdf.Run{Text: "\n" + n.What})
	}
	return runs
}

// shapesUsed is the line below the table, with the shapes that it shows.
func (p *paper) shapesUsed() []pdf.Run {
	if !p.brief.ShowShapes || p.brief.AreasNote == "" {
		return nil
	}
	var runs []pdf.Run
	for _, m := range append(slices.Clone(workbook.Meanings), workbook.MeaningUnknown) {
		if !p.marked(m) {
			continue
		}
		if m == workbook.MeaningUnknown {
			runs = append(runs, pdf.Run{Text: "–\u00a0" + m.String() + "  "})
			continue
		}
		runs = append(runs, inlineShape(m), pdf.Run{Text: m.String() + "  "})
	}
	if len(runs) == 0 {
		return nil
	}
	return append(pdf.Text(p.brief.AreasNote+"  "), runs...)
}

func (p *paper) marked(m workbook.Meaning) bool {
	for _, a := range p.brief.Areas {
		if slices.ContainsFunc(a.Marks, func(mark report.Mark) bool { return mark.Meaning == m }) {
			return true
		}
	}
	return false
}
