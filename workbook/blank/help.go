package blank

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"actionplan/workbook"
)

// What a cell tells the person who is typing: the heading's note, the prompt
// beside a cell, the dropdown, and the message that refuses or warns.

// Limits that Excel sets.
const (
	promptTitleLimit = 32
	promptLimit      = 255
	messageLimit     = 225
)

// Days that a date cell takes, as serial numbers, and how they are said.
var earliest, latest = workbook.MustDate("2000-01-01").Serial(), workbook.MustDate("2099-12-31").Serial()

// columnNote is the note on a heading.
func columnNote(c *workbook.Column) []excelize.RichTextRun {
	need := "May stay blank."
	if c.Required {
		need = "Required: please fill this in on every row."
	}
	text := "\n" + need + "\n\n" + c.Help
	if c.Example != "" {
		text += "\n\nExample: " + c.Example
	}
	return []excelize.RichTextRun{
		{Text: c.Heading, Font: &excelize.Font{Bold: true, Family: fontName, Size: 10}},
		{Text: text, Font: &excelize.Font{Family: fontName, Size: 10}},
	}
}

func (b *blankBook) note(sheet, cell string, runs []excelize.RichTextRun) {
	lines := 0
	for _, run := range runs {
		for _, line := range strings.Split(run.Text, "\n") {
			lines += 1 + utf8.RuneCountInString(line)/40
		}
	}
	b.do(b.x.AddComment(sheet, excelize.Comment{Cell: cell, Author: "actionplan", Paragraph: runs, Width: 280, Height: uint(30 + 16*lines)}))
}

// help puts the prompt, the dropdown and the refusal on a column's cells.
func (b *blankBook) help(sheet, area string, s *workbook.Sheet, c *workbook.Column) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = area
	dv.SetInput(clip(c.Heading, promptTitleLimit), clip(prompt(c), promptLimit))
	b.do(b.restrict(dv, s, c))
	b.do(b.x.AddDataValidation(sheet, dv))
}

func prompt(c *workbook.Column) string {
	text := c.Help
	if c.Required {
		text = "Required. " + text
	}
	if c.Example != "" {
		text += " Example: " + c.Example
	}
	return text
}

// restrict says what a column's cells take. Fixed lists, dates and whole
// numbers stop what cannot be right; refs and owners only warn, because a
// cell may hold several refs, or a row that will be typed later.
func (b *blankBook) restrict(dv *excelize.DataValidation, s *workbook.Sheet, c *workbook.Column) error {
	switch c.Kind {
	case workbook.List:
		dv.SetSqrefDropList(listRange(c.List))
		stop(dv, "Not in the list", "Please choose one of: "+strings.Join(c.List, ", ")+".")
	case workbook.StatusWord:
		dv.SetSqrefDropList(pickStatus)
		stop(dv, "Not a word of the key", "Please choose a status word from the list. If your council uses another word, put it on the Key sheet first.")
	case workbook.RefTo:
		dv.SetSqrefDropList(pickNames[c.To])
		warn(dv, "Not there yet", "The "+c.To+" sheet has no row with this ref. Keep it only if you will add that row.")
	case workbook.RefsTo:
		dv.SetSqrefDropList(pickNames[c.To])
		warn(dv, "More than one ref?", "This is not one of the refs on the "+c.To+" sheet. Several refs, separated by a semicolon, are fine: keep them.")
	case workbook.RefsOrText:
		dv.SetSqrefDropList(pickNames[c.To])
	case workbook.Owner:
		dv.SetSqrefDropList(pickNames[workbook.SheetPeople])
		warn(dv, "Not on the People sheet", "This owner is not on the People sheet. Keep it only if you will add the post to People.")
	case workbook.Day:
		stop(dv, "Not a date", "Please type a day that exists, from 2000 to 2099, as day/month/year, such as 30/11/2026. Words such as \"end of March\" belong in a note.")
		return dv.SetRange(earliest, latest, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)
	case workbook.Figure, workbook.Amount:
		stop(dv, "Not a number", "Please type a number only, such as 48 or 60%. Words belong in a note or comment.")
		return dv.SetRange(-1000000000, 1000000000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween)
	case workbook.Whole:
		stop(dv, "Not a whole number", fmt.Sprintf("Please type a whole number from %d to %d.", c.Min, c.Max))
		return dv.SetRange(c.Min, c.Max, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween)
	case workbook.Ref:
		warn(dv, "Used already", "Another row has this ref. Each ref may stand on one row only.")
		return dv.SetRange(onceIn(s, c, b.reach.help(s.Name)), "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween)
	default:
		if s.Name == workbook.SheetKey && c.Heading == workbook.ColColour {
			dv.SetSqrefDropList(listRange(workbook.Colours))
		}
	}
	return nil
}

// onceIn is true of a ref that stands on one row only. It reaches its column by
// a name: LibreOffice loses a plain reference of a dropdown when somebody
// deletes the sheet behind it.
func onceIn(s *workbook.Sheet, c *workbook.Column, to int) string {
	refs, place := refsOf(s), ""
	if !hasCheck(s) {
		refs, place = rowsOf(s), ","+listsSheet+"!"+found(s, c.Heading)
	}
	return fmt.Sprintf(`SUMPRODUCT(--(TRIM(INDEX(%[1]s,1%[2]s):INDEX(%[1]s,%[3]d%[2]s)&amp;"")=TRIM(INDEX(%[1]s,ROW()%[2]s)&amp;"")))=1`, refs, place, to)
}

func stop(dv *excelize.DataValidation, title, message string) {
	dv.SetError(excelize.DataValidationErrorStyleStop, clip(title, promptTitleLimit), clip(message, messageLimit))
}

func warn(dv *excelize.DataValidation, title, message string) {
	dv.SetError(excelize.DataValidationErrorStyleWarning, clip(title, promptTitleLimit), clip(message, messageLimit))
}

// clip cuts at a word so that Excel takes the text.
func clip(text string, limit int) string {
	runes := []rune(text)
	if len(runes) <= limit {
		return text
	}
	cut := string(runes[:limit-1])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;.:") + "…"
}

func checkNote() []excelize.RichTextRun {
	return []excelize.RichTextRun{
		{Text: workbook.CheckHeading, Font: &excelize.Font{Bold: true, Family: fontName, Size: 10}},
		{Text: "\nWorked out for you: the worst thing to fix in this row, in words, or OK. Fix it and the next one shows. The ref to the left has the same colour: red must be fixed, yellow may be right. Nothing is typed here.", Font: &excelize.Font{Family: fontName, Size: 10}},
	}
}

func (e Extra) note() []excelize.RichTextRun {
	return []excelize.RichTextRun{
		{Text: e.Heading, Font: &excelize.Font{Bold: true, Family: fontName, Size: 10}},
		{Text: "\n" + e.Help, Font: &excelize.Font{Family: fontName, Size: 10}},
	}
}

// guardCheck keeps people from typing over the Check formulas.
func (b *blankBook) guardCheck(s *workbook.Sheet, area string) {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = area
	stop(dv, "Worked out for you", "This column is worked out from the rest of the row. Press Escape to keep it as it is.")
	b.do(dv.SetRange("FALSE", "", excelize.DataValidationTypeCustom, excelize.DataValidationOperatorBetween))
	b.do(b.x.AddDataValidation(s.Name, dv))
}
