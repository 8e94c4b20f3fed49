package paper

import (
	"cmp"

	"actionplan/report"
	"actionplan/report/paper/block"
)

// KindComparison is what a sealed file says of a paper that Comparison made.
const KindComparison = "comparison"

// Comparison makes the paper on what differs between two workbooks.
func Comparison(x *report.Comparison) *block.Paper {
	p := &block.Paper{
		Kind:    KindComparison,
		Title:   documentTitle(x.Organisation, x.Title),
		Author:  x.Organisation,
		Lang:    "en-GB",
		Running: block.Running{Left: x.Title, Foot: x.Foot},
		Looks:   looks(),
		Front: block.Front{Organisation: x.Organisation, Brand: x.Brand.Colour, Title: x.Title,
			Blocks: []block.Block{terms(block.TitleLines, x.Lines)}},
	}
	p.Sections = append(p.Sections, block.Section{Name: "headline", Blocks: []block.Block{block.Para{Runs: text(x.Sentence), As: block.Headline}}})
	add := func(id, heading string, blocks ...block.Block) {
		h := block.Heading{Level: 2, Size: block.SectionSize, Runs: text(heading), ID: "section-" + id}
		p.Sections = append(p.Sections, block.Section{Name: id, Blocks: append([]block.Block{h}, blocks...)})
	}
	if len(x.Rows) > 0 {
		const heading = "Actions whose status changed"
		add("statuses", heading, movedTable(heading, "Before", "After", x.Rows).Table)
	}
	if len(x.Groups) > 0 {
		add("changes", "What changed, in words", changeGroups(x.Groups)...)
	}
	if len(x.Others) > 0 {
		const heading = "Other cells that changed"
		add("others", heading, othersTable(heading, x.Others))
	}
	return p
}

func othersTable(caption string, rows []report.ChangeRow) block.Table {
	t := newListing("others", caption, "sheet",
		block.Column{Name: "sheet", Title: "Sheet", Width: 25},
		block.Column{Name: "ref", Title: "Ref", Width: 20},
		block.Column{Name: "column", Title: "Column", Width: 35},
		block.Column{Name: "before", Title: "Before", Width: 45},
		block.Column{Name: "after", Title: "After", Width: 45},
	)
	for _, r := range rows {
		t.add(block.Row{Continued: r.Ref + ", continued"},
			strong(r.Sheet), plain(cmp.Or(r.Ref, "–")), plain(r.Field), plain(cmp.Or(r.Old, "Blank")), plain(cmp.Or(r.New, "Blank")))
	}
	return t.Table
}
