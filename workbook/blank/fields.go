package blank

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
	"actionplan/workbook/xlsx"
)

// groupRows is how many rows a field that may be repeated starts with.
var groupRows = map[string]int{workbook.FieldDecisions: 3, workbook.FieldLastAsked: 2}

// fieldWidths are those of the columns Field, Value and What to put here.
var fieldWidths = []float64{32, 54, 68}

// fillFields writes a sheet whose fields stand below one another.
func (b *blankBook) fillFields(s *workbook.Sheet, o Options) {
	for i, text := range []string{HeadingField, HeadingValue, HeadingPlanHelp} {
		letter := xlsx.ColumnLetters(i + 1)
		b.do(b.x.SetColWidth(s.Name, letter, letter, fieldWidths[i]))
		b.say(s.Name, i+1, 1, text)
		b.do(b.x.SetCellStyle(s.Name, letter+"1", letter+"1", b.looks.tableHead))
	}
	b.do(b.x.SetRowHeight(s.Name, 1, 28))
	row := 2
	fill := func(c *workbook.Column, value string) {
		b.fillField(s, c, row, value)
		row++
	}
	for i := range s.Columns {
		c := &s.Columns[i]
		switch {
		case c.Below != "": // stands with the field that it goes with
		case c.Repeats:
			b.fillGroups(s, c, fill)
		default:
			fill(c, b.fieldValue(c, o))
		}
	}
	b.finish(page{sheet: s.Name, lastCol: 3, lastRow: row - 1, freezeCols: 1, freezeRows: 1, tab: requiredTab, width: fieldWidths[0] + fieldWidths[1] + fieldWidths[2]})
}

// fillGroups writes a field that may be repeated, each time with the fields that
// go with it below.
func (b *blankBook) fillGroups(s *workbook.Sheet, c *workbook.Column, fill func(*workbook.Column, string)) {
	fields := []*workbook.Column{c}
	for i := range s.Columns {
		if s.Columns[i].Below == c.Heading {
			fields = append(fields, &s.Columns[i])
		}
	}
	groups := b.fieldGroups(c)
	for len(groups) < groupRows[c.Heading] {
		groups = append(groups, nil)
	}
	for _, group := range groups {
		for _, field := range fields {
			fill(field, group[field.Heading])
		}
	}
}

// fieldGroups are the rows of a field that may be repeated, each with those
// that go with it.
func (b *blankBook) fieldGroups(c *workbook.Column) []map[string]string {
	plan := workbook.FindSheet(workbook.SheetPlan)
	var groups []map[string]string
	for _, row := range b.content.Rows[workbook.SheetPlan] {
		field := plan.Column(row[HeadingField])
		switch {
		case field == nil || field != c && field.Below != c.Heading:
			continue
		case field == c || len(groups) == 0:
			groups = append(groups, map[string]string{})
		}
		groups[len(groups)-1][field.Heading] = row[HeadingValue]
	}
	return groups
}

// fieldValue is what stands in a field's row, "" for a blank one.
func (b *blankBook) fieldValue(c *workbook.Column, o Options) string {
	for _, row := range b.content.Rows[workbook.SheetPlan] {
		if row[HeadingField] == c.Heading {
			return row[HeadingValue]
		}
	}
	switch c.Heading {
	case workbook.FieldOrganisation:
		return o.Organisation
	case workbook.FieldTemplateVersion:
		return workbook.TemplateVersion
	}
	return ""
}

func (b *blankBook) fillField(s *workbook.Sheet, c *workbook.Column, row int, value string) {
	look, help := b.looks.fieldOptional, c.Help
	if c.Required {
		look, help = b.looks.fieldRequired, "Required. "+help
	}
	if c.Example != "" && c.Heading != workbook.FieldTemplateVersion {
		help += " Example: " + c.Example
	}
	name, cell := fmt.Sprintf("A%d", row), fmt.Sprintf("B%d", row)
	b.say(s.Name, 1, row, c.Heading)
	b.do(b.x.SetCellStyle(s.Name, name, name, look))
	b.do(b.x.SetCellStyle(s.Name, cell, cell, b.fieldLook(c)))
	b.put(s.Name, 2, row, c, value)
	b.say(s.Name, 3, row, help)
	b.do(b.x.SetCellStyle(s.Name, fmt.Sprintf("C%d", row), fmt.Sprintf("C%d", row), b.looks.fieldHelp))
	b.fitRow(s.Name, row, []string{c.Heading, value, help}, []float64{fieldWidths[0], fieldWidths[1], fieldWidths[2] * 1.1}) // help is in smaller letters
	b.help(s.Name, cell, s, c)
	if c.Required {
		b.format(s.Name, cell, "LEN("+cleaned(fmt.Sprintf("$B$%d", row))+")=0", b.looks.missing)
	}
}

// fieldLook is a value's style: as in a record sheet, but always to the left,
// because the values stand below one another.
func (b *blankBook) fieldLook(c *workbook.Column) int {
	s := excelize.Style{Font: font(11, ink, false), Alignment: align("left", "top", true), Border: edges(rule, 1, "bottom")}
	switch {
	case c.Kind == workbook.Day:
		s.CustomNumFmt = ptr(longDate)
	case c.Kind == workbook.Whole:
		s.CustomNumFmt = ptr("0")
	case c.Heading == workbook.FieldBrandColour: // or 001e62 becomes a number
		s.CustomNumFmt = ptr(textFormat)
	}
	return b.style(s)
}
