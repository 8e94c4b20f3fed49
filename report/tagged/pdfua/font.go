package pdfua

import (
	"fmt"
	"regexp"
	"strings"
)

// A pageFont turns codes into text and glyphs.
type pageFont struct {
	name      string
	composite bool
	toUnicode map[int]string
	glyphs    []byte // the CIDToGIDMap; nil is identity
	problems  []string
}

func (f *file) pageFonts(page dict, known map[ref]*pageFont) map[string]*pageFont {
	resources := f.dict(f.inherited(page, "Resources"))
	out := map[string]*pageFont{}
	for key, v := range f.dict(resources["Font"]) {
		r, _ := v.(ref)
		if known[r] == nil {
			known[r] = f.font(f.dict(v))
		}
		out[key] = known[r]
	}
	return out
}

// inherited looks a page's entry up through the page tree.
func (f *file) inherited(page dict, key string) any {
	for range maxDepth {
		if page == nil {
			return nil
		}
		if v := page[key]; v != nil {
			return v
		}
		page = f.dict(page["Parent"])
	}
	return nil
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+.`)

func (f *file) font(d dict) *pageFont {
	font := &pageFont{name: f.name(d["BaseFont"]), composite: f.name(d["Subtype"]) == "Type0"}
	described := d
	if font.composite {
		descendants := f.array(d["DescendantFonts"])
		if len(descendants) > 0 {
			described = f.dict(descendants[0])
		}
		if m, ok := f.get(described["CIDToGIDMap"]).(stream); ok {
			font.glyphs = f.decode(m)
		}
	}
	descriptor := f.dict(described["FontDescriptor"])
	if descriptor["FontFile"] == nil && descriptor["FontFile2"] == nil && descriptor["FontFile3"] == nil {
		font.problems = append(font.problems, fmt.Sprintf("font %s is not embedded", font.name))
	}
	if !subsetName.MatchString(font.name) {
		font.problems = append(font.problems, fmt.Sprintf("font %s is a subset without a subset's name", font.name))
	}
	if m, ok := f.get(d["ToUnicode"]).(stream); ok {
		font.toUnicode = readCMap(f.decode(m))
	} else {
		font.problems = append(font.problems, fmt.Sprintf("font %s has no ToUnicode", font.name))
	}
	return font
}

// readCMap reads the bfchar and bfrange blocks of a ToUnicode map.
func readCMap(data []byte) map[int]string {
	out := map[int]string{}
	l := &lexer{data: data}
	var operands array
	for l.at < len(l.data) {
		v := l.object(0)
		op, ok := v.(operator)
		if !ok {
			operands = append(operands, v)
			continue
		}
		switch op {
		case "endbfchar":
			for i := 0; i+1 < len(operands); i += 2 {
				out[code(operands[i])] = utf16Text(operands[i+1])
			}
		case "endbfrange":
			for i := 0; i+2 < len(operands); i += 3 {
				first := []rune(utf16Text(operands[i+2]))
				from, to := code(operands[i]), code(operands[i+1])
				for c := from; len(first) == 1 && c <= to && c < from+1<<16; c++ {
					out[c] = string(first[0] + rune(c-from))
				}
			}
		}
		operands = operands[:0]
	}
	return out
}

func code(v any) int {
	s, _ := v.(text)
	n := 0
	for _, b := range s[:min(len(s), 4)] {
		n = n<<8 | int(b)
	}
	return n
}

func utf16Text(v any) string {
	s, _ := v.(text)
	return textString(append(text("\xFE\xFF"), s...))
}

// text is what a string shows, and the first thing wrong with it.
func (f *pageFont) text(s text) (string, string) {
	size := 1
	if f.composite {
		size = 2
	}
	var out strings.Builder
	problem := ""
	for len(s) >= size {
		c := code(s[:size])
		s = s[size:]
		u, known := f.toUnicode[c]
		if !known {
			problem = fmt.Sprintf("code %04X of font %s has no character", c, f.name)
		}
		if f.composite && f.isNotdef(c) {
			problem = fmt.Sprintf("character %q is not in font %s", u, f.name)
		}
		out.WriteString(u)
	}
	return out.String(), problem
}

func (f *pageFont) isNotdef(code int) bool {
	if f.glyphs == nil {
		return code == 0
	}
	return 2*code+1 >= len(f.glyphs) || f.glyphs[2*code] == 0 && f.glyphs[2*code+1] == 0
}
