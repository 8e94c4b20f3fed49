package history

import (
	"cmp"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// pair is one record in both plans; one side is nil where it is new or gone.
type pair struct{ old, new *row }

// refs turns the refs of the old plan into those that the same records have
// in the new one: sheet → folded old ref → folded new ref. For the new plan
// it is empty.
type refs map[string]map[string]string

// translate is the folded ref, in the new plan's terms.
func (r refs) translate(sheet, ref string) string {
	ref = words.Fold(ref)
	if now, ok := r[sheet][ref]; ok {
		return now
	}
	return ref
}

// translateAny is for a cell that may name a record of any sheet, also as
// Sheet!Ref; with or without the sheet it is the same record.
func (r refs) translateAny(ref string) string {
	if sheet, rest, ok := strings.Cut(ref, "!"); ok {
		return r.translate(strings.TrimSpace(sheet), rest)
	}
	for _, s := range workbook.Sheets {
		if now := r.translate(s.Name, ref); now != words.Fold(ref) {
			return now
		}
	}
	return words.Fold(ref)
}

// matching pairs the rows of one sheet, each at most once.
type matching struct {
	old, new []*row
	partner  map[*row]*row
	members  map[*row][]string
}

func (m *matching) join(o, n *row) { m.partner[o], m.partner[n] = n, o }

func (m *matching) free(rows []*row) []*row {
	return slices.DeleteFunc(slices.Clone(rows), func(r *row) bool { return m.partner[r] != nil })
}

// byKey joins free rows that have the same key, the first with the first.
// Rows with an empty key are left.
func (m *matching) byKey(key func(*row) string) {
	waiting := map[string][]*row{}
	for _, n := range m.free(m.new) {
		if k := key(n); k != "" {
			waiting[k] = append(waiting[k], n)
		}
	}
	for _, o := range m.free(m.old) {
		k := key(o)
		if queue := waiting[k]; k != "" && len(queue) > 0 {
			m.join(o, queue[0])
			waiting[k] = queue[1:]
		}
	}
}

// matchRows pairs the rows of one sheet. A row that kept both its ref and its
// words is itself; then words that stand unchanged under another ref; what is
// left is judged by likeness, the best fit first. Sheets whose rows have no
// identity but their key are paired by it alone.
func (m *matching) matchRows(s *sheet) {
	switch {
	case s == updatesSheet:
		m.byKey(func(r *row) string { return r.id + "|" + words.Fold(r.title) })
		m.byKey(func(r *row) string { return titleKey(r, r.parent+"|") })
		m.byLikeness()
	case s.renumbers:
		m.byKey(func(r *row) string {
			if r.id == "" {
				return ""
			}
			return r.id + "|" + words.Fold(r.title)
		})
		m.byKey(func(r *row) string { return titleKey(r, "") })
		m.byLikeness()
	default:
		m.byKey(func(r *row) string { return r.id })
	}
	switch s {
	case peopleSheet:
		m.matchPeople()
	case keySheet:
		m.matchWords()
	}
}

func titleKey(r *row, prefix string) string {
	if r.title == "" {
		return ""
	}
	return prefix + words.Fold(r.title)
}

// fit is how well two rows go together.
type fit struct {
	old, new *row
	score    float64
}

// byLikeness joins what is left: every row with the row that kept its ref,
// and with those that share rare words, the best fit first.
func (m *matching) byLikeness() {
	old, new := m.free(m.old), m.free(m.new)
	if len(old) == 0 || len(new) == 0 {
		return
	}
	fits := m.fits(old, new)
	slices.SortFunc(fits, func(a, b fit) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.old.nth, b.old.nth), cmp.Compare(a.new.nth, b.new.nth))
	})
	for _, f := range fits {
		if m.partner[f.old] == nil && m.partner[f.new] == nil {
			m.join(f.old, f.new)
		}
	}
}

func (m *matching) fits(old, new []*row) []fit {
	byID := map[string]*row{}
	for _, n := range slices.Backward(new) {
		byID[n.id] = n
	}
	index := newCandidates(new, m.members)
	var fits []fit
	for _, o := range old {
		kept := byID[o.id]
		if o.id == "" {
			kept = nil
		}
		if kept != nil {
			n := len(fits)
			fits = m.appendFit(fits, o, kept)
			if len(fits) > n && fits[n].score >= otherRefTitle+keptRef {
				continue // nobody else can have a better claim
			}
		}
		for _, n := range index.near(o.wordsOf(m.members)) {
			if n != kept {
				fits = m.appendFit(fits, o, n)
			}
		}
	}
	return fits
}

// appendFit adds a pair that may be one record. One update a day is the rule,
// so that an update of the same action and day is the same one, reworded.
func (m *matching) appendFit(fits []fit, o, n *row) []fit {
	if o.parent != n.parent {
		return fits
	}
	a, b := o.wordsOf(m.members), n.wordsOf(m.members)
	title := words.Likeness(a.title, b.title)
	sameRef := o.id == n.id && o.id != ""
	if !sameRef && title < someTitle {
		return fits
	}
	all := words.Likeness(a.all, b.all)
	if !sameRef {
		if title < otherRefTitle && all < otherRefAll {
			return fits
		}
		return append(fits, fit{o, n, max(title, all)})
	}
	silent := o.title == "" || n.title == ""
	if title < sameRefTitle && all < sameRefAll && !silent && o.sheet != updatesSheet {
		return fits
	}
	return append(fits, fit{o, n, max(title, all) + keptRef})
}

// membersOf is the words of the records that belong to a row of Areas or
// Visits, so that it is known by them when its own name changes.
func membersOf(p *workbook.Plan, s *sheet, rows []*row) map[*row][]string {
	if s != areasSheet && s != visitsSheet {
		return nil
	}
	byID := map[string]*row{}
	for _, r := range slices.Backward(rows) {
		byID[r.id] = r
	}
	members := map[*row][]string{}
	add := func(ref, text string) {
		if r := byID[words.Fold(ref)]; r != nil {
			members[r] = append(members[r], text)
		}
	}
	if s == visitsSheet {
		for _, f := range p.Findings {
			add(f.Visit, f.Text)
		}
		return members
	}
	for _, a := range p.Actions {
		add(a.Area, a.Text)
	}
	for _, f := range p.Findings {
		for _, ref := range f.Areas {
			add(ref, f.Text)
		}
	}
	return members
}

// matchPeople follows a person whose name is written in another order, or was
// changed while the e-mail address, which nobody else has, was not.
func (m *matching) matchPeople() {
	m.byKey(func(r *row) string { return words.InOrder(r.title) })
	email := func(r *row) string { return strings.ToLower(words.Clean(r.record.(*workbook.Person).Email)) }
	uses := func(rows []*row) map[string]int {
		n := map[string]int{}
		for _, r := range rows {
			n[email(r)]++
		}
		return n
	}
	then, now := uses(m.old), uses(m.new)
	m.byKey(func(r *row) string {
		if e := email(r); then[e] == 1 && now[e] == 1 {
			return e
		}
		return ""
	})
}

// matchWords follows a status word that was renamed: the only one gone and
// the only new one with that meaning.
func (m *matching) matchWords() {
	count := func(rows []*row) map[workbook.Meaning]int {
		n := map[workbook.Meaning]int{}
		for _, r := range m.free(rows) {
			n[r.record.(*workbook.KeyWord).Means]++
		}
		return n
	}
	then, now := count(m.old), count(m.new)
	m.byKey(func(r *row) string {
		if means := r.record.(*workbook.KeyWord).Means; means != workbook.MeaningUnknown && then[means] == 1 && now[means] == 1 {
			return means.String()
		}
		return ""
	})
}
