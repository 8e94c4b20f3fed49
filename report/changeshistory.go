package report

import (
	"fmt"
	"slices"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/history"
	"actionplan/workbook/words"
)

// History is how statuses and dates moved, as the plan's own log tells it.
type History struct {
	Heading   string
	Sentence  string         // "" without a log of at least 3 months
	Months    []HistoryMonth // the last month-ends, oldest first; the last is the position
	Note      string         // how the months are counted
	SlipWords string         // how many dates moved, and the longest slip
	Slips     []Slip         // the longest first
	MoreSlips string         // how many are not listed, "" if none
	Cycle     string         // how long finished work took, "" where too little is finished
}

// HistoryMonth is the plan's actions by status at the end of a month.
type HistoryMonth struct {
	Label  string // "31 Oct 2022"
	Blocks []Block
	Alt    string
}

// Slip is an action whose date has moved.
type Slip struct {
	Action     string // ref and name
	First, Now string // dates
	Moved      string // "Twice"
	Later      string // "149 days later"
	Days       int    // calendar days later in all
}

const (
	leastMonths   = 4 // month-ends: the first update lies at least 3 months back
	historyMonths = 12
	mostSlips     = 10
	leastCycles   = 3 // finished actions of which a middle says something
)

// planHistory reads the log. A log of less than 3 months has no history yet, and
// one that does not arrive at the position of today tells of another plan.
func planHistory(f *facts.Facts) History {
	months := history.Trend(f)
	if len(months) < leastMonths || !arrives(f, months[len(months)-1]) {
		return History{}
	}
	h := History{
		Heading:  "How the plan has moved",
		Sentence: trendSentence(f, months),
		Note:     "Each line counts every action by its latest update up to that day.",
	}
	if len(months) > historyMonths {
		months = months[len(months)-historyMonths:]
	}
	for _, m := range months {
		h.Months = append(h.Months, historyMonth(f, m))
	}
	if months[0].Unreported > 0 {
		h.Note = "Each line counts every action by its latest update up to that day; those in the dashed box had none yet."
	}
	courses := history.Courses(f)
	h.Slips, h.SlipWords = dateSlips(courses)
	if n := len(h.Slips) - mostSlips; n > 0 {
		h.Slips = h.Slips[:mostSlips]
		h.MoreSlips = words.Opening(n) + " more moved by less; the tracker has every date."
	}
	h.Cycle = cycleWords(courses)
	return h
}

// arrives is true of a log whose last month counts every action as the plan
// itself does.
func arrives(f *facts.Facts, last history.Month) bool {
	for means, n := range facts.CountMeanings(f.Actions) {
		if last.Counts[workbook.Meaning(means)] != n {
			return false
		}
	}
	return last.Unreported == 0
}

func historyMonth(f *facts.Facts, m history.Month) HistoryMonth {
	line := HistoryMonth{Label: m.End.Short()}
	add := func(word string, means workbook.Meaning, n int) {
		if n > 0 {
			line.Blocks = append(line.Blocks, Block{Status{word, means}, n})
		}
	}
	for _, means := range workbook.Meanings {
		add(f.Plan.Key.Word(means), means, m.Counts[means])
	}
	add("no status or none that the key has", workbook.MeaningUnknown, m.Counts[workbook.MeaningUnknown])
	add("not reported yet", workbook.MeaningUnknown, m.Unreported)
	line.Alt = m.End.Long() + ": " + statusCounts(line.Blocks) + "."
	return line
}

// trendSentence compares what is done and off track with 3 month-ends before.
func trendSentence(f *facts.Facts, months []history.Month) string {
	now, then := months[len(months)-1], months[len(months)-leastMonths]
	done := func(m history.Month) int { return m.Counts[workbook.Delivered] + m.Counts[workbook.Embedded] }
	off := func(m history.Month) int { return m.Counts[workbook.OffTrack] }
	total := facts.TallyActions(f.Actions).Total // of which the headline speaks too, whatever the log says of the withdrawn
	if total == 1 {
		return oneActionTrend(now, then, done(now) > 0, done(then) > 0, off(now) > 0, off(then) > 0, saidAs(f.Plan.Key, workbook.OffTrack))
	}
	text := fmt.Sprintf("By the log of updates, %s of %s %s done on %s, %s on %s", words.Number(done(now)), words.Count(total, "action", "actions"),
		wasWere(done(now)), now.End.Long(), from(done(now), done(then), "as many as"), then.End.Long())
	said := saidAs(f.Plan.Key, workbook.OffTrack)
	if off(now)+off(then) == 0 {
		return text + ". On neither day was any " + said + "."
	}
	return text + fmt.Sprintf("; %s %s %s, %s.", words.Number(off(now)), wasWere(off(now)), said, from(off(now), off(then), "as many as then"))
}

// oneActionTrend is the same of a plan's only action.
func oneActionTrend(now, then history.Month, done, doneThen, off, offThen bool, offTrack string) string {
	was := func(isNow, wasThen bool, said string) string {
		switch {
		case isNow && wasThen:
			return "was " + said + " on " + now.End.Long() + ", as on " + then.End.Long()
		case isNow:
			return "was " + said + " on " + now.End.Long() + ", and not on " + then.End.Long()
		case wasThen:
			return "was " + said + " on " + then.End.Long() + ", and not on " + now.End.Long()
		}
		return "was " + said + " neither on " + now.End.Long() + " nor on " + then.End.Long()
	}
	text := "By the log of updates, the plan's one action " + was(done, doneThen, "done")
	if !off && !offThen {
		return text + ". On neither day was it " + offTrack + "."
	}
	return text + "; it " + was(off, offThen, offTrack) + "."
}

// wasWere takes none for several.
func wasWere(n int) string {
	if n == 1 {
		return "was"
	}
	return "were"
}

// from is "up from 7", and same where as many were then.
func from(now, then int, same string) string {
	switch {
	case now > then:
		return "up from " + words.Number(then)
	case now < then:
		return "down from " + words.Number(then)
	}
	return same
}

// dateSlips are the actions whose date has moved, the longest slip first, and a
// sentence on them. Withdrawn actions have no date to keep.
func dateSlips(courses []history.Course) ([]Slip, string) {
	var moved []history.Course
	running := 0
	for _, c := range courses {
		if c.Action.Meaning == workbook.Withdrawn {
			continue
		}
		running++
		if len(c.Moves) > 0 {
			moved = append(moved, c)
		}
	}
	slices.SortStableFunc(moved, func(a, b history.Course) int { return b.Slip - a.Slip })
	var rows []Slip
	for _, c := range moved {
		a := c.Action
		rows = append(rows, Slip{
			Action: joinWords(a.Ref, orElse(a.ShortName, a.Text)),
			First:  orElse(a.Due.Short(), "No date"), Now: a.EffectiveDue.Short(),
			Moved: words.Capital(words.Times(max(1, a.TimesMoved))), Later: slipWords(c.Slip), Days: c.Slip,
		})
	}
	if len(moved) == 0 {
		return nil, "No action has had its date moved."
	}
	if running == 1 {
		return rows, "The one action has had its date moved since it was first agreed."
	}
	text := fmt.Sprintf("%s of %s actions %s had %s date moved since it was first agreed", words.Opening(len(moved)), words.Digits(running), words.Have(len(moved)), itsOrTheir(len(moved)))
	if longest := moved[0].Slip; longest > 0 {
		text += ", the longest by " + words.Days(longest) + " in all"
	}
	return rows, text + "."
}

func slipWords(n int) string {
	if n == 0 {
		return "Back to the first date"
	}
	return words.Capital(laterOrEarlier(n))
}

// cycleWords is how long finished work took from its start.
func cycleWords(courses []history.Course) string {
	n := 0
	for _, c := range courses {
		if c.Finished {
			n++
		}
	}
	middle, ok := history.MedianCycle(courses)
	if !ok || n < leastCycles {
		return ""
	}
	if n%2 == 1 {
		return fmt.Sprintf("The middle one of the %s actions that are done took %s from start to finish: as many took longer as took less.", words.Digits(n), words.Days(middle))
	}
	return fmt.Sprintf("Half of the %s actions that are done took %s or less from start to finish.", words.Digits(n), words.Days(middle))
}
