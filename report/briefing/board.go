// Package briefing draws a report.Brief as the paper for the board: an
// accessible PDF of A4 pages. It maps meanings to looks and puts words in
// place; it neither counts nor judges, and states no fact of its own. Lengths
// are millimetres, only type is in points.
package briefing

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/pdf"
)

// Options say how a Brief is drawn.
type Options struct {
	Sections []string // names of sections in their order; nil is the board's
	Logo     []byte   // a PNG or JPEG image for the top right; nil for none
}

// Section is a part of the paper that a template may choose, leave out or put
// elsewhere. The title block is not one: every paper begins with it.
type Section struct {
	Name string // as Options.Sections calls it

	// InContents is what the contents line calls it, "" where it is not listed.
	InContents string

	// Draw makes its blocks; none where the plan has nothing to say.
	Draw func(*paper) []pdf.Block
}

// Sections is every section there is, in the board's order.
var Sections = []Section{
	{Name: "headline", Draw: (*paper).headline},
	{Name: "asks", Draw: (*paper).asks},
	{Name: "figures", Draw: (*paper).figures},
	{Name: "status", InContents: "actions by status", Draw: (*paper).status},
	{Name: "message", InContents: "message", Draw: (*paper).message},
	{Name: "areas", InContents: "areas", Draw: (*paper).areas},
	{Name: "exceptions", InContents: "exceptions", Draw: (*paper).exceptions},
	{Name: "measures", InContents: "measures", Draw: (*paper).measures},
	{Name: "timeline", InContents: "dates", Draw: (*paper).timeline},
	{Name: "coverage", InContents: "findings", Draw: (*paper).coverage},
	{Name: "risks", InContents: "risks", Draw: (*paper).risks},
	{Name: "clock", InContents: "statutory clock", Draw: (*paper).clock},
	{Name: "quality", InContents: "how the figures were checked", Draw: (*paper).quality},
	{Name: "glossary", InContents: "words used", Draw: (*paper).glossary},
	{Name: "readings", InContents: "all readings", Draw: (*paper).readings},
}

// paper is one pass over a Brief.
type paper struct {
	*pdf.Doc
	brief     *report.Brief
	sections  []Section
	logo      *pdf.Image
	claimed   map[string]bool // IDs already given to something on this pass
	contented bool            // the contents have been drawn
}

// PDF draws the paper. The same Brief and Options give the same bytes.
// Substitutions are characters that no font has, each with the text it is in.
func PDF(b *report.Brief, o Options) (file []byte, substitutions []pdf.Substitution, err error) {
	sections, err := chosen(o.Sections)
	if err != nil {
		return nil, nil, err
	}
	logo, err := readLogo(o.Logo)
	if err != nil {
		return nil, nil, err
	}
	drawn, err := pdf.Render(properties(b, logo), func(d *pdf.Doc) {
		p := &paper{Doc: d, brief: b, sections: sections, logo: logo, claimed: map[string]bool{}}
		p.draw()
	})
	if err != nil {
		return nil, nil, err
	}
	return drawn.Bytes, drawn.Substitutions, nil
}

// chosen finds sections by name.
func chosen(names []string) ([]Section, error) {
	if names == nil {
		return Sections, nil
	}
	var out []Section
	for _, name := range names {
		i := slices.IndexFunc(Sections, func(s Section) bool { return s.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no section %q; the sections are %s", name, sectionNames())
		}
		if slices.ContainsFunc(out, func(s Section) bool { return s.Name == name }) {
			return nil, fmt.Errorf("the section %q is asked for twice", name)
		}
		out = append(out, Sections[i])
	}
	return out, nil
}

func sectionNames() string {
	var names []string
	for _, s := range Sections {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}

func properties(b *report.Brief, logo *pdf.Image) pdf.Options {
	o := pdf.Options{
		Title:   documentTitle(b),
		Lang:    "en-GB",
		Author:  b.Organisation,
		Subject: b.PlanTitle,
		Creator: "actionplan",
		Date:    b.AsOf.Time(),
		Frame:   frame,
	}
	if b.Author != "" {
		o.Author = b.Author
	}
	if logo != nil {
		o.Frame.FirstTop = logoTop
	}
	return o
}

// documentTitle is what readers show in place of the file's name.
func documentTitle(b *report.Brief) string {
	if b.Organisation == "" {
		return paperTitle(b)
	}
	return b.Organisation + ": " + paperTitle(b)
}

// paperTitle is the title, which an accessible document can't be without.
func paperTitle(b *report.Brief) string { return orWord(b.Title, "Briefing for the board") }

// The text's place on the page.
var frame = pdf.Frame{Left: left, Width: textWidth, FirstTop: 18, Top: 20, Bottom: 273}

const (
	left      = 20.0
	textWidth = 170.0
	readWidth = 155.0 // the widest that running text gets
)

// scantRoom is how little may be left of a page for a section to leave it empty
// and begin on the next, if that holds all of it.
const scantRoom = 60

func (p *paper) draw() {
	p.Furniture(p.furniture)
	p.Add(p.title()...)
	for i, s := range p.sections {
		blocks := s.Draw(p)
		if len(blocks) == 0 {
			continue
		}
		switch {
		case i > 0 && !p.contented && !p.fitsPageOne(blocks):
			p.addContents()
		case i > 0 && p.betterOnNextPage(blocks):
			p.NewPage()
		}
		p.Add(blocks...)
	}
}

func (p *paper) betterOnNextPage(blocks []pdf.Block) bool {
	room := p.Room()
	if room > scantRoom {
		return false
	}
	h := p.Measure(textWidth, blocks...)
	return h > room && h <= frame.Bottom-frame.Top
}

// heading is a section's own heading. Its ID is what the contents lead to.
func (p *paper) heading(section string) pdf.Heading {
	return pdf.Heading{Level: 2, Runs: pdf.Text(title(p.brief, section)), Style: h2, Before: 6, After: 2, ID: p.claim(sectionID(section))}
}

func sectionID(name string) string { return "section " + name }

// claim gives an ID to the first that asks for it and "" to the others, because
// a link leads to one place only.
func (p *paper) claim(id string) string {
	if id == "" || p.claimed[id] {
		return ""
	}
	p.claimed[id] = true
	return id
}

// sentence is running text.
func sentence(text string) pdf.Para {
	return pdf.Para{Runs: pdf.Text(text), Style: body, After: 2, Width: readWidth}
}

// note is a small line below or above a table or chart.
func note(text string) pdf.Para {
	return pdf.Para{Runs: pdf.Text(text), Style: dense, Before: 1.5, After: 2, Width: 165}
}

// orMissing is the text, or in bold what is printed where there is none: the
// gap is the news.
func orMissing(text, missing string) []pdf.Run {
	if strings.TrimSpace(text) == "" {
		return []pdf.Run{pdf.Bold(missing)}
	}
	return pdf.Text(text)
}

// refAnd puts a ref before a name. Either may be missing.
func refAnd(ref, name string) string { return strings.TrimSpace(ref + " " + name) }

// cell is a table cell that holds one paragraph.
func cell(style pdf.Style, runs ...pdf.Run) []pdf.Block {
	return []pdf.Block{pdf.Para{Runs: runs, Style: style}}
}

// words is a table cell that holds plain text.
func words(style pdf.Style, text string) []pdf.Block { return cell(style, pdf.Run{Text: text}) }
