package word

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"math"
	"sync"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"actionplan/report/chart"
)

// Colours of drawings.
const (
	ink   = "#0b0c0c"
	muted = "#505a5f"
	grey  = "#8a9297"
	white = "#ffffff"
)

const (
	dotsPerInch = 300
	dotsPerMM   = dotsPerInch / 25.4
	mmPerPoint  = 25.4 / 72
)

// canvas is a drawing of dots, 300 to the inch. Lengths are mm from its top
// left, sizes of type points.
type canvas struct {
	image *image.RGBA
	clip  *image.Alpha // nil where nothing is cut off
}

func newCanvas(w, h float64, behind string) *canvas {
	c := &canvas{image: image.NewRGBA(image.Rect(0, 0, max(1, dots(w)), max(1, dots(h))))}
	draw.Draw(c.image, c.image.Bounds(), image.NewUniform(colour(behind)), image.Point{}, draw.Src)
	return c
}

func dots(mm float64) int { return int(math.Round(mm * dotsPerMM)) }

func colour(hex string) color.RGBA {
	c := color.RGBA{A: 255}
	if _, err := fmt.Sscanf(hex, "#%02x%02x%02x", &c.R, &c.G, &c.B); err != nil {
		panic("word: not a colour: " + hex)
	}
	return c
}

// fill fills the area that one or more outlines enclose.
func (c *canvas) fill(hex string, outlines ...[]chart.Point) {
	box := enclosing(outlines).Intersect(c.image.Bounds())
	if box.Empty() {
		return
	}
	// Only the dots round the area are gone through: a drawing is mostly white.
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	for _, points := range outlines {
		for i, p := range points {
			x, y := float32(p.X*dotsPerMM-float64(box.Min.X)), float32(p.Y*dotsPerMM-float64(box.Min.Y))
			if i == 0 {
				r.MoveTo(x, y)
			} else {
				r.LineTo(x, y)
			}
		}
		r.ClosePath()
	}
	if c.clip == nil {
		r.Draw(c.image, box, image.NewUniform(colour(hex)), image.Point{})
		return
	}
	mask := image.NewAlpha(box)
	r.Draw(mask, box, image.Opaque, image.Point{})
	kept := box.Intersect(c.clip.Bounds())
	for y := kept.Min.Y; y < kept.Max.Y; y++ {
		line, clip := mask.Pix[mask.PixOffset(kept.Min.X, y):][:kept.Dx()], c.clip.Pix[c.clip.PixOffset(kept.Min.X, y):]
		for x := range line {
			line[x] = uint8(int(line[x]) * int(clip[x]) / 255)
		}
	}
	draw.DrawMask(c.image, kept, image.NewUniform(colour(hex)), image.Point{}, mask, kept.Min, draw.Over)
}

// enclosing is the dots that outlines touch.
func enclosing(outlines [][]chart.Point) image.Rectangle {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, points := range outlines {
		for _, p := range points {
			left, right = math.Min(left, p.X), math.Max(right, p.X)
			top, bottom = math.Min(top, p.Y), math.Max(bottom, p.Y)
		}
	}
	if left > right {
		return image.Rectangle{}
	}
	return image.Rect(int(left*dotsPerMM)-1, int(top*dotsPerMM)-1, int(right*dotsPerMM)+2, int(bottom*dotsPerMM)+2)
}

// within cuts off what is drawn outside an outline.
func (c *canvas) within(outline []chart.Point, drawing func()) {
	inside := &canvas{image: image.NewRGBA(enclosing([][]chart.Point{outline}).Intersect(c.image.Bounds()))}
	inside.fill(white, outline)
	c.clip = image.NewAlpha(inside.image.Bounds())
	for i := range c.clip.Pix {
		c.clip.Pix[i] = inside.image.Pix[4*i+3]
	}
	drawing()
	c.clip = nil
}

func rectangle(x, y, w, h float64) []chart.Point {
	return []chart.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}
}

func circle(x, y, radius float64) []chart.Point {
	const corners = 48
	points := make([]chart.Point, corners)
	for i := range points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		points[i] = chart.Point{X: x + radius*cos, Y: y + radius*sin}
	}
	return points
}

// pen draws lines. Dash is how long it is down and up in turn, in mm.
type pen struct {
	width float64
	hex   string
	dash  []float64
}

func (c *canvas) line(p pen, points ...chart.Point) {
	var pieces [][]chart.Point
	for i := 1; i < len(points); i++ {
		for _, s := range dashes(points[i-1], points[i], p.dash) {
			if quad := thick(s[0], s[1], p.width); quad != nil {
				pieces = append(pieces, quad)
			}
		}
	}
	for _, quad := range pieces { // one by one: where two meet they are not to cancel out
		c.fill(p.hex, quad)
	}
}

// dashes are the stretches of a line that the pen is down for.
func dashes(from, to chart.Point, dash []float64) [][2]chart.Point {
	if len(dash) == 0 {
		return [][2]chart.Point{{from, to}}
	}
	length := math.Hypot(to.X-from.X, to.Y-from.Y)
	at := func(s float64) chart.Point {
		s = math.Min(s, length) / length
		return chart.Point{X: from.X + (to.X-from.X)*s, Y: from.Y + (to.Y-from.Y)*s}
	}
	var out [][2]chart.Point
	for s, i := 0.0, 0; s < length; i++ {
		step := dash[i%len(dash)]
		if i%2 == 0 {
			out = append(out, [2]chart.Point{at(s), at(s + step)})
		}
		s += step
	}
	return out
}

// thick is a line as an area.
func thick(a, b chart.Point, width float64) []chart.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return nil
	}
	dx, dy := (b.Y-a.Y)/length*width/2, (b.X-a.X)/length*width/2
	return []chart.Point{{X: a.X + dx, Y: a.Y - dy}, {X: b.X + dx, Y: b.Y - dy}, {X: b.X - dx, Y: b.Y + dy}, {X: a.X - dx, Y: a.Y + dy}}
}

func (c *canvas) ring(p pen, x, y, radius float64) {
	outer, inner := circle(x, y, radius+p.width/2), circle(x, y, radius-p.width/2)
	for i, j := 0, len(inner)-1; i < j; i, j = i+1, j-1 { // the other way round, so that it is left out
		inner[i], inner[j] = inner[j], inner[i]
	}
	c.fill(p.hex, outer, inner)
}

// shape draws the shape of a look.
func (c *canvas) shape(l chart.Look, x, y, size float64, ink, behind string) {
	scale := size / chart.ShapeSize
	at := func(p chart.Point) chart.Point { return chart.Point{X: x + p.X*scale, Y: y + p.Y*scale} }
	for _, piece := range l.Shape.Pieces() {
		hex := ink
		if piece.Back {
			hex = behind
		}
		points := make([]chart.Point, len(piece.Points))
		for i, p := range piece.Points {
			points[i] = at(p)
		}
		centre := at(piece.Centre)
		switch {
		case piece.Radius > 0 && piece.Pen > 0:
			c.ring(pen{width: piece.Pen * scale, hex: hex}, centre.X, centre.Y, piece.Radius*scale)
		case piece.Radius > 0:
			c.fill(hex, circle(centre.X, centre.Y, piece.Radius*scale))
		case piece.Pen > 0:
			c.line(pen{width: piece.Pen * scale, hex: hex}, points...)
		default:
			c.fill(hex, points)
		}
	}
}

// leastPattern is how wide a block with a pattern is, in mm: a narrower one
// could not be told from a flaw.
const leastPattern = 6.0

// plate draws a block in a look: its fill, its pattern, and a line inside its
// edge.
func (c *canvas) plate(l chart.Look, outline []chart.Point, x, y, w, h float64) {
	c.within(outline, func() {
		c.fill(l.Fill, outline)
		switch {
		case w < leastPattern:
		case l.Pattern == chart.Diagonals:
			for from := x - h; from < x+w; from += 2 {
				c.line(pen{width: 0.4, hex: l.Stripe}, chart.Point{X: from, Y: y + h}, chart.Point{X: from + h, Y: y})
			}
		case l.Pattern == chart.Horizontals:
			for at := y + 0.9; at < y+h; at += 1.2 {
				c.line(pen{width: 0.35, hex: l.Stripe}, chart.Point{X: x, Y: at}, chart.Point{X: x + w, Y: at})
			}
		case l.Pattern == chart.InnerFrame:
			frame := rectangle(x+0.85, y+0.85, w-1.7, h-1.7)
			c.line(pen{width: 0.3, hex: l.Stripe}, append(frame, frame[0])...)
		}
		edge := pen{width: 0.5, hex: ink} // the half outside the edge is cut off
		if l.Pattern == chart.Dashed {
			edge = pen{width: 0.6, hex: ink, dash: []float64{1, 0.8}}
		}
		c.line(edge, append(outline[:len(outline):len(outline)], outline[0])...)
	})
}

// face is a typeface with the one that has what it lacks.
type face struct{ usual, rest *opentype.Font }

var faces = sync.OnceValue(func() map[bool]face {
	parse := func(data []byte) *opentype.Font {
		f, err := opentype.Parse(data)
		if err != nil {
			panic(err) // the fonts are built in
		}
		return f
	}
	return map[bool]face{
		false: {parse(liberationsansregular.TTF), parse(dejavusans.TTF)},
		true:  {parse(liberationsansbold.TTF), parse(dejavusansbold.TTF)},
	}
})

// of is the face of one size that has every character of s.
func (f face) of(s string, size float64) font.Face {
	chosen := f.usual
	for _, r := range s {
		if glyph, err := f.usual.GlyphIndex(nil, r); err != nil || glyph == 0 {
			chosen = f.rest
		}
	}
	made, err := opentype.NewFace(chosen, &opentype.FaceOptions{Size: size, DPI: dotsPerInch, Hinting: font.HintingNone})
	if err != nil {
		panic(err) // only for sizes that are no sizes
	}
	return made
}

// letters is how words are set in a drawing.
type letters struct {
	size float64 // points
	bold bool
	hex  string
}

var (
	label     = letters{9.5, false, ink}
	boldLabel = letters{9.5, true, ink}
)

func width(s string, l letters) float64 {
	f := faces()[l.bold].of(s, l.size)
	defer f.Close()
	return float64(font.MeasureString(f, s)) / 64 / dotsPerMM
}

// text sets words from x, or to the right of it by a share of their width: -1
// ends them there and -0.5 sets them round it.
func (c *canvas) text(x, baseline float64, s string, l letters, shift float64) {
	f := faces()[l.bold].of(s, l.size)
	defer f.Close()
	x += width(s, l) * shift
	d := font.Drawer{Dst: c.image, Src: image.NewUniform(colour(l.hex)), Face: f,
		Dot: fixed.Point26_6{X: fixed.Int26_6(x * dotsPerMM * 64), Y: fixed.Int26_6(baseline * dotsPerMM * 64)}}
	d.DrawString(s)
}

// capital is half the height of a capital, in mm: what a baseline stands below
// the middle.
func capital(size float64) float64 { return 0.344 * size * mmPerPoint }

// fewColours is the drawing with a palette, in which a file is much smaller. Of
// more than 256 colours those that nobody tells apart become one: they are shades
// on the edges of lines.
func fewColours(from *image.RGBA) image.Image {
	for apart := 0; ; apart++ {
		if to := withPalette(from, apart); to != nil {
			return to
		}
	}
}

// withPalette is nil where there are more than 256 colours, of which those are
// one that differ only in the last bits of red, green and blue. The first met
// stands for them.
func withPalette(from *image.RGBA, bits int) *image.Paletted {
	index := map[uint32]uint8{}
	palette := color.Palette{}
	to := image.NewPaletted(from.Bounds(), nil)
	mask := uint32(0xff) << bits & 0xff * 0x010101
	last, n := uint32(0), uint8(0)
	for i := range to.Pix {
		c := binary.LittleEndian.Uint32(from.Pix[4*i:])
		if i > 0 && c == last { // most of a drawing is one colour for long
			to.Pix[i] = n
			continue
		}
		last = c
		var ok bool
		if n, ok = index[c&mask]; !ok {
			if len(palette) == 256 {
				return nil
			}
			n = uint8(len(palette))
			index[c&mask], palette = n, append(palette, color.RGBA{uint8(c), uint8(c >> 8), uint8(c >> 16), 0xff})
		}
		to.Pix[i] = n
	}
	to.Palette = palette
	return to
}

// withResolution says in a PNG file how many dots there are to the metre, for
// programs that go by it.
func withResolution(file []byte) []byte {
	const header = 8 + 4 + 4 + 13 + 4 // the signature and the first chunk
	const perMetre = dotsPerMM * 1000
	chunk := append([]byte("pHYs"), binary.BigEndian.AppendUint32(nil, uint32(math.Round(perMetre)))...)
	chunk = append(binary.BigEndian.AppendUint32(chunk, uint32(math.Round(perMetre))), 1)
	whole := binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4))
	whole = binary.BigEndian.AppendUint32(append(whole, chunk...), crc32.ChecksumIEEE(chunk))
	return bytes.Join([][]byte{file[:header], whole, file[header:]}, nil)
}
