package briefing

import (
	"actionplan/report"
	"actionplan/report/pdf"
)

const notGiven = "Not given"

// exceptions are the actions off track, overdue or at risk: the first as cards,
// the rest as a table of the same fields.
func (p *paper) exceptions() []pdf.Block {
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
func (p *paper) card(a *report.Action) pdf.Block {
	inner := textWidth - cardBar - 2*cardInset
	tagged := p.tagWidthOf(a.Status)
	list := pdf.List{Numbering: "None", Style: bold(fields), LabelWidth: 26, Gap: 3, Between: 0.6}
	for _, f := range append(wholeAction(a), exceptionFields(a)...) {
		list.Items = append(list.Items, pdf.Item{
			Label: pdf.Text(f.term),
			Body:  []pdf.Block{pdf.Para{Runs: f.runs, Style: fields}},
		})
	}
	return pdf.Box{
		Before: 3.5, After: 3.5,
		Pad: pdf.Inset{Top: 2.5, Right: cardInset, Bottom: 2, Left: cardBar + cardInset},
		Behind: func(c *pdf.Canvas, w, h float64) {
			c.StrokeRect(0.125, 0.125, w-0.25, h-0.25, outline)
			c.FillRect(0, 0, cardBar, h, ink)
		},
		Blocks: []pdf.Block{
			pdf.Columns{Gap: 4, After: 1, Cells: []pdf.Col{
				{Width: inner - tagged - 4, Blocks: []pdf.Block{p.cardHeading(a)}},
				{Width: tagged, Blocks: []pdf.Block{tag(a.Status)}},
			}},
			list,
		},
	}
}

func (p *paper) cardHeading(a *report.Action) pdf.Block {
	return pdf.Heading{Level: 3, Runs: pdf.Text(refAnd(a.Ref, a.Name)), Style: h3Card, ID: p.claim(a.ID)}
}

type field struct {
	term string
	runs []pdf.Run
}

// wholeAction is the action's text where the heading has its short name.
func wholeAction(a *report.Action) []field {
	if a.Text == a.Name || a.Text == "" {
		return nil
	}
	return []field{{"Action", pdf.Text(a.Text)}}
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

func (p *paper) restOfExceptions(actions []*report.Action) []pdf.Block {
	t := pdf.Table{
		Columns: []pdf.Column{
			{Width: 40, Title: pdf.Text("Action"), RowHeader: true},
			{Width: 26, Title: pdf.Text("Owner")},
			{Width: 26, Title: pdf.Text("Date")},
			{Width: 26, Title: pdf.Text("Why")},
			{Width: 26, Title: pdf.Text("Recovery")},
			{Width: 26, Title: pdf.Text("For children")},
		},
		Style: dense, HeadRule: headRule, RowRule: rowRule,
	}
	for _, a := range actions {
		row := pdf.Row{
			ID:        p.claim(a.ID),
			Continued: refAnd(a.Ref, "continued"),
			Cells: [][]pdf.Block{{
				pdf.Para{Runs: pdf.Text(refAnd(a.Ref, a.Name)), Style: bold(dense), After: 0.8},
				inWords(a.Status, dense),
			}},
		}
		for _, f := range exceptionFields(a) {
			row.Cells = append(row.Cells, cell(dense, f.runs...))
		}
		t.Rows = append(t.Rows, row)
	}
	return []pdf.Block{
		pdf.Heading{Level: 3, Runs: pdf.Text("More that need attention"), Style: h3Card, Before: 4, After: 1},
		t,
	}
}
