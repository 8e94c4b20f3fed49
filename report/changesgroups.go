package report

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
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
}

// groupsOfChanges are what a board asks next to the statuses: first what it
// should look into, then what is good or neutral.
var groupsOfChanges = []aGroup{
	{"Dates that slipped", kind(history.Slipped), (*compared).moveLine},
	{"Dates brought forward", kind(history.BroughtForward), (*compared).moveLine},
	{"Areas whose status changed", areaStatus, nil},
	{"Findings no longer in the plan", removedFrom(workbook.SheetFindings), nil},
	{"Targets and measures made easier", kind(history.TargetMadeEasier), nil},
	{"History that was rewritten", kind(history.HistoryRewritten), nil},
	{"Evidence taken away", kind(history.EvidenceRemoved), nil},
	{"Evidence added", kind(history.EvidenceAdded), nil},
	{"Owners that changed", kind(history.OwnerChanged), nil},
	{"Refs that now stand for something else", kind(history.RefReused), nil},
	{"Renamed", kind(history.Renamed), nil},
}

func kind(k history.Kind) func(history.Change) bool {
	return func(x history.Change) bool { return x.Kind == k }
}

func areaStatus(x history.Change) bool {
	return x.Sheet == workbook.SheetAreas && x.Field == workbook.ColStatus &&
		slices.Contains([]history.Kind{history.Better, history.Worse, history.Completed, history.Reopened, history.Withdrawn}, x.Kind)
}

func removedFrom(sheet string) func(history.Change) bool {
	return func(x history.Change) bool { return x.Sheet == sheet && x.Kind == history.Removed }
}

// groups are the changes that matter beside the statuses, at most that many
// lines of each.
func (c *compared) groups(most int) []ChangeGroup {
	var all []ChangeGroup
	for _, g := range groupsOfChanges {
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
