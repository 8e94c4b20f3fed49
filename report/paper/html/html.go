// Package html writes a block.Paper as one self-contained web page that loads
// nothing from anywhere: the same blocks in the same order and words as on
// paper. A page has no sides, so a paper for one side is written whole. The
// package knows blocks and no plans.
package html

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
	"slices"
	"strings"

	"actionplan/report/paper/block"
	"actionplan/workbook/seal"
)

// Write writes a paper as a page, sealed. The same Paper gives the same bytes.
// A logo that is neither PNG nor JPEG is an error. Laid is how the writer for paper
// laid it out, for what a browser prints; nil where nobody did.
func Write(p *block.Paper, laid *block.Laid) ([]byte, error) {
	logo, err := readLogo(p.Front.Logo)
	if err != nil {
		return nil, err
	}
	w := &writer{paper: p, laid: laid, widths: map[int]bool{}, places: placesOf(p)}
	w.body(logo)
	body := w.out.String()
	w.out.Reset()
	style := style(p, w.widths)
	w.head(style)
	w.out.WriteString(body)
	w.put("<script>", script, "</script>\n</body>\n</html>\n")
	return seal.HTML(w.out.Bytes(), p.Kind), nil
}

// writer is one page in the making. Whatever comes from the paper is escaped
// where it is written: see text and attributes.
type writer struct {
	out    bytes.Buffer
	paper  *block.Paper
	laid   *block.Laid
	widths map[int]bool // of columns, in thousandths
	bare   bool         // page 1 has room for a strip without its measures
	places places
	charts int // written so far
}

// put writes markup of our own.
func (w *writer) put(markup ...string) {
	for _, m := range markup {
		w.out.WriteString(m)
	}
}

// text writes words.
func (w *writer) text(words string) { w.out.WriteString(escaped(words)) }

// open writes a start tag. Attributes are pairs of a name and a value; one whose
// value is "" is left out.
func (w *writer) open(name string, attributes ...string) {
	w.put("<", name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.put(" ", attributes[i], `="`, escaped(attributes[i+1]), `"`)
		}
	}
	w.put(">")
}

func (w *writer) close(name string) { w.put("</", name, ">") }

// element writes an element that holds words only.
func (w *writer) element(name, words string, attributes ...string) {
	w.open(name, attributes...)
	w.text(words)
	w.close(name)
}

// escaped is a text as it may stand between tags and in an attribute.
func escaped(s string) string {
	return html.EscapeString(strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD"))
}

func (w *writer) head(style string) {
	w.put("<!DOCTYPE html>\n")
	w.open("html", "lang", w.paper.Lang)
	w.put("\n<head>\n<meta charset=\"utf-8\">\n")
	w.open("meta", "http-equiv", "Content-Security-Policy", "content", policy(style))
	w.put("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"actionplan\">\n")
	if w.paper.Author != "" {
		w.open("meta", "name", "author", "content", w.paper.Author)
		w.put("\n")
	}
	w.element("title", w.paper.Title)
	w.put("\n<style>", style, "</style>\n</head>\n")
}

func (w *writer) body(logo *picture) {
	w.put("<body>\n<a class=\"skip\" href=\"#main\">Skip to the paper</a>\n")
	w.sprite()
	w.put("<header>\n")
	w.front(logo)
	w.put("</header>\n<div class=\"beside\">\n")
	w.contents()
	w.put("<main id=\"main\" tabindex=\"-1\">\n")
	w.sections(w.paper.Sections)
	w.put("<p id=\"said\" class=\"unseen\" role=\"status\"></p>\n</main>\n</div>\n<footer>\n<p>")
	w.text(sentences(w.paper.Running.Foot, w.paper.Running.Right))
	w.put("</p>\n</footer>\n")
	w.oneSide()
}

func (w *writer) sections(all []block.Section) {
	for _, s := range all {
		w.section(s)
	}
}

// oneSide is what a browser prints of a paper that has to fit on one side: what fits.
// The script puts it in place of the whole, which a screen has room for. It stands where
// no other program shows it, and what is escaped can't end it.
func (w *writer) oneSide() {
	if w.paper.Shorter == nil || w.laid == nil {
		return
	}
	w.put("<script type=\"text/html\" id=\"one-side\">\n")
	w.sections(w.paper.Shorter.At(w.laid.Shorter))
	w.put("</script>\n")
}

// sentences gives each text a full stop.
func sentences(all ...string) string {
	var out []string
	for _, s := range all {
		if s != "" {
			out = append(out, s+".")
		}
	}
	return strings.Join(out, " ")
}

func (w *writer) front(logo *picture) {
	f := w.paper.Front
	w.put("<div class=\"title\">\n<div>\n")
	if f.Organisation != "" {
		w.element("p", f.Organisation, "class", "organisation")
		w.put("\n")
	}
	w.element("h1", f.Title)
	w.put("\n</div>\n")
	if logo != nil {
		w.open("img", "src", logo.source, "width", fmt.Sprint(logo.width), "height", fmt.Sprint(logo.height), "alt", f.LogoAlt)
		w.put("\n")
	}
	w.put("</div>\n")
	w.blocks(f.Blocks)
}

func (w *writer) contents() {
	if len(w.paper.Contents) == 0 {
		return
	}
	w.put("<nav aria-labelledby=\"contents\">\n<details open>\n<summary><h2 id=\"contents\">In this paper</h2></summary>\n<ul>\n")
	for _, e := range w.paper.Contents {
		w.put("<li>")
		w.element("a", e.Title, "href", "#"+anchor(e.To))
		w.put("</li>\n")
	}
	w.put("</ul>\n</details>\n</nav>\n")
}

// section writes a section; one of pages is these pages.
func (w *writer) section(s block.Section) {
	if len(s.Blocks) == 0 {
		return
	}
	if _, paged := s.Blocks[0].(block.Page); paged {
		w.blocks(s.Blocks)
		return
	}
	w.open("section", "class", cmp.Or(s.Name, "own")+"-section", "aria-labelledby", headingOf(s.Blocks))
	w.put("\n")
	w.blocks(s.Blocks)
	w.put("</section>\n")
}

// headingOf is the anchor of the first heading that has one.
func headingOf(blocks []block.Block) string {
	for _, b := range blocks {
		switch b := b.(type) {
		case block.Heading:
			return anchor(b.ID)
		case block.Box:
			return headingOf(b.Blocks)
		}
	}
	return ""
}

func (w *writer) blocks(all []block.Block) {
	for _, b := range all {
		w.block(b)
	}
}

func (w *writer) block(b block.Block) {
	switch b := b.(type) {
	case block.Heading:
		w.heading(b)
	case block.Para:
		w.para(b)
	case block.List:
		w.list(b)
	case block.Terms:
		w.terms(b)
	case block.Table:
		w.table(b)
	case block.Status:
		w.put("<p>")
		w.status(b)
		w.put("</p>\n")
	case block.Marks:
		w.marks(b)
	case block.Figures:
		w.figures(b)
	case block.Bar:
		w.bars(b)
	case block.Timeline:
		w.timeline(b)
	case block.Panels:
		w.panels(b)
	case block.Card:
		w.card(b)
	case block.Record:
		w.record(b)
	case block.Box:
		w.box(b)
	case block.Key:
		w.key(b)
	case block.SideBySide:
		w.sideBySide(b)
	case block.Page:
		w.page(b)
	case block.Closer:
		w.closer(b)
	case block.Turn:
	default:
		panic(fmt.Sprintf("html: no way to write a %T", b))
	}
}

// closer writes one of its ways. A screen has room for what only the closest leaves
// out.
func (w *writer) closer(c block.Closer) {
	way := w.way(c)
	if last := len(c.Ways) - 1; way < last || last < 2 {
		w.blocks(c.Ways[way])
		return
	}
	w.bare = true
	w.blocks(withNames(c.Ways[way-1], c.Ways[way]))
	w.bare = false
}

// withNames are blocks with the names of rows, and the widths of the first columns, that
// closer ones have.
func withNames(blocks, closer []block.Block) []block.Block {
	t, is := blocks[0].(block.Table)
	by, too := closer[0].(block.Table)
	if !is || !too {
		return blocks
	}
	t.Columns, t.Rows = slices.Clone(t.Columns), slices.Clone(t.Rows)
	t.Columns[0].Width, t.Columns[1].Width = by.Columns[0].Width, by.Columns[1].Width
	for i := range t.Rows {
		t.Rows[i].Cells = append([]block.Cell{by.Rows[i].Cells[0]}, t.Rows[i].Cells[1:]...)
	}
	return append([]block.Block{t}, blocks[1:]...)
}

// way is which way of a closer is written: one that a browser prints on page 1.
// What links lead to has a longer name there than on paper, and an ask most often
// takes a line more for each.
func (w *writer) way(c block.Closer) int {
	if w.laid == nil {
		return 0
	}
	const line = 5.7 // mm
	return w.laid.WayWith(line*float64(linkedAsks(w.paper)), len(c.Ways))
}

// linkedAsks are how many asks name in brackets where to read on.
func linkedAsks(p *block.Paper) int {
	linked := 0
	for _, s := range p.Sections {
		for _, b := range s.Blocks {
			box, _ := b.(block.Box)
			for _, b := range box.Blocks {
				list, _ := b.(block.List)
				for _, item := range list.Items {
					if slices.ContainsFunc(item, func(r block.Run) bool { return r.Link != nil && r.Link.As == block.InBrackets }) {
						linked++
					}
				}
			}
		}
	}
	return linked
}

// anchor is an ID of the paper as one of the page. A ref is what staff typed,
// so everything but letters, digits and . - ~ is written as its code.
func anchor(id string) string {
	var out strings.Builder
	for _, r := range id {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-~", r) {
			out.WriteRune(r)
		} else {
			fmt.Fprintf(&out, "_%x_", r)
		}
	}
	return out.String()
}
