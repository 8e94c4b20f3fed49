package check

import "actionplan/workbook"

var ownerSingle = Rule{
	Name: "owner-single", Severity: workbook.Warning, Submission: workbook.Error, Doc: doc("owner-single"),
	Run: func(p *Pass) {
		unowned := remembered(p.unowned)
		for _, o := range p.owners() {
			if blank(o.owner) || o.Bad(o.heading) {
				continue
			}
			if why := unowned(o.owner); why != "" {
				p.report(o.Source, o.heading, o.ref,
					"The owner "+quote(o.owner)+" is "+why+".",
					"Name the one post that answers for it. Others who take part belong in the partner column or the action itself.")
			}
		}
	},
}
