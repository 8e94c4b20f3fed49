package paper

import (
	"math"
	"strings"
	"unicode/utf8"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// A stripWay is a way to write a strip of lines. The table of areas has names that
// are cut whole.
type stripWay struct {
	lines      int // at most, beside its heading row
	noMeasures bool
}

// stripWays are from the roomiest to the closest. Names are cut line by line, so
// that no more of them goes than the page asks for, and before the measures; these
// go no sooner than that, and then as much of the names stands as fits.
func (c *composer) stripWays() []stripWay {
	measured, bare := c.lineSplits(false), c.lineSplits(true)
	ways := waysOf(measured.whole, measured.least, false)
	if bare.least >= measured.least {
		return append(ways, stripWay{lines: bare.least, noMeasures: true})
	}
	return append(ways, waysOf(min(bare.whole, measured.least-1), bare.least, true)...)
}

// waysOf are ways with fewer and fewer lines, down to the least.
func waysOf(whole, least int, noMeasures bool) []stripWay {
	const most = 16
	var ways []stripWay
	step := max(1, (whole-least+most-1)/most)
	for lines := whole; lines > least; lines -= step {
		ways = append(ways, stripWay{lines, noMeasures})
	}
	return append(ways, stripWay{least, noMeasures})
}

// stripLines has a line for each area, or as many as its owner and name take.
func (c *composer) stripLines(way stripWay) *listing {
	split := c.lineSplits(way.noMeasures).best(way.lines)
	rest := c.lineColumns(split.sizes)
	shared := sharedBeside(rest, way.noMeasures)
	t := newListing("strip", c.now.Heading, "area", append([]block.Column{
		{Name: "area", Title: "Area", Width: shared - split.owners},
		{Name: "owner", Title: "Accountable owner", Width: split.owners},
	}, rest...)...)
	t.As = block.Lines
	for i, a := range c.brief.Areas {
		name := refAnd(a.Ref, a.Name)
		row := block.Row{Continued: refAnd(a.Ref, "continued")}
		if c.layout.OneSide {
			row.ID = c.claim(a.ID)
		}
		first := refBold(a.Ref, strings.TrimPrefix(split.names[i], a.Ref+" "))
		if split.names[i] != name {
			first[len(first)-1].Whole = a.Name
		}
		if link := c.link(a.ID, "Go to area "+name, block.OnScreen); link != nil && !c.layout.OneSide {
			for i := range first {
				first[i].Link = link
			}
		}
		t.add(row,
			by(name, cell(first...)),
			cell(owner(a)...),
			statusCell(stripMark(a)),
			plain(a.DoneWords),
			plain(a.MeasureWords),
			lineNext(a.Next, split.sizes),
		)
	}
	if way.noMeasures {
		i := t.index("measure")
		t.Columns[i].Width = 0
		t.drop("measure")
	}
	return t
}

// lineSizes are how the columns beside the area and its owner share their room.
type lineSizes int

const (
	usualSizes   lineSizes = iota
	closeDates             // what stands beside a date takes a second line
	wideMeasures           // a measure's words stay on one line
)

// lineColumns are those beside the area and its owner, each as wide as what stands
// in it asks for, within bounds past which it goes on over a further line.
func (c *composer) lineColumns(sizes lineSizes) []block.Column {
	const leastDate = 18.0
	mostMeasure := 26.0
	if sizes == wideMeasures {
		mostMeasure = 34
	}
	var status, done, measure, next float64
	for _, a := range c.brief.Areas {
		status = max(status, c.wide(text(stripMark(a).Word)))
		done = max(done, c.wide(text(a.DoneWords)))
		measure = max(measure, c.wide(text(a.MeasureWords)))
		if sizes != closeDates {
			next = max(next, c.wide(nextRuns(a, usualSizes)))
		} else if !a.Next.Date.IsZero() {
			next = max(next, c.wide([]block.Run{day(a.Next.Date), {Text: ","}}))
		}
	}
	within := func(wide, least, most float64) float64 { return min(max(wide+lineFree, least), most) }
	return []block.Column{
		{Name: "status", Title: "Status", Width: markWidth + within(status, 11, 20)},
		{Name: "status", Title: "Done", Width: within(done, 9, 14)}, // a paper that drops the one drops the other
		{Name: "measure", Title: "Measure", Width: within(measure, 15, mostMeasure)},
		{Name: "next", Title: "Next date", Width: within(next, leastDate, 33)},
	}
}

// markWidth is that of a shape and the space after it, in mm.
const markWidth = 5.2

// sharedBeside is what columns leave of a line, in mm.
func sharedBeside(columns []block.Column, noMeasures bool) float64 {
	shared := textWidth
	for _, column := range columns {
		if column.Name != "measure" || !noMeasures {
			shared -= column.Width
		}
	}
	return shared
}

// lineFree is what words leave free of a cell's width, in mm.
const lineFree = 1.7

// wide is how wide runs are on one line of a strip of lines, in mm.
func (c *composer) wide(runs []block.Run) float64 {
	all := 0.0
	for _, r := range runs {
		for i, word := range strings.Split(r.Text, " ") {
			if i > 0 {
				all += c.wordWidth(" ", r.Bold)
			}
			all += c.wordWidth(word, r.Bold)
		}
	}
	return all
}

// A ruler keeps how wide words are in small type, which are asked for again and
// again.
type ruler struct {
	*tagged.Ruler
	widths map[string]float64
	bold   map[string]float64
	splits map[bool]*lineSplits // with measures, and without
}

func newRuler() *ruler {
	return &ruler{tagged.NewRuler(), map[string]float64{}, map[string]float64{}, map[bool]*lineSplits{}}
}

func (c *composer) wordWidth(word string, inBold bool) float64 {
	of := c.ruler.widths
	if inBold {
		of = c.ruler.bold
	}
	w, ok := of[word]
	if !ok {
		const smallType = 8.5 // pt
		w = c.ruler.Width(word, tagged.Style{Size: smallType, Bold: inBold})
		of[word] = w
	}
	return w
}

// lineSplits are the ways in which the names of areas and their owners share what
// the other columns leave of a line. Owners stand there in full.
type lineSplits struct {
	all          []lineSplit
	whole, least int                 // lines that they take with every name whole, and at least
	chosen       map[int]chosenSplit // by lines
}

// A lineSplit gives owners so many mm.
type lineSplit struct {
	owners float64
	sizes  lineSizes
	areas  [][]naming // of each area, from the fewest lines
}

// A naming is an area's name on so many lines, as many as what stands beside it
// takes or more.
type naming struct {
	shown string
	lines int
	cost  int // of what is cut: the square of its share, so that none loses far more than others
}

func (c *composer) lineSplits(noMeasures bool) *lineSplits {
	if known := c.ruler.splits[noMeasures]; known != nil {
		return known
	}
	splits := &lineSplits{whole: math.MaxInt, least: math.MaxInt, chosen: map[int]chosenSplit{}}
	for _, split := range c.splitsBeside(usualSizes, noMeasures) {
		whole, least := split.lines()
		splits.whole, splits.least = min(splits.whole, whole), min(splits.least, least)
		splits.all = append(splits.all, split)
	}
	for _, sizes := range []lineSizes{wideMeasures, closeDates} { // for when those don't fit
		for _, split := range c.splitsBeside(sizes, noMeasures) {
			_, least := split.lines()
			splits.least = min(splits.least, least)
			splits.all = append(splits.all, split)
		}
	}
	c.ruler.splits[noMeasures] = splits
	return splits
}

// splitsBeside are the ways to share what the other columns leave; none, where they
// leave what they do in their usual sizes.
func (c *composer) splitsBeside(sizes lineSizes, noMeasures bool) []lineSplit {
	const leastOwner, mostOwner, leastName, step = 33.0, 78.0, 26.0, 1.5
	columns := c.lineColumns(sizes)
	shared := sharedBeside(columns, noMeasures)
	if sizes != usualSizes && shared == sharedBeside(c.lineColumns(usualSizes), noMeasures) {
		return nil
	}
	var all []lineSplit
	for owners := leastOwner; owners == leastOwner || owners <= mostOwner && shared-owners >= leastName; owners += step {
		split := lineSplit{owners: owners, sizes: sizes}
		for _, a := range c.brief.Areas {
			least := max(c.linesOf(owner(a), owners-lineFree), c.linesBeside(a, columns, sizes, noMeasures))
			split.areas = append(split.areas, c.namings(a, shared-owners-lineFree, least))
		}
		all = append(all, split)
	}
	return all
}

// lines are as many as all areas take with every name whole, and at least.
func (s lineSplit) lines() (whole, least int) {
	for _, namings := range s.areas {
		whole += namings[len(namings)-1].lines
		least += namings[0].lines
	}
	return whole, least
}

// linesBeside are the lines that an area takes in the columns beside its name and
// owner.
func (c *composer) linesBeside(a *report.Area, columns []block.Column, sizes lineSizes, noMeasures bool) int {
	lines := 1
	for i, runs := range [][]block.Run{text(stripMark(a).Word), text(a.DoneWords), text(a.MeasureWords), nextRuns(a, sizes)} {
		width := columns[i].Width - lineFree
		switch columns[i].Title {
		case "Status":
			width -= markWidth
		case "Measure":
			if noMeasures {
				continue
			}
		}
		lines = max(lines, c.linesOf(runs, width))
	}
	return lines
}

// namings are the ways to print an area's name in so many mm, each on the lines that
// the area takes anyhow or more.
func (c *composer) namings(a *report.Area, names float64, least int) []naming {
	name := refAnd(a.Ref, a.Name)
	whole := c.linesOf(refBold(a.Ref, a.Name), names)
	var all []naming
	for lines := least; lines < whole; lines++ {
		shown := c.shortened(a, lines, names)
		share := 1 - float64(utf8.RuneCountInString(shown)-1)/float64(utf8.RuneCountInString(name))
		all = append(all, naming{shown, lines, int(1000 * share * share)})
	}
	return append(all, naming{name, max(least, whole), 0})
}

// shortened is an area's name with as many of its words as fit on so many lines.
func (c *composer) shortened(a *report.Area, lines int, width float64) string {
	words := strings.Fields(a.Name)
	for n := len(words) - 1; n > 1; n-- {
		shown := report.Shortened(a.Name, utf8.RuneCountInString(strings.Join(words[:n], " "))+1)
		if c.linesOf(refBold(a.Ref, shown), width) <= lines {
			return refAnd(a.Ref, shown)
		}
	}
	return refAnd(a.Ref, report.Shortened(a.Name, utf8.RuneCountInString(words[0])+1))
}

// linesOf is how many lines of a width runs take, broken at spaces and where they say.
func (c *composer) linesOf(runs []block.Run, width float64) int {
	lines, used := 1, 0.0
	for _, r := range runs {
		space, first := c.wordWidth(" ", r.Bold), true
		for line := range strings.SplitSeq(r.Text, "\n") {
			if !first {
				lines, used = lines+1, 0
			}
			first = false
			for word := range strings.SplitSeq(line, " ") {
				if word == "" {
					continue
				}
				w := c.wordWidth(word, r.Bold)
				if used > 0 && used+space+w > width {
					lines, used = lines+1, 0
				}
				if used > 0 {
					used += space
				}
				used += w
			}
		}
	}
	return lines
}

// best is how wide the owners' column is, and each name in what is left, where all
// areas on so many lines lose the least.
func (s *lineSplits) best(lines int) chosenSplit {
	if known, is := s.chosen[lines]; is {
		return known
	}
	best, least := chosenSplit{}, math.MaxInt
	for _, split := range s.all {
		if cost, names := split.within(lines); cost < least {
			least, best = cost, chosenSplit{split.owners, split.sizes, names}
		}
	}
	s.chosen[lines] = best
	return best
}

type chosenSplit struct {
	owners float64 // mm
	sizes  lineSizes
	names  []string
}

// within are the names that lose the least on so many lines, and what they lose:
// the least for each number of lines is found area by area.
func (s lineSplit) within(lines int) (cost int, names []string) {
	if len(s.areas) > mostShared {
		return s.shortest()
	}
	const never = math.MaxInt / 2
	costs := make([]int, lines+1) // by lines, of the areas so far
	chosen := make([][]int, len(s.areas))
	for i, namings := range s.areas {
		next := make([]int, lines+1)
		chosen[i] = make([]int, lines+1)
		for used := range next {
			next[used] = never
			for n, naming := range namings {
				if naming.lines <= used && costs[used-naming.lines]+naming.cost < next[used] {
					next[used], chosen[i][used] = costs[used-naming.lines]+naming.cost, n
				}
			}
		}
		costs = next
	}
	if costs[lines] >= never {
		return math.MaxInt, nil
	}
	names = make([]string, len(s.areas))
	for i := len(s.areas) - 1; i >= 0; i-- {
		naming := s.areas[i][chosen[i][lines]]
		names[i] = naming.shown
		lines -= naming.lines
	}
	return costs[len(costs)-1], names
}

// mostShared is how many areas share lines: more than a page has lines for.
const mostShared = 120

// shortest are the names on as few lines as each can have.
func (s lineSplit) shortest() (cost int, names []string) {
	for _, namings := range s.areas {
		cost += namings[0].cost
		names = append(names, namings[0].shown)
	}
	return cost, names
}

// lineNext is what comes next, in a line, or with its date whole on one of two.
func lineNext(n report.Next, sizes lineSizes) block.Cell {
	if n.Date.IsZero() {
		return nextDate(n)
	}
	var runs []block.Run
	if n.Overdue {
		runs = bold("Overdue ")
	}
	date := day(n.Date)
	if sizes == closeDates {
		date.Text = strings.ReplaceAll(date.Text, " ", "\u00a0")
	}
	runs = append(runs, date)
	if n.Own {
		runs = append(runs, block.Run{Text: ", target"})
	}
	return by(n.Date.String(), cell(runs...))
}

// nextRuns are the words of it.
func nextRuns(a *report.Area, sizes lineSizes) []block.Run {
	return lineNext(a.Next, sizes).Blocks[0].(block.Para).Runs
}
