package block

import (
	"slices"
	"unicode/utf8"

	"actionplan/report/chart"
)

// Look is how a status is shown.
type Look = chart.Look

// Status is a status as printed: the user's own word, never a colour alone.
type Status struct {
	Word string // never ""
	None bool   // there is none, which Word says and is news
	Look Look
	Tag  bool // in a filled box; else a shape before the word
}

// Marks is a shape for each action, in one picture.
type Marks struct {
	Alt   string
	Looks []Look
}

// Figures is a strip of key figures, so many to a row where the page is wide.
// A reader hears a figure and its words as one.
type Figures struct {
	PerRow int
	Items  []Figure
}

// Figure is one of them: "3 of 14" and "actions done (21%)".
type Figure struct{ Figure, Words string }

// Bar is one or two bars of blocks by status, one picture.
type Bar struct {
	Alt       string
	Now       []Count
	NowLabel  string  // "31 Jan", where there are two bars
	Then      []Count // nil for one bar
	ThenName  string  // "Last board"
	ThenLabel string  // "17 Jan"
	Widened   string  // the note below, where a block is drawn wider than its count
	Small     bool    // in a table's cell
}

// Count is a block of a bar. N is at least 1.
type Count struct {
	Look Look
	N    int
}

// Timeline is a table with the columns Action, Status and Dates, whose last
// column is a chart.
type Timeline struct {
	Caption string
	Chart   chart.Timeline
	Rows    []TimelineRow
}

// TimelineRow is one action.
type TimelineRow struct {
	ID, Continued string // as of a Row
	Ref, Name     string
	Status        Status
	Alt           string // the dates in words
	Bar           chart.Bar
	Words         string // beside the bar: "Moved twice"; "" for none
	NewArea       bool
	Sort          string // the date that the table sorts by
}

// Panels are measures, two to a row where the page is wide.
type Panels struct{ Items []Panel }

// Panel is one measure. It has a chart, or words in place of one.
type Panel struct {
	Level               int // of its heading
	Heading             string
	Value               string // the latest, "" without a reading
	Direction, Distance string // beside the value; each may be ""
	Chart               *Chart
	Instead             []Run    // where Chart is nil
	Notes               []string // what else there is to know of it
}

// Chart is values over time.
type Chart struct {
	Alt string
	chart.Line
}

// Card is one action that the reader needs to know of. Never split.
type Card struct {
	Heading Heading
	Status  Status
	Fields  Terms
}

// Record is all that is recorded on an action or a finding.
type Record struct {
	Heading Heading
	Status  *Status // a tag; nil where State says it
	State   string
	Flags   string // in bold; "" for none
	Text    string // "" for none
	Fields  Terms
}

// Key is every status word in short, three to a row where the page is wide.
type Key struct{ Items []KeyItem }

// PerRow is how many words stand side by side: three, or one where there is much to
// say of any.
func (k Key) PerRow() int {
	const most = 40 // letters, on two lines of a third of the page
	if slices.ContainsFunc(k.Items, func(item KeyItem) bool { return utf8.RuneCountInString(item.Says) > most }) {
		return 1
	}
	return 3
}

// KeyItem is one word of the key.
type KeyItem struct {
	Status Status
	Says   string // what it means; "" where the word says it
}

// After is what follows the word.
func (k KeyItem) After() string {
	if k.Says == "" {
		return ""
	}
	return ": " + k.Says
}
