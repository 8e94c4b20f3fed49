package facts

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

// withheld is what the public edition leaves out, by folded ref. Of rows with
// the same ref one restricted row is enough: it is not certain which of them
// the others mean.
type withheld struct {
	areas    refSet
	visits   refSet
	actions  refSet
	measures refSet
}

// refSet is the refs of a sheet: those restricted, and all there are.
type refSet struct {
	restricted map[string]bool
	known      map[string]bool
}

func newRefSet(size int) refSet {
	return refSet{restricted: map[string]bool{}, known: make(map[string]bool, size)}
}

func (s refSet) add(ref string, restricted bool) {
	ref = words.Fold(ref)
	s.known[ref] = true
	if restricted {
		s.restricted[ref] = true
	}
}

// covers is true of a ref to a restricted row. A ref that leads nowhere, in a
// plan with something restricted on that sheet, may mean exactly that row
// with a slip of the finger: it is kept back until somebody fixes it.
func (s refSet) covers(ref string) bool {
	if len(s.restricted) == 0 {
		return false
	}
	ref = words.Fold(ref)
	return s.restricted[ref] || ref != "" && !s.known[ref]
}

func findWithheld(p *workbook.Plan) withheld {
	w := withheld{
		areas:    newRefSet(len(p.Areas)),
		visits:   newRefSet(len(p.Visits)),
		actions:  newRefSet(len(p.Actions)),
		measures: newRefSet(len(p.Measures)),
	}
	for _, a := range p.Areas {
		w.areas.add(a.Ref, keptBack(a.Source, a.Publish))
	}
	for _, v := range p.Visits {
		w.visits.add(v.Ref, unpublished(v))
	}
	for _, a := range p.Actions {
		w.actions.add(a.Ref, w.action(a))
	}
	for _, m := range p.Measures {
		w.measures.add(m.Ref, w.area(m.Area))
	}
	return w
}

// area is true of a ref to a restricted area; measures and risks follow it.
func (w withheld) area(ref string) bool { return w.areas.covers(ref) }

// action: a row that says so, or its area does.
func (w withheld) action(a *workbook.Action) bool {
	return keptBack(a.Source, a.Publish) || w.areas.covers(a.Area)
}

// finding: a row that says so, or any of its areas does, or its visit's
// letter was not published.
func (w withheld) finding(x *workbook.Finding) bool {
	if keptBack(x.Source, x.Publish) || w.visits.covers(x.Visit) {
		return true
	}
	for _, ref := range x.Areas {
		if w.areas.covers(ref) {
			return true
		}
	}
	return false
}

// keptBack reads a Publish cell: blank and Public may be published. A cell
// that says anything else is kept back, so that a misspelt "Restricted" never
// reaches the public.
func keptBack(s workbook.Source, publish string) bool {
	publish = strings.TrimSpace(publish)
	return s.Bad(workbook.ColPublish) || publish != "" && !strings.EqualFold(publish, "Public")
}

// Unpublished is true of a visit whose letter is not published: a public edition says of
// it what it was and when, and nothing of what it found or decided.
func Unpublished(v *workbook.Visit) bool { return unpublished(v) }

// unpublished reads a Published cell: blank and Yes are published letters.
func unpublished(v *workbook.Visit) bool {
	published := strings.TrimSpace(v.Published)
	return v.Bad(workbook.ColPublished) || published != "" && !strings.EqualFold(published, "Yes")
}

// Restricted is true of a record that the public edition leaves out: one that
// says so, or follows one that does. An update follows its action, a reading
// its measure, a measure and a risk their area; a risk without an area is a
// risk to the whole plan and public.
func (f *Facts) Restricted(r workbook.Record) bool {
	w := f.withheld
	switch r := r.(type) {
	case *workbook.Area:
		return keptBack(r.Source, r.Publish)
	case *workbook.Finding:
		return w.finding(r)
	case *workbook.Action:
		return w.action(r)
	case *workbook.Measure:
		return w.area(r.Area)
	case *workbook.Reading:
		return w.measures.covers(r.Measure)
	case *workbook.Update:
		return w.actions.covers(r.Action)
	case *workbook.Risk:
		return w.area(r.Area)
	}
	return false
}
