package briefing

import (
	"strconv"

	"actionplan/report"
	"actionplan/report/tagged"
)

// paged are sections that put their own pages in place, one after another.
// They say whether they had anything to put.
var paged = map[string]func(*paper) bool{
	"area-pages":  (*paper).areaPages,
	"owner-pages": (*paper).ownerPages,
	"visit-pages": (*paper).visitPages,
	"actions":     (*paper).actions,
}

// begin starts the page on one of many. One alone follows the title.
func (p *paper) begin(alone bool) {
	if alone && p.Page() == 1 || p.atHead() {
		return
	}
	p.NewPage()
}

// pageHeading is what the page on an area, owner or visit is called.
func (p *paper) pageHeading(id, text string) tagged.Heading {
	return tagged.Heading{Level: 2, Runs: tagged.Text(text), Style: h1, Before: 9, After: 1.5, ID: p.claim(pageID(id))}
}

// partHeading is a heading inside such a page.
func partHeading(level int, text string) tagged.Heading {
	return tagged.Heading{Level: level, Runs: tagged.Text(text), Style: h2, Before: 5, After: 1}
}

// statement is the sentence that such a page opens with.
func statement(text string) tagged.Block {
	return tagged.Para{Runs: tagged.Text(text), Style: lead, Before: 4, After: 4, Width: 165}
}

func (p *paper) areaPages() bool {
	pages := p.brief.AreaPages
	for _, page := range pages {
		p.begin(len(pages) == 1)
		p.areaPage(page)
	}
	if len(pages) == len(p.brief.Areas) {
		p.addUnplaced(3)
	}
	return len(pages) > 0
}

func (p *paper) areaPage(page *report.AreaPage) {
	t := tag(page.Status)
	t.After = 2
	p.Add(p.pageHeading(page.ID, refAnd(page.Ref, page.Name)), t, gapTerms(page.Lines))
	if len(page.AreaActions) == 0 {
		p.Add(partHeading(3, "Actions"), sentence(page.NoneWords()))
	}
	p.addRecords(partHeading(3, "Actions"), page.AreaActions, 4)
	p.pagePanels(3, "Is it making a difference?", page.AreaMeasure)
	if len(page.Findings) > 0 {
		t := p.coverageOf(page.Findings)
		t.give("area", "finding")
		t.give("status", "finding")
		p.Add(partHeading(3, "Findings behind it"), t.Table)
	}
	if len(page.Risks) > 0 {
		p.Add(partHeading(3, "Risks"), p.risksTable(page.Risks).Table)
	}
}

// pagePanels are measures under a heading of the given level.
func (p *paper) pagePanels(level int, heading string, items []*report.Measure) {
	if len(items) == 0 {
		return
	}
	p.Add(partHeading(level, heading))
	p.under = level
	for rest := items; len(rest) > 0; rest = rest[min(2, len(rest)):] {
		p.Add(p.panels(rest[:min(2, len(rest))]))
	}
	p.under = 2
}

// owners is who owns what, with the page to turn to.
func (p *paper) owners() []tagged.Block {
	if len(p.brief.OwnerPages) < 2 {
		return nil
	}
	t := denseTable("owner",
		column{"owner", tagged.Column{Width: 62, Title: tagged.Text("Owner")}},
		column{"open", tagged.Column{Width: 14, Title: tagged.Text("Open"), Right: true}},
		column{"overdue", tagged.Column{Width: 43, Title: tagged.Text("Overdue"), PadLeft: 4}},
		column{"soon", tagged.Column{Width: 19, Title: tagged.Text("Due soon"), Right: true}},
		column{"no-date", tagged.Column{Width: 17, Title: tagged.Text("No date"), Right: true}},
		column{"page", tagged.Column{Width: 15, Title: tagged.Text("Page"), Right: true}},
	)
	for _, o := range p.brief.OwnerPages {
		t.add(tagged.Row{Continued: o.Name + ", continued"},
			words(bold(dense), o.Name),
			words(dense, o.Counts.Open),
			words(dense, o.Counts.Overdue),
			words(dense, o.Counts.Soon),
			words(dense, o.Counts.NoDate),
			cell(dense, p.pageNumber(pageID(o.ID), "Go to "+o.Name)),
		)
	}
	if p.PageOf(pageID(p.brief.OwnerPages[0].ID)) == 0 {
		t.drop("page")
	}
	return p.withIntro(t.keeping(p.now))
}

// pageNumber is the number alone, linked. The first pass knows of none.
func (p *paper) pageNumber(to, says string) tagged.Run {
	n := p.PageOf(to)
	if n == 0 {
		return tagged.Run{Text: "–"}
	}
	page := strconv.Itoa(n)
	return tagged.Run{Text: page, To: to, Says: says + ", page " + page, Color: &link, Underline: true}
}

func (p *paper) ownerPages() bool {
	pages := p.brief.OwnerPages
	for _, o := range pages {
		p.begin(len(pages) == 1)
		p.ownerPage(o, len(pages) == 1)
	}
	return len(pages) > 0
}

// ownerPage is one owner's: mine, late, next. Alone, its title is the paper's.
func (p *paper) ownerPage(o *report.OwnerPage, alone bool) {
	level := 3
	if alone {
		level = 2
	} else {
		h := p.pageHeading(o.ID, o.Name)
		h.Before = 0 // below the small line
		p.Add(tagged.Words(runningText, o.Place), h)
	}
	if o.Accountable != "" {
		p.Add(tagged.Para{Runs: tagged.Text(o.Accountable), Style: fields, Before: 1.5, Width: readWidth})
	}
	p.Add(statement(o.Sentence))
	p.Add(figureStrip(o.Figures, 3)...)
	for _, part := range o.Parts {
		p.Add(partHeading(level, part.Heading))
		if len(part.Rows) == 0 {
			p.Add(sentence(part.None))
			continue
		}
		p.Add(p.ownerTable(part.Rows))
	}
	p.pagePanels(level, "How we will know", o.Measures)
	if len(o.Findings) > 0 {
		p.Add(partHeading(level, "Findings behind these actions"), bullets(o.Findings))
	}
}

func (p *paper) ownerTable(rows []report.OwnerRow) tagged.Block {
	t := denseTable("action",
		column{"action", tagged.Column{Width: 46, Title: tagged.Text("Action")}},
		column{"due", tagged.Column{Width: 40, Title: tagged.Text("Due")}},
		column{"status", tagged.Column{Width: 32, Title: tagged.Text("Status")}},
		column{"needed", tagged.Column{Width: 52, Title: tagged.Text("What is needed from you")}},
	)
	t.Style = table
	for _, r := range rows {
		t.add(tagged.Row{ID: p.claim(r.Action.ID), Continued: refAnd(r.Action.Ref, "continued")},
			words(bold(table), refAnd(r.Action.Ref, r.Action.Name)),
			due(r),
			[]tagged.Block{tag(r.Action.Status)},
			words(table, r.Needed),
		)
	}
	return t.keeping(p.now)
}

func due(r report.OwnerRow) []tagged.Block {
	runs := []tagged.Run{{Text: r.Due, Bold: r.Action.EffectiveDue.IsZero()}}
	if r.Late != "" {
		runs = append(runs, tagged.Bold("\n"+r.Late))
	}
	if r.Moved != "" {
		runs = append(runs, tagged.Run{Text: "\n" + r.Moved})
	}
	return cell(table, runs...)
}

// visits is every visit, with the page to turn to.
func (p *paper) visits() []tagged.Block {
	if len(p.brief.Visits) == 0 {
		return nil
	}
	t := denseTable("visit",
		column{"visit", tagged.Column{Width: 72, Title: tagged.Text("Visit")}},
		column{"when", tagged.Column{Width: 34, Title: tagged.Text("When")}},
		column{"findings", tagged.Column{Width: 18, Title: tagged.Text("Findings"), Right: true}},
		column{"resolved", tagged.Column{Width: 18, Title: tagged.Text("Resolved"), Right: true}},
		column{"open", tagged.Column{Width: 14, Title: tagged.Text("Open"), Right: true}},
		column{"page", tagged.Column{Width: 14, Title: tagged.Text("Page"), Right: true}},
	)
	for _, v := range p.brief.Visits {
		t.add(tagged.Row{Continued: v.Title + ", continued"},
			words(bold(dense), refAnd(v.Ref, v.Title)),
			words(dense, v.When),
			words(dense, strconv.Itoa(v.Needing)),
			words(dense, strconv.Itoa(v.Resolved)),
			words(dense, strconv.Itoa(v.Open)),
			cell(dense, p.pageNumber(pageID(v.ID), "Go to "+v.Title)),
		)
	}
	if p.PageOf(pageID(p.brief.Visits[0].ID)) == 0 {
		t.drop("page")
	}
	return p.withIntro(t.keeping(p.now))
}

func (p *paper) visitPages() bool {
	for _, v := range p.brief.Visits {
		p.begin(len(p.brief.Visits) == 1)
		p.visitPage(v)
	}
	return len(p.brief.Visits) > 0
}

// visitPage is where the council stands on one letter.
func (p *paper) visitPage(v *report.VisitPosition) {
	p.Add(p.pageHeading(v.ID, v.Title))
	if len(v.Lines) > 0 {
		p.Add(terms(v.Lines, 26, 2, fields, 0.6))
	}
	p.Add(statement(v.Sentence))
	for _, f := range v.Findings {
		p.addRecord(p.findingRecord(f))
	}
	if len(v.Others) > 0 {
		p.Add(partHeading(3, "Progress and strengths, which need no action"), bullets(v.Others))
	}
}

func (p *paper) findingRecord(f report.FindingPosition) tagged.Block {
	return p.record(record{
		heading: tagged.Heading{Level: 3, Runs: tagged.Text(f.Heading), Style: h3Card},
		aside:   tagged.Para{Runs: []tagged.Run{tagged.Bold(f.State)}, Style: h3Card, Right: true},
		width:   42,
		text:    f.Text,
		lines:   f.Lines,
	})
}
