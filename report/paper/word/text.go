package word

import (
	"encoding/xml"
	"fmt"
	"maps"
	"slices"
	"strconv"
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
	dots     float64 // mm to the end of the dots that lead to what stands at its right; 0 for none
	in       float64 // mm that it stands in at the left
	hang     float64 // mm that its further lines stand in from its first
}

// aboveRule is the space above a rule between two of many, in points.
const aboveRule = 18

// open begins a paragraph, which close ends.
func (d *document) open(p paragraph) {
	d.endTable(p.style)
	b := &d.body
	b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + d.dress.style(p.style) + `"/>`)
	var keeps *bool
	switch {
	case d.apart:
		b.WriteString(`<w:keepNext w:val="0"/>`)
		keeps = new(bool)
	case p.keepNext || d.together:
		b.WriteString(`<w:keepNext/><w:keepLines/>`)
		yes := true
		keeps = &yes
	}
	d.flow.open(p, keeps, d.breakFirst, d.ruled)
	if d.breakFirst {
		b.WriteString(`<w:pageBreakBefore/>`)
		d.breakFirst = false
	}
	if p.number > 0 {
		fmt.Fprintf(b, `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr>`, p.number)
	}
	ruled := d.ruled
	d.borders()
	if p.dots > 0 {
		fmt.Fprintf(b, `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, twips(p.dots))
	}
	if ruled {
		fmt.Fprintf(b, `<w:spacing w:before="%d"/>`, aboveRule*20)
	}
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

func (d *document) close() {
	d.flow.close()
	d.body.WriteString(`</w:p>`)
}

// borders are the rule above what goes on below another page's end, or those of a
// box round several paragraphs. Word draws one box where neighbours have the same borders and indents.
func (d *document) borders() {
	const line = `w:val="single" w:sz="4" w:space="4" w:color="0B0C0C"`
	if d.ruled {
		d.body.WriteString(`<w:pBdr><w:top w:val="single" w:sz="16" w:space="6" w:color="0B0C0C"/></w:pBdr>`)
		d.ruled = false
		return
	}
	if d.boxed {
		d.body.WriteString(`<w:pBdr><w:top ` + line + `/><w:left ` + line + `/><w:bottom ` + line + `/><w:right ` + line + `/></w:pBdr>`)
	}
}

// boxHang is how far lines after the first stand in within a box, in mm: all
// of its paragraphs do alike, else Word draws a box round each.
const boxHang = 7.0

func (d *document) indent(p paragraph) {
	left, hang, right := p.in, p.hang, 0.0
	switch {
	case d.boxed:
		left, hang, right = 2, boxHang, 2
	case p.hang == 0 && p.in == 0:
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
	for i, r := range runs {
		if i > 0 && runs[i-1].Mark != nil && r.Link == nil {
			word := strings.TrimRight(r.Text, " ")
			r.Text = unbroken(word) + r.Text[len(word):]
		}
		d.run(r)
	}
}

func words(s string) block.Run { return block.Run{Text: s} }

func bold(s string) block.Run { return block.Run{Text: s, Bold: true} }

// run is a stretch of text. A link names the page that it leads to, as on paper,
// where the paper was laid out; else it is its words, as on a screen.
func (d *document) run(r block.Run) {
	switch {
	case r.Mark != nil:
		d.shape(*r.Mark)
		d.text("\u00a0", "")
		return
	case r.Link == nil:
		if r.Day != "" {
			r.Text = unbroken(r.Text)
		}
		d.text(r.Text, properties(r))
		return
	}
	page := d.page(r.Link.To)
	switch r.Link.As {
	case block.PageNumber:
		switch {
		case page > 0:
			d.pageNumbers(*r.Link, ", ")
		case d.laid != nil:
			d.text("–", "")
		}
	case block.InBrackets:
		if d.laid != nil {
			d.inBrackets(*r.Link)
			return
		}
		d.text(" (", "")
		d.link(*r.Link, r.Link.Says, "")
		d.text(")", "")
	case block.OnScreen:
		d.link(*r.Link, r.Text, properties(r))
	default:
		d.link(*r.Link, r.Text, properties(r))
		if page > 0 && r.Link.URI == "" {
			d.text(", ", "")
			d.pageLink("page\u00a0", r.Link.To, r.Link.Says, page)
		}
	}
}

// page is the page of an ID, 0 where it is not known: as the flow of the document has it
// once that is written, until then as on paper.
func (d *document) page(id string) int {
	if d.laid == nil || id == "" {
		return 0
	}
	if d.stands != nil && d.stands[asMeasured].pages[id] > 0 {
		return d.stands[asMeasured].pages[id]
	}
	return d.laid.PageOf(id)
}

// inBrackets are the pages of all that a link leads to, each once.
func (d *document) inBrackets(l block.Link) {
	first, pages := d.pagesOf(l)
	if len(pages) == 0 {
		return
	}
	d.text(" (", "")
	if l.Of != "" {
		d.text(l.Of+", ", "")
	}
	if len(pages) == 1 {
		d.pageLink("page\u00a0", first[pages[0]], l.Says, pages[0])
	} else {
		d.text("pages ", "")
		d.pageNumbers(l, " and ")
	}
	d.text(")", "")
}

// pagesOf are the pages of all that a link leads to, and what it leads to on each.
func (d *document) pagesOf(l block.Link) (first map[int]string, pages []int) {
	first = map[int]string{}
	for _, id := range append([]string{l.To}, l.Also...) {
		if page := d.page(id); page > 0 && first[page] == "" {
			first[page] = id
		}
	}
	return first, slices.Sorted(maps.Keys(first))
}

// pageNumbers are the numbers of those pages, the last after a word of its own.
func (d *document) pageNumbers(l block.Link, last string) {
	first, pages := d.pagesOf(l)
	for i, page := range pages {
		switch {
		case i == 0:
		case i == len(pages)-1:
			d.text(last, "")
		default:
			d.text(", ", "")
		}
		d.pageLink("", first[page], l.Says, page)
	}
}

// pageLink is a link whose words end in the number of the page that it leads to:
// a field, which has the number on paper until Word counts its own pages.
func (d *document) pageLink(before, id, says string, page int) {
	look := `<w:rStyle w:val="` + d.dress.style("link") + `"/>`
	d.linkTo(id, says, func() {
		d.text(before, look)
		d.pageField(id, look, page)
	})
}

// linkTo is a link to an ID of the paper, whatever is put in it.
func (d *document) linkTo(id, says string, put func()) {
	b := &d.body
	b.WriteString(`<w:hyperlink w:anchor="` + d.bookmark(id) + `" w:history="1"`)
	if says != "" {
		b.WriteString(` w:tooltip="` + escape(says) + `"`)
	}
	b.WriteString(`>`)
	put()
	b.WriteString(`</w:hyperlink>`)
}

// pageField is the number of the page that an ID is on.
func (d *document) pageField(id, look string, page int) {
	b := &d.body
	part := func(content string) { b.WriteString(`<w:r><w:rPr>` + look + `</w:rPr>` + content + `</w:r>`) }
	part(`<w:fldChar w:fldCharType="begin"/>`)
	part(`<w:instrText xml:space="preserve"> PAGEREF ` + d.bookmark(id) + ` \h </w:instrText>`)
	part(`<w:fldChar w:fldCharType="separate"/>`)
	part(`<w:t>` + strconv.Itoa(page) + `</w:t>`)
	d.flow.text(strconv.Itoa(page), look)
	part(`<w:fldChar w:fldCharType="end"/>`)
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
	d.flow.text(s, properties)
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
