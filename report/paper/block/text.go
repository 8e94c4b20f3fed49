package block

import "slices"

// Run is a stretch of text in one look. Runs are joined as they stand, with no
// space between; "\n" breaks the line.
type Run struct {
	Text  string
	Bold  bool
	Whole string // what Text is cut short of, which a screen has room for; "" for Text itself
	Quiet bool   // in grey
	Day   string // the date that Text is, as "2023-02-28"; "" for other text

	// Mark is a shape in place of Text. It has no words: those beside it say
	// the same. nil in every other run.
	Mark *Look

	Link *Link // nil where the run leads nowhere
}

// Link is where a run leads.
type Link struct {
	To   string   // an ID of the paper, or
	Also []string // further IDs, whose pages are named too; not InText
	Refs []string // what To and each of Also is called: "2.1"; nil without Also
	Of   string   // which of several it leads to, before the page: "5.7"; "" where to all of them; only InBrackets
	URI  string   // an address outside it
	Says string   // what is announced: "Go to action 2.1"; "" for the run's own text
	As   LinkAs
}

// LinkAs says how a link is printed. On the web a link is words, on paper the
// page to turn to.
type LinkAs int

// Ways to print a link.
const (
	// InText: the run's own words lead there. On paper "page 3" follows them.
	InText LinkAs = iota
	// InBrackets: the run has no text, and " (page 3)", " (pages 3 and 4)" or " (Go to action 2.1)"
	// is printed.
	InBrackets
	// PageNumber: the number or numbers alone in a column of page numbers; the web
	// has neither run nor column.
	PageNumber
	// OnScreen: a link on the web; on paper the words alone, because the page
	// stands in a column of its own.
	OnScreen
)

// Heading is a heading.
type Heading struct {
	Level    int // 2 to 4; none is skipped
	Size     HeadingSize
	Runs     []Run
	ID       string // "" if nothing leads here
	Bookmark string // what it is called in an outline; "" for its own text
}

// Names says whether a heading is the name of one of many, which a page is about.
func (h Heading) Names() bool { return h.Level == 2 && h.Size == PageSize }

// HeadingSize is how much a heading opens, whatever its level.
type HeadingSize int

// Sizes of headings, from the largest.
const (
	PageSize    HeadingSize = iota // an area, owner or visit
	SectionSize                    // of the paper
	PartSize                       // of such a page
	GroupSize                      // of a section
	SmallSize
)

// Para is a paragraph.
type Para struct {
	Runs []Run
	As   ParaAs
}

// ParaAs is what a paragraph is for.
type ParaAs int

// What paragraphs are for.
const (
	Body      ParaAs = iota // running text; in a cell, its text
	Headline                // the one thing to remember
	Statement               // what a page on one area, owner or visit opens with
	Subtitle                // in place of the lines below the title
	Signature               // below a message
	Place                   // "Owner 2 of 5", above a page's heading
	About                   // below a page's heading
	Legend                  // explains the figures below it
	Note                    // explains a table or figure above it
	Remark                  // on what is measured, below its name
	First                   // a sentence that Working follows
	Working                 // how it was worked out
	Closing                 // at the end: whom to ask for another format
)

// List is a list of paragraphs.
type List struct {
	Numbered bool
	Small    bool
	Items    [][]Run
}

// Terms are terms and what each says.
type Terms struct {
	As    TermsAs
	Items []Term
}

// Term is one of Terms. Each of Says is a paragraph.
type Term struct {
	Term []Run
	Says [][]Run
}

// TermsAs is what Terms are for.
type TermsAs int

// What terms are for.
const (
	TitleLines TermsAs = iota // the lines below a title
	Fields                    // of a card or record
	Details                   // small: where the figures come from
	Glossary
	Groups // a line of refs for each status
)

// Box is blocks with a line round them.
type Box struct {
	As     BoxAs
	Blocks []Block
}

// BoxAs is what a box is for.
type BoxAs int

// What boxes are for.
const (
	Asks  BoxAs = iota // of the board; begins with its heading
	Draft              // the workbook has errors; holds Terms
)

// SideBySide is parts that may stand beside each other where the page is wide;
// else one below the other.
type SideBySide struct{ Parts []Part }

// Part is one of them.
type Part struct {
	PerRow int // how many like it a page's width has room for: 1, 2 or 3
	Blocks []Block
}

// Page is about one of many, such as an area. On paper it begins a new page,
// unless it is alone and can follow the title.
type Page struct {
	Alone  bool
	Blocks []Block
}

// Turn is where a section may go on over the next page, under this heading,
// where the page has no room for all of it. Elsewhere it prints nothing.
type Turn struct{ Heading string }

// Closer is the same in several ways, from the roomiest to the closest. A writer
// with pages takes the first that its page has room for; one that does not know
// its pages goes by Long; elsewhere there is room for the first.
type Closer struct{ Ways [][]Block }

// Long says whether the roomiest way has a table of more rows than a page is
// expected to have room for beside what else stands on it.
func (c Closer) Long() bool {
	const usual = 8
	return slices.ContainsFunc(c.Ways[0], func(b Block) bool { t, is := b.(Table); return is && len(t.Rows) > usual })
}

// InWay are the blocks with the given way of each Closer in its place, or its
// last where it has fewer.
func InWay(n int, blocks []Block) []Block {
	var all []Block
	for _, b := range blocks {
		if c, is := b.(Closer); is {
			all = append(all, c.Ways[min(n, len(c.Ways)-1)]...)
		} else {
			all = append(all, b)
		}
	}
	return all
}

// Chooses says whether some of a paper is written in the way that page 1 has room
// for.
func (p *Paper) Chooses() bool {
	return slices.ContainsFunc(p.Sections, func(s Section) bool { return Ways(s.Blocks) > 1 })
}

// Ways is how many ways there are to write blocks.
func Ways(blocks []Block) int {
	most := 1
	for _, b := range blocks {
		if c, is := b.(Closer); is {
			most = max(most, len(c.Ways))
		}
	}
	return most
}
