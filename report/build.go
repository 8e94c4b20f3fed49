package report

import (
	"slices"
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
)

// Options says what else a Brief needs than the facts.
type Options struct {
	Problems workbook.Problems // what check found, waived ones marked
	Public   bool              // the public edition; the caller has checked that it may be made
	Telling  int               // cells with words by which somebody could be recognised
	Since    *Since            // an earlier state to compare with; nil without one
}

// Build makes the Brief of a plan on a date.
func Build(f *facts.Facts, o Options) *Brief {
	all := f
	e := boardEdition(f, o.Problems)
	if o.Public {
		e = publicEdition(f)
	}
	// Counts are of the whole plan, lists of what the edition shows.
	whole, f := e.whole, e.shown
	info := f.Plan.Info
	b := &Brief{
		Organisation: info.Organisation,
		PlanTitle:    planTitle(info),
		AsOf:         f.AsOf,
		Board:        info.Board,
		MeetingDate:  info.MeetingDate,
		Contact:      info.Contact,
		Author:       info.ReportAuthor,
		Public:       o.Public,
		left:         e.left,
		edition:      e.words(),
	}
	b.Title = b.PlanTitle + ": briefing for the board"
	b.NextBoard, b.boardPast = f.NextBoard(), !info.MeetingDate.IsZero() && info.MeetingDate.Before(f.AsOf)
	b.metBefore = metBefore(f)
	b.Brand = brand(info)
	b.Actions = e.actions()
	b.Areas = areas(f, b.Actions)
	b.ShowShapes, b.AreasNote = shapes(b.Areas)
	b.NoArea = noAreaWords(withoutArea(whole))
	b.Status = statusBar(whole)
	b.Headline = headline(whole)
	b.OffTrack = saidAs(f.Plan.Key, workbook.OffTrack)
	b.Figures = keyFigures(whole)
	if o.Public {
		b.History = publicHistory(all, f)
	} else {
		b.History = planHistory(f)
	}
	switch {
	case o.Since != nil && o.Public:
		setPublicMovement(b, all, f, o.Since)
	case o.Since != nil:
		setAreasMoved(b.Areas, o.Since.Facts.Areas)
		c := newCompared(f, o.Since, b.Actions)
		b.Movement = c.movement()
		c.setThen(b)
	}
	b.Exceptions = exceptions(f, b.Actions, e.left.exceptions)
	b.Measures = measures(f, e.left.measures)
	for i, a := range f.Areas {
		b.Areas[i].Known = knownBy(f, a, o.Public)
	}
	setAreaMeasures(b.Areas, f, b.Measures.Worst)
	b.Due = dueBeforeNext(f, b)
	b.Timeline = timeline(f, b)
	b.Coverage = coverage(whole, e)
	b.Risks = risks(f)
	b.Clocks = clocks(f)
	b.Owners = owners(f, b)
	b.Tracked = tracked(f, b)
	b.Tracked.Hidden = hidden(whole.Actions, f.Plan.Key)
	b.OneLine = joinWords(oneLine(f), e.short())
	b.AreaPages, b.AreasTitle = areaPages(b), "each area in depth"
	b.Unplaced = unplaced(b)
	b.OwnerPages = ownerPages(f, b, e)
	b.SoonBy = "Due by " + f.AsOf.Add(f.DueSoon).Time().Format("2 Jan")
	b.OwnersTitle = ownersTitle(b.OwnerPages)
	b.Visits = visitPositions(f, b)
	b.PositionHeadline = joinWords(positionHeadline(b.Visits), e.letterWords())
	b.Quality = quality(whole, o.Problems, b.Brand, e)
	if b.Movement.Compared != "" {
		b.Quality.Sentences = append(b.Quality.Sentences, b.Movement.Compared)
	}
	b.TitleLines = titleLines(f, b)
	b.Draft = draft(b.Quality)
	b.Telling = telling(o.Telling)
	b.RunningHead = runningHead(b)
	b.Foot = footOf(info)
	if info.Message != "" {
		b.Message = &Message{From: info.SRO, Text: info.Message}
	}
	b.Asks, b.LastAsks = asks(f, b), lastAsks(f)
	b.AsksLine = asksLine(len(info.DecisionsAsked))
	terms := glossary(f.Plan.Glossary)
	if o.Public { // its Brief holds no word more than its papers need
		terms = TermsIn(terms, wordsOf(b))
	}
	b.Glossary = terms
	return b
}

func planTitle(info workbook.Info) string { return orElse(info.Title, "Improvement plan") }

// footOf is organisation and plan. A title may be a sentence or begin with a name, so
// that it is neither read on with the organisation nor loses its capital.
func footOf(info workbook.Info) string {
	return strings.TrimPrefix(info.Organisation+": "+planTitle(info), ": ")
}

// metBefore is true of a plan that shows an earlier meeting of its board: what it asked
// then, or an update from longer ago than the board meets.
func metBefore(f *facts.Facts) bool {
	info := f.Plan.Info
	return len(info.LastAsked)+len(info.LastOutcomes) > 0 ||
		slices.ContainsFunc(f.Plan.Updates, func(u *workbook.Update) bool { return !u.Date.IsZero() && f.AsOf.Sub(u.Date) > f.BoardEvery })
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
