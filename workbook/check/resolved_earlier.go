package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

var resolvedEarlier = Rule{
	Name: "resolved-earlier", Severity: workbook.Error, Doc: doc("resolved-earlier"),
	Run: func(p *Pass) {
		for _, f := range p.Facts.Findings {
			if f.Visit == nil || f.ResolvedBy == nil || f.Bad(workbook.ColResolvedBy) {
				continue
			}
			switch {
			case f.ResolvedBy == f.Visit:
				p.report(f.Source, workbook.ColResolvedBy, f.Ref,
					"The finding is said to be resolved by the visit that raised it.",
					"Type the later visit whose letter says that it is resolved, or clear the cell.")
			case surelyBefore(f.ResolvedBy, f.Visit):
				p.report(f.Source, workbook.ColResolvedBy, f.Ref,
					"The visit "+f.ResolvedBy.Ref+" that is said to resolve this finding came before the visit "+f.Visit.Ref+" that raised it.",
					"Type the later visit whose letter says that it is resolved, or clear the cell.",
					f.At(workbook.ColVisit))
			}
		}
	},
}

// surelyBefore says whether a came before b by their dates, or by their
// numbers where both are of one kind. By their rows alone nothing is sure.
func surelyBefore(a, b *facts.Visit) bool {
	if x, y := dayOf(a), dayOf(b); !x.IsZero() && !y.IsZero() {
		return x.Before(y)
	}
	return a.Kind == b.Kind && a.Number.Set && b.Number.Set && a.Number.Value < b.Number.Value
}

// dayOf is the day by which a visit is placed in time.
func dayOf(v *facts.Visit) workbook.Date {
	if !v.Started.IsZero() {
		return v.Started
	}
	return v.LetterDated
}
