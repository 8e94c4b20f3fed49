package check

import "actionplan/workbook"

var riskMitigation = Rule{
	Name: "risk-mitigation", Severity: workbook.Advice, Doc: doc("risk-mitigation"),
	Run: func(p *Pass) {
		for _, r := range p.Plan.Risks {
			if r.Status == workbook.RiskClosed || blank(r.Mitigation) || isPlaceholder(r.Mitigation) || !onlyWatching(r.Mitigation) || r.Bad(workbook.ColMitigation) {
				continue
			}
			p.report(r.Source, workbook.ColMitigation, r.Ref,
				quote(r.Mitigation)+" watches the risk, but does not make it smaller.",
				"Say what is done to make it less likely or less harmful, by whom and when.")
		}
	},
}

// watching are words that can be said of any risk. A mitigation made of
// nothing else does nothing about this one.
var watching = setOf(`monitor monitors monitored monitoring review reviews reviewed reviewing watch watching keep kept keeping under observe track tracking
	manage managed managing escalate escalated ongoing on-going on going continue continued continuing to be will is are as and the it this
	risk risks situation position regularly regular closely close close eye necessary needed required through via by at in of for board
	senior management managers leadership team meetings meeting monthly weekly quarterly business usual appropriate accordingly discuss discussed`)

func onlyWatching(s string) bool {
	for _, w := range lowerWords(s) {
		if !watching[w] {
			return false
		}
	}
	return true
}
