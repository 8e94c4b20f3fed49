// Package briefing draws a report.Brief as the paper for the board: an
// accessible PDF of A4 pages. It maps meanings to looks and puts words in
// place; it neither counts nor judges, and states no fact of its own. Lengths
// are millimetres, only type is in points.
package briefing

import (
	"slices"
	"strings"

	"actionplan/report"
	"actionplan/report/tagged"
	"actionplan/templates"
)

// Options say how a Brief is drawn.
type Options struct {
	Layout *report.Layout // what is in the paper; nil is the board's
	Logo   []byte         // a PNG or JPEG image for the top right; nil for none
}

// drawings make each section's blocks; none where the plan has nothing to say.
var drawings = map[string]func(*paper) []tagged.Block{
	"":               (*paper).ownText,
	"headline":       (*paper).headline,
	"asks":           (*paper).asks,
	"figures":        (*paper).figures,
	"bar":            (*paper).bar,
	"status":         (*paper).status,
	"message":        (*paper).message,
	"movement":       (*paper).movement,
	"history":        (*paper).history,
	"areas":          (*paper).areas,
	"outcomes":       (*paper).outcomes,
	"exceptions":     (*paper).exceptions,
	"measures":       (*paper).measures,
	"measures-table": (*paper).measuresTable,
	"timeline":       (*paper).timeline,
	"coverage":       (*paper).coverage,
	"risks":          (*paper).risks,
	"clock":          (*paper).clock,
	"owners":         (*paper).owners,
	"visits":         (*paper).visits,
	"quality":        (*paper).quality,
	"key":            (*paper).key,
	"glossary":       (*paper).glossary,
	"readings":       (*paper).readings,
}

// paper is one pass over a Brief.
type paper struct {
	*tagged.Doc
	brief     *report.Brief
	layout    *report.Layout
	now       report.Section // the one being drawn
	fit       fit            // what a paper of one side leaves out
	under     int            // the level of the heading that measures stand under
	logo      *tagged.Image
	claimed   map[string]bool // IDs already given to something on this pass
	contented bool            // the contents have been drawn
}

// PDF draws the paper. The same Brief and Options give the same bytes.
// Substitutions are characters that no font has, each with the text it is in.
func PDF(b *report.Brief, o Options) (file []byte, substitutions []tagged.Substitution, err error) {
	layout, err := o.layout(b)
	if err != nil {
		return nil, nil, err
	}
	logo, err := readLogo(o.Logo)
	if err != nil {
		return nil, nil, err
	}
	drawn, err := tagged.Render(properties(b, layout, logo), func(d *tagged.Doc) {
		p := &paper{Doc: d, brief: b, layout: layout, logo: logo, under: 2, claimed: map[string]bool{}}
		p.draw()
	})
	if err != nil {
		return nil, nil, err
	}
	return drawn.Bytes, drawn.Substitutions, nil
}

func (o Options) layout(b *report.Brief) (*report.Layout, error) {
	if o.Layout != nil {
		return o.Layout, nil
	}
	source, _ := templates.Briefing("board")
	t, err := report.ParseTemplate("board.yaml", source)
	if err != nil {
		return nil, err
	}
	return t.Word(b)
}

func properties(b *report.Brief, l *report.Layout, logo *tagged.Image) tagged.Options {
	o := tagged.Options{
		Title:   documentTitle(b, l),
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
func documentTitle(b *report.Brief, l *report.Layout) string {
	if b.Organisation == "" {
		return paperTitle(l)
	}
	return b.Organisation + ": " + paperTitle(l)
}

// paperTitle is the title, which an accessible document can't be without.
func paperTitle(l *report.Layout) string { return orWord(l.Title, "Briefing for the board") }

// The text's place on the page.
var frame = tagged.Frame{Left: left, Width: textWidth, FirstTop: 18, Top: 20, Bottom: 273}

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
	if p.layout.OneSide {
		p.drawOneSide()
		return
	}
	p.Add(p.title()...)
	for i, s := range p.layout.Sections {
		if each, ok := paged[s.Kind]; ok {
			p.putPages(s, each)
			continue
		}
		p.put(p.section(s), i > 0, s.NewPage)
	}
}

// put adds a section's blocks, where they are best begun.
func (p *paper) put(blocks []tagged.Block, follows, newPage bool) {
	if len(blocks) == 0 {
		return
	}
	blocks = withKeptIntros(blocks)
	switch {
	case follows && !p.contented && p.Page() == 1 && len(p.listed()) > 0 && (newPage || !p.fitsPageOne(blocks)):
		p.addContents()
	case follows && (newPage && !p.atHead() || p.betterOnNextPage(blocks)):
		p.NewPage()
	}
	p.Add(blocks...)
}

// withKeptIntros keeps a heading and its sentence with the first row of the
// table or charts that they are about.
func withKeptIntros(blocks []tagged.Block) []tagged.Block {
	out := slices.Clone(blocks)
	for i := 0; i+2 < len(out); i++ {
		_, heads := out[i].(tagged.Heading)
		intro, says := out[i+1].(tagged.Para)
		if !heads || !says {
			continue
		}
		switch out[i+2].(type) {
		case tagged.Table, tagged.Columns, tagged.Figure, tagged.Box:
			intro.Keep = true
			out[i+1] = intro
		}
	}
	return out
}

// putPages lets a section put its own pages.
func (p *paper) putPages(s report.Section, each func(*paper) bool) {
	p.now = s
	if entries := p.eachOf(s.Kind); len(entries) > 1 && !p.contented && p.Page() == 1 && len(p.listed()) > 0 {
		p.addContents()
	}
	if !each(p) && s.None != "" {
		p.put([]tagged.Block{p.heading(), sentence(s.None)}, true, false)
	}
}

// section makes the blocks of a section; where the plan has nothing for it, of
// what the template says instead.
func (p *paper) section(s report.Section) []tagged.Block {
	p.now = s
	if blocks := drawings[s.Kind](p); len(blocks) > 0 || s.None == "" {
		return blocks
	}
	if s.Heading == "" {
		return []tagged.Block{sentence(s.None)}
	}
	return []tagged.Block{p.heading(), sentence(s.None)}
}

// atHead says whether nothing is on the page yet.
func (p *paper) atHead() bool { return p.Room() >= frame.Bottom-frame.Top-0.01 }

func (p *paper) betterOnNextPage(blocks []tagged.Block) bool {
	room := p.Room()
	if room > scantRoom {
		return false
	}
	h := p.Measure(textWidth, blocks...)
	return h > room && h <= frame.Bottom-frame.Top
}

// heading is the section's own heading. Its ID is what the contents lead to.
func (p *paper) heading() tagged.Heading {
	h := tagged.Heading{Level: 2, Runs: tagged.Text(p.now.Heading), Style: h2, Before: 6, After: 2, ID: p.claim(sectionID(p.now.ID))}
	if p.layout.OneSide {
		h.Before, h.After = 5, 1
	}
	return h
}

func sectionID(id string) string { return "section " + id }

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
func sentence(text string) tagged.Para {
	return tagged.Para{Runs: tagged.Text(text), Style: body, After: 2, Width: readWidth}
}

// note is a small line below or above a table or chart.
func note(text string) tagged.Para {
	return tagged.Para{Runs: tagged.Text(text), Style: dense, Before: 1.5, After: 2, Width: 165}
}

// orMissing is the text, or in bold what is printed where there is none: the
// gap is the news.
func orMissing(text, missing string) []tagged.Run {
	if strings.TrimSpace(text) == "" {
		return []tagged.Run{tagged.Bold(missing)}
	}
	return tagged.Text(text)
}

// refAnd puts a ref before a name. Either may be missing.
func refAnd(ref, name string) string { return strings.TrimSpace(ref + " " + name) }

// cell is a table cell that holds one paragraph.
func cell(style tagged.Style, runs ...tagged.Run) []tagged.Block {
	return []tagged.Block{tagged.Para{Runs: runs, Style: style}}
}

// words is a table cell that holds plain text.
func words(style tagged.Style, text string) []tagged.Block {
	return cell(style, tagged.Run{Text: text})
}
