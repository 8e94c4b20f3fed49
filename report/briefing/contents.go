package briefing

import (
	"math"
	"strings"

	"actionplan/report/tagged"
)

// listFrom is the number of pages from which the contents are a list on page 2
// and not a line at the foot of page 1.
const listFrom = 6

// listsContents says whether the contents are a list: in a long paper, unless
// there is too little to list, as where a table of page numbers stands on page 1.
func (p *paper) listsContents() bool {
	const least = 8
	return p.PageCount() >= listFrom && len(p.listed()) >= least
}

// fitsPageOne says whether blocks still fit on page 1 together with the
// contents, which stand at its foot.
func (p *paper) fitsPageOne(blocks []tagged.Block) bool {
	if p.Page() > 1 {
		return false
	}
	all := blocks
	if !p.listsContents() {
		if line, ok := p.contentsLine(); ok {
			all = append(append([]tagged.Block{}, blocks...), line)
		}
	}
	const spaceBefore = 6
	return p.Measure(textWidth, all...)+spaceBefore <= p.Room()
}

// addContents ends page 1 with the contents line, or begins page 2 with the list.
func (p *paper) addContents() {
	p.contented = true
	if p.listsContents() {
		p.NewPage()
		p.Add(p.contentsList()...)
		return
	}
	const least = 4 // above the line
	if line, ok := p.contentsLine(); ok {
		// Where something that may go on over pages has filled page 1, the line
		// would stand alone on the next.
		if spare := p.Room() - p.Measure(textWidth, line); spare >= least {
			line.Before = math.Max(least, spare-0.5)
			p.Add(line)
		}
	}
	p.NewPage()
}

// An entry is a line of the contents.
type entry struct{ id, short, title string }

// listed is what the pass before put after page 1. The first pass knows of
// none. A section that is a page for each of many has an entry for each.
func (p *paper) listed() []entry {
	var out []entry
	add := func(e entry) {
		if p.PageOf(e.id) > 1 {
			out = append(out, e)
		}
	}
	for _, s := range p.layout.Sections {
		if s.Contents == "" {
			continue
		}
		add(entry{sectionID(s.ID), s.Contents, s.Heading})
		for _, e := range p.eachOf(s.Kind) {
			add(e)
		}
	}
	return out
}

// contentsLine names what is on each page: "areas and exceptions, page 2; …".
func (p *paper) contentsLine() (tagged.Para, bool) {
	listed := p.listed()
	if len(listed) == 0 {
		return tagged.Para{}, false
	}
	runs := []tagged.Run{tagged.Bold("In this paper: ")}
	for len(listed) > 0 {
		n, first := 1, listed[0].id
		for n < len(listed) && p.PageOf(listed[n].id) == p.PageOf(first) {
			n++
		}
		names := together(listed[:n])
		runs = append(runs, tagged.Run{Text: names + ", "}, p.pageLink(first, "Go to "+names))
		end := "; "
		if listed = listed[n:]; len(listed) == 0 {
			end = "."
		}
		runs = append(runs, tagged.Run{Text: end})
	}
	return tagged.Para{Runs: runs, Style: dense, Before: 4, Width: 165}, true
}

func together(entries []entry) string {
	var names []string
	for _, e := range entries {
		names = append(names, e.short)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// contentsList is the list of sections with their pages.
func (p *paper) contentsList() []tagged.Block {
	list := tagged.Contents{Style: fields, Between: 0.4, After: 4}
	for _, e := range p.listed() {
		list.Entries = append(list.Entries, tagged.Entry{Text: e.title, To: e.id})
	}
	return []tagged.Block{
		tagged.Heading{Level: 2, Runs: tagged.Text("In this paper"), Style: h2, After: 2},
		list,
	}
}

// eachOf are the pages that a section has for each area, owner or visit.
func (p *paper) eachOf(kind string) (entries []entry) {
	switch kind {
	case "area-pages", "actions":
		for _, a := range p.brief.AreaPages {
			entries = append(entries, entry{pageID(a.ID), a.Ref, refAnd(a.Ref, a.Name)})
		}
	case "owner-pages":
		for _, o := range p.brief.OwnerPages {
			entries = append(entries, entry{pageID(o.ID), o.Name, o.Name})
		}
	case "visit-pages":
		for _, v := range p.brief.Visits {
			entries = append(entries, entry{pageID(v.ID), v.Title, v.Title + ", " + v.When})
		}
	}
	return entries
}

// pageID is where the page on an area, owner or visit begins.
func pageID(id string) string { return "page " + id }
