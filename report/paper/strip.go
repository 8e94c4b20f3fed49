package paper

import (
	"math"
	"strings"
	"unicode/utf8"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// strip is every area in two lines: who answers for it, where it stands and how
// that has moved, how much is done, whether it works, and what comes next; or,
// where a page has no room for that, in one line with what else there is to say
// below.
func (c *composer) strip() []block.Block {
	if len(c.brief.Areas) == 0 {
		return []block.Block{sentence(noAreas)}
	}
	h := block.Heading{Level: 2, Size: block.GroupSize, Runs: text(c.now.Heading), ID: c.claim(sectionID(c.now))}
	strip := block.Closer{Ways: [][]block.Block{{c.kept(c.stripTable())}}}
	for _, way := range stripWays {
		lines := []block.Block{c.kept(c.stripLines(way))}
		strip.Ways = append(strip.Ways, append(lines, notes(c.brief.StripNote())...))
	}
	return append([]block.Block{h, strip}, c.noArea()...)
}

// stripTable has a row for each area. In a paper of one side, which has no other
// table of areas, links lead to its rows.
func (c *composer) stripTable() *listing {
	t := newListing("strip", c.now.Heading, "area",
		block.Column{Name: "area", Title: "Improvement area", Width: 65},
		block.Column{Name: "owner", Title: "Accountable owner", Width: 37},
		block.Column{Name: "status", Title: "Status, done", Width: 25},
		block.Column{Name: "measure", Title: "Measure", Width: 20},
		block.Column{Name: "next", Title: "Next date", Width: 23},
	)
	t.As = block.Strip
	for _, a := range c.brief.Areas {
		name := refAnd(a.Ref, a.Name)
		row := block.Row{Continued: refAnd(a.Ref, "continued")}
		if c.layout.OneSide {
			row.ID = c.claim(a.ID)
		}
		t.add(row,
			by(name, c.stripName(a, name)),
			cell(owner(a)...),
			statusCell(inWords(a.Status), stripStatus(a)...),
			plain(a.MeasureWords),
			stripNext(a.Next),
		)
	}
	return t
}

// In a strip of lines the names of areas and their owners share what the other
// columns leave, with what stands in them in a letter's usual width. Owners stand
// there in full, on as many lines as that takes.
const (
	letter     = 1.38 // mm, of small type
	wideLetter = 1.42 // the same in a name, which begins with a bold ref
	leastOwner = 24   // letters in a line
	mostOwner  = 55
	leastName  = 18
)

// A stripWay is a way to write a strip of lines. The table of areas has names that
// are cut whole.
type stripWay struct {
	line       int // letters of names that are cut for a line less; 0: none
	noMeasures bool
}

// stripWays are from the roomiest to the closest.
var stripWays = []stripWay{{}, {line: 12}, {line: 24}, {line: 30}, {line: 36}, {line: 48}, oneLineEach, {line: oneLineEach.line, noMeasures: true}}

// oneLineEach has one line for each area, or as many as its owner takes.
var oneLineEach = stripWay{line: 1000}

// stripLines has a line for each area, or as many as its owner and name take.
func (c *composer) stripLines(way stripWay) *listing {
	rest := []block.Column{
		{Name: "status", Title: "Status", Width: 21.5},
		{Name: "status", Title: "Done", Width: 12.5}, // a paper that drops the one drops the other
		{Name: "measure", Title: "Measure", Width: 22},
		{Name: "next", Title: "Next date", Width: 31.8},
	}
	shared := 170.0
	for _, column := range rest {
		if column.Name != "measure" || !way.noMeasures {
			shared -= column.Width
		}
	}
	lettersOwner := way.owner(c.brief.Areas, shared)
	owners := letter * float64(lettersOwner+1)
	t := newListing("strip", c.now.Heading, "area", append([]block.Column{
		{Name: "area", Title: "Area", Width: shared - owners},
		{Name: "owner", Title: "Accountable owner", Width: owners},
	}, rest...)...)
	t.As = block.Lines
	for _, a := range c.brief.Areas {
		name := refAnd(a.Ref, a.Name)
		shown, _ := way.name(a, lettersOwner, lettersName(shared, lettersOwner))
		row := block.Row{Continued: refAnd(a.Ref, "continued")}
		if c.layout.OneSide {
			row.ID = c.claim(a.ID)
		}
		first := refBold(a.Ref, strings.TrimPrefix(shown, a.Ref+" "))
		if link := c.link(a.ID, "Go to area "+name, block.OnScreen); link != nil && !c.layout.OneSide {
			for i := range first {
				first[i].Link = link
			}
		}
		t.add(row,
			by(name, cell(first...)),
			cell(owner(a)...),
			statusCell(inWords(a.Status)),
			plain(a.DoneWords),
			plain(a.MeasureWords),
			lineNext(a.Next),
		)
	}
	if way.noMeasures {
		i := t.index("measure")
		t.Columns[i].Width = 0
		t.drop("measure")
	}
	return t
}

// owner is how many letters of an owner a line holds, where names get the rest, so
// that all areas together cost the least.
func (w stripWay) owner(areas []*report.Area, shared float64) int {
	best, least := leastOwner, math.MaxInt
	for letters := leastOwner; letters <= mostOwner && lettersName(shared, letters) >= leastName; letters++ {
		cost := 0
		for _, a := range areas {
			_, its := w.name(a, letters, lettersName(shared, letters))
			cost += its
		}
		if cost < least {
			best, least = letters, cost
		}
	}
	return best
}

// name is an area's name as a strip shows it in lines of so many letters, on as many
// as its owner takes, or on more where that keeps letters worth it; and what its
// row costs.
func (w stripWay) name(a *report.Area, ownerLetters, letters int) (shown string, cost int) {
	name := refAnd(a.Ref, a.Name)
	lines := linesOf(a.Owner, ownerLetters)
	shown = shortened(name, lines, letters)
	cost = w.line*lines + lost(name, shown)
	for whole := linesOf(name, letters); lines < whole; {
		lines++
		more := shortened(name, lines, letters)
		if its := w.line*lines + lost(name, more); its < cost || w.line == 0 {
			shown, cost = more, its
		}
	}
	if w.line == 0 {
		cost = lines
	}
	return shown, cost
}

// shortened is a name on so many lines of so many letters.
func shortened(name string, lines, letters int) string {
	if linesOf(name, letters) <= lines {
		return name
	}
	return report.Shortened(name, lines*letters-lines+1) // all but the last line end before their last letters
}

func lost(name, shown string) int {
	if name == shown {
		return 0
	}
	return utf8.RuneCountInString(name) - utf8.RuneCountInString(shown) + 1
}

// lettersName is how many letters of a name a line holds beside so many of an owner.
func lettersName(shared float64, owner int) int {
	return int((shared-letter*float64(owner+1))/wideLetter) - 1
}

// linesOf is how many lines of so many letters a text takes.
func linesOf(text string, letters int) int {
	lines, used := 1, 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		if used > 0 && used+1+n > letters {
			lines, used = lines+1, 0
		}
		used += n + min(used, 1)
	}
	return lines
}

// lineNext is what comes next, in a line.
func lineNext(n report.Next) block.Cell {
	if n.Date.IsZero() {
		return nextDate(n)
	}
	var runs []block.Run
	if n.Overdue {
		runs = bold("Overdue ")
	}
	runs = append(runs, day(n.Date))
	if n.What == "" {
		runs = append(runs, block.Run{Text: ", target"})
	}
	return by(n.Date.String(), cell(runs...))
}

// stripName is an area with what its actions alone would make of it, where that
// is not its status: the column is the widest.
func (c *composer) stripName(a *report.Area, name string) block.Cell {
	run := block.Run{Text: name, Bold: true}
	if !c.layout.OneSide {
		run.Link = c.link(a.ID, "Go to area "+name, block.OnScreen)
	}
	made := cell(run)
	made.Blocks = append(made.Blocks, byActions(a)...)
	return made
}

// byActions is a disagreement in a few words.
func byActions(a *report.Area) []block.Block {
	if a.Disagreement == "" {
		return nil
	}
	return []block.Block{block.Para{Runs: text("By its actions: " + a.ByActions)}}
}

// stripStatus is what stands below a status: how much is done, and how it
// moved.
func stripStatus(a *report.Area) []block.Block {
	done := a.DoneWords
	if !a.NoActions {
		done += " done"
	}
	blocks := []block.Block{block.Para{Runs: []block.Run{{Text: done, Bold: a.NoActions}}}}
	if a.Moved != "" {
		blocks = append(blocks, block.Para{Runs: text(a.Moved)})
	}
	return blocks
}

// stripNext is the date alone, or that it is the area's own: the table of areas
// says what is due.
func stripNext(n report.Next) block.Cell {
	if n.Date.IsZero() {
		return nextDate(n)
	}
	if n.What == "" {
		n.What = "target date"
	} else {
		n.What = ""
	}
	return nextDate(n)
}
