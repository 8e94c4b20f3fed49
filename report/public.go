package report

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// The public edition. Everything in a Brief is worded from facts; so the
// edition is made from facts that are built anew from what the table says may
// be published, and nothing else can come out anywhere. What
// is left out but counts stands in them as a shell: its meaning and its flags,
// and no word of its own.

const (
	exemptPart    = "In the exempt part"
	exemptArea    = "Area in the exempt part"
	exemptMeasure = "Measure in the exempt part"
	exemptRef     = "in the exempt part" // in place of a shell's ref; no ref of a plan has spaces
	postNotGiven  = "Post not given"     // of an owner without one: such a plan is refused before
)

// isShell is true of the ref of what stands in for something left out.
func isShell(ref string) bool { return ref == exemptRef }

// edition is a plan's facts as one edition of its papers may use them.
type edition struct {
	whole    *facts.Facts      // for counts; what is left out is there as shells
	shown    *facts.Facts      // for what is listed; areas left out are shells
	problems workbook.Problems // that may be quoted
	public   bool
	left     leftOut
}

// leftOut is how much an edition leaves out.
type leftOut struct {
	areas, actions, findings, measures, risks int
	dueSoon, exceptions                       int // of the actions
	unpublished                               int // findings of letters that are not published
	letters                                   int // that are not published
}

// boardEdition leaves nothing out.
func boardEdition(f *facts.Facts, problems workbook.Problems) edition {
	return edition{whole: f, shown: f, problems: problems}
}

// publicEdition leaves out restricted rows, evidence, who checked it, who
// wrote an update, e-mail addresses, and every name that has a post.
func publicEdition(f *facts.Facts) edition {
	r := &redaction{
		from: f, actions: map[*facts.Action]*facts.Action{}, areas: map[*facts.Area]*facts.Area{},
		findings: map[*facts.Finding]*facts.Finding{}, measures: map[*facts.Measure]*facts.Measure{}, visits: map[*facts.Visit]*facts.Visit{},
	}
	whole := r.facts()
	e := edition{whole: whole, public: true, left: r.left}
	shown := *whole
	shown.Actions = slices.DeleteFunc(slices.Clone(whole.Actions), func(a *facts.Action) bool { return isShell(a.Ref) })
	shown.Findings = slices.DeleteFunc(slices.Clone(whole.Findings), func(x *facts.Finding) bool { return isShell(x.Ref) })
	e.shown = &shown
	return e
}

// redaction makes the public facts: first a copy of every record with what may
// be published of it, then the links between the copies.
type redaction struct {
	from     *facts.Facts
	actions  map[*facts.Action]*facts.Action
	areas    map[*facts.Area]*facts.Area
	findings map[*facts.Finding]*facts.Finding
	measures map[*facts.Measure]*facts.Measure // restricted ones are not in it
	visits   map[*facts.Visit]*facts.Visit
	left     leftOut
}

func (r *redaction) facts() *facts.Facts {
	f := r.from
	out := &facts.Facts{Plan: r.plan(), AsOf: f.AsOf, BoardEvery: f.BoardEvery, DueSoon: f.DueSoon}
	for _, v := range f.Visits {
		r.visits[v] = r.visit(v)
		out.Visits = append(out.Visits, r.visits[v])
	}
	for _, a := range f.Areas {
		r.areas[a] = r.area(a)
		out.Areas = append(out.Areas, r.areas[a])
	}
	for _, m := range f.Measures {
		if m.Restricted {
			r.left.measures++
			continue
		}
		r.measures[m] = r.measure(m)
		out.Measures = append(out.Measures, r.measures[m])
	}
	for _, a := range f.Actions {
		r.actions[a] = r.action(a)
		out.Actions = append(out.Actions, r.actions[a])
	}
	for _, x := range f.Findings {
		r.findings[x] = r.finding(x)
		out.Findings = append(out.Findings, r.findings[x])
	}
	r.link()
	for _, c := range f.Clocks {
		if c.Visit != nil && c.Visit.Unpublished && c.Visit.Kind == workbook.KindFocusedVisit {
			continue // that there is one says what the letter found
		}
		c.Visit = r.visits[c.Visit]
		out.Clocks = append(out.Clocks, c)
	}
	for _, v := range f.NoReceipt {
		out.NoReceipt = append(out.NoReceipt, r.visits[v])
	}
	for _, v := range f.NotComputed {
		out.NotComputed = append(out.NotComputed, r.visits[v])
	}
	return out
}

// plan is what the public papers take from the plan itself.
func (r *redaction) plan() *workbook.Plan {
	p := r.from.Plan
	out := &workbook.Plan{File: p.File, SHA256: p.SHA256, Info: *workbook.Publish(&p.Info, r.namedPost)}
	out.Key.Default = p.Key.Default
	for _, w := range p.Key.Words {
		out.Key.Words = append(out.Key.Words, workbook.Publish(w, r.post))
	}
	for _, t := range p.Glossary {
		out.Glossary = append(out.Glossary, workbook.Publish(t, r.post))
	}
	for _, x := range p.Risks {
		if !r.from.Restricted(x) {
			out.Risks = append(out.Risks, workbook.Publish(x, r.post))
		} else if x.Status != workbook.RiskClosed {
			r.left.risks++
		}
	}
	return out
}

// post is what a public paper prints for an owner: the role that People gives.
func (r *redaction) post(owner string) string {
	if strings.TrimSpace(owner) == "" {
		return ""
	}
	if person := r.from.Plan.FindPerson(owner); person != nil && strings.TrimSpace(person.Role) != "" {
		return person.Role
	}
	return postNotGiven
}

// namedPost is a field of the Plan sheet that holds a post or a name: the role
// of whoever is on People, else the words as they stand.
func (r *redaction) namedPost(value string) string {
	if r.from.Plan.FindPerson(value) == nil {
		return value
	}
	return r.post(value)
}

// visit is a visit. Of one whose letter is not published only what it was
// and when is said.
func (r *redaction) visit(v *facts.Visit) *facts.Visit {
	record := workbook.Publish(v.Visit, r.post)
	if x := v.Visit; v.Unpublished {
		r.left.letters++
		record = &workbook.Visit{Ref: x.Ref, Kind: x.Kind, Started: x.Started, Ended: x.Ended,
			LetterDated: x.LetterDated, LetterReceived: x.LetterReceived, Number: x.Number, Title: x.Kind}
	}
	return &facts.Visit{Visit: record, Order: v.Order, Unpublished: v.Unpublished}
}

func (r *redaction) area(a *facts.Area) *facts.Area {
	x := a.Area
	out := &facts.Area{
		NoActions: a.NoActions, Derived: a.Derived, Stated: a.Stated, Meaning: a.Meaning, Word: a.Word, FromActions: a.FromActions,
		DerivedWord: a.DerivedWord, Differ: a.Differ, Done: a.Done, Delivered: a.Delivered, Embedded: a.Embedded,
		Open: a.Open, Total: a.Total, Late: a.Late, Restricted: a.Restricted,
	}
	if a.Restricted {
		r.left.areas++
		out.Word = r.keyWord(a.Word, a.FromActions)
		out.Area = &workbook.Area{Ref: x.Ref, Name: exemptArea, Outcome: exemptPart, StatusReason: exemptPart, Owner: hiddenOwner(x.Owner)}
		return out
	}
	out.Area = workbook.Publish(x, r.post)
	for _, ref := range x.Visits {
		if v := r.from.Plan.FindVisit(ref); v != nil && !facts.Unpublished(v) {
			out.Visits = append(out.Visits, v.Ref)
		}
	}
	return out
}

// hiddenOwner keeps that somebody owns it, for counting what nobody owns.
func hiddenOwner(owner string) string {
	if strings.TrimSpace(owner) == "" {
		return ""
	}
	return exemptPart
}

// keyWord is a status as the key spells it, "" where the key does not have the
// word: then it may say anything. A derived word is always ours or the key's.
func (r *redaction) keyWord(word string, derived bool) string {
	if derived {
		return word
	}
	if w := r.from.Plan.Key.Find(word); w != nil {
		return w.Word
	}
	return ""
}

func (r *redaction) measure(m *facts.Measure) *facts.Measure {
	out := &facts.Measure{
		Measure:        workbook.Publish(m.Measure, r.post),
		ReadingsUnread: m.ReadingsUnread, BaselineUnread: m.BaselineUnread, TargetUnread: m.TargetUnread,
		Area: r.areas[m.Area], Doubt: m.Doubt, Position: m.Position, Expected: m.Expected, Direction: m.Direction, ToGo: m.ToGo, Silence: m.Silence,
	}
	copies := map[*workbook.Reading]*workbook.Reading{}
	copyOf := func(from *workbook.Reading) *workbook.Reading {
		if from == nil {
			return nil
		}
		if copies[from] == nil {
			copies[from] = workbook.Publish(from, r.post)
		}
		return copies[from]
	}
	for _, reading := range m.Readings {
		out.Readings = append(out.Readings, copyOf(reading))
	}
	for _, reading := range m.Window {
		out.Window = append(out.Window, copyOf(reading))
	}
	out.Latest, out.MetOn = copyOf(m.Latest), copyOf(m.MetOn)
	return out
}

func (r *redaction) action(a *facts.Action) *facts.Action {
	if a.Restricted {
		return r.actionShell(a)
	}
	x := a.Action
	out := &facts.Action{
		Action: workbook.Publish(x, r.post),
		Area:   r.areas[a.Area], Meaning: a.Meaning, Word: a.Word, EffectiveDue: a.EffectiveDue, Open: a.Open, Late: a.Late, DaysLate: a.DaysLate,
		DueSoon: a.DueSoon, ShouldHaveStarted: a.ShouldHaveStarted, Slipped: a.Slipped, Dates: a.Dates, TimesMoved: a.TimesMoved,
		FinishedLate: a.FinishedLate, NoDate: a.NoDate, Stale: a.Stale, Ahead: a.Ahead, LastTouched: a.LastTouched, Optimistic: a.Optimistic, ReviewDue: a.ReviewDue,
		Reopened: a.Reopened, Unchecked: a.Unchecked,
	}
	out.Row = x.Row // by which changes find it
	for _, m := range a.Measures {
		if r.measures[m] != nil {
			out.Measures = append(out.Measures, r.measures[m])
			out.Action.Measures = append(out.Action.Measures, m.Ref)
		}
	}
	if len(out.Measures) == 0 && len(a.Measures) > 0 {
		out.SuccessMeasure = exemptMeasure
	}
	for _, u := range a.Updates {
		out.Updates = append(out.Updates, workbook.Publish(u, r.post))
	}
	return out
}

// actionShell is what counting needs of an action that is left out.
func (r *redaction) actionShell(a *facts.Action) *facts.Action {
	r.left.actions++
	if a.DueSoon {
		r.left.dueSoon++
	}
	if exceptionRank(a) > 0 {
		r.left.exceptions++
	}
	word := r.keyWord(a.Word, false)
	return &facts.Action{
		Action: &workbook.Action{Ref: exemptRef, Status: word, Owner: hiddenOwner(a.Owner)},
		Area:   r.areas[a.Area], Meaning: a.Meaning, Word: word, Open: a.Open, Late: a.Late, DueSoon: a.DueSoon, NoDate: a.NoDate, Restricted: true,
		ShouldHaveStarted: a.ShouldHaveStarted, Unchecked: a.Unchecked,
	}
}

var findingKinds = []string{workbook.KindPriorityAction, workbook.KindImprovementNeeded, workbook.KindConcern, workbook.KindProgress, workbook.KindStrength}

func (r *redaction) finding(x *facts.Finding) *facts.Finding {
	out := &facts.Finding{Visit: r.visits[x.Visit], Answered: x.Answered, ByArea: x.ByArea, Restricted: x.Restricted, ResolvedBy: r.visits[x.ResolvedBy], Reopened: x.Reopened,
		ResolvedTooEarly: x.ResolvedTooEarly, Standing: x.Standing}
	if x.FateUnpublished() {
		out.ResolvedBy, out.Reopened, out.ResolvedTooEarly, out.Standing = nil, false, false, x.ByActions()
	}
	if x.Restricted {
		r.leaveOut(x)
		out.Finding = &workbook.Finding{Ref: exemptRef}
		if slices.Contains(findingKinds, x.Kind) {
			out.Kind = x.Kind
		}
		return out
	}
	out.Finding = workbook.Publish(x.Finding, r.post)
	if x.AreasUnread != "" {
		out.AreasUnread = notReadable // the cell may say anything
	}
	return out
}

// leaveOut counts a finding by why it is left out.
func (r *redaction) leaveOut(x *facts.Finding) {
	switch {
	case x.Visit == nil || !x.Visit.Unpublished:
		r.left.findings++
	case x.NeedsAnswer(): // no count has the others
		r.left.unpublished++
	}
}

// link makes the copies know one another as the originals do. Of what is
// listed nothing leads to what is left out, except for counting.
func (r *redaction) link() {
	for from, to := range r.visits {
		for _, x := range from.Findings {
			to.Findings = append(to.Findings, r.findings[x])
		}
	}
	for from, to := range r.areas {
		for _, a := range from.Actions {
			to.Actions = append(to.Actions, r.actions[a])
		}
		if from.Restricted {
			continue
		}
		for _, m := range from.Measures {
			if r.measures[m] != nil {
				to.Measures = append(to.Measures, r.measures[m])
			}
		}
		to.Findings = r.shownFindings(from.Findings)
		to.Schedule(slices.DeleteFunc(slices.Clone(to.Actions), func(a *facts.Action) bool { return isShell(a.Ref) }))
	}
	for from, to := range r.actions {
		if from.Restricted {
			continue
		}
		to.Findings = r.shownFindings(from.Findings)
		for _, x := range to.Findings {
			to.Action.Findings = append(to.Action.Findings, x.Ref)
		}
	}
	for from, to := range r.findings {
		for _, a := range from.Actions {
			to.Actions = append(to.Actions, r.actions[a])
		}
		if from.Restricted {
			continue
		}
		for _, a := range from.Areas {
			to.Areas = append(to.Areas, r.areas[a])
			to.Finding.Areas = append(to.Finding.Areas, a.Ref)
		}
		to.SetLineage(r.shownFindings(from.Lineage), r.shownFindings(from.Earlier))
		if by := from.ReopenedBy; to.Reopened && by != nil && !by.Restricted {
			to.ReopenedBy = r.findings[by]
		}
	}
}

func (r *redaction) shownFindings(from []*facts.Finding) []*facts.Finding {
	var list []*facts.Finding
	for _, x := range from {
		if !x.Restricted {
			list = append(list, r.findings[x])
		}
	}
	return list
}
