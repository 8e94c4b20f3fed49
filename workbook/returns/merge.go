package returns

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// CollectOptions says how returns are merged.
type CollectOptions struct {
	AsOf          workbook.Date // of the new lines of the log
	PreferReturns bool          // where both sides changed a value, take the return's
}

// Change is one value of the plan that a return changes.
type Change struct {
	Ref     string // as the plan spells it
	Heading string
	Was     string // in the plan; days as yyyy-mm-dd, "" for a blank cell
	Now     string
	By      string    // the owner who was asked
	At      xlsx.Cell // in the return
	Plan    xlsx.Cell // in the plan

	action *workbook.Action
}

// Claim is what one return says where the plan, or another return, says
// something else.
type Claim struct {
	By    string
	Value string
	At    xlsx.Cell
}

// Conflict is a value that was changed on more than one side.
type Conflict struct {
	Ref, Heading string
	Sent         string // "" where the returns were sent different values
	PlanValue    string
	Plan         xlsx.Cell
	Claims       []Claim
	Taken        bool // the return's value was taken, because returns are preferred
}

// Refusal is something in a return that cannot be taken.
type Refusal struct {
	At     xlsx.Cell // in the return
	Ref    string
	Value  string // what is there, "" for a blank cell
	Reason string // one sentence
}

// Missing is an action that was sent to an owner and has no row in the return.
type Missing struct {
	File, Owner string
	Ref, Action string // as sent
}

// Merge is what comes of merging returns into a plan.
type Merge struct {
	Accepted  []Change
	Conflicts []Conflict
	Refused   []Refusal
	Missing   []Missing
	// Unchanged counts the actions of all returns about which nothing new was
	// said; Known those of their values that the plan has already.
	Unchanged int
	Known     int
}

// Clean is true where nothing needs a person.
func (m *Merge) Clean() bool {
	return len(m.Conflicts) == 0 && len(m.Refused) == 0 && len(m.Missing) == 0
}

// claim is one value in a return that is not what was sent.
type claim struct {
	from    *Return
	action  *workbook.Action // the plan's
	heading string
	sent    string
	value   string
	at      xlsx.Cell
}

type merger struct {
	columns []column
	plan    *workbook.Plan
	options CollectOptions
	returns []*Return
	guard   func(xlsx.Cell) string // why a cell of the plan cannot be written, or ""
	refs    map[string]int
	texts   map[string]*workbook.Action // by text, to know an action that was renumbered
	claims  map[*workbook.Action]map[string][]claim
	quiet   map[*workbook.Action]bool // of some return, with or without news
	said    map[string]bool           // files with a value that is not what was sent
	undated map[*workbook.Action]bool // whose new revised due date was not taken
	result  *Merge
}

// mergeReturns compares, for every value that may be filled in, what was
// sent, what has come back and what the plan says now. What only a return has
// changed is accepted; what only the plan has changed stays; where both
// changed it differently there is a conflict. The order of the returns does
// not matter, and one that is there twice counts once.
func mergeReturns(p *workbook.Plan, returns []*Return, guard func(xlsx.Cell) string, o CollectOptions) (result *Merge, said map[string]bool) {
	m := &merger{plan: p, columns: requestColumns(), options: o, guard: guard, refs: refCounts(p), texts: map[string]*workbook.Action{},
		claims: map[*workbook.Action]map[string][]claim{}, quiet: map[*workbook.Action]bool{}, said: map[string]bool{}, undated: map[*workbook.Action]bool{}, result: &Merge{}}
	for _, a := range p.Actions {
		m.texts[words.FoldName(a.Text)] = a
	}
	m.returns, _ = inOrder(returns)
	for _, r := range m.returns {
		m.read(r)
	}
	for _, a := range p.Actions {
		before := m.changes()
		for _, c := range m.columns {
			if list := m.claims[a][c.heading]; len(list) > 0 {
				m.settle(a, c.heading, list)
			}
		}
		if m.quiet[a] && m.changes() == before {
			m.result.Unchanged++
		}
	}
	slices.SortStableFunc(m.result.Refused, func(a, b Refusal) int {
		return cmp.Or(strings.Compare(a.At.File, b.At.File), cmp.Compare(a.At.Row, b.At.Row), cmp.Compare(a.At.Col, b.At.Col))
	})
	return m.result, m.said
}

// changes is how much has come of the returns so far, of whatever kind.
func (m *merger) changes() int {
	return len(m.result.Accepted) + len(m.result.Conflicts) + len(m.result.Refused)
}

// inOrder sorts returns by what they are, not by how they were named on the
// command line, and takes out those that are there twice.
func inOrder(returns []*Return) (once, twice []*Return) {
	sorted := slices.Clone(returns)
	slices.SortStableFunc(sorted, func(a, b *Return) int {
		return cmp.Or(a.base.asOf.Compare(b.base.asOf), strings.Compare(a.base.owner, b.base.owner), strings.Compare(a.file, b.file), bytes.Compare(a.sum[:], b.sum[:]))
	})
	seen := map[[32]byte]bool{}
	for _, r := range sorted {
		if seen[r.sum] {
			twice = append(twice, r)
			continue
		}
		seen[r.sum] = true
		once = append(once, r)
	}
	return once, twice
}

func (m *merger) refuse(at xlsx.Cell, ref, value, reason string, args ...any) {
	m.result.Refused = append(m.result.Refused, Refusal{at, ref, value, fmt.Sprintf(reason, args...)})
}

const noRef = "The row has no ref, so nobody can tell which action it is about."

// read collects what a return says, row by row.
func (m *merger) read(r *Return) {
	for _, h := range r.missing() {
		first := r.actions[0].At(workbook.ColRef)
		m.refuse(xlsx.Cell{File: first.File, Sheet: first.Sheet}, "", "", "The column %s is gone from this sheet, so nothing in it could be read.", words.Quote(h))
	}
	for _, p := range r.strays {
		m.refuse(p.Cell, "", p.Value, noRef)
	}
	there := map[string]bool{}
	for _, row := range r.actions {
		ref := words.Fold(row.Ref)
		there[ref] = true
		sent, ours := r.base.sent[ref]
		switch {
		case ref == "":
			m.refuseRow(r, row, nil, noRef)
		case !ours:
			m.refuseRow(r, row, nil, m.whyNotSent(r, row.Ref))
		default:
			m.readRow(r, row, sent)
		}
	}
	for _, ref := range r.base.refs {
		if !there[words.Fold(ref)] {
			m.result.Missing = append(m.result.Missing, Missing{File: r.file, Owner: r.base.owner, Ref: ref, Action: r.base.sent[words.Fold(ref)][workbook.ColAction]})
		}
	}
}

// whyNotSent explains a ref that stands in a return but was not sent in it.
func (m *merger) whyNotSent(r *Return, ref string) string {
	if a := m.plan.FindAction(ref); a != nil {
		if words.SameName(a.Owner, r.base.owner) {
			return fmt.Sprintf("The action %s was not in the workbook that was sent to %s.", a.Ref, r.base.owner)
		}
		return fmt.Sprintf("The action %s is somebody else's: it belongs to %s.", a.Ref, orNobody(a.Owner))
	}
	var refs []string
	for _, a := range m.plan.Actions {
		refs = append(refs, a.Ref)
	}
	if near := words.Likely(ref, refs); near != "" {
		return fmt.Sprintf("There is no action %s in the plan; did you mean %s?", ref, near)
	}
	return fmt.Sprintf("There is no action %s in the plan.", ref)
}

func orNobody(owner string) string {
	if owner == "" {
		return "nobody"
	}
	return owner
}

// refuseRow refuses every value of a row that is news, at its own cell, so
// that none is lost; a row without news is told at its ref only where it was
// never sent.
func (m *merger) refuseRow(r *Return, row *workbook.Action, sent map[string]string, reason string) {
	told := false
	for _, c := range m.columns {
		if !c.open || !row.Has(c.heading) {
			continue
		}
		if value := written(row, c.heading); value != sent[c.heading] {
			m.refuse(row.At(c.heading), row.Ref, inWords(c.heading, value), "%s", reason)
			told = true
		}
	}
	if !told && sent == nil {
		m.refuse(row.At(workbook.ColRef), row.Ref, row.Ref, "%s", reason)
	}
}

// readRow reads the row of an action that was sent.
func (m *merger) readRow(r *Return, row *workbook.Action, sent map[string]string) {
	action, reason := m.target(r, row, sent)
	if action == nil {
		m.refuseRow(r, row, sent, reason)
		return
	}
	if _, held := m.quiet[action]; !held {
		m.quiet[action] = true
	}
	refusals := len(m.result.Refused)
	defer func() {
		if len(m.result.Refused) > refusals {
			m.quiet[action] = false // something was typed, though it was not taken
		}
	}()
	dateRefused := false
	for _, c := range m.columns {
		if !r.base.has(c.heading) || !row.Has(c.heading) {
			continue
		}
		value, was := m.comparable(c.heading, written(row, c.heading)), m.comparable(c.heading, sent[c.heading])
		at := row.At(c.heading)
		switch {
		case value == was && (value != "" || m.readable(r, row, c.heading)):
		case c.heading == workbook.ColRef: // the same ref, otherwise spelled
		case !c.open:
			m.refuse(at, row.Ref, inWords(c.heading, value), "%s is locked and cannot be changed in a return; it was %s.", c.heading, inQuotes(inWords(c.heading, was)))
		default:
			reason := m.unreadable(r, row, c.heading, value)
			if c.heading == workbook.ColRevisionReason && dateRefused {
				reason = reasonWithoutDate
			}
			if reason != "" {
				m.refuse(at, row.Ref, inWords(c.heading, value), "%s", reason)
				dateRefused = dateRefused || c.heading == workbook.ColRevisedDue
				continue
			}
			m.claim(claim{from: r, action: action, heading: c.heading, sent: was, value: value, at: at})
		}
	}
}

// reasonWithoutDate: the plan has a reason for the date that it keeps.
const reasonWithoutDate = "The date that it is the reason for was not taken, so it is held back too."

func (m *merger) claim(c claim) {
	m.said[c.from.file] = true
	if m.claims[c.action] == nil {
		m.claims[c.action] = map[string][]claim{}
	}
	m.claims[c.action][c.heading] = append(m.claims[c.action][c.heading], c)
}

// target is the plan's action that a row is about, or why there is none.
func (m *merger) target(r *Return, row *workbook.Action, sent map[string]string) (*workbook.Action, string) {
	ref, text := row.Ref, sent[workbook.ColAction]
	a := m.plan.FindAction(ref)
	other := m.texts[words.FoldName(text)]
	switch {
	case m.swapped(r, row, text):
		return nil, fmt.Sprintf("The ref %s stands at the text of another action.", ref)
	case a == nil && other != nil && text != "":
		return nil, fmt.Sprintf("The action %s is now %s in the plan.", ref, other.Ref)
	case a == nil:
		return nil, fmt.Sprintf("The action %s is no longer in the plan.", ref)
	case m.refs[words.Fold(ref)] > 1:
		return nil, fmt.Sprintf("The plan has the ref %s more than once, so nobody can tell which action is meant.", ref)
	case words.FoldName(a.Text) != words.FoldName(text) && other != nil && text != "":
		return nil, fmt.Sprintf("The action that was sent as %s is now %s in the plan.", ref, other.Ref)
	case !alike(text, a.Text):
		return nil, fmt.Sprintf("The plan has another action under %s now: %s.", ref, inQuotes(a.Text))
	case words.FoldName(a.Owner) != words.FoldName(r.base.owner):
		return nil, fmt.Sprintf("The action %s is somebody else's now: it belongs to %s.", ref, orNobody(a.Owner))
	}
	return a, ""
}

// swapped is true of a row whose ref somebody has changed to that of another
// action: its text is what was sent under another ref.
func (m *merger) swapped(r *Return, row *workbook.Action, text string) bool {
	now := words.FoldName(row.Text)
	if !row.Has(workbook.ColAction) || now == "" || now == words.FoldName(text) {
		return false
	}
	for _, sent := range r.base.sent {
		if words.FoldName(sent[workbook.ColAction]) == now {
			return true
		}
	}
	return false
}

// comparable is a value with the key's own spelling of a status word.
func (m *merger) comparable(heading, value string) string {
	if heading == workbook.ColStatus {
		if w := m.plan.Key.Find(value); w != nil {
			return w.Word
		}
	}
	return value
}

// readable is false of a cell that shows nothing because it could not be
// read, such as a formula whose result is not stored.
func (m *merger) readable(r *Return, row *workbook.Action, heading string) bool {
	return !row.Bad(heading) || heading == workbook.ColStatus || schemaColumn(heading).Required
}

// unreadable says why a value that has changed cannot be taken, or "".
func (m *merger) unreadable(r *Return, row *workbook.Action, heading, value string) string {
	problem, known := r.problems[row.At(heading)]
	if heading == workbook.ColStatus {
		switch {
		case value == "" && known && problem.Rule == workbook.RuleFormulaUncalculated:
			return problem.Message
		case value == "":
			return "The status has been cleared; an action always has one."
		case m.plan.Key.Find(value) == nil:
			return m.unknownStatus(value)
		}
		return ""
	}
	if !row.Bad(heading) {
		return ""
	}
	if !known {
		return "The cell cannot be read."
	}
	return strings.TrimSpace(problem.Message + " " + problem.Hint)
}

func (m *merger) unknownStatus(value string) string {
	var known []string
	for _, w := range m.plan.Key.Words {
		known = append(known, w.Word)
	}
	reason := fmt.Sprintf("The status %s is not a word of the plan's key. ", inQuotes(value))
	return reason + words.DidYouMean(value, known) + "Use one of: " + strings.Join(known, ", ") + "."
}

// settle decides one value that at least one return has changed.
func (m *merger) settle(a *workbook.Action, heading string, claims []claim) {
	now := m.comparable(heading, written(a, heading))
	var open []claim
	for _, c := range claims {
		if c.value != now && !m.superseded(c) {
			open = append(open, c)
		}
	}
	if len(open) == 0 {
		m.result.Known++
		return
	}
	first := open[0]
	if heading == workbook.ColRevisionReason {
		if open = m.withTheirDates(a, open); len(open) == 0 {
			return
		}
		first = open[0]
	}
	agreed := !slices.ContainsFunc(open, func(c claim) bool { return c.value != first.value })
	free := slices.ContainsFunc(open, func(c claim) bool { return c.sent == now })
	switch {
	case agreed && free:
		taken := m.accept(a, heading, now, first)
		m.undated[a] = m.undated[a] || heading == workbook.ColRevisedDue && !taken
	case agreed && m.options.PreferReturns:
		if m.accept(a, heading, now, first) {
			m.conflict(a, heading, now, open, true)
		}
	default:
		m.conflict(a, heading, now, open, false)
		m.undated[a] = m.undated[a] || heading == workbook.ColRevisedDue
	}
}

// withTheirDates leaves the reasons whose date the plan has or takes. The
// others are refused: a new date that was not taken, or one that the plan has
// got since from somebody else.
func (m *merger) withTheirDates(a *workbook.Action, reasons []claim) []claim {
	now := written(a, workbook.ColRevisedDue)
	return slices.DeleteFunc(reasons, func(c claim) bool {
		dates := slices.ContainsFunc(m.claims[a][workbook.ColRevisedDue], func(d claim) bool { return d.from == c.from })
		sent := c.from.base.sent[words.Fold(a.Ref)][workbook.ColRevisedDue]
		others := !dates && c.from.base.has(workbook.ColRevisedDue) && sent != now
		if m.undated[a] && dates || others {
			m.refuse(c.at, a.Ref, c.value, reasonWithoutDate)
			return true
		}
		return false
	})
}

// superseded is true of a value that was in the plan already when a later
// request went out: it has been collected before, and what the later one says
// comes after it.
func (m *merger) superseded(c claim) bool {
	ref := words.Fold(c.action.Ref)
	return slices.ContainsFunc(m.returns, func(r *Return) bool {
		sent, ok := r.base.sent[ref]
		return ok && r.base.asOf.After(c.from.base.asOf) && r.base.has(c.heading) && m.comparable(c.heading, sent[c.heading]) == c.value
	})
}

func (m *merger) accept(a *workbook.Action, heading, now string, c claim) bool {
	if why := m.guard(a.At(heading)); why != "" || !a.Has(heading) {
		if !a.Has(heading) {
			why = fmt.Sprintf("The plan has no column %s any more.", words.Quote(heading))
		}
		m.refuse(c.at, a.Ref, inWords(heading, c.value), "%s", why)
		return false
	}
	m.result.Accepted = append(m.result.Accepted, Change{Ref: a.Ref, Heading: heading, Was: now, Now: c.value, By: c.from.base.owner, At: c.at, Plan: a.At(heading), action: a})
	return true
}

func (m *merger) conflict(a *workbook.Action, heading, now string, claims []claim, taken bool) {
	c := Conflict{Ref: a.Ref, Heading: heading, Sent: claims[0].sent, PlanValue: now, Plan: a.At(heading), Taken: taken}
	for _, one := range claims {
		if one.sent != c.Sent {
			c.Sent = ""
		}
		c.Claims = append(c.Claims, Claim{one.from.base.owner, one.value, one.at})
	}
	m.result.Conflicts = append(m.result.Conflicts, c)
}

// inQuotes is a value in a sentence; a long one is cut.
func inQuotes(s string) string {
	const most = 80
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > most {
		s = strings.TrimSpace(string(r[:most-1])) + "…"
	}
	if s == "" {
		return "blank"
	}
	return `"` + s + `"`
}
