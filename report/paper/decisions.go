package paper

import (
	"slices"
	"strconv"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// decisions are a row for each ask, where the plan says more of them than page 1
// does: what else could be done, what happens if the board refuses, who acts.
func (c *composer) decisions() []block.Block {
	asks := c.brief.Asks
	if !c.brief.DecisionsWorded() {
		return nil
	}
	t := newListing("decisions", c.now.Heading, "ask",
		block.Column{Name: "ask", Title: "The board is asked to", Width: 57},
		block.Column{Name: "alternative", Title: "Alternative", Width: 35},
		block.Column{Name: "refused", Title: "If it is refused", Width: 40},
		block.Column{Name: "owner", Title: "Who acts", Width: 27},
		pageColumn(11),
	)
	t.As, t.Sorts = block.Strip, false
	paged := false
	for i, a := range asks {
		number, page := plain("–"), c.askPage(a)
		if page != nil {
			number, paged = cell(block.Run{Link: page}), true
		}
		name := strconv.Itoa(i+1) + ". "
		t.add(block.Row{Continued: name + "continued"},
			cell(block.Run{Text: name, Bold: true}, block.Run{Text: a.Text}),
			given(a.Alternative, notGiven),
			given(a.IfRefused, notGiven),
			given(a.Owner, notGiven),
			number)
	}
	if !paged {
		t.drop("page")
	}
	if c.brief.Public { // who acts is not published
		t.give("owner", "refused")
	}
	c.makeRoom(t, "owner", "ask", "alternative", "refused")
	return append([]block.Block{c.kept(t)}, c.askedAbout()...)
}

// askPage is where to read on an ask, nil where it names nothing of the paper.
func (c *composer) askPage(a report.Ask) *block.Link {
	l := c.linkAll(a.Targets, a.Refs, a.Says)
	if l != nil {
		l.As = block.PageNumber
	}
	return l
}

// askedID is that of an action's row in the table of those that the board is asked
// about.
func askedID(id string) string { return "asked-" + id }

// askedAbout are the actions that the board is asked about and that have no card:
// what each is, whose, and its date.
func (c *composer) askedAbout() []block.Block {
	ids := map[string]bool{}
	for _, ask := range c.brief.Asks {
		for _, id := range ask.Targets {
			ids[id] = true
		}
	}
	var rows []*report.Action
	for _, a := range c.brief.Actions {
		if ids[a.ID] && !slices.Contains(c.brief.Exceptions.Cards, a) {
			rows = append(rows, a)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	const title = "Actions asked about"
	t := c.actionLines("asked", title, rows)
	t.Columns[0].Title = title
	for i, a := range rows {
		t.Rows[i].ID = c.claim(askedID(a.ID))
	}
	if c.brief.Public {
		t.give("owner", "action")
	}
	return []block.Block{t.Table}
}

// lastDecisions are what the board before was asked and what came of it.
func (c *composer) lastDecisions() []block.Block {
	if len(c.brief.LastAsks) == 0 {
		return nil
	}
	t := newListing("last-decisions", c.now.Heading, "ask",
		block.Column{Name: "ask", Title: "Asked", Width: 75},
		block.Column{Name: "outcome", Title: "Outcome", Width: 95},
	)
	t.As, t.Sorts = block.Strip, false
	for _, a := range c.brief.LastAsks {
		t.add(block.Row{Continued: "continued"}, plain(a.Text), given(a.Outcome, notGiven))
	}
	return []block.Block{c.kept(t)}
}

// Names stand whole in a list of actions that is short. Of an action without a short
// name so many letters stand in a longer one.
const (
	shortList   = 6 // rows
	mostNameDue = 84
)

// due is what falls due before the board meets again.
func (c *composer) due() []block.Block {
	d := c.brief.Due
	if len(d.Rows) == 0 {
		return nil
	}
	return append([]block.Block{c.kept(c.actionLines("due", c.now.Heading, d.Rows))}, notes(d.More)...)
}

// actionLines are actions with their owner, date and status.
func (c *composer) actionLines(name, caption string, rows []*report.Action) *listing {
	named, owned := 60.0, 58.0
	if slices.ContainsFunc(rows, func(a *report.Action) bool { return a.ShortName == "" }) {
		named, owned = 84, 34 // whole actions are longer than any owner
	} else {
		owned = c.ownersWidth(rows, named, owned)
		named = 118 - owned
	}
	t := newListing(name, caption, "action",
		block.Column{Name: "action", Title: "Action", Width: named},
		block.Column{Name: "owner", Title: "Owner", Width: owned},
		block.Column{Name: "due", Title: "Due", Width: 24},
		block.Column{Name: "status", Title: "Status", Width: 28},
	)
	t.As = block.Strip
	for _, a := range rows {
		name := a.Name
		if len(rows) > shortList {
			name = report.Shortened(name, mostNameDue)
		}
		t.add(block.Row{Continued: refAnd(a.Ref, "continued")},
			by(a.Ref, cell(refBold(a.Ref, name)...)),
			given(a.Owner, "No owner"),
			by(a.EffectiveDue.String(), dateCell(a)),
			statusCell(inWords(a.Status)))
	}
	c.makeRoom(t, "owner", "action")
	return t
}

// dateCell is the date that an action has now.
func dateCell(a *report.Action) block.Cell {
	if a.EffectiveDue.IsZero() {
		return strong("No date")
	}
	return cell(day(a.EffectiveDue))
}

// ownersWidth is how wide a column of owners is for each to have one line, where the
// actions beside it leave that of their column and its own.
func (c *composer) ownersWidth(rows []*report.Action, named, owned float64) float64 {
	const padded, dense = 2.2, 10 / 8.5 // mm, and the type as a multiple of the ruler's
	names, owners := 0.0, owned
	for _, a := range rows {
		names = max(names, dense*c.wide(refBold(a.Ref, a.Name))+padded)
		owners = max(owners, dense*c.wide(text(a.Owner))+padded)
	}
	return max(owned, min(owners, named+owned-names))
}
