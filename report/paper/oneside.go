package paper

import (
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

// A fit is what a paper of one side leaves out to stay on it. The zero value
// leaves nothing out. An area's owner and status are the last to go.
type fit struct {
	measures  int // at most so many; 0 is all
	noOutcome bool
	areas     areasAs
	strip     stripWay // of areas in small type
	refs      int      // at most so many of a status; 0 is all
	noMeasure bool
	noCounts  bool // nothing on how many measures stand where
	legend    legendAs
}

// legendAs is what the words of the bar stand in.
type legendAs int

const (
	legendInKey   legendAs = iota
	legendInLines          // with their meanings, straight below the bar
	legendInWords          // alone
)

// areasAs is how the areas are shown.
type areasAs int

const (
	areasInRows  areasAs = iota
	areasInStrip         // as on the first page of a board's paper: two lines each
	areasInSmall         // the same in small type, a line each where name and owner are short
	areasOwned           // refs with their owners, a line for each status
	areasInLines         // refs only
)

// fits are the ways to make room, in the order in which they are tried: fewer
// measures first, then less on each area. A name is cut only where neither a key in
// lines nor a single measure makes the room.
func (c *composer) fits() []fit {
	var all []fit
	add := func(areas fit, measures ...int) {
		for _, areas.measures = range measures {
			all = append(all, areas)
		}
	}
	add(fit{}, 0, 4, 2)
	add(fit{noCounts: true}, 4, 2)
	for _, areas := range []fit{{noOutcome: true}, {areas: areasInStrip}} {
		add(areas, 0, 4, 2)
	}
	add(fit{areas: areasInStrip, legend: legendInLines}, 4, 2)
	ways := slices.DeleteFunc(c.stripWays(), func(way stripWay) bool { return way.noMeasures })
	add(fit{areas: areasInSmall, strip: ways[0]}, 0, 4, 2)
	add(fit{areas: areasInSmall, strip: ways[0], legend: legendInLines}, 4)
	for _, way := range ways {
		add(fit{areas: areasInSmall, strip: way, legend: legendInLines}, 2, 1)
	}
	closest := fit{areas: areasInSmall, strip: ways[len(ways)-1], legend: legendInWords}
	add(closest, 2, 1)
	closest.noMeasure = true
	for _, closest.legend = range []legendAs{legendInLines, legendInWords} {
		add(closest, 0)
	}
	add(fit{areas: areasOwned}, 0, 4, 2, 1)
	for _, legend := range []legendAs{legendInKey, legendInLines, legendInWords} {
		add(fit{areas: areasOwned, noMeasure: true, legend: legend}, 0) // owners are the last to go
	}
	add(fit{areas: areasInLines}, 0, 4, 2, 1)
	return all
}

// shorter is the paper with more and more left out, each way with its closing,
// where it has one, and then without. Past the usual ways fewer and fewer refs are listed of each
// status, and the others counted; at last no measure is listed either.
func (c *composer) shorter() *block.Shorter {
	ways, most := c.fits(), len(c.brief.Areas)
	tries := 1 // of each way
	if c.contact() != nil {
		tries = 2
	}
	usual, first := tries*len(ways), len(ways)
	for n := range most {
		ways = append(ways, fit{measures: 2, areas: areasInLines, refs: most - n})
	}
	ways = append(ways, fit{areas: areasInLines, refs: 1, noMeasure: true})
	made := map[int][]block.Section{} // a writer asks again on every pass
	way := func(n int) []block.Section {
		if _, ok := made[n]; !ok {
			own := *c
			own.fit = ways[n]
			made[n] = own.compose()
		}
		return made[n]
	}
	return &block.Shorter{Tries: usual + most + 1, Falling: usual, At: func(n int) []block.Section {
		switch {
		case n >= usual:
			return withoutClosing(way(first + n - usual))
		case n%tries == 1:
			return withoutClosing(way(n / tries))
		}
		return way(n / tries)
	}}
}

// withoutClosing are the sections but for whom to ask for another format.
func withoutClosing(all []block.Section) []block.Section {
	if last := len(all) - 1; last >= 0 && all[last].Name == closingName {
		return all[:last]
	}
	return all
}

// outcomes is the areas in short: what will be different, where each stands.
func (c *composer) outcomes() []block.Block {
	if len(c.brief.Areas) == 0 {
		return []block.Block{sentence(noAreas)}
	}
	if c.fit.noOutcome || c.fit.areas != areasInRows {
		c.now.Heading = report.AreasHeading
	}
	var areas block.Block
	switch c.fit.areas {
	case areasInStrip:
		areas = c.stripTable().Table
	case areasInSmall:
		areas = c.stripLines(c.fit.strip).Table
	case areasOwned, areasInLines:
		areas = c.areasInLines()
	default:
		areas = c.areasInRows()
	}
	blocks := []block.Block{areas}
	if c.fit.areas == areasInSmall {
		blocks = append(blocks, notes(c.brief.StripNote())...)
	}
	return append(blocks, c.noArea()...)
}

func (c *composer) areasInRows() block.Table {
	t := newListing("outcomes", c.now.Heading, "area",
		block.Column{Name: "area", Title: "Area and accountable owner", Width: 62},
		block.Column{Name: "outcome", Title: "Outcome for children", Width: 43},
		block.Column{Name: "status", Title: "Status", Width: 36},
		block.Column{Name: "next", Title: "Next date", Width: 29},
	)
	t.As = block.Close
	for _, a := range c.brief.Areas {
		name := refAnd(a.Ref, a.Name)
		t.add(block.Row{ID: c.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
			by(name, holds(block.Para{Runs: bold(name)}, block.Para{Runs: owner(a)})),
			given(a.Outcome, notGiven),
			statusCell(tag(a.Status), doneOf(a)...),
			nextDate(withoutText(a.Next)),
		)
	}
	if c.fit.noOutcome {
		t.drop("outcome")
	}
	return c.kept(t)
}

func doneOf(a *report.Area) []block.Block {
	var blocks []block.Block
	if a.FromActions {
		blocks = append(blocks, fromActions)
	}
	blocks = append(blocks, block.Para{Runs: []block.Run{{Text: a.DoneActions, Bold: a.NoActions}}})
	return append(blocks, disagreement(a)...)
}

// disagreement says what an area's actions alone would make it, where that is
// another status; nothing where it is the same.
func disagreement(a *report.Area) []block.Block {
	if a.Disagreement == "" {
		return nil
	}
	return []block.Block{block.Para{Runs: bold(a.Disagreement)}}
}

// areasInLines is a line of refs, with or without their owners, for each status.
func (c *composer) areasInLines() block.Terms {
	list := block.Terms{As: block.Groups}
	for _, g := range c.brief.AreasByStatus() {
		refs, end, between := g.Refs, "", ", "
		if c.fit.areas == areasOwned {
			refs, between = g.Owned, "; "
		}
		if c.fit.refs > 0 && len(refs) > c.fit.refs {
			end = " " + report.MoreAreas(len(refs)-c.fit.refs)
			refs = refs[:c.fit.refs]
		}
		label := block.Run{Text: inWords(g.Status).Word + " (" + words.Digits(len(g.Refs)) + ")"}
		item := block.Term{Term: append(shapeOf(g.Status.Meaning), label), Says: [][]block.Run{text(strings.Join(refs, between) + end)}}
		if g.Differ != "" {
			item.Says = append(item.Says, bold(g.Differ))
		}
		list.Items = append(list.Items, item)
	}
	return list
}
