package returns

import (
	"actionplan/workbook"
	"actionplan/workbook/words"
)

// A request carries, on a sheet that nobody sees, what was sent: without it
// nobody could tell what a return has changed from what the plan has changed
// since. All of it is text.

// baselineVersion stands behind the mark. The sheet is one of
// workbook.OurSheets, so that it is never read as part of a plan.
const baselineVersion = "1"

// baseline is what was sent to one owner.
type baseline struct {
	planFile     string
	planSHA256   string // of the plan's bytes, lower-case hex
	organisation string
	title        string
	owner        string
	asked        []string // every owner who was asked in that run, this one too
	asOf         workbook.Date
	headings     []string
	refs         []string                     // in the order sent
	sent         map[string]map[string]string // folded ref → heading → value, see written
}

func newBaseline(p *workbook.Plan, owner string, asOf workbook.Date, headings []string) *baseline {
	return &baseline{planFile: p.File, planSHA256: p.SHA256, organisation: p.Info.Organisation, title: p.Info.Title,
		owner: owner, asOf: asOf, headings: headings, sent: map[string]map[string]string{}}
}

func (b *baseline) add(ref string, values map[string]string) {
	b.refs = append(b.refs, ref)
	b.sent[words.Fold(ref)] = values
}

// rows is the sheet, line by line.
func (b *baseline) rows() [][]string {
	rows := [][]string{
		{workbook.SentMark, baselineVersion},
		{"Plan file", b.planFile},
		{"Plan SHA-256", b.planSHA256},
		{"Organisation", b.organisation},
		{"Plan title", b.title},
		append([]string{"Owner", b.owner}, b.asked...),
		{"As of", b.asOf.String()},
		b.headings,
	}
	for _, ref := range b.refs {
		row := make([]string, len(b.headings))
		for i, h := range b.headings {
			row[i] = b.sent[words.Fold(ref)][h]
		}
		rows = append(rows, row)
	}
	return rows
}

var errNotOurs = words.Fail("copy what it says into the workbook that was sent out", "it is not a workbook that \"actionplan extract\" made, or its hidden sheet of what was sent is gone")

// readBaseline finds what was sent in a workbook that has come back.
func readBaseline(s *workbook.Survey) (*baseline, error) {
	for _, sheet := range s.Sheets {
		if sheet.Name == workbook.SheetSent {
			return parseBaseline(sheet)
		}
	}
	return nil, errNotOurs
}

func parseBaseline(sheet workbook.SurveyedSheet) (*baseline, error) {
	text := func(row, col int) string { return sheet.At(col, row).Text }
	if text(1, 1) != workbook.SentMark {
		return nil, errNotOurs
	}
	if text(1, 2) != baselineVersion {
		return nil, words.Fail("collect it with that version, or extract anew", "it was made by another version of actionplan")
	}
	b := &baseline{planFile: text(2, 2), planSHA256: text(3, 2), organisation: text(4, 2), title: text(5, 2), owner: text(workbook.SentOwner, 2),
		sent: map[string]map[string]string{}}
	var err error
	if b.asOf, err = workbook.ParseISO(text(7, 2)); err != nil {
		return nil, errNotOurs
	}
	for _, r := range sheet.Rows {
		switch {
		case r.Number == workbook.SentOwner:
			for _, c := range r.Cells {
				if c.Col > 2 {
					b.asked = append(b.asked, c.Text)
				}
			}
		case r.Number == 8:
			for _, c := range r.Cells {
				b.headings = append(b.headings, c.Text)
			}
		case r.Number > 8 && len(b.headings) > 0:
			values := make(map[string]string, len(b.headings))
			for i, h := range b.headings {
				values[h] = r.At(i + 1).Text
			}
			b.add(values[workbook.ColRef], values)
		}
	}
	if len(b.headings) == 0 || b.headings[0] != workbook.ColRef {
		return nil, errNotOurs
	}
	return b, nil
}
