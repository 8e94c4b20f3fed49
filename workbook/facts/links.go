package facts

import "actionplan/workbook"

// index leads from the plan's records to their facts.
type index struct {
	visits   links[workbook.Visit, Visit]
	areas    links[workbook.Area, Area]
	findings links[workbook.Finding, Finding]
	actions  links[workbook.Action, Action]
	measures links[workbook.Measure, Measure]
}

// links follows refs of one sheet. Refs are remembered as typed, because
// tens of thousands of updates name the same few actions.
type links[R, F any] struct {
	find  func(ref string) *R
	facts map[*R]*F
	seen  map[string]*F
}

func newLinks[R, F any](find func(string) *R, size int) links[R, F] {
	return links[R, F]{find: find, facts: make(map[*R]*F, size), seen: make(map[string]*F, size)}
}

// to is the facts of the record that a ref leads to, of duplicates the first,
// or nil.
func (l links[R, F]) to(ref string) *F {
	if found, ok := l.seen[ref]; ok {
		return found
	}
	found := l.facts[l.find(ref)]
	l.seen[ref] = found
	return found
}

// all follows several refs, in the order named, each record once.
func (l links[R, F]) all(refs []string) []*F {
	var found []*F
	for _, ref := range refs {
		if x := l.to(ref); x != nil && !contains(found, x) {
			found = append(found, x)
		}
	}
	return found
}

func contains[F any](all []*F, one *F) bool {
	for _, x := range all {
		if x == one {
			return true
		}
	}
	return false
}

// enter makes an entry for each record of the plan.
func (f *Facts) enter() {
	p := f.Plan
	f.index = index{
		visits:   newLinks[workbook.Visit, Visit](p.FindVisit, len(p.Visits)),
		areas:    newLinks[workbook.Area, Area](p.FindArea, len(p.Areas)),
		findings: newLinks[workbook.Finding, Finding](p.FindFinding, len(p.Findings)),
		actions:  newLinks[workbook.Action, Action](p.FindAction, len(p.Actions)),
		measures: newLinks[workbook.Measure, Measure](p.FindMeasure, len(p.Measures)),
	}
	f.Visits = entries(p.Visits, f.index.visits, func(v *workbook.Visit) *Visit { return &Visit{Visit: v} })
	f.Areas = entries(p.Areas, f.index.areas, func(a *workbook.Area) *Area { return &Area{Area: a} })
	f.Findings = entries(p.Findings, f.index.findings, func(x *workbook.Finding) *Finding { return &Finding{Finding: x} })
	f.Actions = entries(p.Actions, f.index.actions, func(a *workbook.Action) *Action { return &Action{Action: a} })
	f.Measures = entries(p.Measures, f.index.measures, func(m *workbook.Measure) *Measure { return &Measure{Measure: m} })
}

func entries[R, F any](records []*R, l links[R, F], wrap func(*R) *F) []*F {
	all := make([]*F, len(records))
	for i, r := range records {
		all[i] = wrap(r)
		l.facts[r] = all[i]
	}
	return all
}

// link follows every ref between visits, areas, findings, actions and
// measures, in both directions, and marks what is restricted.
func (f *Facts) link() {
	for _, v := range f.Visits {
		v.Unpublished = unpublished(v.Visit)
	}
	for _, a := range f.Areas {
		a.Restricted = f.Restricted(a.Area)
	}
	for i, x := range f.Findings {
		x.nth = i
		x.Visit = f.index.visits.to(x.Finding.Visit)
		x.Areas = f.index.areas.all(x.Finding.Areas)
		if x.Bad(workbook.ColAreas) {
			x.AreasUnread = x.Raw(workbook.ColAreas)
		}
		x.ResolvedBy = f.index.visits.to(x.Finding.ResolvedBy)
		x.Restricted = f.Restricted(x.Finding)
		if x.Visit != nil {
			x.Visit.Findings = append(x.Visit.Findings, x)
		}
		for _, a := range x.Areas {
			a.Findings = append(a.Findings, x)
		}
	}
	for _, m := range f.Measures {
		m.Area = f.index.areas.to(m.Measure.Area)
		m.Restricted = f.Restricted(m.Measure)
		if m.Area != nil {
			m.Area.Measures = append(m.Area.Measures, m)
		}
	}
	for _, a := range f.Actions {
		a.Area = f.index.areas.to(a.Action.Area)
		a.Findings = f.index.findings.all(a.Action.Findings)
		a.Measures = f.index.measures.all(a.Action.Measures)
		a.Restricted = f.Restricted(a.Action)
		if a.Area != nil {
			a.Area.Actions = append(a.Area.Actions, a)
		}
	}
}
