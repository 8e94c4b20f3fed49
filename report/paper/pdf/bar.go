package pdf

import (
	"math"
	"strconv"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

const (
	barHeight     = 11.0
	thenHeight    = 7.0
	betweenBars   = 3.0
	betweenBlocks = 0.6
	besideShape   = 1.2
	barLabels     = 24.0 // room for the labels at the left
)

// bar is one bar for now, and one for the last board where there is one.
func (w *writer) bar(b block.Bar) []tagged.Block {
	x, h := 0.0, barHeight
	if len(b.Then) > 0 {
		x, h = barLabels, barHeight+betweenBars+thenHeight
	}
	now, widened := blockWidths(b.Now, textWidth-x)
	then, widenedThen := blockWidths(b.Then, textWidth-x)
	bar := tagged.Figure{Alt: b.Alt, W: textWidth, H: h, After: 3, Draw: func(c *tagged.Canvas) {
		drawBar(c, b.Now, now, x, 0, barHeight)
		if len(b.Then) > 0 {
			drawBarLabel(c, "Now", b.NowLabel, barHeight/2)
			drawBar(c, b.Then, then, x, barHeight+betweenBars, thenHeight)
			drawBarLabel(c, b.ThenName, b.ThenLabel, barHeight+betweenBars+thenHeight/2)
		}
	}}
	if !widened && !widenedThen {
		return one(bar)
	}
	bar.After = 1
	return []tagged.Block{bar, w.para(block.Para{Runs: []block.Run{{Text: b.Widened}}, As: block.Note})}
}

// smallBar is a bar in a table's cell.
func smallBar(b block.Bar, width float64) tagged.Block {
	widths, _ := blockWidths(b.Now, width)
	return tagged.Figure{Alt: b.Alt, W: width, H: monthHeight, Draw: func(c *tagged.Canvas) {
		drawBar(c, b.Now, widths, 0, 0, monthHeight)
	}}
}

// drawBarLabel puts two lines beside a bar, the middle of both at y.
func drawBarLabel(c *tagged.Canvas, name, date string, y float64) {
	c.Text(0, y-0.6, name, bold(dense), tagged.Left)
	c.Text(0, y+3.6, date, label, tagged.Left)
}

// blockWidths share a bar's width among its blocks.
func blockWidths(counts []block.Count, width float64) (widths []float64, widened bool) {
	all := make([]int, len(counts))
	for i, c := range counts {
		all[i] = c.N
	}
	widths, widened = chart.Shares(all, betweenBlocks/width, func(i int) float64 { return roomyWidth(counts[i]) / width },
		func(i int) float64 { return bareWidth(counts[i].N) / width })
	for i := range widths {
		widths[i] *= width
	}
	return widths, widened
}

// roomyWidth is what a shape and a number need, so that no two statuses look
// alike in a narrow block.
func roomyWidth(c block.Count) float64 {
	if c.Look.Shape == chart.NoShape {
		return bareWidth(c.N)
	}
	return bareWidth(c.N) + shapeInTag + besideShape + 1
}

// bareWidth is what a number needs: 4 for one digit, 2.5 more for each other.
func bareWidth(n int) float64 { return 4 + 2.5*float64(len(strconv.Itoa(n))-1) }

func drawBar(c *tagged.Canvas, counts []block.Count, widths []float64, x, y, h float64) {
	for i, b := range counts {
		l := b.Look
		if l.Pattern == chart.InnerFrame && h < barHeight {
			l.Pattern = chart.Plain // a low frame has no room for what stands in it
		}
		c.Artifact(func() { drawBlock(c, l, x, y, widths[i], h) })
		drawCount(c, b, x, y, widths[i], h)
		x += widths[i] + betweenBlocks
	}
}

// drawCount puts shape and number in the middle of a block; the number alone
// where both don't fit. On a pattern they stand on a plate of the plain fill.
func drawCount(c *tagged.Canvas, b block.Count, x, y, w, h float64) {
	const plate, sliver = 5.2, 1.5
	l, number := b.Look, strconv.Itoa(b.N)
	style := count
	if h < thenHeight {
		style = bold(table)
	}
	numberWidth := c.TextWidth(number, style)
	content, shape := numberWidth, 0.0
	if with := shapeInTag + besideShape + numberWidth; l.Shape != chart.NoShape && with+2 <= w {
		content, shape = with, shapeInTag+besideShape
	}
	at := x + (w-content)/2
	middle := y + h/2
	c.Artifact(func() {
		if l.Pattern.Plated() {
			from, to := at-1, at+content+1
			if from-x < sliver { // a pattern beside it would look like a perforation
				from, to = x+outline.Width, x+w-outline.Width
			}
			high := math.Min(plate, h-2*outline.Width) // the outline stays
			c.FillRect(from, middle-high/2, to-from, high, colour(l.Fill))
		}
		if shape > 0 {
			drawShape(c, l, at, middle-shapeInTag/2, shapeInTag, colour(l.Ink), colour(l.Fill))
		}
	})
	c.Text(at+shape, middle+0.344*style.Size*25.4/72, number, coloured(style, colour(l.Ink)), tagged.Left)
}
