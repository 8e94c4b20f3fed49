package tagged

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
	ops       []op
	operators []byte
	extended  int        // of the operators, those that an op holds
	parents   []*element // by marked content ID
	links     []*annotation

	// The mark that is open: what is drawn next in the same element needs no new one.
	marked       bool
	open         *element
	openArtifact string
}

// An op is operators as they stand, or text, or a picture.
type op struct {
	from, to int // of the page's operators
	text     string
	look     look
	x, y     float64
	picture  func(*gofpdf.Fpdf)
}

type look struct {
	face  uint8
	size  float64
	color Color
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
	d.pages = append(d.pages, newPage(d.pages))
	d.current = len(d.pages) - 1
	d.y, d.atHead, d.after = d.options.Frame.Top, true, 0
	if d.current == 0 {
		d.y = d.options.Frame.FirstTop
	}
}

// newPage has room for as much as the page before holds: pages of one paper are
// much alike, and growing takes longer than drawing.
func newPage(before []*page) *page {
	if len(before) == 0 {
		return &page{}
	}
	last := before[len(before)-1]
	return &page{ops: make([]op, 0, len(last.ops)+len(last.ops)/8), operators: make([]byte, 0, len(last.operators)+len(last.operators)/8),
		parents: make([]*element, 0, len(last.parents)+len(last.parents)/8)}
}

func (p *page) raw(s string) {
	p.operators = append(append(p.operators, s...), '\n')
	p.extend()
}

// extend makes the operators that were added last part of what is drawn.
func (p *page) extend() {
	from := p.extended
	p.extended = len(p.operators)
	if n := len(p.ops); n > 0 && p.ops[n-1].text == "" && p.ops[n-1].picture == nil {
		p.ops[n-1].to = p.extended
		return
	}
	p.ops = append(p.ops, op{from: from, to: p.extended})
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
	p.operators = append(append(append(p.operators, '/'), e.role...), " <</MCID "...)
	p.operators = append(strconv.AppendInt(p.operators, int64(mcid), 10), ">> BDC\n"...)
	p.extend()
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
	p.ops = append(p.ops, op{text: text, look: look{f, size, c}, x: x, y: y})
}

// draw plays the recorded pages to gofpdf.
func (d *Doc) draw() ([]byte, error) {
	f := gofpdf.New("P", "mm", "A4", "")
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0)) // replaced by the rewriter; unset, it would be the clock
	f.SetModificationDate(time.Unix(0, 0))
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false) // the rewriter does that, with one compressor for all pages
	for _, face := range d.faces {
		if face.isUsed {
			f.AddUTF8FontFromBytes(face.key, "", face.ttf)
		}
	}
	d.registerImages(f)
	for _, p := range d.pages {
		f.AddPage()
		d.drawPage(f, p)
	}
	var out written
	err := f.Output(&out)
	return out, err
}

// written is what gofpdf writes when it is done with it, in one piece: it is
// not copied.
type written []byte

func (w *written) Write(all []byte) (int, error) {
	*w = all
	return len(all), nil
}

func (d *Doc) drawPage(f *gofpdf.Fpdf, p *page) {
	var now look
	var operators bytes.Reader
	for _, o := range p.ops {
		switch {
		case o.picture != nil:
			o.picture(f)
		case o.text != "":
			if o.look != now {
				now = o.look
				f.SetFont(d.faces[now.face].key, "", now.size)
				f.SetTextColor(int(now.color.R), int(now.color.G), int(now.color.B))
			}
			f.Text(o.x, o.y, o.text)
		default:
			operators.Reset(p.operators[o.from:o.to])
			f.RawWriteBuf(&operators)
		}
	}
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
