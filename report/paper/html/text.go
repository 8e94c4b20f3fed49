package html

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"actionplan/report/chart"
	"actionplan/report/paper/block"
)

// runs writes the runs of a paragraph. A link is words.
func (w *writer) runs(all []block.Run) {
	for i := 0; i < len(all); i++ {
		if all[i].Mark == nil || i+1 == len(all) || len(all[i+1].Text) > mostUnbroken {
			w.run(all[i])
			continue
		}
		word := all[i+1]
		word.Text = strings.TrimRight(word.Text, " ")
		w.open("span", "class", "unbroken")
		w.run(all[i])
		w.run(word)
		w.put("</span>" + all[i+1].Text[len(word.Text):])
		i++
	}
}

// mostUnbroken is how long the words after a shape may be to stay on its line.
const mostUnbroken = 40

func (w *writer) run(r block.Run) {
	l := r.Link
	switch {
	case r.Mark != nil:
		w.shape(*r.Mark)
		return
	case l != nil && l.As == block.PageNumber:
		return
	case l != nil && l.As == block.InBrackets:
		w.inBrackets(*l)
		return
	}
	var ends []string
	begin := func(name string, attributes ...string) {
		w.open(name, attributes...)
		ends = append(ends, name)
	}
	switch {
	case l != nil && l.URI != "":
		begin("a", "href", l.URI)
	case l != nil:
		begin("a", "href", "#"+anchor(l.To))
	}
	if r.Bold {
		begin("strong")
	}
	if r.Quiet {
		begin("span", "class", "quiet")
	}
	if r.Day != "" {
		begin("time", "datetime", r.Day)
	}
	if r.Whole != "" {
		begin("span", "data-cut", r.Text)
		begin("span")
		w.lines(r.Whole)
	} else {
		w.lines(r.Text)
	}
	for i := len(ends) - 1; i >= 0; i-- {
		w.close(ends[i])
	}
}

// inBrackets writes a link as words, or one for each that it leads to; in print the
// headings that they stand under.
func (w *writer) inBrackets(l block.Link) {
	w.put(" (")
	if len(l.Also) == 0 {
		w.open("a", "href", "#"+anchor(l.To), "data-in", w.places.of(l))
		w.element("span", l.Says)
		w.put("</a>)")
		return
	}
	w.open("span", "class", "ways", "data-in", w.places.of(l))
	w.put("<span>Go to ")
	all := append([]string{l.To}, l.Also...)
	for i, id := range all {
		switch {
		case i == 0:
		case i == len(all)-1:
			w.put(" and ")
		default:
			w.put(", ")
		}
		w.element("a", l.Refs[i], "href", "#"+anchor(id), "aria-label", goTo(l, i))
	}
	w.put("</span></span>)")
}

// goTo is what is announced of one of several that a link leads to, whose ref alone does not
// say where it goes.
func goTo(l block.Link, i int) string {
	if strings.HasPrefix(l.Says, "Go to actions ") {
		return "Go to action " + l.Refs[i]
	}
	return "Go to " + l.Refs[i]
}

// lines writes a text with its own line breaks; empty lines are left out.
func (w *writer) lines(s string) {
	s = strings.ReplaceAll(s, "\r", "")
	broken := false
	for i, line := range strings.Split(s, "\n") {
		if i > 0 && !broken {
			w.put("<br>")
			broken = true
		}
		if strings.TrimSpace(line) != "" {
			w.words(line)
			broken = false
		}
	}
}

// mostWhole is the longest word that a column of a table makes room for. A
// longer one, such as an address, breaks where its column ends.
const mostWhole = 20

// words writes words of which the long ones may be broken.
func (w *writer) words(s string) {
	for s != "" {
		end := strings.IndexByte(s, ' ') + 1
		if end == 0 {
			end = len(s)
		}
		if word := s[:end]; utf8.RuneCountInString(word) > mostWhole+1 {
			w.element("span", word, "class", "long")
		} else {
			w.text(word)
		}
		s = s[end:]
	}
}

func (w *writer) heading(h block.Heading) {
	name := fmt.Sprintf("h%d", h.Level)
	w.open(name, "id", anchor(h.ID))
	w.runs(h.Runs)
	w.close(name)
	w.put("\n")
}

// paraClasses are the looks of paragraphs that have one of their own.
var paraClasses = map[block.ParaAs]string{
	block.Headline: "headline", block.Statement: "headline", block.Place: "quiet",
	block.Note: "note", block.Remark: "note", block.Working: "note", block.Closing: "closing",
}

func (w *writer) para(p block.Para) {
	w.open("p", "class", paraClasses[p.As])
	w.runs(p.Runs)
	w.put("</p>\n")
}

func (w *writer) list(l block.List) {
	name, class := "ul", "bullets"
	if l.Numbered {
		name, class = "ol", ""
	}
	w.open(name, "class", class)
	w.put("\n")
	for _, item := range l.Items {
		w.put("<li>")
		w.runs(item)
		w.put("</li>\n")
	}
	w.close(name)
	w.put("\n")
}

func (w *writer) terms(t block.Terms) {
	class := "lines"
	if t.As == block.Glossary {
		class = "lines words"
	}
	w.open("dl", "class", class)
	w.put("\n")
	for _, item := range t.Items {
		w.put("<div><dt>")
		w.runs(item.Term)
		w.put("</dt><dd>")
		for _, says := range item.Says {
			if len(item.Says) == 1 {
				w.runs(says)
				continue
			}
			w.put("\n<div>")
			w.runs(says)
			w.put("</div>")
		}
		w.put("</dd></div>\n")
	}
	w.put("</dl>\n")
}

// box writes what has a line round it. A draft's term and words are one
// paragraph.
func (w *writer) box(b block.Box) {
	if b.As == block.Asks {
		w.put("<div class=\"asks\">\n")
		w.blocks(b.Blocks)
		w.put("</div>\n")
		return
	}
	for _, inner := range b.Blocks {
		t, ok := inner.(block.Terms)
		if !ok {
			w.block(inner)
			continue
		}
		for _, item := range t.Items {
			w.put("<p class=\"draft\"><strong>")
			w.runs(item.Term)
			w.put("</strong> ")
			for _, says := range item.Says {
				w.runs(says)
			}
			w.put("</p>\n")
		}
	}
}

func (w *writer) page(p block.Page) {
	w.open("section", "class", "page", "aria-labelledby", headingOf(p.Blocks))
	w.put("\n")
	named := 1 + slices.IndexFunc(p.Blocks, func(b block.Block) bool { h, is := b.(block.Heading); return is && h.Names() })
	if named > 0 {
		w.put("<div class=\"goes\">\n")
		w.element("div", "", "class", "named", "data-over", textOf(p.Blocks[named-1].(block.Heading).Runs))
		w.put("\n<div class=\"opens\">\n")
		w.blocks(p.Blocks[:named])
		w.put("</div>\n")
		w.blocks(p.Blocks[named:])
		w.put("</div>\n")
	} else { // the title names it
		w.blocks(p.Blocks)
	}
	w.put("</section>\n")
}

func (w *writer) figures(f block.Figures) {
	w.put("<ul class=\"figures\">\n")
	for _, x := range f.Items {
		w.put("<li>")
		w.element("strong", x.Figure)
		w.put(" ")
		w.element("span", x.Words)
		w.put("</li>\n")
	}
	w.put("</ul>\n")
}

func (w *writer) card(c block.Card) {
	w.put("<article class=\"card\">\n")
	w.heading(c.Heading)
	w.block(c.Status)
	w.terms(c.Fields)
	w.put("</article>\n")
}

func (w *writer) record(r block.Record) {
	w.put("<article class=\"record\">\n")
	w.heading(r.Heading)
	switch {
	case r.Status != nil:
		w.block(*r.Status)
	case r.State != "":
		w.put("<p>")
		w.element("strong", r.State)
		w.put("</p>\n")
	}
	if r.Flags != "" {
		w.put("<p class=\"across\">")
		w.element("strong", r.Flags)
		w.put("</p>\n")
	}
	if r.Text != "" {
		w.put("<p class=\"across\">")
		w.lines(r.Text)
		w.put("</p>\n")
	}
	w.terms(r.Fields)
	w.put("</article>\n")
}

// status writes a status word with its shape.
func (w *writer) status(s block.Status) {
	class := "inwords"
	if s.Tag {
		class = "tag " + s.Look.Name
	}
	w.open("span", "class", class)
	if s.Look.Shape != chart.NoShape {
		w.shape(s.Look)
	}
	if s.None && !s.Tag {
		w.element("strong", s.Word)
	} else {
		w.words(s.Word)
	}
	w.put("</span>")
}

func (w *writer) shape(l block.Look) {
	w.put("<svg class=\"shape\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#shape-", anchor(l.Name), "\"/></svg>")
}

func (w *writer) marks(m block.Marks) {
	w.put("<span class=\"marks\">")
	for _, l := range m.Looks {
		w.shape(l)
	}
	w.put("</span>")
	w.element("span", m.Alt, "class", "unseen")
}

// key writes every status word in short, beside a block of its own look.
func (w *writer) key(k block.Key) {
	w.put("<ul class=\"key\">\n")
	for _, item := range k.Items {
		l := item.Status.Look
		w.put("<li><svg class=\"swatch\" aria-hidden=\"true\" focusable=\"false\" width=\"22\" height=\"22\"><svg class=\"", anchor(l.Name), "\" width=\"22\" height=\"22\">")
		w.fill(l, "")
		if l.Pattern.Plated() {
			w.put("<rect class=\"plate\" x=\"3\" y=\"3\" width=\"16\" height=\"16\"/>")
		}
		if l.Shape != chart.NoShape {
			w.put("<svg class=\"count\" width=\"22\" height=\"22\"><use href=\"#shape-", anchor(l.Name), "\" x=\"5\" y=\"5\" width=\"12\" height=\"12\"/></svg>")
		}
		w.put("</svg></svg> <span>")
		w.element("strong", item.Status.Word)
		w.text(item.After())
		w.put("</span></li>\n")
	}
	w.put("</ul>\n")
}

// sideBySide writes parts that stand beside each other where the page is wide.
func (w *writer) sideBySide(s block.SideBySide) {
	w.put("<div class=\"parts\">\n")
	for _, p := range s.Parts {
		class := "part"
		if p.PerRow == 1 {
			class = "part whole"
		}
		w.open("div", "class", class)
		w.put("\n")
		w.blocks(p.Blocks)
		w.put("</div>\n")
	}
	w.put("</div>\n")
}

// panels writes measures, each with its chart.
func (w *writer) panels(p block.Panels) {
	w.put("<div class=\"panels\">\n")
	for _, item := range p.Items {
		w.charts++
		id := fmt.Sprintf("measure-%d", w.charts)
		w.open("article", "class", "panel", "aria-labelledby", id)
		w.put("\n")
		w.heading(block.Heading{Level: item.Level, ID: id, Runs: []block.Run{{Text: item.Heading}}})
		if item.Value != "" {
			w.put("<p class=\"latest\">")
			w.element("strong", item.Value)
			w.put(" <span>")
			w.element("b", item.Direction)
			w.put(" ")
			w.element("span", item.Distance, "class", "line")
			w.put("</span></p>\n")
		}
		if item.Chart != nil {
			w.chart(*item.Chart, id)
		} else {
			w.para(block.Para{Runs: item.Instead})
		}
		for _, note := range item.Notes {
			w.para(block.Para{Runs: []block.Run{{Text: note}}, As: block.Note})
		}
		w.put("</article>\n")
	}
	w.put("</div>\n")
}
