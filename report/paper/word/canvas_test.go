package word

import (
	"image"
	"image/color"
	"testing"
)

// A drawing of any number of colours gets a palette, and no colour of it is far
// from its own; of few colours each is exact.
func TestFewColours(t *testing.T) {
	for _, c := range []struct{ step, most int }{{16, 0}, {1, 16}} {
		from := image.NewRGBA(image.Rect(0, 0, 256, 256))
		for y := range 256 {
			for x := range 256 {
				from.SetRGBA(x, y, color.RGBA{uint8(x / c.step * c.step), uint8(y / c.step / 16 * 16 * c.step), 10, 255})
			}
		}
		to, ok := fewColours(from).(*image.Paletted)
		if !ok || len(to.Palette) > 256 {
			t.Fatalf("steps of %d: no palette", c.step)
		}
		for y := range 256 {
			for x := range 256 {
				was, is := from.RGBAAt(x, y), color.RGBAModel.Convert(to.At(x, y)).(color.RGBA)
				if d := max(apart(was.R, is.R), apart(was.G, is.G), apart(was.B, is.B)); d > c.most || is.A != 255 {
					t.Fatalf("steps of %d: %v at %d, %d became %v", c.step, was, x, y, is)
				}
			}
		}
	}
}

func apart(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }
