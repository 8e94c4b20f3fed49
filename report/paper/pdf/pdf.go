// Package pdf writes a block.Paper as an accessible PDF of A4 pages. It gives
// every block its type and place, breaks pages where that reads best, and says
// no word of its own but page furniture. It knows blocks and no plans. Lengths
// are millimetres, only type is in points.
package pdf

import (
	"fmt"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// File is a finished paper.
type File struct {
	Bytes []byte

	// Substitutions are characters that no font has, each with the text it is
	// in.
	Substitutions []tagged.Substitution

	// Laid is how the paper was laid out.
	block.Laid
}

// Write writes a paper. The same Paper gives the same bytes. A logo that can't
// be read is an error.
func Write(p *block.Paper) (*File, error) {
	w, err := lay(p)
	if err != nil {
		return nil, err
	}
	data, err := w.Output()
	if err != nil {
		return nil, err
	}
	return &File{Bytes: data, Substitutions: w.Substitutions(), Laid: w.laid()}, nil
}

// Lay lays a paper out, for the other formats.
func Lay(p *block.Paper) (*block.Laid, error) {
	w, err := lay(p)
	if err != nil {
		return nil, err
	}
	laid := w.laid()
	return &laid, nil
}

func lay(p *block.Paper) (*writer, error) {
	logo, err := readLogo(p.Front.Logo)
	if err != nil {
		return nil, err
	}
	var w *writer
	tagged.Lay(properties(p, logo), func(d *tagged.Doc) {
		w = &writer{Doc: d, paper: p, logo: logo, sections: map[int]bool{}}
		w.write()
	})
	return w, nil
}

// writer is one pass over a paper.
type writer struct {
	*tagged.Doc
	paper     *block.Paper
	logo      *tagged.Image
	contented bool // the contents have been drawn
	shorter   int
	shorterIn func(share float64) int // which of the ways fits in a share of the side; nil without one
	way       int
	rooms     []float64
	at        int // the section being written
	contents  block.Contents
	sections  map[int]bool
	pages     []bool
}

func (w *writer) laid() block.Laid {
	return block.Laid{Shorter: w.shorter, ShorterIn: w.shorterIn, Way: w.way, Rooms: w.rooms, PageOf: w.PageOf, Contents: w.contents, Sections: w.sections, Pages: w.pages}
}

func properties(p *block.Paper, logo *tagged.Image) tagged.Options {
	o := tagged.Options{
		Title:   p.Title,
		Lang:    p.Lang,
		Author:  p.Author,
		Subject: p.Subject,
		Creator: "actionplan",
		Date:    p.Date,
		Frame:   frame,
	}
	if logo != nil {
		o.Frame.FirstTop = logoTop
	}
	return o
}

// The text's place on the page.
var frame = tagged.Frame{Left: left, Width: textWidth, FirstTop: 18, Top: 20, Bottom: 273}

const (
	left      = 20.0
	textWidth = 170.0
	readWidth = 155.0 // the widest that running text gets
)

// block lays one block out.
func (w *writer) block(b block.Block) []tagged.Block {
	switch b := b.(type) {
	case block.Heading:
		return one(w.heading(b))
	case block.Para:
		return one(w.para(b))
	case block.List:
		return one(w.list(b))
	case block.Terms:
		return one(w.terms(b))
	case block.Table:
		return w.table(b)
	case block.Status:
		t := tag(b)
		t.After = 2
		return one(t)
	case block.Marks:
		return one(marks(b))
	case block.Figures:
		return figures(b)
	case block.Bar:
		return w.bar(b)
	case block.Timeline:
		return w.timeline(b)
	case block.Panels:
		return w.panels(b.Items)
	case block.Card:
		return one(w.card(b))
	case block.Record:
		return one(w.record(b))
	case block.Box:
		return one(w.box(b))
	case block.Key:
		return key(b)
	case block.SideBySide:
		return w.sideBySide(b)
	case block.Page:
		return w.blocks(b.Blocks)
	case block.Turn:
		return nil
	case block.Closer:
		return w.blocks(b.Ways[0])
	}
	panic(fmt.Sprintf("pdf: no way to write a %T", b))
}

func one(b tagged.Block) []tagged.Block { return []tagged.Block{b} }

func (w *writer) blocks(all []block.Block) []tagged.Block {
	var made []tagged.Block
	var under *block.Heading // the nearest above
	for i, b := range all {
		laid := w.block(b)
		if p, ok := b.(block.Para); ok && p.As == block.Body && i > 0 && isTable(all[i-1]) {
			below := laid[0].(tagged.Para)
			below.Before = 3
			laid = one(below)
		}
		if (isNote(b) || isSignature(b)) && len(made) > 0 {
			made[len(made)-1] = keep(made[len(made)-1])
			if t, is := all[i-1].(block.Table); is && t.As == block.Lines {
				below := laid[0].(tagged.Para)
				below.Style, below.Before = small, 0.8
				laid = one(below)
			}
		}
		if h, heads := b.(block.Heading); heads {
			under = &h
		}
		made = append(made, goingOn(laid, under)...)
	}
	return made
}

// goingOn makes a table that goes on over a page say what it is of: the nearest
// heading above it. So do rows of charts and of small tables, words with their meanings,
// and a list straight below the heading of a part of a section.
func goingOn(laid []tagged.Block, under *block.Heading) []tagged.Block {
	if under == nil {
		return laid
	}
	for i := range laid {
		switch b := laid[i].(type) {
		case tagged.Table:
			b.Continued, b.ContinuedStyle = continued(*under), goesOn
			laid[i] = b
		case tagged.List:
			if under.Size >= block.PartSize || b.Numbering == "None" {
				b.Continued, b.ContinuedStyle = continued(*under), goesOn
				laid[i] = b
			}
		case tagged.Columns:
			if i > 0 {
				b.Continued, b.ContinuedStyle = continued(*under), goesOn
				laid[i] = b
			}
		}
	}
	return laid
}

// isNote says whether a block explains what stands above it, and so may not
// stand alone at a page's head.
func isNote(b block.Block) bool {
	p, ok := b.(block.Para)
	return ok && p.As == block.Note
}

// isSignature says whether a block is who wrote what stands above it.
func isSignature(b block.Block) bool {
	p, ok := b.(block.Para)
	return ok && p.As == block.Signature
}

// keep keeps a paragraph, or the end of a table or box, with what follows.
func keep(b tagged.Block) tagged.Block {
	switch b := b.(type) {
	case tagged.Para:
		b.Keep = true
		return b
	case tagged.Table:
		b.Keep = true
		return b
	case tagged.Box:
		b.Keep = true
		return b
	case tagged.Columns:
		b.Keep = true
		return b
	}
	return b
}

func isTable(b block.Block) bool {
	_, ok := b.(block.Table)
	return ok
}
