package report

import (
	"fmt"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
	"actionplan/workbook/words"
)

// Comparison is what differs between two workbooks, ready to be drawn as a
// page of its own.
type Comparison struct {
	Title        string
	Organisation string
	Lines        []Line // which workbooks
	Sentence     string // how many actions moved which way
	Rows         []Moved
	Groups       []ChangeGroup // by kind, the board's questions first
	Others       []ChangeRow   // changes that only say that a cell is another
	Brand        Brand
	Foot         string
}

// Compare words the changes between two plans for a page. Nothing in it
// depends on a day, so that the same two workbooks always give the same page.
func Compare(old, now *workbook.Plan, changes history.Changes) *Comparison {
	f, was := facts.Derive(now, now.LastWritten()), facts.Derive(old, old.LastWritten())
	c := newCompared(f, &Since{Facts: was}, actions(f, nil))
	p := &Comparison{
		Title:        "What changed: " + planTitle(now.Info),
		Organisation: now.Info.Organisation,
		Lines:        []Line{{"Before", workbookLine(old)}, {"After", workbookLine(now)}},
		Sentence:     c.tally().sentence(),
		Rows:         c.moved(),
		Brand:        brand(now.Info),
	}
	p.Foot = footOf(now.Info)
	if len(changes.List) == 0 {
		p.Sentence = "Nothing has changed."
	}
	for _, k := range history.Kinds {
		if k != history.Changed {
			p.addKind(k, changes.Of(k))
		}
	}
	p.Others = changeRows(history.Changes{List: changes.Of(history.Changed)})
	return p
}

func workbookLine(p *workbook.Plan) string {
	text := p.File
	if d := p.LastWritten(); !d.IsZero() {
		text += ", last updated " + d.Long()
	}
	if len(p.SHA256) > 12 {
		text += ", SHA-256 " + p.SHA256[:12] + "…"
	}
	return text
}

// addKind lists the changes of one kind. New lines of the log and new readings
// are what every month brings, so they are only counted.
func (p *Comparison) addKind(k history.Kind, found []history.Change) {
	if len(found) == 0 {
		return
	}
	g := ChangeGroup{Heading: fmt.Sprintf("%s (%s)", k.Heading(), words.Digits(len(found)))}
	updates, readings := 0, 0
	for _, x := range found {
		switch {
		case k == history.Added && x.Sheet == workbook.SheetUpdates:
			updates++
		case k == history.Added && x.Sheet == workbook.SheetReadings:
			readings++
		default:
			g.Lines = append(g.Lines, x.Words)
		}
	}
	var counted []string
	for _, n := range []struct {
		n         int
		one, many string
	}{{updates, "update", "updates"}, {readings, "reading", "readings"}} {
		if n.n > 0 {
			counted = append(counted, words.Count(n.n, n.one, n.many))
		}
	}
	if len(counted) > 0 {
		g.More = strings.TrimSpace("Also new: " + words.And(counted) + ".")
	}
	p.Groups = append(p.Groups, g)
}
