package briefing

import (
	"actionplan/report"
	"actionplan/report/tagged"
)

const notGiven = "Not given"

// exceptions are the actions off track, overdue or at risk: the first as cards,
// the rest as a table of the same fields.
func (p *paper) exceptions() []tagged.Block {
	e := p.brief.Exceptions
	if e.Heading == "" && len(e.Cards) == 0 {
		return nil
	}
	blocks := p.withIntro()
	for _, a := range e.Cards {
		blocks = append(blocks, p.card(a))
	}
	if len(e.Rest) > 0 {
		blocks = append(blocks, p.restOfExceptions(e.Rest)...)
	}
	return blocks
}

const (
	cardBar   = 2.4
	cardInset = 4.0
)

// card is one exception. An empty field says so: the gap is the news.
func (p *paper) card(a *report.Action) tagged.Block {
	inner := textWidth - cardBar - 2*cardInset
	tagWidth := p.tagWidthOf(a.Status)
	list := tagged.List{Numbering: "None", Style: bold(fields), LabelWidth: 26, Gap: 3, Between: 0.6}
	for _, f := range append(wholeAction(a), exceptionFields(a)...) {
		list.Items = append(list.Items, tagged.Item{
			Label: tagged.Text(f.term),
			Body:  []tagged.Block{tagged.Para{Runs: f.runs, Style: fields}},
		})
	}
	return tagged.Box{
		Before: 3.5, After: 3.5,
		Pad: tagged.Inset{Top: 2.5, Right: cardInset, Bottom: 2, Left: cardBar + cardInset},
		Behind: func(c *tagged.Canvas, w, h float64) {
			c.StrokeRect(0.125, 0.125, w-0.25, h-0.25, outline)
			c.FillRect(0, 0, cardBar, h, ink)
		},
		Blocks: []tagged.Block{
			tagged.Columns{Gap: 4, After: 1, Cells: []tagged.Col{
				{Width: inner - tagWidth - 4, Blocks: []tagged.Block{p.cardHeading(a)}},
				{Width: tagWidth, Blocks: []tagged.Block{tag(a.Status)}},
			}},
			list,
		},
	}
}

func (p *paper) cardHeading(a *report.Action) tagged.Block {
	return tagged.Heading{Level: 3, Runs: tagged.Text(refAnd(a.Ref, a.Name)), Style: h3Card, ID: p.claim(a.ID)}
}

type field struct {
	term string
	runs []tagged.Run
}

// wholeAction is the action's text where the heading has its short name.
func wholeAction(a *report.Action) []field {
	if a.Text == a.Name || a.Text == "" {
		return nil
	}
	return []field{{"Action", tagged.Text(a.Text)}}
}

func exceptionFields(a *report.Action) []field {
	return []field{
		{"Owner", orMissing(a.Owner, "No owner")},
		{"Date", orMissing(a.DateWords, "No date")},
		{"Why", orMissing(a.Why, notGiven)},
		{"Recovery", orMissing(a.Recovery, notGiven)},
		{"For children", orMissing(a.ForChildren, notGiven)},
	}
}

func (p *paper) restOfExceptions(actions []*report.Action) []tagged.Block {
	t := tagged.Table{
		Columns: []tagged.Column{
			{Width: 40, Title: tagged.Text("Action"), RowHeader: true},
			{Width: 26, Title: tagged.Text("Owner")},
			{Width: 26, Title: tagged.Text("Date")},
			{Width: 26, Title: tagged.Text("Why")},
			{Width: 26, Title: tagged.Text("Recovery")},
			{Width: 26, Title: tagged.Text("For children")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, a := range actions {
		row := tagged.Row{
			ID:        p.claim(a.ID),
			Continued: refAnd(a.Ref, "continued"),
			Cells: [][]tagged.Block{{
				tagged.Para{Runs: tagged.Text(refAnd(a.Ref, a.Name)), Style: bold(dense), After: 0.8},
				inWords(a.Status, dense),
			}},
		}
		for _, f := range exceptionFields(a) {
			row.Cells = append(row.Cells, cell(dense, f.runs...))
		}
		t.Rows = append(t.Rows, row)
	}
	return []tagged.Block{
		tagged.Heading{Level: 3, Runs: tagged.Text("More that need attention"), Style: h3Card, Before: 4, After: 1},
		t,
	}
}
