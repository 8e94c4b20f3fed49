package history

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// headings of the kinds, as a board would ask for them.
var kindHeadings = map[Kind]string{
	Completed: "Completed", Reopened: "Reopened", Slipped: "Slipped", BroughtForward: "Brought forward", Worse: "Got worse", Better: "Got better",
	HistoryRewritten: "History rewritten", TargetMadeEasier: "Target made easier", RefReused: "Ref used for something else",
	OwnerChanged: "Owner changed", EvidenceAdded: "Evidence added", EvidenceRemoved: "Evidence removed", Withdrawn: "Withdrawn",
	Added: "New", Removed: "Gone", Renamed: "Renamed", Renumbered: "Renumbered", Changed: "Other changes",
}

// Heading is the kind as a heading: "Got worse", "New", "Gone".
func (k Kind) Heading() string { return kindHeadings[k] }

// WriteText writes the changes for people: how many of each kind first, then
// kind by kind in the board's words. What is many and alike (lines of the
// log, readings, new refs, other cells of one row) is said once for all.
// Lines are broken at width characters; 0 breaks none.
func WriteText(w io.Writer, c Changes, width int) error {
	p := &page{width: width}
	if len(c.List) == 0 {
		p.line("", fmt.Sprintf("Nothing has changed from %s to %s.", c.Old, c.New))
		_, err := w.Write(p.Bytes())
		return err
	}
	p.line("", fmt.Sprintf("What changed from %s to %s", c.Old, c.New))
	p.line("", summary(c))
	if from, to, ok := c.organisations(); ok {
		p.line("", fmt.Sprintf("The organisation was %s and is now %s: these may be plans of two organisations.", words.Quote(from), words.Quote(to)))
	}
	for _, k := range Kinds {
		if found := c.Of(k); len(found) > 0 {
			p.group(k, found)
		}
	}
	_, err := w.Write(p.Bytes())
	return err
}

// organisations are the two names where the organisation itself has changed.
func (c Changes) organisations() (from, to string, changed bool) {
	for _, x := range c.List {
		if x.Sheet == workbook.SheetPlan && x.Field == workbook.FieldOrganisation {
			return x.Old, x.New, true
		}
	}
	return "", "", false
}

func summary(c Changes) string {
	counts := c.Counts()
	var parts []string
	for _, k := range Kinds {
		if counts[k] > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", words.LowerFirst(k.Heading()), counts[k]))
		}
	}
	return words.Figures(len(c.List), "change", "changes") + ": " + strings.Join(parts, ", ") + "."
}

// page is text with a margin.
type page struct {
	bytes.Buffer
	width int
}

// group is every change of one kind.
func (p *page) group(k Kind, found []Change) {
	p.WriteString("\n")
	p.line("", fmt.Sprintf("%s (%d)", k.Heading(), len(found)))
	switch k {
	case Added, Removed:
		p.rows(k, found)
	case Renumbered:
		p.renumbered(found)
	case Changed:
		p.others(found)
	default:
		for _, x := range found {
			p.item(x.Words)
		}
	}
}

func (p *page) item(s string) { p.line("  ", s) }

// rows lists records; lines of the log and readings are only counted.
func (p *page) rows(k Kind, found []Change) {
	verb := map[Kind]string{Added: "added", Removed: "gone with the records they belonged to"}[k]
	for _, x := range found {
		if x.Sheet != workbook.SheetUpdates && x.Sheet != workbook.SheetReadings {
			p.item(x.Words)
		}
	}
	p.counted(found, workbook.SheetUpdates, "update", "action", verb)
	p.counted(found, workbook.SheetReadings, "reading", "measure", verb)
}

func (p *page) counted(found []Change, sheet, noun, of, verb string) {
	refs := map[string]bool{}
	n := 0
	for _, x := range found {
		if x.Sheet == sheet {
			n++
			refs[words.Fold(x.Ref)] = true
		}
	}
	if n > 0 {
		p.item(fmt.Sprintf("%s of %s: %s.", words.Figures(n, noun, noun+"s"), words.Figures(len(refs), of, of+"s"), verb))
	}
}

// renumbered says the new refs of each sheet in one entry.
func (p *page) renumbered(found []Change) {
	for _, part := range bySheet(found) {
		if len(part) == 1 {
			p.item(part[0].Words)
			continue
		}
		moves := make([]string, len(part))
		for i, x := range part {
			moves[i] = blankRef(x.Old) + " is now " + blankRef(x.New)
		}
		p.item(fmt.Sprintf("%s: %s have another ref; they were recognised by their words: %s.",
			part[0].Sheet, words.Figures(len(part), "row", "rows"), strings.Join(moves, ", ")))
	}
}

func blankRef(ref string) string {
	if ref == "" {
		return "(no ref)"
	}
	return ref
}

// bySheet cuts changes, which stand in sheet order, into one part a sheet.
func bySheet(found []Change) [][]Change {
	return cut(found, func(a, b Change) bool { return a.Sheet == b.Sheet })
}

// others says the other cells of each row in one entry.
func (p *page) others(found []Change) {
	for _, row := range cut(found, func(a, b Change) bool {
		return a.Sheet == b.Sheet && a.Ref == b.Ref && a.Cell.Row == b.Cell.Row && a.Sheet != workbook.SheetPlan
	}) {
		if len(row) == 1 {
			p.item(row[0].Words)
			continue
		}
		cells := make([]string, len(row))
		for i, x := range row {
			cells[i] = cellInShort(x)
		}
		p.item(row[0].who + ": " + words.Stop(strings.Join(cells, "; ")))
	}
}

// brief is how many characters a value may have to stand in a list of cells.
const brief = 40

func cellInShort(x Change) string {
	short := utf8.RuneCountInString(x.Old) <= brief && utf8.RuneCountInString(x.New) <= brief
	switch {
	case x.New == "":
		return x.Field + " is now blank"
	case x.Old == "" && short:
		return x.Field + " is now " + x.now
	case x.Old == "":
		return x.Field + " is filled in"
	case short:
		return fmt.Sprintf("%s was %s and is now %s", x.Field, x.was, x.now)
	}
	return x.Field + " has new wording"
}

func cut(all []Change, together func(a, b Change) bool) [][]Change {
	var parts [][]Change
	for i, x := range all {
		if i > 0 && together(all[i-1], x) {
			parts[len(parts)-1] = append(parts[len(parts)-1], x)
			continue
		}
		parts = append(parts, []Change{x})
	}
	return parts
}

// line prints words, broken at the margin; further lines stand 2 further in.
func (p *page) line(indent, s string) {
	at := utf8.RuneCountInString(indent)
	p.WriteString(indent)
	for i, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case i == 0:
		case p.width > 0 && at+1+n > p.width:
			p.WriteString("\n" + indent + "  ")
			at = len(indent) + 2
		default:
			p.WriteString(" ")
			at++
		}
		p.WriteString(word)
		at += n
	}
	p.WriteString("\n")
}
