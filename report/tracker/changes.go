package tracker

import "actionplan/report"

const sheetChanges = "Changes"

// drawChanges lists every change since the earlier plan, field by field and in
// words.
func (k *book) drawChanges() {
	m := k.b.Movement
	l := list{sheet: sheetChanges, table: "ChangeList", title: m.Heading, note: m.Sentence, rows: len(m.All), frozen: 1}
	of := func(heading string, width float64, l look, v func(x report.ChangeRow) any) column {
		return column{heading: heading, width: width, look: l, cell: func(i int) content { return content{v: v(m.All[i])} }}
	}
	l.columns = []column{
		of("Change", 22, boldWords, func(x report.ChangeRow) any { return x.Kind }),
		of("Sheet", 13, wordy, func(x report.ChangeRow) any { return x.Sheet }),
		of("Ref", 10, refText, func(x report.ChangeRow) any { return x.Ref }),
		of("Column", 20, wordy, func(x report.ChangeRow) any { return x.Field }),
		of("Before", 30, wordy, func(x report.ChangeRow) any { return x.Old }),
		of("Now", 30, wordy, func(x report.ChangeRow) any { return x.New }),
		of("Days", 9, numberOrBlank, func(x report.ChangeRow) any { return daysOrBlank(x.Days) }),
		of("In words", 60, wordy, func(x report.ChangeRow) any { return x.Words }),
	}
	k.draw(l)
}

func daysOrBlank(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

// since adds to the words of a figure what it was at the earlier position. The
// formula gives the same words.
func since(c content, then string) content {
	text, isText := c.v.(string)
	if then == "" || !isText {
		return c
	}
	c.v = text + "; " + then
	if c.formula != "" {
		c.formula += `&"; ` + then + `"`
	}
	return c
}
