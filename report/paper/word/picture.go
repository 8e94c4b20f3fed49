package word

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"sync"

	"actionplan/report/chart"
	"actionplan/workbook/parallel"
)

// picture is a drawing in the making, in mm, as Word shows it.
type picture struct {
	alt  string // "" where the words beside it say the same
	w, h float64
	file func() []byte // draws it, from anywhere; nil for no picture
	key  shapeKey      // of one that comes again and again; empty for others
	kind string        // of the file: "png"
	sink float64       // pt that it stands below the line of the words beside it
}

// place puts a picture into the paragraph, within a run of the properties.
func (d *document) place(p picture, properties string) {
	if p.file == nil {
		return
	}
	if most := d.flow.across(); p.w > most { // a narrow page of a reference's
		p.w, p.h = most, p.h*most/p.w
	}
	d.flow.picture(p.w, p.h-p.sink*mmPerPoint)
	d.drawn++
	id := d.pictureID(p)
	if p.sink != 0 {
		properties += fmt.Sprintf(`<w:position w:val="%d"/>`, int(-2*p.sink))
	}
	const emuPerMM = 36000
	w, h := int(p.w*emuPerMM), int(p.h*emuPerMM)
	b := &d.body
	b.WriteString(`<w:r>`)
	if properties != "" {
		b.WriteString(`<w:rPr>` + properties + `</w:rPr>`)
	}
	fmt.Fprintf(b, `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`, w, h)
	fmt.Fprintf(b, `<wp:docPr id="%d" name="Picture %[1]d" descr="%s"`, d.drawn, escape(p.alt))
	if p.alt == "" {
		b.WriteString(`><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>`)
	} else {
		b.WriteString(`/>`)
	}
	fmt.Fprintf(b, `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="%d" name="Picture %[1]d"/><pic:cNvPicPr/></pic:nvPicPr>`, d.drawn)
	fmt.Fprintf(b, `<pic:blipFill><a:blip r:embed="%s"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`, id)
	fmt.Fprintf(b, `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`, w, h)
}

// pictureID is the relation to a picture's file, which is drawn at the end.
func (d *document) pictureID(p picture) string {
	if p.key != (shapeKey{}) {
		if id, ok := d.shapes[p.key]; ok {
			return id
		}
	}
	d.pictures = append(d.pictures, p)
	id := fmt.Sprintf("picture%d", len(d.pictures))
	if p.key != (shapeKey{}) {
		d.shapes[p.key] = id
	}
	return id
}

// drawPictures draws all pictures, side by side, and gives their files and the
// relations to them: one file for those that are alike.
func (d *document) drawPictures() ([]part, []relation) {
	drawn := make([][]byte, len(d.pictures))
	parallel.Each(len(drawn), func(i int) { drawn[i] = d.pictures[i].file() })
	var files []part
	var to []relation
	named := map[string]string{}
	for i, data := range drawn {
		name, ok := named[string(data)]
		if !ok {
			name = fmt.Sprintf("media/picture%d.%s", len(files)+1, d.pictures[i].kind)
			files = append(files, part{"word/" + name, data})
			named[string(data)] = name
		}
		to = append(to, relation{fmt.Sprintf("picture%d", i+1), "image", name, false})
	}
	return files, to
}

// drawing is one of w by h mm, which draw makes, as a picture. It is drawn when its file
// is asked for, beside others: draw changes nothing but the canvas.
func drawing(alt string, w, h float64, behind string, draw func(*canvas)) picture {
	return picture{alt: alt, w: w, h: h, kind: "png", file: func() []byte {
		c := newCanvas(w, h, behind)
		draw(c)
		var out bytes.Buffer
		_ = encoder.Encode(&out, fewColours(c.image)) // a bytes.Buffer takes everything, and no picture is without size
		return withResolution(out.Bytes())
	}}
}

// encoder is quick rather than thorough: drawings of few colours are small as it is. It
// keeps the room that one picture needs for the next: a paper has many
// small ones, and the room is larger than they are.
var encoder = png.Encoder{CompressionLevel: png.BestSpeed, BufferPool: new(encoderRoom)}

type encoderRoom struct{ sync.Pool }

func (r *encoderRoom) Get() *png.EncoderBuffer {
	b, _ := r.Pool.Get().(*png.EncoderBuffer)
	return b
}

func (r *encoderRoom) Put(b *png.EncoderBuffer) { r.Pool.Put(b) }

// logo is a picture of the organisation's own, within a width and a height.
func logo(data []byte, alt string, w, h float64) picture {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width == 0 || size.Height == 0 {
		return picture{}
	}
	ratio := float64(size.Width) / float64(size.Height)
	if ratio > w/h {
		h = w / ratio
	} else {
		w = h * ratio
	}
	return picture{alt: alt, w: w, h: h, kind: kind, file: func() []byte { return data }}
}

// shapeKey is which of the shapes in lines of words one is: a paper has few, each many
// times.
type shapeKey struct {
	look  string
	small bool
}

// shapeSize is how wide a shape in a line is, in mm; in small type it is less.
const shapeSize = 3.4

// shape is a look's shape, a little below the line; the words beside it say
// the same. In small type it is smaller, so that it does not spread the lines.
func (d *document) shape(l chart.Look) {
	size, sink := shapeSize, 1.0 // mm, pt
	if d.small {
		size, sink = 2.9, 0.5
	}
	p := drawing("", size, size, white, func(c *canvas) { c.shape(l, 0, 0, size, ink, white) })
	p.sink, p.key = sink, shapeKey{l.Name, d.small}
	d.place(p, "")
}
