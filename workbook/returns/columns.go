package returns

import (
	"slices"

	"actionplan/workbook"
)

// column is one column of the sheet that an owner fills in. Headings are the
// plan's own, so that a return is read exactly as a plan is.
type column struct {
	heading string
	open    bool // the owner may fill it in
	width   float64
}

// requestColumns are the columns of Actions that the table sends to owners, in
// the order that it gives them: what it is about, what is asked, and what helps
// to answer.
func requestColumns() []column {
	var asked []*workbook.Column
	all := workbook.FindSheet(workbook.SheetActions).Columns
	for i := range all {
		if all[i].Return != nil {
			asked = append(asked, &all[i])
		}
	}
	slices.SortStableFunc(asked, func(a, b *workbook.Column) int { return a.Return.Place - b.Return.Place })
	list := make([]column, len(asked))
	for i, c := range asked {
		list[i] = column{c.Heading, c.Return.Asking == workbook.Asked, c.Return.Width}
	}
	return list
}

// timingHeading is a column that only helps: it is not read back.
const timingHeading = "Timing"

// askedColumns are the columns that the plan has too.
func askedColumns(p *workbook.Plan) []column {
	var list []column
	for _, c := range requestColumns() {
		if len(p.Actions) > 0 && p.Actions[0].Has(c.heading) {
			list = append(list, c)
		}
	}
	return list
}

func schemaColumn(heading string) *workbook.Column {
	return workbook.FindSheet(workbook.SheetActions).Column(heading)
}

// dayOf is the day in a column of days.
func dayOf(a *workbook.Action, heading string) workbook.Date {
	return schemaColumn(heading).Value(a).Date
}

// written is a cell of an action as it is compared: a day that could be read
// as yyyy-mm-dd, all else as it was typed.
func written(a *workbook.Action, heading string) string {
	if d := dayOf(a, heading); !d.IsZero() {
		return d.String()
	}
	return a.Raw(heading)
}

// inWords is written for people: days as 31 Dec 2026.
func inWords(heading, value string) string {
	if schemaColumn(heading).Kind == workbook.Day {
		if d, err := workbook.ParseISO(value); err == nil {
			return d.Short()
		}
	}
	return value
}
