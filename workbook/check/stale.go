package check

import (
	"slices"
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

var stale = Rule{
	Name: "stale", Severity: workbook.Warning, Doc: doc("stale"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			if !a.Stale || a.Ahead || a.Meaning == workbook.MeaningUnknown || a.Bad(workbook.ColUpdated) {
				continue
			}
			p.report(a.Source, workbook.ColUpdated, a.Ref,
				p.sinceBoard(a.LastTouched, "Nothing has been reported on this action"),
				"Ask the owner how it stands, and change the status, the progress note and this date.")
		}
		for _, a := range p.Facts.Actions {
			p.judgeAge(a)
		}
		for _, a := range p.Facts.Areas {
			if blank(a.Status) || a.Updated.IsZero() || !a.Stated.Open() || p.AsOf.Sub(a.Updated) <= p.Facts.BoardEvery || a.Bad(workbook.ColUpdated) {
				continue
			}
			p.report(a.Source, workbook.ColUpdated, a.Ref,
				p.sinceBoard(a.Updated, "The area's status has not been looked at"),
				"Look at the status and its reason again and change this date, or clear Status so that it follows from the actions.")
		}
	},
}

// oldest is how many board cycles a note may look back when it says as at what
// day it stands.
const oldest = 2

// judgeAge reports the note of an open action that says as at what day it
// stands, where that is long before the day on which it was written.
func (p *Pass) judgeAge(a *facts.Action) {
	if !a.Open || a.Bad(workbook.ColProgressNote) || a.Bad(workbook.ColUpdated) || a.Updated.IsZero() {
		return
	}
	var newest workbook.Date
	said := ""
	dates := p.datesIn(a.ProgressNote)
	for _, d := range dates {
		day := d.nearest(a.Updated)
		if day.IsZero() {
			return
		}
		if day.After(newest) {
			newest, said = day, d.typed
		}
	}
	age := a.Updated.Sub(newest)
	if newest.IsZero() || age <= oldest*p.Facts.BoardEvery ||
		!slices.ContainsFunc(dates, func(d dateIn) bool { return standsAt(a.ProgressNote[:d.start]) }) {
		return
	}
	p.report(a.Source, workbook.ColProgressNote, a.Ref,
		"The note says how things stood on "+said+", "+words.Figures(age, "day", "days")+" before the status was updated.",
		"Say how it stands now.", a.At(workbook.ColUpdated))
}

// standsAt is true of words before a date that make it the day of a position:
// "as at", "position on".
func standsAt(before string) bool {
	list := lowerWords(before)
	n := len(list)
	if n == 0 {
		return false
	}
	if last := list[n-1]; n > 1 && list[n-2] == "as" && (last == "at" || last == "of" || last == "on") {
		return true
	}
	return n > 1 && (list[n-2] == "position" || list[n-2] == "correct" || list[n-2] == "figures" || list[n-2] == "data") && list[n-1] != "before" || list[n-1] == "at"
}

func (p *Pass) sinceBoard(last workbook.Date, what string) string {
	return what + " since " + last.Long() + ", " + words.Figures(p.AsOf.Sub(last), "day", "days") +
		" ago; the board meets every " + strconv.Itoa(p.Facts.BoardEvery) + " days."
}
