package pdf

import (
	"bytes"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"
)

// A page records what is drawn on it until all pages are known. Nothing goes to
// gofpdf before that, so a layout pass that only looks for page numbers is
// cheap, and only the fonts that were used are loaded.
type page struct {
	ops     []op
	parents []*element // by marked content ID
	links   []*annotation

	// The mark that is open: what is drawn next in the same element needs no new one.
	marked       bool
	open         *element
	openArtifact string
}

// An op is operators as they stand, or text, or a picture.
type op struct {
	raw     string
	text    string
	face    *face
	size    float64
	color   Color
	x, y    float64
	picture func(*gofpdf.Fpdf)
}

func (o *op) draw(f *gofpdf.Fpdf) {
	switch {
	case o.picture != nil:
		o.picture(f)
	case o.face != nil:
		f.SetFont(o.face.key, "", o.size)
		f.SetTextColor(int(o.color.R), int(o.color.G), int(o.color.B))
		f.Text(o.x, o.y, o.text)
	default:
		f.RawWriteStr(o.raw)
	}
}

const (
	layoutArtifact     = "/Artifact <</Type /Layout>> BDC"
	paginationArtifact = "/Artifact <</Type /Pagination>> BDC"
)

func (d *Doc) page() *page { return d.pages[d.current] }

func (d *Doc) startPage() {
	if len(d.pages) > 0 {
		d.closeMark()
	}
	d.pages = append(d.pages, &page{})
	d.current = len(d.pages) - 1
	d.y, d.atHead, d.after = d.options.Frame.Top, true, 0
	if d.current == 0 {
		d.y = d.options.Frame.FirstTop
	}
}

func (p *page) raw(s string) {
	p.ops = append(p.ops, op{raw: s})
}

// tag opens marked content for an element, or for an artifact of the given kind
// if it is nil. Marks never nest: the one before is closed first.
func (d *Doc) tag(e *element, artifact string) {
	p := d.page()
	if p.marked && p.open == e && (e != nil || p.openArtifact == artifact) {
		return
	}
	d.closeMark()
	p.marked, p.open, p.openArtifact = true, e, artifact
	if e == nil {
		p.raw(artifact)
		return
	}
	mcid := len(p.parents)
	p.parents = append(p.parents, e)
	e.kids = append(e.kids, kid{page: d.current, mcid: mcid})
	if d.actual != nil {
		p.raw("/" + d.actual.tag + " <</MCID " + strconv.Itoa(mcid) + " /ActualText " + hexText(d.actual.text) + ">> BDC")
		return
	}
	p.raw("/" + e.role + " <</MCID " + strconv.Itoa(mcid) + ">> BDC")
}

func (d *Doc) closeMark() {
	if p := d.page(); p.marked {
		p.raw("EMC")
		p.marked, p.open = false, nil
	}
}

// addLink puts a link's area on the page and into the structure tree.
func (d *Doc) addLink(e *element, run Run, x, y, w, h float64) {
	if e == nil {
		return
	}
	a := &annotation{page: d.current, to: run.To, uri: run.URI, says: Clean(run.says()), elem: e,
		x1: pt(x), y1: fromBottom(y + h), x2: pt(x + w), y2: fromBottom(y)}
	d.page().links = append(d.page().links, a)
	e.kids = append(e.kids, kid{link: a})
}

// put draws text in one face; the mark must be open.
func (d *Doc) put(text string, f uint8, size float64, c Color, x, y float64) {
	face := d.faces[f]
	for _, r := range text {
		face.use(r)
	}
	p := d.page()
	p.ops = append(p.ops, op{text: text, face: face, size: size, color: c, x: x, y: y})
}

// draw plays the recorded pages to gofpdf.
func (d *Doc) draw() ([]byte, error) {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0)) // replaced by the rewriter; unset, it would be the clock
	f.SetModificationDate(time.Unix(0, 0))
	f.SetAutoPageBreak(false, 0)
	for _, face := range d.faces {
		if face.isUsed {
			f.AddUTF8FontFromBytes(face.key, "", face.ttf)
		}
	}
	d.registerImages(f)
	for _, p := range d.pages {
		f.AddPage()
		for i := range p.ops {
			p.ops[i].draw(f)
		}
	}
	var out bytes.Buffer
	err := f.Output(&out)
	return out.Bytes(), err
}

const pointsPerMM = 72 / 25.4

func pt(mm float64) float64 { return mm * pointsPerMM }

// fromBottom turns mm from the top into points from the bottom. gofpdf's A4 is
// 841.89 points high.
func fromBottom(y float64) float64 { return 841.89 - pt(y) }

// operands writes numbers for a content stream.
func operands(b []byte, numbers ...float64) []byte {
	for _, n := range numbers {
		b = strconv.AppendFloat(b, n, 'f', 2, 64)
		b = append(b, ' ')
	}
	return b
}
