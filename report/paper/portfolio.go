package paper

import (
	"fmt"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/portfolio"
	"actionplan/workbook"
	english "actionplan/workbook/words"
)

// KindPortfolio is what a sealed file says of a paper that Portfolio made.
const KindPortfolio = "portfolio"

// Portfolio makes the paper that sets many plans side by side: first all of
// them, then what they share, then a page for each.
func Portfolio(x *portfolio.Comparison) *block.Paper {
	p := &block.Paper{
		Kind:    KindPortfolio,
		Title:   x.Title,
		Lang:    "en-GB",
		Date:    x.AsOf.Time(),
		Running: block.Running{Left: x.Title, Right: x.AsOf.Long(), Foot: x.Foot},
		Looks:   looks(),
		Front:   block.Front{Title: x.Title, Blocks: []block.Block{lineTerms(block.TitleLines, x.Lines)}},
	}
	p.Sections = append(p.Sections, block.Section{Name: "headline", Blocks: []block.Block{block.Para{Runs: text(x.Sentence), As: block.Headline}}})
	add := func(id, heading string, blocks ...block.Block) {
		h := block.Heading{Level: 2, Size: block.SectionSize, Runs: text(heading), ID: "section-" + id}
		p.Sections = append(p.Sections, block.Section{Name: id, Blocks: append([]block.Block{h}, blocks...)})
	}
	if len(x.Rows) > 0 {
		add("heat", "Where each plan stands, what asks most first", append([]block.Block{heatTable(x)}, levelNotes(x)...)...)
		add("side-by-side", "Actions by status", sideBySide(x))
		heading := "Statutory dates and movement"
		if !x.HasThen {
			heading = "Statutory dates"
		}
		add("dates", heading, datesTable(x))
	}
	if len(x.Themes) > 0 {
		add("themes", "Concerns that plans share", sentence(x.Rule), themeTable(x.Themes))
	}
	for i, m := range x.Measures {
		blocks := comparedMeasure(m)
		if i == 0 {
			add("measures", "Measures of the same name", append([]block.Block{sentence(m.Says)}, blocks...)...)
			continue
		}
		p.Sections = append(p.Sections, block.Section{Name: "measures", Blocks: blocks})
	}
	for i, r := range x.Rows {
		p.Sections = append(p.Sections, block.Section{Name: "plan", Blocks: []block.Block{block.Page{Blocks: planPage(r, i)}}})
	}
	if len(x.LeftOut) > 0 {
		add("left-out", "Workbooks that could not be used", leftOutTable(x.LeftOut))
	}
	return p
}

func lineTerms(as block.TermsAs, from []portfolio.Line) block.Terms {
	lines := make([]report.Line, len(from))
	for i, l := range from {
		lines[i] = report.Line{Term: l.Term, Text: l.Text}
	}
	return terms(as, lines)
}

// heats are the looks of levels: those of statuses, which can be told apart in
// grey.
var heats = map[portfolio.Level]workbook.Meaning{portfolio.Calm: workbook.OnTrack, portfolio.Watch: workbook.AtRisk, portfolio.Concern: workbook.OffTrack}

func heat(m portfolio.Mark) block.Cell {
	return by(strconv.Itoa(m.Sort), holds(block.Status{Word: m.Text, Look: look(heats[m.Level]), Tag: true}))
}

func planID(i int) string { return "plan-" + strconv.Itoa(i+1) }

// heatTable is every plan, the worst first, with the reason in words.
func heatTable(x *portfolio.Comparison) block.Table {
	t := newListing("heat", "Where each plan stands", "plan",
		block.Column{Name: "plan", Title: "Plan", Width: 30},
		block.Column{Name: "late", Title: "Late", Width: 22},
		block.Column{Name: "answered", Title: "Answered", Width: 22},
		block.Column{Name: "no-owner", Title: "No owner", Width: 20},
		block.Column{Name: "measures", Title: "Worse", Width: 20},
		block.Column{Name: "quality", Title: "Errors", Width: 17},
		block.Column{Name: "reason", Title: "Why it stands here", Width: 39},
	)
	t.As = block.Dense
	for i, r := range x.Rows {
		name := block.Run{Text: r.Name, Bold: true, Link: &block.Link{To: planID(i), As: block.InText}}
		cells := []block.Cell{cell(name)}
		for _, m := range r.Heats() {
			cells = append(cells, heat(m))
		}
		t.add(block.Row{Continued: r.Name + ", continued"}, append(cells, words(r.Reason))...)
	}
	return t.Table
}

// levelNotes say what the three looks mean and where each begins.
func levelNotes(x *portfolio.Comparison) []block.Block {
	runs := []block.Run{}
	for i, l := range []struct {
		level portfolio.Level
		says  string
	}{{portfolio.Concern, "a concern"}, {portfolio.Watch, "to watch"}, {portfolio.Calm, "neither"}} {
		if i > 0 {
			runs = append(runs, block.Run{Text: "; "})
		}
		runs = append(append(runs, shapeOf(heats[l.level])...), block.Run{Text: " " + l.says})
	}
	runs = append(runs, block.Run{Text: ". A concern weighs three times what is to be watched; a statutory date that has passed weighs as a concern; among equals the larger share late stands first."})
	return []block.Block{block.Para{Runs: runs, As: block.Note}, lineTerms(block.Details, x.Levels)}
}

// sideBySide is every plan's actions by what their status means.
func sideBySide(x *portfolio.Comparison) block.Table {
	all := append(workbook.Meanings[:len(workbook.Meanings):len(workbook.Meanings)], workbook.MeaningUnknown)
	columns := []block.Column{{Name: "plan", Title: "Plan", Width: 33}}
	for i, m := range all {
		width := []float64{20, 20, 16, 14, 17, 15, 21, 14}[i] // so that no heading breaks within a word
		title := m.Word()
		if m == workbook.MeaningUnknown {
			title = "Not known"
		}
		columns = append(columns, block.Column{Name: strings.ReplaceAll(m.String(), " ", "-"), Title: title, Width: width, Number: true})
	}
	t := newListing("side-by-side", "Actions by status", "plan", columns...)
	for _, r := range x.Rows {
		cells := []block.Cell{strong(r.Name)}
		for _, m := range all {
			cells = append(cells, count(r.Figures.ByMeaning[m]))
		}
		t.add(block.Row{Continued: r.Name + ", continued"}, cells...)
	}
	return t.Table
}

// datesTable is every plan's next statutory date, and what has moved.
func datesTable(x *portfolio.Comparison) block.Table {
	t := newListing("dates", "Statutory dates and movement", "plan",
		block.Column{Name: "plan", Title: "Plan", Width: 50},
		block.Column{Name: "statutory", Title: "Next statutory date", Width: 40},
		block.Column{Name: "movement", Title: "Movement", Width: 80},
	)
	for _, r := range x.Rows {
		due := by(r.Figures.NextStatutory.String(), words(r.Statutory))
		t.add(block.Row{Continued: r.Name + ", continued"}, strong(r.Name), due, words(r.Movement))
	}
	if !x.HasThen {
		t.give("movement", "statutory")
	}
	return t.Table
}

func themeTable(themes []portfolio.Theme) block.Table {
	t := newListing("themes", "Concerns that plans share", "theme",
		block.Column{Name: "theme", Title: "Words", Width: 30},
		block.Column{Name: "plans", Title: "Plans", Width: 14, Number: true},
		block.Column{Name: "which", Title: "Which", Width: 60, Indent: 4},
		block.Column{Name: "example", Title: "In one of them", Width: 66},
	)
	for _, x := range themes {
		t.add(block.Row{Continued: x.Words + ", continued"}, strong(x.Words), count(len(x.Plans)), words(english.Some(x.Plans, 6)), words(x.Example))
	}
	return t.Table
}

// comparedMeasure is a strip plot, and the table that says the same.
func comparedMeasure(m portfolio.Compared) []block.Block {
	l := chart.Line{Low: m.Low, High: m.High, LowLabel: short(m.Low), HighLabel: short(m.High), FromLabel: "first by name", ToLabel: "last"}
	for i, r := range m.Points {
		l.Points = append(l.Points, chart.Point{X: float64(i), Y: r.Value})
		if r.Known {
			l.Intervals = append(l.Intervals, chart.Interval{X: float64(i), From: r.From, To: r.To})
		}
	}
	panel := block.Panel{Level: 3, Heading: m.Name}
	if m.England != nil {
		l.Levels = append(l.Levels, chart.Level{Kind: chart.England, Value: *m.England, Label: "England " + short(*m.England)})
	}
	for _, x := range m.Levels {
		panel.Notes = append(panel.Notes, x.Term+": "+x.Text)
	}
	panel.Chart = &block.Chart{Alt: m.Alt, Line: l}
	t := newListing("compared", m.Name, "plan",
		block.Column{Name: "plan", Title: "Plan", Width: 60},
		block.Column{Name: "reading", Title: "Reading", Width: 24, Number: true},
		block.Column{Name: "sure", Title: "95% interval", Width: 56, Indent: 5},
		block.Column{Name: "period", Title: "Period end", Width: 30},
	)
	t.As = block.Readings
	for _, r := range m.Points {
		t.add(block.Row{}, strong(r.Name), words(r.Words), words(r.Sure), words(r.Period))
	}
	return []block.Block{block.Panels{Items: []block.Panel{panel}}, t.Table}
}

func short(v float64) string { return strconv.FormatFloat(float64(int(v*10+0.5))/10, 'f', -1, 64) }

// planPage is one plan.
func planPage(r portfolio.Row, i int) []block.Block {
	n := r.Figures
	blocks := []block.Block{
		block.Heading{Level: 2, Size: block.PageSize, Runs: text(r.Name), ID: planID(i)},
		block.Para{Runs: text(r.Reason), As: block.Statement},
		block.Figures{PerRow: 4, Items: []block.Figure{
			{Figure: fmt.Sprintf("%d of %d", n.Done, n.Total), Words: "actions done"},
			{Figure: fmt.Sprint(n.Late), Words: "actions late"},
			{Figure: r.Covered.Text, Words: "findings answered"},
			{Figure: r.Measured.Text, Words: "measures getting worse"},
		}},
	}
	if bar := statusCounts(n.ByMeaning); bar != nil {
		blocks = append(blocks, bar...)
	}
	lines := []portfolio.Line{{Term: "Next statutory date", Text: r.Statutory}}
	if r.Then != nil {
		lines = append(lines, portfolio.Line{Term: "Movement", Text: r.Movement})
	}
	lines = append(lines, portfolio.Line{Term: "Data quality", Text: english.Figures(r.Errors, "error", "errors") + ", " + english.Figures(r.Warnings, "warning", "warnings")})
	if len(r.Words) > 0 {
		lines = append(lines, portfolio.Line{Term: "Its own status words", Text: strings.Join(r.Words, "; ")})
	}
	if len(r.Unread) > 0 {
		lines = append(lines, portfolio.Line{Term: "Not brought together", Text: strings.Join(r.Unread, "\n")})
	}
	if r.File != "" {
		lines = append(lines, portfolio.Line{Term: "Workbook", Text: r.File})
	}
	blocks = append(blocks, lineTerms(block.Details, lines))
	if len(r.Summary.Late) > 0 {
		blocks = append(blocks, partHeading(3, "Late longest"), lateTable(r))
	}
	if len(r.Unanswered) > 0 {
		blocks = append(blocks, partHeading(3, "Findings without an action"), bullets(r.Unanswered))
	}
	return blocks
}

func statusCounts(of [8]int) []block.Block {
	bar := block.Bar{Widened: "Small groups are drawn wider so that they can be read."}
	var says []string
	for _, m := range meanings() {
		if of[m] > 0 {
			bar.Now = append(bar.Now, block.Count{Look: look(m), N: of[m]})
			says = append(says, fmt.Sprintf("%d %s", of[m], m))
		}
	}
	if len(bar.Now) == 0 {
		return nil
	}
	bar.Alt = "Actions by status: " + english.And(says) + "."
	return []block.Block{bar, note(english.Capital(english.And(says)) + ".")}
}

func lateTable(r portfolio.Row) block.Table {
	t := newListing("late", "Late longest", "ref",
		block.Column{Name: "ref", Title: "Ref", Width: 16},
		block.Column{Name: "action", Title: "Action", Width: 84},
		block.Column{Name: "owner", Title: "Owner", Width: 48},
		block.Column{Name: "days", Title: "Days late", Width: 22, Number: true},
	)
	for _, a := range r.Summary.Late {
		t.add(block.Row{Continued: a.Ref + ", continued"}, given(a.Ref, "No ref"), words(orDash(a.Text)), words(a.Owner), count(a.Days))
	}
	return t.Table
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

func leftOutTable(lines []portfolio.Line) block.Table {
	t := newListing("left-out", "Workbooks that could not be used", "file",
		block.Column{Name: "file", Title: "Workbook", Width: 60}, block.Column{Name: "reason", Title: "Why", Width: 110})
	for _, l := range lines {
		t.add(block.Row{Continued: l.Term + ", continued"}, strong(l.Term), words(l.Text))
	}
	return t.Table
}
