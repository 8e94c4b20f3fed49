package check

import (
	"slices"
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
			case a.Stated == workbook.OnTrack && a.Derived == workbook.OffTrack && len(unnamed) > 0:
				p.areaProblem(a, weightOfOffTrack(a, open),
					"The area's status is "+quote(a.Word)+", but its actions say "+quote(a.DerivedWord)+causedBy(troubled(open))+".",
					"Change the status, or say under Reason for status, by the action's ref, why the area is on track all the same.", troubled(open))
			case a.Stated == workbook.OnTrack && a.Derived == workbook.AtRisk && len(unnamed) > 0:
				p.areaProblem(a, workbook.Advice,
					"The area's status is "+quote(a.Word)+", while its actions say "+quote(a.DerivedWord)+causedBy(unnamed)+".",
					"Tell the board about it under Reason for status, by the action's ref.", unnamed)
			}
		}
	},
}

// weightOfOffTrack is a warning where an area is called on track without a
// reason, or although a third of what is open is late or off track: one action
// of many need not hold back an area whose measures do well.
func weightOfOffTrack(a *facts.Area, open []*facts.Action) workbook.Severity {
	off := 0
	for _, action := range open {
		if action.Late || action.NoDate || action.Meaning == workbook.OffTrack {
			off++
		}
	}
	if blank(a.StatusReason) || 3*off >= len(open) {
		return workbook.Warning
	}
	return workbook.Advice
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
		if !namesAction(text, a) && !tellsOf(text, a) {
			unnamed = append(unnamed, a)
		}
	}
	return unnamed
}

// tellsOf says whether a text tells in words what an action is about, in a
// clause that says that something is amiss: "feedback to referrers is the piece
// still behind" of an action on letters to referrers.
func tellsOf(text string, a *facts.Action) bool {
	var about []string
	for _, c := range clauses(text) {
		amiss := anyIn(reservation, c) || anyIn(lateWords, c)
		for _, w := range c {
			if len(w) > 4 && !ofEffort[w] && !people[w] && !reservation[w] && !lateWords[w] && amiss {
				about = append(about, stem(w))
			}
		}
	}
	if len(about) == 0 {
		return false
	}
	for _, w := range lowerWords(a.Text + " " + a.ShortName) {
		if len(w) > 4 && slices.Contains(about, stem(w)) {
			return true
		}
	}
	return false
}

// stem is a word without its ending, near enough to know "homes" from "home's".
func stem(w string) string {
	for _, end := range []string{"'s", "ing", "ers", "er", "ed", "es", "s"} {
		if short, cut := strings.CutSuffix(w, end); cut && len(short) > 3 {
			return short
		}
	}
	return w
}

var (
	// reservation are words that take something out of what is on track.
	reservation = setOf(`but except apart only still yet not however although though until behind gap gaps left missing short thing piece weak weakest weaker lag lags lagging slow slower slowest
		late later risk holds held hold back waits waiting hasn't haven't isn't aren't can't cannot without harder hardest worry concern remains`)
	lateWords = setOf("delayed delay overdue stalled amber red slipped slips vacancy vacancies unfilled need needs depends differ differs differently uneven")
)

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
		if a.NoDate && (a.Bad(workbook.ColDue) || a.Bad(workbook.ColRevisedDue)) {
			continue // the date that can't be read is the problem, and not the area
		}
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
