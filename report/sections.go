package report

import "slices"

// SectionKind is a part of a paper that a template may choose, leave out or
// put elsewhere. The title block is not one: every paper begins with it.
type SectionKind struct {
	Name string // as templates call it

	// Contents is what the contents line calls it, "" where it is not listed.
	Contents string

	// Heading and Text are its words where a template gives none; nil where it
	// has none.
	Heading, Text func(*Brief) string

	// Columns are the names of its table's columns. The first names the row
	// and always stays.
	Columns []string
}

// SectionKinds is every section there is.
var SectionKinds = []SectionKind{
	{Name: "headline", Text: func(b *Brief) string { return b.Headline }},
	{Name: "asks", Heading: always("The board is asked to")},
	{Name: "decisions", Contents: "decisions", Heading: always("What the board is asked to decide"),
		Columns: []string{"ask", "alternative", "refused", "owner", "page"}},
	{Name: "last-decisions", Contents: "last decisions", Heading: always("What the last board was asked"),
		Columns: []string{"ask", "outcome"}},
	{Name: "due", Contents: "what is due next",
		Heading: func(b *Brief) string { return orElse(b.Due.Heading, "Before you next meet") },
		Text:    func(b *Brief) string { return b.Due.Sentence },
		Columns: []string{"action", "owner", "due", "status"}},
	{Name: "figures"},
	{Name: "bar", Text: func(b *Brief) string { return b.Status.Sentence }},
	{Name: "status", Contents: "actions by status",
		Heading: func(b *Brief) string { return orElse(b.Status.Heading, "Actions by status") }, Text: statusText,
		Columns: []string{"status", "meaning", "colour", "now", "last-board", "change"}},
	{Name: "message", Contents: "message", Heading: always("From the senior responsible owner")},
	{Name: "movement", Contents: "changes",
		Heading: func(b *Brief) string { return orElse(b.Movement.Heading, "What changed since the last board") },
		Text:    func(b *Brief) string { return b.Movement.Sentence },
		Columns: []string{"change", "action", "then", "now", "why"}},
	{Name: "history", Contents: "history",
		Heading: func(b *Brief) string { return orElse(b.History.Heading, "How the plan has moved") },
		Text:    func(b *Brief) string { return b.History.Sentence },
		Columns: []string{"action", "first", "now", "moved", "later"}},
	{Name: "strip", Heading: always("Is it on time, and is it working?"),
		Text:    func(b *Brief) string { return b.Measures.Counts },
		Columns: []string{"area", "owner", "status", "measure", "next"}},
	{Name: "areas", Contents: "areas", Heading: always("Improvement areas, owners and status"),
		Columns: []string{"area", "owner", "status", "done", "next", "known", "outcome"}},
	{Name: "outcomes", Contents: "areas", Heading: always("What will be different for children"),
		Columns: []string{"area", "outcome", "status", "next"}},
	{Name: "exceptions", Contents: "exceptions",
		Heading: func(b *Brief) string { return orElse(b.Exceptions.Heading, "What the board needs to know") },
		Text:    func(b *Brief) string { return b.Exceptions.Sentence }},
	{Name: "more-exceptions", Contents: "more exceptions", Heading: always("More actions that need attention"),
		Columns: []string{"action", "owner", "date", "why", "recovery", "children"}},
	{Name: "measures", Contents: "measures",
		Heading: func(b *Brief) string { return orElse(b.Measures.Heading, "Is it making a difference?") },
		Text:    func(b *Brief) string { return b.Measures.Sentence }},
	{Name: "more-measures", Contents: "more measures", Heading: always("More measures"),
		Columns: []string{"measure", "baseline", "latest", "target", "direction"}},
	{Name: "measures-table", Contents: "measures", Heading: always("How we will know"),
		Text:    func(b *Brief) string { return b.Measures.Counts },
		Columns: []string{"measure", "baseline", "latest", "target", "direction"}},
	{Name: "timeline", Contents: "dates",
		Heading: func(b *Brief) string { return orElse(b.Timeline.Heading, "When actions are due") },
		Text:    func(b *Brief) string { return b.Timeline.Sentence }},
	{Name: "findings", Contents: "findings",
		Heading: func(b *Brief) string { return orElse(b.Coverage.Heading, "Does every finding have an action?") },
		Text:    func(b *Brief) string { return b.Coverage.Sentence }},
	{Name: "coverage", Contents: "each finding",
		Heading: func(b *Brief) string { return orElse(b.Coverage.Heading, "Does every finding have an action?") },
		Text:    func(b *Brief) string { return b.Coverage.Sentence },
		Columns: []string{"finding", "state", "area", "actions", "status", "raised"}},
	{Name: "risks", Contents: "risks", Heading: always("Risks to the plan"),
		Columns: []string{"risk", "score", "mitigation", "owner"}},
	{Name: "clock", Contents: "statutory clock", Heading: always("The statutory clock")},
	{Name: "area-pages", Contents: "each area", Heading: always("Each area")},
	{Name: "owners", Contents: "owners", Heading: always("Who owns what"),
		Columns: []string{"owner", "open", "overdue", "soon", "no-date", "page"}},
	{Name: "owner-pages", Contents: "each owner", Heading: always("Each owner"),
		Columns: []string{"action", "due", "status", "needed"}},
	{Name: "visits", Contents: "visits", Heading: always("The visits"),
		Columns: []string{"visit", "when", "findings", "resolved", "done", "open", "page"}},
	{Name: "visit-pages", Contents: "each visit", Heading: always("Each visit")},
	{Name: "actions", Contents: "every action", Heading: always("Every action")},
	{Name: "quality", Contents: "how the figures were checked", Heading: always("How the figures were checked")},
	{Name: "problems", Contents: "cells that need attention", Heading: always("What needs attention in the workbook")},
	{Name: "key", Contents: "key", Heading: always("Key")},
	{Name: "glossary", Contents: "words used", Heading: always("Words used")},
	{Name: "readings", Contents: "all readings", Heading: always("All readings")},
}

func always(words string) func(*Brief) string { return func(*Brief) string { return words } }

// statusText is what stands above the status bar.
func statusText(b *Brief) string {
	switch {
	case len(b.Actions) == 0:
		return "This plan has no actions yet."
	case b.Status.Sentence == "" && !b.Status.HasThen && len(b.History.Months) == 0 && !b.metBefore:
		return "First report: there is no earlier position to compare with."
	}
	return b.Status.Sentence
}

// FindSection is the section of that name.
func FindSection(name string) (SectionKind, bool) {
	i := slices.IndexFunc(SectionKinds, func(k SectionKind) bool { return k.Name == name })
	if i < 0 {
		return SectionKind{}, false
	}
	return SectionKinds[i], true
}

func sectionNames() []string {
	var names []string
	for _, k := range SectionKinds {
		names = append(names, k.Name)
	}
	return names
}
