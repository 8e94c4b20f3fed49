package report

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
	"actionplan/workbook/words"
)

// mostLines is how many changes of one kind a paper lists; the tracker has all.
const mostLines = 8

// aGroup says which changes a group takes, and how it says one.
type aGroup struct {
	heading string
	takes   func(history.Change) bool
	line    func(*compared, history.Change) string // nil: the change's own said
	all     func(*compared) []string               // in place of both, where not every change is one of a cell
}

// groupsOfChanges are what a board asks next to the statuses: first what it
// should look into, then what is good or neutral.
var groupsOfChanges = []aGroup{
	{heading: "Dates that slipped", takes: kind(history.Slipped), line: (*compared).moveLine},
	{heading: "Dates brought forward", takes: kind(history.BroughtForward), line: (*compared).moveLine},
	{heading: "Areas whose status changed", all: (*compared).areaLines},
	{heading: "Findings no longer in the plan", takes: removedFrom(workbook.SheetFindings)},
	{heading: "Targets and measures made easier", takes: kind(history.TargetMadeEasier)},
	{heading: "History that was rewritten", takes: kind(history.HistoryRewritten)},
	{heading: "Evidence taken away", takes: kind(history.EvidenceRemoved)},
	{heading: "Evidence and who checked it", all: (*compared).evidenceLines},
	{heading: "Owners that changed", takes: kind(history.OwnerChanged)},
	{heading: "Refs that now stand for something else", takes: kind(history.RefReused)},
	{heading: "Renamed", takes: kind(history.Renamed)},
}

func kind(k history.Kind) func(history.Change) bool {
	return func(x history.Change) bool { return x.Kind == k }
}

func removedFrom(sheet string) func(history.Change) bool {
	return func(x history.Change) bool { return x.Sheet == sheet && x.Kind == history.Removed }
}

// groups are the changes that matter beside the statuses, at most that many
// lines of each.
func (c *compared) groups(most int) []ChangeGroup {
	var all []ChangeGroup
	for _, g := range groupsOfChanges {
		lines := g.lines(c)
		if len(lines) == 0 {
			continue
		}
		group := ChangeGroup{Heading: g.heading, Lines: lines}
		if n := len(lines) - most; n > 0 {
			group.Lines = lines[:most]
			group.More = words.Opening(n) + " more " + words.Are(n) + " on the tracker's Changes sheet."
		}
		all = append(all, group)
	}
	if n := len(c.changes.Of(history.Renumbered)); n > 0 {
		all = append(all, ChangeGroup{Heading: "Renumbered", Lines: []string{
			words.OpeningCount(n, "record has", "records have") + " another ref than before, and " + wasOrWere(n) + " recognised by " + itsOrTheir(n) + " words."}})
	}
	return all
}

func (g aGroup) lines(c *compared) []string {
	if g.all != nil {
		return g.all(c)
	}
	var lines []string
	for _, x := range c.changes.List {
		if !g.takes(x) {
			continue
		}
		said := x.Words
		if g.line != nil {
			said = g.line(c, x)
		}
		lines = append(lines, said)
	}
	return lines
}

// areaLines are the areas that page 1 says have moved, those among them whose
// status is worked out from their actions, so that no cell of their own changed.
func (c *compared) areaLines() []string {
	said := map[int]string{} // by row
	for _, x := range c.changes.List {
		if x.Sheet == workbook.SheetAreas && x.Field == workbook.ColStatus {
			said[x.Cell.Row] = x.Words
		}
	}
	before := map[string]*facts.Area{}
	for _, a := range c.since.Facts.Areas {
		before[words.Fold(a.Ref)] = a
	}
	var lines []string
	for _, a := range c.now.Areas {
		if _, was := areaMoved(Status{a.Word, a.Meaning}, before[words.Fold(a.Ref)]); was != "" && said[a.Row] != "" {
			lines = append(lines, said[a.Row])
		}
	}
	return lines
}

// evidenceLines are what is new in the evidence of each action, and who checked
// it: a line for an action.
func (c *compared) evidenceLines() []string {
	var lines []string
	row := 0
	for _, x := range c.changes.List {
		if x.Sheet != workbook.SheetActions || !newEvidence(x) {
			continue
		}
		if x.Cell.Row != row {
			lines, row = append(lines, x.Words), x.Cell.Row
			continue
		}
		lines[len(lines)-1] += " " + x.WordsAfter()
	}
	return lines
}

// newEvidence: evidence was added or replaced, or somebody else has checked it.
func newEvidence(x history.Change) bool {
	switch x.Field {
	case workbook.ColEvidence:
		return x.Kind == history.EvidenceAdded || x.Kind == history.Changed && x.Old != "" && x.New != ""
	case workbook.ColCheckedBy:
		return x.Kind == history.Changed && x.New != ""
	}
	return false
}

func wasOrWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

func itsOrTheir(n int) string {
	if n == 1 {
		return "its"
	}
	return "their"
}

// moveLine says how a date moved: by how much, and how often in all.
func (c *compared) moveLine(x history.Change) string {
	a := c.facts[x.Cell.Row]
	if x.Sheet != workbook.SheetActions || a == nil || a.EffectiveDue.IsZero() {
		return x.Words
	}
	text := fmt.Sprintf("%s: %s, from %s to %s", joinWords(a.Ref, orElse(a.ShortName, a.Text)),
		laterOrEarlier(x.Days), a.EffectiveDue.Add(-x.Days).Long(), a.EffectiveDue.Long())
	switch {
	case a.TimesMoved == 0:
		return text + ", its first date."
	case a.TimesMoved == 1:
		return text + ". It had not moved before."
	}
	return text + ". It has moved " + words.Times(a.TimesMoved) + " in all."
}

// laterOrEarlier is "28 days later", "one day earlier".
func laterOrEarlier(n int) string {
	if n < 0 {
		return words.Days(-n) + " earlier"
	}
	return words.Days(n) + " later"
}

// changeRows are all changes, as a list prints them: the board's questions
// first.
func changeRows(changes history.Changes) []ChangeRow {
	rows := make([]ChangeRow, len(changes.List))
	list := slices.Clone(changes.List)
	slices.SortStableFunc(list, func(a, b history.Change) int {
		return slices.Index(history.Kinds, a.Kind) - slices.Index(history.Kinds, b.Kind)
	})
	for i, x := range list {
		rows[i] = ChangeRow{Kind: x.Kind.Heading(), Sheet: x.Sheet, Ref: x.Ref, Field: x.Field,
			Old: shortDates(x.Old), New: shortDates(x.New), Days: x.Days, Words: x.Words}
	}
	return rows
}

// shortDates prints the dates of the stable interface as tables do, also the
// day that a line of the log begins with.
func shortDates(s string) string {
	first, rest, more := strings.Cut(s, " ")
	d, err := workbook.ParseISO(strings.TrimSuffix(first, ":"))
	if err != nil {
		return s
	}
	if strings.HasSuffix(first, ":") {
		first = d.Short() + ":"
	} else {
		first = d.Short()
	}
	if more {
		return first + " " + rest
	}
	return first
}
