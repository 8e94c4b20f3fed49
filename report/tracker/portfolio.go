package tracker

import (
	"github.com/xuri/excelize/v2"

	"actionplan/report/portfolio"
	"actionplan/workbook"
	"actionplan/workbook/seal"
)

// Portfolio draws many plans side by side as a workbook of typed tables, to
// filter and to work on: a row a plan, and what they share. The same Comparison
// gives the same bytes.
func Portfolio(c *portfolio.Comparison) ([]byte, error) {
	k := newBook(about{title: c.Title, asOf: c.AsOf, left: c.Title, right: c.AsOf.Long(), foot: c.Title})
	defer k.x.Close()
	k.makeLevels()
	for _, l := range []list{
		heatList(c), figuresList(c), lateList(c), unansweredList(c), themesList(c), comparedList(c), meaningsList(c), leftOutList(c), questionsList(c),
	} {
		if l.rows > 0 || l.sheet == sheetSide {
			k.addSheet(l.sheet, true)
			k.draw(l)
		}
	}
	return k.finished(seal.KindPortfolio)
}

const sheetSide = "Side by side"

// levels are the looks of levels, and their words: no colour stands alone.
var levels = map[portfolio.Level]struct {
	word string
	look look
	as   workbook.Meaning
}{
	portfolio.Calm: {"Neither", calm, workbook.OnTrack}, portfolio.Watch: {"To watch", watched, workbook.AtRisk}, portfolio.Concern: {"Concern", concern, workbook.OffTrack},
	portfolio.Unsaid: {word: "Nothing to judge", look: wordy},
}

func (k *book) makeLevels() {
	for _, level := range []portfolio.Level{portfolio.Calm, portfolio.Watch, portfolio.Concern} {
		l := levels[level]
		id, err := k.x.NewStyle(&excelize.Style{Font: font(11, inkOn(l.as), true), Fill: solid(fillOf(l.as)), Alignment: topLeft, Border: box(ink, 1)})
		k.do(err)
		k.looks.of[l.look] = id
	}
}

// of is a column with a value for each of several things.
func of[T any](all []T, heading string, width float64, l look, value func(T) any) column {
	return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: value(all[i])} }}
}

// heatList is every plan in the order of the paper, with the reason.
func heatList(c *portfolio.Comparison) list {
	l := list{sheet: sheetSide, table: "SideBySide", title: c.Title, note: c.Sentence + " Position at " + c.AsOf.Long() + ".", rows: len(c.Rows), frozen: 1}
	l.columns = []column{
		of(c.Rows, "Plan", 30, boldWords, func(r portfolio.Row) any { return r.Name }),
		of(c.Rows, "Region", 16, wordy, func(r portfolio.Row) any { return r.Region }),
	}
	for q, asked := range c.Asked {
		l.columns = append(l.columns, column{heading: asked.Name, width: 14, look: wordy, cell: func(i int) content {
			level := levels[c.Rows[i].Heats()[q].Level]
			return content{v: level.word, look: level.look}
		}})
	}
	l.columns = append(l.columns,
		of(c.Rows, "Why it stands here", 50, wordy, func(r portfolio.Row) any { return r.Reason }),
		of(c.Rows, "Next statutory date", 16, date, func(r portfolio.Row) any { return r.Figures.NextStatutory }))
	if c.HasThen {
		l.columns = append(l.columns, of(c.Rows, "Movement", 36, wordy, func(r portfolio.Row) any { return r.Movement }))
	}
	return l
}

// figuresList is every plan in figures.
func figuresList(c *portfolio.Comparison) list {
	l := list{sheet: "Figures", table: "PlanFigures", title: "Every plan in figures", rows: len(c.Rows), frozen: 1, printed: 16, // on a page with more nothing could be read
		note: "Actions are counted by what each plan's own status word means; those withdrawn are not part of the actions."}
	add := func(heading string, value func(r portfolio.Row) any) {
		l.columns = append(l.columns, of(c.Rows, heading, 12, number, value))
	}
	l.columns = []column{
		of(c.Rows, "Plan", 30, boldWords, func(r portfolio.Row) any { return r.Name }),
		of(c.Rows, "Title", 30, wordy, func(r portfolio.Row) any { return r.Title }),
	}
	add("Actions", func(r portfolio.Row) any { return r.Figures.Total })
	add("Done", func(r portfolio.Row) any { return r.Figures.Done })
	add("Open", func(r portfolio.Row) any { return r.Figures.Open })
	add("Late", func(r portfolio.Row) any { return r.Figures.Late })
	add("Slipped", func(r portfolio.Row) any { return r.Figures.Slipped })
	add("Without a date", func(r portfolio.Row) any { return r.Figures.NoDate })
	for _, m := range append(workbook.Meanings[:len(workbook.Meanings):len(workbook.Meanings)], workbook.MeaningUnknown) {
		heading := m.Word()
		if m == workbook.MeaningUnknown {
			heading = "Status not known"
		}
		add(heading, func(r portfolio.Row) any { return r.Figures.ByMeaning[m] })
	}
	add("Findings to answer", func(r portfolio.Row) any { return r.Figures.Coverage.Needing })
	add("Findings answered", func(r portfolio.Row) any { return r.Figures.Coverage.Answered })
	add("Areas", func(r portfolio.Row) any { return r.Figures.Areas })
	add("Areas without owner", func(r portfolio.Row) any { return r.Figures.AreasUnowned })
	add("Measures", func(r portfolio.Row) any { return r.Figures.Measures })
	add("Measures better", func(r portfolio.Row) any { return r.Figures.Better })
	add("Measures worse", func(r portfolio.Row) any { return r.Figures.Worse })
	add("Too few readings", func(r portfolio.Row) any { return r.Figures.Measures - r.Figures.Judged })
	add("Measures at target", func(r portfolio.Row) any { return r.Figures.AtTarget })
	add("Errors", func(r portfolio.Row) any { return r.Errors })
	add("Warnings", func(r portfolio.Row) any { return r.Warnings })
	if c.HasThen {
		l.columns = append(l.columns, of(c.Rows, "Earlier position", 16, date, func(r portfolio.Row) any { return r.ThenOn }))
		then := func(heading string, value func(r portfolio.Row) int) {
			add(heading, func(r portfolio.Row) any {
				if r.Then == nil {
					return nil
				}
				return value(r)
			})
		}
		then("Done then", func(r portfolio.Row) int { return r.Then.Done })
		then("Late then", func(r portfolio.Row) int { return r.Then.Late })
		then("Slipped then", func(r portfolio.Row) int { return r.Then.Slipped })
		then("Findings answered then", func(r portfolio.Row) int { return r.Then.Coverage.Answered })
	}
	return l
}

// owned is something of a plan.
type owned[T any] struct {
	plan portfolio.Row
	of   T
}

func each[T any](c *portfolio.Comparison, things func(portfolio.Row) []T) (all []owned[T]) {
	for _, r := range c.Rows {
		for _, x := range things(r) {
			all = append(all, owned[T]{r, x})
		}
	}
	return all
}

func planColumn[T any](all []owned[T]) column {
	return of(all, "Plan", 30, boldWords, func(x owned[T]) any { return x.plan.Name })
}

func lateList(c *portfolio.Comparison) list {
	all := each(c, func(r portfolio.Row) []portfolio.LateAction { return r.Summary.Late })
	return list{sheet: "Late longest", table: "LateLongest", title: "Actions that are longest overdue", note: "A few of each plan; all of them stand in its own tracker.", rows: len(all), frozen: 1, columns: []column{
		planColumn(all),
		of(all, "Ref", 12, refText, func(x owned[portfolio.LateAction]) any { return x.of.Ref }),
		of(all, "Action", 60, wordy, func(x owned[portfolio.LateAction]) any { return x.of.Text }),
		of(all, "Owner", 30, wordy, func(x owned[portfolio.LateAction]) any { return x.of.Owner }),
		of(all, "Days late", 11, number, func(x owned[portfolio.LateAction]) any { return x.of.Days }),
	}}
}

func unansweredList(c *portfolio.Comparison) list {
	all := each(c, func(r portfolio.Row) []string { return r.Unanswered })
	return list{sheet: "Unanswered", table: "Unanswered", title: "Findings without an action", note: "A few of each plan; all of them stand in its own tracker.", rows: len(all), frozen: 1, columns: []column{
		planColumn(all),
		of(all, "Finding", 90, wordy, func(x owned[string]) any { return x.of }),
	}}
}

func themesList(c *portfolio.Comparison) list {
	return list{sheet: "Themes", table: "Themes", title: "Concerns that plans share", note: c.Rule, rows: len(c.Themes), frozen: 1, columns: []column{
		of(c.Themes, "Words", 30, boldWords, func(t portfolio.Theme) any { return t.Words }),
		of(c.Themes, "Plans", 10, number, func(t portfolio.Theme) any { return len(t.Plans) }),
		of(c.Themes, "Which", 60, wordy, func(t portfolio.Theme) any { return joined(t.Plans) }),
		of(c.Themes, "In one of them", 50, wordy, func(t portfolio.Theme) any { return t.Example }),
	}}
}

// comparedList is every measure with a reading, not only those of one name.
func comparedList(c *portfolio.Comparison) list {
	all := each(c, func(r portfolio.Row) []portfolio.Measure { return r.Measures })
	of := func(heading string, width float64, l look, value func(m portfolio.Measure) any) column {
		return of(all, heading, width, l, func(x owned[portfolio.Measure]) any { return value(x.of) })
	}
	figure := func(n workbook.Number) any {
		if !n.Set {
			return nil
		}
		return n.Value
	}
	return list{sheet: "Compared measures", table: "ComparedMeasures", title: "The latest reading of every measure", rows: len(all), frozen: 1,
		note: "From and to are the 95% interval of a share (Wilson's). Where the intervals of two plans overlap, the figures do not say which is higher; sorted by reading this is no league table. " + c.Alone,
		columns: []column{
			planColumn(all),
			of("Measure", 44, wordy, func(m portfolio.Measure) any { return m.Name }),
			of("Unit", 10, wordy, func(m portfolio.Measure) any { return m.Unit }),
			of("Reading", 11, decimal, func(m portfolio.Measure) any { return m.Value }),
			of("From", 11, decimal, func(m portfolio.Measure) any { return end(m, 0) }),
			of("To", 11, decimal, func(m portfolio.Measure) any { return end(m, 1) }),
			of("Period end", 14, date, func(m portfolio.Measure) any { return m.PeriodEnd }),
			of("Numerator", 12, decimal, func(m portfolio.Measure) any { return figure(m.Numerator) }),
			of("Denominator", 14, decimal, func(m portfolio.Measure) any { return figure(m.Denominator) }),
			of("England", 11, decimal, func(m portfolio.Measure) any { return figure(m.England) }),
			of("Statistical neighbours", 13, decimal, func(m portfolio.Measure) any { return figure(m.Neighbours) }),
			of("Better when", 12, wordy, func(m portfolio.Measure) any {
				if m.Lower {
					return workbook.LowerBetter
				}
				return workbook.HigherBetter
			}),
			of("Direction", 18, wordy, func(m portfolio.Measure) any { return m.Direction.String() }),
		}}
}

// end is an end of a measure's interval to one decimal, nil where it is not
// known.
func end(m portfolio.Measure, which int) any {
	from, to, known := m.Interval()
	if !known {
		return nil
	}
	return float64(int([2]float64{from, to}[which]*10+0.5)) / 10
}

// meaningsList is how plans of other words were brought together, and what could
// not be.
func meaningsList(c *portfolio.Comparison) list {
	type line struct{ kind, says string }
	all := each(c, func(r portfolio.Row) (lines []line) {
		for _, w := range r.Words {
			lines = append(lines, line{"Own word", w})
		}
		for _, u := range r.Unread {
			lines = append(lines, line{"Not brought together", u})
		}
		return lines
	})
	return list{sheet: "Own words", table: "OwnWords", title: "How plans were brought together, and what could not be", note: "Status words count by what each plan's own key says that they mean.", rows: len(all), frozen: 1, columns: []column{
		planColumn(all),
		of(all, "What", 22, wordy, func(x owned[line]) any { return x.of.kind }),
		of(all, "Says", 80, wordy, func(x owned[line]) any { return x.of.says }),
	}}
}

func leftOutList(c *portfolio.Comparison) list {
	return list{sheet: "Left out", table: "LeftOut", title: "Workbooks that could not be used", note: "None of them is in any other sheet.", rows: len(c.LeftOut), columns: []column{
		of(c.LeftOut, "Workbook", 40, boldWords, func(l portfolio.Line) any { return l.Term }),
		of(c.LeftOut, "Why", 90, wordy, func(l portfolio.Line) any { return l.Text }),
	}}
}

func questionsList(c *portfolio.Comparison) list {
	plans := func(heading string, level portfolio.Level) column {
		return of(c.Asked, heading, 12, number, func(q portfolio.Question) any { return q.Plans[level] })
	}
	return list{sheet: "What is looked at", table: "Questions", title: "What is looked at, and in how many plans", note: c.Order, rows: len(c.Asked), columns: []column{
		of(c.Asked, "What", 14, boldWords, func(q portfolio.Question) any { return q.Name }),
		of(c.Asked, "It counts", 60, wordy, func(q portfolio.Question) any { return q.About }),
		of(c.Asked, "A concern", 26, wordy, func(q portfolio.Question) any { return q.Concern }),
		of(c.Asked, "To watch", 18, wordy, func(q portfolio.Question) any { return q.Watch }),
		plans("Plans: concern", portfolio.Concern),
		plans("Plans: to watch", portfolio.Watch),
		plans("Plans: neither", portfolio.Calm),
		plans("Plans: nothing to judge", portfolio.Unsaid),
	}}
}
