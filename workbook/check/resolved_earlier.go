package check

import "actionplan/workbook"

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
			case f.ResolvedBy.SurelyBefore(f.Visit):
				p.report(f.Source, workbook.ColResolvedBy, f.Ref,
					"The visit "+f.ResolvedBy.Ref+" that is said to resolve this finding came before the visit "+f.Visit.Ref+" that raised it.",
					"Type the later visit whose letter says that it is resolved, or clear the cell.",
					f.At(workbook.ColVisit))
			}
		}
	},
}
