package upgrade

import (
	"strconv"

	"actionplan/workbook"

	"actionplan/workbook/words"
)

// dateReader reads the dates of one table as they are written there.
type dateReader struct {
	u       *upgrade
	t       *table
	order   workbook.DateOrder
	because place // a date that can only have its month first
}

var threeNumbers = words.MustCompile(`^\s*(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4}|\d{2})\s*$`)

// newDateReader looks whether the table itself shows that its months stand
// first: at least one date can have no other reading, and none has its day
// first.
func newDateReader(u *upgrade, t *table) *dateReader {
	d := &dateReader{u: u, t: t}
	first, dayFirst := 0, 0
	for _, r := range t.rows() {
		for _, c := range r.cells {
			f := threeNumbers.FindStringSubmatch(c.text())
			if f == nil || c.Number {
				continue
			}
			a, _ := strconv.Atoi(f[1])
			b, _ := strconv.Atoi(f[2])
			switch {
			case a > 12:
				dayFirst++
			case b > 12:
				if first++; first == 1 {
					d.because = c.at
				}
			}
		}
	}
	if first > 0 && dayFirst == 0 {
		d.order = workbook.MonthFirst
	}
	return d
}

// day puts the date of a cell into an action. Words that have one reading
// become dates, also of other columns; others stay as they are, for check to
// say what to type.
func (d *dateReader) day(a *action, heading string, c cell) {
	title := d.title(c)
	switch {
	case !c.Date.IsZero() && c.Struck != "":
		d.u.note(harmNotLive, "struck-out dates", c.at, "The date %s is struck out and is not carried over.", c.Text)
		return
	case !c.Date.IsZero():
		date := c.Date
		if c.Month && date.Day() == 1 && heading != workbook.ColStart {
			date = monthEnd(date)
			d.u.changed(c.at, title, c.Date.MonthYear(), uk(date), "a month is taken to its end")
			d.u.months++
		}
		a.set(heading, date.String(), c.at)
		return
	}
	text := c.text()
	if superseded, ok := d.read(c.Struck); ok && text != "" {
		if now, ok := d.read(text); ok && heading == workbook.ColDue && now.Sure && superseded.Sure && !a.has(workbook.ColRevisedDue) {
			a.set(workbook.ColDue, superseded.Due.String(), c.at)
			a.set(workbook.ColRevisedDue, now.Due.String(), c.at)
			d.u.changed(c.at, title, c.Text, uk(superseded.Due)+", revised to "+uk(now.Due), "the first date is struck out, so the other is the date now agreed")
			return
		}
	}
	if text == "" {
		return
	}
	if _, quiet := workbook.ReadDate(text); quiet && d.order == workbook.DayFirst {
		a.set(heading, contentDate(text), c.at)
		d.u.typed++
		d.u.changedTo(c.at, title, text, contentDate(text))
		return
	}
	w, ok := d.read(text)
	if !ok || !w.Sure || !d.spread(a, heading, w, c, title) {
		a.set(heading, text, c.at)
		d.u.undecidedDate(c.at, text)
	}
}

func (d *dateReader) title(c cell) string {
	for _, column := range d.t.columns {
		if column.col == c.Col {
			return column.title()
		}
	}
	return ""
}

func (d *dateReader) read(text string) (workbook.When, bool) {
	if text == "" {
		return workbook.When{}, false
	}
	return workbook.ReadWhen(text, d.order)
}

// spread puts what words say into the columns where it belongs; false where
// that would go against the rest of the row.
func (d *dateReader) spread(a *action, heading string, w workbook.When, c cell, title string) bool {
	due := heading == workbook.ColDue
	switch {
	case !w.Completed.IsZero() && w.Due.IsZero():
		if heading == workbook.ColCompleted {
			a.set(heading, w.Completed.String(), c.at)
			break
		}
		status, known := guessStatus(a.values[workbook.ColStatus])
		if !due || !known || status.means != workbook.Delivered && status.means != workbook.Embedded || a.has(workbook.ColCompleted) {
			return false
		}
		a.set(workbook.ColCompleted, w.Completed.String(), c.at)
	case w.Due.IsZero():
		if heading != workbook.ColStart {
			return false
		}
		a.set(heading, w.Start.String(), c.at)
	case !w.Revised.IsZero() && due:
		a.set(heading, w.Due.String(), c.at)
		if !a.has(workbook.ColRevisedDue) {
			a.set(workbook.ColRevisedDue, w.Revised.String(), c.at)
		}
	case !w.Revised.IsZero():
		a.set(heading, w.Revised.String(), c.at)
	default:
		a.set(heading, w.Due.String(), c.at)
		if heading == workbook.ColStart && !w.Start.IsZero() {
			a.set(heading, w.Start.String(), c.at)
		}
		if due && !w.Start.IsZero() && !a.has(workbook.ColStart) {
			a.set(workbook.ColStart, w.Start.String(), c.at)
		}
	}
	d.u.typed++
	why := ""
	if w.Whole {
		why = "a month, quarter or span is taken to its end"
	}
	if d.order == workbook.MonthFirst && !w.Other.IsZero() {
		d.u.note(harmDate, "dates to look at", c.at, "%s was read as %s, because %s can only have its month first. If %s is meant, change it.", quoted(c.text()), w.Due.Long(), d.because.cell().Name(), w.Other.Long())
		why = "its month stands first"
	}
	d.u.changed(c.at, title, c.text(), a.dates(heading), why)
	return true
}

func contentDate(text string) string {
	d, _ := workbook.ReadDate(text)
	return d.String()
}

func uk(d workbook.Date) string { return d.Time().Format("02/01/2006") }

func monthEnd(d workbook.Date) workbook.Date {
	next := d.Add(32 - d.Day())
	return next.Add(-next.Day())
}
