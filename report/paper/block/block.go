// Package block is a paper as a tree of blocks: headings, paragraphs, lists,
// tables, cards and figures, with every word in its place and none of its look.
// Package paper composes it once; a writer for each format puts it on pages or a
// screen, and says no word of its own but page furniture: page numbers, running
// head and foot, "continued", and the contents.
//
// Blocks know no plans. Reading order is the order of the blocks. A writer
// switches over the types of Block; a test holds every writer to all of them.
package block

import (
	"time"

	"actionplan/report/chart"
)

// Paper is a whole paper. Every link in it leads to an ID that it has, and no
// ID stands in it twice.
type Paper struct {
	Kind     string    // what a sealed file says that it is: "briefing"
	Title    string    // of the document, which readers show in place of the file's name
	Subject  string    // "" without one
	Author   string    // "" without one
	Lang     string    // BCP 47: "en-GB"
	Date     time.Time // that the paper speaks of; zero without one
	Front    Front
	Running  Running
	Contents []Entry
	Sections []Section
	Looks    []chart.Look // every one there is, in the palette's order

	// Shorter is nil but in a paper that has to fit on one side.
	Shorter *Shorter
}

// Front is the head of the first page.
type Front struct {
	Organisation string // "" without one
	Brand        string // #rrggbb of the rule on the first page and the organisation's name; "" for ink
	Title        string // the one heading of level 1
	Logo         []byte // a PNG or JPEG file; nil without one
	LogoAlt      string
	Blocks       []Block // the lines below the title
}

// Running is what stands on every page after the first, and Foot on all.
type Running struct {
	Left, Right, Foot string
	Draft             bool // Right says so, in bold
}

// Entry is a line of the contents.
type Entry struct {
	To    string // an ID
	Short string // in a sentence: "areas"
	Title string // in a list
}

// Section is a part of the paper. Its first block is its heading, where it has
// one.
type Section struct {
	Name    string // "areas"; "" for one that a template words itself
	Blocks  []Block
	NewPage bool // begins on a new page
	Annex   bool // is of the annex, whose new page may be one with little on it
}

// Shorter makes the same paper with more left out, so that it fits on one side.
// A writer with pages takes the first of At(0) to At(Tries-1) that fits, where
// At(0) leaves nothing out. From Falling on each is no higher than the one
// before.
type Shorter struct {
	Tries, Falling int
	At             func(n int) []Section
}

// Block is one of the types of this package that are listed below.
type Block interface{ isBlock() }

func (Heading) isBlock()    {}
func (Para) isBlock()       {}
func (List) isBlock()       {}
func (Terms) isBlock()      {}
func (Table) isBlock()      {}
func (Status) isBlock()     {}
func (Marks) isBlock()      {}
func (Figures) isBlock()    {}
func (Bar) isBlock()        {}
func (Timeline) isBlock()   {}
func (Panels) isBlock()     {}
func (Card) isBlock()       {}
func (Record) isBlock()     {}
func (Box) isBlock()        {}
func (Key) isBlock()        {}
func (SideBySide) isBlock() {}
func (Page) isBlock()       {}
func (Turn) isBlock()       {}
func (Closer) isBlock()     {}
