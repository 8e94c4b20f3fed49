package check

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

var waiverUnknown = Rule{
	Name: "waiver-unknown", Severity: workbook.Warning, OfWaivers: true, AfterWaivers: true, Doc: doc("waiver-unknown"),
	Run: func(p *Pass) {
		for _, w := range p.Plan.Waivers {
			if blank(w.Rule) || w.Bad(workbook.ColRule) {
				continue
			}
			canWaive, exists := p.rules[words.Fold(w.Rule)]
			switch {
			case !exists:
				p.report(w.Source, workbook.ColRule, w.Ref,
					"There is no rule "+quote(w.Rule)+".",
					words.DidYouMean(w.Rule, p.RuleNames())+"Type the name that the check prints in brackets.")
			case !canWaive:
				p.report(w.Source, workbook.ColRule, w.Ref,
					"The rule "+quote(w.Rule)+" can't be waived: the cell itself has to be fixed.",
					"Fix the cell and take this row out.")
			case p.unclear[w]:
				p.report(w.Source, workbook.ColRef, w.Ref,
					quote(w.Ref)+" fits problems on several sheets, so the waiver is not applied.",
					"Put the sheet before it, as in Actions!"+w.Ref+".")
			}
		}
	},
}

// ruleNames are the rules that can be waived, in order of name.
func (p *Pass) RuleNames() []string {
	var names []string
	for name, can := range p.rules {
		if can {
			names = append(names, name)
		}
	}
	return sorted(names)
}
