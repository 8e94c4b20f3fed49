package tagged

import "math"

// A slice is a horizontal band of laid-out content: a line of text, a figure, a
// table row. Pages are filled with slices; nothing else decides where a page
// ends.
type slice struct {
	before, after float64 // space; of two neighbours the larger counts
	height        float64
	natural       float64 // width its content really takes
	glued         bool    // no break between this and the next slice
	room          float64 // what must fit on the page below this slice too

	draw func(x, y float64)

	// split cuts the slice so that head is no higher than avail. It returns nil
	// when it may not or can't; force lifts the rules that only serve the looks.
	split func(avail float64, force bool) (head, tail *slice)

	// again is what is drawn once more, as artifact, when a page begins with
	// this slice: a table's header row.
	again func() []slice
}

// wholeHeight is the height up to which figures, cards and rows are not split.
const wholeHeight = 80

// A Block is a piece of content. Blocks are laid out for a width and put into a
// parent element; with a nil parent they are artifacts.
type Block interface {
	lay(d *Doc, parent *element, width float64) []slice
}

// Add puts blocks at the end of the document.
func (d *Doc) Add(blocks ...Block) {
	for _, b := range blocks {
		if t, ok := b.(Table); ok {
			t.eachSlice(d, d.root, func(s slice) {
				d.pending = append(d.pending, s)
				d.place(false)
			})
			continue
		}
		d.pending = append(d.pending, b.lay(d, d.root, d.options.Frame.Width)...)
		d.place(false)
	}
}

// NewPage ends the page, unless nothing is on it.
func (d *Doc) NewPage() {
	d.flush()
	if !d.atHead {
		d.startPage()
	}
}

// Room is the height left on the page.
func (d *Doc) Room() float64 {
	room := d.options.Frame.Bottom - d.y
	if len(d.pending) > 0 {
		room -= stackHeight(d.pending) + math.Max(d.after, d.pending[0].before)
	}
	return room
}

// Measure is the height that blocks would take, one below the other.
func (d *Doc) Measure(width float64, blocks ...Block) float64 {
	return stackHeight(layAll(d, nil, width, blocks))
}

// Width is the width of a text on one line.
func (d *Doc) Width(style Style, text string) float64 {
	return lineWidth(d.glyphs(Text(text), style))
}

func (d *Doc) flush() { d.place(true) }

// place draws pending slices. A last slice that is glued to what follows stays
// pending unless there is nothing more to come.
func (d *Doc) place(last bool) {
	for len(d.pending) > 0 {
		n := 1
		for n < len(d.pending) && d.pending[n-1].glued {
			n++
		}
		if n == len(d.pending) && d.pending[n-1].glued && !last {
			return
		}
		d.placeChunk(n)
	}
}

// placeChunk draws the first n pending slices, which belong on one page.
func (d *Doc) placeChunk(n int) {
	chunk := d.pending[:n]
	room := d.options.Frame.Bottom - d.y - d.gap(chunk[0])
	if neededHeight(chunk) <= room+tolerance {
		d.drawSlices(chunk)
		d.pending = d.pending[n:]
		return
	}
	end := &chunk[n-1]
	above := stackHeight(chunk) - end.height
	head, tail := end.trySplit(room-above, false)
	if head == nil && !d.atHead {
		d.startPage()
		return
	}
	if head == nil {
		// A page of its own is not enough: break where it fits, or let a single
		// thing that is higher than any page run over.
		fits, rest := splitSlices(chunk, room, true)
		if len(fits) == 0 {
			fits, rest = chunk[:1], chunk[1:]
		}
		d.drawSlices(fits)
		d.pending = append(append([]slice{}, rest...), d.pending[n:]...)
	} else {
		d.drawSlices(append(append([]slice{}, chunk[:n-1]...), *head))
		d.pending = append([]slice{*tail}, d.pending[n:]...)
	}
	if len(d.pending) > 0 {
		d.startPage()
	}
}

// neededHeight is the height of a chunk, or what a heading in it asks for.
func neededHeight(chunk []slice) float64 {
	need, y, after := 0.0, 0.0, 0.0
	for i, s := range chunk {
		if i > 0 {
			y += math.Max(after, s.before)
		}
		y += s.height
		after = s.after
		need = math.Max(need, y+s.room)
	}
	return need
}

func (d *Doc) gap(s slice) float64 {
	if d.atHead {
		if s.again == nil {
			return 0
		}
		return stackHeight(s.again())
	}
	return math.Max(d.after, s.before)
}

func (d *Doc) drawSlices(slices []slice) {
	left := d.options.Frame.Left
	for _, s := range slices {
		if d.atHead && s.again != nil {
			again := s.again()
			drawStack(again, left, d.y)
			d.y += stackHeight(again)
		} else {
			d.y += d.gap(s)
		}
		s.draw(left, d.y)
		d.y += s.height
		d.after, d.atHead = s.after, false
	}
}

func (s *slice) trySplit(avail float64, force bool) (head, tail *slice) {
	if s.split == nil || avail <= 0 {
		return nil, nil
	}
	head, tail = s.split(avail, force)
	if head != nil {
		head.before, head.again, tail.after = s.before, s.again, s.after
		head.glued, tail.glued = false, s.glued
	}
	return head, tail
}

// stackHeight is the height of slices one below the other, without the space
// before the first and after the last.
func stackHeight(slices []slice) float64 {
	y, after := 0.0, 0.0
	for i, s := range slices {
		if i > 0 {
			y += math.Max(after, s.before)
		}
		y += s.height
		after = s.after
	}
	return y
}

func drawStack(slices []slice, x, y float64) {
	after := 0.0
	for i, s := range slices {
		if i > 0 {
			y += math.Max(after, s.before)
		}
		s.draw(x, y)
		y += s.height
		after = s.after
	}
}

// splitSlices takes from a stack what fits in avail. With force, glue gives way.
func splitSlices(slices []slice, avail float64, force bool) (head, tail []slice) {
	y, after := 0.0, 0.0
	good := 0 // slices before the last place where a break is allowed
	for i, s := range slices {
		gap := 0.0
		if i > 0 {
			gap = math.Max(after, s.before)
		}
		if y+gap+s.height > avail+tolerance {
			if h, t := s.trySplit(avail-y-gap, force); h != nil {
				head = append(append(head, slices[:i]...), *h)
				tail = append(append(tail, *t), slices[i+1:]...)
				return head, tail
			}
			if force && good == 0 {
				good = i
			}
			return slices[:good], slices[good:]
		}
		y += gap + s.height
		after = s.after
		if !s.glued {
			good = i + 1
		}
	}
	return slices, nil
}
