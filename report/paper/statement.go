package paper

import (
	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook/check"
)

// KindStatement is what a sealed file says of a paper that Statement made.
const KindStatement = "statement"

// Statement makes the paper that goes with a plan when it is sent: whether it is
// ready, the statutory clock, what is left and every waiver in full.
func Statement(s check.SubmissionStatement) *block.Paper {
	p := &block.Paper{
		Kind:    KindStatement,
		Title:   documentTitle(s.Organisation, s.Title),
		Author:  s.Organisation,
		Lang:    "en-GB",
		Date:    s.AsOf.Time(),
		Running: block.Running{Left: s.Title, Right: s.AsOf.Long(), Foot: s.Plan},
		Looks:   looks(),
		Front: block.Front{Organisation: s.Organisation, Brand: report.BrandOf(s.BrandColour).Colour, Title: s.Title, Blocks: []block.Block{terms(block.TitleLines, []report.Line{
			{Term: "Plan", Text: s.Plan}, {Term: "As at", Text: s.AsOf.Long()}, {Term: "Workbook", Text: s.File}, fingerprint(s.SHA256),
		})}},
	}
	for _, part := range s.Parts {
		p.Sections = append(p.Sections, statementSection(part))
	}
	return p
}

func statementSection(part check.StatementPart) block.Section {
	section := block.Section{Name: "statement", Blocks: []block.Block{block.Heading{Level: 2, Size: block.SectionSize, Runs: text(part.Heading)}}}
	for _, s := range part.Paragraphs {
		section.Blocks = append(section.Blocks, sentence(s))
	}
	if part.Signs != "" {
		section.Blocks = append(section.Blocks, signTable(part))
	}
	if len(part.List) > 0 {
		section.Blocks = append(section.Blocks, bullets(part.List))
	}
	if len(part.Left) > 0 {
		section.Blocks = append(section.Blocks, leftTable(part))
	}
	if len(part.Waived) > 0 {
		section.Blocks = append(section.Blocks, waivedTable(part.Heading, statedWaivers(part)).Table)
	}
	return section
}

// signTable has room to sign the statement by hand.
func signTable(part check.StatementPart) block.Table {
	const room = "\n\u00a0\n\u00a0" // two more lines
	t := newListing("signature", part.Heading, "who",
		block.Column{Name: "who", Title: "Senior responsible owner", Width: 60},
		block.Column{Name: "signature", Title: "Signature", Width: 70},
		block.Column{Name: "date", Title: "Date", Width: 40},
	)
	t.Sorts = false
	t.add(block.Row{}, strong(part.Signs), plain("Sign here"+room), plain("Date here"+room))
	return t.Table
}

// leftTable lists every problem of a part: a statement leaves none out, and
// says by which rule rather than how to fix it.
func leftTable(part check.StatementPart) block.Table {
	var left []report.ProblemLine
	for _, p := range part.Left {
		left = append(left, report.LineOf(p))
	}
	t := problemsTable(part.Heading, left)
	t.give("fix", "wrong")
	return t.Table
}

// statedWaivers are waivers in full: what each of them waives, and until when.
func statedWaivers(part check.StatementPart) []report.ProblemLine {
	var lines []report.ProblemLine
	for _, w := range part.Waived {
		line := report.LineOf(w.Problem)
		line.Waives = w.Covers + ", rule " + line.Rule + " (" + line.Severity + "). " + w.Until + "."
		line.WaivedWhy, line.WaivedBy = w.Reason, w.By
		lines = append(lines, line)
	}
	return lines
}
