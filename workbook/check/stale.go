package check

import (
	"strconv"

	"actionplan/workbook"
	"actionplan/workbook/words"
)

var stale = Rule{
	Name: "stale", Severity: workbook.Warning, Doc: doc("stale"),
	Run: func(p *Pass) {
		for _, a := range p.Facts.Actions {
			ahead := a.Meaning == workbook.NotStarted && a.Start.After(p.AsOf)
			if !a.Stale || a.LastTouched.IsZero() || ahead || a.Meaning == workbook.MeaningUnknown || a.Bad(workbook.ColUpdated) {
				continue
			}
			p.report(a.Source, workbook.ColUpdated, a.Ref,
				p.sinceBoard(a.LastTouched, "Nothing has been reported on this action"),
				"Ask the owner how it stands, and change the status, the progress note and this date.")
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

func (p *Pass) sinceBoard(last workbook.Date, what string) string {
	return what + " since " + last.Long() + ", " + words.Figures(p.AsOf.Sub(last), "day", "days") +
		" ago; the board meets every " + strconv.Itoa(p.Facts.BoardEvery) + " days."
}
