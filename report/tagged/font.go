package tagged

import (
	"math"
	"math/bits"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A face is one embedded font. The document keeps four: Liberation Sans for
// text, and DejaVu Sans for what Liberation lacks, each regular and bold.
type face struct {
	key  string // its name within gofpdf
	name string // its PostScript name
	ttf  []byte

	font *sfnt.Font // nil until first asked
	buf  sfnt.Buffer
	// Advances in thousandths of the size, by rune, filled as they are asked for.
	advances [256]*[256]int16
	// Runes drawn, for ToUnicode.
	used   [1 << 16 / 64]uint64
	isUsed bool
}

const (
	advanceUnknown = 0
	advanceMissing = -1
	advanceOffset  = 1 // so that a combining mark's 0 is not "unknown"
)

const (
	faceRegular = iota
	faceBold
	faceSymbols
	faceSymbolsBold
	faceCount
)

func newFaces() [faceCount]*face {
	newFace := func(key, name string, ttf []byte) *face {
		return &face{key: key, name: name, ttf: ttf}
	}
	return [faceCount]*face{
		faceRegular:     newFace("lr", "LiberationSans", liberationsansregular.TTF),
		faceBold:        newFace("lb", "LiberationSans-Bold", liberationsansbold.TTF),
		faceSymbols:     newFace("dr", "DejaVuSans", dejavusans.TTF),
		faceSymbolsBold: newFace("db", "DejaVuSans-Bold", dejavusansbold.TTF),
	}
}

// advance is the width of a rune in thousandths of the size, rounded as gofpdf
// rounds it in the font's own width table. ok is false when the face has no
// glyph for it.
func (f *face) advance(r rune) (w int, ok bool) {
	if r < 0 || r > 0xFFFD { // gofpdf can't draw past the first plane
		return 0, false
	}
	page := f.advances[r>>8]
	if page == nil {
		page = new([256]int16)
		f.advances[r>>8] = page
	}
	if page[r&0xFF] == advanceUnknown {
		page[r&0xFF] = f.lookUp(r)
	}
	a := page[r&0xFF]
	return int(a) - advanceOffset, a != advanceMissing
}

func (f *face) lookUp(r rune) int16 {
	if f.font == nil {
		parsed, err := sfnt.Parse(f.ttf)
		if err != nil {
			panic("pdf: embedded font " + f.name + ": " + err.Error())
		}
		f.font = parsed
	}
	glyph, err := f.font.GlyphIndex(&f.buf, r)
	if err != nil || glyph == 0 {
		return advanceMissing
	}
	em := f.font.UnitsPerEm()
	units, err := f.font.GlyphAdvance(&f.buf, glyph, fixed.I(int(em)), font.HintingNone)
	if err != nil {
		return advanceMissing
	}
	return int16(math.Round(float64(units)/64*1000/float64(em))) + advanceOffset
}

func (f *face) use(r rune) {
	f.used[r>>6] |= 1 << (r & 63)
	f.isUsed = true
}

// runes are those that were drawn, in order.
func (f *face) runes() []rune {
	var runes []rune
	for i, word := range f.used {
		for word != 0 {
			runes = append(runes, rune(i<<6+bits.TrailingZeros64(word)))
			word &= word - 1
		}
	}
	return runes
}

// replacement stands for a character that no font has.
const replacement = '\uFFFD'

// faceFor picks the face for a rune. found is false when no face has it; the
// rune to draw is then the replacement.
func (d *Doc) faceFor(r rune, bold bool) (drawn rune, face uint8, width int, found bool) {
	text, symbols := uint8(faceRegular), uint8(faceSymbols)
	if bold {
		text, symbols = faceBold, faceSymbolsBold
	}
	for _, f := range [...]uint8{text, symbols} {
		if w, ok := d.faces[f].advance(r); ok {
			return r, f, w, true
		}
	}
	w, _ := d.faces[symbols].advance(replacement)
	return replacement, symbols, w, false
}
