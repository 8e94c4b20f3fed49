package report

import (
	"slices"
	"strconv"
	"strings"

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
			a.Change, a.Was = areaMoved(a.Status, before[words.Fold(a.Ref)])
			a.Moved = movedWords(a.Change, a.Was)
		}
	}
}

// Changes of an area's status. One to or from a status that is no better and no
// worse says only what it was.
const (
	areaNew    = "New"
	areaSame   = "No change"
	areaBetter = "Better"
	areaWorse  = "Worse"
)

// areaMoved is one of these changes, "" for what can't be ranked, and the word
// that the area had, "" where that is the same or none.
func areaMoved(now Status, then *facts.Area) (change, was string) {
	if then == nil {
		return areaNew, ""
	}
	was = orElse(then.Word, "no status")
	rank := func(m workbook.Meaning) int { return slices.Index(workbook.WorstFirst, m) }
	switch known := now.Meaning != workbook.MeaningUnknown && then.Meaning != workbook.MeaningUnknown; {
	case now.Meaning == then.Meaning:
		return areaSame, ""
	case !known || now.Meaning == workbook.Withdrawn || then.Meaning == workbook.Withdrawn:
		return "", was
	case rank(now.Meaning) > rank(then.Meaning):
		return areaBetter, was
	}
	return areaWorse, was
}

// movedWords are "Better, was Amber", "Was Amber" or "No change".
func movedWords(change, was string) string {
	switch {
	case was == "":
		return change
	case change == "":
		return "Was " + was
	}
	return change + ", was " + was
}

// StripNote is what a strip with one line for each area says below it: which
// areas their actions say otherwise of, and which have moved; "" for none.
func (b *Brief) StripNote() string {
	return joinWords(byTheirActions(b.Areas), areasMoved(b.Areas, b.Status.ThenName))
}

// itsAreas names areas by their refs, so that none is taken for a count.
func itsAreas(refs []string) string {
	if len(refs) == 1 {
		return "area " + refs[0]
	}
	return "areas " + words.And(refs)
}

// StarOfActions follows the status of an area that the line on their actions names.
const StarOfActions = "\u00a0*"

// byTheirActions names the areas whose actions alone would give them another
// word, by that word in the order of the areas.
func byTheirActions(areas []*Area) string {
	refs, order := map[string][]string{}, []string{}
	for _, a := range areas {
		if a.Disagreement == "" {
			continue
		}
		if refs[a.ByActions] == nil {
			order = append(order, a.ByActions)
		}
		refs[a.ByActions] = append(refs[a.ByActions], orElse(a.Ref, a.Name))
	}
	var groups []string
	for i, word := range order {
		would := ""
		if i == 0 {
			would = "would be "
		}
		named := itsAreas(refs[word])
		if n := len(refs[word]); n == len(areas) && n > 2 {
			named = "all " + strconv.Itoa(n) + " areas"
		}
		groups = append(groups, named+" "+would+word)
	}
	switch {
	case len(groups) == 0:
		return ""
	case len(groups) == 1 && len(refs[order[0]]) == 1:
		return "* By its actions alone " + groups[0] + "."
	}
	return "* By their actions alone " + strings.Join(groups, "; ") + "."
}

// areasMoved names the areas whose status is another than in the earlier plan.
func areasMoved(areas []*Area, then string) string {
	var worse, better, other []string
	same := 0
	for _, a := range areas {
		named := orElse(a.Ref, a.Name)
		switch a.Change {
		case areaSame:
			same++
		case areaWorse:
			worse = append(worse, named)
		case areaBetter:
			better = append(better, named)
		case areaNew:
			other = append(other, named+" (new)")
		default:
			if a.Was != "" {
				other = append(other, named+" (was "+a.Was+")")
			}
		}
	}
	var parts []string
	for _, g := range []struct {
		says  string
		areas []string
	}{{"worse: ", worse}, {"better: ", better}, {"changed: ", other}} {
		if len(g.areas) > 0 {
			parts = append(parts, g.says+words.And(g.areas))
		}
	}
	since := "Since the earlier plan, "
	if then == "Last board" {
		since = "Since the last board, "
	}
	switch {
	case len(parts) == 0 && same == 0:
		return ""
	case len(parts) == 0:
		return since + "no area has another status."
	}
	return since + strings.Join(parts, "; ") + "."
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
	if m.InDoubt {
		return m.Ref + ": " + words.Stop(joinComma(m.latestUnit, words.LowerFirst(m.DistanceWords)))
	}
	return m.Ref + ": " + words.Stop(joinComma(m.latestUnit, m.Direction, m.Began, words.LowerFirst(m.DistanceWords)))
}

// measureStands is how a measure stands in a word or two: which way it goes
// where that is worse, else where it is against its target, else which way.
func measureStands(x *facts.Measure) string {
	switch {
	case x == nil || x.Latest == nil:
		return "no reading"
	case x.Doubt != facts.NoDoubt:
		return "in doubt"
	case x.Direction == facts.Worse:
		return x.Direction.String()
	case x.Stopped():
		return "readings stopped"
	case x.MetOn != nil:
		return "target met, not held"
	case against(x) == noBaseline && x.Direction == facts.TooFew:
		return noBaseline
	case x.Position == facts.CannotSay || courseUnproven(x):
		return x.Direction.String()
	case x.Position == facts.NoReadingSince:
		return "reading overdue"
	case x.Position == facts.Met || x.Position == facts.Missed:
		return "target " + x.Position.String()
	}
	return x.Position.String()
}
