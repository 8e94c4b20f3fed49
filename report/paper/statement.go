package paper

import (
	"cmp"

	"actionplan/report"
	"actionplan/report/paper/block"
	"actionplan/workbook"
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
		Front: block.Front{Organisation: s.Organisation, Title: s.Title, Blocks: []block.Block{terms(block.TitleLines, []report.Line{
			{Term: "Plan", Text: s.Plan}, {Term: "As at", Text: s.AsOf.Long()}, {Term: "Workbook", Text: s.File}, {Term: "SHA-256", Text: grouped(s.SHA256)},
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
	if len(part.List) > 0 {
		section.Blocks = append(section.Blocks, bullets(part.List))
	}
	if len(part.Left) > 0 {
		section.Blocks = append(section.Blocks, leftTable(part))
	}
	if len(part.Waived) > 0 {
		section.Blocks = append(section.Blocks, statedWaivers(part))
	}
	return section
}

// leftTable lists every problem of a part: a statement leaves none out.
func leftTable(part check.StatementPart) block.Table {
	t := newListing("problems", part.Heading, "cell",
		block.Column{Name: "cell", Title: "Cell", Width: 28},
		block.Column{Name: "ref", Title: "Ref", Width: 22},
		block.Column{Name: "kind", Title: "Kind", Width: 20},
		block.Column{Name: "wrong", Title: "What is wrong", Width: 66},
		block.Column{Name: "rule", Title: "Rule", Width: 34},
	)
	for _, p := range part.Left {
		place := statedPlace(p)
		t.add(block.Row{Continued: place + ", continued"}, strong(place), words(cmp.Or(p.Ref, "–")), words(p.Severity.String()), words(p.Message), words(p.Rule))
	}
	return t.Table
}

func statedWaivers(part check.StatementPart) block.Table {
	t := newListing("waived", part.Heading, "cell",
		block.Column{Name: "cell", Title: "Cell", Width: 24},
		block.Column{Name: "found", Title: "What was found", Width: 48},
		block.Column{Name: "covers", Title: "What is waived", Width: 36},
		block.Column{Name: "why", Title: "Why it stands", Width: 35},
		block.Column{Name: "who", Title: "Who answers", Width: 27},
	)
	for _, w := range part.Waived {
		place := statedPlace(w.Problem)
		t.add(block.Row{Continued: place + ", continued"}, strong(place), words(w.Problem.Message),
			words(w.Covers+", rule "+w.Problem.Rule+" ("+w.Problem.Severity.String()+"). "+w.Until+"."), words(w.Reason), words(w.By))
	}
	return t.Table
}

func statedPlace(p workbook.Problem) string { return cmp.Or(p.Cell.String(), "Workbook") }
