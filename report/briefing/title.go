package briefing

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"actionplan/report"
	"actionplan/report/pdf"
)

const (
	logoTop    = 17.0
	logoWidth  = 40.0
	logoHeight = 14.0
	titleRight = 145.0 // from the page's left edge: a title beside a logo ends here
)

func readLogo(file []byte) (*pdf.Image, error) {
	if len(file) == 0 {
		return nil, nil
	}
	image, err := pdf.DecodeImage(file)
	if err != nil {
		return nil, fmt.Errorf("the logo can't be read as a picture: %w", err)
	}
	return &image, nil
}

var hexColour = regexp.MustCompile(`^#[0-9a-fA-F]{6}$`)

// brandColour is used for the rule on page 1 and the organisation's name, and
// for nothing else.
func brandColour(b report.Brand) pdf.Color {
	if !hexColour.MatchString(b.Colour) {
		return ink
	}
	return pdf.Hex(strings.ToLower(b.Colour))
}

// title is the title block: organisation, title, and the lines below it.
func (p *paper) title() []pdf.Block {
	name := pdf.Para{Runs: pdf.Text(p.brief.Organisation), Style: bold(coloured(body, brandColour(p.brief.Brand)))}
	h := pdf.Heading{Level: 1, Runs: pdf.Text(paperTitle(p.layout)), Style: h1, After: 1.5}
	var blocks []pdf.Block
	if p.logo == nil {
		blocks = []pdf.Block{name, h}
	} else {
		blocks = []pdf.Block{p.besideLogo(name, h)}
	}
	if p.layout.Subtitle != "" {
		blocks = append(blocks, pdf.Para{Runs: pdf.Text(p.layout.Subtitle), Style: fields})
		return p.withDraft(blocks)
	}
	width := 26.0
	for _, line := range p.brief.TitleLines {
		width = math.Max(width, math.Min(34, p.Width(bold(fields), line.Term)+0.01))
	}
	blocks = append(blocks, terms(p.brief.TitleLines, width, 2, fields, 0.6))
	return p.withDraft(blocks)
}

func (p *paper) withDraft(blocks []pdf.Block) []pdf.Block {
	if p.brief.Draft == "" {
		return blocks
	}
	return append(blocks, p.draft())
}

func (p *paper) besideLogo(name, h pdf.Block) pdf.Block {
	w, high := within(*p.logo, logoWidth, logoHeight)
	picture := pdf.Figure{Alt: strings.TrimSpace(p.brief.Organisation + " logo"), W: logoWidth, H: high, Draw: func(c *pdf.Canvas) {
		c.Image(logoWidth-w, 0, w, high, *p.logo)
	}}
	firstLine := pdf.Drawn{H: frame.FirstTop - logoTop, Draw: func(*pdf.Canvas) {}}
	return pdf.Columns{Gap: textWidth - logoWidth - (titleRight - left), After: 1.5, Cells: []pdf.Col{
		{Width: titleRight - left, Blocks: []pdf.Block{firstLine, name, h}},
		{Width: logoWidth, Blocks: []pdf.Block{picture}},
	}}
}

// within is the largest size within w × h that keeps a picture's proportions.
func within(image pdf.Image, w, h float64) (float64, float64) {
	ratio := float64(image.Width) / float64(image.Height)
	if ratio > w/h {
		return w, w / ratio
	}
	return h * ratio, h
}

// terms are lines of a term and what it says.
func terms(lines []report.Line, width, gap float64, style pdf.Style, between float64) pdf.List {
	list := pdf.List{Numbering: "None", Style: bold(style), LabelWidth: width, Gap: gap, Between: between}
	for _, line := range lines {
		list.Items = append(list.Items, pdf.Item{
			Label: pdf.Text(line.Term),
			Body:  []pdf.Block{pdf.Words(style, line.Text)},
		})
	}
	return list
}

// draft says in a box that the workbook has errors, and where to read of them.
func (p *paper) draft() pdf.Block {
	runs := pdf.Text(p.brief.Draft)
	if to := sectionID("quality"); p.PageOf(to) > 0 {
		runs = append(runs, pdf.Run{Text: ", "}, p.pageLink(to, "Go to how the figures were checked"))
	}
	item := pdf.Item{Label: pdf.Text("Draft"), Body: []pdf.Block{pdf.Para{Runs: runs, Style: fields}}}
	return pdf.Box{
		Before: 1.5,
		Pad:    pdf.Inset{Top: 1.2, Right: 2, Bottom: 1.2, Left: 2},
		Behind: func(c *pdf.Canvas, w, h float64) {
			c.StrokeRect(0.25, 0.25, w-0.5, h-0.5, pdf.Stroke{Width: 0.5, Color: ink})
		},
		Blocks: []pdf.Block{pdf.List{
			Numbering: "None", Style: bold(fields), LabelWidth: 24, Gap: 2, Items: []pdf.Item{item},
		}},
	}
}

// pageLink is "page 2", linked. The ID must have a page.
func (p *paper) pageLink(to, says string) pdf.Run {
	page := "page " + strconv.Itoa(p.PageOf(to))
	return pdf.Run{Text: page, To: to, Says: says + ", " + page, Color: &link, Underline: true}
}

// headline is the one thing to remember.
func (p *paper) headline() []pdf.Block {
	if p.now.Text == "" {
		return nil
	}
	return []pdf.Block{pdf.Para{Runs: pdf.Text(p.now.Text), Style: lead, Before: 5, After: 4, Width: 165}}
}

// asks is what the board is asked to do, with the page to read on each.
func (p *paper) asks() []pdf.Block {
	if len(p.brief.Asks) == 0 {
		return nil
	}
	list := pdf.List{Numbering: "Decimal", Style: body, LabelWidth: 6, Gap: 1.5, LabelRight: true, Between: 1}
	for i, ask := range p.brief.Asks {
		runs := pdf.Text(ask.Text)
		if ask.Target != "" && p.PageOf(ask.Target) > 0 {
			text, stopped := strings.CutSuffix(ask.Text, ".")
			end := ")"
			if stopped {
				end = ")."
			}
			runs = []pdf.Run{{Text: text + " ("}, p.pageLink(ask.Target, ask.Says), {Text: end}}
		}
		list.Items = append(list.Items, pdf.Item{
			Label: pdf.Text(strconv.Itoa(i+1) + "."),
			Body:  []pdf.Block{pdf.Para{Runs: runs, Style: body}},
		})
	}
	return []pdf.Block{pdf.Box{
		Before: 4, After: 5,
		Pad: pdf.Inset{Top: 3, Right: 4, Bottom: 2, Left: 4},
		Behind: func(c *pdf.Canvas, w, h float64) {
			c.StrokeRect(0.25, 0.25, w-0.5, h-0.5, pdf.Stroke{Width: 0.5, Color: ink})
		},
		Blocks: []pdf.Block{
			pdf.Heading{Level: 2, Runs: pdf.Text(p.now.Heading), Style: h2Box, After: 1, ID: p.claim(sectionID(p.now.ID))},
			list,
		},
	}}
}

// message is what the senior responsible owner says, in their own paragraphs.
func (p *paper) message() []pdf.Block {
	m := p.brief.Message
	if m == nil {
		return nil
	}
	blocks := p.withIntro()
	for _, para := range strings.Split(m.Text, "\n") {
		if para = strings.TrimSpace(para); para != "" {
			blocks = append(blocks, sentence(para))
		}
	}
	if m.From != "" {
		blocks = append(blocks, pdf.Para{Runs: []pdf.Run{pdf.Bold(m.From)}, Style: fields, After: 2})
	}
	return blocks
}
