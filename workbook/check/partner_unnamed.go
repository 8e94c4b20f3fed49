package check

import (
	"strings"

	"actionplan/workbook"
)

var partnerUnnamed = Rule{
	Name: "partner-unnamed", Severity: workbook.Warning, Doc: doc("partner-unnamed"),
	Run: func(p *Pass) {
		for _, a := range p.Plan.Areas {
			for _, body := range a.Partners {
				p.judgePartner(a.Source, workbook.ColPartners, a.Ref, body)
			}
		}
		for _, a := range p.Facts.Actions {
			if a.Meaning == workbook.Withdrawn {
				continue
			}
			for _, body := range strings.FieldsFunc(a.Partner, func(r rune) bool { return r == ';' || r == ',' || r == '\n' }) {
				p.judgePartner(a.Source, workbook.ColPartner, a.Action.Ref, body)
			}
		}
	},
}

// nobodysName are words that stand for partners without naming one. A value
// made of nothing else names nobody.
var nobodysName = setOf(`partner partners partnership agency agencies multi-agency multiagency all other others various relevant external key
	local and the of organisation organisations body bodies colleagues stakeholders tbc tba tbd unknown several multiple our wider`)

func (p *Pass) judgePartner(s workbook.Source, heading, ref, body string) {
	list := lowerWords(body)
	if len(list) == 0 || s.Bad(heading) {
		return
	}
	for _, w := range list {
		if !nobodysName[w] {
			return
		}
	}
	p.report(s, heading, ref,
		quote(strings.TrimSpace(body))+" does not say which body.",
		"Name each partner body, such as the integrated care board or the police, or leave the cell blank if none shares the work.")
}
