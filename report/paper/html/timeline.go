package html

import (
	"strings"
	"unicode/utf8"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// sizes are those of the timeline's drawing, as shares of its width.
var sizes = chart.Sizes{Alone: 0.015, Edge: 0.04, Least: 0.007, Marker: 0.03, Gap: 0.015}

const (
	fewTicks  = 8     // leave room for their labels in one line
	flagWidth = 0.33  // the widest that a flag gets, reckoned on a phone
	letter    = 0.023 // of words beside a bar, reckoned on a phone
)

// timeline writes the table whose last column is a chart. A bar is a picture
// beside words that say the same.
func (w *writer) timeline(t block.Timeline) {
	class := "timeline"
	if len(t.Rows) > 1 {
		class += " sortable"
	}
	w.open("table", "class", class)
	w.put("\n")
	w.element("caption", t.Caption, "class", "unseen")
	w.put("\n<thead>\n<tr><th scope=\"col\">Action</th><th scope=\"col\">Status</th><th scope=\"col\" class=\"when\"><span class=\"title\">Dates</span>")
	w.axis(t.Chart)
	w.put("</th></tr>\n</thead>\n<tbody>\n")
	for _, r := range t.Rows {
		class := ""
		if r.NewArea {
			class = "new"
		}
		w.open("tr", "id", anchor(r.ID), "class", class)
		w.open("th", "scope", "row", "data-value", r.Ref)
		w.element("span", r.Ref, "class", "ref")
		w.text(" " + r.Name)
		w.put("</th>")
		w.open("td", "data-value", place(r.Status.Look.Order).String())
		w.status(unbroken(r.Status))
		w.put("</td>")
		w.open("td", "class", "when", "data-value", r.Sort)
		w.element("span", r.Alt, "class", "unseen")
		w.put("<svg aria-hidden=\"true\" focusable=\"false\"><use href=\"#months\" width=\"100%\" height=\"100%\"/>")
		w.span(t.Chart, r)
		w.put("</svg></td></tr>\n")
	}
	w.put("</tbody>\n</table>\n")
}

// unbroken is a status whose few words stay on one line, as rows of the chart have one.
func unbroken(s block.Status) block.Status {
	const most = 16 // letters that the column has room for
	if utf8.RuneCountInString(s.Word) <= most {
		s.Word = strings.ReplaceAll(s.Word, " ", "\u00a0")
	}
	return s
}

// axis is the chart's head: years, months, and the lines that every row has.
func (w *writer) axis(t chart.Timeline) {
	linesFrom := place(52)
	if len(t.Ticks) > fewTicks {
		for _, tick := range t.Ticks {
			if strings.Contains(tick.Label, "–") {
				linesFrom = 66
			}
		}
	}
	today, drawn := t.Middle(t.Today)
	next, coming := t.Middle(t.Board)
	todayX, boardX, meet := t.Flags(flagWidth, flagWidth, 0)
	flagLines := place(0)
	for _, there := range []bool{drawn, coming && (meet || !drawn)} {
		if there {
			flagLines++
		}
	}
	if coming && flagLines == 0 {
		flagLines = 1
	}
	w.draw("<svg class=\"axis\" height=\"%v\" aria-hidden=\"true\" focusable=\"false\">\n<symbol id=\"months\">", linesFrom+4+15*flagLines)
	for _, tick := range t.Ticks {
		w.draw("<line class=\"month\" x1=\"%[1]v%%\" x2=\"%[1]v%%\" y2=\"100%%\"/>", percent(t.X(tick.Day)))
	}
	w.put("</symbol>\n<symbol id=\"days\">")
	if coming {
		w.draw("<line class=\"board\" x1=\"%[1]v%%\" x2=\"%[1]v%%\" y2=\"100%%\"/>", percent(next))
	}
	if drawn {
		w.draw("<line class=\"around\" x1=\"%[1]v%%\" x2=\"%[1]v%%\" y2=\"100%%\"/><line class=\"today\" x1=\"%[1]v%%\" x2=\"%[1]v%%\" y2=\"100%%\"/>", percent(today))
	}
	w.draw("</symbol>\n<use href=\"#months\" y=\"18\" width=\"100%%\" height=\"100%%\"/><use href=\"#days\" y=\"%v\" width=\"100%%\" height=\"100%%\"/>", linesFrom)
	w.ticks(t)
	line := place(0)
	if drawn {
		w.flag(t.Today.Label, "flag", today, todayX < today, linesFrom+8)
		if meet {
			line = 1
		}
	}
	if coming {
		w.flag(t.Board.Label, "flag plain", next, boardX < next, linesFrom+8+15*line)
	}
	w.put("</svg>")
}

func percent(x float64) place { return place(100 * x) }

// flag names a line, at its left or its right.
func (w *writer) flag(words, class string, x float64, left bool, y place) {
	dx, anchor := "5", "start"
	if left {
		dx, anchor = "-5", "end"
	}
	w.element("text", words, "class", class, "x", percent(x).String()+"%", "dx", dx, "y", y.String(), "text-anchor", anchor)
}

// ticks writes years and months; where there are many, a range goes on two
// lines.
func (w *writer) ticks(t chart.Timeline) {
	for i, tick := range t.Ticks {
		x, end := t.X(tick.Day), 1.0
		if i+1 < len(t.Ticks) {
			end = t.X(t.Ticks[i+1].Day)
		}
		if tick.Year != "" {
			w.element("text", tick.Year, "class", "year", "x", percent(x).String()+"%", "dx", "3", "y", "13")
		}
		parts := []string{tick.Label}
		if len(t.Ticks) > fewTicks {
			parts = strings.SplitAfter(tick.Label, "–")
		}
		for n, part := range parts {
			w.element("text", part, "x", percent((x+end)/2).String()+"%", "y", (30 + 14*place(n)).String(), "text-anchor", "middle")
		}
	}
}

// span writes a row's bar, the lines over it, and its words.
func (w *writer) span(t chart.Timeline, r block.TimelineRow) {
	p := t.Place(r.Bar, sizes)
	if p.Marker != nil {
		w.draw("<svg class=\"end\" x=\"%v%%\" y=\"8\"><path class=\"dot\" d=\"M0 0L8 8L0 16L-8 8z\"/></svg>", percent(*p.Marker))
	}
	if s := p.Block; s != nil {
		w.draw("<svg class=\"%s\" x=\"%v%%\" y=\"8\" width=\"%v%%\" height=\"16\">", anchor(r.Status.Look.Name), percent(s.From), percent(s.To-s.From))
		w.fill(r.Status.Look, "")
		w.points(*s)
	}
	if s := p.Moved; s != nil {
		w.draw("<svg class=\"moved %s\" x=\"%v%%\" y=\"8\" width=\"%v%%\" height=\"16\"><rect width=\"100%%\" height=\"100%%\"/>", anchor(r.Status.Look.Name), percent(s.From), percent(s.To-s.From))
		w.put("<line class=\"core\" x2=\"100%\" y1=\"8\" y2=\"8\"/>") // as dark as its status, however far it has moved
		w.points(*s)
	}
	w.put("<use href=\"#days\" width=\"100%\" height=\"100%\"/>")
	if r.Words == "" {
		return
	}
	x, ends := t.Words(r.Bar, p, letter*float64(len([]rune(r.Words))), sizes)
	anchor, dx := "start", ""
	if ends {
		anchor, dx = "end", "-3"
	}
	w.element("text", r.Words, "class", "flag", "x", percent(x).String()+"%", "dx", dx, "y", "21", "text-anchor", anchor)
}

// points ends a bar that goes on past the window.
func (w *writer) points(s chart.Span) {
	if s.Before {
		w.put("<g class=\"point\"><path d=\"M-2 -2H11.25L0 8L11.25 18H-2z\"/><path class=\"tip\" d=\"M9 0 0 8 9 16\"/></g>")
	}
	if s.After {
		w.put("<svg class=\"end\" x=\"100%\"><g class=\"point\"><path d=\"M2 -2H-11.25L0 8L-11.25 18H2z\"/><path class=\"tip\" d=\"M-9 0 0 8 -9 16\"/></g></svg>")
	}
	w.put("</svg>")
}
