package report

import (
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// setAreasMoved says of each area how its printed status differs from the one
// it had in an earlier state of the plan, under the same ref.
func setAreasMoved(areas []*Area, then []*facts.Area) {
	before := map[string]*facts.Area{}
	for _, a := range then {
		before[words.Fold(a.Ref)] = a
	}
	for _, a := range areas {
		if !a.Exempt {
			a.Moved = areaMoved(a.Status, before[words.Fold(a.Ref)])
		}
	}
}

func areaMoved(now Status, then *facts.Area) string {
	if then == nil {
		return "New"
	}
	was := orElse(then.Word, "no status")
	rank := func(m workbook.Meaning) int { return slices.Index(workbook.WorstFirst, m) }
	switch known := now.Meaning != workbook.MeaningUnknown && then.Meaning != workbook.MeaningUnknown; {
	case now.Meaning == then.Meaning:
		return "No change"
	case !known || now.Meaning == workbook.Withdrawn || then.Meaning == workbook.Withdrawn:
		return "Was " + was
	case rank(now.Meaning) > rank(then.Meaning):
		return "Better, was " + was
	}
	return "Worse, was " + was
}

// setAreaMeasures gives each area the words of its measure that a board has to
// know of first, in short and with its figures.
func setAreaMeasures(areas []*Area, f *facts.Facts, worst []*Measure) {
	byRef := map[string]*facts.Measure{}
	for _, m := range f.Measures {
		byRef[words.Fold(m.Ref)] = m
	}
	for _, a := range areas {
		a.MeasureWords = "None"
		i := slices.IndexFunc(worst, func(m *Measure) bool { return words.Fold(m.AreaRef) == words.Fold(a.Ref) })
		if i >= 0 {
			a.MeasureKnown = measureKnown(worst[i])
			a.MeasureWords = joinWords(worst[i].Ref, measureStands(byRef[words.Fold(worst[i].Ref)]))
		}
	}
}

// measureKnown is a measure in figures: "M3: 43%, worse, 47 points to go,
// behind."
func measureKnown(m *Measure) string {
	if m.LatestWords == "" {
		return m.Ref + ": " + words.Stop(words.LowerFirst(orElse(m.ToGoWords, "no reading yet")))
	}
	return m.Ref + ": " + words.Stop(joinComma(m.LatestWords, m.Direction, words.LowerFirst(m.DistanceWords)))
}

// measureStands is how a measure stands in a word or two: which way it goes
// where that is worse, else where it is against its target, else which way.
func measureStands(x *facts.Measure) string {
	switch {
	case x == nil || x.Latest == nil:
		return "no reading"
	case x.Direction == facts.Worse || x.Position == facts.CannotSay:
		return x.Direction.String()
	case x.Position == facts.NoReadingSince:
		return "reading overdue"
	case x.Position == facts.Met || x.Position == facts.Missed:
		return "target " + x.Position.String()
	}
	return x.Position.String()
}
