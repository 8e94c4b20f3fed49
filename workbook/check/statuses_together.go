package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/xlsx"
)

// togetherFrom is the number of statuses from which all on one day is no
// chance.
const togetherFrom = 8

var statusesTogether = Rule{
	Name: "statuses-together", Severity: workbook.Warning, Doc: doc("statuses-together"),
	Run: func(p *Pass) {
		if day, changed := p.changedOn(); len(changed) > 0 {
			p.together(changed, workbook.Warning, "The log changes the status of every one of "+strconv.Itoa(len(changed))+" actions on "+day.Long()+".")
			return
		}
		if day, dated := p.datedOn(); len(dated) > 0 {
			p.together(dated, workbook.Warning, "All "+strconv.Itoa(len(dated))+" statuses, those of finished actions too, bear the same date, "+day.Long()+".")
			return
		}
		if day, open := p.openOn(); len(open) > 0 {
			p.together(open, workbook.Advice, "All "+strconv.Itoa(len(open))+" statuses of open actions bear the same date, "+day.Long()+", though finished ones have dates of their own.")
		}
	},
}

func (p *Pass) together(actions []*facts.Action, severity workbook.Severity, message string) {
	first := actions[0]
	var others []xlsx.Cell
	for _, a := range actions[1:] {
		others = append(others, a.At(workbook.ColUpdated))
	}
	problem := at(first.Source, workbook.ColUpdated, first.Action.Ref, message,
		"Enter for each action the day on which its own status was judged. Statuses that change all at once were filled in, not judged.", others...)
	problem.Severity = severity
	p.Report(problem)
}

// changedOn is the day on which nearly every status last changed, by the log,
// and whose.
func (p *Pass) changedOn() (workbook.Date, []*facts.Action) {
	on := make(map[workbook.Date][]*facts.Action)
	all := 0
	for _, a := range p.Facts.Actions {
		if day := p.lastChange(a); !day.IsZero() {
			all++
			on[day] = append(on[day], a)
		}
	}
	return mostOf(on, all, 90)
}

// lastChange is the day of the last line of an action's log whose status is
// not that of the line before, zero if there is none.
func (p *Pass) lastChange(a *facts.Action) workbook.Date {
	for i := len(a.Updates) - 1; i > 0; i-- {
		if p.Plan.Key.Meaning(a.Updates[i].Status) != p.Plan.Key.Meaning(a.Updates[i-1].Status) {
			return a.Updates[i].Date
		}
	}
	return workbook.Date{}
}

// datedOn is the day under Updated of every action, and whose, if it is one
// day: also of those that were finished before.
func (p *Pass) datedOn() (workbook.Date, []*facts.Action) {
	on := make(map[workbook.Date][]*facts.Action)
	all, done := 0, 0
	for _, a := range p.Facts.Actions {
		if a.Updated.IsZero() || a.Meaning == workbook.Withdrawn {
			continue
		}
		all++
		on[a.Updated] = append(on[a.Updated], a)
		if a.Meaning.Done() && !a.Completed.IsZero() && a.Updated.Sub(a.Completed) > p.Facts.BoardEvery {
			done++
		}
	}
	if done < 2 {
		return workbook.Date{}, nil
	}
	return mostOf(on, all, 95)
}

// openOn is the day under Updated of every open action, and whose, where the
// finished ones bear different days: a plan whose statuses were dated one by one.
func (p *Pass) openOn() (workbook.Date, []*facts.Action) {
	const many, different = 20, 3
	on, finished := make(map[workbook.Date][]*facts.Action), make(map[workbook.Date]bool)
	all := 0
	for _, a := range p.Facts.Actions {
		switch {
		case a.Updated.IsZero() || a.Meaning == workbook.Withdrawn:
		case a.Meaning.Done():
			finished[a.Updated] = true
		default:
			all++
			on[a.Updated] = append(on[a.Updated], a)
		}
	}
	if all < many || len(finished) < different {
		return workbook.Date{}, nil
	}
	return mostOf(on, all, 100)
}

// mostOf is the day that has at least a share of all, in %, and its actions.
func mostOf(on map[workbook.Date][]*facts.Action, all, share int) (workbook.Date, []*facts.Action) {
	for day, actions := range on {
		if len(actions) >= togetherFrom && 100*len(actions) >= share*all {
			return day, actions
		}
	}
	return workbook.Date{}, nil
}
