package briefing

import (
	"math"
	"slices"
	"strconv"

	"actionplan/report"
	"actionplan/report/tagged"
)

const (
	barHeight     = 11.0
	thenHeight    = 7.0
	betweenBars   = 3.0
	betweenBlocks = 0.6
	barLabels     = 24.0 // room for the labels at the left
)

// status is the plan's actions by status: one bar for now, one for the last
// board, and the table that says the same and is also the key. Where page 1 has
// room for the bar only, the key follows on page 2.
func (p *paper) status() []tagged.Block {
	bar, key := p.statusBars(), p.statusTable()
	if all := append(slices.Clone(bar), key); p.contented || p.fitsPageOne(all) || !p.fitsPageOne(bar) {
		return all
	}
	p.Add(bar...)
	p.addContents()
	return []tagged.Block{smallHeading("What each status means"), key}
}

func (p *paper) statusBars() []tagged.Block {
	s := p.brief.Status
	blocks := p.withIntro()
	if len(s.Now) > 0 {
		blocks = append(blocks, statusBar(s)...)
	}
	return blocks
}

func statusBar(s report.StatusBar) []tagged.Block {
	x, h := 0.0, barHeight
	if len(s.Then) > 0 {
		x, h = barLabels, barHeight+betweenBars+thenHeight
	}
	now, widened := blockWidths(s.Now, textWidth-x)
	then, widenedThen := blockWidths(s.Then, textWidth-x)
	bar := tagged.Figure{Alt: s.Alt, W: textWidth, H: h, After: 3, Draw: func(c *tagged.Canvas) {
		drawBar(c, s.Now, now, x, 0, barHeight)
		if len(s.Then) > 0 {
			drawBarLabel(c, "Now", s.NowLabel, barHeight/2)
			drawBar(c, s.Then, then, x, barHeight+betweenBars, thenHeight)
			drawBarLabel(c, s.ThenName, s.ThenLabel, barHeight+betweenBars+thenHeight/2)
		}
	}}
	if !widened && !widenedThen {
		return []tagged.Block{bar}
	}
	bar.After = 1
	return []tagged.Block{bar, note("Small groups are drawn wider so that they can be read.")}
}

// drawBarLabel puts two lines beside a bar, the middle of both at y.
func drawBarLabel(c *tagged.Canvas, name, date string, y float64) {
	c.Text(0, y-0.6, name, bold(dense), tagged.Left)
	c.Text(0, y+3.6, date, label, tagged.Left)
}

// blockWidths shares a bar's width among its blocks by their counts. A block too
// narrow for its number is widened, and the others give way in proportion.
func blockWidths(blocks []report.Block, width float64) (widths []float64, widened bool) {
	widths = make([]float64, len(blocks))
	fixed := make([]bool, len(blocks))
	for {
		room, total := width-betweenBlocks*float64(len(blocks)-1), 0.0
		for i, b := range blocks {
			if fixed[i] {
				room -= widths[i]
			} else {
				total += float64(b.Count)
			}
		}
		again := false
		for i, b := range blocks {
			if fixed[i] {
				continue
			}
			widths[i] = room * float64(b.Count) / total
			if least := leastWidth(b.Count); widths[i] < least {
				widths[i], fixed[i], again, widened = least, true, true, true
			}
		}
		if !again {
			return widths, widened
		}
	}
}

// leastWidth is what a number needs: 4 for one digit, 2.5 more for each other.
func leastWidth(n int) float64 { return 4 + 2.5*float64(len(strconv.Itoa(n))-1) }

func drawBar(c *tagged.Canvas, blocks []report.Block, widths []float64, x, y, h float64) {
	for i, b := range blocks {
		c.Artifact(func() { drawBlock(c, b.Status.Meaning, x, y, widths[i], h) })
		drawCount(c, b, x, y, widths[i], h)
		x += widths[i] + betweenBlocks
	}
}

// drawCount puts shape and number in the middle of a block; the number alone
// where both don't fit. On a pattern they stand on a plate of the plain fill.
func drawCount(c *tagged.Canvas, b report.Block, x, y, w, h float64) {
	const gap, plate = 1.2, 5.2
	l, number := looks[b.Status.Meaning], strconv.Itoa(b.Count)
	style := count
	if h < thenHeight {
		style = bold(table)
	}
	numberWidth := c.TextWidth(number, style)
	content, shape := numberWidth, 0.0
	if with := shapeInTag + gap + numberWidth; shapes[b.Status.Meaning] != nil && with+2 <= w {
		content, shape = with, shapeInTag+gap
	}
	at := x + (w-content)/2
	middle := y + h/2
	c.Artifact(func() {
		if l.pattern == diagonals || l.pattern == horizontals || l.pattern == innerFrame && h < barHeight {
			from := math.Max(x+outline.Width, at-1)
			to := math.Min(x+w-outline.Width, at+content+1)
			c.FillRect(from, middle-plate/2, to-from, plate, l.fill)
		}
		if shape > 0 {
			drawShape(c, b.Status.Meaning, at, middle-shapeInTag/2, shapeInTag, l.text, l.fill)
		}
	})
	c.Text(at+shape, middle+0.344*style.Size*25.4/72, number, coloured(style, l.text), tagged.Left)
}

// statusTable has a row for every word of the key, with those that no action has.
func (p *paper) statusTable() tagged.Block {
	s := p.brief.Status
	t := denseTable("status",
		column{"status", tagged.Column{Width: 32, Title: tagged.Text("Status")}},
		column{"meaning", tagged.Column{Width: 48, Title: tagged.Text("What it means")}},
		column{"colour", tagged.Column{Width: 27, Title: tagged.Text("Colour in the workbook")}},
		column{"now", tagged.Column{Width: 14, Title: tagged.Text("Now"), Right: true}},
		column{"last-board", tagged.Column{Width: 22, Title: tagged.Text(s.ThenName), Right: true}},
		column{"change", tagged.Column{Width: 27, Title: tagged.Text("Change"), PadLeft: 5}},
	)
	t.Style, t.Pad, t.After = table, tagged.Inset{Top: 0.95, Right: 2, Bottom: 0.95}, 2
	for _, row := range s.Rows {
		t.add(tagged.Row{},
			[]tagged.Block{tag(row.Status)},
			besideTagCell(orMissing(row.Means, "Not given"), false),
			besideTagCell(orMissing(row.Colour, "None"), false),
			besideTagCell(tagged.Text(strconv.Itoa(row.Now)), true),
			besideTagCell(tagged.Text(strconv.Itoa(row.Then)), true),
			besideTagCell(tagged.Text(row.Change), false),
		)
	}
	for _, c := range []struct {
		name  string
		there bool
	}{{"colour", s.WorkbookColours}, {"last-board", s.HasThen}, {"change", s.HasThen}} {
		if !c.there || !p.now.Keeps(c.name) {
			t.give(c.name, "meaning")
		}
	}
	return t.keeping(p.now)
}

// besideTagCell is text whose first line stands level with a tag's word.
func besideTagCell(runs []tagged.Run, right bool) []tagged.Block {
	return []tagged.Block{tagged.Box{
		Pad:    tagged.Inset{Top: (tagHeight - table.Height()) / 2},
		Blocks: []tagged.Block{tagged.Para{Runs: runs, Style: table, Right: right}},
	}}
}
