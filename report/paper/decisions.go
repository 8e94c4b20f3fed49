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
		block.Column{Name: "ask", Title: "The board is asked to", Width: 48},
		block.Column{Name: "alternative", Title: "Alternative", Width: 37},
		block.Column{Name: "refused", Title: "If it is refused", Width: 43},
		block.Column{Name: "owner", Title: "Who acts", Width: 30},
		pageColumn(12),
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
	return []block.Block{c.kept(t)}
}

// askPage is where to read on an ask, nil where it names nothing of the paper.
func (c *composer) askPage(a report.Ask) *block.Link {
	for _, id := range a.Targets {
		if l := c.link(id, a.Says, block.PageNumber); l != nil {
			return l
		}
	}
	return nil
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

// mostNameDue is how many letters of an action without a short name stand in the
// list of what is due.
const mostNameDue = 84

// due is what falls due before the board meets again.
func (c *composer) due() []block.Block {
	d := c.brief.Due
	if len(d.Rows) == 0 {
		return nil
	}
	named, owned := 60.0, 58.0
	if slices.ContainsFunc(d.Rows, func(a *report.Action) bool { return a.ShortName == "" }) {
		named, owned = 84, 34 // whole actions are longer than any owner
	} else {
		owned = c.ownersWidth(d.Rows, named, owned)
		named = 118 - owned
	}
	t := newListing("due", c.now.Heading, "action",
		block.Column{Name: "action", Title: "Action", Width: named},
		block.Column{Name: "owner", Title: "Owner", Width: owned},
		block.Column{Name: "due", Title: "Due", Width: 24},
		block.Column{Name: "status", Title: "Status", Width: 28},
	)
	t.As = block.Strip
	for _, a := range d.Rows {
		t.add(block.Row{Continued: refAnd(a.Ref, "continued")},
			by(a.Ref, cell(refBold(a.Ref, report.Shortened(a.Name, mostNameDue))...)),
			given(a.Owner, "No owner"),
			by(a.EffectiveDue.String(), cell(day(a.EffectiveDue))),
			statusCell(inWords(a.Status)))
	}
	return append([]block.Block{c.kept(t)}, notes(d.More)...)
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
