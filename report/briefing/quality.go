package briefing

import (
	"slices"

	"actionplan/report"
	"actionplan/report/tagged"
)

// quality is how the figures were checked: which file they come from, what is
// wrong with it, and what somebody has looked at and answers for.
func (p *paper) quality() []tagged.Block {
	q := p.brief.Quality
	blocks := p.withIntro()
	for _, s := range q.Sentences {
		blocks = append(blocks, sentence(s))
	}
	if lines := provenance(q); len(lines) > 0 {
		blocks = append(blocks, terms(lines, 26, 3, meanings, 0.6))
	}
	blocks = append(blocks, problems(q.Problems)...)
	blocks = append(blocks, waived(q.Waived)...)
	if p.brief.Contact != "" {
		blocks = append(blocks, tagged.Para{Runs: tagged.Text("To have this paper in another format, ask: " + p.brief.Contact), Style: meanings, Before: 3, Width: readWidth})
	}
	if len(blocks) == 1 {
		return nil
	}
	return blocks
}

func provenance(q report.Quality) []report.Line {
	var lines []report.Line
	if q.File != "" {
		lines = append(lines, report.Line{Term: "Workbook", Text: q.File})
	}
	if q.SHA256 != "" {
		lines = append(lines, report.Line{Term: "SHA-256", Text: grouped(q.SHA256)})
	}
	return lines
}

// grouped puts a space after every eight digits, so that two long numbers can
// be compared by eye.
func grouped(digits string) string {
	var out []byte
	for i := range len(digits) {
		if i > 0 && i%8 == 0 {
			out = append(out, ' ')
		}
		out = append(out, digits[i])
	}
	return string(out)
}

// mostProblems is how many problems the paper lists; the tracker lists all.
const mostProblems = 40

// problems lists errors and warnings; advice is for those who keep the workbook.
func problems(all []report.ProblemLine) []tagged.Block {
	listed := slices.DeleteFunc(slices.Clone(all), func(p report.ProblemLine) bool { return p.Severity == "advice" })
	if len(listed) == 0 {
		return nil
	}
	more := len(listed) > mostProblems
	listed = listed[:min(mostProblems, len(listed))]
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: 30, Title: tagged.Text("Cell"), RowHeader: true},
			{Width: 18, Title: tagged.Text("Ref")},
			{Width: 20, Title: tagged.Text("Kind")},
			{Width: 56, Title: tagged.Text("What is wrong")},
			{Width: 46, Title: tagged.Text("How to mend it")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, line := range listed {
		t.Rows = append(t.Rows, tagged.Row{
			Continued: line.Place + ", continued",
			Cells: [][]tagged.Block{
				cell(bold(dense), tagged.Run{Text: orWord(line.Place, "Workbook")}),
				words(dense, orWord(line.Ref, "–")),
				words(dense, orWord(line.Severity, "–")),
				words(dense, line.Message),
				words(dense, orWord(line.Hint, "–")),
			},
		})
	}
	blocks := []tagged.Block{smallHeading("What needs attention in the workbook"), t}
	if more {
		blocks = append(blocks, note("The others are on the tracker's Problems sheet."))
	}
	return blocks
}

func waived(lines []report.ProblemLine) []tagged.Block {
	if len(lines) == 0 {
		return nil
	}
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: 30, Title: tagged.Text("Cell"), RowHeader: true},
			{Width: 56, Title: tagged.Text("What was found")},
			{Width: 54, Title: tagged.Text("Why it stands")},
			{Width: 30, Title: tagged.Text("Who answers for it")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, line := range lines {
		t.Rows = append(t.Rows, tagged.Row{
			Continued: line.Place + ", continued",
			Cells: [][]tagged.Block{
				cell(bold(dense), tagged.Run{Text: orWord(line.Place, orWord(line.Ref, "Workbook"))}),
				words(dense, line.Message),
				cell(dense, orMissing(line.WaivedWhy, notGiven)...),
				cell(dense, orMissing(line.WaivedBy, notGiven)...),
			},
		})
	}
	return []tagged.Block{smallHeading("Looked at and accepted"), t}
}

func smallHeading(text string) tagged.Block {
	return tagged.Heading{Level: 3, Runs: tagged.Text(text), Style: h3Card, Before: 4, After: 1}
}

func orWord(text, missing string) string {
	if text == "" {
		return missing
	}
	return text
}

// glossary is the words that the paper uses and a member may not know.
func (p *paper) glossary() []tagged.Block {
	if len(p.brief.Glossary) == 0 {
		return nil
	}
	return p.withIntro(terms(p.brief.Glossary, 36, 3, meanings, 0.8))
}
