package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var ownerKnown = Rule{
	Name: "owner-known", Severity: workbook.Error, Doc: doc("owner-known"),
	Needs: []Need{{workbook.SheetPeople, workbook.ColName}},
	Run: func(p *Pass) {
		if len(p.Plan.People) == 0 {
			return
		}
		for _, o := range p.owners() {
			if blank(o.owner) || o.Bad(o.heading) || p.Plan.FindPerson(o.owner) != nil || p.unowned(o.owner) != "" {
				continue
			}
			people := p.sheet(workbook.SheetPeople)
			p.report(o.Source, o.heading, o.ref,
				"The owner "+quote(o.owner)+" is not on the "+people+" sheet.",
				p.resembling(o.owner)+"Choose a name from the "+people+" sheet, or add a row for this post there.")
		}
	},
}

// resembling is didYouMean over the People sheet, worked out once a name.
func (p *Pass) resembling(owner string) string {
	return p.likeness.Get(owner, func(owner string) string {
		names := make([]string, len(p.Plan.People))
		for i, x := range p.Plan.People {
			names[i] = x.Name
		}
		return words.DidYouMean(owner, names)
	})
}
