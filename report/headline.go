package report

import (
	"fmt"
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// headline says how the plan stands in one to three sentences. Good news is
// never alone: every count of the plan is in it, so that the reader's sum
// comes out right.
func headline(f *facts.Facts) string {
	t := facts.TallyActions(f.Actions)
	if t.Total == 0 {
		text := "This plan has no actions yet."
		if n := t.ByMeaning[workbook.Withdrawn]; n > 0 {
			text = "This plan has no actions left: " + wasWithdrawn(n, false) + "."
		}
		return text + gaps(f)
	}
	text := goodNews(t)
	if rest := otherNews(f, t); rest != "" {
		text += " " + rest
	}
	if late := lateNews(f, t.Total); late != "" {
		text += " " + late
	}
	return text + exemptOf("the actions", shells(f.Actions)) + gaps(f)
}

// goodNews is the sentence on what is done or on track.
func goodNews(t facts.Tally) string {
	good, total := t.Done+t.ByMeaning[workbook.OnTrack], t.Total
	switch {
	case total == 1 && good == 1 && t.Done == 1:
		return "The plan's one action is done."
	case total == 1 && good == 1:
		return "The plan's one action is on track."
	case total == 1:
		return "The plan's one action is neither done nor on track."
	case good == total && total == 2:
		return "Both actions are done or on track."
	case good == total:
		return fmt.Sprintf("All %d actions are done or on track.", total)
	case good == 0:
		return fmt.Sprintf("None of the %d actions is done or on track.", total)
	}
	return fmt.Sprintf("%s of %d actions %s done or on track.", opening(good), total, are(good))
}

// otherNews counts everything that goodNews does not.
func otherNews(f *facts.Facts, counted facts.Tally) string {
	t := counted.ByMeaning
	var parts []string
	add := func(n int, words string) {
		if n == 0 {
			return
		}
		who := number(n)
		switch {
		case counted.Total == 1:
			who = "It"
		case len(parts) == 0:
			who = opening(n)
		}
		parts = append(parts, who+" "+words)
	}
	off := t[workbook.OffTrack]
	add(t[workbook.AtRisk], are(t[workbook.AtRisk])+" at risk")
	add(t[workbook.NotStarted], have(t[workbook.NotStarted])+" not started")
	add(t[workbook.MeaningUnknown], have(t[workbook.MeaningUnknown])+" no status that the key knows")
	add(off, are(off)+" off track"+whereOffTrack(f))
	if n := t[workbook.Withdrawn]; n > 0 {
		words := wasWithdrawn(n, true)
		if len(parts) == 0 {
			return capital(words) + "."
		}
		return series(parts) + "; " + words + "."
	}
	if len(parts) == 0 {
		return ""
	}
	return series(parts) + "."
}

func wasWithdrawn(n int, more bool) string {
	words := number(n)
	if more {
		words += " more"
	}
	if n == 1 {
		return words + " was withdrawn"
	}
	return words + " were withdrawn"
}

// whereOffTrack names the one area that all off-track actions are in, where
// there are several of them and it is one area.
func whereOffTrack(f *facts.Facts) string {
	var area *facts.Area
	n := 0
	for _, a := range f.Actions {
		if a.Meaning != workbook.OffTrack {
			continue
		}
		if n > 0 && a.Area != area {
			return ""
		}
		area, n = a.Area, n+1
	}
	if n < 2 || area == nil {
		return ""
	}
	word := "all"
	if n == 2 {
		word = "both"
	}
	return ", " + word + " in area " + area.Ref
}

func lateNews(f *facts.Facts, total int) string {
	late := facts.LateFirst(f.Actions)
	switch n := shells(late); {
	case n > 0 && len(late) == 1:
		return "One is overdue."
	case n > 0:
		return opening(len(late)) + " are overdue."
	}
	switch len(late) {
	case 0:
		return ""
	case 1:
		if total == 1 {
			return "It is overdue by " + days(late[0].DaysLate) + "."
		}
		return "One is overdue, by " + days(late[0].DaysLate) + "."
	}
	return opening(len(late)) + " are overdue, the longest by " + days(late[0].DaysLate) + "."
}

// gaps is the sentence on what the plan does not say: owners, actions, dates,
// areas.
func gaps(f *facts.Facts) string {
	noOwner, noActions, noDate, actionNoOwner := 0, 0, 0, 0
	for _, a := range f.Areas {
		if a.Owner == "" {
			noOwner++
		}
		if a.NoActions {
			noActions++
		}
	}
	for _, a := range f.Actions {
		if a.NoDate {
			noDate++
		}
		if a.Owner == "" && a.Meaning != workbook.Withdrawn {
			actionNoOwner++
		}
	}
	var parts []string
	add := func(n int, one, many, lacks string) {
		if n > 0 {
			parts = append(parts, count(n, one, many)+" "+have(n)+" "+lacks)
		}
	}
	add(noOwner, "area", "areas", "no owner")
	add(noActions, "area", "areas", "no actions")
	add(actionNoOwner, "action", "actions", "no owner")
	add(noDate, "action", "actions", "no date")
	add(len(withoutArea(f)), "action", "actions", "no area that exists")
	if len(parts) == 0 {
		return ""
	}
	return " In the plan, " + series(parts) + "."
}

// keyFigures are the four figures of the strip: done, off track, overdue,
// findings covered.
func keyFigures(f *facts.Facts) []KeyFigure {
	t := facts.TallyActions(f.Actions)
	figures := []KeyFigure{doneFigure(t), {strconv.Itoa(t.ByMeaning[workbook.OffTrack]), "off track" + offTrackRefs(f)}}
	figures = append(figures, overdueFigure(f))
	return append(figures, coverageFigure(f))
}

func doneFigure(t facts.Tally) KeyFigure {
	total, done := t.Total, t.Done
	if total == 0 {
		return KeyFigure{"0", "actions"}
	}
	words := "actions done"
	if total == 1 {
		words = "action done"
	}
	words += " (" + percent(done, total) + ")"
	if done > 0 {
		words += ": " + number(t.ByMeaning[workbook.Delivered]) + " delivered, " + number(t.ByMeaning[workbook.Embedded]) + " embedded"
	}
	return KeyFigure{fmt.Sprintf("%d of %d", done, total), words}
}

func offTrackRefs(f *facts.Facts) string {
	var refs []string
	for _, a := range f.Actions {
		if a.Meaning == workbook.OffTrack {
			refs = append(refs, a.Ref)
		}
	}
	return refWords(refs)
}

// refWords names up to four actions; more would not fit under a figure.
func refWords(refs []string) string {
	shown := slices.DeleteFunc(slices.Clone(refs), isShell)
	if n := len(refs) - len(shown); n > 0 {
		if len(shown) == 0 {
			return ", " + exemptRef
		}
		return refWords(shown) + "; " + number(n) + " " + exemptRef
	}
	switch {
	case len(refs) == 0 || len(refs) > 4:
		return ""
	case len(refs) == 1:
		return ": action " + refs[0]
	}
	return ": actions " + series(refs)
}

func overdueFigure(f *facts.Facts) KeyFigure {
	late := facts.LateFirst(f.Actions)
	if shells(late) > 0 {
		return KeyFigure{strconv.Itoa(len(late)), "overdue" + refWords(actionRefsOf(late))}
	}
	switch len(late) {
	case 0:
		return KeyFigure{"0", "overdue"}
	case 1:
		return KeyFigure{"1", "overdue, by " + days(late[0].DaysLate) + ": action " + late[0].Ref}
	}
	return KeyFigure{strconv.Itoa(len(late)), "overdue, the longest by " + days(late[0].DaysLate) + refWords(actionRefsOf(late))}
}

func actionRefsOf(actions []*facts.Action) []string {
	refs := make([]string, len(actions))
	for i, a := range actions {
		refs[i] = a.Ref
	}
	return refs
}

func coverageFigure(f *facts.Facts) KeyFigure {
	c := facts.Cover(f.Findings)
	if c.Needing == 0 {
		return KeyFigure{"0", "findings that need an action"}
	}
	words := "findings have at least one action"
	if c.Needing == 1 {
		words = "finding has at least one action"
	}
	return KeyFigure{fmt.Sprintf("%d of %d", c.Answered, c.Needing), words}
}
