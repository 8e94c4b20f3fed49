package check

import "actionplan/workbook"

var activityOnly = Rule{
	Name: "activity-only", Severity: workbook.Advice, Doc: doc("activity-only"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if len(a.Action.Measures) > 0 || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColSuccessMeasure) || !countsActivity(a.SuccessMeasure) {
				continue
			}
			p.report(a.Source, workbook.ColSuccessMeasure, a.Ref,
				"The success measure shows that something was done, not that anything got better.",
				"Say what children, families or their records will show, or link a measure by its ref.")
		}
	},
}

var (
	// activities are things that staff do or make.
	activities = setOf(`training trained train workshop workshops briefing briefings meeting meetings session sessions policy policies procedure
		procedures protocol strategy framework guidance toolkit newsletter group plan plans report audit audits reviewed review event events
		conference launch module course policy-led document documents template process pathway terms programme`)
	// doings say that such a thing has happened.
	doings = setOf(`delivered held written place complete completed published produced established launched signed agreed attended attend trained
		developed ratified circulated implemented approved reviewed rolled created updated undertaken done issued shared finalised happen take
		presented commissioned refreshed`)
	// outcomes are what a success measure should speak of.
	outcomes = setOf(`child children child's children's children’s child’s young youth people's families family parents parent carers carer leavers leaver
		babies baby siblings girls boys pupils they their them voice safer safe stable stability experience experiences wait waits waiting timely sooner
		faster late fewer reduced reduction increase increased improves improved improving rated good outstanding quality confidence confident feel
		feels feedback says say report-back reoffending re-referrals referrals repeat placement placements homes home turnover vacancies vacancy
		caseloads caseload sickness retention agency visits seen plans-with judged inadequate decisions`)
)

// countsActivity is true of a text that names things done and nothing that
// gets better for anybody.
func countsActivity(s string) bool {
	list := lowerWords(s)
	if len(list) == 0 || len(list) > 20 || anyIn(outcomes, list) {
		return false
	}
	return anyIn(activities, list) && anyIn(doings, list) || anyIn(setOf("trained attended"), list)
}
