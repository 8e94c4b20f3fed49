package check

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var areaStatus = Rule{
	Name: "area-status", Severity: workbook.Error, Doc: doc("area-status"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Areas {
			if blank(a.Status) || a.Stated == workbook.MeaningUnknown || a.NoActions || a.Bad(workbook.ColStatus) {
				continue
			}
			open := openActions(a)
			switch {
			case !a.Stated.Open() && len(open) > 0:
				p.areaProblem(a, workbook.Error,
					"The area's status is "+quote(a.Word)+", but "+words.Figures(len(open), "of its actions is", "of its actions are")+" still open.",
					"Change the area's status, or close the actions that are done.", open)
			case a.Stated == workbook.OnTrack && a.Derived == workbook.OffTrack:
				p.areaProblem(a, workbook.Warning,
					"The area's status is "+quote(a.Word)+", but its actions say "+quote(a.DerivedWord)+".",
					"Change the status, or say under Reason for status why the area is on track all the same.", troubled(open))
			case a.Stated == workbook.OnTrack && a.Derived == workbook.AtRisk:
				p.areaProblem(a, workbook.Advice,
					"The area's status is "+quote(a.Word)+", while its actions say "+quote(a.DerivedWord)+".",
					"Check that Reason for status tells the board about it.", troubled(open))
			}
		}
	},
}

func (p *Pass) areaProblem(a *facts.Area, severity workbook.Severity, message, hint string, actions []*facts.Action) {
	problem := at(a.Source, workbook.ColStatus, a.Ref, message, hint)
	problem.Severity = severity
	for _, action := range actions {
		problem.Related = append(problem.Related, action.At(workbook.ColStatus))
	}
	p.Report(problem)
}

func openActions(a *facts.Area) []*facts.Action {
	var open []*facts.Action
	for _, action := range a.Actions {
		if action.Open {
			open = append(open, action)
		}
	}
	return open
}

// troubled are the actions that pull an area's status down.
func troubled(actions []*facts.Action) []*facts.Action {
	var list []*facts.Action
	for _, a := range actions {
		if a.Late || a.ShouldHaveStarted || a.NoDate || a.Meaning == workbook.OffTrack || a.Meaning == workbook.AtRisk || a.Meaning == workbook.MeaningUnknown {
			list = append(list, a)
		}
	}
	return list
}
