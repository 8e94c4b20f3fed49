package check

import "actionplan/workbook"

var priorityTerm = Rule{
	Name: "priority-term", Severity: workbook.Warning, Doc: doc("priority-term"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Areas {
			if a.Priority != workbook.KindPriorityAction || len(a.Findings) == 0 || a.Bad(workbook.ColPriority) {
				continue
			}
			formal := false
			for _, f := range a.Findings {
				formal = formal || f.Kind == workbook.KindPriorityAction || f.Bad(workbook.ColKind)
			}
			if !formal {
				p.report(a.Source, workbook.ColPriority, a.Ref,
					"The area is called a priority action, but none of its findings is one.",
					"Priority action is a formal term of inspectors. Use it only where the letter does; otherwise choose Improvement or Local.")
			}
		}
	},
}
