package paper

import (
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/chart"
	"actionplan/report/paper/block"
	"actionplan/report/portfolio"
	"actionplan/workbook"
	"actionplan/workbook/seal"
	"actionplan/workbook/words"
)

// Portfolio makes the paper that sets many plans side by side: first all of
// them, then what they share, then a page for each.
func Portfolio(x *portfolio.Comparison) *block.Paper {
	p := &block.Paper{
		Kind:    seal.KindPortfolio,
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
		asked := func() { add("asked", "What is looked at, and in how many plans", askedTable(x), note(x.Order)) }
		if len(x.Rows) > mostRowsFirst { // what all come to would stand many pages on
			asked()
		}
		add("heat", "Where each plan stands, the most pressing first", heatTable(x))
		if len(x.Rows) <= mostRowsFirst {
			asked()
		}
		add("side-by-side", "Actions by status", sideBySide(x))
		heading := "Statutory dates and movement"
		if !x.HasThen {
			heading = "Statutory dates"
		}
		add("dates", heading, datesTable(x))
	}
	if len(x.Themes) > 0 {
		add("themes", "Concerns that plans share", note(x.Rule), themeTable(x.Themes))
	}
	for i, m := range x.Measures {
		blocks := comparedMeasure(m)
		if i == 0 {
			add("measures", "Measures of the same name", append([]block.Block{note(m.Says)}, blocks...)...)
			continue
		}
		p.Sections = append(p.Sections, block.Section{Name: "measures", Blocks: blocks})
	}
	if x.Alone != "" {
		if len(x.Measures) == 0 {
			add("measures", "Measures of the same name", note("No measure is in two plans under one name and unit."))
		}
		p.Sections = append(p.Sections, block.Section{Name: "measures", Blocks: []block.Block{note(x.Alone)}})
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
	if m.Level == portfolio.Unsaid {
		return by(strconv.Itoa(m.Sort), plain(m.Text))
	}
	return by(strconv.Itoa(m.Sort), holds(block.Status{Word: m.Text, Look: look(heats[m.Level]), Tag: true}))
}

func planID(i int) string { return "plan-" + strconv.Itoa(i+1) }

// mostRowsFirst is up to how many plans, as many as a region has, the table of
// all of them stands first, and what it looks at below it.
const mostRowsFirst = 35

// heatTable is every plan, the worst first, with the reason in words.
func heatTable(x *portfolio.Comparison) block.Table {
	columns := []block.Column{{Name: "plan", Title: "Plan", Width: 33}}
	for i, q := range x.Asked {
		columns = append(columns, block.Column{Name: heatNames[i], Title: q.Name, Width: []float64{20, 21, 18, 20, 20}[i]})
	}
	t := newListing("heat", "Where each plan stands", "plan", append(columns, block.Column{Name: "reason", Title: "Why it stands here", Width: 38})...)
	t.As = block.Dense
	for i, r := range x.Rows {
		cells := []block.Cell{cell(block.Run{Text: r.Name, Bold: true, Link: &block.Link{To: planID(i), As: block.InText}})}
		for _, m := range r.Heats() {
			cells = append(cells, heat(m))
		}
		t.add(block.Row{Continued: r.Name + ", continued"}, append(cells, plain(r.Reason))...)
	}
	return t.Table
}

var heatNames = []string{"late", "answered", "no-owner", "measures", "quality"}

// askedTable says what each column of the heat table looks at, where its levels
// begin, and how many plans are at each: it is the key too.
func askedTable(x *portfolio.Comparison) block.Table {
	t := newListing("asked", "What is looked at, and in how many plans", "what",
		block.Column{Name: "what", Title: "What", Width: 62},
		block.Column{Name: "concern", Title: "A concern", Width: 42},
		block.Column{Name: "watch", Title: "To watch", Width: 36},
		block.Column{Name: "calm", Title: "Neither", Width: 30},
	)
	level := func(of portfolio.Level, n int, from string) block.Cell {
		runs := append(shapeOf(heats[of]), block.Run{Text: " " + words.Figures(n, "plan", "plans"), Bold: true})
		if from != "" {
			runs = append(runs, block.Run{Text: ", " + from})
		}
		return by(strconv.Itoa(n), cell(runs...))
	}
	for _, q := range x.Asked {
		calm := level(portfolio.Calm, q.Plans[portfolio.Calm], "")
		if n := q.Plans[portfolio.Unsaid]; n > 0 {
			calm.Blocks = append(calm.Blocks, block.Para{Runs: text("Not counted: " + words.Figures(n, "plan", "plans") + " without " + q.Without)})
		}
		t.add(block.Row{Continued: q.Name + ", continued"}, holds(block.Para{Runs: []block.Run{{Text: q.Name, Bold: true}}}, block.Para{Runs: text(q.About)}),
			level(portfolio.Concern, q.Plans[portfolio.Concern], q.Concern), level(portfolio.Watch, q.Plans[portfolio.Watch], q.Watch), calm)
	}
	return t.Table
}

// sideBySide is every plan's actions by what their status means.
func sideBySide(x *portfolio.Comparison) block.Table {
	all := append(workbook.Meanings[:len(workbook.Meanings):len(workbook.Meanings)], workbook.MeaningUnknown)
	columns := []block.Column{{Name: "plan", Title: "Plan", Width: 32}}
	for i, m := range all {
		width := []float64{21, 20, 16, 14, 17, 15, 21, 14}[i] // so that no heading breaks within a word
		title := m.Word()
		if m == workbook.MeaningUnknown {
			title = "Not known"
		}
		columns = append(columns, block.Column{Name: strings.ReplaceAll(m.String(), " ", "-"), Title: title, Width: width, Number: true})
	}
	t := newListing("side-by-side", "Actions by status", "plan", columns...)
	t.Sorts = false // with room for buttons the headings would break within words
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
		due := by(r.Figures.NextStatutory.String(), plain(r.Statutory))
		t.add(block.Row{Continued: r.Name + ", continued"}, strong(r.Name), due, plain(r.Movement))
	}
	if !x.HasThen {
		t.give("movement", "statutory")
	}
	return t.Table
}

func themeTable(themes []portfolio.Theme) block.Table {
	t := newListing("themes", "Concerns that plans share", "theme",
		block.Column{Name: "theme", Title: "Words", Width: 34},
		block.Column{Name: "plans", Title: "Plans", Width: 14, Number: true},
		block.Column{Name: "which", Title: "Which", Width: 58, Indent: 4},
		block.Column{Name: "example", Title: "In one of them", Width: 64},
	)
	for _, x := range themes {
		t.add(block.Row{Continued: x.Words + ", continued"}, strong(x.Words), count(len(x.Plans)), plain(words.Some(x.Plans, 4)), plain(x.Example))
	}
	return t.Table
}

// comparedMeasure is a strip plot, or one for each region, and the table that
// says the same.
func comparedMeasure(m portfolio.Compared) []block.Block {
	var blocks []block.Block
	if len(m.Strips) > 1 {
		blocks = append(blocks, partHeading(3, m.Name))
		if len(m.Levels) > 0 {
			blocks = append(blocks, lineTerms(block.Details, m.Levels))
		}
	}
	var panels block.Panels
	for _, s := range m.Strips {
		panels.Items = append(panels.Items, stripPanel(m, s, 3+min(len(m.Strips)-1, 1)))
	}
	blocks = append(blocks, panels)
	t := newListing("compared", m.Name, "plan",
		block.Column{Name: "plan", Title: "Plan", Width: 60},
		block.Column{Name: "reading", Title: "Reading", Width: 24, Number: true},
		block.Column{Name: "sure", Title: "95% interval", Width: 56, Indent: 5},
		block.Column{Name: "period", Title: "Period end", Width: 30},
	)
	t.As = block.Readings
	for _, r := range m.Points {
		t.add(block.Row{}, strong(r.Name), by(strconv.FormatFloat(r.Value, 'f', -1, 64), plain(r.Words)), plain(r.Sure), plain(r.Period))
	}
	return append(blocks, t.Table)
}

// stripPanel is the plans of one picture, on the scale of all.
func stripPanel(m portfolio.Compared, s portfolio.Strip, level int) block.Panel {
	l := chart.Line{Low: m.Low, High: m.High, LowLabel: words.Decimal(m.Low), HighLabel: words.Decimal(m.High), FromLabel: "first by name", ToLabel: "last"}
	for i, r := range s.Points {
		l.Points = append(l.Points, chart.Point{X: float64(i), Y: r.Value})
		if r.Known {
			l.Intervals = append(l.Intervals, chart.Interval{X: float64(i), From: r.From, To: r.To})
		}
	}
	panel := block.Panel{Level: level, Heading: s.Heading}
	if m.England != nil {
		l.Levels = append(l.Levels, chart.Level{Kind: chart.England, Value: *m.England, Label: "England " + words.Decimal(*m.England)})
	}
	for _, v := range m.Neighbours {
		l.Levels = append(l.Levels, chart.Level{Kind: chart.Similar, Value: v, Label: "Neighbours " + words.Decimal(v)})
	}
	l.Levels = chart.Merged(l.Levels, l.Low, l.High)
	if len(m.Strips) == 1 {
		for _, x := range m.Levels {
			panel.Notes = append(panel.Notes, x.Term+": "+x.Text)
		}
	}
	panel.Chart = &block.Chart{Alt: s.Alt, Line: l}
	return panel
}

// planPage is one plan.
func planPage(r portfolio.Row, i int) []block.Block {
	n := r.Figures
	blocks := []block.Block{
		block.Heading{Level: 2, Size: block.PageSize, Runs: text(r.Name), ID: planID(i)},
		block.Para{Runs: text(r.Reason), As: block.Statement},
		block.Figures{PerRow: 4, Items: []block.Figure{
			{Figure: outOf(n.Done, n.Total), Words: "actions done"},
			{Figure: outOf(n.Late, n.Open), Words: "open actions late"},
			{Figure: outOf(n.Coverage.Answered, n.Coverage.Needing), Words: "findings with an action"},
			gettingWorse(n.Worse, n.Judged, n.Measures),
		}},
	}
	if bar := statusCounts(n.ByMeaning); bar != nil {
		blocks = append(blocks, bar...)
	}
	lines := []portfolio.Line{{Term: "Next statutory date", Text: r.Statutory}}
	if r.Then != nil {
		lines = append(lines, portfolio.Line{Term: "Movement", Text: r.Movement})
	}
	if said := r.Summary.Measured(); said != "" {
		lines = append(lines, portfolio.Line{Term: "Measures", Text: said})
	}
	lines = append(lines, portfolio.Line{Term: "Data quality", Text: words.Figures(r.Errors, "error", "errors") + ", " + words.Figures(r.Warnings, "warning", "warnings")})
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
		blocks = append(blocks, partHeading(3, partly("Longest overdue", len(r.Summary.Late), n.Late)), lateTable(r))
	}
	if len(r.Unanswered) > 0 {
		blocks = append(blocks, partHeading(3, partly("Findings without an action", len(r.Unanswered), n.Coverage.Needing-n.Coverage.Answered)), bullets(r.Unanswered))
	}
	return blocks
}

// gettingWorse is the figure of the measures that get worse, of those that say.
func gettingWorse(worse, judged, measures int) block.Figure {
	switch {
	case measures == 0:
		return block.Figure{Figure: "–", Words: "no measures, so none can get worse"}
	case judged == 0:
		return block.Figure{Figure: "–", Words: "too few readings to say whether any measure gets worse"}
	case judged == measures:
		return block.Figure{Figure: outOf(worse, judged), Words: "measures getting worse"}
	}
	return block.Figure{Figure: outOf(worse, judged), Words: "measures with enough readings getting worse"}
}

// outOf is a part of a whole in figures.
func outOf(n, of int) string { return words.Digits(n) + " of " + words.Digits(of) }

// partly says in a heading of how many only some are listed.
func partly(heading string, listed, of int) string {
	if listed >= of {
		return heading
	}
	return heading + ", " + outOf(listed, of)
}

func statusCounts(of [8]int) []block.Block {
	bar := block.Bar{Widened: "Small groups are drawn wider so that they can be read."}
	var says []string
	for _, m := range meanings() {
		if of[m] > 0 {
			bar.Now = append(bar.Now, block.Count{Look: look(m), N: of[m]})
			says = append(says, words.Digits(of[m])+" "+m.String())
		}
	}
	if len(bar.Now) == 0 {
		return nil
	}
	bar.Alt = "Actions by status: " + words.And(says) + "."
	return []block.Block{bar, note(words.Capital(words.And(says)) + ".")}
}

func lateTable(r portfolio.Row) block.Table {
	t := newListing("late", "Longest overdue", "ref",
		block.Column{Name: "ref", Title: "Ref", Width: 16},
		block.Column{Name: "action", Title: "Action", Width: 84},
		block.Column{Name: "owner", Title: "Owner", Width: 48},
		block.Column{Name: "days", Title: "Days late", Width: 22, Number: true},
	)
	for _, a := range r.Summary.Late {
		t.add(block.Row{Continued: a.Ref + ", continued"}, given(a.Ref, "No ref"), plain(orDash(a.Text)), plain(a.Owner), by(strconv.Itoa(a.Days), plain(words.Digits(a.Days))))
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
		t.add(block.Row{Continued: l.Term + ", continued"}, strong(l.Term), plain(l.Text))
	}
	return t.Table
}
