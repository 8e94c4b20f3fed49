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

// Since is an earlier state of the plan.
type Since struct {
	Facts *facts.Facts // derived on On, or on the new plan's day where On is not known
	On    workbook.Date
	Board bool // it is what the last board saw
	// Meeting is the day of that board, where the earlier workbook was made for it
	// and says so; else zero.
	Meeting workbook.Date
	// Matched is the two plans with their records matched, where somebody has
	// done that already; nil otherwise.
	Matched *history.Matched
}

// SinceSnapshot is the state of a plan on the day that a copy of it was kept.
func SinceSnapshot(p *workbook.Plan, on workbook.Date, lastBoard bool) *Since {
	return &Since{Facts: facts.Derive(p, on), On: on, Board: lastBoard}
}

// SinceWorkbook is the state of a plan in an earlier workbook. A workbook does
// not say on what day it stood: that is the last day of which anything in it
// tells, for what came after it is not in its statuses, and what was on time
// then may be late on a later day. It is what a board saw where the workbook's
// own meeting is past, is not the new plan's meeting, and nothing in the
// workbook was written after it; where nothing else in it has a day, that of
// this meeting is its day. Without either the day is not known. A workbook that
// records what came after the new plan's position is no earlier one; the error
// says so in a sentence.
func SinceWorkbook(old *workbook.Plan, now *facts.Facts) (*Since, error) {
	written := old.LastWritten()
	if written.After(now.AsOf) {
		return nil, fmt.Errorf("%s has an update of %s, so it is not an earlier state than the position at %s; give an older workbook, or a later date with --as-of",
			old.File, written.Long(), now.AsOf.Long())
	}
	s := &Since{On: old.LastKnown(now.AsOf)}
	if m := old.Info.MeetingDate; !m.IsZero() && m.Before(now.AsOf) && m != now.Plan.Info.MeetingDate && !written.After(m) {
		s.Meeting, s.Board = m, true
		if s.On.IsZero() || s.On.After(m) {
			s.On = m
		}
	}
	if s.On == now.AsOf {
		s.On = workbook.Date{} // two positions of one day can't be told apart by their dates
	}
	asOf := s.On
	if asOf.IsZero() {
		asOf = now.AsOf
	}
	s.Facts = facts.Derive(old, asOf)
	return s, nil
}

// ChangeGroup is changes of one kind, a sentence each.
type ChangeGroup struct {
	Heading string
	Lines   []string
	More    string // how many are not listed, "" if none
}

// ChangeRow is one change as a list prints it.
type ChangeRow struct {
	Kind, Sheet, Ref, Field string
	Old, New                string // dates as "28 Feb 2023"
	Days                    int    // calendar days that a date moved: more than 0 is later
	Words                   string // one sentence
}

// compared is two states of one plan and what differs between them.
type compared struct {
	now     *facts.Facts
	since   *Since
	matched *history.Matched
	changes history.Changes
	printed map[int]*Action // by row
	facts   map[int]*facts.Action
	then    map[int]*facts.Action // of the earlier plan, by row
	slipped map[int]int           // days that an action's date moved later, by row
	rows    []Moved               // as moved found them; nil until asked for
}

func newCompared(f *facts.Facts, s *Since, printed []*Action) *compared {
	matched := s.Matched
	if matched == nil {
		matched = history.Match(s.Facts.Plan, f.Plan)
	}
	c := &compared{now: f, since: s, matched: matched, changes: matched.Changes(s.Facts, f), printed: map[int]*Action{}, facts: map[int]*facts.Action{}, then: map[int]*facts.Action{}, slipped: map[int]int{}}
	for i, a := range f.Actions {
		c.printed[a.Row], c.facts[a.Row] = printed[i], a
	}
	for _, a := range s.Facts.Actions {
		c.then[a.Row] = a
	}
	for _, x := range c.changes.List {
		if x.Sheet == workbook.SheetActions && x.Kind == history.Slipped {
			c.slipped[x.Cell.Row] = x.Days
		}
	}
	return c
}

// movement is what changed since an earlier position.
func (c *compared) movement() Movement {
	m := Movement{
		Heading:   c.heading(),
		ThenLabel: "Then",
		NowLabel:  c.dayLabel(c.now.AsOf),
		Rows:      c.moved(),
		Groups:    c.groups(mostLines),
		All:       changeRows(c.changes),
		Then:      c.thenFigures(),
		Compared:  c.comparedWith(c.since.Facts.Plan.File),
	}
	if !c.since.On.IsZero() {
		m.ThenLabel = c.dayLabel(c.since.On)
	}
	m.Sentence = c.tally().sentence()
	return m
}

func (c *compared) heading() string {
	if c.since.On.IsZero() {
		return "What changed since the earlier workbook"
	}
	return "What changed since " + c.since.On.Long()
}

// comparedWith says what the earlier position is and that it comes from the
// workbook called from.
func (c *compared) comparedWith(from string) string {
	old := c.since.Facts.Plan
	if n := len(old.SHA256); n > 12 {
		from += " (SHA-256 " + old.SHA256[:12] + "…)"
	}
	if c.since.On.IsZero() {
		return "What changed is measured against " + from + ". That workbook does not say on what day it stood."
	}
	said := "What changed is measured against the position at " + c.since.On.Long() + ", from " + from + "."
	if m := c.since.Meeting; !m.IsZero() && m != c.since.On {
		said += " That workbook was for the board of " + m.Long() + "; it tells of nothing after " + c.since.On.Long() + "."
	}
	return said
}

// dayLabel heads a column: with the year only where the two positions are not
// of one year.
func (c *compared) dayLabel(d workbook.Date) string {
	if c.oneYear() {
		return dayAndMonth(d)
	}
	return d.Short()
}

func (c *compared) oneYear() bool {
	return c.since.On.IsZero() || c.since.On.Year() == c.now.AsOf.Year()
}

// dayAndMonth is "17 January".
func dayAndMonth(d workbook.Date) string {
	return strings.TrimSuffix(d.Long(), fmt.Sprintf(" %d", d.Year()))
}

// sinceThen is "17 January" in a sentence, with the year where it is another.
func (c *compared) sinceThen() string {
	switch {
	case c.since.On.IsZero():
		return "the earlier workbook"
	case c.oneYear():
		return dayAndMonth(c.since.On)
	}
	return c.since.On.Long()
}

// Words of the Change column, in the order of the table.
const (
	movedBetter    = "Better"
	movedWorse     = "Worse"
	movedReopened  = "Reopened"
	movedUnclear   = "Not clear"
	movedWithdrawn = "Withdrawn"
	movedAdded     = "New"
	movedGone      = "Gone"
)

var movedOrder = []string{movedBetter, movedWorse, movedReopened, movedUnclear, movedWithdrawn, movedAdded, movedGone}

// moved are the actions whose status is another than before, and those that
// came or went: better first, each kind in sheet order.
func (c *compared) moved() []Moved {
	if c.rows != nil {
		return c.rows
	}
	rows := []Moved{}
	for _, x := range c.changes.List {
		if x.Sheet != workbook.SheetActions {
			continue
		}
		if row, ok := c.movedRow(x); ok {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b Moved) int {
		return slices.Index(movedOrder, a.Change) - slices.Index(movedOrder, b.Change)
	})
	c.rows = rows
	return rows
}

func (c *compared) movedRow(x history.Change) (Moved, bool) {
	absent := Status{Word: "Not in the plan"}
	if x.Kind == history.Removed && x.Field == "" {
		return Moved{Change: movedGone, Action: c.goneAction(x), Then: c.statusThen(x), Now: absent, Why: "Taken out without being withdrawn"}, true
	}
	a := c.printed[x.Cell.Row]
	if a == nil {
		return Moved{}, false
	}
	name := joinWords(a.Ref, a.Name)
	if x.Kind == history.Added || x.Kind == history.RefReused {
		return Moved{Change: movedAdded, Action: name, Then: absent, Now: a.Status, Why: c.whyNew(a)}, true
	}
	if x.Field != workbook.ColStatus {
		return Moved{}, false
	}
	old := c.since.Facts.Plan.Key
	then := Status{x.Old, old.Meaning(x.Old)}
	if then.Meaning == a.Status.Meaning && then.Meaning != workbook.MeaningUnknown {
		return Moved{}, false // another word for the same
	}
	return Moved{Change: changeOfStatus(x.Kind), Action: name, Then: then, Now: a.Status, Why: c.news(c.facts[x.Cell.Row], changeOfStatus(x.Kind))}, true
}

func changeOfStatus(k history.Kind) string {
	switch k {
	case history.Better, history.Completed:
		return movedBetter
	case history.Worse:
		return movedWorse
	case history.Reopened:
		return movedReopened
	case history.Withdrawn:
		return movedWithdrawn
	}
	return movedUnclear
}

// goneAction names an action that only the earlier plan has.
func (c *compared) goneAction(x history.Change) string {
	if a := c.oldAction(x); a != nil {
		return joinWords(a.Ref, orElse(a.ShortName, a.Text))
	}
	return joinWords(x.Ref, x.Old)
}

func (c *compared) statusThen(x history.Change) Status {
	if a := c.oldAction(x); a != nil {
		return Status{a.Word, a.Meaning}
	}
	return Status{}
}

// oldAction is the record of a change whose cell is in the earlier workbook.
func (c *compared) oldAction(x history.Change) *facts.Action {
	return c.then[x.Cell.Row]
}

// whyNew is when a new action is due: its status has no history to explain.
func (c *compared) whyNew(a *Action) string {
	if a.EffectiveDue.IsZero() {
		return "No date"
	}
	return "Due " + a.EffectiveDue.Short()
}

// news is what became of the action's date, where that explains it, and the first
// sentence of what was last said of it.
func (c *compared) news(a *facts.Action, change string) string {
	var parts []string
	if change == movedWorse || change == movedReopened {
		if fact := c.dateNews(a); fact != "" {
			parts = append(parts, fact+".")
		}
	}
	note, _ := latestNote(a)
	if said := firstSentence(orElse(note, a.RevisionReason)); said != "" {
		parts = append(parts, said)
	}
	if len(parts) == 0 && a.Meaning.Done() && !a.Completed.IsZero() {
		return "Done on " + a.Completed.Short()
	}
	return strings.Join(parts, " ")
}

// dateNews is by how much an action's date moved since then, or that it was
// missed since then.
func (c *compared) dateNews(a *facts.Action) string {
	if n := c.slipped[a.Row]; n > 0 {
		return "Date moved by " + words.Days(n)
	}
	if a.Late && !c.since.On.IsZero() && !a.EffectiveDue.Before(c.since.On) {
		return "Missed " + dayAndMonth(a.EffectiveDue)
	}
	return ""
}

// firstSentence is the first sentence of a note: a table has no room for more.
func firstSentence(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	for i := 0; i < len(s); i++ {
		if s[i] != '.' && s[i] != '!' && s[i] != '?' {
			continue
		}
		if i+1 == len(s) {
			return s
		}
		if rest := s[i+1:]; len(rest) > 1 && rest[0] == ' ' && rest[1] >= 'A' && rest[1] <= 'Z' && !abbreviated(s[:i]) {
			return s[:i+1]
		}
	}
	return s
}

// abbreviated: the full stop after a single letter or a short title ends no
// sentence.
func abbreviated(before string) bool {
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return len(word) == 1 || slices.Contains([]string{"Dr", "Mr", "Mrs", "Ms", "St", "No"}, word)
}
