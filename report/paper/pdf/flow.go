package pdf

import (
	"math"
	"slices"
	"sort"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// scantRoom is how little may be left of a page for a section to leave it empty
// and begin on the next, if that holds all of it.
const scantRoom = 50

func (w *writer) write() {
	w.Furniture(w.furniture)
	if w.paper.Shorter != nil {
		w.writeOneSide()
		return
	}
	w.Add(w.front()...)
	for i, s := range w.paper.Sections {
		w.at = i
		if s.NewPage && i > 0 {
			w.sections[i] = !w.goesBelow(s) && !(w.listsContents() && !w.contented && w.Page() == 1)
		}
		closes := block.Ways(s.Blocks) > 1
		s.Blocks = w.chosen(s.Blocks)
		if flows(s) {
			w.flowSection(s)
			continue
		}
		if blocks := w.section(s); i > 0 && closes && w.goesOver(blocks) {
			w.addOver(blocks)
		} else {
			w.put(blocks, i > 0, s)
		}
	}
}

// chosen are a section's blocks in the roomiest way that page 1 has room for, or
// in the closest, where they go over onto page 2.
func (w *writer) chosen(blocks []block.Block) []block.Block {
	ways := block.Ways(blocks)
	if ways == 1 || w.Page() > 1 || w.contented {
		return block.InWay(0, blocks)
	}
	const ample = 30 // mm, more than another program needs
	w.way, w.rooms = ways-1, nil
	for n := 0; n < ways && (n == 0 || w.rooms[n-1] < ample); n++ {
		w.rooms = append(w.rooms, w.roomOnPageOne(w.blocks(block.InWay(n, blocks))))
		if w.rooms[n] >= 0 {
			w.way = min(w.way, n)
		}
	}
	return block.InWay(w.way, blocks)
}

// goesOver says whether a section that comes as close as it can is better begun on
// page 1 and ended on page 2 than moved there whole.
func (w *writer) goesOver(blocks []tagged.Block) bool {
	return !w.contented && w.Page() == 1 && w.listsContents() && !w.fitsPageOne(blocks) && w.Room() >= scantRoom
}

// addOver puts such a section, and the contents after it.
func (w *writer) addOver(blocks []tagged.Block) {
	w.Add(withKeptIntros(blocks)...)
	w.contented = true
	w.contents = block.Contents{Before: w.at + 1, List: true}
	w.Add(w.contentsList()...)
}

// section lays a section out. Where page 1 has room for what stands before its
// turn only, that is put there and the rest follows on the next.
func (w *writer) section(s block.Section) []tagged.Block {
	at := slices.IndexFunc(s.Blocks, func(b block.Block) bool { _, ok := b.(block.Turn); return ok })
	if at < 0 {
		return w.blocks(s.Blocks)
	}
	before, after := w.blocks(s.Blocks[:at]), w.blocks(s.Blocks[at:])
	if all := append(slices.Clone(before), after...); w.contented || w.fitsPageOne(all) || !w.fitsPageOne(before) {
		return all
	}
	w.Add(before...)
	w.at++
	w.addContents()
	turn := s.Blocks[at].(block.Turn)
	return append(one(w.heading(block.Heading{Level: 3, Size: block.GroupSize, Runs: []block.Run{{Text: turn.Heading}}})), after...)
}

// put adds a section's blocks, where they are best begun.
func (w *writer) put(blocks []tagged.Block, follows bool, s block.Section) {
	if len(blocks) == 0 {
		return
	}
	blocks = withKeptIntros(blocks)
	switch {
	case follows && !w.contented && w.Page() == 1 && len(w.listed()) > 0 && (s.NewPage || !w.fitsPageOne(blocks)):
		w.addContents()
	case follows && w.goesBelow(s):
		w.Add(acrossRule())
	case follows && (s.NewPage && !w.atHead() || w.betterOnNextPage(blocks)):
		w.NewPage()
	}
	w.Add(blocks...)
}

// withKeptIntros keeps a heading and its sentence with the first row of the
// table or charts that they are about.
func withKeptIntros(blocks []tagged.Block) []tagged.Block {
	out := slices.Clone(blocks)
	for i := 0; i+2 < len(out); i++ {
		_, heads := out[i].(tagged.Heading)
		intro, says := out[i+1].(tagged.Para)
		if !heads || !says {
			continue
		}
		switch out[i+2].(type) {
		case tagged.Table, tagged.Columns, tagged.Figure, tagged.Box:
			intro.Keep = true
			out[i+1] = intro
		}
	}
	return out
}

// flows says whether a section is pages or records, which are put one after
// another.
func flows(s block.Section) bool {
	return slices.ContainsFunc(s.Blocks, func(b block.Block) bool {
		switch b.(type) {
		case block.Page, block.Record:
			return true
		}
		return false
	})
}

func (w *writer) flowSection(s block.Section) {
	page, paged := s.Blocks[0].(block.Page)
	if !(paged && page.Alone) && !w.contented && w.Page() == 1 && len(w.listed()) > 0 {
		w.addContents()
	}
	switch {
	case paged || w.atHead():
	case w.goesBelow(s):
		w.Add(acrossRule())
	case s.NewPage || w.Room() < scantRoom:
		w.NewPage()
	}
	w.flow(s.Blocks)
}

// flow puts blocks one after another. A heading goes with what follows it.
func (w *writer) flow(blocks []block.Block) {
	var held []tagged.Block
	placed := false // the block before is the small line above a page's heading
	var under *block.Heading
	for _, b := range blocks {
		switch b := b.(type) {
		case block.Page:
			w.begin(b.Alone)
			w.flow(b.Blocks)
		case block.Heading:
			h := w.heading(b)
			switch {
			case placed:
				h.Before = 0
			case b.Size == block.GroupSize:
				h.Before = 6
			}
			held = append(held, h)
		case block.Record:
			w.addRecord(append(held, w.record(b))...)
			held = nil
		default:
			w.Add(append(held, goingOn(w.block(b), under)...)...)
			held = nil
		}
		if h, heads := b.(block.Heading); heads {
			under = &h
		}
		p, isPara := b.(block.Para)
		placed = isPara && p.As == block.Place
	}
	w.Add(held...)
}

// little is the share of a page below which it is too empty to be left: what
// would begin a new one goes on below, across a rule.
const little = 0.35

// used is the share of the page that has something on it.
func (w *writer) used() float64 { return 1 - w.Room()/(frame.Bottom-frame.Top) }

// goesBelow says whether an annex begins on a page that has much room left.
func (w *writer) goesBelow(s block.Section) bool {
	const much = 0.6 // used at most
	return s.NewPage && s.Annex && w.Page() > 1 && !w.atHead() && w.used() < much
}

func acrossRule() tagged.Block {
	const above, below = 8, 6
	return tagged.Drawn{H: 0.7, Before: above, After: below, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, textWidth, 0.7, ink) }}
}

// begin starts the page on one of many. One alone follows the title, and one
// after a page with little on it goes on below that.
func (w *writer) begin(alone bool) {
	switch {
	case alone && w.Page() == 1:
		w.pages = append(w.pages, false)
	case w.atHead():
		w.pages = append(w.pages, true)
	case w.Page() > 1 && w.used() < little:
		w.pages = append(w.pages, false)
		w.Add(acrossRule())
	default:
		w.pages = append(w.pages, true)
		w.NewPage()
	}
}

// addRecord puts a record, with the heading that it is the first under. One of
// usual length stays whole; a longer one begins where much of it has room.
func (w *writer) addRecord(blocks ...tagged.Block) {
	const usual, much, spaceBefore = 100.0, 60.0, 6.0
	high, room := w.Measure(textWidth, blocks...), w.Room()-spaceBefore
	if high > room && (high <= usual || room < much) && !w.atHead() {
		w.NewPage()
	}
	w.Add(blocks...)
}

// atHead says whether nothing is on the page yet.
func (w *writer) atHead() bool { return w.Room() >= frame.Bottom-frame.Top-0.01 }

func (w *writer) betterOnNextPage(blocks []tagged.Block) bool {
	room := w.Room()
	if room > scantRoom {
		return false
	}
	h := w.Measure(textWidth, blocks...)
	return h > room && h <= frame.Bottom-frame.Top
}

// belowHeading is the room that a heading asks for below it on its page.
const belowHeading = 26

// writeOneSide writes the paper with as little left out as its one side allows.
func (w *writer) writeOneSide() {
	room := w.Room()
	w.shorterIn = func(share float64) int {
		n, _ := w.shortened(room*share, true)
		return n
	}
	n, blocks := w.shortened(room, false)
	w.shorter = n
	w.Add(blocks...)
}

// shortened is the paper with as little left out as a room in mm allows. Where nothing
// has room it is what leaves out the most, or, of a room that is about so high, the
// lowest.
func (w *writer) shortened(room float64, about bool) (n int, blocks []tagged.Block) {
	short := w.paper.Shorter
	lowest, least := 0, math.Inf(1)
	fitting := func(n int) bool {
		blocks = w.front()
		lastHeading := 0
		for _, s := range short.At(n) {
			lastHeading = len(blocks)
			blocks = append(blocks, w.blocks(s.Blocks)...)
		}
		high := math.Max(w.Measure(textWidth, blocks...), w.Measure(textWidth, blocks[:lastHeading+1]...)+belowHeading)
		if high < least {
			lowest, least = n, high
		}
		return high <= room
	}
	for n < short.Falling && !fitting(n) {
		n++
	}
	if n == short.Falling {
		n += sort.Search(short.Tries-1-short.Falling, func(more int) bool { return fitting(short.Falling + more) })
		if !fitting(n) && about {
			n = lowest
			fitting(n)
		}
	}
	return n, blocks
}
