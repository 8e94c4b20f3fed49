package briefing

import (
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
)

// A record is everything on one action or finding in a block of its own: a
// table would need 21 columns.
type record struct {
	heading tagged.Block
	aside   tagged.Block // at the right of the heading
	width   float64      // of aside
	flags   string       // in bold below the heading
	text    string
	lines   []report.Line // an empty text is a gap, and printed as one
}

func (p *paper) record(r record) tagged.Block {
	const above = 2.0 // the rule's top to the heading
	blocks := []tagged.Block{
		tagged.Drawn{H: above, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, textWidth, 0.5, ink) }},
		tagged.Columns{Gap: 4, After: 1, Cells: []tagged.Col{
			{Width: textWidth - r.width - 4, Blocks: []tagged.Block{r.heading}},
			{Width: r.width, Blocks: []tagged.Block{r.aside}},
		}},
	}
	if r.flags != "" {
		blocks = append(blocks, tagged.Para{Runs: []tagged.Run{tagged.Bold(r.flags)}, Style: fields, After: 0.6, Width: readWidth})
	}
	if r.text != "" {
		blocks = append(blocks, tagged.Para{Runs: tagged.Text(r.text), Style: fields, After: 1, Width: readWidth})
	}
	return tagged.Box{Before: 3.5, After: 2, Blocks: append(blocks, gapTerms(r.lines))}
}

// addRecord puts a record, with the heading that it is the first under. One of
// usual length stays whole; a longer one begins where much of it has room.
func (p *paper) addRecord(blocks ...tagged.Block) {
	const usual, much, spaceBefore = 100.0, 60.0, 6.0
	high, room := p.Measure(textWidth, blocks...), p.Room()-spaceBefore
	if high > room && (high <= usual || room < much) && !p.atHead() {
		p.NewPage()
	}
	p.Add(blocks...)
}

// gapTerms are lines of a term and what it says; one without text says so in
// bold.
func gapTerms(lines []report.Line) tagged.List {
	list := tagged.List{Numbering: "None", Style: bold(fields), LabelWidth: 27, Gap: 3, Between: 0.6}
	for _, line := range lines {
		missing := notGiven
		if line.Term == "Owner" {
			missing = "No owner"
		}
		item := tagged.Item{Label: tagged.Text(line.Term)}
		for _, text := range strings.Split(line.Text, "\n") {
			item.Body = append(item.Body, tagged.Para{Runs: orMissing(text, missing), Style: fields, After: 0.6, Width: readWidth})
		}
		list.Items = append(list.Items, item)
	}
	return list
}

// actionRecord is one action; level is its heading's.
func (p *paper) actionRecord(a *report.ActionRecord, level int) tagged.Block {
	return p.record(record{
		heading: tagged.Heading{Level: level, Runs: tagged.Text(refAnd(a.Ref, a.Name)), Style: h3Card, ID: p.claim(a.ID)},
		aside:   tag(a.Status),
		width:   p.tagWidthOf(a.Status),
		flags:   strings.Join(a.Flags, ". "),
		lines:   a.Lines,
	})
}

// actions is a record for each action, under its area. It says whether there
// are any.
func (p *paper) actions() bool {
	if len(p.brief.Actions) == 0 {
		return false
	}
	if p.Room() < scantRoom {
		p.NewPage()
	}
	p.Add(p.withIntro()...)
	for _, page := range p.brief.AreaPages {
		h := areaHeading(page.Area).(tagged.Heading)
		h.Before, h.ID = 6, p.claim(pageID(page.ID))
		if len(page.AreaActions) == 0 {
			p.Add(h, sentence(page.NoneWords()))
			continue
		}
		p.addRecords(h, page.AreaActions, 4)
	}
	p.addUnplaced(4)
	return true
}

// addUnplaced prints the actions of no area, so that none goes missing.
func (p *paper) addUnplaced(level int) {
	if len(p.brief.Unplaced) == 0 {
		return
	}
	h := tagged.Heading{Level: level - 1, Runs: tagged.Text("Actions of no area that is in the plan"), Style: h3Card, Before: 6, After: 1}
	p.addRecords(h, p.brief.Unplaced, level)
}

// addRecords puts actions under their heading.
func (p *paper) addRecords(heading tagged.Block, actions []*report.ActionRecord, level int) {
	for i, a := range actions {
		if i == 0 {
			p.addRecord(heading, p.actionRecord(a, level))
			continue
		}
		p.addRecord(p.actionRecord(a, level))
	}
}
