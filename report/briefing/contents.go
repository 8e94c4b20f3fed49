package briefing

import (
	"math"
	"strings"

	"actionplan/report"
	"actionplan/report/pdf"
)

// listFrom is the number of pages from which the contents are a list on page 2
// and not a line at the foot of page 1.
const listFrom = 6

// fitsPageOne says whether blocks still fit on page 1 together with the
// contents, which stand at its foot.
func (p *paper) fitsPageOne(blocks []pdf.Block) bool {
	if p.Page() > 1 {
		return false
	}
	all := blocks
	if p.PageCount() < listFrom {
		if line, ok := p.contentsLine(); ok {
			all = append(append([]pdf.Block{}, blocks...), line)
		}
	}
	const spaceBefore = 6
	return p.Measure(textWidth, all...)+spaceBefore <= p.Room()
}

// addContents ends page 1 with the contents line, or begins page 2 with the list.
func (p *paper) addContents() {
	p.contented = true
	if p.PageCount() >= listFrom {
		p.NewPage()
		p.Add(p.contentsList()...)
		return
	}
	if line, ok := p.contentsLine(); ok {
		spare := p.Room() - p.Measure(textWidth, line)
		line.Before = math.Max(4, spare-0.5)
		p.Add(line)
	}
	p.NewPage()
}

// listed are the sections that the pass before put after page 1. The first pass
// knows of none.
func (p *paper) listed() []Section {
	var out []Section
	for _, s := range p.sections {
		if s.InContents != "" && p.PageOf(sectionID(s.Name)) > 1 {
			out = append(out, s)
		}
	}
	return out
}

// contentsLine names what is on each page: "areas and exceptions, page 2; …".
func (p *paper) contentsLine() (pdf.Para, bool) {
	listed := p.listed()
	if len(listed) == 0 {
		return pdf.Para{}, false
	}
	runs := []pdf.Run{pdf.Bold("In this paper: ")}
	for len(listed) > 0 {
		n := 1
		first := sectionID(listed[0].Name)
		for n < len(listed) && p.PageOf(sectionID(listed[n].Name)) == p.PageOf(first) {
			n++
		}
		names := together(listed[:n])
		runs = append(runs, pdf.Run{Text: names + ", "}, p.pageLink(first, "Go to "+names))
		end := "; "
		if listed = listed[n:]; len(listed) == 0 {
			end = "."
		}
		runs = append(runs, pdf.Run{Text: end})
	}
	return pdf.Para{Runs: runs, Style: dense, Before: 4, Width: 165}, true
}

func together(sections []Section) string {
	var names []string
	for _, s := range sections {
		names = append(names, s.InContents)
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// contentsList is the list of sections with their pages.
func (p *paper) contentsList() []pdf.Block {
	list := pdf.Contents{Style: fields, Between: 0.4, After: 4}
	for _, s := range p.listed() {
		list.Entries = append(list.Entries, pdf.Entry{Text: title(p.brief, s.Name), To: sectionID(s.Name)})
	}
	return []pdf.Block{
		pdf.Heading{Level: 2, Runs: pdf.Text("In this paper"), Style: h2, After: 2},
		list,
	}
}

// title is a section's heading. Headings that state a fact come with the Brief.
func title(b *report.Brief, section string) string {
	switch section {
	case "status":
		return orWord(b.Status.Heading, "Actions by status")
	case "message":
		return "From the senior responsible owner"
	case "areas":
		return "Improvement areas, owners and status"
	case "exceptions":
		return orWord(b.Exceptions.Heading, "What the board needs to know")
	case "measures":
		return orWord(b.Measures.Heading, "Is it making a difference?")
	case "timeline":
		return orWord(b.Timeline.Heading, "When actions are due")
	case "coverage":
		return orWord(b.Coverage.Heading, "Does every finding have an action?")
	case "risks":
		return "Risks to the plan"
	case "clock":
		return "The statutory clock"
	case "quality":
		return "How the figures were checked"
	case "glossary":
		return "Words used"
	case "readings":
		return "All readings"
	}
	panic("briefing: the section " + section + " has no heading")
}
