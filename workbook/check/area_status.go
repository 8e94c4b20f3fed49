package check

import (
	"strings"
	"unicode"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var areaStatus = Rule{
	Name: "area-status", Severity: workbook.Error, Doc: doc("area-status"),
	Needs: []Need{{workbook.SheetActions, workbook.ColStatus}, {workbook.SheetActions, workbook.ColDue}},
	Run: func(p *Pass) {
		for _, a := range p.Facts.Areas {
			if blank(a.Status) || a.Stated == workbook.MeaningUnknown || a.NoActions || a.Bad(workbook.ColStatus) {
				continue
			}
			open := openActions(a)
			unnamed := unnamedIn(a.StatusReason, troubled(open))
			switch {
			case !a.Stated.Open() && len(open) > 0:
				p.areaProblem(a, workbook.Error,
					"The area's status is "+quote(a.Word)+", but "+words.Figures(len(open), "of its actions is", "of its actions are")+" still open"+causedBy(open)+".",
					"Change the area's status, or close the actions that are done.", open)
			case a.Stated == workbook.OnTrack && a.Derived == workbook.OffTrack:
				p.areaProblem(a, workbook.Warning,
					"The area's status is "+quote(a.Word)+", but its actions say "+quote(a.DerivedWord)+causedBy(troubled(open))+".",
					"Change the status, or say under Reason for status why the area is on track all the same.", troubled(open))
			case a.Stated == workbook.OnTrack && a.Derived == workbook.AtRisk && len(unnamed) > 0:
				p.areaProblem(a, workbook.Advice,
					"The area's status is "+quote(a.Word)+", while its actions say "+quote(a.DerivedWord)+causedBy(unnamed)+".",
					"Tell the board about it under Reason for status, by the action's ref.", unnamed)
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

// causedBy names actions in brackets, the first few of many.
func causedBy(actions []*facts.Action) string {
	if len(actions) == 0 {
		return ""
	}
	const most = 5
	var refs []string
	for _, a := range actions[:min(len(actions), most)] {
		refs = append(refs, a.Action.Ref)
	}
	text := " (" + strings.Join(refs, ", ")
	if n := len(actions) - most; n > 0 {
		text += " and " + words.Figures(n, "other", "others")
	}
	return text + ")"
}

// unnamedIn are the actions that a text does not name: of the others whoever
// reads it has been told.
func unnamedIn(text string, actions []*facts.Action) []*facts.Action {
	var unnamed []*facts.Action
	for _, a := range actions {
		if !namesAction(text, a) {
			unnamed = append(unnamed, a)
		}
	}
	return unnamed
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

// namesAction says whether a text names an action by its ref or its short
// name.
func namesAction(text string, a *facts.Action) bool {
	if short := words.Fold(a.ShortName); short != "" && strings.Contains(words.Fold(text), short) {
		return true
	}
	ref := words.Fold(a.Action.Ref)
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()[]", r) }) {
		if words.Fold(strings.TrimRight(w, ".")) == ref {
			return true
		}
	}
	return false
}
