package pdf

import (
	"fmt"

	"actionplan/report/tagged"
)

const (
	logoTop    = 17.0
	logoWidth  = 40.0
	logoHeight = 14.0
	titleRight = 145.0 // from the page's left edge: a title beside a logo ends here
)

func readLogo(file []byte) (*tagged.Image, error) {
	if len(file) == 0 {
		return nil, nil
	}
	image, err := tagged.DecodeImage(file)
	if err != nil {
		return nil, fmt.Errorf("the logo can't be read as a picture: %w", err)
	}
	return &image, nil
}

// front is the title block: organisation, title, and the lines below it.
func (w *writer) front() []tagged.Block {
	f := w.paper.Front
	var name []tagged.Block // nothing is heard of an organisation that isn't named
	if f.Organisation != "" {
		name = one(tagged.Para{Runs: tagged.Text(f.Organisation), Style: bold(coloured(body, colour(f.Brand)))})
	}
	title := tagged.Heading{Level: 1, Runs: tagged.Text(f.Title), Style: h1, After: 1.5, Balanced: true}
	blocks := append(name, title)
	if w.logo != nil {
		blocks = one(w.besideLogo(blocks))
	}
	return append(blocks, w.blocks(f.Blocks)...)
}

func (w *writer) besideLogo(titles []tagged.Block) tagged.Block {
	wide, high := within(*w.logo, logoWidth, logoHeight)
	picture := tagged.Figure{Alt: w.paper.Front.LogoAlt, W: logoWidth, H: high, Draw: func(c *tagged.Canvas) {
		c.Image(logoWidth-wide, 0, wide, high, *w.logo)
	}}
	firstLine := tagged.Drawn{H: frame.FirstTop - logoTop, Draw: func(*tagged.Canvas) {}}
	return tagged.Columns{Gap: textWidth - logoWidth - (titleRight - left), After: 1.5, Cells: []tagged.Col{
		{Width: titleRight - left, Blocks: append(one(firstLine), titles...)},
		{Width: logoWidth, Blocks: one(picture)},
	}}
}

// within is the largest size within w × h that keeps a picture's proportions.
func within(image tagged.Image, w, h float64) (float64, float64) {
	ratio := float64(image.Width) / float64(image.Height)
	if ratio > w/h {
		return w, w / ratio
	}
	return h * ratio, h
}
