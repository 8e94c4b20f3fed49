package pdf

import (
	"math"
	"slices"
	"strconv"

	"actionplan/report/paper/block"
	"actionplan/report/tagged"
)

// runs are the runs of a paragraph. A link is the page to turn to.
func (w *writer) runs(all []block.Run) []tagged.Run {
	var made []tagged.Run
	for _, r := range all {
		made = append(made, w.run(r)...)
	}
	return made
}

func (w *writer) run(r block.Run) []tagged.Run {
	if r.Mark != nil {
		return []tagged.Run{inlineShape(*r.Mark)}
	}
	plain := tagged.Run{Text: r.Text, Bold: r.Bold}
	if r.Quiet {
		plain.Color = &muted
	}
	l := r.Link
	if l == nil || l.As == block.OnScreen {
		return []tagged.Run{plain}
	}
	if l.URI != "" {
		plain.URI, plain.Says, plain.Color, plain.Underline = l.URI, l.Says, &link, true
		return []tagged.Run{plain}
	}
	page := w.PageOf(l.To)
	switch l.As {
	case block.PageNumber:
		if page == 0 {
			return []tagged.Run{{Text: "–"}}
		}
		return w.pageNumbers(*l, ", ")
	case block.InBrackets:
		if page == 0 {
			return nil
		}
		return w.inBrackets(*l)
	}
	if page == 0 { // the first pass knows of none
		return []tagged.Run{plain}
	}
	plain.Text += ", "
	return []tagged.Run{plain, pageLink("page\u00a0"+strconv.Itoa(page), page, *l, r.Bold)}
}

// inBrackets are the pages of all that a link leads to, each once.
func (w *writer) inBrackets(l block.Link) []tagged.Run {
	numbers := w.pageNumbers(l, " and ")
	before := " ("
	if l.Of != "" {
		before += l.Of + ", "
	}
	if len(numbers) == 1 {
		numbers[0].Text = "page\u00a0" + numbers[0].Text
	} else {
		before += "pages "
	}
	return append(append([]tagged.Run{{Text: before}}, numbers...), tagged.Run{Text: ")"})
}

// pageNumbers are those of all that a link leads to, each once and linked, the last
// after a word of its own.
func (w *writer) pageNumbers(l block.Link, last string) []tagged.Run {
	first := map[int]string{}
	var pages []int
	for _, id := range append([]string{l.To}, l.Also...) {
		page := w.PageOf(id)
		if page > 0 && first[page] == "" {
			first[page] = id
			pages = append(pages, page)
		}
	}
	slices.Sort(pages)
	var runs []tagged.Run
	for i, page := range pages {
		switch {
		case i == 0:
		case i == len(pages)-1:
			runs = append(runs, tagged.Run{Text: last})
		default:
			runs = append(runs, tagged.Run{Text: ", "})
		}
		runs = append(runs, pageLink(strconv.Itoa(page), page, block.Link{To: first[page], Says: l.Says}, false))
	}
	return runs
}

func pageLink(text string, page int, l block.Link, bold bool) tagged.Run {
	return tagged.Run{Text: text, Bold: bold, To: l.To, Says: l.Says + ", page " + strconv.Itoa(page), Color: &link, Underline: true}
}

// heading gives a heading its size. It stays with what follows.
func (w *writer) heading(h block.Heading) tagged.Heading {
	made := tagged.Heading{Level: h.Level, Runs: w.runs(h.Runs), ID: h.ID, Bookmark: h.Bookmark}
	switch h.Size {
	case block.PageSize:
		made.Style, made.Before, made.After = h1, 9, 1.5
	case block.SectionSize:
		made.Style, made.Before, made.After = h2, 6, 2
		if w.paper.Shorter != nil {
			made.Before, made.After = 5, 1
		}
	case block.PartSize:
		made.Style, made.Before, made.After = h2, 5, 1
	case block.GroupSize:
		made.Style, made.Before, made.After = h3Card, 4, 1
	case block.SmallSize:
		made.Style, made.Before, made.After = h3Small, 4, 1
	}
	return made
}

// paras are the looks of paragraphs.
var paras = map[block.ParaAs]tagged.Para{
	block.Body:      {Style: body, After: 2, Width: readWidth},
	block.Headline:  {Style: lead, Before: 5, After: 4, Width: 165},
	block.Statement: {Style: lead, Before: 4, After: 4, Width: 165},
	block.Subtitle:  {Style: fields},
	block.Signature: {Style: fields, After: 2},
	block.Place:     {Style: runningText},
	block.About:     {Style: fields, Before: 1.5, Width: readWidth},
	block.Legend:    {Style: table, After: 2, Width: textWidth},
	block.Note:      {Style: dense, Before: 1.5, After: 2, Width: textWidth},
	block.Remark:    {Style: dense, After: 0.5, Width: readWidth},
	block.First:     {Style: body, After: 1, Width: readWidth},
	block.Working:   {Style: meanings, After: 2, Width: readWidth},
	block.Closing:   {Style: meanings, Before: 3, Width: readWidth},
}

func (w *writer) para(p block.Para) tagged.Para {
	made := paras[p.As]
	made.Runs = w.runs(p.Runs)
	return made
}

func (w *writer) list(l block.List) tagged.List {
	style, width := body, readWidth
	made := tagged.List{Numbering: "Disc", LabelWidth: 4, Gap: 1.5, Between: 1, After: 2}
	switch {
	case l.Numbered:
		made = tagged.List{Numbering: "Decimal", LabelWidth: 6, Gap: 1.5, LabelRight: true, Between: 1}
		width = 0
	case l.Small:
		style, width = meanings, readWidth+8
		made.LabelWidth, made.Gap, made.Between = 3.5, 1, 0.6
	}
	made.Style = style
	for i, runs := range l.Items {
		label := "•"
		if l.Numbered {
			label = strconv.Itoa(i+1) + "."
		}
		made.Items = append(made.Items, tagged.Item{
			Label: tagged.Text(label),
			Body:  one(tagged.Para{Runs: w.runs(runs), Style: style, Width: width}),
		})
	}
	return made
}

// termLooks are the looks of terms; their labels are in bold.
var termLooks = map[block.TermsAs]tagged.List{
	block.TitleLines: {Style: fields, LabelWidth: 26, Gap: 2, Between: 0.6},
	block.Fields:     {Style: fields, LabelWidth: 27, Gap: 3, Between: 0.6},
	block.Details:    {Style: meanings, LabelWidth: 26, Gap: 3, Between: 0.6},
	block.Glossary:   {Style: meanings, LabelWidth: 36, Gap: 3, Between: 0.8},
	block.Groups:     {Style: dense, LabelWidth: 34, Gap: 2, Between: 1.5},
}

func (w *writer) terms(t block.Terms) tagged.List { return w.termsIn(t, termLooks[t.As].Style) }

// termsIn are terms in a style of type.
func (w *writer) termsIn(t block.Terms, style tagged.Style) tagged.List {
	made, width := termLooks[t.As], 0.0
	if t.As == block.Fields {
		width = readWidth
	}
	made.Numbering, made.Style = "None", bold(style)
	for _, item := range t.Items {
		if t.As == block.TitleLines { // the widest of them, if it is not too wide
			made.LabelWidth = math.Max(made.LabelWidth, math.Min(34, w.Width(bold(style), textOf(item.Term))+0.01))
		}
		i := tagged.Item{Label: w.runs(item.Term)}
		for _, says := range item.Says {
			i.Body = append(i.Body, tagged.Para{Runs: w.runs(says), Style: style, After: 0.6, Width: width})
		}
		made.Items = append(made.Items, i)
	}
	return made
}

func textOf(runs []block.Run) string {
	text := ""
	for _, r := range runs {
		text += r.Text
	}
	return text
}

// figures is a strip of so many to a row. Each is read as one item: the figure,
// then its words.
func figures(f block.Figures) []tagged.Block {
	const gap = 4.0
	width := (textWidth - float64(f.PerRow-1)*gap) / float64(f.PerRow)
	var blocks []tagged.Block
	for rest := f.Items; len(rest) > 0; rest = rest[min(f.PerRow, len(rest)):] {
		row := tagged.Columns{Role: "L", Gap: gap, Before: 5, After: 4}
		for _, x := range rest[:min(f.PerRow, len(rest))] {
			row.Cells = append(row.Cells, tagged.Col{Width: width, Role: "LI", Blocks: []tagged.Block{
				tagged.Drawn{H: 0.7, After: 1.5, Draw: func(c *tagged.Canvas) { c.FillRect(0, 0, width, 0.7, ink) }},
				tagged.Para{Runs: tagged.Text(x.Figure), Style: figure, Role: "Lbl"},
				tagged.Para{Runs: tagged.Text(x.Words), Style: caption, Role: "LBody"},
			}})
		}
		blocks = append(blocks, row)
	}
	return blocks
}
