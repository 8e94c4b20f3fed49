package facts

import (
	"slices"
	"strings"

	"actionplan/workbook"
)

// Figures is a plan on a date in figures: what a comparison of many plans
// prints, and what a table of plans holds.
type Figures struct {
	Tally
	Coverage Coverage

	Areas        int
	AreasUnowned int // without an accountable owner

	Measures      int
	Better, Worse int // measures by the direction of their readings
	Read, Judged  int // measures with a reading, and with enough of them to have a direction
	AtTarget      int // measures whose latest reading meets their target
	Targeted      int // measures with a reading and a target

	// NextStatutory is the earliest day by which a plan or statement is due
	// that is not recorded as sent; zero for none. It may be past.
	NextStatutory workbook.Date
}

// Figures counts the plan. For a public edition what is restricted is in no
// count, since beside a table of what is published a count of all would give
// away how much is kept back.
func (f *Facts) Figures(public bool) Figures {
	actions, findings, areas, measures := f.Actions, f.Findings, f.Areas, f.Measures
	if public {
		actions = shown(actions, func(a *Action) bool { return a.Restricted })
		findings = shown(findings, func(x *Finding) bool { return x.Restricted })
		areas = shown(areas, func(a *Area) bool { return a.Restricted })
		measures = shown(measures, func(m *Measure) bool { return m.Restricted })
	}
	n := Figures{Tally: TallyActions(actions), Coverage: Cover(findings), Areas: len(areas), Measures: len(measures)}
	for _, a := range areas {
		n.AreasUnowned += one(strings.TrimSpace(a.Owner) == "")
	}
	for _, m := range measures {
		n.Better += one(m.Direction == Better)
		n.Worse += one(m.Direction == Worse)
		n.Read += one(m.Latest != nil)
		n.Judged += one(m.Direction != TooFew)
		n.AtTarget += one(m.Position == Met)
		n.Targeted += one(m.Latest != nil && m.Target.Set)
	}
	for _, c := range f.Clocks {
		if c.NotRecorded && (n.NextStatutory.IsZero() || c.Due.Before(n.NextStatutory)) {
			n.NextStatutory = c.Due
		}
	}
	return n
}

func shown[T any](all []T, restricted func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(all), restricted)
}
