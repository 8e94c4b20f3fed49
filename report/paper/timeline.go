package paper

import (
	"cmp"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/workbook"
)

// timeline is when actions are due: a table whose last column is a chart.
func (c *composer) timeline() []block.Block {
	t := c.brief.Timeline
	if len(t.Rows) == 0 {
		return nil
	}
	made := block.Timeline{Caption: c.now.Heading, Chart: window(t)}
	for _, r := range t.Rows {
		row := block.TimelineRow{
			Continued: refAnd(r.Ref, "continued"), Ref: r.Ref, Name: r.Name, Status: inWords(r.Status),
			Alt: cmp.Or(r.Alt, "No date"), Words: r.Words, NewArea: r.NewArea, Sort: sortedBy(r),
			Bar: chart.Bar{Start: daysIn(t, r.Start), Due: daysIn(t, r.FirstDue), Now: daysIn(t, r.Now), BeforeStart: r.BeforeStart, Late: r.Late},
		}
		if r.Action != nil {
			row.ID = c.claim(r.Action.ID)
		}
		made.Rows = append(made.Rows, row)
	}
	return append([]block.Block{made}, notes(t.LeftOut)...)
}

// window is the time that the chart shows.
func window(t report.Timeline) chart.Timeline {
	made := chart.Timeline{Days: t.To.Sub(t.From)}
	for _, tick := range t.Ticks {
		made.Ticks = append(made.Ticks, chart.Tick{Day: tick.From.Sub(t.From), Label: tick.Label, Year: tick.Year})
	}
	if !t.Today.IsZero() {
		made.Today = chart.Flag{Day: t.Today.Sub(t.From), Label: t.TodayLabel}
	}
	if !t.Board.IsZero() {
		made.Board = chart.Flag{Day: t.Board.Sub(t.From), Label: t.BoardLabel}
	}
	return made
}

// daysIn counts from the first day of the window; nil without a date.
func daysIn(t report.Timeline, d workbook.Date) *int {
	if d.IsZero() {
		return nil
	}
	n := d.Sub(t.From)
	return &n
}

// sortedBy is the date that an action is due now.
func sortedBy(r report.TimelineRow) string {
	if r.Now.After(r.FirstDue) || r.BeforeStart && !r.Now.IsZero() {
		return r.Now.String()
	}
	if r.FirstDue.IsZero() {
		return noDate
	}
	return r.FirstDue.String()
}
