package check

import "actionplan/workbook"

var vagueAction = Rule{
	Name: "vague-action", Severity: workbook.Advice, Doc: doc("vague-action"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if a.Meaning.Done() || a.Meaning == workbook.Withdrawn || a.Bad(workbook.ColAction) || !isVague(a.Text) {
				continue
			}
			p.report(a.Source, workbook.ColAction, a.Ref,
				"The action does not say what will exist when it is done.",
				"Say what will exist or be in use on the due date, so that anybody can tell whether it is there.")
		}
	},
}

var (
	vagueVerbs = setOf(`review explore consider continue embed ensure monitor support promote strengthen improve enhance develop progress maintain
		discuss liaise investigate look work encourage facilitate address focus raise reinforce scope drive increase further prioritise
		reviewing exploring considering continuing embedding ensuring monitoring supporting promoting strengthening improving developing`)
	// deliverables are words for something that will be there to be seen, or
	// that say how much, how often or for whom.
	deliverables = setOf(`report reports written publish published launch launched live recruit recruited recruitment appoint appointed template
		checklist dashboard tracker list register guide guidance agreed signed agreement protocol contract timetable schedule calendar every each
		weekly monthly quarterly fortnightly daily termly yearly annual audit audits audited panel trained training policy-and form format record
		records survey week month weeks months days hours letter leaflet page app website system portal module course kit script role post posts
		worker workers team teams home homes beds placements standard standards threshold budget business paper document documents procedure
		procedures strategy pathway programme pilot contract commission commissioned board scorecard sample`)
)

// isVague is true of a short action that opens with a verb for effort and
// names nothing that will be there to be seen.
func isVague(s string) bool {
	list := lowerWords(s)
	if len(list) == 0 || len(list) > 20 {
		return false
	}
	first := list[0]
	if first == "to" || first == "we" || first == "will" {
		list = list[1:]
		if len(list) > 0 && list[0] == "will" {
			list = list[1:]
		}
	}
	if len(list) == 0 || !vagueVerbs[list[0]] {
		return false
	}
	for _, w := range list {
		if deliverables[w] || w[0] >= '0' && w[0] <= '9' {
			return false
		}
	}
	return true
}
