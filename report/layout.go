package report

import (
	"slices"
	"strings"

	"actionplan/workbook/words"
)

// Layout is a template worded for one Brief: what a paper has in it, in order.
type Layout struct {
	Name     string // of the template: "board"
	Title    string
	Subtitle string // a line in place of the title lines; "" keeps them
	Running  string // at the head of each page but the first; "" is the board and its date
	OneSide  bool   // exactly one A4 side: what does not fit is counted
	Sections []Section
	Apart    []string // kinds of section that its annex has, where that is a file of its own
	Whole    *Layout  // of an annex in a file of its own: the paper with its annex; else nil
}

// Section is a part of a paper with its words.
type Section struct {
	Kind     string   // one of SectionKinds; "" is a text of its own
	ID       string   // no two sections of a layout share one
	Heading  string   // "" where it has none
	Text     string   // the sentence that it opens with; paragraphs and lists of a text of its own
	None     string   // printed where the plan has nothing for it; "" leaves it out
	Contents string   // what the contents line calls it, "" where it is not listed
	Columns  []string // of its table, those to keep in their order; nil is all
	NewPage  bool     // begins on a new page
	Annex    bool     // of the annex: after all others, or in a file of its own
}

// Split is the layout without its annex, and the annex as a paper of its own;
// nil where it has none.
func (l *Layout) Split() (main, annex *Layout) {
	main, annex = &Layout{}, &Layout{}
	*main, *annex = *l, *l
	main.Sections, annex.Sections = nil, nil
	for _, s := range l.Sections {
		if s.Annex {
			if said, ok := strings.CutPrefix(s.Heading, "Annex: "); ok { // which its title says
				s.Heading = words.Capital(said)
			}
			annex.Sections = append(annex.Sections, s)
			main.Apart = append(main.Apart, s.Kind)
		} else {
			main.Sections = append(main.Sections, s)
		}
	}
	if len(annex.Sections) == 0 {
		return main, nil
	}
	annex.Title += ": annex"
	annex.Whole = l
	annex.Sections[0].NewPage = false
	return main, annex
}

// Keeps says whether the section's table has a column.
func (s Section) Keeps(column string) bool {
	for _, c := range s.Columns {
		if c == column {
			return true
		}
	}
	return s.Columns == nil
}

// Has says whether the layout, or its annex, asks for a section.
func (l *Layout) Has(kind string) bool {
	return slices.Contains(l.Apart, kind) || slices.ContainsFunc(l.Sections, func(s Section) bool { return s.Kind == kind })
}
