package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// From so large a share of dates on days off, in %, the plan counts calendar
// days throughout, and that is said once.
const daysOffShare = 15

var dueNotWorkingDay = Rule{
	Name: "due-not-working-day", Severity: workbook.Advice, Doc: doc("due-not-working-day"),
	Run: func(p *Pass) {
		var off []*facts.Action
		dated := 0
		for _, a := range p.Facts.Actions {
			if !a.Open || a.EffectiveDue.IsZero() || a.Bad(dueHeading(a)) {
				continue
			}
			dated++
			if p.Facts.DayOff(a.EffectiveDue) != "" {
				off = append(off, a)
			}
		}
		if len(off) > 2 && 100*len(off) > daysOffShare*dated {
			p.manyDaysOff(off, dated)
			return
		}
		for _, a := range off {
			p.report(a.Source, dueHeading(a), a.Action.Ref,
				"The action is due on "+a.EffectiveDue.Long()+", which is a "+p.Facts.DayOff(a.EffectiveDue)+".",
				"Enter the last working day before it, so that nobody has to guess which day counts.")
		}
	},
}

func (p *Pass) manyDaysOff(off []*facts.Action, dated int) {
	first := off[0]
	var others []xlsx.Cell
	for _, a := range off[1:] {
		others = append(others, a.At(dueHeading(a)))
	}
	p.report(first.Source, dueHeading(first), first.Action.Ref,
		strconv.Itoa(len(off))+" of "+strconv.Itoa(dated)+" open actions are due on a weekend or a bank holiday, this one on "+first.EffectiveDue.Long()+".",
		"Enter the last working day before each, so that nobody has to guess which day counts.", others...)
}
