package paper

import (
	"slices"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook/words"
)

// exceptions are the actions off track, overdue or at risk: the first as cards,
// the rest as a table of the same fields.
func (c *composer) exceptions() []block.Block {
	e := c.brief.Exceptions
	var blocks []block.Block
	for _, a := range e.Cards {
		fields := block.Terms{As: block.Fields}
		for _, f := range append(wholeAction(a), exceptionFields(a)...) {
			fields.Items = append(fields.Items, block.Term{Term: text(f.term), Says: [][]block.Run{f.runs}})
		}
		blocks = append(blocks, block.Card{Heading: c.cardHeading(3, a), Status: tag(a.Status), Fields: fields})
	}
	switch {
	case len(e.Rest) == 0:
	case c.says("more-exceptions"):
		blocks = append(blocks, note(e.RestWords))
	default:
		const more = "More that need attention"
		blocks = append(append(blocks, groupHeading(more)), c.restOfExceptions(more, e.Rest)...)
	}
	return blocks
}

// moreExceptions are the others in a table.
func (c *composer) moreExceptions() []block.Block {
	if len(c.brief.Exceptions.Rest) == 0 {
		return nil
	}
	if rest := c.brief.Exceptions.Rest; len(rest) > mostInFull {
		return append([]block.Block{c.kept(c.exceptionLines(c.now.Heading, rest))}, notes(c.brief.Exceptions.RestRecover)...)
	}
	return c.restOfExceptions(c.now.Heading, c.brief.Exceptions.Rest)
}

// mostInFull is how many exceptions past the cards are told in full; more have a
// line each.
const mostInFull = 24

// restOfExceptions is a table of the exceptions past the cards, with their fields.
func (c *composer) restOfExceptions(caption string, rest []*report.Action) []block.Block {
	t := c.exceptionTable(caption, rest)
	missing := t.dropGaps(rest)
	made := c.kept(t)
	if len(made.Columns) > mostColumns {
		made = c.closeInAnnex(t.foldFields())
	}
	return append([]block.Block{made}, notes(missing)...)
}

// mostColumns is how many columns of whole sentences can be read side by side.
const mostColumns = 4

// exceptionLines has a line for each action: what it is, whose, and how late.
func (c *composer) exceptionLines(caption string, actions []*report.Action) *listing {
	t := newListing("exceptions", caption, "action",
		block.Column{Name: "action", Title: "Action", Width: 60},
		block.Column{Name: "owner", Title: "Owner", Width: 50},
		block.Column{Name: "date", Title: "Status", Width: 23},
		block.Column{Name: "date", Title: "Date", Width: 37},
	)
	t.As = block.Lines
	for _, a := range actions {
		c.addException(t, a, report.Shortened(a.Name, 34), statusCell(inWords(a.Status)), by(a.EffectiveDue.String(), cell(dueInLine(a)...)))
	}
	t.widen("action", c.widthsOf(t, map[string]float64{"owner": 72, "date": 46}))
	return t
}

// addException adds a row that begins with an action and its owner.
func (c *composer) addException(t *listing, a *report.Action, name string, rest ...block.Cell) {
	t.add(block.Row{ID: c.claim(a.ID), Continued: refAnd(a.Ref, "continued")},
		append([]block.Cell{by(a.Ref, cell(refBold(a.Ref, name)...)), given(a.Owner, "No owner")}, rest...)...)
}

// dueInLine is the date that an action has now, and how late it is.
func dueInLine(a *report.Action) []block.Run {
	if a.EffectiveDue.IsZero() {
		return bold("No date")
	}
	on := []block.Run{day(a.EffectiveDue)}
	if a.DaysLate > 0 {
		on = append(on, block.Run{Text: ", " + words.Days(a.DaysLate) + " late"})
	}
	return on
}

// dropGaps takes out the columns in which no action says anything, and gives the
// line that says so: a column of gaps is one gap.
func (t *listing) dropGaps(actions []*report.Action) string {
	var gaps []string
	for _, x := range []struct {
		column, said string
		of           func(*report.Action) string
	}{
		{"why", "why it is so", func(a *report.Action) string { return a.Why }},
		{"recovery", "how it will recover", func(a *report.Action) string { return a.Recovery }},
		{"children", "what it means for children", func(a *report.Action) string { return a.ForChildren }},
	} {
		given := slices.ContainsFunc(actions, func(a *report.Action) bool { return x.of(a) != "" })
		if i := t.index(x.column); i >= 0 && !given {
			t.drop(x.column)
			gaps = append(gaps, x.said)
		}
	}
	return report.NoneSays(gaps)
}

// cardHeading is what an action is called at the head of a card or record.
func (c *composer) cardHeading(level int, a *report.Action) block.Heading {
	return block.Heading{Level: level, Size: block.GroupSize, Runs: text(refAnd(a.Ref, a.Name)), ID: c.claim(a.ID)}
}

// field is a line of an exception.
type field struct {
	term string
	runs []block.Run
}

// wholeAction is the action's text where the heading has its short name.
func wholeAction(a *report.Action) []field {
	if a.Text == a.Name || a.Text == "" {
		return nil
	}
	return []field{{"Action", text(a.Text)}}
}

func exceptionFields(a *report.Action) []field {
	fields := []field{
		{"Owner", orMissing(a.Owner, "No owner")},
		{"Date", orMissing(a.WholeDate(), "No date")},
		{"Why", orMissing(a.Why, notGiven)},
	}
	if a.WhyMoved != "" {
		fields = append(fields, field{whyItMoved, text(a.WhyMoved)})
	}
	return append(fields,
		field{"Recovery", orMissing(a.Recovery, notGiven)},
		field{"For children", orMissing(a.ForChildren, notGiven)},
	)
}

// whyItMoved stands before the reason for an action's new date.
const whyItMoved = "Why it moved"

// whyCell is where an action has got to, and why it has another date.
func whyCell(a *report.Action) block.Cell {
	c := given(a.Why, notGiven)
	if a.WhyMoved != "" {
		c.Blocks = append(c.Blocks, block.Para{Runs: text(whyItMoved + ": " + a.WhyMoved)})
	}
	return c
}

// exceptionTable has the fields of the cards, closer: a long list of them has to
// stay short. That there is no date to recover by is said under Recovery.
func (c *composer) exceptionTable(caption string, actions []*report.Action) *listing {
	t := newListing("exceptions", caption, "action",
		block.Column{Name: "action", Title: "Action", Width: 60},
		block.Column{Name: "owner", Title: "Owner", Width: 30},
		block.Column{Name: "date", Title: "Status and date", Width: 36},
		block.Column{Name: "why", Title: "Why", Width: 44},
		block.Column{Name: "recovery", Title: "Recovery", Width: 44},
		block.Column{Name: "children", Title: "For children", Width: 44},
	)
	t.As = block.Strip
	for _, a := range actions {
		c.addException(t, a, a.Name,
			by(a.EffectiveDue.String(), holds(inWords(a.Status), block.Para{Runs: orMissing(a.DateWords, "No date")})),
			whyCell(a),
			given(a.Recovery, recoveryMissing(a)),
			given(a.ForChildren, notGiven),
		)
	}
	fill(t.Columns)
	return t
}

// recoveryMissing is what stands where an action does not say how it will recover.
func recoveryMissing(a *report.Action) string {
	if a.RecoveryGap == "" {
		return notGiven
	}
	return notGiven + "; " + words.LowerFirst(a.RecoveryGap)
}

// foldFields puts the owner below the action, and what is said of it, each under its
// name, into one column: six would be too narrow to read.
func (t *listing) foldFields() block.Table {
	t.fold("owner", "action", "Action and owner")
	first := ""
	for _, name := range []string{"why", "recovery", "children"} {
		i := t.index(name)
		if i < 0 {
			continue
		}
		for _, r := range t.Rows {
			said := r.Cells[i].Blocks[0].(block.Para)
			said.Runs = append(bold(t.Columns[i].Title+": "), said.Runs...)
			r.Cells[i].Blocks[0] = said
		}
		if first == "" {
			first = name
			continue
		}
		t.fold(name, first, "Why, and what happens next")
	}
	for name, width := range map[string]float64{"action": 50, "date": 38, first: 82} {
		if i := t.index(name); i >= 0 {
			t.Columns[i].Width = width
		}
	}
	fill(t.Columns)
	return t.Table
}
