package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// oneLine is the title block in one line: what the plan answers, and the date
// that the paper speaks of.
func oneLine(f *facts.Facts) string {
	text := "Position at " + strings.ReplaceAll(f.AsOf.Long(), " ", "\u00a0") + "." // no year stands alone on a line
	if len(f.Visits) == 0 {
		return text
	}
	v := f.Visits[len(f.Visits)-1]
	said := joinComma(orElse(v.Title, v.Kind), monthHeld(v))
	if inspected, n := inspections(f.Visits[:len(f.Visits)-1]); n == 1 {
		said += ", after " + inspected
	}
	return said + ". " + text
}

// AreasHeading is what a section on outcomes is called where its page has no
// room for them.
const AreasHeading = "Improvement areas and their status"

// MoreMeasures says how many measures a page has no room for, beside those that
// it shows, and how many of them are short of their target.
func MoreMeasures(left []*Measure, shown int) string {
	n, more := len(left), "more "
	if shown == 0 {
		more = ""
	}
	text := words.OpeningCount(n, more+"measure is", more+"measures are") + " in the board's paper"
	var short []string
	for _, k := range []struct {
		at        []string
		one, many string
	}{{[]string{facts.Behind.String()}, "is behind", "are behind"}, {[]string{facts.Missed.String(), notHeld}, "has missed its target", "have missed their targets"}} {
		count := 0
		for _, m := range left {
			if slices.Contains(k.at, m.Against) {
				count++
			}
		}
		if count > 0 {
			short = append(short, words.Number(count)+" "+words.Form(count, k.one, k.many))
		}
	}
	switch {
	case len(short) == 0:
		return text + "."
	case n == 1:
		return text + " and " + strings.TrimPrefix(short[0], "one ") + "."
	}
	return text + ", of which " + words.And(short) + "."
}

// MeasuresNotDrawn says how many measures a paper with an annex draws, and how many
// stand there.
func MeasuresNotDrawn(n, drawn int) string {
	return fmt.Sprintf("Of %d measures the %d are drawn that get worse or are the furthest from their target. The annex lists %d more.", n+drawn, drawn, n)
}

// MoreAreas counts the areas that a line of refs has no room for.
func MoreAreas(n int) string { return "and " + words.Count(n, "more area", "more areas") }

// AreasByStatus are the areas' refs by printed status, in palette order.
func (b *Brief) AreasByStatus() []AreaGroup {
	var groups []AreaGroup
	for _, m := range append(append([]workbook.Meaning{}, workbook.Meanings...), workbook.MeaningUnknown) {
		at := map[string]int{}
		for _, a := range b.Areas {
			if a.Status.Meaning != m {
				continue
			}
			i, seen := at[a.Status.Word]
			if !seen {
				i = len(groups)
				at[a.Status.Word] = i
				groups = append(groups, AreaGroup{Status: a.Status})
			}
			groups[i].Refs = append(groups[i].Refs, orElse(a.Ref, a.Name))
			owner := orElse(a.Owner, "no owner")
			if a.Exempt && a.Owner == "" {
				owner = exemptRef
			}
			groups[i].Owned = append(groups[i].Owned, orElse(a.Ref, a.Name)+" "+owner)
			if a.Disagreement != "" {
				groups[i].differ++
			}
		}
	}
	for i := range groups {
		groups[i].Differ = groups[i].differWords()
	}
	return groups
}

// differWords counts the areas of a group whose actions alone would give them
// another status.
func (g AreaGroup) differWords() string {
	switch {
	case g.differ == 0:
		return ""
	case g.differ == 1:
		return "The actions of one of them alone would give it another status."
	}
	return "The actions of " + words.Number(g.differ) + " of them alone would give each another status."
}

// AreaGroup is the areas of one status.
type AreaGroup struct {
	Status Status
	Refs   []string
	Owned  []string // the same, each with who answers for it
	Differ string   // how many have another status by their actions, "" if none
	differ int
}

// doneActions is "1 of 3 actions done".
func doneActions(a *facts.Area) string {
	switch {
	case a.NoActions:
		return "No actions"
	}
	return words.Part(a.Done, a.Total, "action", "actions") + " done"
}

// latestTitle is the month of the latest readings, where they have one month.
func latestTitle(items []*Measure) string {
	title := ""
	for _, m := range items {
		if m.Latest == nil {
			continue
		}
		month := m.Latest.Date.Month().String()
		if len(month) > 7 {
			month = m.Latest.Date.Time().Format("Jan") // a narrow column
		}
		if title != "" && title != month {
			return "Latest"
		}
		title = month
	}
	return orElse(title, "Latest")
}

// toGoWords is direction and distance to the target in a few words.
func toGoWords(x *facts.Measure) string {
	if x.Doubt != facts.NoDoubt {
		return doubtWords(x.Doubt)
	}
	direction := words.Capital(x.Direction.String())
	switch x.Direction {
	case facts.TooFew:
		direction = fmt.Sprintf("Too few readings (%d)", len(x.Window))
	case facts.UnknownDirection:
		direction = "Can't say"
	}
	if !x.ToGo.Set {
		return direction
	}
	if x.Stopped() {
		return direction + ", " + against(x)
	}
	far := pointsWords(x, math.Abs(x.ToGo.Value))
	switch met := x.ToGo.Value <= 0 || far == ""; {
	case met && x.Position == facts.NoReadingSince:
		return direction + ", no reading since the target date"
	case met:
		return direction + ", target met"
	}
	return direction + ", " + lowerOne(far) + " to go" + byPosition(x)
}

// wordsOr is the figure in words, "None" without one.
func wordsOr(x *facts.Measure, n workbook.Number, unread bool) string {
	switch {
	case unread:
		return notReadable
	case !n.Set:
		return "None"
	}
	return figure(x, n.Value)
}
