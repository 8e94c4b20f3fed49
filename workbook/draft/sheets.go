package draft

import (
	"fmt"
	"slices"
	"strings"

	"actionplan/workbook/letter"
	"actionplan/workbook/words"
	"actionplan/workbook/xlsx"
)

// sheetRead is the sheet that says what was read of the letters.
const sheetRead = "What was read"

// checkFill is the colour of what should be looked at.
const checkFill = "FFE699"

// sheets are what a draft adds behind the plan's own: what was read, and of
// each letter its whole text beside the rows made from it. findings is the
// Findings sheet as the workbook spells it.
func (d *draft) sheets(findings string) []xlsx.AddedSheet {
	list := []xlsx.AddedSheet{d.readSheet()}
	for i, l := range d.letters {
		if !l.Known {
			list = append(list, d.textSheet(i, findings))
		}
	}
	return list
}

// readSheet has the facts of each letter, what contradicts itself first.
func (d *draft) readSheet() xlsx.AddedSheet {
	s := xlsx.AddedSheet{Name: d.freeName(sheetRead),
		Intro: []string{"What was read",
			"What a letter doesn't print is not filled in. Lines marked in colour should be looked at. You may delete this sheet.",
			"On Findings, rows whose Confidence is " + pleaseCheck + " were judged by weak words: read them in the letter. Owners, actions, dates and outcomes are left to you."},
		Headings: []string{"Visit", "Fact", "What the letter says", "Where it went"}, Widths: []float64{14, 34, 100, 24}}
	for _, note := range d.log.Notes {
		s.Rows = append(s.Rows, xlsx.AddedRow{Values: []string{"Please check", "", note, ""}, Fill: checkFill})
	}
	for i, l := range d.letters {
		if !l.Known {
			s.Rows = append(s.Rows, factRows(l, d.visitOf[i])...)
		}
	}
	return s
}

// factRows are what was read of one letter, a line each.
func factRows(l *letter.Letter, visit string) []xlsx.AddedRow {
	var rows []xlsx.AddedRow
	add := func(fact, value, where string) {
		if value == "" {
			value, where = "Not printed", ""
		}
		rows = append(rows, xlsx.AddedRow{Values: []string{visit, fact, value, where}})
	}
	f, visits := l.Facts, "Visits, "+visit
	add("File", l.Name, "")
	add("Organisation", f.Organisation, "Plan")
	add("Written to", strings.Join(f.Addressees, "\n"), "")
	add("Kind of visit", f.Kind, visits)
	if f.Kind == letter.MonitoringVisit {
		add("Number of the visit", number(f.Number), visits)
	}
	add("First day", inForm(f.Started, longDay), visits)
	add("Last day", inForm(f.Ended, longDay), visits)
	add("Date of the letter", inForm(f.Dated, longDay), visits)
	add("Framework", f.Framework, visits)
	add("What was looked at", f.Scope, visits)
	for _, j := range f.Judgements {
		add("Judgement: "+j.Area, j.Grade, "")
	}
	if f.Outcome != "" {
		add("Outcome", f.Outcome, visits+"; Plan")
	}
	add("Judgement before", f.Previous, "")
	add("Date of the inspection before", f.PreviousDate, "")
	add("Plan to be sent by", inForm(f.PlanDue, longDay), "Plan")
	if !f.DraftDue.IsZero() {
		add("Draft plan to be sent by", inForm(f.DraftDue, longDay), "")
	}
	if f.PlanSentence != "" {
		add("The sentence that says so", f.PlanSentence, "Plan")
	}
	if len(f.Partners) > 0 {
		add("Partners", strings.Join(f.Partners, "\n"), "")
	}
	for _, finding := range l.Findings {
		if finding.Responsible != "" {
			add("Responsible body", finding.Responsible+": "+words.ClipWords(finding.Text, 120), "Areas")
		}
	}
	return rows
}

// textSheet has a letter's whole text, paragraph by paragraph.
func (d *draft) textSheet(i int, findings string) xlsx.AddedSheet {
	l := d.letters[i]
	s := xlsx.AddedSheet{Name: d.freeName("Letter " + d.visitOf[i]),
		Intro: []string{"Letter " + d.visitOf[i] + ": " + visitTitle(l),
			"The whole text of " + l.Name + " as it was read, and the rows of Findings made from each paragraph. Those marked in colour have one to check. Nothing reads this sheet."},
		Headings: []string{"Findings", "Kind", "Text", "Heading", "Paragraph", "Page", "Cue words"}, Widths: []float64{20, 20, 100, 34, 11, 8, 34}}
	made := make([][]int, len(l.Passages)) // findings by passage
	for k, f := range l.Findings {
		for n := f.Passage; n <= f.Last; n++ {
			made[n] = append(made[n], k)
		}
	}
	for n, p := range l.Passages {
		s.Rows = append(s.Rows, d.textRow(i, made[n], p, findings))
	}
	return s
}

// textRow is a paragraph, with the findings made of it.
func (d *draft) textRow(i int, made []int, p letter.Passage, findings string) xlsx.AddedRow {
	var refs, kinds, told []string
	row := xlsx.AddedRow{}
	for _, k := range made {
		f, ref := d.letters[i].Findings[k], d.refOf[i][k]
		refs, kinds = append(refs, ref), append(kinds, f.Kind.String())
		if c := cues(f); c != "" && !slices.Contains(told, c) {
			told = append(told, c)
		}
		if row.Link.Sheet == "" && d.rowOf[ref] > 0 {
			row.Link = xlsx.Cell{Sheet: findings, Col: 1, Row: d.rowOf[ref]}
		}
		if f.Doubtful {
			row.Fill = checkFill
		}
	}
	text, heading := p.Text, p.Heading
	if p.Label != "" && p.Number() == "" {
		text = "• " + text
	}
	if p.IsHeading {
		heading = ""
	}
	row.Values = []string{strings.Join(refs, "; "), strings.Join(kinds, "; "), text, heading, p.Number(), number(p.Page), strings.Join(told, "; ")}
	return row
}

// freeName is a sheet's name that the plan hasn't got yet.
func (d *draft) freeName(name string) string {
	free := name
	for n := 2; slices.ContainsFunc(d.taken, func(t string) bool { return strings.EqualFold(t, free) }); n++ {
		free = fmt.Sprintf("%s (%d)", name, n)
	}
	d.taken = append(d.taken, free)
	return free
}
