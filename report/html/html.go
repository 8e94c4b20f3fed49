// Package html draws a report.Brief as one self-contained web page: the
// accessible twin of the printed briefing, with the same sections in the same
// order and words. It loads nothing from anywhere. It maps meanings to looks
// and puts words in place; it neither counts nor judges.
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"actionplan/report"
	"actionplan/templates"
	"actionplan/workbook/seal"
)

// Options say how a Brief is drawn.
type Options struct {
	Layout *report.Layout // what is on the page; nil is the board's
	Logo   []byte         // a PNG or JPEG image for the top right; nil for none
}

// Page draws the page, sealed. The same Brief and Options give the same bytes. A page
// has no sides, so a layout for one side is drawn whole.
func Page(b *report.Brief, o Options) ([]byte, error) {
	layout, err := o.layout(b)
	if err != nil {
		return nil, err
	}
	logo, err := readLogo(o.Logo)
	if err != nil {
		return nil, err
	}
	p := &page{Brief: b, Layout: layout, LogoPicture: logo, Style: style(b), Script: script(), claimed: map[string]bool{}}
	p.Policy = policy(p.Style, p.Script)
	p.shown = p.anchors()
	for _, s := range layout.Sections {
		if err := p.draw(view{p, s}); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := parsed().ExecuteTemplate(&out, "page", p); err != nil {
		return nil, err
	}
	return seal.HTML(out.Bytes(), seal.KindBriefing), nil
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

// parsed are the HTML templates, read once.
var parsed = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(words).ParseFS(templates.HTML, "html/*.html"))
})

// page is one pass over a Brief, as the templates see it.
type page struct {
	*report.Brief
	Layout      *report.Layout
	LogoPicture *picture
	Style       template.CSS
	Script      template.JS
	Policy      string
	Drawn       []template.HTML // sections that have something to say
	Contents    []entry

	claimed map[string]bool // IDs already given to something
	shown   map[string]bool // IDs that some section shows
	charts  int             // drawn so far
	grid    *grid
}

// entry is a line of the contents.
type entry struct{ ID, Title string }

// view is the page while one of its sections is drawn.
type view struct {
	*page
	S report.Section
}

// Keeps says whether the section's table has a column.
func (v view) Keeps(column string) bool { return v.S.Keeps(column) }

// ID is the section's anchor.
func (v view) ID() string { return anchor("section-" + v.S.ID) }

// unframed sections are more than a heading, a sentence and what follows; they
// put these themselves.
var unframed = map[string]bool{
	"": true, "headline": true, "asks": true, "figures": true,
	"area-pages": true, "owner-pages": true, "visit-pages": true,
}

// opensWithText are the sections that are worth their sentence alone.
var opensWithText = map[string]bool{
	"status": true, "movement": true, "exceptions": true, "measures": true, "measures-table": true, "coverage": true,
}

// draw makes a section; where the plan has nothing for it, of what the
// template says instead, else it leaves no trace.
func (p *page) draw(v view) error {
	var body bytes.Buffer
	name := v.S.Kind
	if name == "" {
		name = "own text"
	}
	if err := parsed().ExecuteTemplate(&body, name, v); err != nil {
		return err
	}
	// The section's template has escaped what came from the Brief.
	text := template.HTML(strings.TrimSpace(body.String()))
	none := text == "" && !(opensWithText[v.S.Kind] && v.S.Text != "")
	switch {
	case none && v.S.None == "":
		return nil
	case none || !unframed[v.S.Kind]:
		framed := struct {
			view
			None bool
			Body template.HTML
		}{v, none, text}
		body.Reset()
		if err := parsed().ExecuteTemplate(&body, "section", framed); err != nil {
			return err
		}
		text = template.HTML(body.String())
	}
	p.Drawn = append(p.Drawn, text)
	p.enter(v, none)
	return nil
}

// enter puts a section into the contents, and each of its pages where it has
// one for each area, owner or visit.
func (p *page) enter(v view, none bool) {
	if v.S.Contents == "" {
		return
	}
	if v.S.Heading != "" && (none || !eachPage[v.S.Kind]) {
		p.Contents = append(p.Contents, entry{v.ID(), v.S.Heading})
	}
	if !none && p.HasPages(v.S.Kind) {
		for _, e := range p.eachOf(v.S.Kind) {
			p.Contents = append(p.Contents, entry{anchor("page-" + e.ID), e.Title})
		}
	}
}

// eachPage sections have no heading of their own.
var eachPage = map[string]bool{"area-pages": true, "owner-pages": true, "visit-pages": true}

// eachOf are the pages that a section has, by the Brief's IDs.
func (p *page) eachOf(kind string) (entries []entry) {
	switch kind {
	case "area-pages", "actions":
		for _, a := range p.AreaPages {
			entries = append(entries, entry{a.ID, refAnd(a.Ref, a.Name)})
		}
	case "owner-pages":
		for _, o := range p.OwnerPages {
			entries = append(entries, entry{o.ID, o.Name})
		}
	case "visit-pages":
		for _, v := range p.Visits {
			entries = append(entries, entry{v.ID, fmt.Sprintf("%s, %s", v.Title, v.When)})
		}
	}
	return entries
}

// Has says whether the layout asks for a section.
func (p *page) Has(kind string) bool { return p.section(kind) != nil }

func (p *page) section(kind string) *report.Section {
	for i := range p.Layout.Sections {
		if p.Layout.Sections[i].Kind == kind {
			return &p.Layout.Sections[i]
		}
	}
	return nil
}

// LinkToSection is a section's anchor, "" where the page does not have it.
func (p *page) LinkToSection(kind string) string {
	s := p.section(kind)
	if s == nil {
		return ""
	}
	return anchor("section-" + s.ID)
}

// PaperTitle is the title, which an accessible page can't be without.
func (p *page) PaperTitle() string {
	if p.Layout.Title == "" {
		return "Briefing for the board"
	}
	return p.Layout.Title
}
