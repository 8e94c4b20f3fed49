package document

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

// font gives texts and widths of the codes that a page shows. Each code is
// looked up once.
type font struct {
	bold   bool
	wide   bool // codes of two bytes
	encode pdf.TextEncoding
	texts  map[string]string
	widths map[int]float64 // by code, in thousandths of the size
	other  float64         // width of the codes that have none
}

func newFont(v pdf.Value) *font {
	f := &font{texts: map[string]string{}, widths: map[int]float64{}, other: 500}
	base := pdf.Font{V: v}
	f.wide = v.Key("Subtype").Name() == "Type0"
	f.encode = encoder(&base)
	descriptor := v.Key("FontDescriptor")
	if f.wide {
		descendant := v.Key("DescendantFonts").Index(0)
		descriptor = descendant.Key("FontDescriptor")
		f.wideWidths(descendant)
	} else {
		f.plainWidths(v, descriptor)
	}
	name := strings.ToLower(base.BaseFont())
	f.bold = strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") ||
		strings.Contains(name, "semibd") || descriptor.Key("FontWeight").Float64() >= 600
	return f
}

// maxMap is how long a font's map of its codes may be, in bytes: each code is
// looked up along it.
const maxMap = 400_000

// encoder is the library's reading of a font's codes. Where it fails, the
// codes stand for themselves.
func encoder(f *pdf.Font) (e pdf.TextEncoding) {
	if f.V.Key("ToUnicode").Key("Length").Int64() > maxMap {
		return nil
	}
	defer func() {
		if recover() != nil {
			e = nil
		}
	}()
	return f.Encoder()
}

func (f *font) plainWidths(v, descriptor pdf.Value) {
	first := int(v.Key("FirstChar").Int64())
	widths := v.Key("Widths")
	for i := range min(widths.Len(), 256) {
		f.widths[first+i] = widths.Index(i).Float64()
	}
	if missing := descriptor.Key("MissingWidth").Float64(); missing > 0 {
		f.other = missing
	}
}

// wideWidths reads "[first [w w w] first last w …]".
func (f *font) wideWidths(descendant pdf.Value) {
	f.other = 1000
	if dw := descendant.Key("DW"); !dw.IsNull() {
		f.other = dw.Float64()
	}
	w := descendant.Key("W")
	for i := 0; i+1 < w.Len() && len(f.widths) <= 1<<16; {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := range list.Len() {
				f.widths[first+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		for code := max(first, 0); code <= min(int(w.Index(i+1).Int64()), 1<<16); code++ {
			f.widths[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// codes parts what a page shows into its codes.
func (f *font) codes(raw string) []string {
	size := 1
	if f.wide {
		size = 2
	}
	var codes []string
	for ; len(raw) >= size; raw = raw[size:] {
		codes = append(codes, raw[:size])
	}
	return codes
}

// text is what a code stands for.
func (f *font) text(code string) string {
	if text, ok := f.texts[code]; ok {
		return text
	}
	text := code
	if f.encode != nil {
		text = decoded(f.encode, code)
	}
	if text == "\x00" {
		text = ""
	}
	f.texts[code] = text
	return text
}

func decoded(e pdf.TextEncoding, code string) (text string) {
	defer func() {
		if recover() != nil {
			text = "\uFFFD"
		}
	}()
	return e.Decode(code)
}

func (f *font) width(code string) float64 {
	n := 0
	for i := range len(code) {
		n = n<<8 | int(code[i])
	}
	if w, ok := f.widths[n]; ok {
		return w
	}
	return f.other
}
