package briefing

import (
	"slices"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
)

// coverage says whether every finding has an action; those without come first.
func (p *paper) coverage() []tagged.Block {
	cov := p.brief.Coverage
	if p.now.Text == "" && len(cov.Rows) == 0 {
		return nil
	}
	blocks := p.withIntro()
	switch {
	case len(cov.Rows) > groupPast:
		blocks = append(blocks, p.coverageByArea(cov.Rows)...)
	case len(cov.Rows) > 0:
		blocks = append(blocks, p.coverageTable(cov.Rows, false))
	}
	if cov.Others != "" {
		blocks = append(blocks, note(cov.Others))
	}
	return blocks
}

// groupPast is how many rows a table may have before each area gets its own.
const groupPast = 40

// coverageByArea is a table for each area, after those that have no answer. A
// finding of several areas stands under the first.
func (p *paper) coverageByArea(rows []report.Finding) []tagged.Block {
	var open, unread, other []report.Finding
	byArea := map[string][]report.Finding{}
	for _, f := range rows {
		switch {
		case !f.Answered:
			open = append(open, f)
		case f.AreasTyped != "":
			unread = append(unread, f)
		case len(f.AreaRefs) == 0 || !p.hasArea(f.AreaRefs[0]):
			other = append(other, f)
		default:
			byArea[f.AreaRefs[0]] = append(byArea[f.AreaRefs[0]], f)
		}
	}
	var blocks []tagged.Block
	if len(open) > 0 {
		blocks = append(blocks, smallHeading("Without an action"), p.coverageTable(open, false))
	}
	for _, a := range p.brief.Areas {
		if rows := byArea[a.Ref]; len(rows) > 0 {
			blocks = append(blocks, areaHeading(a), p.coverageTable(rows, true))
			delete(byArea, a.Ref) // where two areas have one ref
		}
	}
	if len(unread) > 0 {
		blocks = append(blocks, smallHeading("Areas not readable"), p.coverageTable(unread, false))
	}
	if len(other) > 0 {
		blocks = append(blocks, smallHeading("In no area of the plan"), p.coverageTable(other, false))
	}
	return blocks
}

// areaHeading is an area with its status, which its rows then need not repeat.
func areaHeading(a *report.Area) tagged.Block {
	name := refAnd(a.Ref, a.Name)
	return tagged.Heading{Level: 3, Style: h3Card, Before: 4, After: 1, Bookmark: name,
		Runs: []tagged.Run{{Text: name + ":  "}, inlineShape(a.Status.Meaning), {Text: word(a.Status)}}}
}

func (p *paper) hasArea(ref string) bool {
	return slices.ContainsFunc(p.brief.Areas, func(a *report.Area) bool { return a.Ref == ref })
}

// refBold is a ref in bold before its text.
func refBold(ref, text string) []tagged.Run {
	if ref == "" {
		return tagged.Text(text)
	}
	return []tagged.Run{tagged.Bold(ref + " "), {Text: text}}
}

// coverageTable lists findings. Within an area the area's status is in the
// heading, and the findings have its room.
func (p *paper) coverageTable(rows []report.Finding, inArea bool) tagged.Block {
	t := p.coverageOf(rows)
	if inArea {
		status, raised := &t.Columns[len(t.Columns)-2], &t.Columns[len(t.Columns)-1]
		raised.PadLeft = 3 // the numbers beside it are right aligned
		raised.Width, status.Width = raised.Width+10, status.Width-10
		t.give("status", "finding")
	}
	return t.keeping(p.now)
}

func (p *paper) coverageOf(rows []report.Finding) *choosable {
	t := denseTable("finding",
		column{"finding", tagged.Column{Width: 80, Title: tagged.Text("Finding")}},
		column{"area", tagged.Column{Width: 13, Title: tagged.Text("Area")}},
		column{"actions", tagged.Column{Width: 16, Title: tagged.Text("Actions"), Right: true}},
		column{"status", tagged.Column{Width: 31, Title: tagged.Text("Area status"), PadLeft: 3}},
		column{"raised", tagged.Column{Width: 30, Title: tagged.Text("First raised")}},
	)
	for _, f := range rows {
		t.add(tagged.Row{Continued: refAnd(f.Ref, "continued")},
			cell(dense, refBold(f.Ref, f.Text)...), // whole sentences: too much for bold
			areaRefs(f),
			cell(dense, orMissing(howMany(f), "None")...),
			areaStatuses(f),
			cell(dense, orMissing(f.FirstRaised, "Date not stated")...),
		)
	}
	return t
}

// howMany actions answer a finding, "" if none does.
func howMany(f report.Finding) string {
	if !f.Answered {
		return ""
	}
	return strconv.Itoa(len(f.Actions))
}

// areaRefs are a finding's areas, or its cell as it stands where not all of
// it could be read.
func areaRefs(f report.Finding) []tagged.Block {
	if f.AreasTyped != "" {
		return words(dense, f.AreasTyped)
	}
	return cell(dense, orMissing(strings.Join(f.AreaRefs, ", "), "None")...)
}

func areaStatuses(f report.Finding) []tagged.Block {
	var blocks []tagged.Block
	for _, s := range f.AreaStatus {
		blocks = append(blocks, inWords(s, dense))
	}
	switch {
	case f.AreasSay != "":
		return append(blocks, cell(bold(dense), tagged.Run{Text: f.AreasSay})...)
	case len(blocks) == 0:
		return words(dense, "No area")
	}
	return blocks
}
