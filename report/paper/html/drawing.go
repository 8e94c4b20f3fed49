package html

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// place is a place within a picture: in % of its width where it stretches with
// the page, else in CSS pixels. It is rounded to hundredths.
type place float64

func (p place) String() string {
	return strconv.FormatFloat(math.Round(float64(p)*100)/100, 'f', -1, 64)
}

// draw writes markup of our own with places in it.
func (w *writer) draw(format string, places ...any) { fmt.Fprintf(&w.out, format, places...) }

// sprite holds what pictures use again and again: the stripes of patterns and a
// shape for each look. A shape has one colour, that of the words beside it, and
// what shows through it that of the fill behind.
func (w *writer) sprite() {
	w.put("<svg class=\"sprite\" aria-hidden=\"true\" focusable=\"false\" width=\"0\" height=\"0\">\n<defs>\n")
	for _, l := range w.paper.Looks {
		switch l.Pattern {
		case chart.Diagonals:
			w.put("<pattern id=\"stripes-", anchor(l.Name), "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path d=\"M-2 2 2 -2M-2 10 10 -2M6 10 10 6\" stroke=\"", escaped(l.Stripe), "\" stroke-width=\"1.6\"/></pattern>\n")
		case chart.Horizontals:
			w.put("<pattern id=\"stripes-", anchor(l.Name), "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path d=\"M0 3.7H5\" stroke=\"", escaped(l.Stripe), "\" stroke-width=\"1.5\"/></pattern>\n")
		}
	}
	w.put("</defs>\n")
	for _, l := range w.paper.Looks {
		w.draw("<symbol id=\"shape-%s\" viewBox=\"0 0 %[2]v %[2]v\">", anchor(l.Name), place(chart.ShapeSize))
		if l.Shape == chart.NoShape {
			w.put("<path class=\"pen\" stroke-width=\"1.4\" d=\"M0 5H10\"/>")
		}
		for _, p := range l.Shape.Pieces() {
			w.piece(p)
		}
		w.put("</symbol>\n")
	}
	w.put("</svg>\n")
}

func (w *writer) piece(p chart.Piece) {
	class := "solid"
	if p.Pen > 0 {
		class = "pen"
	}
	if p.Back {
		class += " back"
	}
	w.put("<")
	if p.Radius > 0 {
		w.draw("circle cx=\"%v\" cy=\"%v\" r=\"%v\"", place(p.Centre.X), place(p.Centre.Y), place(p.Radius))
	} else {
		w.put("path d=\"M")
		for _, at := range p.Points {
			w.draw("%v %v ", place(at.X), place(at.Y))
		}
		if p.Pen == 0 {
			w.put("z")
		}
		w.put("\"")
	}
	w.put(" class=\"", class, "\"")
	if p.Pen > 0 {
		w.draw(" stroke-width=\"%v\"", place(p.Pen))
	}
	w.put("/>")
}

// fill writes the fill of a block, its pattern and its edge. A class of the frame
// is of the screens that have room for it, "" for all.
func (w *writer) fill(l block.Look, frame string) {
	w.put("<rect class=\"fill\" width=\"100%\" height=\"100%\"/>")
	switch l.Pattern {
	case chart.Diagonals, chart.Horizontals:
		w.put("<rect width=\"100%\" height=\"100%\" fill=\"url(#stripes-", anchor(l.Name), ")\"/>")
	case chart.InnerFrame:
		if frame != unframed {
			w.put("<rect class=\"", strings.TrimSpace("frame "+frame), "\"/>")
		}
	}
	w.put("<rect class=\"edge\" width=\"100%\" height=\"100%\"/>")
}

// bars writes one bar or two as one picture.
func (w *writer) bars(b block.Bar) {
	class := "bars"
	if len(b.Then) > 0 {
		class = "bars both"
	}
	w.open("div", "class", class, "role", "img", "aria-label", b.Alt)
	w.put("\n")
	now, then := newBar(b.Now), newBar(b.Then)
	if len(b.Then) > 0 {
		w.barLabel("Now", b.NowLabel)
	}
	w.bar(now)
	if len(b.Then) > 0 {
		w.barLabel(b.ThenName, b.ThenLabel)
		w.bar(then)
	}
	w.put("</div>\n")
	if now.widened || then.widened {
		w.element("p", b.Widened, "class", "note")
		w.put("\n")
	}
}

func (w *writer) barLabel(name, date string) {
	w.put("<p aria-hidden=\"true\">")
	w.element("b", name)
	w.put(" ")
	w.element("span", date, "class", "line")
	w.put("</p>\n")
}

// bar is a status bar, as wide as the page is.
type bar struct {
	blocks  []barBlock
	widened bool
}

// barBlock is one block; x and w are %, the rest pixels around its middle.
type barBlock struct {
	block.Count
	x, w place

	// roomy is the class of the drawing with the shape beside the number: "always",
	// "wide" for wide pages only, "" for never. On a phone the shape stands above the
	// number else, so that no two statuses look alike there.
	roomy           string
	content, number float64

	// frame is the class of a frame round what stands in the block, "wide" where
	// there is room for one only where the page is wide.
	frame string
}

// unframed is a block too narrow for a frame round what stands in it.
const unframed = "none"

const (
	betweenBlocks = 0.004 // of the bar
	phoneBar      = 288.0 // px, the narrowest bar that is drawn for
	pageBar       = 576.0 // px, the narrowest where a page is wide
	digit         = 10.1  // px, of a count
	shapeAndGap   = 21.0  // px
	besideContent = 6.0   // px
	besideFramed  = 16.0  // px, where a frame stands round it
)

func numberWidth(n int) float64 { return digit * float64(len(strconv.Itoa(n))) }

// roomyWidth is what a shape and a number need, so that no two statuses look
// alike in a narrow block.
func roomyWidth(c block.Count) float64 {
	if c.Look.Shape == chart.NoShape {
		return numberWidth(c.N) + 4
	}
	return numberWidth(c.N) + shapeAndGap + besideContent
}

// newBar shares the bar's width among its blocks by their counts. A block too
// narrow for its number on a phone, or for its shape too where the page is wide,
// is widened.
func newBar(counts []block.Count) bar {
	all := make([]int, len(counts))
	for i, c := range counts {
		all[i] = c.N
	}
	bare := func(i int) float64 { return (numberWidth(counts[i].N) + 4) / phoneBar }
	widths, widened := chart.Shares(all, betweenBlocks, func(i int) float64 { return max(bare(i), roomyWidth(counts[i])/pageBar) }, bare)
	b := bar{widened: widened}
	x := 0.0
	for i, c := range counts {
		b.blocks = append(b.blocks, newBlock(c, x, widths[i]))
		x += widths[i] + betweenBlocks
	}
	return b
}

func newBlock(c block.Count, x, w float64) barBlock {
	number := numberWidth(c.N)
	b := barBlock{Count: c, x: place(100 * x), w: place(100 * w), number: number, content: number}
	if c.Look.Shape != chart.NoShape {
		b.content += shapeAndGap
	}
	switch room := roomyWidth(c) - 0.01; {
	case w*phoneBar >= room:
		b.roomy = "always"
	case w*pageBar >= room:
		b.roomy = "wide"
	}
	onPhone, onPage := b.number, b.number
	if b.roomy != "" {
		onPage = b.content
	}
	if b.roomy == "always" {
		onPhone = b.content
	}
	switch {
	case w*phoneBar >= onPhone+besideFramed && w*pageBar >= onPage+besideFramed:
	case w*pageBar >= onPage+besideFramed:
		b.frame = "wide"
	default:
		b.frame = unframed
	}
	return b
}

// bar writes a bar. Word processors, which know no pictures of this kind, show its
// numbers in a line of words: each stands there once, and spaces keep them apart.
func (w *writer) bar(b bar) {
	w.put("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\">")
	for _, x := range b.blocks {
		w.draw(" <svg class=\"%s\" x=\"%v%%\" width=\"%v%%\" height=\"100%%\">", anchor(x.Look.Name), x.x, x.w)
		w.fill(x.Look, x.frame)
		w.put("<svg class=\"count\" x=\"50%\" y=\"50%\">")
		w.open("g", "class", x.stacks())
		w.inBlock(x)
		w.put("</g></svg></svg>")
	}
	w.put("</svg>\n")
}

// stacks is the class of what stands in a block: on a phone one above the other in a
// narrow block, elsewhere the number alone in a very narrow one.
func (b barBlock) stacks() string {
	switch b.roomy {
	case "always":
		return ""
	case "wide":
		return fmt.Sprintf("stacks d%d", len(strconv.Itoa(b.N)))
	}
	return fmt.Sprintf("stacks lone d%d", len(strconv.Itoa(b.N)))
}

// inBlock writes the shape and the number of a block; the style sheet moves them on a
// phone.
func (w *writer) inBlock(x barBlock) {
	wide := x.content
	if x.roomy == "" {
		wide = x.number
	}
	w.plate(x.Look, wide+6)
	if x.Look.Shape != chart.NoShape {
		w.draw("<use href=\"#shape-%s\" transform=\"translate(%v -8)\" width=\"16\" height=\"16\"/>", anchor(x.Look.Name), place(-x.content/2))
	}
	w.draw("<text transform=\"translate(%v 6)\">%d</text>", place(wide/2-x.number), x.N)
}

// plate is the plain fill behind words on a pattern.
func (w *writer) plate(l block.Look, width float64) {
	if l.Pattern.Plated() {
		w.draw("<rect class=\"plate\" x=\"%v\" y=\"-12\" width=\"%v\" height=\"24\"/>", place(-width/2), place(width))
	}
}

// Where things stand in a chart of 360 by 148 whose words have room beside the plot.
const (
	chartWide  = 360.0
	plotLeft   = 46.0
	plotRight  = 236.0
	plotTop    = 16.0
	plotBottom = 120.0
	plotHigh   = plotBottom - plotTop
	plotInset  = 12.0 // of the first and last point
	labelStep  = 17.0
	labelAbove = 8.0
	capital    = 5.0 // half the height of a capital
	labelChars = 15  // that fit beside the plot

	besideScale, besidePlot = 5.0, 8.0 // between the plot and the words at its left and right
)

// line is a chart with where its plot begins and ends.
type line struct {
	chart.Line
	left, right float64
}

func lineOf(l chart.Line) line {
	left, right := l.Across(chart.Span{From: plotLeft, To: plotRight}, chartWide, besideScale, besidePlot, labelWide)
	return line{l, left, right}
}

// labelWide is about how wide a label's words are.
func labelWide(s string, _ bool) float64 {
	wide := 0.0
	for _, r := range s {
		switch r {
		case '%':
			wide += 12.5
		case ',', '.':
			wide += 3.9
		default:
			wide += 7.8
		}
	}
	return wide
}

// across and down scale places of the chart to the plot.
func (l line) across(x float64) place { return place(l.left + plotInset + x*l.wide()) }

func (l line) wide() float64 { return l.right - l.left - 2*plotInset }

func down(y float64) place { return place(plotTop + y*plotHigh) }

// chart writes one measure's readings over time. What it says names the measure; a title would
// name it twice.
func (w *writer) chart(c block.Chart, id string) {
	l := lineOf(c.Line)
	w.open("svg", "class", "chart", "role", "img", "viewBox", "0 0 360 148", "aria-labelledby", id+"-says")
	w.put("\n")
	w.element("desc", c.Alt, "id", id+"-says")
	w.draw("\n<path class=\"scale\" d=\"M%[1]v %[3]vH%[2]vM%[1]v %[4]vH%[2]v\"/>", place(l.left), place(l.right), place(plotTop), place(plotBottom))
	w.label(c.HighLabel, "quiet", place(l.left-besideScale), plotTop+capital, "end")
	w.label(c.LowLabel, "quiet", place(l.left-besideScale), plotBottom+capital, "end")
	w.label(c.FromLabel, "quiet", place(l.left), plotBottom+20, "")
	if c.ToLabel != c.FromLabel {
		w.label(c.ToLabel, "quiet", place(l.right), plotBottom+20, "end")
	}
	for _, x := range c.Levels {
		w.draw("\n<path class=\"%s\" d=\"M%v %vH%v\"/>", anchor(string(x.Kind)), place(l.left), down(c.Y(x.Value)), place(l.right))
	}
	w.path(l)
	w.baseline(l)
	for _, x := range c.Labels(labelStep/plotHigh, labelAbove/plotHigh, func(text string, _ bool) []string { return wrapped(text, labelChars) }) {
		w.sideLabel(x, place(l.right+besidePlot))
	}
	w.put("\n</svg>\n")
}

// label writes words in a chart.
func (w *writer) label(words, class string, x, y place, anchor string) {
	w.put("\n")
	w.element("text", words, "class", class, "x", x.String(), "y", y.String(), "text-anchor", anchor)
}

func (w *writer) path(l line) {
	if l.Joined {
		for _, stretch := range l.Paths() {
			w.stretch(l, stretch)
		}
	} else {
		for _, s := range l.Intervals {
			from, to := l.Ends(s)
			w.draw("\n<path class=\"span\" d=\"M%v %vL%v %v\"/>", l.across(from.X), down(from.Y), l.across(to.X), down(to.Y))
		}
		for _, p := range l.Path() {
			w.draw("\n<circle class=\"dot\" cx=\"%v\" cy=\"%v\" r=\"4\"/>", l.across(p.X), down(p.Y))
		}
	}
	if l.Latest != nil {
		at := l.At(*l.Latest)
		w.draw("\n<circle class=\"dot\" cx=\"%v\" cy=\"%v\" r=\"5.5\"/>", l.across(at.X), down(at.Y))
	}
}

// stretch writes points that one line joins; one alone is a dot.
func (w *writer) stretch(l line, points []chart.Point) {
	if len(points) == 1 {
		w.draw("\n<circle class=\"dot\" cx=\"%v\" cy=\"%v\" r=\"4\"/>", l.across(points[0].X), down(points[0].Y))
		return
	}
	w.put("\n<polyline class=\"line\" points=\"")
	for _, p := range points {
		w.draw("%v,%v ", l.across(p.X), down(p.Y))
	}
	w.put("\"/>")
}

// baseline writes an open circle, with its value where nothing runs through the
// words.
func (w *writer) baseline(l line) {
	if l.Baseline == nil {
		return
	}
	at := l.At(*l.Baseline)
	w.draw("\n<circle class=\"open\" cx=\"%v\" cy=\"%v\" r=\"5\"/>", l.across(at.X), down(at.Y))
	const clear, over, each = 2.0, 4.0, 7.2 // beside the words, above and below them with half a level's line; about a letter's width
	words := l.BaselineWords(chart.Words{W: (each*float64(len(l.BaselineLabel)) + 2*clear) / l.wide(), H: (2*capital + 2*over) / plotHigh,
		Beside: plotInset / l.wide(), Mark: 6 / plotHigh, Aspect: l.wide() / plotHigh})
	w.label(l.BaselineLabel, "above", l.across(words.X)+clear, down(words.Y)+over+2*capital, "start")
}

func (w *writer) sideLabel(l chart.Label, x place) {
	class := "comparator"
	if l.Bold {
		class = ""
	}
	w.put("\n")
	w.open("text", "class", class, "x", x.String(), "y", (down(l.Y) + capital).String())
	for i, line := range l.Lines {
		dy := ""
		if i > 0 {
			dy = "16"
		}
		w.element("tspan", line, "x", x.String(), "dy", dy)
	}
	w.close("text")
}

// wrapped breaks a label at spaces into lines of at most so many letters; a
// longer word stays whole.
func wrapped(text string, most int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(text) {
		joined := strings.TrimSpace(line + " " + word)
		if line != "" && len([]rune(joined)) > most {
			out = append(out, line)
			joined = word
		}
		line = joined
	}
	return append(out, line)
}
