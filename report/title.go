package report

import (
	"strings"

	"actionplan/workbook"
	"actionplan/workbook/facts"
	"actionplan/workbook/words"
)

// titleLines are the lines under the title: for whom, as at when, in answer
// to what, from whom.
func titleLines(f *facts.Facts, b *Brief) []Line {
	lines := []Line{}
	info := f.Plan.Info
	if who := joinComma(b.Board, b.MeetingDate.Long()); who != "" {
		if b.boardPast {
			who += ", now past"
		}
		switch {
		case strings.Contains(strings.ToLower(info.Chair), "chair"):
			who += " (" + strings.TrimSuffix(nameInSentence(info.Chair), " of the board") + ")"
		case info.Chair != "":
			who += " (chair: " + info.Chair + ")"
		}
		lines = append(lines, Line{"For", who})
	}
	lines = append(lines, Line{"Position at", b.AsOf.Long()})
	if a := answers(f.Visits); a != "" {
		lines = append(lines, Line{"Answers", a})
	}
	if info.Judgement != "" {
		lines = append(lines, Line{"Judgement", info.Judgement})
	}
	if sro := info.SRO; sro != "" {
		lines = append(lines, Line{"From", sro + ", senior responsible owner"})
	}
	for _, c := range b.Clocks {
		lines = append(lines, Line{"Statutory date", c.Sentence})
	}
	if len(b.Clocks) == 0 {
		if none := noClock(f.Visits, b.Public); none != "" {
			lines = append(lines, Line{"Statutory date", none})
		}
	}
	if said := b.edition; said != "" {
		lines = append(lines, Line{"Edition", said})
	}
	return lines
}

// answers names the latest visit, the inspection before it, and counts the others.
func answers(visits []*facts.Visit) string {
	if len(visits) == 0 {
		return ""
	}
	last, before := visits[len(visits)-1], visits[:len(visits)-1]
	text := joinComma(last.Title, visitDates(last))
	inspected, n := inspections(before)
	switch {
	case len(before) == 0:
		return text
	case inspected == "":
		return text + ", and " + words.Count(len(before), "earlier visit", "earlier visits")
	case n < len(before):
		and := " and "
		if n > 1 {
			and = ", and "
		}
		inspected += and + words.Count(len(before)-n, "other visit", "other visits")
	}
	return text + ", after " + inspected
}

// inspections are those among some visits, which no paper may call a visit: "the
// inspection of July 2025", and how many they are.
func inspections(visits []*facts.Visit) (said string, n int) {
	var last *facts.Visit
	for _, v := range visits {
		switch v.Kind {
		case workbook.KindInspection, workbook.KindJTAI, workbook.KindAreaSEND:
			last, n = v, n+1
		}
	}
	if last == nil {
		return "", 0
	}
	month := monthHeld(last)
	switch {
	case n == 1 && month == "":
		return "an inspection", n
	case n == 1:
		return "the inspection of " + month, n
	case month == "":
		return words.Number(n) + " inspections", n
	}
	return words.Number(n) + " inspections, the last in " + month, n
}

// monthHeld is the month in which a visit began, else that of its letter; "" without
// a date.
func monthHeld(v *facts.Visit) string {
	if !v.Started.IsZero() {
		return v.Started.MonthYear()
	}
	return v.LetterDated.MonthYear()
}

// visitDates is when a visit was, as far as its source says.
func visitDates(v *facts.Visit) string {
	switch {
	case !v.Started.IsZero() || !v.Ended.IsZero():
		return dateRange(v.Started, v.Ended)
	case !v.LetterDated.IsZero():
		return "letter of " + v.LetterDated.Long()
	}
	return "date not stated"
}

// visitMonth is "October 2022" for tables; without any date the visit's kind
// and number have to do.
func visitMonth(v *facts.Visit) string {
	if v == nil {
		return "Visit not known"
	}
	if month := monthOf(v); month != "" {
		return month
	}
	name := v.Kind
	if v.Number.Set {
		name += " " + words.Decimal(v.Number.Value)
	}
	return orElse(name, v.Title)
}

// visitMonthShort is the same with a short month: "Oct 2022".
func visitMonthShort(v *facts.Visit) string {
	if v == nil || dateOf(v).IsZero() {
		return visitMonth(v)
	}
	return dateOf(v).Time().Format("Jan 2006")
}

// monthOf is the month of a visit, else of its letter; "" without a date.
func monthOf(v *facts.Visit) string {
	if d := dateOf(v); !d.IsZero() {
		return d.MonthYear()
	}
	return ""
}

func dateOf(v *facts.Visit) workbook.Date {
	for _, d := range []workbook.Date{v.Started, v.Ended} {
		if !d.IsZero() {
			return d
		}
	}
	return v.LetterDated
}

// noClock says why the latest letter starts no statutory clock, where a
// reader may expect one: after a focused visit. What a letter that is not published
// names is not for the public.
func noClock(visits []*facts.Visit, public bool) string {
	if len(visits) == 0 || public && visits[len(visits)-1].Unpublished || visits[len(visits)-1].Kind != workbook.KindFocusedVisit {
		return ""
	}
	return "None: the letter names no priority action"
}

// runningHead stands on every page; loose pages of a draft must not pass for
// the paper.
func runningHead(b *Brief) Line {
	position := "Position at " + b.AsOf.Long()
	if b.Draft != "" {
		position = "Draft: " + words.LowerFirst(position)
	}
	return Line{Term: orElse(b.ForBoard(), b.PlanTitle), Text: position}
}

// ForBoard is the board and its meeting; the board alone where the workbook knows of
// no meeting to come.
func (b *Brief) ForBoard() string {
	if b.boardPast && b.Board != "" {
		return b.Board
	}
	return joinComma(b.Board, b.MeetingDate.Long())
}

// draft says that the workbook has errors; a paper from such a workbook is
// marked as a draft.
func draft(q Quality) string {
	if q.Errors == 0 {
		return ""
	}
	return "The workbook has " + words.Count(q.Errors, "error", "errors")
}

// telling says in how many cells words were found by which somebody could be
// recognised: whoever is handed the paper reads these too.
func telling(cells int) string {
	if cells == 0 {
		return ""
	}
	return words.Count(cells, "cell", "cells") + " could tell who somebody is"
}

// DraftMark is what a paper or sheet with little room says of a draft, "" of
// one that is none.
func (b *Brief) DraftMark() string {
	if b.Draft == "" {
		return ""
	}
	return "Draft: " + words.LowerFirst(b.Draft)
}

// joinComma joins what is there.
func joinComma(parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, ", ")
}
