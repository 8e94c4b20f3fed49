package report

import (
	"fmt"
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
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
	return fmt.Sprintf("%s of %d actions %s done or on track.", words.Opening(good), total, words.Are(good))
}

// otherNews counts everything that goodNews does not.
func otherNews(f *facts.Facts, counted facts.Tally) string {
	t := counted.ByMeaning
	var parts []string
	add := func(n int, said string) {
		if n == 0 {
			return
		}
		who := words.Number(n)
		switch {
		case counted.Total == 1:
			who = "It"
		case len(parts) == 0:
			who = words.Opening(n)
		}
		parts = append(parts, who+" "+said)
	}
	off := t[workbook.OffTrack]
	add(t[workbook.AtRisk], words.Are(t[workbook.AtRisk])+" at risk")
	add(t[workbook.NotStarted], words.Have(t[workbook.NotStarted])+" not started")
	add(t[workbook.MeaningUnknown], words.Have(t[workbook.MeaningUnknown])+" no status that the key knows")
	add(off, words.Are(off)+" off track"+whereOffTrack(f))
	if n := t[workbook.Withdrawn]; n > 0 {
		said := wasWithdrawn(n, true)
		if len(parts) == 0 {
			return words.Capital(said) + "."
		}
		return words.And(parts) + "; " + said + "."
	}
	if len(parts) == 0 {
		return ""
	}
	return words.And(parts) + "."
}

func wasWithdrawn(n int, more bool) string {
	said := words.Number(n)
	if more {
		said += " more"
	}
	if n == 1 {
		return said + " was withdrawn"
	}
	return said + " were withdrawn"
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
		return words.Opening(len(late)) + " are overdue."
	}
	switch len(late) {
	case 0:
		return ""
	case 1:
		if total == 1 {
			return "It is overdue by " + words.Days(late[0].DaysLate) + "."
		}
		return "One is overdue, by " + words.Days(late[0].DaysLate) + "."
	}
	return words.Opening(len(late)) + " are overdue, the longest by " + words.Days(late[0].DaysLate) + "."
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
			parts = append(parts, words.Count(n, one, many)+" "+words.Have(n)+" "+lacks)
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
	return " In the plan, " + words.And(parts) + "."
}

// keyFigures are the four figures of the strip: done, off track, overdue,
// findings covered.
func keyFigures(f *facts.Facts) []KeyFigure {
	t := facts.TallyActions(f.Actions)
	return []KeyFigure{doneFigure(t), naming(t.ByMeaning[workbook.OffTrack], "off track", offTrackRefs(f)), overdueFigure(f), coverageFigure(f)}
}

func doneFigure(t facts.Tally) KeyFigure {
	total, done := t.Total, t.Done
	if total == 0 {
		return KeyFigure{Figure: "0", Words: "actions"}
	}
	said := "actions done"
	if total == 1 {
		said = "action done"
	}
	said += " (" + words.Percent(done, total) + ")"
	if done > 0 {
		said += ": " + words.Number(t.ByMeaning[workbook.Delivered]) + " delivered, " + words.Number(t.ByMeaning[workbook.Embedded]) + " embedded"
	}
	return KeyFigure{Figure: fmt.Sprintf("%d of %d", done, total), Words: said, Of: total}
}

func offTrackRefs(f *facts.Facts) []string {
	var refs []string
	for _, a := range f.Actions {
		if a.Meaning == workbook.OffTrack {
			refs = append(refs, a.Ref)
		}
	}
	return refs
}

// naming is a count of actions that names them, those of the exempt part apart.
func naming(n int, said string, refs []string) KeyFigure {
	f := KeyFigure{Figure: strconv.Itoa(n), Words: said}
	shown := slices.DeleteFunc(slices.Clone(refs), isShell)
	switch exempt := len(refs) - len(shown); {
	case exempt == 0:
		f.Which = refWords(shown)
	case len(shown) == 0:
		f.Words += ", " + exemptRef
	default:
		f.Which = refWords(shown) + "; " + words.Number(exempt) + " " + exemptRef
	}
	return f
}

// refWords names up to four actions; more would not fit under a figure.
func refWords(refs []string) string {
	switch {
	case len(refs) == 0 || len(refs) > 4:
		return ""
	case len(refs) == 1:
		return ": action " + refs[0]
	}
	return ": actions " + words.And(refs)
}

func overdueFigure(f *facts.Facts) KeyFigure {
	late := facts.LateFirst(f.Actions)
	if shells(late) > 0 {
		return naming(len(late), "overdue", actionRefsOf(late))
	}
	switch len(late) {
	case 0:
		return KeyFigure{Figure: "0", Words: "overdue"}
	case 1:
		return naming(1, "overdue, by "+words.Days(late[0].DaysLate), actionRefsOf(late))
	}
	return naming(len(late), "overdue, the longest by "+words.Days(late[0].DaysLate), actionRefsOf(late))
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
		return KeyFigure{Figure: "0", Words: "findings that need an action"}
	}
	said := "findings have at least one action"
	if c.Needing == 1 {
		said = "finding has at least one action"
	}
	if n := len(c.ByArea); n > 0 {
		said += "; " + strconv.Itoa(n) + " mapped by area only"
	}
	return KeyFigure{Figure: fmt.Sprintf("%d of %d", c.Answered, c.Needing), Words: said, Of: c.Needing}
}
