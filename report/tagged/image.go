package tagged

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"strconv"

	"github.com/jung-kurt/gofpdf"
)

// Image is a picture that can be drawn.
type Image struct {
	Width, Height int // pixels
	kind          string
	data          []byte
}

// maxPixels keeps a small file from becoming a large picture in memory.
const maxPixels = 40_000_000

// DecodeImage reads a JPEG or PNG. PNGs are redrawn on white, since gofpdf
// can't read all of them and paper has no transparency.
func DecodeImage(data []byte) (Image, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || kind != "jpeg" && kind != "png" {
		return Image{}, errors.New("not a JPEG or PNG picture")
	}
	if config.Width < 1 || config.Height < 1 || config.Width > maxPixels/config.Height {
		return Image{}, fmt.Errorf("a picture of %d by %d pixels is too large", config.Width, config.Height)
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return Image{}, fmt.Errorf("the picture is damaged: %w", err)
	}
	made := Image{Width: config.Width, Height: config.Height, kind: "JPG", data: data}
	switch config.ColorModel {
	case color.GrayModel, color.YCbCrModel:
		if kind == "jpeg" {
			return made, nil
		}
	}
	onWhite := image.NewRGBA(image.Rect(0, 0, config.Width, config.Height))
	draw.Draw(onWhite, onWhite.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(onWhite, onWhite.Bounds(), picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if kind == "jpeg" {
		err = jpeg.Encode(&out, onWhite, &jpeg.Options{Quality: 92})
	} else {
		made.kind = "PNG"
		err = png.Encode(&out, onWhite)
	}
	made.data = out.Bytes()
	return made, err
}

// Image draws a picture into a rectangle.
func (c *Canvas) Image(x, y, w, h float64, img Image) {
	c.doc.tag(c.elem, orLayout(c.artifact))
	name := c.doc.imageName(img)
	left, top := c.x+x*c.scale, c.y+y*c.scale
	w, h = w*c.scale, h*c.scale
	options := gofpdf.ImageOptions{ImageType: img.kind}
	p := c.doc.page()
	p.ops = append(p.ops, op{picture: func(f *gofpdf.Fpdf) {
		f.ImageOptions(name, left, top, w, h, false, options, 0, "")
	}})
}

// imageName registers a picture once, however often it is drawn.
func (d *Doc) imageName(img Image) string {
	for i, known := range d.images {
		if bytes.Equal(known.data, img.data) {
			return strconv.Itoa(i)
		}
	}
	d.images = append(d.images, img)
	return strconv.Itoa(len(d.images) - 1)
}

func (d *Doc) registerImages(f *gofpdf.Fpdf) {
	for i, img := range d.images {
		options := gofpdf.ImageOptions{ImageType: img.kind}
		f.RegisterImageOptionsReader(strconv.Itoa(i), options, bytes.NewReader(img.data))
	}
}
