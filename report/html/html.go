// Package html draws a report.Brief as one self-contained web page: the
// accessible twin of the printed briefing, with the same sections in the same
// order. It loads nothing from anywhere. It maps meanings to looks and puts
// words in place; it neither counts nor judges.
package html

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"actionplan/report"
	"actionplan/templates"
)

// Options say how a Brief is drawn.
type Options struct {
	Sections []string // names of sections in their order; nil is the board's
	Logo     []byte   // a PNG or JPEG image for the top right; nil for none
}

// Section is a part of the page that a template may choose, leave out or put
// elsewhere. Its name is also that of the HTML template that draws it.
type Section struct {
	Name string // as Options.Sections calls it

	// Title is its heading, "" where it has none. A heading that states a fact
	// comes with the Brief instead.
	Title string
}

// Sections is every section there is, in the board's order. All readings stand
// under their own charts; only a page without measures has them by themselves.
var Sections = []Section{
	{Name: "headline"},
	{Name: "asks"},
	{Name: "figures"},
	{Name: "status", Title: "Actions by status"},
	{Name: "message", Title: "From the senior responsible owner"},
	{Name: "areas", Title: "Improvement areas, owners and status"},
	{Name: "exceptions", Title: "What the board needs to know"},
	{Name: "measures", Title: "Is it making a difference?"},
	{Name: "timeline", Title: "When actions are due"},
	{Name: "coverage", Title: "Does every finding have an action?"},
	{Name: "risks", Title: "Risks to the plan"},
	{Name: "clock", Title: "The statutory clock"},
	{Name: "quality", Title: "How the figures were checked"},
	{Name: "glossary", Title: "Words used"},
	{Name: "readings", Title: "All readings"},
}

// Page draws the page. The same Brief and Options give the same bytes.
func Page(b *report.Brief, o Options) ([]byte, error) {
	sections, err := chosen(o.Sections)
	if err != nil {
		return nil, err
	}
	logo, err := readLogo(o.Logo)
	if err != nil {
		return nil, err
	}
	p := &page{Brief: b, LogoPicture: logo, Style: style(b), Script: script(), sections: sections, claimed: map[string]bool{}}
	p.Policy = policy(p.Style, p.Script)
	for _, s := range sections {
		if err := p.draw(s); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	err = parsed().ExecuteTemplate(&out, "page", p)
	return out.Bytes(), err
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
		if slices.Contains(out, Sections[i]) {
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

// parsed are the HTML templates, read once.
var parsed = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(words).ParseFS(templates.HTML, "html/*.html"))
})

// page is one pass over a Brief, as the templates see it.
type page struct {
	*report.Brief
	LogoPicture *picture
	Style       template.CSS
	Script      template.JS
	Policy      string
	Drawn       []template.HTML // sections that have something to say
	Contents    []entry

	sections []Section
	claimed  map[string]bool // anchors already given to something
	grid     *grid
}

// entry is a line of the contents.
type entry struct{ ID, Title string }

// draw makes a section; one that has nothing to say leaves no trace.
func (p *page) draw(s Section) error {
	var out bytes.Buffer
	if err := parsed().ExecuteTemplate(&out, s.Name, p); err != nil {
		return err
	}
	text := strings.TrimSpace(out.String())
	if text == "" {
		return nil
	}
	// The section's template has escaped what came from the Brief.
	p.Drawn = append(p.Drawn, template.HTML(text))
	if s.Title != "" {
		p.Contents = append(p.Contents, entry{"section-" + s.Name, p.Heading(s.Name)})
	}
	return nil
}

// Has says whether the page was asked to have a section.
func (p *page) Has(section string) bool {
	return slices.ContainsFunc(p.sections, func(s Section) bool { return s.Name == section })
}

// Heading is a section's heading.
func (p *page) Heading(section string) string {
	given := map[string]string{
		"status":     p.Status.Heading,
		"exceptions": p.Exceptions.Heading,
		"measures":   p.Measures.Heading,
		"timeline":   p.Timeline.Heading,
		"coverage":   p.Coverage.Heading,
	}[section]
	if given != "" {
		return given
	}
	return Sections[slices.IndexFunc(Sections, func(s Section) bool { return s.Name == section })].Title
}
