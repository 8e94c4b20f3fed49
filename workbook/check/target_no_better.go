package check

import "actionplan/workbook"

var targetNoBetter = Rule{
	Name: "target-no-better", Severity: workbook.Warning, Doc: doc("target-no-better"),
	Run: func(p *Pass) {
		for _, m := range p.Facts.Measures {
			if !m.Comparable() || m.Stretch() > 0 || m.AlreadyBest() || movesToTarget(m) {
				continue
			}
			word := "is worse than"
			if m.Stretch() == 0 {
				word = "is the same as"
			}
			p.report(m.Source, workbook.ColTarget, m.Ref,
				"The target, "+figure(m.Target.Value, m.Unit)+", "+word+" the baseline, "+figure(m.Baseline.Value, m.Unit)+".",
				"Set a target that is better than the baseline, or correct Baseline or Better when.",
				m.At(workbook.ColBaseline), m.At(workbook.ColBetterWhen))
		}
	},
}
