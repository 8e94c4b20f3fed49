package word

import (
	"encoding/xml"
	"fmt"
	"strings"

	"actionplan/report/paper/block"
)

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

// paragraph is how a paragraph stands.
type paragraph struct {
	style    string // a style's key
	id       string // of what leads here; "" for nothing
	number   int    // of its list; 0 outside one
	right    bool
	keepNext bool
	hang     float64 // mm that its further lines stand in from its first
}

// open begins a paragraph, which close ends.
func (d *document) open(p paragraph) {
	d.endTable(p.style)
	b := &d.body
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + d.dress.style(p.style) + `"/>`)
	if p.keepNext || d.together {
		b.WriteString(`<w:keepNext/><w:keepLines/>`)
	}
	if d.breakFirst {
		b.WriteString(`<w:pageBreakBefore/>`)
		d.breakFirst = false
	}
	if p.number > 0 {
		fmt.Fprintf(b, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, p.number)
	}
	d.borders()
	d.indent(p)
	if p.right {
		b.WriteString(`<w:jc w:val="right"/>`)
	}
	b.WriteString(`</w:pPr>`)
	if p.id != "" {
		d.placed++
		fmt.Fprintf(b, `<w:bookmarkStart w:id="%d" w:name="%s"/><w:bookmarkEnd w:id="%[1]d"/>`, d.placed, d.bookmark(p.id))
	}
}

func (d *document) close() { d.body.WriteString(`</w:p>`) }

// borders are those of a box round several paragraphs, or of a bar beside
// them. Word draws one box where neighbours have the same borders and indents.
func (d *document) borders() {
	const line = `w:val="single" w:sz="4" w:space="4" w:color="0B0C0C"`
	switch {
	case d.boxed:
		d.body.WriteString(`<w:pBdr><w:top ` + line + `/><w:left ` + line + `/><w:bottom ` + line + `/><w:right ` + line + `/></w:pBdr>`)
	case d.barred:
		d.body.WriteString(`<w:pBdr><w:left w:val="single" w:sz="36" w:space="8" w:color="0B0C0C"/></w:pBdr>`)
	}
}

// boxHang is how far lines after the first stand in within a box, in mm: all
// of its paragraphs do alike, else Word draws a box round each.
const boxHang = 7.0

func (d *document) indent(p paragraph) {
	left, hang, right := 0.0, p.hang, 0.0
	switch {
	case d.boxed:
		left, hang, right = 2, boxHang, 2
	case d.barred:
		left = 5
	case p.hang == 0:
		return
	}
	fmt.Fprintf(&d.body, `<w:ind w:left="%d" w:right="%d" w:hanging="%d"/>`, twips(left+hang), twips(right), twips(hang))
}

// bookmark is the name of the place that an ID stands for. Word allows few
// characters in it.
func (d *document) bookmark(id string) string {
	name, ok := d.bookmarks[id]
	if !ok {
		name = fmt.Sprintf("place_%d", len(d.bookmarks)+1)
		d.bookmarks[id] = name
	}
	return name
}

// twips are twentieths of a point, of which Word is made.
func twips(mm float64) int { return int(mm*1440/25.4 + 0.5) }

// para is a whole paragraph.
func (d *document) para(p paragraph, runs ...block.Run) {
	d.open(p)
	d.runs(runs)
	d.close()
}

func (d *document) runs(runs []block.Run) {
	for _, r := range runs {
		d.run(r)
	}
}

func words(s string) block.Run { return block.Run{Text: s} }

func bold(s string) block.Run { return block.Run{Text: s, Bold: true} }

// run is a stretch of text. Word turns pages of its own, so that a link is its
// words, as on a screen, and never the number of a page.
func (d *document) run(r block.Run) {
	switch {
	case r.Mark != nil:
		d.shape(*r.Mark)
		d.text("\u00a0", "")
		return
	case r.Link == nil:
		d.text(r.Text, properties(r))
		return
	}
	switch r.Link.As {
	case block.PageNumber:
	case block.InBrackets:
		d.text(" (", "")
		d.link(*r.Link, r.Link.Says, "")
		d.text(")", "")
	default:
		d.link(*r.Link, r.Text, properties(r))
	}
}

func properties(r block.Run) string {
	var s string
	if r.Bold {
		s = `<w:b/>`
	}
	if r.Quiet {
		s += `<w:color w:val="505A5F"/>`
	}
	return s
}

// text is words with a run's properties. A line break is one in Word too.
func (d *document) text(s, properties string) {
	if s == "" {
		return
	}
	b := &d.body
	b.WriteString(`<w:r>`)
	if properties != "" {
		b.WriteString(`<w:rPr>` + properties + `</w:rPr>`)
	}
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteString(`<w:br/>`)
		}
		for j, piece := range strings.Split(line, "\t") {
			if j > 0 {
				b.WriteString(`<w:tab/>`)
			}
			b.WriteString(`<w:t xml:space="preserve">` + escape(piece) + `</w:t>`)
		}
	}
	b.WriteString(`</w:r>`)
}

func (d *document) link(l block.Link, text, properties string) {
	b := &d.body
	switch {
	case l.URI != "":
		b.WriteString(`<w:hyperlink r:id="` + d.relate("hyperlink", l.URI, true) + `" w:history="1"`)
	default:
		b.WriteString(`<w:hyperlink w:anchor="` + d.bookmark(l.To) + `" w:history="1"`)
	}
	if l.Says != "" && l.Says != text {
		b.WriteString(` w:tooltip="` + escape(l.Says) + `"`)
	}
	b.WriteString(`>`)
	d.text(text, `<w:rStyle w:val="`+d.dress.style("link")+`"/>`+properties)
	b.WriteString(`</w:hyperlink>`)
}
