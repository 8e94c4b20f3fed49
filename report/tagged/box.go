package tagged

import "math"

// Inset is the space between an edge and what is inside.
type Inset struct{ Top, Right, Bottom, Left float64 }

// Box is blocks with something drawn behind or over them, such as a card or a
// status tag. What is drawn is artifact. Up to 80 high it is never split.
type Box struct {
	Blocks        []Block
	Pad           Inset
	Behind, Over  func(c *Canvas, w, h float64)
	Role          string // "": its blocks belong to the box's own parent
	Fit           bool   // as narrow as its text
	MinWidth      float64
	MinHeight     float64
	Before, After float64
	Keep          bool // its end stays with what follows

	// Continued is printed in ContinuedStyle, as artifact, where the box goes on
	// over a page: "2.1 Escalation, continued".
	Continued      string
	ContinuedStyle Style
}

func (b Box) lay(d *Doc, parent *element, width float64) []slice {
	if b.Role != "" {
		return b.layIn(d, parent.child(b.Role), width, layAll)
	}
	return b.layIn(d, parent, width, layAll)
}

type layer func(d *Doc, parent *element, width float64, blocks []Block) []slice

func (b Box) layIn(d *Doc, elem *element, width float64, lay layer) []slice {
	inner := lay(d, elem, width-b.Pad.Left-b.Pad.Right, b.Blocks)
	if b.Fit {
		widest := 0.0
		for _, s := range inner {
			widest = math.Max(widest, s.natural)
		}
		width = math.Min(width, math.Max(b.MinWidth, widest+b.Pad.Left+b.Pad.Right))
	}
	band := &band{
		doc: d, width: width, pad: b.Pad, minHeight: b.MinHeight, whole: wholeHeight,
		behind: b.Behind, over: b.Over,
		stacks: []stack{{x: b.Pad.Left, slices: inner}},
	}
	s := band.slice()
	s.before, s.after, s.glued = b.Before, b.After, b.Keep
	if b.Continued != "" {
		s.split = b.goOn(d, s.split)
	}
	return []slice{s}
}

// goOn makes the tail of a split box begin with what it continues.
func (b Box) goOn(d *Doc, split func(float64, bool) (*slice, *slice)) func(float64, bool) (*slice, *slice) {
	return func(avail float64, force bool) (*slice, *slice) {
		head, tail := split(avail, force)
		if head == nil {
			return nil, nil
		}
		tail.split = b.goOn(d, tail.split)
		tail.again = func() []slice {
			p := Para{Runs: Text(b.Continued), Style: b.ContinuedStyle, After: 1}
			return p.layIn(d, nil, d.options.Frame.Width)
		}
		return head, tail
	}
}

// Columns are blocks side by side, top aligned, read from left to right.
type Columns struct {
	Cells         []Col
	Gap           float64
	Role          string // for all of them, such as "L"
	Before, After float64
	Keep          bool // they stay with what follows

	// Continued is printed in ContinuedStyle, as artifact, above columns that begin a
	// page: the row before them stands on the page before.
	Continued      string
	ContinuedStyle Style
}

// Col is one of Columns.
type Col struct {
	Width  float64
	Blocks []Block
	Role   string // such as "LI"
}

func (c Columns) lay(d *Doc, parent *element, width float64) []slice {
	elem := parent
	if c.Role != "" {
		elem = parent.child(c.Role)
	}
	band := &band{doc: d, width: width, whole: wholeHeight}
	x := 0.0
	for _, cell := range c.Cells {
		into := elem
		if cell.Role != "" {
			into = elem.child(cell.Role)
		}
		band.stacks = append(band.stacks, stack{x: x, slices: layAll(d, into, cell.Width, cell.Blocks)})
		x += cell.Width + c.Gap
	}
	s := band.slice()
	s.before, s.after, s.glued = c.Before, c.After, c.Keep
	if c.Continued != "" {
		s.again = func() []slice {
			title := Para{Runs: Text(c.Continued), Style: c.ContinuedStyle, After: 2}
			return append(title.layIn(d, nil, width), slice{draw: func(float64, float64) {}})
		}
	}
	return []slice{s}
}

// A band is stacks of slices side by side that make one slice together: a box,
// columns, a list item, a table row.
type band struct {
	doc          *Doc
	width        float64
	pad          Inset // the stacks' x already holds the left one
	minHeight    float64
	whole        float64 // up to this height it is not split
	atBottom     bool    // lower stacks down to the foot of the highest
	behind, over func(c *Canvas, w, h float64)
	id           string // where it begins
	stacks       []stack
}

type stack struct {
	x      float64
	slices []slice
}

func (b *band) innerHeight() float64 {
	h := 0.0
	for _, s := range b.stacks {
		h = math.Max(h, stackHeight(s.slices))
	}
	return math.Max(h, b.minHeight-b.pad.Top-b.pad.Bottom)
}

func (b *band) slice() slice {
	inner := b.innerHeight()
	height := b.pad.Top + inner + b.pad.Bottom
	return slice{
		height:  height,
		natural: b.width,
		split:   b.split,
		draw: func(x, y float64) {
			b.doc.setPlace(b.id, y)
			if b.behind != nil {
				b.behind(b.doc.artifactCanvas(x, y), b.width, height)
			}
			for _, s := range b.stacks {
				top := y + b.pad.Top
				if b.atBottom {
					top += inner - stackHeight(s.slices)
				}
				drawStack(s.slices, x+s.x, top)
			}
			if b.over != nil {
				b.over(b.doc.artifactCanvas(x, y), b.width, height)
			}
		},
	}
}

// split cuts every stack at the same height. Each that has anything must leave
// something in the head, so that no cell's text starts on the next page beside
// text that continues.
func (b *band) split(avail float64, force bool) (head, tail *slice) {
	if b.pad.Top+b.innerHeight()+b.pad.Bottom <= b.whole && !force {
		return nil, nil
	}
	first, rest := *b, *b
	first.stacks, rest.stacks = make([]stack, len(b.stacks)), make([]stack, len(b.stacks))
	first.minHeight, rest.minHeight = 0, 0
	rest.id = ""
	var taken, left int
	for i, s := range b.stacks {
		h, t := splitSlices(s.slices, avail-b.pad.Top-b.pad.Bottom, force)
		if len(s.slices) > 0 && len(h) == 0 && !force {
			return nil, nil
		}
		first.stacks[i] = stack{s.x, h}
		rest.stacks[i] = stack{s.x, t}
		taken += len(h)
		left += len(t)
	}
	if taken == 0 || left == 0 {
		return nil, nil
	}
	hs, ts := first.slice(), rest.slice()
	return &hs, &ts
}
