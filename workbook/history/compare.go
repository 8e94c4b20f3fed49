// Package history says what changed between two states of a plan, in words a
// board uses; keeps dated copies of a plan; and reads a plan's own log for how
// statuses and dates moved. It knows nothing of how that is drawn.
package history

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Kind says what a change means to a board.
type Kind string

const (
	Added            Kind = "added"
	Removed          Kind = "removed"
	Withdrawn        Kind = "withdrawn"
	Completed        Kind = "completed"
	Reopened         Kind = "reopened"
	Slipped          Kind = "slipped"
	BroughtForward   Kind = "brought forward"
	OwnerChanged     Kind = "owner changed"
	Better           Kind = "better"
	Worse            Kind = "worse"
	Renamed          Kind = "renamed"
	Renumbered       Kind = "renumbered"
	RefReused        Kind = "ref reused"
	EvidenceAdded    Kind = "evidence added"
	EvidenceRemoved  Kind = "evidence removed"
	TargetMadeEasier Kind = "target made easier"
	HistoryRewritten Kind = "history rewritten"
	Changed          Kind = "changed"
)

// Kinds lists every kind, in the order of the board's questions: what is
// done, what is not, what was taken back, what is new, what is different.
var Kinds = []Kind{Completed, Reopened, Slipped, BroughtForward, Worse, Better, HistoryRewritten, TargetMadeEasier,
	RefReused, OwnerChanged, EvidenceAdded, EvidenceRemoved, Withdrawn, Added, Removed, Renamed, Renumbered, Changed}

// Change is one difference between two plans: at most one for a row and
// field.
type Change struct {
	Kind  Kind
	Sheet string // the schema's name
	// Ref is the record's ref in the new plan, or in the old one when it is
	// gone. Readings have their measure's, Updates their action's; the Key,
	// People and Glossary their word, name or term; Waivers the rule and ref;
	// Plan none.
	Ref   string
	Field string // heading; "" when it is about the whole row
	// Old and New are what stood and stands there, dates as yyyy-mm-dd; of a
	// whole row the words that it is known by. Those of Readings and Updates
	// begin with the day of the row.
	Old, New string
	// Days is how many calendar days a date moved: more than 0 is later, less
	// is earlier. It is 0 for what is not a date.
	Days  int
	Times int       // of Slipped and BroughtForward on Actions: how many times the date has moved in all
	Words string    // one plain sentence for a board
	Cell  xlsx.Cell // in the new workbook, or in the old one when it is gone

	who      string // the record, as a sentence begins with it
	was, now string // Old and New as a sentence says them
}

// WordsAfter are its words behind another sentence about the same record.
func (x Change) WordsAfter() string {
	if rest, ok := strings.CutPrefix(x.Words, x.who+" "); ok && x.who != "" {
		return "It " + rest
	}
	return x.Words
}

// Changes is everything that differs between two workbooks.
type Changes struct {
	Old, New string   // file names
	List     []Change // by sheet, row and column; rows that are gone come last
}

// Counts is how many changes there are of each kind, of every kind.
func (c Changes) Counts() map[Kind]int {
	n := make(map[Kind]int, len(Kinds))
	for _, k := range Kinds {
		n[k] = 0
	}
	for _, x := range c.List {
		n[x.Kind]++
	}
	return n
}

// Of is the changes of one kind, in order.
func (c Changes) Of(kind Kind) []Change {
	var found []Change
	for _, x := range c.List {
		if x.Kind == kind {
			found = append(found, x)
		}
	}
	return found
}

// Compare says what changed from one state of a plan to the next. Records are
// the same where they kept their ref and their words still fit it; a record
// under another ref is recognised by its words. What only looks different,
// such as the order of rows and columns, spaces, case, quotes, or a date typed
// in another way, is no change. Both plans must be indexed (Plan.Index);
// neither is changed. Each stands on the last day that anything in it was
// updated, by which an area without a status has that of its actions. The work
// grows with the number of records, not with its square.
func Compare(old, new *workbook.Plan) Changes {
	return Match(old, new).Changes(facts.Derive(old, old.LastWritten()), facts.Derive(new, new.LastWritten()))
}

// Changes is Compare of the two states with what follows from each on its day.
func (c *Matched) Changes(then, now *facts.Facts) Changes {
	c.list = nil
	c.areasThen, c.areasNow = byRecord(then), byRecord(now)
	for _, s := range inSheetOrder() {
		c.report(s)
	}
	return Changes{Old: c.old.File, New: c.new.File, List: c.list}
}

// Matched is two states of a plan whose records have found each other.
type Matched struct {
	old, new    *workbook.Plan
	refs        refs                       // of the old plan, in the new plan's terms
	taken       map[string]map[string]bool // sheet → folded refs that belonged to another record before
	matchings   map[*sheet]*matching
	people      map[string]string          // folded old name → new name, of people renamed
	revisedThen map[string][]workbook.Date // folded new action ref → every revised date in the old log
	revised     map[string][]workbook.Date // the same in the new log
	lastLog     map[string]workbook.Date   // folded new action ref → its latest update in the old log
	list        []Change

	areasThen, areasNow map[*workbook.Area]*facts.Area
}

// Match pairs the records of two plans, which must be indexed (Plan.Index).
func Match(old, new *workbook.Plan) *Matched {
	c := &Matched{old: old, new: new, refs: refs{}, taken: map[string]map[string]bool{}, matchings: map[*sheet]*matching{},
		people: map[string]string{}, revisedThen: map[string][]workbook.Date{}, revised: map[string][]workbook.Date{}, lastLog: map[string]workbook.Date{}}
	for _, s := range inMatchingOrder {
		c.match(s)
	}
	return c
}

// match pairs the rows of a sheet and notes what became of their refs.
func (c *Matched) match(s *sheet) {
	m := &matching{old: s.rows(c.old, c.refs), new: s.rows(c.new, nil), partner: map[*row]*row{}}
	m.members = membersOf(c.old, s, m.old)
	for r, words := range membersOf(c.new, s, m.new) {
		m.members[r] = words
	}
	m.matchRows(s)
	c.matchings[s] = m
	if s.renumbers {
		c.noteRefs(s, m)
	}
	switch s {
	case peopleSheet:
		c.notePeople(m)
	case updatesSheet:
		c.noteLog(m)
	}
}

// noteRefs remembers where each old ref leads now, of duplicates the first,
// and which refs lead to another record than before.
func (c *Matched) noteRefs(s *sheet, m *matching) {
	now, taken := map[string]string{}, map[string]bool{}
	for _, o := range m.old {
		if _, known := now[o.id]; !known && o.id != "" && m.partner[o] != nil {
			now[o.id] = m.partner[o].id
			if o.id != now[o.id] {
				taken[now[o.id]] = true
			}
		}
	}
	c.refs[s.name], c.taken[s.name] = now, taken
}

func (c *Matched) notePeople(m *matching) {
	for _, o := range m.old {
		if n := m.partner[o]; n != nil && !samePerson(o.title, n.title) {
			c.people[words.FoldName(o.title)] = n.title
		}
	}
}

func (c *Matched) noteLog(m *matching) {
	note := func(rows []*row, revised map[string][]workbook.Date) {
		for _, r := range rows {
			if d := r.record.(*workbook.Update).RevisedDue; !d.IsZero() {
				revised[r.parent] = append(revised[r.parent], d)
			}
		}
	}
	note(m.old, c.revisedThen)
	note(m.new, c.revised)
	for _, o := range m.old {
		if d := o.record.(*workbook.Update).Date; d.After(c.lastLog[o.parent]) {
			c.lastLog[o.parent] = d
		}
	}
}

// report lists the changes of a sheet: row by row of the new one, then what
// is gone.
func (c *Matched) report(s *sheet) {
	m := c.matchings[s]
	oldByID := map[string]*row{}
	for _, o := range slices.Backward(m.old) {
		oldByID[o.id] = o
	}
	replaced := map[*row]bool{} // gone, and said so where its ref is used again
	for _, n := range m.new {
		o := m.partner[n]
		before := oldByID[n.id]
		switch {
		case o != nil:
			c.reportPair(pair{o, n})
		case s.renumbers && n.id != "" && before != nil && m.partner[before] != n:
			c.add(reusedRef(before, n, m.partner[before]))
			replaced[before] = m.partner[before] == nil
		default:
			c.add(c.newRow(n))
		}
	}
	for _, o := range m.old {
		if m.partner[o] == nil && !replaced[o] {
			c.add(c.goneRow(o))
		}
	}
}

func (c *Matched) add(x Change) { c.list = append(c.list, x) }

// reportPair lists what differs between two states of one record.
func (c *Matched) reportPair(p pair) {
	s := p.new.sheet
	if s.renumbers && p.old.id != p.new.id {
		c.add(renumbered(p))
	}
	if (s == keySheet || s == peopleSheet) && c.differentName(p) {
		c.add(renamedRow(p))
	}
	for i, column := range p.new.columns {
		f := cellPair{pair: p, heading: column.Heading, column: column, old: p.old.values[i], new: p.new.values[i]}
		if x, moved := c.areaByActions(f); moved {
			c.add(x)
		} else if !c.same(f) {
			c.add(c.judge(f))
		}
	}
}

func (c *Matched) differentName(p pair) bool {
	if p.new.sheet == peopleSheet {
		return !samePerson(p.old.title, p.new.title)
	}
	return p.old.id != p.new.id
}

// change is a Change of a record at one of its cells.
func change(kind Kind, r *row, heading string) Change {
	at := heading
	if at == "" {
		at = r.sheet.key
	}
	return Change{Kind: kind, Sheet: r.sheet.name, Ref: r.ref, Field: heading, Cell: cellAt(r, at)}
}
