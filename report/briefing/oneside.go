package briefing

import (
	"math"
	"sort"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
)

// A fit is what a paper of one side leaves out to stay on it. The zero value
// leaves nothing out. Type never shrinks and no name is cut.
type fit struct {
	measures  int // at most so many; 0 is all
	noOutcome bool
	noNext    bool
	areas     areasAs
	refs      int // at most so many of a status; 0 is all
	noMeasure bool
}

// areasAs is how the areas are shown.
type areasAs int

const (
	areasInRows    areasAs = iota
	areasInColumns         // ref, name and tag, two to a row
	areasInLines           // refs only, a line for each status
)

// fits are the ways to make room, in the order in which they are tried: fewer
// measures first, then less on each area.
func fits() []fit {
	var all []fit
	for _, areas := range []fit{{}, {noOutcome: true}, {noOutcome: true, noNext: true}, {areas: areasInColumns}, {areas: areasInLines}} {
		for _, measures := range []int{0, 4, 2} {
			areas.measures = measures
			all = append(all, areas)
		}
	}
	return all
}

// belowHeading is the room that a heading asks for below it on its page.
const belowHeading = 26

// drawOneSide draws the paper with as little left out as its one side allows.
func (p *paper) drawOneSide() {
	room := p.Room()
	var blocks []tagged.Block
	fitting := func(f fit) bool {
		p.fit, p.claimed = f, map[string]bool{}
		blocks = p.title()
		lastHeading := 0
		for _, s := range p.layout.Sections {
			section := p.section(s)
			if len(section) > 0 {
				lastHeading = len(blocks)
			}
			blocks = append(blocks, section...)
		}
		return p.Measure(textWidth, blocks...) <= room && p.Measure(textWidth, blocks[:lastHeading+1]...)+belowHeading <= room
	}
	for _, f := range fits() {
		if fitting(f) {
			p.Add(blocks...)
			return
		}
	}
	// What is past the last line is counted: the most refs that still fit.
	least := fit{measures: 2, areas: areasInLines, refs: 1}
	if !fitting(least) {
		least.noMeasure = true
	}
	n := sort.Search(len(p.brief.Areas), func(n int) bool {
		more := least
		more.refs = n + 2
		return !fitting(more)
	})
	least.refs = n + 1
	fitting(least)
	p.Add(blocks...)
}

// bar is the plan's actions by status without a heading.
func (p *paper) bar() []tagged.Block {
	s := p.brief.Status
	if len(s.Now) == 0 {
		return nil
	}
	s.Then = nil
	return statusBar(s)
}

// outcomes is the areas in short: what will be different, where each stands.
func (p *paper) outcomes() []tagged.Block {
	if len(p.brief.Areas) == 0 {
		return p.withIntro(sentence("This plan has no improvement areas yet."))
	}
	if p.fit.noOutcome || p.fit.areas != areasInRows {
		p.now.Heading = report.AreasHeading
	}
	switch p.fit.areas {
	case areasInColumns:
		return p.withIntro(append([]tagged.Block{p.areasInColumns()}, p.noArea()...)...)
	case areasInLines:
		return p.withIntro(append([]tagged.Block{p.areasInLines()}, p.noArea()...)...)
	}
	t := denseTable("area",
		column{"area", tagged.Column{Width: 62, Title: tagged.Text("Area and accountable owner")}},
		column{"outcome", tagged.Column{Width: 43, Title: tagged.Text("Outcome for children")}},
		column{"status", tagged.Column{Width: 36, Title: tagged.Text("Status")}},
		column{"next", tagged.Column{Width: 29, Title: tagged.Text("Next date")}},
	)
	for _, a := range p.brief.Areas {
		t.add(tagged.Row{ID: p.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
			[]tagged.Block{
				tagged.Para{Runs: tagged.Text(refAnd(a.Ref, a.Name)), Style: bold(dense), After: 0.4},
				tagged.Para{Runs: owner(a), Style: dense},
			},
			cell(dense, orMissing(a.Outcome, notGiven)...),
			p.tagAndDone(a),
			cell(dense, nextDate(a.Next)...),
		)
	}
	if p.fit.noOutcome {
		t.drop("outcome")
	}
	if p.fit.noNext {
		t.drop("next")
	}
	return p.withIntro(append([]tagged.Block{t.keeping(p.now)}, p.noArea()...)...)
}

func (p *paper) tagAndDone(a *report.Area) []tagged.Block {
	t := tag(a.Status)
	t.After = 0.6
	blocks := []tagged.Block{t}
	if a.FromActions {
		blocks = append(blocks, tagged.Words(dense, "(from its actions)"))
	}
	style := dense
	style.Bold = a.NoActions
	return append(blocks, tagged.Words(style, a.DoneActions))
}

func (p *paper) areasInColumns() tagged.Block {
	half := (len(p.brief.Areas) + 1) / 2
	columns := tagged.Columns{Gap: panelGap}
	for _, areas := range [][]*report.Area{p.brief.Areas[:half], p.brief.Areas[half:]} {
		if len(areas) == 0 {
			continue
		}
		t := tagged.Table{Style: dense, HeadRule: headRule, RowRule: rowRule, Columns: []tagged.Column{
			{Width: 51, Title: tagged.Text("Improvement area"), RowHeader: true},
			{Width: panelWidth - 51, Title: tagged.Text("Status")},
		}}
		for _, a := range areas {
			t.Rows = append(t.Rows, tagged.Row{ID: p.claim(a.ID), Cells: [][]tagged.Block{
				words(bold(dense), refAnd(a.Ref, a.Name)), {tag(a.Status)},
			}})
		}
		columns.Cells = append(columns.Cells, tagged.Col{Width: panelWidth, Blocks: []tagged.Block{t}})
	}
	return columns
}

// areasInLines is a line of refs for each status.
func (p *paper) areasInLines() tagged.Block {
	list := tagged.List{Numbering: "None", Style: bold(dense), LabelWidth: 34, Gap: 2, Between: 1.5}
	for _, g := range p.brief.AreasByStatus() {
		refs := g.Refs
		end := ""
		if p.fit.refs > 0 && len(refs) > p.fit.refs {
			end = " " + report.MoreAreas(len(refs)-p.fit.refs)
			refs = refs[:p.fit.refs]
		}
		label := []tagged.Run{{Text: word(g.Status) + " (" + strconv.Itoa(len(g.Refs)) + ")"}}
		if shapes[g.Status.Meaning] != nil {
			label = append([]tagged.Run{inlineShape(g.Status.Meaning)}, label...)
		}
		list.Items = append(list.Items, tagged.Item{Label: label, Body: []tagged.Block{tagged.Words(dense, strings.Join(refs, ", ")+end)}})
	}
	return list
}

// measuresTable is a line for each measure.
func (p *paper) measuresTable() []tagged.Block {
	m := p.brief.Measures
	if len(m.Items) == 0 {
		if p.now.Text == "" {
			return nil
		}
		return p.withIntro()
	}
	items := m.Items
	if p.fit.measures > 0 && len(items) > p.fit.measures {
		items = items[:p.fit.measures]
	}
	if p.fit.noMeasure {
		items = nil
	}
	var blocks []tagged.Block
	if len(items) > 0 {
		blocks = append(blocks, p.measureLines(items, m.LatestTitle))
	}
	if more := len(m.Items) - len(items); more > 0 {
		blocks = append(blocks, note(report.MoreMeasures(more, len(items))))
	}
	return p.withIntro(blocks...)
}

func (p *paper) measureLines(items []*report.Measure, latest string) tagged.Block {
	t := denseTable("measure",
		column{"measure", tagged.Column{Width: 71, Title: tagged.Text("Measure")}},
		column{"baseline", tagged.Column{Width: 18, Title: tagged.Text("Baseline"), Right: true}},
		column{"latest", tagged.Column{Width: 18, Title: tagged.Text(latest), Right: true}},
		column{"target", tagged.Column{Width: 17, Title: tagged.Text("Target"), Right: true}},
		column{"direction", tagged.Column{Width: 46, Title: tagged.Text("Direction"), PadLeft: 4}},
	)
	for _, m := range items {
		t.add(tagged.Row{Continued: refAnd(m.Ref, "continued")},
			words(bold(dense), m.Name),
			words(dense, orWord(m.BaselineWords, "None")),
			words(dense, orWord(m.LatestWords, "None")),
			words(dense, orWord(m.TargetWords, "None")),
			words(dense, orWord(m.ToGoWords, "None")),
		)
	}
	return t.keeping(p.now)
}

const (
	swatchWidth  = 6.0
	swatchHeight = 5.6
)

// key is every status word in short, three to a row.
func (p *paper) key() []tagged.Block {
	const perRow, width, gap = 3, 54.0, 4.0
	var rows []tagged.Block
	for rest := p.brief.Status.Rows; len(rest) > 0; rest = rest[min(perRow, len(rest)):] {
		row := tagged.Columns{Role: "L", Gap: gap, After: 1.2}
		for _, r := range rest[:min(perRow, len(rest))] {
			row.Cells = append(row.Cells, tagged.Col{Width: width, Role: "LI", Blocks: []tagged.Block{swatchAndWords(r)}})
		}
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return nil
	}
	return p.withIntro(rows...)
}

func swatchAndWords(r report.StatusRow) tagged.Block {
	l := looks[r.Status.Meaning]
	return tagged.Box{
		MinHeight: swatchHeight,
		Pad:       tagged.Inset{Left: swatchWidth + 2, Top: math.Max(0, (swatchHeight-table.Height())/2)},
		Behind: func(c *tagged.Canvas, _, _ float64) {
			drawBlock(c, r.Status.Meaning, 0, 0, swatchWidth, swatchHeight)
			x, y := (swatchWidth-shapeInTag)/2, (swatchHeight-shapeInTag)/2
			if l.pattern == diagonals || l.pattern == horizontals {
				c.FillRect(x-0.4, y-0.4, shapeInTag+0.8, shapeInTag+0.8, l.fill)
			}
			drawShape(c, r.Status.Meaning, x, y, shapeInTag, l.text, l.fill)
		},
		Blocks: []tagged.Block{tagged.Para{Role: "LBody", Style: table, Runs: []tagged.Run{tagged.Bold(word(r.Status)), {Text: ": " + r.Short}}}},
	}
}
