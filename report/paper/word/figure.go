package word

import (
	"math"
	"strconv"
	"strings"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

const (
	barHigh    = 11.0
	thenHigh   = 7.0
	smallHigh  = 5.2
	betweenBar = 3.0
	barGap     = 0.6  // between blocks
	barLabels  = 24.0 // room for the labels at the left

	countShape, besideShape = 3.6, 1.2 // beside a count
)

func (d *document) bar(b block.Bar, w float64) {
	d.open(paragraph{style: "picture"})
	widened := d.barPicture(b, w)
	d.close()
	if widened {
		d.para(paragraph{style: "note"}, words(b.Widened))
	}
}

// barPicture draws a bar, and says whether a block is wider than its count.
func (d *document) barPicture(b block.Bar, w float64) (widened bool) {
	high := barHigh
	if b.Small {
		high = smallHigh
	}
	total, x := high, 0.0
	if b.Then != nil {
		total, x = high+betweenBar+thenHigh, barLabels
	}
	_, widenedNow := shares(b.Now, w-x)
	_, widenedThen := shares(b.Then, w-x)
	d.place(drawing(b.Alt, w, total, white, func(c *canvas) {
		const edge = 0.3 // mm, or the last block's edge is cut off with the picture
		c.counts(b.Now, x, 0, w-x-edge, high)
		if b.Then != nil {
			c.barLabel("Now", b.NowLabel, high/2)
			c.counts(b.Then, x, high+betweenBar, w-x-edge, thenHigh)
			c.barLabel(b.ThenName, b.ThenLabel, high+betweenBar+thenHigh/2)
		}
	}), "")
	return widenedNow || widenedThen
}

func (c *canvas) barLabel(name, day string, middle float64) {
	c.text(0, middle-0.6, name, boldLabel, 0)
	c.text(0, middle+3.4, day, label, 0)
}

// shares is how much of a bar's width each block has, and whether one has more
// than its count.
func shares(counts []block.Count, w float64) (of []float64, widened bool) {
	numbers := make([]int, len(counts))
	for i, n := range counts {
		numbers[i] = n.N
	}
	// A number needs 4 mm, and 2.5 more for each further figure.
	bare := func(i int) float64 { return (4 + 2.5*float64(len(strconv.Itoa(numbers[i]))-1)) / w }
	return chart.Shares(numbers, barGap/w, func(i int) float64 {
		if counts[i].Look.Shape == chart.NoShape {
			return bare(i)
		}
		return bare(i) + (countShape+besideShape+1)/w // no two statuses look alike in a narrow block
	}, bare)
}

// counts draws a bar of blocks, each with its shape and number.
func (c *canvas) counts(counts []block.Count, x, y, w, h float64) {
	of, _ := shares(counts, w)
	for i, n := range counts {
		wide := of[i] * w
		l := n.Look
		if l.Pattern == chart.InnerFrame && h < barHigh {
			l.Pattern = chart.Plain // a low frame has no room for what stands in it
		}
		c.plate(l, rectangle(x, y, wide, h), x, y, wide, h)
		c.count(n, x, y, wide, h)
		x += wide + barGap
	}
}

// count puts shape and number into the middle of a block, the number alone
// where there is no room for both. On a pattern they stand on the plain fill.
func (c *canvas) count(n block.Count, x, y, w, h float64) {
	const size, gap, plate, sliver = countShape, besideShape, 5.2, 1.5
	l := letters{12.5, true, n.Look.Ink}
	if h < thenHigh {
		l.size = 10.5
	}
	number := strconv.Itoa(n.N)
	content, indent := width(number, l), 0.0
	if n.Look.Shape != chart.NoShape && content+size+gap+2 <= w {
		content, indent = content+size+gap, size+gap
	}
	at, middle := x+(w-content)/2, y+h/2
	if n.Look.Pattern.Plated() {
		from, to := at-1, at+content+1
		if from-x < sliver { // a pattern beside it would look like a perforation
			from, to = x+0.25, x+w-0.25
		}
		c.fill(n.Look.Fill, rectangle(from, math.Max(y+0.25, middle-plate/2), to-from, math.Min(h-0.5, plate)))
	}
	if indent > 0 {
		c.shape(n.Look, at, middle-size/2, size, n.Look.Ink, n.Look.Fill)
	}
	c.text(at+indent, middle+capital(l.size), number, l, 0)
}

// swatch is a block in a look, with its shape: the key's, as the bar has it.
func swatch(l block.Look) picture {
	const wide, high, size, plate = 6.0, 5.6, 3.6, 4.6
	made := drawing("", wide, high, white, func(c *canvas) {
		c.plate(l, rectangle(0.1, 0.1, wide-0.2, high-0.2), 0.1, 0.1, wide-0.2, high-0.2)
		if l.Pattern.Plated() {
			c.fill(l.Fill, rectangle((wide-plate)/2, (high-plate)/2, plate, plate))
		}
		if l.Shape != chart.NoShape {
			c.shape(l, (wide-size)/2, (high-size)/2, size, l.Ink, l.Fill)
		}
	})
	made.sink = 3.5
	return made
}

// marks are a shape for each action, in one picture of at most a width.
func (d *document) marks(m block.Marks, w float64) {
	const size, step = 4.0, 5.0
	perRow := min(len(m.Looks), 12, max(1, int((w+step-size)/step)))
	if perRow == 0 {
		return
	}
	rows := (len(m.Looks) + perRow - 1) / perRow
	d.place(drawing(m.Alt, step*float64(perRow), step*float64(rows), white, func(c *canvas) {
		for i, l := range m.Looks {
			x, y := step*float64(i%perRow), step*float64(i/perRow)
			if l.Shape == chart.NoShape {
				c.line(pen{width: 0.3, hex: ink, dash: []float64{1, 0.8}}, append(rectangle(x, y+0.5, size, size), chart.Point{X: x, Y: y + 0.5})...)
				continue
			}
			c.shape(l, x, y+0.5, size, ink, white)
		}
	}), "")
}

// panels are measures, two to a row.
func (d *document) panels(p block.Panels) {
	d.sideBySide(2, len(p.Items), func(i int) { d.panel(p.Items[i]) })
}

const panelWidth = 80.0

// panel keeps nothing together: its row does, and one that stays with the next
// would keep all rows on one page.
func (d *document) panel(p block.Panel) {
	d.apart = true
	defer func() { d.apart = false }()
	d.heading(block.Heading{Level: p.Level, Runs: []block.Run{words(p.Heading)}})
	if p.Value != "" || p.Direction != "" || p.Distance != "" {
		d.open(paragraph{style: "cell"})
		d.text(p.Value, `<w:b/><w:sz w:val="36"/>`)
		if p.Direction != "" {
			d.text("  "+p.Direction, "")
		}
		if p.Distance != "" {
			d.text("\n"+p.Distance, "")
		}
		d.close()
	}
	if p.Chart != nil {
		d.open(paragraph{style: "picture"})
		d.place(lineChart(*p.Chart), "")
		d.close()
	} else {
		d.para(paragraph{style: "cell"}, p.Instead...)
	}
	for _, n := range p.Notes {
		d.para(paragraph{style: "note"}, words(n))
	}
}

// The plot of a chart of panelWidth, in mm, where the words beside it have room.
const (
	plotLeft   = 10.5
	plotRight  = 55.0
	plotTop    = 4.5
	plotBottom = 26.5
	plotInset  = 3.0 // of the first and the last point
	labelStep  = 4.2

	besideScale, besidePlot = 1.0, 1.5 // between the plot and the words at its left and right
)

// plot is a chart with where its plot begins and ends, in mm.
type plot struct {
	block.Chart
	left, right float64
}

func plotOf(l block.Chart) plot {
	left, right := l.Across(chart.Span{From: plotLeft, To: plotRight}, panelWidth, besideScale, besidePlot, func(s string, bold bool) float64 {
		return width(s, letters{9.5, bold, ink})
	})
	return plot{l, left, right}
}

func lineChart(of block.Chart) picture {
	l := plotOf(of)
	labelLeft := l.right + besidePlot
	labels := l.Labels(labelStep/(plotBottom-plotTop), 2/(plotBottom-plotTop), func(text string, bold bool) []string {
		return wrap(text, letters{9.5, bold, ink}, panelWidth-labelLeft)
	})
	high := plotBottom + 5.5
	for _, mark := range labels {
		high = math.Max(high, plotTop+mark.Y*(plotBottom-plotTop)+labelStep*float64(len(mark.Lines)))
	}
	return drawing(l.Alt, panelWidth, high, white, func(c *canvas) {
		c.scale(l)
		c.levels(l)
		c.values(l)
		for _, mark := range labels {
			for i, s := range mark.Lines {
				set := letters{9.5, mark.Bold, ink}
				c.text(labelLeft, plotTop+mark.Y*(plotBottom-plotTop)+capital(set.size)+labelStep*float64(i), s, set, 0)
			}
		}
	})
}

func (l plot) wide() float64 { return l.right - l.left - 2*plotInset }

func (l plot) place(p chart.Point) chart.Point {
	return chart.Point{X: l.left + plotInset + p.X*l.wide(), Y: plotTop + p.Y*(plotBottom-plotTop)}
}

func (c *canvas) scale(l plot) {
	small := letters{9.5, false, muted}
	rule := pen{width: 0.2, hex: grey}
	for _, y := range []float64{plotTop, plotBottom} {
		c.line(rule, chart.Point{X: l.left, Y: y}, chart.Point{X: l.right, Y: y})
	}
	c.text(l.left-besideScale, plotTop+capital(small.size), l.HighLabel, small, -1)
	c.text(l.left-besideScale, plotBottom+capital(small.size), l.LowLabel, small, -1)
	c.text(l.left, plotBottom+4.2, l.FromLabel, small, 0)
	if l.ToLabel != l.FromLabel {
		c.text(l.right, plotBottom+4.2, l.ToLabel, small, -1)
	}
}

// levelPens tell levels apart by their dashes, never by a colour.
var levelPens = map[chart.LevelKind]pen{
	chart.England: {width: 0.5, hex: muted, dash: []float64{2, 0.8, 0.5, 0.8}},
	chart.Similar: {width: 0.5, hex: muted, dash: []float64{0.5, 0.8}},
	chart.Target:  {width: 0.4, hex: ink, dash: []float64{2, 1}},
}

func (c *canvas) levels(l plot) {
	for _, level := range l.Levels {
		y := l.place(chart.Point{Y: l.Y(level.Value)}).Y
		c.line(levelPens[level.Kind], chart.Point{X: l.left, Y: y}, chart.Point{X: l.right, Y: y})
	}
}

func (c *canvas) values(l plot) {
	if l.Joined {
		for _, stretch := range l.Paths() {
			c.stretch(l, stretch)
		}
	} else {
		for _, s := range l.Intervals {
			from, to := l.Ends(s)
			c.line(pen{width: 0.4, hex: muted}, l.place(from), l.place(to))
		}
		for _, p := range l.Path() {
			p = l.place(p)
			c.fill(ink, circle(p.X, p.Y, 0.9))
		}
	}
	if l.Latest != nil {
		p := l.place(l.At(*l.Latest))
		c.fill(ink, circle(p.X, p.Y, 1.3))
	}
	c.baseline(l)
}

// stretch is points that one line joins; one alone is a dot.
func (c *canvas) stretch(l plot, points []chart.Point) {
	var path []chart.Point
	for _, p := range points {
		path = append(path, l.place(p))
	}
	if len(path) == 1 {
		c.fill(ink, circle(path[0].X, path[0].Y, 0.9))
		return
	}
	c.line(pen{width: 0.7, hex: ink}, path...)
	for _, p := range path { // joints
		c.fill(ink, circle(p.X, p.Y, 0.35))
	}
}

// baseline is an open circle, with its value where nothing runs through the words.
func (c *canvas) baseline(l plot) {
	if l.Baseline == nil {
		return
	}
	p := l.place(l.At(*l.Baseline))
	c.fill(white, circle(p.X, p.Y, 1.1))
	c.ring(pen{width: 0.5, hex: ink}, p.X, p.Y, 1.1)
	if l.BaselineLabel == "" {
		return
	}
	const clear, high = 0.5, plotBottom - plotTop // around the words
	half, wide := capital(label.size), width(l.BaselineLabel, label)
	words := l.BaselineWords(chart.Words{W: (wide + 2*clear) / l.wide(), H: (2*half + 2*clear) / high, Beside: plotInset / l.wide(), Mark: 1.4 / high, Aspect: l.wide() / high})
	at := l.place(words)
	c.fill(white, rectangle(at.X, at.Y, wide+2*clear, 2*half+2*clear))
	c.text(at.X+clear, at.Y+clear+2*half, l.BaselineLabel, label, 0)
}

// wrap breaks words into lines of a width.
func wrap(text string, l letters, wide float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		switch longer := line + " " + word; {
		case line == "":
			line = word
		case width(longer, l) <= wide:
			line = longer
		default:
			lines, line = append(lines, line), word
		}
	}
	return append(lines, line)
}
