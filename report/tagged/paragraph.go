package tagged

// headingRoom is what must fit below a heading on its page.
const headingRoom = 25

// Para is a paragraph.
type Para struct {
	Runs          []Run
	Style         Style
	Before, After float64
	Width         float64 // the widest it may get; 0 is all there is
	Right         bool    // right aligned, for numbers
	Keep          bool    // all of it stays with what follows
	ID            string

	// Role is its tag. Empty is P, or none where the paragraph is all that a
	// table cell or list body holds.
	Role string
}

// Words is a plain paragraph.
func Words(style Style, text string) Para { return Para{Runs: Text(text), Style: style} }

func (p Para) lay(d *Doc, parent *element, width float64) []slice {
	role := p.Role
	if role == "" {
		role = "P"
	}
	return p.layIn(d, parent.child(role), width)
}

// layIn lays the lines straight into an element.
func (p Para) layIn(d *Doc, elem *element, width float64) []slice {
	t := &textBlock{runs: p.Runs, style: p.Style, elem: elem}
	slices := d.layText(t, p.limit(width), width, p.Right)
	space(slices, p.Before, p.After)
	for i := range slices {
		slices[i].glued = slices[i].glued || p.Keep
	}
	if id := idIn(elem, p.ID); id != "" {
		atTop(slices, func(y float64) { d.setPlace(id, y) })
	}
	return slices
}

func (p Para) limit(width float64) float64 {
	if p.Width > 0 && p.Width < width {
		return p.Width
	}
	return width
}

// idIn is the ID, unless it is repeated in an artifact.
func idIn(elem *element, id string) string {
	if elem == nil {
		return ""
	}
	return id
}

// layText makes a slice of each line; two lines stay together at either end.
func (d *Doc) layText(t *textBlock, limit, width float64, right bool) []slice {
	lines := d.linesOf(t.runs, t.style, limit)
	slices := make([]slice, len(lines))
	for i, line := range lines {
		natural := lineWidth(line)
		indent := 0.0
		if right {
			indent = width - natural
		}
		slices[i] = slice{
			height:  t.style.Height(),
			natural: natural,
			glued:   i+1 < len(lines) && (i == 0 || i == len(lines)-2),
			draw:    func(x, y float64) { d.drawLine(t, line, x+indent, y, layoutArtifact) },
		}
	}
	return slices
}

// space sets the space before the first slice and after the last.
func space(slices []slice, before, after float64) {
	if len(slices) > 0 {
		slices[0].before = before
		slices[len(slices)-1].after = after
	}
}

// atTop calls f with the top of the first slice when it is drawn.
func atTop(slices []slice, f func(y float64)) {
	if len(slices) == 0 {
		return
	}
	draw := slices[0].draw
	slices[0].draw = func(x, y float64) {
		f(y)
		draw(x, y)
	}
}

// Heading is a heading with its bookmark. It stays with what follows.
type Heading struct {
	Level         int // 1 to 3
	Runs          []Run
	Style         Style
	Before, After float64
	Width         float64
	ID            string
	Bookmark      string // empty: the heading's own text
	Balanced      bool   // its lines are about as long as each other: no word stands alone on the last
}

func (h Heading) lay(d *Doc, parent *element, width float64) []slice {
	if h.Balanced {
		h.Balanced = false
		h.Width = d.balanced(h, width)
	}
	p := Para{Runs: h.Runs, Style: h.Style, Before: h.Before, After: h.After, Width: h.Width,
		ID: h.ID, Role: "H" + string(rune('0'+h.Level))}
	slices := p.lay(d, parent, width)
	for i := range slices {
		slices[i].glued = true
	}
	if len(slices) > 0 {
		slices[len(slices)-1].room = h.After + headingRoom
	}
	if parent != nil {
		atTop(slices, func(y float64) {
			d.bookmarks = append(d.bookmarks, bookmark{h.Level, h.title(), place{d.current, y}})
		})
	}
	return slices
}

func (h Heading) title() string {
	if h.Bookmark != "" {
		return Clean(h.Bookmark)
	}
	title := ""
	for _, r := range h.Runs {
		title += r.Text
	}
	return Clean(title)
}

// layAll lays blocks one below the other.
func layAll(d *Doc, parent *element, width float64, blocks []Block) []slice {
	var slices []slice
	for _, b := range blocks {
		slices = append(slices, b.lay(d, parent, width)...)
	}
	return slices
}

// layContent lays what a cell or list body holds: one paragraph that names no
// role goes straight into the element, with no P between.
func layContent(d *Doc, elem *element, width float64, blocks []Block) []slice {
	if len(blocks) == 1 {
		switch b := blocks[0].(type) {
		case Para:
			if b.Role == "" {
				return b.layIn(d, elem, width)
			}
		case Box:
			if b.Role == "" {
				return b.layIn(d, elem, width, layContent)
			}
		}
	}
	return layAll(d, elem, width, blocks)
}

// balanced is the least width in which a heading takes no more lines than in the whole.
func (d *Doc) balanced(h Heading, width float64) float64 {
	const step = 2.0
	high, least := d.Measure(width, h), width
	for high > 1.5*h.Style.Height() && least-step > width/2 && d.Measure(least-step, h) <= high {
		least -= step
	}
	return least
}
