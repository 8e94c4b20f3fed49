package report

import (
	"fmt"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// moves counts how the plan's actions moved since the earlier position. Every
// action that is in the plan and not withdrawn is in better, worse, reopened,
// unclear, added or same.
type moves struct {
	better, worse, reopened, unclear, added, same int
	withdrawn, gone                               int
}

func (c *compared) tally() moves {
	var n moves
	for _, row := range c.moved() {
		switch row.Change {
		case movedBetter:
			n.better++
		case movedWorse:
			n.worse++
		case movedReopened:
			n.reopened++
		case movedUnclear:
			n.unclear++
		case movedWithdrawn:
			n.withdrawn++
		case movedGone:
			n.gone++
		case movedAdded:
			if row.Now.Meaning == workbook.Withdrawn {
				continue
			}
			n.added++
		}
	}
	n.same = facts.TallyActions(c.now.Actions).Total - n.better - n.worse - n.reopened - n.unclear - n.added
	return n
}

// sentence is the first of the changes: how many actions moved which way.
func (n moves) sentence() string {
	text := n.main(words.Opening(n.better), "actions")
	if n.better == 1 {
		text = n.main("One", "action")
	}
	if n.better == 0 {
		text = n.main("No", "action")
	}
	if n.still() {
		text = "No action's status has changed"
	}
	return text + ". " + n.rest()
}

func (n moves) still() bool { return n.better+n.worse+n.reopened+n.unclear == 0 }

func (n moves) main(first, noun string) string {
	return fmt.Sprintf("%s %s got better, %s got worse and %s stayed the same", first, noun, words.Number(n.worse), words.Number(n.same))
}

// short is the sentence under the heading of the status bar.
func (n moves) short(since string) string {
	if n.still() {
		return "No action's status has changed since " + since + "." + space(n.exceptions())
	}
	return fmt.Sprintf("Since %s, %s got better, %s got worse and %s stayed the same.", since, orNo(n.better), words.Number(n.worse), words.Number(n.same)) + space(n.exceptions())
}

// orNo counts actions in a sentence: "no action", "3 actions".
func orNo(n int) string {
	if n == 0 {
		return "no action"
	}
	return words.Count(n, "action", "actions")
}

func space(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// rest says what came, went or came back, and says so where nothing did.
func (n moves) rest() string {
	var none []string
	for _, k := range []struct {
		n    int
		word string
	}{{n.added, "added"}, {n.withdrawn, "withdrawn"}, {n.reopened, "reopened"}} {
		if k.n == 0 {
			none = append(none, k.word)
		}
	}
	if len(none) == 0 {
		return n.exceptions()
	}
	nothing := "None was " + words.Or(none) + "."
	return strings.TrimSpace(n.exceptions() + " " + nothing)
}

// exceptions counts what is neither better, worse nor the same.
func (n moves) exceptions() string {
	var parts []string
	add := func(k int, said string) {
		if k == 0 {
			return
		}
		was := "was"
		if k > 1 {
			was = "were"
		}
		who := words.Number(k)
		if len(parts) == 0 {
			who = words.Opening(k)
		}
		parts = append(parts, who+" "+was+" "+said)
	}
	add(n.added, "added")
	add(n.withdrawn, "withdrawn")
	add(n.reopened, "reopened")
	add(n.gone, "taken out without being withdrawn")
	text := ""
	if len(parts) > 0 {
		text = words.And(parts) + "."
	}
	if n.unclear > 0 {
		text += space(words.Opening(n.unclear) + " can't be compared, because the key does not have the status.")
	}
	return strings.TrimSpace(text)
}

// ThenFigures are the key figures of the earlier position, in words that
// follow those of now; "" where they can't be told.
type ThenFigures struct {
	Done, OffTrack, Overdue string
}

func (c *compared) thenFigures() ThenFigures {
	old := c.since.Facts.Actions
	t := facts.TallyActions(old)
	then := ThenFigures{
		Done:     c.thereWas(t.Done),
		OffTrack: c.thereWas(t.ByMeaning[workbook.OffTrack]),
	}
	if !c.since.On.IsZero() { // what was late depends on the day
		then.Overdue = c.thereWas(c.lateThen())
	}
	return then
}

// lateThen counts the actions that were late on the day of the earlier position,
// but for those that the plan now says had been completed by then.
func (c *compared) lateThen() int {
	n, became := 0, c.matched.Became()
	for _, a := range facts.LateFirst(c.since.Facts.Actions) {
		now := became[a.Action]
		if now == nil || now.Completed.IsZero() || now.Completed.After(c.since.On) {
			n++
		}
	}
	return n
}

// thereWas is "there were none on 17 January".
func (c *compared) thereWas(n int) string {
	was := "there were "
	if n == 1 {
		was = "there was "
	}
	on := "on " + c.sinceThen()
	if c.since.On.IsZero() {
		on = "in " + c.sinceThen()
	}
	return was + words.Number(n) + " " + on
}

// setThen puts the earlier position beside the one now: the second bar, its
// columns of the status table, and the key figures.
func (c *compared) setThen(b *Brief) {
	s := &b.Status
	s.HasThen, s.ThenDate = true, c.since.On
	s.ThenName = "Then"
	if c.since.Board {
		s.ThenName = "Last board"
	}
	s.NowLabel, s.ThenLabel = c.now.AsOf.DayMonth(), c.since.On.DayMonth()
	if !c.oneYear() {
		s.NowLabel, s.ThenLabel = c.now.AsOf.Short(), c.since.On.Short()
	}
	s.Then = blocks(facts.CountMeanings(c.since.Facts.Actions), c.now.Plan.Key)
	s.Sentence = c.tally().short(c.sinceThen())
	s.Rows = c.thenRows(s.Rows)
	s.Alt = barAlt(s.Now, s.Then, s.ThenName)
	for i, then := range []string{"", b.Movement.Then.OffTrack, b.Movement.Then.Overdue} {
		if then != "" {
			// Under a figure there is room for a few lines: the section on what
			// is not going to plan names the actions.
			b.Figures[i].Words, b.Figures[i].Which = b.Figures[i].Words+"; "+then, ""
		}
	}
}

// thenRows counts the earlier statuses under the words of the key now: under
// the same word where it means the same, else under the first of its meaning.
func (c *compared) thenRows(rows []StatusRow) []StatusRow {
	for _, a := range c.since.Facts.Actions {
		i := rowFor(rows, a)
		if i < 0 {
			word := a.Word
			if word == "" || a.Meaning == workbook.MeaningUnknown {
				word = workbook.MeaningUnknown.Word()
			}
			rows = append(rows, StatusRow{Status: Status{word, a.Meaning}, Means: a.Meaning.Definition(), Short: a.Meaning.Short()})
			i = len(rows) - 1
		}
		rows[i].Then++
	}
	for i := range rows {
		rows[i].Change = changeWords(rows[i].Now - rows[i].Then)
	}
	return rows
}

func rowFor(rows []StatusRow, a *facts.Action) int {
	first := -1
	for i, r := range rows {
		if r.Status.Meaning != a.Meaning {
			continue
		}
		if strings.EqualFold(r.Status.Word, a.Word) {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	return first
}

// changeWords is a difference in a table: "2 more", "3 fewer", "No change".
func changeWords(n int) string {
	switch {
	case n > 0:
		return words.Digits(n) + " more"
	case n < 0:
		return words.Digits(-n) + " fewer"
	}
	return "No change"
}
