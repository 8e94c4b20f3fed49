// Package tagged draws tagged, accessible PDF documents: headings, paragraphs,
// lists, tables, figures and links that both eyes and screen readers can
// follow. It lays blocks out on A4 pages, breaks lines and pages itself, draws
// through gofpdf and then rewrites gofpdf's output with the structure tree that
// gofpdf can't make. It never reads the clock: the same calls give the same
// bytes.
//
// Lengths are millimetres from the top left; only type is measured in points.
package tagged

import (
	"fmt"
	"sort"
	"time"
)

// The size of A4, in mm.
const (
	PageWidth  = 210.0
	PageHeight = 297.0
)

// Options describe a document.
type Options struct {
	Title   string // required: readers show it in place of the file's name
	Lang    string // BCP 47, such as "en-GB"
	Author  string
	Subject string
	Creator string
	Date    time.Time // written as the creation date; its own zone is kept
	Frame   Frame     // zero means the usual one
}

// Frame is the part of the page that content takes.
type Frame struct {
	Left, Width           float64
	FirstTop, Top, Bottom float64 // top of page 1, top of the others, bottom of all
}

var usualFrame = Frame{Left: 20, Width: 170, FirstTop: 18, Top: 20, Bottom: 273}

// Doc is a document being laid out. Blocks are added in reading order.
type Doc struct {
	options   Options
	faces     [faceCount]*face
	root      *element
	pages     []*page
	current   int // index of the page being drawn on
	furniture func(c *Canvas, page, of int)

	// The flow's cursor, and slices held back until what follows is known.
	y       float64
	atHead  bool
	after   float64
	pending []slice

	actual *actualText // for the mark that is opened next

	places    map[string]place
	repeated  []string // IDs used twice
	bookmarks []bookmark
	images    []Image

	settings      *settings
	substitutions []Substitution
	seen          map[Substitution]bool

	previous      map[string]int // pages found by the pass before
	previousPages int
	asked         map[string]int // answers that PageOf gave in this pass
	askedPages    bool
}

// New starts a document. Use Render when the document speaks of its own page
// numbers.
func New(o Options) *Doc {
	if o.Frame == (Frame{}) {
		o.Frame = usualFrame
	}
	d := &Doc{
		options:  o,
		faces:    newFaces(),
		root:     &element{role: "Document"},
		places:   map[string]place{},
		settings: &settings{lines: map[setText][][]glyph{}},
		seen:     map[Substitution]bool{},
		asked:    map[string]int{},
	}
	d.startPage()
	return d
}

// File is a finished document.
type File struct {
	Bytes         []byte
	Pages         int
	Substitutions []Substitution
}

// maxPasses stops a document whose page numbers move its own pages for ever.
// The last pass is then written as it is: a wrong page number is better than
// no paper, and links go to the right place all the same.
const maxPasses = 5

// Render is Lay, and writes the document.
func Render(o Options, draw func(*Doc)) (*File, error) {
	d := Lay(o, draw)
	data, err := d.Output()
	if err != nil {
		return nil, err
	}
	return &File{Bytes: data, Pages: len(d.pages), Substitutions: d.Substitutions()}, nil
}

// Lay lays a document out, again if it must, until every page number it asked
// for is true. draw must do the same each time it is called.
func Lay(o Options, draw func(*Doc)) *Doc {
	var d, before *Doc
	for range maxPasses {
		d = New(o)
		if before != nil {
			d.previous, d.previousPages = before.pageNumbers(), len(before.pages)
			d.settings = before.settings
		}
		draw(d)
		d.flush()
		if d.answersHold() {
			break
		}
		before = d
	}
	return d
}

func (d *Doc) pageNumbers() map[string]int {
	numbers := make(map[string]int, len(d.places))
	for id, p := range d.places {
		numbers[id] = p.page + 1
	}
	return numbers
}

func (d *Doc) answersHold() bool {
	if d.askedPages && d.previousPages != len(d.pages) {
		return false
	}
	for id, answer := range d.asked {
		if p, known := d.places[id]; known && p.page+1 != answer {
			return false
		}
	}
	return true
}

// PageOf is the page of an ID, as the pass before found it: 0 in the first pass.
func (d *Doc) PageOf(id string) int {
	n := d.previous[id]
	d.asked[id] = n
	return n
}

// PageCount is the number of pages the pass before had: 0 in the first pass.
func (d *Doc) PageCount() int {
	d.askedPages = true
	return d.previousPages
}

// Page is the number of the page being filled, from 1.
func (d *Doc) Page() int { return len(d.pages) }

// Furniture sets what is drawn on every page when all are known: running head
// and foot. Its canvas starts at the page's top left corner; all of it is artifact.
func (d *Doc) Furniture(draw func(c *Canvas, page, of int)) { d.furniture = draw }

// Substitutions lists the characters that no font has, in order, each once for
// each text it stands in.
func (d *Doc) Substitutions() []Substitution { return d.substitutions }

func (d *Doc) substituted(r rune, text string) {
	s := Substitution{Rune: r, Text: text}
	if !d.seen[s] {
		d.seen[s] = true
		d.substitutions = append(d.substitutions, s)
	}
}

func (d *Doc) setPlace(id string, y float64) {
	if id == "" {
		return
	}
	if _, twice := d.places[id]; twice {
		d.repeated = append(d.repeated, id)
		return
	}
	d.places[id] = place{page: d.current, y: y}
}

// Output finishes the document and returns its bytes. Links to an ID that is
// not in the document, and an ID used twice, are errors.
func (d *Doc) Output() ([]byte, error) {
	d.flush()
	if err := d.checkLinks(); err != nil {
		return nil, err
	}
	for i := range d.pages {
		d.current = i
		if d.furniture != nil {
			d.furniture(&Canvas{doc: d, scale: 1, artifact: paginationArtifact}, i+1, len(d.pages))
		}
		d.closeMark()
	}
	drawn, err := d.draw()
	if err != nil {
		return nil, fmt.Errorf("drawing the PDF: %w", err)
	}
	return d.rewrite(drawn)
}

func (d *Doc) checkLinks() error {
	if len(d.repeated) > 0 {
		return fmt.Errorf("pdf: ID %q is used twice", d.repeated[0])
	}
	var missing []string
	for _, p := range d.pages {
		for _, a := range p.links {
			if _, ok := d.places[a.to]; !ok && a.uri == "" {
				missing = append(missing, a.to)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	sort.Strings(missing)
	return fmt.Errorf("pdf: link to %q, which is not in the document", missing[0])
}
