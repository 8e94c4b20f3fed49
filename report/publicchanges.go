package report

import (
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// The public edition counts changes over the whole plan and lists those of
// actions that it shows, in the words of the plan now: nobody has looked
// through an earlier workbook, or its file's name, for what must not be
// published.

// publicHistory is how statuses and dates moved.
func publicHistory(all, shown *facts.Facts) History {
	h, listed := planHistory(all), planHistory(shown)
	h.Slips, h.SlipWords, h.MoreSlips = listed.Slips, listed.SlipWords, listed.MoreSlips
	if h.SlipWords != "" && len(shown.Actions) < len(all.Actions) {
		h.SlipWords += " Actions in the exempt part are not counted here."
	}
	return h
}

// setPublicMovement puts what changed since an earlier state into a Brief.
func setPublicMovement(b *Brief, all, shown *facts.Facts, s *Since) {
	c := newCompared(all, s, actions(all, nil))
	rows := c.publicRows(shown, b.Actions)
	b.Movement = Movement{
		Heading: c.heading(), ThenLabel: "Then", NowLabel: c.dayLabel(all.AsOf),
		Sentence: c.tally().sentence(), Rows: rows, Then: c.thenFigures(), Compared: c.comparedWith("an earlier workbook"),
	}
	if !s.On.IsZero() {
		b.Movement.ThenLabel = c.dayLabel(s.On)
	}
	if n := len(c.moved()) - len(rows); n > 0 {
		b.Movement.Sentence += " " + words.Opening(n) + " of these changes " + words.Are(n) + " not listed in this edition."
	}
	c.setThen(b)
}

// publicRows are the actions shown whose status is another than before.
func (c *compared) publicRows(shown *facts.Facts, printed []*Action) []Moved {
	public := compared{now: shown, since: c.since, changes: c.changes, then: c.then, slipped: c.slipped, printed: map[int]*Action{}, facts: map[int]*facts.Action{}}
	next := 0
	for _, a := range c.now.Actions {
		if !a.Restricted {
			public.printed[a.Row], public.facts[a.Row] = printed[next], shown.Actions[next]
			next++
		}
	}
	var rows []Moved
	for _, row := range public.moved() {
		if row.Change == movedGone {
			continue // its said stand in the earlier workbook only
		}
		if c.since.Facts.Plan.Key.Find(row.Then.Word) == nil && row.Change != movedAdded {
			row.Then.Word = ""
		}
		rows = append(rows, row)
	}
	return rows
}
