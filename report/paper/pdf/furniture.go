package pdf

import (
	"fmt"
	"math"
	"strings"

	"actionplan/report/tagged"
)

const (
	headBaseline = 12.0
	headLine     = 15.0
	footLine     = 278.0
	footBaseline = 283.0
)

// furniture is what stands on every page: the brand rule on the first, the
// running head on the others, and the foot.
func (w *writer) furniture(c *tagged.Canvas, page, of int) {
	if page == 1 {
		c.FillRect(left, 12, textWidth, 2.4, colour(w.paper.Front.Brand))
	} else {
		w.runningHead(c)
	}
	w.foot(c, fmt.Sprintf("Page %d of %d", page, of))
}

var runningText = coloured(label, muted)

func (w *writer) runningHead(c *tagged.Canvas) {
	right, style := w.paper.Running.Right, runningText
	if w.paper.Running.Draft {
		style = bold(label)
	}
	room := textWidth - c.TextWidth(right, style) - 4
	lines := twoLines(c, w.paper.Running.Left, runningText, room)
	for i, line := range lines {
		c.Text(left, headBaseline+float64(i)*label.Height(), line, runningText, tagged.Left)
	}
	c.Text(left+textWidth, headBaseline, right, style, tagged.Right)
	y := headLine + math.Max(0, float64(len(lines)-1))*label.Height()
	c.Line(left, y, left+textWidth, y, rowRule)
}

// foot grows upwards where its text takes two lines.
func (w *writer) foot(c *tagged.Canvas, pages string) {
	lines := twoLines(c, w.paper.Running.Foot, runningText, textWidth-c.TextWidth(pages, runningText)-4)
	more := math.Max(0, float64(len(lines)-1)) * label.Height()
	for i, line := range lines {
		c.Text(left, footBaseline-more+float64(i)*label.Height(), line, runningText, tagged.Left)
	}
	c.Text(left+textWidth, footBaseline, pages, runningText, tagged.Right)
	c.Line(left, footLine-more, left+textWidth, footLine-more, rowRule)
}

// A ruler measures text on one line.
type ruler interface {
	TextWidth(text string, style tagged.Style) float64
}

// TextWidth makes a writer a ruler, as a canvas is.
func (w *writer) TextWidth(text string, style tagged.Style) float64 { return w.Width(style, text) }

// twoLines breaks the words of a running line. What is past the second line is
// left out: the title block has it whole.
func twoLines(c ruler, text string, style tagged.Style, width float64) []string {
	lines := wrapped(c, text, style, width)
	if len(lines) <= 2 {
		return lines
	}
	second := []rune(lines[1])
	for len(second) > 0 && c.TextWidth(string(second)+" …", style) > width {
		second = second[:len(second)-1]
	}
	return []string{lines[0], strings.TrimRight(string(second), " ") + " …"}
}

// wrapped breaks a text at spaces, and a word wider than the width at the last
// letter that fits.
func wrapped(c ruler, text string, style tagged.Style, width float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if joined := strings.TrimSpace(line + " " + word); c.TextWidth(joined, style) <= width {
			line = joined
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, r := range word {
			if line != "" && c.TextWidth(line+string(r), style) > width {
				lines = append(lines, line)
				line = ""
			}
			line += string(r)
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
