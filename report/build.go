package report

import (
	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// Options says what else a Brief needs than the facts.
type Options struct {
	Problems workbook.Problems // what check found, waived ones marked
	Since    *Since            // an earlier state to compare with; nil without one
}

// Build makes the Brief of a plan on a date.
func Build(f *facts.Facts, o Options) *Brief {
	info := f.Plan.Info
	b := &Brief{
		Organisation: info.Organisation,
		PlanTitle:    orElse(info.Title, "Improvement plan"),
		AsOf:         f.AsOf,
		Board:        info.Board,
		MeetingDate:  info.MeetingDate,
		Contact:      info.Contact,
		Author:       info.ReportAuthor,
	}
	b.Title = b.PlanTitle + ": briefing for the board"
	if !info.MeetingDate.IsZero() {
		b.NextBoard = info.MeetingDate.Add(f.BoardEvery)
	}
	b.Brand = brand(info)
	b.Actions = actions(f, o.Problems)
	b.Areas = areas(f, b.Actions)
	b.ShowShapes, b.AreasNote = shapes(b.Areas)
	b.Status = statusBar(f)
	b.Headline = headline(f)
	b.Figures = keyFigures(f)
	b.History = planHistory(f)
	if o.Since != nil {
		c := newCompared(f, o.Since, b.Actions)
		b.Movement = c.movement()
		c.setThen(b)
	}
	b.Exceptions = exceptions(f, b.Actions)
	b.Measures = measures(f)
	b.Timeline = timeline(f, b)
	b.Coverage = coverage(f)
	b.Risks = risks(f)
	b.Clocks = clocks(f)
	b.Owners = owners(f, b)
	b.Tracked = tracked(f, b)
	b.OneLine = oneLine(f)
	b.AreaPages, b.AreasTitle = areaPages(b), "each area in depth"
	b.Unplaced = unplaced(b)
	b.OwnerPages, b.OwnersTitle = ownerPages(f, b, o.Problems), "who owns what"
	b.Visits = visitPositions(f, b)
	b.PositionHeadline = positionHeadline(b.Visits)
	b.Quality = quality(f, o.Problems, b.Brand)
	b.TitleLines = titleLines(f, b)
	b.Draft = draft(b.Quality)
	b.RunningHead = runningHead(b)
	b.Foot = joinWords(b.Organisation, lowerFirst(b.PlanTitle))
	if info.Message != "" {
		b.Message = &Message{From: info.SRO, Text: info.Message}
	}
	b.Asks = asks(f, b)
	b.Glossary = glossary(f.Plan.Glossary, b)
	return b
}

func orElse(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func joinWords(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " " + b
}
