package tagged

import "strconv"

// Contents is a list of what is on which page, with links.
type Contents struct {
	Entries       []Entry
	Style         Style
	Between       float64
	Before, After float64
}

// Entry is a line of Contents.
type Entry struct{ Text, To string }

// pageColumn is the room for page numbers at the right.
const pageColumn = 10

func (c Contents) lay(d *Doc, parent *element, width float64) []slice {
	toc := parent.child("TOC")
	var slices []slice
	for _, entry := range c.Entries {
		link := toc.child("TOCI").child("Reference").child("Link")
		lines := c.layEntry(d, link, entry, width)
		space(lines, c.Between, c.Between)
		slices = append(slices, lines...)
	}
	space(slices, c.Before, c.After)
	return slices
}

func (c Contents) layEntry(d *Doc, link *element, entry Entry, width float64) []slice {
	number := strconv.Itoa(d.PageOf(entry.To))
	text := &textBlock{runs: Text(entry.Text + " "), style: c.Style, elem: link}
	lines := d.layText(text, width-pageColumn, width, false)
	run := Run{To: entry.To, Says: "Go to " + entry.Text + ", page " + number}
	for i := range lines {
		drawText, end := lines[i].draw, lines[i].natural
		last := i == len(lines)-1
		lines[i].glued = !last
		lines[i].draw = func(x, y float64) {
			drawText(x, y)
			reach := end
			if last {
				c.drawNumber(d, link, number, x+end, x+width, y)
				reach = width
			}
			d.addLink(link, run, x, y, reach, c.Style.Height())
		}
	}
	return lines
}

// drawNumber draws the dots, which are artifact, and the page number.
func (c Contents) drawNumber(d *Doc, link *element, number string, from, to, y float64) {
	baseline := y + c.Style.baseline()
	start := to - d.Width(c.Style, number)
	d.artifactCanvas(0, 0).Line(from+2, baseline, start-2, baseline,
		Stroke{Width: 0.3, Color: c.Style.Color, Dash: []float64{0.01, 1.2}, Round: true})
	canvas := &Canvas{doc: d, scale: 1, elem: link}
	canvas.Text(start, baseline, number, c.Style, Left)
}
