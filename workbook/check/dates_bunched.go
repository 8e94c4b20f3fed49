package check

import (
	"cmp"
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// Dates bunch if three fifths of at least so many lie on two days, or a quarter
// and at least so many on one. The day on which the plan ends may hold more:
// what runs to the end is due then.
const (
	bunchedFrom     = 8
	bunchedShare    = 60 // %
	oneDayShare     = 25
	oneDayShareLast = 40
)

var datesBunched = Rule{
	Name: "dates-bunched", Severity: workbook.Warning, Doc: doc("dates-bunched"),
	Run: func(p *Pass) {
		on := make(map[workbook.Date][]*facts.Action)
		all := 0
		var dates []workbook.Date
		for _, a := range p.Facts.Actions {
			if a.Meaning == workbook.Withdrawn || a.EffectiveDue.IsZero() {
				continue
			}
			all++
			if len(on[a.EffectiveDue]) == 0 {
				dates = append(dates, a.EffectiveDue)
			}
			on[a.EffectiveDue] = append(on[a.EffectiveDue], a)
		}
		slices.SortStableFunc(dates, func(a, b workbook.Date) int { return cmp.Or(len(on[b])-len(on[a]), a.Compare(b)) })
		if all < bunchedFrom {
			return
		}
		dates = dates[:min(2, len(dates))]
		if p.bunchedOnOne(dates[0], len(on[dates[0]]), all) && 100*(len(on[dates[0]])+len(on[dates[len(dates)-1]])) < bunchedShare*all {
			dates = dates[:1]
		}
		var bunched []*facts.Action
		var named []string
		for _, d := range dates {
			bunched = append(bunched, on[d]...)
			named = append(named, d.Long())
		}
		slices.SortFunc(bunched, func(a, b *facts.Action) int { return cmp.Compare(a.Row, b.Row) })
		if 100*len(bunched) < bunchedShare*all && len(dates) == 2 {
			return
		}
		first := bunched[0]
		var others []xlsx.Cell
		for _, a := range bunched[1:] {
			others = append(others, a.At(dueHeading(a)))
		}
		p.report(first.Source, dueHeading(first), first.Action.Ref,
			strconv.Itoa(len(bunched))+" of "+strconv.Itoa(all)+" actions are due on "+words.And(named)+".",
			"Give each action the day on which it can really be done. Dates that were filled in all at once tell nobody what comes first.", others...)
	},
}

// bunchedOnOne says whether so many of all due dates on one day were filled in
// at once.
func (p *Pass) bunchedOnOne(day workbook.Date, n, all int) bool {
	share := oneDayShare
	if ends := p.Plan.Info.PlanEnds; day == ends {
		share = oneDayShareLast
	}
	return n >= bunchedFrom && 100*n >= share*all
}

// dueHeading is the column of the date that counts.
func dueHeading(a *facts.Action) string {
	if !a.RevisedDue.IsZero() {
		return workbook.ColRevisedDue
	}
	return workbook.ColDue
}
